"""What a brief rests on."""

from __future__ import annotations

from backgrounder.diagnostics.rule import Rule, Severity

RULES = (
    Rule(
        "single-source",
        "everything in this brief rests on `{value}`",
        "cite a second, independent source, or tell readers in `sourcing:` that there is one only",
        Severity.WARNING,
        is_optional=True,
        meaning="A published brief cites one source throughout and has no `sourcing` that says so.",
        why="One source can be wrong; readers weigh a brief differently when they know that nothing in it is corroborated.",
        wrong="""
# briefs/low-water.yaml
key_points:
  - text: The ministries are to meet in August 2021.
    cite: daily-2021-07-22#p2
background: []


""",
        right="""
key_points:
  - text: The ministries are to meet in August 2021.
    cite: [daily-2021-07-22#p2, gazette-2021-07-20#p1]
background: []

""",
    ),
)
