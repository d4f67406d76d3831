"""Topics: tags that gather briefs."""

from __future__ import annotations

from backgrounder import addresses
from backgrounder.link import (
    Asked,
    Edition,
    awaited,
    edition_of_all,
    edition_of_questions,
    newest_first,
)
from backgrounder.markup import prose_text
from backgrounder.model.brief import Brief
from backgrounder.render.site.page import Page, SearchEntry
from backgrounder.render.site.renderer import Renderer


def topics_page(renderer: Renderer) -> Page:
    """All topics by name."""
    topics = sorted(renderer.linked.registry.topics.items(), key=lambda item: (item[1].name, item[0]))
    return Page(
        address=addresses.TOPICS,
        title="Topics",
        description="Subjects that gather briefs.",
        html=renderer.html("topics", addresses.TOPICS, topics=topics),
        search=(SearchEntry("Topics", "Subjects that gather briefs"),),
    )


def topic_page(renderer: Renderer, record_id: str) -> Page:
    """One topic with its briefs and their open questions."""
    topic = renderer.linked.registry.topics[record_id]
    briefs = newest_first(renderer.linked.by_topic.get(record_id, ()))
    questions = awaited(briefs, renderer.settings.today)
    about = prose_text(topic.about) if topic.about else ""
    address = addresses.topic_address(record_id)
    return Page(
        address=address,
        title=topic.name,
        description=about or f"Briefs on {topic.name}.",
        html=renderer.html(
            "topic",
            address,
            topic=topic,
            topic_id=record_id,
            briefs=briefs,
            has_questions=bool(questions),
            editions=_editions(briefs, questions, renderer) if renderer.settings.handouts else [],
        ),
        search=(SearchEntry(topic.name, about),),
        kind="topic",
        topics=(topic.name,),
    )


def _editions(briefs: list[Brief], questions: list[Asked], renderer: Renderer) -> list[Edition]:
    """Of what is printed of a topic: its briefs as a book, and its open questions."""
    bound = edition_of_all(renderer.linked.edition(brief) for brief in briefs)
    found = (bound, edition_of_questions(questions, renderer.linked.edition))
    return [edition for edition in found if edition]
