"""What two briefs say differently."""

from __future__ import annotations

from backgrounder.diagnostics.rule import Rule, Severity

RULES = (
    Rule(
        "conflicting-event-date",
        "this event is dated {value} here and {other} in another place",
        "see what the source says, and correct one of the two",
        Severity.WARNING,
        is_optional=True,
        meaning="Two briefs tell of the same event and give it dates that cannot both be true.",
        why="A reader of both briefs finds one of them wrong and trusts neither.",
        wrong="""
timeline:
  - date: 2019-03
    text: The ministries sign the agreement on the river.
    cite: daily-2021-07-22#p3
# briefs/second-look.yaml
timeline:
  - date: 2018
    text: The ministries sign the agreement on the river.
    cite: daily-2021-07-22#p3
""",
        right="""
timeline:
  - date: 2019-03
    text: The ministries sign the agreement on the river.
    cite: daily-2021-07-22#p3
# briefs/second-look.yaml
timeline:
  - date: 2019
    text: The ministries sign the agreement on the river.
    cite: daily-2021-07-22#p3
""",
    ),
    Rule(
        "conflicting-figure",
        "“{value}” here is “{other}” in another place, from the same paragraph",
        "see what the source says, and correct one of the two",
        Severity.WARNING,
        is_optional=True,
        meaning="Two texts rest on the same paragraph of a source and count the same thing differently.",
        why="One of the two numbers is a slip, and numbers are what readers copy.",
        wrong="""
key_points:
  - text: The river feeds 2,500 northern farms.
    cite: daily-2021-07-22#p5
# briefs/second-look.yaml
key_points:
  - text: The river feeds 2,000 northern farms.
    cite: daily-2021-07-22#p5
""",
        right="""
key_points:
  - text: The river feeds 2,500 northern farms.
    cite: daily-2021-07-22#p5
# briefs/second-look.yaml
key_points:
  - text: The river feeds 2,500 northern farms.
    cite: daily-2021-07-22#p5
""",
    ),
    Rule(
        "conflicting-role",
        "{who} is {value} here and {other} in another brief of the same time",
        "correct one of the two, or say “former” where an office has ended",
        Severity.WARNING,
        is_optional=True,
        meaning="Two briefs of about the same day give one person two offices.",
        why="Readers judge a statement by the office of the one who makes it.",
        wrong="""
stakeholders:
  - who: upstream-minister
    role: Foreign minister of the upstream side.
    position: A survey comes before any sharing.
    cite: daily-2021-07-22#p4
# briefs/second-look.yaml
stakeholders:
  - who: upstream-minister
    role: Prime minister of the upstream side.
    position: A survey comes before any sharing.
    cite: daily-2021-07-22#p4
""",
        right="""
stakeholders:
  - who: upstream-minister
    role: Foreign minister of the upstream side.
    position: A survey comes before any sharing.
    cite: daily-2021-07-22#p4
# briefs/second-look.yaml
stakeholders:
  - who: upstream-minister
    role: Foreign minister of the upstream side.
    position: A survey comes before any sharing.
    cite: daily-2021-07-22#p4
""",
    ),
    Rule(
        "answered-elsewhere",
        "this question is answered in `{value}`",
        "take the answer over, or say how the questions differ",
        Severity.WARNING,
        is_optional=True,
        meaning="A question is open in one brief and answered in another that is as new or newer.",
        why="The tracker would list as open what the site itself has answered.",
        wrong="""
questions:
  - id: share-per-season
    ask: How much water does each side get in a dry season?
    status: open
    why: The farms need to know.
    resolves_when: Both ministries publish the same figure.
# briefs/second-look.yaml
questions:
  - id: share-per-season
    ask: How much water does each side get in a dry season?
    status: answered
    why: The farms need to know.
    resolves_when: Both ministries publish the same figure.
    answer: {text: Half each., cite: daily-2021-07-22#p5}
""",
        right="""
questions:
  - id: share-per-season
    ask: How much water does each side get in a dry season?
    status: answered
    why: The farms need to know.
    resolves_when: Both ministries publish the same figure.
    answer: {text: Half each., cite: daily-2021-07-22#p5}
# briefs/second-look.yaml
questions:
  - id: share-per-season
    ask: How much water does each side get in a dry season?
    status: answered
    why: The farms need to know.
    resolves_when: Both ministries publish the same figure.
    answer: {text: Half each., cite: daily-2021-07-22#p5}
""",
    ),
)
