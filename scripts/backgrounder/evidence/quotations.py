"""Quotations against the text of their source: the words, the paragraph, and who said them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from backgrounder.diagnostics.diagnostic import Finding, NotePlace
from backgrounder.evidence.claims import Claim
from backgrounder.evidence.governing import CLAIM_OF_OTHERS
from backgrounder.evidence.judging import Flaw, context_of, flaws_of
from backgrounder.evidence.languages import language_of
from backgrounder.evidence.library import Library, Passage, SourceText
from backgrounder.evidence.lock import NOBODY, Entry, Lock, Quoted, entry_for
from backgrounder.evidence.marks import quoted
from backgrounder.evidence.matching import Difference, Group, groups_of, literal, nearest_passage
from backgrounder.evidence.placing import Chain, chains
from backgrounder.evidence.signals import signs
from backgrounder.evidence.speakers import Doubt, Heard, are_joined, heard, runs_into_report
from backgrounder.evidence.words import alike, splits_word, tokens, whole_word
from backgrounder.model.brief import Brief, Question
from backgrounder.model.choices import BriefStatus
from backgrounder.model.citation import Citation
from backgrounder.model.proof import Proof, SpeakerGrade
from backgrounder.model.registry import Source, Stakeholder
from backgrounder.model.texts import FILLING, Text, as_shown
from backgrounder.patterns import late_pattern
from backgrounder.spans import Path, Place, Span

_UNDERSTOOD = 0.85
"""So like a passage that it can only be a slip of it."""
_FEWEST_OF_REMARK = 2
_FEWEST_OF_REASON = 3
"""Fewer words are no reason that a reader could weigh."""
_TELLING_WORDS = 4
"""Words in a text are looked for in other sources, and read with what stands around them, only where there are
so many."""
_MARKUP = late_pattern(r"(?<!\w)[*_`]+|[*_`]+(?!\w)|\]\([^)]*\)|\[(?=[^\]]*\]\()")
_ANY_MARK = late_pattern("[\"'“”„‟«»‹›‘’‚‛「」『』｢｣〝〞〟＂《〈﹁﹃❝❛❮״″]|``|′′")


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
    def proof(self) -> Proof:
        """Where the words stand, and how the speaker is known."""
        return self.entry.proof


class Quote(NamedTuple):
    """Words to look for."""

    words: str
    speaker: str
    place: Place
    claim: Claim
    in_text: bool
    name: str = ""
    """The speaker's name in the registry."""
    text: str = ""
    """For words in running text: the whole of it."""
    before: str = ""
    """For the same: what stands before them, with the quotation mark."""

    @property
    def told(self) -> Quoted:
        """The quotation as readers are told of it."""
        given = self.claim.quote
        if self.in_text or given is None:
            return Quoted(self.words)
        return Quoted(self.words, self.speaker, self.name, given.attributed or "", given.context or "")


class _Found(NamedTuple):
    """A quotation at its place, with what is wrong with its words."""

    source: SourceText
    chain: Chain
    flaws: tuple[Flaw, ...]

    @property
    def passage(self) -> Passage:
        return self.source.passage(self.chain[0].first.paragraph)

    @property
    def span(self) -> tuple[int, int]:
        """The characters in the passage, as far as the quotation stands in it."""
        first, last = self.chain[0].first, self.chain[-1].last
        return first.start, last.end if last.paragraph == first.paragraph else len(self.passage.text)


def may_quote(text: str) -> bool:
    """Tell whether a text has anything in it that could be a quotation mark."""
    return bool(_ANY_MARK.search(as_shown(text)))


def check_quotations(claim: Claim, library: Library, lock: Lock) -> Iterator[Finding | Verified]:
    """Yield what becomes of every quotation of a record: a finding, or that it is verified; or both."""
    needed = set()
    for quote in quotes(claim, library.registry.stakeholders):
        if quote.in_text and (term := _marked_term(quote)) is not None:
            needed.add(term)
            if _is_remark(quote):
                yield Finding(quote.place, "marked-quotation", {"words": quote.words})
        elif claim.citations:
            yield from _judged(quote, library, lock)
        elif is_published(claim):
            facts = {"where": "any source; nothing is cited for them"}
            yield Finding(quote.place, "unsupported-words", facts)
    if not isinstance(claim.record, Source | Brief) or claim.texts:
        yield from _idle_terms(claim, needed)


def quotes(claim: Claim, stakeholders: Mapping[str, Stakeholder]) -> Iterator[Quote]:
    """Yield every quotation of a record: the one it gives as such, and the words in quotation marks in its texts."""
    if claim.quote and claim.is_cited:  # one without a citation is reported as such
        place = Place(claim.file, (*claim.path, "quote", "words"))
        who = stakeholders.get(claim.quote.by)
        yield Quote(
            claim.quote.words, claim.quote.by, place, claim, in_text=False, name=who.name if who else ""
        )
    for text in (*claim.texts, *claim.names):
        yield from _quotes_in(text, claim)


def _quotes_in(text: Text, claim: Claim) -> Iterator[Quote]:
    """Yield the words between quotation marks in the desk's own text."""
    if not may_quote(text.text):
        return
    shown = as_shown(text.text)
    for start, end in quoted(shown):
        words = _MARKUP.sub("", shown[start:end]).replace(FILLING, "").strip()
        if any(letter.isalnum() for letter in words):
            raw = text.text[start:end]
            place = Place(claim.file, text.path, words=raw, nth=text.text[:start].count(raw))
            yield Quote(words, NOBODY, place, claim, in_text=True, text=text.own_words, before=shown[:start])


def _marked_term(quote: Quote) -> int | None:
    """Return the index of what the desk says these words are, if they quote nobody."""
    mine = _plain(quote.words)
    return next((n for n, term in enumerate(quote.claim.marked) if _plain(term.words) == mine), None)


def _is_remark(quote: Quote) -> bool:
    """Tell whether words that are said to quote nobody read as somebody's: a verb of saying or a colon leads to them."""
    before = [token.text.lower() for token in tokens(quote.before)]
    if len(_plain(quote.words)) < _FEWEST_OF_REMARK or not before:
        return False
    if before[-1] in (":", "،", ","):
        before.pop()
        if before and quote.before.rstrip(" “\"«„‘'").endswith(":"):
            return True
    language = language_of(quote.claim.brief.language if quote.claim.brief else "en")
    if language is None:
        return False
    while before and before[-1] in language.complementizers | language.adverbs:
        before.pop()
    return bool(before) and before[-1] in language.verbs and before[-1] not in language.naming


def _plain(words: str) -> list[str]:
    return [token.text.lower() for token in tokens(words) if token.text[0].isalnum()]


def _idle_terms(claim: Claim, needed: set[int]) -> Iterator[Finding]:
    """Yield what the desk says of words that stand between no quotation marks."""
    if not claim.marked or getattr(claim.record, "marked", None) is None:
        return
    for index, term in enumerate(claim.marked):
        if index not in needed and not _stands_in_quotation(term.words, claim):
            place = Place(claim.file, (*claim.path, "marked", index, "words"))
            yield Finding(place, "unused-marked-term", {"value": term.words})


def _stands_in_quotation(words: str, claim: Claim) -> bool:
    """Tell whether words are marked in a text of the record's quotation, which is a claim of its own."""
    quote = claim.quote
    texts = (quote.attributed or "", quote.context or "") if quote else ()
    return any(words in text for text in texts)


def is_published(claim: Claim) -> bool:
    """Tell whether readers may see a record: all but drafts."""
    return claim.brief is None or claim.brief.status is not BriefStatus.DRAFT


def _judged(quote: Quote, library: Library, lock: Lock) -> Iterator[Finding | Verified]:
    citations = quote.claim.citations
    held = library.passages(citations)
    if found := _found(quote, held, library):
        yield from _at_its_place(quote, found, library)
        return
    missing = [citation for citation in citations if citation.source not in library.texts]
    if missing:
        yield from _vouched(quote, missing, held, library, lock)
    elif finding := _not_there(quote, held, library):
        yield finding


# -- Where the words stand ---------------------------------------------------------------------------


def _found(quote: Quote, passages: Sequence[Passage], library: Library) -> _Found | None:
    """Return the place of a quotation that has the fewest flaws; of several, one where its speaker speaks."""
    groups = groups_of(quote.words)
    if not groups:
        return None
    places = [
        found
        for source, numbers in _by_source(passages)
        for found in _in_source(quote, groups, source, numbers)
    ]
    if not places:
        return None
    fewest = min(len(found.flaws) for found in places)
    fair = [found for found in places if len(found.flaws) == fewest]
    if len(fair) == 1 or quote.in_text:
        return fair[0]
    return min(fair, key=lambda found: _rank(quote, found, library))


def _rank(quote: Quote, found: _Found, library: Library) -> tuple[bool, bool, int]:
    """Return how far the speaker is from speaking at a place: certainly not, doubtfully, or known less well."""
    known = heard(quote.speaker, found.chain, found.source, library)
    is_error = known.doubt is not None and known.doubt.code in _ERRORS_OF_SPEAKERS
    return is_error, known.doubt is not None, list(SpeakerGrade).index(known.grade)


def _by_source(passages: Sequence[Passage]) -> Iterator[tuple[SourceText, frozenset[int]]]:
    for source in {id(passage.source): passage.source for passage in passages}.values():
        yield source, frozenset(passage.number for passage in passages if passage.source is source)


def _in_source(
    quote: Quote, groups: Sequence[Group], source: SourceText, numbers: frozenset[int]
) -> list[_Found]:
    """Return the places of a quotation in some paragraphs of one source."""
    wanted = {word for group in groups for piece in group.pieces for word in piece.words[1:]}
    near = frozenset(number for number in numbers if _has_any(groups, wanted, source.passage(number)))
    if not near:
        return []
    regions = source.regions(near)
    if quote.in_text and any(quoted(quote.words)):
        regions.append(source.whole_text(near))  # the reporter's sentence with what is quoted in it
    ways = chains(literal(quote.words), regions) or chains(groups, regions)
    return [_Found(source, way, _flaws(quote, way, source)) for way in ways]


def _has_any(groups: Sequence[Group], wanted: set[str], passage: Passage) -> bool:
    """Tell whether a passage can hold a part of a quotation, without looking closely."""
    if not wanted:
        return True
    return not wanted.isdisjoint(passage.token_texts)


def _flaws(quote: Quote, chain: Chain, source: SourceText) -> tuple[Flaw, ...]:
    """Return what is wrong with the words; one fault that says it all where they are not one speaker's."""
    if runs_into_report(chain, source):
        return (Flaw("runs-over", {}, chain[0].first, chain[-1].last),)
    found = list(flaws_of(chain, source))
    if are_joined(chain, source):
        found.append(Flaw("joined-remarks", {}, chain[0].first, chain[-1].last))
    return tuple(found)


# -- What is made of them ----------------------------------------------------------------------------


def _at_its_place(quote: Quote, found: _Found, library: Library) -> Iterator[Finding | Verified]:
    """Yield what is wrong with words that stand in the source, or that they are verified."""
    is_answered = _is_reason(quote.told.attributed)
    flaws = [flaw for flaw in found.flaws if not (flaw.code == "joined-remarks" and is_answered)]
    for flaw in flaws:
        yield _flawed(quote, flaw, found)
    if flaws:
        return
    grade = SpeakerGrade.NONE
    if not quote.in_text:
        known = heard(quote.speaker, found.chain, found.source, library)
        grade = SpeakerGrade.DESK if is_answered and _may_answer(known) else known.grade
        if is_answered and grade in (SpeakerGrade.NAMED, SpeakerGrade.LABELLED):
            place = Place(quote.claim.file, (*quote.claim.path, "quote", "attributed"))
            yield Finding(
                place, "unneeded-attribution", {"name": library.registry.stakeholders[quote.speaker].name}
            )
        if known.doubt and grade is not SpeakerGrade.DESK:
            yield _doubted(quote, known.doubt, found)
            if known.doubt.code in _ERRORS_OF_SPEAKERS:
                return
    if not _is_reason(quote.told.context) and _reads_context(quote, found):
        for flaw in context_of(found.chain, found.source):
            if not (
                quote.in_text and flaw.facts["what"] == CLAIM_OF_OTHERS
            ):  # the desk's sentence says whose it is
                yield _flawed(quote, flaw, found)
    source = found.source
    entry = entry_for(quote.told, source.id, source.version, found.passage.number, grade)
    yield Verified(quote.claim.file, _holder(quote), entry, True, is_published(quote.claim))


def _is_reason(text: str) -> bool:
    """Tell whether a text says enough to be weighed by a reader."""
    return len(_plain(text)) >= _FEWEST_OF_REASON


def _may_answer(known: Heard) -> bool:
    """Tell whether the desk may say who speaks: where the source does not, but not against a name beside the words."""
    return not known.grade.is_compared and not (known.doubt and known.doubt.is_final)


_ERRORS_OF_SPEAKERS = frozenset(
    ("wrong-speaker", "another-issuer", "joined-remarks", "nested-words", "not-direct-speech")
)


def _reads_context(quote: Quote, found: _Found) -> bool:
    """Tell whether what stands around the words in the source matters: in running text the desk may have said it."""
    if not quote.in_text:
        return True
    own = [token.text for token in tokens(quote.text)]
    return len(quote.words.split()) >= _TELLING_WORDS and not any(signs(own, found.source.language))


def _flawed(quote: Quote, flaw: Flaw, found: _Found) -> Finding:
    note = NotePlace(_span(found.source, flaw), "the source has it here")
    facts = flaw.facts
    if quote.in_text and flaw.code == "cut-context":
        facts = {
            **facts,
            "help": "quote it as well, or say in the sentence around the quotation what bears on it",
        }
    return Finding(quote.place, flaw.code, facts, (note,))


def _span(source: SourceText, flaw: Flaw) -> Span:
    passage = source.passage(flaw.first.paragraph)
    is_same = flaw.last.paragraph == flaw.first.paragraph
    return passage.span(flaw.first.start, flaw.last.end if is_same else len(passage.text))


def _doubted(quote: Quote, doubt: Doubt, found: _Found) -> Finding:
    place = Place(quote.claim.file, (*quote.claim.path, "quote", "by"))
    note = NotePlace(found.passage.span(*found.span), "the words stand here")
    return Finding(place, doubt.code, doubt.facts, (note,))


def _holder(quote: Quote) -> Path:
    return quote.place.path if quote.in_text else quote.claim.path


# -- Without the text --------------------------------------------------------------------------------


def _vouched(
    quote: Quote, missing: list[Citation], held: list[Passage], library: Library, lock: Lock
) -> Iterator[Finding | Verified]:
    """Yield what the lock says where a source's text is not here."""
    if entry := lock.vouched(quote.told, missing):
        yield Verified(quote.claim.file, _holder(quote), entry, False, is_published(quote.claim))
        return
    if (near := _nearest(quote.words, held)) and near[1].likeness >= _UNDERSTOOD:
        yield _altered(quote, *near)
        return
    if is_published(quote.claim):
        facts = {"source": missing[0].source, "why": _why(quote, missing, library, lock)}
        yield Finding(quote.place, "unverified-quotation", facts)


def _is_known(missing: list[Citation], lock: Lock) -> bool:
    return any(citation.source in lock.versions for citation in missing)


def _why(quote: Quote, missing: list[Citation], library: Library, lock: Lock) -> str:
    """Return what may have happened, as far as the lock shows."""
    if not _is_known(missing, lock):
        return "its text is not here, and evidence.lock does not know it"
    speakers = {entry.speaker for entry in lock.entries} - {NOBODY, quote.speaker}
    records = library.registry.stakeholders
    for speaker in sorted(speakers) if not quote.in_text else ():
        name = records[speaker].name if speaker in records else ""
        if lock.vouched(quote.told._replace(speaker=speaker, name=name), missing):
            return f"evidence.lock has these words from `{speaker}`"
    whole = [Citation(citation.source) for citation in missing]
    if entry := lock.vouched(quote.told, whole):
        return f"evidence.lock has these words from paragraph {entry.paragraph}"
    return "evidence.lock does not vouch for exactly these words"


# -- Words that are not there ------------------------------------------------------------------------


def _not_there(quote: Quote, held: list[Passage], library: Library) -> Finding | None:
    """Return why words are not in what is cited: they run over what one says, stand elsewhere, are altered, or are
    nowhere."""
    if finding := _runs_over(quote, held) or _cuts_words(quote, held):
        return finding
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


def _runs_over(quote: Quote, held: Sequence[Passage]) -> Finding | None:
    """Return the fault of a quotation that goes on from what one says into what the reporter or another says."""
    groups = groups_of(quote.words)
    for source, numbers in _by_source(held):
        for chain in chains(groups, [source.whole_text(numbers)]) if groups else ():
            flaw = Flaw("runs-over", {}, chain[0].first, chain[-1].last)
            return _flawed(quote, flaw, _Found(source, chain, ()))
    return None


def _cuts_words(quote: Quote, held: Sequence[Passage]) -> Finding | None:
    """Return the fault of words that stand in the text only as a part of longer ones: "500" of "2,500"."""
    wanted = alike(quote.words).strip(" .,;:!?")
    for passage in held if len(wanted) > 1 else ():
        start = alike(passage.text).find(wanted)
        end = start + len(wanted)
        cut = [place for place in (start, end) if start >= 0 and splits_word(passage.text, place)]
        if cut:
            note = NotePlace(passage.span(start, end), "the source has it here")
            facts = {"words": whole_word(passage.text, cut[0])}
            return Finding(quote.place, "cut-word", facts, (note,))
    return None


def _elsewhere(quote: Quote, sources: list[SourceText], library: Library) -> _Found | None:
    """Return another paragraph of the cited sources, else another source, that has the words."""
    if found := _found(quote, [item for source in sources for item in source.cited(0)], library):
        return found
    if len(quote.words.split()) < _TELLING_WORDS:
        return None
    near = {source.id for source in sources}
    wanted = [token.text for token in tokens(quote.words) if token.text[0].isalnum()]
    for source, text in library.texts.items():
        if source not in near and any(
            all(word in paragraph for word in wanted) for paragraph in text.paragraphs
        ):
            opened = library.open(source)
            if found := _found(quote, opened.passages, library):
                return found
    return None


def _misplaced(quote: Quote, found: _Found) -> Finding:
    numbers = sorted(
        {spot.first.paragraph for spot in found.chain} | {spot.last.paragraph for spot in found.chain}
    )
    places = [found.source.passage(number).citation for number in numbers]
    where = places[0]
    shown = _listed([str(place) for place in places], "and")
    facts = {
        "where": _where(quote.claim),
        "there": shown if where.paragraph else f"the headline of `{where}`",
    }
    citations = quote.claim.citations
    note = NotePlace(found.passage.span(*found.span), "here")
    if quote.in_text or len(citations) != 1 or not where.paragraph or len(places) > 1:
        code = "unsupported-words" if quote.in_text else "misplaced-quotation"
        missing = [str(place) for place in places if place not in citations]
        facts["help"] = (
            f"cite {_listed(missing or [str(where)], 'and')} as well, or quote what the cited paragraph says"
        )
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
    """Return the place of the words that differ, where they can be told from others like them."""
    if quote.in_text:
        return quote.place
    start, end = difference.here_span
    words = quote.words[start:end]
    nth = quote.words[:start].count(words)
    return Place(quote.place.file, quote.place.path, words=words, nth=nth)


def _where(claim: Claim) -> str:
    """Return what a record cites, in words."""
    if not claim.is_cited:
        what = "the source" if len(claim.citations) == 1 else "any source"
        return f"{what} of this brief" if isinstance(claim.record, Brief | Question) or claim.brief else what
    return _listed([str(citation) for citation in claim.citations], "or")


def _listed(items: Iterable[str], word: str) -> str:
    shown = [f"`{item}`" for item in items]
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} {word} {shown[-1]}"
