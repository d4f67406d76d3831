"""The archived texts, opened: each paragraph with its words, figures and dates, worked out when first asked for."""

from __future__ import annotations

import functools
import re
from collections.abc import Collection, Iterable, Mapping

from backgrounder.evidence.attribution import utterances
from backgrounder.evidence.boundaries import Word
from backgrounder.evidence.claims import Claim
from backgrounder.evidence.clock import Time, times
from backgrounder.evidence.days import Expression, Period, expressions, period_of
from backgrounder.evidence.figures import Figure, figures
from backgrounder.evidence.issuers import issuers_of
from backgrounder.evidence.languages import Language, language_of
from backgrounder.evidence.people import People, plain
from backgrounder.evidence.regions import Region, regions_of, whole_text
from backgrounder.evidence.telling import Index
from backgrounder.evidence.utterances import Utterance
from backgrounder.evidence.words import Token, alike, plain_words, tokens
from backgrounder.model.archived import ArchivedText
from backgrounder.model.choices import SourceKind
from backgrounder.model.citation import Citation
from backgrounder.model.registry import Registry, Source
from backgrounder.spans import Span

RUN = 8
"""So many words in a row that stand in a source too are a copy."""

_OWN_VOICE = frozenset((SourceKind.STATEMENT, SourceKind.LAW, SourceKind.REPORT, SourceKind.DATASET))
_MOST_OPEN = 64


class Passage:
    """One paragraph of a source; number 0 is its headline."""

    def __init__(self, source: SourceText, number: int, text: str) -> None:
        self.source = source
        self.number = number
        self.text = text

    @property
    def citation(self) -> Citation:
        return Citation(self.source.id, self.number)

    def span(self, start: int, end: int) -> Span:
        """Where these characters stand in the archived file."""
        archived = self.source.archived
        if not self.number:
            before = len("# ")
            return Span(archived.file, 1, before + start + 1, 1, before + end + 1)
        line = archived.lines[self.number - 1]
        return Span(archived.file, line, start + 1, line, end + 1)

    @functools.cached_property
    def tokens(self) -> list[Token]:
        return tokens(self.text)

    @functools.cached_property
    def run(self) -> list[Word]:
        """Its words and marks, as regions have them."""
        return [Word(text, self.number, start, end) for text, start, end in self.tokens]

    @functools.cached_property
    def token_texts(self) -> frozenset[str]:
        """The words alone, for looking things up."""
        return frozenset(token.text for token in self.tokens)

    @functools.cached_property
    def figures(self) -> list[Figure]:
        return figures(self.text, self.source.language)

    @functools.cached_property
    def dates(self) -> list[Expression]:
        return expressions(self.text, self.source.published, self.source.language)

    @functools.cached_property
    def times(self) -> list[Time]:
        return times(self.text)

    @functools.cached_property
    def words(self) -> frozenset[str]:
        """The words as written and in small letters, without diacritics, hyphened ones taken apart: what names are
        looked for in."""
        found = set(re.findall(r"\w+", alike(self.text)))
        found.update([word.lower() for word in found if len(word) > 3])
        return frozenset(map(plain, found))

    @functools.cached_property
    def plain_words(self) -> tuple[str, ...]:
        return plain_words(self.text)


class SourceText:
    """The text of one source with its record."""

    def __init__(self, archived: ArchivedText, record: Source, people: People) -> None:
        self.id = archived.source
        self.archived = archived
        self.record = record
        self._people = people
        self.published: Period | None = period_of(record.published)

    @functools.cached_property
    def headline(self) -> Passage:
        return Passage(self, 0, self.archived.title or self.record.title)

    @functools.cached_property
    def passages(self) -> tuple[Passage, ...]:
        return tuple(
            Passage(self, number, text) for number, text in enumerate(self.archived.paragraphs, start=1)
        )

    def close(self) -> None:
        """Lets go of its paragraphs, which point back at it, so that their memory is free at once.

        They are made again if they are asked for again.
        """
        for name in ("headline", "passages", "runs"):
            self.__dict__.pop(name, None)

    @functools.cached_property
    def version(self) -> str:
        return self.archived.version

    @functools.cached_property
    def language(self) -> Language | None:
        """The rules of the text's language, where there are any."""
        return language_of(self.record.language)

    @functools.cached_property
    def issuers(self) -> frozenset[str]:
        """The stakeholders who speak in the document's own words."""
        return issuers_of(self.record, self.archived.title, self._people, self.language)

    @functools.cached_property
    def utterances(self) -> list[Utterance]:
        """The runs of direct speech, in reading order."""
        named = self.issuers | self._titled if self.record.kind is SourceKind.TRANSCRIPT else self.issuers
        return utterances(self.archived.paragraphs, self._people, self.language, self.record.kind, named)

    @functools.cached_property
    def _titled(self) -> frozenset[str]:
        """The stakeholders whom the title names: in an interview with one person, that one answers."""
        titles = (self.record.title, self.archived.title)
        return frozenset(
            item for title in titles for seen in self._people.seen_in(title) for item in seen.ids
        )

    def passage(self, number: int) -> Passage:
        """Return a paragraph, or the headline for 0."""
        return self.passages[number - 1] if number else self.headline

    def regions(self, numbers: Collection[int]) -> list[Region]:
        """Return the runs of words in these paragraphs in which a quotation may stand."""
        places = self._utterances_in
        near = sorted({index for number in numbers for index in places.get(number, ())})
        utterances = [(index, self.utterances[index]) for index in near]
        return regions_of(self._words(numbers), utterances, numbers, speaks=self.speaks_for_itself)

    @functools.cached_property
    def _utterances_in(self) -> dict[int, list[int]]:
        """The utterances by the paragraphs they stand in."""
        found: dict[int, list[int]] = {}
        for index, utterance in enumerate(self.utterances):
            for stretch in utterance.stretches:
                found.setdefault(stretch.paragraph, []).append(index)
        return found

    @property
    def speaks_for_itself(self) -> bool:
        """Whether the document's own words are somebody's statement, what it quotes included."""
        return self.record.kind in _OWN_VOICE

    def whole_text(self, numbers: Collection[int]) -> Region:
        """Return the words of these paragraphs in one run, whoever speaks them."""
        return whole_text(self._words(numbers), numbers)

    def _words(self, numbers: Collection[int]) -> dict[int, list[Word]]:
        return {number: self.passage(number).run for number in numbers}

    @functools.cached_property
    def in_one_line(self) -> str:
        """All its words in small letters, with one space between them and around a paragraph."""
        return "".join(f" {' '.join(passage.plain_words)} " for passage in (self.headline, *self.passages))

    @functools.cached_property
    def runs(self) -> dict[tuple[str, ...], Passage]:
        """Every run of eight words, in small letters, with the first paragraph that has it."""
        found: dict[tuple[str, ...], Passage] = {}
        for passage in (*reversed(self.passages), self.headline):  # the first one that has a run counts
            words = passage.plain_words
            found.update(dict.fromkeys(zip(*(words[start:] for start in range(RUN)), strict=False), passage))
        return found

    @functools.cached_property
    def index(self) -> Index:
        """The words that tell its paragraphs apart; the publisher's own name is none of them."""
        publisher = self._people.seen_in(self.record.publisher)
        ids = {f"@{record_id}" for sighting in publisher for record_id in sighting.ids}
        return Index(self.archived.paragraphs, self._people, ids)

    def cited(self, paragraph: int) -> tuple[Passage, ...]:
        """The paragraph of a citation; all of them where it names none."""
        if not paragraph:
            return (self.headline, *self.passages)
        return self.passages[paragraph - 1 : paragraph]


class Library:
    """All sources whose text the desk holds. Few are kept open at a time, because an opened text is large."""

    def __init__(self, texts: Mapping[str, ArchivedText], registry: Registry) -> None:
        self.people = People(registry.stakeholders)
        self.registry = registry
        self.texts = {source: text for source, text in texts.items() if source in registry.sources}
        self._opened: dict[str, SourceText] = {}
        self._last_cited: tuple[tuple[Citation, ...], list[Passage]] | None = None

    def open(self, source: str) -> SourceText:
        """Return the text of a source. Raises KeyError where it is not here."""
        text = self._opened.pop(source, None)
        if text is None:
            text = SourceText(self.texts[source], self.registry.sources[source], self.people)
            if len(self._opened) >= _MOST_OPEN:
                self._opened.pop(next(iter(self._opened))).close()  # asked for longest ago
        self._opened[source] = text
        return text

    def holds_all(self, citations: Iterable[Citation]) -> bool:
        """Whether the text of every cited source is here."""
        return all(citation.source in self.texts for citation in citations)

    def passages(self, citations: tuple[Citation, ...]) -> list[Passage]:
        """The cited paragraphs whose text is here, each once. Several comparisons ask for those of one record, one after
        the other."""
        last = self._last_cited
        if last is None or last[0] is not citations:
            last = self._last_cited = citations, self._passages(citations)
        return last[1]

    def _passages(self, citations: Iterable[Citation]) -> list[Passage]:
        found = {
            (passage.source.id, passage.number): passage
            for citation in citations
            if citation.source in self.texts
            for passage in self.open(citation.source).cited(citation.paragraph)
        }
        return list(found.values())

    def tag(self, claim: Claim) -> str:
        """The language in which a record is written: that of its brief, or else of the first source it cites."""
        if claim.brief:
            return claim.brief.language
        cited = (self.registry.sources[citation.source].language for citation in claim.citations)
        return next(cited, "en")

    def language(self, claim: Claim) -> Language | None:
        """The rules of the language in which a record is written, or None where there are none."""
        return language_of(self.tag(claim))

    def is_english(self, claim: Claim) -> bool:
        """Whether a record and all that it cites are in English, the one language whose dates, numbers and
        stems are known here."""
        languages = {self.registry.sources[citation.source].language for citation in claim.citations}
        if claim.brief:
            languages.add(claim.brief.language)
        return languages == {"en"} or all(tag.split("-")[0].lower() == "en" for tag in languages)
