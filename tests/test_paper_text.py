"""The text of each PDF is its content: all of it, in order, nothing twice and nothing else.

The text is taken in the order of the content stream, which is that of the structure tree. What it ought to be is
said here once more, from the data of a job, in the order in which a reader should meet it.
"""

from __future__ import annotations

import contextlib
import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from browsing import ROOT
from pathological import BRIEFS
from test_handout import FULL, ONE, SETTINGS, brief, crowded, full_brief, linked, run

from backgrounder.link import link
from backgrounder.load import load_corpus
from backgrounder.render.paper import Job, render_book, render_handouts, render_question_sheets
from backgrounder.typeset import page_count, typeset
from backgrounder.typeset.press import Press

_MARKS = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\u061c\ufeff]")
_ARABIC_RUN = re.compile(r"[\u0600-\u06ff]+(?:\s+[\u0600-\u06ff]+)*")
_HEADERS = ("NO. DATE EVENT", "WHO ROLE HERE POSITION AND INTEREST")
_MARK_KEY = "Marks like 1¶4 name a source and its paragraph."

COUNTED = ("all Arabic", "all Sorani", "every field at its limit")
"""Words of both directions come as they stand on the lines, and the cells of a table that go on to the next page come
in parts: of these the letters are counted, whatever their order."""

OWN = load_corpus(ROOT, ROOT / "briefs").corpus


# -- What ought to be there --


def words(nodes: Iterable[dict[str, Any]]) -> str:
    """The text of a line or of prose."""
    return " ".join(_words(node) for node in nodes) if _is_prose(nodes) else "".join(map(_words, nodes))


def _is_prose(nodes: Iterable[dict[str, Any]]) -> bool:
    return any(node["type"] in ("Paragraph", "List") for node in nodes)


def _words(node: dict[str, Any]) -> str:
    match node["type"]:
        case "Text" | "Code":
            return node["text"]
        case "Link" if not node["children"]:
            return node["url"]
        case "List":
            numbers = range(node["start"], node["start"] + len(node["items"]))
            return " ".join(
                f"{f'{number}.' if node['ordered'] else '■'} {words(item)}"
                for number, item in zip(numbers, node["items"], strict=True)
            )
    return words(node["children"])


def marks(cites: list[dict[str, Any]]) -> str:
    return " ".join(
        str(cite["source"]) + (f"¶{cite['paragraphs'].replace(' ', '')}" if cite["paragraphs"] else "")
        for cite in cites
    )


def speech(said: dict[str, Any] | None) -> str:
    return " ".join(_speech(said)) if said else ""


def _speech(said: dict[str, Any]) -> Iterator[str]:
    yield f"“{words(said['words'])}”"
    if said["context"]:
        yield f"In context: {words(said['context'])}"
    yield f"— {said['by']}"
    if said["proof"]:
        yield f"({said['proof']})"
    if said["reason"]:
        yield f"The desk’s reason: {words(said['reason'])}"


def quoting_nobody(terms: list[dict[str, Any]]) -> str:
    told = ", ".join(f"“{words(term['words'])}” ({words(term['reason'])})" for term in terms)
    return f"In quotation marks without quoting anybody: {told}." if told else ""


def note(nodes: list[dict[str, Any]]) -> str:
    return f"Desk note: {words(nodes)}" if nodes else ""


def item(one: dict[str, Any]) -> Iterator[str]:
    yield words(one["text"])
    yield speech(one["quote"])
    yield marks(one["cite"])
    yield note(one["note"])


def handout(sheet: dict[str, Any]) -> Iterator[str]:
    """The pages of a brief, piece by piece."""
    yield f"{sheet['site_name']} BACKGROUND BRIEFING"
    yield from status(sheet)
    yield words(sheet["title"])
    yield from facts(sheet)
    yield f"Bottom line {words(sheet['bottom_line'])}"
    yield from sections(sheet)
    if sheet["terms"]:
        yield "Terms"
        for term in sheet["terms"]:
            yield from definition(term)
        yield sheet["more"]["terms"]
    yield f"Sources {sheet['sourcing_counts']} {words(sheet['sourcing'])}"
    yield quoting_nobody(sheet["marked"])
    yield from sources(sheet["sources"])
    yield sheet["more"]["at_end"]


def status(sheet: dict[str, Any]) -> Iterator[str]:
    if sheet["draft"]:
        yield "DRAFT Not published."
    if sheet["archived"]:
        yield "ARCHIVED No longer kept up to date."


def facts(sheet: dict[str, Any]) -> Iterator[str]:
    yield f"AS OF {sheet['as_of']}"
    if sheet["review_by"]:
        yield f"REVIEW BY {sheet['review_by']}"
        yield "DUE FOR REVIEW" if sheet["due_for_review"] else ""
    if sheet["handling"]:
        yield f"HANDLING {sheet['handling']}"
    if sheet["single_source"]:
        yield f"SINGLE SOURCE {sheet['single_source']}"
    if sheet["topics"]:
        yield f"TOPICS {'; '.join(sheet['topics'])}"


def sections(sheet: dict[str, Any]) -> Iterator[str]:
    """Those that a chapter of a book has as well."""
    if sheet["key_points"]:
        yield f"Key points {_MARK_KEY if sheet['sources'] else ''}"
        for one in sheet["key_points"]:
            yield "■"
            yield from item(one)
    if sheet["events"]:
        yield from timeline(sheet)
    if sheet["parties"]:
        yield f"Who matters {_HEADERS[1]}"
        for one in sheet["parties"]:
            yield from party(one)
        yield sheet["more"]["stakeholders"]
    if sheet["questions"]:
        yield "Open questions"
        for one in sheet["questions"]:
            yield from query(one)
        yield sheet["more"]["questions"]
    if sheet["judgements"]:
        yield "Judgements The desk’s own estimate, kept apart from fact."
        for one in sheet["judgements"]:
            yield f"{words(one['text'])} {marks(one['cite'])} Because: {words(one['because'])}"
            yield f"{one['likelihood'].capitalize()} {one['band']} Confidence: {one['confidence']}"
    if sheet["background"]:
        yield "Background"
        for group in sheet["background"]:
            yield words(group["heading"])
            for one in group["items"]:
                yield from item(one)
        yield sheet["more"]["background"]


def timeline(sheet: dict[str, Any]) -> Iterator[str]:
    yield "Timeline"
    kinds = {(event["planned"], event["uncertain"]) for event in sheet["events"]}
    for planned, uncertain in ((False, False), (True, False), (False, True), (True, True)):
        if (planned, uncertain) in kinds:
            yield ("planned" if planned else "happened") + (", date uncertain" if uncertain else "")
    axis = sheet["axis"]
    yield from (tick["label"] for tick in axis["ticks"])
    yield f"as of {sheet['as_of']}"
    yield from (flag["label"] for flag in axis["flags"])
    yield _HEADERS[0]
    for event in sheet["events"]:
        yield f"{event['number']} {event['date']}"
        if event["planned"]:
            yield "Planned, day has passed:" if event["due"] else "Planned:"
        yield f"{words(event['text'])} {marks(event['cite'])} {note(event['note'])}"
    yield sheet["more"]["timeline"]


def party(one: dict[str, Any]) -> Iterator[str]:
    yield words(one["name"])
    yield from (native["text"] for native in one["native"])
    wants = one["position"] or one["interest"] or one["quote"]
    yield words(one["role"])
    yield marks(one["cite"]) if not wants else ""
    yield words(one["position"]) if wants else "–"
    if wants:
        yield speech(one["quote"])
        yield f"Interest: {words(one['interest'])}" if one["interest"] else ""
        yield marks(one["cite"])


def query(one: dict[str, Any]) -> Iterator[str]:
    yield f"{words(one['ask'])} {one['status'].upper()}"
    if one["expected"]:
        yield f"Answer expected {one['expected']}"
        yield "OVERDUE" if one["overdue"] else ""
    if one["answer"]:
        yield "Answer."
        yield from item(one["answer"])
    yield f"Why it matters. {words(one['why'])}"
    if one["known"]:
        yield "Known."
        for known in one["known"]:
            yield from item(known)
    yield f"Not known. {words(one['unknown'])}" if one["unknown"] else ""
    yield f"Settled when: {words(one['resolves_when'])}" if one["resolves_when"] else ""
    if one["positions"]:
        yield "Positions."
        for view in one["positions"]:
            yield f"{view['who']}: {words(view['text'])} {speech(view['quote'])} {marks(view['cite'])}"
    if one["watch"]:
        sign = "■ " if len(one["watch"]) > 1 else ""
        yield "Watch for: " + " ".join(sign + words(line) for line in one["watch"])


def definition(term: dict[str, Any]) -> Iterator[str]:
    natives = " ".join(native["text"] for native in term["native"])
    yield f"{words(term['name'])} {natives}. {words(term['text'])} {marks(term['cite'])}"


def sources(found: list[dict[str, Any]]) -> Iterator[str]:
    for source in found:
        told = ", ".join(part for part in (source["publisher"], source["author"], source["date"]) if part)
        cited = f"Cited: ¶{source['paragraphs']}." if source["paragraphs"] else ""
        yield f"{source['number']} {words(source['title'])}. {told}. {cited}"
    if not found:
        yield "No source is cited."


# -- What is there --


def compact(text: str) -> str:
    """Letters and signs alone. Those of Arabic script that follow each other are put into one order, because they come
    as they stand on the line, joined as they are drawn."""
    plain = _MARKS.sub("", unicodedata.normalize("NFKC", text))
    ordered = _ARABIC_RUN.sub(lambda found: "".join(sorted("".join(found[0].split()))), plain)
    return "".join(ordered.split())


def pages(file: Path) -> list[str]:
    count = page_count(file.read_bytes())
    return [run("pdftotext", "-raw", "-f", n, "-l", n, file, "-") for n in range(1, count + 1)]


def logical(file: Path) -> str:
    """The text with each line read as it runs, whichever way that is."""
    return " ".join(_MARKS.sub("", unicodedata.normalize("NFKC", run("pdftotext", file, "-"))).split())


def bodies(file: Path, sheet: dict[str, Any]) -> Iterator[str]:
    """Each page without its head and its foot, which must be what they ought to be."""
    texts = pages(file)
    marking = compact(sheet["handling"])
    for number, text in enumerate(texts, 1):
        found = compact(text)
        head = compact(words(sheet["running_title"]) + sheet["site_name"]) if number > 1 else ""
        edition = f"As of {sheet['as_of']}, edition {sheet['edition']}"
        foot = compact(f"{edition} {sheet['short_url']} Page {number} of {len(texts)}")
        assert found.startswith(head), (number, found[:200], head)
        assert found.endswith(foot + 2 * marking), (number, found[-200:], foot)
        yield found[len(head) : len(found) - len(foot) - 2 * len(marking)]


def difference(found: Iterable[str], wanted: str) -> str:
    """Where the pages stop saying what they ought to; empty where they say it all. The header of a table comes again
    on the next page."""
    place = 0
    for number, body in enumerate(found, 1):
        again = [compact(header) for header in _HEADERS if body.startswith(compact(header))]
        for said in (body, *(body[len(header) :] for header in again)):
            if wanted.startswith(said, place):
                place += len(said)
                break
        else:
            same = next(
                (n for n, (a, b) in enumerate(zip(body, wanted[place:], strict=False)) if a != b), len(body)
            )
            return f"page {number}: {body[max(0, same - 40) : same + 40]!r} for {wanted[place + same - 40 : place + same + 40]!r}"
    return "" if place == len(wanted) else f"missing: {wanted[place : place + 80]!r}"


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("printed")


def _jobs() -> Iterator[tuple[str, Job]]:
    for job in render_handouts(link(OWN), SETTINGS):
        yield job.name, job
    for name, of in {"smallest": brief(), "full": full_brief(), **BRIEFS}.items():
        (job,) = render_handouts(linked(msgspec.structs.replace(of, handout=FULL)), SETTINGS)
        if name not in COUNTED:
            yield name, job


LEFT_TO_RIGHT = dict(_jobs())


@pytest.mark.parametrize("name", LEFT_TO_RIGHT)
def test_a_handout_says_all_of_its_content_in_order(name: str, cache: Path) -> None:
    job = LEFT_TO_RIGHT[name]
    sheet = json.loads(job.data)
    done = typeset([job], cache)
    assert done.failures == ()
    assert difference(bodies(done.files[job.path], sheet), compact(" ".join(handout(sheet)))) == ""


@pytest.mark.parametrize("paper", [None, ONE], ids=["two pages", "one page"])
def test_a_handout_that_leaves_out_says_the_rest_in_order(paper: Any, cache: Path) -> None:
    (job,) = render_handouts(linked(crowded(handout=paper)), SETTINGS)
    file = typeset([job], cache).files[job.path]
    kept = [
        number
        for number in range(job.cuts + 1)
        if not difference(
            bodies(file, json.loads(job.reduced(number))),
            compact(" ".join(handout(json.loads(job.reduced(number))))),
        )
    ]
    assert len(kept) == 1 and kept[0] > 0


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda sheet: sheet["key_points"].pop(), "for"),
        (lambda sheet: sheet["key_points"].reverse(), "for"),
        (lambda sheet: sheet["sources"].append(sheet["sources"][0]), "missing"),
        (lambda sheet: sheet["events"][0]["text"][0].update(text="Another."), "for"),
    ],
    ids=["lost", "order", "twice", "word"],
)
def test_the_comparison_can_fail(change: Any, said: str, cache: Path) -> None:
    """With data that differs from what was set."""
    job = LEFT_TO_RIGHT["end-of-us-combat-mission"]
    sheet = json.loads(job.data)
    file = typeset([job], cache).files[job.path]
    change(sheet)
    assert said in difference(bodies(file, sheet), compact(" ".join(handout(sheet))))


@pytest.mark.parametrize("name", COUNTED)
def test_a_handout_says_each_letter_of_its_content(name: str, cache: Path) -> None:
    """And its title and its first question come whole, where the lines are read as they run."""
    (job,) = render_handouts(linked(msgspec.structs.replace(BRIEFS[name], handout=FULL)), SETTINGS)
    sheet = json.loads(job.data)
    file = typeset([job], cache).files[job.path]
    count = page_count(file.read_bytes())
    marking = [sheet["handling"]] * 2 * count if sheet["handling"] else []
    framed = [
        *handout(sheet),
        *marking,
        *(
            f"As of {sheet['as_of']}, edition {sheet['edition']} {sheet['short_url']} Page {n} of {count}"
            for n in range(1, count + 1)
        ),
        *[words(sheet["running_title"]) + " " + sheet["site_name"]] * (count - 1),
    ]
    found = _letters("".join(pages(file)))
    wanted = _letters(" ".join(framed))
    assert not wanted - found
    assert found - wanted in [
        Counter({letter: n * head[letter] + m * other[letter] for letter in head | other})
        for head, other in [tuple(map(_letters, _HEADERS))]
        for n in range(10)
        for m in range(10)
    ]
    text = logical(file)
    for sentence in (words(sheet["title"]), words(sheet["questions"][0]["ask"])):
        assert sentence in text


def _letters(text: str) -> Counter[str]:
    return Counter("".join(_MARKS.sub("", unicodedata.normalize("NFKC", text)).split()))


def test_a_question_sheet_says_all_of_its_content_in_order(cache: Path) -> None:
    jobs = render_question_sheets(link(OWN), SETTINGS)
    files = typeset(jobs, cache).files
    assert len(jobs) > 2
    for job in jobs:
        sheet = json.loads(job.data)
        topic = f": {sheet['topic']}" if sheet["topic"] else ""
        wanted = [f"{sheet['site_name']} QUESTION SHEET Open questions{topic} AS OF {sheet['as_of']}"]
        wanted.append(f"AWAITING AN ANSWER {sheet['count']}")
        for shelf in sheet["shelves"]:
            wanted.append(shelf["heading"])
            for row in shelf["rows"]:
                wanted.append(f"{row['expected']} {row['status'].upper()} {words(row['ask'])}")
                wanted.append(f"Settled when: {words(row['settled_when'])}" if row["settled_when"] else "")
                wanted.append(words(row["brief"]))
        assert difference(bodies(files[job.path], sheet), compact(" ".join(wanted))) == ""


def test_a_book_says_every_brief_in_order(tmp_path: Path) -> None:
    """Its chapters one after the other, and then what they share."""
    job = render_book(link(OWN).briefs, link(OWN), SETTINGS)
    book = json.loads(job.data)
    file = tmp_path / "book.pdf"
    with contextlib.closing(Press()) as press:
        file.write_bytes(press.set(job))
    found = [compact(text) for text in pages(file)]
    count = len(found)
    for number in range(1, count):
        foot = compact(f"Edition {book['edition']} {book['short_url']} Page {number + 1} of {count}")
        assert found[number].endswith(foot)
        found[number] = found[number].removesuffix(foot)
        for head in [
            compact(words(one["running_title"] + book["running_title"])) for one in book["chapters"]
        ]:
            found[number] = found[number].removeprefix(head)
        for header in map(compact, _HEADERS):
            found[number] = found[number].removeprefix(header)
    text = "".join(found)
    place = 0
    for chapter in book["chapters"]:
        wanted = compact(" ".join(bound(chapter)))
        assert wanted in text[place:], chapter["title"]
        place = text.index(wanted, place) + len(wanted)
    assert all(compact(words(term["name"])) in text[place:] for term in book["terms"])
    assert compact(" ".join(sources(book["sources"]))) in text[place:]


def bound(chapter: dict[str, Any]) -> Iterator[str]:
    """A brief as it stands in a book."""
    yield words(chapter["title"])
    yield from facts(chapter)
    yield f"Bottom line {words(chapter['bottom_line'])}"
    yield from sections(chapter)
    yield f"Sources {chapter['sourcing_counts']} {words(chapter['sourcing'])}"
    yield quoting_nobody(chapter["marked"])
    yield "Sources" if len(chapter["cited"]) > 1 else "Source"
    yield f"{', '.join(map(str, chapter['cited']))} in the list at the end of the book."


@pytest.mark.parametrize("name", [brief.slug for brief in OWN.briefs])
def test_names_in_arabic_script_come_whole(name: str, cache: Path) -> None:
    """Where lines are read as they run, each name is there, letter by letter in its own order."""
    job = LEFT_TO_RIGHT[name]
    sheet = json.loads(job.data)
    text = logical(typeset([job], cache).files[job.path])
    named = [
        native["text"] for shelf in ("parties", "terms") for one in sheet[shelf] for native in one["native"]
    ]
    assert named and not [native for native in named if unicodedata.normalize("NFKC", native) not in text]
