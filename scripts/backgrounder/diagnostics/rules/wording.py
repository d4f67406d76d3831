"""The words of the desk's own texts: relative dates, acronyms, length."""

from __future__ import annotations

from backgrounder.diagnostics.rule import Rule

RULES: tuple[Rule, ...] = ()
