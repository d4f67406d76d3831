"""What the rest of the program asks of MkDocs. It is loaded where what it would say is not known already."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from backgrounder.assemble import Frame
from backgrounder.hosts.mkdocs.errors import config_file
from backgrounder.hosts.mkdocs.kept import Kept
from backgrounder.pipeline import Rendered
from backgrounder.publish import Workshop
from backgrounder.render.site import Outline
from backgrounder.settings import Settings


class Framed(NamedTuple):
    """What came of making a frame."""

    frame: Frame | None
    """None where only MkDocs itself can make the pages: for the sake of a plugin, or of the theme."""
    warnings: tuple[str, ...] = ()
    """What MkDocs warned of; a site with any is not published."""


def read_project(
    project: Path, today: str | None = None, keeps: bool = False, makes_folder: bool = False
) -> Settings:
    """The settings of the project in a folder; ``keeps`` makes a place where they are kept, ``makes_folder`` a
    missing folder of briefs. Raises HostError where it is none, and OSError.
    """
    kept = Kept(project, config_file(project))
    if settings := kept.settings(today):
        return settings
    from backgrounder.hosts.mkdocs import build

    settings = build.read_project(project, today, makes_folder)
    if keeps:
        Workshop(project).prepare()
    if not today:
        kept.keep_settings(settings)
    return settings


def make_frame(
    settings: Settings, outlines: Sequence[Outline], finished: Sequence[str], folder: Path, problems: str = ""
) -> Framed:
    """Has MkDocs make all but the pages of the briefs in ``folder``, or takes what is there, where it is the same.

    ``finished`` are the paths of files that others put on the site; ``problems`` are shown above all pages.
    Raises HostError where MkDocs gives up.
    """
    kept = Kept(settings.project, config_file(settings.project))
    if frame := kept.frame(settings, outlines, finished, folder, problems):
        return Framed(frame)
    from backgrounder.hosts.mkdocs import build

    kept.empty(folder)
    made, messages, folders = build.make_frame(settings, outlines, finished, folder, problems)
    if made and folders and not messages:
        kept.keep_frame(made, settings, outlines, finished, folders, problems)
    return Framed(made, tuple(messages))


def write_site(settings: Settings, rendered: Rendered, folder: Path) -> list[str]:
    """Has MkDocs write the complete site into ``folder``, page by page; returns what it warned of.

    Raises HostError where MkDocs gives up.
    """
    from backgrounder.hosts.mkdocs import build

    return build.write_site(settings, rendered, folder)


def serve(project: Path, address: str | None = None, open_in_browser: bool = False) -> None:
    """Serves a live preview until interrupted. Raises HostError where it cannot start."""
    from backgrounder.hosts import mkdocs
    from backgrounder.hosts.mkdocs import serving

    serving.serve(project, mkdocs, address, open_in_browser)
