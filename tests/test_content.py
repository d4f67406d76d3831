"""The project's own briefs against the article they rest on and the rules they are written by.

``articles`` says where the article is looked for. What a build compares itself is tested elsewhere; here
the article is read in another way, so that a fault of the comparison shows.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from articles import article_file

from backgrounder.load import load_corpus
from backgrounder.model.brief import (
    Brief,
    Event,
    Involvement,
    Judgement,
    LogEntry,
    Position,
    Quotation,
    Record,
    Statement,
    StatementGroup,
)
from backgrounder.model.choices import BriefStatus, Choice
from backgrounder.model.corpus import Corpus, walk
from backgrounder.model.dates import Day
from backgrounder.model.registry import Source
from backgrounder.pipeline import check
from backgrounder.settings import Settings

PROJECT = Path(__file__).resolve().parents[1]
SOURCE = "rudaw-2021-07-23"
LONGEST_QUOTATION = 25
LONGEST_BOTTOM_LINE = 60
COPIED_RUN = 8
"""So many words in a row that stand in the article too are a copy, outside quotation marks."""

_INLINE_QUOTATION = re.compile("“([^”]*)”")
_DESK_DATES = re.compile(r"\b(?:(?:19|23|26) July 2021|2020)\b")
"""The dates that the source's record accounts for in ``dated_by``; the article gives no year."""
_RELATIVE_DATE = re.compile(
    r"\b(?:last|next|this|earlier this) (?:week|month|year)\b|\b(?:yesterday|today|tomorrow|recently)\b"
    r"|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b(?! \d)",
    re.IGNORECASE,
)
_ACRONYM = re.compile(r"\b[A-Z]{2,}(?:-\d+)?\b")


def _words(text: str) -> list[str]:
    """Words for comparison: lower case, hyphenated and apostrophised words taken apart."""
    return re.findall(r"[^\W_]+", text.lower())


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    words = _words(text)
    return (tuple(words[at : at + COPIED_RUN]) for at in range(len(words) - COPIED_RUN + 1))


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return load_corpus(PROJECT, PROJECT / "briefs").corpus


@pytest.fixture(scope="module")
def article() -> str:
    return article_file().read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def paragraphs(article: str) -> list[str]:
    """The article's paragraphs, headline left out and each passage once."""
    _headline, *lines = [line.strip() for line in article.splitlines() if line.strip()]
    return list(dict.fromkeys(lines))


def _registry_records(corpus: Corpus) -> Iterator[tuple[str, Record]]:
    for shelf in corpus.registry.__struct_fields__:
        for record_id, record in getattr(corpus.registry, shelf).items():
            yield f"{shelf}/{record_id}", record


def _records(corpus: Corpus) -> Iterator[tuple[str, Record]]:
    """Every record of briefs and registry, with words that say where it stands."""
    roots = [*((brief.slug, brief) for brief in corpus.briefs), *_registry_records(corpus)]
    for name, root in roots:
        for path, record in walk(root):
            yield f"{name}: {'.'.join(map(str, path))}", record


def _texts(record: Record) -> Iterator[tuple[str, str]]:
    """The texts that stand in a record itself, by field."""
    for field in record.__struct_fields__:
        value: Any = getattr(record, field)
        for text in value if isinstance(value, tuple) else (value,):
            if isinstance(text, str) and not isinstance(text, Choice):
                yield field, text


def _own_texts(corpus: Corpus) -> Iterator[tuple[str, Record, str]]:
    """What the desk wrote: every text but quotations and the titles of sources."""
    for where, record in _records(corpus):
        if isinstance(record, Quotation):
            continue
        for field, text in _texts(record):
            if not (isinstance(record, Source) and field in ("title", "dateline")):
                yield f"{where}.{field}", record, text


def _cited_text(record: Record, paragraphs: list[str]) -> str:
    """The paragraphs a record cites; all of them where it cites the source as a whole or nothing."""
    numbers = [citation.paragraph for citation in getattr(record, "cite", ())]
    if not numbers or 0 in numbers:
        return "\n".join(paragraphs)
    return "\n".join(paragraphs[number - 1] for number in numbers)


def _statements(brief: Brief) -> Iterator[Statement]:
    for item in (*brief.key_points, *brief.background):
        if isinstance(item, StatementGroup):
            yield from item.statements
        else:
            yield item


def _named(items: list[str]) -> str:
    return "\n" + "\n".join(items)


def test_corpus_has_no_problems() -> None:
    settings = Settings(
        project=PROJECT,
        briefs=PROJECT / "briefs",
        site=PROJECT / "site",
        site_name="Backgrounder",
        today=Day("2021-07-24"),
    )
    assert not check(settings).diagnostics


def test_at_least_four_briefs_are_published(corpus: Corpus) -> None:
    assert sum(brief.status is BriefStatus.PUBLISHED for brief in corpus.briefs) >= 4


def test_withdrawal_timeline_is_the_first_question(corpus: Corpus) -> None:
    briefs = {brief.slug: brief for brief in corpus.briefs}
    assert briefs["end-of-us-combat-mission"].questions[0].id == "withdrawal-timeline"


def test_source_has_as_many_paragraphs_as_its_record_says(corpus: Corpus, paragraphs: list[str]) -> None:
    assert corpus.registry.sources[SOURCE].paragraphs == len(paragraphs)


def test_title_is_the_headline(corpus: Corpus, article: str) -> None:
    assert corpus.registry.sources[SOURCE].title == article.splitlines()[0].strip()


def test_quotations_stand_word_for_word_in_what_is_cited(corpus: Corpus, paragraphs: list[str]) -> None:
    wrong = [
        f"{where}: {record.quote.words}"
        for where, record in _records(corpus)
        if getattr(record, "quote", None)
        and not (record.cite and record.quote.words in _cited_text(record, paragraphs))
    ]
    assert not wrong, _named(wrong)


def test_quoted_speakers_are_named_in_what_is_cited(corpus: Corpus, paragraphs: list[str]) -> None:
    """Paragraph 8 says only "he", so the paragraph before it counts too."""
    wrong = []
    for where, record in _records(corpus):
        if quote := getattr(record, "quote", None):
            surname = corpus.registry.stakeholders[quote.by].name.split()[-1]
            numbers = [citation.paragraph for citation in record.cite]
            near = " ".join(paragraphs[max(number - 2, 0)] + paragraphs[number - 1] for number in numbers)
            if surname not in near:
                wrong.append(f"{where}: {surname}")
    assert not wrong, _named(wrong)


def test_quotations_in_running_text_stand_in_what_is_cited(corpus: Corpus, paragraphs: list[str]) -> None:
    wrong = [
        f"{where}: “{words}”"
        for where, record, text in _own_texts(corpus)
        for words in _INLINE_QUOTATION.findall(text)
        if words.lower() not in _cited_text(record, paragraphs).lower()
    ]
    assert not wrong, _named(wrong)


def test_quotations_are_short_and_bare(corpus: Corpus) -> None:
    quotations = [record for _, record in _records(corpus) if isinstance(record, Quotation)]
    wrong = [
        quotation.words
        for quotation in quotations
        if len(quotation.words.split()) > LONGEST_QUOTATION or set(quotation.words) & set("“”\"'")
    ]
    assert quotations
    assert not wrong, _named(wrong)


def test_nothing_is_copied_outside_quotation_marks(corpus: Corpus, article: str) -> None:
    copied = {run for line in article.splitlines() for run in _runs(line)}
    wrong = [
        f"{where}: {' '.join(run)}"
        for where, _, text in _own_texts(corpus)
        for piece in _INLINE_QUOTATION.split(text)[::2]
        for run in _runs(piece)
        if run in copied
    ]
    assert not wrong, _named(wrong)


def test_bottom_lines_are_short(corpus: Corpus) -> None:
    lengths = {brief.slug: len(brief.bottom_line.split()) for brief in corpus.briefs}
    assert all(length <= LONGEST_BOTTOM_LINE for length in lengths.values()), lengths


def test_three_to_five_key_points(corpus: Corpus) -> None:
    assert all(3 <= len(brief.key_points) <= 5 for brief in corpus.briefs)


def test_facts_are_cited(corpus: Corpus) -> None:
    factual = (Statement, Event, Position, Involvement, Judgement, LogEntry)
    wrong = [
        where
        for where, record in _records(corpus)
        if isinstance(record, factual) and not record.cite and not getattr(record, "planned", False)
    ]
    assert any(True for brief in corpus.briefs for _ in _statements(brief))
    assert not wrong, _named(wrong)


def test_cited_sources_and_paragraphs_exist(corpus: Corpus, paragraphs: list[str]) -> None:
    wrong = [
        f"{where}: {citation}"
        for where, record in _records(corpus)
        for citation in getattr(record, "cite", ())
        if citation.source not in corpus.registry.sources or citation.paragraph > len(paragraphs)
    ]
    assert not wrong, _named(wrong)


def test_figures_occur_in_what_is_cited(corpus: Corpus, paragraphs: list[str]) -> None:
    wrong = []
    for where, record in _records(corpus):
        if getattr(record, "cite", ()) and isinstance(text := getattr(record, "text", None), str):
            cited = _cited_text(record, paragraphs)
            for figure in re.findall(r"\d[\d,.]*\d|\d", _DESK_DATES.sub("", text)):
                if figure not in re.findall(r"\d[\d,.]*\d|\d", cited):
                    wrong.append(f"{where}: {figure}")
    assert not wrong, _named(wrong)


def test_dates_are_given_and_not_relative(corpus: Corpus) -> None:
    """What depends on the day of reading may stand in quotation marks, and in how the source is dated."""
    wrong = [
        f"{where}: {found.group()}"
        for where, _, text in _own_texts(corpus)
        if not where.endswith("dated_by")
        and (found := _RELATIVE_DATE.search(_INLINE_QUOTATION.sub("", text)))
    ]
    assert not wrong, _named(wrong)


def test_acronyms_are_explained(corpus: Corpus) -> None:
    """By a glossary term that the brief lists, or in brackets after the full name."""
    wrong = []
    for brief in corpus.briefs:
        listed = [corpus.registry.glossary[term] for term in brief.terms]
        known = {term.name for term in listed}
        texts = [text for _, record in walk(brief) for _, text in _texts(record)]
        expanded = set(re.findall(r"\(([A-Z]{2,})\)", " ".join(texts)))
        used = {word for text in texts for word in _ACRONYM.findall(text)}
        wrong += [f"{brief.slug}: {word}" for word in used - known - expanded]
    assert not wrong, _named(wrong)


def test_questions_can_be_settled_and_are_followed(corpus: Corpus) -> None:
    for brief in corpus.briefs:
        assert 2 <= len(brief.questions) <= 4, brief.slug
        for question in brief.questions:
            assert question.resolves_when, question.id
            assert question.log, question.id
            assert question.log[-1].status is question.status, question.id
            assert list(question.log) == sorted(question.log, key=lambda entry: entry.date), question.id


def test_timelines_are_in_order_and_the_future_is_planned(corpus: Corpus) -> None:
    for brief in corpus.briefs:
        events = brief.timeline
        for earlier, later in itertools.pairwise(events):
            assert earlier.date.sort_key <= later.date.sort_key, (brief.slug, later.text)
        for event in events:
            assert event.planned == (event.date.last > brief.as_of.number), (brief.slug, event.text)


def test_judgements_keep_likelihood_and_confidence_apart(corpus: Corpus) -> None:
    for brief in corpus.briefs:
        assert brief.judgements, brief.slug
        for judgement in brief.judgements:
            assert re.search(rf"(?<!very )\b{judgement.likelihood.label}\b", judgement.text), judgement.text
            assert "confiden" not in judgement.text.lower(), judgement.text


def test_every_brief_speaks_of_its_sources_and_its_changes(corpus: Corpus) -> None:
    for brief in corpus.briefs:
        assert brief.sourcing, brief.slug
        assert brief.changes, brief.slug
        assert brief.review_by, brief.slug
