"""The language of estimates: judgements worded as such, in the words of one table, and facts worded as facts.

ICD 203 asks for one row of words, no word of likelihood joined with one of confidence in a sentence, and
judgements kept apart from facts. English texts only. Quoted words are the source's own. What a judgement
gives as its reason may hedge: only ``text`` is held to the table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from backgrounder.check.estimative_words import Estimate, estimates
from backgrounder.diagnostics.diagnostic import Finding, NotePlace
from backgrounder.model.brief import Brief, Event, Judgement, Statement
from backgrounder.model.likelihood import LikelihoodTable
from backgrounder.model.texts import Text, Texts, own_texts
from backgrounder.patterns import late_pattern
from backgrounder.spans import Path, Place

_STACKED = late_pattern(
    r"\b(?:(?:might|may|could)\s+(?:possibly|perhaps|conceivably|potentially|maybe)"
    r"|(?:may|might|could)\s+(?:well\s+)?(?:be\s+)?(?:likely|unlikely|probably)"
    r"|(?:possibly|perhaps|probably|likely)\s+(?:may|might|could))\b",
    re.IGNORECASE,
)
_HEDGE = late_pattern(
    r"\b(?:may|might|could|possibly|perhaps|conceivably|maybe|potentially"
    r"|(?:cannot|can’t|can't) be (?:ruled out|excluded)|a (?:real|serious|distinct) possibility)\b"
)
_HEDGING = frozenset(
    [
        *("may", "might", "could", "possibly", "perhaps", "conceivably", "maybe", "potentially"),
        *("ruled", "excluded", "possibility"),
    ]
)
"""One of these words is in every hedge, stacked or not."""
_CONFIDENCE = late_pattern(r"\b(?:(?:high|moderate|low)\s+confidence|confident(?:ly)?)\b", re.IGNORECASE)
_CONFIDENT = frozenset(["confidence", "confident", "confidently"])
"""One of these words is in all that tells of confidence."""
_PERCENT = late_pattern(r"(?<![\d.,–-])(\d{1,3}(?:[.,]\d+)?)\s?(?:%|per ?cent)")
_SENTENCE = late_pattern(r"[^.!?]+(?:[.!?](?!\s|$)[^.!?]*)*[.!?]?")

_OWN_ESTIMATE = late_pattern(
    r"\b(?:will|would)\s+(?:very\s+|most\s+)?(?:probably|likely|almost\s+certainly)\b"
    r"|\b(?:is|are|was|were|seems?|appears?|remains?)\s+(?:now\s+)?(?:very\s+|highly\s+|most\s+|almost\s+)?"
    r"(?:likely|unlikely|probable|improbable|certain\s+to)\b"
    r"|\b(?:probably|presumably|in\s+all\s+likelihood|no\s+doubt)\b",
    re.IGNORECASE,
)
_HINTS = ("likel", "probab", "certain", "presumabl", "doubt")
"""One of these is in every estimate."""
_WORDS = frozenset(
    [
        *("probably", "likely", "unlikely", "likelihood", "probable", "improbable", "certain", "certainly"),
        *("presumably", "doubt"),
    ]
)
"""One of these words is in every estimate."""
_ATTRIBUTED = late_pattern(
    r"\b(?:sa(?:ys?|id|ying)|t(?:ells?|old)|accord(?:s|ing)|reports?|reported|writes?|wrote|expect\w*|calls?"
    r"|called|believ\w+|thinks?|thought|estimat\w+|argu\w+|claim\w*|warn\w*|predict\w*|forecast\w*|view"
    r"|suspect\w*|asked|asks|names?|named|sees?|judg\w+|assess\w*|considers?|considered|suggest\w*|announc\w+"
    r"|for|in the words of)\b",
    re.IGNORECASE,
)


def likelihood_of_the_table(brief: Brief, file: str, table: LikelihoodTable) -> Iterator[Finding]:
    """Words in ``likelihood`` that the desk's table does not hold."""
    for index, judgement in enumerate(brief.judgements):
        if judgement.likelihood not in table.words:
            words = ", ".join(word.value for word in table.words)
            facts = {"value": judgement.likelihood.value, "table": table.title, "words": words}
            place = Place(file, ("judgements", index, "likelihood"))
            yield Finding(place, "likelihood-of-another-table", facts)


def judgements_in_words(brief: Brief, file: str, table: LikelihoodTable) -> Iterator[Finding]:
    """Judgements that are worded as facts, in words of other tables, in hedges, or against their own field."""
    if not brief.language.startswith("en"):
        return
    for index, judgement in enumerate(brief.judgements):
        if judgement.likelihood in table.words:
            yield from _judgement(judgement, ("judgements", index), file, table, own_texts(brief).words)


def _judgement(
    judgement: Judgement, path: Path, file: str, table: LikelihoodTable, words_of_brief: AbstractSet[str]
) -> Iterator[Finding]:
    text = Text((*path, "text"), judgement, "text", judgement.text)
    words = text.own_words
    found = list(estimates(words, table))
    may_hedge = not _HEDGING.isdisjoint(words_of_brief)
    stacked = list(_STACKED.finditer(words)) if may_hedge else []
    hedges = [one for one in _HEDGE.finditer(words) if not _is_inside(one, stacked)] if may_hedge else []
    yield from (_at(one, text, file, "stacked-hedges") for one in stacked)
    yield from (_at(one, text, file, "undefined-hedge") for one in hedges)
    if not found and not stacked and not hedges:
        yield Finding(Place(file, text.path), "judgement-as-fact", {"likelihood": judgement.likelihood.label})
    foreign = [one for one in found if one.meant is None and not _overlaps(one, stacked)]
    yield from (_foreign(one, text, file, table) for one in foreign)
    yield from _contradicted(
        [one for one in found if not _overlaps(one, stacked)], judgement, path, text, file
    )
    yield from _percentages(judgement, text, file, table)
    if _CONFIDENT.isdisjoint(words_of_brief):
        return
    for field in ("text", "because"):
        yield from _joined(Text((*path, field), judgement, field, getattr(judgement, field)), file, table)


def _is_inside(found: re.Match[str], others: list[re.Match[str]]) -> bool:
    return any(other.start() <= found.start() < other.end() for other in others)


def _overlaps(estimate: Estimate, others: list[re.Match[str]]) -> bool:
    return any(other.start() < estimate.end and estimate.start < other.end() for other in others)


def _foreign(one: Estimate, text: Text, file: str, table: LikelihoodTable) -> Finding:
    words = ", ".join(word.label for word in table.words)
    help_text = f"write “{one.instead.label}”" if one.instead else f"write one of: {words}"
    facts = {"value": " ".join(one.words.split()), "table": table.title, "help": help_text}
    return Finding(_place(one.words, one.start, text, file), "mixed-likelihood-words", facts)


def _contradicted(
    found: list[Estimate], judgement: Judgement, path: Path, text: Text, file: str
) -> Iterator[Finding]:
    own = [one for one in found if one.meant is not None]
    if own and all(one.meant is not judgement.likelihood for one in own):
        note = NotePlace(Place(file, (*path, "likelihood")), "the judgement’s likelihood")
        facts = {"value": " ".join(own[0].words.split()), "likelihood": judgement.likelihood.label}
        place = _place(own[0].words, own[0].start, text, file)
        yield Finding(place, "likelihood-contradicted", facts, (note,))


def _percentages(judgement: Judgement, text: Text, file: str, table: LikelihoodTable) -> Iterator[Finding]:
    """A single percentage in a judgement is read as its probability; several are figures of something."""
    found = list(_PERCENT.finditer(text.own_words))
    if len(found) != 1:
        return
    percent = float(found[0][1].replace(",", "."))
    if percent <= 100 and not table.fits(judgement.likelihood, percent):
        band = table.band(judgement.likelihood).label
        facts = {"value": found[0][0], "likelihood": f"{judgement.likelihood.label} ({band})"}
        yield Finding(_place(found[0][0], found[0].start(), text, file), "likelihood-contradicted", facts)


def _joined(text: Text, file: str, table: LikelihoodTable) -> Iterator[Finding]:
    if not _CONFIDENCE.search(text.text):
        return
    for sentence in _SENTENCE.finditer(text.own_words):
        confidence = _CONFIDENCE.search(sentence[0])
        if confidence and any(estimates(sentence[0], table)):
            start = sentence.start() + confidence.start()
            yield Finding(_place(confidence[0], start, text, file), "likelihood-with-confidence")


def estimates_in_facts(brief: Brief, file: str, texts: Texts) -> Iterator[Finding]:
    """Statements and events that estimate in the desk's own voice; one that names who says so is a fact."""
    if not brief.language.startswith("en") or _WORDS.isdisjoint(texts.words):
        return
    for text in texts.with_any(_HINTS):
        if text.field == "text" and isinstance(text.record, Statement | Event):
            yield from _in_fact(text, file)


def _in_fact(text: Text, file: str) -> Iterator[Finding]:
    for sentence in _SENTENCE.finditer(text.own_words):
        found = _OWN_ESTIMATE.search(sentence[0])
        if found and not _ATTRIBUTED.search(sentence[0]):
            place = _place(found[0], sentence.start() + found.start(), text, file)
            yield Finding(place, "estimate-in-fact", {"value": " ".join(found[0].split())})


def _at(found: re.Match[str], text: Text, file: str, code: str) -> Finding:
    return Finding(_place(found[0], found.start(), text, file), code, {"value": " ".join(found[0].split())})


def _place(words: str, start: int, text: Text, file: str) -> Place:
    return Place(file, text.path, words=words, nth=text.text.count(words, 0, start))
