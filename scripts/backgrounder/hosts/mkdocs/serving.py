"""Serves a live preview with MkDocs's own server, which reloads the page in the browser after each save."""

from __future__ import annotations

import logging
import tempfile
from pathlib import Path
from urllib.parse import urlsplit

import msgspec
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from watchdog.observers import Observer

from backgrounder.hosts.mkdocs.build import load
from backgrounder.hosts.mkdocs.errors import HostError
from backgrounder.pipeline import Host
from backgrounder.preview import OddPagesError, Preview
from backgrounder.settings import Settings

_PAUSE = 0.05
"""Seconds to wait for the rest of what an editor writes."""

log = logging.getLogger("mkdocs.plugins.backgrounder")


def serve(project: Path, host: Host, address: str | None, open_in_browser: bool) -> None:
    """Serves until interrupted. Raises HostError where it cannot start."""
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    config = load(project, **({"dev_addr": address} if address else {}))
    with tempfile.TemporaryDirectory(prefix="backgrounder-") as folder:
        preview = Preview(lambda: _settings(project, host), host, Path(folder), _warn)
        try:
            server = _server(config, preview)
            log.info("Building documentation...")
            preview.refresh(waits=True)
        except (OSError, OverflowError, OddPagesError) as error:
            raise HostError(f"the preview cannot start: {error}") from error
        for path in _watched(project, config, host):
            server.watch(str(path))
        _run(server, open_in_browser)


def _settings(project: Path, host: Host) -> Settings:
    return msgspec.structs.replace(host.read_project(project), with_drafts=True)


def _warn(problems: str) -> None:
    log.warning("the pages stay as they were until this is mended:\n\n%s", problems)


def _server(config: MkDocsConfig, preview: Preview) -> LiveReloadServer:
    address, port = config.dev_addr
    mount_path = urlsplit(config.site_url or "/").path

    def rebuild() -> None:
        log.info("Building documentation...")
        preview.refresh()

    server = LiveReloadServer(rebuild, address, port, str(preview.site), mount_path)
    server.observer = Observer()
    server.build_delay = _PAUSE
    server.error_handler = lambda code: _error_page(preview.site / f"{code}.html")
    return server


def _error_page(file: Path) -> bytes | None:
    return file.read_bytes() if file.is_file() else None


def _watched(project: Path, config: MkDocsConfig, host: Host) -> list[Path]:
    """The configuration, the hand-written pages, the project's own templates, and the briefs."""
    own = [Path(config.theme.custom_dir)] if config.theme.custom_dir else []
    more = [Path(path) for path in config.watch]
    return [project / "mkdocs.yml", Path(config.docs_dir), *own, *more, host.read_project(project).briefs]


def _run(server: LiveReloadServer, open_in_browser: bool) -> None:
    try:
        server.serve(open_in_browser=open_in_browser)
    except KeyboardInterrupt:
        log.info("Shutting down...")
    except (OSError, OverflowError) as error:  # the address is taken, or is none
        raise HostError(f"the preview cannot start: {error}") from error
    finally:
        server.shutdown()
