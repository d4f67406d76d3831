"""The comparison of briefs with their sources, part by part; ``test_planted_defects`` tests the whole."""

from __future__ import annotations

import datetime
import shutil
from pathlib import Path

import msgspec
import pytest
from articles import article_file
from hypothesis import given
from hypothesis import strategies as st

from backgrounder.evidence import parse_lock
from backgrounder.evidence.attribution import utterances
from backgrounder.evidence.days import Period, agrees, expressions
from backgrounder.evidence.figures import figures
from backgrounder.evidence.languages import language_of
from backgrounder.evidence.lock import Quoted, entry_for, lock_text
from backgrounder.evidence.people import People
from backgrounder.evidence.supporting import unsupported
from backgrounder.evidence.words import alike
from backgrounder.intake import Given
from backgrounder.model.choices import StakeholderKind
from backgrounder.model.citation import Citation
from backgrounder.model.dates import parse_day
from backgrounder.model.proof import SpeakerGrade
from backgrounder.model.registry import Stakeholder
from backgrounder.pipeline import Checked, add_source, check, draft, render, verify
from backgrounder.settings import Settings

_ROOT = Path(__file__).resolve().parents[1]
_SOURCE = "rudaw-2021-07-23"


# -- Speakers ----------------------------------------------------------------------------------------

_PEOPLE = People(
    {
        "hussein": Stakeholder(name="Fuad Hussein", kind=StakeholderKind.PERSON, part_of=("iraq",)),
        "blinken": Stakeholder(name="Antony Blinken", kind=StakeholderKind.PERSON),
        "reed": Stakeholder(name="Ada Reed", kind=StakeholderKind.PERSON),
        "iraq": Stakeholder(name="Iraq", kind=StakeholderKind.STATE),
        "coalition": Stakeholder(name="International coalition", kind=StakeholderKind.ORGANISATION),
    }
)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“We will go now,” said Blinken.", "blinken"),
        ("“We will go now,” US Secretary of State Antony Blinken said.", "blinken"),
        (
            "“We will go now,” Hussein told reporters alongside US Secretary of State Antony Blinken.",
            "hussein",
        ),
        ("“We will go now,” Fuad Hussein, Iraq’s foreign minister, said.", "hussein"),
        ("Blinken told Hussein that “America is with you all”.", "blinken"),
        ("Speaking beside Blinken, Hussein said: “We are here to talk.”", "hussein"),
        ("According to Blinken, “the talks are over”.", "blinken"),
        ("Hussein met Blinken. “We agree on all of it,” he said.", "hussein"),
        ("“Nothing is agreed,” the international coalition said.", "coalition"),
        ("Ada Reed disagrees. “Not at all,” she said.", "reed"),
        ("“We will go,” said Blinken. “And we will come back.”", "blinken"),
        ("“We will go,” John Doe, a farmer, said.", "John Doe"),
        ("Saddam Hussein said “no talks at all”.", "Saddam Hussein"),
        (
            "Ada Reed, who has clashed with Hussein before, called it “too early.” Blinken said nothing.",
            "reed",
        ),
        ("‘We will go, and it’s over,’ said Blinken.", "blinken"),
        ("„Wir gehen jetzt alle“, said Blinken.", "blinken"),
        ("At 6'2\" he is tall; “We will go now,” said Blinken.", "blinken"),
        ("“It is what it is.”", ""),
    ],
)
def test_the_speaker_is_the_one_the_text_names(text: str, speaker: str) -> None:
    found = [utterance.attribution for utterance in utterances([text], _PEOPLE, language_of("en"))]
    assert {next(iter(given.ids), given.named) for given in found} == {speaker}


def test_he_added_goes_back_a_paragraph() -> None:
    paragraphs = ["“We go,” said Blinken beside Hussein.", "“We come back, too,” he added."]
    found = utterances(paragraphs, _PEOPLE, language_of("en"))
    assert [utterance.attribution.ids for utterance in found] == [frozenset({"blinken"})] * 2


# -- Figures -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("here", "there", "is_borne_out"),
    [
        ("2,500 troops", "the 2,500 American troops", True),
        ("2,600 troops", "the 2,500 American troops", False),
        ("2500 troops", "two thousand five hundred troops", True),
        ("thirty-five people", "about 35 people", True),
        ("36 people", "about 35 people", False),
        ("about 2,500 people", "2,487 people", True),
        ("5%", "five per cent", True),
        ("5%", "five people", False),
        ("$1.2 billion", "$1.2bn", True),
        ("dozens", "about 35 people", True),
        ("dozens", "12 people", False),
        ("three sectors", "economic, health and energy sectors", True),
        ("three people were killed", "two people were killed", False),
        ("on 19 July 2021", "no number", True),
        ("in 2020", "no number", True),
        ("COVID-19 and the G7 in the 21st century", "no number", True),
        ("at 10:30 on page 7", "no number", True),
        ("٢٥٠٠ جندي", "2,500 soldiers", True),
        ("half a million", "500,000 people", True),
    ],
)
def test_figures(here: str, there: str, is_borne_out: bool) -> None:
    assert (not list(unsupported(figures(here), figures(there)))) == is_borne_out


@given(st.integers(0, 9_999_999))
def test_a_number_in_digits_is_itself(number: int) -> None:
    (written,) = figures(f"some {number:,} of them")
    assert number in written.values


# -- Days --------------------------------------------------------------------------------------------


def _period(first: str, last: str = "") -> Period:
    return Period(*(datetime.date.fromisoformat(day).toordinal() for day in (first, last or first)))


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("on Friday", ["2021-07-23"]),
        ("on Monday", ["2021-07-19", "2021-07-26"]),
        ("last Monday", ["2021-07-19", "2021-07-12"]),
        ("on July 19", ["2021-07-19"]),
        ("on 2 March", ["2021-03-02"]),
        ("July 19, 2019", ["2019-07-19"]),
        ("the 3rd of May 2020", ["2020-05-03"]),
        ("yesterday", ["2021-07-22"]),
        ("three days ago", ["2021-07-20"]),
        ("2021-07-01", ["2021-07-01"]),
    ],
)
def test_days_count_from_the_day_of_publication(text: str, days: list[str]) -> None:
    (found,) = expressions(f"It was {text}, they said.", _period("2021-07-23"))
    assert sorted(found.periods) == sorted(_period(day) for day in days)


@pytest.mark.parametrize(
    ("text", "said", "is_borne_out"),
    [
        ("Last year", ("2020-01-01", "2020-12-31"), True),
        ("Last year", ("2019-01-01", "2019-12-31"), False),
        ("Last year", ("2020-03-01", "2020-03-31"), False),
        ("on July 19", ("2021-07-01", "2021-07-31"), True),
        ("last month", ("2021-06-01", "2021-06-30"), True),
        ("in March", ("2021-03-01", "2021-03-31"), True),
        ("he may, in a march", ("2021-05-01", "2021-05-31"), False),
        ("last week", ("2021-07-12", "2021-07-18"), True),
        ("last week", ("2021-07-15", "2021-07-15"), False),
    ],
)
def test_a_date_says_no_more_than_the_source(text: str, said: tuple[str, str], is_borne_out: bool) -> None:
    found = expressions(text, _period("2021-07-23"))
    periods = [period for expression in found for period in expression.periods]
    assert agrees(_period(*said), periods) == is_borne_out


def test_without_a_day_of_publication_nothing_is_counted() -> None:
    assert [found.periods for found in expressions("on Friday and on 19 July 2021", None)] == [
        (),
        (_period("2021-07-19"),),
    ]


# -- Other languages ---------------------------------------------------------------------------------

_ARABIC = """# خطة الميناء

قالت الوزيرة آنا بيرغ يوم الخميس إن الميناء سيتوسع رغم توقيع ٢٥٠٠ شخص ضده الشهر الماضي.

وقالت بيرغ: «سنبني الميناء وسنبنيه جيدا». ولم تذكر موعدا.
"""
_ARABIC_BRIEF = """title: خطة الميناء
status: published
as_of: 2021-07-22
language: ar
bottom_line: تريد الوزيرة توسيع الميناء.
key_points:
  - text: وقع 2500 شخص ضد الخطة.
    cite: daily#p1
  - text: تعد الوزيرة ببناء جيد.
    cite: daily#p2
    quote: {words: سنبني الميناء وسنبنيه جيدا, by: anna-berg}
sourcing: مصدر واحد.
"""


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("", "", set()),
        ("سنبني الميناء وسنبنيه جيدا, by", "سنبني الميناء ولن نبنيه جيدا, by", {"altered-quotation"}),
        ("2500", "3500", {"unsupported-figure"}),
        ("text: تعد الوزيرة ببناء جيد", "text: A good harbour is promised", set()),
    ],
    ids=["as it is", "a word changed", "a figure", "told in English"],
)
def test_a_brief_and_a_source_in_arabic(old: str, new: str, told: set[str], tmp_path: Path) -> None:
    """Words and figures are compared in any script; what only English rules could tell is left alone."""
    (tmp_path / "briefs/registry").mkdir(parents=True)
    (tmp_path / "briefs/archive").mkdir()
    (tmp_path / "briefs/archive/daily.txt").write_text(_ARABIC, encoding="utf-8")
    (tmp_path / "briefs/registry/all.yaml").write_text(
        "stakeholders:\n  anna-berg: {name: Anna Berg, kind: person, names: [{text: آنا بيرغ, lang: ar}]}\n"
        "sources:\n  daily: {title: T, kind: article, publisher: P, published: 2021-07-22, language: ar}\n",
        encoding="utf-8",
    )
    (tmp_path / "briefs/plan.yaml").write_text(_ARABIC_BRIEF.replace(old, new, 1), encoding="utf-8")
    settings = Settings(
        project=tmp_path, briefs=tmp_path / "briefs", site=tmp_path / "site", site_name="A desk",
        today=parse_day("2021-07-24"), handouts=False,
    )  # fmt: skip
    if not told:
        verify(settings)
    assert _codes(check(settings)) - {"stale-lock"} == told


# -- The lock ----------------------------------------------------------------------------------------


def _project(folder: Path, with_text: bool) -> Settings:
    """A copy of this project's briefs, with or without the article."""
    shutil.copytree(_ROOT / "briefs", folder / "briefs", ignore=shutil.ignore_patterns("archive"))
    settings = Settings(
        project=folder,
        briefs=folder / "briefs",
        site=folder / "site",
        site_name="A desk",
        today=parse_day("2021-07-24"),
        today_is_fixed=True,
    )
    if with_text:
        add_source(settings, article_file().read_bytes(), "article.txt", Given(id=_SOURCE))
    return settings


def _codes(checked: Checked) -> set[str]:
    return {item.code for item in checked.diagnostics}


def test_a_clone_without_the_texts_passes_through_the_lock(tmp_path: Path) -> None:
    """And every quotation counts as verified there too, so that both make the same pages."""
    checked = check(_project(tmp_path, with_text=False))
    assert not checked.diagnostics
    assert checked.evidence.verified
    assert not any(item.is_compared for item in checked.evidence.verified)


def test_with_and_without_the_texts_the_pages_are_the_same(tmp_path: Path) -> None:
    """What a desk publishes, anybody can build from a clone."""
    pages = []
    for with_text in (True, False):
        settings = _project(tmp_path / str(with_text), with_text)
        settings = msgspec.structs.replace(settings, handouts=False)
        pages.append([(page.address, page.html) for page in render(check(settings), settings).site.pages])
    assert pages[0] == pages[1]


def test_with_the_text_the_lock_is_exactly_what_verify_writes(tmp_path: Path) -> None:
    settings = _project(tmp_path, with_text=True)
    lock = settings.briefs / "evidence.lock"
    committed = lock.read_text(encoding="utf-8")
    assert not verify(settings).is_changed
    lock.unlink()
    assert _codes(check(settings)) == {"stale-lock"}
    assert verify(settings).is_changed
    assert lock.read_text(encoding="utf-8") == committed


def test_the_order_of_the_briefs_makes_no_difference() -> None:
    entries = [
        entry_for(Quoted(f"word {number}"), "s", "0" * 16, number % 3 + 1, SpeakerGrade.NONE)
        for number in range(9)
    ]
    assert lock_text({"s": "0" * 16}, entries) == lock_text({"s": "0" * 16}, reversed(entries))


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("There’s still ISIS terrorist activity", "There’s ISIS terrorist activity", "unverified-quotation"),
        ("tremendous breadth", "great breadth", "unverified-quotation"),
        ("calls the same talks “preliminary”", "calls the same talks “secret”", "unverified-quotation"),
        ("words: This partnership has", "words: this partnership had", "unverified-quotation"),
    ],
    ids=["a word dropped", "a word changed", "a word in a text", "a tense"],
)
def test_edited_words_are_not_vouched_for(old: str, new: str, told: str, tmp_path: Path) -> None:
    settings = _project(tmp_path, with_text=False)
    changed = 0
    for file in settings.briefs.glob("*.yaml"):
        text = file.read_text(encoding="utf-8")
        changed += text.count(old)
        file.write_text(text.replace(old, new), encoding="utf-8")
    assert changed
    assert _codes(check(settings)) == {told}


def _attack(settings: Settings, change: object) -> set[str]:
    lock = settings.briefs / "evidence.lock"
    lines = lock.read_text(encoding="utf-8").splitlines()
    lock.write_text("\n".join(change(lines)) + "\n", encoding="utf-8")  # type: ignore[operator]
    return _codes(check(settings))


def _swap_hashes(lines: list[str]) -> list[str]:
    """The hashes of two quotations of different speakers change places."""
    one = next(number for number, line in enumerate(lines) if " fuad-hussein " in line)
    other = next(number for number, line in enumerate(lines) if " antony-blinken " in line)
    first, second = lines[one].split(), lines[other].split()
    first[-1], second[-1] = second[-1], first[-1]
    lines[one], lines[other] = " ".join(first), " ".join(second)
    return lines


@pytest.mark.parametrize(
    "change",
    [
        _swap_hashes,
        lambda lines: [line.replace(" fuad-hussein ", " antony-blinken ") for line in lines],
        lambda lines: [line.replace("#p8 ", "#p7 ") for line in lines],
        lambda lines: [line.replace(_SOURCE, "rudaw-2021-07-24") for line in lines],
        lambda lines: [
            line.replace("source rudaw-2021-07-23 0", "source rudaw-2021-07-23 1") for line in lines
        ],
        lambda lines: [line for line in lines if not line.startswith("source ")],
        lambda lines: lines[:-1],
    ],
    ids=[
        "hashes swapped",
        "speakers",
        "a paragraph",
        "another source",
        "another version",
        "no version",
        "a line less",
    ],
)
def test_the_lock_holds_against_plain_attacks(change: object, tmp_path: Path) -> None:
    assert "unverified-quotation" in _attack(_project(tmp_path, with_text=False), change)


def test_pointing_a_quotation_at_another_source_is_told(tmp_path: Path) -> None:
    """Even where the other source is in the lock as well."""
    settings = _project(tmp_path, with_text=False)
    registry = settings.briefs / "registry" / "other.yaml"
    registry.write_text("sources:\n  other: {title: T, kind: article, publisher: P}\n", encoding="utf-8")
    lock = settings.briefs / "evidence.lock"
    lock.write_text(lock.read_text(encoding="utf-8") + "source other 0123456789abcdef\n", encoding="utf-8")
    brief = settings.briefs / "us-iraq-strategic-dialogue.yaml"
    text = brief.read_text(encoding="utf-8")
    place = text.index("words: This partnership has")
    before = text[:place].rpartition(f"cite: {_SOURCE}#p8")
    brief.write_text(f"{before[0]}cite: other#p8{before[2]}{text[place:]}", encoding="utf-8")
    assert _codes(check(settings)) == {"unverified-quotation"}


def test_the_lock_holds_no_word_of_the_source(tmp_path: Path) -> None:
    """Neither its words, nor a hash of a single paragraph, which could be guessed."""
    import hashlib

    settings = _project(tmp_path, with_text=True)
    verify(settings)
    lock = (settings.briefs / "evidence.lock").read_text(encoding="utf-8")
    archived = (settings.briefs / "archive" / f"{_SOURCE}.txt").read_text(encoding="utf-8")
    body = "\n".join(line for line in lock.splitlines() if not line.startswith("#"))
    for paragraph in archived.split("\n\n"):
        for text in (paragraph, alike(paragraph), paragraph.removeprefix("# ")):
            assert hashlib.sha256(text.encode()).hexdigest()[:16] not in body
    longest = max(len(line) for line in body.splitlines())
    assert longest < 120
    assert "partnership" not in body


def test_a_lock_says_only_what_it_says() -> None:
    lock = parse_lock(
        lock_text(
            {"s": "0" * 16}, [entry_for(Quoted("some words", "x"), "s", "0" * 16, 2, SpeakerGrade.NAMED)]
        ),
        "evidence.lock",
    )
    assert lock.vouched(Quoted("some words", "x"), [Citation("s", 2)])
    assert lock.vouched(Quoted("some words", "x"), [Citation("s")])
    assert lock.vouched(Quoted("“some” words", "x"), [Citation("s", 2)])
    assert not lock.vouched(Quoted("some word", "x"), [Citation("s", 2)])
    assert not lock.vouched(Quoted("some words", "y"), [Citation("s", 2)])
    assert not lock.vouched(Quoted("some words", "x", attributed="We know."), [Citation("s", 2)])
    assert not lock.vouched(Quoted("some words", "x", context="She joked."), [Citation("s", 2)])
    assert not lock.vouched(Quoted("some words", "x"), [Citation("s", 3)])
    assert not lock.vouched(Quoted("some words", "x"), [Citation("t", 2)])


def test_a_grade_cannot_be_raised_in_the_lock() -> None:
    """How a speaker is known is part of the hash, so that no edit makes more of it."""
    entry = entry_for(Quoted("some words", "x"), "s", "0" * 16, 2, SpeakerGrade.INFERRED)
    raised = lock_text({"s": "0" * 16}, [entry]).replace(" inferred ", " named ")
    assert not parse_lock(raised, "evidence.lock").vouched(Quoted("some words", "x"), [Citation("s", 2)])


def test_a_text_whose_version_was_taken_out_of_the_lock_is_no_new_text(tmp_path: Path) -> None:
    """Its quotations in the lock show that it was known, so that it has to be accepted by name."""
    settings = _project(tmp_path, with_text=True)
    text = settings.briefs / "archive" / f"{_SOURCE}.txt"
    text.write_text(text.read_text(encoding="utf-8").replace("Washington", "Boston", 1), encoding="utf-8")
    assert "changed-text" in _attack(settings, lambda lines: lines)
    assert "changed-text" in _attack(
        settings, lambda lines: [line for line in lines if not line.startswith("source ")]
    )
    assert any(item.code == "changed-text" for item in verify(settings).problems)
    assert not any(item.code == "changed-text" for item in verify(settings, [_SOURCE]).problems)


def test_the_lock_vouches_for_the_name_that_readers_see(tmp_path: Path) -> None:
    settings = _project(tmp_path, with_text=False)
    for file in (settings.briefs / "registry").glob("*.yaml"):
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace("name: Fuad Hussein", "name: Somebody Else"), encoding="utf-8")
    assert "unverified-quotation" in _codes(check(settings))


def test_a_lock_of_no_text_at_all_ends_in_no_traceback(tmp_path: Path) -> None:
    settings = _project(tmp_path, with_text=True)
    (settings.briefs / "evidence.lock").write_bytes(b"\xff\xfe\x00bad")
    assert "bad-lock" in _codes(check(settings))
    verify(settings)


def test_a_lock_of_the_older_format_is_renewed_by_verify(tmp_path: Path) -> None:
    """But only from the texts that it knows."""
    settings = _project(tmp_path, with_text=True)
    lock = settings.briefs / "evidence.lock"
    now = lock.read_text(encoding="utf-8")
    old = [line for line in now.splitlines() if not line.startswith("format")]
    old = [" ".join(part for part in line.split(" ") if part not in set(SpeakerGrade)) for line in old]
    lock.write_text("\n".join(old) + "\n", encoding="utf-8")
    assert _codes(check(settings)) == {"old-lock"}
    assert verify(settings).is_changed
    assert lock.read_text(encoding="utf-8") == now
    lock.write_text("\n".join(old) + "\n", encoding="utf-8")
    text = settings.briefs / "archive" / f"{_SOURCE}.txt"
    text.write_text(text.read_text(encoding="utf-8").replace("Washington", "Boston", 1), encoding="utf-8")
    assert "changed-text" in _codes(check(settings))


# -- Drafts ------------------------------------------------------------------------------------------


def test_the_article_gives_a_draft_with_all_that_is_in_it(tmp_path: Path) -> None:
    """Every direct quotation with the right speaker, and every figure; each text is marked, each verified."""
    settings = _project(tmp_path, with_text=True)
    found = draft(settings, _SOURCE, "a-draft").findings
    assert [(quote.words.split()[0], quote.paragraph, quote.speaker) for quote in found.quotes] == [
        ("There’s", 2, "fuad-hussein"),
        ("We", 3, "fuad-hussein"),
        ("The", 7, "antony-blinken"),
        ("This", 8, "antony-blinken"),
        ("The", 9, "fuad-hussein"),
    ]
    assert [(count.phrase, count.paragraph) for count in found.counts] == [
        ("dozens", 1),
        ("about 35 people", 2),
        ("2,500 American troops", 4),
    ]
    assert {(moment.date, moment.phrase) for moment in found.moments} >= {
        ("2021-07-23", "Friday"),
        ("2021-07-26", "Monday"),
        ("2021-07-19", "July 19"),
        ("2020", "Last year"),
    }
    titles = {person.record_id: person.title for person in found.people}
    assert titles["antony-blinken"] == "US Secretary of State"
    assert titles["mustafa-al-kadhimi"] == "Prime Minister"
    assert {prospect.paragraph for prospect in found.prospects} >= {4, 6}
    checked = check(settings)
    assert not checked.diagnostics
    (brief,) = [brief for brief in checked.corpus.briefs if brief.slug == "a-draft"]
    assert brief.status.value == "draft"
    texts = [event.text for event in brief.timeline] + [who.role for who in brief.stakeholders]
    assert all(text.startswith("Draft: ") for text in texts)


def test_a_draft_of_people_nobody_knows_brings_their_records(tmp_path: Path) -> None:
    text = (
        "The plan\n\nNorway’s minister Anna Berg spoke on Thursday before the vote of the day after.\n"
        "“We will build it all,” said Minister Anna Berg, whom the Fishers Union invited.\n"
    )
    (tmp_path / "briefs").mkdir()
    settings = Settings(
        project=tmp_path, briefs=tmp_path / "briefs", site=tmp_path / "site", site_name="A desk", today=parse_day("2021-07-24")
    )  # fmt: skip
    add_source(settings, text.encode(), "plan.txt", Given(id="daily", published="2021-07-22"))
    done = draft(settings, "daily", "plan")
    assert [path.name for path in done.written] == ["plan.yaml", "draft-plan.yaml"]
    checked = check(settings)
    assert not checked.has_errors, [item.message for item in checked.diagnostics]
    assert {"anna-berg", "fishers-union"} <= set(checked.corpus.registry.stakeholders)


# -- Hostile content ---------------------------------------------------------------------------------


@given(st.binary(max_size=400))
def test_any_bytes_can_be_a_lock(data: bytes) -> None:
    lock = parse_lock(data.decode("utf-8", "replace"), "briefs/evidence.lock")
    assert all(item.code == "bad-lock" for item in lock.diagnostics)


@pytest.mark.parametrize(
    "text",
    [
        "Hussein " * 240,
        "“a” " * 450,
        "“" * 1_900,
        "on 1 May " * 200,
        "a … " * 480,
        "twenty-one hundred thousand and " * 60,
        "A. B. C. Hussein said of the the the " * 50,
        "1,2.3:4/5-6" * 170,
    ],
    ids=lambda text: text[:12].strip(),
)
def test_no_text_takes_long_to_compare(text: str, tmp_path: Path) -> None:
    """A field full of what the comparisons look for is through in seconds, quoted and not."""
    import json
    import time

    settings = _project(tmp_path, with_text=True)
    statement = {"text": text[:1_990], "cite": f"{_SOURCE}#p1"}
    quoting = {**statement, "quote": {"words": text[:290], "by": "fuad-hussein"}}
    brief = {
        "title": "T", "status": "published", "as_of": "2021-07-23", "bottom_line": "L",
        "key_points": [statement] * 40 + [quoting] * 40,
    }  # fmt: skip
    (settings.briefs / "hostile.yaml").write_text(json.dumps(brief, ensure_ascii=False), encoding="utf-8")
    start = time.process_time()
    check(settings)
    assert time.process_time() - start < 5


def test_a_paragraph_that_the_text_does_not_have_is_an_error(tmp_path: Path) -> None:
    """Also where the record of the source does not say how many there are."""
    settings = _project(tmp_path, with_text=True)
    registry = settings.briefs / "registry" / "sources.yaml"
    registry.write_text(
        registry.read_text(encoding="utf-8").replace("    paragraphs: 9\n", ""), encoding="utf-8"
    )
    brief = settings.briefs / "end-of-us-combat-mission.yaml"
    brief.write_text(brief.read_text(encoding="utf-8").replace("#p6", "#p16"), encoding="utf-8")
    (found,) = [item for item in check(settings).diagnostics if item.code == "unknown-paragraph"]
    assert "9" in found.message
    assert found.severity.value == "error"


def test_a_draft_of_a_busy_article(tmp_path: Path) -> None:
    """Six remarks of three people whom the registry does not know, by surname, by "she added", by an aside."""
    text = (
        "Central bank of Lorania raises rates\nBy Mara Lindt\n"
        "PORT SELM, Lorania (Wire) - Lorania's central bank raised its key rate to 6.75 percent on Tuesday.\n"
        '"We are not where we want to be," Governor Tomas Ekel told reporters. "Prices rise, and it cannot go on."\n'
        'Finance Minister Rhea Sol, who has clashed with Ekel before, called the move "premature." She said the\n'
        '"Families need help now," Sol said in a statement. She added: "The bank has its mandate, and we have ours."\n'
        "\"It's a gamble,\" said Jana Orr, the institute's chief economist, of some 40,000 jobs at risk.\n"
    )
    (tmp_path / "briefs").mkdir()
    settings = Settings(
        project=tmp_path, briefs=tmp_path / "briefs", site=tmp_path / "site", site_name="A desk", today=parse_day("2022-06-15")
    )  # fmt: skip
    added = add_source(settings, text.encode(), "rates.txt", Given(id="wire", published="2022-06-14")).added
    lines = {line.field: line.value for line in added.lines}
    assert (lines["author"], lines["dateline"]) == ("Mara Lindt", "PORT SELM, Lorania")
    found = draft(settings, "wire", "rates").findings
    assert [(quote.words.split()[0], quote.speaker or quote.named) for quote in found.quotes] == [
        ("We", "tomas-ekel"),
        ("Prices", "tomas-ekel"),
        ("premature", "rhea-sol"),
        ("Families", "rhea-sol"),
        ("The", "rhea-sol"),
        ("It’s", "Jana Orr"),
    ]
    assert {(person.name, person.title) for person in found.people} >= {
        ("Tomas Ekel", "Governor"),
        ("Rhea Sol", "Finance Minister"),
        ("Jana Orr", "the institute’s chief economist"),
    }
    assert not check(settings).has_errors
