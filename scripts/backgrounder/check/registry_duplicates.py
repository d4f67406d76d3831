"""Two shared records that are probably one.

Records of one kind are compared by keys, not each with each: the words of every name in a plain form,
without accents, articles and doubled letters, and with the spellings of Arabic names in Latin letters
brought together. Near-equal names are looked for only where the consonants agree.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from rapidfuzz.distance import OSA

from backgrounder.diagnostics.diagnostic import Finding, NotePlace
from backgrounder.model.corpus import Corpus
from backgrounder.model.registry import Source
from backgrounder.spans import Place

_ARABIC = str.maketrans(
    {"أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه", "ؤ": "و", "ئ": "ي"}
)
_ARTICLE = re.compile(r"\b(?:al|el|the|ال)[\s-]+|^ال")
_MOST_CHANGES = 2
_FEWEST_LETTERS = 6

Key = tuple[str, ...]


def probable_duplicates(corpus: Corpus) -> Iterator[Finding]:
    """The later of two records that are probably the same, with a note at the other."""
    registry = corpus.registry
    for shelf in ("stakeholders", "glossary", "topics"):
        records = getattr(registry, shelf)
        yield from _duplicates(shelf, {key: _name_keys(record) for key, record in records.items()}, corpus)
    yield from _duplicates(
        "sources", {key: _source_keys(item) for key, item in registry.sources.items()}, corpus
    )
    yield from _near_names(corpus)


def _duplicates(
    shelf: str, keys: Mapping[str, Iterable[tuple[Key, str]]], corpus: Corpus
) -> Iterator[Finding]:
    first: dict[Key, str] = {}
    told: set[str] = set()
    for record_id, own_keys in keys.items():
        for key, shared in own_keys:
            other = first.setdefault(key, record_id)
            if (
                other != record_id
                and record_id not in told
                and not _are_parts(record_id, other, shelf, corpus)
            ):
                told.add(record_id)
                yield _finding(shelf, record_id, other, f"both have {shared}", corpus)


def _are_parts(one: str, other: str, shelf: str, corpus: Corpus) -> bool:
    """Whether one stakeholder belongs to the other, so that a shared short form is only that."""
    if shelf != "stakeholders":
        return False
    people = corpus.registry.stakeholders
    return other in people[one].part_of or one in people[other].part_of


def _finding(shelf: str, record_id: str, other: str, reason: str, corpus: Corpus) -> Finding:
    place = Place(corpus.registry_files[shelf, record_id], (shelf, record_id), at_key=True)
    note = NotePlace(
        Place(corpus.registry_files[shelf, other], (shelf, other), at_key=True), "the other one stands here"
    )
    facts = {"value": record_id, "other": other, "reason": reason}
    return Finding(place, "probable-duplicate", facts, (note,))


def _name_keys(record: object) -> Iterator[tuple[Key, str]]:
    names = [getattr(record, "name", ""), *getattr(record, "aliases", ())]
    names += [name.text for name in getattr(record, "names", ())]
    for name in dict.fromkeys(names):
        key = _plain(name)
        if key:
            yield (key,), f"the name “{name}”"


def _source_keys(source: Source) -> Iterator[tuple[Key, str]]:
    if source.url:
        yield ("url", source.url.split("#")[0].rstrip("/")), "the same address"
    published = source.published.text if source.published else ""
    title = (_plain(source.title), _plain(source.publisher), published)
    yield ("title", *title), "the same title, publisher and date"


def _plain(name: str) -> str:
    """A name without case, accents, articles, punctuation and doubled letters."""
    decomposed = unicodedata.normalize("NFKD", name.translate(_ARABIC))
    letters = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    if name.isupper() and len(name) <= 5:
        return letters  # IS and is, US and us are not the same
    words = _ARTICLE.sub("", letters.casefold().replace("’", "").replace("'", ""))
    words = re.sub(r"[\W_]+", " ", words).strip()
    return re.sub(r"([^\W\d])\1", r"\1", words)


def _near_names(corpus: Corpus) -> Iterator[Finding]:
    """Stakeholders of one kind whose main names differ by a letter or two and share their consonants."""
    blocks: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for record_id, record in corpus.registry.stakeholders.items():
        name = _plain(record.name)
        for other, other_name in blocks[record.kind, _skeleton(name)]:
            if _is_near(name, other_name) and not _are_parts(record_id, other, "stakeholders", corpus):
                yield _finding("stakeholders", record_id, other, "their names are nearly the same", corpus)
                break
        blocks[record.kind, _skeleton(name)].append((record_id, name))


def _is_near(name: str, other: str) -> bool:
    if name == other or min(len(name), len(other)) < _FEWEST_LETTERS:
        return False
    if re.findall(r"\d+", name) != re.findall(r"\d+", other):
        return False
    return OSA.distance(name, other, score_cutoff=_MOST_CHANGES) <= _MOST_CHANGES


_SAME_SOUND = (
    ("ph", "f"),
    ("kh", "k"),
    ("gh", "g"),
    ("dh", "d"),
    ("th", "t"),
    ("sh", "s"),
    ("q", "k"),
    ("z", "s"),
)


def _skeleton(name: str) -> str:
    """The consonants of a name, with those brought together that stand for one Arabic letter."""
    for pair, letter in _SAME_SOUND:
        name = name.replace(pair, letter)
    return re.sub(r"(.)\1+", r"\1", re.sub(r"[aeiouyw\W]", "", name))
