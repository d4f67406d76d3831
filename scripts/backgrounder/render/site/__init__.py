"""Renders the linked corpus as finished HTML pages, for any host to put its shell around.

Each kind of page is a file here with a template of the same name: the file gathers what the page
says, the template says how. The page of a brief has functions in place of a template, in ``body.py``.
Pages carry their own table of contents and search entries, so no host has to read the HTML again.
"""

from backgrounder.render.site.page import Heading, Outline, Page, SearchEntry, Site
from backgrounder.render.site.rows import Keys, Listed, listed
from backgrounder.render.site.site import foreseen_outlines, plan_site

__all__ = [
    "Heading",
    "Keys",
    "Listed",
    "Outline",
    "Page",
    "SearchEntry",
    "Site",
    "foreseen_outlines",
    "listed",
    "plan_site",
]
