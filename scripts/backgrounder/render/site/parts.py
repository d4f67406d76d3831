"""The pieces of a page of which there are thousands, as HTML: citations, quotations, statements, mentions.

They are functions rather than macros because a call of a macro costs twenty times as much; templates
call them by name all the same. What is built here is escaped here: ``escaping.py`` says how.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from backgrounder import addresses
from backgrounder.link import Asked, Edition, Mention, explanation_of, mark_of
from backgrounder.model import clock
from backgrounder.model.brief import (
    Brief,
    Event,
    Involvement,
    Judgement,
    MarkedTerm,
    Position,
    Quotation,
    Statement,
)
from backgrounder.model.choices import Choice, Handling, Standing
from backgrounder.model.citation import Citation
from backgrounder.model.proof import Proof, SpeakerGrade
from backgrounder.model.registry import NativeName, Source
from backgrounder.render.site.escaping import Html, escaped, for_templates
from backgrounder.render.site.fragments import passage_url
from backgrounder.render.site.html import foreign_html
from backgrounder.render.site.looks import event_date, event_look
from backgrounder.render.site.rows import RowKind, Rows
from backgrounder.render.site.steps import Step, steps_of
from backgrounder.render.site.words import kind_of

if TYPE_CHECKING:
    from backgrounder.render.site.renderer import PageHelpers, Renderer
    from backgrounder.render.site.sources import Quoted, Use

_TICK = (
    '<svg viewBox="0 0 16 16" aria-hidden="true">'
    '<path d="M6.3 12.2 2.4 8.3l1.4-1.4 2.5 2.5 5.9-5.9 1.4 1.4z"/></svg>'
)
"""Words and speaker are those of the source."""
_HALF = (
    '<svg viewBox="0 0 16 16" aria-hidden="true">'
    '<path d="M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8m0 1.5v9.4a4.7 4.7 0 0 1 0-9.4"/></svg>'
)
"""The words are, and the program infers the speaker from the text."""
_RING = (
    '<svg viewBox="0 0 16 16" aria-hidden="true"><circle cx="8" cy="8" r="5.4" fill="none" stroke="currentcolor" '
    'stroke-width="1.5" stroke-dasharray="3.4 2.25"/></svg>'
)
"""The words are, and the program has not established the speaker."""


class Parts:
    """Makes the pieces of one page; what is asked for twice is made once."""

    def __init__(
        self,
        renderer: Renderer,
        page: PageHelpers,
        numbers: dict[str, int] | None = None,
        subject: str = "",
        rows: Rows | None = None,
    ) -> None:
        """``numbers`` are those of a brief's sources; ``subject`` is the stakeholder that the page is about;
        ``rows`` are those of a list of all briefs."""
        self._page = page
        self._registry = renderer.linked.registry
        self._today = renderer.settings.today
        self._proofs = renderer.proofs
        self._numbers = numbers
        self._subject = subject
        self._rows = rows
        self._anchors = renderer.linked.anchors
        self._cited: dict[tuple[Citation, ...], Html] = {}
        self._marks: dict[Citation, Html] = {}
        self._people: dict[str, Html] = {}

    def by_name(self) -> dict[str, Callable[..., Markup]]:
        """The pieces by the name that templates know them by."""
        names = (
            "cites who natives brief_cards question_cards mentions uses events edition_line change_rows held "
            "quoting_nobody"
        )
        return {name: for_templates(getattr(self, name)) for name in names.split()}

    def cites(self, citations: tuple[Citation, ...]) -> Html:
        """The marks that lead from a statement to its sources; nothing where it has none."""
        if citations not in self._cited:
            marks = "".join([self._marks.get(one) or self._mark(one) for one in citations])
            self._cited[citations] = f'<span class="bg-cites">{marks}</span>' if marks else ""
        return self._cited[citations]

    def _mark(self, citation: Citation) -> Html:
        source = self._registry.sources[citation.source]
        place = f", paragraph {citation.paragraph}" if citation.paragraph else ""
        grade = source.reliability
        graded = f". Reliability {grade.value}, {grade.label}" if grade else ""
        name = self._numbers[citation.source] if self._numbers else source.publisher
        address = self._page.url(addresses.source_address(citation.source, citation.paragraph))
        mark = (
            f'<a class="bg-cite" href="{address}" title="{escaped(_published(source))}{place}: '
            f'{escaped(source.title)}{escaped(graded)}"><span class="bg-cite__source">{escaped(str(name))}</span>'
            f"{f' ¶{citation.paragraph}' if citation.paragraph else ''}</a>"
        )
        self._marks[citation] = mark
        return mark

    def who(self, record_id: str) -> Html:
        """A stakeholder's name, leading to its page."""
        if record_id not in self._people:
            address = self._page.url(addresses.stakeholder_address(record_id))
            name = escaped(self._registry.stakeholders[record_id].name)
            self._people[record_id] = f'<a href="{address}">{name}</a>'
        return self._people[record_id]

    def actors(self, ids: Iterable[str]) -> Html:
        """Those who took part in an event."""
        return " · ".join([self.who(one) for one in ids])

    def natives_of(self, record_id: str) -> Html:
        """A stakeholder's name in its own languages; empty where it has none."""
        names = self._registry.stakeholders[record_id].names
        return self.natives(names) if names else ""

    def natives(self, names: Iterable[NativeName]) -> Html:
        """A name in its own languages."""
        between = '<span aria-hidden="true"> · </span>'
        return between.join([foreign_html(name.text, name.lang) for name in names])

    def quotation(self, record: Any) -> Html:
        """The exact words, in the language of the source that they are cited from, and who said them."""
        quote = record.quote
        if record.cite:
            words = foreign_html(quote.words, self._registry.sources[record.cite[0].source].language)
        else:
            words = self._page.plain(quote.words)
        return (
            f'<blockquote class="bg-quote">\n<p dir="auto">“{words}”</p>\n{self._context(quote)}'
            f'<footer><span class="bg-quote__by">{self.who(quote.by)}</span>{self._proof(record)}'
            f"{self._reason(quote, self._proofs.get(id(record)))}</footer>\n</blockquote>\n"
        )

    def _proof(self, record: Any) -> Html:
        """Return what has been compared with the source, and where the words stand there."""
        proof = self._proofs.get(id(record))
        if proof is None:
            return (
                '<span class="bg-unverified">not yet compared with the source</span>' if record.cite else ""
            )
        mark = self._proof_mark(proof)
        source = self._registry.sources[proof.citation.source]
        if not source.url:
            return mark
        passage = escaped(passage_url(source.url, record.quote.words))
        return f'{mark}<a class="bg-passage" href="{passage}" rel="noopener">read the passage</a>'

    def _proof_mark(self, proof: Proof) -> Html:
        """Return what was compared, in a few words and, on demand, in whole sentences; leads to the paragraph."""
        where, grade = proof.citation, proof.grade
        source = self._registry.sources[where.source]
        address = self._page.url(addresses.source_address(where.source, where.paragraph))
        place = f", paragraph {where.paragraph}" if where.paragraph else ""
        return (
            f'<a class="{_look(grade)}" href="{address}" title="These words have been compared, word for word, with '
            f"the text of the source: {escaped(_published(source))}{place}. "
            f'{escaped(explanation_of(grade, source.language))}">{icon_of(grade)}{escaped(mark_of(grade, source.language))}</a>'
        )

    def _context(self, quote: Quotation) -> Html:
        """The sense that the words have in the source, right behind them."""
        told = self._aside("In context", quote.context) if quote.context else ""
        return f'<div class="bg-quote__context">{told}</div>\n' if told else ""

    def _reason(self, quote: Quotation, proof: Proof | None) -> Html:
        """How the desk knows who speaks, where the speaker rests on that."""
        is_needed = quote.attributed and proof and proof.grade is SpeakerGrade.DESK
        return self._aside("The desk’s reason", quote.attributed or "") if is_needed else ""

    def _aside(self, label: str, text: str) -> Html:
        return (
            f'<span class="bg-quote__aside"><span class="bg-note__label">{label}:</span> '
            f"<bdi>{self._page.line(text)}</bdi></span>"
        )

    def quoting_nobody(self, terms: Iterable[MarkedTerm]) -> Html:
        """The words in quotation marks that quote nobody, each with what they are, in one line; empty without any."""
        page = self._page
        told = ", ".join(
            [f"“{page.plain(term.words)}” ({page.line(_unended(term.reason))})" for term in terms]
        )
        return (
            f'<p class="bg-key bg-ours">In quotation marks without quoting anybody: {told}.</p>\n'
            if told
            else ""
        )

    def computation(self, record: Any) -> Html:
        """How figures were reached that the source does not give."""
        return self._note("Computed", getattr(record, "computed", None))

    def desk_note(self, note: str | None) -> Html:
        """What the desk adds."""
        return self._note("Desk note", note)

    def _note(self, label: str, text: str | None) -> Html:
        if not text:
            return ""
        words = self._page.line(text)
        return f'<p class="bg-note"><span class="bg-note__label">{label}</span> {words}</p>\n'

    def statement(self, record: Statement) -> Html:
        """A statement with its sources, quotation and notes."""
        said = f"<p>{self._page.line(record.text)}{self.cites(record.cite)}</p>\n"
        if record.quote:
            said += self.quotation(record)
        if record.note:
            said += self.desk_note(record.note)
        if record.computed:
            said += self.computation(record)
        return said

    def state(self, status: Choice) -> Html:
        """A status in words, marked as one."""
        return f'<span class="bg-state bg-state--{status.value}">{escaped(status.label)}</span>'

    def topics(self, ids: Iterable[str]) -> Html:
        """The topics of a brief."""
        items = "".join(
            f'<li><a href="{self._page.url(addresses.topic_address(topic))}">'
            f"{escaped(self._registry.topics[topic].name)}</a></li>"
            for topic in ids
        )
        return f'<ul class="bg-topics" aria-label="Topics">\n{items}</ul>'

    def brief_cards(self, briefs: Iterable[Brief], heading: str = "h2", look: str = "") -> Html:
        """Briefs to choose from."""
        cards = "".join([self._card(brief, heading) for brief in briefs])
        return f'<ul class="bg-cards {look}">\n{cards}</ul>\n'

    def _card(self, brief: Brief, heading: str) -> Html:
        if self._rows is None:
            return self._brief_card(brief, heading)
        return self._rows.of(RowKind.CARD, brief, lambda: [self._brief_card(brief, heading)])[0]

    def _brief_card(self, brief: Brief, heading: str) -> Html:
        address = self._page.url(addresses.brief_address(brief.slug))
        return (
            f'<li class="bg-card">\n<{heading} class="bg-card__title"><a href="{address}">'
            f"{self._page.plain(brief.title)}</a></{heading}>\n{self.edition_line(brief)}\n{self._restriction(brief)}"
            f'<p dir="auto">{self._page.bare(brief.bottom_line)}</p>\n'
            f"{self.topics(brief.topics) if brief.topics else ''}\n</li>\n"
        )

    def _restriction(self, brief: Brief) -> Html:
        """The label of a brief that not everybody may see, for lists of briefs."""
        is_restricted = brief.handling and brief.handling.is_above(Handling.CLEAR)
        return self.handling(brief.handling) if is_restricted else ""

    def handling(self, label: Handling) -> Html:
        """Whom a brief may be passed on to."""
        look = label.value.replace("+", "-")
        return (
            f'<p class="bg-handling bg-ours"><strong class="bg-handling-{look}">{label.label}</strong> '
            f"{label.meaning}</p>\n"
        )

    def edition_line(self, brief: Brief, code: str = "") -> Html:
        """The days of a brief, what its handout prints as edition, and what is out of the ordinary with it."""
        parts = [f'<span>As of <time datetime="{brief.as_of.text}">{brief.as_of.label}</time></span>']
        if brief.review_by:
            by = brief.review_by
            parts.append(f'<span>Review by <time datetime="{by.text}">{by.label}</time></span>')
        if code:
            parts.append(
                '<span title="Printed on the handout of this state of the brief">'
                f'Edition <span class="bg-code">{code}</span></span>'
            )
        stands = clock.standing(brief, self._today)
        if stands is not Standing.PUBLISHED:
            parts.append(self.state(stands))
        if clock.review_is_due(brief, self._today):
            parts.append('<span class="bg-state bg-state--late">due for review</span>')
        lines = "\n".join(parts)
        return f'<p class="bg-meta">\n{lines}\n</p>\n'

    def held(self, editions: Iterable[Edition], way: str = "") -> Html:
        """Says to who comes from something printed whether it is still current; hidden from all others.

        ``way`` is the anchor of what has changed.
        """
        codes = escaped(" ".join([edition.anchor for edition in editions]))
        changed = f' <a href="#{way}">What has changed</a>' if way else ""
        return (
            f'<div class="bg-held bg-ours" role="status" data-editions="{codes}" hidden>'
            f"<p><span data-words></span>{changed}</p></div>\n"
            f'<script src="{self._page.url(addresses.ASSETS)}/edition.js" defer></script>\n'
        )

    def question_cards(self, questions: Iterable[Asked], with_test: bool = False) -> Html:
        """Questions with their state and the date an answer is expected."""
        rows = "".join([self._question(one, with_test) for one in questions])
        return f'<ul class="bg-questions">\n{rows}</ul>\n'

    def _question(self, asked: Asked, with_test: bool) -> Html:
        if self._rows is None:
            return self._question_row(asked, with_test)
        every = asked.brief.questions
        rows = self._rows.of(
            RowKind.QUESTION,
            asked.brief,
            lambda: [self._question_row(Asked(asked.brief, one), with_test) for one in every],
        )
        return rows[next(number for number, one in enumerate(every) if one is asked.question)]

    def _question_row(self, asked: Asked, with_test: bool) -> Html:
        question, page = asked.question, self._page
        address = page.url(addresses.brief_address(asked.brief.slug, f"question-{question.id}"))
        late = (
            '<span class="bg-state bg-state--late">overdue</span>\n'
            if clock.answer_is_overdue(question, self._today)
            else ""
        )
        expected = f"Expected {escaped(question.expected.label)}" if question.expected else "No date expected"
        test = ""
        if with_test and question.resolves_when:
            test = (
                '<div class="bg-question-row__settles"><span class="bg-label">What would settle it</span>'
                f"{page.prose(question.resolves_when)}</div>\n"
            )
        return (
            f'<li class="bg-question-row">\n<p class="bg-question-row__ask" dir="auto"><a href="{address}">'
            f'{page.plain(question.ask)}</a></p>\n<p class="bg-meta">\n{self.state(question.status)}\n{late}'
            f"<span>{expected}</span>\n<span>{page.plain(asked.brief.title)}</span>\n</p>\n{test}</li>\n"
        )

    def mentions(self, items: Iterable[Mention]) -> Html:
        """What briefs say, each with the place where they say it."""
        rows = "".join([f"<li>{self._mention(item)}</li>\n" for item in items])
        return f'<ul class="bg-mentions">\n{rows}</ul>\n'

    def uses(self, groups: Mapping[str, Iterable[Use]]) -> Html:
        """What rests on a paragraph of a source, by the title of what it stands in."""
        return "".join([self._uses(title, uses) for title, uses in groups.items()])

    def _uses(self, title: str, uses: Iterable[Use]) -> Html:
        page, bare, up = self._page, self._page.bare, self._page.url("")
        rows = "".join(
            [
                f'<li dir="auto"><a href="{up}{address}">{bare(text)}</a> '
                f'<span class="bg-mention__kind">{escaped(kind)}</span>{self._quoted(words)}</li>\n'
                for kind, text, address, words in uses
            ]
        )
        return f'<div class="bg-uses">\n<h4>{page.plain(title)}</h4>\n<ul>\n{rows}</ul>\n</div>\n'

    def _quoted(self, words: Quoted | None) -> Html:
        """The words that a mark has led to, with the mark; nothing where none are quoted."""
        if words is None:
            return ""
        mark = escaped(mark_of(words.grade, words.language))
        return (
            f'<span class="bg-use__quoted" dir="auto">“{foreign_html(words.words, words.language)}” '
            f'<span class="{_look(words.grade)}">{icon_of(words.grade)}{mark}</span></span>'
        )

    def events(self, items: Iterable[Mention]) -> Html:
        """Events of several briefs on one line of time."""
        rows = "".join([self._event(item) for item in items])
        return f'<ol class="bg-timeline">\n{rows}</ol>\n'

    def _event(self, item: Mention) -> Html:
        if self._rows is None:
            return self._event_row(item)
        brief = item.brief
        return self._rows.of(RowKind.EVENT, brief, lambda: self._event_rows(brief))[item.path[1]]

    def _event_rows(self, brief: Brief) -> list[Html]:
        anchors = self._anchors[brief.slug]
        places = [("timeline", index) for index in range(len(brief.timeline))]
        return [
            self._event_row(Mention(brief, place, event, anchors[place]))
            for place, event in zip(places, brief.timeline, strict=True)
        ]

    def _event_row(self, item: Mention) -> Html:
        return f'<li class="{event_look(item.record)}">{self._mention(item)}</li>\n'

    def change_rows(self, steps: Iterable[Step]) -> Html:
        """What has changed in briefs and their questions."""
        return "".join([self._change(step) for step in steps])

    def _change(self, step: Step) -> Html:
        if self._rows is None:
            return self._change_row(step)
        brief = step.brief
        rows = self._rows.of(
            RowKind.CHANGE, brief, lambda: [self._change_row(one) for one in steps_of(brief)]
        )
        return rows[step.number]

    def _change_row(self, step: Step) -> Html:
        page, question = self._page, step.question
        date = f'<time datetime="{step.date.text}">{escaped(step.date.label)}</time>'
        anchor = f"question-{question.id}" if question else "changes"
        address = page.url(addresses.brief_address(step.brief.slug, anchor))
        title = page.plain(question.ask if question else step.brief.title)
        state = f" ({escaped(step.state)})" if question else ""
        return (
            f'<li>{date} <span><a href="{address}">{title}</a>{state}: {page.line(step.text)}\n</span></li>\n'
        )

    def _mention(self, item: Mention) -> Html:
        record = item.record
        if isinstance(record, Involvement):
            said = self._involvement(record)
        elif isinstance(record, Event):
            said = f"{event_date(record)}\n{self._told('', record)}"
            if record.computed:
                said += self.computation(record)
        else:
            said = self._told(self._lead(record), record)
            said += f"{self.desk_note(getattr(record, 'note', None))}{self.computation(record)}"
        quoted = self.quotation(record) if getattr(record, "quote", None) else ""
        address = self._page.url(addresses.brief_address(item.brief.slug, item.anchor))
        return (
            f'{said}{quoted}<p class="bg-mention__brief"><a href="{address}">{self._page.plain(item.brief.title)}</a> '
            f'<span class="bg-mention__kind">{self._kind(item)}</span></p>\n'
        )

    def _told(self, lead: str, record: Any) -> Html:
        return f'<p dir="auto">{lead}{self._page.line(record.text)}{self.cites(record.cite)}</p>\n'

    def _lead(self, record: Any) -> Html:
        if isinstance(record, Position):
            return self._speaker(record)
        return '<span class="bg-label">The desk judges</span> ' if isinstance(record, Judgement) else ""

    def _speaker(self, record: Involvement | Position) -> Html:
        """Whose role or position it is; not said again on that stakeholder's own page."""
        return "" if record.who == self._subject else f"<strong>{self.who(record.who)}</strong>: "

    def _involvement(self, record: Involvement) -> Html:
        """Role, position and interest, the citations behind the last of them."""
        page = self._page
        told = f'<p dir="auto">{self._speaker(record)}{page.line(record.role)}'
        if record.position:
            told += f'</p>\n<p dir="auto"><span class="bg-label">Position</span> {page.line(record.position)}'
        if record.interest:
            told += f'</p>\n<p dir="auto"><span class="bg-label">Interest</span> {page.line(record.interest)}'
        return f"{told}{self.cites(record.cite)}</p>\n"

    def _kind(self, item: Mention) -> Html:
        kind = kind_of(item)
        if item.path[0] != "questions":
            return kind
        return f"{kind}: {self._page.plain(item.brief.questions[item.path[1]].ask)}"


def icon_of(grade: SpeakerGrade) -> Html:
    """The sign before a mark: how much of it the program itself has established."""
    if grade in (SpeakerGrade.NAMED, SpeakerGrade.LABELLED):
        return _TICK
    return _HALF if grade.is_compared else _RING


def _look(grade: SpeakerGrade) -> str:
    is_whole = grade in (SpeakerGrade.NAMED, SpeakerGrade.LABELLED)
    return "bg-verified" if is_whole else "bg-verified bg-verified--words"


def _unended(sentence: str) -> str:
    """A sentence that others follow in one line."""
    return sentence.rstrip().removesuffix(".")


def _published(source: Source) -> str:
    return f"{source.publisher}, {source.published.label}" if source.published else source.publisher
