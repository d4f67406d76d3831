"""Quotations against texts that repeat themselves: the search for their place ends in time, whatever it finds."""

from __future__ import annotations

import time

import pytest

from backgrounder.evidence.boundaries import Word, sentence_around
from backgrounder.evidence.languages.english import ENGLISH
from backgrounder.evidence.marks import pairs
from backgrounder.evidence.matching import groups_of
from backgrounder.evidence.placing import chains
from backgrounder.evidence.regions import whole_text
from backgrounder.evidence.words import tokens

_LETTERS = 200_000

_MARKED = {
    "never closed": "“",
    "never closed, apart": "“a ",
    "low": "„a ",
    "straight": ' "a',
    "single": "‘a ",
    "plurals": "‘aaaas’ ",
    "mixed": "“a ‘b ",
}


@pytest.mark.parametrize("name", _MARKED)
def test_marks_are_paired_in_a_time_that_grows_with_the_text_alone(name: str) -> None:
    piece = _MARKED[name]
    start = time.process_time()
    pairs(piece * (_LETTERS // len(piece)))
    assert time.process_time() - start < 4


_REPEATED = {
    "omissions that lead nowhere": ("a ", "a … " * 60 + "b"),
    "one word": ("a ", "a " * 300),
    "two words and a stranger": ("a b ", "a b " * 300 + "c"),
    "brackets": ("a ", "a [x] " * 40 + "a b"),
}


@pytest.mark.parametrize("name", _REPEATED)
def test_places_are_found_in_time_in_a_text_that_repeats_itself(name: str) -> None:
    piece, quotation = _REPEATED[name]
    text = piece * (_LETTERS // len(piece)) + "b"
    words = [Word(token.text, 1, token.start, token.end) for token in tokens(text)]
    start = time.process_time()
    chains(groups_of(quotation), [whole_text({1: words}, [1])])
    assert time.process_time() - start < 5


def test_a_part_with_many_places_still_leads_to_the_next_that_has_one() -> None:
    """Ways that cannot be gone to their end are left out before any is tried."""
    words = [Word(token.text, 1, token.start, token.end) for token in tokens("a b " * 500 + "c a")]
    found = chains(groups_of("a … b … c"), [whole_text({1: words}, [1])])
    assert found
    assert all(way[-1].first.text == "c" for way in found)


def test_a_sentence_without_an_end_is_read_as_far_as_a_reader_would() -> None:
    words = [Word("a", 1, 2 * place, 2 * place + 1) for place in range(100_000)]
    start, end = sentence_around(words, 50_000, ENGLISH)
    assert 49_000 <= start < 50_000 < end <= 51_000
