"""What a project sets for itself. Read from mkdocs.yml by the host, passed to the stages that need it."""

from __future__ import annotations

from pathlib import Path

import msgspec

from backgrounder.diagnostics.rule import Severity
from backgrounder.model.choices import Handling
from backgrounder.model.dates import Day
from backgrounder.model.likelihood import LikelihoodTable

MOST_BOUND = 50
"""A book is set anew with each change of any brief in it; with more briefs that is for a desk to ask for."""


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """The settings of one project."""

    project: Path
    """The folder that holds mkdocs.yml."""
    briefs: Path
    """The folder of the content, inside the project."""
    docs: Path | None = None
    """The folder of the pages written in Markdown, where there is one."""
    site: Path
    """Where the site is published."""
    site_name: str
    site_description: str = ""
    site_url: str = ""
    """The address of the published site, ending in a slash; empty where it is not known."""
    today: Day
    """The day that "due", "overdue" and "published" are counted from."""
    today_is_fixed: bool = False
    """The day is set in mkdocs.yml or on the command line rather than taken from the clock."""
    with_drafts: bool = False
    """Whether drafts and what is held back are shown, as in a preview."""
    handling: Handling = Handling.CLEAR
    """The site's ceiling: a brief above it is not published."""
    likelihoods: LikelihoodTable = LikelihoodTable.ICD_203
    """What words of likelihood mean on this site."""
    handouts: bool = True
    paper: str = "a4"
    """What is printed is made for: ``a4`` or ``us-letter``."""
    book: bool | None = None
    """Whether all briefs are offered as one book; None for yes where there are fifty or fewer."""
    strict: bool = False
    """Whether warnings keep a build from being published."""
    severities: dict[str, Severity | None] = {}
    """What the desk has set in place of the catalogue's, by code; None turns a check off."""

    def has_book(self, briefs: int) -> bool:
        """Whether the site offers so many briefs bound as one book."""
        wanted = 1 < briefs <= MOST_BOUND if self.book is None else self.book and briefs > 0
        return self.handouts and wanted
