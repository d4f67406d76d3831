"""Runs MkDocs for ``backgrounder``: reads the project, writes a complete site, serves a preview."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError, MkDocsException

from backgrounder.assemble import Frame
from backgrounder.hosts.mkdocs.errors import CONFIG_NAME, HostError, config_file
from backgrounder.hosts.mkdocs.framing import HARMLESS, can_frame
from backgrounder.hosts.mkdocs.options import settings_from
from backgrounder.hosts.mkdocs.plugin import BackgrounderPlugin, Wanted
from backgrounder.patterns import late_pattern
from backgrounder.pipeline import Rendered
from backgrounder.render.site import Outline
from backgrounder.settings import Settings

_EXTENSIONS = ("markdown.extensions.", "pymdownx.", "material.extensions.")
_READERS = ("pymdownx.snippets", "pymdownx.b64")
"""Those of the extensions that read files of their own."""
_NO_PAGES = late_pattern(r"'docs_dir': The path '(?P<folder>[^']*)' isn't an existing directory")


def read_project(project: Path, today: str | None = None, makes_folder: bool = False) -> Settings:
    """The settings of the project in a folder; ``makes_folder`` makes that of its briefs where it is missing.

    Raises HostError where it is none, and OSError.
    """
    config = load(project)
    options = _plugin(config).config
    if today:
        options.today = today
    try:
        return settings_from(config, options, makes_folder=makes_folder)
    except ConfigurationError as error:
        raise HostError(str(error).removeprefix("backgrounder: ")) from error


def make_frame(
    settings: Settings, outlines: Sequence[Outline], finished: Sequence[str], folder: Path, problems: str
) -> tuple[Frame | None, list[str], list[str]]:
    """The frame, made in the empty ``folder``; what MkDocs warned of; and the folders of the project that the
    frame was made from, none where one lies outside.

    Raises HostError where MkDocs gives up.
    """
    config = load(settings.project, site_dir=str(folder))
    if not can_frame(config.plugins):
        return None, [], []
    plugin = _plugin(config)
    plugin.wanted = Wanted(outlines, finished)
    plugin.problems = problems
    messages = _run(config, plugin, settings)
    assert plugin.framing is not None
    frame = plugin.framing.frame(folder, tuple(plugin.written.pages()))
    folders = _folders_inside(settings.project, config) if _stays_within(config) else []
    return frame, messages, folders


def _folders_inside(project: Path, config: MkDocsConfig) -> list[str]:
    """The folders that a frame is made from, relative to the project; none where one lies outside."""
    folders = [
        Path(config.docs_dir),
        *filter(None, [config.theme.custom_dir and Path(config.theme.custom_dir)]),
    ]
    if not all(folder.is_relative_to(project) for folder in folders):
        return []
    return [folder.relative_to(project).as_posix() for folder in folders]


def _stays_within(config: MkDocsConfig) -> bool:
    """Whether nothing that has a part in a frame may read files that are not known here."""
    return set(config.plugins) <= set(HARMLESS) and all(
        name.startswith(_EXTENSIONS) and name not in _READERS
        for name in map(_module, config.markdown_extensions)
    )


def _module(extension: str) -> str:
    """The module of a Markdown extension that may be named in short, as Markdown's own can be."""
    name = extension.partition(":")[0]
    own = find_spec(f"markdown.extensions.{name}") if name.isidentifier() else None
    return own.name if own else name


def write_site(settings: Settings, rendered: Rendered, folder: Path) -> list[str]:
    """Has MkDocs write the complete site into ``folder``, page by page; returns what it warned of.

    Raises HostError where MkDocs gives up.
    """
    config = load(settings.project, site_dir=str(folder))
    plugin = _plugin(config)
    plugin.rendered, plugin.wanted = rendered, None
    return _run(config, plugin, settings)


def _run(config: MkDocsConfig, plugin: BackgrounderPlugin, settings: Settings) -> list[str]:
    """What MkDocs warned of. The plugin is one and the same for all configurations of a process."""
    plugin.framing = None
    plugin.today = settings.today.text if settings.today_is_fixed else None
    with _listening() as messages:
        try:
            config.plugins.on_startup(command="build", dirty=False)
            mkdocs_build(config)
        except (Abort, MkDocsException) as error:
            raise HostError("\n".join(messages) or str(error)) from error
        finally:
            config.plugins.on_shutdown()
    return messages


def load(project: Path, **options: str) -> MkDocsConfig:
    """The configuration of a project. MkDocs's warnings about it are errors: an option it does not know
    is a setting that the desk believes to be in force."""
    file = str(config_file(project))
    with _listening() as messages:
        try:
            config = load_config(config_file=file, **options)
        except (Abort, MkDocsException) as error:
            raise HostError(_told(messages) or f"{CONFIG_NAME}: {error}") from error
        except ValueError as error:  # YAML's own reading of a date such as 2021-13-01
            raise HostError(f"{CONFIG_NAME} has a value that cannot be read: {error}") from error
    if messages:
        raise HostError("\n".join(messages))
    return config


def _told(messages: Sequence[str]) -> str:
    """Return what MkDocs says of a configuration, with a sentence of ours where a newcomer has left out the folder."""
    return "\n".join(
        _of_pages(found["folder"]) if (found := _NO_PAGES.search(one)) else one for one in messages
    )


def _of_pages(folder: str) -> str:
    return f"there is no folder {folder} for hand-written pages; make it, it may stay empty"


def _plugin(config: MkDocsConfig) -> BackgrounderPlugin:
    plugin = config.plugins.get("backgrounder")
    if not isinstance(plugin, BackgrounderPlugin):
        raise HostError(
            f"{CONFIG_NAME} does not use backgrounder; add `- backgrounder` to its list of plugins"
        )
    return plugin


@contextmanager
def _listening() -> Iterator[list[str]]:
    """Collects what MkDocs logs as warnings and errors, and keeps the rest of its log quiet."""
    messages: list[str] = []

    class Listener(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            messages.append(record.getMessage())

    logger = logging.getLogger("mkdocs")
    listener = Listener(logging.WARNING)
    propagate, logger.propagate = logger.propagate, False
    logger.addHandler(listener)
    try:
        yield messages
    finally:
        logger.removeHandler(listener)
        logger.propagate = propagate
