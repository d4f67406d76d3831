"""Figures, dates and names that a statement tells otherwise than its source."""

from __future__ import annotations

from backgrounder.diagnostics.rule import Rule, Severity

RULES = (
    Rule(
        "exchanged-figures",
        "{where} has {there}, not {here}",
        "see which figure belongs to what, and put each where the source has it",
        Severity.WARNING,
        is_optional=True,
        meaning="Two figures of a statement stand at each other’s places, or one counts what the source counts with"
        " another.",
        why="Each figure is in the source, so nothing looks wrong, and both facts are.",
        wrong="""
background:
  - text: The river feeds 1,800 farms in the north and 400 wells.
    cite: weekly-2021-07-21#p1
# briefs/registry/weekly.yaml
sources:
  weekly-2021-07-21: {title: Farmers, kind: article, publisher: The Weekly, published: 2021-07-21}
# briefs/archive/weekly-2021-07-21.txt
Between the banks the river feeds 400 farms and 1,800 wells.
""",
        right="""
background:
  - text: The river feeds 1,800 wells and 400 farms.
    cite: weekly-2021-07-21#p1
# briefs/registry/weekly.yaml
sources:
  weekly-2021-07-21: {title: Farmers, kind: article, publisher: The Weekly, published: 2021-07-21}
# briefs/archive/weekly-2021-07-21.txt
Between the banks the river feeds 400 farms and 1,800 wells.
""",
    ),
    Rule(
        "contrary-direction",
        "{where} has “{there}”; here it is “{here}”",
        "write it as the source has it: more or less, up or down",
        Severity.WARNING,
        is_optional=True,
        meaning="The figure is the source’s, but “more than” has become “less than”, or a rise a fall.",
        why="The figure looks checked, and the statement says the contrary.",
        wrong="""
background:
  - text: Prices for wheat fell by 12 percent.
    cite: weekly-2021-07-21#p1
# briefs/registry/weekly.yaml
sources:
  weekly-2021-07-21: {title: Farmers, kind: article, publisher: The Weekly, published: 2021-07-21}
# briefs/archive/weekly-2021-07-21.txt
On both banks, prices for wheat rose by 12 percent.
""",
        right="""
background:
  - text: Prices for wheat rose by 12 percent.
    cite: weekly-2021-07-21#p1
# briefs/registry/weekly.yaml
sources:
  weekly-2021-07-21: {title: Farmers, kind: article, publisher: The Weekly, published: 2021-07-21}
# briefs/archive/weekly-2021-07-21.txt
On both banks, prices for wheat rose by 12 percent.
""",
    ),
    Rule(
        "unsupported-time",
        "{where} gives the time “{value}”",
        "take the time from the source, and say whether it is morning or afternoon",
        Severity.WARNING,
        is_optional=True,
        meaning="A statement gives a time of day that the cited paragraphs do not give.",
        why="The order in which things happened hangs on the hour.",
        wrong="""
background:
  - text: The sluices were opened at 5 p.m.
    cite: weekly-2021-07-21#p1
# briefs/registry/weekly.yaml
sources:
  weekly-2021-07-21: {title: Farmers, kind: article, publisher: The Weekly, published: 2021-07-21}
# briefs/archive/weekly-2021-07-21.txt
Men from both banks opened the sluices at 5 a.m.
""",
        right="""
background:
  - text: The sluices were opened at 5 a.m.
    cite: weekly-2021-07-21#p1
# briefs/registry/weekly.yaml
sources:
  weekly-2021-07-21: {title: Farmers, kind: article, publisher: The Weekly, published: 2021-07-21}
# briefs/archive/weekly-2021-07-21.txt
Men from both banks opened the sluices at 5 a.m.
""",
    ),
    Rule(
        "exchanged-names",
        "{where} has “{there}”; here it is “{here}”",
        "see who did it to whom, and write it in that order",
        Severity.WARNING,
        is_optional=True,
        meaning="The doer and the one it is done to have changed places around the verb of the source.",
        why="An accusation turned round accuses the wrong side.",
        wrong="""
named: [lena-ost, jon-vik]
background:
  - text: Lena Ost accused Jon Vik of delay.
    cite: weekly-2021-07-21#p1
# briefs/registry/weekly.yaml
stakeholders:
  lena-ost: {name: Lena Ost, kind: person}
  jon-vik: {name: Jon Vik, kind: person}
sources:
  weekly-2021-07-21: {title: Farmers, kind: article, publisher: The Weekly, published: 2021-07-21}
# briefs/archive/weekly-2021-07-21.txt
In the council Jon Vik accused Lena Ost of holding up the survey.
""",
        right="""
named: [lena-ost, jon-vik]
background:
  - text: Jon Vik accused Lena Ost of delay.
    cite: weekly-2021-07-21#p1
# briefs/registry/weekly.yaml
stakeholders:
  lena-ost: {name: Lena Ost, kind: person}
  jon-vik: {name: Jon Vik, kind: person}
sources:
  weekly-2021-07-21: {title: Farmers, kind: article, publisher: The Weekly, published: 2021-07-21}
# briefs/archive/weekly-2021-07-21.txt
In the council Jon Vik accused Lena Ost of holding up the survey.
""",
    ),
)
