"""The closed lists of words an author chooses from, each with the words a reader sees."""

from __future__ import annotations

from enum import StrEnum


class Choice(StrEnum):
    """A word from a closed list; ``label`` is how it is shown to readers."""

    @property
    def label(self) -> str:
        return self.value.replace("-", " ")


class BriefStatus(Choice):
    DRAFT = "draft"
    PUBLISHED = "published"
    ARCHIVED = "archived"


class QuestionStatus(Choice):
    OPEN = "open"
    PARTLY_ANSWERED = "partly-answered"
    ANSWERED = "answered"
    OVERTAKEN = "overtaken"

    @property
    def is_live(self) -> bool:
        """Whether an answer is still awaited."""
        return self in (QuestionStatus.OPEN, QuestionStatus.PARTLY_ANSWERED)


class Likelihood(Choice):
    """ICD 203, row A of the table in section D.6.e(2)(a): one term for each band of probability."""

    ALMOST_NO_CHANCE = "almost-no-chance"
    VERY_UNLIKELY = "very-unlikely"
    UNLIKELY = "unlikely"
    ROUGHLY_EVEN_CHANCE = "roughly-even-chance"
    LIKELY = "likely"
    VERY_LIKELY = "very-likely"
    ALMOST_CERTAIN = "almost-certain"

    @property
    def band(self) -> tuple[int, int]:
        """Lower and upper bound in per cent."""
        return _BANDS[self]


_BANDS = {
    Likelihood.ALMOST_NO_CHANCE: (1, 5),
    Likelihood.VERY_UNLIKELY: (5, 20),
    Likelihood.UNLIKELY: (20, 45),
    Likelihood.ROUGHLY_EVEN_CHANCE: (45, 55),
    Likelihood.LIKELY: (55, 80),
    Likelihood.VERY_LIKELY: (80, 95),
    Likelihood.ALMOST_CERTAIN: (95, 99),
}


class Confidence(Choice):
    """ICD 203: how far the sources behind a judgement can be relied on."""

    LOW = "low"
    MODERATE = "moderate"
    HIGH = "high"


class StakeholderKind(Choice):
    PERSON = "person"
    ORGANISATION = "organisation"
    STATE = "state"
    GROUP = "group"


class SourceKind(Choice):
    ARTICLE = "article"
    REPORT = "report"
    STATEMENT = "statement"
    TRANSCRIPT = "transcript"
    LAW = "law"
    DATASET = "dataset"


class Origin(Choice):
    """Where the information in a source comes from; copies of one wire story share one origin."""

    OWN_REPORTING = "own-reporting"
    WIRE = "wire"
    PRESS_RELEASE = "press-release"
    STATEMENT = "statement"
    UNKNOWN = "unknown"


class Directness(Choice):
    """How close the source stands to what it tells."""

    FIRST_HAND = "first-hand"
    SECOND_HAND = "second-hand"
    DERIVED = "derived"
