"""Dates that contradict each other or the calendar."""

from __future__ import annotations

from backgrounder.diagnostics.rule import Rule

RULES: tuple[Rule, ...] = ()
