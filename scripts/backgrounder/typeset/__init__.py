"""The stage after rendering, for paper: sets jobs as PDF with Typst and keeps what it has set.

A PDF is stored under the hash of all that it comes from (data, template, fonts, Typst version), so an
unchanged brief is never set twice and nothing has to be declared stale. The templates are fixed and
get their content as JSON; fonts are the project's own, packages cannot be reached, and every PDF is
validated as PDF/A-2a and PDF/UA-1 by Typst itself.
"""

from backgrounder.typeset.press import page_count
from backgrounder.typeset.typeset import Failure, Typeset, typeset

__all__ = ["Failure", "Typeset", "page_count", "typeset"]
