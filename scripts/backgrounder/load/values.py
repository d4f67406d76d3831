"""Makes single values of nodes: texts, ids, dates, citations, words from a list, numbers.

Each converter takes a node, the report and the name of the field, and gives the value or MISSING with
its fault reported.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Callable
from typing import Any

from backgrounder.diagnostics.suggest import did_you_mean, surely_meant
from backgrounder.load.ids import check_id, suggest_id
from backgrounder.load.nodes import Mapping, Node, Scalar, Sequence
from backgrounder.load.report import LONGEST_QUOTED, MISSING, Report, short
from backgrounder.model.choices import Choice
from backgrounder.model.citation import Citation, parse_citation
from backgrounder.model.dates import DateError, Day, Edtf, parse_day, parse_edtf
from backgrounder.model.kinds import ID_PATTERN, Field, Target, TextKind
from backgrounder.model.rewritten_dates import readings

Convert = Callable[[Node, Report, str], Any]
"""From a node, a place to report to, and the name of the field, to the value or MISSING."""

_MOST_COUNT = 9_999
_MEANT_FLAGS = {
    **dict.fromkeys(("true", "yes", "on"), "true"),
    **dict.fromkeys(("false", "no", "off"), "false"),
}


_is_shaped_as_id = re.compile(ID_PATTERN).fullmatch


def text_converter(rule: Field) -> Convert:
    check, most, target = _TEXT_CHECKS.get(rule.kind), rule.most, rule.refers_to
    is_one_line = rule.kind is not TextKind.PROSE

    def convert(node: Node, report: Report, field: str) -> Any:
        if type(node) is not Scalar:
            return report.wrong_type(node, f"`{field}`", "text", _text_example(node))
        text = node.text.strip()
        if not _is_visible(text):
            return report.add(node, "empty-value", field=field)
        if len(text) > most:
            return report.add(node, "text-too-long", field=field, length=f"{len(text):,}", most=f"{most:,}")
        if is_one_line and "\n" in text:
            return _several_lines(node, report, field)
        if target:
            return _reference(text, target, node, report)
        return check(text, node, report, field) if check else text

    return convert


def _several_lines(node: Scalar, report: Report, field: str) -> Any:
    """YAML itself joins the lines of plain text and below ``>``, but for empty and indented ones."""
    if node.block == "|":
        rest = ", and take the empty line out" if "\n\n" in node.text.strip() else ""
        help_text = f"write `>-` in place of `|`{rest}"
        return report.add(node, "not-one-line", field=field, unit="line", help=help_text)
    if node.block and re.search(r"\n[ \t]", node.text):
        help_text = "start each line below `>` in the same column"
        return report.add(node, "not-one-line", field=field, unit="paragraph", help=help_text)
    if node.block or node.plain:
        help_text = "take the empty line out"
        return report.add(node, "not-one-line", field=field, unit="paragraph", help=help_text)
    return report.add(node, "not-one-line", field=field, unit="line")


def _id(text: str, node: Node, report: Report, field: str) -> Any:
    return check_id(text, node, report)


def _reference(text: str, target: Target, node: Node, report: Report) -> Any:
    """The id of another record. One that cannot be an id is left to ``link``, which knows what there is."""
    if _is_shaped_as_id(text):
        report.refer(node, target, text)
        return text
    report.refer(node, target, text, suggestion=suggest_id(text))
    return MISSING


def _url(text: str, node: Node, report: Report, field: str) -> Any:
    if not re.fullmatch(r"https?://[^\s/?#@]+\.[^\s]+|https?://localhost[^\s]*", text):
        return report.add(node, "bad-address", value=short(text))
    return text


def _language(text: str, node: Node, report: Report, field: str) -> Any:
    if not re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", text):
        return report.add(node, "bad-language", value=short(text))
    return text


_TEXT_CHECKS = {TextKind.ID: _id, TextKind.URL: _url, TextKind.LANGUAGE: _language}


def _scalar_text(node: Node, report: Report, field: str, wanted: str, example: str) -> Any:
    if not isinstance(node, Scalar):
        return report.wrong_type(node, f"`{field}`", wanted, example)
    return node.text.strip() or report.add(node, "empty-value", field=field)


def choice_converter(choices: type[Choice]) -> Convert:
    by_word = {choice.value: choice for choice in choices}
    words = list(by_word)
    example = f"one of: {', '.join(words)}"

    def convert(node: Node, report: Report, field: str) -> Any:
        text = _scalar_text(node, report, field, "one word", example)
        if text is MISSING or text in by_word:
            return by_word.get(text, MISSING)
        plain = re.sub(r"[\s_]+", "-", text.lower())
        return report.add(
            node,
            "unknown-choice",
            value=short(text),
            field=field,
            choices=", ".join(words),
            help=did_you_mean(plain, words),
            mended=plain if plain in words else surely_meant(plain, words),
        )

    return convert


def _flag(node: Node, report: Report, field: str) -> Any:
    if not isinstance(node, Scalar) or node.text not in ("true", "false"):
        meant = _MEANT_FLAGS.get(node.text.lower()) if isinstance(node, Scalar) else None
        return report.wrong_type(node, f"`{field}`", "true or false", "`true` or `false`", meant)
    return node.text == "true"


def _count(node: Node, report: Report, field: str) -> Any:
    if not isinstance(node, Scalar) or not re.fullmatch(r"0|[1-9][0-9]{0,8}", node.text):
        return report.wrong_type(node, f"`{field}`", "a whole number", "a number such as 9")
    if not 1 <= int(node.text) <= _MOST_COUNT:
        return report.add(node, "number-out-of-range", field=field, least="1", most=f"{_MOST_COUNT:,}")
    return int(node.text)


def _date(parse: Callable[[str], Any], node: Node, report: Report, field: str) -> Any:
    text = _scalar_text(node, report, field, "a date", "a date such as 2021-07-23")
    if text is MISSING:
        return MISSING
    if len(text) > LONGEST_QUOTED:
        return report.wrong_type(node, f"`{field}`", "a date", "a date such as 2021-07-23")
    try:
        return parse(text)
    except DateError as error:
        read = [date for date in readings(text) if date != text and _can_be(parse, date)]
        mended = read[0] if len(read) == 1 else None
        help_text = f"write {mended}" if mended else _two_readings(read) or error.hint
        if mended and "/" in mended and error.hint.endswith(mended):
            help_text = error.hint
        return report.add(node, "impossible-date", mended=mended, problem=str(error), help=help_text)


def _can_be(parse: Callable[[str], Any], date: str) -> bool:
    try:
        parse(date)
    except DateError:
        return False
    return True


def _two_readings(read: list[str]) -> str:
    """Help for a date that can be read in more than one way; empty where there is none to choose from."""
    choices = [f"{date} for {parse_edtf(date).label}" for date in read]
    return f"it can be read two ways: write {', or '.join(choices)}" if choices else ""


def _citation(node: Node, report: Report, field: str) -> Any:
    text = _scalar_text(node, report, field, "a citation", "`source-id#p4`")
    if text is MISSING:
        return MISSING
    citation = parse_citation(text)
    if citation is None:
        example = suggest_id(re.split(r"[#\s]", text)[0]) if "://" not in text else "source-id"
        report.refer(node, Target.SOURCE, text, suggestion=example)
        return MISSING
    report.refer(node, Target.SOURCE, citation.source, citation.paragraph)
    return citation


SCALAR_CONVERTERS: dict[Any, Convert] = {
    bool: _flag,
    int: _count,
    Edtf: functools.partial(_date, parse_edtf),
    Day: functools.partial(_date, parse_day),
    Citation: _citation,
}


def is_blank(node: Node) -> bool:
    """Whether nothing at all was written."""
    return type(node) is Scalar and node.plain and not node.text


def _is_visible(text: str) -> bool:
    """Whether a reader sees anything of ``text``; joiners and direction marks alone are nothing."""
    if text[:1].isalnum():
        return True
    return any(unicodedata.category(character) not in ("Cf", "Zs", "Cc") for character in text)


def _text_example(node: Node) -> str:
    if isinstance(node, Mapping) and node.entries:
        return "it in quotation marks if it is meant as text; a colon and a space make a field of it"
    if isinstance(node, Sequence) and node.items:
        return "it without hyphens or brackets, or in quotation marks if they belong to the text"
    return "the text after the colon"
