"""Makes the generated parts of the documentation from the program; run by ``scripts/generate``.

``wanted`` says what each file should hold, so that a test can tell whether one is out of date.
"""

from __future__ import annotations

import re
import sys
import typing
from pathlib import Path

import msgspec

from backgrounder.diagnostics import CATALOGUE
from backgrounder.diagnostics.explain import index_page, page
from backgrounder.model import brief, registry
from backgrounder.model.brief import Record
from backgrounder.schema import KINDS, UNWRITTEN, descriptions, schema_text

_TABLE = re.compile(r"(?P<start><!-- fields of (?P<record>\w+) -->\n).*?(?P<end><!-- end -->)", re.DOTALL)


def wanted(root: Path) -> dict[str, str]:
    """The text that each generated file should have, by its path in the project."""
    files = {f"docs/schemas/{kind}.json": schema_text(kind) for kind in KINDS}
    files |= {f"docs/checks/{rule.code}.md": page(rule) for rule in CATALOGUE.values()}
    files["docs/checks/index.md"] = index_page()
    guide = (root / "docs/authoring.md").read_text(encoding="utf-8")
    files["docs/authoring.md"] = _TABLE.sub(_table, guide)
    return files


def unwanted(root: Path) -> list[Path]:
    """Pages of checks that are no more."""
    return sorted(
        file for file in (root / "docs/checks").glob("*.md") if file.stem not in {*CATALOGUE, "index"}
    )


def _table(found: re.Match[str]) -> str:
    record = _record(found["record"])
    told = descriptions(record)
    rows = ["| field | what to write |", "| --- | --- |"]
    for field in msgspec.structs.fields(record):
        if field.name not in UNWRITTEN:
            name = f"`{field.name}`" + (" (required)" if field.required else "")
            rows.append(f"| {name} | {told[field.name]} |")
    return f"{found['start']}\n{chr(10).join(rows)}\n\n{found['end']}"


def _record(name: str) -> type[Record]:
    record = getattr(brief, name, None) or getattr(registry, name)
    return typing.cast(type[Record], record)


def main() -> None:
    root = Path(sys.argv[1])
    for file in unwanted(root):
        file.unlink()
    for name, text in wanted(root).items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
