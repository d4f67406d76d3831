"""The record of what the program knows of one language: its words, marks and numerals.

Each language has a file of its own beside this one. A language without a file has no rules, and then the
program compares words alone and says so.
"""

from __future__ import annotations

from collections.abc import Mapping

import msgspec


class Language(msgspec.Struct, frozen=True, kw_only=True):
    """The words, marks and numerals of one language. All words are in small letters."""

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
    drops_subject: bool = False
    """A verb of saying without a subject goes on with who was last spoken of: Arabic ``وقال``, "and he said"."""
    clitics: tuple[str, ...] = ()
    """Beginnings of a written word that are words of their own, "and" or "for": Arabic ``و``, ``ل``."""
    elisions: tuple[str, ...] = ()
    """Words before a noun with an apostrophe: French ``l'``, ``qu'``."""
    enclitics: tuple[str, ...] = ()
    """Endings of a written word that are pronouns of their own: French ``-t-il``."""
    breaks_into_quotes: bool = False
    """The reporter's "she said" may stand within the marks: « Oui, dit-elle, nous partons. »"""
    capital_nouns: bool = False
    """Every noun has a capital letter, so that one alone shows no name, as in German."""
    genitives: tuple[str, ...] = ()
    """Endings of a name in the genitive without an apostrophe: German ``Beckers``."""
    has_constructs: bool = False
    """A noun owns nothing by a preposition but by standing before its owner, as in Arabic ``محامي كريم``."""
    honorifics: frozenset[str] = frozenset()
    """Titles that stand right before a name and own nothing by that: Arabic ``د``."""
    pronoun_endings: tuple[str, ...] = ()
    """Endings of a noun that say whose it is: Arabic ``زوجها``, her husband."""
    definite: tuple[str, ...] = ()
    """Beginnings of a word that are its article: Arabic ``ال``."""
    impersonal: tuple[str, ...] = ()
    """Verbs of saying that say nothing of who speaks: German ``heißt es``."""
    signing: tuple[str, ...] = ()
    """Words between a quotation and its speaker that have other uses elsewhere: German ``so``."""
    behind_speaker: frozenset[str] = frozenset()
    """Words behind the name of a speaker that stand for a verb of saying: German ``zufolge``, Arabic ``قوله``."""
    feminine_verbs: frozenset[str] = frozenset()
    """Verbs of saying in a form that only a woman, or a feminine noun, is the subject of."""
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
    authoring: frozenset[str] = frozenset()
    """Words between a document and whoever it is by: ``by``, ``from``."""
    issued: frozenset[str] = frozenset()
    """Kinds of documents that somebody issues: ``statement``, ``remarks``, ``interview``."""
    as_saying: frozenset[str] = frozenset()
    """Words between somebody quoted and a participle of saying: ``as`` in "quoted Reed as saying"."""
    perceiving: frozenset[str] = frozenset()
    """Verbs before somebody else and what they say: ``heard`` in "Reed heard them say"."""
    judging: frozenset[str] = frozenset()
    """Verbs of saying that judge what is behind them: ``criticised`` in "Reed criticised the slogan “…”"."""
    unsaid: frozenset[str] = frozenset()
    """Auxiliary verbs that tell of something not said, or not yet: ``might`` in "Reed might say"."""
    unsaid_before: frozenset[str] = frozenset()
    """Those that do so before a perfect alone: ``would`` in "Reed would have said"."""
    perfect: frozenset[str] = frozenset()
    """The auxiliary verb of that perfect: ``have``."""
    falsely: frozenset[str] = frozenset()
    """Words that take back what somebody is quoted as saying: ``wrongly``."""
    after_not: frozenset[str] = frozenset()
    """Words behind "not" with which it negates nothing: ``only``."""
    hypotheses: frozenset[str] = frozenset()
    """Words that begin a clause which is only supposed: ``if``."""
    supposing: frozenset[str] = frozenset()
    """Verbs that open a sentence which supposes or asks: ``had`` in "Had Reed said", ``did`` in "Did Reed say"."""
    intending: frozenset[str] = frozenset()
    """Words before "to say" that tell of a plan, a wish or a rumour: ``expected``."""
    hearsay: frozenset[str] = frozenset()
    """Nouns before what may never have been said: ``rumours`` in "rumours that Reed said"."""
    nobodies: tuple[str, ...] = ()
    """Subjects that are nobody: ``no one``."""
    owners: Mapping[str, str] = {}
    """Words before somebody who belongs to another, with the other's gender: ``her`` in "her husband"."""
    topics: frozenset[str] = frozenset()
    """Prepositions before somebody spoken of or to, who does not speak: ``about``, ``to``."""
    possessives: tuple[str, ...] = ()
    """Endings of a name that owns the noun behind it: ``'s``."""
    particles: frozenset[str] = frozenset()
    """Small words within names: ``al``, ``bin``, ``van``, ``de``."""
    words_of: frozenset[str] = frozenset()
    """Nouns behind the name of whoever a quotation belongs to: "in Reed's words", "Reed's claim that"."""
    leaving_open: frozenset[str] = frozenset()
    """Words beside a verb of saying that leave open whether anything was said: ``nie``, French ``aurait``."""
    impersonal_pronouns: frozenset[str] = frozenset()
    """Pronouns for nobody in particular: German ``man``."""
    citing: tuple[str, ...] = ()
    """Words and phrases in front of a quotation that its speaker quotes from another: French ``citant``."""
    bodies: frozenset[str] = frozenset()
    """Nouns before a name that make it a body's: French ``fondation``."""
    documents: frozenset[str] = frozenset()
    """Nouns for what somebody writes, where "of" stands before a document's author and an aide's master alike."""
    postpositions: frozenset[str] = frozenset()
    """Prepositions that may stand behind their noun: German ``gegenüber``."""
    nominatives: frozenset[str] = frozenset()
    """Pronouns that are a subject wherever they stand: German ``er``, in "Becker antwortete er"."""
    object_verbs: frozenset[str] = frozenset()
    """Verbs of saying behind which whom they are said to may stand without a preposition: Arabic ``سأل``."""
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
    """Negations of several words: ``rather than``, ``far from``."""
    negative_beginnings: tuple[str, ...] = ()
    """How a word begins that carries a negation with it: ``n'`` of French."""
    negative_endings: tuple[str, ...] = ()
    """How a word ends that does: ``n't``."""
    denials: frozenset[str] = frozenset()
    """Verbs that deny what follows them, in every form: ``deny``, ``doubt``, ``refuse``."""
    conditions: tuple[str, ...]
    """Words and phrases that make a clause conditional: ``if``, ``unless``, ``provided that``."""
    modals: frozenset[str]
    """``may``, ``might``, ``could``, ``must``…"""
    auxiliaries: frozenset[str] = frozenset()
    """The finite forms of the verbs that help others: ``is``, ``have``, ``did``."""
    first_person: frozenset[str] = frozenset()
    """``i``, ``we``, ``our``…"""
    other_persons: frozenset[str] = frozenset()
    """Pronouns of the second and third person in all their forms but the subject's: ``their``, ``him``."""
    function_words: frozenset[str] = frozenset()
    """Words that square brackets may take the place of without changing what is told: pronouns, articles,
    prepositions and auxiliary verbs."""
    demonstratives: frozenset[str] = frozenset()
    """Words that point at something, so that square brackets may say what: ``this``, ``those``, ``such``."""
    complementizers: frozenset[str] = frozenset()
    """Words that begin what is said, thought or asked: ``that``, ``whether``."""
    question_words: frozenset[str] = frozenset()
    """Words that begin a question within a sentence: ``how``, ``why``, ``what``."""
    naming: frozenset[str] = frozenset()
    """Verbs of saying that give a name, in every form: ``called`` in "Reed called “…” a lie"."""
    opinions: frozenset[str] = frozenset()
    """Verbs of thinking and claiming that are no verbs of saying, in every form: ``believe``, ``thinks``."""
    irregular: tuple[frozenset[str], ...] = ()
    """Forms of one verb that do not begin alike: ``go``, ``went``."""
    separable: frozenset[str] = frozenset()
    """Prefixes that stand apart from their verb at the end of a clause, and turn what it means: German ``ab``."""
    asking: frozenset[str] = frozenset()
    """Words that open a question and nothing else: Arabic ``هل``."""
    conjunctions: frozenset[str] = frozenset()
    """Words that begin a further main clause: ``and``, ``but``."""
    subjects: frozenset[str] = frozenset()
    """Pronouns of the first and third person that are nothing but the subject of a verb: ``we``, ``they``. A language
    whose verb may stand apart from its subject has none."""
    second_person: frozenset[str] = frozenset()
    """``you``, ``your``…"""
    singular_person: frozenset[str] = frozenset()
    """The pronouns of one speaker alone: ``i``, ``my``; those of several are not among them."""
    harmless: tuple[str, ...] = ()
    """Phrases that hold a negation or a condition and turn nothing: ``no doubt``, ``if i may say so``."""
    hedges: frozenset[str] = frozenset()
    """Words that leave open whether a thing is so: ``perhaps``, ``allegedly``."""
    limits: frozenset[str] = frozenset()
    """Words without which a thing is told of as more, or as less, than it is: ``almost``, ``partly``, ``only``."""
    turning: frozenset[str] = frozenset()
    """Words that set somebody or something against what they stand before: ``against``, ``enemies``."""
    falsehoods: frozenset[str] = frozenset()
    """Words that call a whole statement untrue: ``lie``, ``rumour``, ``absurd``."""
    unmaking: frozenset[str] = frozenset()
    """Words before a noun by which what it names is none, or no longer: ``so-called``, ``would-be``, ``former``."""
    unmaking_behind: frozenset[str] = frozenset()
    """Words that unmake the noun before them."""
    times: frozenset[str] = frozenset()
    """Words that begin a clause on which one about the future depends: ``when``, ``once``."""
    future: frozenset[str] = frozenset()
    """Words that put a clause in the future: ``will``."""
    inverted: frozenset[str] = frozenset()
    """Verbs that make a condition by standing before their subject: ``should`` in "should they come"."""
    restricting: frozenset[str] = frozenset()
    """Words at the beginning of a sentence that make what follows its only case: ``only``."""
    quantifiers: frozenset[str] = frozenset()
    """Words for how many or how much: ``all``, ``some``, ``fewer``."""
    placing: frozenset[str] = frozenset()
    """Prepositions with which square brackets may add whose or where a thing is: ``of``, ``in``."""
    inflections: frozenset[str] = frozenset()
    """Endings by which the forms of one word differ: ``s``, ``ed``, ``ing``; empty where they are not told apart."""
    exchanged: frozenset[str] = frozenset()
    """Endings that take one another's place in the forms of one word, besides those: ``y`` and ``ies``."""
    adverb_endings: tuple[str, ...] = ()
    """Endings of the adverbs that are made of adjectives: ``ly``."""
    no_adverbs: frozenset[str] = frozenset()
    """Words with such an ending that are none: ``family``."""
    counting_stops: frozenset[str] = frozenset()
    """Abbreviations that are words of their own unless a number follows: ``no`` in "No. 5"."""

    # Figures and dates
    months: Mapping[str, int]
    """The names of months and their short forms, with the number of the month."""
    ordinal_stop: bool = False
    """A full stop behind a number of one or two digits makes it an ordinal, as in German ``3. Mai``."""
    capital_months: bool = True
    """Months are written with a capital letter, so that ``may`` is none."""
    near_days: frozenset[str] = frozenset()
    """Words for a day counted from that of speaking: ``yesterday``."""
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

    def without_elision(self, word: str) -> str:
        """Return a word in small letters without the word elided before it: ``aider`` of ``l'aider``."""
        beginning = next((item for item in self.elisions if word.startswith(item)), "")
        return word.removeprefix(beginning)

    @property
    def long_months(self) -> tuple[str, ...]:
        """The names of months that have several words: ``كانون الثاني``."""
        return tuple(name for name in self.months if " " in name)
