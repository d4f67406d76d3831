"""What a text shows of itself where its metadata do not say: its place, language, date and publisher.

Everything found here is a guess and is marked as one; what the text does not show stays empty.
"""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Sequence
from urllib.parse import urlsplit

from backgrounder.evidence.days import expressions
from backgrounder.evidence.words import plain_words

_DATELINE = re.compile(
    r"(?P<place>[A-Z][A-Z.’' -]+[A-Z.](?:[,/] ?[A-Z][\w.’' -]{1,40}){0,2})(?:,? \([\w .]+\))? ?[—–-]{1,2} "
)
_LONGEST_DATE_LINE = 12
_STOPWORDS = {
    "en": "the of and to in that is was for with said on",
    "de": "der die das und ist nicht von mit den auf für ein",
    "fr": "le la les des et est dans pour que une sur pas",
    "es": "el la los las y en que por con una para del",
    "it": "il di che la per un con non sono della gli nel",
    "nl": "de het een van en dat niet op voor met zijn is",
    "pt": "o de que e do da em um para com não uma",
    "tr": "ve bir bu için ile da olarak olan gibi çok daha",
    "ku": "û di de ji bo ku li ew bi re jî da",
}
_SECOND_LEVEL = {"co", "com", "org", "net", "gov", "ac", "edu"}


def byline(block: str) -> str:
    """The author of a line such as "By Ada Reed"; empty where it is none."""
    found = re.fullmatch(r"[Bb][Yy] (?P<author>[A-Z][\w.'’-]*(?: [\w.'’,&-]+){0,8})", block.strip())
    return found["author"] if found and len(block.split()) <= _LONGEST_BYLINE else ""


_LONGEST_BYLINE = 9


def dateline(paragraphs: Sequence[str]) -> str:
    """The place before the first dash of the text, as in "ERBIL, Kurdistan Region — "."""
    found = _DATELINE.match(paragraphs[0]) if paragraphs else None
    return found["place"].strip() if found else ""


def language(paragraphs: Sequence[str]) -> str:
    """The language by its script and its commonest words; empty where that does not settle it."""
    text = " ".join(paragraphs[:20])
    letters = Counter(_script(letter) for letter in text if letter.isalpha())
    if not letters:
        return ""
    script = letters.most_common(1)[0][0]
    if script == "arabic":
        return _of_arabic_script(text)
    if script == "cyrillic":
        return "uk" if re.search("[іїєґІЇЄҐ]", text) else "ru"
    if script in ("hebrew", "greek"):
        return {"hebrew": "he", "greek": "el"}[script]
    return _of_latin_script(text)


def _script(letter: str) -> str:
    code = ord(letter)
    for name, first, last in (
        ("latin", 0x41, 0x24F),
        ("greek", 0x370, 0x3FF),
        ("cyrillic", 0x400, 0x52F),
        ("hebrew", 0x590, 0x5FF),
        ("arabic", 0x600, 0x77F),
    ):
        if first <= code <= last:
            return name
    return "other"


def _of_arabic_script(text: str) -> str:
    """Sorani has ێ and ۆ, Persian گ and چ and پ without them; Arabic has neither."""
    if len(re.findall("[ێۆڵڕڤەڵ]", text)) > len(text) / 100:
        return "ckb"
    if len(re.findall("[پچژگ]", text)) > len(text) / 200:
        return "fa"
    return "ar"


def _of_latin_script(text: str) -> str:
    words = Counter(plain_words(text))
    scores = {tag: sum(words[word] for word in common.split()) for tag, common in _STOPWORDS.items()}
    best = max(scores, key=lambda tag: scores[tag])
    second = max(score for tag, score in scores.items() if tag != best)
    return best if scores[best] > second + 1 else ""


def published(blocks: Sequence[str]) -> str:
    """The date on a line of its own near the top or the end, such as "Published 23 July 2021"."""
    for block in (*blocks[:4], *blocks[-2:]):
        if len(block.split()) > _LONGEST_DATE_LINE:
            continue
        for expression in expressions(block, None):
            days = {period for period in expression.periods if period.first == period.last}
            if len(days) == 1:
                return datetime.date.fromordinal(days.pop().first).isoformat()
    return ""


def publisher(url: str, source: str) -> str:
    """The publisher by the address, else by an id such as ``rudaw-2021-07-23``."""
    name = site_name(url) or re.split(r"-(?=\d)", source)[0]
    return name.replace("-", " ").title() if name else ""


def site_name(url: str) -> str:
    """``rudaw`` for ``https://www.rudaw.net/english/1``."""
    host = (urlsplit(url).hostname or "").removeprefix("www.")
    parts = host.split(".")
    if len(parts) > 2 and parts[-2] in _SECOND_LEVEL:
        return parts[-3]
    return parts[-2] if len(parts) > 1 else ""


def source_id(publisher_name: str, day: str, title: str) -> str:
    """An id of publisher and day; with the first words of the title where the day is not known."""
    start = _slug(publisher_name)
    end = day or "-".join(_slug(title).split("-")[:5])
    return "-".join(part for part in (start, end) if part)[:80].strip("-")


def _slug(text: str) -> str:
    return "-".join(re.findall(r"[a-z0-9]+", text.lower()))
