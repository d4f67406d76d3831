"""What a build finds when it sets the handouts. Nothing else sets type, so ``check`` does not see it."""

from __future__ import annotations

from backgrounder.diagnostics.rule import Rule

RULES = (
    Rule(
        "handout-too-long",
        "the handout takes {pages} where it may take {limit}, even without all that can be left out",
        "shorten {part}, the longest that is always printed ({letters} letters), or write "
        "`handout: {{pages: full}}`",
        meaning="The title, bottom line, key points, judgements and sources of a brief do not fit the pages of its "
        "handout.",
        why="A handout that silently lacks a key point misleads; one that runs over is not the sheet that was "
        "promised.",
        wrong="#! Twenty key points of three hundred letters each.",
        right="#! Five key points, and the rest as background, which may be left to the web page.",
    ),
    Rule(
        "handout-not-set",
        "{what} cannot be set: {reason}",
        "take out what was changed last and build again; whatever else is printed is not concerned",
        meaning="The typesetter refused a brief, a question sheet or the book, took too long over it, or ended.",
        why="A site whose handout is missing or older than its page contradicts itself.",
        wrong="#! A brief whose handout takes longer to set than the twenty seconds that it has.",
        right="#! The same brief in two.",
    ),
)
