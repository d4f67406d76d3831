"""``briefs/evidence.lock``: what was compared with the sources, as hashes without text.

A line for each source names the version of its text; a line for each quotation names the paragraph, the
speaker, how the speaker is known, and a hash over all of that, these words, this version and what the desk
tells readers of the speaker and the context. So a line says nothing of words, of a speaker or of a text
other than those that were compared, wherever it is put.

The hash is over words that the brief itself publishes, and over the whole text of a source, so that
nothing of the source can be found out from it. It is no signature: who has the text can make a line, and
who has it can tell a false one with ``backgrounder verify``.
"""

from __future__ import annotations

import hashlib
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec

from backgrounder.diagnostics.diagnostic import Diagnostic, diagnose
from backgrounder.evidence.words import tokens
from backgrounder.model.citation import Citation
from backgrounder.model.kinds import ID_PATTERN
from backgrounder.model.proof import Proof, SpeakerGrade
from backgrounder.patterns import late_pattern
from backgrounder.spans import Span

NAME = "evidence.lock"
FORMAT = 2
"""Of the file. Format 1, of version 0.6, did not say how a speaker is known, so nothing is taken from it."""
NOBODY = "-"
"""Stands for the speaker of words quoted in running text, where none is given."""

_HEAD = """\
# What has been compared with the sources, word for word. `backgrounder verify` writes this file from the
# texts in briefs/archive/; do not edit it. The hashes do not contain the texts.
format 2
"""
_DIGEST_LENGTH = 32
_SOURCE = late_pattern(rf"source (?P<source>{ID_PATTERN}) (?P<version>[0-9a-f]{{16}})")
_QUOTATION = late_pattern(
    rf"(?P<source>{ID_PATTERN})#p(?P<paragraph>[0-9]{{1,4}}) (?P<speaker>{ID_PATTERN}|-) (?P<grade>{'|'.join(SpeakerGrade)}) (?P<digest>[0-9a-f]{{32}})"
)
_FORMAT = late_pattern(r"format (?P<number>[0-9]{1,4})")
_OF_FORMAT_1 = late_pattern(rf"{ID_PATTERN}#p[0-9]{{1,4}} (?:{ID_PATTERN}|-) [0-9a-f]{{32}}")
_MOST_BYTES = 64 * 1024 * 1024


class Entry(NamedTuple):
    """One quotation that was compared."""

    source: str
    paragraph: int
    speaker: str
    grade: SpeakerGrade
    digest: str

    @property
    def proof(self) -> Proof:
        """Return what it vouches for."""
        return Proof(Citation(self.source, self.paragraph), self.grade)


class Quoted(NamedTuple):
    """A quotation as readers are told of it: the words, who said them, and what the desk adds."""

    words: str
    speaker: str = NOBODY
    name: str = ""
    """The speaker's, as readers see it."""
    attributed: str = ""
    context: str = ""


class Lock(msgspec.Struct, frozen=True):
    """What the file says."""

    versions: dict[str, str] = {}
    """The version of each source's text."""
    entries: frozenset[Entry] = frozenset()
    diagnostics: tuple[Diagnostic, ...] = ()
    lines: dict[Entry, int] = {}
    source_lines: dict[str, int] = {}
    """Where the version of each source stands."""
    unversioned: frozenset[str] = frozenset()
    """Sources of which there are quotations and no version, as where somebody has taken the line out."""

    def vouched(self, quoted: Quoted, citations: Iterable[Citation]) -> Entry | None:
        """Return the entry for a quotation in one of the cited paragraphs, or None."""
        for citation in citations:
            version = self.versions.get(citation.source, "")
            numbers = [citation.paragraph] if citation.paragraph else self._paragraphs(citation.source)
            for number in numbers if version else ():
                for grade in SpeakerGrade:
                    entry = entry_for(quoted, citation.source, version, number, grade)
                    if entry in self.entries:
                        return entry
        return None

    def _paragraphs(self, source: str) -> list[int]:
        return sorted({entry.paragraph for entry in self.entries if entry.source == source})


def entry_for(quoted: Quoted, source: str, version: str, paragraph: int, grade: SpeakerGrade) -> Entry:
    """Return the entry that vouches for a quotation. The style of quotation marks and dashes makes no difference."""
    plain = " ".join(token.text for token in tokens(quoted.words))
    told = (
        source,
        version,
        str(paragraph),
        quoted.speaker,
        quoted.name,
        grade.value,
        plain,
        quoted.attributed,
        quoted.context,
    )
    digest = hashlib.sha256("\n".join(told).encode()).hexdigest()[:_DIGEST_LENGTH]
    return Entry(source, paragraph, quoted.speaker, grade, digest)


def lock_text(versions: dict[str, str], entries: Iterable[Entry]) -> str:
    """The file, sorted, a line for each; the same whatever the order of the briefs."""
    kept = sorted(set(entries))
    sources = sorted({entry.source for entry in kept})
    lines = [f"source {source} {versions[source]}" for source in sources]
    lines += [
        f"{entry.source}#p{entry.paragraph} {entry.speaker} {entry.grade} {entry.digest}" for entry in kept
    ]
    return _HEAD + "".join(f"{line}\n" for line in lines)


def read_lock(project: Path, briefs: Path) -> Lock:
    """The lock of a project; an empty one where there is none."""
    path = briefs / NAME
    name = path.relative_to(project).as_posix()
    try:
        mode = path.lstat().st_mode
        if not stat.S_ISREG(mode):
            return Lock(diagnostics=(diagnose(Span(name), "not-a-regular-file", what="not a plain file"),))
        with path.open("rb") as file:
            text = file.read(_MOST_BYTES).decode("utf-8", errors="replace")
    except FileNotFoundError:
        return Lock()
    except OSError as error:
        return Lock(
            diagnostics=(diagnose(Span(name), "unreadable-file", reason=error.strerror or str(error)),)
        )
    return parse_lock(text, name)


def parse_lock(text: str, name: str) -> Lock:
    """Return what a lock file says, with a diagnostic for every line that says nothing.

    A file of another format vouches for no quotation; one diagnostic tells what to do about it. Which texts it knows
    still counts.
    """
    versions: dict[str, str] = {}
    source_lines: dict[str, int] = {}
    lines: dict[Entry, int] = {}
    problems: list[Diagnostic] = []
    for number, line in _lines(text):
        if found := _QUOTATION.fullmatch(line):
            grade = SpeakerGrade(found["grade"])
            entry = Entry(found["source"], int(found["paragraph"]), found["speaker"], grade, found["digest"])
            lines.setdefault(entry, number)
        elif (found := _SOURCE.fullmatch(line)) and found["source"] not in versions:
            versions[found["source"]] = found["version"]
            source_lines[found["source"]] = number
        elif line != f"format {FORMAT}":
            span = Span(name, number, 1, number, len(line) + 1)
            if other := _of_other_format(span, line):
                return Lock(versions, diagnostics=(other,), source_lines=source_lines)
            problems.append(diagnose(span, "bad-lock", value=line[:60]))
    unversioned = frozenset(entry.source for entry in lines if entry.source not in versions)
    told = tuple(problems[:_MOST_PROBLEMS])
    return Lock(versions, frozenset(lines), told, lines, source_lines, unversioned)


def _of_other_format(span: Span, line: str) -> Diagnostic | None:
    """Return what tells that a line is of a file of another format, if it is one."""
    if _OF_FORMAT_1.fullmatch(line):
        return diagnose(span, "old-lock")
    found = _FORMAT.fullmatch(line)
    if found is None:
        return None
    return diagnose(
        span, "newer-lock" if int(found["number"]) > FORMAT else "old-lock", value=found["number"]
    )


_MOST_PROBLEMS = 20


def _lines(text: str) -> Iterator[tuple[int, str]]:
    for number, raw in enumerate(text.split("\n"), start=1):
        line = raw.strip()
        if line and not line.startswith("#"):
            yield number, line
