"""Tries edits on the texts of files, and keeps those that make nothing worse.

The edits of all files are tried together. Where a file is worse off, they are halved until those to blame
are found. An edit counts as good when the problem it mends is gone and no problem of form has come to the
lines it changed. What comes elsewhere was there before and could not be seen: a file that could not be
read may hold anything, and an id can be looked up only in a registry that is whole.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Protocol

from backgrounder.diagnostics.catalogue import OPTIONAL
from backgrounder.diagnostics.diagnostic import Diagnostic
from backgrounder.mend.apply import applied
from backgrounder.model.corpus import Corpus, records_by_file

TIDYING = frozenset({"trailing-space", "field-order"})
"""What changes the form of a file alone: all its records stay as they are."""


class Checked(Protocol):
    """What checking a project tells."""

    @property
    def corpus(self) -> Corpus: ...
    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]: ...
    @property
    def texts(self) -> dict[str, str]: ...


Check = Callable[[Mapping[str, str]], Checked]
"""Checks the project with these texts, by file, in place of what the files hold."""

Batches = dict[str, list[Diagnostic]]
"""Problems with edits that do not overlap, by file."""


def accepted(check: Check, now: Checked, raw: Mapping[str, str], wanted: Batches) -> Batches:
    """Those of the ``wanted`` problems whose edits, all made in the texts ``raw``, make nothing worse.

    ``now`` is what checking ``raw`` told.
    """
    good: Batches = {file: [] for file in wanted}
    waiting = {file: [items] for file, items in wanted.items()}
    while waiting:
        tried = {file: batches.pop() for file, batches in waiting.items()}
        texts = dict(raw)
        for file, items in tried.items():
            texts[file] = _applied(raw[file], [*good[file], *items])
        worse = _worse(now, check(texts), tried)
        for file, items in tried.items():
            if file not in worse:
                good[file] += items
            elif len(items) > 1:
                middle = len(items) // 2
                waiting[file] += [items[middle:], items[:middle]]
        waiting = {file: batches for file, batches in waiting.items() if batches}
    return good


def _applied(text: str, items: Iterable[Diagnostic]) -> str:
    return applied(text, (edit for item in items for edit in item.edits))


def _worse(before: Checked, after: Checked, tried: Batches) -> set[str]:
    """The files where an edit was in vain, or brought a problem to a line that it changed."""
    tidied = {file for file, items in tried.items() if items[0].code in TIDYING}
    left = {file: [item for item in after.diagnostics if item.span.file == file] for file in tried}
    new = _new_problems(before, after)
    return _changed_records(before, after, tidied) | {
        file
        for file, items in tried.items()
        if file not in tidied and (_is_in_vain(items, left[file]) or _is_to_blame(items, new[file]))
    }


def _is_in_vain(items: Iterable[Diagnostic], left: Iterable[Diagnostic]) -> bool:
    """Whether a problem is still there, or the file cannot be read as far as where it was mended."""
    places = {(item.code, item.span.line, item.span.column, item.message) for item in left}
    mended = [edit.span for item in items if item.code == "not-yaml" for edit in item.edits]
    return any(
        (item.code, item.span.line, item.span.column, item.message) in places for item in items
    ) or any(item.code == "not-yaml" and item.span <= span for item in left for span in mended)


def _is_to_blame(items: Iterable[Diagnostic], new: Iterable[Diagnostic]) -> bool:
    """Whether a new problem, or the other place that it names, is in a line that was changed.

    A field that gets another name is also answerable for the line below it, where its value may start.
    """
    edited = {edit.span.line for item in items for edit in item.edits}
    edited |= {edit.span.line + 1 for item in items if item.code == "unknown-field" for edit in item.edits}
    return any(not edited.isdisjoint(_lines(item)) for item in new)


def _lines(item: Diagnostic) -> set[int]:
    notes = {note.span.line for note in item.notes if note.span.file == item.span.file}
    return notes | {item.span.line}


def _changed_records(before: Checked, after: Checked, files: set[str]) -> set[str]:
    """Those of the files whose records are not the same, but for the spaces between words."""
    old, new = (records_by_file(checked.corpus) if files else {} for checked in (before, after))
    return {file for file in files if _as_text(old.get(file)) != _as_text(new.get(file))}


def _as_text(records: object) -> str:
    return re.sub(" +", " ", repr(records))


def _new_problems(before: Checked, after: Checked) -> dict[str, list[Diagnostic]]:
    """The problems of form that were not there before, by file.

    Content is judged only in files whose form is whole, so what is said of it now may have waited for that.
    A file that cannot be read is judged no further, so that it cannot has been said.
    """
    known = Counter(map(_key, before.diagnostics))
    new: dict[str, list[Diagnostic]] = defaultdict(list)
    for item in after.diagnostics:
        known[_key(item)] -= 1
        if known[_key(item)] < 0 and item.code not in OPTIONAL and item.code != "not-yaml":
            new[item.span.file].append(item)
    return new


def _key(item: Diagnostic) -> tuple[str, str, str]:
    return (item.span.file, item.code, item.message)
