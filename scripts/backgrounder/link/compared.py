"""Says what of a brief has been compared with its sources, in figures and in words.

Page, handout, book, ``check`` and ``verify`` take their words from here, so that none of them claims more than
another. What a proof is worth is said by its grade alone; nothing here looks at a text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from backgrounder.model.brief import Brief, MarkedTerm, Record
from backgrounder.model.corpus import walk
from backgrounder.model.languages import english_name, is_compared_whole
from backgrounder.model.proof import Proof, SpeakerGrade
from backgrounder.model.registry import Registry, Source
from backgrounder.spans import Path

Proofs = Mapping[Path, Proof]
"""The proofs of a brief's quotations, by the path of the record that holds each."""
Passages = Sequence[Proof]
"""The proofs of the words that are quoted in running text: one for each passage, of which a text may hold several."""

_WHOLE = (SpeakerGrade.NAMED, SpeakerGrade.LABELLED)
"""The source itself says who speaks."""
_NOT_WHOLE = {
    SpeakerGrade.INFERRED: "inferred",
    SpeakerGrade.DESK: "attributed by the desk",
    SpeakerGrade.OPEN: "not established",
    SpeakerGrade.NO_RULES: "not compared",
    SpeakerGrade.NONE: "not given",
}
"""Words of a line of figures for a speaker whom the source does not name."""
_FACTS = ("dates", "names", "small figures")
"""Comparisons that English alone has whole, in the order in which readers are told."""
_IN_SHORT = {
    SpeakerGrade.NAMED: "the source itself says who speaks",
    SpeakerGrade.INFERRED: "the source points at the speaker without the name",
    SpeakerGrade.DESK: "the desk says who speaks, and how it knows",
    SpeakerGrade.OPEN: "the program could not tell from the source who speaks; the name is the desk’s",
    SpeakerGrade.NO_RULES: "the program has no rules for the language of the source; the name is the desk’s",
}
"""How the speaker is known, behind the words of each mark."""
_EXPLAINED = {
    SpeakerGrade.NAMED: "The source names this speaker beside them.",
    SpeakerGrade.LABELLED: "The label of a transcript, or the heading or publisher of the document, gives this speaker.",
    SpeakerGrade.INFERRED: "The source does not name the speaker beside them: a pronoun, a title or what stands before "
    "points at this one.",
    SpeakerGrade.DESK: "Who speaks has not been verified: the desk says who it is, and how it knows.",
    SpeakerGrade.OPEN: "The program could not tell from the source who speaks: the name is the desk’s.",
    SpeakerGrade.NONE: "No speaker is given for them.",
}


class Comparison(msgspec.Struct, frozen=True, kw_only=True):
    """The quotations of one brief that have been compared, and the comparisons that did not run."""

    quotations: int = 0
    """How many there are, compared or not."""
    grades: dict[SpeakerGrade, int] = {}
    """How many quotations have had their words compared, by how the speaker is known."""
    passages: int = 0
    """How many passages quoted in running text have had their words compared; they are no quotations."""
    unruled: tuple[str, ...] = ()
    """English names of the languages for which there are no rules, so that speakers were not compared."""
    partly: dict[str, str] = {}
    """Sources in languages that not every comparison knows, each with the English name of its language."""
    partly_itself: str = ""
    """The English name of the language of the brief, where the same holds for it."""
    uncompared: frozenset[str] = frozenset()
    """Things that these languages leave without comparison, in the plural: ``dates``."""

    @property
    def words(self) -> int:
        """How many quotations have had their words compared."""
        return sum(self.grades.values())

    @property
    def speakers(self) -> int:
        """How many quotations have a speaker whom the source itself gives."""
        return sum(self.grades.get(grade, 0) for grade in _WHOLE)


def comparison(
    brief: Brief,
    registry: Registry | None,
    proofs: Proofs,
    uncompared: frozenset[str] | None = None,
    passages: int = 0,
) -> Comparison:
    """Return what the proofs say of a brief's quotations, and what its languages leave without comparison.

    ``passages`` is how many the brief quotes in running text and that have been compared.

    ``uncompared`` is what did not run because of the languages, as the comparisons themselves say it; where they do
    not, it is all that only English has.
    """
    quoting = [path for path, record in walk(brief) if getattr(record, "quote", None)]
    found = [proofs[path] for path in quoting if path in proofs]
    sources = registry.sources if registry else {}
    return Comparison(
        quotations=len(quoting),
        grades=dict(Counter(proof.grade for proof in found)),
        passages=passages,
        unruled=unruled(found, sources),
        partly=_partly(brief, sources),
        partly_itself="" if is_compared_whole(brief.language) else english_name(brief.language),
        uncompared=frozenset(_FACTS) if uncompared is None else uncompared,
    )


def comparison_of(proofs: Sequence[Proof], sources: Mapping[str, Source]) -> Comparison:
    """Return what the proofs themselves say, those of passages in running text among them."""
    spoken = [proof for proof in proofs if not proof.is_of_passage]
    return Comparison(
        quotations=len(spoken),
        grades=dict(Counter(proof.grade for proof in spoken)),
        passages=len(proofs) - len(spoken),
        unruled=unruled(spoken, sources),
    )


def unruled(proofs: Iterable[Proof], sources: Mapping[str, Source]) -> tuple[str, ...]:
    """Return the English names of the languages that kept speakers from being compared, in alphabetical order."""
    cited = {proof.citation.source for proof in proofs if proof.grade is SpeakerGrade.NO_RULES}
    return tuple(sorted({english_name(sources[source].language) for source in cited if source in sources}))


def _partly(brief: Brief, sources: Mapping[str, Source]) -> dict[str, str]:
    """Return the cited sources in other languages than those compared whole, in the order of citation."""
    cited = dict.fromkeys(
        citation.source for _, record in walk(brief) for citation in getattr(record, "cite", ())
    )
    return {
        source: english_name(sources[source].language)
        for source in cited
        if source in sources and not is_compared_whole(sources[source].language)
    }


# One quotation


def mark_of(grade: SpeakerGrade, language: str) -> str:
    """Return the mark beside a quotation; ``language`` is the tag of its source.

    It begins with what is missing where the program itself has not compared the speaker.
    """
    if grade in _WHOLE:
        return "verified: words and speaker"
    match grade:
        case SpeakerGrade.NONE:
            return "words verified"
        case SpeakerGrade.INFERRED:
            return "words verified; speaker inferred from the text"
        case SpeakerGrade.NO_RULES:
            return f"speaker not compared ({_no_rules([english_name(language)])}); words verified"
    return f"speaker {_NOT_WHOLE[grade]}; words verified"


def explanation_of(grade: SpeakerGrade, language: str) -> str:
    """Return a sentence on how the speaker of a quotation is known."""
    if grade is SpeakerGrade.NO_RULES:
        name = english_name(language)
        return f"The program has no rules for {name}, so it has not compared the speaker: the name is the desk’s."
    return _EXPLAINED[grade]


def marks_explained(found: Comparison) -> tuple[tuple[SpeakerGrade, str, str], ...]:
    """Return each mark that a brief has beside its quotations: the strongest grade with it, its words and what
    they mean."""
    used = [grade for grade in _IN_SHORT if grade in found.grades]
    if SpeakerGrade.LABELLED in found.grades and SpeakerGrade.NAMED not in used:
        used.insert(0, SpeakerGrade.NAMED)
    return tuple((grade, _mark_in_short(grade), _IN_SHORT[grade]) for grade in used)


def _mark_in_short(grade: SpeakerGrade) -> str:
    if grade in _WHOLE:
        return "words and speaker"
    return (
        "speaker inferred from the text" if grade is SpeakerGrade.INFERRED else f"speaker {_NOT_WHOLE[grade]}"
    )


# All quotations of a brief, or of a source


def all_told(found: Comparison) -> str:
    """Return what was compared of the quotations and, apart from them, of the passages in running text."""
    parts = (
        [f"{found.quotations:,} {quotations_told(found)}"] if found.quotations or not found.passages else []
    )
    return "; ".join([*parts, *filter(None, [passages_told(found)])])


def passages_told(found: Comparison) -> str:
    """Return what was compared of the passages in running text; empty where there are none."""
    if not found.passages:
        return ""
    passages, speakers = ("passage", "speaker") if found.passages == 1 else ("passages", "speakers")
    return f"{found.passages:,} {passages} quoted in running text: words verified, {speakers} not compared"


def quotations_told(found: Comparison) -> str:
    """Return what was compared of so many quotations, to stand behind their number."""
    if not found.quotations:
        return "quotations"
    is_one = found.quotations == 1
    noun = "quotation" if is_one else "quotations"
    if not found.words:
        return f"{noun}, not yet compared"
    if found.speakers == found.quotations:
        return f"{noun}, {'' if is_one else 'all '}verified: words and speaker"
    if is_one:
        return f"{noun}: words verified; {speakers_told(found)}"
    rest = found.quotations - found.words
    amount = f"{found.words}, not yet compared in {rest}" if rest else "all"
    return f"{noun}: words verified in {amount}; {speakers_told(found)}"


def speakers_told(found: Comparison) -> str:
    """Return how the speakers are known whose words were compared: “speaker verified in 9, inferred in 2”."""
    others = [grade for grade in _NOT_WHOLE if grade in found.grades]
    if len(others) == 1 and not found.speakers:
        return f"speaker {_other(others[0], found)}"
    parts = [_other(grade, found, f" in {found.grades[grade]}") for grade in others]
    if found.speakers:
        parts.insert(0, f"verified in {found.speakers}")
    return f"speaker {', '.join(parts)}"


def _other(grade: SpeakerGrade, found: Comparison, amount: str = "") -> str:
    why = f" ({_no_rules(found.unruled)})" if grade is SpeakerGrade.NO_RULES else ""
    return f"{_NOT_WHOLE[grade]}{amount}{why}"


def _no_rules(languages: Sequence[str]) -> str:
    return f"no rules for {_listed(languages)}" if languages else "no rules for the language"


def proofs_told(proofs: Sequence[Proof], sources: Mapping[str, Source]) -> str:
    """Return what was compared of all quotations of a project, words quoted in running text among them."""
    return all_told(comparison_of(proofs, sources)) if proofs else ""


# All else


def facts_told(found: Comparison, names: Mapping[str, object]) -> str:
    """Return a sentence on what the languages leave without comparison; empty where that is nothing.

    ``names`` has how a reader knows each source: its number, or its id.
    """
    missing = _missing(found)
    if not missing or not (found.partly_itself or found.partly):
        return ""
    what = f"{missing[0].upper()}{missing[1:]}"
    if found.partly_itself:
        return f"{what} were not compared: this brief is in {found.partly_itself}."
    if len(found.partly) == len(names):
        which = "the source" if len(names) == 1 else "the sources"
    else:
        numbers = [str(names[source]) for source in found.partly]
        which = f"{'source' if len(numbers) == 1 else 'sources'} {_listed(numbers)}"
    verb = "is" if len(found.partly) == 1 else "are"
    languages = _listed(sorted(set(found.partly.values())))
    return f"{what} were not compared with {which}, which {verb} in {languages}."


def _missing(found: Comparison) -> str:
    """Return in words what the languages leave without comparison; that of speakers is told with the quotations."""
    others = sorted(found.uncompared.difference(_FACTS, ("speakers",)))
    things = [*(fact for fact in _FACTS if fact in found.uncompared), *others]
    return _listed(things) if things else ""


def compared_told(found: Comparison, cited: Iterable[str], texts: Iterable[str]) -> str:
    """Return a line for the desk on what was compared of a brief in this run, and what was not.

    ``cited`` are the ids of its sources, and ``texts`` of those whose texts are here.
    """
    sources = list(cited)
    here = set(texts)
    absent = [source for source in sources if source not in here]
    parts = [all_told(found)]
    if absent:
        them = "their texts are" if len(absent) > 1 else "its text is"
        parts.append(
            f"not compared with {_listed([f'`{source}`' for source in absent])}: figures, dates, names and "
            f"paragraphs ({them} not here, and the lock vouches for quotations alone)"
        )
    if len(absent) < len(sources):
        with_what = "the other sources" if absent else "all sources" if len(sources) > 1 else "the source"
        parts.append(f"figures, dates, names and paragraphs compared with {with_what}")
        partly = {source: language for source, language in found.partly.items() if source in here}
        at_hand = msgspec.structs.replace(found, partly=partly)
        if told := facts_told(at_hand, {source: f"`{source}`" for source in sources}):
            parts.append(f"but {told[0].lower()}{told[1:-1]}")
    elif not sources:
        parts.append("no source is cited")
    return "; ".join(parts)


# Words in quotation marks that quote nobody


def quoting_nobody(record: Record) -> tuple[MarkedTerm, ...]:
    """Return the words in quotation marks that quote nobody, each once, in the order of the record."""
    found = [part for _, part in walk(record) if type(part) is MarkedTerm]
    return tuple({(term.words, term.reason): term for term in found}.values())


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
