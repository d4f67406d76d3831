"""The values of numbers, in digits or in words, by the rules of its language."""

from __future__ import annotations

import functools
import itertools
import re
import unicodedata
from collections.abc import Iterator, Sequence

from backgrounder.evidence.languages import Language
from backgrounder.evidence.languages.quantities import quantities_of
from backgrounder.patterns import late_pattern

NUMBER = (
    r"(?:\d{1,3}(?:(?P<mark>[,.'\u00a0\u066c])\d{3})(?:(?P=mark)\d{3})*(?:[.,\u066b]\d+)?"
    r"|\d+(?:[.,\u066b]\d+)?|(?<![\w.,])[.\u066b]\d+)(?!\d)"
)
"""A number in digits, with the marks of any country. Spaces between thousands come as no-break spaces."""
SHORT_SCALES = {"k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "tn": 1e12}

_OTHER_DIGIT = late_pattern(r"(?![0-9])\d")
_LONGEST_PHRASE = 4
_NO_BREAK = late_pattern("[\u00a0\u202f\u2009]")
_PLAIN_SPACE = late_pattern(r"(?<![\d.,])(?=\d{1,3} \d{3}(?!\d))\d{1,3}(?: \d{3})+(?!\d)")
_WORD = late_pattern(r"[^\W\d_]+")


def in_western_digits(plain: str, text: str, language: Language | None) -> str:
    """The text with Western digits and no-break spaces between thousands; every place is kept."""
    if not text.isascii():
        plain = _OTHER_DIGIT.sub(lambda found: str(unicodedata.decimal(found[0])), plain)
        for found in _NO_BREAK.finditer(text):
            place = found.start()
            if plain[place - 1 : place].isdigit() and plain[place + 1 : place + 4].isdigit():
                plain = f"{plain[:place]}\u00a0{plain[place + 1 :]}"
    if language and any(mark.isspace() for mark in language.thousands):
        plain = _PLAIN_SPACE.sub(lambda found: found[0].replace(" ", "\u00a0"), plain)
    return plain


def readings(digits: str, language: Language | None) -> frozenset[float]:
    """Return the values of a number in digits; more than one where the language is not known."""
    if digits.isdigit():
        return frozenset({float(digits)})
    plain = re.sub(r"['\u00a0\u066c]", "", digits).replace("\u066b", ".")
    if language is None:
        return frozenset({*_read(plain, ",", "."), *_read(plain, ".", ",")})
    decimal = language.decimal if language.decimal in ".," else "."
    return frozenset(_read(plain, ",." if decimal == "." else ".,", decimal)) or frozenset(
        _read(plain, ",", ".")
    )


def _read(plain: str, thousands: str, decimal: str) -> Iterator[float]:
    """The number with one mark between thousands and the other before decimals."""
    if _in_thousands(thousands[0], decimal).fullmatch(plain):
        yield float(plain.replace(thousands[0], "").replace(decimal, "."))
    elif plain.count(".") + plain.count(",") > 1:
        yield float(re.sub(r"[.,]", "", plain))
    else:
        yield float(plain.replace(",", "."))


@functools.lru_cache(maxsize=8)
def _in_thousands(mark: str, decimal: str) -> re.Pattern[str]:
    return re.compile(rf"\d{{1,3}}(?:{re.escape(mark)}\d{{3}})+(?:{re.escape(decimal)}\d+)?")


def spelled(words: Sequence[str], language: Language) -> float:
    """The value of a number in words: "two hundred and fifty thousand"."""
    total, current, last = 0.0, 0.0, 1.0
    phrases = list(_in_phrases(words, language))
    for word, behind in itertools.zip_longest(phrases, phrases[1:], fillvalue=""):
        if word in language.scales and language.scales[word] >= 1_000:
            last = language.scales[word]
            total += (current or 1) * last
            current = 0
        elif word in language.scales:
            current = (current or 1) * language.scales[word]
        elif word == "half" or language.numbers.get(word) == 1 / 2:
            is_of_last = total and not current and behind not in language.scales
            current += 0.5 * last if is_of_last else 0.5
        elif word in language.numbers:
            current += language.numbers[word]
        elif not current and word in ("a", "an"):
            current = 1 if not total else 0
    return total + current


def _in_phrases(words: Sequence[str], language: Language) -> Iterator[str]:
    """The words of a number, those together that mean something else together: quatre vingts, أحد عشر."""
    start = 0
    while start < len(words):
        longest = min(_LONGEST_PHRASE, len(words) - start)
        joined = (" ".join(words[start : start + length]) for length in range(longest, 1, -1))
        phrase = next((item for item in joined if item in language.numbers), words[start])
        yield phrase
        start += phrase.count(" ") + 1


def parts_of_compound(word: str, language: Language) -> list[str]:
    """The number words in one: "fünfunddreißig" is fünf and dreißig; none where it is no such word."""
    known = sorted({*language.numbers, *language.scales}, key=len, reverse=True)
    joint = quantities_of(language.tag).number_and
    parts: list[str] = []
    while word:
        found = next((item for item in known if len(item) > 2 and word.startswith(item)), "")
        if not found:
            if parts and joint and word.startswith(joint):
                word = word[len(joint) :]
                continue
            return []
        parts.append(found)
        word = word[len(found) :]
    return parts


def words_of(text: str) -> list[str]:
    """The words of a number, hyphened ones taken apart."""
    return _WORD.findall(text)
