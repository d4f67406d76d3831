"""The sections of a brief's page, as HTML: most of what a site shows, so they are put together by hand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from backgrounder.model import clock
from backgrounder.model.brief import Brief, Event, Involvement, Judgement, Question, Statement
from backgrounder.render.site.escaping import Html, escaped
from backgrounder.render.site.looks import event_date, event_look
from backgrounder.spans import Path

if TYPE_CHECKING:
    from backgrounder.render.site.parts import Parts
    from backgrounder.render.site.renderer import PageHelpers
    from backgrounder.settings import Settings

Anchors = dict[Path, str]


class Sections:
    """Makes the sections of one brief."""

    def __init__(self, page: PageHelpers, parts: Parts, settings: Settings, anchors: Anchors) -> None:
        self._page = page
        self._parts = parts
        self._settings = settings
        self._anchors = anchors

    def points(self, brief: Brief) -> Html:
        """The key points."""
        return "".join(
            [
                f'<li id="{self._anchors["key_points", number]}">{self._parts.statement(item)}</li>\n'
                for number, item in enumerate(brief.key_points)
            ]
        )

    def background(self, rows: Iterable[tuple[Path, Statement]]) -> Html:
        """Statements of the background that stand under one heading."""
        return "".join(
            [
                f'<div class="bg-statement" id="{self._anchors[path]}">{self._parts.statement(item)}</div>\n'
                for path, item in rows
            ]
        )

    def involved(self, brief: Brief) -> Html:
        """Who has a stake in it."""
        cards = [
            self._card(item, self._anchors["stakeholders", number])
            for number, item in enumerate(brief.stakeholders)
        ]
        return "".join(cards)

    def _card(self, item: Involvement, anchor: str) -> Html:
        page, parts = self._page, self._parts
        names = parts.natives_of(item.who)
        native = f'<p class="bg-native">{names}</p>\n' if names else ""
        told = f"<p>{page.line(item.role)}</p>\n"
        if item.position:
            told += f'<p><span class="bg-label">Position</span> {page.line(item.position)}</p>\n'
        if item.interest:
            told += f'<p><span class="bg-label">Interest</span> {page.line(item.interest)}</p>\n'
        quoted = parts.quotation(item) if item.quote else ""
        return (
            f'<li class="bg-card" id="{anchor}">\n<h3 class="bg-card__title">{parts.who(item.who)}</h3>\n{native}'
            f"{told}{quoted}{parts.computation(item)}\n{parts.cites(item.cite)}\n</li>\n"
        )

    def timeline(self, brief: Brief) -> Html:
        """What happened and what is planned."""
        return "".join(
            [
                self._event(item, self._anchors["timeline", number])
                for number, item in enumerate(brief.timeline)
            ]
        )

    def _event(self, item: Event, anchor: str) -> Html:
        parts = self._parts
        actors = f'<p class="bg-actors">{parts.actors(item.actors)}</p>\n' if item.actors else ""
        return (
            f'<li class="{event_look(item)}" id="{anchor}">\n{event_date(item)}\n'
            f"<p>{self._page.line(item.text)}{parts.cites(item.cite)}</p>\n{actors}"
            f"{parts.desk_note(item.note)}{parts.computation(item)}</li>\n"
        )

    def questions(self, brief: Brief) -> Html:
        """What is not known yet."""
        return "".join(
            [self._question(item, ("questions", number)) for number, item in enumerate(brief.questions)]
        )

    def _question(self, item: Question, path: Path) -> Html:
        fields = "".join(self._fields(item, path))
        late = (
            '<span class="bg-state bg-state--late">overdue</span>\n'
            if clock.answer_is_overdue(item, self._settings.today)
            else ""
        )
        expected = f"Answer expected {escaped(item.expected.label)}" if item.expected else "No date expected"
        anchor = self._anchors[path]
        return (
            f'<section class="bg-question" aria-labelledby="{anchor}">\n<h3 id="{anchor}">{self._page.plain(item.ask)}</h3>\n'
            f'<p class="bg-meta">{self._parts.state(item.status)}\n{late}<span>{expected}</span></p>\n{fields}</section>\n'
        )

    def _fields(self, item: Question, path: Path) -> Iterator[Html]:
        page, parts = self._page, self._parts
        if item.answer:
            yield (
                f'<div class="bg-field bg-field--answer" id="{self._anchors[*path, "answer"]}"><h4>Answer</h4>'
                f"{parts.statement(item.answer)}</div>\n"
            )
        yield _field("Why it matters", page.prose(item.why))
        if item.known:
            known = "".join(
                f'<li id="{self._anchors[*path, "known", number]}">{parts.statement(one)}</li>'
                for number, one in enumerate(item.known)
            )
            yield _field("What is known", f"<ul>\n{known}\n</ul>")
        if item.unknown:
            yield _field("What is not known", page.prose(item.unknown))
        if item.resolves_when:
            yield _field("What would settle it", page.prose(item.resolves_when))
        if item.watch:
            signs = "".join(f"<li>{page.line(sign)}</li>" for sign in item.watch)
            yield _field("Signs to watch for", f"<ul>{signs}</ul>")
        if item.positions:
            yield _field("Positions", f"<ul>\n{''.join(self._positions(item, path))}</ul>")
        if item.log:
            yield _field("Log", f'<ol class="bg-log">\n{"".join(self._log(item, path))}</ol>')

    def _positions(self, item: Question, path: Path) -> Iterator[Html]:
        page, parts = self._page, self._parts
        for number, one in enumerate(item.positions):
            quoted = parts.quotation(one) if one.quote else ""
            yield (
                f'<li id="{self._anchors[*path, "positions", number]}"><p><strong>{parts.who(one.who)}</strong>: '
                f"{page.line(one.text)}{parts.cites(one.cite)}</p>{quoted}{parts.computation(one)}</li>\n"
            )

    def _log(self, item: Question, path: Path) -> Iterator[Html]:
        page, parts = self._page, self._parts
        for number, entry in enumerate(item.log):
            yield (
                f'<li id="{self._anchors[*path, "log", number]}"><time datetime="{entry.date.text}">'
                f"{escaped(entry.date.label)}</time> <span>{parts.state(entry.status)} {page.line(entry.text)}"
                f"{parts.cites(entry.cite)}</span></li>\n"
            )

    def judgements(self, brief: Brief) -> Html:
        """The desk's own estimates."""
        return "".join(
            [
                self._judgement(item, self._anchors["judgements", number])
                for number, item in enumerate(brief.judgements)
            ]
        )

    def _judgement(self, item: Judgement, anchor: str) -> Html:
        page = self._page
        low, high, band = self._settings.likelihoods.band(item.likelihood)
        return (
            f'<div class="bg-judgement" id="{anchor}">\n<p>{page.line(item.text)}{self._parts.cites(item.cite)}</p>\n'
            '<div class="bg-likelihood">\n<svg class="bg-band" viewBox="0 0 100 8" preserveAspectRatio="none" '
            'aria-hidden="true"><rect class="bg-band__all" x="0" y="0" width="100" height="8"/>'
            f'<rect class="bg-band__part" x="{low}" y="0" width="{high - low}" height="8"/></svg>\n'
            f'<p><span class="bg-label">Likelihood</span> {escaped(item.likelihood.label)} ({escaped(band)})</p>\n</div>\n'
            f'<p><span class="bg-label">Confidence</span> {escaped(item.confidence.label)}</p>\n'
            f'<p><span class="bg-label">Because</span> {page.line(item.because)}</p>\n</div>\n'
        )


def _field(title: str, content: Html) -> Html:
    return f'<div class="bg-field"><h4>{title}</h4>{content}</div>\n'
