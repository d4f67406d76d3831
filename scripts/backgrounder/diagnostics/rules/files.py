"""The file as a whole."""

from __future__ import annotations

from backgrounder.diagnostics.rule import Rule

RULES = (
    Rule(
        "not-a-regular-file",
        "{what} is not read",
        "put the file itself here, not a link or a device",
        meaning="A link, a pipe or a device lies among the content.",
        why="A link can lead out of the project, and a pipe would make the build wait for ever.",
        wrong="#! A symbolic link `briefs/water-sharing.yaml` that points to a file elsewhere.",
        right="#! The file itself, copied into `briefs/`.",
    ),
    Rule(
        "unreadable-file",
        "the file cannot be read: {reason}",
        "check who may read it",
        meaning="The system does not let the program read a file.",
        why="What cannot be read cannot be checked or published.",
        wrong="#! A file that only another user may read.",
        right="#! The same file, readable by whoever builds the site.",
    ),
    Rule(
        "file-too-large",
        "the file has {size}, more than the {most} allowed",
        "split it in two",
        meaning="A content file is larger than 256 KiB.",
        why="That is more than a book chapter; such a file is a slip, or two subjects in one.",
        wrong="#! A brief into which a whole report was pasted.",
        right="#! A brief that states what matters and cites the report.",
    ),
    Rule(
        "too-many-values",
        "the file has more than {most} values and keys",
        "split it in two",
        meaning="A file has more than 20,000 fields and values.",
        why="No brief has a tenth of it; such a file would hold up everybody else’s.",
        wrong="#! A list of 30,000 items.",
        right="#! A brief with the items that matter.",
    ),
    Rule(
        "not-utf8",
        "the file is not UTF-8: {found}",
        "save it again with the encoding UTF-8",
        meaning="A file is saved in another encoding than UTF-8.",
        why="Names in Arabic, Kurdish or Persian would come out as other letters, or not at all.",
        wrong="#! A brief saved as UTF-16 or as “ANSI” by an old editor.",
        right="#! The same brief, saved again with the encoding UTF-8.",
    ),
    Rule(
        "empty-file",
        "the file is empty",
        "write a brief into it, or delete the file",
        meaning="A file has no content.",
        why="It would have an address and no page.",
        wrong="""
# briefs/low-water.yaml
# To be written.
""",
        right="#! The file with a brief in it, or no file.",
    ),
    Rule(
        "not-yaml",
        "this is not YAML: {problem}",
        "look at this line and the one above it",
        meaning="The file breaks a rule of YAML, the notation of briefs.",
        why="Nothing after the slip can be read for certain, so none of the file is.",
        wrong="""
title: Talks: a beginning
""",
        right="""
title: "Talks: a beginning"
""",
    ),
    Rule(
        "bad-file-name",
        "a content file cannot be called `{name}`",
        "name it in small letters, digits and single hyphens, as in `{suggestion}.yaml`",
        meaning="The name of a file cannot be an address.",
        why="A brief’s file name is its address on the site, in links and in search.",
        wrong="#! A brief called `briefs/Water sharing.yaml`.",
        right="#! The same brief, called `briefs/water-sharing.yaml`.",
    ),
    Rule(
        "misplaced-file",
        "`{name}` is not read",
        "briefs are `.yaml` files in `briefs/`, shared records `.yaml` files in `briefs/registry/`",
        meaning="A file lies where no content is read.",
        why="It looks published to its author and is not.",
        wrong="#! A brief in `briefs/2021/`, or with the ending `.yml`.",
        right="#! The same brief in `briefs/`, with the ending `.yaml`.",
    ),
    Rule(
        "too-many-problems",
        "this file has more than {most} problems; the first ones are shown",
        "look for one cause behind them all, then run the check again",
        meaning="A file has more than a hundred problems of one sort.",
        why="There is one cause behind them; a list of a thousand would hide it.",
        wrong="#! A file with 500 misspelt fields.",
        right="#! The same file, after the cause has been mended.",
    ),
)
