"""Whether a cited paragraph is the one that a statement rests on, as far as words show.

Meaning cannot be compared, but words can: a statement shares with its paragraph names, figures and nouns
that the rest of the source lacks. Where another paragraph shares far more of them, or a cited one shares
none, the number in the citation may be wrong. Sentences that deny something are read with caution, because what they deny stands nowhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from backgrounder.diagnostics.diagnostic import Finding
from backgrounder.evidence.claims import Claim
from backgrounder.evidence.library import Library
from backgrounder.evidence.people import People
from backgrounder.evidence.telling import Index, telling_words
from backgrounder.model.brief import Judgement
from backgrounder.model.choices import BriefStatus
from backgrounder.model.registry import Source
from backgrounder.patterns import late_pattern
from backgrounder.spans import Place

_DENIES = late_pattern(
    r"\b(?:no|not|nobody|none|neither|nor|never|without|nothing|cannot|lacks?)\b|n['’]t\b", re.IGNORECASE
)
_SENTENCE = late_pattern(r"(?<=[.;!?])\s+")

# Weights run from 0 (a word of every paragraph) to 1 (a word of one paragraph alone).
_TELLING = 0.95
"""What another paragraph must have that the cited ones lack."""
_FEWEST = 2
"""In so many words at least: a single one is shared by chance."""
_MARGIN = 0.13
"""How much more of a sentence it must have than the cited ones."""
_TELLING_DENIED, _MARGIN_DENIED = 1.3, 1.0
"""The same for a sentence that denies something."""
_IDLE = 0.6
"""A cited paragraph with less than this has nothing to do with the statement."""
_OUTWEIGHS = 0.75
"""How much more an uncited paragraph adds than one of several cited ones has at all."""


class _Sentence(NamedTuple):
    words: frozenset[str]
    denies: bool


def doubtful_citations(claim: Claim, library: Library) -> Iterator[Finding]:
    """A citation whose paragraph has less of a statement's words than another, or none of them."""
    numbers = _numbers(claim)
    if not numbers or claim.quote or isinstance(claim.record, Source):
        return
    source = library.open(claim.citations[0].source)
    if any(number > len(source.passages) for number in numbers) or len(source.passages) < 2:
        return
    index = source.index
    sentences = list(_sentences(claim, library.people))
    whole = _Sentence(_whole(claim, sentences), denies=False)
    facts = {"source": source.id}
    for sentence in dict.fromkeys((*sentences, whole)):  # a single sentence is the whole
        if better := _better(sentence, index, numbers):
            facts |= {"paragraph": str(better), "here": _listed(numbers)}
            yield Finding(_place(claim, numbers, None), "doubtful-citation", facts)
            return
    if not whole.words or (claim.brief and claim.brief.status is BriefStatus.DRAFT):
        return
    said = frozenset().union(
        whole.words, *(sentence.words for sentence in sentences), _estimate(claim, library.people)
    )
    scores = index.scores(said)
    for number in numbers:
        if scores.get(number, 0.0) < _IDLE or _is_outweighed(number, whole, index, numbers, scores):
            yield Finding(
                _place(claim, numbers, number),
                "idle-citation",
                {"source": source.id, "paragraph": str(number)},
            )
            return


def _numbers(claim: Claim) -> list[int]:
    """The paragraphs that a claim cites, where it cites paragraphs of one source and nothing else."""
    numbers = [citation.paragraph for citation in claim.citations]
    is_one_source = len({citation.source for citation in claim.citations}) == 1
    return numbers if claim.is_cited and is_one_source and all(numbers) else []


def _sentences(claim: Claim, people: People) -> Iterator[_Sentence]:
    for text in claim.texts:
        is_estimate = isinstance(claim.record, Judgement) and text.field == "text"
        if text.field not in ("note", "computed") and not is_estimate:
            for sentence in _SENTENCE.split(text.text):
                words = telling_words(sentence, people.seen_in(sentence), without_titles=True)
                yield _Sentence(words, _DENIES.search(sentence) is not None)


def _estimate(claim: Claim, people: People) -> frozenset[str]:
    """The words of a judgement itself, which no source has to have, but which its citations may bear on."""
    if not isinstance(claim.record, Judgement):
        return frozenset()
    return telling_words(claim.record.text, people.seen_in(claim.record.text), without_titles=True)


def _whole(claim: Claim, sentences: Iterable[_Sentence]) -> frozenset[str]:
    """The words of all sentences that deny nothing, and whom the record is about."""
    who = getattr(claim.record, "who", None)
    words = [sentence.words for sentence in sentences if not sentence.denies]
    return frozenset().union(*words, {f"@{who}"} if who and words else set())


def _better(sentence: _Sentence, index: Index, numbers: list[int]) -> int:
    """The paragraph that has much more of a sentence than the cited ones together; 0 where there is none."""
    telling, margin = (_TELLING_DENIED, _MARGIN_DENIED) if sentence.denies else (_TELLING, _MARGIN)
    known = index.among(sentence.words, numbers)
    if not index.knows(missing := sentence.words - known):
        return 0
    rest = index.scores(missing)
    if max(rest.values()) < telling:
        return 0
    have = index.weight(known)
    scores = index.scores(sentence.words)
    fitting = [
        number
        for number in sorted(scores)
        if number not in numbers
        and rest.get(number, 0.0) >= telling
        and scores[number] > have + margin
        and len(index.among(missing, [number])) >= _FEWEST
    ]
    return max(fitting, key=lambda number: scores[number], default=0)


def _is_outweighed(
    number: int, whole: _Sentence, index: Index, numbers: list[int], scores: dict[int, float]
) -> bool:
    """Whether one of several cited paragraphs has less of a statement than an uncited one would add."""
    if len(numbers) < 2:
        return False
    rest = index.scores(whole.words - index.among(whole.words, numbers))
    return max(rest.values(), default=0.0) > scores.get(number, 0.0) + _OUTWEIGHS


def _place(claim: Claim, numbers: list[int], number: int | None) -> Place:
    position = numbers.index(number) if number is not None else 0
    path = (
        (*claim.path, "cite", position) if number is not None and len(numbers) > 1 else (*claim.path, "cite")
    )
    return Place(claim.file, path)


def _listed(numbers: list[int]) -> str:
    shown = [str(number) for number in numbers]
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"
