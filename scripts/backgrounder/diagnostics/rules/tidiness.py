"""The form of the file itself, which readers never see."""

from __future__ import annotations

from backgrounder.diagnostics.rule import Rule

RULES: tuple[Rule, ...] = ()
