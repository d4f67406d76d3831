"""Texts that are searched together give what each gives by itself."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from backgrounder.check.across_figures import _FIGURE, _IN_DIGITS, _NUMBERS
from backgrounder.model.brief import Statement
from backgrounder.model.choices import StakeholderKind
from backgrounder.model.joined import Joined
from backgrounder.model.names import Names
from backgrounder.model.registry import NativeName, Stakeholder
from backgrounder.model.texts import _SHIELDED, Text, Texts

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
        *("last", "Week", "LIKELY", "today", "https://x.y/"),
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
    for pattern in (_FIGURE, _IN_DIGITS, re.compile(r"\w+\s+\w+")):
        wanted = [number for number, text in enumerate(texts) if pattern.search(text)]
        assert Joined(texts).matching(pattern) == wanted


@given(TEXTS)
def test_many_texts_name_whom_each_names(texts: list[str]) -> None:
    for names in (NAMES, Names({})):
        assert names.found_in_each(texts) == [names.found_in(text) for text in texts]


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


@given(TEXT)
def test_figures_in_digits_are_those_of_the_whole_pattern(text: str) -> None:
    """Both ways of writing the pattern find the same figures, but for numbers written as words."""
    without_words = re.sub("|".join(_NUMBERS), "many", text, flags=re.IGNORECASE)
    found = [(one.span(), one.groupdict()) for one in _IN_DIGITS.finditer(without_words)]
    assert found == [(one.span(), one.groupdict()) for one in _FIGURE.finditer(without_words)]
