"""The closed lists of words an author chooses from, each with the words a reader sees."""

from __future__ import annotations

from enum import StrEnum


class Choice(StrEnum):
    """A word from a closed list; ``label`` is how it is shown to readers."""

    @property
    def label(self) -> str:
        return self.replace("-", " ")


class BriefStatus(Choice):
    DRAFT = "draft"
    PUBLISHED = "published"
    ARCHIVED = "archived"


class Standing(Choice):
    """Where a brief stands on a day: its status, and whether it is held back until a later one."""

    DRAFT = "draft"
    SCHEDULED = "scheduled"
    PUBLISHED = "published"
    ARCHIVED = "archived"

    @property
    def is_public(self) -> bool:
        """Whether readers of the site see the brief."""
        return self in (Standing.PUBLISHED, Standing.ARCHIVED)


class HandoutPages(Choice):
    """How much paper a handout may take."""

    ONE = "1"
    TWO = "2"
    FULL = "full"

    @property
    def limit(self) -> int | None:
        """The most pages; None where it may take as many as it needs."""
        return None if self is HandoutPages.FULL else int(self.value)


class Handling(Choice):
    """Whom a brief may be passed on to: the labels of the Traffic Light Protocol, version 2.0 (FIRST, 2022)."""

    CLEAR = "clear"
    GREEN = "green"
    AMBER = "amber"
    AMBER_STRICT = "amber+strict"
    RED = "red"

    @property
    def label(self) -> str:
        return f"TLP:{self.value.upper()}"

    def is_above(self, ceiling: Handling) -> bool:
        """Whether fewer people may see what has this label than what has the label ``ceiling``."""
        order = list(Handling)
        return order.index(self) > order.index(ceiling)

    @property
    def meaning(self) -> str:
        """What a recipient may do with it, in one clause."""
        return {
            "clear": "may be passed on without limit",
            "green": "for the recipients’ community, not for the public",
            "amber": "for the recipients’ organisations and their clients, as far as they need to know",
            "amber+strict": "for the recipients’ organisations only, as far as they need to know",
            "red": "for the named recipients only, not to be passed on",
        }[self.value]


class QuestionStatus(Choice):
    OPEN = "open"
    PARTLY_ANSWERED = "partly-answered"
    ANSWERED = "answered"
    OVERTAKEN = "overtaken"

    @property
    def is_live(self) -> bool:
        """Whether an answer is still awaited."""
        return self in (QuestionStatus.OPEN, QuestionStatus.PARTLY_ANSWERED)


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


class Reliability(Choice):
    """How far a source can be relied on: the first half of the Admiralty code (NATO AJP-2.1)."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"
    F = "F"

    @property
    def label(self) -> str:
        return {
            "A": "completely reliable",
            "B": "usually reliable",
            "C": "fairly reliable",
            "D": "not usually reliable",
            "E": "unreliable",
            "F": "cannot be judged",
        }[self.value]
