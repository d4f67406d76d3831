"""The desk's own estimates, and the words of likelihood and confidence."""

from __future__ import annotations

from backgrounder.diagnostics.rule import Rule

RULES: tuple[Rule, ...] = ()
