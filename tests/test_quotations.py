"""Quotations against their source: what passes, what is told, and what the mark claims.

Each class of fault has rows of its own; so has what a fair editor does, which must pass without a word.
All texts are made up.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from examples import problems_of
from hypothesis import given
from hypothesis import strategies as st
from quoting import STAKEHOLDERS, compared, compared_text

from backgrounder.draft import find
from backgrounder.evidence import Library
from backgrounder.evidence.attribution import utterances
from backgrounder.evidence.issuers import issuers_of
from backgrounder.evidence.languages import language_of
from backgrounder.evidence.library import SourceText
from backgrounder.evidence.matching import fits, groups_of, nearest_passage
from backgrounder.evidence.people import People
from backgrounder.evidence.words import splits_word, tokens
from backgrounder.model.archived import ArchivedText
from backgrounder.model.brief import MarkedTerm
from backgrounder.model.choices import SourceKind, StakeholderKind
from backgrounder.model.dates import parse_edtf
from backgrounder.model.registry import Registry, Source, Stakeholder

_MEN = "“We have 2,500 men, and non-combat staff stay. We can’t accept 0.5 percent of the U.S. share,” Ada Reed said."
_LEAVE = "“We will leave if it is sold,” Ada Reed said, and walked out with all the staff."
_TWO = "“We will never sell,” Ada Reed said. Ben Sol said: “They must go at once, and by sea.”"
_PLANS = "“We have no plans to sell the port, and we will withdraw 300 of 900 men in August or in May,” Ada Reed said."
_LONG = (
    "“We met the owners on Monday. They were kind, which I had not expected, and they showed us the books. We"
    " think that the port is safe, and we will go on with the work there. Our men [the divers] found nothing,”"
    " Ada Reed said."
)


# -- Faults, by class --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "source", "code"),
    [
        # word boundary
        ("500 men", _MEN, "cut-word"),
        ("combat staff stay", _MEN, "cut-word"),
        ("We can", _MEN, "cut-word"),
        ("5 percent", _MEN, "cut-word"),
        ("accept 0", _MEN, "cut-word"),
        ("S. share", _MEN, "cut-word"),
        ("We have 2", _MEN, "cut-word"),
        ("hundred men", "“We have two hundred men,” Ada Reed said.", "cut-word"),
        ("000 men came", "“In all 2 000 men came,” Ada Reed said.".replace("2 0", "2\u202f0"), "cut-word"),
        ("5 and no more", "“It costs $5 and no more,” Ada Reed said.", "cut-word"),
        # the reporter's words
        ("We will leave if it is sold, Ada Reed said, and walked out", _LEAVE, "runs-over"),
        ("if it is sold, Ada Reed said", _LEAVE, "runs-over"),
        ("walked out with all the staff", _LEAVE, "not-direct-speech"),
        # two speakers
        ("We will … go at once", _TWO, "joined-remarks"),
        ("We will never sell … They must go at once", _TWO, "joined-remarks"),
        ("We will never sell They must go at once", _TWO, "quotation-not-in-source"),
        # what an ellipsis swallows
        ("We have … plans to sell the port", _PLANS, "altering-omission"),
        ("We have no plans … withdraw 300", _PLANS, "altering-omission"),
        ("we will withdraw … 900 men", _PLANS, "altering-omission"),
        ("we will withdraw 300 of 900 men in … May", _PLANS, "altering-omission"),
        ("We will leave … be glad", "“We will leave if we must be glad,” Ada Reed said.", "altering-omission"),
        ("We will … leave soon", "“We will, if they pay, leave soon,” Ada Reed said.", "altering-omission"),
        ("He is … a bad man", "“He is, I don’t think, a bad man,” Ada Reed said.", "altering-omission"),
        ("They … have left", "“They may have left,” Ada Reed said.", "altering-omission"),
        ("The owner … will pay", "“The owner says that the buyer will pay,” Ada Reed said.", "altering-omission"),
        ("We met the owners … is safe", _LONG, "joined-sentences"),
        ("We will sell. … they failed", "“We will sell. I doubt that they failed,” Ada Reed said.", "altering-omission"),
        # what brackets put in
        ("We will [not] leave", _LEAVE, "altering-insertion"),
        ("we will withdraw 300 of 900 men in [December]", _PLANS, "altering-insertion"),
        ("we will withdraw [800] of 900 men", _PLANS, "altering-insertion"),
        ("we [may] withdraw 300", _PLANS, "altering-insertion"),
        ("[their] men", "“We trust our men,” Ada Reed said.", "altering-insertion"),
        ("[They] will leave if it is sold", _LEAVE, "altering-insertion"),
        ("We have no plans to sell the [oil]", _PLANS, "altering-insertion"),
        ("[nearly all of the words] the port", _PLANS, "altering-insertion"),
        ("We have [] plans to sell the port", _PLANS, "altering-omission"),
        # words that are not there
        ("We will never buy it now", _TWO, "altered-quotation"),
        ("We shall never sell it at all to anybody", _TWO, "quotation-not-in-source"),
    ],
)  # fmt: skip
def test_words_that_say_something_else_are_an_error(words: str, source: str, code: str) -> None:
    told = compared(words, "reed", source)
    assert code in told.codes
    assert not told.grade


@pytest.mark.parametrize(
    ("words", "source", "shown"),
    [
        ("we will withdraw", "“If the other side pays, we will withdraw,” Ada Reed said.", "condition"),
        ("we will withdraw", "“Unless they stop, we will withdraw,” Ada Reed said.", "condition"),
        ("We will withdraw", "“We will withdraw only if they pay,” Ada Reed said.", "condition"),
        ("We will withdraw …", "“We will withdraw as long as they pay,” Ada Reed said.", "condition"),
        (
            "the talks have failed",
            "“I do not believe that the talks have failed,” Ada Reed said.",
            "negation",
        ),
        ("the talks have failed", "“We deny that the talks have failed,” Ada Reed said.", "negation"),
        ("the talks have failed", "“Our critics claim that the talks have failed,” Ada Reed said.", "others"),
        ("the talks have failed", "“Is it true that the talks have failed?” Ada Reed said.", ""),
        ("the talks have failed", "Ada Reed denied that “the talks have failed” in July.", "denial"),
        ("We will leave", "“We will leave nobody behind,” Ada Reed said.", "negation"),
    ],
)
def test_what_governs_the_words_and_was_cut_off_is_told(words: str, source: str, shown: str) -> None:
    """It is a warning, and the desk answers it by telling readers."""
    told = compared(words, "reed", source)
    if shown:
        assert told.codes == {"cut-context"}
        assert shown in told.findings[0].facts["what"]
        assert compared(words, "reed", source, context="She said so on a condition.").codes == set()
    else:
        assert told.codes <= {"cut-context"}


@pytest.mark.parametrize(
    ("words", "source"),
    [
        ("we will go", "“If they attack, we will defend the port, but we will go,” Ada Reed said."),
        ("We will leave", "“We will leave, and if they come back, we will return,” Ada Reed said."),
        ("We like the plan", "“We like the plan. I do not know the costs,” Ada Reed said."),
        ("I think that it holds", "“I think that it holds,” Ada Reed said."),
        ("it holds", "“I think that it holds,” Ada Reed said."),
    ],
)
def test_what_governs_another_clause_is_not_told(words: str, source: str) -> None:
    assert compared(words, "reed", source).codes == set()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("500 men", "We sent 2 500 men"),
        ("500 men", "We sent 2\u00a0500 men"),
        ("500 men", "We sent 2\u202f500 men"),
        ("500 men", "We sent 2\u2009500 men"),
        ("$40 million", "We paid US$40 million"),
        ("$40 million", "We paid HK$40 million"),
        ("$40", "We paid C$40"),
        ("a million men", "We have half a million men"),
        ("half million", "We have one and a half million men"),
        ("a million", "We have a quarter of a million men"),
        ("a dozen men", "We have half a dozen men"),
        ("thirds of the men", "We lost two thirds of the men"),
        ("five men", "A hundred and five men came"),
        ("A hundred", "A hundred and five men came"),
        ("ten men", "We lost nine out of ten men"),
        ("five men", "We lost thirty–five men"),
        ("million men", "We lost ½ million men"),
        ("5 degrees", "It was minus 5 degrees"),
        ("It was 10", "It was 10^6 men"),
        ("It took 40", "It took 40 to 50 men"),
        ("We have 20", "We have 20 or 30 men"),
        ("US forces", "The anti-US forces left"),
        ("It took between 40", "It took between 40 and 50 men"),
        ("50 men", "It took 40 to 50 men"),
        ("We had 5,000", "We had 5,000 km of road"),
        ("We had 5", "We had 5 per cent of it"),
        ("Iran", "We are anti–Iran"),
        ("1.5 million", "It was 21.5 million"),
        ("5 million", "It was 1٫5 million"),
    ],
)
def test_a_part_of_a_figure_or_joined_word_is_an_error(words: str, said: str) -> None:
    told = compared(words, "reed", f"“{said},” Ada Reed said.")
    assert "cut-word" in told.codes
    assert not told.grade


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("We are … to fight the rebels", "We are too weak to fight the rebels"),
        ("We … won", "We almost won"),
        ("We … won", "We nearly won"),
        ("We will … withdraw in August", "We will pretend to withdraw in August"),
        ("We will … withdraw in August", "We will threaten to withdraw in August"),
        ("We will … withdraw in August", "We will allegedly withdraw in August"),
        ("We will … withdraw in August", "We will partly withdraw in August"),
        ("We will … withdraw in August", "We will refuse to withdraw in August"),
        ("We were … killing civilians", "We were accused of killing civilians"),
        ("We were … to kill", "We were forced to kill"),
        ("We were … killing", "We were used to killing"),
        ("We … kill children", "We condemn the men who kill children"),
        ("I … kill civilians", "I saw them kill civilians"),
        ("I … killed Ali", "I killed time, he killed Ali"),
        ("I went home and … killed Ali", "I went home and they killed Ali"),
        ("The rebels … won", "The rebels lost and the army won"),
        ("We thank … America for war", "We thank Iran for peace and curse America for war"),
        ("We love … Iran", "We love the enemies of Iran"),
        ("We fight with Iran … America", "We fight with Iran against America"),
        ("We will withdraw … in August", "We will withdraw when they pay in August"),
        ("We will withdraw … in August", "We will withdraw once they pay in August"),
        ("We will withdraw … in August", "We will withdraw after they pay in August"),
        ("We will … go", "We will, perhaps, go"),
        ("We … fight", "We only fight"),
    ],
)
def test_an_omission_may_not_take_out_what_the_rest_needs(words: str, said: str) -> None:
    told = compared(words, "reed", f"“{said},” Ada Reed said.")
    assert "altering-omission" in told.codes
    assert not told.grade


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("It is [il]legal", "It is legal"),
        ("It is [im]moral to go", "It is moral to go"),
        ("He is [un]guilty", "He is guilty"),
        ("We love Ira[q] and peace", "We love Iran and peace"),
        ("He is a man[iac] of war", "He is a man of war"),
        ("We back[stab] them", "We back them"),
        ("It [fell] in May", "It rose in May"),
        ("It [fell]", "It rose in May"),
        ("We left [after] the war", "We left before the war"),
        ("[after] the war we left", "before the war we left"),
        ("[All] men died", "Some men died"),
        ("[Some] men died", "All men died"),
        ("[Fewer] than 300 came", "More than 300 came"),
        ("We fight [against] them", "We fight for them"),
        ("war [or] peace", "We want war and peace"),
        ("We want peace [but want war]", "We want peace"),
        ("We [secretly] want peace", "We want peace"),
        ("We [often] want peace", "We want peace"),
        ("We want [more] peace", "We want peace"),
        ("We [pretend to] want peace", "We want peace"),
        ("We fight [for ISIS]", "We fight"),
        ("We will kill [civilians]", "We will kill"),
        ("[Killing children] is good", "It is good"),
        ("[The king] killed Ali", "You killed Ali"),
        ("I love [money]", "I love you"),
        ("[I] will not share it", "We will not share it"),
    ],
)
def test_brackets_may_not_make_or_add_what_was_not_said(words: str, said: str) -> None:
    told = compared(words, "reed", f"“{said},” Ada Reed said.")
    assert "altering-insertion" in told.codes
    assert not told.grade


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("300 men came", "Fewer than 300 men came"),
        ("300 men came", "At least 300 men came"),
        ("3 million men came", "Nearly 3 million men came"),
        ("It took 300", "It took 300 or more"),
        ("king of all", "He is a would-be king of all"),
        ("king of all", "He is a self-styled king of all"),
        ("deal with Iran", "It is a so-called deal with Iran"),
        ("… Iran are our friends", "The enemies of Iran are our friends"),
        ("we killed Ali", "It is a lie that we killed Ali"),
        ("we killed Ali", "The rumour that we killed Ali is absurd"),
        ("we killed Ali", "That we killed Ali is a lie"),
        ("we killed Ali", "The idea that we killed Ali is nonsense"),
        ("We killed Ali", "We killed Ali, they say"),
        ("We killed Ali", "We killed Ali, my enemies claim"),
        ("We killed Ali", "We killed Ali – or so they say"),
        ("we killed Ali", "It is possible that we killed Ali"),
        ("we killed Ali", "Imagine that we killed Ali"),
        ("We killed Ali", "We killed Ali, according to our enemies"),
        ("We killed Ali", "We killed Ali – not"),
        ("we attack Iran", "According to the king, we attack Iran"),
        ("we killed Ali", "Fake news: we killed Ali"),
        ("we attack Iran", "There is zero chance we attack Iran"),
        ("we attack", "Only in self-defence will we attack"),
        ("we killed Ali", "Perhaps we killed Ali"),
        ("we will fight", "Should they come, we will fight"),
        ("we would have won", "Had we fought, we would have won"),
        ("we would go", "Were it so, we would go"),
        ("we will go", "Provided they come, we will go"),
        ("We will go", "We will go provided they come"),
        ("We will go", "We will go once they pay"),
        ("We will go", "We will go when they pay"),
        ("We will go", "We will go only after they pay"),
        ("We will go", "We will go as soon as they pay"),
        ("We will go", "We will go pending a deal"),
        ("we attack Iran", "Did we attack Iran? No"),
        ("We will attack Iran.", "We will attack Iran? Never"),
        ("We will attack Iran?", "We will attack Iran. And win"),
        ("We will go", "We will go when it rains in the hills"),
    ],
)
def test_what_unmakes_bounds_doubts_or_asks_the_words_is_told(words: str, said: str) -> None:
    told = compared(words, "reed", f"“{said},” Ada Reed said.")
    assert "cut-context" in told.codes


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("We will … leave the port", "We will soon leave the port"),
        ("The … ship is safe", "The old ship is safe"),
        ("We left … in July", "We left the port in July"),
        (
            "They were kind … and they showed us",
            "They were kind, which I had not expected, and they showed us",
        ),
        ("The men … are here", "The men from the north are here"),
        ("We … help them", "We always help them"),
        ("We came yesterday [21 July] by sea", "We came yesterday by sea"),
        ("We came [in 2019] by sea", "We came then by sea"),
        ("We ran 5 km [3 miles] by night", "We ran 5 km by night"),
        ("We paid 5 dinars [about $4] for it", "We paid 5 dinars for it"),
        ("We like the [Popular Mobilisation Forces]", "We like the PMF"),
        ("We like the [Popular Mobilisation Forces] a lot", "We like the PMF a lot"),
        ("We are cooperat[ing] with them", "We are cooperate with them"),
        ("We cooperat[ed]", "We cooperate with them"),
        ("[They] have to go", "They have to go"),
        ("[The owners] have to go", "They have to go"),
        ("They [the owners] have to go", "They have to go"),
        ("We work[ed] with them", "We work with them"),
        ("He tri[ed] it", "He tries it"),
        ("Did we attack Iran?", "Did we attack Iran? No"),
        ("We left", "We left when they came"),
        ("This will … help us", "This will, no doubt, help us"),
        ("This will … help us", "This will, without doubt, help us"),
        ("This … is good", "This, if I may say so, is good"),
        ("The law … is good", "The law – it was not easy – is good"),
        ("We cannot … go", "We cannot, and we will not, go"),
        ("We will go", "No. We will go"),
        ("we will win", "There is no doubt that we will win"),
        ("it is a massacre", "It is not a war, it is a massacre"),
        ("The old … ship is safe", "The old and rusty ship is safe"),
        ("He said … we will win", "He said again that we will win"),
        ("We … want peace", "We in Iraq want peace"),
        ("The men … fight well", "The men who came fight well"),
        ("The plan … is good", "The plan, which we wrote, is good"),
        ("We [in Iraq] want peace", "We want peace"),
        ("He [was] there", "He is there"),
        ("I told [Ali] to go", "I told him to go"),
        ("She thinks [Wyoming Public Radio] is kind", "She thinks it is kind"),
        ("It is in [Iraq’s] interest", "It is in its interest"),
        ("They came on Monday [21 July]", "They came on Monday"),
        ("this [war] must end", "this must end"),
    ],
)
def test_what_turns_nothing_passes(words: str, said: str) -> None:
    told = compared(words, "reed", f"“{said},” Ada Reed said.")
    assert told.codes == set()
    assert told.grade == "named"


@pytest.mark.parametrize(
    ("words", "said", "language"),
    [
        ("٥٠٠ رجل", "٢٬٥٠٠ رجل", "ar"),
        ("٥ مليون", "دفعنا ٢٫٥ مليون", "ar"),
        ("٥٠٠ رجل", "عندنا ٢،٥٠٠ رجل", "ar"),
        ("वे चाहत", "वे चाहते हैं", "hi"),
        ("ל אמר", "צה״ל אמר", "he"),
    ],
)
def test_a_word_of_another_script_is_cut_too(words: str, said: str, language: str) -> None:
    source = f"وقال كريم حداد: «{said}»." if language == "ar" else f"“{said}” Ada Reed said."
    assert "cut-word" in compared(words, "karim", source, language=language).codes


@pytest.mark.parametrize(
    ("language", "words", "said", "code"),
    [
        ("fr", "nous gagnons", "C’est un mensonge que nous gagnons", "cut-context"),
        ("fr", "nous gagnons", "Peut-être nous gagnons", "cut-context"),
        ("fr", "Nous avons … gagné la guerre", "Nous avons presque gagné la guerre", "altering-omission"),
        ("fr", "Nous aimons … l’Iran", "Nous aimons les ennemis de l’Iran", "altering-omission"),
        ("fr", "Il a fallu 40", "Il a fallu 40 à 50 hommes", "cut-word"),
        ("fr", "300 hommes", "Moins de 300 hommes sont venus", "cut-context"),
        ("fr", "roi du pays", "Voici le soi-disant roi du pays", "cut-context"),
        ("fr", "Nous voulons la paix [pour le roi]", "Nous voulons la paix", "altering-insertion"),
        ("fr", "Il est [il]légal de partir", "Il est légal de partir", "altering-insertion"),
        ("fr", "Cela va … nous aider", "Cela va, sans doute, nous aider", ""),
        ("fr", "le port est [in]utile", "le port est utile", "altering-insertion"),
        ("fr", "Nous voulons … la paix", "Nous voulons toujours la paix", ""),
        ("fr", "Nous aimons le port [de Basra]", "Nous aimons le port", ""),
        ("de", "wir gewinnen", "Es ist eine Lüge, dass wir gewinnen", "cut-context"),
        ("de", "Wir haben … gewonnen", "Wir haben fast gewonnen", "altering-omission"),
        ("de", "Wir kämpfen … den Iran", "Wir kämpfen gegen den Iran", "altering-omission"),
        ("de", "Es dauerte 40", "Es dauerte 40 bis 50 Tage", "cut-word"),
        ("de", "300 Männer", "Weniger als 300 Männer kamen", "cut-context"),
        ("de", "König des Landes", "Das ist der sogenannte König des Landes", "cut-context"),
        ("de", "Das ist [il]legal", "Das ist legal", "altering-insertion"),
        ("de", "Wir wollen … Frieden", "Wir wollen einen dauerhaften Frieden", ""),
        ("de", "Das wird … helfen", "Das wird, ohne Zweifel, helfen", ""),
        ("ar", "نقاتل … إيران", "نقاتل ضد إيران", "altering-omission"),
        ("ar", "قتلنا علي", "ربما قتلنا علي", "cut-context"),
        ("ar", "هذا هو الملك", "هذا هو الملك المزعوم", "cut-context"),
        ("ar", "ربحنا الحرب", "هذه كذبة أننا ربحنا الحرب", "cut-context"),
        ("ar", "استغرق ٤٠", "استغرق ٤٠ إلى ٥٠ يوما", "cut-word"),
        ("ar", "نحب الميناء", "نحب الميناء كثيرا", ""),
        ("ar", "نريد السلام [في العراق]", "نريد السلام", ""),
        ("ar", "هذا سوف … يساعدنا", "هذا سوف، بلا شك، يساعدنا", ""),
    ],
)
def test_other_languages_have_the_same_rules(language: str, words: str, said: str, code: str) -> None:
    form = {"fr": "« {} », a déclaré Ada Reed.", "de": "„{}“, sagte Ada Reed.", "ar": "وقال كريم حداد: «{}»."}
    told = compared(
        words, "karim" if language == "ar" else "reed", form[language].format(said), language=language
    )
    assert told.codes == ({code} if code else set())


def test_two_sentences_are_not_one() -> None:
    assert compared(
        "We bless Iran … America", "reed", "“We bless Iran. We curse America,” Ada Reed said."
    ).codes == {"joined-sentences"}
    assert compared(
        "We bless Iran. … America", "reed", "“We bless Iran. We curse America,” Ada Reed said."
    ).codes == {"joined-sentences"}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("We go, and stay", "We go، and stay"),
        ("We go; they stay", "We go؛ they stay"),
        ("Who? We", "Who؟ We"),
    ],
)
def test_a_mark_of_arabic_shape_is_the_mark(words: str, said: str) -> None:
    assert compared(words, "reed", f"“{said},” Ada Reed said.").codes == set()


# -- What a fair editor does -------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words",
    [
        "We met the owners on Monday.",
        "we met the owners on Monday",
        "[W]e met the owners on Monday",
        "[w]e met the owners on Monday …",
        "… they showed us the books",
        "We met the owners on Monday. … We think that the port is safe",
        "We met the owners on Monday […] We think that the port is safe",
        "They were kind … and they showed us the books",
        "They were kind, … and they showed us the books",
        "They were kind . . . and they showed us the books",
        "[The owners] were kind",
        "we will go on with the work there [at the port]",
        "we will go on with the work [at the port]",
        "they [had] showed us the books",
        "they show[ed] us the books",
        "they [show] us the books",
        "We think [sic] that the port is safe",
        "Our men [the divers] found nothing",
        "Our men [all of them divers] found nothing",
        "they showed [Ada Reed and her men] the books",
        "the port is safe, and we will go on with the work",
        "We met the owners on Monday. They were kind, which I had not expected, and they showed us the books.",
    ],
)
def test_fair_omissions_and_insertions_pass(words: str) -> None:
    """Whole sentences, an aside with its commas, what a pronoun means, a tense, a case: no sense is turned."""
    if words == "they showed [Ada Reed and her men] the books":  # "us" is the speaker and who is with her
        words = "they showed us [Ada Reed and her men] the books"
    told = compared(words, "reed", _LONG)
    assert told.codes == set()
    assert told.grade == "named"


@pytest.mark.parametrize(
    ("words", "source"),
    [
        ("Café society", "“Cafe\u0301 society,” Ada Reed said."),
        ("the harbour office", "“the har\u00adbour office,” Ada Reed said."),
        ("the harbour office", "“the\u200b harbour office,” Ada Reed said."),
        ("we’ll go - now", "“we'll go – now,” Ada Reed said."),
        ("We go", "''We go,'' Ada Reed said."),
        ("We go", "„We go“, Ada Reed said."),
        ("We go", "«We go», Ada Reed said."),
        ("We go", "‘We go,’ Ada Reed said."),
        ("We go", "「We go」 Ada Reed said."),
    ],
)
def test_one_text_in_two_codings_is_one_text(words: str, source: str) -> None:
    told = compared(words, "reed", source)
    assert told.codes == set()
    assert told.grade == "named"


@pytest.mark.parametrize(
    ("words", "source"),
    [
        ("سنبني الميناء", "وقال كريم حداد: «سَنَبني المـيناء وسنبنيه جيدا»."),
        ("يبني الکثير", "وقال كريم حداد: «يبني الكثير من الموانئ»."),
        ("نبني ٢٣ ميناء", "وقال كريم حداد: «نبني 23 ميناء»."),
    ],
)
def test_arabic_letters_in_two_codings_are_one(words: str, source: str) -> None:
    assert compared(words, "karim", source, language="ar").codes == set()


# -- Who speaks --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "by", "codes", "grade"),
    [
        ("“We will go,” Ada Reed said.", "reed", set(), "named"),
        ("“We will go,” Ada Reed said.", "sol", {"wrong-speaker"}, ""),
        ("“We will go,” said Rep. Ada Reed (R-Ky.).", "reed", set(), "named"),
        ("“We will go,” said Sen. Ben J. Sol (D-Ky.).", "sol", set(), "named"),
        ("Unsurprisingly, Ada Reed called it a trick. “We will go,” she said.", "reed", set(), "inferred"),
        ("Ada Reed met reporters. “We will go,” she said.", "sol", {"doubtful-speaker"}, "open"),
        ("“We will go,” a man told Ada Reed.", "reed", {"wrong-speaker"}, ""),
        ("“We will go,” an aide to Ada Reed said.", "reed", {"wrong-speaker"}, ""),
        ("“We will go,” Ada Reed’s lawyer said.", "reed", {"wrong-speaker"}, ""),
        ("“We will go,” Tom Reed said.", "reed", {"wrong-speaker"}, ""),
        ("“We will go,” Tom Reed said.", "tom-reed", set(), "named"),
        ("“We will go,” Ada Reed said.", "ministry", set(), "named"),
        ("Nobody was named. “We will go.”", "reed", {"unnamed-speaker"}, "open"),
    ],
)  # fmt: skip
def test_the_speaker_must_be_whom_the_source_names(source: str, by: str, codes: set[str], grade: str) -> None:
    told = compared("We will go", by, source)
    assert told.codes == codes
    assert told.grade == grade


def test_a_quotation_may_go_over_several_paragraphs() -> None:
    source = ("“We will go on with the work.", "“Nothing will stop us,” Ada Reed said.")
    assert compared("We will go on with the work. Nothing will stop us", "reed", *source).codes == set()
    assert compared("the work. … Nothing will stop us", "reed", *source).grade == "named"
    alone = compared("We will go on with the work. Nothing will stop us", "reed", *source, cite=(1,))
    assert alone.codes == {"misplaced-quotation"}


def test_words_within_a_quotation_are_those_of_whoever_is_quoted() -> None:
    source = "“Ben Sol told me ‘go home at once’,” Ada Reed said."
    assert compared("go home at once", "reed", source).codes == {"wrong-speaker"}
    assert compared("go home at once", "sol", source).grade == "named"
    assert compared("Ben Sol told me ‘go home at once’", "reed", source).grade == "named"
    nobody = "“They told me ‘go home at once’,” Ada Reed said."
    assert compared("go home at once", "reed", nobody).codes == {"nested-words"}
    assert compared("the ‘surge’", "reed", "“We like the ‘surge’ here,” Ada Reed said.").grade == "named"


def test_the_desk_may_say_who_speaks_where_the_source_does_not() -> None:
    """Not against a name beside the words."""
    open_source = "Nobody was named. “We will go.”"
    told = compared("We will go", "reed", open_source, attributed="The film of the day shows her.")
    assert told.codes == set()
    assert told.grade == "desk"
    against = compared("We will go", "reed", "“We will go,” Ben Sol said.", attributed="I think so.")
    assert against.codes == {"wrong-speaker"}
    assert not against.grade


@pytest.mark.parametrize(
    ("kind", "publisher", "title", "paragraphs", "by", "codes", "grade"),
    [
        (SourceKind.TRANSCRIPT, "P", "T", ("MS. REED: The owner hid it.", "MR. SOL: That is a lie."), "reed",
         {"wrong-speaker"}, ""),
        (SourceKind.TRANSCRIPT, "P", "T", ("ADA REED: The owner hid it.", "BEN SOL: That is a lie."), "sol",
         set(), "labelled"),
        (SourceKind.STATEMENT, "Harbour Ministry", "T", ("That is a lie.",), "ministry", set(), "labelled"),
        (SourceKind.STATEMENT, "Harbour Ministry", "T", ("That is a lie.",), "sol", {"another-issuer"}, ""),
        (SourceKind.STATEMENT, "P", "Statement by Ben Sol", ("That is a lie.",), "sol", set(), "labelled"),
        (SourceKind.REPORT, "P", "T", ("That is a lie.",), "sol", {"unnamed-speaker"}, "open"),
        (SourceKind.REPORT, "Harbour Ministry", "T", ("That is a lie.",), "sol", {"another-issuer"}, ""),
        (SourceKind.LAW, "Harbour Ministry", "T", ("That is a lie.",), "sol", {"another-issuer"}, ""),
        (SourceKind.DATASET, "Harbour Ministry", "T", ("That is a lie.",), "sol", {"another-issuer"}, ""),
        (SourceKind.ARTICLE, "P", "T", ("That is a lie.",), "sol", {"not-direct-speech"}, ""),
        (SourceKind.STATEMENT, "P", "T", ("Ada Reed said: “That is a lie.”",), "sol", {"wrong-speaker"}, ""),
    ],
)  # fmt: skip
def test_documents_of_every_kind_have_a_speaker(
    kind: SourceKind,
    publisher: str,
    title: str,
    paragraphs: tuple[str, ...],
    by: str,
    codes: set[str],
    grade: str,
) -> None:
    told = compared("That is a lie", by, *paragraphs, kind=kind, publisher=publisher, title=title)
    assert told.codes == codes
    assert told.grade == grade


@pytest.mark.parametrize("language", ["ckb", "fa", "he", "zh", "ru"])
def test_a_language_without_rules_claims_words_alone(language: str) -> None:
    """Nothing is said of the speaker, and the mark says so."""
    told = compared("We will go", "sol", "“We will go,” Ada Reed said.", language=language)
    assert told.codes == set()
    assert told.grade == "no-rules"


def test_a_text_without_spaces_may_be_quoted_in_part() -> None:
    assert compared("我们明天", "sol", "他说：「我们明天离开港口」。", language="zh").grade == "no-rules"
    assert compared("我们昨天", "sol", "他说：「我们明天离开港口」。", language="zh").codes == {
        "altered-quotation"
    }


# -- Marks in running text ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    "written",
    [
        "They called it “secret”.", 'They called it "secret".', "They called it «secret».", "They called it „secret“.",
        "They called it ‘secret’.", "They called it ‹secret›.", "They called it 「secret」.", "They called it ''secret''.",
        "They called it &ldquo;secret&rdquo;.", "They called it &#8220;secret&#8221;.", "They called it &quot;secret&quot;.",
        "They called it ❝secret❞.", "They called it ″secret″.", "They called it ‛secret’.", "They called it 《secret》.",
        "They called it 〈secret〉.", "They called it ״secret״.", "They called it ﹁secret﹂.", "They called it 〝secret〟.",
        "They called it “*secret*”.", "They called it *“secret”*.", "They called it “**sec**ret”.",
    ],
)  # fmt: skip
def test_every_mark_of_quotation_counts(written: str) -> None:
    assert compared_text(written, "The talks are open, Ada Reed said.").codes == {"unsupported-words"}
    if "**" not in written:
        assert compared_text(written, "The talks are secret, Ada Reed said.").codes == set()


def test_an_apostrophe_is_no_mark() -> None:
    assert (
        compared_text(
            "The ministers’ talks and the ’90s aren’t over, rock ’n’ roll. צה״ל, צה״ל, 5″ wide.",
            "צה״ל is 5″ wide.",
        ).codes
        == set()
    )


def test_words_that_quote_nobody_say_so() -> None:
    surge = MarkedTerm(words="Surge", reason="the name of the operation")
    assert compared_text("The “Surge” began.", "It began.", marked=(surge,)).codes == set()
    assert compared_text("The surge began.", "It began.", marked=(surge,)).codes == {"unused-marked-term"}
    assert compared_text("The “Surge” and the “plot” began.", "It began.", marked=(surge,)).codes == {
        "unsupported-words"
    }


def test_running_text_may_not_join_a_speaker_with_the_reporter() -> None:
    assert compared_text("“if it is sold, Ada Reed said, and walked out”", _LEAVE).codes == {"runs-over"}


@pytest.mark.parametrize("field", ["name: Ada “the liar” Reed", "about: Called “the liar”."])
def test_marks_count_in_shared_records_too(field: str, tmp_path: Path) -> None:
    """In names as well, which readers see and which no other comparison reads."""
    record = "name: Ada Reed, kind: person" if field.startswith("about") else "kind: person"
    example = f"""
stakeholders:
  ada-reed: {{{record}, {field}}}
# briefs/more.yaml
named: [ada-reed]
related: [water-sharing]
"""
    told = problems_of(example, tmp_path, with_archive=True)
    assert [item.code for item in told if item.span.file.startswith("briefs/registry")] == [
        "unsupported-words"
    ]


def test_an_alias_that_describes_is_no_name() -> None:
    """Whoever it is given to is inferred: readers do not see the alias."""
    people = People(
        {
            "hassan": Stakeholder(
                name="Ali Hassan", kind=StakeholderKind.PERSON, aliases=("the minister", "Abu Ali")
            )
        }
    )
    for words, grade in (("the minister", "inferred"), ("Abu Ali", "named"), ("Ali Hassan", "named")):
        (found,) = utterances([f"“There is no water,” {words} said."], people, language_of("en"))
        assert (found.attribution.grade.value, found.attribution.ids) == (grade, {"hassan"})


def test_somebody_without_a_name_may_have_a_record() -> None:
    told = compared("We will go", "official", "“We will go,” an official said on condition of anonymity.")
    assert told.codes == set()
    assert told.grade == "named"


# -- Laws --------------------------------------------------------------------------------------------

_WORDS = st.lists(
    st.sampled_from("we need to work with it and defeat them there now".split()), min_size=4, max_size=14
)


@given(_WORDS, st.data())
def test_a_part_of_a_text_is_found_and_a_changed_one_is_not(words: list[str], data: st.DataObject) -> None:
    """Whichever words are taken out of a text, they are found in it; with another word in it, they are not."""
    start = data.draw(st.integers(0, len(words) - 3))
    end = data.draw(st.integers(start + 3, len(words)))
    part = words[start:end]
    assert any(fits(groups_of(" ".join(part))[0], words))
    place = data.draw(st.integers(0, len(part) - 1))
    changed = [*part[:place], "never", *part[place + 1 :]]
    assert not any(fits(groups_of(" ".join(changed))[0], words))


@given(_WORDS, st.data())
def test_no_part_that_cuts_a_word_is_whole(words: list[str], data: st.DataObject) -> None:
    text = "-".join(words)
    place = data.draw(st.integers(1, len(text) - 1))
    assert splits_word(text, place)
    spaced = " ".join(words)
    for number, letter in enumerate(spaced):
        if letter == " ":
            assert not splits_word(spaced, number)


@given(st.text(max_size=80), st.text(max_size=120))
def test_any_texts_can_be_compared(quotation: str, paragraph: str) -> None:
    compared(quotation or "a", "reed", paragraph or "a")
    nearest_passage(quotation, tokens(paragraph))


@given(
    st.text(st.sampled_from("ab “”‘’\"'[]….,! "), max_size=40),
    st.text(st.sampled_from("ab “”‘’\"'[]….,! "), max_size=60),
)
def test_what_is_verified_stands_in_the_source(quotation: str, paragraph: str) -> None:
    """Without omissions and insertions, the letters of a verified quotation follow one another in the source."""
    if any(mark in quotation for mark in "[…") or ".." in quotation:
        return
    quotation, paragraph = quotation or "a", paragraph or "a"
    told = compared(quotation, "reed", paragraph, attributed="A test.")
    if told.grade:
        wanted = [token.text for token in tokens(quotation) if token.text.isalnum()]
        there = [token.text for token in tokens(paragraph) if token.text.isalnum()]
        assert any(
            [word.lower() for word in there[start : start + len(wanted)]] == [word.lower() for word in wanted]
            for start in range(len(there))
        )


# -- Drafts ------------------------------------------------------------------------------------------

_DRAFTED = (
    "The talks opened on Monday, Rep. Ida M. Quill (D-Ky.) said.",
    "“We will go on with the work, and nobody will stop us from it,” Quill told reporters. “It costs $5 million.",
    "“And we shall have it done by March,” she added. It has cost 40,000-45,000 dollars.",
    "“Not so,” a spokesman for the Harbour Ministry said.",
)


_REGISTRY = Registry(
    stakeholders=STAKEHOLDERS,
    sources={
        "daily": Source(
            title="Talks", kind=SourceKind.ARTICLE, publisher="P", published=parse_edtf("2021-07-23")
        )
    },
)


def _source(*paragraphs: str) -> SourceText:
    lines = tuple(range(1, len(paragraphs) + 1))
    text = ArchivedText("daily", "briefs/archive/daily.txt", "Talks", paragraphs, lines)
    return Library({"daily": text}, _REGISTRY).open("daily")


def test_a_draft_quotes_what_the_checks_accept() -> None:
    """Each quotation cites all of its paragraphs, names the speaker, and cuts no figure."""
    source = _source(*_DRAFTED)
    found = find(source, Library({"daily": source.archived}, _REGISTRY))
    assert [
        (quote.words, quote.paragraph, quote.last, quote.named or quote.speaker) for quote in found.quotes
    ] == [
        ("We will go on with the work, and nobody will stop us from it", 2, 2, "ida-m-quill"),
        ("It costs $5 million. And we shall have it done by March", 2, 3, "ida-m-quill"),
        ("Not so", 4, 4, "ministry"),
    ]
    assert [count.phrase for count in found.counts] == ["$5 million", "40,000-45,000 dollars"]
    assert [person.title for person in found.people if person.record_id == "ministry"] == [""]


# -- Answers that are none -----------------------------------------------------------------------------


@pytest.mark.parametrize("reason", ["-", ".", "we know", "verified"])
def test_an_answer_says_enough_to_be_weighed(reason: str) -> None:
    open_source = "Nobody was named. “We will go.”"
    assert compared("We will go", "reed", open_source, attributed=reason).codes == {"unnamed-speaker"}
    cut = "“If they pay, we will go,” Ada Reed said."
    assert compared("we will go", "reed", cut, context=reason).codes == {"cut-context"}


def test_no_answer_makes_the_reporter_speak() -> None:
    """Where a text has quotation marks, what stands outside them is the reporter's; one without any may be a speech."""
    report = "“We will go,” Ada Reed said. The army will kill them all."
    told = compared("The army will kill them all", "reed", report, attributed="She said so to us, too.")
    assert told.codes == {"not-direct-speech"}
    told = compared(
        "We will go … The army will kill them all", "reed", report, attributed="She said so to us."
    )
    assert "runs-over" in told.codes
    assert not told.grade
    speech = compared(
        "The army will go home", "reed", "The army will go home.", attributed="Her speech as printed."
    )
    assert speech.grade == "desk"


def test_of_several_places_the_one_counts_where_the_speaker_speaks() -> None:
    for source in (
        "“We will go,” Ben Sol said. “We will go,” Ada Reed said.",
        "“We will go,” Ada Reed said. “We will go,” Ben Sol said.",
        "“We will go,” a source said. “We will go,” Ada Reed said.",
    ):
        told = compared("We will go", "reed", source)
        assert (told.codes, told.grade) == (set(), "named")


def test_a_name_in_another_script_claims_nothing() -> None:
    told = compared("سنبني الميناء", "sol", "وقال كريم حداد: «سنبني الميناء».", language="ar")
    assert told.codes in ({"wrong-speaker"}, {"unnamed-speaker"})
    told = compared("سنبني الميناء", "sol", "وقال الملك: «سنبني الميناء».", language="ar")
    assert told.grade != "named"


# -- Whose document it is ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("publisher", "author", "title", "issuers"),
    [
        ("Harbour Ministry", None, "On the port", {"ministry"}),
        ("The Harbour Ministry", None, "On the port", {"ministry"}),
        ("P", "By Ada Reed", "On the port", {"reed"}),
        ("P", "Minister Ada Reed and Ben Sol", "On the port", {"reed", "sol"}),
        ("P", None, "Statement by Minister Ada Reed on the port", {"reed"}),
        ("P", None, "Remarks by Ben Sol to Ada Reed", {"sol"}),
        ("P", None, "Ada Reed: The port is ours", {"reed"}),
        ("P", None, "Ada Reed’s statement on the port", {"reed"}),
        ("Harbour Ministry", None, "Letter from Ada Reed", {"ministry", "reed"}),
        ("Ada Reed", None, "Statement by Ben Sol", {"sol"}),
        ("Enemies of Ada Reed", None, "On the port", set()),
        ("Ada Reed Airport", None, "On the port", set()),
        ("P", "Lawyers of Ada Reed", "On the port", set()),
        ("P", None, "Statement on Ada Reed", set()),
        ("P", None, "What Ada Reed thinks", set()),
        ("P", None, "Ben Sol on Ada Reed", set()),
        ("P", None, "Interview with Ada Reed’s lawyer", set()),
        ("P", None, "Death of Ada Reed", set()),
    ],
)
def test_a_document_speaks_for_whoever_issued_it(
    publisher: str, author: str | None, title: str, issuers: set[str]
) -> None:
    source = Source(title=title, kind=SourceKind.STATEMENT, publisher=publisher, author=author)
    assert issuers_of(source, title, People(STAKEHOLDERS), language_of("en")) == issuers
