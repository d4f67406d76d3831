"""Who is listed in a brief."""

from __future__ import annotations

from backgrounder.diagnostics.rule import Rule, Severity

RULES = (
    Rule(
        "silent-stakeholder",
        "`{value}` is listed but plays no part in this brief",
        "add a position or an interest, or take the entry out",
        Severity.ADVICE,
        is_optional=True,
        meaning="A stakeholder is listed in a published brief and appears nowhere else in it.",
        why="A list of all who could matter hides those who do.",
        wrong="""
timeline: []
questions: []
stakeholders:
  - who: downstream-minister
    role: Speaks for the downstream side.
    cite: daily-2021-07-22#p5
  - who: upstream-minister
    role: Speaks for the upstream side.
    position: A survey comes before any sharing.
    cite: daily-2021-07-22#p4
""",
        right="""
timeline: []
questions: []
stakeholders:
  - who: downstream-minister
    role: Speaks for the downstream side.
    position: Half of the water in a dry season.
    cite: daily-2021-07-22#p5
  - who: upstream-minister
    role: Speaks for the upstream side.
    position: A survey comes before any sharing.
    cite: daily-2021-07-22#p4
""",
    ),
)
