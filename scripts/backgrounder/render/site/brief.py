"""The page of a brief, and the list of all briefs."""

from __future__ import annotations

from collections.abc import Iterator

from backgrounder import addresses
from backgrounder.link import Sourcing, edition_of_all, newest_first, sourcing_of
from backgrounder.markup import line_text, prose_text
from backgrounder.model.background import BackgroundGroup, background_groups
from backgrounder.model.brief import Brief, Event, Question, Statement
from backgrounder.model.choices import BriefStatus
from backgrounder.model.clock import standing
from backgrounder.model.registry import Registry
from backgrounder.render.site.body import brief_html
from backgrounder.render.site.page import Heading, Page, SearchEntry
from backgrounder.render.site.renderer import Renderer

_SECTIONS = (
    ("key_points", "Key points", "key-points"),
    ("background", "Background", "background"),
    ("stakeholders", "Stakeholders", "stakeholders"),
    ("timeline", "Timeline", "timeline"),
    ("questions", "Open questions", "questions"),
    ("judgements", "Judgements", "judgements"),
)


def brief_page(renderer: Renderer, brief: Brief) -> Page:
    """Everything a brief says, bottom line first."""
    address = addresses.brief_address(brief.slug)
    found = sourcing_of(brief, renderer.linked)
    groups = background_groups(brief)
    return Page(
        address=address,
        title=brief.title,
        description=line_text(brief.bottom_line),
        html=brief_html(renderer, address, brief, found, groups),
        headings=tuple(_headings(brief, has_related=bool(renderer.linked.related[brief.slug]))),
        search=tuple(entry for entry in _search_entries(brief, found, groups, renderer) if entry.text),
        kind="brief",
        status=standing(brief, renderer.settings.today).value,
        topics=tuple(renderer.linked.registry.topics[topic].name for topic in brief.topics),
    )


def briefs_page(renderer: Renderer) -> Page:
    """All briefs, newest first, the archived ones under a heading of their own."""
    briefs = newest_first(renderer.linked.briefs)
    archived = [brief for brief in briefs if brief.status is BriefStatus.ARCHIVED]
    rows = renderer.rows()
    return Page(
        address=addresses.BRIEFS,
        scraps=rows.made,
        title="Briefs",
        description="All briefs, with the day each one is true for.",
        html=renderer.html(
            "briefs",
            addresses.BRIEFS,
            rows=rows,
            briefs=briefs,
            current=[brief for brief in briefs if brief.status is not BriefStatus.ARCHIVED],
            archived=archived,
            edition=edition_of_all(renderer.linked.edition(brief) for brief in briefs)
            if renderer.settings.has_book(len(briefs))
            else None,
        ),
        search=(SearchEntry("Briefs", "All briefs, with the day each one is true for"),),
    )


def _headings(brief: Brief, has_related: bool) -> Iterator[Heading]:
    yield Heading("Bottom line", "bottom-line")
    for field, title, anchor in _SECTIONS:
        if not getattr(brief, field):
            continue
        children = ()
        if field == "questions":
            children = tuple(Heading(question.ask, f"question-{question.id}") for question in brief.questions)
        yield Heading(title, anchor, children)
    yield Heading("Sources", "sources")
    if has_related:
        yield Heading("Related briefs", "related")
    if brief.changes:
        yield Heading("Changes", "changes")


def _search_entries(
    brief: Brief, found: Sourcing, groups: list[BackgroundGroup], renderer: Renderer
) -> Iterator[SearchEntry]:
    registry = renderer.linked.registry
    topics = " · ".join(registry.topics[topic].name for topic in brief.topics)
    yield SearchEntry(brief.title, _joined([_line(brief.bottom_line), topics]))
    yield SearchEntry("Key points", _statements(brief.key_points, registry), "key-points")
    background = [
        part
        for heading, rows in groups
        for part in (heading, _statements(tuple(row for _, row in rows), registry))
    ]
    yield SearchEntry("Background", _joined(background), "background")
    for person in brief.stakeholders:
        text = _joined(
            [_line(person.role), _line(person.position), _line(person.interest), _quote(person, registry)]
        )
        yield SearchEntry(registry.stakeholders[person.who].name, text, f"stakeholder-{person.who}")
    yield SearchEntry("Timeline", _joined([_event(event, registry) for event in brief.timeline]), "timeline")
    for question in brief.questions:
        yield SearchEntry(question.ask, _question(question, registry), f"question-{question.id}")
    judgements = [f"{_line(item.text)} {_line(item.because)}" for item in brief.judgements]
    yield SearchEntry("Judgements", _joined(judgements), "judgements")
    names = [registry.sources[source].title for source in found.numbers]
    yield SearchEntry("Sources", _joined([_prose(brief.sourcing), *names]), "sources")
    yield SearchEntry("Changes", _joined([_line(change.text) for change in brief.changes]), "changes")


def _event(event: Event, registry: Registry) -> str:
    actors = ", ".join(registry.stakeholders[actor].name for actor in event.actors)
    return _joined([f"{event.date.label}:", _line(event.text), _line(event.note), actors])


def _question(question: Question, registry: Registry) -> str:
    positions = [
        f"{registry.stakeholders[position.who].name}: {_line(position.text)} {_quote(position, registry)}"
        for position in question.positions
    ]
    return _joined(
        [
            _prose(question.why),
            _statements(question.known, registry),
            _prose(question.unknown),
            _prose(question.resolves_when),
            *map(_line, question.watch),
            *positions,
            _statements((question.answer,), registry) if question.answer else "",
            *(_line(entry.text) for entry in question.log),
        ]
    )


def _statements(statements: tuple[Statement, ...], registry: Registry) -> str:
    parts = []
    for statement in statements:
        parts.append(line_text(statement.text))
        if statement.quote:
            parts.append(_quote(statement, registry))
        if statement.note:
            parts.append(line_text(statement.note))
    return _joined(parts)


def _quote(record: object, registry: Registry) -> str:
    quote = getattr(record, "quote", None)
    if not quote:
        return ""
    said = f"“{quote.words}” {registry.stakeholders[quote.by].name}"
    return _joined([said, _line(quote.attributed), _line(quote.context)])


def _line(text: str | None) -> str:
    return line_text(text) if text else ""


def _prose(text: str | None) -> str:
    return prose_text(text) if text else ""


def _joined(parts: list[str]) -> str:
    return " ".join(filter(None, parts))
