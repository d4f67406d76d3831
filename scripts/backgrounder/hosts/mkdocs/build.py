"""Runs MkDocs for ``backgrounder``: reads the project, writes a complete site, serves a preview."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.commands.serve import serve as mkdocs_serve
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError, MkDocsException

from backgrounder.hosts.mkdocs.options import settings_from
from backgrounder.hosts.mkdocs.plugin import BackgrounderPlugin
from backgrounder.pipeline import Rendered
from backgrounder.settings import Settings

CONFIG_NAME = "mkdocs.yml"


class HostError(Exception):
    """MkDocs cannot work with this project; the message says why and what to do."""


def read_project(project: Path, today: str | None = None) -> Settings:
    """The settings of the project in a folder. Raises HostError where it is none."""
    config = _load(project)
    options = _plugin(config).config
    if today:
        options.today = today
    try:
        return settings_from(config, options)
    except ConfigurationError as error:
        raise HostError(str(error).removeprefix("backgrounder: ")) from error


def write_site(settings: Settings, rendered: Rendered, folder: Path) -> list[str]:
    """Writes the complete site into ``folder`` and returns what MkDocs warned of.

    Raises HostError where MkDocs gives up.
    """
    messages, is_whole = _run(settings, rendered, folder, assembles=True)
    if not messages and not is_whole:
        messages, _ = _run(settings, rendered, folder, assembles=False)
    return messages


def _run(settings: Settings, rendered: Rendered, folder: Path, assembles: bool) -> tuple[list[str], bool]:
    """What MkDocs warned of, and whether all pages were written."""
    config = _load(settings.project, site_dir=str(folder))
    plugin = _plugin(config)
    plugin.rendered = rendered
    plugin.today = settings.today.text if settings.today_is_fixed else None
    plugin.assembles = assembles
    with _listening() as messages:
        try:
            config.plugins.on_startup(command="build", dirty=False)
            mkdocs_build(config)
        except (Abort, MkDocsException) as error:
            raise HostError("\n".join(messages) or str(error)) from error
        finally:
            config.plugins.on_shutdown()
    return messages, plugin.assembly is None or plugin.assembly.is_possible


def serve(project: Path, address: str | None = None, open_in_browser: bool = False) -> None:
    """Serves a live preview until interrupted. Raises HostError where it cannot start."""
    config_file = str(_config_file(project))
    options = {"dev_addr": address} if address else {}
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    try:
        mkdocs_serve(config_file=config_file, open_in_browser=open_in_browser, **options)
    except (Abort, MkDocsException, OSError, OverflowError) as error:
        raise HostError(f"the preview cannot start: {error}") from error


def _load(project: Path, **options: str) -> MkDocsConfig:
    """The configuration of a project. MkDocs's warnings about it are errors: an option it does not know
    is a setting that the desk believes to be in force."""
    file = str(_config_file(project))
    with _listening() as messages:
        try:
            config = load_config(config_file=file, **options)
        except (Abort, MkDocsException) as error:
            raise HostError("\n".join(messages) or f"{CONFIG_NAME}: {error}") from error
        except ValueError as error:  # YAML's own reading of a date such as 2021-13-01
            raise HostError(f"{CONFIG_NAME} has a value that cannot be read: {error}") from error
    if messages:
        raise HostError("\n".join(messages))
    return config


def _config_file(project: Path) -> Path:
    file = project / CONFIG_NAME
    if not file.is_file():
        raise HostError(
            f"there is no {CONFIG_NAME} in {project}; go to a project's folder or name one with -C"
        )
    return file


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
