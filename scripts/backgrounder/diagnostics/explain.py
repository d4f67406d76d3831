"""Tells what a code stands for: for the terminal, and as pages of the documentation, from the same words."""

from __future__ import annotations

import textwrap
from collections.abc import Callable

import click

from backgrounder.diagnostics.rule import Rule, Severity
from backgrounder.diagnostics.rules import TOPICS

_WIDTH = 88
_TINTS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.ADVICE: "blue"}

EFFECTS = {
    Severity.ERROR: "An error: it stops a build, and the published site stays as it is.",
    Severity.WARNING: "A warning: it is shown and does not stop a build, unless --strict is given.",
    Severity.ADVICE: "Advice: `backgrounder check` shows it, a build only counts it.",
}
_FIXED = "A build needs it to hold, so it can be neither set nor allowed."
TOLD_IN_WORDS = "#!"
"""Starts the lines of an example that no YAML can show."""


def explained(rule: Rule, colour: bool = False) -> str:
    """What a desk is told of one code on the terminal."""
    paint: Callable[..., str] = click.style if colour else lambda text, **_: text
    parts = [
        f"{paint(rule.code, bold=True)} · {paint(rule.severity.value, fg=_TINTS[rule.severity])}",
        _wrapped(rule.meaning),
        _wrapped(rule.why),
        paint("Wrong", fg="red") + "\n" + _example(rule.wrong),
        paint("Right", fg="green") + "\n" + _example(rule.right),
        _wrapped(EFFECTS[rule.severity]),
    ]
    if rule.is_optional:
        parts.append(_wrapped("To allow it in one record, say why there:") + "\n" + _example(allowing(rule)))
        parts.append(
            _wrapped("To weigh it otherwise everywhere, in mkdocs.yml:") + "\n" + _example(setting(rule))
        )
    else:
        parts.append(_wrapped(_FIXED))
    return "\n\n".join(parts)


def listed(colour: bool = False) -> str:
    """All codes by topic, each with its meaning."""
    paint: Callable[..., str] = click.style if colour else lambda text, **_: text
    parts = []
    for topic in TOPICS:
        lines = [paint(_heading(topic), bold=True)]
        for rule in topic.RULES:
            lines.append(f"  {paint(rule.code, fg=_TINTS[rule.severity])}")
            lines.append(textwrap.indent(_wrapped(rule.meaning, _WIDTH - 4), "    "))
        parts.append("\n".join(lines))
    return "\n\n".join(parts)


def allowing(rule: Rule) -> str:
    """The line that allows a check in one record."""
    return f"allow: {{code: {rule.code}, reason: Why it is right here.}}"


def setting(rule: Rule) -> str:
    """The lines of mkdocs.yml that weigh a check otherwise."""
    other = "off" if rule.severity is Severity.ADVICE else "advice"
    return f"plugins:\n  - backgrounder:\n      checks: {{{rule.code}: {other}}}  # error, warning, advice or off"


def page(rule: Rule) -> str:
    """The page of one code, in Markdown."""
    lines = [
        "---",
        f"title: {rule.code}",
        "search:",
        "  exclude: true",
        "---",
        "",
        f"# `{rule.code}`",
        "",
        rule.meaning,
        "",
        rule.why,
        "",
        "## Wrong",
        "",
        *_fenced(rule.wrong),
        "",
        "## Right",
        "",
        *_fenced(rule.right),
        "",
        "## What follows",
        "",
        EFFECTS[rule.severity],
    ]
    if rule.is_optional:
        lines += ["To allow it in one record, say why there:", "", *_fenced(allowing(rule))]
        lines += ["", "To weigh it otherwise everywhere, in `mkdocs.yml`:", "", *_fenced(setting(rule))]
    else:
        lines.append(_FIXED)
    return "\n".join([*lines, "", "[All checks](index.md)", ""])


def index_page() -> str:
    """The page that lists all codes, in Markdown."""
    lines = [
        "---",
        "title: All checks",
        "search:",
        "  boost: 0.1",
        "---",
        "",
        "# All checks",
        "",
        *_INTRODUCTION,
    ]
    for topic in TOPICS:
        lines += ["", f"## {_heading(topic)}", "", "| code | severity | meaning |", "| --- | --- | --- |"]
        lines += [
            f"| [`{rule.code}`]({rule.code}.md) | {rule.severity} | {rule.meaning.replace('|', chr(92) + '|')} |"
            for rule in topic.RULES
        ]
    return "\n".join([*lines, ""])


_INTRODUCTION = [
    "`backgrounder check` looks for all of these in one run, and `backgrounder explain CODE` prints a page on the",
    "terminal. Errors stop a build; warnings do not; advice is shown by `check` alone. What a desk may weigh",
    "otherwise, and one record may allow with a reason, says so on its page.",
]


def _heading(topic: object) -> str:
    return (topic.__doc__ or "").split("\n")[0].rstrip(".").replace("'", "’")


def _wrapped(text: str, width: int = _WIDTH) -> str:
    return textwrap.fill(text, width, break_long_words=False, break_on_hyphens=False)


def _example(text: str) -> str:
    if text.startswith(TOLD_IN_WORDS):
        return textwrap.indent(_wrapped(_told(text), _WIDTH - 2), "  ")
    return textwrap.indent(text.strip("\n"), "    ")


def _fenced(text: str) -> list[str]:
    return [_told(text)] if text.startswith(TOLD_IN_WORDS) else ["```yaml", text.strip("\n"), "```"]


def _told(text: str) -> str:
    return " ".join(line.removeprefix(TOLD_IN_WORDS).strip() for line in text.strip("\n").split("\n"))
