"""What is shown of a page that was found."""

from __future__ import annotations

from backgrounder.search.page import SearchPage
from backgrounder.search.shards import script


def page_path(number: int) -> str:
    """Where the texts of a page stand, below the folder of the index."""
    return f"pages/{number}.js"


def page_text(number: int, page: SearchPage) -> str:
    """The file with the address, title, kind and sections of a page."""
    sections = [(section.anchor, section.title, section.text) for section in page.sections]
    value = {"address": page.address, "title": page.title, "kind": page.kind, "sections": sections}
    return script(f"pages/{number}", value)
