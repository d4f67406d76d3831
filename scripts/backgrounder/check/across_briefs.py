"""What the checks across briefs share: which briefs are compared, and how texts are."""

from __future__ import annotations

import functools
from collections.abc import Iterator

from backgrounder.model.brief import Brief
from backgrounder.model.choices import BriefStatus
from backgrounder.model.corpus import Corpus
from backgrounder.patterns import late_pattern

_WORD = late_pattern(r"[^\W\d_]{2,}")
_SMALL = frozenset(
    [
        "the",
        "an",
        "of",
        "to",
        "in",
        "on",
        "at",
        "by",
        "for",
        "from",
        "with",
        "and",
        "or",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "has",
        "have",
        "had",
        "its",
        "it",
        "that",
        "this",
        "which",
        "who",
        "will",
        "would",
        "as",
        "than",
        "after",
        "before",
        "into",
        "over",
        "about",
        "not",
        "no",
    ]
)

_ENDINGS = ("ies", "es", "s", "ed", "ing")
"""The longest of those that end in one letter comes first."""


def living(corpus: Corpus) -> Iterator[tuple[Brief, str]]:
    """The briefs that speak for now, with their files; archived ones are records of their own time."""
    for brief in corpus.briefs:
        if brief.status is not BriefStatus.ARCHIVED:
            yield brief, corpus.brief_files[brief.slug]


@functools.lru_cache(8192)  # in a preview, the same questions are compared after each save
def content_words(text: str) -> frozenset[str]:
    """The words that carry what a text says, without their commonest endings."""
    words = (word for word in _WORD.findall(text.casefold()) if word not in _SMALL)
    return frozenset([_without_ending(word) if word.endswith(_ENDINGS) else word for word in words])


def _without_ending(word: str) -> str:
    return word.removesuffix(next(ending for ending in _ENDINGS if word.endswith(ending)))


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of words that two texts have in common, from 0 to 1."""
    return len(one & other) / len(one | other) if one and other else 0.0
