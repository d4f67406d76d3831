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
        why="No reader ever sees it, because a record is public only through a published brief that uses it; and the "
        "next colleague wonders what it is for.",
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
    Rule(
        "named-only",
        "`{value}` is named in texts, but no brief refers to it by its id, so it has no page",
        "list the id under `named:` in a brief that names it, or delete the record",
        Severity.ADVICE,
        is_optional=True,
        meaning="A stakeholder is in the registry, and briefs name it in their texts alone.",
        why="Readers who look for the name find no page of it: a name in a text makes no record public, because it may be "
        "somebody else’s.",
        wrong="""
stakeholders:
  omar-haddad:
    name: Omar Haddad
    kind: person
# briefs/water-sharing.yaml
bottom_line: Omar Haddad says that the two ministries have agreed to meet. No date for a decision is reported.
""",
        right="""
stakeholders:
  omar-haddad:
    name: Omar Haddad
    kind: person
# briefs/water-sharing.yaml
named: [omar-haddad]
bottom_line: Omar Haddad says that the two ministries have agreed to meet. No date for a decision is reported.
""",
    ),
)
