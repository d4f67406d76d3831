"""The question sheets: what is still open, on one page, for all briefs and for each topic."""

from __future__ import annotations

from collections.abc import Sequence

from backgrounder import addresses
from backgrounder.link import Asked, Edition, Linked, awaited, edition_of_questions, shelved
from backgrounder.markup import direction_runs, parse_prose
from backgrounder.model.brief import Brief
from backgrounder.model.clock import standing
from backgrounder.model.dates import Day
from backgrounder.render.paper.handling import strictest
from backgrounder.render.paper.job import Job, encode
from backgrounder.render.paper.numbering import count_more
from backgrounder.render.paper.one_line import short
from backgrounder.render.paper.sheet import QuestionSheet, Row, Rows
from backgrounder.render.paper.tongue import tongue
from backgrounder.settings import Settings


def render_question_sheets(linked: Linked, settings: Settings) -> tuple[Job, ...]:
    """A sheet of all open questions, and one for each topic that has any."""
    every = render_question_sheet("", linked.briefs, linked, settings)
    topics = (
        render_question_sheet(topic, briefs, linked, settings)
        for topic, briefs in sorted(linked.by_topic.items())
    )
    return tuple(job for job in (every, *topics) if job)


def render_question_sheet(
    topic: str, briefs: Sequence[Brief], linked: Linked, settings: Settings
) -> Job | None:
    """The sheet of the open questions of these briefs, all those of ``topic`` or of all; None without questions."""
    questions = awaited(briefs, settings.today)
    if not questions:
        return None
    edition = edition_of_questions(questions, linked.edition)

    def data(left_out: int) -> bytes:
        return encode(_sheet(topic, questions, left_out, edition, linked, settings))

    whole = _sheet(topic, questions, 0, edition, linked, settings)
    return Job(
        name=f"the question sheet of the topic {topic}" if topic else "the question sheet",
        path=addresses.question_sheet_address(topic),
        template="questions.typ",
        data=encode(whole),
        day=whole.as_of_iso,
        address=whole.edition_url,
        limit=1,
        cuts=2 * len(questions),
        reduced=data,
    )


def _sheet(
    topic: str, questions: list[Asked], left_out: int, edition: Edition, linked: Linked, settings: Settings
) -> QuestionSheet:
    """The sheet without so many things: first what would settle each question, then the questions, last first."""
    count = len(questions)
    with_detail = max(0, count - left_out)
    shown = questions[: count - max(0, left_out - count)]
    explained = {id(one) for one in questions[:with_detail]}
    address = addresses.topic_address(topic) if topic else addresses.QUESTIONS
    url = f"{settings.site_url}{address}" if settings.site_url else ""
    cut = sum(1 for one in shown if one.question.resolves_when and id(one) not in explained)
    return QuestionSheet(
        title=direction_runs("Open questions"),
        topic=linked.registry.topics[topic].name if topic else "",
        tongue=tongue("en"),
        paper=settings.paper,
        site_name=settings.site_name,
        as_of=edition.day.label,
        as_of_iso=edition.day.text,
        edition=edition.code,
        handling=strictest(one.brief for one in questions),
        url=url,
        short_url=short(url),
        edition_url=f"{url}#{edition.anchor}" if url else "",
        count="1 question" if count == 1 else f"{count:,} questions",
        shelves=tuple(
            Rows(
                heading=shelf.title,
                rows=tuple(
                    _row(one, id(one) in explained, settings.site_url, settings.today)
                    for one in shelf.questions
                ),
            )
            for shelf in shelved(shown, settings.today)
        ),
        more=_more(count - len(shown), len(shown), cut),
    )


def _more(missing: int, shown: int, cut: int) -> str:
    """What stays online: so many questions, and of so many of those shown what would settle them."""
    questions = count_more(missing, "question", has_others=bool(shown))
    details = f"what would settle {'one' if cut == 1 else cut} of these" if cut else ""
    if not questions:
        return f"Online only: {details}" if details else ""
    return f"{questions} online, and {details}" if details else f"{questions} online"


def _row(one: Asked, is_explained: bool, site_url: str, today: Day) -> Row:
    question = one.question
    address = addresses.brief_address(one.brief.slug, f"question-{question.id}")
    return Row(
        ask=direction_runs(question.ask),
        tongue=tongue(one.brief.language),
        status=question.status.label,
        expected=question.expected.label if question.expected else "",
        draft=not standing(one.brief, today).is_public,
        brief=direction_runs(one.brief.title),
        url=f"{site_url}{address}" if site_url else "",
        settled_when=parse_prose(question.resolves_when) if is_explained and question.resolves_when else (),
    )
