"""The file as a whole."""

from __future__ import annotations

from backgrounder.diagnostics.rule import Rule

RULES = (
    Rule("not-a-regular-file", "{what} is not read", "put the file itself here, not a link or a device"),
    Rule("unreadable-file", "the file cannot be read: {reason}", "check who may read it"),
    Rule("file-too-large", "the file has {size}, more than the {most} allowed", "split it in two"),
    Rule("too-many-values", "the file has more than {most} values and keys", "split it in two"),
    Rule(
        "not-utf8",
        "the file is not UTF-8: {found}",
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
)
