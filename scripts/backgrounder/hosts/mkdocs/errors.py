"""What goes wrong with a project, and where its configuration is."""

from __future__ import annotations

from pathlib import Path

CONFIG_NAME = "mkdocs.yml"


class HostError(Exception):
    """MkDocs cannot work with this project; the message says why and what to do."""


_FIRST_LINES = """  site_name: River Desk
  theme: {name: material}
  plugins: [search, backgrounder]"""
"""The least that a configuration has to say."""


def config_file(project: Path) -> Path:
    """The configuration of a project. Raises HostError where there is none."""
    file = project / CONFIG_NAME
    if not file.is_file():
        raise HostError(
            f"there is no {CONFIG_NAME} in {project}; go to a project's folder or name one with -C.\n"
            f"To start a project here, make a folder `docs` and write into {CONFIG_NAME}:\n\n{_FIRST_LINES}\n\n"
            "Then `backgrounder new SLUG` writes the start of a brief."
        )
    return file
