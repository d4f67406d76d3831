"""The shape of a record: its fields and the kinds of values they take."""

from __future__ import annotations

from backgrounder.diagnostics.rule import Rule

RULES = (
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
)
