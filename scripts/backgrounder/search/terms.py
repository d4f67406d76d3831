"""The words of one page, weighed: all that the index needs of it, and small enough to be kept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain, groupby
from operator import itemgetter

from backgrounder.search.fold import count_words, fold_words
from backgrounder.search.page import SearchPage

FILTERS = "filters"
"""The group of the words that pages are filtered by, such as ``kind:brief``."""
NAMES = "names"
"""The group of whole titles and spellings, such as ``mustafa-kadhimi``."""
OTHERS = "_"
"""The group of words that begin with neither a letter of English or Arabic nor a digit."""

_PAGE_TITLE = 12.0
_SECTION_TITLE = 4.0
_USUAL_LENGTH = 600
_LENGTH_MATTERS = 0.3
_HALF_WAY = 4.0
"""The sum of occurrences that brings a word in a page of the usual length half of the most that text can."""
_MOST_FOR_TEXT = 7
_FOR_A_TITLE, _FOR_A_NAME = "8", "9"
"""Reserved: no run of words in a text outweighs the title of a page, or the name of whom it is about."""
_OF_A_TITLE = -1
"""Stands for the sum of occurrences where a word is one of a title."""


def page_terms(page: SearchPage) -> dict[str, str]:
    """The words of ``page`` by group. Each value is ``word weight word weight …`` in the order of words;
    weights go from 1 to 9."""
    titles = [fold_words(title) for title in (page.title, *page.names)]
    terms: dict[str, str] = {}
    for first, entries in groupby(_weighed(page, titles), itemgetter(0)):
        group, text = group_of(first), " ".join(entries)
        terms[group] = f"{terms[group]} {text}" if group in terms else text
    if names := set(filter(None, map("-".join, titles))):
        terms[NAMES] = " ".join([f"{name} {_title_weight(page)}" for name in sorted(names)])
    terms[FILTERS] = " ".join([f"{word} 1" for word in sorted(set(_filter_words(page)))])
    return terms


def group_of(word: str) -> str:
    """The group a word belongs to: its first character, spelled in ASCII."""
    first = word[0]
    if first.isascii():
        return first
    return f"u{ord(first):04x}" if "\u0600" <= first <= "\u06ff" else OTHERS


def whole_name(text: str) -> str:
    """A title or spelling as one word; empty where it has no letter and no digit."""
    return "-".join(fold_words(text))


def topic_word(name: str) -> str:
    """The word that a topic is filtered by."""
    return f"topic:{whole_name(name)}"


def _filter_words(page: SearchPage) -> Iterator[str]:
    yield f"kind:{page.kind}"
    if page.status:
        yield f"status:{page.status}"
    yield from map(topic_word, page.topics)


def _title_weight(page: SearchPage) -> str:
    """Names of stakeholders come before titles; pages that are to stand back keep no place for theirs."""
    if page.kind == "stakeholder":
        return _FOR_A_NAME
    stands_back = bool(page.sections) and max(section.weight for section in page.sections) < 1
    return "2" if stands_back else _FOR_A_TITLE


def _weighed(page: SearchPage, titles: Iterable[list[str]]) -> list[str]:
    """Each word of the page with its weight, ``1`` to ``9``, in the order of words."""
    sums, length = _sums(page)
    half = _HALF_WAY * (1 - _LENGTH_MATTERS + _LENGTH_MATTERS * length / _USUAL_LENGTH)
    weights = {
        total: str(1 + int(_MOST_FOR_TEXT * total / (total + half) * 0.999)) for total in set(sums.values())
    }
    weights[_OF_A_TITLE] = _title_weight(page)
    sums.update(dict.fromkeys(chain.from_iterable(titles), _OF_A_TITLE))
    # A space comes before all that words are made of, so these ascend as the words do.
    return sorted([f"{word} {weights[total]}" for word, total in sums.items()])


def _sums(page: SearchPage) -> tuple[dict[str, float], int]:
    """What the occurrences of each word in the sections come to, and how many words there are."""
    texts: dict[float, list[str]] = defaultdict(list)
    for section in page.sections:
        texts[section.weight].append(section.text)
        texts[section.weight * (_SECTION_TITLE if section.anchor else _PAGE_TITLE)].append(section.title)
    counts = count_words(texts.pop(1.0, ()))
    sums: dict[str, float] = dict(counts)
    length = sum(counts.values())
    for weight, of_weight in texts.items():
        for word, count in count_words(of_weight).items():
            sums[word] = sums.get(word, 0) + weight * count
            length += count
    return sums, length
