"""Which shared records are taken for one, and which are not; which are unused."""

from __future__ import annotations

from pathlib import Path

import pytest
from examples import problems_of
from hypothesis import given
from hypothesis import strategies as st

from backgrounder.check.spellings import is_one_sound, plain, sound


def _problems(code: str, example: str, project: Path) -> list[str]:
    return [item.message for item in problems_of(example, project) if item.code == code]


def _are_taken_for_one(one: str, other: str) -> bool:
    return plain(one) == plain(other) or is_one_sound(sound(plain(one)), sound(plain(other)))


# Spellings.


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Fuad Hussein", "Fouad Hussain"),
        ("Fuad Husein", "Fuad Hussein"),
        ("Karim al-Husayn", "Karim Hussein"),
        ("Mohammed Salih", "Muhammad Saleh"),
        ("Mohamad Ali Omar", "Muhammed Ali Umar"),
        ("Qasem Soleimani", "Qassim Sulaimani"),
        ("Mustafa al-Kadhimi", "Mustafa al-Kazemi"),
        ("Abd al-Mahdi", "Abdul Mahdi"),
        ("Daoud Haddad", "Dawud Haddad"),
        ("Fatimah Salim", "Fatima Salem"),
        ("Said Haddad", "Saeed Haddad"),
        ("José Ramos", "Jose Ramos"),
        ("Popular Mobilization Forces", "Popular Mobilisation Forces"),
        ("Ministry of Defence", "Ministry of Defense"),
        ("Centre for Water", "Center for Water"),
        ("أحمد علي", "احمد على"),
        ("ایران", "إيران"),
        ("الكاظمي", "کاظمی"),
    ],
)
def test_spellings_of_one_name_are_one(one: str, other: str) -> None:
    assert _are_taken_for_one(one, other)
    assert _are_taken_for_one(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ali Hassan", "Ali Hussein"),
        ("Ali Hasan", "Ali Husain"),
        ("Amir Haddad", "Omar Haddad"),
        ("Jamal Haddad", "Jamil Haddad"),
        ("Saad Haddad", "Said Haddad"),
        ("Nasir Haddad", "Nasr Haddad"),
        ("George Bush", "George W. Bush"),
        ("Iraq", "Iran"),
        ("Niger", "Nigeria"),
        ("Guinea", "Guyana"),
        ("Eastern Command", "Western Command"),
        ("North Korea", "South Korea"),
        ("Brigade A", "Brigade E"),
        ("Brigade I", "Brigade II"),
        ("Legion XI", "Legion XII"),
        ("Brigade 11", "Brigade 12"),
        ("IS", "is"),
    ],
)
def test_names_that_are_only_alike_are_two(one: str, other: str) -> None:
    assert not _are_taken_for_one(one, other)
    assert not _are_taken_for_one(other, one)


@given(st.text(), st.text())
def test_any_two_names_can_be_compared(one: str, other: str) -> None:
    """Either way round with the same answer, and every name agrees with itself."""
    assert _are_taken_for_one(one, one)
    assert _are_taken_for_one(one, other) == _are_taken_for_one(other, one)


# Two records.


def _two(kind: str, one: str, other: str) -> str:
    return f"{kind}:\n  one:\n    {one}\n  other:\n    {other}\n"


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        ("stakeholders", "{name: Omar Haddad, kind: person}", "{name: Omar Hadad, kind: person}"),
        ("stakeholders", "{name: Fuad Hussein, kind: person}", "{name: Fouad Hussain, kind: person}"),
        (
            "stakeholders",
            "{name: River Authority (RWA), kind: organisation}",
            "{name: River Authority, kind: group}",
        ),
        (
            "stakeholders",
            "{name: River Authority, kind: organisation, aliases: [RWA]}",
            "{name: RWA, kind: organisation}",
        ),
        (
            "stakeholders",
            "{name: One, kind: group, names: [{text: أحمد علي, lang: ar}]}",
            "{name: Two, kind: group, names: [{text: احمد على, lang: ar}]}",
        ),
        ("topics", "{name: Drought}", "{name: The drought}"),
        ("glossary", "{name: ISIS, definition: A group.}", "{name: Daesh, definition: It., aliases: [ISIS]}"),
        (
            "sources",
            "{title: A, kind: report, publisher: P, url: 'https://www.a.example/x/'}",
            "{title: B, kind: report, publisher: Q, url: 'http://a.example/x#top'}",
        ),
        (
            "sources",
            "{title: The Report, kind: report, publisher: P, published: 2021-07}",
            "{title: the report, kind: law, publisher: P, published: 2021-07}",
        ),
        ("sources", "{title: A, kind: report, publisher: P}", "{title: A, kind: report, publisher: P}"),
    ],
)
def test_two_records_for_one_thing_are_found(kind: str, one: str, other: str, tmp_path: Path) -> None:
    (message,) = _problems("probable-duplicate", _two(kind, one, other), tmp_path)
    assert message.startswith("`other` and `one` are probably the same: ")


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        (
            "stakeholders",
            "{name: Omar Haddad, kind: person, aliases: [Haddad]}",
            "{name: Amir Haddad, kind: person, aliases: [Haddad]}",
        ),
        (
            "stakeholders",
            "{name: North Arden, kind: state, aliases: [Ardenite]}",
            "{name: South Arden, kind: state, aliases: [Ardenite]}",
        ),
        (
            "stakeholders",
            "{name: The ministry of rivers, kind: organisation, aliases: [the ministry]}",
            "{name: Survey office, kind: organisation, aliases: [the ministry], part_of: [one]}",
        ),
        ("stakeholders", "{name: Amir Haddad, kind: person}", "{name: Emir Haddad, kind: group}"),
        ("topics", "{name: Harbours}", "{name: Harbour law}"),
        (
            "sources",
            "{title: Figures, kind: dataset, publisher: P, url: 'https://a.example/1'}",
            "{title: Figures, kind: dataset, publisher: P, url: 'https://a.example/2'}",
        ),
        (
            "sources",
            "{title: A, kind: report, publisher: P, url: 'https://a.example/'}",
            "{title: B, kind: report, publisher: P, url: 'https://a.example'}",
        ),
        (
            "sources",
            "{title: Briefing, kind: transcript, publisher: P, published: 2021-07-19}",
            "{title: Briefing, kind: transcript, publisher: P, published: 2021-07-20}",
        ),
    ],
)
def test_two_things_are_left_apart(kind: str, one: str, other: str, tmp_path: Path) -> None:
    assert _problems("probable-duplicate", _two(kind, one, other), tmp_path) == []


def test_a_stakeholder_and_a_term_may_have_one_name(tmp_path: Path) -> None:
    example = (
        "stakeholders:\n  isis: {name: ISIS, kind: group}\n"
        "glossary:\n  isis: {name: ISIS, definition: A group.}\n"
    )
    assert _problems("probable-duplicate", example, tmp_path) == []


def test_merging_is_not_the_only_advice_where_an_alias_alone_is_shared(tmp_path: Path) -> None:
    example = _two(
        "stakeholders",
        "{name: Council of Arden, kind: organisation, aliases: [Council of Elders]}",
        "{name: Assembly of Corvo, kind: organisation, aliases: [Council of Elders]}",
    )
    (problem,) = [item for item in problems_of(example, tmp_path) if item.code == "probable-duplicate"]
    assert "if they are two, leave the name to one of them" in problem.help


# Unused records.


@pytest.mark.parametrize(
    ("record", "kind"),
    [
        ("stakeholders:\n  extra: {name: Nobody Much, kind: person}", "stakeholder"),
        ("sources:\n  extra: {title: Unread, kind: report, publisher: The Office}", "source"),
        ("topics:\n  extra: {name: Drought}", "topic"),
        ("glossary:\n  extra: {name: sluice, definition: A gate.}", "term"),
    ],
)
def test_a_record_that_nothing_leads_to_is_unused(record: str, kind: str, tmp_path: Path) -> None:
    assert _problems("unused-record", record, tmp_path) == [f"no brief uses the {kind} `extra`"]


@pytest.mark.parametrize("status", ["published", "draft", "archived"])
def test_a_name_in_a_text_is_a_use_whatever_the_status_of_the_brief(status: str, tmp_path: Path) -> None:
    example = (
        "# briefs/registry/extra.yaml\nstakeholders:\n  extra: {name: Nobody Much, kind: person}\n"
        f"# briefs/other.yaml\nstatus: {status}\nsourcing: Nobody Much is not heard.\n"
    )
    assert _problems("unused-record", example, tmp_path) == []


def test_a_misspelt_id_makes_nothing_unused(tmp_path: Path) -> None:
    """The record may be the one that was meant."""
    example = (
        "# briefs/registry/extra.yaml\ntopics:\n  drought: {name: Drought}\n"
        "# briefs/water-sharing.yaml\ntopics: [water, drougt]\n"
    )
    assert _problems("unknown-topic", example, tmp_path)
    assert _problems("unused-record", example, tmp_path) == []
