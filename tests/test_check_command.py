"""``backgrounder check`` as it is used: which files it speaks of, where its output goes, how it ends."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
import termios
from pathlib import Path
from typing import Any

import click
import pytest
from browsing import SMALL_BRIEF, Project, run_python, small_project
from click.testing import CliRunner, Result

from backgrounder.cli import main

SOUND = {**SMALL_BRIEF, "status": "draft"}
FAULTY = {**SOUND, "key_points": [{"text": "قال الوزير إن المحادثات ستبدأ.", "cite": "wyre#p1"}]}
"""One error, which can be mended by hand alone: so short an id could be meant for another."""

MISSPELT = "title: Talks\nstatsu: draft\nstatus: draft\nas_of: 2021-07-23\nbottom_line: They meet.\n"
UNTIDY = "title: Talks \nstatus: draft\nas_of: 2021-07-23\nbottom_line: They meet.\n"
"""One piece of advice, which can be mended."""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """Two briefs, of which one has an error; entered, as a desk would."""
    for name in ("NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "GITHUB_WORKSPACE"):
        monkeypatch.delenv(name, raising=False)
    project = small_project(
        tmp_path / "desk",
        {"briefs/talks.yaml": SOUND, "briefs/faulty.yaml": FAULTY, "docs/sub/page.md": "x\n"},
    )
    monkeypatch.chdir(project.folder)
    return project


def check(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["check", *arguments])


def files_shown(*arguments: str) -> set[str]:
    """The files that problems are shown of."""
    done = check("--format", "json", *arguments)
    assert done.exit_code in (0, 1), done.stderr
    return {item["path"] for item in json.loads(done.stdout)}


# Which files


@pytest.mark.parametrize(
    "path",
    [
        "briefs/faulty.yaml",
        "./briefs/../briefs/faulty.yaml",
        "briefs",
        "briefs/",
        ".",
        "../desk",
        "briefs/registry/..",
    ],
)
def test_a_path_may_be_written_in_any_way(project: Project, path: str) -> None:
    assert files_shown(path) == {"briefs/faulty.yaml"}
    assert files_shown(str(project.folder / path)) == {"briefs/faulty.yaml"}


@pytest.mark.parametrize("path", ["briefs/talks.yaml", "briefs/registry"])
def test_problems_elsewhere_are_neither_shown_nor_counted(project: Project, path: str) -> None:
    done = check(path)
    assert (done.exit_code, done.stderr, done.stdout) == (0, "", "No problems in 1 file.\n")


def test_other_files_are_read_all_the_same(project: Project) -> None:
    """An id that a registry file defines twice is a fault there because of the other file."""
    registry = {
        "sources": {"wire": {"title": "Talks", "kind": "article", "publisher": "Wire", "paragraphs": 2}}
    }
    project.write("briefs/registry/again.yaml", registry)
    done = check("briefs/registry/sources.yaml", "--format", "json")
    (item,) = json.loads(done.stdout)
    assert item["code"] == "duplicate-id"
    assert item["notes"][0]["path"] == "briefs/registry/again.yaml"


def test_a_name_that_starts_like_another_is_another(project: Project) -> None:
    project.write("briefs/faulty.yaml.yaml", FAULTY)
    assert files_shown("briefs/faulty.yaml") == {"briefs/faulty.yaml"}


def test_a_link_is_spoken_of_itself(project: Project) -> None:
    """It is a fault wherever it leads."""
    outside = project.folder.parent / "elsewhere.yaml"
    outside.write_text("title: x\n", encoding="utf-8")
    (project.folder / "briefs/linked.yaml").symlink_to(outside)
    assert files_shown("briefs/linked.yaml") == {"briefs/linked.yaml"}


@pytest.mark.parametrize(
    ("paths", "words"),
    [
        (["briefs/nothing.yaml"], "there is no briefs/nothing.yaml\n"),
        (["docs"], "no brief or registry file is in docs\n"),
        (["mkdocs.yml"], "no brief or registry file is in mkdocs.yml\n"),
        (["briefs", "docs/sub"], "no brief or registry file is in docs/sub\n"),
        (["briefs", "briefs/nothing.yaml"], "there is no briefs/nothing.yaml\n"),
        (["/"], "/ is not in the project "),
    ],
)
@pytest.mark.parametrize("form", ["full", "json"])
def test_a_path_that_holds_nothing_is_wrong_usage(
    project: Project, paths: list[str], words: str, form: str
) -> None:
    """Each of them, also beside one that is right; nothing is checked then, and nothing mended."""
    project.write("briefs/untidy.yaml", UNTIDY)
    done = check(*paths, "--fix", "--format", form)
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.startswith(f"backgrounder: {words}")
    assert (project.folder / "briefs/untidy.yaml").read_text(encoding="utf-8") == UNTIDY


def test_a_path_counted_from_the_project_is_corrected(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project.folder.parent)
    done = check("-C", "desk", "briefs/faulty.yaml")
    assert done.exit_code == 2
    assert "there is no briefs/faulty.yaml here; write desk/briefs/faulty.yaml" in done.stderr
    assert files_shown("-C", "desk", "desk/briefs/faulty.yaml") == {"briefs/faulty.yaml"}


# The last line


def test_the_last_line_says_how_much_and_what_to_do(project: Project) -> None:
    """One kind of problem is named, so that the command can be copied."""
    assert check().stdout == "1 error in 1 of 3 files. `backgrounder explain unknown-source` tells more.\n"
    assert check("briefs/faulty.yaml").stdout.startswith("1 error in 1 file. ")
    project.write("briefs/untidy.yaml", UNTIDY)
    assert check().stdout == (
        "1 error, 1 piece of advice in 2 of 4 files. `backgrounder explain CODE` tells more; "
        "--fix can mend 1 of them.\n"
    )
    assert check("briefs/untidy.yaml").stdout.endswith("--fix can mend it.\n")


@pytest.mark.parametrize("form", ["full", "concise"])
def test_quiet_shows_the_last_line_alone(project: Project, form: str) -> None:
    loud, quiet = check("--format", form), check("--format", form, "-q")
    assert (quiet.stdout, quiet.stderr) == (loud.stdout, "")
    assert loud.stderr
    assert quiet.exit_code == loud.exit_code == 1


def test_mending_is_told(project: Project) -> None:
    project.write("briefs/untidy.yaml", UNTIDY)
    tried = check("--diff", "briefs/untidy.yaml")
    assert tried.stdout.startswith("--- a/briefs/untidy.yaml\n")
    assert tried.stdout.endswith("--fix would mend it.\n")
    assert check("--fix", "-q", "briefs/untidy.yaml").stdout == "1 problem mended. No problems in 1 file.\n"
    assert check("--fix", "briefs/untidy.yaml").stdout == "No problems in 1 file.\n"
    assert check("--fix", "briefs/faulty.yaml").stdout.startswith(
        "Nothing could be mended. 1 error in 1 file."
    )


# The streams


@pytest.mark.parametrize("form", ["json", "sarif", "github"])
@pytest.mark.parametrize("mending", [["--diff"], ["--fix"]])
def test_a_difference_does_not_mix_with_output_for_programs(
    project: Project, form: str, mending: list[str]
) -> None:
    project.write("briefs/untidy.yaml", UNTIDY)
    done = check("--format", form, *mending)
    assert "+++ b/briefs/untidy.yaml" in done.stderr
    if form == "github":
        assert all(line.startswith("::") for line in done.stdout.splitlines())
    else:
        json.loads(done.stdout)


def test_without_problems_the_output_is_whole(project: Project) -> None:
    sound = "briefs/talks.yaml"
    assert check("--format", "json", sound).stdout == "[]\n"
    assert json.loads(check("--format", "sarif", sound).stdout)["runs"][0]["results"] == []
    assert check("--format", "github", sound).stdout == ""
    assert check("--format", "github", sound).stderr == "No problems in 1 file.\n"


@pytest.mark.parametrize("form", ["json", "sarif", "github"])
def test_output_for_programs_is_utf8_whatever_the_terminal_speaks(project: Project, form: str) -> None:
    project.write("briefs/named.yaml", {**SOUND, "العراق": 1})
    environment = {"PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii", "LC_ALL": "C"}
    done = project.run("check", "--format", form, env=environment, encoding=None)
    assert done.returncode == 1, done.stderr
    assert "العراق" in done.stdout.decode("utf-8")


@pytest.mark.parametrize("form", ["full", "concise"])
def test_a_terminal_that_speaks_no_arabic_still_shows_the_rest(project: Project, form: str) -> None:
    project.write("briefs/named.yaml", {**SOUND, "العراق": 1})
    environment = {"PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii:backslashreplace", "LC_ALL": "C"}
    done = project.run("check", "--format", form, env=environment)
    assert done.returncode == 1
    assert "briefs/named.yaml" in done.stderr
    assert "Traceback" not in done.stderr


def test_annotations_are_filed_from_the_top_of_the_repository(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """GitHub files them from there, wherever in it the project is."""
    monkeypatch.setenv("GITHUB_WORKSPACE", str(project.folder.parent))
    assert check("--format", "github").stdout.startswith("::error file=desk/briefs/faulty.yaml,")
    for other in (project.folder, "/nowhere", ""):
        monkeypatch.setenv("GITHUB_WORKSPACE", str(other))
        assert check("--format", "github").stdout.startswith("::error file=briefs/faulty.yaml,")


# The terminal


def on_a_terminal(project: Project, columns: int = 80, **environment: str) -> tuple[int, str]:
    """The status of a check on a terminal so wide, and all that it shows there."""
    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (24, columns))
    with subprocess.Popen(
        [sys.executable, "-m", "backgrounder", "check"],
        cwd=project.folder,
        stdout=theirs,
        stderr=theirs,
        env={**os.environ, "PYTHONUTF8": "1", "TERM": "xterm", **environment},
    ) as process:
        os.close(theirs)
        shown = b""
        while part := _read(ours):
            shown += part
        status = process.wait(30)
    os.close(ours)
    return status, shown.decode("utf-8").replace("\r\n", "\n")


def _read(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, 65536)
    except OSError:  # the other side has been closed
        return b""


def test_a_terminal_is_painted(project: Project) -> None:
    status, shown = on_a_terminal(project)
    assert status == 1
    assert "\x1b[31m" in shown


@pytest.mark.parametrize("environment", [{"NO_COLOR": "1"}, {"TERM": "dumb"}], ids=str)
def test_a_terminal_that_wants_no_colour_gets_none(project: Project, environment: dict[str, str]) -> None:
    """The words are the same."""
    status, shown = on_a_terminal(project, **environment)
    assert status == 1
    plain = shown.replace("\r\x1b[K", "") if "TERM" not in environment else shown
    assert "\x1b" not in plain
    assert plain.strip() == click.unstyle(on_a_terminal(project)[1].replace("\r\x1b[K", "")).strip()


def test_a_line_is_cut_to_the_terminal(project: Project) -> None:
    """So that it does not break, and the marks stay below the value."""
    statement = f"key_points: [{{text: '{'word ' * 60}', cite: wyre#p1}}]\n"
    project.write("briefs/faulty.yaml", UNTIDY.replace("Talks ", "Talks") + statement)
    for columns in (70, 120):
        shown = on_a_terminal(project, columns, NO_COLOR="1")[1].splitlines()
        (place,) = (number for number, line in enumerate(shown) if "-->" in line)
        line, marks = shown[place + 1 : place + 3]
        assert line.index("wyre#p1") == marks.index("^^^^^^^")
        assert len(line) <= columns


@pytest.mark.parametrize("name", ["FORCE_COLOR", "CLICOLOR_FORCE"])
def test_colour_can_be_asked_for_in_a_pipe(project: Project, name: str) -> None:
    assert "\x1b[31m" in project.run("check", env={name: "1"}).stderr
    assert "\x1b" not in project.run("check", env={name: "0"}).stderr


# The other commands


def test_a_build_points_to_the_advice_it_counts(tmp_path: Path) -> None:
    project = small_project(tmp_path, {"briefs/untidy.yaml": UNTIDY})
    done = project.run("build", "--no-handouts")
    assert done.returncode == 0, done.stderr
    assert "1 piece of advice" in done.stdout
    assert "`backgrounder check` shows the advice.\n" in done.stdout
    assert "trailing-space" not in done.stderr


def test_a_strict_build_says_why_it_stops(tmp_path: Path) -> None:
    brief = {**SMALL_BRIEF, "bottom_line": "They met last week."}
    project = small_project(tmp_path, {"briefs/talks.yaml": brief})
    done = project.run("build", "--no-handouts", "--strict")
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].endswith("and --strict lets no warning pass; nothing was published.")


@pytest.mark.parametrize(
    "code", ["unknown-source", "error[unknown-source]", "error[unknown-source]:", "[unknown-source]"]
)
def test_a_code_may_be_copied_from_a_message(code: str) -> None:
    done = CliRunner().invoke(main, ["explain", code])
    assert done.exit_code == 0
    assert done.stdout == CliRunner().invoke(main, ["explain", "unknown-source"]).stdout


def test_several_codes_are_explained_once_each() -> None:
    done = CliRunner().invoke(main, ["explain", "not-yaml", "bad-id", "not-yaml"])
    assert [line.split(" ")[0] for line in done.stdout.splitlines() if " · error" in line] == [
        "not-yaml",
        "bad-id",
    ]


@pytest.mark.parametrize("arguments", [["--help"], ["check", "--help"], ["explain"]])
def test_help_loads_no_stage(arguments: list[str]) -> None:
    """Nor the host: what only tells about the program answers at once."""
    program = (
        "import sys\nfrom backgrounder.cli import main\n"
        f"main({arguments!r}, standalone_mode=False)\n"
        "print([name for name in ('mkdocs', 'typst', 'yaml', 'backgrounder.pipeline') if name in sys.modules])"
    )
    assert run_python("-c", program).stdout.splitlines()[-1] == "[]"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device here that is always full")
@pytest.mark.parametrize(
    ("streams", "status"), [(">&-", 0), (">&- 2>&-", 0), (">/dev/full", 2), (">/dev/full 2>&-", 2)]
)
@pytest.mark.parametrize("arguments", ["--version", "explain bad-id"])
def test_nobody_listens(arguments: str, streams: str, status: int) -> None:
    command = f'exec "{sys.executable}" -m backgrounder {arguments} {streams}'
    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=False)
    assert done.returncode == status
    assert "Traceback" not in done.stderr


def test_wrong_options_are_wrong_usage(project: Project) -> None:
    outcomes: list[Any] = [check("--format", "xml"), check("--strictly"), check("-C", "nowhere")]
    assert [done.exit_code for done in outcomes] == [2, 2, 2]
