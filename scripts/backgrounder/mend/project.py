"""Mends a whole project: makes the edits, checks again, and keeps only what made nothing worse.

All of it happens on a copy of the content; the files themselves are replaced at the end, each in one
step, if they still hold what was read.
"""

from __future__ import annotations

import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import msgspec

from backgrounder.diagnostics.catalogue import OPTIONAL
from backgrounder.diagnostics.diagnostic import Diagnostic
from backgrounder.diagnostics.rule import Severity
from backgrounder.mend.apply import applied
from backgrounder.mend.difference import difference
from backgrounder.mend.files import read_raw, replace_file
from backgrounder.settings import Settings

_MOST_ROUNDS = 10
"""Mending one fault of YAML can show the next; a file with more of them than this is looked at by its author."""

_READING = frozenset({"not-yaml", "text-cut-by-comment"})
"""Faults that hide others: a file that can be read at last may show any."""

Check = Callable[[Settings], tuple[Diagnostic, ...]]
_Key = tuple[str, str, int, str]


class Mended(msgspec.Struct, frozen=True):
    """What mending came to."""

    differences: tuple[str, ...]
    """A unified difference for each file that changes, in the order of their names."""
    problems: int
    """How many problems were mended."""


def mend_project(
    settings: Settings, check: Check, is_wanted: Callable[[str], bool] = lambda _: True, write: bool = True
) -> Mended:
    """Mends the files that are wanted; without ``write``, only tells what would change. Raises OSError."""
    with tempfile.TemporaryDirectory(prefix="backgrounder-") as folder:
        copy = _copied(settings, Path(folder))
        before = {name: read_raw(copy.project / name) for name in _names(copy)}
        problems = _mend(copy, check, is_wanted)
        after = {name: read_raw(copy.project / name) for name in before}
    changed = {name: text for name, text in after.items() if text != before[name]}
    if write:
        changed = {
            name: text
            for name, text in changed.items()
            if replace_file(settings.project / name, before[name], text)
        }
    shown = tuple(difference(name, before[name], text) for name, text in sorted(changed.items()))
    return Mended(shown, problems if changed else 0)


def _copied(settings: Settings, folder: Path) -> Settings:
    """The settings of a copy of the content that can be read as text; the rest is not ours to mend."""
    briefs = folder / settings.briefs.relative_to(settings.project)
    briefs.mkdir(parents=True)
    for file in (*settings.briefs.glob("*.yaml"), *settings.briefs.glob("registry/*.yaml")):
        place = folder / file.relative_to(settings.project)
        place.parent.mkdir(exist_ok=True)
        if file.is_file() and not file.is_symlink():
            data = file.read_bytes()
            if _is_text(data):
                place.write_bytes(data)
    return msgspec.structs.replace(settings, project=folder, briefs=briefs, docs=None)


def _is_text(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _names(settings: Settings) -> list[str]:
    return sorted(file.relative_to(settings.project).as_posix() for file in settings.briefs.rglob("*.yaml"))


def _mend(copy: Settings, check: Check, is_wanted: Callable[[str], bool]) -> int:
    refused: set[_Key] = set()
    count = 0
    found = check(copy)
    for _ in range(_MOST_ROUNDS):
        waiting: dict[str, list[Diagnostic]] = defaultdict(list)
        for item in found:
            if item.edits and is_wanted(item.span.file) and _key(item) not in refused:
                waiting[item.span.file].append(item)
        if not waiting:
            break
        texts = {name: read_raw(copy.project / name) for name in waiting}
        _write(copy, texts, waiting)
        after = check(copy)
        worse = [name for name, items in waiting.items() if _is_worse(name, items, found, after)]
        count += sum(len(items) for name, items in waiting.items() if name not in worse)
        for name in worse:
            (copy.project / name).write_bytes(texts[name].encode("utf-8"))
            refused.update(_refused(waiting[name]))
        found = check(copy) if worse else after
    return count


def _refused(items: list[Diagnostic]) -> Iterable[_Key]:
    """Of several edits that failed together, the first is given up; the others are tried again."""
    return [_key(items[0])]


def _write(copy: Settings, texts: Mapping[str, str], waiting: Mapping[str, list[Diagnostic]]) -> None:
    for name, items in waiting.items():
        edits = [edit for item in items for edit in item.edits]
        (copy.project / name).write_bytes(applied(texts[name], edits).encode("utf-8"))


def _key(item: Diagnostic) -> _Key:
    return (item.span.file, item.code, item.span.line, item.message)


def _is_worse(
    name: str, mended: list[Diagnostic], before: tuple[Diagnostic, ...], after: tuple[Diagnostic, ...]
) -> bool:
    """Whether a mended fault is still there, or a fault of form has come that reading alone did not bring."""
    there = {_key(item) for item in after if item.span.file == name}
    if any(_key(item) in there for item in mended):
        return True
    if any(item.code in _READING for item in mended):
        return False
    return _faults_of_form(name, after) > _faults_of_form(name, before) - sum(map(_is_of_form, mended))


def _faults_of_form(name: str, diagnostics: tuple[Diagnostic, ...]) -> int:
    return sum(1 for item in diagnostics if item.span.file == name and _is_of_form(item))


def _is_of_form(item: Diagnostic) -> bool:
    return item.severity is Severity.ERROR and item.code not in OPTIONAL
