"""The YAML guard: whatever bytes a file holds, the answer is a diagnostic, soon and in little memory."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from backgrounder.diagnostics.show import concise, full
from backgrounder.load import Loaded, load_corpus
from backgrounder.model.dates import Day
from backgrounder.pipeline import check
from backgrounder.settings import Settings

_PIECES = """
[ ] { } , - ? : & * ! | > ' " % @ ` # ~ << --- ... \\ = $ é &a *a &a[ *a: !!python/object !x !!str !<x> <<:
null true yes 1.10 2021-02-30 title stakeholders sources topics: status: key_points: text: cite: rudaw#p4
a-b العراق ڕۆژ 标题 𐍈 \\u202e "\\ud800" "\\0" "\\x41" '' "" |- >+ |9 &#x202e;
"""
_SPACES = [
    ": ",
    "- ",
    "\n",
    "\n  ",
    "\n    ",
    "\t",
    " ",
    "  - ",
    "\r",
    "\x85",
    "\u2028",
    "\x00",
    "\u202e",
    "\ufeff",
]
_ODD = ["%YAML 1.1\n---\n", "%TAG ! tag:x,2000:\n", "\U000e0041", "\ufffe", "\u200d", "\x1b[2J", "\ud800"]
_HEAD = "title: T\nstatus: draft\nas_of: 2021-01-01\nbottom_line: b\n"
_FRAGMENTS = st.sampled_from([*_PIECES.split(), *_SPACES, *_ODD, _HEAD])
_YAML_LIKE = st.lists(_FRAGMENTS, max_size=60).map("".join)


def _project(folder: Path, data: bytes, name: str) -> Settings:
    file = folder / "briefs" / name
    file.parent.mkdir(parents=True)
    file.write_bytes(data)
    return Settings(
        project=folder, briefs=folder / "briefs", site=folder / "site", site_name="A", today=Day("2021-07-24")
    )


def _load(data: bytes, name: str = "a.yaml") -> Loaded:
    with tempfile.TemporaryDirectory() as folder:
        settings = _project(Path(folder), data, name)
        return load_corpus(settings.project, settings.briefs)


def _answers(data: bytes, name: str = "a.yaml") -> None:
    """Loads, checks, locates and draws; every step gives an answer, all together within a second of work."""
    with tempfile.TemporaryDirectory() as folder:
        project = _project(Path(folder), data, name)
        start = time.process_time()
        checked = check(project)
        drawn = [f"{concise(item)}\n{full(item, checked.texts)}" for item in checked.diagnostics]
        assert time.process_time() - start < 1
    assert all(text.isascii() or text.encode("utf-8") for text in drawn)


@given(st.binary(max_size=400))
@example(b"\xff\xfea\x00")
@example(b"\xef\xbb\xbf")
@example(b"a: \xed\xa0\x80")
@example(b"a: \xf4\x90\x80\x80")
def test_any_bytes_have_an_answer(data: bytes) -> None:
    """Bytes that are no text, or no YAML, give diagnostics."""
    _answers(data)


@given(_YAML_LIKE)
def test_any_yaml_like_brief_has_an_answer(text: str) -> None:
    """Text made of YAML's own pieces gives a brief or diagnostics."""
    _answers(text.encode("utf-8", "surrogatepass"))


@given(_YAML_LIKE)
def test_any_yaml_like_registry_has_an_answer(text: str) -> None:
    _answers(text.encode("utf-8", "surrogatepass"), "registry/a.yaml")


_TEXT = "last week, perhaps, NATO said it is likely (90 %) that 2,500 troops leave on Monday 27 July 2021. "

_BOMBS = {
    "words-of-all-checks": f"{_HEAD}key_points:\n" + f"- {{text: '{_TEXT}'}}\n" * 1_500,
    "one-long-text": f"{_HEAD}sourcing: '{_TEXT * 75}'\n",
    "many-judgements": f"{_HEAD}judgements:\n"
    + f"- {{text: '{_TEXT}', likelihood: likely, confidence: low, because: '{_TEXT}'}}\n" * 900,
    "open-quotations": f"{_HEAD}key_points:\n" + ("- {text: '" + "“" * 1_900 + "'}\n") * 40,
    "capitals": f"{_HEAD}sourcing: " + "AB " * 2_500 + "\n",
    "figures": f"{_HEAD}key_points:\n" + ("- {text: '" + "12,000 men, " * 160 + "', cite: a#p1}\n") * 100,
    "long-flow": "topics: [" + "a," * 120_000 + "]",
    "bad-items": "topics: [" + "A," * 120_000 + "]",
    "unknown-items": f"{_HEAD}topics: [" + "a," * 120_000 + "]",
    "unknown-fields": "{" + ",".join(f"a{number}" for number in range(36_000)) + "}",
    "duplicate-keys": "a: 1\n" * 50_000,
    "colons": "a: " * 80_000,
    "escapes": '"' + "\\x41" * 50_000 + '"',
    "long-key": "a" * 200_000 + ": 1",
    "tags": "!" * 200_000,
    "anchors": "&" * 200_000,
    "aliases": "*" * 200_000,
    "comments": "#" * 200_000,
    "blanks": " " * 200_000,
    "lines": "\n" * 200_000,
    "tabs": "\t" * 200_000,
    "quotes": "'" * 200_001,
    "most-unknown-items": f"{_HEAD}topics: [" + "a," * 19_000 + "]",
    "most-bad-items": "topics: [" + "A," * 19_000 + "]",
    "most-fields": "{" + ",".join(f"a{number}" for number in range(9_900)) + "}",
    "most-statements": f"{_HEAD}background: [" + "{text: a}," * 6_000 + "]",
    "controls": "\x01" * 200_000,
    "block-lists": "- " * 100_000,
    "block-keys": "? " * 100_000,
    "long-tag": "a: !" + "b" * 200_000 + " c",
    "long-date": "as_of: " + "2" * 200_000,
    "long-words": "status: " + "w" * 200_000,
    "long-address": "key_points: [{text: t, cite: " + "a" * 200_000 + "}]",
    "entities": "title: " + "&amp;" * 40_000,
}


@pytest.mark.parametrize("name", _BOMBS)
def test_large_and_odd_files_are_answered_in_time(name: str) -> None:
    """A quarter of a megabyte of one thing costs no more than a second, whatever the thing."""
    _answers(_BOMBS[name].encode())


_BRACKETS = """
import resource, sys, tempfile
from pathlib import Path
from backgrounder.model.dates import Day
from backgrounder.pipeline import check
from backgrounder.settings import Settings
project = Path(tempfile.mkdtemp())
briefs = project / "briefs"
briefs.mkdir()
(briefs / "a.yaml").write_text(sys.argv[1] * int(sys.argv[2]))
checked = check(
    Settings(project=project, briefs=briefs, site=project / "s", site_name="A", today=Day("2021-07-24"))
)
status = Path("/proc/self/status")
lines = status.read_text().splitlines() if status.is_file() else []
peak = next((int(line.split()[1]) for line in lines if line.startswith("VmHWM")), 0)
print(checked.diagnostics[0].code, (peak or resource.getrusage(resource.RUSAGE_SELF).ru_maxrss) // 1024)
"""


@pytest.mark.parametrize(
    ("piece", "times", "code"),
    [
        ("[", 200_000, "nested-too-deep"),
        ("{", 200_000, "nested-too-deep"),
        ("{a: ", 60_000, "nested-too-deep"),
        ("[", 100_000_000, "file-too-large"),
        ("- a\n", 60_000, "too-many-values"),
    ],
)
def test_brackets_neither_crash_nor_fill_the_memory(piece: str, times: int, code: str) -> None:
    """libyaml's composer dies on these, so they run in a process of their own; 200 MB are enough."""
    command = [sys.executable, "-c", _BRACKETS, piece, str(times)]
    if times > 1_000_000:
        command[2] = command[2].replace("write_text(sys.argv[1] * int(sys.argv[2]))", _SPARSE)
    result = subprocess.run(command, capture_output=True, text=True, timeout=20, check=False)
    assert result.returncode == 0, result.stderr
    found, megabytes = result.stdout.split()
    assert found == code
    assert int(megabytes) < 200


_SPARSE = "open('wb').truncate(int(sys.argv[2]))"
"""A large file that takes no room on the disk."""


_KEPT = [
    "NO",
    "no",
    "on",
    "1.10",
    "010",
    "12:30",
    "1_000",
    "1e3",
    "~",
    "null",
    "0x1F",
    "2021-07-23",
    ".inf",
    "=",
    "Yes",
]


@pytest.mark.parametrize("value", _KEPT)
def test_no_silent_types(value: str) -> None:
    """What YAML takes for numbers, dates and truth stays the text that was written."""
    text = f"title: {value}\nstatus: draft\nas_of: 2021-07-23\nbottom_line: {value}\nkey_points:\n- text: {value}\n"
    (brief,) = _load(text.encode()).corpus.briefs
    assert (brief.title, brief.bottom_line, brief.key_points[0].text) == (value, value, value)


@pytest.mark.parametrize("value", ["yes", "True", "on", "1"])
def test_truth_is_written_in_one_way(value: str) -> None:
    """``planned: yes`` is told what to write, not silently taken or left."""
    text = f"timeline:\n- {{date: 2021, text: Talks, planned: {value}}}\n"
    assert "wrong-type" in [item.code for item in _load(text.encode()).diagnostics]


_FORBIDDEN = [
    *map(
        chr, [0x00, 0x01, 0x08, 0x0B, 0x0C, 0x0D, 0x1B, 0x1F, 0x7F, 0x80, 0x85, 0x9F, 0x2028, 0x2029, 0xFEFF]
    ),
    *map(chr, range(0x202A, 0x202F)),
    *map(chr, range(0x2066, 0x206A)),
    *map(chr, [0xFDD0, 0xFDEF, 0xFFFE, 0xFFFF, 0x1FFFE, 0x10FFFF, 0xE0001, 0xE0041, 0xE007F]),
]


@pytest.mark.parametrize("character", _FORBIDDEN, ids=lambda character: f"U+{ord(character):04X}")
def test_forbidden_characters_are_refused_where_they_stand(character: str) -> None:
    """In the file itself at their position; escaped or as an HTML reference at the value's."""
    (found,) = _load(f"title: ab{character}c\n".encode()).diagnostics
    assert (found.code, found.span.line, found.span.column) == ("forbidden-character", 1, 10)
    escaped = f'title: "ab\\U{ord(character):08X}c"\n'
    assert _load(escaped.encode()).diagnostics[0].code == "forbidden-character"


@pytest.mark.parametrize("character", [*map(chr, range(0x202A, 0x202F)), "\u2066", "\u2069", "\U000e0041"])
@pytest.mark.parametrize("form", ["&#{};", "&#x{:x};", "&#X{:X};"])
def test_html_references_bring_nothing_in(character: str, form: str) -> None:
    """Markdown would turn the reference into the character."""
    written = form.format(ord(character))
    (found,) = _load(f"title: ab{written}c\n".encode()).diagnostics
    assert found.code == "forbidden-character"


@pytest.mark.parametrize(
    "text",
    [
        "كلّ التفاصيل هنا، والله أعلم؟",
        "لە هەولێر کۆبوونەوەکە بەڕێوەچوو",
        "می\u200cخواهم به خانه بروم",
        "Rudaw\u200e (ڕووداو\u200f) \u061cقال",
        "नमस्\u200dते",
        "עברית ו־English",
        "a &amp; b &copy; &lrm; &#8207;",
    ],
)
def test_living_languages_raise_no_alarm(text: str) -> None:
    """Joiners and direction marks that Arabic, Sorani and Persian need stay."""
    head = "status: draft\nas_of: 2021-07-23\nbottom_line: b\n"
    loaded = _load(f"title: '{text}'\n{head}".encode())
    assert not loaded.diagnostics
    assert loaded.corpus.briefs[0].title == text


@pytest.mark.parametrize("key", ["stakeholders", "topics"])
def test_ids_in_other_scripts_are_refused(key: str) -> None:
    """An id is an address: Arabic letters, full-width letters and dots cannot stand in it."""
    for bad in ("العراق", "ａｂｃ", "../up", "a/b", "a.b", "A", "-a", "a-", "²", "con"):
        loaded = _load(f"{key}:\n  '{bad}':\n    name: N\n".encode(), "registry/a.yaml")
        assert {"bad-id", "reserved-id"} & {item.code for item in loaded.diagnostics}, bad
