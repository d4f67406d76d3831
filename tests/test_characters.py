"""The table of characters that handouts can print, against the fonts themselves and the typesetter.

``pytest --update tests/test_characters.py`` writes the table again after a font has changed.
"""

from __future__ import annotations

import itertools
import struct
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec
import pytest

from backgrounder.check.characters import CHARACTERS, NOT_PRINTED, unprintable_characters
from backgrounder.diagnostics.diagnostic import Finding
from backgrounder.link import link
from backgrounder.load import Loaded, load_corpus
from backgrounder.load.characters import FORBIDDEN
from backgrounder.markup import Text
from backgrounder.model.dates import Day
from backgrounder.pipeline import check
from backgrounder.render.paper import Job, render_handouts
from backgrounder.render.paper.build import build
from backgrounder.settings import Settings
from backgrounder.typeset.press import Press, PressError

_FONTS = sorted(CHARACTERS.parent.glob("*.ttf"))

_HEAD = "title: {}\nstatus: published\nas_of: 2021-07-23\nbottom_line: b\n"


# The tables of a font (OpenType 1.9: "Organization of an OpenType Font", "cmap").


def _characters(font: bytes) -> set[int]:
    """All code points that a font has a glyph for."""
    (count,) = struct.unpack_from(">H", font, 4)
    tables = (struct.unpack_from(">4s4xL", font, 12 + 16 * index) for index in range(count))
    (start,) = (offset for tag, offset in tables if tag == b"cmap")
    (count,) = struct.unpack_from(">H", font, start + 2)
    found: set[int] = set()
    for index in range(count):
        _, _, offset = struct.unpack_from(">HHL", font, start + 4 + 8 * index)
        table = font[start + offset :]
        (form,) = struct.unpack_from(">H", table)
        found.update({4: _segments, 12: _groups}[form](table))
    return found


def _segments(table: bytes) -> Iterator[int]:
    """Format 4: segments of the Basic Multilingual Plane; glyph 0 means that there is none."""
    (doubled,) = struct.unpack_from(">H", table, 6)
    ends, starts, deltas, offsets = (
        struct.unpack_from(f">{doubled // 2}H", table, place)
        for place in (14, 16 + doubled, 16 + 2 * doubled, 16 + 3 * doubled)
    )
    for index, (first, last) in enumerate(zip(starts, ends, strict=True)):
        for character in range(first, min(last, 0xFFFE) + 1):
            glyph = character
            if offsets[index]:
                place = 16 + 3 * doubled + 2 * index + offsets[index] + 2 * (character - first)
                (glyph,) = struct.unpack_from(">H", table, place)
            if (glyph or not offsets[index]) and (glyph + deltas[index]) & 0xFFFF:
                yield character


def _groups(table: bytes) -> Iterator[int]:
    """Format 12: groups of consecutive code points of any plane."""
    (count,) = struct.unpack_from(">L", table, 12)
    for index in range(count):
        first, last, glyph = struct.unpack_from(">LLL", table, 16 + 12 * index)
        yield from range(first if glyph else first + 1, last + 1)


def _lines(characters: Iterable[int]) -> str:
    """A line ``0020-007E`` for each range."""
    stretches = itertools.groupby(enumerate(sorted(characters)), key=lambda item: item[1] - item[0])
    ranges = ([character for _, character in stretch] for _, stretch in stretches)
    return "".join(f"{stretch[0]:04X}-{stretch[-1]:04X}\n" for stretch in ranges)


def test_the_table_is_that_of_the_fonts(update: bool) -> None:
    found = _lines(set().union(*(_characters(font.read_bytes()) for font in _FONTS)))
    if update:
        CHARACTERS.write_text(found, encoding="ascii", newline="\n")
    assert found == CHARACTERS.read_text(encoding="ascii")


# The typesetter.


def _load(project: Path, files: dict[str, str]) -> Loaded:
    for name, text in files.items():
        (project / "briefs" / name).parent.mkdir(parents=True, exist_ok=True)
        (project / "briefs" / name).write_text(text, encoding="utf-8")
    loaded = load_corpus(project, project / "briefs")
    assert not loaded.diagnostics
    return loaded


def _refused(loaded: Loaded) -> list[Finding]:
    return list(unprintable_characters(loaded.corpus, loaded.texts))


def _settings(project: Path) -> Settings:
    return Settings(
        project=project,
        briefs=project / "briefs",
        site=project / "site",
        site_name="A desk",
        today=Day("2021-07-24"),
    )


def _can_be_set(project: Path, text: str) -> bool:
    """Whether Typst sets a handout with ``text`` for its title."""
    (brief,) = _load(project, {"a.yaml": _HEAD.format("t")}).corpus.briefs
    linked = link(load_corpus(project, project / "briefs").corpus)
    sheet = msgspec.structs.replace(build(brief, linked, _settings(project)), title=(Text(text),))
    press = Press()
    try:
        return bool(
            press.set(Job("sheet", "sheet.pdf", "handout.typ", msgspec.json.encode(sheet), "2021-07-23"))
        )
    except PressError:
        return False
    finally:
        press.close()


def _allowed() -> Iterator[str]:
    for line in CHARACTERS.read_text(encoding="ascii").split():
        first, last = (int(end, 16) for end in line.split("-"))
        yield from (chr(code) for code in range(first, last + 1) if not FORBIDDEN.match(chr(code)))


def test_the_typesetter_sets_every_character_of_the_table(tmp_path: Path) -> None:
    """And what the check lets through beside them: marks of direction, joiners and the like."""
    invisible = "\u034f\u061c\u180b\u180e\u200b\u200d\u200f\u205f\u2060\u2064\u3000\ufe00\ufe0f"
    assert _can_be_set(tmp_path, " ".join([*_allowed(), *invisible]))


@pytest.mark.parametrize("character", ["😀", "א", "标", "क", "ა", "ᚁ", "⠀", "�", "\ue000"])
def test_the_typesetter_refuses_what_the_check_refuses(character: str, tmp_path: Path) -> None:
    (found,) = _refused(_load(tmp_path / "a", {"a.yaml": _HEAD.format(f"'Talks {character}'")}))
    assert (found.code, found.place.path) == ("unprintable-character", ("title",))
    assert not _can_be_set(tmp_path / "b", f"Talks {character}")


@pytest.mark.parametrize(
    "text",
    [
        "كلّ التفاصيل هنا، والله أعلم؟",
        "لە هەولێر کۆبوونەوەکە بەڕێوەچوو",
        "می\u200cخواهم به خانه بروم",
        "Rudaw\u200e (ڕووداو\u200f) \u061cقال",
        "Ankara’da “görüşme” – İstanbul",
        "Кыргызстан, Україна, Ελλάδα",
        "café\u0301 100\u00a0km² €5 ≥ 3 → 4 ✓",
        "a &amp; b &copy; &lrm; &#8207;",
    ],
)
def test_what_the_desk_writes_raises_no_alarm(text: str, tmp_path: Path) -> None:
    assert not _refused(_load(tmp_path, {"a.yaml": _HEAD.format(f"'{text}'")}))


# The fields.

_REGISTRY = """
stakeholders:
  army: {name: N1, kind: group, about: X1, names: [{text: N2, lang: ar}], aliases: [X2]}
sources:
  rudaw: {title: N3, kind: article, publisher: N4, author: N5, dateline: X3, dated_by: X4, describes: X5}
topics:
  talks: {name: N6, about: X6}
glossary:
  pmf: {name: N7, definition: N8, names: [{text: N9, lang: ar}], aliases: [X7]}
"""
_BRIEF = """
topics: [talks]
terms: [pmf]
key_points: [{text: P1, note: P2, cite: rudaw, quote: {words: P3, by: army}}]
background: [{heading: P4, statements: [{text: P5}]}]
stakeholders: [{who: army, role: P6, position: P7, interest: P8}]
timeline: [{date: 2021, text: P9, note: Q1}]
questions:
- id: when
  ask: Q2
  status: answered
  why: Q3
  known: [{text: Q4}]
  unknown: Q5
  resolves_when: Q6
  watch: [Q7]
  positions: [{who: army, text: Q8}]
  answer: {text: Q9}
  log: [{date: 2021-07-23, status: open, text: X8}]
judgements: [{text: R1, likelihood: likely, confidence: low, because: R2}]
sourcing: R3
changes: [{date: 2021-07-23, text: X9}]
"""


def test_what_is_left_out_is_what_the_handout_does_not_print(tmp_path: Path) -> None:
    """Each X stands in a field that no handout prints, every other mark in one that it does."""
    files = {"a.yaml": _HEAD.format("R4") + _BRIEF, "registry/a.yaml": _REGISTRY}
    loaded = _load(tmp_path, files)
    (handout,) = render_handouts(link(loaded.corpus), _settings(tmp_path))
    marks = {f"{letter}{number}" for letter in "NPQRX" for number in range(1, 10)}
    printed = {mark for mark in marks if f'"{mark}"'.encode() in handout.data}
    emoji = {name: _with_emoji(text, marks) for name, text in files.items()}
    refused = _refused(_load(tmp_path, emoji))
    assert len(refused) == len(printed) == 31
    assert not {mark for mark in printed if mark.startswith("X")}
    assert not [finding for finding in refused if NOT_PRINTED & set(finding.place.path)]


def _with_emoji(text: str, marks: set[str]) -> str:
    for mark in marks:
        text = text.replace(mark, f"{mark} 😀")
    return text


def test_a_project_without_handouts_may_write_in_any_script(tmp_path: Path) -> None:
    _load(tmp_path, {"a.yaml": _HEAD.format("标题")})
    settings = _settings(tmp_path)
    assert [item.code for item in check(settings).diagnostics] == ["unprintable-character"]
    assert not check(msgspec.structs.replace(settings, handouts=False)).diagnostics


def test_a_full_file_is_checked_in_no_time(tmp_path: Path) -> None:
    loaded = _load(tmp_path, {"a.yaml": _HEAD.format("t") + "key_points:\n" + "- text: a b c ع\n" * 6_000})
    _refused(loaded)
    start = time.process_time()
    assert not _refused(loaded)
    assert time.process_time() - start < 0.5
