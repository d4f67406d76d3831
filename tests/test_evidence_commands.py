"""``backgrounder source add``, ``verify`` and ``draft`` as a desk uses them: what they print, and their statuses."""

from __future__ import annotations

from pathlib import Path

import pytest
from browsing import SMALL_CONFIG, Project

_TEXT = """Talks to begin

WASHINGTON — The talks begin on Monday, the minister’s office told the wire.

“We will go there, and we will listen,” said Ada Reed, the minister. She named no date for their end.
"""
_BRIEF = """title: Talks in Washington
status: published
as_of: 2021-07-23
bottom_line: Talks are to be held.
key_points:
  - text: The minister promises to hear the others out.
    cite: wire#p2
    quote: {words: "We will go there, and we will listen", by: ada-reed}
sourcing: One wire.
"""


@pytest.fixture
def project(tmp_path: Path) -> Project:
    made = Project(tmp_path)
    made.write("mkdocs.yml", SMALL_CONFIG)
    made.write("docs/about.md", "# About\n")
    made.write("briefs/talks.yaml", _BRIEF)
    made.write("briefs/registry/people.yaml", "stakeholders:\n  ada-reed: {name: Ada Reed, kind: person}\n")
    made.write("story.txt", _TEXT)
    return made


def _import(project: Project, *options: str) -> str:
    done = project.run("source", "add", "story.txt", "--id", "wire", "--published", "2021-07-23", *options)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_from_an_article_to_a_published_quotation(project: Project) -> None:
    """Import, check, verify, build; then a clone without the text builds the same."""
    told = _import(project, "--publisher", "Wire")
    assert told.startswith("wire: 2 paragraphs, version ")
    assert "title: “Talks to begin”, guessed from the first line" in told
    assert "wrote briefs/archive/wire.txt" in told
    assert "stale-lock" in project.run("check").stderr
    done = project.run("verify")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        "1 quotation compared with 1 source.\n"
        "1 quotation, verified: words and speaker.\n"
        "briefs/evidence.lock: 1 added, 0 removed. Commit it with the briefs.\n"
    )
    assert project.run("verify").stdout.endswith("briefs/evidence.lock is up to date.\n")
    project.build("--no-handouts", "--strict")
    page = (project.site / "briefs/talks/index.html").read_bytes()
    (project.folder / "briefs/archive/wire.txt").unlink()
    project.build("--no-handouts", "--strict")
    assert (project.site / "briefs/talks/index.html").read_bytes() == page


def test_a_wrong_quotation_is_neither_verified_nor_published(project: Project) -> None:
    """``verify`` shows it and leaves the lock alone; ``build`` leaves the old site."""
    _import(project)
    project.run("verify")
    project.build("--no-handouts")
    lock = (project.folder / "briefs/evidence.lock").read_bytes()
    site = (project.site / "briefs/talks/index.html").read_bytes()
    project.write("briefs/talks.yaml", _BRIEF.replace("we will listen", "we will not listen"))
    done = project.run("verify")
    assert done.returncode == 1
    assert (
        "error[altered-quotation]: these are not the words of the source: it does not have “not”"
        in done.stderr
    )
    assert done.stderr.endswith("1 error keeps briefs/evidence.lock from being written.\n")
    assert (project.folder / "briefs/evidence.lock").read_bytes() == lock
    assert project.run("build", "--no-handouts").returncode == 1
    assert (project.site / "briefs/talks/index.html").read_bytes() == site


def test_verify_keeps_what_only_the_lock_can_vouch_for(project: Project) -> None:
    """Whoever holds one text can renew the lock without losing the quotations of the others."""
    _import(project)
    project.run("verify")
    before = (project.folder / "briefs/evidence.lock").read_text(encoding="utf-8")
    (project.folder / "briefs/archive/wire.txt").unlink()
    done = project.run("verify")
    assert done.stdout.startswith(
        "0 quotations compared with 0 sources; 1 quotation vouched for by the lock alone."
    )
    assert (project.folder / "briefs/evidence.lock").read_text(encoding="utf-8") == before


def test_verify_counts_what_is_cited_and_tells_passages_apart(project: Project) -> None:
    """Another text that lies in the archive has been compared with nothing; errors alone keep the lock from being
    written, and each is counted as one."""
    _import(project)
    project.write("other.txt", _TEXT.replace("Monday", "Friday").replace("Reed", "Roe"))
    done = project.run("source", "add", "other.txt", "--id", "other", "--published", "2021-07-22")
    assert done.returncode == 0, done.stderr
    quoting = "  - {text: She spoke of “their end” and “no date”., cite: wire#p2}\nsourcing:"
    project.write("briefs/talks.yaml", _BRIEF.replace("sourcing:", quoting))
    told = project.run("verify").stdout.splitlines()
    assert told[:2] == [
        "1 quotation and 2 passages in running text compared with 1 source.",
        "1 quotation, verified: words and speaker; "
        "2 passages quoted in running text: words verified, speakers not compared.",
    ]
    assert f"briefs/talks.yaml: {told[1].removesuffix('.')}; " in project.run("check", "-v").stdout
    wrong = _BRIEF.replace("we will listen", "we will not listen").replace("sourcing:", quoting)
    project.write("briefs/talks.yaml", wrong.replace("their end", "our end"))
    assert project.run("verify").stderr.endswith("2 errors keep briefs/evidence.lock from being written.\n")


def test_check_says_of_each_brief_what_was_compared(project: Project) -> None:
    """With the text all of it; by the lock the quotations alone. Only where it is asked for, and for the files asked for."""
    _import(project)
    project.run("verify")
    quoted = "briefs/talks.yaml: 1 quotation, verified: words and speaker; "
    told = f"{quoted}figures, dates, names and paragraphs compared with the source.\n"
    assert project.run("check", "-v").stdout.startswith(told)
    assert "verified" not in project.run("check").stdout
    assert "verified" not in project.run("check", "-v", "-q").stdout
    assert "verified" not in project.run("check", "-v", "briefs/registry").stdout
    assert told in project.run("check", "-v", "--format", "json").stderr
    (project.folder / "briefs/archive/wire.txt").unlink()
    assert project.run("check", "--verbose").stdout.startswith(
        f"{quoted}not compared with `wire`: figures, dates, names and paragraphs (its text is not here, and the lock "
        "vouches for quotations alone).\n"
    )


def test_a_broken_lock_is_written_anew(project: Project) -> None:
    _import(project)
    project.write("briefs/evidence.lock", "<<<<<<< HEAD\n")
    assert project.run("check").returncode == 1
    assert project.run("verify").returncode == 0
    assert project.run("check").returncode == 0


def test_without_text_and_lock_the_error_says_who_can_mend_it(project: Project) -> None:
    project.write(
        "briefs/registry/wire.yaml", "sources:\n  wire: {title: T, kind: article, publisher: Wire}\n"
    )
    done = project.run("check", "--format", "concise")
    assert done.returncode == 1
    assert "its text is not here, and evidence.lock does not know it" in done.stderr
    full = project.run("check").stderr
    assert (
        "who holds the text runs `backgrounder source add FILE --id wire`, then `backgrounder verify`" in full
    )


def test_an_error_cannot_be_allowed_away(project: Project) -> None:
    """Neither by the brief nor by mkdocs.yml."""
    project.write(
        "briefs/registry/wire.yaml", "sources:\n  wire: {title: T, kind: article, publisher: Wire}\n"
    )
    project.write(
        "briefs/talks.yaml",
        _BRIEF.replace("    quote:", "    allow: {code: unverified-quotation, reason: r}\n    quote:"),
    )
    done = project.run("check", "--format", "concise")
    assert "unknown-check" in done.stderr
    assert "unverified-quotation" in done.stderr
    project.write("briefs/talks.yaml", _BRIEF)
    options = {"today": "2021-07-24", "checks": {"unverified-quotation": "off"}}
    project.write("mkdocs.yml", {**SMALL_CONFIG, "plugins": ["search", {"backgrounder": options}]})
    done = project.run("check")
    assert done.returncode == 2
    assert "unverified-quotation" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["source", "add", "nothing.txt"], "nothing.txt: no such file or directory"),
        (["source", "add", "story.txt", "--id", "Wire!"], "write --id wire"),
        (["source", "add", "story.txt", "--published", "yesterday"], "--published"),
        (["source", "add", "mkdocs.yml", "--kind", "novel"], "novel"),
        (["draft", "nothing"], "there is no source `nothing`"),
    ],
    ids=["no file", "an id", "a date", "a kind", "no source"],
)
def test_what_cannot_be_done_is_said_in_one_line(arguments: list[str], told: str, project: Project) -> None:
    done = project.run(*arguments)
    assert done.returncode == 2
    assert told in done.stderr
    assert "Traceback" not in done.stderr


def test_a_draft_is_written_once_and_never_over_a_brief(project: Project) -> None:
    _import(project)
    done = project.run("draft", "wire", "--slug", "first-look")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("Found 1 quotation, 0 figures, 1 date, ")
    assert "wrote briefs/first-look.yaml" in done.stdout
    again = project.run("draft", "wire", "--slug", "first-look")
    assert again.returncode == 2
    assert "there is a brief `first-look` already" in again.stderr
    assert "error" not in project.run("check").stderr


def test_a_draft_of_a_source_without_text_says_how_to_import_it(project: Project) -> None:
    project.write(
        "briefs/registry/wire.yaml", "sources:\n  wire: {title: T, kind: article, publisher: Wire}\n"
    )
    done = project.run("draft", "wire")
    assert done.returncode == 2
    assert "backgrounder source add FILE --id wire" in done.stderr
