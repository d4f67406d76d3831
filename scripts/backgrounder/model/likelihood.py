"""Words of likelihood and the probabilities they stand for, in the table that a desk has chosen.

ICD 203 (US analytic standards, 2015, D.6.e(2)(a)), row A; the PHIA yardstick of the UK, whose gaps are
intended; the scale of the IPCC, whose upper and lower ranges are open. A word means what its table says:
``likely`` is another range in each of the three.

Neighbouring bands of ICD 203 share their bounds. Here a shared bound belongs to the higher band: 20 % is
unlikely and no longer very unlikely, 80 % is very likely. 0 and 100 have no word.
"""

from __future__ import annotations

from typing import NamedTuple

from backgrounder.model.choices import Choice


class Likelihood(Choice):
    """The words of all tables; which of them may be used is for the desk's table to say."""

    # ICD 203
    ALMOST_NO_CHANCE = "almost-no-chance"
    VERY_UNLIKELY = "very-unlikely"
    UNLIKELY = "unlikely"
    ROUGHLY_EVEN_CHANCE = "roughly-even-chance"
    LIKELY = "likely"
    VERY_LIKELY = "very-likely"
    ALMOST_CERTAIN = "almost-certain"
    # The PHIA yardstick, beside unlikely, likely and almost certain
    REMOTE_CHANCE = "remote-chance"
    HIGHLY_UNLIKELY = "highly-unlikely"
    REALISTIC_POSSIBILITY = "realistic-possibility"
    HIGHLY_LIKELY = "highly-likely"
    # The IPCC, beside very unlikely, unlikely, likely and very likely
    EXCEPTIONALLY_UNLIKELY = "exceptionally-unlikely"
    ABOUT_AS_LIKELY_AS_NOT = "about-as-likely-as-not"
    VIRTUALLY_CERTAIN = "virtually-certain"


class Band(NamedTuple):
    """A range of probability in per cent."""

    low: int
    high: int
    label: str
    """As readers see it: ``55–80 %``, ``>99 %``, with a space that does not break."""


class LikelihoodTable(Choice):
    """The tables a desk chooses from."""

    ICD_203 = "icd-203"
    PHIA = "phia"
    IPCC = "ipcc"

    @property
    def title(self) -> str:
        """What readers are told the words follow."""
        return _TITLES[self]

    @property
    def words(self) -> tuple[Likelihood, ...]:
        """The table's words, from the least likely."""
        return tuple(_BANDS[self])

    def band(self, likelihood: Likelihood) -> Band:
        """What a word of this table stands for. Raises KeyError for a word of another table."""
        return _BANDS[self][likelihood]

    def fits(self, likelihood: Likelihood, percent: float) -> bool:
        """Whether a probability lies in the band of a word."""
        low, high, label = self.band(likelihood)
        if label.startswith(">"):
            return low < percent <= high
        if label.startswith("<") or "<" in label:
            return low <= percent < high
        if self is LikelihoodTable.ICD_203 and high != _TOP_OF_ICD:
            return low <= percent < high
        return low <= percent <= high


_TITLES = {
    LikelihoodTable.ICD_203: "ICD 203",
    LikelihoodTable.PHIA: "the PHIA yardstick",
    LikelihoodTable.IPCC: "the scale of the IPCC",
}

_TOP_OF_ICD = 99


def _between(low: int, high: int) -> Band:
    return Band(low, high, f"{low}–{high}\u00a0%")


_BANDS = {
    LikelihoodTable.ICD_203: {
        Likelihood.ALMOST_NO_CHANCE: _between(1, 5),
        Likelihood.VERY_UNLIKELY: _between(5, 20),
        Likelihood.UNLIKELY: _between(20, 45),
        Likelihood.ROUGHLY_EVEN_CHANCE: _between(45, 55),
        Likelihood.LIKELY: _between(55, 80),
        Likelihood.VERY_LIKELY: _between(80, 95),
        Likelihood.ALMOST_CERTAIN: _between(95, _TOP_OF_ICD),
    },
    LikelihoodTable.PHIA: {
        Likelihood.REMOTE_CHANCE: _between(0, 5),
        Likelihood.HIGHLY_UNLIKELY: _between(10, 20),
        Likelihood.UNLIKELY: _between(25, 35),
        Likelihood.REALISTIC_POSSIBILITY: Band(40, 50, "40–<50\u00a0%"),
        Likelihood.LIKELY: _between(55, 75),
        Likelihood.HIGHLY_LIKELY: _between(80, 90),
        Likelihood.ALMOST_CERTAIN: Band(95, 100, "95–<100\u00a0%"),
    },
    LikelihoodTable.IPCC: {
        Likelihood.EXCEPTIONALLY_UNLIKELY: Band(0, 1, "<1\u00a0%"),
        Likelihood.VERY_UNLIKELY: Band(0, 10, "<10\u00a0%"),
        Likelihood.UNLIKELY: Band(0, 33, "<33\u00a0%"),
        Likelihood.ABOUT_AS_LIKELY_AS_NOT: _between(33, 66),
        Likelihood.LIKELY: Band(66, 100, ">66\u00a0%"),
        Likelihood.VERY_LIKELY: Band(90, 100, ">90\u00a0%"),
        Likelihood.VIRTUALLY_CERTAIN: Band(99, 100, ">99\u00a0%"),
    },
}
