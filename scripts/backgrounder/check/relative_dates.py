"""Dates that depend on the day they are read, such as "last week".

A brief is read for months; its words must still be true then. English words only. Left alone are:

- quoted words, which are the source's, and what a source's record says of its title and its dating;
- log entries and changes, which stand beside their date and are not rewritten;
- "the last week of July" and "its next year", which count from something else than today;
- what a date right behind it makes exact, as in "next Monday, 26 July 2021";
- names, such as USA Today, and "the Iraq of today", which means the present in general;
- "currently" and "recently", which are vague rather than wrong, and weekdays without "last" or "next",
  which a date nearby often explains.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from backgrounder.check.underline import underlined
from backgrounder.diagnostics.diagnostic import Finding, at_most
from backgrounder.model.brief import Brief, Change, LogEntry
from backgrounder.model.corpus import Corpus, records_by_file
from backgrounder.model.months import MONTHS, WEEKDAYS
from backgrounder.model.registry import Source
from backgrounder.model.texts import Text, Texts, own_texts
from backgrounder.patterns import late_pattern

_UNIT = r"(?:week|month|year|decade|night|weekend|summer|autumn|winter|spring|quarter)"
_DAY = f"(?:{'|'.join(WEEKDAYS)})"
_MONTH = f"(?:{'|'.join(MONTHS)})"
_COUNT = (
    r"(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|some|a\s+few"
    r"|a\s+couple\s+of|(?<![\d,.])\d{1,2})"
)
_RELATIVE = late_pattern(
    r"\b(?:yesterday|tomorrow|tonight|today|this\s+(?:morning|afternoon|evening)"
    rf"|(?:(?:earlier|later|late|early)\s+)?(?:last|next|this)\s+{_UNIT}(?!\s+of\b)"
    rf"|(?:last|next|(?:this\s+)?(?:past|coming))\s+{_DAY}"
    rf"|(?:this\s+)?(?:past|coming)\s+{_UNIT}(?!\s+of\b)"
    rf"|{_COUNT}\s+(?:day|week|month|year)s?\s+(?:ago|from\s+now)"
    r"|in\s+the\s+(?:past|coming)\s+(?:few\s+)?(?:day|week|month|year)s?(?!\s+of\b)"
    r"|in\s+the\s+(?:last|next)\s+(?:few\s+)?(?:day|week|month|year)s(?!\s+(?:of|before|after)\b)"
    r"|the\s+day\s+(?:before\s+yesterday|after\s+tomorrow))\b",
    re.IGNORECASE,
)
_HINTS = (
    *("last ", "this ", "next ", "past ", "coming ", " ago", "from now"),
    *("today", "yesterday", "tomorrow", "tonight"),
)
"""One of these is in every relative date; looking for them is cheaper than for the dates."""
_WORDS = frozenset(
    [
        *("last", "this", "next", "past", "coming", "ago", "now"),
        *("today", "yesterday", "tomorrow", "tonight"),
    ]
)
"""One of these words is in every relative date."""

_FROM_ELSEWHERE = late_pattern(
    r"(?:\b(?:the|its|his|her|their|whose|each|every|that)|['’]s|s['’])\s+\Z", re.IGNORECASE
)
"""What stands before "last" or "next" where they count from something else than today."""

_EXACT = late_pattern(
    rf"\s*(?:,\s*(?:on\s+)?|\(|[–—:]\s*)?(?:{_DAY},?\s+)?(?:\d{{1,2}}\s+)?(?:{_MONTH}\b|(?:19|20)\d\d\b)"
)
"""A date that follows at once."""

_IN_GENERAL = late_pattern(r"['’]s\s+[A-Z]")
"""What follows on "today" in "today’s Iraq"."""
_OF = late_pattern(r"(?<!\bas )\bof\s+\Z", re.IGNORECASE)
"""What stands before "today" in "the Iraq of today", but not in "as of today"."""
_IN_A_SENTENCE = late_pattern(r"\w,?\s+\Z")
"""What stands before a capital letter that is there because a name starts."""


def relative_dates(brief: Brief, file: str, texts: Texts) -> Iterator[Finding]:
    """Every relative date in the desk's own words, underlined where it stands."""
    if brief.language.startswith("en"):
        yield from _in_texts(texts, file)


def relative_dates_of_registry(corpus: Corpus) -> Iterator[Finding]:
    """The same for the shared records."""
    for file, records in records_by_file(corpus).items():
        texts = Texts(text for base, record in records if base for text in own_texts(record, base))
        if texts:  # most files hold a brief
            yield from at_most(_in_texts(texts, file), file)


def _in_texts(texts: Texts, file: str) -> Iterator[Finding]:
    if _WORDS.isdisjoint(texts.words):
        return
    for text in texts.with_any(_HINTS):
        if _is_exempt(text):
            continue
        for found in _RELATIVE.finditer(text.own_words):
            if not _is_fixed(found, text.text):
                place = underlined(file, text.path, text.text, *found.span())
                yield Finding(place, "relative-date", {"value": " ".join(found[0].split())})


def _is_exempt(text: Text) -> bool:
    is_beside_its_date = isinstance(text.record, LogEntry | Change)
    return is_beside_its_date or (isinstance(text.record, Source) and text.field in ("title", "dated_by"))


def _is_fixed(found: re.Match[str], text: str) -> bool:
    """Whether what stands around the words fixes what they mean, or they are part of a name."""
    before, words, after = text[: found.start()], found[0].lower(), text[found.end() :]
    if _EXACT.match(after):
        return True
    if words.startswith(("last", "next")) and _FROM_ELSEWHERE.search(before):
        return True
    if words == "today" and (_IN_GENERAL.match(after) or _OF.search(before)):
        return True
    return found[0][0].isupper() and _IN_A_SENTENCE.search(before) is not None
