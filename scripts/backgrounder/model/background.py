"""The background of a brief as readers see it: statements under headings, loose ones under none."""

from __future__ import annotations

from typing import NamedTuple

from backgrounder.model.brief import Brief, Statement, StatementGroup
from backgrounder.spans import Path


class BackgroundGroup(NamedTuple):
    """Statements that stand together, each with its path in the brief."""

    heading: str
    """Empty where the author gave none."""
    rows: list[tuple[Path, Statement]]


def background_groups(brief: Brief) -> list[BackgroundGroup]:
    """The groups in reading order; loose statements next to each other make one group."""
    groups: list[BackgroundGroup] = []
    for index, item in enumerate(brief.background):
        if isinstance(item, StatementGroup):
            rows = [
                (("background", index, "statements", number), row)
                for number, row in enumerate(item.statements)
            ]
            groups.append(BackgroundGroup(item.heading, rows))
            continue
        if not groups or groups[-1].heading:
            groups.append(BackgroundGroup("", []))
        groups[-1].rows.append((("background", index), item))
    return groups
