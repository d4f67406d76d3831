"""Stakeholders that a brief lists and says nothing about.

Whoever might be meant by a word counts as named: a person by the surname alone, a group by any longer word
of its name, everybody in small letters too, and a whole by its parts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from backgrounder.diagnostics.diagnostic import Finding, at_most
from backgrounder.model.brief import Brief, Involvement
from backgrounder.model.choices import BriefStatus, StakeholderKind
from backgrounder.model.corpus import Corpus, walk
from backgrounder.model.names import Names
from backgrounder.model.registry import Stakeholder
from backgrounder.model.texts import own_texts
from backgrounder.spans import Place

_FEWEST_LETTERS = 5
"""A word of a name that is shorter, or a name, may stand in a text by chance."""


def silent_stakeholders(corpus: Corpus) -> Iterator[Finding]:
    """Those of published briefs who neither want, say nor do anything in them, nor are named anywhere else.

    A state counts as named by any of its names, adjectives such as "Iraqi" among its aliases included.
    """
    people = corpus.registry.stakeholders
    names = Names(people, with_adjectives=True)
    for brief in corpus.briefs:
        yield from silent_of(brief, corpus.brief_files[brief.slug], names, people)


def silent_of(brief: Brief, file: str, names: Names, people: dict[str, Stakeholder]) -> Iterator[Finding]:
    """Those of one brief; none where it is not published."""
    if brief.status is BriefStatus.PUBLISHED:
        yield from at_most(_of_brief(brief, file, names, people), file)


def _of_brief(brief: Brief, file: str, names: Names, people: dict[str, Stakeholder]) -> Iterator[Finding]:
    silent = [(index, item.who) for index, item in enumerate(brief.stakeholders) if _says_nothing(item)]
    if not silent:
        return
    referred_to = _referred_to(brief)
    for index, who in silent:
        if who in referred_to or who not in people:
            continue
        text = _text_around(brief, index)
        seen = referred_to.union(names.found_in(text))
        if who not in seen and not _is_meant(people[who], text) and not _has_part_in(who, seen, people):
            yield Finding(Place(file, ("stakeholders", index, "who")), "silent-stakeholder", {"value": who})


def _says_nothing(item: Involvement) -> bool:
    return item.position is None and item.interest is None and item.quote is None


def _referred_to(brief: Brief) -> set[str]:
    """Who is referred to by id outside the list of stakeholders."""
    seen: set[str] = set()
    for path, record in walk(brief):
        if path[:1] != ("stakeholders",):
            seen.update(getattr(record, "actors", ()))
            seen.update(who for field in ("who", "by") if (who := getattr(record, field, None)))
    return seen


def _text_around(brief: Brief, index: int) -> str:
    """Every text but the one about the stakeholder itself, the sentences of others included."""
    own = ("stakeholders", index)
    texts = [text.text for text in own_texts(brief) if text.path[:2] != own]
    quoted = [quote.words for _, record in walk(brief) if (quote := getattr(record, "quote", None))]
    return " ¶ ".join([*texts, *quoted])


def _is_meant(record: Stakeholder, text: str) -> bool:
    """Whether a text may mean a stakeholder without using one of its names as it is written."""
    meant = [name for name in (record.name, *record.aliases) if len(name) >= _FEWEST_LETTERS]
    if record.kind is StakeholderKind.PERSON:
        meant.append(record.name.split()[-1])
    elif record.kind is StakeholderKind.GROUP:
        meant += [word for word in re.findall(r"\w+", record.name) if len(word) >= _FEWEST_LETTERS]
    either = "|".join(map(re.escape, meant))
    return bool(meant) and re.search(rf"\b(?:{either})s?\b", text, re.IGNORECASE) is not None


def _has_part_in(who: str, seen: set[str], people: dict[str, Stakeholder]) -> bool:
    return any(who in people[part].part_of for part in seen if part in people)
