"""The words of the desk's own texts: relative dates, acronyms, length."""

from __future__ import annotations

from backgrounder.diagnostics.rule import Rule, Severity

RULES = (
    Rule(
        "long-bottom-line",
        "the bottom line has {count} words, more than {most}",
        "cut it to what a reader must know; the rest belongs into key points",
        Severity.WARNING,
        is_optional=True,
        meaning="The bottom line has more than sixty words.",
        why="It stands first everywhere, also on a phone and in lists; past sixty words it is no longer read.",
        wrong="""
bottom_line: >-
  The two ministries have agreed to meet, though not on what to share, and no date for a decision
  is reported; the farms downstream sow in October and need to know by then, the farms upstream
  have asked for a survey, the survey has not been ordered, and the paper that reports all this
  adds that neither side would say whether half for each, as agreed before, is still on the table.
""",
        right="""
bottom_line: The two ministries have agreed to meet, not on what to share.
""",
    ),
    Rule(
        "relative-date",
        "“{value}” will mean another day when this is read",
        "write the date, as exactly as the source gives it",
        Severity.WARNING,
        is_optional=True,
        meaning="A text uses a date that depends on the day it is read.",
        why="Briefs are read weeks later; “last week” is wrong by then, and nobody can tell which week it was.",
        wrong="""
key_points:
  - text: The ministries met last week.
    cite: daily-2021-07-22#p2
""",
        right="""
key_points:
  - text: The ministries met on 19 July 2021.
    cite: daily-2021-07-22#p2
""",
    ),
    Rule(
        "unexplained-acronym",
        "`{value}` is not explained",
        "write the full name at its first use, as in “Full Name ({value})”, or add a glossary term",
        Severity.ADVICE,
        is_optional=True,
        meaning="A published brief uses an acronym that neither it nor its glossary terms explain.",
        why="A reader from outside the field stops at it, or takes it for another.",
        wrong="""
key_points:
  - text: The RWA asked for a survey.
    cite: daily-2021-07-22#p2
""",
        right="""
key_points:
  - text: The River Water Authority (RWA) asked for a survey.
    cite: daily-2021-07-22#p2
""",
    ),
)
