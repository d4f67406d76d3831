"""The same briefs as plain Markdown, for the generators that the bench puts beside ours."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from backgrounder.load import load_corpus
from backgrounder.model.brief import Brief, Statement
from backgrounder.model.citation import Citation
from backgrounder.model.registry import Registry

_MKDOCS = """site_name: A large desk
site_url: https://desk.example/
theme: {name: material, font: false}
plugins: [search]
nav: [index.md]
"""


def write_mkdocs_project(source: Path, folder: Path) -> None:
    """A project for MkDocs with Material that says what the briefs in ``source`` say."""
    pages = folder / "docs" / "briefs"
    pages.mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(_MKDOCS, encoding="utf-8")
    corpus = load_corpus(source, source / "briefs").corpus
    links = "".join(f"- [{brief.title}](briefs/{brief.slug}.md)\n" for brief in corpus.briefs)
    (folder / "docs" / "index.md").write_text(f"# A large desk\n\n{links}", encoding="utf-8")
    for brief in corpus.briefs:
        text = "\n".join(_markdown(brief, corpus.registry))
        (pages / f"{brief.slug}.md").write_text(text, encoding="utf-8")


def write_hugo_project(source: Path, shell: str, folder: Path) -> None:
    """A project for Hugo with the same content, in the shell of a page that Material has built."""
    pages = folder / "content" / "briefs"
    pages.mkdir(parents=True)
    layouts = folder / "layouts" / "_default"
    layouts.mkdir(parents=True)
    settings = {
        "baseURL": "https://desk.example/",
        "title": "A large desk",
        "disableKinds": ["taxonomy", "term"],
    }
    (folder / "hugo.json").write_text(json.dumps(settings), encoding="utf-8")
    page = re.sub(
        r"(<article[^>]*>).*?(</article>)", r"\1{{ .Content }}\2", shell.replace("{{", "{ {"), flags=re.DOTALL
    )
    for name in ("single", "list"):
        (layouts / f"{name}.html").write_text(page, encoding="utf-8")
    corpus = load_corpus(source, source / "briefs").corpus
    for brief in corpus.briefs:
        head = json.dumps({"title": brief.title})
        text = "\n".join(_markdown(brief, corpus.registry))
        (pages / f"{brief.slug}.md").write_text(f"{head}\n\n{text}", encoding="utf-8")


def _markdown(brief: Brief, registry: Registry) -> Iterator[str]:
    """All that a reader of the brief's page is told."""
    yield f"# {brief.title}\n\nAs of {brief.as_of.label}\n\n> {brief.bottom_line}\n"
    yield "## Key points\n"
    yield from (_statement(point) for point in brief.key_points)
    yield "\n## Background\n"
    yield from (f"{_statement(item)}\n" for item in brief.background if isinstance(item, Statement))
    yield "\n## Stakeholders\n"
    for one in brief.stakeholders:
        name = registry.stakeholders[one.who].name
        yield f"### {name}\n\n{one.role} {one.position or ''} {one.interest or ''} {_cited(one.cite)}\n"
    yield "## Timeline\n"
    yield from (f"- **{event.date.label}** {event.text} {_cited(event.cite)}" for event in brief.timeline)
    yield "\n## Open questions\n"
    for question in brief.questions:
        yield f"### {question.ask}\n\n*{question.status.label}*\n\n{question.why}\n"
        yield from (_statement(known) for known in question.known)
        yield f"\n{question.unknown or ''}\n\n{question.resolves_when or ''}\n"
    yield "## Judgements\n"
    for judgement in brief.judgements:
        yield f"{judgement.text} *{judgement.likelihood.label}, {judgement.confidence.label}* {judgement.because}\n"
    yield f"## Sources\n\n{brief.sourcing or ''}\n"
    yield from (f"- [{other}]({other}.md)" for other in brief.related)


def _statement(one: Statement) -> str:
    return f"- {one.text} {_cited(one.cite)}"


def _cited(cite: tuple[Citation, ...]) -> str:
    return " ".join(f"[{citation}](https://desk.example/sources/{citation.source}/)" for citation in cite)


def main() -> None:
    """``rivals.py mkdocs SOURCE FOLDER``, or ``rivals.py hugo SOURCE FOLDER PAGE``: in a process of its own, so that
    what this takes is not counted with what comes after it."""
    kind, source, folder, *shell = sys.argv[1:]
    if kind == "mkdocs":
        write_mkdocs_project(Path(source), Path(folder))
    else:
        write_hugo_project(Path(source), Path(shell[0]).read_text(encoding="utf-8"), Path(folder))


if __name__ == "__main__":
    main()
