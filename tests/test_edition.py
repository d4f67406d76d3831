"""The edition of a brief: one code for what readers are told, another as soon as that changes."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import msgspec
import pytest

from backgrounder.link import edition_of, edition_of_all
from backgrounder.load import load_corpus
from backgrounder.model.brief import Allowance, Brief, Paper
from backgrounder.model.choices import BriefStatus, Handling, HandoutPages
from backgrounder.model.dates import parse_day
from backgrounder.model.registry import Registry

_ROOT = Path(__file__).resolve().parents[1]
_CORPUS = load_corpus(_ROOT, _ROOT / "briefs").corpus
_BRIEF = next(brief for brief in _CORPUS.briefs if brief.slug == "end-of-us-combat-mission")
_REGISTRY = _CORPUS.registry


def _code(brief: Brief = _BRIEF, registry: Registry = _REGISTRY) -> str:
    return edition_of(brief, registry).code


def _with(**fields: Any) -> Brief:
    return msgspec.structs.replace(_BRIEF, **fields)


def _registry(shelf: str, record_id: str, **fields: Any) -> Registry:
    """The registry with one record changed."""
    records = dict(getattr(_REGISTRY, shelf))
    records[record_id] = msgspec.structs.replace(records[record_id], **fields)
    return msgspec.structs.replace(_REGISTRY, **{shelf: records})


def test_an_edition_is_a_day_and_eight_letters() -> None:
    found = edition_of(_BRIEF, _REGISTRY)
    assert re.fullmatch(r"[0-9a-f]{8}", found.code)
    assert found.anchor == f"2021-07-23-{found.code}"


def test_editions_do_not_change_with_the_program() -> None:
    """Sheets in hand stay current when the program is renewed. If this fails, every printed sheet would be told to
    be superseded: change the way an edition is reckoned only for a reason that is worth that."""
    bare = Brief(
        slug="talks",
        title="Talks",
        status=BriefStatus.PUBLISHED,
        as_of=parse_day("2021-07-23"),
        bottom_line="A timeline is due.",
    )
    assert edition_of(bare, Registry()).anchor == "2021-07-23-1ff726da"


@pytest.mark.parametrize(
    "changed",
    [
        _with(title="Another title"),
        _with(bottom_line=_BRIEF.bottom_line + " Perhaps."),
        _with(status=BriefStatus.ARCHIVED),
        _with(as_of=parse_day("2021-07-24")),
        _with(review_by=None),
        _with(handling=Handling.AMBER),
        _with(key_points=_BRIEF.key_points[:-1]),
        _with(key_points=tuple(reversed(_BRIEF.key_points))),
        _with(timeline=(msgspec.structs.replace(_BRIEF.timeline[0], planned=True), *_BRIEF.timeline[1:])),
        _with(questions=(msgspec.structs.replace(_BRIEF.questions[0], watch=()), *_BRIEF.questions[1:])),
        _with(terms=_BRIEF.terms[1:]),
    ],
    ids=lambda brief: next(
        name for name in brief.__struct_fields__ if getattr(brief, name) != getattr(_BRIEF, name)
    ),
)
def test_what_readers_are_told_counts(changed: Brief) -> None:
    assert _code(changed) != _code()


@pytest.mark.parametrize(
    ("shelf", "record_id", "fields"),
    [
        ("stakeholders", "fuad-hussein", {"name": "F. Hussein"}),
        ("sources", "rudaw-2021-07-23", {"title": "Another headline"}),
        ("topics", "security", {"name": "Safety"}),
        ("glossary", "combat-mission", {"definition": "Something else."}),
    ],
)
def test_what_is_shown_of_the_registry_counts(shelf: str, record_id: str, fields: dict[str, str]) -> None:
    assert _code(registry=_registry(shelf, record_id, **fields)) != _code()


def test_what_no_reader_is_told_does_not_count() -> None:
    """Allowances, the pages of the handout, what else the registry says of a stakeholder, and other briefs' records."""
    allowed = (Allowance(code="single-source", reason="It is so."),)
    assert _code(_with(allow=allowed)) == _code()
    point = msgspec.structs.replace(_BRIEF.key_points[0], allow=allowed)
    assert _code(_with(key_points=(point, *_BRIEF.key_points[1:]))) == _code()
    assert _code(_with(handout=Paper(pages=HandoutPages.FULL))) == _code()
    assert (
        _code(registry=_registry("stakeholders", "fuad-hussein", about="A man.", aliases=("F.",))) == _code()
    )
    assert _code(registry=_registry("topics", "security", about="All of it.")) == _code()
    unrelated = next(term for term in _REGISTRY.glossary if term not in _BRIEF.terms)
    assert _code(registry=_registry("glossary", unrelated, definition="Something else.")) == _code()


def test_the_order_of_the_registry_does_not_count() -> None:
    turned = {
        shelf: dict(reversed(getattr(_REGISTRY, shelf).items())) for shelf in _REGISTRY.__struct_fields__
    }
    assert _code(registry=Registry(**turned)) == _code()


def test_briefs_bound_together_have_the_last_day_and_a_code_of_their_own() -> None:
    one, other = (edition_of(brief, _REGISTRY) for brief in _CORPUS.briefs[:2])
    later = msgspec.structs.replace(other, day=parse_day("2021-08-01"))
    assert edition_of_all([one, later]).day == later.day
    assert edition_of_all([one, other]) != edition_of_all([other, one])
    assert edition_of_all([one]).code != one.code
    assert edition_of_all([]) is None
