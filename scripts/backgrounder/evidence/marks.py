"""Finds quotation marks in a paragraph and pairs them, whatever their script, form and nesting.

“…” „…“ ”…” «…» »…« ‹…› ‘…’ ‚…‘ ‛…’ 「…」 『…』 《…》 〈…〉 ﹁…﹂ 〝…〟 ❝…❞ ❛…❜ ❮…❯, the Hebrew ״…״ and primes ″…″ around
words, straight "…" and '…', and the typewriter's ``…'' are known. An
apostrophe, an inch and an elision (’90s) are no marks: single marks count only in pairs whose first stands
before a word and whose second stands behind one.
"""

from __future__ import annotations

import bisect
import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from backgrounder.patterns import late_pattern


class Pair(NamedTuple):
    """The place of words between two quotation marks of a paragraph, marks left out."""

    start: int
    end: int
    depth: int
    """0 for outermost pairs, 1 for those within them."""
    is_closed: bool = True
    """False where the paragraph ends before the second mark."""
    mark: int = 1
    """The number of characters of its first mark."""
    closing: int = 1
    """The number of characters of its second mark; 0 where there is none."""

    @property
    def outer_start(self) -> int:
        """Where its first mark stands."""
        return self.start - self.mark

    @property
    def outer_end(self) -> int:
        """Behind its second mark."""
        return self.end + self.closing


class _Mark(NamedTuple):
    start: int
    end: int
    written: str


# A pattern that begins with one set of characters is several times as quick to look for as one of several forms.
_DOUBLE = late_pattern(
    r"[“”„‟\"〝〞〟＂`'‘’,‚](?:(?<=[“”„‟\"〝〞〟＂])|(?<=`)`|(?<=')'|(?<=‘)‘|(?<=’)’|(?<=,),(?=\w)|(?<=‚)‚(?=\w))"
)
_ANGLED = (("«", "»"), ("‹", "›"))
_CORNERED = (
    *(("「", "」"), ("『", "』"), ("｢", "｣"), ("《", "》"), ("〈", "〉"), ("﹁", "﹂"), ("﹃", "﹄")),
    *(("❝", "❞"), ("❛", "❜"), ("❮", "❯")),
)
_UPRIGHT = late_pattern(r"(?<![\w״″])(?P<mark>[״″]|′′)(?=\S)(?P<words>[^״″]*?[^\s״″])(?P=mark)(?![\w״″])")
"""Marks of one form on both sides, which are gershayim, inches or seconds where no pair of them is around words."""
_SINGLE_OPENS = late_pattern(
    r"[‘‚'‛](?:(?<=^[‘‚'‛])|(?<=[\s(\[{—–\-/“„«»「\"…:][‘‚'‛]))(?=[\w\[(¿¡…$£€“\"]|\. ?\. ?\.)(?!\d0?s\b)(?!\d\ds\b)"
)
_SINGLE_CLOSES = {"‘": "’", "‛": "’", "'": "'", "‚": "‘’"}
_ANY = late_pattern(r"[“”„‟\"〝〞〟＂«»‹›「」『』｢｣‘‚‛《〈﹁﹃❝❛❮״″]|′′|``|''|(?:^|[\s(\[—–-])'")
_MAYBE = late_pattern("[“”„‟\"〝〞〟＂«»‹›「」『』｢｣‘‚‛《〈﹁﹃❝❛❮״″′`']")
"""Any mark, and what may be a part of one."""
_SINGLE_MARKS = late_pattern("[‘’']")
_LONGEST = 1_500
"""So many characters at most stand between single marks."""
_FAR = 40
"""So many marks at most are looked at to tell whether a second opening mark is within the first."""
_MOST_CLOSING = 40
"""So many single marks at most are looked at for the one that closes."""
_ALWAYS_CLOSE = frozenset(("”", "〞", "〟", "’’"))
_ALWAYS_OPEN = frozenset(("„", "‟", "``", "‘‘", "〝", ",,", "‚‚"))
_CLOSED_BY_OPENING = frozenset(("„", "”", ",,", "‚‚"))
"""Pairs that “ closes: „…“ and ”…“."""
_IS_SENTENCE_MARK = ".,;:!?…"


def pairs(text: str) -> list[Pair]:
    """Return every pair of quotation marks, outer before inner, in reading order.

    A mark left open is one too, up to the end; a single one only where it opens the paragraph.
    """
    maybe = _MAYBE.search(text)
    if not maybe or (maybe[0] in "`'′" and not _ANY.search(text)):
        return []
    found = _doubles(text)
    for opening, closing in _ANGLED + _CORNERED:
        if opening in text or closing in text:
            found += _directed(text, opening, closing)
    found += _upright(text)
    found = _nested(found)
    singles = _singles(text, found)
    return _nested([*found, *singles]) if singles else found


def _upright(text: str) -> list[Pair]:
    """Pairs of marks that are written alike on both sides of words."""
    if not any(mark in text for mark in "״″′"):
        return []
    return [
        Pair(*found.span("words"), 0, mark=len(found["mark"]), closing=len(found["mark"]))
        for found in _UPRIGHT.finditer(text)
    ]


def quoted(text: str) -> Iterator[tuple[int, int]]:
    """Where the words between outermost quotation marks begin and end."""
    for pair in pairs(text):
        if not pair.depth and text[pair.start : pair.end].strip():
            yield pair.start, pair.end


def _doubles(text: str) -> list[Pair]:
    """Pairs of double marks. Those with a direction are believed, straight ones are read by what is beside them."""
    marks = [_Mark(*match.span(), match[0]) for match in _DOUBLE.finditer(text)]
    if not marks:
        return []
    closers = _closers(text, marks)
    found: list[Pair] = []
    opened: list[_Mark] = []
    for number, mark in enumerate(marks):
        if not opened:
            if _begins(text, mark):
                opened.append(mark)
        elif _ends(text, mark, opened[-1]):
            found.append(_pair(opened.pop(), mark))
        elif closers[min(number + _FAR, len(marks))] - closers[number + 1] > len(opened) and _is_balanced(
            text, marks[number : number + _FAR], len(opened)
        ):
            opened.append(mark)
        else:  # the mark before was never closed
            before = opened.pop()
            found.append(
                Pair(before.end, mark.start, 0, is_closed=False, mark=before.end - before.start, closing=0)
            )
            opened.append(mark)
    found += [_left_open(text, mark) for mark in opened]
    return found


def _pair(opening: _Mark, closing: _Mark) -> Pair:
    return Pair(
        opening.end, closing.start, 0, mark=opening.end - opening.start, closing=closing.end - closing.start
    )


def _left_open(text: str, mark: _Mark) -> Pair:
    return Pair(mark.end, len(text), 0, is_closed=False, mark=mark.end - mark.start, closing=0)


def _begins(text: str, mark: _Mark) -> bool:
    """Whether a mark can open where none is open: a closing one or a straight one only in front of a word."""
    if mark.written in ("“", "„", "‟", "``", "‘‘", "〝", ",,", "‚‚"):
        return True
    return _is_free_before(text, mark) and mark.end < len(text)


def _is_free_before(text: str, mark: _Mark) -> bool:
    before = text[mark.start - 1 : mark.start]
    return not before or before.isspace() or (not before.isalnum() and before not in ".,;!?%)]}")


def _is_free_behind(text: str, mark: _Mark) -> bool:
    behind = text[mark.end : mark.end + 1]
    return not behind or not behind.isalnum()


def _ends(text: str, mark: _Mark, opened: _Mark) -> bool:
    """Whether a mark closes the one that is open."""
    if mark.written in _ALWAYS_CLOSE or mark.written in _ALWAYS_OPEN:
        return mark.written in _ALWAYS_CLOSE
    if mark.written == "“" and opened.written == "“":  # typed for the closing one
        return _closes_by_place(text, mark)
    if mark.written == "“":
        return opened.written in _CLOSED_BY_OPENING and not (
            opened.written == "”" and _opens_by_place(text, mark)
        )
    return not _opens_by_place(text, mark)


def _opens_by_place(text: str, mark: _Mark) -> bool:
    """Whether a mark stands behind a space and in front of a word, as only opening ones do."""
    before, behind = text[mark.start - 1 : mark.start], text[mark.end : mark.end + 1]
    is_apart = not before or before.isspace() or before in "([{"
    return is_apart and bool(behind) and not behind.isspace() and behind not in ".,;:!?)]}"


def _closes_by_place(text: str, mark: _Mark) -> bool:
    """Whether a mark stands behind a word or its comma and in front of a space, as only closing ones do."""
    before, behind = text[mark.start - 1 : mark.start], text[mark.end : mark.end + 1]
    return bool(before) and not before.isspace() and before not in "([{" and (not behind or behind.isspace())


def _closers(text: str, marks: Sequence[_Mark]) -> list[int]:
    """How many of the marks before each, and before the end, may close another."""
    has_low = any(mark.written in _CLOSED_BY_OPENING for mark in marks)
    return list(itertools.accumulate((_may_end(text, mark, has_low) for mark in marks), initial=0))


def _may_end(text: str, mark: _Mark, has_low: bool) -> bool:
    """Whether a mark may close another, whichever that is."""
    if mark.written in _ALWAYS_OPEN or mark.written in _ALWAYS_CLOSE:
        return mark.written in _ALWAYS_CLOSE
    if mark.written == "“":
        return has_low or _closes_by_place(text, mark)
    return not _opens_by_place(text, mark)


def _is_balanced(text: str, marks: Sequence[_Mark], depth: int) -> bool:
    """Whether a second opening mark is within the first: as many marks close behind it as are open."""
    opened = [marks[0]]
    depth += 1
    for left, mark in zip(range(len(marks) - 1, 0, -1), marks[1:], strict=True):
        if left < depth:
            return False
        if _ends(text, mark, opened[-1]):
            depth -= 1
            if not depth:
                return True
        else:
            depth += 1
            opened.append(mark)
    return False


def _directed(text: str, opening: str, closing: str) -> list[Pair]:
    """Pairs of marks whose form shows the direction; »…« where the first of a paragraph is a closing one."""
    places = [
        _Mark(match.start(), match.end(), match[0]) for match in re.finditer(f"[{opening}{closing}]", text)
    ]
    if (
        places[0].written == closing
        and _opens_by_place(text, places[0])
        and any(mark.written == opening for mark in places)
    ):
        opening, closing = closing, opening
    found: list[Pair] = []
    opened: list[_Mark] = []
    for mark in places:
        if mark.written == opening:
            opened.append(mark)
        elif opened:
            found.append(_pair(opened.pop(), mark))
    return found + [_left_open(text, mark) for mark in opened[:1]]


def _nested(found: Iterable[Pair]) -> list[Pair]:
    """The pairs with their depth; what crosses another pair is dropped."""
    kept: list[Pair] = []
    around: list[Pair] = []
    for pair in sorted(found, key=lambda item: (item.outer_start, -item.outer_end)):
        while around and around[-1].outer_end <= pair.outer_start:
            around.pop()
        if around and pair.outer_end > around[-1].outer_end:
            continue
        kept.append(pair._replace(depth=len(around)))
        around.append(kept[-1])
    return kept


def _singles(text: str, others: list[Pair]) -> list[Pair]:
    """Pairs of single marks that cross no other pair."""
    closing = _ClosingMarks(text, others)
    first_word = len(text) - len(text.lstrip())
    found: list[Pair] = []
    position = 0
    while match := _SINGLE_OPENS.search(text, position):
        position = match.end()
        place = closing.of(match.end(), _SINGLE_CLOSES[match[0]])
        if place > 0:
            found.append(Pair(match.end(), place, 0))
            position = place + 1 if match[0] == "'" else match.end()
        elif match[0] != "'" and match.start() <= first_word:
            found.append(Pair(match.end(), len(text), 0, is_closed=False, closing=0))
    return found


class _ClosingMarks:
    """The single marks of a text that may close another."""

    def __init__(self, text: str, others: Sequence[Pair]) -> None:
        self._text = text
        self._places = [
            place
            for match in _SINGLE_MARKS.finditer(text)
            if (place := match.start())
            and not text[place - 1].isspace()
            and not text[place + 1 : place + 2].isalnum()
        ]
        self._others = others
        self._starts = [pair.outer_start for pair in others]
        self._parents = _parents(others)
        self._around = [self._pair_around(place) for place in self._places]

    def _pair_around(self, place: int) -> Pair | None:
        """The innermost other pair that holds a place."""
        number = bisect.bisect_left(self._starts, place) - 1
        while number >= 0 and self._others[number].outer_end <= place:
            number = self._parents[number]
        return self._others[number] if number >= 0 else None

    def of(self, start: int, closing: str) -> int:
        """Where the single mark closes that opened before ``start``; 0 where none does.

        A mark behind or before punctuation is believed at once. One between two words may be the apostrophe of
        a plural ("the players’ union"), so that a later one is preferred.
        """
        text, doubtful = self._text, 0
        around = self._pair_around(start)
        limit = min(around.end if around else len(text), start + _LONGEST)
        first = bisect.bisect_left(self._places, start)
        for number in range(first, min(first + _MOST_CLOSING, len(self._places))):
            place, inner = self._places[number], self._around[number]
            if place >= limit:
                break
            if text[place] not in closing:
                continue
            if place - start < 2:  # rock 'n' roll
                return 0
            if inner and inner.outer_start >= start:
                continue
            if text[place - 1] in _IS_SENTENCE_MARK or not text[place + 1 : place + 2].isspace():
                return doubtful if doubtful and _opens_between(text, doubtful, place) else place
            if text[place - 1] not in "sSxXzZ":
                return place
            doubtful = doubtful or place
        return doubtful


def _parents(others: Sequence[Pair]) -> list[int]:
    """The number of the pair around each of some nested pairs; -1 for the outermost."""
    found: list[int] = []
    around: list[int] = []
    for number, pair in enumerate(others):
        del around[pair.depth :]
        found.append(around[-1] if around else -1)
        around.append(number)
    return found


def _opens_between(text: str, start: int, end: int) -> bool:
    return _SINGLE_OPENS.search(text, start, end) is not None
