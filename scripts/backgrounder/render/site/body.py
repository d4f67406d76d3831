"""The page of a brief from top to end, as HTML.

Functions rather than a template, because most pages of a site are briefs, and what a template calls has to be marked as
HTML for it each time. Each function is a stretch of the page; ``sections.py`` has what is repeated in them, ``escaping.py`` says what is escaped
where. The order of the page is also that in which glossary terms are explained: once in each section.
"""

from __future__ import annotations

from collections.abc import Iterator

from backgrounder import addresses
from backgrounder.link import (
    Comparison,
    Sourcing,
    marks_explained,
    passages_told,
    quotations_told,
    quoting_nobody,
)
from backgrounder.markup import direction_runs, runs_right_to_left
from backgrounder.model import clock
from backgrounder.model.background import BackgroundGroup
from backgrounder.model.brief import Brief
from backgrounder.model.choices import Standing
from backgrounder.model.dates import Day
from backgrounder.render.site.escaping import Html, escaped
from backgrounder.render.site.html import inline_html
from backgrounder.render.site.parts import Parts, icon_of
from backgrounder.render.site.renderer import PageHelpers, Renderer
from backgrounder.render.site.sections import Sections
from backgrounder.render.site.source_summary import summary

_STANDING = {
    Standing.DRAFT: (
        '<div class="admonition warning"><p class="admonition-title">Draft</p>'
        "<p>This brief is not published.</p></div>\n"
    ),
    Standing.SCHEDULED: (
        '<div class="admonition warning"><p class="admonition-title">Scheduled</p>'
        "<p>Readers do not see this brief before {day}.</p></div>\n"
    ),
    Standing.ARCHIVED: (
        '<div class="admonition note"><p class="admonition-title">Archived</p>'
        "<p>This brief is kept for the record and no longer reviewed.</p></div>\n"
    ),
}
_KEY = (
    '<p class="bg-key bg-ours">A mark such as <span class="bg-cite"><span class="bg-cite__source">1</span> ¶4</span> '
    "means source 1, paragraph 4.{marks}</p>\n"
)
_COMPARED = (
    " <em>Verified</em> means that a program has compared the quoted words with the text of the source, word for word. "
    "No mark says that the words are true."
)


def _standing(brief: Brief, today: Day) -> Html:
    """Return what a reader is told of a brief that is not simply published."""
    words = _STANDING.get(clock.standing(brief, today), "")
    return words.format(day=escaped(brief.publish_on.label)) if brief.publish_on and words else words


def brief_html(
    renderer: Renderer, address: str, brief: Brief, found: Sourcing, groups: list[BackgroundGroup]
) -> Html:
    """Everything a brief says, bottom line first."""
    return "".join(_Body(renderer, address, brief, found, groups).stretches())


class _Body:
    """Makes the page of one brief."""

    def __init__(
        self,
        renderer: Renderer,
        address: str,
        brief: Brief,
        found: Sourcing,
        groups: list[BackgroundGroup],
    ) -> None:
        self._brief = brief
        self._found = found
        self._groups = groups
        self._linked = renderer.linked
        self._registry = renderer.linked.registry
        self._settings = renderer.settings
        self._page = PageHelpers(renderer, address, brief)
        self._parts = Parts(renderer, self._page, found.numbers)
        self._sections = Sections(
            self._page, self._parts, renderer.settings, renderer.linked.anchors[brief.slug]
        )

    def stretches(self) -> Iterator[Html]:
        """The page, cut where an empty line stands in it."""
        brief, sections = self._brief, self._sections
        direction = "rtl" if runs_right_to_left(brief.language) else "ltr"
        yield f'<div class="bg-brief" dir="{direction}">\n{self._head()}\n{self._bottom_line()}\n'
        if brief.key_points:
            heading = self._heading("key-points", "Key points")
            yield f'{heading}<ol class="bg-points">\n{sections.points(brief)}\n</ol>\n'
        yield "\n"
        if self._groups:
            yield f"{self._heading('background', 'Background')}{self._background()}"
        yield "\n"
        if brief.stakeholders:
            heading = self._heading("stakeholders", "Stakeholders")
            yield f'{heading}<ul class="bg-cards bg-cards--two">\n{sections.involved(brief)}\n</ul>\n'
        yield "\n"
        if brief.timeline:
            heading = self._heading("timeline", "Timeline")
            yield f'{heading}<ol class="bg-timeline">\n{sections.timeline(brief)}\n</ol>\n'
        yield "\n"
        if brief.questions:
            yield f"{self._heading('questions', 'Open questions')}{sections.questions(brief)}\n"
        yield "\n"
        if brief.judgements:
            yield self._judgements()
        yield f"\n{self._heading('sources', 'Sources')}{self._sources()}\n"
        yield f"{self._related()}\n{self._changes()}</div>"

    def _heading(self, anchor: str, title: str) -> Html:
        """The heading of a section in which terms are explained anew; so it is to be made before what follows."""
        self._page.new_section()
        return f'\n<h2 id="{anchor}">{title}</h2>\n'

    def _head(self) -> Html:
        brief, parts, settings = self._brief, self._parts, self._settings
        handout = held = code = due = ""
        handling = parts.handling(brief.handling) if brief.handling else ""
        if settings.handouts:
            edition = self._linked.edition(brief)
            code = edition.code
            held = parts.held([edition], "changes" if brief.changes else "")
            address = self._page.url(addresses.handout_address(brief.slug))
            handout = f'<a class="md-button bg-handout" href="{address}">Handout (PDF)</a>'
        if clock.review_is_due(brief, settings.today):
            due = (
                '<div class="admonition warning"><p class="admonition-title">Due for review</p><p>This brief was to be '
                f"reviewed by {escaped(brief.review_by.label)}. It may no longer be true.</p></div>\n"
            )
        topics = parts.topics(brief.topics) if brief.topics else ""
        return (
            f'<h1 id="top">{self._page.plain(brief.title)}</h1>\n{parts.edition_line(brief, code)}\n{held}\n{handling}'
            f'<div class="bg-tools">\n{topics}\n{handout}</div>\n{_standing(brief, settings.today)}{due}'
        )

    def _bottom_line(self) -> Html:
        return (
            '<section class="bg-bottom-line" aria-labelledby="bottom-line">\n<h2 id="bottom-line">Bottom line</h2>\n'
            f"<p>{self._page.line(self._brief.bottom_line)}</p>\n</section>\n{self._narrowness()}"
        )

    def _narrowness(self) -> Html:
        """What a reader is told at once of sources that are no independent evidence."""
        found = self._found
        if not found.numbers:
            words = "This brief cites no source."
        elif found.is_single:
            (source,) = found.numbers
            words = (
                'This brief rests on a single source: <a href="#sources">'
                f"{escaped(self._registry.sources[source].publisher)}</a>. Nothing in it has been corroborated."
            )
        elif found.is_of_one_origin:
            words = (
                f'The <a href="#sources">{len(found.numbers)} sources</a> of this brief share one origin, or their '
                "origins are not known. Nothing in it counts as corroborated."
            )
        else:
            return ""
        return f'<p class="bg-single bg-ours">{words}</p>\n'

    def _background(self) -> Html:
        parts = []
        for heading, rows in self._groups:
            title = f"<h3>{self._page.plain(heading)}</h3>" if heading else ""
            parts.append(f"{title}{self._sections.background(rows)}\n")
        return "".join(parts)

    def _judgements(self) -> Html:
        self._page.new_section()
        return (
            '\n<section class="bg-judgements" aria-labelledby="judgements">\n<h2 id="judgements">Judgements</h2>\n'
            '<p class="bg-judgements__lead bg-ours">The desk’s own estimates, not statements of fact. Likelihood terms and '
            f"bands follow {escaped(self._settings.likelihoods.title)}.</p>\n{self._sections.judgements(self._brief)}\n"
            "</section>\n"
        )

    def _sources(self) -> Html:
        page = self._page
        points = "".join(
            [
                f'<dt>{escaped(point.label)}</dt><dd class="bg-ours">{inline_html(direction_runs(point.text))}</dd>\n'
                for point in summary(self._found, self._brief, self._registry)
            ]
        )
        summed = f'<dl class="bg-record bg-summary">\n{points}</dl>\n' if points else ""
        more = self._brief.sourcing
        added = f"<h3>What the desk adds</h3>{page.prose(more)}" if more else ""
        added += self._parts.quoting_nobody(quoting_nobody(self._brief))
        rows = "".join([self._source(source) for source in self._found.numbers])
        return f"{_figures(self._found)}{summed}{added}{_key(self._found.compared)}<ol>\n{rows}</ol>\n"

    def _source(self, source_id: str) -> Html:
        source = self._registry.sources[source_id]
        address = self._page.url(addresses.source_address(source_id))
        published = f", {escaped(source.published.label)}" if source.published else ""
        return (
            f'<li><a href="{address}"><bdi lang="{escaped(source.language)}">{escaped(source.title)}</bdi></a>. '
            f"{escaped(source.publisher)}{published}.</li>\n"
        )

    def _related(self) -> Html:
        page = self._page
        rows = "".join(
            [
                f'<li><a href="{page.url(addresses.brief_address(other.slug))}">{page.bare(other.title)}</a></li>'
                for other in self._linked.related[self._brief.slug]
            ]
        )
        return f'<h2 id="related">Related briefs</h2>\n<ul>\n{rows}</ul>\n' if rows else ""

    def _changes(self) -> Html:
        rows = "".join(
            [
                f'<li><time datetime="{change.date.text}">{change.date.label}</time> '
                f"<span>{self._page.line(change.text)}</span></li>"
                for change in reversed(self._brief.changes)
            ]
        )
        return f'<h2 id="changes">Changes</h2>\n<ol class="bg-log">\n{rows}</ol>\n' if rows else ""


def _figures(found: Sourcing) -> Html:
    """How a brief is sourced, in figures."""
    cited = "all" if found.cited_statements == found.statements else found.cited_statements
    sources = len(found.numbers)
    origins = "none corroborating" if found.is_of_one_origin else f"{found.origins} independent origins"
    passages = passages_told(found.compared)
    return (
        '<ul class="bg-figures bg-ours" aria-label="How this brief is sourced">\n'
        f"<li><strong>{found.statements}</strong> {_counted('statement', found.statements)}, {cited} cited</li>\n"
        f"<li><strong>{found.compared.quotations}</strong> {escaped(quotations_told(found.compared))}"
        f"{escaped(f'; {passages}' if passages else '')}</li>\n"
        f"<li><strong>{sources}</strong> {_counted('source', sources)}, {origins}</li>\n</ul>\n"
    )


def _key(found: Comparison) -> Html:
    """Return what the marks on the page mean: that of a citation, and each that stands beside a quotation."""
    told = _COMPARED if found.words or found.passages else ""
    told += "".join(
        f' <span class="bg-key__mark">{icon_of(grade)}<em>{escaped(words)}</em></span>: {escaped(meaning)}.'
        for grade, words, meaning in marks_explained(found)
    )
    return _KEY.format(marks=told)


def _counted(word: str, number: int) -> str:
    return word if number == 1 else f"{word}s"
