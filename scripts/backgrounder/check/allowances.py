"""Takes out what a record allows, and finds allowances that nothing needs.

An allowance holds for what stands in its own record, not for records inside that could hold their own:
what a brief allows of its bottom line, it does not allow of every statement.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from typing import Any, NamedTuple

from backgrounder.diagnostics.catalogue import OPTIONAL
from backgrounder.diagnostics.diagnostic import Finding
from backgrounder.model.brief import Record
from backgrounder.model.corpus import Corpus, records_by_file, walk
from backgrounder.spans import Path, Place


class _Allowed(NamedTuple):
    file: str
    holder: Path
    code: str


def without_allowed(
    findings: Iterable[Finding], corpus: Corpus, quiet: AbstractSet[str] = frozenset()
) -> Iterator[Finding]:
    """The findings that no record allows, then a finding for each allowance that was not needed.

    ``quiet`` are files that are known to allow nothing.
    """
    tops = {file: dict(records) for file, records in records_by_file(corpus).items() if file not in quiet}
    allowances = {_Allowed(*item[:3]): item[3] for item in _allowances(tops)}
    needed: dict[_Allowed, bool] = defaultdict(bool)
    for finding in findings:
        allowed = _allowed(finding, tops) if finding.code in OPTIONAL else None
        if allowed in allowances:
            needed[allowed] = True
        else:
            yield finding
    for allowed, path in allowances.items():
        if not needed[allowed] and allowed.code in OPTIONAL:
            place = Place(allowed.file, (*path, "code"))
            yield Finding(place, "unused-allowance", {"value": allowed.code})


def _allowances(tops: dict[str, dict[Path, Record]]) -> Iterator[tuple[str, Path, str, Path]]:
    for file, records in tops.items():
        for base, top in records.items():
            for holder, record in walk(top, base):
                for index, allowance in enumerate(getattr(record, "allow", ())):
                    yield file, holder, allowance.code, (*holder, "allow", index)


def _allowed(finding: Finding, tops: dict[str, dict[Path, Record]]) -> _Allowed | None:
    """The allowance that would cover a finding."""
    place = finding.place
    if not isinstance(place, Place):
        return None
    records = tops.get(place.file, {})
    base = next((base for base in ((), place.path[:2]) if base in records), None)
    if base is None:
        return None
    return _Allowed(place.file, _holder(records[base], base, place.path), finding.code)


def _holder(top: Record, base: Path, path: Path) -> Path:
    """The innermost record on the way to ``path`` that can hold allowances."""
    holder, value, here = base, top, base
    for step in path[len(base) :]:
        value = _inside(value, step)
        here = (*here, step)
        if isinstance(value, Record) and hasattr(value, "allow"):
            holder = here
    return holder


def _inside(value: Any, step: str | int) -> Any:
    if isinstance(value, tuple) and isinstance(step, int):
        return value[step] if step < len(value) else None
    return getattr(value, step, None) if isinstance(step, str) else None
