"""Glossary terms in running text: which words are one, and which of them is explained."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backgrounder.model.registry import Term
from backgrounder.render.site.terms import TermMarker

_TERMS = (
    (
        "hearing",
        Term(name="hearing", definition="A day on which parties speak.", aliases=("public hearing",)),
    ),
    ("is", Term(name="IS", definition="An armed group.", aliases=("Islamic State", "straße"))),
)


def _marked(text: str, marker: TermMarker | None = None) -> list[tuple[str, str]]:
    marker = marker or TermMarker(_TERMS)
    return [(word, term) for word, term in marker.pieces(text) if term]


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("A hearing and a hearing.", [("hearing", "hearing")]),
        ("A HEARING is held.", [("HEARING", "hearing")]),
        ("The Public Hearing of IS.", [("Public Hearing", "hearing"), ("IS", "is")]),
        ("What is said of hearings.", []),
        ("ISLAMIC STATE", [("ISLAMIC STATE", "is")]),
        ("A HEARİNG, a hearıng.", []),
    ],
)
def test_words_that_are_terms(text: str, marked: list[tuple[str, str]]) -> None:
    assert _marked(text) == marked


def test_a_term_is_marked_once_until_a_new_section() -> None:
    marker = TermMarker(_TERMS)
    assert _marked("hearing", marker)
    assert not _marked("hearing", marker)
    assert marker.may_mark("Islamic state")
    assert _marked("Islamic state", marker)
    assert not marker.may_mark("hearing, Islamic state")
    marker.again()
    assert _marked("hearing", marker)


@given(
    st.lists(
        st.sampled_from(["hearing", "HEARING", "IS", "is", "public", " ", "x", "İ", "ſ", "STRASSE", "straße"])
    )
)
def test_no_text_with_a_term_is_passed_over(words: list[str]) -> None:
    text = "".join(words)
    pieces = list(TermMarker(_TERMS).pieces(text))
    assert "".join(piece for piece, _ in pieces) == text
    assert TermMarker(_TERMS).may_mark(text) or not any(term for _, term in pieces)


@given(st.lists(st.sampled_from(["hearing", "Public Hearing", "IS", "is", "Islamic State", "x"]), max_size=8))
def test_a_text_that_is_passed_over_has_no_piece_that_is_a_term(words: list[str]) -> None:
    """Also where some terms are marked already."""
    marker, looked = TermMarker(_TERMS), TermMarker(_TERMS)
    for text in (*words, " ".join(words)):
        assert list(looked.pieces(text)) == (
            list(marker.pieces(text)) if marker.may_mark(text) else [(text, "")]
        )


_ASCII_TERMS = (_TERMS[0], ("is", Term(name="IS", definition="An armed group.", aliases=("Islamic State",))))
_ELSEWHERE = ("elsewhere", Term(name="ш", definition="No text here has it, and it is no ASCII."))


@given(
    st.lists(
        st.sampled_from(
            ["hearing", "HEARING", "IS", "is", "public", "Islamic state", " ", "_x", ".", "a", "İ", "ſ"]
        )
    )
)
def test_words_are_found_from_the_first_on_as_they_are_from_the_start(words: list[str]) -> None:
    """With a term that is no ASCII, every letter of a text is looked at."""
    text = "".join(words)
    assert list(TermMarker(_ASCII_TERMS).pieces(text)) == list(
        TermMarker((*_ASCII_TERMS, _ELSEWHERE)).pieces(text)
    )
