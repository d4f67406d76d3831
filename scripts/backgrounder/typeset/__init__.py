"""The stage after rendering, for paper: sets handouts as PDF with Typst and keeps what it has set.

A PDF is stored under the hash of all that it comes from (data, template, fonts, Typst version), so an
unchanged brief is never set twice and nothing has to be declared stale. The template is fixed and
gets a brief as JSON; fonts are the project's own, packages cannot be reached, and every PDF is
validated as PDF/A-2a and PDF/UA-1 by Typst itself.
"""

from backgrounder.typeset.typeset import Typeset, TypesetError, typeset

__all__ = ["Typeset", "TypesetError", "typeset"]
