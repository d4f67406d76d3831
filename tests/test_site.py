"""The published site as a whole: its addresses, its links, what it loads, and text that tries to be code."""

from __future__ import annotations

import functools
import re
import types
import typing
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import html5lib
import msgspec
import pytest
from browsing import (
    ROOT,
    SMALL_BRIEF,
    SMALL_CONFIG,
    Document,
    Project,
    copied_project,
    documents,
    read_script,
    small_project,
)

from backgrounder.evidence.marks import quoted
from backgrounder.hosts.mkdocs import read_project
from backgrounder.link import Linked
from backgrounder.link import link as follow
from backgrounder.markup import parse_line, parse_prose, plain_text
from backgrounder.model.brief import Brief, Event, Judgement, Position, Question, Record, Statement
from backgrounder.model.choices import Choice
from backgrounder.model.citation import Citation
from backgrounder.model.corpus import walk
from backgrounder.model.dates import Day, Edtf
from backgrounder.model.kinds import Field, TextKind
from backgrounder.model.registry import Registry
from backgrounder.pipeline import check

INDEX_PAGES = [
    "",
    "briefs/",
    "questions/",
    "stakeholders/",
    "timeline/",
    "topics/",
    "sources/",
    "glossary/",
    "changes/",
]
LINK_ATTRIBUTES = ("href", "src", "poster", "data", "action", "srcset")
HARMLESS_SCHEMES = ("http", "https", "mailto")


@pytest.fixture(scope="session")
def site(built_project: Project) -> dict[str, Document]:
    return documents(built_project.site)


@pytest.fixture(scope="session")
def linked() -> Linked:
    return follow(check(read_project(ROOT)).corpus)


# Addresses and links


def test_every_promised_address_exists(
    site: dict[str, Document], linked: Linked, built_project: Project
) -> None:
    registry = linked.registry
    promised = [
        *INDEX_PAGES,
        *(f"briefs/{brief.slug}/" for brief in linked.briefs),
        *(f"stakeholders/{key}/" for key in registry.stakeholders),
        *(f"topics/{key}/" for key in registry.topics),
        *(f"sources/{key}/" for key in registry.sources),
    ]
    assert [address for address in promised if address not in site] == []
    for brief in linked.briefs:
        handout = built_project.site / "briefs" / brief.slug / f"{brief.slug}.pdf"
        assert handout.read_bytes().startswith(b"%PDF-")


def test_every_link_leads_somewhere(site: dict[str, Document], built_project: Project) -> None:
    assert _broken_links(site, built_project) == []


def test_every_search_result_leads_somewhere(site: dict[str, Document], built_project: Project) -> None:
    entries = list(_search_entries(built_project))
    assert len(entries) > len(site) // 2
    for address, anchor in entries:
        assert address in site
        assert not anchor or anchor in site[address].ids(), f"{address}#{anchor}"


def test_ids_are_unique_in_each_page(site: dict[str, Document]) -> None:
    for document in site.values():
        repeated = [name for name, count in Counter(document.ids()).items() if count > 1]
        assert repeated == [], document.address


def test_stylesheets_name_files_that_exist(built_project: Project) -> None:
    for file in built_project.site.rglob("*.css"):
        for address in re.findall(r"url\(\s*[\"']?([^\"')]+)", file.read_text(encoding="utf-8")):
            if not address.startswith("data:"):
                assert (file.parent / urlsplit(address).path).is_file(), f"{file.name}: {address}"


# What pages load and run


def test_pages_load_nothing_from_another_host(site: dict[str, Document]) -> None:
    for document in site.values():
        for element in document.elements():
            if element.tag == "a" or element.get("rel") == "canonical":
                continue
            for name in LINK_ATTRIBUTES:
                link = element.get(name, "")
                assert not urlsplit(link).netloc, f"{document.address}: <{element.tag} {name}={link!r}>"


def test_stylesheets_load_nothing_from_another_host(built_project: Project) -> None:
    for file in built_project.site.rglob("*.css"):
        text = file.read_text(encoding="utf-8")
        assert not re.search(r"@import", text), file.name
        assert not re.search(r"url\(\s*[\"']?(?:[a-z]+:)?//", text), file.name


def test_pages_hold_no_inline_style_and_no_inline_handler(site: dict[str, Document]) -> None:
    for document in site.values():
        for element in document.elements():
            inline = [name for name in element.attrib if name == "style" or name.startswith("on")]
            assert inline == [], f"{document.address}: <{element.tag}>"


def test_content_is_valid_html(site: dict[str, Document]) -> None:
    for document in site.values():
        parser = html5lib.HTMLParser()
        parser.parseFragment(document.article())
        assert parser.errors == [], document.address


def test_pages_name_their_language_and_one_heading(site: dict[str, Document]) -> None:
    for document in site.values():
        assert document.root.get("lang") == "en", document.address
        assert len(document.root.findall(".//h1")) == 1, document.address


def test_output_names_no_folder_of_the_machine(built_project: Project) -> None:
    for name, content in built_project.published().items():
        for folder in (built_project.folder, ROOT, Path.home()):
            assert len(folder.parts) < 3 or str(folder).encode() not in content, name


# The chain from a statement to its source and back


def test_every_addressable_record_has_its_anchor(site: dict[str, Document], linked: Linked) -> None:
    kinds = (Statement, Event, Position, Question, Judgement)
    for brief in linked.briefs:
        ids = site[f"briefs/{brief.slug}/"].ids()
        for path, record in walk(brief):
            if isinstance(record, kinds):
                assert linked.anchors[brief.slug][path] in ids, (brief.slug, path)


def test_every_citation_leads_to_a_place_that_leads_back(site: dict[str, Document], linked: Linked) -> None:
    for brief in linked.briefs:
        document = site[f"briefs/{brief.slug}/"]
        citations = [
            element
            for element in document.elements()
            if element.get("class") == "bg-cite" and element.tag == "a"
        ]
        assert len(citations) == sum(len(getattr(record, "cite", ())) for _, record in walk(brief))
        for citation in citations:
            address, fragment = document.resolve(citation.get("href"))
            statement = _anchor_around(document, citation)
            source = site[address]
            place = source.by_id(fragment) if fragment else source.root
            ways_back = [source.resolve(link.get("href")) for link in place.iter("a")]
            assert (document.address, statement) in ways_back, (brief.slug, statement, address, fragment)


def test_a_stakeholder_page_lists_everything_said_by_and_about_it(
    site: dict[str, Document], linked: Linked
) -> None:
    for brief in linked.briefs:
        for path, record in walk(brief):
            for who in _named_in(record):
                document = site[f"stakeholders/{who}/"]
                links = {
                    document.resolve(link.get("href")) for link in document.root.iter("a") if link.get("href")
                }
                wanted = (f"briefs/{brief.slug}/", linked.anchors[brief.slug][path])
                assert wanted in links, (who, brief.slug, path)


# States of a brief, and small corpora


def test_a_draft_leaves_no_trace(tmp_path: Path) -> None:
    draft = {**SMALL_BRIEF, "status": "draft", "title": "Zeppelin landing"}
    published = {**SMALL_BRIEF, "related": ["secret-draft"]}
    project = small_project(tmp_path, {"briefs/secret-draft.yaml": draft, "briefs/talks.yaml": published})
    project.build()
    for name, content in project.published().items():
        assert "secret-draft" not in name
        assert b"Zeppelin" not in content, name
        assert b"secret-draft" not in content, name


def test_archived_and_overdue_briefs_say_so(tmp_path: Path) -> None:
    archived = {**SMALL_BRIEF, "status": "archived", "review_by": "2021-07-25"}
    due = {**SMALL_BRIEF, "review_by": "2021-07-25"}
    project = small_project(tmp_path, {"briefs/old.yaml": archived, "briefs/due.yaml": due})
    project.build("--no-handouts", "--today", "2021-07-26")
    pages = {address: document.text() for address, document in documents(project.site).items()}
    assert "This brief is kept for the record and no longer reviewed." in pages["briefs/old/"]
    assert "Due for review" not in pages["briefs/old/"]
    assert "This brief was to be reviewed by 25 July 2021." in pages["briefs/due/"]
    assert "Due for review" not in pages["briefs/talks/"]
    assert pages["briefs/"].count("due for review") == 1
    assert pages["briefs/"].count("archived") == 1


@pytest.mark.parametrize(
    ("value", "label"), [("amber+strict", "TLP:AMBER+STRICT"), ("clear", "TLP:CLEAR"), ("", "")]
)
def test_a_handling_marking_is_shown_with_its_meaning(value: str, label: str, tmp_path: Path) -> None:
    marked = {"handling": value} if value else {}
    ceiling = {**SMALL_CONFIG, "plugins": ["search", {"backgrounder": {"handling": value or "clear"}}]}
    project = small_project(tmp_path, {"mkdocs.yml": ceiling, "briefs/talks.yaml": {**SMALL_BRIEF, **marked}})
    project.build("--no-handouts")
    (page,) = (project.site / "briefs").glob("*/index.html")
    shown = re.findall(r"TLP:[A-Z+]+</strong> [a-z]+", page.read_text(encoding="utf-8"))
    assert [words.split("<")[0] for words in shown] == ([label] if label else [])


def test_an_empty_corpus_builds(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.write("mkdocs.yml", SMALL_CONFIG)
    project.write("docs/about.md", "# About\n")
    (tmp_path / "briefs").mkdir()
    project.build()
    site = documents(project.site)
    assert [address for address in INDEX_PAGES if address not in site] == []
    assert _broken_links(site, project) == []


def test_a_hand_written_page_at_a_generated_address_is_named(tmp_path: Path) -> None:
    project = small_project(tmp_path, {"docs/questions/index.md": "# My questions\n"})
    done = project.run("build")
    assert done.returncode in (1, 2)
    assert "docs/questions/index.md has the address of a page made from the briefs" in done.stderr
    assert "Traceback" not in done.stderr
    assert not project.site.exists()


# The same bytes


@pytest.mark.parametrize(
    "circumstances",
    [
        {"env": {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "1"}},
        {"env": {"LC_ALL": "C", "PYTHONHASHSEED": "2"}, "umask": 0o077},
        {"env": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}},
    ],
    ids=["time-zone", "locale-and-umask", "ascii-locale"],
)
def test_circumstances_change_no_byte(
    tmp_path: Path, built_project: Project, circumstances: dict[str, Any]
) -> None:
    again = copied_project(tmp_path / "another folder")
    again.build(**circumstances)
    assert _differences(built_project.published(), again.published()) == []


def test_a_second_build_changes_no_byte(tmp_path: Path) -> None:
    project = small_project(tmp_path)
    project.build()
    first = project.published()
    project.build()
    assert _differences(first, project.published()) == []


# Text that tries to be code

PAYLOADS = (
    "<script>window.__fired=1</script>",
    "<img src=x onerror=window.__fired=1>",
    '"><svg onload=window.__fired=1>',
    "'><svg/onload=window.__fired=1>",
    "[click](javascript:window.__fired=1)",
    "[click](data:text/html,<script>window.__fired=1</script>)",
    "<a href='javascript:window.__fired=1'>click</a>",
    "javascript:window.__fired=1",
    "{{7*7}}{% raw %}${7+7}#{7+7}<%= 7+7 %>",
    "]]><script>window.__fired=1</script>",
    "</textarea></title></style></script><script>window.__fired=1</script>",
    "<!--><script>window.__fired=1</script>-->",
    "&lt;script&gt;window.__fired=1&lt;/script&gt;",
    "<iframe srcdoc='<script>parent.__fired=1</script>'></iframe>",
    "</article></main><base href=//evil.example/>",
    '" autofocus onfocus="window.__fired=1',
)


class Placed(typing.NamedTuple):
    """A text field filled with a payload."""

    page: str
    field: str
    shown: str
    """The words that the page must show."""


def hostile_files(payloads: tuple[str, ...] = PAYLOADS) -> tuple[dict[str, dict[str, Any]], list[Placed]]:
    """A corpus in which every text field of the model holds each payload, and where each one went."""
    files: dict[str, dict[str, Any]] = {}
    placed: list[Placed] = []
    registry: dict[str, dict[str, Any]] = {kind.name: {} for kind in msgspec.structs.fields(Registry)}
    for number, payload in enumerate(payloads):
        name = f"hostile-{number}"
        filling = _Filling(name, payload)
        files[f"briefs/{name}.yaml"] = filling.record(Brief, f"briefs/{name}/")
        for kind, hint in typing.get_type_hints(Registry).items():
            page = "glossary/" if kind == "glossary" else f"{kind}/{name}/"
            registry[kind][name] = filling.record(typing.get_args(hint)[1], page)
            if kind == "topics":  # they cite nothing that could bear out what stands in quotation marks
                registry[kind][name]["marked"] += _explained(registry[kind][name])
        placed += filling.placed
    files["briefs/registry/all.yaml"] = registry
    return files, placed


def _explained(record: dict[str, Any]) -> list[dict[str, str]]:
    """What stands in quotation marks in a record, each explained as a term."""
    texts = [record["name"], record["about"], *(term["reason"] for term in record["marked"])]
    return [
        {"words": text[start:end], "reason": "A payload."} for text in texts for start, end in quoted(text)
    ]


class _Filling:
    """Fills every field that the model has, so that a field added later is tested from then on."""

    def __init__(self, name: str, payload: str) -> None:
        self.placed: list[Placed] = []
        self._name = name
        self._payload = payload
        self._ids = 0

    def record(self, record_type: type[Record], page: str) -> dict[str, Any]:
        hints = typing.get_type_hints(record_type, include_extras=True)
        unwritten = ("slug", "related", "part_of", "allow")
        return {field: self._value(hints[field], field, page) for field in hints if field not in unwritten}

    def _value(self, hint: Any, field: str, page: str) -> Any:
        hint, *marks = typing.get_args(hint) if typing.get_origin(hint) is typing.Annotated else (hint,)
        arguments = [argument for argument in typing.get_args(hint) if argument is not type(None)]
        if typing.get_origin(hint) is tuple:
            is_union = typing.get_origin(arguments[0]) in (typing.Union, types.UnionType)
            members = typing.get_args(arguments[0]) if is_union else arguments[:1]
            return [self._value(member, field, page) for member in members]
        if arguments:
            return self._value(arguments[-1], field, page)
        if hint is str:
            return self._text(marks[0], field, page)
        if isinstance(hint, type) and issubclass(hint, Record):
            return self.record(hint, page)
        return self._scalar(hint, field)

    def _text(self, rule: Field, field: str, page: str) -> str:
        if rule.kind is TextKind.ID:
            self._ids += 0 if rule.refers_to else 1
            return self._name if rule.refers_to else f"{self._name}-{self._ids}"
        if rule.kind is TextKind.LANGUAGE:
            return "en"
        if rule.kind is TextKind.URL:
            return """https://desk.example/"><script>window.__fired=1</script>"""
        text = f"zq{len(self.placed)}{self._name.replace('-', '')} {self._payload}"
        nodes = {TextKind.PLAIN: None, TextKind.LINE: parse_line, TextKind.PROSE: parse_prose}[rule.kind]
        shown = plain_text(nodes(text)) if nodes else text
        self.placed.append(Placed(page, field, " ".join(shown.split())))
        return text

    def _scalar(self, hint: Any, field: str) -> Any:
        if issubclass(hint, Choice):
            return "published" if field == "status" and "published" in list(hint) else next(iter(hint)).value
        scalars = {Citation: f"{self._name}#p1", Day: "2021-07-23", Edtf: "2021-07-23", int: 2, bool: False}
        return scalars[hint]


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> tuple[Project, list[Placed]]:
    files, placed = hostile_files()
    project = small_project(tmp_path_factory.mktemp("hostile"), files)
    project.build("--no-handouts")
    return project, placed


@pytest.fixture(scope="module")
def hostile_site(hostile: tuple[Project, list[Placed]]) -> dict[str, Document]:
    return documents(hostile[0].site)


def test_hostile_text_is_shown_as_text(
    hostile: tuple[Project, list[Placed]], hostile_site: dict[str, Document]
) -> None:
    texts = functools.cache(lambda page: hostile_site[page].text())
    missing = [place for place in hostile[1] if place.shown not in texts(place.page)]
    assert missing == []


def test_hostile_text_makes_no_element(
    hostile_site: dict[str, Document], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Element for element, the pages are those of a corpus that says harmless words in the same places."""
    files, _ = hostile_files(("harmless words",) * len(PAYLOADS))
    harmless = small_project(tmp_path_factory.mktemp("harmless"), files)
    harmless.build("--no-handouts")
    expected = documents(harmless.site)
    assert hostile_site.keys() == expected.keys()
    for address, document in hostile_site.items():
        assert _shapes(document) == _shapes(expected[address]), address


def test_hostile_links_lead_to_harmless_schemes(hostile_site: dict[str, Document]) -> None:
    for document in hostile_site.values():
        for link in _all_links(document):
            parts = urlsplit(link)
            assert parts.scheme in (*HARMLESS_SCHEMES, ""), f"{document.address}: {link}"
            assert parts.netloc != "evil.example"


def test_hostile_content_is_valid_html(hostile_site: dict[str, Document]) -> None:
    test_content_is_valid_html(hostile_site)
    test_ids_are_unique_in_each_page(hostile_site)


# Helpers


def _links(document: Document) -> Iterator[str]:
    """Links of a page into its own site."""
    for link in _all_links(document):
        parts = urlsplit(link)
        if not parts.scheme and not parts.netloc:
            yield link


def _all_links(document: Document) -> Iterator[str]:
    for element in document.elements():
        for name in LINK_ATTRIBUTES:
            if element.get(name) is not None:
                yield element.get(name)


def _broken_links(site: dict[str, Document], project: Project) -> list[str]:
    files = project.published()
    ids = {address: set(document.ids()) for address, document in site.items()}
    return [
        f"{document.address or '/'}: {link}"
        for document in site.values()
        for link in _links(document)
        if not _leads_somewhere(*document.resolve(link), ids, files)
    ]


def _leads_somewhere(address: str, fragment: str, ids: dict[str, set[str]], files: dict[str, bytes]) -> bool:
    if address in ids:
        return not fragment or fragment in ids[address]
    return address in files and not fragment


def _search_entries(project: Project) -> Iterator[tuple[str, str]]:
    """The address and the anchor of every part of a page that search can show."""
    for file in sorted((project.site / "search/pages").iterdir()):
        page = read_script(file.read_text(encoding="utf-8"))
        yield from ((page["address"], anchor) for anchor, _, _ in page["sections"])


def _anchor_around(document: Document, element: Any) -> str:
    while not element.get("id"):
        element = document.parents[element]
    return element.get("id")


def _named_in(record: Record) -> set[str]:
    """The stakeholders that speak, act or stand in a record that has an anchor of its own."""
    quote = getattr(record, "quote", None)
    named = {getattr(record, "who", None), *getattr(record, "actors", ()), quote.by if quote else None}
    return named - {None}


def _shapes(document: Document) -> list[tuple[str, frozenset[str]]]:
    return [(element.tag, frozenset(element.attrib)) for element in document.elements()]


def _differences(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))
