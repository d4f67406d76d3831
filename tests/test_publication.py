"""What is not published is in no file of a site: looked for byte by byte, with words that stand nowhere else.

Beside a public brief stand a draft, a brief that waits for its day, and a draft above the site's ceiling. Each has
a record of its own of every kind in the registry, and every text of all of them holds a word that is used once.
"""

from __future__ import annotations

import copy
import gzip
import html
import itertools
import json
import re
import shutil
import subprocess
import typing
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import msgspec
import pytest
from browsing import SMALL_BRIEF, SMALL_CONFIG, Project, run_python, small_project
from desk import build_here, settings_of
from vouching import vouch

from backgrounder import pipeline
from backgrounder.hosts.mkdocs.own_links import own_path
from backgrounder.link import reached
from backgrounder.model.brief import (
    Brief,
    Event,
    Involvement,
    Position,
    Question,
    Quotation,
    Record,
    Statement,
    StatementGroup,
)
from backgrounder.model.choices import BriefStatus, Handling, QuestionStatus, SourceKind, StakeholderKind
from backgrounder.model.citation import Citation
from backgrounder.model.clock import standing
from backgrounder.model.corpus import walk
from backgrounder.model.dates import Day, parse_edtf
from backgrounder.model.kinds import Field, TextKind
from backgrounder.model.placeholders import may_be_placeholders, may_hold_placeholders, placeholder_start
from backgrounder.model.registry import Registry, Source, Stakeholder, Term, Topic
from backgrounder.model.texts import own_texts

TODAY = "2021-07-24"
CONFIG: dict[str, Any] = {
    "site_name": "Small Desk",
    "site_url": "https://desk.example/",
    "theme": {"name": "material", "font": False},
    "extra": {"generator": False},
    "plugins": ["search", {"backgrounder": {"today": TODAY, "handouts": False}}],
}
LETTERS = "bcdfghjklmnpqrstvwxz"
ARABIC = "ضصثقغعخحجدطظذزش"
HIDDEN = ("draft", "later", "secret")
"""The briefs that readers do not see."""


class Canaries:
    """Words that stand nowhere else, made one after the other for one brief and what it uses."""

    def __init__(self, name: str) -> None:
        self.start = f"zyq{LETTERS[len(name)]}{name[0]}"
        self._pairs = itertools.product(LETTERS, repeat=2)
        self.words: list[str] = []

    def word(self) -> str:
        """The next word."""
        return self._kept(self.start + "".join(next(self._pairs)))

    def capital(self) -> str:
        """The next word, as a name is written."""
        return self.word().capitalize()

    def foreign(self) -> str:
        """The next word, in Arabic letters."""
        pair = "".join(next(self._pairs))
        return self._kept("".join(ARABIC[ord(letter) % len(ARABIC)] for letter in f"{self.start}{pair}"))

    def _kept(self, word: str) -> str:
        self.words.append(word)
        return word


def registry_of(name: str, words: Canaries) -> dict[str, dict[str, Any]]:
    """A record of every kind, and those that only these lead to."""
    body, person, told = f"{words.word()}-body", f"{words.word()}-person", f"{words.word()}-told"
    of_body, of_term = f"{words.word()}-of-body", f"{words.word()}-of-term"
    named = f"{words.word()}-named"

    def source(title: str) -> dict[str, Any]:
        return {
            "title": title,
            "kind": "article",
            "publisher": f"Paper {words.capital()}",
            "author": f"Author {words.capital()}",
            "dateline": words.capital(),
            "published": "2021-07-20",
            "dated_by": f"By its {words.word()}.",
            "url": f"https://paper.example/{words.word()}",
            "origin": "wire",
            "origin_id": words.word(),
            "reliability": "B",
            "graded_by": f"Known for its {words.word()}.",
            "paragraphs": 2,
            "describes": f"It tells of {words.word()}.",
        }

    def stakeholder(kind: str, **more: Any) -> dict[str, Any]:
        return {
            "name": f"{words.capital()} {words.capital()}",
            "kind": kind,
            "about": f"Known for {words.word()}.",
            "names": [{"text": words.foreign(), "lang": "ar"}],
            "aliases": [words.capital(), words.foreign()],
            **more,
        }

    return {
        "stakeholders": {
            body: stakeholder("organisation", cite=[of_body]),
            person: stakeholder("person", part_of=[body]),
            named: stakeholder("person"),
        },
        "sources": {
            told: source(f"Headline {words.word()}"),
            of_body: source(f"Headline {words.word()}"),
            of_term: source(f"Headline {words.word()}"),
        },
        "topics": {f"{words.word()}-topic": {"name": words.capital(), "about": f"All of {words.word()}."}},
        "glossary": {
            f"{words.word()}-term": {
                "name": words.word(),
                "definition": f"A kind of {words.word()}.",
                "names": [{"text": words.foreign(), "lang": "ar"}],
                "aliases": [words.word()],
                "cite": [of_term],
            }
        },
    }


def brief_of(name: str, words: Canaries, registry: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """A brief that fills every field of the model."""
    body, person, named = registry["stakeholders"]
    told, of_body, _ = registry["sources"]

    def statement(cite: str = told, **more: Any) -> dict[str, Any]:
        return {"text": f"It is known that {words.word()} came.", "cite": f"{cite}#p1", **more}

    def quotation() -> dict[str, Any]:
        return {
            "words": f"we {words.word()} in peace",
            "by": person,
            "attributed": f"The paper names {words.word()}.",
            "context": f"Said of {words.word()}.",
        }

    return {
        "title": f"Matters of {words.word()}",
        "status": "published",
        "as_of": "2021-07-23",
        "review_by": "2021-07-30",
        "topics": [*registry["topics"]],
        "terms": [*registry["glossary"]],
        "named": [named],
        "bottom_line": f"It matters that {words.word()} came.",
        "key_points": [
            statement(
                quote=quotation(),
                note=f"A doubt of {words.word()}.",
                computed=f"By {words.word()}.",
                id=words.word(),
            )
        ],
        "background": [
            {"heading": f"On {words.word()}", "statements": [statement(of_body)]},
            statement(),
        ],
        "stakeholders": [
            {
                "who": person,
                "role": f"Brings {words.word()}.",
                "position": f"Wants {words.word()}.",
                "interest": f"Gains {words.word()}.",
                "quote": quotation(),
                "cite": f"{told}#p1",
                "computed": f"By {words.word()}.",
            }
        ],
        "timeline": [
            {
                "date": "2021-07-20",
                "text": f"Somebody brought {words.word()}.",
                "actors": [body],
                "cite": f"{told}#p1",
                "note": f"Dated by {words.word()}.",
                "computed": f"By {words.word()}.",
                "id": words.word(),
            },
        ],
        "questions": [
            {
                "id": words.word(),
                "ask": f"Will {words.word()} come?",
                "status": "answered",
                "why": f"It matters to {words.word()}.",
                "known": [statement()],
                "unknown": f"Whether {words.word()} is there.",
                "resolves_when": f"When {words.word()} is seen.",
                "expected": "2021-08/..",
                "watch": [f"Signs of {words.word()}."],
                "positions": [
                    {
                        "who": person,
                        "text": f"It wants {words.word()}.",
                        "quote": quotation(),
                        "cite": f"{told}#p1",
                        "computed": f"By {words.word()}.",
                    }
                ],
                "answer": statement(),
                "log": [
                    {
                        "date": "2021-07-21",
                        "status": "answered",
                        "text": f"Heard of {words.word()}.",
                        "cite": f"{told}#p2",
                    }
                ],
            },
            {
                "id": words.word(),
                "ask": f"Is {words.word()} there?",
                "status": "open",
                "why": f"It matters to {words.word()}.",
                "resolves_when": f"When {words.word()} is seen.",
            },
        ],
        "judgements": [
            {
                "text": f"It is likely that {words.word()} comes.",
                "likelihood": "likely",
                "confidence": "low",
                "because": f"Because of {words.word()}.",
                "cite": f"{told}#p1",
                "id": words.word(),
            }
        ],
        "sourcing": f"A paper that knows {words.word()}.",
        "changes": [{"date": "2021-07-22", "text": f"It now has {words.word()}."}],
    }


class Desk:
    """A project with a public brief and hidden ones, and the words by which each is known."""

    def __init__(self, folder: Path, handouts: bool = False) -> None:
        self.project = Project(folder)
        self.words = {name: Canaries(name) for name in ("open", *HIDDEN)}
        self.slugs = {name: f"{words.word()}-brief" for name, words in self.words.items()}
        self.registry: dict[str, dict[str, Any]] = {}
        self.briefs: dict[str, dict[str, Any]] = {}
        for name, words in self.words.items():
            own = registry_of(name, words)
            for shelf, records in own.items():
                self.registry.setdefault(shelf, {}).update(records)
            self.briefs[name] = brief_of(name, words, own)
        self._entangle()
        config = copy.deepcopy(CONFIG)
        config["plugins"][1]["backgrounder"]["handouts"] = handouts
        self.project.write("mkdocs.yml", config)
        self.project.write("docs/about.md", "# About\n")
        for shelf, records in self.registry.items():
            self.project.write(f"briefs/registry/{shelf}.yaml", {shelf: records})
        for name in self.briefs:
            self.write(name)
        vouch(folder)

    def _entangle(self) -> None:
        """Hides the hidden briefs, each in its way, and has public texts lead to what only they use."""
        self.briefs["draft"].update(status="draft", related=[self.slugs["open"]])
        self.briefs["later"].update(publish_on="2021-07-25")
        self.briefs["secret"].update(status="draft", handling="red")
        self.briefs["open"]["related"] = [self.slugs[name] for name in HIDDEN]
        draft_body, open_body = (self._first("stakeholders", name) for name in ("draft", "open"))
        self.registry["stakeholders"][draft_body]["aliases"].append("Bela Quint")
        self.briefs["open"]["background"][1]["text"] += " Bela Quint was there."
        # A hidden member of a public body, and hidden records that cite a public source.
        self.registry["stakeholders"][draft_body]["part_of"] = [open_body]
        cited = self._first("sources", "open")
        for shelf in ("stakeholders", "glossary"):
            for name in HIDDEN:
                self.registry[shelf][self._first(shelf, name)]["cite"].append(cited)

    def _first(self, shelf: str, name: str) -> str:
        """The first record of a kind that belongs to a brief."""
        return next(one for one in self.registry[shelf] if one.startswith(self.words[name].start))

    def write(self, name: str, **changed: Any) -> None:
        """Writes a brief with some fields changed; None takes a field out."""
        brief = {**self.briefs[name], **changed}
        ordered = {field: brief[field] for field in Brief.__struct_fields__ if brief.get(field) is not None}
        self.project.write(f"briefs/{self.slugs[name]}.yaml", ordered)

    def build(self, today: str = TODAY) -> None:
        """A build in this process that must work."""
        built = build_here(self.project, today)
        assert built.is_published, [str(item) for item in built.checked.diagnostics]

    def from_nothing(self) -> dict[str, bytes]:
        """The site that a build gives which has nothing to take over."""
        folder = self.project.folder.with_name("bare")
        shutil.rmtree(folder, ignore_errors=True)
        ignore = shutil.ignore_patterns("site", ".backgrounder")
        bare = Project(shutil.copytree(self.project.folder, folder, ignore=ignore))
        assert build_here(bare, TODAY).is_published
        return bare.published()

    def expected(self, name: str) -> set[str]:
        """The words of a brief that a site must hold if it is public."""
        quotations = [part for part in _mappings(self.briefs[name]) if "words" in part]
        reasons = json.dumps([[part["attributed"], part["context"]] for part in quotations])
        return {word for word in self.words[name].words if word not in reasons}

    def leaked(self, *names: str) -> dict[str, set[str]]:
        """The words of these briefs that any file of the site holds, by file."""
        words = {word for name in names for word in self.words[name].words}
        found = {
            file: set(filter(text.__contains__, words)) for file, text in readable(self.project.site).items()
        }
        return {file: words for file, words in found.items() if words}


def _mappings(value: Any) -> Iterator[dict[str, Any]]:
    """Every mapping within a value."""
    if isinstance(value, dict):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _mappings(inner)


def readable(site: Path) -> dict[str, str]:
    """All that can be read in a site, its file names included: unpacked, decoded, and without escapes."""
    return {
        file.relative_to(site).as_posix(): f"{file.relative_to(site)} {_read(file)}".casefold()
        for file in sorted(site.rglob("*"))
        if file.is_file()
    }


def _read(file: Path) -> str:
    data = file.read_bytes()
    if file.suffix == ".pdf":
        text = _output("pdftotext", "-enc", "UTF-8", str(file), "-") + _output("pdfinfo", "-meta", str(file))
        folded = unicodedata.normalize("NFKC", text.replace("-\n", ""))
        return f"{folded} {folded[::-1]} {data.decode('latin-1')}"
    text = (gzip.decompress(data) if file.suffix == ".gz" else data).decode("utf-8", "replace")
    decoded = re.sub(r"\\u([0-9a-fA-F]{4})", lambda found: chr(int(found[1], 16)), text)
    return " ".join((text, html.unescape(text), unquote(text), decoded))


def _output(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    desk = Desk(tmp_path_factory.mktemp("publication") / "desk")
    desk.build()
    return desk


@pytest.fixture
def desk(built: Desk, tmp_path: Path) -> Desk:
    """Has been built once, with all that a build keeps."""
    own = copy.copy(built)
    own.project = Project(shutil.copytree(built.project.folder, tmp_path / "desk"))
    return own


# Nothing of what is hidden


def test_what_readers_do_not_see_is_in_no_file(built: Desk) -> None:
    assert built.leaked(*HIDDEN) == {}


def test_what_they_see_is_there(built: Desk) -> None:
    """The same words of a public brief are found, those in search too; so the search for the others can find them."""
    found = built.leaked("open")
    assert set().union(*found.values()) >= built.expected("open")
    assert any(file.startswith("search/") for file in found)


def test_nor_is_it_in_what_is_printed(tmp_path: Path, needs: Callable[[str], str]) -> None:
    needs("pdftotext"), needs("pdfinfo")
    desk = Desk(tmp_path / "desk", handouts=True)
    desk.build()
    assert desk.leaked(*HIDDEN) == {}
    printed = {file for file in desk.leaked("open") if file.endswith(".pdf")}
    assert len(printed) == 3  # the handout, and the sheet of questions of all briefs and of the topic
    shutil.rmtree(desk.project.site)
    desk.write("later", publish_on=None)
    desk.build()
    assert "briefs/all-briefs.pdf" in {file for file in desk.leaked("later") if file.endswith(".pdf")}


def _mkdocs(project: Project, *options: str) -> subprocess.CompletedProcess[str]:
    return run_python("-m", "mkdocs", "build", *options, cwd=project.folder)


def test_nor_where_mkdocs_makes_the_site(desk: Desk) -> None:
    shutil.rmtree(desk.project.site)
    done = _mkdocs(desk.project, "--quiet")
    assert done.returncode == 0, done.stderr
    assert set().union(*desk.leaked("open").values()) >= desk.expected("open")
    assert desk.leaked(*HIDDEN) == {}


def test_nor_in_what_mkdocs_prints(tmp_path: Path, needs: Callable[[str], str]) -> None:
    needs("pdftotext"), needs("pdfinfo")
    desk = Desk(tmp_path / "desk", handouts=True)
    done = _mkdocs(desk.project, "--quiet")
    assert done.returncode == 0, done.stderr
    assert [file for file in desk.leaked("open") if file.endswith(".pdf")]
    assert desk.leaked(*HIDDEN) == {}


def _spoil(desk: Desk, name: str) -> str:
    """Gives a brief a problem that is told with the line of it; returns a word of its own in that."""
    word = desk.words[name].words[-1]
    statement = desk.briefs[name]["background"][1]
    spoilt = {**statement, "text": f"Yesterday {word} came."}
    desk.write(name, background=[desk.briefs[name]["background"][0], spoilt])
    return word


@pytest.mark.parametrize(("weight", "level"), [("warning", "WARNING"), ("advice", "INFO ")])
@pytest.mark.parametrize("name", HIDDEN)
def test_what_is_wrong_with_them_is_told_in_the_console_alone(
    desk: Desk, name: str, weight: str, level: str
) -> None:
    """Problems are shown with the lines of the brief; only a preview has them on its pages."""
    word = _spoil(desk, name)
    config = copy.deepcopy(CONFIG)
    config["plugins"][1]["backgrounder"]["checks"] = {"relative-date": weight}
    desk.project.write("mkdocs.yml", config)
    done = _mkdocs(desk.project)
    assert done.returncode == 0, done.stderr
    assert desk.leaked("open") and desk.leaked(*HIDDEN) == {}
    assert "bg-problems" not in (desk.project.site / "index.html").read_text(encoding="utf-8")
    told = [
        part for part in re.split(r"^(?=WARNING|INFO)", done.stderr, flags=re.M) if "relative-date" in part
    ]
    assert len(told) == 1 and told[0].startswith(level) and word in told[0]


def test_mkdocs_strict_lets_no_warning_pass(desk: Desk) -> None:
    _spoil(desk, "draft")
    before = desk.project.published()
    done = _mkdocs(desk.project, "--strict")
    assert done.returncode == 1
    assert "the briefs have problems; nothing was published" in done.stderr
    assert desk.project.published() == before


def test_mkdocs_publishes_nothing_with_an_error(desk: Desk) -> None:
    point = copy.deepcopy(desk.briefs["open"]["key_points"][0])
    point["quote"]["words"] = "we shall never come"
    desk.write("open", key_points=[point])
    before = desk.project.published()
    done = _mkdocs(desk.project)
    assert done.returncode == 1
    assert "nothing was published" in done.stderr and "-quotation]" in done.stderr
    assert desk.project.published() == before


@pytest.mark.parametrize("link", ["/briefs/{}/", "https://desk.example/briefs/{}/#top", "/briefs/{}"])
@pytest.mark.parametrize("way", ["backgrounder", "mkdocs"])
def test_a_whole_address_of_a_draft_is_a_dead_link(desk: Desk, link: str, way: str) -> None:
    """A relative link is one already."""
    build = ("-m", way, "build", *(["--strict"] if way == "mkdocs" else []))

    def built(name: str) -> subprocess.CompletedProcess[str]:
        desk.project.write("docs/about.md", f"# About\n\n[A brief]({link.format(desk.slugs[name])}).\n")
        return run_python(*build, cwd=desk.project.folder)

    assert built("open").returncode == 0
    done = built("draft")
    assert done.returncode == 1
    assert (
        f"contains a link '{link.format(desk.slugs['draft'])}', but the site has no such page" in done.stderr
    )


@pytest.mark.parametrize(
    ("link", "site", "path"),
    [
        ("/briefs/one/", "", "briefs/one/"),
        ("/desk/briefs/one/?a=1#b", "https://a.example/desk/", "briefs/one/"),
        ("/briefs/one/", "https://a.example/desk/", ""),
        ("https://A.example/desk/briefs/caf%C3%A9/", "https://a.example/desk", "briefs/café/"),
        ("//a.example/briefs/one/", "https://a.example/", "briefs/one/"),
        ("https://b.example/briefs/one/", "https://a.example/", ""),
        ("briefs/one/", "https://a.example/", ""),
        ("mailto:/briefs/one/", "", ""),
        ("https://[a/briefs/one/", "https://a.example/", ""),
    ],
)
def test_a_link_by_a_whole_address_is_known(link: str, site: str, path: str) -> None:
    assert own_path(link, site) == path


@pytest.mark.parametrize("name", HIDDEN)
def test_what_is_hidden_again_is_gone(desk: Desk, name: str) -> None:
    """Pages, lists and search of a warm build are those of a build from nothing."""
    before = desk.project.published()
    desk.write(name, status="published", publish_on=None, handling=None)
    desk.build()
    assert set().union(*desk.leaked(name).values()) >= desk.expected(name)
    assert desk.leaked(*(set(HIDDEN) - {name})) == {}
    assert desk.project.published() == desk.from_nothing()
    desk.write(name)
    desk.build()
    assert desk.leaked(*HIDDEN) == {}
    assert desk.project.published() == before


def test_a_record_is_gone_when_no_public_brief_uses_it_any_more(desk: Desk) -> None:
    """It was shown on the page of a source that others cite too, and that page must follow."""
    term = desk._first("glossary", "later")
    desk.write("open", terms=[*desk.briefs["open"]["terms"], term])
    desk.build()
    assert desk.leaked("later")
    assert desk.project.published() == desk.from_nothing()
    desk.write("open")
    desk.build()
    assert desk.leaked(*HIDDEN) == {}


def test_the_day_of_publication_brings_the_brief(desk: Desk) -> None:
    desk.build("2021-07-25")
    assert set().union(*desk.leaked("later").values()) >= desk.expected("later")
    assert desk.leaked("draft", "secret") == {}
    desk.build("2021-07-24")
    assert desk.leaked(*HIDDEN) == {}


def test_a_preview_shows_all_but_what_no_brief_uses(desk: Desk) -> None:
    desk.project.write("briefs/registry/more.yaml", {"topics": {"zyqunused": {"name": "Zyqunused"}}})
    settings = settings_of(desk.project, with_drafts=True)
    pages = pipeline.plan(pipeline.check(settings), settings).site.pages
    text = " ".join(f"{page.address} {page.html}" for page in pages).casefold()
    assert all(slug in text for slug in desk.slugs.values())
    assert "zyqunused" not in text
    scheduled = next(page for page in pages if desk.slugs["later"] in page.address)
    assert "Readers do not see this brief before 25 July 2021." in scheduled.html
    assert scheduled.status == "scheduled"


@pytest.mark.parametrize("changed", [{"publish_on": "2021-08-01"}, {"handling": "amber"}])
def test_lists_follow_what_decides_who_sees_a_brief(desk: Desk, changed: dict[str, str]) -> None:
    settings = settings_of(desk.project, with_drafts=True, handling=Handling.RED)

    def lists() -> dict[str, tuple[bytes, str]]:
        outlines = pipeline.plan(pipeline.check(settings), settings).site.outlines
        return {one.address: (one.key, one.make().html) for one in outlines if one.address in ("", "briefs/")}

    before = lists()
    desk.write("open", **changed)
    after = lists()
    for address in ("", "briefs/"):
        assert before[address][1] != after[address][1]
        assert before[address][0] != after[address][0]


def test_a_page_says_nothing_of_what_waits(built: Desk) -> None:
    """Counts and lists are those of public briefs."""
    site = built.project.site
    assert "1 brief</span>" in (site / "topics/index.html").read_text(encoding="utf-8")
    assert (site / "sources/index.html").read_text(encoding="utf-8").count("bg-meta") == 3
    assert {folder.name for folder in (site / "stakeholders").iterdir() if folder.is_dir()} == {
        one for one in built.registry["stakeholders"] if one.startswith(built.words["open"].start)
    }


def test_every_text_field_of_the_model_is_looked_for(built: Desk) -> None:
    """A new field with text needs a word here."""
    corpus = pipeline.check(settings_of(built.project)).corpus
    open_brief = next(brief for brief in corpus.briefs if brief.slug == built.slugs["open"])
    shelves = (
        corpus.registry.stakeholders,
        corpus.registry.sources,
        corpus.registry.topics,
        corpus.registry.glossary,
    )
    records = [part for _, part in walk(open_brief)]
    records += [part for shelf in shelves for record in shelf.values() for _, part in walk(record)]
    filled = {
        (type(one), field) for one in records for field in _text_fields(type(one)) if getattr(one, field)
    }
    kinds = {type(one) for one in records} | {Stakeholder, Source, Topic, Term}
    missing = {(kind.__name__, field) for kind in kinds for field in _text_fields(kind)} - {
        (kind.__name__, field) for kind, field in filled
    }
    assert missing == set()


def _text_fields(kind: type[Record]) -> Iterator[str]:
    for name, hint in typing.get_type_hints(kind, include_extras=True).items():
        if _text_kind(hint) in (TextKind.PLAIN, TextKind.LINE, TextKind.PROSE, TextKind.ID, TextKind.URL):
            yield name


def _text_kind(hint: Any) -> TextKind | None:
    for part in typing.get_args(hint):
        if isinstance(part, Field):
            return part.kind
        if kind := _text_kind(part):
            return kind
    return None


# Kept out of git


def _project_in_git(folder: Path, needs: Callable[[str], str]) -> Project:
    project = small_project(folder)
    subprocess.run([needs("git"), "init", "--quiet", str(folder)], check=True)
    return project


def _would_be_added(project: Project) -> set[str]:
    """The first part of every path that ``git add -A`` takes."""
    listed = subprocess.run(
        ["git", "ls-files", "--others", "--exclude-standard"],
        **{"cwd": project.folder, "check": True, "capture_output": True, "encoding": "utf-8"},
    )
    return {Path(name).parts[0] for name in listed.stdout.splitlines()}


def test_git_takes_nothing_of_what_is_made(tmp_path: Path, needs: Callable[[str], str]) -> None:
    project = _project_in_git(tmp_path, needs)
    project.write(".venv/bin/python", "")
    done = project.run("build", "--no-handouts")
    assert "wrote .gitignore, so that git leaves out what a build makes\n" in done.stdout
    assert _would_be_added(project) == {".gitignore", "briefs", "docs", "mkdocs.yml"}
    assert not list(
        project.site.rglob(".gitignore")
    )  # where hosts take a site by way of git, it would take nothing


def test_a_gitignore_that_is_there_stays(tmp_path: Path, needs: Callable[[str], str]) -> None:
    """The working folder ignores itself whatever stands there."""
    project = _project_in_git(tmp_path, needs)
    project.write(".gitignore", "*.log\n")
    assert ".gitignore" not in project.run("build", "--no-handouts").stdout
    assert (tmp_path / ".gitignore").read_text(encoding="utf-8") == "*.log\n"
    assert _would_be_added(project) == {".gitignore", "briefs", "docs", "mkdocs.yml", "site"}


def test_the_first_brief_brings_a_gitignore(tmp_path: Path) -> None:
    """A project may come into git later."""
    project = small_project(tmp_path)
    assert "wrote .gitignore\n" in project.run("new", "water").stdout
    assert (tmp_path / ".gitignore").read_text(encoding="utf-8").split() == [
        "/.backgrounder/",
        "/site/",
        "/.venv/",
    ]
    assert ".gitignore" not in project.run("new", "oil").stdout


# What a desk is told


def test_a_build_tells_what_waits(tmp_path: Path) -> None:
    later = {**SMALL_BRIEF, "title": "Later"}
    later = {field: later[field] for field in ("title", "status")} | {"publish_on": "2021-07-25"} | later
    project = small_project(tmp_path, {"briefs/later.yaml": later})
    done = project.run("build", "--no-handouts")
    assert "1 brief, " in done.stdout
    assert "`later` is held back until 2021-07-25\n" in done.stdout
    bound = project.run("book", "later", "-o", str(tmp_path / "book.pdf"))
    assert "`later` is held back until 2021-07-25; a book binds what is published" in bound.stderr


@pytest.mark.parametrize("way", ["checks", "allow"])
@pytest.mark.parametrize("code", ["above-handling", "placeholder-text"])
def test_there_is_no_way_around(code: str, way: str, tmp_path: Path) -> None:
    faults = {
        "above-handling": {"handling": "green"},
        "placeholder-text": {"sourcing": "Draft: say what it is."},
    }
    allow = {"allow": [{"code": code, "reason": "We know."}]} if way == "allow" else {}
    checks = {"checks": {code: "off"}} if way == "checks" else {}
    config = {**SMALL_CONFIG, "plugins": ["search", {"backgrounder": checks}]}
    brief = {**SMALL_BRIEF, **faults[code], **allow}
    project = small_project(tmp_path, {"mkdocs.yml": config, "briefs/talks.yaml": brief})
    done = project.run("build", "--no-handouts")
    assert done.returncode in (1, 2)
    assert code in done.stderr
    assert not project.site.exists()


def test_a_site_for_few_publishes_what_they_may_see(tmp_path: Path) -> None:
    """The label stands wherever the brief is listed, and on the brief."""
    config = {**SMALL_CONFIG, "plugins": ["search", {"backgrounder": {"handling": "amber", "today": TODAY}}]}
    brief = {**SMALL_BRIEF, "handling": "amber"}
    project = small_project(tmp_path, {"mkdocs.yml": config, "briefs/talks.yaml": brief})
    project.build("--no-handouts")
    for page in ("index.html", "briefs/index.html", "briefs/talks/index.html"):
        assert "TLP:AMBER</strong>" in (project.site / page).read_text(encoding="utf-8")
    project.write("briefs/talks.yaml", {**brief, "handling": "amber+strict"})
    assert "error[above-handling]" in project.run("build", "--no-handouts").stderr


def test_a_ceiling_that_is_none_is_told(tmp_path: Path) -> None:
    config = {**SMALL_CONFIG, "plugins": ["search", {"backgrounder": {"handling": "orange"}}]}
    done = small_project(tmp_path, {"mkdocs.yml": config}).run("check")
    assert done.returncode == 2
    assert "handling" in done.stderr and "amber+strict" in done.stderr


def test_archived_briefs_leave_the_home_page_and_keep_the_rest(tmp_path: Path) -> None:
    old = {
        **SMALL_BRIEF,
        "title": "Talks of old",
        "status": "archived",
        "changes": [{"date": "2021-07-22", "text": "Now with an end."}],
    }
    project = small_project(tmp_path, {"briefs/old.yaml": old})
    project.build()
    pages = {
        name: project.site.joinpath(name, "index.html").read_text(encoding="utf-8")
        for name in ("", "briefs", "briefs/old")
    }
    assert "Talks of old" not in pages[""] and "Now with an end" not in pages[""]
    assert pages["briefs"].index("Talks in Washington") < pages["briefs"].index('id="archived"')
    assert pages["briefs"].index('id="archived"') < pages["briefs"].index("Talks of old")
    assert "kept for the record and no longer reviewed" in pages["briefs/old"]
    assert (project.site / "briefs/old/old.pdf").is_file()
    assert any(
        "Talks of old" in text.read_text(encoding="utf-8") for text in (project.site / "search").rglob("*.js")
    )
    assert "Now with an end" in (project.site / "changes/index.html").read_text(encoding="utf-8")


def test_what_new_and_draft_write_is_what_is_looked_for(tmp_path: Path) -> None:
    """A brief that is published as it was scaffolded, all its comments taken out, has nothing but placeholders."""
    project = small_project(tmp_path)
    project.run("new", "water")
    text = (tmp_path / "briefs/water.yaml").read_text(encoding="utf-8")
    lines = [
        line.removeprefix("# ")
        for line in text.splitlines()
        if not line.startswith(("# yaml", "# What comes"))
    ]
    written = "\n".join(line for line in lines if line != "#").replace("status: draft", "status: published")
    project.write("briefs/water.yaml", written)
    done = project.run("check", "--format", "concise", "briefs/water.yaml")
    told = [line for line in (done.stdout + done.stderr).splitlines() if " placeholder-text " in line]
    assert len(told) == 11, done.stdout


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Draft: who?", "Draft:"),
        ("  draft: who?", "Draft:"),
        ("**DRAFT:** who?", "Draft:"),
        ("“Write\n  here what", "Write here"),
        ("It is likely that … and so on", "It is likely that …"),
        ("Draft : qui ?", "Draft:"),
        ("Draft\u202f: qui ?", "Draft:"),
        ("Draft\ua789 who?", "Draft:"),
        ("Draft\u2236 who?", "Draft:"),
        ("\uff24\uff52\uff41\uff46\uff54\uff1a who?", "Draft:"),
        ("Dra\u00adft: who?", "Draft:"),
        ("\ufeffD\u2060raft: who?", "Draft:"),
        ("**Draft**: who?", "Draft:"),
        ("*Draft* : who?", "Draft:"),
        ("Dr**af**t: who?", "Draft:"),
        ("`Draft:` who?", "Draft:"),
        ("[Draft: who](https://a.example/)?", "Draft:"),
        ("<b>Draft</b>: who?", "Draft:"),
        ("&#68;raft: who?", "Draft:"),
        ("Draft&colon; who?", "Draft:"),
        ("\\Draft\\: who?", "Draft:"),
        ("- Draft: who?", "Draft:"),
        ("2. Draft: who?", "Draft:"),
        ("> # Draft: who?", "Draft:"),
        ("Write  here what", "Write here"),
        ("Write\u00a0here what", "Write here"),
        ("Write\u2009here what", "Write here"),
        ("Write \u200bhere what", "Write here"),
        ("Write\u200bhere what", "Write here"),
        ("Write *here* what", "Write here"),
        ("It is likely that ...", "It is likely that …"),
        ("Drafting of the treaty began.", ""),
        ("Draft laws: two of them.", ""),
        ("Draft, as they call it: a law.", ""),
        ("Note. Draft: who?", ""),
        ("Write hereafter what you like.", ""),
        ("\u0410 working title", ""),
        ("The draft: who wrote it?", ""),
        ("Drafts were refused.", ""),
        ("It is likely that it rains.", ""),
        ("What happened is not known.", ""),
        ("What they want is water.", ""),
        ("", ""),
    ],
)
def test_a_placeholder_is_known_by_its_start(text: str, start: str) -> None:
    assert placeholder_start(text) == start


@pytest.mark.parametrize(
    "text",
    [
        "&#68;raft: who?",
        "Dr**af**t: who?",
        "D\u2060raft: who?",
        "Write\u00a0here",
        "\uff24raft: who?",
        "Draft : who?",
    ],
)
def test_no_disguise_gets_past_the_first_look(text: str) -> None:
    brief = Brief(
        slug="one", title=text, status=BriefStatus.PUBLISHED, as_of=Day("2021-07-24"), bottom_line="One."
    )
    assert [found.path for found in may_be_placeholders(own_texts(brief))] == [("title",)]
    assert may_hold_placeholders(f"topics:\n  water:\n    about: {text}\n")


# The rule by itself


@pytest.mark.parametrize(
    ("status", "day", "today", "stands"),
    [
        ("draft", None, "2021-07-24", "draft"),
        ("draft", "2021-07-01", "2021-07-24", "draft"),
        ("published", None, "2021-07-24", "published"),
        ("published", "2021-07-24", "2021-07-24", "published"),
        ("published", "2021-07-25", "2021-07-24", "scheduled"),
        ("archived", "2021-07-25", "2021-07-24", "scheduled"),
        ("archived", "2021-07-01", "2021-07-24", "archived"),
        ("published", "2021-07-01", None, "scheduled"),
        ("published", None, None, "published"),
    ],
)
def test_where_a_brief_stands(status: str, day: str | None, today: str | None, stands: str) -> None:
    brief = Brief(
        slug="one",
        title="One",
        status=BriefStatus(status),
        as_of=Day("2021-07-24"),
        publish_on=Day(day) if day else None,
        bottom_line="One.",
    )
    assert standing(brief, Day(today) if today else None) == stands


def test_labels_are_ordered() -> None:
    labels = list(Handling)
    assert [label.value for label in labels] == ["clear", "green", "amber", "amber+strict", "red"]
    for place, label in enumerate(labels):
        assert [one.is_above(label) for one in labels] == [False] * (place + 1) + [True] * (4 - place)


_PERSON = Stakeholder(
    name="Ada Reed", kind=StakeholderKind.PERSON, part_of=("office",), cite=(Citation("told"),)
)
_REGISTRY = Registry(
    stakeholders={
        "ada-reed": _PERSON,
        "office": Stakeholder(name="Office", kind=StakeholderKind.ORGANISATION, part_of=("state",)),
        "state": Stakeholder(name="State", kind=StakeholderKind.STATE, cite=(Citation("law", 2),)),
        "member": Stakeholder(name="Member", kind=StakeholderKind.PERSON, part_of=("office",)),
    },
    sources={
        name: Source(title=name, kind=SourceKind.LAW, publisher="Office")
        for name in ("told", "law", "unread", "word")
    },
    topics={"water": Topic(name="Water"), "oil": Topic(name="Oil")},
    glossary={"wells": Term(name="wells", definition="Holes.", cite=(Citation("word"),))},
)
_QUOTED = Quotation(words="We wait", by="ada-reed")
_ASKED = Question(id="one", ask="Will it?", status=QuestionStatus.OPEN, why="It matters.")
WAYS: list[dict[str, Any]] = [
    {"named": ("ada-reed",)},
    {"key_points": (Statement(text="So it is.", quote=_QUOTED),)},
    {
        "background": (
            StatementGroup(heading="All", statements=(Statement(text="So it is.", quote=_QUOTED),)),
        )
    },
    {"stakeholders": (Involvement(who="ada-reed", role="Waits."),)},
    {"timeline": (Event(date=parse_edtf("2021"), text="They met.", actors=("ada-reed",)),)},
    {"questions": (msgspec.structs.replace(_ASKED, positions=(Position(who="ada-reed", text="Wait."),)),)},
    {"questions": (msgspec.structs.replace(_ASKED, answer=Statement(text="Yes.", quote=_QUOTED)),)},
]


def _reached(**fields: Any) -> dict[str, list[str]]:
    brief = Brief(
        **{"slug": "one", "title": "One", "status": BriefStatus.PUBLISHED, "as_of": Day("2021-07-24")},
        **{"bottom_line": "Ada Reed and Member wait for wells and oil.", **fields},
    )
    registry = reached([brief], _REGISTRY)
    return {shelf: list(getattr(registry, shelf)) for shelf in registry.__struct_fields__}


@pytest.mark.parametrize("fields", WAYS, ids=lambda fields: next(iter(fields)))
def test_a_stakeholder_comes_with_its_bodies_and_their_sources(fields: dict[str, Any]) -> None:
    """Members of a body do not come with it."""
    assert _reached(**fields) == {
        "stakeholders": ["ada-reed", "office", "state"],
        "sources": ["told", "law"],
        "topics": [],
        "glossary": [],
    }


def test_a_name_in_a_text_makes_nothing_public() -> None:
    assert _reached() == {"stakeholders": [], "sources": [], "topics": [], "glossary": []}


def test_topics_terms_and_sources_are_reached_by_their_ids() -> None:
    found = _reached(
        topics=("oil",),
        terms=("wells",),
        changes=(),
        key_points=(Statement(text="So.", cite=(Citation("unread"),)),),
    )
    assert found == {
        "stakeholders": [],
        "sources": ["unread", "word"],
        "topics": ["oil"],
        "glossary": ["wells"],
    }
