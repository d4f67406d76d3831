"""Quotations against the text of their source: the words, the paragraph, and who said them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from backgrounder.diagnostics.diagnostic import Finding, NotePlace
from backgrounder.evidence.claims import Claim
from backgrounder.evidence.library import Library, Passage, SourceText
from backgrounder.evidence.lock import NOBODY, Entry, Lock, entry_for
from backgrounder.evidence.matching import Difference, Match, find, find_as_written, nearest_passage
from backgrounder.evidence.speakers import check_speaker
from backgrounder.evidence.voices import quoted
from backgrounder.model.brief import Brief, Question
from backgrounder.model.choices import BriefStatus
from backgrounder.model.citation import Citation
from backgrounder.model.proof import Proof, SpeakerGrade
from backgrounder.model.registry import Source
from backgrounder.model.texts import Text
from backgrounder.patterns import late_pattern
from backgrounder.spans import Path, Place

_UNDERSTOOD = 0.85
"""So like a passage that it can only be a slip of it."""
_TELLING_WORDS = 4
"""Words in a text are looked for in other sources only where there are so many."""
QUOTATION_MARKS = ('"', "“", "«")
"""What words of others begin with in running text."""
_MARKUP = late_pattern(r"(?<!\w)[*_`]+|[*_`]+(?!\w)|\]\([^)]*\)|\[(?=[^\]]*\]\()")


class Verified(NamedTuple):
    """A quotation that stands in its source, or that the lock vouches for."""

    file: str
    path: Path
    """The path of the record; of the text, for words quoted in it."""
    entry: Entry
    is_compared: bool
    """The text was there; else the lock vouches."""
    is_published: bool = True
    """Readers may see it, so the lock has to vouch for it."""

    @property
    def citation(self) -> Citation:
        """Where the words stand."""
        return Citation(self.entry.source, self.entry.paragraph)

    @property
    def proof(self) -> Proof:
        """What readers are told of it."""
        is_anonymous = self.entry.speaker == NOBODY
        return Proof(self.citation, SpeakerGrade.NONE if is_anonymous else SpeakerGrade.NAMED)


class Quote(NamedTuple):
    """Words to look for."""

    words: str
    speaker: str
    place: Place
    claim: Claim
    in_text: bool


class _Found(NamedTuple):
    passage: Passage
    match: Match


def check_quotations(claim: Claim, library: Library, lock: Lock) -> Iterator[Finding | Verified]:
    """What becomes of every quotation of a record: a finding, or that it is verified; or both."""
    if not claim.citations:
        return
    for quote in quotes(claim):
        yield from _judged(quote, library, lock)


def quotes(claim: Claim) -> Iterator[Quote]:
    """Every quotation of a record: the one it gives as such, and the words in quotation marks in its texts."""
    if claim.quote and claim.is_cited:  # one without a citation is reported as such
        place = Place(claim.file, (*claim.path, "quote", "words"))
        yield Quote(claim.quote.words, claim.quote.by, place, claim, in_text=False)
    for text in claim.texts:
        yield from _quotes_in(text, claim)


def _quotes_in(text: Text, claim: Claim) -> Iterator[Quote]:
    """The words between quotation marks in the desk's own text."""
    if not any(mark in text.text for mark in QUOTATION_MARKS):
        return
    if isinstance(claim.record, Source) and text.field == "title":
        return
    for start, end in quoted(text.text):
        raw = text.text[start:end]
        words = _MARKUP.sub("", raw).strip()
        if any(letter.isalnum() for letter in words):
            nth = text.text[:start].count(raw)
            yield Quote(words, NOBODY, Place(claim.file, text.path, words=raw, nth=nth), claim, in_text=True)


def _judged(quote: Quote, library: Library, lock: Lock) -> Iterator[Finding | Verified]:
    citations = quote.claim.citations
    held = library.passages(citations)
    if found := _found(quote.words, held):
        if not quote.in_text:
            yield from check_speaker(quote.claim, quote.speaker, found.passage, found.match, library)
        yield _verified(quote, found)
        return
    missing = [citation for citation in citations if citation.source not in library.texts]
    if missing:
        yield from _vouched(quote, missing, held, lock)
    elif finding := _not_there(quote, held, library):
        yield finding


def _found(words: str, passages: list[Passage]) -> _Found | None:
    for passage in passages:
        if match := find_as_written(words, passage.text) or find(words, passage.tokens):
            return _Found(passage, match)
    return _found_across(words, passages) if "…" in words or "..." in words else None


def _found_across(words: str, passages: list[Passage]) -> _Found | None:
    """Words with omissions may start in one cited paragraph and end in a later one of the same source."""
    for source in {id(passage.source): passage.source for passage in passages}.values():
        cited = sorted((item for item in passages if item.source is source), key=lambda item: item.number)
        joined = [token for item in cited for token in item.tokens]
        if len(cited) > 1 and (match := find(words, joined)):
            return _Found(cited[0], Match(match.start, max(match.start, match.end)))
    return None


def _verified(quote: Quote, found: _Found) -> Verified:
    source = found.passage.source
    entry = entry_for(quote.words, quote.speaker, source.id, source.version, found.passage.number)
    is_published = _is_published(quote.claim)
    return Verified(quote.claim.file, _holder(quote), entry, is_compared=True, is_published=is_published)


def _holder(quote: Quote) -> Path:
    return quote.place.path if quote.in_text else quote.claim.path


def _vouched(
    quote: Quote, missing: list[Citation], held: list[Passage], lock: Lock
) -> Iterator[Finding | Verified]:
    """What the lock says where a source's text is not here."""
    if entry := lock.vouched(quote.words, quote.speaker, missing):
        yield Verified(quote.claim.file, _holder(quote), entry, False, _is_published(quote.claim))
        return
    if quote.in_text and not quote.claim.is_cited and not _is_known(missing, lock):
        return
    if (near := _nearest(quote.words, held)) and near[1].likeness >= _UNDERSTOOD:
        yield _altered(quote, *near)
        return
    if _is_published(quote.claim):
        facts = {"source": missing[0].source, "why": _why(quote, missing, lock)}
        yield Finding(quote.place, "unverified-quotation", facts)


def _is_known(missing: list[Citation], lock: Lock) -> bool:
    return any(citation.source in lock.versions for citation in missing)


def _why(quote: Quote, missing: list[Citation], lock: Lock) -> str:
    """What may have happened, as far as the lock shows."""
    if not _is_known(missing, lock):
        return "its text is not here, and evidence.lock does not know it"
    speakers = {entry.speaker for entry in lock.entries} - {NOBODY, quote.speaker}
    for speaker in sorted(speakers) if not quote.in_text else ():
        if lock.vouched(quote.words, speaker, missing):
            return f"evidence.lock has these words from `{speaker}`"
    whole = [Citation(citation.source) for citation in missing]
    if entry := lock.vouched(quote.words, quote.speaker, whole):
        return f"evidence.lock has these words from paragraph {entry.paragraph}"
    return "evidence.lock does not vouch for exactly these words"


def _is_published(claim: Claim) -> bool:
    return claim.brief is None or claim.brief.status is not BriefStatus.DRAFT


def _not_there(quote: Quote, held: list[Passage], library: Library) -> Finding | None:
    """Why words are not in what is cited: they stand elsewhere, they are altered, or they are nowhere."""
    sources = list({id(passage.source): passage.source for passage in held}.values())
    near = _nearest(quote.words, held)
    if not near or near[1].likeness < _UNDERSTOOD:
        if found := _elsewhere(quote, sources, library):
            return _misplaced(quote, found)
        near = near or _nearest(quote.words, [item for source in sources for item in source.cited(0)])
    if near:
        return _altered(quote, *near)
    facts = {"where": _where(quote.claim)}
    return Finding(quote.place, "unsupported-words" if quote.in_text else "quotation-not-in-source", facts)


def _elsewhere(quote: Quote, sources: list[SourceText], library: Library) -> _Found | None:
    """Another paragraph of the cited sources, else another source, that has the words."""
    if found := _found(quote.words, [item for source in sources for item in source.cited(0)]):
        return found
    if quote.in_text and len(quote.words.split()) < _TELLING_WORDS:
        return None
    near = {source.id for source in sources}
    for source, text in library.texts.items():
        if source not in near:
            for number, paragraph in enumerate(text.paragraphs, start=1):
                if match := find_as_written(quote.words, paragraph):
                    return _Found(library.open(source).passages[number - 1], match)
    return None


def _misplaced(quote: Quote, found: _Found) -> Finding:
    where = found.passage.citation
    facts = {
        "where": _where(quote.claim),
        "there": f"`{where}`" if where.paragraph else f"the headline of `{where}`",
    }
    citations = quote.claim.citations
    note = NotePlace(found.passage.span(found.match.start, found.match.end), "here")
    if quote.in_text or len(citations) != 1 or not where.paragraph:
        code = "unsupported-words" if quote.in_text else "misplaced-quotation"
        facts["help"] = f"cite `{where}` as well, or quote what the cited paragraph says"
        return Finding(quote.place, code, facts, (note,))
    place = Place(quote.claim.file, (*quote.claim.path, "cite"))
    return Finding(place, "misplaced-quotation", facts, (note,), mended=str(where))


def _nearest(words: str, passages: Iterable[Passage]) -> tuple[Passage, Difference] | None:
    found = [
        (difference.likeness, -number, passage, difference)
        for number, passage in enumerate(passages)
        if (difference := nearest_passage(words, passage.tokens))
    ]
    if not found:
        return None
    _, _, passage, difference = max(found, key=lambda item: item[:2])
    return passage, difference


def _altered(quote: Quote, passage: Passage, difference: Difference) -> Finding:
    here, there = difference.here, difference.there
    if here and there:
        what = f"it has “{there}”, not “{here}”"
    elif there:
        what = f"“{there}” is left out"
    else:
        what = f"it does not have “{here}”"
    note = NotePlace(passage.span(*difference.there_span), f"paragraph {passage.number} has it so")
    code = "unsupported-words" if quote.in_text else "altered-quotation"
    facts = {"difference": what, "where": f"`{passage.citation}`: {what}" if quote.in_text else ""}
    return Finding(_narrowed(quote, difference), code, facts, (note,))


def _narrowed(quote: Quote, difference: Difference) -> Place:
    """The place of the words that differ, where they can be told from others like them."""
    if quote.in_text:
        return quote.place
    start, end = difference.here_span
    words = quote.words[start:end]
    nth = quote.words[:start].count(words)
    return Place(quote.place.file, quote.place.path, words=words, nth=nth)


def _where(claim: Claim) -> str:
    """What a record cites, in words."""
    if not claim.is_cited:
        what = "the source" if len(claim.citations) == 1 else "any source"
        return f"{what} of this brief" if isinstance(claim.record, Brief | Question) or claim.brief else what
    return _listed([str(citation) for citation in claim.citations])


def _listed(items: Iterable[str]) -> str:
    shown = [f"`{item}`" for item in items]
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} or {shown[-1]}"
