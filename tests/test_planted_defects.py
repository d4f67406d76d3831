"""Plants defects into the project's own briefs, one at a time and by rule, and sees whether ``check`` tells.

Every altered quotation must be told, and 95 in 100 of all other defects; the unaltered briefs must give no
alarm. Each brief is rewritten from its records, as JSON, which is YAML too; so every defect goes through the
whole check, from the file to the diagnostic.

``pytest -s tests/test_planted_defects.py`` prints the figures of each kind.
"""

from __future__ import annotations

import datetime
import json
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from articles import article_file

from backgrounder.intake import Given
from backgrounder.model.brief import Brief, Event, Quotation, Record
from backgrounder.model.choices import Choice
from backgrounder.model.citation import Citation
from backgrounder.model.corpus import walk
from backgrounder.model.dates import Day, Edtf, parse_day, parse_edtf
from backgrounder.pipeline import Checked, add_source, check
from backgrounder.settings import Settings
from backgrounder.spans import Path as Keys

_ROOT = Path(__file__).resolve().parents[1]
_SOURCE = "rudaw-2021-07-23"
_FORM = {"named-only", "field-order", "unneeded-quotes", "unused-record", "unknown-brief", "stale-lock"}
"""What is told of briefs that are rewritten and stand alone; none of it is about what they say."""

Defect = Callable[[Brief, list[str]], Iterator[Brief]]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """A copy of the project with the article imported."""
    folder = tmp_path_factory.mktemp("planted")
    shutil.copytree(_ROOT / "briefs", folder / "briefs", ignore=shutil.ignore_patterns("archive"))
    settings = Settings(
        project=folder,
        briefs=folder / "briefs",
        site=folder / "site",
        site_name="A desk",
        today=parse_day("2021-07-24"),
        today_is_fixed=True,
    )
    article = article_file()
    add_source(settings, article.read_bytes(), article.name, Given(id=_SOURCE))
    return settings


@pytest.fixture(scope="module")
def checked(project: Settings) -> Checked:
    return check(project)


@pytest.fixture(scope="module")
def paragraphs(project: Settings) -> list[str]:
    text = (project.briefs / "archive" / f"{_SOURCE}.txt").read_text(encoding="utf-8")
    return text.split("\n\n")[1:]


def test_unaltered_briefs_give_no_alarm(checked: Checked) -> None:
    """Neither error, warning nor advice; and every quotation is compared with the text."""
    assert not checked.diagnostics
    assert all(item.is_compared for item in checked.evidence.verified)
    quoting = [
        record
        for brief in checked.corpus.briefs
        for _, record in walk(brief)
        if isinstance(record, Quotation)
    ]
    assert len(checked.evidence.verified) >= len(quoting) > 0


def test_rewritten_briefs_give_no_alarm(project: Settings, checked: Checked) -> None:
    """What the defects are measured against is itself silent."""
    for brief in checked.corpus.briefs:
        assert _told(project, brief) == set(), brief.slug


# -- Kinds of defect ---------------------------------------------------------------------------------


def _quotations(brief: Brief) -> Iterator[tuple[Keys, Quotation]]:
    return ((path, record) for path, record in walk(brief) if isinstance(record, Quotation))


def _each_quotation(change: Callable[[list[str], int], list[str]]) -> Defect:
    """A defect that changes the words of each quotation, at every third word."""

    def planted(brief: Brief, _: list[str]) -> Iterator[Brief]:
        for path, quotation in _quotations(brief):
            words = quotation.words.split()
            for place in range(1, len(words) - 1, 3):
                altered = " ".join(change(list(words), place))
                if altered != quotation.words:
                    yield _with(brief, (*path, "words"), altered)

    return planted


def _change_word(words: list[str], place: int) -> list[str]:
    words[place] = "never" if words[place] != "never" else "always"
    return words


def _change_letter(words: list[str], place: int) -> list[str]:
    words[place] = f"{words[place]}s"
    return words


def _drop_word(words: list[str], place: int) -> list[str]:
    return words[:place] + words[place + 1 :]


def _add_word(words: list[str], place: int) -> list[str]:
    return [*words[:place], "clearly", *words[place:]]


def _swap_words(words: list[str], place: int) -> list[str]:
    words[place], words[place + 1] = words[place + 1], words[place]
    return words


def _inline_words(brief: Brief, _: list[str]) -> Iterator[Brief]:
    """Another word between quotation marks in running text."""
    for path, _record, field, text in _texts(brief):
        for found in re.finditer(r"“([^”]+)”", text):
            altered = f"{text[: found.start(1)]}{found[1]} indeed{text[found.end(1) :]}"
            yield _with(brief, (*path, field), altered)


def _other_speaker(brief: Brief, _: list[str]) -> Iterator[Brief]:
    for path, quotation in _quotations(brief):
        other = "antony-blinken" if quotation.by == "fuad-hussein" else "fuad-hussein"
        yield _with(brief, (*path, "by"), other)


def _figure_off(brief: Brief, _: list[str]) -> Iterator[Brief]:
    """Each digit of a figure in turn, one more or one less; dates and names such as COVID-19 left out."""
    dates = re.compile(r"\b\d{1,2} (?:July|August) \d{4}|\b(?:19|20)\d\d\b|COVID-19|paragraph \d")
    for path, record, field, text in _texts(brief):
        if field == "note":
            continue
        plain = dates.sub(lambda found: "x" * len(found[0]), text)
        for found in re.finditer(r"\d", plain):
            for step in (1, -1):
                digit = str((int(found[0]) + step) % 10)
                if digit == "0" and not plain[found.start() - 1 : found.start()].isdigit():
                    continue
                altered = text[: found.start()] + digit + text[found.end() :]
                yield _with(brief, (*path, field), altered)
        del record


def _date_shifted(brief: Brief, _: list[str]) -> Iterator[Brief]:
    """Events a day, two days, a month or a year from where they were; dates in texts a day or three.

    Days to come in what the desk sets itself are its own, and left alone.
    """
    for path, record in walk(brief):
        if isinstance(record, Event):
            for moved in _moved(record.date.text):
                yield _with(brief, (*path, "date"), parse_edtf(moved))
    for path, record, field, text in _texts(brief):
        is_desks_own = field in ("watch", "resolves_when", "ask") or (
            type(record).__name__ == "Judgement" and field == "text"
        )
        for found in re.finditer(r"\b(\d{1,2}) July 2021\b", text):
            for step in (1, -1, 3):
                day = int(found[1]) + step
                if is_desks_own and day > 23:
                    continue
                yield _with(brief, (*path, field), text[: found.start(1)] + str(day) + text[found.end(1) :])
        for found in re.finditer(r"\b(?:in|of) (2020)\b", text):
            yield _with(brief, (*path, field), text[: found.start(1)] + "2019" + text[found.end(1) :])


def _moved(date: str) -> Iterator[str]:
    if len(date) == 4:
        yield from (str(int(date) + step) for step in (-1, -2))
        return
    day = datetime.date.fromisoformat(date)
    for step in (1, -1, 2, -2, 31, -365):
        yield (day + datetime.timedelta(days=step)).isoformat()


def _weekday_wrong(brief: Brief, _: list[str]) -> Iterator[Brief]:
    """A weekday that is not the date's, before a date and in place of it."""
    days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    for path, record, field, text in _texts(brief):
        if field in ("watch", "resolves_when", "ask") or (
            type(record).__name__ == "Judgement" and field == "text"
        ):
            continue
        for found in re.finditer(r"\b(\d{1,2}) July 2021\b", text):
            right = datetime.date(2021, 7, int(found[1])).weekday()
            wrong = days[(right + 1) % 7]
            before, after = text[: found.start()], text[found.end() :]
            yield _with(brief, (*path, field), f"{before}{wrong} {found[0]}{after}")
            yield _with(
                brief,
                (*path, field),
                f"{before.removesuffix('of ').removesuffix('on ')}on a {days[5]}{after}",
            )


def _paragraph_wrong(brief: Brief, paragraphs: list[str]) -> Iterator[Brief]:
    """Every citation in turn leads to every other paragraph, and to two that do not exist."""
    for path, record in walk(brief):
        cited = getattr(record, "cite", ())
        for place, citation in enumerate(cited):
            numbers = {item.paragraph for item in cited}
            for number in range(1, len(paragraphs) + 3):
                if number not in numbers:
                    wrong = Citation(citation.source, number)
                    yield _with(brief, (*path, "cite"), (*cited[:place], wrong, *cited[place + 1 :]))


def _sentence_copied(brief: Brief, paragraphs: list[str]) -> Iterator[Brief]:
    """A sentence of a cited paragraph in place of a statement's own, without quotation marks."""
    for path, record, field, _text in _texts(brief):
        numbers = [item.paragraph for item in getattr(record, "cite", ())]
        if field != "text" or not numbers:
            continue
        bare = re.sub(r"[“”]", "", paragraphs[numbers[0] - 1])
        for sentence in re.split(r"(?<=[.!?,]) (?=[A-Z])", bare):
            if len(re.findall(r"\w+", sentence)) >= 10:
                yield _with(brief, (*path, field), sentence[:280])


QUOTATIONS: dict[str, Defect] = {
    "a word changed": _each_quotation(_change_word),
    "a letter added": _each_quotation(_change_letter),
    "a word dropped": _each_quotation(_drop_word),
    "a word added": _each_quotation(_add_word),
    "two words swapped": _each_quotation(_swap_words),
    "words quoted in a text changed": _inline_words,
    "the other speaker": _other_speaker,
}
OTHERS: dict[str, Defect] = {
    "a figure off by one digit": _figure_off,
    "a date shifted": _date_shifted,
    "a weekday wrong": _weekday_wrong,
    "a paragraph number wrong": _paragraph_wrong,
    "a sentence copied": _sentence_copied,
}


@pytest.mark.parametrize("kind", QUOTATIONS)
def test_every_altered_quotation_is_told(
    kind: str, project: Settings, checked: Checked, paragraphs: list[str]
) -> None:
    """Exactly the words of the source, and exactly its speaker."""
    planted, missed = _measured(QUOTATIONS[kind], project, checked, paragraphs)
    assert planted >= 6
    assert not missed, "\n".join(missed)


def test_nearly_every_other_defect_is_told(
    project: Settings, checked: Checked, paragraphs: list[str]
) -> None:
    """At least 95 in 100 of all of them together, and 90 in 100 of each kind."""
    rates, all_planted, all_missed = {}, 0, 0
    for kind, defect in OTHERS.items():
        planted, missed = _measured(defect, project, checked, paragraphs)
        rates[kind] = 1 - len(missed) / planted
        all_planted, all_missed = all_planted + planted, all_missed + len(missed)
        print(f"\n{kind}: {planted - len(missed)} of {planted} told ({rates[kind]:.1%})")
        for line in missed:
            print(f"  missed: {line}")
        assert planted >= 10
    assert 1 - all_missed / all_planted >= 0.95, rates
    assert min(rates.values()) >= 0.9, rates


# -- Planting ----------------------------------------------------------------------------------------


def _measured(
    defect: Defect, project: Settings, checked: Checked, paragraphs: list[str]
) -> tuple[int, list[str]]:
    """How many defects were planted, and those of which nothing was told."""
    planted, missed = 0, []
    for brief in checked.corpus.briefs:
        for altered in defect(brief, paragraphs):
            planted += 1
            if not _told(project, altered):
                missed.append(f"{brief.slug}: {_difference(brief, altered)}")
    return planted, missed


def _told(project: Settings, brief: Brief) -> set[str]:
    """The codes of what is wrong with a project in which this brief stands alone."""
    slug = brief.slug
    folder = project.project.with_name(f"{project.project.name}-{slug}")
    if not folder.exists():
        shutil.copytree(project.project, folder)
        for file in (folder / "briefs").glob("*.yaml"):
            if file.stem != slug:
                file.unlink()
    alone = msgspec.structs.replace(project, project=folder, briefs=folder / "briefs", site=folder / "site")
    text = json.dumps(_plain(msgspec.structs.replace(brief, related=())), ensure_ascii=False, indent=1)
    diagnostics = check(alone, {f"briefs/{slug}.yaml": text}).diagnostics
    return {item.code for item in diagnostics} - _FORM


def _plain(value: Any) -> Any:
    """A record as the YAML an author would write for it."""
    match value:
        case Citation():
            return str(value)
        case Edtf() | Day():
            return value.text
        case Choice():
            return value.value
        case Record():
            fields = {name: getattr(value, name) for name in value.__struct_fields__ if name != "slug"}
            return {name: _plain(item) for name, item in fields.items() if item not in (None, (), False)}
        case tuple():
            return [_plain(item) for item in value]
    return value


def _texts(brief: Brief) -> Iterator[tuple[Keys, Record, str, str]]:
    """Every text of a brief but quotations, with its record and its field."""
    for path, record in walk(brief):
        if isinstance(record, Quotation):
            continue
        for field in record.__struct_fields__:
            value = getattr(record, field)
            if isinstance(value, str) and not isinstance(value, Choice) and " " in value:
                yield path, record, field, value


def _with(value: Any, path: Keys, new: Any) -> Any:
    """A copy of a record with another value at ``path``."""
    if not path:
        return new
    step, *rest = path
    if isinstance(value, tuple):
        return (*value[:step], _with(value[step], tuple(rest), new), *value[step + 1 :])
    return msgspec.structs.replace(value, **{str(step): _with(getattr(value, str(step)), tuple(rest), new)})


def _difference(brief: Brief, altered: Brief) -> str:
    """The first record that is not what it was."""
    for (path, old), (_, new) in zip(walk(brief), walk(altered), strict=True):
        for field in old.__struct_fields__:
            before, after = getattr(old, field), getattr(new, field)
            if (before != after and not isinstance(before, tuple | Record)) or (
                field == "cite" and before != after
            ):
                where = ".".join(map(str, path))
                text = getattr(old, "text", getattr(old, "role", ""))
                return f"{where}.{field}: {_short(before)} -> {_short(after)} ({str(text)[:60]})"
    return "nothing"


def _short(value: Any) -> str:
    return (
        ", ".join(f"p{item.paragraph}" for item in value)
        if isinstance(value, tuple)
        else str(getattr(value, "text", value))[:90]
    )
