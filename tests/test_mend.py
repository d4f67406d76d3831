"""Mending: what has one right answer is put right, and every other character stays as it was."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from browsing import Project, small_project
from examples import check_files, files_of
from hypothesis import given
from hypothesis import strategies as st

from backgrounder.diagnostics.diagnostic import Edit
from backgrounder.diagnostics.show import concise
from backgrounder.diagnostics.suggest import surely_meant
from backgrounder.mend import Mended, mend_project
from backgrounder.mend.apply import applied
from backgrounder.model.dates import DateError, parse_day, parse_edtf
from backgrounder.model.rewritten_dates import rewritten_date
from backgrounder.pipeline import check
from backgrounder.settings import Settings
from backgrounder.spans import Span

_BRIEF = "briefs/water-sharing.yaml"


def _settings(project: Path) -> Settings:
    return Settings(
        project=project,
        briefs=project / "briefs",
        site=project / "site",
        site_name="A desk",
        today=parse_day("2021-07-24"),
    )


def _mend(project: Path, write: bool = True) -> Mended:
    settings = _settings(project)
    return mend_project(project, lambda texts: check(settings, dict(texts)), write=write)


def _mended(project: Path, old: str, new: str) -> str:
    """The faultless brief with one slip put in, after mending; the slip must have been told first."""
    files = files_of("")
    assert files[_BRIEF].count(old) == 1
    files[_BRIEF] = files[_BRIEF].replace(old, new)
    assert check_files(files, project).diagnostics
    _mend(project)
    return (project / _BRIEF).read_text(encoding="utf-8")


_CASES = sorted(path for path in Path(__file__).with_name("cases").joinpath("mend").iterdir())
_REGISTRY = Path(__file__).with_name("cases") / "example/briefs/registry"


def _laid_out(case: Path, project: Path, form: Callable[[str], bytes] = str.encode) -> None:
    """The case's files beside the registry of the faultless project, in a form that they may have on disk."""
    shutil.copytree(_REGISTRY, project / "briefs/registry")
    for file in (case / "before/briefs").iterdir():
        (project / "briefs" / file.name).write_bytes(form(file.read_text(encoding="utf-8")))


def _briefs(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in sorted(folder.glob("briefs/*.yaml"))}


@pytest.mark.parametrize("case", _CASES, ids=lambda case: case.name)
def test_case(case: Path, tmp_path: Path, update: bool) -> None:
    """The files are mended as expected, the difference is told, and then what is left."""
    _laid_out(case, tmp_path)
    mended = _mend(tmp_path)
    left = [
        concise(item)
        for item in check(_settings(tmp_path)).diagnostics
        if item.edits or "/registry/" not in item.span.file
    ]
    told = "\n".join([*mended.differences, f"{mended.problems} mended, {len(left)} left", *left]) + "\n"
    if update:
        shutil.rmtree(case / "after", ignore_errors=True)
        (case / "after/briefs").mkdir(parents=True)
        for name, data in _briefs(tmp_path).items():
            (case / "after/briefs" / name).write_bytes(data)
        (case / "expected.txt").write_text(told, encoding="utf-8")
    assert _briefs(tmp_path) == _briefs(case / "after")
    assert told == (case / "expected.txt").read_text(encoding="utf-8")
    assert (case / "purpose.txt").read_text(encoding="utf-8").endswith(".\n")
    assert _mend(tmp_path) == Mended((), 0)


def _mixed(text: str) -> bytes:
    lines = text.split("\n")
    return "".join(line + ("\r\n" if number % 3 else "\n") for number, line in enumerate(lines[:-1])).encode()


_FORMS: dict[str, Callable[[str], bytes]] = {
    "line ends of Windows": lambda text: text.replace("\n", "\r\n").encode(),
    "mixed line ends": _mixed,
    "byte-order mark": lambda text: b"\xef\xbb\xbf" + text.encode(),
    "no last line end": lambda text: text.removesuffix("\n").encode(),
    "blank lines at the end": lambda text: text.encode() + b"\n\n",
}


@pytest.mark.parametrize("form", _FORMS)
@pytest.mark.parametrize("case", _CASES, ids=lambda case: case.name)
def test_the_form_of_a_file_is_kept(case: Path, form: str, tmp_path: Path) -> None:
    """The same edits are made whatever the line ends, the mark and the end of the file."""
    _laid_out(case, tmp_path, _FORMS[form])
    _mend(tmp_path)
    after = {file.name: file.read_text(encoding="utf-8") for file in (case / "after/briefs").iterdir()}
    assert _briefs(tmp_path) == {name: _FORMS[form](text) for name, text in after.items()}


_ONE_ANSWER = [
    ("cite: gazette-2021-07-20#p1", "cite: gazete-2021-07-20#p1"),
    ("  - who: upstream-minister\n    role", "  - who: upstream-minster\n    role"),
    ("  - who: upstream-minister\n    role", "  - who: Upstream minister\n    role"),
    ("topics: [water]", "topics: [watre]"),
    ("terms: [dry-season]", "terms: ['dry-saeson']"),
    ("review_by: 2021-07-30", "reviewby: 2021-07-30"),
    ("bottom_line: >-", "Bottom Line: >-"),
    ("status: published", "status: Published"),
    ("as_of: 2021-07-23", "as_of: 23.07.2021"),
    ("as_of: 2021-07-23", 'as_of: "July 23, 2021"'),
    ("title: Sharing the river", "title: Sharing: the river"),
    ("    role: Speaks for the upstream side.", "    role: `Speaks` for the upstream side."),
    ("    role: Speaks for the upstream side.", "    role: Speaks for group #2."),
    ("status: published\n", "status: published \t \n"),
    ("status: published", "status:published"),
    ("    likelihood: unlikely\n    confidence: low\n", "    confidence: low\n    likelihood: unlikely\n"),
]


@pytest.mark.parametrize(("old", "new"), _ONE_ANSWER, ids=[new.strip() for _, new in _ONE_ANSWER])
def test_one_right_answer_is_put_right(old: str, new: str, tmp_path: Path) -> None:
    """After mending nothing is wrong, and only the lines of the slip have changed."""
    before = files_of("")[_BRIEF].replace(old, new)
    after = _mended(tmp_path, old, new)
    assert not check(_settings(tmp_path)).diagnostics
    slips = {line.strip() for line in new.splitlines()}
    untouched = [line for line in before.splitlines() if line.strip() not in slips]
    assert [line for line in untouched if line not in after.splitlines()] == []
    assert len(after.splitlines()) == len(before.splitlines())


_SEVERAL_ANSWERS = [
    ("as_of: 2021-07-23", "as_of: 03/07/2021"),
    ("as_of: 2021-07-23", "as_of: soon"),
    ("cite: gazette-2021-07-20#p1", "cite: gazette-2021-07-21#p1"),
    ("topics: [water]", "topics: [wine]"),
    ("status: published", "status: done"),
    ("topics: [water]", "topics: [water"),
    ("title: Sharing the river", 'title: "Sharing the river'),
    ("The ministries are to meet in August 2021.", "The ministries are to meet on Monday, 27 July 2021."),
]


@pytest.mark.parametrize(("old", "new"), _SEVERAL_ANSWERS, ids=[new for _, new in _SEVERAL_ANSWERS])
def test_what_could_mean_two_things_is_left_alone(old: str, new: str, tmp_path: Path) -> None:
    assert _mended(tmp_path, old, new) == files_of("")[_BRIEF].replace(old, new)


def test_near_ids_are_left_to_the_author(tmp_path: Path) -> None:
    """A slip between two ids could be either."""
    assert surely_meant("water-rigths", ["water-rights", "water-weights"]) == "water-rights"
    assert surely_meant("minister-a", ["minister-b", "minister-c"]) is None
    assert surely_meant("paper-2021-07-21", ["paper-2021-07-20"]) is None
    assert surely_meant("iran", ["iraq"]) is None


def test_comments_line_ends_and_marks_stay(tmp_path: Path) -> None:
    """Windows line ends, a byte-order mark, comments, blank lines and a missing last line end are kept."""
    files = files_of("")
    text = files[_BRIEF].replace("topics: [water]", "topics: [watre]  # what it is about\n\n# next")
    raw = b"\xef\xbb\xbf" + text.rstrip("\n").replace("\n", "\r\n").encode()
    check_files(files, tmp_path)
    (tmp_path / _BRIEF).write_bytes(raw)
    assert _mend(tmp_path).problems == 1
    assert (tmp_path / _BRIEF).read_bytes() == raw.replace(b"[watre]", b"[water]")


def test_moved_fields_take_their_comments_along(tmp_path: Path) -> None:
    """A comment right above a field belongs to it; a record in a list keeps its hyphen."""
    files = files_of(
        "key_points:\n  - cite: daily-2021-07-22#p2\n    # from the second page\n"
        "    text: >-\n      The ministries are to meet\n\n      in August 2021.\n    # after all\n"
    )
    files[_BRIEF] = files[_BRIEF].replace("meet\n\n      in", "meet\n      in")
    check_files(files, tmp_path)
    _mend(tmp_path)
    assert "key_points:\n    # from the second page\n  - text: >-\n" not in (tmp_path / _BRIEF).read_text(
        encoding="utf-8"
    )
    assert not check(_settings(tmp_path)).diagnostics


def test_without_write_nothing_changes(tmp_path: Path) -> None:
    """The difference is told and the file is as it was."""
    files = files_of("")
    files[_BRIEF] = files[_BRIEF].replace("topics: [water]", "topics: [watre]")
    check_files(files, tmp_path)
    told = _mend(tmp_path, write=False)
    assert (tmp_path / _BRIEF).read_text(encoding="utf-8") == files[_BRIEF]
    (difference,) = told.differences
    assert difference.startswith(f"--- a/{_BRIEF}\n+++ b/{_BRIEF}\n@@")
    assert "-topics: [watre]\n+topics: [water]\n" in difference


def test_links_and_modes_are_respected(tmp_path: Path) -> None:
    """A link is not written through, and a file keeps who may read it."""
    files = files_of("")
    files[_BRIEF] = files[_BRIEF].replace("topics: [water]", "topics: [watre]")
    check_files(files, tmp_path)
    (tmp_path / _BRIEF).chmod(0o640)
    outside = tmp_path / "outside.yaml"
    outside.write_text(files[_BRIEF], encoding="utf-8")
    (tmp_path / "briefs" / "link.yaml").symlink_to(outside)
    _mend(tmp_path)
    assert "watre" in outside.read_text(encoding="utf-8")
    assert (tmp_path / _BRIEF).stat().st_mode & 0o777 == 0o640
    assert sorted(path.name for path in (tmp_path / "briefs").iterdir()) == [
        "link.yaml",
        "registry",
        "water-sharing.yaml",
    ]


_SLIPS = st.sets(st.integers(0, len(_ONE_ANSWER) - 1), min_size=1, max_size=4)


@given(_SLIPS, st.booleans())
def test_mending_twice_is_mending_once(
    tmp_path_factory: pytest.TempPathFactory, slips: set[int], windows: bool
) -> None:
    """Whatever is broken together: no new problem comes, and a second run finds nothing more to do."""
    project = tmp_path_factory.mktemp("mend")
    files = files_of("")
    for slip in sorted(slips):
        old, new = _ONE_ANSWER[slip]
        files[_BRIEF] = files[_BRIEF].replace(old, new, 1)
    before = len(check_files(files, project).diagnostics)
    if windows:
        raw = (project / _BRIEF).read_bytes().replace(b"\n", b"\r\n")
        (project / _BRIEF).write_bytes(raw)
    _mend(project)
    once = (project / _BRIEF).read_bytes()
    assert len(check(_settings(project)).diagnostics) <= before
    assert b"\r\n" in once or not windows
    assert _mend(project).differences == ()
    assert (project / _BRIEF).read_bytes() == once


@given(
    st.text(alphabet="ab\n é", max_size=40),
    st.lists(st.tuples(st.integers(1, 6), st.integers(1, 8), st.integers(0, 3)), max_size=4),
)
def test_edits_change_nothing_else(text: str, places: list[tuple[int, int, int]]) -> None:
    """Taking out what edits put in gives the text back."""
    lines = text.split("\n")
    edits = [
        Edit(Span("a", line, column, line, column), f"<{number}>")
        for number, (line, column, _) in enumerate(places)
        if line <= len(lines) and column <= len(lines[line - 1]) + 1
    ]
    changed = applied(text, edits)
    for number in range(len(places)):
        changed = changed.replace(f"<{number}>", "")
    assert changed == text


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2021/7/3", "2021-07-03"),
        ("2021.07.03", "2021-07-03"),
        ("20210723", "2021-07-23"),
        ("2021-7", "2021-07"),
        ("23/07/2021", "2021-07-23"),
        ("07/23/2021", "2021-07-23"),
        ("07/07/2021", "2021-07-07"),
        ("3rd July 2021", "2021-07-03"),
        ("Sept. 3, 2021", "2021-09-03"),
        ("July 2021", "2021-07"),
        ("2021-07-23T10:00Z", "2021-07-23"),
        ("201u", "201X"),
        ("2021-uu", "2021-XX"),
        ("2021?~", "2021%"),
        ("2021-07-26/open", "2021-07-26/.."),
        ("y17000", "Y17000"),
        ("2021-07 to 2021-09", "2021-07/2021-09"),
        ("03/07/2021", None),
        ("32/01/2021", None),
        ("30 February 2021", None),
        ("soon", None),
        ("2021", None),
    ],
)
def test_dates_in_other_notations(written: str, meant: str | None) -> None:
    """What can be read in one way is; what is right, impossible or ambiguous is not."""
    assert rewritten_date(written) == meant


@given(st.text(alphabet="0123456789/-. ~?uxXJuly", max_size=14))
def test_a_rewritten_date_is_a_date(text: str) -> None:
    meant = rewritten_date(text)
    if meant is not None:
        try:
            parse_edtf(meant)
        except DateError:
            pytest.fail(f"{text} became {meant}")


def test_the_command_mends_and_says_so(tmp_path: Path) -> None:
    """The difference, then what is left, then the count; the status is that of what is left."""
    project: Project = small_project(tmp_path)
    project.write(
        "briefs/talks.yaml",
        "title: Talks\nstatus: Published\nas_of: 23.07.2021\nbottom_line: Talks are to be held.\n"
        "key_points:\n  - text: The talks begin.\n    cite: wire#p1\nsourcing: One wire.\n",
    )
    told = project.run("check", "--diff", "--today", "2021-07-24")
    assert told.returncode == 1
    assert "-status: Published\n-as_of: 23.07.2021\n+status: published\n+as_of: 2021-07-23\n" in told.stdout
    assert "Published" in (tmp_path / "briefs/talks.yaml").read_text(encoding="utf-8")
    done = project.run("check", "--fix", "--today", "2021-07-24")
    assert (done.returncode, done.stderr) == (0, "")
    assert "2 problems mended" in done.stdout
    assert "\x1b" not in done.stdout
    again = project.run("check", "--fix", "--today", "2021-07-24")
    assert again.stdout.splitlines() == ["No problems in 2 files."]
