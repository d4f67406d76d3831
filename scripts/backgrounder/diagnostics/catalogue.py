"""The words for every problem, by its permanent code.

A code is named for the fault and reads well after "allow". A retired code is never used again.
``{blanks}`` are filled with the facts of the case. Help says what to write.
"""

from __future__ import annotations

from enum import StrEnum

import msgspec


class Severity(StrEnum):
    """How much a problem weighs: errors stop a build, warnings do not."""

    ERROR = "error"
    WARNING = "warning"


class Rule(msgspec.Struct, frozen=True):
    """The words for one kind of problem."""

    code: str
    message: str
    help: str
    severity: Severity = Severity.ERROR


_RULES = (
    # The file as a whole.
    Rule("not-a-regular-file", "{what} is not read", "put the file itself here, not a link or a device"),
    Rule("unreadable-file", "the file cannot be read: {reason}", "check who may read it"),
    Rule("file-too-large", "the file has {size}, more than the {most} allowed", "split it in two"),
    Rule("too-many-values", "the file has more than {most} values and keys", "split it in two"),
    Rule(
        "not-utf8",
        "the file is not UTF-8: byte {byte} at position {position}",
        "save it again with the encoding UTF-8",
    ),
    Rule("empty-file", "the file is empty", "write a brief into it, or delete the file"),
    Rule("not-yaml", "this is not YAML: {problem}", "look at this line and the one above it"),
    Rule(
        "bad-file-name",
        "a content file cannot be called `{name}`",
        "name it in small letters, digits and single hyphens, as in `{suggestion}.yaml`",
    ),
    Rule(
        "misplaced-file",
        "`{name}` is not read",
        "briefs are `.yaml` files in `briefs/`, shared records `.yaml` files in `briefs/registry/`",
    ),
    Rule(
        "too-many-problems",
        "this file has more than {most} problems; the first ones are shown",
        "look for one cause behind them all, then run the check again",
    ),
    # YAML that content has no use for.
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
    # The shape of a record.
    Rule("duplicate-key", "`{key}` stands here twice", "keep one of them"),
    Rule("unknown-field", "{record} has no field `{field}`", "the fields are: {fields}"),
    Rule("missing-field", "{record} has no `{field}`", "add a line `{field}: …`"),
    Rule("empty-value", "`{field}` has no value", "write one after the colon, or delete the line"),
    Rule("wrong-type", "{what} must be {wanted}, but this is {found}", "write {example}"),
    Rule("text-too-long", "`{field}` has {length} characters, more than the {most} allowed", "shorten it"),
    Rule("not-one-line", "`{field}` must be one {unit}", "take the line breaks out"),
    Rule(
        "bad-id",
        "`{value}` cannot be an id",
        "use small letters, digits and single hyphens, as in `{suggestion}`",
    ),
    Rule("reserved-id", "`{value}` is reserved", "choose another id, as in `{value}-1`"),
    Rule("unknown-choice", "`{value}` is not one of the words for `{field}`", "write one of: {choices}"),
    Rule("impossible-date", "{problem}", "write 2021, 2021-07 or 2021-07-23"),
    Rule(
        "bad-citation",
        "`{value}` is not a citation",
        "write the source's id, `#p` and the number of the paragraph, as in `{example}#p4`",
    ),
    Rule(
        "bad-address",
        "`{value}` is not a web address",
        "copy it from the browser: https:// or http://, then the site, without spaces",
    ),
    Rule("bad-language", "`{value}` is not a language tag", "write a tag such as en, ar, ckb or fa"),
    Rule(
        "number-out-of-range", "`{field}` must be between {least} and {most}", "write a number in that range"
    ),
    Rule(
        "unprintable-character",
        "a handout cannot print {character}",
        "the handout's fonts have no such character; write it in Latin, Greek, Cyrillic or Arabic letters, "
        "or leave it out",
    ),
    # What refers to something else.
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

CATALOGUE: dict[str, Rule] = {rule.code: rule for rule in _RULES}
