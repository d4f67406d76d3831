"""What refers to something else."""

from __future__ import annotations

from backgrounder.diagnostics.rule import Rule

RULES = (
    Rule(
        "unknown-stakeholder",
        "no stakeholder has the id `{value}`",
        "add it to a file in briefs/registry/ under `stakeholders:`",
    ),
    Rule(
        "unknown-source",
        "no source has the id `{value}`",
        "add it to a file in briefs/registry/ under `sources:`",
    ),
    Rule(
        "unknown-topic",
        "no topic has the id `{value}`",
        "add it to a file in briefs/registry/ under `topics:`",
    ),
    Rule(
        "unknown-term",
        "no glossary entry has the id `{value}`",
        "add it to a file in briefs/registry/ under `glossary:`",
    ),
    Rule(
        "unknown-brief",
        "there is no brief `{value}`",
        "the id of a brief is the name of its file without `.yaml`",
    ),
    Rule(
        "unknown-paragraph",
        "the last paragraph of `{source}` is {last}, so there is no paragraph {paragraph}",
        "cite a paragraph from 1 to {last}, or correct `paragraphs` in the source's record",
    ),
    Rule("duplicate-id", "the id `{value}` is used twice", "give one of them another id"),
    Rule("listed-twice", "`{value}` is listed twice", "keep one of them"),
    Rule(
        "circular-membership", "`{value}` ends up as a part of itself", "take one `part_of` out of the circle"
    ),
)
