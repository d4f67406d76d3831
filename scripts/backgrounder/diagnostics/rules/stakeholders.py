"""Who is listed in a brief."""

from __future__ import annotations

from backgrounder.diagnostics.rule import Rule

RULES: tuple[Rule, ...] = ()
