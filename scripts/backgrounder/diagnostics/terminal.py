"""How text comes out on a terminal: its width in columns, what may be shown, and which way it runs.

What an analyst pastes holds tabs, wide letters, marks that stand on others, letters that nobody sees,
and text that runs from right to left. A line below another only lines up where all of these are known.
"""

from __future__ import annotations

import itertools
import unicodedata

from backgrounder.patterns import late_pattern

_TAB = "    "
_BIDI_CONTROLS = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
_RIGHT_TO_LEFT = late_pattern(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
"""The blocks that Unicode keeps for scripts such as Hebrew, Arabic and Syriac."""

_JOINERS = "\u200c\u200d"
"""They decide the shapes of the letters around them, as in می‌خواهم; beside Latin letters they do nothing."""

UNSHOWN = "�"


def visible(text: str) -> str:
    """The text as it may be shown: what could steer a terminal or reorder the text stands as �."""
    return "".join(UNSHOWN if is_steering(character) else character for character in text).replace("\t", _TAB)


def revealed(text: str) -> str:
    """As ``visible``, and letters that nobody sees stand as � too, because they may be what is wrong."""
    before = itertools.chain(" ", text)
    return visible(
        "".join(
            UNSHOWN if _is_unseen(character, last) else character
            for last, character in zip(before, text, strict=False)
        )
    )


def width(text: str) -> int:
    """Columns that ``text`` takes: tabs as four, wide characters as two, marks and joiners as none."""
    return len(text) if text.isascii() and text.isprintable() else sum(map(_character_width, text))


def head(text: str, columns: int) -> str:
    """As much of the start of ``text`` as these columns hold."""
    return text[: _fitting(text, columns)]


def tail(text: str, columns: int) -> str:
    """As much of the end of ``text`` as these columns hold; it starts with a letter, not with a mark on one."""
    kept = text[len(text) - _fitting(text[::-1], columns) :]
    return "".join(itertools.dropwhile(lambda character: not _character_width(character), kept))


def runs_right_to_left(text: str) -> bool:
    """Whether some of it does, so that a terminal may show it in another order than it is kept in."""
    return not text.isascii() and bool(_RIGHT_TO_LEFT.search(text))


def is_steering(character: str) -> bool:
    """Whether a terminal would act on a character, or order others by it, rather than show it."""
    if character == "\t":
        return False
    return (
        unicodedata.category(character) in ("Cc", "Cs", "Cn", "Zl", "Zp")
        or unicodedata.bidirectional(character) in _BIDI_CONTROLS
        or character == "\ufeff"
        or "\U000e0000" <= character <= "\U000e007f"
    )


def _is_unseen(character: str, before: str) -> bool:
    is_of_use = character in _JOINERS and not before.isascii()
    return unicodedata.category(character) == "Cf" and not is_of_use


def _fitting(text: str, columns: int) -> int:
    """How many characters from the start these columns hold."""
    taken = itertools.accumulate(map(_character_width, text))
    return sum(1 for _ in itertools.takewhile(lambda total: total <= columns, taken))


def _character_width(character: str) -> int:
    if character == "\t":
        return len(_TAB)
    if is_steering(character):
        return 1
    if unicodedata.combining(character) or unicodedata.category(character) in ("Cf", "Me", "Mn"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1
