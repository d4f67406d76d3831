"""What is said of one kind of problem."""

from __future__ import annotations

from enum import StrEnum

import msgspec


class Severity(StrEnum):
    """How much a problem weighs: errors stop a build; warnings and advice do not."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


class Rule(msgspec.Struct, frozen=True):
    """The words for one kind of problem, and what a desk is told about it."""

    code: str
    message: str
    """What is wrong, in one line; its ``{blanks}`` are filled with the facts of the case."""
    help: str
    """What to write instead."""
    severity: Severity = Severity.ERROR
    is_optional: bool = False
    """A desk may weigh it otherwise in mkdocs.yml, and a record may allow it. What the program cannot
    do without, such as readable YAML, is never optional."""
    meaning: str = ""
    """What the code stands for, in one sentence."""
    why: str = ""
    """Why it matters to a reader."""
    wrong: str = ""
    """An example that has the fault: top-level fields of a brief, or of a registry file, laid over a
    faultless project (``tests/examples.py`` tells how). What cannot be shown as YAML, such as a pipe, is
    told in lines that start with ``#!``."""
    right: str = ""
    """The same example, mended."""
