"""The quick reader of faultless briefs: it gives what the plain reader gives, or nothing.

Whatever the plain reader has something to say about, a fault or a remark, must not get past it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backgrounder.load import ContentFile, faultless_brief
from backgrounder.load.corpus import plain_brief
from backgrounder.load.files import plain_text
from backgrounder.load.nodes import MOST_VALUES
from backgrounder.load.straight import straight_brief

_TESTS = Path(__file__).parent
_HEAD = "title: The end\nstatus: draft\nas_of: 2021-07-23\nbottom_line: It ends.\n"


def _texts(folder: Path) -> Iterator[str]:
    for file in sorted(folder.rglob("*.yaml")):
        raw = file.read_bytes().decode("utf-8", "replace")
        yield raw
        yield plain_text(raw)


_CASES = list(dict.fromkeys(_texts(_TESTS / "cases")))
_OWN = [
    text
    for folder in (_TESTS.parent / "briefs", _TESTS / "cases/example/briefs")
    for file in sorted(folder.glob("*.yaml"))
    for text in [plain_text(file.read_text(encoding="utf-8"))]
]


def _is_read_straight(text: str) -> bool:
    """Whether the quick reader gives a brief; the plain one must give the same then."""
    brief = straight_brief(text, "a-brief")
    if brief is not None:
        assert brief == plain_brief(ContentFile("briefs/a-brief.yaml", text, False)), text
    return brief is not None


def test_every_file_of_the_suite_is_read_alike() -> None:
    assert sum(map(_is_read_straight, _CASES)) > 100


@pytest.mark.parametrize("text", _OWN, ids=lambda text: text.partition("\n")[0].removeprefix("title: "))
def test_briefs_are_read_straight(text: str) -> None:
    """Those of the project and of the example; else they would only take longer."""
    assert _is_read_straight(text)


_UNUSUAL = {
    "flow": "{title: T, status: draft, as_of: 2021-07-23, bottom_line: b}\n",
    "quotation-marks": _HEAD + "key_points:\n- {'text': \"It's here\", cite: 'a#p1'}\n",
    "single-in-place-of-a-list": _HEAD + "key_points:\n- text: t\n  cite: a#p1\n",
    "list-of-one": _HEAD + "key_points:\n- text: t\n  cite: [a#p1]\n",
    "record-in-place-of-a-list": _HEAD + "allow: {code: uncited-statement, reason: r}\n",
    "groups-and-statements": _HEAD + "background:\n- {heading: h, statements: [{text: t}]}\n- text: t\n",
    "texts-yaml-reads-otherwise": _HEAD + "related: [no, 012, 2021-02-30, null]\n",
    "empty-lists": _HEAD + "key_points: []\nrelated: []\n",
    "no-handout": _HEAD + "handout: {}\n",
    "comments": f"# Why\n\n{_HEAD}# not yet:\n#   a: b\nsourcing: One. # a remark\n",
    "start-and-end": f"---\n{_HEAD}...\n",
    "directive": f"%YAML 1.1\n---\n{_HEAD}",
    "joiner": _HEAD + "sourcing: می‌خواهم\n",
    "no-break-space": _HEAD + "sourcing: 40\u00a0km\n",
    "no-line-feed-at-the-end": _HEAD.rstrip(),
    "literal-prose": _HEAD + "sourcing: |\n  - one\n  - two\n",
    "key-with-a-question-mark": _HEAD + "? sourcing\n: One.\n",
    "longest-line": _HEAD.replace("It ends.", "a" * 2_000),
}


@pytest.mark.parametrize("name", _UNUSUAL)
def test_unusual_writing_is_read_straight(name: str) -> None:
    assert _is_read_straight(_UNUSUAL[name])


_OTHER = {
    "empty": "",
    "comments-alone": "# a\n",
    "text-alone": "a\n",
    "list-alone": "- a\n",
    "two-documents": f"{_HEAD}---\n{_HEAD}",
    "empty-second-document": f"{_HEAD}---\n",
    "empty-first-document": f"---\n---\n{_HEAD}",
    "anchor": _HEAD + "sourcing: &a b\n",
    "anchor-of-all": f"&a\n{_HEAD}",
    "alias": _HEAD + "sourcing: *a\n",
    "alias-as-name": _HEAD + "*a : b\n",
    "alias-as-list": _HEAD + "related: *a\n",
    "tag": _HEAD + "sourcing: !!str b\n",
    "tag-of-no-name": _HEAD + "sourcing: ! b\n",
    "tag-of-a-list": _HEAD + "related: !!seq [a]\n",
    "tag-in-full": _HEAD + "sourcing: !<tag:yaml.org,2002:str> b\n",
    "tag-by-directive": f"%TAG ! tag:x,2000:\n---\n{_HEAD}sourcing: !a b\n",
    "merge": _HEAD + "<<: {sourcing: b}\n",
    "twice-the-same": _HEAD + "sourcing: a\nsourcing: a\n",
    "twice-the-same-apart": _HEAD + "title: The end\n",
    "unknown-field": _HEAD + "sources: a\n",
    "slug": f"slug: a\n{_HEAD}",
    "list-as-name": _HEAD + "? [a]\n: b\n",
    "record-as-name": _HEAD + "? {a: b}\n: b\n",
    "glued-hyphen": _HEAD + "related:\n-a: b\n",
    "order-of-fields": "status: draft\ntitle: The end\nas_of: 2021-07-23\nbottom_line: b\n",
    "order-of-fields-in-a-record": _HEAD + "key_points:\n- cite: a\n  text: t\n",
    "field-missing": _HEAD.partition("\n")[2],
    "field-of-a-record-missing": _HEAD + "key_points:\n- cite: a\n",
    "two-records-in-one": _HEAD + "background:\n- {heading: h, statements: [{text: t}], note: n}\n",
    "blank": _HEAD + "sourcing:\n",
    "blank-in-quotation-marks": _HEAD + "sourcing: ''\n",
    "blank-item": _HEAD + "related:\n-\n- a\n",
    "blank-record": _HEAD + "handout:\n",
    "blank-list": _HEAD + "related:\n",
    "blank-name": _HEAD + ": a\n",
    "invisible": _HEAD + "sourcing: \u200d\n",
    "text-for-a-list": _HEAD + "related: a\n",
    "text-for-a-record": _HEAD + "key_points: [a]\n",
    "list-for-a-text": _HEAD + "sourcing: [a]\n",
    "list-for-a-record": _HEAD + "key_points: [[]]\n",
    "list-of-lists": _HEAD + "related: [[a]]\n",
    "record-for-a-text": _HEAD + "sourcing: {a: b}\n",
    "record-for-a-list": _HEAD + "key_points: {text: t}\n",
    "bad-date": _HEAD.replace("07-23", "02-30"),
    "bad-choice": _HEAD.replace("draft", "Draft"),
    "bad-flag": _HEAD + "timeline:\n- {date: 2021, planned: yes, text: t}\n",
    "bad-id": _HEAD + "related: [A b]\n",
    "reserved-id": _HEAD + "key_points:\n- {text: t, id: index}\n",
    "bad-citation": _HEAD + "key_points:\n- {text: t, cite: a#4}\n",
    "bad-language": _HEAD.replace("bottom", "language: English\nbottom"),
    "several-lines": _HEAD.replace("It ends.", "|\n  It\n  ends.\n"),
    "too-long": _HEAD.replace("It ends.", "a" * 2_001),
    "text-cut-by-comment": _HEAD + "sourcing: Item #4 of the list\n",
    "citation-cut-by-comment": _HEAD + "key_points:\n- text: t\n  cite: a #p4\n",
    "trailing-space": _HEAD.replace("\n", " \n"),
    "trailing-space-at-the-end": _HEAD + " ",
    "trailing-tab": _HEAD.replace("\n", "\t\n"),
    "tab-before-a-comment": _HEAD + "sourcing: Item\t#4\n",
    "tab-as-indentation": _HEAD + "key_points:\n\t- text: t\n",
    "odd-indentation": _HEAD + "sourcing:\n  \u00a0a\n",
    "odd-space-before-a-name": _HEAD + "\u00a0sourcing: a\n",
    "byte-order-mark": f"\ufeff{_HEAD}",
    "carriage-returns": _HEAD.replace("\n", "\r\n"),
    "carriage-returns-alone": _HEAD.replace("\n", "\r"),
    "next-line": _HEAD + "sourcing: a\x85\n",
    "line-separator": _HEAD + "sourcing: a\u2028b\n",
    "noncharacter": _HEAD + "sourcing: a\ufffeb\n",
    "surrogate": _HEAD + "sourcing: a\ud800b\n",
    "zero": _HEAD + "sourcing: a\x00b\n",
    "override": _HEAD + "sourcing: a\u202eb\n",
    "escaped-override": _HEAD + 'sourcing: "a\\u202eb"\n',
    "named-override": _HEAD + "sourcing: a&#x202e;b\n",
    "not-yaml": _HEAD + "sourcing: a: b\n",
    "open-bracket": _HEAD + "related: [a\n",
    "open-quotation": _HEAD + "sourcing: 'a\n",
    "deep": _HEAD + "related: " + "[" * 100_000,
}


@pytest.mark.parametrize("name", _OTHER)
def test_what_is_to_be_remarked_is_not_read_straight(name: str) -> None:
    assert not _is_read_straight(_OTHER[name])
    assert faultless_brief(ContentFile("briefs/a-brief.yaml", _OTHER[name], False)) is None


def test_no_file_with_too_many_values_is_read_straight() -> None:
    """As many values in as few characters as can be; the quick reader gives up a little early."""
    for count in (10_000, *range(MOST_VALUES - 60, MOST_VALUES + 2, 3)):
        items = "a," * count
        flow = f"{{title: T,status: draft,as_of: 2021-07-23,bottom_line: b,related: [{items}]}}"
        straight = [_is_read_straight(f"{_HEAD}related: [{items}]"), _is_read_straight(flow)]
        assert all(straight) or count > 10_000


def test_other_files_are_read_by_way_of_nodes() -> None:
    """What is unusual and no fault."""
    text = _HEAD + 'sourcing: "Q&A, \\"as they say\\"!"\n'
    assert straight_brief(text, "a-brief") is None
    brief = faultless_brief(ContentFile("briefs/a-brief.yaml", text, False))
    assert brief is not None
    assert brief.sourcing == 'Q&A, "as they say"!'


_PIECES = """
: - ? , [ ] { } [] {} # #4 ' " '' > >- | |- & &a *a ! !x !!str << --- ... % @ ` ~ \\ \\u202e &zwj; &#x202e;
null no 1.10 2021-02-30 a-b a#p1 #p4 title: text: cite: id: quote: known: {text: t} [a,b] - - العراق 𐍈
""".split()
_ODD = [
    *("\n", "\n\n", "\n  ", "\n- ", "\t", " ", "  ", ": ", "- ", " #", " # a", " \n", ", ", "\r", "\r\n"),
    *(
        "\x85",
        "\u2028",
        "\ufeff",
        "\u00a0",
        "\u200b",
        "\u200c",
        "\u202e",
        "\ufffe",
        "\x00",
        "\U000e0041",
        "\ud800",
    ),
    *("title: x\n", "sourcing: a\n", "allow: {code: a-b, reason: x}\n", "# a\n", "---\n", "%YAML 1.1\n---\n"),
]
_SMALL = [text for text in _CASES if len(text) < 4_000 and straight_brief(text, "a-brief")]
_PIECE = st.sampled_from([*_PIECES, *_ODD, ""])
_PLACE = st.integers(0, 4_000)


@given(
    st.sampled_from(_SMALL), st.lists(st.tuples(_PLACE, st.integers(0, 2), _PIECE), min_size=1, max_size=3)
)
def test_a_brief_with_other_characters_is_read_alike(text: str, edits: list[tuple[int, int, str]]) -> None:
    for place, removed, piece in edits:
        start = place % (len(text) + 1)
        text = text[:start] + piece + text[start + removed :]
    _is_read_straight(text)


@given(st.sampled_from(_SMALL), st.data())
def test_a_brief_with_other_lines_is_read_alike(text: str, data: st.DataObject) -> None:
    """Lines left out, repeated, moved, indented, and taken from another brief."""
    lines, others = text.split("\n"), data.draw(st.sampled_from(_SMALL)).split("\n")
    for place, other, indent in data.draw(
        st.lists(st.tuples(_PLACE, _PLACE, st.integers(-2, 4)), max_size=3)
    ):
        taken = (others if indent % 2 else lines)[other % len(others if indent % 2 else lines)]
        start = place % len(lines)
        lines[start : start + (indent > 2)] = [" " * indent + taken.removeprefix("  " if indent < 0 else "")]
    _is_read_straight("\n".join(lines))


def test_a_brief_with_any_line_changed_is_read_alike() -> None:
    """Each line of the example's briefs in turn: left out, twice, moved up, moved in, with a piece at its end."""
    for text in (text for text in _OWN if len(text) < 6_000):
        lines = text.split("\n")
        for number, line in enumerate(lines):
            above, below = lines[:number], lines[number + 1 :]
            changed = [
                [],
                [line, line],
                [f" {line}"],
                [f"{line} #4"],
                [f"{line}:"],
                [f'{line} "a"'],
                [line.strip()],
            ]
            for middle in changed:
                _is_read_straight("\n".join([*above, *middle, *below]))
            _is_read_straight("\n".join([*above[:-1], line, *above[-1:], *below]))
