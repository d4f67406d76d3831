"""Names that stand at each other's places around one verb: "A accused B" for "B accused A".

Only plain sentences are compared: name, verb, name, or name, "was" and verb, "by", name, where the verb begins
alike in the source and in the statement. Where anything else stands between, nothing is said; nor of verbs that
mean the same both ways, such as "met".
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from backgrounder.diagnostics.diagnostic import Finding
from backgrounder.evidence.claims import Claim
from backgrounder.evidence.library import Library
from backgrounder.evidence.people import People, Sighting
from backgrounder.evidence.words import alike
from backgrounder.patterns import late_pattern
from backgrounder.spans import Place

_WORD = late_pattern(r"[\w’'-]+")
_BREAK = late_pattern(r"[;:.!?()“”\"–—]|,(?=\s)")
_APPOSITION = late_pattern(r",\s(?:the|a|an|his|her|its|\d+)[^,.;:]{0,60},\s")
"""An explanation of a name between commas: ", the minister,"."""
_BETWEEN = 5
"""So many words may stand between two names around one verb."""
_STEM = 5
_PASSIVE = frozenset(("by", "was", "were", "been", "being", "be", "is", "are", "from"))
_NO_VERBS = frozenset(
    (
        "and or with of in on at to for from by as the a an his her its their that who which both nor but than "
        "between against about over into has have had will would did does do not also minister president prime "
        "foreign secretary state general senior former deputy chief officials official government leader party "
        "mr mrs ms dr sen rep gov gen again later then once on publicly openly twice"
    ).split()
)
_JOINING = frozenset(("and", "or", "nor", "that", "who", "which", "whom", "whose", "than", "while", "but"))


class Deed(NamedTuple):
    """Who does something to whom, with the beginning of the verb."""

    doer: str
    verb: str
    receiver: str
    start: int
    end: int
    shown: str


def exchanged_names(claim: Claim, library: Library) -> Iterator[Finding]:
    """Statements in which the doer and the receiver of the source's deed have changed places."""
    if not claim.is_cited or not library.is_english(claim):
        return
    here = [
        (text, deed)
        for text in claim.texts
        if text.field not in ("note", "computed", "because")
        for deed in deeds(text.own_words, library.people)
    ]
    if not here:
        return
    there = [
        deed for passage in library.passages(claim.citations) for deed in deeds(passage.text, library.people)
    ]
    for text, deed in here:
        if crossed := _crossed(deed, there):
            facts = {"here": deed.shown, "there": crossed.shown, "where": _where(claim)}
            place = Place(claim.file, text.path, words=deed.shown)
            yield Finding(place, "exchanged-names", facts)


def _crossed(deed: Deed, there: Iterable[Deed]) -> Deed | None:
    """Return the deed of the source that has them the other way round, where the source does not tell of both."""
    same = [item for item in there if item.verb == deed.verb]
    if any((item.doer, item.receiver) == (deed.doer, deed.receiver) for item in same):
        return None
    return next((item for item in same if (item.doer, item.receiver) == (deed.receiver, deed.doer)), None)


def deeds(text: str, people: People) -> Iterator[Deed]:
    """The plain deeds of a text: two names with a verb between them, and nothing that could turn it round."""
    seen = [item for item in people.seen_in(text) if len(item.ids) == 1]
    for first, second in itertools.pairwise(seen):
        between = _APPOSITION.sub(" ", alike(text)[first.end : second.start])
        if first.ids == second.ids or _BREAK.search(between):
            continue
        words = _WORD.findall(between.lower())
        shown = " ".join(text[first.start : second.end].split())
        if verb := _passive_verb(words):
            yield Deed(_one(second), verb, _one(first), first.start, second.end, shown)
        elif verb := _verb(words, text, first):
            yield Deed(_one(first), verb, _one(second), first.start, second.end, shown)


def _passive_verb(words: list[str]) -> str:
    """The beginning of the verb in "A was accused by B"; empty where it is not just that."""
    if len(words) not in (3, 4) or words[-1] != "by" or words[0] not in _BEING:
        return ""
    return words[-2][:_STEM] if words[-2].endswith("ed") and words[-2] not in _MUTUAL else ""


def _verb(words: list[str], text: str, first: Sighting) -> str:
    """The beginning of the one verb between two names; empty where the sentence may be passive or joins them."""
    if not 0 < len(words) <= _BETWEEN or not _JOINING.isdisjoint(words):
        return ""
    is_passive = not _PASSIVE.isdisjoint(words)
    if (
        is_passive
        or words[0] in ("'s", "’s", "'")
        or text[first.end : first.end + 2] in ("’s", "'s", "’ ", "' ")
    ):
        return ""
    verb = next((word for word in words if word not in _NO_VERBS and len(word) > 2), "")
    if verb in _MUTUAL:
        return ""
    return verb[:_STEM] if verb.endswith(("s", "ed", "d", "t", "ing")) or verb in _PAST else ""


_PAST = frozenset(
    (
        "beat struck overthrew overcame chose gave took drew threw saw knew led fed rang hung sank fought "
        "shot hit won forgave forsook ran began told held sold bought taught caught sought wrote sent"
    ).split()
)


_MUTUAL = tuple(
    "met meets meet met joined joins debated debates faced faces married fought talked spoke speaks sat shared".split()
)
"""Deeds that the other does to the one as well."""
_BEING = frozenset(("was", "were", "is", "are", "been", "being"))


def _one(sighting: Sighting) -> str:
    return next(iter(sighting.ids))


def _where(claim: Claim) -> str:
    return ", ".join(f"`{citation}`" for citation in claim.citations)
