"""Where things are on the site. These addresses are promised to readers and do not change.

Both renderers use them: the site to link, the handout to print an address and to be found at one.
"""

from __future__ import annotations

HOME = ""
BRIEFS = "briefs/"
QUESTIONS = "questions/"
STAKEHOLDERS = "stakeholders/"
TIMELINE = "timeline/"
TOPICS = "topics/"
SOURCES = "sources/"
GLOSSARY = "glossary/"
CHANGES = "changes/"
ASSETS = "assets/backgrounder"
"""Where stylesheet, scripts and fonts stand on every site; also how a site is known to be ours."""


def brief_address(slug: str, anchor: str = "") -> str:
    return f"{BRIEFS}{slug}/#{anchor}" if anchor else f"{BRIEFS}{slug}/"


def handout_address(slug: str) -> str:
    return f"{BRIEFS}{slug}/{slug}.pdf"


def question_sheet_address(topic: str = "") -> str:
    """The sheet of all open questions, or of those of a topic."""
    return f"{TOPICS}{topic}/{topic}-questions.pdf" if topic else f"{QUESTIONS}questions.pdf"


def book_address() -> str:
    return f"{BRIEFS}all-briefs.pdf"


def stakeholder_address(record_id: str) -> str:
    return f"{STAKEHOLDERS}{record_id}/"


def topic_address(record_id: str) -> str:
    return f"{TOPICS}{record_id}/"


def source_address(record_id: str, paragraph: int = 0) -> str:
    return f"{SOURCES}{record_id}/{_fragment(f'p{paragraph}') if paragraph else ''}"


def term_address(record_id: str) -> str:
    return f"{GLOSSARY}{_fragment(f'term-{record_id}')}"


def way_up(address: str) -> str:
    """What leads from the page at ``address`` to the top of the site: ``../../`` or ``./``."""
    return "../" * address.count("/") or "./"


def _fragment(anchor: str) -> str:
    return f"#{anchor}" if anchor else ""
