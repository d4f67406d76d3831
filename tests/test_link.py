"""The link stage: addresses that stay, and the corpus turned round."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backgrounder.link import Linked, check_references, link
from backgrounder.link.anchors import anchors
from backgrounder.load import load_corpus
from backgrounder.model.brief import Brief, Event, LogEntry, Question, Statement
from backgrounder.model.choices import BriefStatus, QuestionStatus
from backgrounder.model.dates import parse_day, parse_edtf

_HEAD = "title: The end\nstatus: {status}\nas_of: 2021-07-23\nbottom_line: It ends.\n"
_REGISTRY = """
stakeholders:
  army: {name: Army, kind: group, part_of: [state]}
  state: {name: State, kind: state}
  minister: {name: Minister, kind: person}
sources:
  rudaw: {title: T, kind: article, publisher: P, paragraphs: 3}
  wire: {title: T, kind: article, publisher: P}
topics:
  talks: {name: Talks}
glossary:
  pmf: {name: PMF, definition: Militias.}
"""


def _brief(**fields: object) -> Brief:
    return Brief(
        slug="a-brief",
        title="T",
        status=BriefStatus.PUBLISHED,
        as_of=parse_day("2021-07-23"),
        bottom_line="b",
        **fields,
    )


def _link(project: Path, bodies: dict[str, str], with_drafts: bool = False) -> Linked:
    folder = project / "briefs"
    (folder / "registry").mkdir(parents=True)
    (folder / "registry" / "all.yaml").write_text(_REGISTRY)
    for slug, body in bodies.items():
        status = "draft" if slug.startswith("draft") else "published"
        (folder / f"{slug}.yaml").write_text(_HEAD.format(status=status) + body)
    loaded = load_corpus(project, folder)
    assert not loaded.diagnostics
    assert not list(check_references(loaded))
    return link(loaded.corpus, with_drafts)


# Anchors.

_STATEMENTS = st.lists(
    st.builds(
        Statement,
        text=st.sampled_from(["a", "b", "c", "d"]),
        id=st.sampled_from([None, None, "one", "one-2", "2"]),
    ),
    max_size=12,
)


@given(_STATEMENTS, _STATEMENTS)
def test_anchors_are_unique_and_safe(points: list[Statement], background: list[Statement]) -> None:
    """Every record has its own anchor, even where words and ids repeat, in letters that a URL takes."""
    found = anchors(_brief(key_points=tuple(points), background=tuple(background)))
    assert len(found) == len(points) + len(background)
    assert len(set(found.values())) == len(found)
    assert all(anchor.replace("-", "").isalnum() and anchor.isascii() for anchor in found.values())


@given(_STATEMENTS, st.integers(0, 12))
def test_anchors_outlive_their_neighbours(points: list[Statement], cut: int) -> None:
    """Taking a record away and turning the rest round leaves the anchors of others, repeats apart."""
    by_words = {(point.id or point.text): point for point in points}
    before = _anchors_of(list(by_words.values()))
    rest = list(by_words.values())[::-1][:cut]
    after = _anchors_of(rest)
    assert all(after[point.text, point.id] == before[point.text, point.id] for point in rest)


def _anchors_of(points: list[Statement]) -> dict[tuple[str, str | None], str]:
    found = anchors(_brief(key_points=tuple(points)))
    return {(point.text, point.id): found["key_points", index] for index, point in enumerate(points)}


def test_an_id_keeps_the_anchor_when_the_words_change() -> None:
    one, other = (_anchors_of([Statement(text=text, id="size")]) for text in ("2,500 troops", "900 troops"))
    assert list(one.values()) == list(other.values()) == ["statement-size"]


def test_anchors_say_what_they_lead_to() -> None:
    """A question by its id, its log entries by their dates, an event by its words or id."""
    log = LogEntry(date=parse_day("2021-07-23"), status=QuestionStatus.OPEN, text="Asked.")
    question = Question(id="when", ask="When?", status=QuestionStatus.OPEN, why="w", log=(log, log))
    event = Event(date=parse_edtf("2021"), text="Talks.", id="talks")
    assert list(anchors(_brief(timeline=(event,), questions=(question,))).values()) == [
        "event-talks",
        "question-when",
        "log-when-2021-07-23",
        "log-when-2021-07-23-2",
    ]


def test_thousands_of_equal_statements_are_numbered_in_time() -> None:
    start = time.process_time()
    found = anchors(_brief(key_points=tuple(Statement(text="same") for _ in range(10_000))))
    assert len(set(found.values())) == 10_000
    assert time.process_time() - start < 1


# The corpus turned round.


def test_drafts_are_left_out_unless_asked_for(tmp_path: Path) -> None:
    """A draft shows nowhere: not in the list, not as related, not in what a topic gathers."""
    bodies = {"a": "topics: [talks]\nrelated: [draft-b]\n", "draft-b": "topics: [talks]\nrelated: [a]\n"}
    public = _link(tmp_path / "public", bodies)
    desk = _link(tmp_path / "desk", bodies, with_drafts=True)
    assert [brief.slug for brief in public.briefs] == ["a"]
    assert public.related == {"a": ()}
    assert [brief.slug for brief in public.by_topic["talks"]] == ["a"]
    assert [brief.slug for brief in desk.by_topic["talks"]] == ["a", "draft-b"]


def test_related_briefs_are_named_both_ways_once(tmp_path: Path) -> None:
    """Named ones first in the author's order, then those that name this one, itself never."""
    found = _link(
        tmp_path, {"a": "related: [d, c, a]\n", "b": "related: [a]\n", "c": "related: [a]\n", "d": ""}
    )
    related = {slug: [brief.slug for brief in briefs] for slug, briefs in found.related.items()}
    assert related == {"a": ["d", "c", "b"], "b": ["a"], "c": ["a"], "d": ["a"]}


def test_stakeholders_and_sources_lead_to_where_they_are_named(tmp_path: Path) -> None:
    """By involvement, position, quotation and part in an event; each record once."""
    body = """
key_points:
- {text: a, cite: [rudaw#p1, rudaw#p2], quote: {words: w, by: minister}}
stakeholders:
- {who: minister, role: r, cite: wire, quote: {words: w, by: minister}}
timeline:
- {date: 2021, text: t, actors: [army, minister], cite: rudaw#p3}
questions:
- {id: q, ask: When?, status: open, why: w, positions: [{who: army, text: t}]}
"""
    found = _link(tmp_path, {"a": body, "b": "key_points: [{text: b, cite: wire}]\n"})
    assert [
        mention.anchor.rpartition("-")[0] or mention.anchor for mention in found.by_stakeholder["minister"]
    ] == [
        "statement",
        "stakeholder",
        "event",
    ]
    assert [type(mention.record).__name__ for mention in found.by_stakeholder["army"]] == [
        "Event",
        "Position",
    ]
    assert [mention.brief.slug for mention in found.by_source["wire"]] == ["a", "b"]
    assert len(found.by_source["rudaw"]) == 2
    for mentions in (*found.by_stakeholder.values(), *found.by_source.values()):
        for mention in mentions:
            assert found.anchors[mention.brief.slug][mention.path] == mention.anchor


@pytest.mark.parametrize(
    ("parts", "circular"),
    [
        ({"a": ["b"], "b": []}, []),
        ({"a": ["a"]}, ["a"]),
        ({"a": ["b"], "b": ["c"], "c": ["a"], "d": ["a"]}, ["a", "b", "c"]),
        ({"a": ["b", "c"], "b": ["d"], "c": ["d"], "d": []}, []),
    ],
)
def test_circles_of_membership(tmp_path: Path, parts: dict[str, list[str]], circular: list[str]) -> None:
    """Who ends up as a part of itself; sharing a whole is no circle, leading into one neither."""
    (tmp_path / "briefs" / "registry").mkdir(parents=True)
    records = [f"  {who}: {{name: N, kind: group, part_of: [{', '.join(of)}]}}" for who, of in parts.items()]
    (tmp_path / "briefs" / "registry" / "a.yaml").write_text("\n".join(["stakeholders:", *records, ""]))
    found = list(check_references(load_corpus(tmp_path, tmp_path / "briefs")))
    assert [(finding.code, finding.facts["value"]) for finding in found] == [
        ("circular-membership", who) for who in circular
    ]
