"""Finds links of hand-written pages that lead, by a whole address, to a page of the briefs that is not there.

MkDocs follows relative links alone. An address such as ``/briefs/one/`` is left as it was, so a link to a draft
would tell readers its name and lead them nowhere.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from urllib.parse import SplitResult, unquote, urlsplit

_HREF = re.compile(r"""<a\b[^>]*?\shref\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)


def dead_links(page: str, site_url: str, folders: AbstractSet[str], files: Iterable[str]) -> Iterator[str]:
    """The links of a page's HTML into ``folders`` of the site, where none of its ``files`` is at the address."""
    links = [html.unescape(double or single) for double, single in _HREF.findall(page)]
    inside = {link: path for link in links if (path := own_path(link, site_url)).partition("/")[0] in folders}
    known = set(files) if inside else set()
    for link, path in inside.items():
        if known.isdisjoint((path, f"{path.rstrip('/')}/index.html")):
            yield link


def own_path(link: str, site_url: str) -> str:
    """The path on the site of a link by a whole address; empty where it leads elsewhere, or is relative."""
    site, parts = urlsplit(site_url), _parts(link)
    is_here = parts.netloc.lower() == site.netloc.lower() if parts.netloc else not parts.scheme
    root = f"{site.path.rstrip('/')}/"
    path = unquote(parts.path)
    return path.removeprefix(root) if is_here and path.startswith(root) else ""


def _parts(link: str) -> SplitResult:
    """The parts of an address; of one that is none, nothing."""
    try:
        return urlsplit(link)
    except ValueError:
        return urlsplit("")
