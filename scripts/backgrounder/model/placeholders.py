"""The texts that stand in a new brief until somebody writes what belongs there.

``scaffold``, ``draft`` and ``intake`` write them, and a check finds them in what is published. A text is judged as
readers see it: without its Markdown and its tags, in small letters, each character in its plainest form. Letters
of another alphabet that merely look alike are taken for what they are.
"""

from __future__ import annotations

import functools
import re
import unicodedata

from backgrounder.markup import prose_text
from backgrounder.model.texts import Text, Texts
from backgrounder.patterns import late_pattern

DRAFT = "Draft:"
"""Starts every text of a draft that is made from a source."""
DRAFT_QUESTION = "draft-question-"
"""Starts the id of every question of such a draft; a number follows."""
NOT_KNOWN = "not known"
"""The whole of a name that an imported source needs and does not give."""

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

_IGNORABLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
"""Characters that no font shows: Default_Ignorable_Code_Point of Unicode."""
_UNSEEN = late_pattern(f"[{_IGNORABLE}]")
_COLONS = late_pattern("\\s*[:\u02d0\u02f8\u0589\u05c3\u205a\u2236\ua789]")
"""A colon and what is taken for one, with the space that French sets before it."""
_TAG = late_pattern(r"</?[a-zA-Z][^<>]*>")
_BEFORE = late_pattern(r"(?:[\W_]|\d{1,9}[.)]\s)*")
"""Openings of a text that are no words: marks of emphasis, quotation, lists and headings."""
_FAR = 600
"""Characters of a text that are looked at: it is its start that counts."""

_LETTERS_OF_A_KIND = (
    "\u00a0\u02b0-\u02b8\u1680\u1d2c-\u1d6a\u2000-\u200a\u2028\u2029\u202f\u205f\u2070-\u209c\u2100-\u214f"
    "\u2160-\u217f\u2460-\u24ff\u3000\ufb00-\ufb06\uff00-\uff5e\U0001d400-\U0001d7ff\U0001f100-\U0001f1ff"
)
"""Spaces and letters of ASCII that are coded by their width, style or place."""
_DISGUISING = late_pattern(f"[{_IGNORABLE}{_LETTERS_OF_A_KIND}]")
_MARKS = ("\\", "*", "`", "<", "](")
_ENTITY = late_pattern(r"&#?\w+;")
_NOT_KNOWN = late_pattern(r"not\s+known")


def placeholder_start(text: str) -> str:
    """Return how a placeholder starts, if readers see the text start so; else nothing."""
    words = _bare(text)
    return next((start for start, pattern in _patterns().items() if pattern.match(words)), "")


def is_not_known(name: str) -> bool:
    """Whether a name says no more than that nobody has written it."""
    return _bare(name).rstrip(".") == NOT_KNOWN


def _bare(text: str) -> str:
    """The start of a text as readers see it, in small letters and with the plainest characters."""
    shown = _UNSEEN.sub("", text[:_FAR])
    shown = _TAG.sub("", prose_text(shown.strip()))
    plain = unicodedata.normalize("NFKC", _UNSEEN.sub("", shown)).casefold()
    words = _COLONS.sub(":", " ".join(plain.split()))
    found = _BEFORE.match(words)
    return words[found.end() :] if found else words


@functools.cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {start: _pattern(start) for start in _STARTS}


def _pattern(start: str) -> re.Pattern[str]:
    """A start with or without its spaces, and not in the middle of a longer word."""
    words = r"\s*".join(map(re.escape, _bare(start).split()))
    return re.compile(words + (r"\b" if start[-1].isalpha() else ""))


def _hint(start: str) -> str:
    """The longest word of a start, in small letters."""
    return max(re.findall(r"\w+", start.lower()), key=len)


_HINTS = tuple(dict.fromkeys(map(_hint, _STARTS)))


def may_be_placeholders(texts: Texts) -> list[Text]:
    """The texts of a brief that have a word of a placeholder, or may have it disguised; in most briefs they are few."""
    found = {id(text): text for text in texts.with_any(_HINTS)}
    if _may_be_disguised(texts.joined.whole):
        found |= {id(text): text for text in texts if _may_be_disguised(text.text)}
    return list(found.values())


def may_hold_placeholders(file: str) -> bool:
    """Whether a placeholder may stand in a file of the registry, where few kinds of them are written."""
    words = file.lower()
    return "draft" in words or "write" in words or bool(_NOT_KNOWN.search(words)) or _may_be_disguised(file)


def _may_be_disguised(text: str) -> bool:
    """Whether a word may be written otherwise than it is shown."""
    if any(mark in text for mark in _MARKS) or ("&" in text and _ENTITY.search(text)):
        return True
    return not text.isascii() and bool(_DISGUISING.search(text))
