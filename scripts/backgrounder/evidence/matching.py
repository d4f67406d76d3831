"""Whether a run of a source's words contains a quotation word for word, as editors use the term.

Free are: the case of the first letter; the style of quotation marks, dashes and spaces; the coding of
letters; the mark at the end. An ellipsis stands for words left out, square brackets for words put in or
changed: ``[W]e``, ``the [coalition’s] troops``, ``[sic]``. Everything else must be as the source has it,
commas included.

Every place that fits is given, so that who asks can take the one that is fair to the speaker; ``omissions``
and ``insertions`` read what was left out and put in there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from backgrounder.evidence.words import Token, tokens
from backgrounder.patterns import late_pattern

LONGEST_INSERTION = 12
"""How many words of the source square brackets may take the place of."""

_CHANGED_CASE = late_pattern(r"\[([^\W\d_])\](?=[^\W\d_])")
_OMISSION = late_pattern(
    r"\[\s*(?:…|\.\.\.|\.\s\.\s\.)?\s*\]|\(\s*(?:…|\.\.\.|\.\s\.\s\.)\s*\)|…|\.\.\.|\.\s\.\s\."
)
_INSERTION = late_pattern(r"(?P<stem>\w*)\[(?P<words>[^\]]*)\](?P<ending>\w*)")
_STOPS = frozenset(".,;:!?-،؛؟。、，！？")
_CLOSE_ENOUGH = 0.6
_FEWEST_WORDS = 4
"""Of fewer words every passage is like some other."""
_MOST_STARTS = 200
_MOST_FAILED = 20_000


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


class Insertion(NamedTuple):
    """Words in square brackets, and what of the source they take the place of."""

    words: str
    """The text between the brackets, with what is glued to them: ``cooperat[ing]``."""
    stem: str
    """The beginning of a word of which the brackets change the end; else empty."""
    ending: str = ""
    """The end of a word before which the brackets stand: ``legal`` of ``[il]legal``; else empty."""


class Piece(NamedTuple):
    """Words that stand together, and what comes before them."""

    words: tuple[str, ...]
    is_start: bool
    """The case of the first letter is free."""
    gap: int | None
    """How many words of the source may stand before it: 0 at once, None any number."""
    before: tuple[Insertion, ...] = ()
    """The brackets right before it."""


class Group(NamedTuple):
    """The pieces between two omissions, which follow one another in the source."""

    pieces: tuple[Piece, ...]
    after: tuple[Insertion, ...] = ()
    """The brackets behind the last piece."""
    stop: str = ""
    """The marks at its end, which were taken off: an editor sets them as the sentence around it needs."""

    @property
    def count(self) -> int:
        """How many words and marks of the source it has."""
        return sum(len(piece.words) for piece in self.pieces)


class Fit(NamedTuple):
    """A place where a group stands in a run of words: the first word and the end, exclusive, of each piece."""

    pieces: tuple[tuple[int, int], ...]

    @property
    def start(self) -> int:
        return self.pieces[0][0]

    @property
    def end(self) -> int:
        return self.pieces[-1][1]


def groups_of(quotation: str) -> list[Group]:
    """Return what must stand in the source, in this order; empty where there are no words at all."""
    text = _CHANGED_CASE.sub(lambda found: f"\x02{found[1]}", quotation)
    groups = [group for part in _OMISSION.split(text) if (group := _group(part)).pieces or group.after]
    if groups:
        groups[-1] = _without_final_stop(groups[-1])
    return [group for group in groups if any(map(_has_words, group.pieces))]


def _has_words(piece: Piece) -> bool:
    """Tell whether a piece has anything but marks."""
    return any(word[0].isalnum() for word in piece.words)


def literal(quotation: str) -> list[Group]:
    """Return a quotation as one group, for a source that has an ellipsis or square brackets itself; empty where a
    quotation has none."""
    if "[" not in quotation and not _OMISSION.search(quotation):
        return []
    whole = tuple(token.text for token in tokens(quotation))
    words = _without_stops(whole)
    piece = Piece(words, True, None)
    return [Group((piece,), stop="".join(whole[len(words) :]))] if _has_words(piece) else []


def fits(group: Group, words: Sequence[str]) -> Iterator[Fit]:
    """Yield every place where a group stands in a run of words, in reading order.

    In a run that repeats itself the search ends once so many beginnings have led nowhere as no text has.
    """
    failed: set[tuple[int, int]] = set()
    for start in _starts(group.pieces, words):
        found = _fit_of(group.pieces, words, 0, start, failed)
        if found is not None and _has_outer_stems(group, words, Fit(found)):
            yield Fit(found)
        if len(failed) > _MOST_FAILED:
            return


def _starts(pieces: Sequence[Piece], words: Sequence[str]) -> Iterable[int]:
    """Return where the first piece may stand; anywhere for one without words."""
    first = pieces[0].words
    if not first:
        return range(len(words))
    joined = "\n".join(("", *words, ""))
    tails = ["\n".join(("", *piece.words[1:], "")) for piece in pieces]
    if not all(tail in joined for tail in tails):
        return ()
    if len(first) > 1:
        return _before(tails[0], joined)
    forms = {first[0], first[0][:1].swapcase() + first[0][1:]} if pieces[0].is_start else {first[0]}
    return [] if forms.isdisjoint(words) else [index for index, word in enumerate(words) if word in forms]


def _before(tail: str, joined: str) -> Iterator[int]:
    """Yield the index of the word before each place where these words stand one after the other."""
    index, counted = -1, 0
    place = joined.find(tail)
    while place >= 0:
        index += joined.count("\n", counted, place)
        counted = place
        if index >= 0:
            yield index
        place = joined.find(tail, place + 1)


def _has_outer_stems(group: Group, words: Sequence[str], fit: Fit) -> bool:
    """Tell whether words whose end brackets changed stand right before and right behind."""
    before, behind = words[max(0, fit.start - 1) : fit.start], words[fit.end : fit.end + 1]
    return _has_stems(group.pieces[0].before, before) and _has_stems(group.after, behind)


def _group(part: str) -> Group:
    pieces: list[Piece] = []
    waiting: list[Insertion] = []
    position = 0
    for match in (*_INSERTION.finditer(part), None):
        stretch = part[position : match.start() if match else len(part)]
        words, has_changed_case = _words(stretch)
        if words:
            gap = (LONGEST_INSERTION if waiting else 0) if pieces else None
            is_start = has_changed_case or not (pieces or waiting)
            pieces.append(Piece(words, is_start, gap, tuple(waiting)))
            waiting = []
        if match:
            waiting.append(
                Insertion(match[0].replace("[", "").replace("]", ""), match["stem"], match["ending"])
            )
            position = match.end()
    return Group(tuple(pieces), tuple(waiting))


def _without_final_stop(group: Group) -> Group:
    """Return a group without the marks at its end, which an editor may set as the sentence around it needs."""
    if not group.pieces or group.after:
        return group
    *others, last = group.pieces
    words = _without_stops(last.words)
    stop = "".join(last.words[len(words) :])
    if not words and others:
        return Group(tuple(others), last.before, stop)
    return Group((*others, last._replace(words=words)), stop=stop)


def _words(stretch: str) -> tuple[tuple[str, ...], bool]:
    """The words of a stretch, and whether brackets changed the case of the first."""
    found = tokens(stretch.replace("\x02", ""))
    return tuple(token.text for token in found), stretch.lstrip(" \"'“‘").startswith("\x02")


def _without_stops(words: tuple[str, ...]) -> tuple[str, ...]:
    while words and words[-1] in _STOPS:
        words = words[:-1]
    return words


def _fit_of(
    pieces: Sequence[Piece], words: Sequence[str], number: int, position: int, failed: set[tuple[int, int]]
) -> tuple[tuple[int, int], ...] | None:
    """Where the pieces from ``number`` on stand, if they can follow from ``position`` on.

    ``failed`` keeps what was tried in vain, so that many insertions take no more time than a few.
    """
    if number == len(pieces):
        return ()
    if (number, position) in failed:
        return None
    piece = pieces[number]
    for start in range(position, position + (piece.gap or 0 if number else 0) + 1):
        if number and not _has_stems(piece.before, words[position:start]):
            continue
        if _stands_at(piece, words, start):
            end = start + len(piece.words)
            rest = _fit_of(pieces, words, number + 1, end, failed)
            if rest is not None:
                return ((start, end), *rest)
    if number:
        failed.add((number, position))
    return None


def _has_stems(insertions: Sequence[Insertion], replaced: Sequence[str]) -> bool:
    """Whether each word whose end brackets changed is among those replaced."""
    return all(
        any(word.startswith(insertion.stem) for word in replaced)
        for insertion in insertions
        if insertion.stem
    )


def _stands_at(piece: Piece, words: Sequence[str], start: int) -> bool:
    if start + len(piece.words) > len(words):
        return False
    for number, word in enumerate(piece.words):
        there = words[start + number]
        if word != there and not (number == 0 and piece.is_start and differ_in_case(word, there)):
            return False
    return True


def differ_in_case(one: str, other: str) -> bool:
    """Tell whether two words are the same but for the case of their first letter."""
    return one[1:] == other[1:] and one[:1].lower() == other[:1].lower()


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
    if differ_in_case(mine[0], theirs[0]):
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
