"""Plain forms of names, by which different spellings of one name are found to be one.

Arabic names reach a desk in many Latin spellings: Hussein, Hussain, Husayn. They agree in their consonants,
or in letters that stand for one Arabic consonant, and in the kind of their vowels. Names that agree in the
consonants alone are other names: Hassan is not Hussein, Amir is not Omar.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from backgrounder.patterns import late_pattern

_ARABIC = str.maketrans(
    {"أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه", "ؤ": "و", "ئ": "ي"}
)
_ARTICLE = late_pattern(r"\b(?:al|el|the|ال)[\s-]+|^ال")
_NUMERAL = late_pattern(r"(?=.)x{0,3}(?:ix|iv|v?i{0,3})")
_SHORT_FORM = 5


def plain(name: str) -> str:
    """A name without case, accents, articles, punctuation and doubled letters."""
    decomposed = unicodedata.normalize("NFKD", name.translate(_ARABIC))
    letters = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    if name.isupper() and len(name) <= _SHORT_FORM:
        return letters  # IS and is, US and us are not the same
    words = _ARTICLE.sub("", letters.casefold().replace("’", "").replace("'", ""))
    return " ".join(_undoubled(word) for word in re.sub(r"[\W_]+", " ", words).split())


def _undoubled(word: str) -> str:
    """Numbers keep their letters: the second is not the first."""
    return word if _NUMERAL.fullmatch(word) else re.sub(r"([^\W\d])\1", r"\1", word)


class Sound(NamedTuple):
    """A name as it is heard."""

    consonants: str
    """With a dot for each run of vowels."""
    vowels: tuple[str, ...]
    """The kind of each run, in the words of ``_AGREE``."""


_ONE_CONSONANT = (
    *((r"\babd[ue]l\b", "abd"), (r"(?<=[aeiou])h\b", ""), (r"(?<=[bt])re\b", "er"), (r"c(?=[ei])", "s")),
    *(("ph", "f"), ("kh", "k"), ("gh", "g"), ("dh", "s"), ("th", "t"), ("q", "k"), ("c(?!h)", "k")),
    ("z", "s"),
)
_VOWELS = late_pattern(r"(?:[aeiou]|(?<=[aeiou])[wy]|y(?![aeiou]))+")

_AGREE = {"a": "ae", "e": "aeid", "i": "eid", "d": "eid", "u": "u", "w": "w"}
"""The kinds of vowels that stand for one another: a, e, i, the ai of Hussain, u and o, the au of Saud."""


def sound(name: str) -> Sound:
    """How a plain name is heard. Numerals and single letters, as in Brigade A, are no spellings."""
    name = re.sub(r"\w+", lambda found: _as_sign(found[0]), name)
    for written, heard in _ONE_CONSONANT:
        name = re.sub(written, heard, name)
    return Sound(_VOWELS.sub("·", name), tuple(_kind(run) for run in _VOWELS.findall(name)))


def _as_sign(word: str) -> str:
    return word.upper() if len(word) == 1 or _NUMERAL.fullmatch(word) else word


def _kind(run: str) -> str:
    if run[0] in "ou":
        return "u"
    if run[0] == "i" or run[0] == "y":
        return "i"
    if len(run) == 1:
        return run
    return "w" if run[1] in "uwo" else "d"


def is_one_sound(one: Sound, other: Sound) -> bool:
    """Whether two names can be spellings of one."""
    if one.consonants != other.consonants or not re.search(r"[^\W\d]{2}|·", one.consonants):
        return False
    return all(vowel in _AGREE[beside] for vowel, beside in zip(one.vowels, other.vowels, strict=True))
