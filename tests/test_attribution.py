"""Who is said to speak, and how surely: named beside the words, labelled, inferred, or not established."""

from __future__ import annotations

import time

import pytest

from backgrounder.evidence.attribution import utterances
from backgrounder.evidence.languages import language_of
from backgrounder.evidence.people import People
from backgrounder.evidence.utterances import Attribution, Utterance
from backgrounder.model.choices import SourceKind, StakeholderKind
from backgrounder.model.proof import SpeakerGrade
from backgrounder.model.registry import Stakeholder

_PERSON = StakeholderKind.PERSON
_PEOPLE = People(
    {
        "reed": Stakeholder(name="Ada Reed", kind=_PERSON),
        "marsh": Stakeholder(name="Robert Marsh", kind=_PERSON, aliases=("Bob Marsh",)),
        "orr": Stakeholder(name="Jana Orr", kind=_PERSON),
        "okonjo": Stakeholder(name="Tomás Okonjo", kind=_PERSON),
        "harbour": Stakeholder(name="Harbour Board", kind=StakeholderKind.ORGANISATION),
    }
)
NAMED, LABELLED, INFERRED, OPEN = (
    SpeakerGrade.NAMED,
    SpeakerGrade.LABELLED,
    SpeakerGrade.INFERRED,
    SpeakerGrade.OPEN,
)


def _read(*paragraphs: str, kind: SourceKind = SourceKind.ARTICLE, language: str = "en") -> list[Utterance]:
    return utterances(paragraphs, _PEOPLE, language_of(language), kind)


def _given(*paragraphs: str, kind: SourceKind = SourceKind.ARTICLE) -> list[Attribution]:
    return [utterance.attribution for utterance in _read(*paragraphs, kind=kind)]


# -- Named beside the words --------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "“We sell the quay now,” said Reed.",
        "“We sell the quay now,” Ada Reed said.",
        "“We sell the quay now,” said Rep. Ada Reed.",
        "“We sell the quay now,” said Sen. Ada M. Reed (R-Ky.), who met Marsh.",
        "“We sell the quay now,” said the Rev. Ada Reed.",
        "“We sell the quay now,” Reed Ada said.",
        "“We sell the quay now,” ADA REED said.",
        "“We sell the quay now,” Áda Reed said.",
        "“We sell the quay now,” Ms. Reed told Marsh.",
        "“We sell the quay now,” Reed, the mayor, said.",
        "“We sell the quay now,” Reed, who has clashed with Marsh, told reporters in Selm.",
        "“We sell the quay now,” Reed later told reporters beside Robert Marsh.",
        "“We sell the quay now,” the mayor, Ada Reed, said.",
        "“We sell the quay now,” harbour board chairwoman Ada Reed said.",
        "“Why sell the quay now?” Reed asked.",
        "“We sell the quay now,” claims Reed.",
        "“We sell the quay now,” according to Reed.",
        "“We sell the quay now.” — Ada Reed",
        "Reed said: “We sell the quay now.”",
        "Reed said that “we sell the quay now”.",
        "Reed told Marsh that “we sell the quay now”.",
        "Reed tweeted, “We sell the quay now.”",
        "Reed called Marsh “a very stubborn man”.",
        "Reed: “We sell the quay now.”",
        "According to Reed, “we sell the quay now”.",
        "In Reed’s words, “we sell the quay now”.",
        "As Reed put it, “we sell the quay now”.",
        "Unsurprisingly, Reed called it “a very bad deal for us”.",
        "Yesterday Reed said “we sell the quay now”.",
        "Speaking beside Marsh, Reed said: “We sell the quay now.”",
        "Asked by Marsh, Reed said: “We sell the quay now.”",
        "At a rally in Selm, Reed, a former diver, said: “We sell the quay now.”",
        "Reed, who has clashed with Marsh before, called it “far too early for us”.",
        "Marsh said that Reed called it “far too early for us”.",
        "Marsh met Orr, but Reed said: “We sell the quay now.”",
    ],
)
def test_the_source_names_the_speaker_beside_the_words(text: str) -> None:
    (given,) = _given(text)
    assert (given.grade, given.ids, given.named) == (NAMED, {"reed"}, "")


def test_names_match_with_and_without_diacritics_and_by_short_forms() -> None:
    assert _given("“We sell it all now,” said Tomas Okonjo.")[0].ids == {"okonjo"}
    assert _given("“We sell it all now,” said Bob J. Marsh.")[0].ids == {"marsh"}


def test_a_split_quotation_has_one_speaker() -> None:
    first, second = _given("“We sell,” Reed said, “and we do it now.”")
    assert (first.grade, second.grade) == (NAMED, NAMED)
    assert first.ids == second.ids == {"reed"}


def test_the_next_sentence_goes_on_with_the_speaker() -> None:
    _, second = _given("“We sell,” Reed said of Marsh. “And we do it now.”")
    assert (second.grade, second.ids, second.candidates) == (INFERRED, {"reed"}, {"marsh"})


def test_quotations_joined_by_and_have_one_speaker() -> None:
    given = _given(
        "Reed promised “a fair price for all” and “a new quay”, and Marsh said “we shall see that”."
    )
    assert [item.ids for item in given] == [{"reed"}, {"reed"}, {"marsh"}]


# -- Somebody else -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("“We sell the quay now,” a man told Reed.", "a man"),
        ("“We sell the quay now,” a spokesman for Reed said.", "a spokesman for Reed"),
        ("“We sell the quay now,” said an aide to Ada Reed.", "an aide to Ada Reed"),
        ("“We sell the quay now,” Reed’s lawyer said.", "Reed’s lawyer"),
        ("“We sell the quay now,” Reed’s campaign said.", "Reed’s campaign"),
        ("“We sell the quay now,” the Reed campaign said.", "the Reed campaign"),
        ("“We sell the quay now,” said Reed supporters.", "Reed supporters"),
        ("“We sell the quay now,” said Reed’s husband, Carl Low.", "Carl Low"),
        ("“We sell the quay now,” Reed campaign manager Carl Low said.", "Carl Low"),
        ("“We sell the quay now,” said Otto Reed.", "Otto Reed"),
        ("Carl Low told Reed that “we sell the quay now”.", "Carl Low"),
    ],
)
def test_somebody_near_a_person_is_not_that_person(text: str, named: str) -> None:
    (given,) = _given(text)
    assert (given.grade, given.ids, given.named) == (NAMED, frozenset(), named)
    assert not _PEOPLE.may_be("reed", given.named)


def test_what_a_bodys_people_say_the_body_says() -> None:
    for text in (
        "“We sell it now,” a Harbour Board spokesman said.",
        "“We sell it now,” said a spokesman for the Harbour Board.",
    ):
        assert _given(text)[0].ids == {"harbour"}


def test_who_was_told_does_not_speak() -> None:
    (given,) = _given("Reed was told by Marsh that “we sell the quay now”.")
    assert given.ids == {"marsh"}


def test_a_surname_means_the_namesake_whom_the_text_names_in_full() -> None:
    _, given = _given("“No sale at all,” said Otto Reed.", "“We sell the quay now,” Reed said.")
    assert (given.ids, given.named) == (frozenset(), "Otto Reed")


@pytest.mark.parametrize(
    ("name", "is_hers"),
    [
        ("Ada Reed", True),
        ("Reed", True),
        ("Mayor Ada Reed", True),
        ("Reed, Ada", True),
        ("A. Reed", True),
        ("Áda Réed", True),
        ("Otto Reed", False),
        ("an aide to Ada Reed", False),
        ("Reed’s lawyer", False),
        ("Carl Low", False),
        ("Ада Рид", True),
    ],
)
def test_a_name_that_the_registry_does_not_hold_may_be_a_spelling(name: str, is_hers: bool) -> None:
    assert _PEOPLE.may_be("reed", name) == is_hers


# -- Said by nobody ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "“We sell the quay now,” Reed never said.",
        "“We sell the quay now,” Reed did not say.",
        "“We sell the quay now,” Reed didn’t say.",
        "Reed did not say: “We sell the quay now.”",
        "It is not true that Reed said “we sell the quay now”.",
        "It is false that Reed said “we sell the quay now”.",
        "There is no proof that Reed said “we sell the quay now”.",
        "Rumours that Reed said “we sell the quay now” are false.",
        "Reports in which Reed said “we sell the quay now” were false.",
        "Reed was wrongly quoted as saying “we sell the quay now”.",
        "Marsh falsely claimed that Reed said “we sell the quay now”.",
        "Reed was misquoted as saying “we sell the quay now”.",
        "The Herald falsely quoted Reed as saying “we sell the quay now”.",
        "Reed stopped short of saying “we sell the quay now”.",
        "Reed has yet to say “we sell the quay now”.",
        "Did Reed say “we sell the quay now”?",
        "Asked whether Reed said “we sell the quay now”, the king left.",
        "“We sell the quay now,” Reed denied saying.",
        "Reed denied saying “we sell the quay now”.",
        "Reed denied that she said “we sell the quay now”.",
        "Reed refused to say “we sell the quay now”.",
        "Reed could have said “we sell the quay now”.",
        "Reed would have said “we sell the quay now”.",
        "“We sell the quay now,” Reed might say.",
        "“We sell the quay now,” Reed will say tomorrow.",
        "Reed is expected to say “we sell the quay now”.",
        "If Reed said “we sell the quay now”, the board would go.",
        "Had Reed said “we sell the quay now”, the board would go.",
        "Nobody heard Reed say “we sell the quay now”.",
        "No one ever heard Reed say “we sell the quay now”.",
        "Reed was never heard to say “we sell the quay now”.",
        "Reed called “we sell the quay now” a lie.",
        "Reed criticised the slogan “we sell the quay now”.",
        "Reed was asked: “Will you sell the quay?”",
        "Reed heard them say “we sell the quay now”.",
        "Reed cited the report: “We sell the quay now.”",
        "Reed said the men cried “we sell the quay now”.",
        "Reed said her father used to say, “We sell the quay now.”",
        "Reed said the board’s answer was: “We sell the quay now.”",
        "About Reed, he said: “We sell the quay now.”",
    ],
)
def test_words_that_nobody_is_shown_to_have_said_stay_open(text: str) -> None:
    (given,) = _given(text)
    assert (given.grade, given.ids) == (OPEN, frozenset())


@pytest.mark.parametrize(
    "text",
    [
        "“We sell the quay now,” Reed would later say.",
        "“We do not sell the quay,” Reed said.",
        "“We sell the quay now,” said Reed, who had never said much.",
        "Reed not only said “we sell the quay now” but did it.",
        "Reed did not explain but said “we sell the quay now”.",
        "Reed, who is not a member, said “we sell the quay now”.",
        "If elected, Reed said, “we sell the quay now”.",
        "Asked if she would go, Reed said: “We sell the quay now.”",
        "Without naming him, Reed said: “We sell the quay now.”",
        "Reed went on to say “we sell the quay now”.",
        "Reed called the plan “a very bad idea” a day later.",
        "Reed criticised the plan as “a very bad idea”.",
        "Reed said the plan was “a very bad idea”.",
        "Reed said her answer was: “We sell the quay now.”",
        "Reed cited “a lack of trust in us”.",
        "Reed wrote to Marsh: “We sell the quay now.”",
    ],
)
def test_a_denial_elsewhere_in_the_sentence_leaves_the_speaker(text: str) -> None:
    given = _given(text)[-1]
    assert (given.grade, given.ids) == (NAMED, {"reed"})


@pytest.mark.parametrize(
    ("text", "named", "candidates"),
    [
        ("In a letter to Reed, the king said: “We sell the quay now.”", "the king", set()),
        ("The king to Reed: “We sell the quay now.”", "The king", set()),
        ("Asked about Reed, the king said: “We sell the quay now.”", "the king", set()),
        ("Reed listened. “We sell the quay now,” her husband said.", "her husband", set()),
        ("Reed met her deputy. “We sell the quay now,” the deputy said.", "the deputy", {"reed"}),
        ("Reed quoted the prime minister as saying: “We sell now.”", "the prime minister", {"reed"}),
        ("“We sell now,” the Iraqi leader said. Reed took office in May.", "the Iraqi leader", {"reed"}),
        ("Reed came. “We sell now,” the Texas Republican said.", "the Texas Republican", {"reed"}),
        ("Reed posted a line from Otto Low: “We sell now.”", "Otto Low", {"reed"}),
    ],
)
def test_a_description_is_not_whoever_was_named_last(text: str, named: str, candidates: set[str]) -> None:
    (given,) = _given(text)
    assert (given.grade, given.ids, given.named) == (INFERRED, frozenset(), named)
    assert given.candidates == candidates


@pytest.mark.parametrize(
    "before",
    [
        "Mayor Ada Reed met Marsh.",
        "Ada Reed, the mayor, met Marsh.",
        "The mayor of Selm, Ada Reed, met Marsh.",
        "Ada Reed was elected mayor. She met Marsh.",
    ],
)
def test_a_title_means_whom_the_text_calls_by_it(before: str) -> None:
    (given,) = _given(f"{before} “We sell the quay now,” the mayor said.")
    assert (given.grade, given.ids) == (INFERRED, {"reed"})


@pytest.mark.parametrize(
    "text",
    [
        "“We sell now,” the Herald reported Reed as saying.",
        "“We sell now,” Reed’s spokesman quoted her as saying.",
    ],
)
def test_who_is_quoted_by_another_speaks(text: str) -> None:
    (given,) = _given(text)
    assert (given.grade, given.ids) == (INFERRED, {"reed"})


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("“We sell now,” said Ada Reed-Low.", "Ada Reed-Low"),
        ("“We sell now,” said the actress playing Ada Reed.", "the actress playing Ada Reed"),
        ("Reed quoted Churchill: “We shall sell it now.”", "Churchill"),
    ],
)
def test_a_name_within_another_or_quoted_is_not_the_speaker(text: str, named: str) -> None:
    (given,) = _given(text)
    assert (given.grade, given.ids, given.named) == (NAMED, frozenset(), named)


def test_initials_may_be_short_for_a_body() -> None:
    (given,) = _given("“We sell now,” the HB said.")
    assert (given.grade, given.candidates) == (INFERRED, {"harbour"})


def test_two_of_one_surname_whom_the_text_names_both_may_be_meant() -> None:
    people = People(
        {
            "ada": Stakeholder(name="Ada Reed", kind=_PERSON),
            "otto": Stakeholder(name="Otto Reed", kind=_PERSON),
        }
    )
    text = "Ada Reed and Otto Reed met. “We sell the quay now,” Reed said."
    (found,) = utterances([text], people, language_of("en"), SourceKind.ARTICLE)
    assert (found.attribution.grade, found.attribution.ids) == (INFERRED, {"ada", "otto"})


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("“We sell the quay now” (Ada Reed)",),
        ("“We sell the quay now”: Ada Reed",),
        ("“We sell the quay now.”", "— Ada Reed"),
        ("“We sell the quay now,” Ada “Addie” Reed said.",),
    ],
)
def test_signatures_and_nicknames_name_the_speaker(paragraphs: tuple[str, ...]) -> None:
    (given,) = _given(*paragraphs)
    assert (given.grade, given.ids) == (NAMED, {"reed"})


# -- Inferred ----------------------------------------------------------------------------------------


def test_a_pronoun_means_the_subject_and_others_stay_possible() -> None:
    (given,) = _given("Marsh met Okonjo. “We sell the quay now,” he said.")
    assert (given.grade, given.ids, given.candidates) == (INFERRED, {"marsh"}, {"okonjo"})


def test_a_pronoun_means_the_last_who_spoke() -> None:
    _, given = _given("“We sell now,” said Marsh beside Okonjo.", "“We stay too,” he added.")
    assert (given.grade, given.ids) == (INFERRED, {"marsh"})


def test_persons_of_the_paragraph_before_stay_possible_where_the_own_one_has_no_subject() -> None:
    before = "“We sell now,” said Okonjo."
    _, given = _given(before, "This left Marsh alone. “We sell the quay now,” he said.")
    assert given.ids | given.candidates == {"marsh", "okonjo"}
    _, given = _given(before, "Marsh disagrees. “We stay all together,” he said.")
    assert (given.ids, given.candidates) == ({"marsh"}, frozenset())


def test_a_word_that_opens_a_sentence_is_not_taken_for_a_person() -> None:
    (given,) = _given("Rain has been scarce.", "“Enough is enough for us.” Farmers wait.")
    assert given.grade == OPEN


def test_the_text_itself_shows_who_is_a_woman() -> None:
    text = "Ms. Reed and her husband left, and Reed said she would not be back. Mr. Marsh spoke after Reed did, and Mr. Marsh stayed."
    given = _given(text, "“We sell the quay now,” she said.")[-1]
    assert given.ids == {"reed"}


@pytest.mark.parametrize(
    "text",
    [
        "Marsh dismissed Reed’s claim that “we sell the quay now”.",
        "A letter by Reed to Marsh said “we sell the quay now”.",
    ],
)
def test_whose_claim_or_letter_it_is(text: str) -> None:
    (given,) = _given(text)
    assert (given.grade, given.ids, given.candidates) == (INFERRED, {"reed"}, {"marsh"})


def test_what_somebodys_report_says_may_be_theirs() -> None:
    (given,) = _given("Reed’s report says “we sell the quay now”.")
    assert (given.grade, given.named, given.candidates) == (INFERRED, "Reed’s report", {"reed"})


def test_a_title_alone_points_back() -> None:
    (given,) = _given("Mayor Ada Reed met Marsh.", "“We sell the quay now,” the mayor said.")
    assert (given.grade, given.ids) == (INFERRED, {"reed"})


def test_the_sentence_before_names_the_speaker() -> None:
    (given,) = _given("Reed was not amused. “We will not sell the quay.”")
    assert (given.grade, given.ids) == (INFERRED, {"reed"})


@pytest.mark.parametrize(
    "text",
    [
        "“It is what it is.”",
        "“We sell the quay now,” the report said.",
        "The words “it is over now” hung there.",
    ],
)
def test_what_the_text_does_not_show_stays_open(text: str) -> None:
    (given,) = _given(text)
    assert (given.grade, given.ids) == (OPEN, frozenset())


# -- Utterances --------------------------------------------------------------------------------------


def test_an_utterance_goes_on_over_paragraphs_that_open_with_a_mark() -> None:
    found = _read(
        "“We sell the quay,", "“and we sell the cranes,", "“and then we leave,” said Reed.", "Marsh left."
    )
    assert [[stretch.paragraph for stretch in item.stretches] for item in found] == [[1, 2, 3]]
    assert (found[0].attribution.grade, found[0].attribution.ids) == (NAMED, {"reed"})


def test_a_paragraph_without_a_mark_does_not_go_on() -> None:
    found = _read("Reed said: “We sell the quay.", "Marsh left the room.", "“And we stay,” said Orr.")
    assert [[stretch.paragraph for stretch in item.stretches] for item in found] == [[1], [3]]


def test_a_quotation_within_a_quotation_has_its_own_speaker() -> None:
    outer, inner = _read("“Marsh told me ‘go home now’,” Reed said.")
    assert (outer.attribution.ids, outer.parent) == ({"reed"}, None)
    assert (inner.attribution.grade, inner.attribution.ids, inner.parent) == (NAMED, {"marsh"}, 0)


def test_a_quotation_within_a_quotation_by_nobody_is_open() -> None:
    _, inner = _read("“They have a plan ‘for all of us’ again,” Reed said.")
    assert (inner.attribution.grade, inner.parent) == (OPEN, 0)


def test_what_the_speaker_quotes_of_herself_is_hers() -> None:
    _, inner = _read("“I said ‘we sell it all now’,” Reed recalled.")
    assert (inner.attribution.grade, inner.attribution.ids) == (INFERRED, {"reed"})


@pytest.mark.parametrize(
    ("words", "is_speech"),
    [
        ("We sell the quay now.", True),
        ("Face the Nation,", False),
        ("Contract with Selm.", False),
        ("reform", False),
        ("No.", True),
    ],
)
def test_a_remark_is_told_from_a_title_and_a_term(words: str, is_speech: bool) -> None:
    (found,) = _read(f"There was “{words}” on the table.")
    assert found.is_speech == is_speech


def test_without_rules_for_a_language_only_the_marks_are_read() -> None:
    (found,) = _read("„Myymme laiturin nyt“, sanoi Reed.", language="fi")
    assert found.attribution == Attribution(SpeakerGrade.NO_RULES)


# -- Transcripts and releases ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("label", "speaker"),
    [
        ("REED:", {"reed"}),
        ("MS. REED:", {"reed"}),
        ("Ada Reed:", {"reed"}),
        ("REED (00:04):", {"reed"}),
        ("REED, MAYOR:", {"reed"}),
        ("[00:04] Reed:", {"reed"}),
        ("**Reed:**", {"reed"}),
        ("SEN. REED (D-NY):", {"reed"}),
        ("Ms. REED.", {"reed"}),
        ("Ada Reed –", {"reed"}),
    ],
)
def test_the_label_of_a_turn_says_who_speaks(label: str, speaker: set[str]) -> None:
    (found,) = _read(f"{label} The owner hid it.", kind=SourceKind.TRANSCRIPT)
    assert (found.attribution.grade, found.attribution.ids) == (LABELLED, speaker)


def test_a_turn_goes_on_up_to_the_next_label() -> None:
    found = _read(
        "MS. REED: The owner hid it.",
        "We saw it.",
        "(Applause)",
        "MR. MARSH: That is a lie.",
        kind=SourceKind.TRANSCRIPT,
    )
    assert [[stretch.paragraph for stretch in item.stretches] for item in found] == [[1, 2], [4]]
    assert [item.attribution.ids for item in found] == [{"reed"}, {"marsh"}]


@pytest.mark.parametrize(
    "paragraph",
    [
        "[Otto Low] That is a lie.",
        "(Otto Low) That is a lie.",
        "<Otto Low> That is a lie.",
        "Mr. Low. That is a lie.",
        ">> That is a lie.",
        ">> OTTO LOW: That is a lie.",
        "– Is that a lie?",
        "O. L. – That is a lie.",
        "LOW — That is a lie.",
        "Audience member: That is a lie.",
        "(Crosstalk) OTTO LOW: That is a lie.",
        "[VIDEO CLIP] That is a lie.",
        "OTTO LOW; That is a lie.",
        "OTTO LOW> That is a lie.",
        "Otto Low | That is a lie.",
        "@ottolow: That is a lie.",
        "• Otto Low: That is a lie.",
        "1. Otto Low: That is a lie.",
        "otto low: that is a lie.",
        "The Right Honourable Otto Low of Selm, MP for Selm North and Minister: That is a lie.",
        "REED’S LAWYER: That is a lie.",
        "LAWYER FOR ADA REED: That is a lie.",
        "ADA REED SUPPORTER: That is a lie.",
        "ADA REED, JR.: That is a lie.",
        "MARY ADA REED: That is a lie.",
        "ADA REED-LOW: That is a lie.",
        "ADA REED (as Lady Macbeth): That is a lie.",
    ],
)
def test_what_may_be_another_label_ends_a_turn(paragraph: str) -> None:
    first, second = _read("ADA REED: The owner hid it.", paragraph, kind=SourceKind.TRANSCRIPT)
    assert [stretch.paragraph for stretch in first.stretches] == [1]
    assert "reed" not in second.attribution.ids
    words = paragraph[second.stretches[0].start :].lower()
    assert words in ("that is a lie.", "is that a lie?")


@pytest.mark.parametrize(
    "paragraph",
    [
        "First: we looked.",
        "Our plan has three parts: time, money and men.",
        "Good news: we won.",
        "— and so we looked.",
        "Mr. Speaker. We looked.",
        "(Applause) We looked.",
    ],
)
def test_what_is_no_label_leaves_the_turn(paragraph: str) -> None:
    (found,) = _read("ADA REED: The owner hid it.", paragraph, kind=SourceKind.TRANSCRIPT)
    assert {stretch.paragraph for stretch in found.stretches} == {1, 2}


@pytest.mark.parametrize(
    "label", ["ADA REED (on camera):", "HERALD EDITOR ADA REED:", "REED, PRESS SECRETARY:"]
)
def test_a_label_may_say_more_than_the_name(label: str) -> None:
    (found,) = _read(f"{label} The owner hid it.", kind=SourceKind.TRANSCRIPT)
    assert (found.attribution.grade, found.attribution.ids) == (LABELLED, {"reed"})


def test_initials_before_a_colon_are_open() -> None:
    (given,) = _given("AR: The owner hid it.", kind=SourceKind.TRANSCRIPT)
    assert given == Attribution()


def test_two_labels_in_one_paragraph_are_two_turns() -> None:
    text = "ADA REED: The owner hid it. ROBERT MARSH: That is a lie."
    found = _read(text, kind=SourceKind.TRANSCRIPT)
    words = [text[item.stretches[0].start : item.stretches[0].end].strip() for item in found]
    assert words == ["The owner hid it.", "That is a lie."]
    assert [item.attribution.ids for item in found] == [{"reed"}, {"marsh"}]


def test_what_a_reporter_explains_in_brackets_leaves_the_words_in_one_piece() -> None:
    text = "REED: We know (Texas Sen.) Low (a former diver.) and (NATO) too. (We will not stop.)"
    (found,) = _read(text, kind=SourceKind.TRANSCRIPT)
    assert len(found.stretches) == 1


def test_what_happens_in_the_room_is_no_speech() -> None:
    text = "REED: We looked (The audience laughs at her.) and found it. [She sits down.] We go."
    (found,) = _read(text, kind=SourceKind.TRANSCRIPT)
    words = [text[stretch.start : stretch.end].strip() for stretch in found.stretches]
    assert words == ["We looked", "and found it.", "We go."]


def test_a_name_on_a_line_of_its_own_is_a_label() -> None:
    found = _read(
        "Ada Reed", "The owner hid it.", "Robert Marsh", "That is a lie.", kind=SourceKind.TRANSCRIPT
    )
    assert [item.attribution.ids for item in found] == [{"reed"}, {"marsh"}]


@pytest.mark.parametrize("label", ["HOST", "Speaker 2", "THE CHAIRMAN", "UNIDENTIFIED MALE"])
def test_a_part_in_a_transcript_may_be_anybodys(label: str) -> None:
    (given,) = _given(f"{label}: The owner hid it.", kind=SourceKind.TRANSCRIPT)
    assert (given.grade, given.ids, given.named) == (INFERRED, frozenset(), label)


def test_questions_and_answers_name_nobody() -> None:
    given = _given(
        "QUESTION: Did you?", "ANSWER: We did.", "Q: Why?", "A: Because.", kind=SourceKind.TRANSCRIPT
    )
    assert [item.grade for item in given] == [OPEN] * 4


def test_an_interview_in_an_article_has_turns() -> None:
    found = _read(
        "We met.", "HERALD: Why?", "Reed: We must.", "HERALD: Now?", "Reed: We wait.", "She left the quay."
    )
    assert [(item.attribution.ids, item.attribution.named) for item in found] == [
        (frozenset(), "HERALD"),
        ({"reed"}, ""),
    ] * 2
    assert [stretch.paragraph for stretch in found[-1].stretches] == [5]


def test_headings_that_come_back_are_no_labels() -> None:
    found = _read("Claim: The quay is sold.", "Fact: It is not.", "Claim: Reed signed.", "Fact: Marsh did.")
    assert found == []


def test_where_labels_are_in_capitals_other_words_before_a_colon_are_none() -> None:
    found = _read(
        "REED: I looked.", "Result: nothing at all.", "MARSH: Look again.", kind=SourceKind.TRANSCRIPT
    )
    assert [[stretch.paragraph for stretch in item.stretches] for item in found] == [[1, 2], [3]]


def test_a_release_quotes_as_an_article_does() -> None:
    found = _given(
        "The board has a plan.",
        "Ada Reed, director, said: “We begin now.”",
        "“A start,” said Marsh.",
        kind=SourceKind.STATEMENT,
    )
    assert [(item.grade, item.ids) for item in found] == [(NAMED, {"reed"}), (NAMED, {"marsh"})]


# -- Speed -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "“" * 3000,
        "'a " * 3000,
        "Reed said “a” and " * 400,
        "“‘" * 1500,
        "Reed, " * 2000 + "said “a b c d”.",
        "A: b " * 1500,
    ],
    ids=lambda text: text[:12],
)
def test_no_paragraph_takes_long_to_read(text: str) -> None:
    start = time.process_time()
    _read(text, text, "“We sell,” he said.")
    assert time.process_time() - start < 2
