"""Reads a saved article page: trafilatura finds the article among menus, banners and what to read next."""

from __future__ import annotations

import itertools
import json
import re
from typing import Any

from backgrounder.intake.document import Document, IntakeError, blocks_of, in_one_line
from backgrounder.intake.markdown import day_in

_NOTHING = "no article was found in this page; save its text by itself, and import that"
_MOST_ELEMENTS = 20_000
"""A long article with all that surrounds it has fewer; more would take many seconds."""
_DATE_PROPERTIES = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.created",
    "parsely-pub-date",
    "sailthru.date",
    "pubdate",
)


def read_html(data: bytes) -> Document:
    """The article of a page, all of its passages kept. Raises IntakeError where there is none."""
    import lxml.html
    import trafilatura

    try:
        tree = trafilatura.load_html(data)
    except Exception as error:  # the library promises nothing about what it raises
        raise IntakeError(_NOTHING) from error
    if tree is None:
        raise IntakeError(_NOTHING)
    if sum(1 for _ in itertools.islice(tree.iter(), _MOST_ELEMENTS + 1)) > _MOST_ELEMENTS:
        raise IntakeError("this page has too many parts to be read; save its text by itself, and import that")
    _mark_quotations(tree)
    page = lxml.html.tostring(tree, encoding="unicode")
    found = _extracted(page)
    title = _without_site(in_one_line(found.get("title") or _title(tree)), tree)
    blocks = [in_one_line(line).removeprefix("- ") for line in (found.get("text") or "").split("\n")]
    if not any(blocks):
        raise IntakeError(_NOTHING)
    return Document(
        form="html",
        title=title,
        blocks=tuple(block for block in blocks_of(blocks) if block != title),
        published=_published(tree),
        language=(tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or "").strip(),
        publisher=in_one_line(_meta(tree, "og:site_name") or found.get("sitename") or ""),
        author=in_one_line(found.get("author") or ""),
        url=_address(tree),
    )


def _extracted(page: str) -> dict[str, Any]:
    import logging

    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        found = trafilatura.bare_extraction(
            page,
            include_comments=False,
            include_tables=False,
            deduplicate=False,
            favor_recall=True,
            with_metadata=True,
        )
    except Exception as error:
        raise IntakeError(_NOTHING) from error
    if found is None:
        raise IntakeError(_NOTHING)
    return found if isinstance(found, dict) else found.as_dict()


def _mark_quotations(tree: Any) -> None:
    """Writes the quotation marks that browsers draw around ``<q>``."""
    for element in list(tree.iter("q")):
        element.text = f"“{element.text or ''}"
        if len(element):
            element[-1].tail = f"{element[-1].tail or ''}”"
        else:
            element.text += "”"
        element.tag = "span"


def _meta(tree: Any, name: str) -> str:
    for element in tree.iter("meta"):
        named = (element.get("property") or element.get("name") or element.get("itemprop") or "").lower()
        if named == name and element.get("content"):
            return element.get("content").strip()
    return ""


def _title(tree: Any) -> str:
    return _meta(tree, "og:title") or (tree.findtext(".//h1") or tree.findtext(".//title") or "")


def _without_site(title: str, tree: Any) -> str:
    """The headline without the name of the site behind it."""
    site = in_one_line(_meta(tree, "og:site_name"))
    return re.sub(rf"\s*[|–—-]\s*{re.escape(site)}\s*$", "", title) if site else title


def _published(tree: Any) -> str:
    """The day of publication, where the page states one; never a guess from the text or the address."""
    for name in _DATE_PROPERTIES:
        if day := day_in(_meta(tree, name)):
            return day
    for element in tree.iter("script"):
        if (element.get("type") or "").lower() == "application/ld+json" and (
            day := _day_of_data(element.text)
        ):
            return day
    for element in tree.iter("time"):
        if element.get("itemprop") == "datePublished" or element.get("pubdate") is not None:
            return day_in(element.get("datetime") or "")
    return ""


def _day_of_data(text: str | None) -> str:
    try:
        waiting = [json.loads(text or "null")]
    except (ValueError, RecursionError):
        return ""
    for _ in range(_MOST_RECORDS):
        if not waiting:
            break
        item = waiting.pop(0)
        if isinstance(item, list):
            waiting += item
        elif isinstance(item, dict):
            if day := day_in(str(item.get("datePublished") or "")):
                return day
            waiting += [value for value in item.values() if isinstance(value, dict | list)]
    return ""


_MOST_RECORDS = 1_000


def _address(tree: Any) -> str:
    for element in tree.iter("link"):
        if (element.get("rel") or "").lower() == "canonical":
            address = (element.get("href") or "").strip()
            if re.match(r"https?://[^\s/]+", address):
                return address
    address = _meta(tree, "og:url")
    return address if re.match(r"https?://[^\s/]+", address) else ""
