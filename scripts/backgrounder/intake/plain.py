"""Reads plain text, in which a paragraph is a line, or lines between empty ones."""

from __future__ import annotations

import re

from backgrounder.intake.document import Document, blocks_of, in_one_line

_WIDTH = 110
"""Lines that were broken to fit a page are shorter than this."""
_LONGEST_TITLE = 200
_DIVIDED = re.compile(r"[^\W\d_][-\u00ad\u2010]$")
_ENDS = re.compile(r"[.!?…:;,،؛。][\"”’»')\]]*$")


def read_plain(text: str) -> Document:
    """The text of a plain file, its first line taken for a title where it looks like one."""
    lines = re.sub(r"\r\n?|[\u2028\u2029\f\v]", "\n", text).split("\n")
    blocks = list(blocks_of(_unwrapped(lines) if _is_wrapped(lines) else lines))
    title = blocks.pop(0) if len(blocks) > 1 and looks_like_title(blocks[0], blocks[1]) else ""
    return Document(form="text", title=title, blocks=tuple(blocks))


def looks_like_title(first: str, second: str) -> bool:
    """Whether a first block is a headline: short, no sentence of its own, and shorter than what follows."""
    return len(first) <= _LONGEST_TITLE and not _ENDS.search(first) and len(first) < max(len(second), 80)


def _is_wrapped(lines: list[str]) -> bool:
    """Whether paragraphs are broken into lines: several short lines between empty ones."""
    groups = _groups(lines)
    several = [group for group in groups if len(group) > 1]
    longest = max((len(line) for line in lines), default=0)
    return bool(several) and len(groups) > 1 and longest <= _WIDTH and 2 * len(several) >= len(groups) - 1


def _groups(lines: list[str]) -> list[list[str]]:
    groups: list[list[str]] = [[]]
    for line in lines:
        if line.strip():
            groups[-1].append(line.strip())
        elif groups[-1]:
            groups.append([])
    return [group for group in groups if group]


def _unwrapped(lines: list[str]) -> list[str]:
    return [joined(group) for group in _groups(lines)]


def joined(lines: list[str]) -> str:
    """Lines of one paragraph as one; a word that was divided at the end of a line is put together."""
    parts: list[str] = []
    for line in lines:
        start = in_one_line(line)
        if not start:
            continue
        if parts and start[:1].islower() and _DIVIDED.search(parts[-1]):
            parts[-1] = parts[-1][:-1]
        elif parts:
            parts.append(" ")
        # A soft hyphen at the end is the only trace of a division, so it is kept until the next line is seen.
        parts.append(f"{start}\u00ad" if line.rstrip().endswith("\u00ad") else start)
    return "".join(parts)
