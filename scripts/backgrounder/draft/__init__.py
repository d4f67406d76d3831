"""The start of a brief from an imported source: what rules can find in its text, each with its paragraph.

Quotations with their speakers, figures, dates counted from the day of publication, who is named with what
title, and sentences about what is to come. Nothing is invented: what stands between quotation marks is the
source's, and every text that starts with "Draft:" is for the author to write.
"""

from __future__ import annotations

from backgrounder.draft.brief import Drafted, DraftError, draft_brief
from backgrounder.draft.findings import Findings, find

__all__ = ["DraftError", "Drafted", "Findings", "draft_brief", "find"]
