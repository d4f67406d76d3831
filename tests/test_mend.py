"""Mending: what has one right answer is put right, and every other character stays as it was."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
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
from backgrounder.model.rewritten_dates import readings, rewritten_date
from backgrounder.pipeline import Checked, check
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


def _slip(old: str, new: str, mended: str | None = None) -> tuple[str, str, str]:
    """What stands in the faultless brief, a slip in its place, and what mending makes of that."""
    return old, new, old if mended is None else mended


_ROLE = "    role: Speaks for the upstream side."
_SLIPS = [
    _slip("cite: gazette-2021-07-20#p1", "cite: gazete-2021-07-20#p1"),
    _slip("cite: gazette-2021-07-20#p1", "cite: Gazette 2021-07-20#p1"),
    _slip("cite: gazette-2021-07-20#p1", "cite: gazette-2021-07-20 #p1"),
    _slip("  - who: upstream-minister\n    role", "  - who: upstream-minster\n    role"),
    _slip("  - who: upstream-minister\n    role", "  - who: Upstream minister\n    role"),
    _slip("topics: [water]", "topics: [watre]"),
    _slip("terms: [dry-season]", "terms: ['dry-saeson']", "terms: ['dry-season']"),
    _slip("review_by: 2021-07-30", "reviewby: 2021-07-30"),
    _slip("bottom_line: >-", "Bottom Line: >-"),
    _slip("status: published", "status: Published"),
    _slip("    planned: true", "    planned: Yes"),
    _slip("as_of: 2021-07-23", "as_of: 23.07.2021"),
    _slip("as_of: 2021-07-23", 'as_of: "July 23, 2021"'),
    _slip("title: Sharing the river", "title: Sharing: the river", 'title: "Sharing: the river"'),
    _slip(_ROLE, "    role: `Speaks` up.", '    role: "`Speaks` up."'),
    _slip(_ROLE, "    role: Speaks for group #2.", '    role: "Speaks for group #2."'),
    _slip(_ROLE, '    role: "not measured" is his word.', "    role: '\"not measured\" is his word.'"),
    _slip("status: published\n", "status:published\n"),
    _slip("  - text: Neither side", "  -text: Neither side"),
]
_UNTIDY = [
    _slip("topics: [water]\n", "topics: [water] \t \n"),
    _slip(
        "    likelihood: unlikely\n    confidence: low\n", "    confidence: low\n    likelihood: unlikely\n"
    ),
]


@pytest.mark.parametrize(
    ("old", "new", "mended"), [*_SLIPS, *_UNTIDY], ids=[new.strip() for _, new, _ in [*_SLIPS, *_UNTIDY]]
)
def test_one_right_answer_is_put_right(old: str, new: str, mended: str, tmp_path: Path) -> None:
    """After mending nothing is wrong, and nothing but the slip has changed."""
    assert _mended(tmp_path, old, new) == files_of("")[_BRIEF].replace(old, mended)
    assert not check(_settings(tmp_path)).diagnostics


_SEVERAL_ANSWERS = [
    ("as_of: 2021-07-23", "as_of: 03/07/2021"),
    ("as_of: 2021-07-23", "as_of: soon"),
    ("cite: gazette-2021-07-20#p1", "cite: gazette-2021-07-21#p1"),
    ("topics: [water]", "topics: [wine]"),
    ("status: published", "status: done"),
    ("The ministries are to meet in August 2021.", "The ministries are to meet on Monday, 27 July 2021."),
]


_UNREADABLE = [
    ("topics: [water]", "topics: [water"),
    ("title: Sharing the river", 'title: "Sharing the river'),
    ("title: Sharing the river", "title: 'Tis the river"),
    ("title: Sharing the river", "title: > Sharing the river"),
    ("title: Sharing the river", 'title: "Sharing" the "river"'),
    (_ROLE, '    role: "Speaks" up.'),  # in quotation marks no source has the word
    (_ROLE, "    role: Speaks: for\n      the upstream side."),
    (f"{_ROLE}\n", f"{_ROLE}  "),
    (_ROLE, "    role: &up Upstream.\n    note: *up"),
]


@pytest.mark.parametrize(
    ("old", "new"),
    [*_SEVERAL_ANSWERS, *_UNREADABLE],
    ids=[new.strip() for _, new in [*_SEVERAL_ANSWERS, *_UNREADABLE]],
)
def test_what_could_mean_two_things_is_left_alone(old: str, new: str, tmp_path: Path) -> None:
    assert _mended(tmp_path, old, new) == files_of("")[_BRIEF].replace(old, new)


def test_near_ids_are_left_to_the_author(tmp_path: Path) -> None:
    """A slip between two ids could be either."""
    assert surely_meant("water-rigths", ["water-rights", "water-weights"]) == "water-rights"
    assert surely_meant("minister-a", ["minister-b", "minister-c"]) is None
    assert surely_meant("paper-2021-07-21", ["paper-2021-07-20"]) is None
    assert surely_meant("iran", ["iraq"]) is None
    assert surely_meant("iran-war", ["iraq-war"]) is None
    assert surely_meant("faction-ii", ["faction-i"]) is None
    assert surely_meant("weather", ["water"]) is None
    assert surely_meant("informal", ["formal"]) is None
    assert surely_meant("papper-12", ["paper-1", "paper-12", "paper-2"]) == "paper-12"
    assert surely_meant("waterrights", ["water-rights"]) == "water-rights"


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
        "evidence.lock",
        "link.yaml",
        "registry",
        "water-sharing.yaml",
    ]


def test_what_cannot_be_read_is_not_taken_for_missing(tmp_path: Path) -> None:
    """An id is not mended into a neighbour while the file that may hold it cannot be read."""
    files = files_of("")
    files[_BRIEF] = files[_BRIEF].replace("changes:", "related: [river-report]\nchanges:")
    files["briefs/river-reports.yaml"] = files_of("")[_BRIEF]
    check_files(files, tmp_path)
    (tmp_path / "briefs/river-report.yaml").write_bytes(b"title: \xff")
    _mend(tmp_path)
    assert "[river-report]" in (tmp_path / _BRIEF).read_text(encoding="utf-8")
    (tmp_path / "briefs/river-report.yaml").unlink()
    _mend(tmp_path)
    assert "[river-reports]" in (tmp_path / _BRIEF).read_text(encoding="utf-8")


def test_a_file_that_changes_meanwhile_is_left_alone(tmp_path: Path) -> None:
    """What an author saves while the files are checked is not overwritten, and the file is named."""
    files = files_of("")
    files[_BRIEF] = files[_BRIEF].replace("topics: [water]", "topics: [watre]")
    check_files(files, tmp_path)
    settings = _settings(tmp_path)
    saved = files[_BRIEF].replace("[watre]", "[watre]  # see the registry")

    def check_slowly(texts: Mapping[str, str]) -> Checked:
        if texts:
            (tmp_path / _BRIEF).write_text(saved, encoding="utf-8")
        return check(settings, dict(texts))

    assert mend_project(tmp_path, check_slowly) == Mended((), 0, (_BRIEF,))
    assert (tmp_path / _BRIEF).read_text(encoding="utf-8") == saved


def test_an_interruption_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the new text cannot be put in place, the old one stays, and nothing lies about."""
    files = files_of("")
    files[_BRIEF] = files[_BRIEF].replace("topics: [water]", "topics: [watre]")
    check_files(files, tmp_path)

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", fail)
    with pytest.raises(OSError, match="No space"):
        _mend(tmp_path)
    assert (tmp_path / _BRIEF).read_text(encoding="utf-8") == files[_BRIEF]
    assert sorted(path.name for path in (tmp_path / "briefs").iterdir()) == [
        "evidence.lock",
        "registry",
        "water-sharing.yaml",
    ]


def test_only_the_wanted_files_change(tmp_path: Path) -> None:
    files = files_of("")
    files[_BRIEF] = files[_BRIEF].replace("topics: [water]", "topics: [watre]")
    files["briefs/second.yaml"] = files[_BRIEF]
    check_files(files, tmp_path)
    settings = _settings(tmp_path)
    mended = mend_project(tmp_path, lambda texts: check(settings, dict(texts)), lambda name: "second" in name)
    assert mended.problems == 1
    assert "watre" in (tmp_path / _BRIEF).read_text(encoding="utf-8")
    assert "watre" not in (tmp_path / "briefs/second.yaml").read_text(encoding="utf-8")


def _broken(slips: list[tuple[str, str, str]]) -> tuple[str, str]:
    """The faultless brief with several slips, and what mending should make of it."""
    broken = right = files_of("")[_BRIEF]
    for old, new, mended in slips:
        if broken.count(old) == right.count(old) == 1:
            broken, right = broken.replace(old, new), right.replace(old, mended)
    return broken, right


def _mended_as(broken: str, project: Path, form: str) -> bytes:
    files = files_of("")
    check_files(files, project)
    (project / _BRIEF).write_bytes(_FORMS[form](broken))
    _mend(project)
    once = (project / _BRIEF).read_bytes()
    assert _mend(project) == Mended((), 0)
    assert (project / _BRIEF).read_bytes() == once
    return once


_forms = st.sampled_from(sorted(_FORMS))


@given(st.lists(st.sampled_from([*_SLIPS, *_UNTIDY]), min_size=1, max_size=6), _forms)
def test_whatever_is_broken_together_is_mended(
    tmp_path_factory: pytest.TempPathFactory, slips: list[tuple[str, str, str]], form: str
) -> None:
    """Each slip is put right, nothing else is touched, and a second run finds nothing to do."""
    project = tmp_path_factory.mktemp("mend")
    broken, right = _broken(slips)
    assert _mended_as(broken, project, form) == _FORMS[form](right)
    assert not check(_settings(project)).diagnostics


@given(st.lists(st.sampled_from(_SLIPS), max_size=4), st.sampled_from(range(len(_SEVERAL_ANSWERS))), _forms)
def test_what_is_left_alone_keeps_nothing_else_from_being_mended(
    tmp_path_factory: pytest.TempPathFactory, slips: list[tuple[str, str, str]], number: int, form: str
) -> None:
    """One slip with two right answers among others: it stays as it is, the others are put right."""
    old, new = _SEVERAL_ANSWERS[number]
    broken, right = _broken([(old, new, new), *slips])
    project = tmp_path_factory.mktemp("mend")
    assert _mended_as(broken, project, form) == _FORMS[form](right)


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


_DATES = {
    "2021/7/3": "2021-07-03",
    "2021.07.03": "2021-07-03",
    "2021/07-03": "2021-07-03",
    "20210723": "2021-07-23",
    "2021-7": "2021-07",
    "2021/07": "2021-07",
    "07/2021": "2021-07",
    "23/07/2021": "2021-07-23",
    "07/23/2021": "2021-07-23",
    "07/07/2021": "2021-07-07",
    "3rd July 2021": "2021-07-03",
    "Sept. 3, 2021": "2021-09-03",
    "July 2021": "2021-07",
    "2021-07-23T10:00Z": "2021-07-23",
    "1914/18": "1914/1918",
    "2021/22": "2021/2022",
    "201u": "201X",
    "2021-uu": "2021-XX",
    "2021-07-uu": "2021-07-XX",
    "2021?~": "2021%",
    "2021-07-26/open": "2021-07-26/..",
    "unknown/2021-07": "/2021-07",
    "y17000": "Y17000",
    "2021-07 to 2021-09": "2021-07/2021-09",
    "from 2021-07 until 2021-09": "2021-07/2021-09",
    "2021-07-26 – 28": "2021-07-26/2021-07-28",
    "2021-07-26/28": "2021-07-26/2021-07-28",
    "32/01/2021": None,
    "30 February 2021": None,
    "2021-07-23T10:00 to 12:00": None,
    "1560-uu-25": None,
    "soon": None,
    "2021": None,
    "2021-22": None,
    "2021-07/2021-09": None,
    "٢٠٢١-٧-٣": None,
}


@pytest.mark.parametrize(("written", "meant"), _DATES.items(), ids=_DATES)
def test_dates_in_other_notations(written: str, meant: str | None) -> None:
    """What can be read in one way is; what is right, impossible or no date is not."""
    assert rewritten_date(written) == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("03/07/2021", ["2021-07-03", "2021-03-07"]),
        ("3.7.2021", ["2021-07-03", "2021-03-07"]),
        ("2011/12", ["2011-12", "2011/2012"]),
        ("2021-07/09", ["2021-07-09", "2021-07/2021-09"]),
    ],
)
def test_dates_that_can_be_read_in_two_ways(written: str, meant: list[str]) -> None:
    assert readings(written) == meant
    assert rewritten_date(written) is None


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
