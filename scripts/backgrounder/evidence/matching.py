"""Whether a paragraph contains a quotation word for word, as editors use the term.

Free are: the case of the first letter; the style of quotation marks, dashes and spaces; the mark at the
end. An ellipsis stands for words left out, square brackets for words put in or changed: ``[W]e``,
``the [coalition’s] troops``, ``[sic]``. Everything else must be as the source has it, commas included.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from backgrounder.evidence.words import Token, alike, tokens
from backgrounder.patterns import late_pattern

LONGEST_INSERTION = 12
"""How many words of the source square brackets may take the place of."""

_CHANGED_CASE = late_pattern(r"\[([^\W\d_])\](?=[^\W\d_])")
_OMISSION = late_pattern(r"\[\s*(?:…|\.\.\.)\s*\]|…|\.\s?\.\s?\.")
_INSERTION = late_pattern(r"(?P<stem>\w*)\[[^\]]*\]")
_STOPS_IN_ROW = ".,;:!?-،؛؟"
_STOPS = frozenset(_STOPS_IN_ROW)
_CLOSE_ENOUGH = 0.6
_FEWEST_WORDS = 4
"""Of fewer words every passage is like some other."""
_MOST_STARTS = 200


class Match(NamedTuple):
    """Where a quotation stands in a paragraph, in characters."""

    start: int
    end: int


class Difference(NamedTuple):
    """The first to the last place where a quotation and a passage of the source part."""

    here: str
    """What the quotation has there; empty where it leaves something out."""
    there: str
    """What the source has there; empty where the quotation adds something."""
    here_span: tuple[int, int]
    """Where that stands in the quotation; its neighbours where there is nothing."""
    there_span: tuple[int, int]
    """The same in the paragraph."""
    likeness: float
    """From 0 to 1."""


class _Piece(NamedTuple):
    """Words that stand together, and what comes before them."""

    words: tuple[str, ...]
    is_start: bool
    """The case of the first letter is free."""
    gap: int | None
    """How many words may stand before it: 0 at once, None any number."""
    stem: str = ""
    """How the word before it begins, where brackets changed its end."""


def find_as_written(quotation: str, paragraph: str) -> Match | None:
    """The same for a quotation without omissions and insertions that stands in the paragraph letter for letter;
    None says nothing. It is many times as quick as ``find``."""
    wanted = alike(quotation).strip().rstrip(_STOPS_IN_ROW)
    if not wanted or "…" in wanted or "[" in wanted or ".." in wanted:
        return None
    text = alike(paragraph)
    start = text.find(wanted)
    if start < 0:
        start = text.find(wanted[0].swapcase() + wanted[1:])
    if start < 0:
        return None
    end = start + len(wanted)
    is_whole = not text[start - 1 : start].isalnum() and not text[end : end + 1].isalnum()
    return Match(start, end) if is_whole else None


def find(quotation: str, paragraph: Sequence[Token]) -> Match | None:
    """The passage of a paragraph that a quotation gives word for word, or None."""
    pieces = _pieces(quotation)
    if not pieces or not any(piece.words for piece in pieces):
        return None
    first, position = None, 0
    for group in _groups(pieces):
        found = _group_from(group, paragraph, position)
        if found is None:
            return None
        first = found[0] if first is None else first
        position = found[1]
    return Match(paragraph[first or 0].start, paragraph[position - 1].end)


def nearest_passage(quotation: str, paragraph: Sequence[Token]) -> Difference | None:
    """The passage of a paragraph that is most like a quotation; None where none is like it."""
    wanted = _trimmed(tokens(quotation))
    if len(wanted) < _FEWEST_WORDS or not paragraph:
        return None
    mine = [token.text.lower() for token in wanted]
    theirs = [token.text.lower() for token in paragraph]
    start, end = _window(mine, theirs)
    from rapidfuzz.distance import Indel  # loaded for what is not found word for word

    likeness = Indel.normalized_similarity(mine, theirs[start:end])
    if likeness < _CLOSE_ENOUGH:
        return None
    return _difference(quotation, wanted, list(paragraph[start:end]), likeness)


def _pieces(quotation: str) -> list[_Piece]:
    """What must follow one another in the source."""
    text = _CHANGED_CASE.sub(lambda found: f"\x02{found[1]}", quotation)
    pieces: list[_Piece] = []
    for part in _OMISSION.split(text):
        gap: int | None = None
        stem = ""
        position = 0
        for insertion in (*_INSERTION.finditer(part), None):
            stretch = part[position : insertion.start() if insertion else len(part)]
            words, marks_start = _words(stretch)
            if words:
                pieces.append(_Piece(words, marks_start or (gap is None), gap, stem))
                gap, stem = 0, ""
            if insertion:
                gap = LONGEST_INSERTION if gap is not None else None
                stem = insertion["stem"]
                position = insertion.end()
        if stem:
            pieces.append(_Piece((), False, gap, stem))
    if pieces:
        pieces[-1] = pieces[-1]._replace(words=_without_stops(pieces[-1].words))
    return pieces


def _words(stretch: str) -> tuple[tuple[str, ...], bool]:
    """The words of a stretch, and whether brackets changed the case of the first."""
    found = tokens(stretch.replace("\x02", ""))
    return tuple(token.text for token in found), stretch.lstrip().startswith("\x02")


def _without_stops(words: tuple[str, ...]) -> tuple[str, ...]:
    while words and words[-1] in _STOPS:
        words = words[:-1]
    return words


def _groups(pieces: list[_Piece]) -> list[list[_Piece]]:
    """The pieces between omissions."""
    groups: list[list[_Piece]] = []
    for piece in pieces:
        if piece.gap is None or not groups:
            groups.append([])
        groups[-1].append(piece)
    return groups


def _group_from(group: list[_Piece], paragraph: Sequence[Token], position: int) -> tuple[int, int] | None:
    """The first and the last token, exclusive, of the first place from ``position`` on where a group fits."""
    failed: set[tuple[int, int]] = set()
    for start in range(position, len(paragraph) + 1):
        end = _end_of(group, paragraph, 0, start, failed)
        if end is not None:
            return start, end
    return None


def _end_of(
    group: list[_Piece], paragraph: Sequence[Token], number: int, position: int, failed: set[tuple[int, int]]
) -> int | None:
    """Where the pieces from ``number`` on end, if they can follow from ``position`` on.

    ``failed`` keeps what was tried in vain, so that many insertions take no more time than a few.
    """
    if number == len(group):
        return position
    if (number, position) in failed:
        return None
    piece = group[number]
    room = (piece.gap or 0) if number else bool(piece.stem)
    for start in range(position, position + room + 1):
        if piece.stem and not _has_stem(paragraph, start, position, piece.stem):
            continue
        if _fits(piece, paragraph, start):
            end = _end_of(group, paragraph, number + 1, start + len(piece.words), failed)
            if end is not None:
                return end
    failed.add((number, position))
    return None


def _has_stem(paragraph: Sequence[Token], start: int, position: int, stem: str) -> bool:
    """Whether the word that brackets changed the end of stands before the piece."""
    return any(token.text.startswith(stem) for token in paragraph[position:start])


def _fits(piece: _Piece, paragraph: Sequence[Token], start: int) -> bool:
    if start + len(piece.words) > len(paragraph):
        return False
    for number, word in enumerate(piece.words):
        there = paragraph[start + number].text
        if word != there and not (number == 0 and piece.is_start and _differ_in_case(word, there)):
            return False
    return True


def _differ_in_case(one: str, other: str) -> bool:
    """Whether two words are the same but for the case of their first letter."""
    return one[1:] == other[1:] and one[:1].lower() == other[:1].lower()


def _trimmed(found: list[Token]) -> list[Token]:
    while found and found[-1].text in _STOPS:
        found = found[:-1]
    return found


def _window(mine: list[str], theirs: list[str]) -> tuple[int, int]:
    """Where in ``theirs`` the sequence most like ``mine`` starts and ends."""
    from rapidfuzz.distance import Indel

    blocks = [block for block in Indel.opcodes(mine, theirs) if block.tag == "equal"]
    best = (0, 0, min(len(theirs), len(mine)))
    starts = {max(0, block.dest_start - block.src_start) for block in blocks} or {0}
    common = set(mine)
    starts |= {place for place, word in enumerate(theirs) if word == mine[0]}
    starts |= {max(0, place - 1) for place, word in enumerate(theirs) if len(mine) > 1 and word == mine[1]}
    for start in sorted(starts)[:_MOST_STARTS]:
        for end in range(start + max(1, len(mine) - 4), min(len(theirs), start + len(mine) + 4) + 1):
            if theirs[end - 1] not in common and end - start > len(mine):
                continue
            score = Indel.normalized_similarity(mine, theirs[start:end])
            if score > best[0]:
                best = (score, start, end)
    return best[1], best[2]


def _difference(quotation: str, wanted: list[Token], passage: list[Token], likeness: float) -> Difference:
    mine = [token.text for token in wanted]
    theirs = [token.text for token in passage]
    if _differ_in_case(mine[0], theirs[0]):
        mine[0] = theirs[0]
    first = 0
    while first < min(len(mine), len(theirs)) and mine[first] == theirs[first]:
        first += 1
    last = 0
    while last < min(len(mine), len(theirs)) - first and mine[-1 - last] == theirs[-1 - last]:
        last += 1
    here, there = wanted[first : len(wanted) - last], passage[first : len(passage) - last]
    return Difference(
        " ".join(quotation[here[0].start : here[-1].end].split()) if here else "",
        _joined(there),
        _span(wanted, first, len(wanted) - last),
        _span(passage, first, len(passage) - last),
        likeness,
    )


def _joined(found: list[Token]) -> str:
    text, end = "", 0
    for token in found:
        text += (" " if text and token.start > end else "") + token.text
        end = token.end
    return text


def _span(found: list[Token], first: int, end: int) -> tuple[int, int]:
    """The characters of these tokens; of the neighbours where there are none."""
    if first == end:
        first, end = max(0, first - 1), min(len(found), end + 1)
    return found[first].start, found[end - 1].end
