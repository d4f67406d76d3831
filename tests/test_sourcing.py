"""How a brief is sourced: origins rather than links, verified quotations, and whose voice is missing."""

from __future__ import annotations

from pathlib import Path

import pytest
from browsing import SMALL_BRIEF, Document, small_project

from backgrounder.link import sourcing
from backgrounder.link.sourcing import origins
from backgrounder.model.brief import Brief, Event, Involvement, Judgement, Quotation, Statement
from backgrounder.model.choices import BriefStatus, Confidence, Origin, SourceKind, StakeholderKind
from backgrounder.model.citation import Citation, parse_citation
from backgrounder.model.dates import parse_day, parse_edtf
from backgrounder.model.likelihood import Likelihood
from backgrounder.model.proof import Proof, SpeakerGrade
from backgrounder.model.registry import Registry, Source, Stakeholder
from backgrounder.render.paper.numbering import counts
from backgrounder.render.site.source_summary import summary


def _source(publisher: str, origin: Origin, origin_id: str | None = None) -> Source:
    return Source(title="T", kind=SourceKind.ARTICLE, publisher=publisher, origin=origin, origin_id=origin_id)


_SOURCES = {
    "daily-1": _source("The Daily", Origin.OWN_REPORTING),
    "daily-2": _source("the daily", Origin.OWN_REPORTING),
    "gazette": _source("The Gazette", Origin.OWN_REPORTING),
    "wire-1": _source("The Post", Origin.WIRE, "agency-talks"),
    "wire-2": _source("The Courier", Origin.WIRE, "agency-talks"),
    "wire-3": _source("The Globe", Origin.WIRE),
    "unknown-1": _source("A blog", Origin.UNKNOWN),
    "unknown-2": _source("Another blog", Origin.UNKNOWN),
    "ministry": _source("The ministry", Origin.STATEMENT),
}


@pytest.mark.parametrize(
    ("cited", "number"),
    [
        (["daily-1"], 1),
        (["daily-1", "daily-2"], 1),
        (["daily-1", "gazette"], 2),
        (["wire-1", "wire-2"], 1),
        (["wire-1", "wire-2", "daily-1"], 2),
        (["daily-1", "wire-3"], 1),
        (["unknown-1", "unknown-2"], 1),
        (["unknown-1", "daily-1"], 1),
        (["daily-1", "ministry"], 2),
        ([], 0),
    ],
)
def test_origins_are_counted_and_not_links(cited: list[str], number: int) -> None:
    """Two copies of one wire story are one origin, and what may be a copy is not counted beside another."""
    assert origins([Citation(source) for source in cited], _SOURCES) == number


def _cite(*citations: str) -> tuple[Citation, ...]:
    return tuple(found for text in citations if (found := parse_citation(text)))


_REGISTRY = Registry(
    sources=_SOURCES,
    stakeholders={
        "minister": Stakeholder(name="The minister", kind=StakeholderKind.PERSON, part_of=("state",)),
        "state": Stakeholder(name="The state", kind=StakeholderKind.STATE),
        "farmers": Stakeholder(name="The farmers", kind=StakeholderKind.GROUP),
    },
)
_BRIEF = Brief(
    slug="b",
    title="B",
    status=BriefStatus.PUBLISHED,
    as_of=parse_day("2021-07-23"),
    bottom_line="L",
    key_points=(
        Statement(text="a", cite=_cite("daily-1#p1", "gazette#p2"), quote=Quotation(words="w", by="minister")),
        Statement(text="b", cite=_cite("daily-1#p1")),
        Statement(text="c", cite=_cite("daily-1#p1")),
        Statement(text="d"),
    ),
    stakeholders=(
        Involvement(who="state", role="r", cite=_cite("daily-1#p3")),
        Involvement(who="farmers", role="r", cite=_cite("gazette#p1")),
    ),
    timeline=(Event(date=parse_edtf("2021"), text="e", cite=_cite("daily-1#p1")),),
    judgements=(
        Judgement(text="j", likelihood=Likelihood.LIKELY, confidence=Confidence.LOW, because="x", cite=_cite("daily-1#p1")),
    ),
)  # fmt: skip


_PROOFS = {("key_points", 0): Proof(Citation("daily-1", 1), SpeakerGrade.NAMED)}


def test_what_a_brief_rests_on_is_counted() -> None:
    found = sourcing(_BRIEF, _REGISTRY, _PROOFS)
    assert (found.statements, found.cited_statements) == (4, 3)
    assert (found.compared.quotations, found.compared.words, found.compared.speakers) == (1, 1, 1)
    assert (found.facts, found.origins, found.corroborated) == (6, 2, 1)
    assert found.narrowest is not None
    assert (str(found.narrowest.citation), found.narrowest.facts) == ("daily-1#p1", 3)
    assert found.judgement_origins == (1,)
    assert found.heard == ("minister",)
    assert found.unheard == ("farmers",)  # the state speaks through its minister


def test_a_quotation_that_nobody_has_compared_is_not_counted_as_verified() -> None:
    found = sourcing(_BRIEF, _REGISTRY).compared
    assert (found.quotations, found.words, found.speakers) == (1, 0, 0)


def test_the_summary_says_what_is_narrow_and_who_is_missing() -> None:
    """ICD 206, written from the data alone."""
    points = {point.label: point.text for point in summary(sourcing(_BRIEF, _REGISTRY), _BRIEF, _REGISTRY)}
    assert points == {
        "Rests on": "2 sources from The Daily and The Gazette.",
        "Corroboration": "1 of 6 facts (statements, events, roles and positions) rest on two or more of 2 independent origins.",
        "Narrowest": "3 of 6 facts rest on paragraph 1 of source 1 alone.",
        "Judgements": "The judgement rests on one origin.",
        "In their own words": "The minister.",
        "Described by others only": "The farmers.",
    }


def test_the_handout_says_it_in_one_line() -> None:
    found = sourcing(_BRIEF, _REGISTRY, _PROOFS)
    assert counts(found) == (
        "4 statements, 3 with a citation; 2 sources. 1 quotation, verified: words and speaker. "
        "1 of 6 facts (statements, events, roles and positions) corroborated; 2 independent origins."
    )


def test_the_pages_show_it(tmp_path: Path) -> None:
    """The brief: its figures. The source: its grade with the scale, and what no brief uses."""
    files = {
        "briefs/talks.yaml": {
            **SMALL_BRIEF,
            "key_points": [
                {
                    "text": "Three of them went.",
                    "cite": "wire#p1",
                    "quote": {"words": "We went", "by": "x"},
                    "computed": "Counted by the desk.",
                }
            ],
        },
        "briefs/registry/sources.yaml": {
            "sources": {
                "wire": {
                    "title": "T",
                    "kind": "article",
                    "publisher": "P",
                    "reliability": "B",
                    "graded_by": "It is usually right.",
                    "paragraphs": 3,
                }
            },
            "stakeholders": {"x": {"name": "X", "kind": "person"}},
        },
    }
    project = small_project(tmp_path, files)
    project.build("--no-handouts")
    brief = Document(project.site, project.site / "briefs/talks/index.html").text()
    assert "1 statement, all cited" in brief
    assert "1 quotation, verified: words and speaker" in brief
    assert brief.count("verified: words and speaker") == 2  # beside the quotation, and in the figures
    assert "Computed Counted by the desk." in brief
    source = Document(project.site, project.site / "sources/wire/index.html").text()
    assert "B, usually reliable" in source
    assert "It is usually right." in source
    assert "not usually reliable" in source
    assert source.count("Paragraphs 2 and 3 are used by no brief.") == 1
    assert "Paragraph 1" in source
    assert "Paragraph 2" not in source  # said above, and once is enough
    assert "1 of 1 fact" not in brief


def test_a_draft_says_that_its_quotations_are_not_compared(tmp_path: Path) -> None:
    """In the preview; it is never published so."""
    from backgrounder.hosts.mkdocs import read_project
    from backgrounder.pipeline import check, render

    files = {
        "briefs/draft.yaml": {
            **SMALL_BRIEF,
            "status": "draft",
            "key_points": [
                {"text": "They went.", "cite": "wire#p1", "quote": {"words": "We went", "by": "x"}}
            ],
        },
        "briefs/registry/people.yaml": {"stakeholders": {"x": {"name": "X", "kind": "person"}}},
    }
    project = small_project(tmp_path, files)
    (project.folder / "briefs/evidence.lock").unlink()
    import msgspec

    settings = msgspec.structs.replace(read_project(project.folder), with_drafts=True, handouts=False)
    checked = check(settings)
    assert not checked.has_errors
    (page,) = [page for page in render(checked, settings).site.pages if page.address == "briefs/draft/"]
    assert "not yet compared with the source" in page.html
