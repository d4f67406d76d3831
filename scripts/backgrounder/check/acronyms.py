"""Acronyms that a brief uses and nothing explains.

An acronym is explained anywhere in the brief by its full name beside it, as in "Popular Mobilization
Forces (PMF)" or "PMF (Popular Mobilization Forces)", or by words whose initials it is; by a glossary term
that the brief lists; by a stakeholder or a publisher of that name. Left alone are roman numerals, words in
capitals for emphasis, designations such as AK-47, acronyms joined to a word before them, as in anti-ISIS,
and the few that everybody knows. English texts of published briefs only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet

from backgrounder.check.underline import underlined
from backgrounder.diagnostics.diagnostic import Finding, at_most
from backgrounder.model.brief import Brief
from backgrounder.model.choices import BriefStatus
from backgrounder.model.corpus import Corpus
from backgrounder.model.registry import Registry, Term
from backgrounder.model.texts import Text, own_texts
from backgrounder.patterns import late_pattern

_ACRONYM = late_pattern(r"(?<![\w.&/-])[A-Z][A-Z&]*[A-Z](?:-?\d{1,3})?(?=(?:s|’s|'s)?(?![\w&/]))")
_CAPITALS = late_pattern(r"[A-Z][A-Z&]")
_ROMAN = late_pattern(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_DESIGNATION = late_pattern(r"[A-Z]{2,3}-?\d+")
_MOST_LETTERS = 8

COMMON = frozenset(
    [
        *("EU", "NATO", "UK", "UN", "US", "USA"),  # in every news report
        *("AD", "AM", "BC", "GMT", "PM", "UTC"),  # of times of day and years
        *("DC", "EUR", "GBP", "USD"),  # beside the city, beside a sum
        *("AIDS", "DNA", "GPS", "HIV", "ID", "OK", "PDF", "QR", "TV", "VAT"),  # better known than the words
    ]
)
"""What a reader of news knows without being told."""

_EMPHASISED = frozenset(
    [
        *("ALL", "AND", "ANY", "BUT", "IF", "IN", "IS", "MAY", "MUST", "NEVER", "NO", "NONE"),
        *("NOT", "NOW", "ON", "ONLY", "OR", "WAS", "WILL"),
    ]
)
"""Plain words that are sometimes written in capitals."""

_SMALL_WORDS = r"(?:of|the|for|and|in|on|to|de|du|des|la|al|&)"
_LEADING_IN = r"(?:(?:the|or|also|known|as|called|now|formerly|in|short|abbreviated|its)\W+)*"


def unexplained_acronyms(corpus: Corpus) -> Iterator[Finding]:
    """The first use of each such acronym in each published brief."""
    names = known_names(corpus.registry)
    for brief in corpus.briefs:
        yield from acronyms_of(brief, corpus.brief_files[brief.slug], names, corpus.registry.glossary)


def acronyms_of(
    brief: Brief, file: str, names: AbstractSet[str], glossary: Mapping[str, Term]
) -> Iterator[Finding]:
    """The first use of each in one brief; none where it is not published, or not in English."""
    if brief.status is BriefStatus.PUBLISHED and brief.language.startswith("en"):
        yield from at_most(_of_brief(brief, file, names, glossary), file)


def known_names(registry: Registry) -> set[str]:
    """Every word of the names of stakeholders and publishers."""
    stakeholders = registry.stakeholders.values()
    publishers = {source.publisher for source in registry.sources.values()}
    return _words([*(name for item in stakeholders for name in (item.name, *item.aliases)), *publishers])


def _words(names: list[str]) -> set[str]:
    words = {word for name in names for word in re.findall(r"[\w&-]+", name)}
    return words | {word[:-1] for word in words if word.endswith("s") and word[:-1].isupper()}


def _of_brief(
    brief: Brief, file: str, names: AbstractSet[str], glossary: Mapping[str, Term]
) -> Iterator[Finding]:
    if not own_texts(brief).joined.may_have_capitals:
        return
    texts = sorted(own_texts(brief), key=lambda text: text.path == ("sourcing",))  # it is read last
    uses = _first_uses([text for text in texts if _CAPITALS.search(text.text)])
    if not uses:
        return
    whole = "\n".join(text.text for text in texts)
    terms: set[str] = set().union(*(_words_of(glossary[term]) for term in brief.terms if term in glossary))
    for acronym, (text, start) in uses.items():
        if (
            acronym in names
            or acronym in terms
            or _is_explained(acronym, whole)
            or _is_spelt_out(acronym, whole)
        ):
            continue
        place = underlined(file, text.path, text.text, start, start + len(acronym))
        facts = {"value": acronym, "help": _help(acronym, glossary)}
        yield Finding(place, "unexplained-acronym", facts)


def _first_uses(texts: list[Text]) -> dict[str, tuple[Text, int]]:
    uses: dict[str, tuple[Text, int]] = {}
    for text in texts:
        if text.text.isupper():
            continue
        own_words = text.own_words
        for found in _ACRONYM.finditer(own_words):
            if not _is_plain(found[0]) and not _is_shouted(found, own_words):
                uses.setdefault(found[0], (text, found.start()))
    return uses


def _is_plain(word: str) -> bool:
    """Whether a word in capitals needs no explanation."""
    return (
        word in COMMON
        or word in _EMPHASISED
        or sum(map(str.isalpha, word)) > _MOST_LETTERS
        or bool(_ROMAN.fullmatch(word) or _DESIGNATION.fullmatch(word))
    )


def _is_shouted(found: re.Match[str], text: str) -> bool:
    """Whether a word in capitals stands beside another, as in "AS SOON AS POSSIBLE"."""
    before = re.search(r"\b([A-Z]{2,})\s+\Z", text[: found.start()])
    after = re.match(r"\s+([A-Z]{2,})\b", text[found.end() :])
    return any(beside is not None and beside[1] not in COMMON for beside in (before, after))


def _is_explained(acronym: str, whole: str) -> bool:
    """Whether the acronym stands in brackets after its full name, or the full name after the acronym."""
    written = rf"[“\"*_]*{re.escape(acronym)}s?[”\"*_]*"
    in_brackets = rf"\(\s*{_LEADING_IN}{written}\s*(?:[),;:–—]|(?:or|also|in)\b)"
    in_words = rf"\b{written}\s+(?:\([^)]*\s|stands? for\b|(?:is|are) short for\b)"
    return re.search(f"{in_brackets}|{in_words}", whole) is not None


def _is_spelt_out(acronym: str, whole: str) -> bool:
    """Whether words in a row have its letters as initials: capitals, or lower case in longer words."""
    letters = [letter for letter in acronym if letter.isalpha()]
    between = rf"[\s-]+(?:{_SMALL_WORDS}\s+)*"
    capitals = between.join(rf"{letter}[\w’]+" for letter in letters)
    lower = between.join(rf"{letter.lower()}\w{{3,}}" for letter in letters)
    return re.search(rf"\b(?:{capitals}|{lower})\b", whole) is not None


def _words_of(term: Term) -> set[str]:
    return _words([term.name, *term.aliases])


def _help(acronym: str, glossary: Mapping[str, Term]) -> str:
    known = next((term_id for term_id, term in glossary.items() if acronym in _words_of(term)), None)
    return f"add `{known}` to the `terms:` of this brief; the glossary explains it" if known else ""
