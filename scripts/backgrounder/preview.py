"""The live preview: the site as the files now are, put together anew after each save.

What was worked out for the last state is at hand, so a save costs what it has changed. A faulty save keeps
the last good pages and shows the problems above them; what is printed follows when the pages stand.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from backgrounder import pipeline
from backgrounder.assemble import Parcel, Tree, assemble
from backgrounder.diagnostics import show
from backgrounder.ledger import Ledger, digest
from backgrounder.pipeline import Checked, Host, Planned
from backgrounder.publish import Workshop
from backgrounder.render.site import Outline, Page, Site
from backgrounder.settings import Settings
from backgrounder.survey import Surveyed


class OddPagesError(Exception):
    """The folder of hand-written pages holds what MkDocs must not read; the message draws it."""


class Preview:
    """Keeps the site in a folder up to date."""

    def __init__(
        self, read: Callable[[], Settings], host: Host, folder: Path, warn: Callable[[str], None]
    ) -> None:
        """``read`` gives the settings of the project as they now are; ``folder`` is for this preview alone, and
        is made by the first ``refresh``; ``warn`` is told of problems."""
        self._read = read
        self._host = host
        self._warn = warn
        self._frame = folder / "frame"
        self.site = folder / "site"
        self._before: Surveyed | None = None
        self._shown: Planned | None = None
        self._ledger = Ledger()
        self._parcels: tuple[Parcel, ...] = ()
        self._printed: dict[bytes, bytes] = {}
        """What is known of handouts; apart from the ledger, which each save makes anew."""
        self._printing = threading.Lock()
        self._number = 0

    def refresh(self, waits: bool = False) -> None:
        """Puts the site together as the files now are; ``waits`` until all is printed too.

        Raises OddPagesError, what the host raises, and OSError.
        """
        self._number += 1
        settings = self._read()
        Workshop(settings.project).prepare()
        checked = pipeline.check(settings, before=self._before, keeps=True)
        self._before = checked.surveyed
        self._refuse_odd_pages(checked)
        problems = drawn(checked)
        if not checked.has_errors:
            self._shown = pipeline.plan(checked, settings, self._ledger.notes)
        if problems:
            self._warn(problems)
        self._put_together(settings, problems)
        if self._shown and self._shown.checked is checked and settings.handouts:
            printing = threading.Thread(
                target=self._print, args=(self._shown, settings, self._number), daemon=True
            )
            printing.start()
            if waits:
                printing.join()

    def _put_together(self, settings: Settings, problems: str) -> None:
        site = self._shown.site if self._shown else nothing_yet()
        finished = pipeline.printed_paths(self._shown, settings) if self._shown else []
        framed = self._host.make_frame(settings, site.outlines, finished, self._frame, problems)
        for warning in framed.warnings:
            self._warn(warning)
        self.site.mkdir(parents=True, exist_ok=True)
        if framed.frame is None:
            rendered = pipeline.Rendered(site, tuple((one.path, one.file) for one in self._parcels), 0)
            self._host.write_site(settings, rendered, self.site)
            return
        parcels = [one for one in self._parcels if one.path in set(finished)]
        place = Tree(self.site, self._ledger)
        self._ledger = assemble(site, framed.frame, parcels, place, place).ledger

    def _refuse_odd_pages(self, checked: Checked) -> None:
        """A preview bears with faulty briefs, but MkDocs would follow a link among the pages, or wait for a pipe."""
        if checked.odd:
            drawings = [show.full(problem, {}) for problem in checked.odd]
            raise OddPagesError("\n\n".join(["the folder of pages has problems", *drawings]))

    def _print(self, planned: Planned, settings: Settings, number: int) -> None:
        """Sets what is printed of a state, unless a newer one has come."""
        with self._printing:
            if number != self._number:
                return
            done = pipeline.print_planned(planned, settings, self._printed)
            if number != self._number:
                return
            for problem in done.problems:
                self._warn(show.full(problem, planned.checked.texts))
            self._printed = done.notes
            self._parcels = tuple(Parcel(path, file, digest(file.name)) for path, file in done.files)
            for parcel in self._parcels:
                target = self.site / parcel.path
                target.parent.mkdir(parents=True, exist_ok=True)
                aside = target.with_name(f".{target.name}")
                aside.write_bytes(parcel.file.read_bytes())
                aside.replace(target)


def drawn(checked: Checked) -> str:
    """Everything that is wrong, as it is shown above a preview."""
    if not checked.diagnostics:
        return ""
    drawings = [show.full(diagnostic, checked.texts) for diagnostic in checked.diagnostics]
    return "\n\n".join([*drawings, show.summary(checked.diagnostics)])


def nothing_yet() -> Site:
    """What a preview shows that starts with faulty briefs: a page for the problems to stand on."""
    words = "This page waits for the briefs to be mended. It shows them as soon as they are."
    html = f'<h1 id="top">No briefs to show yet</h1><p>{words}</p>'
    page = Page(address="", title="No briefs to show yet", description=words, html=html)
    return Site((Outline(address="", make=lambda: page, nav_title="Home", has_headings=False),))
