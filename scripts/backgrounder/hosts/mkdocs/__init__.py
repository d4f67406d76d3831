"""The MkDocs host: a plugin that hands our finished pages to MkDocs, and a build around it.

Only this folder imports MkDocs, so that another host can take its place. ``plugin`` works by itself
under ``mkdocs build`` and ``mkdocs serve``; ``host`` is what ``backgrounder`` calls.
"""

from backgrounder.hosts.mkdocs.errors import HostError
from backgrounder.hosts.mkdocs.host import make_frame, read_project, serve, write_site

__all__ = ["HostError", "make_frame", "read_project", "serve", "write_site"]
