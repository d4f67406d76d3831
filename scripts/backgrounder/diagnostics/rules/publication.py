"""Briefs and texts that must not reach readers."""

from __future__ import annotations

from backgrounder.diagnostics.rule import Rule

RULES = (
    Rule(
        "above-handling",
        "this brief is `{value}`, and the site publishes nothing above `{ceiling}`",
        "make it `status: draft`, or take it to another site; where all readers of this one may see it, write "
        "`handling: {value}` under `- backgrounder:` in mkdocs.yml",
        meaning="A brief that is published or archived has a stricter label than the option `handling` lets through.",
        why="Whom a brief may be passed on to was promised to somebody; a site passes it on to everybody it is open to.",
        wrong="""
handling: red
""",
        right="""
handling: clear
""",
    ),
    Rule(
        "placeholder-text",
        "nobody has filled in this text: it starts with “{value}”",
        "write what belongs here, or leave the field out; if these are your own words, begin them otherwise",
        meaning="A published brief, or a shared record that one uses, has a text or a name in it that `backgrounder new`, "
        "`draft` or `source add` wrote to be replaced. The title of a source may begin so: it is the document’s own.",
        why="Readers are told what the desk meant to tell itself.",
        wrong="""
bottom_line: "Draft: what a reader must know, in one short paragraph."
""",
        right="""
bottom_line: The two ministries are to meet in August 2021. No share of the water has been agreed.
""",
    ),
    Rule(
        "placeholder-id",
        "`{value}` is the id that `backgrounder draft` wrote",
        "name what is asked, in a few words; readers keep the address",
        meaning="A question of a published brief has the id of a draft.",
        why="The id is the permanent address of the question. Once it is published, it cannot be named better.",
        wrong="""
questions:
  - id: draft-question-1
    ask: What share will the upstream side get?
    status: open
    why: The northern farms need the water.
    resolves_when: Both ministries sign a figure.
""",
        right="""
questions:
  - id: share-of-upstream
    ask: What share will the upstream side get?
    status: open
    why: The northern farms need the water.
    resolves_when: Both ministries sign a figure.
""",
    ),
)
