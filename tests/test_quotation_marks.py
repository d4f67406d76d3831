"""Quotation marks of every style are paired; apostrophes, inches and elisions are none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backgrounder.evidence.marks import pairs, quoted


def _outermost(text: str) -> list[str]:
    return [text[start:end] for start, end in quoted(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“We go,” he said. “We stay.”", ["We go,", "We stay."]),
        ('"We go," he said. "We stay."', ["We go,", "We stay."]),
        ("„Wir gehen“, sagte er.", ["Wir gehen"]),
        ("„Idziemy”, powiedział.", ["Idziemy"]),
        ("”Vi går”, sade hon.", ["Vi går"]),
        ("« Nous partons », dit-il.", [" Nous partons "]),
        ("»Wir gehen«, sagte er.", ["Wir gehen"]),
        ("‹Nous partons›, dit-il.", ["Nous partons"]),
        ("‘We go,’ he said.", ["We go,"]),
        ("‚Wir gehen‘, sagte er.", ["Wir gehen"]),
        ("'We go,' he said.", ["We go,"]),
        ("「行く」と言った。", ["行く"]),
        ("『行く』と言った。", ["行く"]),
        ("''We go,'' he said.", ["We go,"]),
        ("``We go,'' he said.", ["We go,"]),
        ("قال «نحن ذاهبون».", ["نحن ذاهبون"]),
        ("He called it “the plan” (“our plan”)—“mine”—yesterday.", ["the plan", "our plan", "mine"]),
        ('" We go , " he said . " We stay . "', [" We go , ", " We stay . "]),
    ],
)
def test_marks_of_every_style(text: str, words: list[str]) -> None:
    assert _outermost(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "It’s the players’ union, isn’t it?",
        "It's the players' union, isn't it?",
        "In the ’90s and the '80s rock 'n' roll was the players' thing.",
        "He is 6'2\" tall.",
        "O’Brien’s and d'Estaing's",
        'צה"ל הודיע',
    ],
)
def test_what_looks_like_a_mark_is_none(text: str) -> None:
    assert _outermost(text) == []


def test_an_apostrophe_does_not_end_a_quotation() -> None:
    assert _outermost("‘We saw the players’ union go, and it’s over,’ he said.") == [
        "We saw the players’ union go, and it’s over,"
    ]
    assert _outermost("He said 'go home' at the players' hall.") == ["go home"]


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("“B told me ‘go home’,” A said.", "go home"),
        ("‘B told me “go home”,’ A said.", "go home"),
        ("\"B told me 'go home',\" A said.", "go home"),
        ('"B told me "go home" today," A said.', "go home"),
        ("“B told me “go home” today,” A said.", "go home"),
        ("« Il a dit « partez » hier », a dit A.", " partez "),
        ("„B sagte ‚geht heim‘“, sagte A.", "geht heim"),
        ("「彼は『行け』と言った」とAは言った。", "行け"),
        ("''B told me 'go home','' A said.", "go home"),
    ],
)
def test_a_quotation_within_a_quotation_has_a_depth(text: str, inner: str) -> None:
    outer, nested = pairs(text)
    assert (outer.depth, nested.depth) == (0, 1)
    assert text[nested.start : nested.end] == inner
    assert outer.start < nested.start
    assert nested.end <= outer.end


def test_a_mark_left_open_reaches_to_the_end() -> None:
    (found,) = pairs("He said: “We go, and here is why.")
    assert (found.is_closed, found.end) == (False, 33)


def test_an_opening_mark_typed_for_a_closing_one_closes() -> None:
    assert _outermost("“We go,“ he said. “We stay.”") == ["We go,", "We stay."]


def test_a_mark_that_was_forgotten_ends_at_the_next() -> None:
    assert _outermost("“We go, he said. “We stay,” she said.") == ["We go, he said. ", "We stay,"]


@given(st.text(alphabet="“”„\"'‘’«»`ab ,.", max_size=40))
def test_pairs_never_cross(text: str) -> None:
    found = pairs(text)
    for one in found:
        assert 0 <= one.start <= one.end <= len(text)
        for other in found:
            is_apart = one.outer_end <= other.outer_start or other.outer_end <= one.outer_start
            is_within = (one.outer_start <= other.outer_start and other.outer_end <= one.outer_end) or (
                other.outer_start <= one.outer_start and one.outer_end <= other.outer_end
            )
            assert is_apart or is_within
