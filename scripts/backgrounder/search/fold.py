"""Words folded for search, so that one spelling finds the others.

The rules stand here once and in ``assets/site/search.js`` once more; ``tests/test_search.py`` runs both over
the same texts and compares them.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from itertools import chain

_APOSTROPHES = "'’‘`ʿʾʼ"
# Tatweel, the soft hyphen, joiners, and the marks that set a direction.
_DROPPED = "\u0640\u00ad\u200c\u200d\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_ONE_LETTER = str.maketrans(
    {
        **dict.fromkeys("ٱ", "ا"),
        **dict.fromkeys("ىیێ", "ي"),
        **dict.fromkeys("ک", "ك"),
        **dict.fromkeys("ةەھہ", "ه"),
        **dict.fromkeys("ۆ", "و"),
        **dict.fromkeys("ڕ", "ر"),
        **dict.fromkeys("ڵ", "ل"),
        **{chr(0x660 + digit): str(digit) for digit in range(10)},
        **{chr(0x6F0 + digit): str(digit) for digit in range(10)},
        **{"٫": ".", "٬": ",", "ß": "ss", "ς": "σ", "ı": "i"},
    }
)
_POSSESSIVE = re.compile(rf"(?<=[^\W_])[{_APOSTROPHES}]s(?![^\W_])")
_IDLE = re.compile(rf"[{_APOSTROPHES}{_DROPPED}]")
_MARKS = re.compile(r"[^\x00-\x7f]")
_WORD = re.compile(r"[^\W_]+(?:(?<=[0-9])[.,](?=[0-9])[^\W_]+)*")
_ARTICLES = frozenset({"al", "el"})
_MOST_REMEMBERED = 1_000_000


def fold_words(text: str) -> list[str]:
    """The words of ``text`` in order, folded: without case, accents, articles, possessives and plurals,
    the variants of a letter in Arabic, Kurdish and Persian as one, digits of any script as ASCII."""
    words = list(chain.from_iterable(map(_FOLDED.__getitem__, text.split())))
    if "al" in words or "el" in words:
        last = len(words) - 1
        return [word for place, word in enumerate(words) if place == last or word not in _ARTICLES]
    return words


def count_words(texts: Sequence[str]) -> dict[str, int]:
    """How often each word occurs in ``texts``, as ``fold_words`` gives those of each.

    What stands between two spaces is counted first, so that each is folded once, however often it occurs.
    """
    words: dict[str, int] = {}
    so_far = words.get
    for chunk, count in Counter(" ".join(texts).split()).items():
        for word in _FOLDED[chunk]:
            words[word] = so_far(word, 0) + count
    if articles := _ARTICLES & words.keys():
        last = list(map(_last_word, texts))
        for article in articles:
            words[article] = last.count(article)
            if not words[article]:
                del words[article]
    return words


def _last_word(text: str) -> str:
    mostly = [word for chunk in text.rsplit(None, 1)[-1:] for word in _FOLDED[chunk]]
    if mostly:
        return mostly[-1]
    return next((words[-1] for chunk in reversed(text.split()) if (words := _FOLDED[chunk])), "")


class _Folded(dict[str, tuple[str, ...]]):
    """What stands between two spaces, with the words in it; each is folded once."""

    def __missing__(self, chunk: str) -> tuple[str, ...]:
        if len(self) >= _MOST_REMEMBERED:
            self.clear()
        words = self[chunk] = tuple(map(_stem, _WORD.findall(_plain(chunk))))
        return words


_FOLDED = _Folded()


def _plain(chunk: str) -> str:
    """``chunk`` with one form for each letter, and nothing that search takes no notice of."""
    lower = chunk.lower() if chunk.isascii() else _without_marks(unicodedata.normalize("NFKD", chunk).lower())
    lower = _POSSESSIVE.sub("", lower)
    return _IDLE.sub("", lower).translate(_ONE_LETTER)


def _without_marks(text: str) -> str:
    return _MARKS.sub(lambda found: "" if unicodedata.category(found[0])[0] == "M" else found[0], text)


def _stem(word: str) -> str:
    """``word`` without the plural of English and the article of Arabic."""
    if word.startswith("ال") and len(word) >= 5:
        return word[2:]
    if len(word) > 3 and word[-1] == "s" and word.isascii() and word.isalpha() and word[-2] not in "siu":
        return word[:-1]
    return word
