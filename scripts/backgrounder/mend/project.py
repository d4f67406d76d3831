"""Mends a whole project in rounds: mending one problem may show the next.

Nothing is written before the end, when each changed file is replaced in one step, if it still holds
what was read.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import msgspec

from backgrounder.diagnostics.diagnostic import Diagnostic
from backgrounder.mend.apply import applied, overlap
from backgrounder.mend.difference import difference
from backgrounder.mend.files import read_raw, replace_file
from backgrounder.mend.trial import TIDYING, Batches, Check, Checked, accepted

_MOST_ROUNDS = 100
"""YAML shows one fault of a file at a time; a file with more of them is looked at by its author."""

_Key = tuple[str, str, int, int, str]


class Mended(msgspec.Struct, frozen=True):
    """What mending came to."""

    differences: tuple[str, ...]
    """A unified difference for each file that changes, in the order of their names."""
    problems: int
    """How many problems were mended."""
    unwritten: tuple[str, ...] = ()
    """Files that were left as they are: they changed meanwhile, or may not be written."""


class _Texts:
    """The texts of the files with edits, as they are on disk and as they are mended."""

    def __init__(self, project: Path) -> None:
        self.before: dict[str, str] = {}
        self.now: dict[str, str] = {}
        self.problems: dict[str, int] = defaultdict(int)
        self._project = project

    def has(self, file: str, text: str) -> bool:
        """Whether the file is there to be mended, and holds the ``text`` that was checked."""
        if file not in self.now:
            raw = read_raw(self._project / file)
            if raw is None:
                return False
            self.before[file] = self.now[file] = raw
        return self.now[file].removeprefix("\ufeff").replace("\r\n", "\n") == text

    def mend(self, mended: Batches) -> None:
        for file, items in mended.items():
            self.now[file] = applied(self.now[file], (edit for item in items for edit in item.edits))
            self.problems[file] += len(items)

    @property
    def changed(self) -> dict[str, str]:
        return {file: text for file, text in sorted(self.now.items()) if text != self.before[file]}


def mend_project(
    project: Path, check: Check, is_wanted: Callable[[str], bool] = lambda _: True, write: bool = True
) -> Mended:
    """Mends the files that are wanted; without ``write``, only tells what would change. Raises OSError."""
    texts = _mended(project, check, is_wanted)
    unwritten = {
        file
        for file, text in texts.changed.items()
        if write and not replace_file(project / file, texts.before[file], text)
    }
    done = {file: text for file, text in texts.changed.items() if file not in unwritten}
    return Mended(
        tuple(difference(file, texts.before[file], text) for file, text in done.items()),
        sum(texts.problems[file] for file in done),
        tuple(sorted(unwritten)),
    )


def _mended(project: Path, check: Check, is_wanted: Callable[[str], bool]) -> _Texts:
    texts = _Texts(project)
    refused: set[_Key] = set()
    check = _remembering(check)
    now = check({})
    for _ in range(_MOST_ROUNDS):
        found = [item for item in now.diagnostics if item.edits and is_wanted(item.span.file)]
        wanted = _one_round(
            item for item in found if _key(item) not in refused and _is_here(item, texts, now)
        )
        if not wanted:
            break
        good = accepted(check, now, texts.now, wanted)
        refused |= {_key(item) for file, items in wanted.items() for item in items if item not in good[file]}
        texts.mend(good)
        now = check(texts.now) if any(good.values()) else now
    return texts


def _remembering(check: Check) -> Check:
    """``check``, which takes seconds where there are many files, not asked twice running for the same."""
    last: list[tuple[Mapping[str, str], Checked]] = []

    def remembering(texts: Mapping[str, str]) -> Checked:
        if not last or last[0][0] != texts:
            last[:] = [(dict(texts), check(texts))]
        return last[0][1]

    return remembering


def _is_here(item: Diagnostic, texts: _Texts, now: Checked) -> bool:
    return texts.has(item.span.file, now.texts.get(item.span.file, ""))


def _key(item: Diagnostic) -> _Key:
    return (item.span.file, item.code, item.span.line, item.span.column, item.message)


def _one_round(found: Iterable[Diagnostic]) -> Batches:
    """What can be mended at once: edits that do not overlap; a file's form only when all else is done."""
    batches: Batches = defaultdict(list)
    for item in sorted(found, key=lambda item: (item.code in TIDYING, item)):
        batch = batches[item.span.file]
        is_its_turn = not batch or (batch[0].code in TIDYING) == (item.code in TIDYING)
        if is_its_turn and not any(_overlap(item, done) for done in batch):
            batch.append(item)
    return dict(batches)


def _overlap(item: Diagnostic, other: Diagnostic) -> bool:
    return any(overlap(one.span, two.span) for one in item.edits for two in other.edits)
