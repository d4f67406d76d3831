"""Tries edits on the texts of files, and keeps those that make nothing worse.

The edits of all files are tried together. Where a file is worse off, they are halved until those to blame
are found. An edit counts as good when the problem it mends is gone and no new one has come, but for
what could not be seen before: a file that could not be read may hold anything, content is judged only in
files whose form is whole, and an id can be looked up only in a registry that is whole.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Protocol

import msgspec

from backgrounder.diagnostics.catalogue import OPTIONAL
from backgrounder.diagnostics.diagnostic import Diagnostic
from backgrounder.mend.apply import applied
from backgrounder.model.corpus import Corpus, records_by_file

TIDYING = frozenset({"trailing-space", "field-order"})
"""What changes the form of a file alone: all its records stay as they are."""

_HIDING = frozenset({"not-yaml", "forbidden-yaml", "text-cut-by-comment", "too-many-problems"})
"""Problems that keep others from being seen."""

_OF_REFERENCES = frozenset({"unknown-paragraph", "circular-membership"})


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
        worse = set(_worse(now, check(texts), tried))
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


def _worse(before: Checked, after: Checked, tried: Batches) -> Iterator[str]:
    """The files whose edits are to blame for a new problem, or left the old one where it was."""
    blamed = {file for file, items in tried.items() if _is_in_vain(file, items, after)}
    blamed |= _changed_records(before, after, {file for file in tried if tried[file][0].code in TIDYING})
    for item in _new_problems(before, after, tried):
        file = item.span.file
        blamed |= (
            {file} if file in tried else {other for other in tried if "/registry/" in other} or set(tried)
        )
    yield from blamed


def _is_in_vain(file: str, items: list[Diagnostic], after: Checked) -> bool:
    """Whether a problem is still there, or an edited line that can be read now is not right either."""
    if items[0].code in TIDYING:
        return False
    left = [item for item in after.diagnostics if item.span.file == file]
    places = {(item.code, item.span.line, item.message) for item in left}
    if any((item.code, item.span.line, item.message) in places for item in items):
        return True
    edited = {edit.span.line for item in items if item.code in _HIDING for edit in item.edits}
    return any(
        (_is_of_form(item) and item.span.line in edited)
        or (item.code == "not-yaml" and item.span.line <= max(edited, default=0))
        for item in left
    )


def _changed_records(before: Checked, after: Checked, files: set[str]) -> set[str]:
    """Those of the files whose records are not the same, but for the spaces between words."""
    old, new = (records_by_file(checked.corpus) if files else {} for checked in (before, after))
    return {file for file in files if _as_bytes(old.get(file)) != _as_bytes(new.get(file))}


def _as_bytes(records: object) -> bytes:
    return re.sub(rb" +", b" ", msgspec.json.encode(records))


def _new_problems(before: Checked, after: Checked, tried: Batches) -> Iterator[Diagnostic]:
    """The problems that the edits have brought, rather than brought to light."""
    known = Counter(map(_key, before.diagnostics))
    opened = {file for file, items in tried.items() if any(item.code in _HIDING for item in items)}
    registry = any("/registry/" in file for file in tried)
    for item in after.diagnostics:
        known[_key(item)] -= 1
        if known[_key(item)] >= 0 or not _is_of_form(item) or item.span.file in opened:
            continue
        is_looked_up = item.code.startswith("unknown-") or item.code in _OF_REFERENCES
        if not (registry and is_looked_up and item.span.file not in tried):
            yield item


def _key(item: Diagnostic) -> tuple[str, str, str]:
    """What stays of a problem when the lines above it change."""
    return (item.span.file, item.code, item.message)


def _is_of_form(item: Diagnostic) -> bool:
    return item.code not in OPTIONAL
