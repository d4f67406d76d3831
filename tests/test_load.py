"""The load stage: what is read, what records come of it, and where a value is found again."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from backgrounder.diagnostics.diagnostic import Finding
from backgrounder.link import check_references
from backgrounder.load import Loaded, files, load_corpus, locate
from backgrounder.load.characters import FORBIDDEN, ODD_SPACES
from backgrounder.model.citation import Citation, parse_citation
from backgrounder.spans import Path as KeyPath
from backgrounder.spans import Place

_HEAD = "title: The end\nstatus: published\nas_of: 2021-07-23\nbottom_line: It ends.\n"


def _load(project: Path, files: dict[str, str]) -> Loaded:
    for name, text in {"briefs/a-brief.yaml": _HEAD, **files}.items():
        (project / name).parent.mkdir(parents=True, exist_ok=True)
        (project / name).write_text(text, encoding="utf-8")
    return load_corpus(project, project / "briefs")


def _brief(project: Path, body: str) -> Loaded:
    return _load(project, {"briefs/a-brief.yaml": _HEAD + body})


def _codes(loaded: Loaded) -> list[str]:
    return [diagnostic.code for diagnostic in loaded.diagnostics]


def _located(loaded: Loaded) -> list[str]:
    """``line:column code value`` of each problem with references."""
    found = locate(check_references(loaded), loaded.texts, loaded.dropped)
    return [f"{item.span.line}:{item.span.column} {item.code}" for item in found]


# Files.


def test_a_missing_folder_of_briefs_is_an_error_of_the_set_up(tmp_path: Path) -> None:
    """No diagnostic can point into a folder that is not there; the caller hears of it."""
    with pytest.raises(OSError, match="briefs"):
        load_corpus(tmp_path, tmp_path / "briefs")


def test_an_empty_folder_is_an_empty_corpus(tmp_path: Path) -> None:
    (tmp_path / "briefs").mkdir()
    loaded = load_corpus(tmp_path, tmp_path / "briefs")
    assert (loaded.corpus.briefs, loaded.diagnostics) == ((), ())


def test_hidden_files_backups_and_the_archive_are_left_alone(tmp_path: Path) -> None:
    """What editors and systems leave beside a file is no content, in the registry neither."""
    names = [".a.yaml.swp", ".DS_Store", "a-brief.yaml~", "#a-brief.yaml#", "README.md", "archive/x.txt"]
    names += ["evidence.lock", "registry/.gitkeep", "registry/README.md", "registry/b.yaml~"]
    loaded = _load(tmp_path, {f"briefs/{name}": "\x00[" for name in names})
    assert not loaded.diagnostics
    assert [brief.slug for brief in loaded.corpus.briefs] == ["a-brief"]


def test_a_registry_that_is_a_file_is_misplaced(tmp_path: Path) -> None:
    loaded = _load(tmp_path, {"briefs/registry": "topics:\n"})
    assert _codes(loaded) == ["misplaced-file"]
    assert not loaded.registry_is_whole


def test_a_file_that_vanishes_while_it_is_read_is_a_diagnostic(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the live preview an editor may replace a file between listing and reading."""
    gone = tmp_path / "briefs" / "gone.yaml"
    really_lists = files._entries

    def lists_and_loses(folder: str) -> list[os.DirEntry[str]]:
        found = really_lists(folder)
        gone.unlink(missing_ok=True)
        return found

    monkeypatch.setattr(files, "_entries", lists_and_loses)
    loaded = _load(tmp_path, {"briefs/gone.yaml": "title: Gone\n"})
    assert _codes(loaded) == ["unreadable-file"]
    assert [brief.slug for brief in loaded.corpus.briefs] == ["a-brief"]


def test_a_name_that_is_no_text_can_still_be_shown(tmp_path: Path) -> None:
    """File systems allow bytes that are not UTF-8 and line breaks in names."""
    _load(tmp_path, {})
    for name in (b"caf\xe9.yaml", b"two\nlines.yaml"):
        Path(os.fsdecode(os.fsencode(tmp_path / "briefs") + b"/" + name)).write_text(_HEAD)
    loaded = load_corpus(tmp_path, tmp_path / "briefs")
    assert _codes(loaded) == ["bad-file-name", "bad-file-name"]
    assert all(item.span.start.isprintable() for item in loaded.diagnostics)


def test_line_ends_and_byte_order_mark_make_no_difference(tmp_path: Path) -> None:
    plain = _load(tmp_path / "a", {}).corpus.briefs
    (tmp_path / "b" / "briefs").mkdir(parents=True)
    windows = "\ufeff" + _HEAD.replace("\n", "\r\n")
    (tmp_path / "b" / "briefs" / "a-brief.yaml").write_bytes(windows.encode())
    assert load_corpus(tmp_path / "b", tmp_path / "b" / "briefs").corpus.briefs == plain


def test_files_are_read_in_the_order_of_their_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The order in which the file system lists them is nobody's business."""
    files = {f"briefs/{name}.yaml": "title: x\nnonsense: y\n" for name in ("c", "a", "b")}
    first = _load(tmp_path, files)
    really_lists = os.scandir

    @contextlib.contextmanager
    def list_backwards(folder: str) -> Iterator[Iterator[os.DirEntry[str]]]:
        with really_lists(folder) as entries:
            yield reversed(list(entries))

    monkeypatch.setattr(os, "scandir", list_backwards)
    assert load_corpus(tmp_path, tmp_path / "briefs") == first


def test_a_pipe_in_the_place_of_a_checked_file_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between the look at a file and its opening, something else may have come in its place."""
    _load(tmp_path, {})
    really_open = os.open

    def replace(path: str, *arguments: int) -> int:
        Path(path).unlink()
        os.mkfifo(path)
        return really_open(path, *arguments)

    monkeypatch.setattr(os, "open", replace)
    loaded = load_corpus(tmp_path, tmp_path / "briefs")
    assert set(_codes(loaded)) == {"not-a-regular-file"}


# Characters.


def test_what_is_printable_is_neither_forbidden_nor_an_odd_space() -> None:
    """A text of printable characters is not looked at any further."""
    letters = "".join(filter(str.isprintable, map(chr, range(sys.maxunicode + 1))))
    assert not FORBIDDEN.search(letters)
    assert not ODD_SPACES.search(letters)


# Records.


def test_one_fault_leaves_the_other_fields_standing(tmp_path: Path) -> None:
    """An optional field that is wrong is left out; a required one takes its record with it."""
    loaded = _brief(
        tmp_path, "review_by: soon\ntimeline:\n- {date: soon, text: a}\n- {date: 2021, text: b}\n"
    )
    (brief,) = loaded.corpus.briefs
    assert brief.review_by is None
    assert [event.text for event in brief.timeline] == ["b"]
    assert _codes(loaded) == ["impossible-date", "impossible-date"]


def test_a_brief_that_cannot_be_made_still_has_its_address(tmp_path: Path) -> None:
    """Others that refer to it are not told that it does not exist."""
    files = {"briefs/half.yaml": "title: Half\n", "briefs/none.yaml": "", "briefs/bad.yaml": "a: b: c\n"}
    loaded = _load(tmp_path, {**files, "briefs/b.yaml": f"{_HEAD}related: [half, none, bad, nothing]\n"})
    assert loaded.broken_briefs == {"half", "none", "bad"}
    assert _located(loaded) == ["5:28 unknown-brief"]


@pytest.mark.parametrize(
    "shelf", ["a: b: c\n", "stakeholder:\n  x: {}\n", "- x\n", "", "stakeholders: [x]\n"]
)
def test_an_unread_registry_leaves_open_what_is_unknown(tmp_path: Path, shelf: str) -> None:
    """One fault in a registry file is not repeated for every id that stands in it."""
    body = "stakeholders:\n- {who: nobody, role: r}\ntopics: [nothing]\nrelated: [no-brief]\n"
    loaded = _load(tmp_path, {"briefs/registry/a.yaml": shelf, "briefs/b.yaml": _HEAD + body})
    assert len(loaded.diagnostics) == 1
    assert [line.split()[1] for line in _located(loaded)] == ["unknown-brief"]


def test_a_broken_registry_record_still_has_its_id(tmp_path: Path) -> None:
    registry = "topics:\n  us-iraq:\n    nam: Iraq\n"
    loaded = _load(
        tmp_path, {"briefs/registry/a.yaml": registry, "briefs/b.yaml": f"{_HEAD}topics: [us-iraq, x]\n"}
    )
    assert _located(loaded) == ["5:19 unknown-topic"]


def test_a_flood_of_faults_in_the_registry_is_cut(tmp_path: Path) -> None:
    registry = "topics:\n" + "".join(f"  t{number}: {{}}\n" for number in range(3_000))
    loaded = _load(tmp_path, {"briefs/registry/a.yaml": registry, "briefs/b.yaml": f"{_HEAD}topics: [x]\n"})
    assert _codes(loaded)[0] == "too-many-problems"
    assert len(loaded.diagnostics) == 101
    assert not _located(loaded)


def test_a_flood_of_unknown_ids_is_cut(tmp_path: Path) -> None:
    """Every near miss is a search through all ids, so a hundred are enough."""
    ids = ", ".join(f"a{number}" for number in range(5_000))
    loaded = _brief(tmp_path, f"topics: [{ids}]\n")
    found = locate(check_references(loaded), loaded.texts)
    assert [item.code for item in found] == ["unknown-topic"] * 100 + ["too-many-problems"]


@pytest.mark.parametrize(
    ("text", "citation"),
    [
        ("rudaw-2021-07-23#p4", Citation("rudaw-2021-07-23", 4)),
        ("rudaw", Citation("rudaw")),
        ("r#p9999", Citation("r", 9999)),
        ("r#p10000", None),
        ("r#p0", None),
        ("r#p04", None),
        ("r#p4-6", None),
        ("r#p4,p5", None),
        ("r#4", None),
        ("r #p4", None),
        ("R#p4", None),
        ("#p4", None),
        ("r#p٤", None),
        ("r#p4\n", None),
        ("", None),
    ],
)
def test_citation(text: str, citation: Citation | None) -> None:
    """A source's id, and one paragraph of it or none; what it is written as again is the same."""
    assert parse_citation(text) == citation
    assert citation is None or str(citation) == text


@pytest.mark.parametrize(
    "number", ["0", "10000", "99999999999999999999", "-1", "1.5", "1e3", "0x10", "٤", "1_0"]
)
def test_counts_are_plain_small_numbers(tmp_path: Path, number: str) -> None:
    """Huge numbers, other digits and other notations are refused, none crashes."""
    source = f"sources:\n  r:\n    title: T\n    kind: article\n    publisher: P\n    paragraphs: {number}\n"
    found = _codes(_load(tmp_path, {"briefs/registry/a.yaml": source}))
    assert found in (["wrong-type"], ["number-out-of-range"])


@pytest.mark.parametrize(
    "blank", ['""', "' '", '"\\u00a0"', '"\\u200f"', '"\\u200b\\u200d"', '"\\n"', "|\n ", "", "  # later"]
)
def test_text_that_shows_nothing_is_no_value(tmp_path: Path, blank: str) -> None:
    loaded = _brief(tmp_path, f"sourcing: {blank}\n")
    assert _codes(loaded) == ["empty-value"]


@pytest.mark.parametrize("field", ["status", "as_of", "language"])
def test_an_empty_word_or_date_is_no_value(tmp_path: Path, field: str) -> None:
    text = "".join(line for line in _HEAD.splitlines(keepends=True) if not line.startswith(field))
    assert _codes(_load(tmp_path, {"briefs/a-brief.yaml": f'{text}{field}: ""\n'})) == ["empty-value"]


def test_keys_that_are_no_words_are_unknown_fields(tmp_path: Path) -> None:
    """Numbers, truth values and nothing as the name of a field are text like any other."""
    loaded = _brief(tmp_path, '1: a\ntrue: b\n"": c\n~: d\n2021-07-23: e\n"a\\nb": f\n')
    assert _codes(loaded) == ["unknown-field"] * 6
    assert all("\n" not in item.message for item in loaded.diagnostics)


def test_statements_and_groups_stand_side_by_side(tmp_path: Path) -> None:
    """Which of the two is meant shows by its fields, misspelt ones apart."""
    body = "background:\n- text: a\n- heading: H\n  statements:\n  - text: b\n- statements: []\n- note: c\n- {}\n"
    loaded = _brief(tmp_path, body)
    assert [item.message for item in loaded.diagnostics] == [
        "a statement group has no `heading`",
        "a statement has no `text`",
        "a statement has no `text`",
    ]
    assert len(loaded.corpus.briefs[0].background) == 2


# Locating.


def test_a_single_value_is_the_first_item_of_its_list(tmp_path: Path) -> None:
    body = "key_points:\n- text: a\n  cite: x#p1\n- text: b\n  cite: [y#p1, z#p1]\n"
    assert _located(_brief(tmp_path, body)) == [
        "7:9 unknown-source",
        "9:10 unknown-source",
        "9:16 unknown-source",
    ]


def test_dropped_items_do_not_shift_those_after_them(tmp_path: Path) -> None:
    """A record's third item may be the file's fifth, where two could not be made."""
    body = "topics: [Bad One, good-one, , Bad Two, good-two]\ntimeline:\n- date: soon\n  text: a\n"
    body += "- {date: 2021, text: b, actors: [No, nobody]}\n"
    loaded = _brief(tmp_path, body.replace(", ,", ', "",'))
    assert _located(loaded) == [
        "5:10 bad-id",
        "5:19 unknown-topic",
        "5:33 bad-id",
        "5:42 unknown-topic",
        "9:34 bad-id",
        "9:38 unknown-stakeholder",
    ]


def test_a_place_that_is_gone_falls_back_to_what_is_left() -> None:
    """The deepest value that the path still leads to is marked; an unreadable file as a whole."""
    texts = {"a.yaml": "title: x\ntopics: [a]\n", "b.yaml": "a: b: c"}
    places = [
        Place("a.yaml", ("topics", 5)),
        Place("a.yaml", ("topics", 0), at_key=True),
        Place("a.yaml", ("title",), at_key=True),
        Place("a.yaml", ("nothing", "at", 3)),
        Place("b.yaml", ("a",)),
    ]
    spans = [item.span for item in locate([Finding(place, "empty-file") for place in places], texts)]
    assert [(span.line, span.column, span.end_column) for span in spans] == [
        (2, 9, 12),
        (2, 10, 11),
        (1, 1, 6),
        (1, 1, 6),
        (1, 1, 1),
    ]


_WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cs", "Cc", "Cn", "Zl", "Zp", "Zs"]),
    min_size=1,
    max_size=20,
).filter(lambda text: not FORBIDDEN.search(text) and "&" not in text)
_TREES = st.recursive(
    _WORDS,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=4),
        st.dictionaries(st.from_regex(r"[a-z]{1,6}", fullmatch=True), inner, min_size=1, max_size=4),
    ),
    max_leaves=20,
)


def _leaves(tree: Any, path: KeyPath = ()) -> list[tuple[KeyPath, str]]:
    if isinstance(tree, str):
        return [(path, tree)]
    steps = tree.items() if isinstance(tree, dict) else enumerate(tree)
    return [leaf for step, value in steps for leaf in _leaves(value, (*path, step))]


@given(
    st.dictionaries(st.from_regex(r"[a-z]{1,6}", fullmatch=True), _TREES, min_size=1, max_size=4),
    st.sampled_from([None, "'", '"']),
    st.sampled_from([True, False, None]),
)
def test_every_value_is_found_where_it_was_written(tree: Any, quote: str, flow: bool | None) -> None:
    """For each value of any file, the span of its place holds that value and nothing else."""
    text = yaml.dump(tree, allow_unicode=True, default_style=quote, default_flow_style=flow, width=10_000)
    lines = text.split("\n")
    for path, value in _leaves(tree):
        (found,) = locate([Finding(Place("a.yaml", path), "empty-file")], {"a.yaml": text})
        assert found.span.line == found.span.end_line
        written = lines[found.span.line - 1][found.span.column - 1 : found.span.end_column - 1]
        assert yaml.load(written, Loader=yaml.BaseLoader) == value


_LINES = st.from_regex(r"[A-Za-zء-ي标][A-Za-zء-ي标 ]{0,20}[a-z]", fullmatch=True)


@given(st.lists(_LINES, min_size=1, max_size=4), st.lists(_LINES, min_size=1, max_size=4), st.booleans())
def test_every_value_of_a_valid_brief_is_found(points: list[str], events: list[str], flow: bool) -> None:
    """The same for briefs, by the paths that records have."""
    tree = {
        "title": points[0],
        "status": "draft",
        "as_of": "2021-07-23",
        "bottom_line": events[0],
        "key_points": [{"text": point, "cite": "rudaw#p1"} for point in points],
        "timeline": [{"date": "2021-07", "text": event, "actors": ["a-b", "c"]} for event in events],
    }
    text = yaml.dump(tree, allow_unicode=True, sort_keys=False, default_flow_style=flow, width=10_000)
    for path, value in _leaves(tree):
        (found,) = locate([Finding(Place("a.yaml", path), "empty-file")], {"a.yaml": text})
        written = text.split("\n")[found.span.line - 1][found.span.column - 1 : found.span.end_column - 1]
        assert written.strip("'\"") == value
