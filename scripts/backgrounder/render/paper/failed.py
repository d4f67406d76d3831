"""What an author is told of a handout that cannot be set."""

from __future__ import annotations

from collections.abc import Iterator

from backgrounder.diagnostics.diagnostic import Finding
from backgrounder.model.brief import Brief, Paper
from backgrounder.spans import Path, Place


def too_long(brief: Brief, file: str, pages: int) -> Finding:
    """The handout takes too many pages, with all left out that may be; points at what takes most room."""
    letters, words, path = max(_kept(brief), key=lambda part: part[0])
    limit = (brief.handout or Paper()).pages.limit or pages
    return Finding(
        Place(file, path),
        "handout-too-long",
        {
            "pages": f"{pages} pages",
            "limit": "one" if limit == 1 else f"{limit}",
            "part": words,
            "letters": f"{letters:,}",
        },
    )


def not_set(file: str, what: str, reason: str) -> Finding:
    """The typesetter gave up on something."""
    return Finding(Place(file), "handout-not-set", {"what": what, "reason": reason})


def _kept(brief: Brief) -> Iterator[tuple[int, str, Path]]:
    """The parts that are never left out: how long each is, what it is called, and where it stands."""
    yield len(brief.bottom_line), "the bottom line", ("bottom_line",)
    for index, point in enumerate(brief.key_points):
        quoted = len(point.quote.words) if point.quote else 0
        letters = len(point.text) + quoted + len(point.note or "") + len(point.computed or "")
        yield letters, "this key point", ("key_points", index, "text")
    for index, judgement in enumerate(brief.judgements):
        yield len(judgement.text) + len(judgement.because), "this judgement", ("judgements", index, "text")
    yield len(brief.sourcing or ""), "the note on sources", ("sourcing",)
