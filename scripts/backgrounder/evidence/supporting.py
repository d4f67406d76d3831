"""Whether the figures of a source bear out those that are written of it.

Rounding is borne out, and a bound that the exact number keeps ("nearly 2,500" of 2,487). A unit must be the
unit of the source: nothing is converted here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from backgrounder.evidence.figures import FRACTION, PERCENT, POINTS, Figure

_LOOSEST_OVER = 1.25
"""A number up to a quarter larger is still fairly called "more than" the round one below."""
_LOOSEST_UNDER = 0.9
_ABOUT = 0.05
_EXACT = ("", "about")
"""Figures that are bound themselves keep no bound of another number."""


def supports(there: Figure, here: Figure) -> bool:
    """Whether a figure of a source bears out a figure that is written of it."""
    if here.unit == there.unit == "" and there.values & here.values and not here.span:
        return True
    if {there.unit, here.unit} == {FRACTION, PERCENT} or there.unit == here.unit == FRACTION:
        return _is_the_same_part(there, here)
    return is_same_measure(there, here) and has_value(there, here)


def is_same_measure(there: Figure, here: Figure) -> bool:
    """Whether two figures can measure the same thing. What has no unit of its own may have any, unless a
    noun says what it counts."""
    if FRACTION in (there.unit, here.unit) and there.unit != here.unit:
        return False
    if (there.unit == PERCENT) != (here.unit == PERCENT):
        return False
    if here.unit and there.unit:
        return _agree(there.unit, here.unit)
    if here.unit and not there.unit:
        return here.unit == POINTS or not there.nouns or _is_among(here, there)
    return True


def _agree(one: str, other: str) -> bool:
    """Whether units agree: a dollar with a US dollar, a barrel with a barrel a day."""
    parts, others = one.split(" "), other.split(" ")
    return all(
        first == second or first.startswith(f"{second}/") or second.startswith(f"{first}/")
        for first, second in zip(parts, others, strict=False)
    )


def _is_among(here: Figure, there: Figure) -> bool:
    """Whether the words behind an unmeasured figure name the unit later: "2,500 heavily used barrels"."""
    return bool(set(here.nouns) & set(there.nouns))


def has_value(there: Figure, here: Figure) -> bool:
    """Whether a value agrees with the source's, exactly, rounded or within its bound."""
    if here.span:
        return there.span == here.span or any(here.span[0] <= value <= here.span[1] for value in there.values)
    return bool(there.values & here.values) or any(
        _rounds(one, other) or (there.bound in _EXACT and _is_kept(one, other, here.bound))
        for one in there.values
        for other in here.values
    )


def unsupported(here: Iterable[Figure], there: Iterable[Figure]) -> Iterator[Figure]:
    """The figures that no figure of the source bears out.

    Small numbers in words count only against a source that counts the same thing with another number, or
    that has the number with another unit. ``there`` is gone through once for each figure.
    """
    for figure in here:
        if any(supports(other, figure) for other in there):
            continue
        if not figure.is_small_word or any(_is_rival(other, figure) for other in there):
            yield figure


def _is_rival(there: Figure, here: Figure) -> bool:
    if FRACTION in (there.unit, here.unit):
        return here.unit == FRACTION and there.unit in (FRACTION, PERCENT)
    units = {there.unit, here.unit}
    is_other_unit = units.isdisjoint(("", PERCENT, POINTS)) and has_value(there, here)
    return is_other_unit or same_thing(there, here)


def same_thing(one: Figure, other: Figure) -> bool:
    """Whether two figures count the same thing, as far as the words behind them show."""
    if one.unit and one.unit == other.unit and one.unit not in (PERCENT, POINTS, FRACTION):
        return True
    common = set(one.nouns[-1:]) & set(other.nouns) | set(other.nouns[-1:]) & set(one.nouns)
    return bool(common)


def _is_the_same_part(there: Figure, here: Figure) -> bool:
    """Whether a percentage and a fraction, or two fractions, are the same part of a whole within one in a
    hundred, or within the bound."""
    ones = [value / (100 if there.unit == PERCENT else 1) for value in there.values]
    others = [value / (100 if here.unit == PERCENT else 1) for value in here.values]
    return any(
        abs(one - other) < 0.0101 or (there.bound in _EXACT and _is_kept(one, other, here.bound))
        for one in ones
        for other in others
    )


def _is_kept(exact: float, said: float, bound: str) -> bool:
    """Whether an exact number keeps the bound that is said of it, and is near enough for it to be fair."""
    if bound in ("more", "at least"):
        return said <= exact < said * _LOOSEST_OVER
    if bound in ("less", "at most"):
        return said * _LOOSEST_UNDER < exact <= said
    return bound == "about" and _digits(said) < _digits(exact) and abs(exact - said) <= _ABOUT * abs(exact)


def _rounds(exact: float, rounded: float) -> bool:
    """Whether 2,500 is 2,487 with fewer digits that count."""
    if not exact or not rounded or abs(exact - rounded) > 0.05 * abs(exact):
        return False
    return 0 < _digits(rounded) < _digits(exact) and _rounded(exact, _digits(rounded)) == rounded


def _rounded(number: float, digits: int) -> float:
    return float(f"{number:.{digits - 1}e}")


def _digits(number: float) -> int:
    """How many digits count."""
    return len(f"{number:.10g}".replace(".", "").lstrip("0").rstrip("0")) if number < 1e10 else 9
