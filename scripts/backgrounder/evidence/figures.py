"""Figures in a text: counts, sums, percentages and fractions, in digits or in words, with what they measure.

A figure has its value, its unit or currency, what bounds it ("more than") and the trend it is told of
("rose"). Left out are dates, years, times of day, and numbers that are part of a name (COVID-19, Route 66).
"""

from __future__ import annotations

import bisect
import functools
import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from backgrounder.evidence.languages import Language
from backgrounder.evidence.languages.english import ENGLISH
from backgrounder.evidence.languages.quantities import Quantities, quantities_of
from backgrounder.evidence.numerals import (
    NUMBER,
    SHORT_SCALES,
    in_western_digits,
    parts_of_compound,
    readings,
    spelled,
    words_of,
)
from backgrounder.evidence.words import in_small_letters, plain_words
from backgrounder.patterns import alternatives, late_pattern

PERCENT, POINTS, FRACTION, ORDINAL = "%", "points", "fraction", "ordinal"
_DESK_COUNTS = 12
_NEAR = 80
"""How far behind a figure what it counts may stand."""
_VULGAR = {"½": 1 / 2, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 1 / 4, "¾": 3 / 4, "⅛": 1 / 8}

_DIGIT = late_pattern(r"[\d½⅓⅔¼¾⅛]")
_RUN = late_pattern(r"[\d.,][\d.,:/'\u00a0\u066b\u066c-]*")
_NUMBER = late_pattern(NUMBER)
_NO_NUMBER = late_pattern(
    r"\d{4}-\d{2}(?:-\d{2})?[.,]?|\d{1,3}:\d.*|\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d{2})[.,]?|\d+(?:[./:]\d+){3,}|\d+(?:\.\d{1,2}){2,}"
)
_SLASHED = late_pattern(r"(\d{1,2})/(\d{1,2})(?![\d/])")
_ONE_IN = late_pattern(r"\d (?:in|out of) (?:every )?(?:\d|ten)")
_TIME_BEHIND = late_pattern(r" ?(?:[ap]\.?m\b|gmt\b|utc\b|h\b|o'clock)")
_ORDINAL_BEHIND = late_pattern(r"(?:st|nd|rd|th|s|er|e|ème|ère)\b")
_LABEL = late_pattern(
    r"\b(?:paragraphs?|pages?|articles?|sections?|chapters?|resolution|route|number|no\.|phase|part|point|item"
    r"|question|table|figure|flight|room|channel|level|version|source)\s+\Z"
)
_YEAR = late_pattern(r"(?:1[5-9]|20)\d\d")
_SIGN_BEFORE = late_pattern(
    r"(?:(?<![^\W\d_])(?:us|a|au|c|ca|nz|hk|s)?\$|[€£¥₹₽₺₪₩]|\b(?:usd|eur|gbp|jpy|chf|aud|cad)(?![^\W\d_])|\brs\.?) ?\Z"
)
_LETTER_BEFORE = late_pattern(r"[^\W\d_]-?\Z")
_NEXT_WORDS = late_pattern(r"[\s-]*((?:[^\W\d_][\w'-]*\s+){0,3}[^\W\d_][\w'-]*)")
_NO_NOUNS = frozenset(
    (
        "and or but of the a an in on at to from by for with as is are was were be been has have had "
        "will would who that which than then now not no more other such only still also it its their "
        "his her they them he she less fewer while against"
    ).split()
)


class Figure(NamedTuple):
    """A number in a text, with its place."""

    start: int
    end: int
    shown: str
    values: frozenset[float]
    """All it may stand for: 2.500 is two and a half, or two and a half thousand."""
    span: tuple[float, float] | None
    """For "dozens" and its like: from where to where."""
    is_small_word: bool
    """A small number in words, which is often a count that the writer made: "both", "the two sides"."""
    nouns: tuple[str, ...]
    """The next words, small: "people" of "35 people"."""
    unit: str = ""
    """The thing measured, alike in every language: ``km``, ``dollar``, ``%``; a rate after a space: ``barrel day``."""
    bound: str = ""
    """``more``, ``at least``, ``less``, ``at most``, or ``about``."""
    bound_shown: str = ""
    """How the text says that."""

    @property
    def is_percent(self) -> bool:
        return self.unit == PERCENT


class _Forms:
    """The patterns of one language."""

    def __init__(self, language: Language) -> None:
        words = quantities_of(language.tag)
        self.language, self.words = language, words
        self.percent = {
            **dict.fromkeys(words.points, POINTS),
            **dict.fromkeys((*words.percent, "%"), PERCENT),
        }
        scales = {word: scale for word, scale in language.scales.items() if len(word) > 1}
        self.scales = {**scales, **SHORT_SCALES}
        long_scales = alternatives(scales)
        self.scale = re.compile(
            rf"[\s-]?(?P<scale>{long_scales}|bn|tn|mn|[mk])(?![^\W\d_])(?:(?<=rd|io|sd|md)\.)?"
            if scales
            else r"(?P<scale>bn|mn)(?!\w)"
        )
        units = {**words.units, **self.percent}
        self.units = units
        rates = alternatives({word: 0 for word in words.units if word[0].isalpha()})
        per = (
            f"(?: of [a-z]+)?(?:/| (?:{alternatives(words.per)}) )(?P<rate>{rates})(?!\\w)"
            if words.per
            else "(?P<rate>(?!))"
        )
        self.unit = re.compile(rf"(?:\sd(?:'|e\s)|[\s-])?(?P<unit>{alternatives(units)})(?![\w$])(?:{per})?")
        self.bound = (
            re.compile(
                rf"(?:^|(?<=[\s(,;\"-]))(?P<bound>{alternatives([*words.comparators, *words.about])})\s?\Z"
            )
            if words.comparators
            else None
        )
        bounds = (*words.comparators, *words.about)
        self.bound_ends = tuple({phrase.split()[-1] for phrase in bounds})
        """How what is before a bounded figure may end: quicker to look for."""
        self.bound_behind = (
            re.compile(rf"(?:\+|-?\s?(?P<bound>{alternatives(words.behind)})\b)") if words.behind else None
        )
        self.months = alternatives(language.months)
        month = rf"(?:{self.months})(?![^\W\d_])"
        self.date_behind = re.compile(
            rf"\.?(?:st|nd|rd|th|er)?(?: ?- ?\d{{1,2}}\.?| (?:{alternatives(words.joins)}) \d{{1,2}}\.?)?(?: of| de)? {month}"
        )
        self.date_before = re.compile(
            rf"(?<!\w){month}\.? (?:\d{{1,2}} ?- ?|\d{{1,2}} (?:{alternatives(words.joins)}) )?\Z"
        )
        self.spelled = self._spelled(long_scales) if language.numbers else None
        self.number_words = re.compile(alternatives([*language.numbers, *scales, "half", "an", "a"]))
        self.fraction = self._fraction() if words.fractions else None
        self.join = (
            re.compile(rf"\s?(?:-|(?:{alternatives(words.joins)})(?=\s))\s?(?:[$€£¥]|us\$)?")
            if words.joins
            else None
        )
        self.hints = frozenset(
            [
                *(word for word in language.numbers if len(word) > 1),
                *(item for word in (*scales, *words.vague, *words.fractions) for item in words_of(word)),
            ]
        )  # fmt: skip

    def _spelled(self, scales: str) -> re.Pattern[str]:
        """A number in words: a number word or "a million", then further ones."""
        numbers = alternatives(word for word in self.language.numbers if len(word) > 1)
        joint = self.words.number_and
        has_half = "half" in self.words.fractions
        further = rf"{numbers}|{scales}" + ("|half" if has_half else "")
        first = numbers + rf"|an?(?=\s(?:{scales})(?!\w))"
        if has_half:
            first += rf"|half(?=[\s-](?:an?\s)?(?:{scales})(?!\w))"
        vague = alternatives(self.words.vague) or "(?!)"
        return re.compile(
            rf"(?<!\w)(?:(?P<words>(?:{first}|{scales})(?:[\s-](?:{joint}\s?)?(?:an?\s)?(?:{further})(?!\w))*)"
            rf"|(?P<vague>{vague}))(?!\w)"
        )

    def _fraction(self) -> re.Pattern[str]:
        """ "two-thirds", "a quarter of", "one in three", "two out of five", "half of"."""
        parts = alternatives(word for word in self.words.fractions if word not in ("half", "halves"))
        words = "one|two|three|four|five|six|seven|eight|nine|ten"
        few = f"{words}|twenty|hundred|\\d{{1,3}}"
        return re.compile(
            rf"(?<![\w.,])(?:(?P<count>one|two|three|four|five|seven|nine|an?)[\s-](?P<part>{parts})(?!\w)"
            r"|(?P<half>(?:one[\s-])?half(?= (?:of|the|its|their|all|his|her|our|those|these)\b)|one[\s-]half)"
            rf"|(?P<few>{few}) (?P<out>out of|in) (?:every )?(?P<many>{few})(?!\w)"
            rf"|(?P<some>{words}) of (?:the|its|their) (?P<all>{words})(?!\w))"
        )


@functools.lru_cache(maxsize=16)
def _forms_by_tag(tag: str) -> _Forms:
    from backgrounder.evidence.languages import language_of

    return _Forms(language_of(tag) or Language(
        tag="", name="", marks=(), verbs=(), according=(), pronouns={}, negations=frozenset(), conditions=(),
        modals=frozenset(), months={}, weekdays={}, numbers={}, scales={},
    ))  # fmt: skip


def figures(text: str, language: Language | None = ENGLISH) -> list[Figure]:
    """The figures of a text, in reading order; those in digits alone where the language has no rules."""
    forms = _forms_by_tag(language.tag if language else "")
    has_digits = _DIGIT.search(text) is not None
    has_words = not forms.hints.isdisjoint(plain_words(text)) or forms.words.has_compounds
    if not has_digits and not has_words:
        return []
    plain = in_western_digits(in_small_letters(text), text, language)
    found: list[Figure] = []
    if forms.fraction and (has_words or _ONE_IN.search(text)):
        found += _fractions(plain, text, forms)
    if has_digits:
        found += _vulgar(plain, text, forms)
        found += _apart(found, _in_digits(plain, text, forms, language))
    if has_words and forms.spelled:
        found += _apart(found, _in_words(plain, text, forms))
    if has_words and forms.words.has_compounds:
        found += _apart(found, _compounds(plain, text, forms))
    found.sort(key=lambda figure: figure.start)
    return list(_joined(found, plain, forms))


def _apart(found: list[Figure], further: Iterable[Figure]) -> list[Figure]:
    """The further figures that stand in no place of one that was found before."""
    taken = sorted((figure.start, figure.end) for figure in found)
    starts = [start for start, _ in taken]
    furthest = list(itertools.accumulate((end for _, end in taken), max, initial=0))
    return [figure for figure in further if furthest[bisect.bisect_left(starts, figure.end)] <= figure.start]


def _in_digits(plain: str, text: str, forms: _Forms, language: Language | None) -> Iterator[Figure]:
    for run in _RUN.finditer(plain):
        written = run[0].rstrip(".,")
        if not written or (not written.isdigit() and _NO_NUMBER.fullmatch(written)):
            continue
        if _is_part_of_name(plain, run.start()):
            continue
        if "/" in written and (slashed := _SLASHED.fullmatch(written)):
            if 0 < int(slashed[1]) < int(slashed[2]) <= 10:
                value = int(slashed[1]) / int(slashed[2])
                yield _figure(
                    plain, text, run.start(), run.start() + slashed.end(), {value}, forms, unit=FRACTION
                )
            continue
        for number in _NUMBER.finditer(plain, run.start(), run.end()):
            if not _is_no_figure(plain, number.start(), number.end(), forms):
                yield _measured(plain, text, number, forms, language)


def _vulgar(plain: str, text: str, forms: _Forms) -> Iterator[Figure]:
    """Fractions of one sign: "3½", "¾ of"."""
    for sign, value in _VULGAR.items():
        for found in re.finditer(rf"(?:(\d+)\s?)?{sign}", plain) if sign in plain else ():
            unit = "" if found[1] else FRACTION
            yield _figure(plain, text, *found.span(), {int(found[1] or 0) + value}, forms, unit=unit)


def _is_part_of_name(plain: str, start: int) -> bool:
    """Whether a letter stands at once before digits, as in G7 and COVID-19."""
    if not start or plain[start - 1].isspace():
        return False
    before = plain[max(0, start - 6) : start]
    return _LETTER_BEFORE.search(before) is not None and not _SIGN_BEFORE.search(before)


def _measured(
    plain: str, text: str, number: re.Match[str], forms: _Forms, language: Language | None
) -> Figure:
    """The figure of a number in digits, with the scale behind it."""
    end = number.end()
    values = readings(number[0], language)
    if scale := forms.scale.match(plain, end):
        end = scale.end()
        factor = forms.scales.get(scale["scale"], 1)
        values = frozenset(value * factor for value in values)
    return _figure(plain, text, number.start(), end, values, forms)


def _figure(
    plain: str,
    text: str,
    start: int,
    end: int,
    values: Iterable[float],
    forms: _Forms,
    unit: str = "",
    span: tuple[float, float] | None = None,
    is_small: bool = False,
) -> Figure:
    """A figure with the unit and the bounds around it."""
    nouns = _nouns(plain[end : end + _NEAR])
    before = plain[max(0, start - 6) : start]
    if not unit and (sign := _SIGN_BEFORE.search(before)):
        start -= len(sign[0])
        unit = forms.words.units.get(sign[0].strip().rstrip("."), "dollar")
    elif not unit and (behind := forms.unit.match(plain, end)):
        nouns = _nouns(plain[end + 1 : end + _NEAR]) if not plain[end : end + 1].isspace() else nouns
        unit, end = _unit(behind, forms)
        nouns = () if unit in (PERCENT, POINTS) else nouns
        nouns = nouns or _nouns(plain[end : end + _NEAR])
    bound, said, end = _bound(plain, start, end, unit, forms)
    shown = " ".join(text[start:end].split())
    return Figure(start, end, shown, frozenset(values), span, is_small, nouns, unit, bound, said)


def _unit(behind: re.Match[str], forms: _Forms) -> tuple[str, int]:
    """The unit that was found, with its rate, and where it ends."""
    unit = forms.units[" ".join(behind["unit"].split())]
    if behind["rate"] and " " not in unit and unit not in (PERCENT, POINTS):
        rate = forms.units[" ".join(behind["rate"].split())]
        return f"{unit} {'h' if rate == 'hour' else rate}", behind.end()
    return unit, behind.end("unit")


_OF_TIME = frozenset(("second", "minute", "hour", "day", "week", "month", "year", "decade", "century"))


def _bound(plain: str, start: int, end: int, unit: str, forms: _Forms) -> tuple[str, str, int]:
    """Return the bound of a figure, how the text says it, and where the figure ends with that."""
    if not forms.bound:
        return "", "", end
    first = max(0, start - 32)
    behind_bound = plain[first : start - 1 if plain[start - 1 : start].isspace() else start]
    if behind_bound.endswith(forms.bound_ends) and (before := forms.bound.search(plain, first, start)):
        said = before["bound"]
        bound = forms.words.comparators.get(" ".join(said.split()), "about")
        if said in ("over", "under", "passed", "to", "some") and unit in _OF_TIME:
            bound = ""  # "rose over 5 years" is during them
        return bound, said, end
    behind = forms.bound_behind.match(plain, end) if forms.bound_behind else None
    if behind:
        said = behind["bound"] or "+"
        return forms.words.behind.get(" ".join(said.split()), "at least"), said, end
    return "", "", end


def _is_no_figure(plain: str, start: int, end: int, forms: _Forms) -> bool:
    """Whether digits are part of a date, a time, a name, an ordinal or a label."""
    before, behind = plain[max(0, start - 24) : start], plain[end : end + 30]
    if _is_part_of_name(plain, start):
        return True
    if forms.date_behind.match(behind) or _TIME_BEHIND.match(behind):
        return True
    if _ORDINAL_BEHIND.match(behind) or (before[-1:].isspace() and _LABEL.search(before)):
        return True
    digits = plain[start:end]
    if len(digits) <= 2 and forms.date_before.search(before):
        return True
    if (
        len(digits) == 4
        and _YEAR.fullmatch(digits)
        and not forms.unit.match(plain, end)
        and not _SIGN_BEFORE.search(before)
    ):
        return not _counts(plain, end)
    return False


def _in_words(plain: str, text: str, forms: _Forms) -> Iterator[Figure]:
    assert forms.spelled
    for match in forms.spelled.finditer(plain):
        start, end = match.span()
        if match["vague"]:
            yield _figure(plain, text, start, end, (), forms, span=forms.words.vague[match["vague"]])
            continue
        words = forms.number_words.findall(match["words"])
        value = spelled(words, forms.language)
        if not _is_ordinal_after(plain, end):
            is_small = value <= _DESK_COUNTS and forms.scales.keys().isdisjoint(words)
            yield _figure(plain, text, start, end, {value}, forms, is_small=is_small)


def _is_ordinal_after(plain: str, end: int) -> bool:
    """Whether a number word is the start of an ordinal, or of a time of day."""
    return (
        re.match(r"-(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)\b| o'clock", plain[end:])
        is not None
    )


def _compounds(plain: str, text: str, forms: _Forms) -> Iterator[Figure]:
    for word in re.finditer(r"(?<![\w-])[^\W\d_]{5,}(?![\w-])", plain):
        parts = parts_of_compound(word[0], forms.language)
        if len(parts) > 1:
            value = spelled(parts, forms.language)
            yield _figure(plain, text, *word.span(), {value}, forms, is_small=value <= _DESK_COUNTS)


def _fractions(plain: str, text: str, forms: _Forms) -> Iterator[Figure]:
    """Fractions in words; "three of the five" and the like are two counts as well."""
    assert forms.fraction
    for match in forms.fraction.finditer(plain):
        value = _fraction_value(match, plain, forms)
        if not value:
            continue
        is_small = bool(match["half"] or match["some"])
        yield _figure(plain, text, *match.span(), {value}, forms, unit=FRACTION, is_small=is_small)
        for name in ("few", "many", "some", "all"):
            if match[name]:
                count = {_small(match[name], forms)}
                yield _figure(plain, text, *match.span(name), count, forms, is_small=True)


def _fraction_value(match: re.Match[str], plain: str, forms: _Forms) -> float:
    """The value of a fraction in words, 0 where the words mean something else ("a third round")."""
    if match["half"]:
        return 0.5
    if match["some"]:
        number, many = _small(match["some"], forms), _small(match["all"], forms)
        return number / many if number < many else 0
    count = match["count"] or match["few"]
    number = 1.0 if count in ("a", "an") else _small(count, forms)
    if match["few"]:
        many = _small(match["many"], forms)
        is_part = match["out"] == "out of" or many == 10 or (number == 1 and many < 10)
        return number / many if is_part and 0 < number < many else 0
    part = match["part"]
    if number == 1 and not part.endswith("s"):
        after = plain[match.end() : match.end() + 24]
        if "-" not in match[0] and not re.match(
            r"(?: (?:of|more|less|fewer|higher|lower)\b|\s*[,.;)]|\Z)", after
        ):
            return 0
    return number / forms.words.fractions[part]


def _small(word: str, forms: _Forms) -> float:
    return float(word) if word.isdigit() else forms.language.numbers.get(word, forms.scales.get(word, 0.0))


def _joined(found: list[Figure], plain: str, forms: _Forms) -> Iterator[Figure]:
    """The figures; the first end of a range takes its unit and its scale from the second."""
    for number, figure in enumerate(found):
        follower = found[number + 1] if number + 1 < len(found) else None
        leader = found[number - 1] if number else None
        if follower and forms.join and _is_range(figure, follower, plain, forms):
            yield _with_end(figure, follower, plain)
        elif (
            leader
            and forms.join
            and _is_range(leader, figure, plain, forms)
            and leader.unit
            and not figure.unit
        ):
            is_same = not figure.nouns or figure.nouns == leader.nouns
            yield figure._replace(unit=leader.unit) if is_same else figure
        else:
            yield figure


def _is_range(first: Figure, second: Figure, plain: str, forms: _Forms) -> bool:
    assert forms.join
    between = plain[first.end : second.start]
    return len(between) < 12 and forms.join.fullmatch(between) is not None


def spans(found: Sequence[Figure], text: str, language: Language | None) -> Iterator[tuple[int, int]]:
    """Yield where each figure starts and ends that may not be quoted in part: with its sign, and both ends of a range."""
    forms = _forms_by_tag(language.tag if language else "")
    plain = in_small_letters(text)
    for figure in found:
        if figure.unit != FRACTION or not figure.is_small_word or len(figure.shown.split()) <= _LONGEST_HALF:
            yield figure.start - _sign_before(plain, figure.start, forms), figure.end
    for first, second in itertools.pairwise(found):
        if second.start >= first.end and _is_one(first, second, plain, forms):
            yield first.start, second.end


_LONGEST_HALF = 2
"""In words: "one half". What is longer, "three of the five", is two counts, each whole by itself."""


def _sign_before(plain: str, start: int, forms: _Forms) -> int:
    """How many characters a word such as "minus" takes in front of a figure."""
    before = plain[max(0, start - 12) : start]
    word = before.split()[-1] if before.endswith(" ") and before.strip() else ""
    return len(before) - before.rindex(word) if word and word in forms.words.minus else 0


def _is_one(first: Figure, second: Figure, plain: str, forms: _Forms) -> bool:
    """Tell whether two figures make one: a range, or a fraction with what it is of, "a quarter of a million".

    Two numbers with "and" between them are a range only behind "between".
    """
    between = plain[first.end : second.start].split()
    if first.unit == FRACTION and forms.scale.search(f" {second.shown.lower()}"):
        return not between or (len(between) == 1 and between[0] in forms.language.prepositions)
    if not forms.join or not _is_range(first, second, plain, forms):
        return False
    opening = plain[max(0, first.start - 16) : first.start].split()
    return (
        not between
        or between[0] != forms.words.number_and
        or bool(opening and opening[-1] in forms.words.between)
    )


def _with_end(figure: Figure, end: Figure, plain: str) -> Figure:
    values = figure.values
    if figure.values and max(figure.values) < 1_000 <= max(end.values, default=0):
        digits = re.match(r"\D*([\d.,]+)", plain[end.start : end.end])
        shown = max(readings(digits[1].strip(".,"), None)) if digits else max(end.values)
        factor = max(end.values) / shown if shown else 1
        if factor >= 1_000:
            values |= {value * factor for value in figure.values}
    has_own = bool(figure.unit or figure.nouns)
    return figure._replace(
        values=values,
        unit=figure.unit if has_own else end.unit if end.unit != FRACTION else "",
        nouns=figure.nouns or end.nouns,
    )


def _counts(text: str, end: int) -> bool:
    """Whether what looks like a year is followed by what it counts, as in "2000 troops"."""
    return (
        re.match(
            r"\s+(?:[^\W\d_]+\s+)?(?:troops|people|soldiers|men|women|homes|jobs|deaths|cases|votes)",
            text[end:],
        )
        is not None
    )


def _nouns(after: str) -> tuple[str, ...]:
    """Return the words for the things counted, as far as the words behind a figure show: "american", "troops"."""
    found = _NEXT_WORDS.match(after)
    if not found:
        return ()
    words = found[1].replace("-", " ").split()
    return tuple(itertools.takewhile(lambda word: word not in _NO_NOUNS, words))


__all__ = ["FRACTION", "ORDINAL", "PERCENT", "POINTS", "Figure", "Quantities", "figures", "spans"]
