"""The texts that stand in a new brief until somebody writes what belongs there.

``scaffold`` and ``draft`` write them, and a check finds them in what is published.
"""

from __future__ import annotations

from backgrounder.model.texts import Text, Texts

DRAFT = "Draft:"
"""Starts every text of a draft that is made from a source."""

BOTTOM_LINE = "Write here what a reader must know, in one short paragraph."
KEY_POINT = "One fact, in a sentence of your own."
BACKGROUND = "What a reader must know to understand it."
ROLE = "What they do in this matter."
POSITION = "What they want."
EVENT = "What happened."
QUESTION = "What is not known yet?"
WHY = "Why it matters."
TEST = "What would settle it, so that two people would agree that it has."
JUDGEMENT = "It is likely that …"
BECAUSE = "Why the desk thinks so, and how good the sources are."

_STARTS = tuple(
    start.lower()
    for start in (
        *(DRAFT, "Write here", BOTTOM_LINE, KEY_POINT, BACKGROUND, ROLE, POSITION, EVENT),
        *(QUESTION, WHY, TEST, JUDGEMENT, BECAUSE),
    )
)
_BEFORE = " *_“„«\"'("
"""Marks of emphasis and quotation that a text may open with."""


def is_placeholder(text: str) -> bool:
    """Whether a text starts as a placeholder does, in large or small letters."""
    return " ".join(text.split()).lstrip(_BEFORE).lower().startswith(_STARTS)


def placeholders_in(texts: Texts) -> list[Text]:
    """The texts of a brief that are placeholders; most briefs have none, which is seen at once."""
    return [text for text in texts.with_any(_STARTS) if is_placeholder(text.text)]


def may_hold_placeholders(file: str) -> bool:
    """Whether any word that a placeholder starts with stands in the text of a file."""
    words = file.lower()
    return any(start.split(maxsplit=1)[0] in words for start in _STARTS)
