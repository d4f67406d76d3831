"""What refers to something else."""

from __future__ import annotations

from backgrounder.diagnostics.rule import Rule

RULES = (
    Rule(
        "unknown-stakeholder",
        "no stakeholder has the id `{value}`",
        "add it to a file in briefs/registry/ under `stakeholders:`",
        meaning="An id stands for no stakeholder of the registry.",
        why="The name would lead to no page; most often the id is misspelt.",
        wrong="""
timeline:
  - date: 2019
    text: The agreement runs out.
    actors: [upstream-ministr]
    cite: daily-2021-07-22#p3
""",
        right="""
timeline:
  - date: 2019
    text: The agreement runs out.
    actors: [upstream-minister]
    cite: daily-2021-07-22#p3
""",
    ),
    Rule(
        "unknown-source",
        "no source has the id `{value}`",
        "add it to a file in briefs/registry/ under `sources:`",
        meaning="A citation names a source that the registry does not have.",
        why="The statement would rest on nothing that a reader can look up.",
        wrong="""
key_points:
  - text: The ministries are to meet in August 2021.
    cite: dayly-2021-07-22#p2
""",
        right="""
key_points:
  - text: The ministries are to meet in August 2021.
    cite: daily-2021-07-22#p2
""",
    ),
    Rule(
        "unknown-topic",
        "no topic has the id `{value}`",
        "add it to a file in briefs/registry/ under `topics:`",
        meaning="An id stands for no topic of the registry.",
        why="The brief would be missing from the topic’s page.",
        wrong="""
topics: [watr]
""",
        right="""
topics: [water]
""",
    ),
    Rule(
        "unknown-term",
        "no glossary entry has the id `{value}`",
        "add it to a file in briefs/registry/ under `glossary:`",
        meaning="An id stands for no entry of the glossary.",
        why="The word would not be explained.",
        wrong="""
terms: [dry-seasons]
""",
        right="""
terms: [dry-season]
""",
    ),
    Rule(
        "unknown-brief",
        "there is no brief `{value}`",
        "the id of a brief is the name of its file without `.yaml`",
        meaning="A brief is named that does not exist.",
        why="The link would lead nowhere.",
        wrong="""
related: [water-quality]
""",
        right="""
related: []
""",
    ),
    Rule(
        "unknown-paragraph",
        "the last paragraph of `{source}` is {last}, so there is no paragraph {paragraph}",
        "cite a paragraph from 1 to {last}, or correct `paragraphs` in the source's record",
        meaning="A citation names a paragraph beyond the end of its source.",
        why="A reader who follows it finds nothing; most often the number is a slip.",
        wrong="""
key_points:
  - text: The ministries are to meet in August 2021.
    cite: daily-2021-07-22#p22
""",
        right="""
key_points:
  - text: The ministries are to meet in August 2021.
    cite: daily-2021-07-22#p2
""",
    ),
    Rule(
        "duplicate-id",
        "the id `{value}` is used twice",
        "give one of them another id",
        meaning="An id is used twice where each must be one.",
        why="Both would have the same address.",
        wrong="""
questions:
  - id: share
    ask: How much in a dry season?
    status: open
    why: The farms need to know.
    resolves_when: The ministries publish it.
  - id: share
    ask: How much in a wet season?
    status: open
    why: The farms need to know.
    resolves_when: The ministries publish it.
""",
        right="""
questions:
  - id: share-dry
    ask: How much in a dry season?
    status: open
    why: The farms need to know.
    resolves_when: The ministries publish it.
  - id: share-wet
    ask: How much in a wet season?
    status: open
    why: The farms need to know.
    resolves_when: The ministries publish it.
""",
    ),
    Rule(
        "listed-twice",
        "`{value}` is listed twice",
        "keep one of them",
        meaning="The same stakeholder, topic, term or brief is listed twice.",
        why="Readers would see it twice and look for the difference.",
        wrong="""
topics: [water, water]
""",
        right="""
topics: [water]
""",
    ),
    Rule(
        "circular-membership",
        "`{value}` ends up as a part of itself",
        "take one `part_of` out of the circle",
        meaning="A stakeholder ends up as a part of itself.",
        why="“Part of” leads from a person to an organisation to a state; a circle has no top.",
        wrong="""
stakeholders:
  water-board:
    name: Water board
    kind: organisation
    part_of: [river-office]
  river-office:
    name: River office
    kind: organisation
    part_of: [water-board]
""",
        right="""
stakeholders:
  water-board:
    name: Water board
    kind: organisation
  river-office:
    name: River office
    kind: organisation
    part_of: [water-board]
# briefs/water-sharing.yaml
named: [river-office]
key_points:
  - text: The River office asked the ministries to meet.
    cite: daily-2021-07-22#p2
""",
    ),
)
