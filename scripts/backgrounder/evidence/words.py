"""Texts as sequences of words, so that two of them can be compared without regard to typography.

What editors change freely is made alike here: the style of quotation marks, apostrophes, dashes and
spaces. Everything else, capital letters and commas among it, is kept.
"""

from __future__ import annotations

import functools
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

from backgrounder.patterns import late_pattern

_ALIKE = {
    **dict.fromkeys("‘’‛ʼ′`´", "'"),
    **dict.fromkeys("“”„‟«»″‹›❝❞", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys("\u00a0\u2002\u2003\u2007\u2009\u200a\u202f\t\n", " "),
}
"""One character for one, so that places in a text stay where they are."""

_STYLED = str.maketrans("،؛؟", ",;?")
"""Marks of punctuation that Arabic letters have in another shape."""

_ODD = late_pattern(f"[{''.join(_ALIKE)}]")
_SHAPING = "\u00ad\u0640\u064b-\u0652\u0670\u200b-\u200f\u061c\u2060\ufeff"
"""Characters that shape letters or lines and are no part of what was said: soft hyphens, tatweel, harakat,
joiners and marks of direction."""
_IGNORED = late_pattern(f"[{_SHAPING}]")
_SAME_LETTER = {"ی": "ي", "ک": "ك"}
"""Letters that one keyboard writes for the other's, with the same sound and nearly the same shape."""
_CODED_OTHERWISE = late_pattern(
    f"[{_SHAPING}\u0300-\u036f\u0653-\u0655یک\u0660-\u0669\u06f0-\u06f9\ufb00-\ufb06\ufb50-\ufdff\ufe70-\ufefc\uff01-\uff5e]"
)
"""Characters that may be coded in more than one way: only a text with any of it has to be folded."""

_PRESENTED = late_pattern("[\ufb00-\ufb06\ufb50-\ufdff\ufe70-\ufefc\uff01-\uff5e]")
"""Letters coded by the shape they have in a place, and letters as wide as ideographs."""

_UNSPACED = (
    "\u2e80-\u2fdf\u3005-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u0e01-\u0eff\u1000-\u109f\u1780-\u17ff"
)
"""Scripts that write no space between words; each of their letters is taken for a word."""
_FIGURE = r"\d+(?:[.,:/]\d+)*(?:st|nd|rd|th|s|bn|m|k)?\b"
_CHANGED_CASE = r"\[[^\W\d_]\][^\W\d_]+"
"""A word of which an editor has set the first letter in another case."""
_MARK = r"\.\.\.|--+|[^\w\s\"']"
_SPACED_TOKEN = late_pattern(rf"{_FIGURE}|{_CHANGED_CASE}|[^\W_]+(?:['·][^\W_]+)*|{_MARK}")
_TOKEN = late_pattern(
    rf"{_FIGURE}|{_CHANGED_CASE}|[{_UNSPACED}]"
    rf"|(?:(?![{_UNSPACED}])[^\W_])+(?:['·](?:(?![{_UNSPACED}])[^\W_])+)*|{_MARK}"
)

_ANY_UNSPACED = late_pattern(f"[{_UNSPACED}]")
_INNER = rf"[\w{_SHAPING}\u0300-\u036f\u0653-\u0655]"
_READERS_WORD = late_pattern(
    rf"(?:(?<![\w.)])[+\-−])?(?:(?:(?<![^\W_])[A-Z]{{1,2}})?[$€£¥₹])?(?:(?<!\w)\.)?"
    rf"(?:\d{{1,3}}(?: \d\d\d)+(?!\d)|\d+)(?:[.,:/'’–‐‑\u00a0\u202f\u2009\u066b\u066c،·^-]\d+)*"
    rf"(?:[ \u00a0\u202f]?[%‰°€])?{_INNER}*(?:[‐‑-]{_INNER}+)*"
    rf"|(?:[^\W\d_]\.){{2,}}(?:[^\W\d_](?!{_INNER}))?"
    rf"|(?!\d){_INNER}+(?:['’ʼ‐‑–&@/·׳-]{_INNER}+|(?<=[א-ת])[\"״][א-ת]+)*"
)
_LONGEST_WORD = 60
_BETWEEN_WORDS = frozenset('“”„"«»()[];!?…\n\t')
_HEBREW = late_pattern(r'[א-ת]"[א-ת]')
_SIGNS = frozenset(("Mn", "Mc"))
"""Categories of the characters that are written onto the letter before them."""
_BEHIND_SPACE = frozenset("%‰°€")
"""Marks that make one word with a number in spite of a space between them."""

_LETTERS = late_pattern(r"[^\W_]+")


class Token(NamedTuple):
    """A word, or a mark of punctuation, with its place in the text."""

    text: str
    start: int
    end: int


@functools.lru_cache(maxsize=512)  # several comparisons ask for one text, one after the other
def alike(text: str) -> str:
    """Return the text with one style of quotation marks, apostrophes, dashes and spaces; every place is kept."""
    return _ODD.sub(lambda found: _ALIKE[found[0]], text)


def tokens(text: str) -> list[Token]:
    """Return the words and marks of a text, quotation marks left out; three full stops are one mark.

    The words are folded, so that one letter in two codings is one letter; the places are those in ``text``.
    """
    plain = alike(text)
    if not plain.isascii():
        plain = plain.translate(_STYLED)
    if text.isascii() or not _CODED_OTHERWISE.search(plain):
        pattern = _SPACED_TOKEN if plain.isascii() or not _ANY_UNSPACED.search(plain) else _TOKEN
        if "[" not in plain and "..." not in plain:
            return [Token(match[0], *match.span()) for match in pattern.finditer(plain)]
        return [Token(_one_mark(match[0]), *match.span()) for match in pattern.finditer(plain)]
    folded, starts, ends = _folded(plain)
    return [
        Token(_one_mark(match[0]), starts[match.start()], ends[match.end() - 1])
        for match in _TOKEN.finditer(folded)
    ]


def _one_mark(written: str) -> str:
    if written[0] == "[" and len(written) > 1:
        return written.replace("[", "").replace("]", "")
    if written[0] == "-":
        return "-"
    return "…" if written == "..." else written


def _folded(text: str) -> tuple[str, list[int], list[int]]:
    """Return the text in one coding, and where in ``text`` each of its characters starts and ends."""
    letters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    start = 0
    while start < len(text):
        end = start + 1
        while end < len(text) and unicodedata.combining(text[end]):
            end += 1
        for letter in _in_one_coding(text[start:end]):
            letters.append(letter)
            starts.append(start)
            ends.append(end)
        start = end
    return "".join(letters), starts, ends


@functools.lru_cache(maxsize=4096)
def _in_one_coding(cluster: str) -> str:
    """Return a letter with its accents in one coding; nothing for what only shapes letters."""
    form = "NFKC" if _PRESENTED.match(cluster) else "NFC"
    plain = _IGNORED.sub("", unicodedata.normalize(form, _IGNORED.sub("", cluster)))
    return "".join(
        str(unicodedata.decimal(letter)) if letter.isdecimal() else _SAME_LETTER.get(letter, letter)
        for letter in plain
    )


def in_one_coding(text: str) -> tuple[str, Sequence[int], Sequence[int]]:
    """Return the text in one typography and coding, and where each of its characters starts and ends in ``text``."""
    plain = alike(text)
    if text.isascii() or not _CODED_OTHERWISE.search(plain):
        return plain, range(len(plain)), range(1, len(plain) + 1)
    return _folded(plain)


def small_word(written: str) -> str:
    """Return a word in small letters and in one coding."""
    if written.isascii() or not _CODED_OTHERWISE.search(written):
        return written.lower()
    return _folded(written)[0].lower()


def splits_word(text: str, place: int) -> bool:
    """Tell whether a place in a text lies inside what a reader takes for one word.

    ``2,500``, ``0.5``, ``non-combat``, ``can’t``, ``U.S.``, ``$5`` and ``5 %`` are one word each; a full stop at
    the end of one may be left away. Scripts that write no spaces have no such places between their letters.
    """
    if not 0 < place < len(text):
        return False
    if _parts_letter(text, place):
        return True
    if _is_outside(text, place):
        return False
    if _is_unspaced(text[place - 1]) or _is_unspaced(text[place]):
        return False
    first = max(0, place - _LONGEST_WORD)
    for word in _READERS_WORD.finditer(text, first, min(len(text), place + _LONGEST_WORD)):
        if word.start() >= place:
            return False
        if place < word.end():
            return text[place : word.end()] != "."
    return False


def _parts_letter(text: str, place: int) -> bool:
    """Tell whether a place lies before a vowel sign or accent, or behind the sign of a word that goes on, as in Hindi."""
    behind = text[place]
    if behind <= "\u02ff":
        return False
    if unicodedata.category(behind) in _SIGNS and not _IGNORED.match(behind):
        return True
    before = text[place - 1]
    return (
        behind.isalpha()
        and before > "\u0900"
        and unicodedata.category(before) in _SIGNS
        and not _is_unspaced(behind)
    )


def _is_outside(text: str, place: int) -> bool:
    """Tell at a glance that a place is at the end of a word: a mark is there that no word has, or a space that no
    percent sign and no further thousands follow."""
    before, behind = text[place - 1], text[place]
    if before in _BETWEEN_WORDS or behind in _BETWEEN_WORDS:
        return not _HEBREW.search(text, max(0, place - 2), place + 2)
    if before == " ":
        return behind not in _BEHIND_SPACE and not (
            behind.isdigit() and text[place - 2 : place - 1].isdigit()
        )
    if behind == " ":
        further = text[place + 1 : place + 2]
        return further not in _BEHIND_SPACE and not (before.isdigit() and further.isdigit())
    return False


def whole_word(text: str, place: int) -> str:
    """Return what stands between the spaces around a place in a text, marks at its ends left out."""
    start = text.rfind(" ", 0, place) + 1
    while start > 1 and text[start].isdigit() and text[start - 2].isdigit():
        start = text.rfind(" ", 0, start - 1) + 1
    end = text.find(" ", place)
    while 0 < end < len(text) - 1 and text[end - 1].isdigit() and text[end + 1].isdigit():
        end = text.find(" ", end + 1)
    return text[start : end if end >= 0 else len(text)].strip('“”"‘’«»„,;:!?()')


def _is_unspaced(letter: str) -> bool:
    return _ANY_UNSPACED.match(letter) is not None


@functools.lru_cache(maxsize=512)
def plain_words(text: str) -> tuple[str, ...]:
    """The words of a text in small letters, hyphened and apostrophised ones taken apart, marks left out."""
    if not text.isascii():
        text = _IGNORED.sub("", unicodedata.normalize("NFC", text))
    return tuple(_LETTERS.findall(text.lower()))


def in_small_letters(text: str) -> str:
    """The text in one typography and in small letters, every place kept."""
    plain = alike(text)
    small = plain.lower()
    return small if len(small) == len(plain) else plain
