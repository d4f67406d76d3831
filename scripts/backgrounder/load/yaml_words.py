"""What an author is told where a file is not YAML: libyaml's words in the desk's.

libyaml names what its parser was missing; an author needs the slip that was made. The same words of
libyaml stand for several slips, so the line before the fault helps to tell them apart.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from backgrounder.patterns import late_pattern


class Words(NamedTuple):
    """What is said of one fault of YAML, known by libyaml's words and by the line it is found in."""

    problem_pattern: str
    line_pattern: str
    """The line up to and with the character at the fault."""
    problem: str
    help: str
    at_context: bool = False
    """The fault shows best where the unfinished thing began, not where libyaml gave up."""


_QUOTE_IT = "put the whole text in quotation marks"
_PLAIN_WORDS = (
    Words(
        r"mapping values are not allowed.*",
        r".*\S\s*:\s.*",
        "there is a second colon in this line",
        "put the text in quotation marks",
    ),
    Words(
        r"mapping values are not allowed.*",
        r".*",
        "there is a colon here, but the line continues the value above",
        "start the line in the same column as the other fields, or put the text in quotation marks",
    ),
    Words(
        r"found character that cannot start any token",
        r"[\s-]*\t",
        "a tab stands at the start of this line",
        "indent with spaces, two for each level",
    ),
    Words(
        r"found a tab character .*",
        r".*",
        "a tab stands at the start of this line",
        "indent with spaces, two for each level",
    ),
    Words(
        r"found character that cannot start any token",
        r".*",
        "`{found}` cannot start a text",
        _QUOTE_IT,
    ),
    Words(
        r"could not find expected ':'",
        r".*",
        "this line has no colon",
        "write the field's name, a colon and a space first; text that goes on from the line above is indented",
        at_context=True,
    ),
    Words(
        r"did not find expected (key|'-' indicator)",
        r"\s*\S?",
        "the indentation does not match the lines above",
        "start this line in the same column as the fields or items it belongs to",
    ),
    Words(
        r"did not find expected (key|'-' indicator)",
        r".*",
        "the text goes on after its closing quotation mark or bracket",
        "put the whole text in single quotation marks, an apostrophe inside it doubled, as in 'It''s here'; "
        "see that each mark in the lines above is closed",
    ),
    Words(
        r"found unexpected end of stream",
        r".*",
        "a quotation mark is opened here and never closed",
        "close it at the end of the text",
        at_context=True,
    ),
    Words(
        r"found unexpected document indicator",
        r".*",
        "a quotation mark is opened here and never closed",
        "close it at the end of the text",
        at_context=True,
    ),
    Words(
        r"did not find expected ',' or '[\]}]'",
        r".*",
        "a bracket is opened here and not closed",
        "close it, or put the text in quotation marks if the bracket belongs to it",
        at_context=True,
    ),
    Words(
        r"did not find expected node content",
        r".*",
        "`{found}` stands where a value should be",
        _QUOTE_IT,
    ),
    Words(
        r"did not find expected alphabetic or numeric character",
        r".*",
        "a text cannot start with `*` or `&`",
        _QUOTE_IT,
        at_context=True,
    ),
    Words(
        r"did not find expected comment or line break",
        r".*",
        "a text cannot start with `>` or `|`",
        "put the whole text in quotation marks, or start it on the next line",
        at_context=True,
    ),
    Words(
        r"found unknown escape character|.*escape code|did not find expected hexdecimal number",
        r".*",
        "in double quotation marks a backslash has a meaning of its own",
        "write two backslashes for one, or use single quotation marks",
    ),
    Words(
        r"found unknown directive name|.*YAML document|did not find expected <document start>",
        r".*",
        "the text goes on after the end of the document, or starts with `%`",
        "take lines with `...` and `%` out",
    ),
    Words(
        r"block sequence entries are not allowed in this context",
        r".*",
        "a list cannot start in the same line as its field",
        "start each item on a line of its own, after a hyphen and a space",
    ),
)


class Slip(NamedTuple):
    """A space left out, which libyaml notices only later."""

    column: int
    problem: str
    help: str


_GLUED_COLON = late_pattern(r"\s*(?:- +)*(?P<field>[A-Za-z_]+):(?P<text>[^\s:/].{0,40})")
_GLUED_HYPHEN = late_pattern(r"\s*(?:- +)*-(?P<text>[A-Za-z_][^\s:]*:?)")
_OUT_OF_PLACE = late_pattern(
    r"mapping values are not allowed.*|could not find expected ':'|did not find expected (key|'-' indicator)"
)


def slip_in(problem: str, line: str) -> Slip | None:
    """The space left out in ``line``, if that can be what ``problem`` is about."""
    if not _OUT_OF_PLACE.fullmatch(problem):
        return None
    found = _GLUED_COLON.match(line)
    if found:
        help_text = f"write `{found['field']}: {found['text']}`"
        return Slip(found.start("text"), "a colon needs a space after it", help_text)
    return glued_hyphen(line)


def glued_hyphen(line: str) -> Slip | None:
    """The hyphen of a list item that its text follows without a space."""
    found = _GLUED_HYPHEN.match(line)
    if not found:
        return None
    return Slip(found.start("text"), "a hyphen needs a space after it", f"write `- {found['text']}`")


def plain_words(problem: str, line: str) -> Words:
    """What to say of libyaml's ``problem``, found at the end of ``line``; unknown ones as they are."""
    for words in _PLAIN_WORDS:
        if re.fullmatch(words.problem_pattern, problem) and re.fullmatch(words.line_pattern, line):
            return words._replace(problem=words.problem.format(found=line[-1:]))
    return Words("", "", problem, "")
