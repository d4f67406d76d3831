"""The record of what the program knows of one language: its words, marks and numerals.

Each language has a file of its own beside this one. A language without a file has no rules, and then the
program compares words alone and says so.
"""

from __future__ import annotations

from collections.abc import Mapping

import msgspec


class Language(msgspec.Struct, frozen=True, kw_only=True):
    """What the comparisons need of one language. All words are in small letters."""

    tag: str
    """The BCP 47 primary tag: ``en``."""
    name: str
    """Its English name, as messages and pages write it."""
    marks: tuple[tuple[str, str], ...]
    """The pairs of quotation marks its printers use, outer ones first."""

    # Attribution
    verbs: tuple[str, ...]
    """Verbs of saying, in every form that news texts use; a space stands in those of several words."""
    according: tuple[str, ...]
    """Phrases before a speaker: ``according to``."""
    pronouns: Mapping[str, str]
    """Pronouns that can be the subject of a verb of saying, with the gender: ``m``, ``f``, or empty."""
    verb_first: bool = False
    """The verb of saying commonly stands before its subject, as in Arabic."""
    titles: frozenset[str] = frozenset()
    """Words before a name that are no part of it: ``mr``, ``senator``, ``minister``."""
    abbreviations: frozenset[str] = frozenset()
    """Words that end in a full stop which ends no sentence, without it: ``rep``, ``sen``, ``gen``."""
    proxies: tuple[str, ...] = ()
    """Words for somebody who speaks for another: ``spokesman``, ``lawyer``, ``aide``."""
    leads_in: frozenset[str] = frozenset()
    """Words that open a sentence with a capital letter and are no names: ``unsurprisingly``, ``meanwhile``."""
    verb_second: bool = False
    """A verb of saying stands before its subject where the sentence opens with something else, as in German."""
    articles: frozenset[str] = frozenset()
    """Words before somebody already spoken of: ``the``, ``this``, ``his``, ``her``."""
    indefinite: frozenset[str] = frozenset()
    """Words before somebody new: ``a``, ``one``, ``another``, ``several``."""
    prepositions: frozenset[str] = frozenset()
    """Words that end the subject before them: ``of``, ``for``, ``in``, ``with``."""
    relatives: frozenset[str] = frozenset()
    """Words that begin a relative clause: ``who``, ``which``, ``whose``."""
    subordinators: frozenset[str] = frozenset()
    """Words that begin a clause within a sentence: ``that``, ``when``, ``because``."""
    adverbs: frozenset[str] = frozenset()
    """Adverbs and auxiliary verbs between a subject and its verb: ``also``, ``later``, ``has``."""
    passives: frozenset[str] = frozenset()
    """Auxiliary verbs that turn a verb of saying round: ``was`` in "was told"."""
    quoting: frozenset[str] = frozenset()
    """Words between such a verb and the speaker's own: ``quoted``, ``cited``."""
    possessives: tuple[str, ...] = ()
    """Endings of a name that owns the noun behind it: ``'s``."""
    particles: frozenset[str] = frozenset()
    """Small words within names: ``al``, ``bin``, ``van``, ``de``."""
    words_of: frozenset[str] = frozenset()
    """Nouns behind the name of whoever a quotation belongs to: "in Reed's words", "Reed's claim that"."""
    participles: tuple[str, ...] = ()
    """Endings of verbs of saying that have no subject behind them: ``ing`` in "he nodded, adding"."""
    infinitives: frozenset[str] = frozenset()
    """Words before a verb that has no subject of its own there: ``to``."""
    agents: frozenset[str] = frozenset()
    """Prepositions before the one who does what a passive tells, or who made a document: ``by``, ``from``."""
    nouns: frozenset[str] = frozenset()
    """Verbs of saying that are nouns too, and so count only behind a subject: ``remarks``, ``claims``."""
    masculine: frozenset[str] = frozenset()
    """Words beside or behind the name of a man: ``mr``, ``his``, ``him``."""
    feminine: frozenset[str] = frozenset()
    """Words beside or behind the name of a woman: ``mrs``, ``ms``, ``her``."""
    short_names: Mapping[str, tuple[str, ...]] = {}
    """Forenames by their short forms: ``bill`` for ``william``."""
    questions: frozenset[str] = frozenset()
    """Labels of the one who asks in a transcript: ``q``, ``question``."""
    answers: frozenset[str] = frozenset()
    """Labels of the one who answers: ``a``, ``answer``."""

    # Omissions, insertions and what governs a stretch
    negations: frozenset[str]
    """Single words that turn a sense round: ``not``, ``never``, ``nobody``, ``hardly``."""
    negating: tuple[str, ...] = ()
    """The same of several words: ``rather than``, ``far from``."""
    denials: frozenset[str] = frozenset()
    """Verbs that deny what follows them, in every form: ``deny``, ``doubt``, ``refuse``."""
    conditions: tuple[str, ...]
    """Words and phrases that make a clause conditional: ``if``, ``unless``, ``provided that``."""
    modals: frozenset[str]
    """``may``, ``might``, ``could``, ``must``…"""
    first_person: frozenset[str] = frozenset()
    """``i``, ``we``, ``our``…"""
    function_words: frozenset[str] = frozenset()
    """Words that square brackets may take the place of without changing what is told: pronouns, articles,
    prepositions and auxiliary verbs."""
    conjunctions: frozenset[str] = frozenset()
    """Words that begin a further main clause: ``and``, ``but``."""

    # Figures and dates
    months: Mapping[str, int]
    """The names of months and their short forms, with the number of the month."""
    weekdays: Mapping[str, int]
    """The days of the week, 0 for Monday."""
    numbers: Mapping[str, float]
    """Numbers in words: ``twelve``, ``half``."""
    scales: Mapping[str, float]
    """Words that multiply: ``thousand``, ``million``, ``dozen``."""
    decimal: str = "."
    """The mark before decimals."""
    thousands: tuple[str, ...] = (",",)
    """The marks between thousands."""
