"""What goes wrong with a project, and where its configuration is."""

from __future__ import annotations

from pathlib import Path

CONFIG_NAME = "mkdocs.yml"


class HostError(Exception):
    """MkDocs cannot work with this project; the message says why and what to do."""


def config_file(project: Path) -> Path:
    """The configuration of a project. Raises HostError where there is none."""
    file = project / CONFIG_NAME
    if not file.is_file():
        raise HostError(
            f"there is no {CONFIG_NAME} in {project}; go to a project's folder or name one with -C"
        )
    return file
