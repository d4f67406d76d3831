"""Lays an example over the faultless project in ``cases/example``.

An example is top-level fields of a brief, which take the place of the same fields there; or a registry
file, which is added. A line ``# briefs/NAME`` starts a file of its own: a brief laid over a copy of
the faultless one; a registry file, an archived text or a lock added.

The faultless project has a lock. The texts of its sources are there for the examples of evidence alone;
the others are about form, and say what no source does.
"""

from __future__ import annotations

import re
from pathlib import Path

from backgrounder.diagnostics.diagnostic import Diagnostic
from backgrounder.model.brief import Brief
from backgrounder.model.dates import parse_day
from backgrounder.pipeline import Checked, check
from backgrounder.settings import Settings

_PROJECT = Path(__file__).with_name("cases") / "example"
_BRIEF = "briefs/water-sharing.yaml"
_REGISTRY = "briefs/registry/water.yaml"
_ARCHIVE = ("briefs/archive/daily-2021-07-22.txt", "briefs/archive/gazette-2021-07-20.txt")
_LOCK = "briefs/evidence.lock"
_ADDED = "briefs/registry/example.yaml"
_KINDS = ("stakeholders", "sources", "topics", "glossary")


def files_of(example: str, with_archive: bool = False) -> dict[str, str]:
    """The faultless project's files with an example laid over them, by name."""
    names = [_BRIEF, _REGISTRY, *(_ARCHIVE if with_archive else [_LOCK])]
    files = {name: (_PROJECT / name).read_text(encoding="utf-8") for name in names}
    brief = files[_BRIEF]
    for name, text in _named_parts(example):
        if name.startswith(("briefs/registry/", "briefs/archive/")) or name == _LOCK:
            files[name] = text
        elif text:
            files[name] = _laid_over(brief, text)
    return files


def check_files(files: dict[str, str], project: Path, today: str = "2021-07-24") -> Checked:
    """What is wrong with a project of these files."""
    for name, text in files.items():
        path = project / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    settings = Settings(
        project=project,
        briefs=project / "briefs",
        site=project / "site",
        site_name="A desk",
        today=parse_day(today),
        today_is_fixed=True,
    )
    return check(settings)


def problems_of(
    example: str, project: Path, today: str = "2021-07-24", with_archive: bool = False
) -> tuple[Diagnostic, ...]:
    """What is wrong with the faultless project when an example is laid over it."""
    return check_files(files_of(example, with_archive), project, today).diagnostics


def _named_parts(example: str) -> list[tuple[str, str]]:
    first, *rest = re.split(r"(?m)^# (briefs/\S+\.(?:yaml|txt|lock))\n", example.strip("\n") + "\n")
    named = list(zip(rest[::2], rest[1::2], strict=True))
    if not first.strip():
        return named
    is_registry = _is_registry(first)
    return [(_ADDED if is_registry else _BRIEF, first), *named]


def _is_registry(text: str) -> bool:
    """Whether all the fields at the top are kinds of shared records; briefs list stakeholders, registries
    name them."""
    keys = re.findall(r"(?m)^(\w+):(.*)$", text)
    return (
        bool(keys)
        and all(key in _KINDS and not rest.strip() for key, rest in keys)
        and not re.search(r"(?m)^stakeholders:\n +-", text)
    )


def _laid_over(brief: str, example: str) -> str:
    """The brief with the example's fields in the places of its own; a field it lacks goes where it belongs."""
    added = _blocks(example)
    if not added:
        return example
    blocks = _blocks(brief)
    order = list(Brief.__struct_fields__)
    for key, text in added.items():
        if key in blocks or key not in order:
            blocks[key] = text
            continue
        later = [other for other in blocks if other in order and order.index(other) > order.index(key)]
        items = list(blocks.items())
        items.insert(list(blocks).index(later[0]) if later else len(items), (key, text))
        blocks = dict(items)
    return "".join(blocks.values())


def _blocks(text: str) -> dict[str, str]:
    """The top-level fields of a file with their lines; what stands twice is kept together."""
    blocks: dict[str, str] = {}
    for block in re.split(r"(?m)^(?=\w+:)", text):
        key = block.split(":")[0]
        if block.strip():
            blocks[key] = blocks.get(key, "") + block
    return blocks if re.search(r"(?m)^\w+:", text) else {}
