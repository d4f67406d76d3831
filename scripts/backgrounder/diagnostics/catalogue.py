"""The words for every problem, by its permanent code; ``rules`` holds them, a file for each topic.

A code is named for the fault and reads well after "allow". A retired code is never used again.
"""

from __future__ import annotations

from backgrounder.diagnostics.rule import Rule
from backgrounder.diagnostics.rules import RULES

CATALOGUE: dict[str, Rule] = {rule.code: rule for rule in RULES}

OPTIONAL = frozenset(rule.code for rule in RULES if rule.is_optional)
"""The codes that a desk may set and a record may allow."""
