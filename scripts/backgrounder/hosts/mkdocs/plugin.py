"""The MkDocs plugin ``backgrounder``.

It checks the content before MkDocs touches the site folder, so a faulty brief leaves the old site as
it is. In a live preview a faulty save keeps the last good pages and shows the problems above them; a build
tells them in the console alone, because they show lines of drafts.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils.templates import TemplateContext

from backgrounder.addresses import ASSETS
from backgrounder.assemble import search_page, write_search
from backgrounder.compiled import compiled_beside
from backgrounder.diagnostics import Severity, show
from backgrounder.hosts.mkdocs.framing import Framing, can_frame
from backgrounder.hosts.mkdocs.options import Options, require_material, settings_from
from backgrounder.hosts.mkdocs.own_links import dead_links
from backgrounder.hosts.mkdocs.page import finished_file
from backgrounder.hosts.mkdocs.search import HandWritten, collect_entries
from backgrounder.load import odd_files
from backgrounder.pipeline import Checked, Rendered, asset_files, check, render
from backgrounder.preview import drawn, nothing_yet
from backgrounder.render.site import Outline
from backgrounder.settings import Settings

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

_OVERRIDES = Path(__file__).parent / "overrides"
_STYLESHEET = f"{ASSETS}/backgrounder.css"

log = logging.getLogger("mkdocs.plugins.backgrounder")


class Wanted(NamedTuple):
    """What a frame is to be made for."""

    outlines: Sequence[Outline]
    finished: Sequence[str]
    """The paths of files that others put on the site."""


class BackgrounderPlugin(BasePlugin[Options]):
    """Adds the pages, handouts and assets made from the briefs to a MkDocs site."""

    def __init__(self) -> None:
        self.rendered: Rendered | None = None
        """What is shown. A caller that has rendered already sets it before the build."""
        self.today: str | None = None
        """Set by a caller to take the place of the option ``today``."""
        self.wanted: Wanted | None = None
        """Set by a caller that wants a frame rather than a site."""
        self.framing: Framing | None = None
        """What makes the frame, where that can be."""
        self.written: HandWritten
        """What search is to know of hand-written pages."""
        self.problems = ""
        """What a preview shows above its pages."""
        self._settings: Settings
        self._is_serving = False

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        self._is_serving = command == "serve"

    @event_priority(-100)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Late, because the search plugin must have made its index by then."""
        if self.today:
            self.config.today = self.today
        require_material(config)
        self._settings = settings_from(config, self.config, with_drafts=self._is_serving)
        config.theme.dirs.insert(_place_of_overrides(config), str(_OVERRIDES))
        config.extra_css.insert(0, _STYLESHEET)
        show_tooltips(config)
        self.written = collect_entries(config)
        if self.wanted and can_frame(config.plugins):
            self.framing = Framing(
                self.wanted.outlines, self.wanted.finished, config, self._settings.today.text
            )
        elif self.rendered is None or self._is_serving:
            self._render(config.strict)
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        for file in self._generated_files(config):
            clash = files.get_file_from_path(file.src_uri)
            if clash is not None and clash.generated_by is None:
                raise PluginError(
                    f"docs/{clash.src_uri} has the address of a page made from the briefs; give it another name"
                )
            files.append(file)
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        for file in files.documentation_pages():
            if file.page is not None:
                file.page.update_date = self._settings.today.text
        return nav

    def on_page_content(self, html: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        if page.file.generated_by is None:
            places = (file.dest_uri for file in files)
            for link in dead_links(html, config.site_url or "", self._own_folders(), places):
                log.warning(
                    "Doc file '%s' contains a link '%s', but the site has no such page; link to a published brief, or"
                    " leave the link out",
                    page.file.src_uri,
                    link,
                )
        return html

    def on_env(self, env: jinja2.Environment, *, config: MkDocsConfig, files: Files) -> jinja2.Environment:
        env.globals["backgrounder_problems"] = self.problems
        # To compile the theme's templates takes longer than all else that is done with them for a frame.
        env.bytecode_cache = env.bytecode_cache or compiled_beside(_OVERRIDES.parent)
        if self.framing:
            self.framing.take_environment(env, files)
        return env

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        if self.framing:
            context["pages"] = self.framing.documents()
        return context

    @event_priority(-100)
    def on_page_context(
        self, context: TemplateContext, *, page: MkDocsPage, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Last, to see what the page is rendered with."""
        if self.framing:
            self.framing.take_context(context)
        return context

    def on_post_page(self, output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:
        return self.framing.take_output(output, page) if self.framing else output

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Search has its index from whoever puts the pages in, where MkDocs does not."""
        if not self.framing:
            assert self.rendered is not None
            pages = [*map(search_page, self.rendered.site.pages), *self.written.pages()]
            write_search(pages, Path(config.site_dir))

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
        server.watch(str(self._settings.briefs))
        return server

    def _render(self, is_strict: bool) -> None:
        """Renders what the briefs now say."""
        if self._is_serving:
            self._render_preview()
        else:
            self._render_for_readers(is_strict)

    def _render_preview(self) -> None:
        """Keeps what was shown last where the briefs are faulty, and shows what is wrong above it."""
        self._refuse_odd_pages()
        rendered, checked = self._attempt()
        self.problems = drawn(checked)
        self.rendered = rendered or self.rendered or Rendered(nothing_yet(), (), 0)
        if self.problems:
            log.warning("the pages stay as they were until this is mended:\n\n%s", self.problems)

    def _render_for_readers(self, is_strict: bool) -> None:
        """Gives up before anything is written where the briefs are faulty; no page shows what is wrong."""
        self.problems = ""
        rendered, checked = self._attempt()
        if rendered is None or (is_strict and checked.has_warnings):
            raise PluginError(f"the briefs have problems; nothing was published\n\n{drawn(checked)}")
        for problem in checked.diagnostics:
            level = logging.INFO if problem.severity is Severity.ADVICE else logging.WARNING
            log.log(level, "%s", show.full(problem, checked.texts))
        self.rendered = rendered

    def _refuse_odd_pages(self) -> None:
        """A preview bears with faulty briefs, but MkDocs would follow a link among the pages, or wait for a pipe."""
        settings = self._settings
        odd = odd_files(settings.project, settings.docs) if settings.docs else []
        if odd:
            drawings = [show.full(problem, {}) for problem in odd]
            raise PluginError("\n\n".join(["the folder of pages has problems", *drawings]))

    def _attempt(self) -> tuple[Rendered | None, Checked]:
        """The pages that can be shown, and the problems."""
        checked = check(self._settings)
        if checked.has_errors:
            return None, checked
        rendered = render(checked, self._settings)
        if rendered.problems:
            return None, checked.with_more(rendered.problems)
        return rendered, checked

    def _own_folders(self) -> set[str]:
        """The folders of the site that hold pages made from the briefs."""
        outlines: Sequence[Outline] = self.wanted.outlines if self.framing and self.wanted else ()
        if self.rendered and not outlines:
            outlines = self.rendered.site.outlines
        return {outline.address.partition("/")[0] for outline in outlines} - {""}

    def _generated_files(self, config: MkDocsConfig) -> list[File]:
        updated = self._settings.today.text
        assets = [File.generated(config, path, abs_src_path=str(file)) for path, file in asset_files()]
        if self.framing:
            return [*self.framing.files(), *assets]
        assert self.rendered is not None
        return [
            *(
                finished_file(outline.make(), config, updated, outline.nav_title)
                for outline in self.rendered.site.outlines
            ),
            *(File.generated(config, path, abs_src_path=str(pdf)) for path, pdf in self.rendered.handouts),
            *assets,
        ]


def _place_of_overrides(config: MkDocsConfig) -> int:
    """Behind the project's own overrides, before the theme."""
    return 1 if config.theme.custom_dir else 0


def show_tooltips(config: MkDocsConfig) -> None:
    """Lets what a citation or a term means show on hover and on focus; the theme knows how, if it is asked."""
    features = config.theme.get("features") or []
    if "content.tooltips" not in features:
        config.theme["features"] = [*features, "content.tooltips"]
