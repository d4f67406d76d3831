"""What a build takes over from the last one, what it makes anew, and what it does not trust."""

from __future__ import annotations

import itertools
import os
import pickle
import shutil
import signal
import time
from pathlib import Path
from typing import Any

import msgspec
import pytest
from browsing import Project
from click.testing import CliRunner, Result
from desk import BRIEFS, CONFIG, build_here, settings_of, small_desk, traces
from examples import check_files, files_of

from backgrounder import ledger, parallel, pipeline
from backgrounder.check import Alone, Apart, check_across
from backgrounder.cli import main
from backgrounder.diagnostics.rule import Rule
from backgrounder.diagnostics.rules.across import RULES as ACROSS
from backgrounder.hosts import mkdocs
from backgrounder.load import ContentFile, load_corpus
from backgrounder.model.brief import Brief
from backgrounder.model.dates import Day
from backgrounder.pipeline import Checked
from backgrounder.render.site import Page, foreseen_outlines
from backgrounder.settings import Settings
from backgrounder.survey import Survey, Surveyor, frozen, thawed


@pytest.fixture(scope="module")
def built_once(tmp_path_factory: pytest.TempPathFactory) -> Project:
    desk = small_desk(tmp_path_factory.mktemp("kept") / "desk")
    assert build_here(desk).is_published
    return desk


@pytest.fixture
def desk(built_once: Project, tmp_path: Path) -> Project:
    """Has been built once."""
    return Project(shutil.copytree(built_once.folder, tmp_path / "desk"))


def in_process(desk: Project, *arguments: str) -> Result:
    """The command in this process, where parts of it can be made to fail."""
    return CliRunner().invoke(main, ["-C", str(desk.folder), *arguments])


def written_anew(desk: Project) -> set[str]:
    """Builds, and gives the files that are not those of the site before."""
    before = traces(desk.site)
    assert build_here(desk).is_published
    after = traces(desk.site)
    return {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}


# What is made anew


def test_a_build_with_nothing_changed_writes_no_file(desk: Project) -> None:
    assert written_anew(desk) == set()


def test_files_are_whole_where_the_system_writes_a_part_at_a_time(
    desk: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = {name: (desk.site / name).read_bytes() for name in traces(desk.site)}
    shutil.rmtree(desk.site)
    shutil.rmtree(desk.folder / ".backgrounder")
    write = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, data: write(descriptor, data[:1000]))
    assert in_process(desk, "build").exit_code == 0
    assert {name: (desk.site / name).read_bytes() for name in traces(desk.site)} == wanted


def test_nor_does_one_that_mkdocs_makes_page_by_page(desk: Project) -> None:
    desk.write("overrides/main.html", MAIN.format("{{ page.title }}"))
    assert "briefs/marches/index.html" in written_anew(desk)
    assert written_anew(desk) == set()
    desk.write("briefs/marches.yaml", {**BRIEFS["marches"], "bottom_line": "Hundreds march."})
    written = written_anew(desk)
    assert "briefs/marches/index.html" in written
    assert "briefs/council/index.html" not in written


def test_nor_does_one_with_handouts(desk: Project) -> None:
    plugins = ["search", {"backgrounder": {"today": "2021-07-24"}}]
    desk.write("mkdocs.yml", {**CONFIG, "plugins": plugins})
    assert "briefs/marches/marches.pdf" in written_anew(desk)
    assert written_anew(desk) == set()


def test_a_build_with_nothing_changed_makes_no_frame(desk: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: Any) -> None:
        raise AssertionError

    monkeypatch.setattr("backgrounder.hosts.mkdocs.build.mkdocs_build", fail)
    monkeypatch.setattr(Surveyor, "survey", fail)
    assert written_anew(desk) == set()


def test_an_edit_changes_the_pages_that_show_the_brief(desk: Project) -> None:
    """Lists that show nothing of what was edited stay; so do pages of other briefs and of the registry."""
    brief = {**BRIEFS["marches"], "bottom_line": "Hundreds march, it is said."}
    desk.write("briefs/marches.yaml", brief)
    written = written_anew(desk)
    pages = {name.removesuffix("index.html") for name in written if name.endswith(".html")}
    lists = {"", "briefs/", "stakeholders/", "topics/", "sources/"}
    assert pages == {*lists, "briefs/marches/", "topics/talks/", "sources/wire/"}
    others = written - {f"{page}index.html" for page in pages}
    assert all(name.startswith("search/") for name in others)
    assert "search/search_index.json" not in others
    (text,) = (name for name in others if name.startswith("search/pages/"))
    assert b"Hundreds march" in (desk.site / text).read_bytes()


def _lists(checked: Checked, settings: Settings, brief: Brief) -> dict[str, tuple[bytes, Page]]:
    """The pages that list all briefs, by address, each with its key; ``brief`` is in the place of its namesake."""
    briefs = tuple(brief if one.slug == brief.slug else one for one in checked.corpus.briefs)
    digests = {
        **checked.surveyed.digests,
        checked.corpus.brief_files[brief.slug]: msgspec.msgpack.encode(brief),
    }
    other = msgspec.structs.replace(
        checked,
        corpus=msgspec.structs.replace(checked.corpus, briefs=briefs),
        naming={},
        editions={},
        surveyed=msgspec.structs.replace(checked.surveyed, surveys={}, digests=digests),
    )
    outlines = pipeline.plan(other, settings).site.outlines
    lists = ("", "briefs/", "questions/", "timeline/", "glossary/", "changes/")
    return {one.address: (one.key, one.make()) for one in outlines if one.address in lists}


@pytest.mark.parametrize("field", sorted({*Brief.__struct_fields__} - {"slug", "title"}))
@pytest.mark.parametrize("prints", [False, True], ids=["site", "site and paper"])
def test_a_list_is_kept_where_it_shows_nothing_of_an_edit(desk: Project, field: str, prints: bool) -> None:
    """Whichever field a brief takes over from another, a list with the same key is the same list. (All show titles.)"""
    settings = settings_of(desk, with_drafts=True, handouts=prints)
    checked = pipeline.check(settings)
    kept = 0
    for brief, other in itertools.permutations(checked.corpus.briefs, 2):
        edited = msgspec.structs.replace(brief, **{field: getattr(other, field)})
        before, after = (_lists(checked, settings, one) for one in (brief, edited))
        for address, (key, page) in before.items():
            if after[address][0] == key:
                kept += 1
                assert _shown(after[address][1]) == _shown(page), address
    assert kept


def _shown(page: Page) -> tuple[object, ...]:
    return (page.title, page.html, page.headings, page.search, page.description)


@pytest.mark.parametrize("rule", ACROSS, ids=[rule.code for rule in ACROSS])
def test_briefs_are_compared_again_where_that_may_find_something_else(rule: Rule, tmp_path: Path) -> None:
    """Whichever field a brief loses, what was found between briefs is found again where its digest is the same."""
    check_files(files_of(rule.wrong), tmp_path)
    settings = Settings(
        project=tmp_path,
        briefs=tmp_path / "briefs",
        site=tmp_path / "site",
        site_name="A desk",
        today=Day("2021-07-24"),
    )
    loaded = load_corpus(settings.project, settings.briefs)
    corpus = loaded.corpus
    apart = Apart(corpus.registry, corpus.registry_files, settings)

    def looked_at(brief: Brief) -> Alone:
        file = corpus.brief_files[brief.slug]
        return apart.check(brief, file, loaded.texts[file])

    alone = {corpus.brief_files[brief.slug]: looked_at(brief) for brief in corpus.briefs}
    found = list(check_across(loaded, alone))
    assert rule.code in {finding.code for finding in found}
    kept = 0
    for place, brief in enumerate(corpus.briefs):
        for field in msgspec.structs.fields(Brief):
            if field.required:
                continue
            edited = msgspec.structs.replace(brief, **{field.name: field.default})
            briefs = (*corpus.briefs[:place], edited, *corpus.briefs[place + 1 :])
            other = msgspec.structs.replace(loaded, corpus=msgspec.structs.replace(corpus, briefs=briefs))
            name = corpus.brief_files[brief.slug]
            again = {**alone, name: looked_at(edited)}
            if again[name].compared == alone[name].compared:
                kept += 1
                assert list(check_across(other, again)) == found, field.name
    assert kept


def test_what_is_made_anew_is_what_was_touched(desk: Project) -> None:
    os.utime(desk.site / "briefs/council/index.html")
    (desk.site / "assets/backgrounder/backgrounder.css").write_text("p {}")
    assert written_anew(desk) == {"briefs/council/index.html", "assets/backgrounder/backgrounder.css"}


def test_a_change_is_not_written_into_the_published_file(desk: Project, tmp_path: Path) -> None:
    """Files are taken over as links: the old site must not change before the new one takes its place."""
    os.link(desk.site / "briefs/marches/index.html", tmp_path / "before.html")
    before = (tmp_path / "before.html").read_bytes()
    desk.write("briefs/marches.yaml", {**BRIEFS["marches"], "bottom_line": "Hundreds march."})
    desk.write("docs/search/index.js", "// ours goes before it\n")
    build_here(desk)
    assert (tmp_path / "before.html").read_bytes() == before
    assert b"Hundreds march." in (desk.site / "briefs/marches/index.html").read_bytes()
    assert b"ours goes before" not in (desk.site / "search/index.js").read_bytes()


def test_a_message_points_to_where_a_source_says_something_now(desk: Project) -> None:
    """What was found out before holds no more where only the lines of the archived text have moved."""
    desk.replace("briefs/minister-travels.yaml", "and we will listen", "and we may listen")
    notes = [note for item in build_here(desk).checked.diagnostics for note in item.notes]
    assert [note.span.line for note in notes] == [5]
    desk.replace("briefs/archive/wire.txt", "# Talks to begin\n", "\n\n\n# Talks to begin\n\n\n")
    told = in_process(desk, "check").stderr
    assert "briefs/archive/wire.txt:10:" in told
    assert "10 | “We will go there, and we will listen,”" in told


# The theme's frame gives what MkDocs gives

MAIN = '{{% extends "base.html" %}}{{% block libs %}}{{% if page %}}{}{{% endif %}}{{% endblock %}}\n'
FEATURES = ["navigation.tabs", "navigation.indexes", "navigation.footer", "navigation.path", "toc.integrate"]


@pytest.mark.parametrize(
    ("files", "is_framed"),
    [
        pytest.param({}, True, id="as it is"),
        pytest.param(
            {"mkdocs.yml": {**CONFIG, "theme": {**CONFIG["theme"], "features": FEATURES}}},
            True,
            id="features",
        ),
        pytest.param(
            {
                "overrides/partials/header.html": "<header>{% if page %}{{ page.meta.title }} {{ page.url }}{% endif %}</header>\n",
                "overrides/partials/footer.html": "<footer>{{ page.canonical_url if page }}</footer>\n",
            },
            True,
            id="partials",
        ),
        pytest.param(
            {"overrides/main.html": MAIN.format("{{ page.meta.title }}")}, True, id="title in its place"
        ),
        pytest.param({"overrides/main.html": MAIN.format("{{ page.title }}")}, False, id="raw title"),
        pytest.param(
            {"overrides/main.html": MAIN.format("{{ page.meta.title | upper }}")}, False, id="upper"
        ),
        pytest.param(
            {"overrides/main.html": MAIN.format("{% for p in pages %}{{ p.page.title }}{% endfor %}")},
            False,
            id="titles of all pages",
        ),
        pytest.param(
            {
                "mkdocs.yml": {**CONFIG, "extra_templates": ["list.txt"]},
                "docs/list.txt": "{% for p in pages %}{{ p.page.title }}\n{% endfor %}",
            },
            False,
            id="titles in a list",
        ),
        pytest.param(
            {
                "mkdocs.yml": {**CONFIG, "extra_templates": ["list.txt"]},
                "docs/list.txt": "{% for p in pages %}{{ p.page.canonical_url }}\n{% endfor %}",
            },
            True,
            id="addresses in a list",
        ),
        pytest.param(
            {
                "mkdocs.yml": {**CONFIG, "hooks": ["hook.py"]},
                "hook.py": "def on_post_page(output, page, config):\n    return output + page.title.upper()\n",
            },
            False,
            id="hook for pages",
        ),
        pytest.param(
            {
                "mkdocs.yml": {**CONFIG, "hooks": ["hook.py"]},
                "hook.py": "def on_config(config):\n    config.copyright = 'Hooked'\n",
            },
            True,
            id="hook for the configuration",
        ),
        pytest.param(
            {"docs/briefs/marches/index.html": "<p>Mine</p>"}, True, id="a file at a page's address"
        ),
    ],
)
def test_a_site_is_what_mkdocs_makes_page_by_page(
    tmp_path: Path, files: dict[str, Any], is_framed: bool
) -> None:
    desk = small_desk(tmp_path / "desk", files)
    settings = settings_of(desk)
    rendered = pipeline.render(pipeline.check(settings), settings)
    framed = mkdocs.make_frame(settings, rendered.site.outlines, [], tmp_path / "frame")
    assert (framed.frame is not None, framed.warnings) == (is_framed, ())
    assert build_here(desk).is_published
    whole = Project(tmp_path / "whole")
    whole.site.mkdir(parents=True)
    assert mkdocs.write_site(settings, rendered, whole.site) == []
    here, there = desk.published(), whole.published()
    assert [name for name in here.keys() | there.keys() if here.get(name) != there.get(name)] == []


@pytest.mark.parametrize(
    ("files", "read"),
    [
        ({"mkdocs.yml": {**CONFIG, "hooks": ["word.py"]}}, "word.py"),
        ({"mkdocs.yml": {**CONFIG, "INHERIT": "word.yml"}}, "word.yml"),
        (
            {
                "mkdocs.yml": {
                    **CONFIG,
                    "markdown_extensions": [{"pymdownx.snippets": {"base_path": ["PROJECT"]}}],
                },
                "docs/about.md": '# About\n\n--8<-- "word.txt"\n',
            },
            "word.txt",
        ),
    ],
    ids=["hook", "inherited", "snippet"],
)
def test_a_file_that_is_read_from_elsewhere_is_read_each_time(
    tmp_path: Path, files: dict[str, Any], read: str
) -> None:
    words = {
        "word.py": "def on_config(config):\n    config.copyright = 'WORD'\n",
        "word.yml": "copyright: WORD\n",
        "word.txt": "WORD\n",
    }
    desk = small_desk(tmp_path / "desk", {**files, read: words[read].replace("WORD", "before")})
    config = (desk.folder / "mkdocs.yml").read_text(encoding="utf-8")
    desk.write("mkdocs.yml", config.replace("PROJECT", str(desk.folder)))
    shutil.rmtree(desk.folder / "overrides/partials")
    desk.write("overrides/partials/copyright.html", "{{ config.copyright }}\n")
    desk.build()
    desk.write(read, words[read].replace("WORD", "afterwards"))
    desk.build()
    assert b"afterwards" in (desk.site / "about/index.html").read_bytes()


def test_templates_behind_a_link_are_read_each_time(desk: Project, tmp_path: Path) -> None:
    shutil.move(desk.folder / "overrides/partials", tmp_path / "partials")
    (desk.folder / "overrides/partials").symlink_to(tmp_path / "partials")
    (tmp_path / "partials/round").symlink_to(desk.folder / "overrides")
    build_here(desk)
    (tmp_path / "partials/copyright.html").write_text("<p>Behind the link</p>")
    build_here(desk)
    assert b"Behind the link" in (desk.site / "index.html").read_bytes()


# What is not trusted


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x80",
        msgspec.msgpack.encode({"brief": 1}),
        msgspec.msgpack.encode(ledger.Ledger()),
        pickle.dumps(ledger.Ledger()),
    ],
    ids=repr,
)
def test_nothing_is_read_but_surveys(data: bytes) -> None:
    with pytest.raises(msgspec.DecodeError):
        thawed(data)


def test_a_survey_is_read_as_it_was(desk: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[Survey | None] = []
    survey = Surveyor.survey

    def noted(surveyor: Surveyor, file: ContentFile) -> Survey | None:
        made.append(survey(surveyor, file))
        return made[-1]

    monkeypatch.setattr(Surveyor, "survey", noted)
    pipeline.check(settings_of(desk), keeps=True)
    assert len(made) == len(BRIEFS)
    assert [one and thawed(frozen(one)) for one in made] == made


def test_a_workshop_of_another_program_counts_as_none(desk: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ledger, "version", lambda: b"another")
    for name in ("ledger", "surveys", "frame.note"):
        assert ledger.read_ledger(desk.folder / ".backgrounder" / name) == ledger.Ledger()


@pytest.mark.parametrize("kind", ["file", "dangling link"])
def test_a_workshop_that_is_no_folder_is_told(desk: Project, kind: str) -> None:
    folder = desk.folder / ".backgrounder"
    shutil.rmtree(folder)
    if kind == "file":
        folder.write_text("mine")
    else:
        folder.symlink_to("nowhere")
    result = in_process(desk, "build")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == f"backgrounder: File exists: {folder}\n"


def test_a_workshop_may_be_a_link_to_a_folder(desk: Project, tmp_path: Path) -> None:
    shutil.move(desk.folder / ".backgrounder", tmp_path / "elsewhere")
    (desk.folder / ".backgrounder").symlink_to(tmp_path / "elsewhere")
    assert written_anew(desk) == set()


@pytest.mark.parametrize("name", ["ledger", "surveys", "frame.note", "frame", "staging"])
@pytest.mark.parametrize("kind", ["file", "folder"])
def test_what_is_in_the_place_of_a_file_of_the_workshop(desk: Project, name: str, kind: str) -> None:
    """A build works without it, or says in one line what is in its way."""
    place = desk.folder / ".backgrounder" / name
    shutil.rmtree(place) if place.is_dir() else place.unlink(missing_ok=True)
    if kind == "folder":
        (place / "inside").mkdir(parents=True)
    else:
        place.write_text("mine")
    before = desk.published()
    result = in_process(desk, "build")
    assert result.exit_code in (0, 2)
    assert result.exit_code == 0 or result.stderr.startswith("backgrounder: ")
    assert result.exit_code == 0 or name in result.stderr
    assert desk.published() == before


# All cores


@pytest.fixture
def cores(monkeypatch: pytest.MonkeyPatch) -> None:
    """Work is shared among processes, however little it is."""
    monkeypatch.setattr(parallel, "_soon", lambda count: -1)
    monkeypatch.setattr(parallel, "_cores", lambda: 3)


def _squared(number: int) -> tuple[int, int]:
    if number == 77:
        raise KeyError(number)
    return number * number, os.getpid()


@pytest.mark.usefixtures("cores")
@pytest.mark.parametrize("count", [0, 1, 2, 3, 50])
def test_results_come_in_order(count: int) -> None:
    results = parallel.spread(_squared, range(count), tuple)
    assert [number for number, _ in results] == [number * number for number in range(count)]
    assert os.getpid() not in {process for _, process in results}


@pytest.mark.usefixtures("cores")
def test_what_a_process_raises_is_raised() -> None:
    with pytest.raises(KeyError, match="77"):
        parallel.spread(_squared, range(80), tuple)
    assert parallel.spread(_squared, [2], tuple)[0][0] == 4


def test_little_work_is_done_here() -> None:
    assert {process for _, process in parallel.spread(_squared, range(5), tuple)} == {os.getpid()}


@pytest.mark.usefixtures("cores")
@pytest.mark.parametrize("command", ["build", "check"])
def test_a_process_that_is_killed_is_told(
    desk: Project, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    here, survey = os.getpid(), Surveyor.frozen_survey

    def die(self: Surveyor, file: Any) -> bytes:
        if os.getpid() != here and file.slug == "marches":
            os.kill(os.getpid(), signal.SIGKILL)
        return survey(self, file)

    monkeypatch.setattr(Surveyor, "frozen_survey", die)
    desk.write("briefs/marches.yaml", {**BRIEFS["marches"], "title": "Other"})
    before = desk.published()
    result = in_process(desk, command)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        "backgrounder: a part of the build was ended from outside; is there enough memory?\n"
    )
    assert desk.published() == before


# What is begun before it is asked for


def test_the_outlines_of_a_site_are_foreseen(desk: Project) -> None:
    """If they were not, MkDocs would make the frame of a first build twice."""
    settings = settings_of(desk, with_drafts=True)
    checked = pipeline.check(settings)
    foreseen = foreseen_outlines(sorted(checked.corpus.brief_files), checked.corpus.registry)
    planned = pipeline.plan(checked, settings).site.outlines
    known = [
        [(one.address, one.nav_title, one.has_headings) for one in found] for found in (foreseen, planned)
    ]
    assert known[0] == known[1]


@pytest.fixture
def two_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if there were a core to spare, whatever this machine has."""
    monkeypatch.setattr(parallel, "_cores", lambda: 2)


@pytest.mark.usefixtures("two_cores")
def test_work_done_aside_is_waited_for(tmp_path: Path) -> None:
    with parallel.Aside() as aside:
        aside.start(lambda: (tmp_path / "done").write_bytes(b"") or b"")
        aside.wait()
        assert (tmp_path / "done").exists()


@pytest.mark.usefixtures("two_cores")
def test_work_done_aside_gives_its_result_or_nothing() -> None:
    def is_killed() -> bytes:
        os.kill(os.getpid(), signal.SIGKILL)
        return b"never"

    for function, result in ((lambda: b"found", b"found"), (is_killed, b"")):
        with parallel.Aside() as aside:
            aside.start(function)
            assert aside.wait() == result


@pytest.mark.usefixtures("two_cores")
def test_work_done_aside_may_fail(capfd: pytest.CaptureFixture[str]) -> None:
    with parallel.Aside() as aside:
        aside.start(lambda: 1 // 0)
        aside.wait()
    assert capfd.readouterr().err == ""


@pytest.mark.usefixtures("two_cores")
def test_work_aside_ends_with_what_it_was_for() -> None:
    started = time.monotonic()
    with parallel.Aside() as aside:
        aside.start(lambda: time.sleep(60))
    assert time.monotonic() - started < 30
