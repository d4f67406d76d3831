"""Briefs that nobody should write and somebody will: too much of one thing, too long, next to nothing."""

from __future__ import annotations

import itertools
from typing import Any

from test_handout import ARABIC, SORANI, brief, cite, event, full_brief

from backgrounder.model.brief import (
    Brief,
    Involvement,
    Judgement,
    MarkedTerm,
    Position,
    Question,
    Quotation,
    Statement,
    StatementGroup,
)
from backgrounder.model.choices import Confidence, Handling, QuestionStatus
from backgrounder.model.dates import parse_day, parse_edtf
from backgrounder.model.likelihood import Likelihood

_WORDS = itertools.cycle("port quay crane vessel tide harbour council letter plan cost year union".split())
_ENDLESS = "x" * 400


def prose(letters: int) -> str:
    """Sentences of about so many letters, and no more."""
    text = ""
    while True:
        sentence = " ".join(itertools.islice(_WORDS, 11)).capitalize() + ". "
        if len(text) + len(sentence) > letters:
            return text.strip() or "Nothing."
        text += sentence


def _statements(count: int, letters: int = 160) -> tuple[Statement, ...]:
    return tuple(
        Statement(text=f"Number {number}: {prose(letters)}", cite=cite("rudaw", 1 + number % 9))
        for number in range(count)
    )


def _question(name: str, **fields: Any) -> Question:
    usual = {
        "ask": f"What of {name}?",
        "status": QuestionStatus.OPEN,
        "why": prose(120),
        "unknown": prose(80),
        "resolves_when": prose(160),
        "expected": parse_edtf("2021-08"),
    }
    return Question(id=name, **{**usual, **fields})


def _judgement(text: str, because: str) -> Judgement:
    return Judgement(
        text=text,
        because=because,
        likelihood=Likelihood.LIKELY,
        confidence=Confidence.LOW,
        cite=cite("rudaw", 1),
    )


def _of_one_word(word: str, language: str = "en") -> Brief:
    """The same word wherever words may stand."""
    said = Statement(text=word, cite=cite("rudaw", 1), note=word)
    return brief(
        "one-word",
        title=word[:300],
        language=language,
        bottom_line=word,
        key_points=(said, said),
        background=(StatementGroup(heading=word[:300], statements=(said,)),),
        stakeholders=(
            Involvement(who="kadhimi", role=word, position=word, interest=word, cite=cite("rudaw", 2)),
        ),
        timeline=(event("2021-07-20", word), event("2021-07-26", word, planned=True)),
        questions=(
            _question(
                "one-word", ask=word[:300], why=word, unknown=word, resolves_when=word, watch=(word, word)
            ),
        ),
        judgements=(_judgement(word, word),),
        terms=("isis",),
        sourcing=word,
    )


def _at_every_limit() -> Brief:
    line, long = prose(2_000), prose(8_000)
    said = Statement(text=line, cite=cite("rudaw", *range(1, 10)), note=line, computed=line)
    return full_brief(
        "limits",
        title=prose(300),
        bottom_line=line,
        handling=Handling.AMBER_STRICT,
        review_by=parse_day("2021-07-20"),
        key_points=(said,) * 3,
        background=(StatementGroup(heading=prose(300), statements=(said, said)),),
        stakeholders=(
            Involvement(
                who="kadhimi",
                role=line,
                position=line,
                interest=line,
                quote=Quotation(words=prose(300), by="kadhimi", attributed=line, context=line),
                cite=cite("rudaw", 1),
            ),
        ),
        timeline=(event("2021-07-20", line, note=line), event("2021-07-26", line, planned=True)),
        questions=(
            _question(
                "limits",
                ask=prose(300),
                why=long,
                unknown=long,
                resolves_when=long,
                known=(said,),
                watch=(line, line),
                positions=(Position(who="region", text=line, cite=cite("rudaw", 1)),),
            ),
        ),
        judgements=(_judgement(line, line),),
        sourcing=long,
        marked=(MarkedTerm(words=prose(300), reason=line),),
    )


def _all_in(language: str, name: str, sentence: str, ask: str) -> Brief:
    """Nothing in it is English but what the sheet says itself."""
    said = Statement(text=sentence, cite=cite("second", 2), note=sentence)
    quotation = Quotation(words=name, by="kadhimi", attributed=sentence, context=sentence)
    quoted = Statement(text=sentence, cite=cite("second", 3), quote=quotation)
    return brief(
        f"all-{language}",
        title=name,
        language=language,
        bottom_line=" ".join([sentence] * 3),
        key_points=(said, quoted, said),
        background=(StatementGroup(heading=name, statements=(said, quoted) * 4),),
        stakeholders=(
            Involvement(who="kadhimi", role=sentence, position=sentence, cite=cite("second", 1)),
            Involvement(who="region", role=sentence, interest=sentence, cite=cite("second", 4)),
        ),
        timeline=(event("2021-07-19", sentence), event("2021-07-26", sentence, planned=True)),
        questions=(
            _question(
                "a", ask=ask, why=sentence, unknown=sentence, resolves_when=sentence, watch=(sentence,)
            ),
        ),
        judgements=(_judgement(sentence, sentence),),
        sourcing=sentence,
    )


BRIEFS: dict[str, Brief] = {
    "300 statements": brief("statements", background=_statements(300)),
    "a word of 400 letters": _of_one_word(_ENDLESS),
    "words of 60 letters": _of_one_word(" ".join(["y" * 60] * 6)),
    "every field at its limit": _at_every_limit(),
    "nearly empty": brief("empty"),
    "all Arabic": _all_in(
        "ar", ARABIC, f"قال {ARABIC} إن المحادثات تستمر حتى نهاية الأسبوع.", "متى تنسحب القوات؟"
    ),
    "all Sorani": _all_in("ckb", SORANI, f"{SORANI} دەڵێت گفتوگۆکان بەردەوامن.", "کەی هێزەکان دەکشێنەوە؟"),
    "60 stakeholders": brief(
        "stakeholders",
        stakeholders=tuple(
            Involvement(
                who=("kadhimi", "region")[number % 2],
                role=prose(90),
                position=prose(60 + 40 * (number % 7)),
                interest=prose(90),
                cite=cite("rudaw", 1 + number % 9),
            )
            for number in range(60)
        ),
    ),
    "40 questions": brief("questions", questions=tuple(_question(f"q{number}") for number in range(40))),
    "lists in lists": brief(
        "lists",
        sourcing="\n".join(f"{'   ' * (number % 5)}- {prose(90)}" for number in range(40)),
        questions=(_question("lists", why="1. " + prose(90) + "\n2. " + prose(90) + "\n   - " + prose(60)),),
    ),
    "25 judgements": brief(
        "judgements", judgements=tuple(_judgement(prose(150), prose(250)) for _ in range(25))
    ),
    "400 events": brief(
        "events", timeline=tuple(event(str(1600 + number), prose(100)) for number in range(400))
    ),
}
"""Each by what is the matter with it."""
