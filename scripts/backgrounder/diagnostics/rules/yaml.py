"""YAML that content has no use for."""

from __future__ import annotations

from backgrounder.diagnostics.rule import Rule

RULES = (
    Rule(
        "forbidden-yaml",
        "{what} is not used in briefs",
        "put it in quotation marks if it is meant as text; else write the value out in full",
    ),
    Rule(
        "nested-too-deep",
        "this is nested more than {most} levels deep",
        "a brief needs six levels at most; look for stray brackets",
    ),
    Rule(
        "forbidden-character",
        "the character {character} is not allowed in content",
        "take it out; readers would not see it, and it can change how the text reads",
    ),
    Rule(
        "odd-indentation",
        "{character} stands in the indentation of this line",
        "delete it and indent with plain spaces, two for each level",
    ),
    Rule(
        "text-cut-by-comment",
        "what follows `#` is taken as a comment",
        "put the text in quotation marks; if it is a comment, put a space after `#`",
    ),
)
