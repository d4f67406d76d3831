"""Shared records: duplicates and leftovers."""

from __future__ import annotations

from backgrounder.diagnostics.rule import Rule, Severity

RULES = (
    Rule(
        "probable-duplicate",
        "`{value}` and `{other}` are probably the same: {reason}",
        "merge them into one record, with the other spelling among its `aliases`; then correct the ids in the briefs",
        Severity.WARNING,
        is_optional=True,
        meaning="Two shared records of one kind have the same name or nearly the same.",
        why="What is known of one person stands on two pages, and each page shows half of it.",
        wrong="""
stakeholders:
  omar-haddad:
    name: Omar Haddad
    kind: person
  omar-hadad:
    name: Omar Hadad
    kind: person
# briefs/water-sharing.yaml
timeline:
  - date: 2021-07-19
    text: The two sides met.
    actors: [upstream-minister, downstream-minister, omar-haddad, omar-hadad]
    cite: daily-2021-07-22#p2
""",
        right="""
stakeholders:
  omar-haddad:
    name: Omar Haddad
    kind: person
    aliases: [Omar Hadad]
# briefs/water-sharing.yaml
timeline:
  - date: 2021-07-19
    text: The two sides met.
    actors: [upstream-minister, downstream-minister, omar-haddad]
    cite: daily-2021-07-22#p2
""",
    ),
    Rule(
        "unused-record",
        "no brief uses the {kind} `{value}`",
        "delete it, or refer to it where it belongs",
        Severity.ADVICE,
        is_optional=True,
        meaning="A stakeholder, source, topic or glossary term is in the registry and in no brief.",
        why="It makes a page that leads nowhere, and search finds it.",
        wrong="""
topics:
  drought:
    name: Drought
""",
        right="""
topics:
  drought:
    name: Drought
# briefs/water-sharing.yaml
topics: [water, drought]
""",
    ),
)
