"""Allowances: what a record says of the checks it may fail."""

from __future__ import annotations

from backgrounder.diagnostics.rule import Rule, Severity

RULES = (
    Rule(
        "unknown-check",
        "no check that can be allowed has the code `{value}`",
        "copy the code from the brackets of the message; what stops a file from being read, and what every quotation"
        " must pass, cannot be allowed",
        meaning="An allowance names a check that does not exist, or one that cannot be allowed.",
        why="An allowance that does nothing gives the desk a false sense of having decided.",
        wrong="""
key_points:
  - text: The ministries are to meet in August 2021.
    cite: daily-2021-07-22#p2
    allow: {code: impossible-date, reason: The paper writes it so.}
""",
        right="""
key_points:
  - text: The ministries are to meet in August 2021.
    cite: daily-2021-07-22#p2
""",
    ),
    Rule(
        "unused-allowance",
        "`{value}` is allowed here, but nothing needs it",
        "delete the allowance",
        Severity.ADVICE,
        is_optional=True,
        meaning="A record allows a check that it passes.",
        why="It would hide a later fault that nobody has decided about.",
        wrong="""
key_points:
  - text: The ministries met on 19 July 2021.
    cite: daily-2021-07-22#p2
    allow: {code: relative-date, reason: The paper gives no date.}
""",
        right="""
key_points:
  - text: The ministries met on 19 July 2021.
    cite: daily-2021-07-22#p2
""",
    ),
)
