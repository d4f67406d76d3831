"""The texts that stand in a new brief until somebody writes what belongs there.

``scaffold`` and ``draft`` write them, and a check finds them in what is published.
"""

from __future__ import annotations

from backgrounder.model.texts import Text, Texts

DRAFT = "Draft:"
"""Starts every text of a draft that is made from a source."""

TITLE = "A working title"
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

_STARTS = (
    *(DRAFT, "Write here", TITLE, "One fact, in a sentence of", ROLE, POSITION, EVENT),
    *("What a reader must know, in one short paragraph.", BACKGROUND),
    *(QUESTION, WHY, TEST, JUDGEMENT, BECAUSE),
)
_FOLDED = tuple(start.lower() for start in _STARTS)
_BEFORE = " *_“„«\"'("
"""Marks of emphasis and quotation that a text may open with."""


def placeholder_start(text: str) -> str:
    """Return how a placeholder starts, if the text starts so in large or small letters; else nothing."""
    words = " ".join(text.split()).lstrip(_BEFORE).lower()
    return next((start for start in _STARTS if words.startswith(start.lower())), "")


def may_be_placeholders(texts: Texts) -> list[Text]:
    """The texts of a brief in which the start of a placeholder stands somewhere; most briefs have none."""
    return texts.with_any(_FOLDED)


def may_hold_placeholders(file: str) -> bool:
    """Whether a placeholder may stand in a file of the registry, where `draft` writes but one kind of them."""
    words = file.lower()
    return DRAFT.lower() in words or "write" in words
