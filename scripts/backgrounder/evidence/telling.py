"""The words that tell one paragraph of a source from the others.

Names count by whom they mean, other words by their stems. A word weighs the more, the fewer paragraphs
have it: 1 where it stands in one alone, near 0 where it stands in all.
"""

from __future__ import annotations

import functools
import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet

from backgrounder.evidence.people import People, Sighting
from backgrounder.evidence.words import plain_words
from backgrounder.model.months import MONTHS, WEEKDAYS
from backgrounder.patterns import late_pattern

_NO_HELP = frozenset(
    # Words of every text, and those in which a desk speaks of its sources.
    (
        "the a an of to in on at by for from with and or but as is are was were be been has have had "
        "will would could may might must shall should that which who whom whose what where when why "
        "how it its this these those their his her he she him they them we our you your than then not "
        "no nor into onto over after before until about any all some more most less least very also "
        "both each every either neither other another such only own same so too can cannot do does "
        "did done said says say saying told tells tell according there here if whether while during "
        "between against under up down out off again further once one two three four five ten many "
        "much few several s t d re ve ll opened closed open source sources report reports reported "
        "reporting named name names mention mentions mentioned number numbers date dates dated stage "
        "detail details given gives give paragraph paragraphs desk brief briefs single none quoted "
        "quotes quote quotation remark remarks view views word words call calls called write writes "
        "written describe describes described speak speaks spoke spoken first last second yet part "
        "place time times likely unlikely new way group groups nobody nothing being because through "
        "among within toward towards since "
        # Dates are compared by themselves; "march" is a month more often than a deed.
        "week month year day"
    ).split()
) | {name.lower() for name in (*MONTHS, *WEEKDAYS)}
_ENDINGS = (
    *("ations", "ation", "ings", "ing", "ments", "ment", "ions", "ion", "ians", "ian", "ers", "er", "ory"),
    *("ed", "es", "ly", "s", "y", "e", "al"),
)
_STEM = 7
_LONGEST_TITLE = 100
_TITLE = late_pattern(r"(?:(?:[A-Z][\w'’.-]*|of|the)\s+)+\Z")


class Index:
    """The words of a source with the paragraphs they stand in and what they weigh."""

    def __init__(
        self, paragraphs: Sequence[str], people: People, idle: AbstractSet[str] = frozenset()
    ) -> None:
        self.count = len(paragraphs)
        self.places: dict[str, list[int]] = defaultdict(list)
        for number, text in enumerate(paragraphs, start=1):
            for word in telling_words(text, people.seen_in(text)) - idle:
                self.places[word].append(number)
        top = math.log(self.count + 1)
        weights = [0.0, *(math.log((self.count + 1) / among) / top for among in range(1, self.count + 1))]
        self.weights = {word: weights[len(numbers)] for word, numbers in self.places.items()}

    def scores(self, words: Iterable[str]) -> dict[int, float]:
        """What each paragraph has of these words."""
        found: dict[int, float] = defaultdict(float)
        for word in words:
            for number in self.places.get(word, ()):
                found[number] += self.weights[word]
        return found

    def among(self, words: Iterable[str], numbers: Iterable[int]) -> frozenset[str]:
        """The words that stand in at least one of these paragraphs."""
        wanted = set(numbers)
        return frozenset(word for word in words if not wanted.isdisjoint(self.places.get(word, ())))

    def knows(self, words: Iterable[str]) -> bool:
        """Whether any of these words stands in the source."""
        return not self.places.keys().isdisjoint(words)

    def weight(self, words: Iterable[str]) -> float:
        return sum(self.weights.get(word, 0.0) for word in words)


def telling_words(text: str, sightings: Iterable[Sighting], without_titles: bool = False) -> frozenset[str]:
    """The words of a text that tell it from others: stems of nouns and verbs, and the ids of who is named.

    ``sightings`` are the names in the text. Persons and states count by their ids alone; titles before a
    person's name say who that is, not what the text is about.
    """
    found: set[str] = set()
    rest = text
    for sighting in sightings:
        if len(sighting.ids) == 1:
            found.update(f"@{record_id}" for record_id in sighting.ids)
        if sighting.keeps_words:
            continue
        start = sighting.start
        nearby = max(0, start - _LONGEST_TITLE)
        if without_titles and sighting.is_person and (title := _TITLE.search(text[nearby:start])):
            start = nearby + title.start()
        rest = rest[:start] + " " * (sighting.end - start) + rest[sighting.end :]
    found.update(stem for stem in map(_stem, {*plain_words(rest)} - _NO_HELP) if len(stem) > 1)
    return frozenset(found)


@functools.lru_cache(maxsize=16_384)
def _stem(word: str) -> str:
    for ending in _ENDINGS if word.endswith(_ENDINGS) else ():
        if word.endswith(ending) and len(word) - len(ending) >= (5 if ending == "al" else 4):
            return word[: -len(ending)][:_STEM]
    return word[:_STEM]
