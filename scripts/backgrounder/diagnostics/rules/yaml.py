"""YAML that content has no use for."""

from __future__ import annotations

from backgrounder.diagnostics.rule import Rule

RULES = (
    Rule(
        "forbidden-yaml",
        "{what} is not used in briefs",
        "put it in quotation marks if it is meant as text; else write the value out in full",
        meaning="The file uses a part of YAML that briefs do without: anchors, aliases, merge keys, tags or a second document.",
        why="They make a text mean something else than it says, and a small file grow without end.",
        wrong="""
title: &name Sharing the river
""",
        right="""
title: Sharing the river
""",
    ),
    Rule(
        "nested-too-deep",
        "this is nested more than {most} levels deep",
        "a brief needs six levels at most; look for stray brackets",
        meaning="Lists or fields are nested more than 32 levels deep.",
        why="A brief needs six; more is a slip of brackets, and can bring a parser down.",
        wrong="""
topics: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]
""",
        right="""
topics: [water]
""",
    ),
    Rule(
        "forbidden-character",
        "the character {character} is not allowed in content",
        "take it out; readers would not see it, and it can change how the text reads",
        meaning="A text holds a character that steers rather than says: a control, or one that turns the direction of the text round.",
        why="Readers do not see it, and it can make a name or a number read as another.",
        wrong=r"""
title: "Sharing \u202ethe river"
""",
        right="""
title: Sharing the river
""",
    ),
    Rule(
        "odd-indentation",
        "{character} stands in the indentation of this line",
        "delete it and indent with plain spaces, two for each level",
        meaning="A line is indented with another space than the plain one.",
        why="It looks right and is read as part of the text.",
        wrong="title: Sharing the river\nstatus: published\nas_of: 2021-07-23\n\xa0\xa0bottom_line: The ministries meet.\n",
        right="""
title: Sharing the river
status: draft
as_of: 2021-07-23
bottom_line: The ministries meet.
""",
    ),
    Rule(
        "text-cut-by-comment",
        "what follows `#` is taken as a comment",
        "put the text in quotation marks; if it is a comment, put a space after `#`",
        meaning="What follows a `#` after a space is a comment to YAML, and seems to belong to the text.",
        why="Half of the sentence would be missing from the page.",
        wrong="""
title: Sharing the river, part #2
""",
        right="""
title: "Sharing the river, part #2"
""",
    ),
)
