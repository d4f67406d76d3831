"""Importing a source: what the readers take from each form of document, what is made of it, what is written."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import typst
from articles import article_file
from hypothesis import given, settings
from hypothesis import strategies as st

from backgrounder.archive import parse_archived
from backgrounder.evidence.languages import language_of
from backgrounder.intake import Given, IntakeError, read_document
from backgrounder.intake.guesses import dateline, language, publisher, source_id
from backgrounder.intake.normal import paragraphs, typeset
from backgrounder.intake.record import Line, as_scalar, record_text, with_record
from backgrounder.link.compared import mark_of
from backgrounder.load import load_corpus
from backgrounder.model.dates import parse_day
from backgrounder.model.placeholders import NOT_KNOWN, is_not_known
from backgrounder.model.proof import SpeakerGrade
from backgrounder.pipeline import add_source, check
from backgrounder.settings import Settings

_ROOT = Path(__file__).resolve().parents[1]

_PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8">
<title>Harbour plan divides the coast | The Daily</title>
<meta property="og:title" content="Harbour plan divides the coast | The Daily">
<meta property="og:site_name" content="The Daily">
<link rel="canonical" href="https://daily.example/harbour">
<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"Harbour plan","datePublished":
"2021-07-22T06:00:00+02:00","author":{"@type":"Person","name":"Ada Reed"}}</script></head><body>
<header><nav><ul><li><a href="/">Home</a></li><li><a href="/news">All news</a></li></ul></nav></header>
<div class="cookie-banner">We use cookies to make this page better. <button>Accept</button></div>
<main><article><h1>Harbour plan divides the coast</h1>
<p>NORVIK — Minister <b>Anna Berg</b> said on <a href="/x">Thursday</a> that the harbour will be enlarged, although
some 2,500 people had signed against it last month.</p>
<p>She told reporters: <q>We will build it, and we will build it well.</q> Nobody would lose a berth, she added.</p>
<h2>Forty boats</h2>
<p>“Forty boats have nowhere to go,” said Jon Vik, who speaks for the fishers of the coast and of the islands.</p>
<ul><li>The first plan failed in March 2019.</li><li>The second was never published by the ministry.</li></ul>
<p>The parliament is to vote on Monday, and the outcome is open according to members who were asked.</p>
<p>“Forty boats have nowhere to go,” said Jon Vik, who speaks for the fishers of the coast and of the islands.</p>
</article></main><aside class="related"><h3>Read more</h3><ul><li><a href="/1">Ten ways to cook a cod</a></li></ul>
</aside><section id="comments"><h3>Comments</h3><p>First!</p></section>
<footer><p>© 2024 The Daily. All rights reserved. Imprint.</p></footer></body></html>"""

_REPORT = [
    "Minister Anna Berg of Norland said on Thursday that the harbour will be enlarged, although some two thousand five "
    "hundred people had signed against it last month, most of them from the islands.",
    "“We will build it, and we will build it well,” Berg told reporters, and representatives of the neighbouring "
    "municipalities listened without interrupting.",
    "Jon Vik, who speaks for the fishers, disagrees. Forty boats have nowhere to go, he said, unless the government "
    "finds a different configuration for the easternmost breakwater.",
    "The parliament is to vote on Monday. A first plan failed in March 2019, when thirty-five per cent were for it; "
    "the circumstances were different then, officials maintain.",
    "Dozens of fishers marched to the quay on July 19, and their banners said that the sea is theirs, which the "
    "administration of the harbour calls an exaggeration of the facts.",
]


# -- Reading -----------------------------------------------------------------------------------------


def test_a_saved_page_gives_its_article_and_nothing_else() -> None:
    """Headings, list items and quotation marks stay; menus, banners, comments and what to read next go."""
    document = read_document(_PAGE.encode(), "page.html")
    text = "\n".join(document.blocks)
    assert document.title == "Harbour plan divides the coast"
    assert (document.published, document.language) == ("2021-07-22", "en")
    assert (document.publisher, document.author) == ("The Daily", "Ada Reed")
    assert document.url == "https://daily.example/harbour"
    assert document.blocks[0].startswith("NORVIK — Minister Anna Berg said on Thursday that")
    assert "“We will build it, and we will build it well.”" in text
    assert "Forty boats" in document.blocks
    assert "The first plan failed in March 2019." in document.blocks
    assert text.count("have nowhere to go") == 2  # repeats are the business of another step
    for other in ("Home", "cookies", "cod", "First!", "Imprint"):
        assert other not in text


def test_a_page_without_a_date_is_not_dated() -> None:
    """The year of the copyright line, or today, is no day of publication."""
    page = _PAGE.replace('"datePublished":', '"x":')
    assert read_document(page.encode(), "page.html").published == ""


def test_a_page_in_arabic() -> None:
    words = "قال الوزير يوم الخميس إن الميناء سيتوسع رغم اعتراض كثيرين من سكان الجزر على هذه الخطة الجديدة."
    page = f'<html lang="ar" dir="rtl"><body><article><h1>خطة الميناء</h1><p>{words}</p><p>{words[::-1]}</p></article>'
    document = read_document(page.encode(), "page.html")
    assert document.language == "ar"
    assert words in document.blocks


def test_a_report_as_pdf(tmp_path: Path) -> None:
    """Lines become paragraphs again, across pages and divided words; heads and page numbers go."""
    body = "\n\n".join(_REPORT)
    source = tmp_path / "report.typ"
    source.write_text(
        '#set document(title: "Harbour plan divides the coast")\n'
        '#set page(height: 9cm, width: 14.8cm, header: [The Daily report #h(1fr) July 2021], numbering: "1")\n'
        '#set par(justify: true)\n#set text(hyphenate: true, size: 11pt, lang: "en")\n'
        f"= Harbour plan divides the coast\n\n{body}\n",
        encoding="utf-8",
    )
    document = read_document(typst.compile(str(source)), "report.pdf")
    assert document.title == "Harbour plan divides the coast"
    assert list(document.blocks) == _REPORT


def test_markdown_is_read_without_its_marks() -> None:
    text = """---
title: Harbour
date: 2021-07-22
---
# Harbour

Some *text* with a [link](https://x.example) and `code`
goes on.

- one item

> A quotation
"""
    document = read_document(text.encode(), "harbour.md")
    assert document.title == "Harbour"
    assert document.published == "2021-07-22"
    assert document.blocks == ("Some text with a link and code goes on.", "one item", "A quotation")


@pytest.mark.parametrize(
    ("text", "title", "blocks"),
    [
        ("One paragraph, a line.\nAnother one.", "", ("One paragraph, a line.", "Another one.")),
        (
            "A headline\n\nThis is a paragraph that is\nwrapped and hyphen-\nated.\n\nAnd another\nwell-known one.\n",
            "A headline",
            ("This is a paragraph that is wrapped and hyphenated.", "And another well-known one."),
        ),
        ("\ufeffA headline\r\nIt is followed by a sentence that is longer.\r\n", "A headline", ("It is followed by a sentence that is longer.",)),
    ],
    ids=["a line each", "wrapped", "Windows"],
)  # fmt: skip
def test_plain_text_in_its_two_layouts(text: str, title: str, blocks: tuple[str, ...]) -> None:
    document = read_document(text.encode(), "text.txt")
    assert (document.title, document.blocks) == (title, blocks)


@pytest.mark.parametrize(
    ("data", "name", "told"),
    [
        (b"  \n ", "a.txt", "nothing in it"),
        (b"PK\x03\x04rest", "a.docx", "save it as PDF"),
        (b"\x89PNG\r\n", "a.png", "a picture"),
        (b"a\0b", "a.txt", "no text"),
        ("Ä".encode("latin-1") * 9, "a.txt", "not in UTF-8 (line 1, byte 1)"),
        (b"%PDF-1.7 broken", "a.pdf", "damaged"),
        (b"no pdf", "a.pdf", "no PDF"),
        (b"<html><body></body></html>", "a.html", "no article"),
    ],
    ids=lambda value: value if isinstance(value, str) and value.startswith("a.") else "",
)
def test_what_cannot_be_read_says_what_to_do(data: bytes, name: str, told: str) -> None:
    with pytest.raises(IntakeError) as error:
        read_document(data, name)
    assert told in str(error.value)
    assert "\n" not in str(error.value)


@given(
    st.one_of(
        st.binary(max_size=400),
        st.binary(max_size=300).map(lambda data: b"%PDF-1.7\n" + data),
        st.text(max_size=200).map(lambda text: f"<html><body><article><p>{text}".encode("utf-8", "replace")),
        st.text(max_size=300).map(lambda text: text.encode("utf-8", "replace")),
    ),
    st.sampled_from(["a.txt", "a.html", "a.md", "a.pdf", "-"]),
)
@settings(max_examples=60, deadline=None)
def test_any_bytes_give_a_text_or_a_reason(data: bytes, name: str) -> None:
    try:
        document = read_document(data, name)
    except IntakeError:
        return
    assert all(block and "\n" not in block for block in document.blocks)


# -- Tidying and guessing ----------------------------------------------------------------------------


def test_each_passage_counts_once() -> None:
    """A repeat with other quotation marks is one; short lines may come again; the title is no paragraph."""
    blocks = [
        "A title",
        'He said: "We will go home now."',
        "(Applause)",
        "He said: “We will go home now.”",
        "(Applause)",
    ]
    tidy = paragraphs(blocks, "A title")
    assert tidy.kept == ("He said: “We will go home now.”", "(Applause)", "(Applause)")
    assert tidy.repeats == ((4, 1),)


@pytest.mark.parametrize(
    ("text", "set_as"),
    [
        ('He said "no" and left.', "He said “no” and left."),
        ("It's the ministers' plan...", "It’s the ministers’ plan…"),
        ('("Yes," he said)', "(“Yes,” he said)"),
        ("«Oui» stays", "«Oui» stays"),
    ],
)
def test_one_typography(text: str, set_as: str) -> None:
    assert typeset(text) == set_as
    assert typeset(set_as) == set_as


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("ERBIL, Kurdistan Region — Iraq’s foreign minister said", "ERBIL, Kurdistan Region"),
        ("NEW YORK (AP) - The council met", "NEW YORK"),
        ("WASHINGTON, July 22 — The council met", "WASHINGTON, July 22"),
        ("The council — all of it — met", ""),
        ("ISIS attacked", ""),
    ],
)
def test_dateline(text: str, place: str) -> None:
    assert dateline([text]) == place


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("The council of the town said that it was open to the plan for the harbour.", "en"),
        (
            "Der Rat der Stadt hat sich mit dem Plan nicht befasst, und das ist für die Fischer ein Problem.",
            "de",
        ),
        ("Le conseil de la ville est pour le plan, et les pêcheurs sont dans la rue pour une semaine.", "fr"),
        ("قال الوزير إن المجلس سيجتمع يوم الخميس في المدينة", "ar"),
        ("وەزیر گوتی کە ئەنجومەن لە شارەکە کۆ دەبێتەوە", "ckb"),
        ("وزیر گفت که شورا در شهر چند روز دیگر جلسه می‌گذارد و پیشنهاد را بررسی می‌کند", "fa"),
        ("12 34", ""),
    ],
)
def test_language(text: str, tag: str) -> None:
    assert language([text]) == tag


def test_ids_are_made_of_publisher_and_day() -> None:
    assert publisher("https://www.rudaw.net/english/1", "") == "Rudaw"
    assert publisher("https://news.bbc.co.uk/1", "") == "Bbc"
    assert publisher("", "rudaw-2021-07-23") == "Rudaw"
    assert source_id("The Daily", "2021-07-22", "Harbour plan") == "the-daily-2021-07-22"
    assert (
        source_id("The Daily", "", "A Harbour Plan, Again and Again") == "the-daily-a-harbour-plan-again-and"
    )


# -- Writing -----------------------------------------------------------------------------------------


@given(st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1, max_size=60))
def test_a_value_survives_its_way_through_yaml(value: str) -> None:
    """Whatever a headline holds, the registry gives it back."""
    import yaml

    value = " ".join(value.split())
    if value:
        text = as_scalar(value)
        assert yaml.load(f"title: {text} # guessed\n", Loader=yaml.BaseLoader) == {"title": value}


def _project(folder: Path) -> Settings:
    (folder / "briefs" / "registry").mkdir(parents=True)
    return Settings(
        project=folder,
        briefs=folder / "briefs",
        site=folder / "site",
        site_name="A desk",
        today=parse_day("2021-07-24"),
        today_is_fixed=True,
    )


def test_a_new_source_is_recorded_with_its_guesses_marked(tmp_path: Path) -> None:
    settings_ = _project(tmp_path)
    done = add_source(settings_, _PAGE.encode(), "page.html", Given())
    record = (tmp_path / "briefs/registry/sources.yaml").read_text(encoding="utf-8")
    assert done.added.source == "the-daily-2021-07-22"
    assert record.startswith(
        "sources:\n  the-daily-2021-07-22:\n    title: Harbour plan divides the coast # guessed"
    )
    assert "    url: https://daily.example/harbour # guessed from the page; please check\n" in record
    assert "    paragraphs: 7\n" in record
    assert done.added.repeats == ((8, 4),)
    assert (tmp_path / "briefs/archive/.gitignore").read_text(encoding="utf-8").endswith("*\n")
    found = check(settings_).diagnostics
    assert {item.code for item in found} == {"unused-record"}


def test_what_the_desk_says_counts_more(tmp_path: Path) -> None:
    given_ = Given(
        id="harbour", published="2021-07", publisher="Somebody", url="https://else.example/", kind="report"
    )
    add_source(_project(tmp_path), _PAGE.encode(), "page.html", given_)
    source = load_corpus(tmp_path, tmp_path / "briefs").corpus.registry.sources["harbour"]
    assert (source.published.text, source.publisher, source.url) == (
        "2021-07",
        "Somebody",
        "https://else.example/",
    )
    assert source.kind.value == "report"


@pytest.mark.parametrize(
    ("given_", "told"),
    [
        (Given(id="No Id"), "write --id no-id"),
        (Given(published="22.07.2021"), "--published"),
        (Given(url="javascript:alert(1)"), "no address"),
    ],
)
def test_bad_options_are_refused_before_anything_is_written(given_: Given, told: str, tmp_path: Path) -> None:
    settings_ = _project(tmp_path)
    with pytest.raises(IntakeError, match=told):
        add_source(settings_, _PAGE.encode(), "page.html", given_)
    assert not list((tmp_path / "briefs").rglob("*.*"))


def test_the_record_goes_below_the_others_and_changes_no_line(tmp_path: Path) -> None:
    """Comments, blank lines and what follows stay as they were."""
    old = "# ours\nsources:\n  a-b: # kept\n    title: A\n    kind: article\n    publisher: P\n\n# below\ntopics:\n  t: {name: T}\n"
    new = with_record(old, "  c-d:\n    title: C\n")
    assert new == old.replace("    publisher: P\n", "    publisher: P\n  c-d:\n    title: C\n")
    assert with_record("sources: {a: {title: A}}\n", "  c-d:\n    title: C\n") is None


def test_the_same_text_again_changes_nothing(tmp_path: Path) -> None:
    settings_ = _project(tmp_path)
    add_source(settings_, _PAGE.encode(), "page.html", Given(id="harbour"))
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    again = add_source(
        settings_, _PAGE.replace("<b>Anna Berg</b>", "Anna  Berg").encode(), "x.html", Given(id="harbour")
    )
    assert not again.added.is_new
    assert before == {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}


def test_another_text_is_a_new_version_and_its_statements_are_listed(tmp_path: Path) -> None:
    """The older text stays beside it; what rested on a paragraph that moved or changed is told."""
    settings_ = _project(tmp_path)
    add_source(settings_, _PAGE.encode(), "page.html", Given(id="harbour", published="2021-07-22"))
    (tmp_path / "briefs/plan.yaml").write_text(
        "title: The plan\nstatus: published\nas_of: 2021-07-22\nbottom_line: It divides the coast.\n"
        "key_points:\n  - text: The harbour will grow.\n    cite: harbour#p1\n"
        "  - text: Parliament is to vote.\n    cite: harbour#p7\n",
        encoding="utf-8",
    )
    changed = _PAGE.replace("<h2>Forty boats</h2>", "").replace("2,500 people", "2,600 people")
    done = add_source(settings_, changed.encode(), "page.html", Given(id="harbour"))
    assert [(item.span.line, item.message) for item in done.changed] == [
        (7, "paragraph 1 of `harbour` has changed, since the text that was compared"),
        (9, "paragraph 7 of `harbour` is now paragraph 6, since the text that was compared"),
    ]
    older = done.added.older
    assert older is not None
    kept = tmp_path / "briefs/archive" / f"harbour@{older.version}.txt"
    assert parse_archived(kept.read_text(encoding="utf-8"), "", "harbour").version == older.version
    assert "    paragraphs: 6\n" in (tmp_path / "briefs/registry/sources.yaml").read_text(encoding="utf-8")


def test_the_article_is_imported_with_each_passage_once(tmp_path: Path) -> None:
    """As the issue of this project has it: from a file and from standard input, and it says how many repeat."""
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: A desk\ntheme: {name: material}\nplugins: [backgrounder]\n", "utf-8"
    )
    (tmp_path / "docs").mkdir()
    (tmp_path / "briefs").mkdir()
    command = [sys.executable, "-m", "backgrounder", "source", "add", "-", "--id", "rudaw-2021-07-23"]
    done = subprocess.run(
        command, cwd=tmp_path, input=article_file().read_bytes(), capture_output=True, check=True
    )
    told = done.stdout.decode()
    assert "rudaw-2021-07-23: 9 paragraphs" in told
    assert "8 of 17 passages repeat earlier ones (p2 to p9); each is kept once" in told
    assert "not found: author, published, url" in told
    text = (tmp_path / "briefs/archive/rudaw-2021-07-23.txt").read_text(encoding="utf-8")
    assert text.count("This partnership has tremendous breadth") == 1
    assert text.startswith("# Iraq needs continued US assistance to defeat ISIS: foreign minister\n\nERBIL, ")
    again = subprocess.run(
        [*command[:-3], str(article_file()), *command[-2:]], cwd=tmp_path, capture_output=True, check=True
    )
    assert "nothing was changed" in again.stdout.decode()


def test_what_is_not_found_is_said_and_claims_nothing(tmp_path: Path) -> None:
    """Nobody has said that the source is English, so no rules of English are applied to it."""
    settings_ = _project(tmp_path)
    words = "“Zhu gal bora tel mon,” Ana Sel wo gat."
    add_source(settings_, f"{words}\n".encode(), "a.txt", Given(id="1", title="Tel", published="2021-07-22"))
    record = (tmp_path / "briefs/registry/sources.yaml").read_text(encoding="utf-8")
    assert "    language: und # not found, please write it\n" in record
    assert language_of("und") is None
    checked = check(settings_)
    assert checked.corpus.registry.sources["1"].language == "und"
    mark = mark_of(SpeakerGrade.NO_RULES, "und")
    assert mark == "speaker not compared (no rules for an unknown language); words verified"


def test_a_publisher_that_is_not_found_is_a_placeholder(tmp_path: Path) -> None:
    """The record needs one, so the check of what readers see has to know it again."""
    assert is_not_known(NOT_KNOWN)
    lines = [Line("publisher", NOT_KNOWN, is_found=False)]
    assert record_text("law", lines) == "  law:\n    publisher: not known # not found, please write it\n"
