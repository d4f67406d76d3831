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


# -- Inferred ----------------------------------------------------------------------------------------


def test_a_pronoun_means_the_subject_and_others_stay_possible() -> None:
    (given,) = _given("Marsh met Okonjo. “We sell the quay now,” he said.")
    assert (given.grade, given.ids, given.candidates) == (INFERRED, {"marsh"}, {"okonjo"})


def test_a_pronoun_means_the_last_who_spoke() -> None:
    _, given = _given("“We sell now,” said Marsh beside Okonjo.", "“We stay too,” he added.")
    assert (given.grade, given.ids) == (INFERRED, {"marsh"})


def test_the_text_itself_shows_who_is_a_woman() -> None:
    text = "Ms. Reed and her husband left, and Reed said she would not be back. Mr. Marsh spoke after Reed did, and Mr. Marsh stayed."
    given = _given(text, "“We sell the quay now,” she said.")[-1]
    assert given.ids == {"reed"}


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


def test_a_name_on_a_line_of_its_own_is_a_label() -> None:
    found = _read(
        "Ada Reed", "The owner hid it.", "Robert Marsh", "That is a lie.", kind=SourceKind.TRANSCRIPT
    )
    assert [item.attribution.ids for item in found] == [{"reed"}, {"marsh"}]


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
