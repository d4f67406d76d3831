"""Stakeholders are found by any of their names, and sources have one number in all renderings."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from backgrounder.link import link, sourcing
from backgrounder.model.choices import StakeholderKind
from backgrounder.model.dates import Day
from backgrounder.model.names import Names
from backgrounder.model.registry import NativeName, Stakeholder
from backgrounder.pipeline import check
from backgrounder.render.paper import render_handouts
from backgrounder.settings import Settings

ROOT = Path(__file__).parent.parent

NAMES = Names(
    {
        "al-kadhimi": Stakeholder(
            name="Mustafa al-Kadhimi",
            kind=StakeholderKind.PERSON,
            aliases=("Al-Kadhimi", "Kadhimi"),
            names=(NativeName(text="مصطفى الكاظمي", lang="ar"),),
        ),
        "pmf": Stakeholder(name="PMF", kind=StakeholderKind.ORGANISATION),
        "pmf-militias": Stakeholder(name="PMF militias", kind=StakeholderKind.GROUP),
        "isis": Stakeholder(name="ISIS", kind=StakeholderKind.ORGANISATION, aliases=("IS",)),
        "iraq": Stakeholder(name="Iraq", kind=StakeholderKind.STATE, aliases=("Iraqi",)),
    }
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Mustafa al-Kadhimi spoke.", ("al-kadhimi",)),
        ("Then (Kadhimi) spoke.", ("al-kadhimi",)),
        ("قال مصطفى الكاظمي ذلك", ("al-kadhimi",)),
        ("The PMF denied it.", ("pmf",)),
        ("The PMF militias denied it.", ("pmf-militias",)),
        ("ISIS and Iraq", ("isis", "iraq")),
        ("This is open.", ()),
        ("The Iraqi side", ()),
        ("Iraq’s parliament", ("iraq",)),
        ("", ()),
    ],
)
def test_names_are_found(text: str, found: tuple[str, ...]) -> None:
    """By name, alias or own script; the longest wins; case counts; states by full name alone."""
    assert NAMES.found_in(text) == found


def test_sources_have_one_number_on_page_and_paper() -> None:
    """A mark on a handout is the mark on the page."""
    settings = Settings(
        project=ROOT, briefs=ROOT / "briefs", site=ROOT / "site", site_name="Test", today=Day("2021-07-24")
    )
    linked = link(check(settings).corpus)
    for brief, handout in zip(linked.briefs, render_handouts(linked, settings), strict=True):
        sheet = json.loads(handout.data)
        titles = [linked.registry.sources[source].title for source in sourcing(brief).numbers]
        on_paper = ["".join(run["text"] for run in source["title"]) for source in sheet["sources"]]
        assert on_paper[: len(titles)] == titles
        assert (sheet["single_source"] != "") == sourcing(brief).is_single
