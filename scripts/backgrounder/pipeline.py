"""Calls the stages in their order. Nothing here prints or exits; ``cli`` and the hosts do."""

from __future__ import annotations

import msgspec

from backgrounder.check import check_brief
from backgrounder.diagnostics.diagnostic import Diagnostic
from backgrounder.link import Linked, check_references, link
from backgrounder.load import load_corpus, locate
from backgrounder.settings import Settings


class Checked(msgspec.Struct, frozen=True):
    """A corpus and everything that is wrong with it."""

    linked: Linked | None
    """None where there are errors: nothing is rendered from a corpus that has any."""
    diagnostics: tuple[Diagnostic, ...]
    texts: dict[str, str]
    """The text of each content file, for messages that show a line."""


def check(settings: Settings) -> Checked:
    """Loads, checks and links the corpus. Raises OSError where the folder of briefs cannot be listed."""
    loaded = load_corpus(settings.project, settings.briefs)
    findings = [
        finding
        for brief in loaded.corpus.briefs
        for finding in check_brief(brief, loaded.corpus.brief_files[brief.slug])
    ]
    findings += check_references(loaded)
    diagnostics = tuple(sorted([*loaded.diagnostics, *locate(findings, loaded.texts)]))
    failed = any(diagnostic.severity == "error" for diagnostic in diagnostics)
    linked = None if failed else link(loaded.corpus, settings.with_drafts)
    return Checked(linked, diagnostics, loaded.texts)
