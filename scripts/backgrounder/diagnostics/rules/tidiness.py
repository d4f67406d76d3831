"""The form of the file itself, which readers never see."""

from __future__ import annotations

from backgrounder.diagnostics.rule import Rule, Severity

RULES = (
    Rule(
        "trailing-space",
        "{count} in spaces",
        "delete them, or run `backgrounder check --fix`",
        Severity.ADVICE,
        is_optional=True,
        meaning="Lines of a file end in spaces or tabs.",
        why="Nobody sees them, and they make differences between two versions hard to read.",
        wrong="""
title: Sharing the river  
""",
        right="""
title: Sharing the river
""",
    ),
    Rule(
        "field-order",
        "`{field}` usually stands before `{before}`",
        "move it there, or run `backgrounder check --fix`",
        Severity.ADVICE,
        is_optional=True,
        meaning="The fields of a record are not in their usual order.",
        why="In a known order a missing field shows, and two versions are easy to compare.",
        wrong="""
key_points:
  - cite: daily-2021-07-22#p2
    text: The ministries are to meet in August 2021.
""",
        right="""
key_points:
  - text: The ministries are to meet in August 2021.
    cite: daily-2021-07-22#p2
""",
    ),
)
