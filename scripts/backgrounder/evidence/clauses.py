"""A paragraph of a source as attribution reads it: words, names and sentences, with what is quoted blanked out."""

from __future__ import annotations

import functools
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from backgrounder.evidence.languages import Language
from backgrounder.evidence.marks import Pair
from backgrounder.evidence.people import People, Sighting
from backgrounder.evidence.words import alike, small_word
from backgrounder.patterns import late_pattern

QUOTE = "\x00"
"""Stands for each character of what is quoted."""
_SHAPING = "\u00ad\u0300-\u036f\u064b-\u065f\u0670\u200b-\u200f\u061c\u2060\ufeff"
"""Accents and vowel signs that are coded apart from their letters, and what shapes letters or lines."""
_TOKEN = late_pattern(
    rf"{QUOTE}+|\d+(?:[.,:]\d+)+|\w[\w{_SHAPING}]*(?:['-]\w[\w{_SHAPING}]*)*|[^\w\s{QUOTE}{_SHAPING}]"
)
_ASCII_TOKEN = late_pattern(rf"{QUOTE}+|\d+(?:[.,:]\d+)+|\w+(?:['-]\w+)*|[^\w\s{QUOTE}]", re.ASCII)
_MARKS_ALIKE = str.maketrans("،؛؟，；：？", ",;?,;:?")
_ORDINAL_STOP = late_pattern(r"(?<![\d.,])(\d{1,2})\.(?=\s+[^\W\d_])")
_STOP = late_pattern(r"\.(?=[\s,])")
_WORD_AT_END = late_pattern(r"\b[^\W\d_]+\Z")
_LONGEST_SHORT_FORM = 30
_LETTERS_WITHIN = late_pattern(r"\.[^\W\d_]\.")
_LETTERS = late_pattern(r"\b(?:[^\W\d_]\.){2,}")
_BRACKETS = late_pattern(rf"\([^()\[\]{QUOTE}]{{1,60}}\)|\[[^()\[\]{QUOTE}]{{1,60}}\]")
_NICKNAME = late_pattern(r"(?<=[^\W\d_] )[“\"‘][^\W\d_]+[”\"’](?= [^\W\d_])")
_SENTENCE_END = late_pattern(r"[.!?؟。…]+[\"')\]]*(?:\s+|$)")
_ENDS = (".", "!", "?", "؟", "。", "…")
_SHORTEST_ENDING = 4
_SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv"))


class Word(NamedTuple):
    """A word, a mark of punctuation, or a whole quotation."""

    text: str
    low: str
    start: int
    end: int


class Mention(NamedTuple):
    """A name in a paragraph, in words from ``first`` up to and without ``end``."""

    first: int
    end: int
    ids: frozenset[str]
    named: str
    """The name as written, where the registry does not hold it."""
    is_person: bool
    is_described: bool = False
    """It is an alias that describes somebody rather than names them."""


class Cue(NamedTuple):
    """A verb of saying, in words from ``first`` up to and without ``end``."""

    first: int
    end: int


class Rules:
    """A language, made ready for reading."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.elided = _pattern(language.elisions, r"(?:{})(?=\w)")
        self.enclitic = _pattern(language.enclitics, r"(?<=\w)(?:{})\Z")
        self.verbs = self._by_first_word(language.verbs)
        self.according = self._by_first_word(language.according)
        self.impersonal = self._by_first_word(language.impersonal)
        self.signing = self._by_first_word(language.signing)
        self.citing = self._by_first_word(language.citing)
        self.nobodies = self._by_first_word(language.nobodies)
        self.long_pronouns = self._by_first_word([name for name in language.pronouns if " " in name])
        self.roles = language.titles | frozenset(language.proxies)
        self.no_names = (
            language.leads_in
            | language.prepositions
            | language.subordinators
            | language.relatives
            | language.articles
            | language.indefinite
            | language.conjunctions
            | language.adverbs
            | language.function_words
            | frozenset(language.pronouns)
            | frozenset(language.weekdays)
            | frozenset(language.months)
        )
        is_compound = language.capital_nouns
        self._role_endings = tuple(low for low in self.roles if is_compound and len(low) >= _SHORTEST_ENDING)
        """How a noun in one word ends that is a title or a proxy: Bundesinnenminister."""
        self.days = frozenset((*language.weekdays, *language.months))
        self.first_person = language.first_person
        self.pronouns = frozenset(language.pronouns) | language.first_person
        self.openers = (
            language.conjunctions | language.prepositions | language.subordinators | language.relatives
        )
        """Words behind a quotation with which its sentence goes on, rather than with who said it."""
        self.clause_openers = language.subordinators | language.relatives
        self.before_verbs = (
            language.adverbs | language.relatives | language.conjunctions | frozenset(language.pronouns)
        )
        self.small = language.articles | language.prepositions | language.conjunctions | language.indefinite
        """Words with a small letter within titles of books and shows."""
        self.asides = language.prepositions | language.relatives
        self.skipped = language.conjunctions | language.adverbs
        self.stops = language.prepositions | language.relatives | language.subordinators
        self.beside_verbs = frozenset().union(
            *(language.adverbs, language.passives, language.auxiliaries, language.negations),
            *(language.unsaid, language.unsaid_before, language.falsely, language.quoting),
            *(language.perceiving, language.infinitives, language.as_saying),
        )
        """Words between a subject and its verb of saying, or between a verb and its participle."""
        self.before_titles = frozenset(("of", *language.as_saying))
        """Words within a description of what somebody is: as mayor of Selm."""
        self.auxiliaries = language.adverbs | language.passives
        self.before_objects = language.prepositions | language.articles
        self.mere_adverbs = language.adverbs - language.passives
        self.determiners = language.articles | language.indefinite
        genders = "|".join(sorted(map(re.escape, language.masculine | language.feminine)))
        self.behind_name = late_pattern(rf"(?:'s)?(?:[^.A-Z\n]{{0,80}}?\b({genders or '(?!)'})\b)?")
        """Finds the first word behind a name that shows a gender, in its sentence and before another name."""
        self.starts = language.articles | language.indefinite | frozenset(language.pronouns)

    def is_role(self, low: str) -> bool:
        """Whether a word is a title, or somebody's spokesman, in the singular or with a plural ending."""
        return low in self.roles or low[:-1] in self.roles or low.endswith(self._role_endings)

    def is_proxy(self, low: str) -> bool:
        return low in self.language.proxies or low[:-1] in self.language.proxies

    def parts(self, written: str) -> list[tuple[str, str]]:
        """The words that are written as one, each as written and in small letters: l'Union, a-t-il."""
        found: list[tuple[str, str]] = []
        while self.elided and (match := self.elided.match(written.lower())):
            found.append((written[: match.end()], match[0]))
            written = written[match.end() :]
        if self.enclitic and (match := self.enclitic.search(written.lower())):
            pronoun = match[0].rpartition("-")[2]
            found.append((written[: -len(pronoun)], written[: match.start()].lower()))
            return [*found, (written[-len(pronoun) :], pronoun)]
        return [*found, (written, small_word(written))]

    def _by_first_word(self, phrases: Sequence[str]) -> dict[str, list[tuple[str, ...]]]:
        """Phrases in the words that a text is taken apart into, the longest first."""
        found: dict[str, list[tuple[str, ...]]] = {}
        for phrase in phrases:
            first, *rest = (low for word in phrase.split() for _, low in self.parts(word))
            found.setdefault(first, []).append(tuple(rest))
        for endings in found.values():
            endings.sort(key=len, reverse=True)
        return found


def _pattern(words: Sequence[str], form: str) -> re.Pattern[str] | None:
    """A pattern of any of the words in a form; None where there are none."""
    choice = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return re.compile(form.format(choice)) if words else None


_RULES: dict[int, Rules] = {}


def rules_of(language: Language) -> Rules:
    """Return the language made ready, each once."""
    found = _RULES.get(id(language))
    if found is None or found.language is not language:
        found = _RULES[id(language)] = Rules(language)
    return found


def places_of(word: str, text: str) -> Iterator[int]:
    """Where a whole word begins in a text."""
    place = text.find(word)
    while place >= 0:
        end = place + len(word)
        is_whole = not (text[place - 1 : place].isalnum() if place else False)
        if is_whole and not text[end : end + 1].isalnum():
            yield place
        place = text.find(word, end)


def nicknames(text: str) -> set[int]:
    """Where the marks of nicknames within names open: Ada “Addie” Reed."""
    return {found.start() for found in _NICKNAME.finditer(text) if is_nickname(found)}


def is_nickname(found: re.Match[str]) -> bool:
    """Whether a word in quotation marks stands between two others with a capital letter, as it has itself."""
    before = _WORD_AT_END.search(found.string, max(0, found.start() - _LONGEST_SHORT_FORM), found.start() - 1)
    capitals = (before[0][:1] if before else "", found[0][1], found.string[found.end() + 1])
    return all(letter.isupper() for letter in capitals)


class Whole:
    """A text in one piece."""

    def __init__(self, paragraphs: Sequence[str]) -> None:
        self._paragraphs = paragraphs

    @functools.cached_property
    def text(self) -> str:
        return alike("\n".join(self._paragraphs))


class Paragraph:
    """One paragraph, or the words of one quotation, taken apart as far as is asked for."""

    def __init__(
        self, number: int, text: str, pairs: Sequence[Pair], people: People, rules: Rules, offset: int = 0
    ) -> None:
        self.number = number
        self.text = text
        self.pairs = pairs
        """Outermost quotations of this text."""
        self.offset = offset
        """Where the text begins in its paragraph."""
        self._people = people
        self._rules = rules
        self._cues: dict[tuple[int, int], list[Cue]] = {}

    @functools.cached_property
    def bare(self) -> str:
        """The text with quotations, brackets and the full stops of abbreviations blanked out."""
        text = alike(self.text)
        for pair in self.pairs:
            length = pair.outer_end - pair.outer_start
            text = f"{text[: pair.outer_start]} {QUOTE * (length - 1)}{text[pair.outer_end :]}"
        if "“" in text or '"' in text or "‘" in text:
            text = _NICKNAME.sub(lambda found: " " * len(found[0]) if is_nickname(found) else found[0], text)
        if "(" in text or "[" in text:
            text = _BRACKETS.sub(lambda found: " " * len(found[0]), text)
        if "." in text:
            if _LETTERS_WITHIN.search(text):
                text = _LETTERS.sub(lambda found: found[0].replace(".", " "), text)
            text = _STOP.sub(self._without_stop, text)
        if self._rules.language.ordinal_stop:
            text = _ORDINAL_STOP.sub(lambda found: f"{found[1]} ", text)
        return text if text.isascii() else text.translate(_MARKS_ALIKE)

    def _without_stop(self, found: re.Match[str]) -> str:
        """A full stop, or a space where it belongs to the short form of a word."""
        before = _WORD_AT_END.search(found.string, max(0, found.start() - _LONGEST_SHORT_FORM), found.start())
        if before is None:
            return "."
        written = before[0]
        is_initial = len(written) == 1 and written.isupper()
        is_short = is_initial or written.lower() in self._rules.language.abbreviations
        return " " if is_short else "."

    @functools.cached_property
    def words(self) -> list[Word]:
        rules = self._rules
        if not (rules.elided or rules.enclitic or rules.language.clitics):
            pattern, small = (_ASCII_TOKEN, str.lower) if self.bare.isascii() else (_TOKEN, small_word)
            found = [
                Word(text := match[0], small(text), *match.span()) for match in pattern.finditer(self.bare)
            ]
            if "'" not in self.bare:
                return found
            return [word._replace(low=self._low(word.low)) if "'" in word.low else word for word in found]
        return [
            word for match in _TOKEN.finditer(self.bare) for word in self._parted(match[0], match.start())
        ]

    def _parted(self, written: str, start: int) -> Iterator[Word]:
        """The words that are written as one, also the clitic before a name: لكريم is "for" and Karim."""
        for place in self._inner_starts:
            if start < place < start + len(written):
                yield from self._parted(written[: place - start], start)
                yield from self._parted(written[place - start :], place)
                return
        for text, low in self._rules.parts(written):
            yield Word(text, self._low(low), start, start + len(text))
            start += len(text)

    @functools.cached_property
    def _inner_starts(self) -> list[int]:
        """Where names start within a written word, in languages that have clitics."""
        if not self._rules.language.clitics:
            return []
        starts = (sighting.start for sighting in self._people.seen_in(self.bare))
        return [start for start in starts if start and self.bare[start - 1].isalpha()]

    def _low(self, low: str) -> str:
        """A word in small letters, of "he's" and "I'm" the pronoun alone."""
        if "'" in low and (head := low.partition("'")[0]) in self._rules.pronouns:
            return head
        return low

    @functools.cached_property
    def sentence_ends(self) -> list[int]:
        """Behind which words a sentence ends, the last one included."""
        ends = {self._word_at(place) for place in self._places_of_ends()}
        return sorted(ends | {len(self.words)})

    def _places_of_ends(self) -> Iterator[int]:
        for match in _SENTENCE_END.finditer(self.bare):
            behind = self.bare[match.end() : match.end() + 1]
            if not behind.islower():
                yield match.end()
        for pair in self.pairs:
            if self._closes_sentence(pair):
                yield pair.outer_end

    def _closes_sentence(self, pair: Pair) -> bool:
        """Whether a sentence ends with a quotation. One in a question mark may go on: “Why?” Reed asked."""
        words = self.text[pair.start : pair.end].rstrip()
        behind = self.bare[pair.outer_end :].lstrip()[:1]
        if not words.endswith(_ENDS) or behind.islower() or behind in tuple(",;:-–—"):
            return False
        return (words.endswith(".") and not words.endswith("...")) or behind in ("", QUOTE)

    @functools.cached_property
    def _starts(self) -> list[int]:
        return [word.start for word in self.words]

    def _word_at(self, place: int) -> int:
        """The number of the first word at or behind a place."""
        return bisect_left(self._starts, place)

    def sentence_of(self, word: int) -> tuple[int, int]:
        """The words from which and up to which the sentence goes that holds a word."""
        ends = self.sentence_ends
        number = bisect_right(ends, word)
        return ends[number - 1] if number else 0, ends[number] if number < len(ends) else len(self.words)

    @functools.cached_property
    def quotes(self) -> list[int]:
        """Which words stand for quotations, one for each pair."""
        return [number for number, word in enumerate(self.words) if word.text[0] == QUOTE]

    @functools.cached_property
    def quote_at(self) -> dict[int, int]:
        """The word that stands for a quotation, by where the quotation begins."""
        return {pair.start: number for pair, number in zip(self.pairs, self.quotes, strict=False)}

    @functools.cached_property
    def mentions(self) -> list[Mention]:
        """Every name, those of the registry and others, in reading order."""
        known = self._known()
        taken = {number for mention in known for number in range(mention.first, mention.end)}
        return sorted([*known, *self._unknown(taken)])

    def _known(self) -> list[Mention]:
        found = []
        for sighting in self._people.seen_in(self.bare):
            first = self._word_at(sighting.start)
            if first == len(self.words) or self.words[first].start != sighting.start:
                first -= 1
            end = self._word_at(sighting.end)
            is_described = self._people.describes(self.bare[sighting.start : sighting.end])
            mention = Mention(first, end, sighting.ids, "", sighting.is_person, is_described)
            found.append(self._hyphened(sighting, mention) or self._grown(mention))
        return list({item.first: item for item in found}.values())

    def _hyphened(self, sighting: Sighting, mention: Mention) -> Mention | None:
        """Somebody else, where a hyphen makes the surname another: Jane Doe-Smith, Smith-Doe."""
        behind = self.bare[sighting.end : sighting.end + 2]
        is_longer = behind[:1] == "-" and behind[1:].isupper()
        before = self._words_before_hyphen(sighting.start)
        is_name = bool(before) and before[0].isupper()
        is_other = is_name and sighting.is_person and before.lower() not in self._rules.language.particles
        if not is_longer and not is_other:
            return None
        named = self.written(mention.first, mention.end)
        return Mention(mention.first, mention.end, frozenset(), named, is_person=mention.is_person)

    def _words_before_hyphen(self, place: int) -> str:
        """The word that a hyphen joins to the one that begins here."""
        if not place or self.bare[place - 1] != "-":
            return ""
        found = _WORD_AT_END.search(self.bare, max(0, place - _LONGEST_SHORT_FORM), place - 1)
        return found[0] if found else ""

    def _grown(self, mention: Mention) -> Mention:
        """Somebody or something else where the name goes on: Clinton Foundation, Donald Trump Jr."""
        end = mention.end
        while mention.is_person and end < len(self.words) and self._goes_on(end):
            end += 1
        if end == mention.end or self.is_possessive(mention):
            return mention
        return Mention(mention.first, end, frozenset(), self.written(mention.first, end), is_person=False)

    def _goes_on(self, number: int) -> bool:
        word = self.words[number]
        if word.low in _SUFFIXES:
            return True
        is_apart = self.bare[self.words[number - 1].end : word.start] != " "
        return not is_apart and self._is_name(number) and not self._rules.is_role(word.low)

    def _is_name(self, number: int) -> bool:
        word = self.words[number]
        return word.text[0].isupper() and word.low not in self._rules.no_names

    @functools.cached_property
    def within_names(self) -> frozenset[int]:
        """The words of all names but the last of each."""
        return frozenset(number for item in self.mentions for number in range(item.first, item.end))

    def pronoun(self, number: int, end: int) -> tuple[int, str]:
        """How many words a pronoun has that stands here, and its gender; 0 where none does."""
        pronouns = self._rules.language.pronouns
        length = self._length(self._rules.long_pronouns, number, end)
        if length:
            return length, pronouns[" ".join(word.low for word in self.words[number : number + length])]
        low = self.words[number].low
        is_one = low in pronouns and low not in self._rules.language.relatives
        return (1, pronouns[low]) if is_one else (0, "")

    def is_impersonal(self, cue: Cue) -> bool:
        """Whether a verb of saying has no subject: hieß es."""
        return cue.first < cue.end and self._length(self._rules.impersonal, cue.first, cue.end) > 0

    def signing(self, number: int, end: int) -> int:
        """How many words stand here that sign a quotation: „…“, so Becker."""
        return self._length(self._rules.signing, number, end)

    def is_nobody(self, number: int, end: int) -> bool:
        """Whether a subject begins here that is nobody: no one said."""
        return bool(self._rules.nobodies) and self._length(self._rules.nobodies, number, end) > 0

    def _opens_sentence(self, number: int) -> bool:
        before = self.words[number - 1].text if number else QUOTE
        return before[0] in f":{QUOTE}" or number in self.sentence_ends

    def _is_mere_word(self, first: int, end: int) -> bool:
        """Whether a capital shows no name: one word at the start of a sentence that no verb of saying follows."""
        if end - first > 1 or not self._opens_sentence(first) or end >= len(self.words):
            return False
        behind = self.words[end]
        return behind.text.islower() and not (
            behind.low in self._rules.verbs or behind.low in self._rules.language.adverbs
        )

    def _unknown(self, taken: set[int]) -> Iterator[Mention]:
        number, words, phrased = 0, self.words, self._phrased
        while number < len(words):
            is_free = words[number].text[0].isupper() and number not in taken and number not in phrased
            if not is_free or not self._is_name(number):
                number += 1
                continue
            end = self._end_of_name(number, taken)
            first = number
            while first < end and (
                self._rules.is_role(self.words[first].low) or self._is_genitive_article(first, number)
            ):
                first += 1
            last = end
            while last > first and self.words[last - 1].low in self._rules.language.titles:
                last -= 1
            if first < end and (known := self._in_genitive(first, end)):
                yield known
            elif first < last and not self._is_mere_word(first, last) and self._shows_name(first, last):
                yield Mention(first, last, frozenset(), self.written(first, last), is_person=True)
            number = max(end, number + 1)

    def _is_genitive_article(self, number: int, start: int) -> bool:
        """Whether an article begins what a title is about: the spokesman of the group, Sprecherin der Gruppe."""
        language = self._rules.language
        return language.capital_nouns and number > start and self.words[number].text in language.articles

    @functools.cached_property
    def _phrased(self) -> frozenset[int]:
        """The words of phrases before a speaker, some of which are nouns: nach Ansicht Beckers."""
        if not self._rules.language.capital_nouns:
            return frozenset()
        return frozenset(
            number for cue in self.according(0, len(self.words)) for number in range(cue.first, cue.end)
        )

    def _in_genitive(self, first: int, end: int) -> Mention | None:
        """Somebody of the registry in a genitive without an apostrophe: Beckers."""
        for ending in self._rules.language.genitives:
            name = self.text[self.words[first].start : self.words[end - 1].end]
            bare = name.removesuffix(ending)
            if bare != name and (seen := self._people.seen_in(bare)) and seen[-1].end == len(bare):
                first = self._word_at(self.words[first].start + seen[-1].start)
                return Mention(first, end, seen[-1].ids, "", seen[-1].is_person)
        return None

    def _shows_name(self, first: int, end: int) -> bool:
        """Whether words with capital letters are a name, where every noun has one: beside a title or a verb."""
        if not self._rules.language.capital_nouns:
            return True
        before = self.words[first - 1].low if first else ""
        if end - first > 1:
            return before not in self._rules.determiners
        behind = self.words[end].low if end < len(self.words) else ""
        is_free = not first or before in (",", ".", ":") or before[:1] == QUOTE
        return (
            before in self._rules.verbs
            or self._rules.is_role(before)
            or (is_free and behind in self._rules.verbs)
        )

    def _end_of_name(self, number: int, taken: set[int]) -> int:
        end = number + 1
        while end < len(self.words) and end not in taken:
            if self._is_name(end) and not self._is_cut(end):
                end += 1
            elif (
                self._is_particle(end)
                and end + 1 not in taken
                and not self._is_cut(end)
                and not self._is_cut(end + 1)
            ):
                end += 2
            else:
                break
        return min(end, len(self.words))

    def _is_particle(self, number: int) -> bool:
        is_small = self.words[number].low in self._rules.language.particles
        return is_small and number + 1 < len(self.words) and self._is_name(number + 1)

    def _is_cut(self, number: int) -> bool:
        """Whether a name cannot go on with a word, because a genitive or a mark stands before it."""
        before = self.words[number - 1]
        return (
            before.text.endswith(self._rules.language.possessives)
            if self._rules.language.possessives
            else False
        )

    def is_possessive(self, mention: Mention) -> bool:
        """Whether a name owns what is behind it: Reed’s lawyer."""
        last = self.words[mention.end - 1].text
        if mention.ids and self._rules.language.genitives and self._is_in_genitive(mention):
            return True
        endings = self._rules.language.possessives
        if endings and last.endswith(endings):
            return True
        behind = self.words[mention.end : mention.end + 1]
        return bool(behind and behind[0].text == "'" and "'" in endings)

    def _is_in_genitive(self, mention: Mention) -> bool:
        name = self.text[self.words[mention.first].start : self.words[mention.end - 1].end]
        return not any(seen.end == len(name) for seen in self._people.seen_in(name))

    def written(self, first: int, end: int) -> str:
        """The text of words as it is written, without a genitive."""
        if first >= end:
            return ""
        text = self.text[self.words[first].start : self.words[end - 1].end]
        for ending in ("’s", "'s", "’", "'"):
            if text.endswith(ending):
                return text[: -len(ending)]
        return text

    def cues(self, first: int, end: int) -> list[Cue]:
        """The verbs of saying among words, those left out that are told of somebody: Reed was asked."""
        if (first, end) not in self._cues:
            self._cues[first, end] = self._cues_among(first, end)
        return self._cues[first, end]

    def _cues_among(self, first: int, end: int) -> list[Cue]:
        found = []
        number = first
        while number < end:
            length = self._length(self._rules.verbs, number, end)
            if length and self._can_speak(number, first):
                found.append(Cue(number, number + length))
            number += max(length, 1)
        return found

    def is_participle(self, cue: Cue) -> bool:
        """Whether a verb of saying has no subject of its own: "he nodded, adding"."""
        endings = self._rules.language.participles
        is_verb = cue.first < cue.end and bool(endings)
        return is_verb and self.words[cue.first].low.endswith(endings)

    def _can_speak(self, number: int, first: int) -> bool:
        """Whether a verb of saying has a subject of its own here, and is no name or noun."""
        is_capital = self.words[number].text[0].isupper() and not self._opens_sentence(number)
        return not (is_capital or self._is_turned(number, first) or self._is_noun(number, first))

    def _is_noun(self, number: int, first: int) -> bool:
        """Whether a word that may be a noun or a verb has no subject right before it."""
        if self.words[number].low not in self._rules.language.nouns:
            return False
        if number == first:
            return not self._follows_remark(number)
        before = self.words[number - 1]
        if before.text == "," or before.low in self._rules.before_verbs or self._rules.is_role(before.low):
            return False
        return not any(item.end == number and not self.is_possessive(item) for item in self.mentions)

    def _follows_remark(self, number: int) -> bool:
        """Whether a quotation that goes on behind its comma stands right before a word: “We sell,” claims Reed."""
        before = self.words[number - 1] if number else None
        if before and before.text in (",", "-") and number > 1:
            before = self.words[number - 2]
            return before.text[0] == QUOTE
        if before is None or before.text[0] != QUOTE:
            return False
        return self.text[before.start : before.end].rstrip("”\"'’» ").endswith((",", "?", "!"))

    def _is_turned(self, number: int, first: int) -> bool:
        """Whether a verb has no subject that speaks: it is an infinitive, or told of somebody."""
        return self.is_passive(number, first) or (
            number > first and self.words[number - 1].low in self._rules.language.infinitives
        )

    def is_passive(self, number: int, first: int) -> bool:
        """Whether a verb tells what was done to its subject: Reed was told."""
        before = number - 1
        while before >= first and self.words[before].low in self._rules.mere_adverbs:
            before -= 1
        return before >= first and self.words[before].low in self._rules.language.passives

    def according(self, first: int, end: int) -> list[Cue]:
        """The phrases before a speaker: according to."""
        return [
            Cue(number, number + length)
            for number in range(first, end)
            if (length := self._length(self._rules.according, number, end))
        ]

    def starts_phrase(self, phrases: dict[str, list[tuple[str, ...]]], number: int, end: int) -> int:
        """How many words the longest of some phrases has that stands at a word; 0 where none does."""
        return self._length(phrases, number, end)

    def _length(self, phrases: dict[str, list[tuple[str, ...]]], number: int, end: int) -> int:
        """How many words a phrase has that stands here; 0 where none does."""
        endings = phrases.get(self.words[number].low)
        if endings is None:
            return 0
        for rest in endings:
            behind = self.words[number + 1 : min(end, number + 1 + len(rest))]
            if len(behind) == len(rest) and all(
                word.low == part for word, part in zip(behind, rest, strict=True)
            ):
                return 1 + len(rest)
        return 0

    def sole_person(self, written: str) -> frozenset[str]:
        """The person of the registry whom some words name, where they say nothing else but a title."""
        seen = self._people.seen_in(written)
        if len(seen) != 1 or not seen[0].is_person or written[seen[0].end :].strip():
            return frozenset()
        before = written[: seen[0].start].lower().replace(".", " ").split()
        return seen[0].ids if all(self._rules.is_role(low) for low in before) else frozenset()

    def persons(self, first: int = 0, end: int | None = None) -> list[Mention]:
        """The persons named among words, in reading order."""
        limit = len(self.words) if end is None else end
        low = bisect_left(self.mentions, first, key=lambda mention: mention.first)
        high = bisect_left(self.mentions, limit, key=lambda mention: mention.first)
        return [mention for mention in self.mentions[low:high] if mention.end <= limit and mention.is_person]
