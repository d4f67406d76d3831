"""Draws diagnostics for people and for programs. Text in, text out; nothing here prints."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Mapping

import click

from backgrounder.diagnostics.diagnostic import Diagnostic
from backgrounder.diagnostics.rule import Severity
from backgrounder.spans import Span

_TAB = "    "
_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.ADVICE: "blue"}
_WIDEST = 160
"""The most characters shown of a line."""

_BIDI_CONTROLS = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}

Paint = Callable[..., str]


def concise(diagnostic: Diagnostic) -> str:
    """One line, for editors and CI: ``path:line:column code message``."""
    return f"{diagnostic.span.start} {diagnostic.code} {diagnostic.message}"


def full(diagnostic: Diagnostic, texts: Mapping[str, str], colour: bool = False) -> str:
    """The message, the line with the value underlined, second places, and help.

    ``texts`` maps each file to its text; a file that is not there (unreadable, not UTF-8) is named
    without its line.
    """
    paint = _painter(colour)
    tint = _COLOURS[diagnostic.severity]
    title = paint(f"{diagnostic.severity}[{diagnostic.code}]", fg=tint, bold=True)
    lines = [f"{title}: {paint(diagnostic.message, bold=True)}"]
    lines += _excerpt(diagnostic.span, texts, paint, tint)
    for note in diagnostic.notes:
        lines += _excerpt(note.span, texts, paint, "cyan", note.text)
    if diagnostic.help:
        lines.append(f"  {paint('help', fg='cyan')}: {diagnostic.help}")
    return "\n".join(lines)


def summary(diagnostics: Iterable[Diagnostic]) -> str:
    """The count of problems, as in ``2 errors, 1 warning``; ``no problems`` where there are none."""
    found = list(diagnostics)
    counts = {severity: sum(1 for item in found if item.severity == severity) for severity in Severity}
    parts = [_counted(count, severity) for severity, count in counts.items() if count]
    return ", ".join(parts) or "no problems"


def _counted(count: int, severity: Severity) -> str:
    if severity is Severity.ADVICE:
        return f"{count:,} piece{'s' if count > 1 else ''} of advice"
    return f"{count:,} {severity}{'s' if count > 1 else ''}"


def _painter(colour: bool) -> Paint:
    return click.style if colour else lambda text, **_: text


def _excerpt(span: Span, texts: Mapping[str, str], paint: Paint, tint: str, label: str = "") -> list[str]:
    where = f"  {paint('-->', fg='blue')} {span.start}"
    lines = texts[span.file].split("\n") if span.file in texts else []
    if span == Span(span.file) or span.line > len(lines):  # the file as a whole, or its text is not known
        return [f"{where} {label}".rstrip()]
    before, marked, after = _cut(lines[span.line - 1], span)
    number = str(span.line)
    gutter = " " * len(number)
    bar = paint("|", fg="blue")
    underline = " " * _width(before) + paint("^" * max(1, _width(marked)), fg=tint, bold=True)
    if span.end_line > span.line:
        underline += "…"
    named = [_visible(marked).strip()] if _turns_round(before + marked + after) and marked.strip() else []
    words = "".join(f" {paint(part, fg=tint)}" for part in (*named, label) if part)
    return [
        where,
        f" {paint(number, fg='blue')} {bar} {_visible(before + marked + after)}",
        f" {gutter} {bar} {underline}{words}",
    ]


def _turns_round(line: str) -> bool:
    """Whether a terminal may show parts of a line from right to left, so that no mark can stand below them."""
    return any(unicodedata.bidirectional(character) in ("R", "AL") for character in line)


def _cut(line: str, span: Span) -> tuple[str, str, str]:
    """A line before, in and after a span; a long line is cut to what stands around the span."""
    start = span.column - 1
    end = max(start, span.end_column - 1) if span.end_line == span.line else len(line)
    before, marked, after = line[:start], line[start:end], line[end:]
    if len(before) > _WIDEST // 2:
        before = "…" + before[-_WIDEST // 4 :]
    room = _WIDEST - len(before)
    if len(marked) > room:
        return before, marked[:room] + "…", ""
    room -= len(marked)
    return before, marked, after if len(after) <= room else after[:room] + "…"


def _visible(line: str) -> str:
    """The line as it may be shown: what could steer a terminal or reorder the text stands as �."""
    return "".join("�" if _is_steering(character) else character for character in line).replace("\t", _TAB)


def _is_steering(character: str) -> bool:
    if character == "\t":
        return False
    return (
        unicodedata.category(character) in ("Cc", "Cs", "Cn", "Zl", "Zp")
        or unicodedata.bidirectional(character) in _BIDI_CONTROLS
        or character == "\ufeff"
        or "\U000e0000" <= character <= "\U000e007f"
    )


def _width(text: str) -> int:
    """Columns that ``text`` takes on a terminal: tabs as four, wide characters as two, marks as none."""
    return sum(_character_width(character) for character in text)


def _character_width(character: str) -> int:
    if character == "\t":
        return len(_TAB)
    if _is_steering(character):
        return 1
    if unicodedata.combining(character) or unicodedata.category(character) in ("Cf", "Me", "Mn"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1
