"""Languages and directions, as far as the typesetter needs them."""

from __future__ import annotations

import re

from backgrounder.markup import direction_runs, runs_right_to_left
from backgrounder.render.paper.sheet import Name, Tongue

_TAG = re.compile(r"(?P<lang>[A-Za-z]{2,3})(?:-[A-Za-z]{4})?(?:-(?P<region>[A-Za-z]{2}))?(?:-|$)")


def tongue(tag: str) -> Tongue:
    """The language that a BCP 47 tag names; "und", undetermined, where Typst cannot write it."""
    found = _TAG.match(tag)
    if not found:
        return Tongue(lang="und")
    region = (found["region"] or "").upper()
    return Tongue(lang=found["lang"].lower(), region=region, rtl=runs_right_to_left(tag))


def name(text: str, tag: str) -> Name:
    """A name with its language, and the direction of its own letters."""
    spoken = tongue(tag)
    runs = direction_runs(text)
    rtl = bool(runs) and next((run.rtl for run in runs if run.rtl or _has_letter(run.text)), spoken.rtl)
    return Name(text=text, tongue=Tongue(lang=spoken.lang, region=spoken.region, rtl=rtl))


def _has_letter(text: str) -> bool:
    return any(character.isalpha() for character in text)
