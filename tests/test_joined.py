"""Texts that are searched together give what each gives by itself."""

from __future__ import annotations

import re
import sys

from hypothesis import given
from hypothesis import strategies as st

from backgrounder.check.acronyms import _CAPITALS
from backgrounder.check.across_figures import _FIGURE, _IN_NOUGHTS, _in_words
from backgrounder.check.characters import _unknown, _unusual
from backgrounder.check.estimates import _CONFIDENCE, _CONFIDENT, _HEDGE, _HEDGING, _OWN_ESTIMATE, _STACKED
from backgrounder.check.estimates import _WORDS as WORDS_OF_ESTIMATES
from backgrounder.check.relative_dates import _RELATIVE
from backgrounder.check.relative_dates import _WORDS as WORDS_OF_RELATIVE_DATES
from backgrounder.link.anchors import _ANCHORS
from backgrounder.link.linked import _text_fields
from backgrounder.model.brief import Statement
from backgrounder.model.choices import StakeholderKind
from backgrounder.model.joined import _FOLDED, Joined, in_noughts, in_plain_letters, plain_words
from backgrounder.model.names import Names
from backgrounder.model.registry import NativeName, Stakeholder
from backgrounder.model.texts import _SHIELDED, Text, Texts, _written_fields

PIECES = st.sampled_from(
    [
        *(
            " ",
            " ",
            " ",
            "\n",
            "\u00a0",
            "-",
            "’",
            ".",
            ",",
            "(",
            "“",
            "”",
            '"',
            "«",
            "»",
            "`",
            "](",
            ")",
            "<a:",
            ">",
        ),
        *("Mustafa", "al", "Kadhimi", "IS", "ISIS", "مصطفى", "الكاظمي", "Ilion", "İstanbul", "ΣΑΣ", "x", "_"),
        *("2", "12", "2,500", "1.5", "٥", "–", "American", "troops", "drones", "two", "Seven", "often", "is"),
        *("last", "Week", "LIKELY", "today", "https://x.y/", "this morning", "Ten days ago", "THE", "next"),
        *(
            "will probably",
            "may possibly",
            "could",
            "can’t be ruled out",
            "high confidence",
            "laſt week",
            "tonıght",
            "is unlİkely",
            "ſix",
            "fıve boats",
            "two",
            "𝟚",
            "\ud800",
        ),
        *("\u200b", "漢", "\x7f", "\r", "A&", "é", "Iraq"),
    ]
)
TEXT = st.lists(PIECES, max_size=14).map("".join)
TEXTS = st.lists(TEXT, max_size=6)

NAMES = Names(
    {
        "al-kadhimi": Stakeholder(
            name="Mustafa al-Kadhimi",
            kind=StakeholderKind.PERSON,
            aliases=("al-Kadhimi", "Kadhimi"),
            names=(NativeName(text="مصطفى الكاظمي", lang="ar"),),
        ),
        "isis": Stakeholder(
            name="ISIS", kind=StakeholderKind.ORGANISATION, aliases=("IS", "_IS", "12 Drones")
        ),
    }
)


@given(TEXTS, st.lists(st.sampled_from(["is", "IS", "last ", "12", "الكاظمي", "troops"]), max_size=3))
def test_words_are_found_in_the_texts_that_hold_them(texts: list[str], words: list[str]) -> None:
    wanted = [number for number, text in enumerate(texts) if any(word in text for word in words)]
    assert Joined(texts).holding(words) == wanted


@given(TEXTS)
def test_a_pattern_does_not_go_across_texts(texts: list[str]) -> None:
    for pattern in (_FIGURE, re.compile(r"\w+\s+\w+")):
        wanted = [number for number, text in enumerate(texts) if pattern.search(text)]
        assert Joined(texts).matching(pattern) == wanted


@given(TEXTS)
def test_many_texts_name_whom_each_names(texts: list[str]) -> None:
    whole = "\n".join(texts)
    for names in (NAMES, Names({})):
        first_words = names.first_words_in(whole, plain_words(whole))
        assert names.found_in_each(texts, first_words) == [names.found_in(text) for text in texts]


@given(TEXTS, st.lists(st.sampled_from(["last week", "likel", "today", "troops"]), max_size=3))
def test_hints_are_found_in_letters_of_any_size(texts: list[str], hints: list[str]) -> None:
    record = Statement(text="A text.")
    given_texts = Texts(Text(("text",), record, "text", text) for text in texts)
    folded = [text.lower().replace("\n", " ") for text in texts]
    wanted = [number for number, text in enumerate(folded) if any(hint in text for hint in hints)]
    assert given_texts.with_any(hints) == [given_texts[number] for number in wanted]


@given(TEXT)
def test_own_words_are_the_text_without_what_is_shielded(text: str) -> None:
    blanked = _SHIELDED.sub(lambda found: " " * len(found[0]), text)
    assert Text(("text",), Statement(text=text), "text", text).own_words == blanked


def test_all_letters_that_a_pattern_takes_for_others_are_known() -> None:
    letters = "abcdefghijklmnopqrstuvwxyz"
    pattern = re.compile(f"[{letters}]", re.IGNORECASE)
    others = [chr(code) for code in range(128, sys.maxunicode + 1) if pattern.match(chr(code))]
    assert sorted(_FOLDED) == others
    for other, plain in _FOLDED.items():
        assert re.match(plain, other, re.IGNORECASE)


def test_noughts_stand_for_all_digits_and_nothing_else() -> None:
    digit = re.compile(r"\d")
    for code in range(sys.maxunicode + 1):
        letter = chr(code)
        assert (in_noughts(letter) == "0") == (digit.match(letter) is not None), letter
        assert in_noughts(letter) in ("0", letter)


@given(TEXT)
def test_noughts_keep_every_letter_in_its_place(text: str) -> None:
    assert in_noughts(text) == re.sub(r"\d", "0", text)


@given(TEXT)
def test_plain_words_are_those_that_a_pattern_finds(text: str) -> None:
    for word in ("last", "likely", "tonight", "six", "five", "iraq", "kadhimi"):
        if re.search(rf"\b{word}\b", text, re.IGNORECASE):
            assert word in plain_words(text)
            assert word in in_plain_letters(text)


@given(TEXT)
def test_no_capitals_are_overlooked(text: str) -> None:
    if _CAPITALS.search(text):
        assert Joined([text]).may_have_capitals


@given(TEXT)
def test_a_word_of_them_is_in_every_estimate_and_every_relative_date(text: str) -> None:
    if _STACKED.search(text) or _HEDGE.search(text):
        assert not _HEDGING.isdisjoint(plain_words(text))
    if _CONFIDENCE.search(text):
        assert not _CONFIDENT.isdisjoint(plain_words(text))
    if _OWN_ESTIMATE.search(text):
        assert not WORDS_OF_ESTIMATES.isdisjoint(plain_words(text))
    if _RELATIVE.search(text):
        assert not WORDS_OF_RELATIVE_DATES.isdisjoint(plain_words(text))


@given(TEXTS)
def test_the_words_of_many_texts_are_those_of_each(texts: list[str]) -> None:
    """So are those of their own words, in which what is blanked out may leave a shorter word."""
    record = Statement(text="A text.")
    given_texts = Texts(Text(("text",), record, "text", text) for text in texts)
    for text in given_texts:
        assert plain_words(text.text) <= given_texts.words
        assert plain_words(text.own_words) <= given_texts.words
    assert given_texts.in_own_words.whole == Joined([text.own_words for text in given_texts]).whole


@given(TEXTS)
def test_no_figure_is_overlooked(texts: list[str]) -> None:
    record = Statement(text="A text.")
    given_texts = Texts(Text(("text",), record, "text", text) for text in texts)
    looked_at = {*given_texts.in_own_words.matching_in_noughts(_IN_NOUGHTS), *_in_words(given_texts)}
    assert looked_at >= {number for number, text in enumerate(given_texts) if _FIGURE.search(text.own_words)}


@given(TEXT)
def test_what_no_font_has_is_found_among_what_is_unusual(text: str) -> None:
    found, among_unusual = _unknown().search(text), _unknown().search(_unusual(text))
    assert (found and found[0]) == (among_unusual and among_unusual[0])


def test_whatever_may_name_somebody_is_a_text_of_the_desk() -> None:
    """So the words of all its texts tell whether anybody is named."""
    for kind in _ANCHORS:
        assert set(_text_fields(kind)) <= set(_written_fields(kind)), kind
