"""Draws diagnostics for people. Text in, text out; nothing here prints."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

import click

from backgrounder.diagnostics.diagnostic import Diagnostic
from backgrounder.diagnostics.excerpt import WIDEST, Row, marked_rows, place_words
from backgrounder.diagnostics.rule import Severity
from backgrounder.diagnostics.terminal import revealed
from backgrounder.spans import Span

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.ADVICE: "blue"}

Paint = Callable[..., str]


def concise(diagnostic: Diagnostic) -> str:
    """One line, for editors and CI: ``path:line:column code message``."""
    return f"{diagnostic.span.start} {diagnostic.code} {revealed(diagnostic.message)}"


def full(diagnostic: Diagnostic, texts: Mapping[str, str], colour: bool = False, widest: int = WIDEST) -> str:
    """The message, the line with the value underlined, second places, and help.

    ``texts`` maps each file to its text; a file that is not there (unreadable, not UTF-8) is named
    without its line. ``widest`` is the most columns of a line that are shown.
    """
    paint = _painter(colour)
    tint = _COLOURS[diagnostic.severity]
    message = revealed(diagnostic.message)
    lines = [f"{paint(_title(diagnostic), fg=tint, bold=True)}: {paint(message, bold=True)}"]
    lines += _excerpt(diagnostic.span, texts, widest, paint, tint, told=message)
    for note in diagnostic.notes:
        lines += _excerpt(note.span, texts, widest, paint, "cyan", note.text, message)
    if diagnostic.help:
        lines.append(f"  {paint('help', fg='cyan')}: {revealed(diagnostic.help)}")
    return "\n".join(lines)


def summary(diagnostics: Iterable[Diagnostic]) -> str:
    """The count of problems, as in ``2 errors, 1 warning``; ``no problems`` where there are none."""
    found = list(diagnostics)
    counts = {severity: sum(1 for item in found if item.severity == severity) for severity in Severity}
    parts = [_counted(count, severity) for severity, count in counts.items() if count]
    return ", ".join(parts) or "no problems"


def _title(diagnostic: Diagnostic) -> str:
    return f"{diagnostic.severity}[{diagnostic.code}]"


def _counted(count: int, severity: Severity) -> str:
    if severity is Severity.ADVICE:
        return f"{count:,} piece{'s' if count > 1 else ''} of advice"
    return f"{count:,} {severity}{'s' if count > 1 else ''}"


def _painter(colour: bool) -> Paint:
    return click.style if colour else lambda text, **_: text


def _excerpt(
    span: Span,
    texts: Mapping[str, str],
    widest: int,
    paint: Paint,
    tint: str,
    label: str = "",
    told: str = "",
) -> list[str]:
    """The place and its lines; ``told`` is what the reader has been told of the value already."""
    where = f"  {paint('-->', fg='blue')} {span.start}"
    rows = marked_rows(span, texts.get(span.file), widest)
    if not rows:
        return [f"{where} {revealed(label)}".rstrip()]
    words = revealed(place_words(span, texts[span.file], label, told))
    gutter = max(len(row.number) for row in rows)
    drawn = [where]
    for row in rows:
        drawn += _drawn(row, gutter, words if row is rows[-1] else "", paint, tint)
    return drawn


def _drawn(row: Row, gutter: int, words: str, paint: Paint, tint: str) -> list[str]:
    bar = paint("|", fg="blue")
    label = f" {paint(words, fg=tint)}" if words else ""
    return [
        f" {paint(row.number.rjust(gutter), fg='blue')} {bar} {row.text}",
        f" {' ' * gutter} {bar} {' ' * row.indent}{paint('^' * row.marks, fg=tint, bold=True)}{label}",
    ]
