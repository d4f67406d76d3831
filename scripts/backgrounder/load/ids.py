"""What can be an id, and what to offer where something cannot."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from backgrounder.load.nodes import Node
from backgrounder.load.report import LONGEST_QUOTED, Report, short
from backgrounder.model.kinds import ID_LENGTH, ID_PATTERN, RESERVED_IDS


def is_id(text: str) -> bool:
    """Whether ``text`` can name a record."""
    return len(text) <= ID_LENGTH and bool(re.fullmatch(ID_PATTERN, text)) and text not in RESERVED_IDS


def check_id(text: str, node: Node, report: Report) -> Any:
    """``text`` where it can name a record, else MISSING with the fault reported."""
    if len(text) > ID_LENGTH:
        help_text = f"write at most {ID_LENGTH} characters; this has {len(text)}"
        return report.add(node, "bad-id", value=short(text), help=help_text)
    if not re.fullmatch(ID_PATTERN, text):
        return report.add(node, "bad-id", value=text, suggestion=suggest_id(text))
    if text in RESERVED_IDS:
        return report.add(node, "reserved-id", value=text)
    return text


def suggest_id(text: str) -> str:
    """An id made of ``text``, for a message to offer."""
    with_hyphens = "".join("-" if unicodedata.category(letter) == "Pd" else letter for letter in text)
    letters = unicodedata.normalize("NFKD", with_hyphens).encode("ascii", "ignore").decode().lower()
    letters = re.sub(r"\.ya?ml$", "", letters)
    suggestion = re.sub(r"[^a-z0-9]+", "-", letters).strip("-")[:LONGEST_QUOTED].strip("-") or "a-new-id"
    return f"{suggestion}-1" if suggestion in RESERVED_IDS else suggestion
