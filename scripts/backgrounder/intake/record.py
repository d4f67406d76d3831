"""Writes the record of a source into the registry, below those that are there, and changes no other line."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from backgrounder.load.nodes import Mapping, parse
from backgrounder.load.quoting import quoted

FILE = "registry/sources.yaml"
_PLAIN = re.compile(r"[^\W_][\w .,:’()/?&=%~#+-]*")
_SPECIAL = {"null", "true", "false", "yes", "no", "on", "off", "y", "n", "~"}


class Line(NamedTuple):
    """A field of the record, and how far it can be relied on."""

    field: str
    value: str
    guess: str = ""
    """What it was guessed from; empty where it is certain."""
    is_found: bool = True
    """False where a value stands in for one that nothing was found for."""

    @property
    def mark(self) -> str:
        """The remark behind the value: what the desk is to do with it."""
        if not self.is_found:
            return " # not found, please write it"
        return f" # guessed from {self.guess}; please check" if self.guess else ""


def record_text(source: str, lines: list[Line]) -> str:
    """The record as it stands below ``sources:``; guesses and gaps are marked behind their values."""
    written = [f"  {source}:"]
    for line in lines:
        written.append(f"    {line.field}: {as_scalar(line.value)}{line.mark}")
    return "\n".join(written) + "\n"


def as_scalar(value: str) -> str:
    """The value as YAML on one line, in quotation marks where it needs them."""
    is_plain = (
        _PLAIN.fullmatch(value)
        and value.lower() not in _SPECIAL
        and not re.search(r"\s#|:\s|:$| $", value)
        and not re.fullmatch(r"[\d.,:_eExXoO+-]+", value)
    )
    is_date = re.fullmatch(r"\d{4}(?:-\d{2}){0,2}", value)
    is_count = re.fullmatch(r"[1-9]\d*", value)
    return value if is_plain or is_date or is_count else quoted(value)


def write_record(briefs: Path, text: str) -> Path:
    """Adds a record to ``registry/sources.yaml``, which is made where it is missing.

    A file that is not laid out line by line is left alone, and the record gets a file of its own. Raises
    OSError.
    """
    path = briefs / FILE
    path.parent.mkdir(exist_ok=True)
    if not path.exists():
        path.write_text(f"sources:\n{text}", encoding="utf-8")
        return path
    old = path.read_text(encoding="utf-8")
    new = with_record(old, text)
    if new is None:
        name = re.match(r"\s*([^:]+):", text)
        path = path.with_name(f"source-{name[1] if name else 'new'}.yaml")
        path.write_text(f"sources:\n{text}", encoding="utf-8")
        return path
    aside = path.with_name(f".{path.name}.new")
    aside.write_text(new, encoding="utf-8")
    aside.replace(path)
    return path


def with_record(old: str, text: str) -> str | None:
    """The file with the record behind its last source; None where there is no place for it."""
    node, faults = parse(old.removeprefix("\ufeff").replace("\r\n", "\n"), FILE)
    if not isinstance(node, Mapping) or faults or "sources" not in node.entries or "\r" in old:
        return None
    records = node.entries["sources"][1]
    if not isinstance(records, Mapping) or not records.entries:
        return None
    keys = [key for key, _ in records.entries.values()]
    if any(key.span.column != _INDENTATION + 1 for key in keys):
        return None
    lines = old.split("\n")
    end = _end_of_block(lines, keys[-1].span.line)
    before, after = lines[:end], lines[end:]
    return "\n".join([*before, *text.rstrip("\n").split("\n"), *after])


_INDENTATION = 2


def _end_of_block(lines: list[str], start: int) -> int:
    """The index behind the last line that belongs to the record whose key is on line ``start``."""
    end = start
    for number in range(start, len(lines)):
        line = lines[number]
        if line.strip() and len(line) - len(line.lstrip()) <= _INDENTATION:
            break
        if line.strip():
            end = number + 1
    return end


def with_count(old: str, source: str, count: int) -> str | None:
    """The file with another number of paragraphs in a source's record; None where the record has none."""
    node, _ = parse(old, FILE)
    try:
        value = node.entries["sources"][1].entries[source][1].entries["paragraphs"][1]  # type: ignore[union-attr]
    except (AttributeError, KeyError):
        return None
    lines = old.split("\n")
    line = lines[value.span.line - 1]
    lines[value.span.line - 1] = f"{line[: value.span.column - 1]}{count}{line[value.span.end_column - 1 :]}"
    return "\n".join(lines)
