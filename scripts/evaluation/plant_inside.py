"""Distortions that can be made of a quotation alone. Each rule yields the name of its row and the words."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator

from evaluation.probes import pick
from evaluation.true import is_long, sentences

_KEPT = 9
"""So many words stay before or behind a cut."""
_NEGATION = re.compile(
    r"(?<=\s)(?:not|no|never|nobody|nothing|cannot|neither|\w+n[’']t)(?=\s)", re.IGNORECASE
)
_AUXILIARY = re.compile(
    r"\b(will|is|are|was|were|can|should|would|must|could|may|might)\b (?!not\b|never\b|n[’']t)"
)
_MONTHS = "January February March April May June July August September October November December".split()
_MONTH = re.compile(rf"\b(?:{'|'.join(month for month in _MONTHS if month not in ('March', 'May'))})\b")
_NUMBERS = "two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty".split()
_NUMBER = re.compile(rf"(?<![\w$.,-])(?:\d+(?:,\d{{3}})*(?:\.\d+)?|{'|'.join(_NUMBERS)})(?![\w%-]|[.,]\d)")
_PERSONS = (("our", "their"), ("we", "they"), ("I", "he"), ("my", "his"), ("us", "them"))
_MODALS = (("will", "shall"), ("may", "must"), ("can", "could"), ("should", "must"), ("would", "will"))
_MODAL = re.compile(r"(?<=\s)(?:will|would|could|may|might|must|should|can)(?=\s)")
_NOUN = re.compile(
    r"\bthe ([a-z]{4,})(?=[.,;?!]|$| (?:of|is|was|are|were|in|on|to|that|and|has|have|will|for)\b)"
)
_SUBJECT = re.compile(
    r"\b(?:think|believe|know|hope|fear|say|said|sure|saying|that|because) "
    r"((?:he|she|they|it|we|I|you|the \w+|[A-Z]\w+(?: [A-Z]\w+)?)) "
    r"(?:will|would|is|are|was|were|has|have|had|can|could|should|must|did|do)\b"
)
_SMALL = frozenset(
    "that this with from have been were will would could should their there they them than then when what which who"
    " about into over under more most some such only also very just your ours here does didn wasn".split()
)
_CONTENT = re.compile(r"(?<![\w’'-])[a-z]{4,}(?![\w’'-])")
_CONDITION_FIRST = re.compile(
    r"^(?:If|Unless|Until|As long as|Provided(?: that)?)\b(?! (?:not|anything|so)\b)[^,]+, "
    r"(?:then )?(?=(?:I|we|you|he|she|they|it|that|this|there|the|a|an|my|our|your|his|people|everyone|nobody)\b)(.+)$"
)
_SUBJECTS = (
    r"(?:I|we|you|he|she|they|it|that|this|these|those|there|the|a|an|my|our|your|his|her|their|people|somebody|someone"
    r"|anybody|[A-Z]\w+)\b"
)
_CONDITION_LAST = re.compile(
    rf"^(?P<main>(?:(?:And|But|So|Well,) )?(?:[A-Z]\w*|{_SUBJECTS})(?:[’']\w+)? .+?),? (?P<word>if|unless|until|as long as) (?={_SUBJECTS})"
    rf"(?! *you will\b)(?!.*, (?:then )?{_SUBJECTS})"
)
_ASKING = re.compile(
    r"\b(?:see|know|knows|knew|ask|asks|asked|asking|asking? \w+|ask \w+|wonder|wondered|wondering|question|sure|remember"
    r"|tell|tell \w+|decide|determine|find out|care|matter|even|as|what|only|say|like|and|or|but|not|that|because|cause|of|for|from"
    r"|than|think|believe|fearful|surprised|glad|with|to|in|on)$",
    re.IGNORECASE,
)
_DENIALS = (
    re.compile(
        r"\b(?i:I|we|they|he|she|you|people)(?: (?:do|does|did) not| (?:do|does|did)n[’']t|[’']ve never| have never| never)"
        r" (?:believed?|think|thought|sa(?:y|id)|mean|claim(?:ed)?|suggest(?:ed)?|agree|accept|feel|felt|expect) (?:that )?"
        rf"(?={_SUBJECTS})(.+)$"
    ),
    re.compile(
        rf"\b(?:not|n[’']t) (?:true|clear|certain|possible|sure|convinced|saying|suggesting) (?:that )?(?={_SUBJECTS})(.+)$"
    ),
    re.compile(
        rf"(?<!any )(?<!no )(?<!not )(?<!n[’']t )\b(?:deny|denies|denied|doubts?|doubted) that (?={_SUBJECTS})(.+)$"
    ),
    re.compile(rf"\bno (?:evidence|reason|way|indication|proof|sign) (?:that )?(?={_SUBJECTS})(.+)$"),
)
_FILLER = (
    "[The owners of the wells have now admitted that they]",
    "[have to hand over all of the oil by force]",
)
_CUTS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("thousands", re.compile(r"(?<![\w,])\d{1,3},(?=\d{3}\b)")),
    ("decimals", re.compile(r"(?<![\w.,])\d*\.(?=\d)")),
    ("hyphens", re.compile(r"(?<![\w-])[A-Za-z]{2,}-(?=[A-Za-z]{2,})")),
    (
        "contractions",
        re.compile(r"\b(?:can|do|does|did|is|are|was|were|have|has|had|would|could|should)(?=n?[’']t\b)"),
    ),
    (
        "other short forms",
        re.compile(r"\b(?:I|we|he|she|they|you|it)(?=[’'](?:ll|ve|re|d|m)\b)", re.IGNORECASE),
    ),
    ("initials", re.compile(r"(?<![\w.])[A-Z]\.(?=[A-Z]\b)")),
    ("percent signs", re.compile(r"(?<![\w.,])[\d.,]+(?=%)")),
    ("currency signs", re.compile(r"(?<![\w])[$£€](?=\d)")),
    ("parts of words", re.compile(r"(?<![\w’'-])(?:un|over|under|mis|dis|non)(?=[a-z]{4,})")),
)
_ONLY_END = frozenset({"contractions", "other short forms", "percent signs"})
_ONLY_START = frozenset({"currency signs", "parts of words"})

Rule = Callable[[str, list[str]], Iterator[tuple[str, str]]]


def plant(words: str, nouns: list[str]) -> Iterator[tuple[str, str]]:
    """Yield every distortion of a quotation, with its row. ``nouns`` are words to put in place of others."""
    for rule in (word_boundary, behind_ellipsis, put_in, altered, cut_off, joined):
        yield from rule(words, nouns)


def nouns(text: str) -> list[str]:
    """Return nouns of an article: the small words between "the" and what can only stand behind a noun."""
    return sorted(set(_NOUN.findall(text))) or ["oil"]


def words_like(text: str) -> str:
    """Return the words as a reader counts them, in small letters with one space between: ``2,500``, ``can't``."""
    found = re.findall(r"[$£€]?\w+(?:[-’'.,]\w+)*(?:(?<=\b\w\.\w)\.)?%?", text.lower())
    return " ".join(found).replace("’", "'")


def word_boundary(words: str, _: list[str]) -> Iterator[tuple[str, str]]:
    """Yield quotations that begin or end inside of what a reader takes for a word."""
    for name, pattern in _CUTS:
        for match in list(pattern.finditer(words))[:2]:
            tail = " ".join(words[match.end() :].split()[:_KEPT]).rstrip(",.")
            head = " ".join(words[: match.end()].split()[-_KEPT:]).rstrip(".,$-")
            if name not in _ONLY_END and len(tail.split()) > 2:
                yield f"word boundary: {name}, start", tail
            if name not in _ONLY_START and len(head.split()) > 2:
                yield f"word boundary: {name}, end", head


def behind_ellipsis(words: str, _: list[str]) -> Iterator[tuple[str, str]]:
    """Yield quotations with a word left out on which the sense hangs."""
    for sentence in sentences(words):
        for row, pattern in (
            ("negation behind …: the word", _NEGATION),
            ("left out: modal behind …", _MODAL),
            ("left out: number behind …", _NUMBER),
        ):
            for match in list(pattern.finditer(sentence))[:1]:
                yield from _without(row, sentence, match.start(), match.end())
        for match in list(_NEGATION.finditer(sentence))[:1]:
            following = re.match(r"\s+\w+", sentence[match.end() :])
            if following:
                yield from _without(
                    "negation behind …: with the next word",
                    sentence,
                    match.start(),
                    match.end() + following.end(),
                )
        for match in list(_SUBJECT.finditer(sentence))[:1]:
            if not re.search(rf"\b{re.escape(match[1])}\b", sentence[: match.start(1)], re.IGNORECASE):
                yield from _without("left out: subject behind …", sentence, match.start(1), match.end(1))
        for match in list(re.finditer(r", (?:if|unless|until) [^,]+,", sentence))[:1]:
            yield from _without("left out: condition behind …", sentence, match.start(), match.end())


def _without(row: str, sentence: str, start: int, end: int) -> Iterator[tuple[str, str]]:
    before, after = sentence[:start].strip(), sentence[end:].strip()
    if len(before.split()) > 1 and len(re.findall(r"\w+", after)) > 1:
        yield row, f"{before} … {after}"


def put_in(words: str, others: list[str]) -> Iterator[tuple[str, str]]:
    """Yield quotations with words in brackets that were not said."""
    for sentence in sentences(words):
        if not is_long(sentence):
            continue
        if match := _AUXILIARY.search(sentence):
            yield "put in: not", f"{sentence[: match.end(1)]} [not] {sentence[match.end() :]}"
        if match := _MONTH.search(sentence):
            yield "put in: month", _bracketed(sentence, match, _MONTHS[(_MONTHS.index(match[0]) + 5) % 12])
        if match := _NUMBER.search(sentence):
            yield "put in: number", _bracketed(sentence, match, _other_number(match[0]))
        for here, there in _PERSONS:
            if match := re.search(rf"(?<![\w’'-]){here}(?![\w’'-])", sentence):
                yield f"put in: {there} for {here}", _bracketed(sentence, match, there)
        if match := _NOUN.search(sentence):
            other = pick([noun for noun in others if noun[:4] != match[1][:4]] or ["oil"], sentence)
            yield "put in: noun", f"{sentence[: match.start(1)]}[{other}]{sentence[match.end(1) :]}"
        kept = sentence.split()
        if len(kept) > 5:
            middle = " ".join(kept[len(kept) // 2 : len(kept) // 2 + 2])
            yield "put in: nearly all", f"{_FILLER[0]} {middle} {_FILLER[1]}"


def _bracketed(sentence: str, match: re.Match[str], other: str) -> str:
    return f"{sentence[: match.start()]}[{other}]{sentence[match.end() :]}"


def _other_number(number: str) -> str:
    if number in _NUMBERS:
        return _NUMBERS[(_NUMBERS.index(number) + 3) % len(_NUMBERS)]
    return str((int(number[0]) + 3) % 9 + 1) + number[1:]


def altered(words: str, others: list[str]) -> Iterator[tuple[str, str]]:
    """Yield quotations with a word replaced, left out, or exchanged with its neighbour, without a mark of it."""
    content = [match for match in _CONTENT.finditer(words) if match[0] not in _SMALL]
    inner = [match for match in content if match.start() > 0 and match.end() < len(words.rstrip(".,!?"))]
    if inner:
        match = inner[len(inner) // 2]
        other = pick([noun for noun in others if noun[:4] != match[0][:4]] or ["oil"], words)
        yield "altered: replaced", words[: match.start()] + other + words[match.end() :]
        yield "altered: dropped", words[: match.start()].rstrip() + words[match.end() :]
    for one, two in itertools.pairwise(content):
        if words[one.end() : two.start()] == " " and one[0] != two[0]:
            yield "altered: exchanged", f"{words[: one.start()]}{two[0]} {one[0]}{words[two.end() :]}"
            break
    for here, there in _MODALS:
        if match := re.search(rf"(?<![\w’'-]){here}(?![\w’'-])", words):
            yield f"altered: {there} for {here}", words[: match.start()] + there + words[match.end() :]


def cut_off(words: str, _: list[str]) -> Iterator[tuple[str, str]]:
    """Yield what is left of a sentence without the condition or the denial that governs it."""
    for sentence in sentences(words):
        if (match := _CONDITION_FIRST.match(sentence)) and is_long(match[1]):
            yield "condition cut off: before", match[1]
        if match := _CONDITION_LAST.match(sentence):
            main = match["main"]
            if is_long(main) and not _ASKING.search(main) and not main.startswith(("If ", "What ", "When ")):
                yield f"condition cut off: {match['word']} behind", main
        for denial in _DENIALS:
            if (match := denial.search(sentence)) and is_long(match[1]):
                yield "denial cut off: the clause alone", match[1]
                break


def joined(words: str, _: list[str]) -> Iterator[tuple[str, str]]:
    """Yield the start of one sentence with the end of the next."""
    parts = sentences(words)
    for one, two in list(itertools.pairwise(parts))[:1]:
        start, end = one.split(), two.split()
        if len(start) > 4 and len(end) > 4:
            yield (
                "left out: sentences joined",
                " ".join((*start[: len(start) // 2], "…", *end[len(end) // 2 :])),
            )
