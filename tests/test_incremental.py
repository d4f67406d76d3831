"""Whatever is done to a project between builds, a build gives what a build from nothing gives, byte for byte.

A machine edits a small desk, damages what earlier builds have left, and after each step builds twice: in place,
and in a copy that has neither a site nor a workshop. BACKGROUNDER_EXAMPLES=N runs N stories in place of a few.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from browsing import Project, files_in
from desk import BRIEFS, CONFIG, build_here, settings_of, small_desk, traces
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from jinja2 import TemplateError

from backgrounder import ledger, pipeline
from backgrounder.hosts.mkdocs import HostError

EXAMPLES = int(os.environ.get("BACKGROUNDER_EXAMPLES", "0"))
MOST_REFUSED = 2
"""After so many builds that were refused the desk goes back to what was published last."""

Data = st.DataObject
Place = dict[str, Any]

WORDS = st.sampled_from(
    [
        "Talks go on.",
        "Ada Reed <b>speaks</b> & waits.",
        "قال كريم ناصر ذلك.",
        "More wells, Nasser says.",
        "2,500",
    ]
)
TITLES = st.sampled_from(
    ["Talks", "Wells & wants", 'A "new" <title>', "ماء البصرة", "بصرة and Basra", "{{ x }}"]
)
STATUSES = st.sampled_from(["draft", "published", "archived"])
DAYS = st.sampled_from(["2021-07-20", "2021-07-22", "2021-07-23"])
TODAYS = st.sampled_from([None, "2021-07-25", "2021-08-30"])
PAGES = st.sampled_from(
    [
        "# About\n\nWhat we do.\n",
        "# Über uns\n\n## Wells\n\nSee [talks](briefs/marches/index.md) and [wells](glossary/index.md).\n",
        "---\ntitle: Other\nsearch:\n  exclude: true\n---\nNo heading, كريم ناصر.\n",
        "A [link](nowhere.md) that is dead.\n",
    ]
)
PAGE_NAMES = st.sampled_from(["about.md", "more/reading.md", "zebra.md"])
TEMPLATES = st.sampled_from(
    [
        ("partials/copyright.html", "<p>Made by the desk.</p>\n"),
        ("partials/copyright.html", "<p>{{ config.site_name }}, {{ page.url }}</p>\n"),
        (
            "partials/toc-item.html",
            '<li class="md-nav__item"><a href="{{ toc_item.url }}">{{ toc_item.title }}</a>',
        ),
        (
            "main.html",
            '{% extends "base.html" %}{% block libs %}<i>{{ page.meta.title }}</i>{% endblock %}\n',
        ),
        (
            "main.html",
            '{% extends "base.html" %}{% block libs %}{% if page %}<i>{{ page.title | upper }}</i>{% endif %}{% endblock %}\n',
        ),
        ("main.html", '{% extends "base.html" %}{% block libs %}{{ nav.pages | length }}{% endblock %}\n'),
        ("extra.css", "p { color: red }\n"),
    ]
)


class Outcome(NamedTuple):
    """What a build came to."""

    told: Any
    """What was said: the whole of it, as values that can be compared."""
    is_published: bool


def outcome(desk: Project, today: str | None) -> Outcome:
    """Builds, and says what came of it without the names of folders that differ."""
    try:
        built = build_here(desk, today)
    except (HostError, TemplateError) as error:
        return Outcome(str(error).replace(str(desk.folder), ""), False)
    told = (built.checked.diagnostics, built.checked.texts, built.warnings, built.pages, built.briefs)
    return Outcome(told, built.is_published)


def _plugin(config: Place) -> Place:
    options: Place = config["plugins"][1]["backgrounder"]
    return options


CHANGES: list[Callable[[Place], Any]] = [
    lambda config: config.update(site_name="Other Desk"),
    lambda config: config.update(site_name='Desk & "Co" <x>'),
    lambda config: config.update(site_url="https://other.example/below/"),
    lambda config: config.update(copyright="Ours"),
    lambda config: config["theme"].update(features=["navigation.tabs", "navigation.indexes", "toc.follow"]),
    lambda config: config["theme"].update(palette={"scheme": "slate", "primary": "teal"}),
    lambda config: config["theme"].update(language="ar"),
    lambda config: config.update(nav=[{"Home": "index.md"}, {"About us": "about.md"}]),
    lambda config: config.update(docs_dir="pages"),
    lambda config: config["theme"].pop("custom_dir", None),
    lambda config: _plugin(config).update(checks={"unexplained-acronym": "off"}),
    lambda config: _plugin(config).update(checks={"unexplained-acronym": "error"}),
    lambda config: _plugin(config).update(checks={"no-such-check": "off"}),
    lambda config: _plugin(config).update(likelihoods="phia"),
    lambda config: _plugin(config).update(paper="us-letter"),
    lambda config: _plugin(config).update(today="2021-07-27"),
]


class Desk(RuleBasedStateMachine):
    """A desk at work."""

    def __init__(self) -> None:
        super().__init__()
        self._place = Path(tempfile.mkdtemp(prefix="desk-"))
        self._desk = Project(self._place / "desk")
        self._today: str | None = None
        self._good: dict[str, bytes] = {}
        self._refused = 0
        self._bare: tuple[Any, Outcome, dict[str, bytes]] | None = None
        """What was built from nothing last: from what, what came of it, and the site."""

    @initialize()
    def start(self) -> None:
        small_desk(self._desk.folder)

    def teardown(self) -> None:
        shutil.rmtree(self._place)

    # What holds after each step

    @invariant()
    def a_build_from_nothing_gives_the_same(self) -> None:
        before = traces(self._desk.site)
        here = outcome(self._desk, self._today)
        bare, site = self._from_nothing()
        assert here == bare
        if not here.is_published:
            assert traces(self._desk.site) == before
            self._refused += 1
            return
        compare(self._desk.published(), site)
        after = traces(self._desk.site)
        assert outcome(self._desk, self._today) == here
        assert traces(self._desk.site) == after
        self._good, self._refused = self._content(), 0

    def _from_nothing(self) -> tuple[Outcome, dict[str, bytes]]:
        """What comes of a build from nothing, and its site; made once where nothing has changed."""
        given = (self._content(), self._today)
        if self._bare is None or self._bare[0] != given:
            folder = self._place / "bare"
            shutil.rmtree(folder, ignore_errors=True)
            ignore = shutil.ignore_patterns("site", ".backgrounder")
            bare = Project(shutil.copytree(self._desk.folder, folder, ignore=ignore))
            self._bare = (given, outcome(bare, self._today), bare.published())
        return self._bare[1:]

    # What a desk does with its files

    def _content(self) -> dict[str, bytes]:
        made = ("site/", ".backgrounder/")
        return {name: data for name, data in files_in(self._desk.folder).items() if not name.startswith(made)}

    def _go_on(self) -> None:
        """Goes back to what was published last, if what came after has been refused long enough."""
        if self._refused < MOST_REFUSED or not self._good:
            return
        for name in self._content().keys() - self._good.keys():
            (self._desk.folder / name).unlink()
        for name, data in self._good.items():
            file = self._desk.folder / name
            file.parent.mkdir(parents=True, exist_ok=True)
            if not file.is_file() or file.read_bytes() != data:
                file.write_bytes(data)

    def _file(self, data: Data, pattern: str) -> Path | None:
        files = sorted(file for file in self._desk.folder.glob(pattern) if file.is_file())
        return data.draw(st.sampled_from(files)) if files else None

    @contextlib.contextmanager
    def _edited(self, file: Path | None) -> Iterator[Place]:
        """What is in a file of JSON, written back afterwards; something else than JSON is replaced."""
        try:
            value = json.loads(file.read_text(encoding="utf-8")) if file else {}
        except ValueError:
            value = {}
        before = json.dumps(value)
        yield value
        if file and json.dumps(value) != before:
            self._desk.write(file.relative_to(self._desk.folder).as_posix(), value)

    @rule(data=st.data(), words=WORDS)
    def edit_a_text(self, data: Data, words: str) -> None:
        self._go_on()
        with self._edited(self._file(data, "briefs/*.yaml")) as brief:
            field = data.draw(st.sampled_from(["bottom_line", "sourcing", "key_points"]))
            if field != "key_points":
                brief[field] = words
            elif brief.get(field):
                data.draw(st.sampled_from(brief[field]))["text"] = words

    @rule(data=st.data(), title=TITLES)
    def retitle(self, data: Data, title: str) -> None:
        self._go_on()
        with self._edited(self._file(data, "briefs/*.yaml")) as brief:
            brief["title"] = title

    @rule(data=st.data(), status=STATUSES, day=DAYS)
    def change_status_and_day(self, data: Data, status: str, day: str) -> None:
        self._go_on()
        with self._edited(self._file(data, "briefs/*.yaml")) as brief:
            brief.update({"status": status} if data.draw(st.booleans()) else {"as_of": day})

    @rule(data=st.data(), day=st.sampled_from(["", "2021-07-24", "2021-07-26"]))
    def hold_back(self, data: Data, day: str) -> None:
        self._go_on()
        with self._edited(self._file(data, "briefs/*.yaml")) as brief:
            brief.pop("publish_on", None)
            if day:
                brief["publish_on"] = day

    @rule(data=st.data(), topics=st.lists(st.sampled_from(["talks", "water"]), unique=True))
    def change_topics_and_relations(self, data: Data, topics: list[str]) -> None:
        self._go_on()
        file = self._file(data, "briefs/*.yaml")
        with self._edited(file) as brief:
            others = sorted(set(BRIEFS) - {file.stem if file else ""})
            brief["related"] = data.draw(st.lists(st.sampled_from(others), max_size=2, unique=True))
            brief["topics"] = topics
            ordered = {key: brief[key] for key in (*ORDER, *brief) if brief.get(key)}
            brief.clear()
            brief.update(ordered)

    @rule(data=st.data(), new=st.sampled_from(["another-name", "aaa", "council", "Not an id"]))
    def rename_a_brief(self, data: Data, new: str) -> None:
        self._go_on()
        if file := self._file(data, "briefs/*.yaml"):
            file.rename(file.with_name(f"{new}.yaml"))

    @rule(data=st.data())
    def delete_a_brief(self, data: Data) -> None:
        self._go_on()
        if file := self._file(data, "briefs/*.yaml"):
            file.unlink()

    @rule(data=st.data(), new=st.sampled_from(["added", "zzz", "marches"]), title=TITLES)
    def add_a_brief(self, data: Data, new: str, title: str) -> None:
        self._go_on()
        like = data.draw(st.sampled_from(sorted(BRIEFS)))
        self._desk.write(f"briefs/{new}.yaml", {**BRIEFS[like], "title": title})

    @rule(
        data=st.data(),
        text=st.sampled_from(["title: [\n", "", "title: x\nstatus: gone\n", "\0", "a: 1\na: 2\n"]),
    )
    def break_a_file(self, data: Data, text: str) -> None:
        self._go_on()
        pattern = data.draw(st.sampled_from(["briefs/*.yaml", "briefs/registry/*.yaml"]))
        if file := self._file(data, pattern):
            file.write_text(text, encoding="utf-8")

    @rule(data=st.data())
    def leave_a_space(self, data: Data) -> None:
        """The file is remarked upon, and its brief is read by another way."""
        self._go_on()
        if file := self._file(data, "briefs/**/*.yaml"):
            text = file.read_text(encoding="utf-8")
            file.write_text(text.replace(",\n", ", \n", 1), encoding="utf-8")

    @rule(data=st.data())
    def change_a_record(self, data: Data) -> None:
        self._go_on()
        with self._edited(self._file(data, "briefs/registry/*.yaml")) as shelf:
            for kind, records in shelf.items():
                if not isinstance(records, dict) or not records:
                    continue
                record = records[data.draw(st.sampled_from(sorted(records)))]
                field, value = data.draw(st.sampled_from(VALUES[kind]))
                record[field] = value
                ordered = {key: record[key] for key in (*RECORD_ORDER, *record) if key in record}
                record.clear()
                record.update(ordered)

    @rule(data=st.data(), adds=st.booleans())
    def add_or_delete_a_record(self, data: Data, adds: bool) -> None:
        self._go_on()
        with self._edited(self._file(data, "briefs/registry/*.yaml")) as shelf:
            for kind, records in shelf.items():
                if adds:
                    records["added"] = NEW[kind]
                elif records:
                    del records[data.draw(st.sampled_from(sorted(records)))]

    @rule(data=st.data(), change=st.sampled_from(["word", "line", "title", "paragraph", "delete"]))
    def change_an_archived_text(self, data: Data, change: str) -> None:
        self._go_on()
        file = self._file(data, "briefs/archive/*.txt")
        if file is None:
            return
        text = file.read_text(encoding="utf-8")
        changed = {
            "word": text.replace(" the ", " its ", 1),
            "line": text.replace("\n\n", "\n\n\n", 1),
            "title": text.replace("# ", "# New: ", 1),
            "paragraph": f"{text}\nThe council has 7 members.\n",
        }
        file.write_text(changed[change], encoding="utf-8") if change in changed else file.unlink()

    @rule(change=st.sampled_from(["verify", "verify", "cut", "delete", "garbage"]))
    def change_the_lock(self, change: str) -> None:
        self._go_on()
        file = self._desk.folder / "briefs/evidence.lock"
        if change == "verify":
            with contextlib.suppress(HostError):
                pipeline.verify(settings_of(self._desk))
        elif change == "delete":
            file.unlink(missing_ok=True)
        elif file.exists():
            lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
            file.write_text("".join([*lines[:-1], *(["what is this\n"] * (change == "garbage"))]))

    @rule(name=PAGE_NAMES, text=PAGES)
    def write_a_page(self, name: str, text: str) -> None:
        self._go_on()
        self._desk.write(f"docs/{name}", text)

    @rule(data=st.data())
    def delete_a_page(self, data: Data) -> None:
        self._go_on()
        if file := self._file(data, "docs/**/*"):
            file.unlink()

    @rule(
        name=st.sampled_from(
            ["briefs/marches/index.html", "search/index.js", "wells.txt", "glossary/index.md"]
        )
    )
    def add_a_file_beside_the_pages(self, name: str) -> None:
        """Some have the address of what a build makes."""
        self._go_on()
        self._desk.write(f"docs/{name}", "# Other\n")

    @rule(change=st.sampled_from(CHANGES))
    def change_the_configuration(self, change: Callable[[Place], Any]) -> None:
        self._go_on()
        with self._edited(self._desk.folder / "mkdocs.yml") as config:
            change(config)
        (self._desk.folder / "pages").mkdir(exist_ok=True)

    @rule()
    def put_the_configuration_back(self) -> None:
        self._go_on()
        self._desk.write("mkdocs.yml", CONFIG)

    @rule(template=TEMPLATES)
    def change_a_template(self, template: tuple[str, str]) -> None:
        self._go_on()
        self._desk.write(f"overrides/{template[0]}", template[1])

    @rule(data=st.data())
    def delete_a_template(self, data: Data) -> None:
        self._go_on()
        if file := self._file(data, "overrides/**/*"):
            file.unlink()

    @rule(today=TODAYS)
    def let_time_pass(self, today: str | None) -> None:
        self._go_on()
        self._today = today

    @rule()
    def change_nothing(self) -> None:
        self._go_on()

    # What befalls the files that builds have made

    @rule(data=st.data(), harm=st.sampled_from(["cut", "flip", "delete", "other version", "other", "empty"]))
    def damage_the_workshop(self, data: Data, harm: str) -> None:
        own = data.draw(st.sampled_from(["surveys", "ledger", "frame.note", "frame/**/*"]))
        if file := self._file(data, f".backgrounder/{own}"):
            damage(file, harm, data.draw(st.integers(0, 1_000_000)))

    @rule()
    def clear_the_workshop(self) -> None:
        shutil.rmtree(self._desk.folder / ".backgrounder", ignore_errors=True)

    @rule(data=st.data(), harm=st.sampled_from(["touch", "cut", "flip", "delete", "empty", "other", "link"]))
    def damage_the_site(self, data: Data, harm: str) -> None:
        pattern = data.draw(st.sampled_from(["*.html", "briefs/**/*", "search/**/*", "**/*"]))
        file = self._file(data, f"site/{pattern}")
        if file is None:
            return
        if harm == "touch":
            os.utime(file)
        elif harm == "link":
            aside = self._place / "aside"
            shutil.move(file, aside)
            file.symlink_to(aside)
        else:
            damage(file, harm, data.draw(st.integers(0, 1_000_000)))

    @rule(what=st.sampled_from(["file", "folder", "all", "part", "half"]))
    def add_to_the_site_or_take_from_it(self, what: str) -> None:
        site = self._desk.site
        if what == "file" and site.exists():
            self._desk.write("site/briefs/marches/extra.txt", "more")
        elif what == "folder" and site.exists():
            (site / "new/folder").mkdir(parents=True, exist_ok=True)
        elif what == "part":
            shutil.rmtree(site / "briefs", ignore_errors=True)
        elif what == "half":
            shutil.rmtree(site / "search/terms", ignore_errors=True)
        elif what == "all":
            shutil.rmtree(site, ignore_errors=True)


ORDER = (
    "title",
    "status",
    "as_of",
    "review_by",
    "topics",
    "terms",
    "bottom_line",
    "key_points",
    "background",
)
ORDER += ("stakeholders", "timeline", "questions", "judgements", "sourcing", "related", "changes")
RECORD_ORDER = ("name", "title", "kind", "publisher", "published", "aliases", "names", "about", "definition")
VALUES: dict[str, list[tuple[str, Any]]] = {
    "stakeholders": [
        ("name", "Ada M. Reed"),
        ("aliases", ["Reed", "The Minister"]),
        ("names", [{"text": "عادة ريد", "lang": "ar"}]),
        ("about", "Somebody of the wells."),
        ("part_of", ["ministry"]),
        ("kind", "group"),
        ("kind", "nobody"),
    ],
    "sources": [
        ("title", "Talks & wells"),
        ("published", "2021-07-19"),
        ("paragraphs", 2),
        ("paragraphs", 9),
    ],
    "topics": [("name", "Wells & talks"), ("about", "What **matters**.")],
    "glossary": [("name", "talks"), ("definition", "Said & done.")],
}
NEW: dict[str, Place] = {
    "stakeholders": {"name": "Nobody Known", "kind": "person"},
    "sources": {
        "title": "Third",
        "kind": "article",
        "publisher": "Third",
        "published": "2021-07-20",
        "paragraphs": 1,
    },
    "topics": {"name": "Added"},
    "glossary": {"name": "council", "definition": "Those who sit."},
}


def compare(here: dict[str, bytes], bare: dict[str, bytes]) -> None:
    """Fails with the names of the files that differ."""
    differing = sorted(name for name in here.keys() | bare.keys() if here.get(name) != bare.get(name))
    assert not differing


def damage(file: Path, harm: str, number: int) -> None:
    """Does something to a file; ``number`` says where."""
    data = file.read_bytes()
    place = number % max(len(data), 1)
    if harm == "delete":
        file.unlink()
    elif harm == "flip":
        file.write_bytes(
            data[:place] + bytes([data[place] ^ 1 << number % 8]) + data[place + 1 :] if data else b""
        )
    elif harm == "other version":
        sealed_by_another_version(file)
    else:
        file.write_bytes({"cut": data[:place], "empty": b"", "other": b"\x80" * len(data)}[harm])


def sealed_by_another_version(file: Path) -> None:
    """What another version may have noted: the same keys, and other values."""
    noted = ledger.read_ledger(file)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ledger, "version", lambda: b"another")
        notes = dict.fromkeys(noted.notes, b"\x90")
        files = {path: ledger.Written(one.key, one.size, 0) for path, one in noted.files.items()}
        ledger.write_ledger(ledger.Ledger(files, notes), file)


_QUICK = (Phase.explicit, Phase.reuse, Phase.generate)
"""A short story that fails is told as it is: to shorten it takes minutes."""

TestDesk = Desk.TestCase
TestDesk.settings = settings(
    max_examples=EXAMPLES or 5,
    stateful_step_count=25 if EXAMPLES else 8,
    derandomize=not EXAMPLES,
    phases=tuple(Phase) if EXAMPLES else _QUICK,
)
