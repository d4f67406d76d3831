"""The kinds of text a field may hold.

A kind is an annotation on ``str`` that three readers share: ``load`` converts and limits by it,
``link`` follows references by it, and the schema and the authoring guide describe fields by it.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import msgspec

ID_PATTERN = r"[a-z0-9]+(?:-[a-z0-9]+)*"
ID_LENGTH = 80

RESERVED_IDS = frozenset({"index", "assets", "search", "api", "404", "con", "nul", "prn", "aux"})
"""Ids that would take a file name the site or a file system needs for itself."""


class TextKind(StrEnum):
    """How a text field is written and shown."""

    PLAIN = "plain"  # one line, shown as it stands
    LINE = "line"  # one paragraph of inline Markdown
    PROSE = "prose"  # Markdown paragraphs and lists
    ID = "id"  # names a new record
    URL = "url"  # an http or https address
    LANGUAGE = "language"  # a BCP 47 language tag


class Target(StrEnum):
    """What an id in a field refers to. The value is the word used in messages."""

    STAKEHOLDER = "stakeholder"
    SOURCE = "source"
    TOPIC = "topic"
    TERM = "term"
    BRIEF = "brief"
    CHECK = "check"


class Field(msgspec.Struct, frozen=True):
    """What is known of a text field beside its being text."""

    kind: TextKind
    most: int
    """The longest accepted text, in characters."""
    refers_to: Target | None = None


Plain = Annotated[str, Field(TextKind.PLAIN, 300)]
Line = Annotated[str, Field(TextKind.LINE, 2_000)]
Prose = Annotated[str, Field(TextKind.PROSE, 8_000)]
Id = Annotated[str, Field(TextKind.ID, ID_LENGTH)]
Url = Annotated[str, Field(TextKind.URL, 2_000)]
Language = Annotated[str, Field(TextKind.LANGUAGE, 35)]
StakeholderId = Annotated[str, Field(TextKind.ID, ID_LENGTH, Target.STAKEHOLDER)]
SourceId = Annotated[str, Field(TextKind.ID, ID_LENGTH, Target.SOURCE)]
TopicId = Annotated[str, Field(TextKind.ID, ID_LENGTH, Target.TOPIC)]
TermId = Annotated[str, Field(TextKind.ID, ID_LENGTH, Target.TERM)]
CheckCode = Annotated[str, Field(TextKind.ID, ID_LENGTH, Target.CHECK)]
BriefId = Annotated[str, Field(TextKind.ID, ID_LENGTH, Target.BRIEF)]


class OneOrMany(msgspec.Struct, frozen=True):
    """Marks a tuple that an author may also write as a single value."""
