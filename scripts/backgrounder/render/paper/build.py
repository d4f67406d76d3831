"""Turns one brief into its handout as data, following every id to the record it names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from backgrounder import addresses
from backgrounder.link import Linked, mark_of, proofs_of, quoting_nobody, sourcing_of
from backgrounder.markup import direction_runs, parse_line, parse_prose, plain_text
from backgrounder.model.background import background_groups
from backgrounder.model.brief import (
    Brief,
    Event,
    Involvement,
    Judgement,
    MarkedTerm,
    Position,
    Question,
    Quotation,
    Record,
    Statement,
)
from backgrounder.model.choices import Standing
from backgrounder.model.clock import answer_is_overdue, review_is_due, standing
from backgrounder.model.corpus import walk
from backgrounder.model.dates import Day, Edtf
from backgrounder.model.proof import Proof, SpeakerGrade
from backgrounder.render.paper import axis
from backgrounder.render.paper.fit import Cut, counted, without
from backgrounder.render.paper.numbering import Numbering, count_more, counts
from backgrounder.render.paper.one_line import short, shortened
from backgrounder.render.paper.registered import definition, natives, references
from backgrounder.render.paper.sheet import (
    Entry,
    Estimate,
    Group,
    Item,
    Line,
    Marked,
    More,
    Party,
    Prose,
    Query,
    Sheet,
    Speech,
    View,
)
from backgrounder.render.paper.tongue import tongue
from backgrounder.settings import Settings

_LEGEND = (
    "Verified: a program compared words and speaker with the source. It does not say that the words are true."
)
_LONG = 1_500
"""Characters that fill a good part of a page, even in a narrow column."""


def build(brief: Brief, linked: Linked, settings: Settings, left_out: Sequence[Cut] = ()) -> Sheet:
    """The handout of one brief, without the parts that are left out."""
    return _Builder(brief, linked, settings, left_out).sheet()


class Binding(msgspec.Struct, frozen=True):
    """What the briefs of a book have in common."""

    numbering: Numbering
    names: dict[int, tuple[str, ...]]
    """The ids of the stakeholders that a record names, by the identity of the record."""


def build_chapter(brief: Brief, linked: Linked, settings: Settings, binding: Binding) -> Sheet:
    """A brief as it is bound in a book: all of it, but for terms and sources, which the book lists once."""
    return _Builder(brief, linked, settings, binding=binding).sheet()


class _Builder:
    """Holds what every part of one handout is looked up in."""

    def __init__(
        self,
        brief: Brief,
        linked: Linked,
        settings: Settings,
        left_out: Sequence[Cut] = (),
        binding: Binding | None = None,
    ) -> None:
        self._brief = without(brief, left_out) if left_out else brief
        self._left_out = counted(left_out)
        self._registry = linked.registry
        self._settings = settings
        self._sourcing = sourcing_of(brief, linked)
        self._proofs = _proofs(brief, linked)
        self._binding = binding
        self._numbering = binding.numbering if binding else Numbering()
        self._numbering.foresee(self._sourcing.numbers)
        self._url = f"{settings.site_url}{addresses.brief_address(brief.slug)}" if settings.site_url else ""
        self._edition = linked.edition(brief)

    def sheet(self) -> Sheet:
        brief, settings = self._brief, self._settings
        events = sorted(brief.timeline, key=lambda event: event.date.sort_key)
        glossary = self._registry.glossary
        terms = (
            ()
            if self._binding
            else tuple(definition(glossary[term], self._numbering) for term in brief.terms)
        )
        review_by = brief.review_by
        stands = standing(brief, settings.today)
        edition_url = f"{self._url}#{self._edition.anchor}" if self._url else ""
        return Sheet(
            title=direction_runs(brief.title),
            running_title=direction_runs(shortened(brief.title)),
            tongue=tongue(brief.language),
            paper=settings.paper,
            site_name=settings.site_name,
            as_of=brief.as_of.label,
            as_of_iso=brief.as_of.text,
            edition=self._edition.code,
            review_by=review_by.label if review_by else "",
            due_for_review=review_is_due(brief, settings.today),
            handling=brief.handling.label if brief.handling else "",
            draft=not stands.is_public,
            archived=stands is Standing.ARCHIVED,
            topics=tuple(self._registry.topics[topic].name for topic in brief.topics),
            url=self._url,
            short_url=short(self._url),
            edition_url=edition_url,
            bottom_line=parse_line(brief.bottom_line),
            key_points=self._items(brief.key_points),
            parties=tuple(self._party(involvement) for involvement in brief.stakeholders),
            events=tuple(self._entry(number, event) for number, event in enumerate(events, 1)),
            axis=axis.draw(events, brief.as_of),
            questions=tuple(self._query(question) for question in brief.questions),
            judgements=tuple(self._estimate(judgement) for judgement in brief.judgements),
            background=self._groups(),
            terms=terms,
            more=self._more(),
            single_source=self._single_source(),
            sourcing_counts=counts(self._sourcing),
            sourcing=_prose(brief.sourcing),
            legend=_LEGEND if self._sourcing.compared.words else "",
            marked=tuple(_marked(term) for term in quoting_nobody(brief)),
            # Last, when every mark has been given.
            sources=() if self._binding else references(self._numbering, self._registry, settings),
            cited=self._cited() if self._binding else (),
        )

    def _cited(self) -> tuple[int, ...]:
        return tuple(sorted(self._numbering.number(source) for source in self._sourcing.numbers))

    def _names(self, record: Record) -> tuple[str, ...]:
        return self._binding.names.get(id(record), ()) if self._binding else ()

    def _more(self) -> More:
        """What is left out, in words, for the sections that lack it; the rest in one line at the end."""
        brief, gone = self._brief, self._left_out
        words = {
            "timeline": count_more(gone.timeline, "event", bool(brief.timeline)),
            "stakeholders": count_more(gone.stakeholders, "stakeholder", bool(brief.stakeholders)),
            "questions": count_more(gone.questions, "question", bool(brief.questions)),
            "background": count_more(gone.background, "background statement", bool(brief.background)),
            "terms": count_more(gone.terms, "term", bool(brief.terms)),
        }
        shown = {part: f"{words[part]} online" for part in words if words[part] and getattr(brief, part)}
        missing = [words[part] for part in words if words[part] and not getattr(brief, part)]
        if gone.details:
            missing.append("more on " + (f"{gone.details} questions" if gone.details > 1 else "one question"))
        at_end = f"Online only: {', '.join(missing)}." if missing else ""
        return More(**shown, at_end=at_end)

    def _single_source(self) -> str:
        """The publisher of the only source, or nothing."""
        if not self._sourcing.is_single:
            return ""
        return self._registry.sources[next(iter(self._sourcing.numbers))].publisher

    def _items(self, statements: Iterable[Statement]) -> tuple[Item, ...]:
        return tuple(self._item(statement) for statement in statements)

    def _item(self, statement: Statement) -> Item:
        text = parse_line(statement.text)
        return Item(
            text=text,
            cite=self._numbering.marks(statement.cite),
            quote=self._speech(statement, text),
            note=_remarks(statement),
            names=self._names(statement),
        )

    def _groups(self) -> tuple[Group, ...]:
        return tuple(
            Group(heading=direction_runs(heading), items=self._items(statement for _, statement in rows))
            for heading, rows in background_groups(self._brief)
        )

    def _speech(self, record: Statement | Involvement | Position, beside: Line) -> Speech | None:
        """The quotation, unless the text beside it holds the same words already and there is no more to say of them."""
        quote = record.quote
        if quote is None:
            return None
        proof = self._proofs.get(id(quote))
        has_more = quote.context or (proof and not proof.is_whole)
        if quote.words in plain_text(beside) and not has_more:
            return None
        return Speech(
            words=direction_runs(quote.words),
            by=self._called(quote.by),
            proof=self._proof_mark(proof) if record.cite else "",
            reason=_line(quote.attributed if proof and proof.grade is SpeakerGrade.DESK else None),
            context=_line(quote.context),
        )

    def _proof_mark(self, proof: Proof | None) -> str:
        """Return what was compared; the line at the sources says that “verified” alone means words and speaker."""
        if proof is None:
            return "not yet compared"
        source = self._registry.sources[proof.citation.source]
        return "verified" if proof.is_whole else mark_of(proof.grade, source.language)

    def _called(self, who: str) -> str:
        return self._registry.stakeholders[who].name

    def _party(self, involvement: Involvement) -> Party:
        stakeholder = self._registry.stakeholders[involvement.who]
        role, position = parse_line(involvement.role), _line(involvement.position)
        return Party(
            name=direction_runs(stakeholder.name),
            native=natives(stakeholder.names),
            role=role,
            position=position,
            interest=_line(involvement.interest),
            quote=self._speech(involvement, role + position),
            cite=self._numbering.marks(involvement.cite),
            long=_is_long(
                involvement.role, involvement.position, involvement.interest, *_beside(involvement.quote)
            ),
            who=involvement.who if self._binding else "",
            names=self._names(involvement),
        )

    def _entry(self, number: int, event: Event) -> Entry:
        return Entry(
            number=number,
            date=event.date.label,
            planned=event.planned,
            uncertain=event.date.is_uncertain,
            due=event.planned and _has_passed(event.date, self._settings.today),
            text=parse_line(event.text),
            cite=self._numbering.marks(event.cite),
            note=_remarks(event),
            long=_is_long(event.text, event.note, event.computed),
            names=self._names(event),
        )

    def _query(self, question: Question) -> Query:
        expected = question.expected
        return Query(
            ask=direction_runs(question.ask),
            status=question.status.label,
            live=question.status.is_live,
            expected=expected.label if expected else "",
            overdue=answer_is_overdue(question, self._settings.today),
            why=parse_prose(question.why),
            known=self._items(question.known),
            unknown=_prose(question.unknown),
            resolves_when=_prose(question.resolves_when),
            watch=tuple(parse_line(sign) for sign in question.watch),
            positions=tuple(self._view(position) for position in question.positions),
            answer=self._item(question.answer) if question.answer else None,
        )

    def _view(self, position: Position) -> View:
        text = parse_line(position.text)
        return View(
            who=self._called(position.who),
            text=text,
            quote=self._speech(position, text),
            cite=self._numbering.marks(position.cite),
            names=self._names(position),
        )

    def _estimate(self, judgement: Judgement) -> Estimate:
        lower, upper, band = self._settings.likelihoods.band(judgement.likelihood)
        return Estimate(
            text=parse_line(judgement.text),
            likelihood=judgement.likelihood.label,
            lower=lower,
            upper=upper,
            band=band,
            confidence=judgement.confidence.label,
            because=parse_line(judgement.because),
            cite=self._numbering.marks(judgement.cite),
            long=_is_long(judgement.text, judgement.because),
            names=self._names(judgement),
        )


def _proofs(brief: Brief, linked: Linked) -> dict[int, Proof]:
    """Proofs of the quotations, by their identity: a handout may leave out records around it."""
    proofs = proofs_of(brief, linked)
    return {
        id(record.quote): proofs[path]
        for path, record in (walk(brief) if proofs else ())
        if path in proofs and getattr(record, "quote", None)
    }


def _marked(term: MarkedTerm) -> Marked:
    return Marked(words=direction_runs(term.words), reason=parse_line(term.reason.rstrip().removesuffix(".")))


def _line(text: str | None) -> Line:
    return parse_line(text) if text else ()


def _beside(quote: Quotation | None) -> tuple[str | None, ...]:
    """Return what the desk adds to a quotation."""
    return (quote.attributed, quote.context) if quote else ()


def _remarks(record: Statement | Event) -> Line:
    """What the desk adds, and how it reached figures of its own."""
    computed = f"Computed: {record.computed}" if record.computed else ""
    return _line(" ".join(part for part in (record.note, computed) if part))


def _prose(text: str | None) -> Prose:
    return parse_prose(text) if text else ()


def _is_long(*texts: str | None) -> bool:
    return sum(len(text) for text in texts if text) > _LONG


def _has_passed(date: Edtf, today: Day) -> bool:
    return date.last < today.number
