"""The search index: how words are folded, and that what stands in a page finds it."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from browsing import ROOT, browser, chromium, read_script
from hypothesis import given, settings
from hypothesis import strategies as st

from backgrounder.search import (
    DIGITS,
    SearchPage,
    SearchSection,
    Shard,
    count_words,
    fold_words,
    manifest_text,
    names_text,
    page_terms,
    page_text,
    page_value,
    shard_files,
    topic_word,
)
from backgrounder.search.terms import group_of

# Words

FOLDS = [
    ("Baghdad, Erbil", "baghdad erbil"),
    ("al-Kadhimi", "kadhimi"),
    ("Al Kadhimi", "kadhimi"),
    ("el-Sisi el Sisi", "sisi sisi"),
    ("al", "al"),
    ("Muqtada al-Sadr’s", "muqtada sadr"),
    ("al-Kāẓimī", "kazimi"),
    ("Ba'athist Ba’athist Baʿathist Ba`athist", "baathist baathist baathist baathist"),
    ("Iraq's IRAQ’S", "iraq iraq"),
    ("states’ 'quoted'", "state quoted"),
    ("troops buses bus class crisis US gas", "troop buse bus class crisis us gas"),
    ("2,500 troops; 3.5 per cent, 19.", "2,500 troop 3.5 per cent 19"),
    ("١٢٣ ۴۵۶ ٢٬٥٠٠", "123 456 2,500"),
    ("non-binding U.S./Iraq a_b", "non binding u s iraq a b"),
    ("الكاظمي كاظمي", "كاظمي كاظمي"),
    ("مُصْطَفَى مصطفي مصطفی", "مصطفي مصطفي مصطفي"),
    ("حسێن حسين حسین", "حسين حسين حسين"),
    ("إيران أيران ايران آيران ٱيران", "ايران ايران ايران ايران ايران"),
    ("كتاب کتاب كـتـاب", "كتاب كتاب كتاب"),
    ("حكومة حکومە حكومه", "حكومه حكومه حكومه"),
    ("فؤاد فواد رئيس رييس", "فواد فواد رييس رييس"),
    ("هەولێر ڕووداو کۆمەڵ", "ههولير رووداو كومهل"),
    ("Straße Σίσυφος ﬁnance ½ İstanbul", "strasse σισυφοσ finance 1 2 istanbul"),
    ("صدر\u200e \u202bصدر", "صدر صدر"),
    ("", ""),
    (" – ’ - ", ""),
]
LETTERS = st.sampled_from("abcsS '’-.,1٢éßأىیةەؤال\u0640\u0301\u200c\u200e_“—İΣς½ \n\u00a0\u3000\u1ee9ʿ")


@pytest.mark.parametrize(("text", "words"), FOLDS)
def test_words_are_folded(text: str, words: str) -> None:
    assert fold_words(text) == words.split()


@given(st.text(LETTERS) | st.text())
def test_folding_gives_words_without_anything_that_parts_them(text: str) -> None:
    words = fold_words(text)
    assert all(word and not set(word) & set(" _-:'\"") for word in words)
    assert fold_words(f"{text} {text}")[: max(len(words) - 1, 0)] == words[: max(len(words) - 1, 0)]


@given(st.lists(st.text(LETTERS) | st.sampled_from(["al", "a al", "El - ", "al el x"])))
def test_words_are_counted_as_they_are_folded(texts: list[str]) -> None:
    counted: Counter[str] = Counter()
    for text in texts:
        counted.update(fold_words(text))
    assert count_words(texts) == counted


@pytest.mark.browser
def test_the_browser_folds_words_in_the_same_way(tmp_path: Path) -> None:
    """Over all the cases above, what Hypothesis makes up, and every text of this project."""
    texts = [text for text, _ in FOLDS]
    texts += [file.read_text(encoding="utf-8") for file in sorted((ROOT / "briefs").rglob("*.yaml"))]

    @settings(max_examples=500, database=None, derandomize=True)
    @given(st.text(LETTERS, max_size=40))
    def gather(text: str) -> None:
        texts.append(text)

    gather()
    with _engine(tmp_path) as page:
        folded = page.evaluate("texts => texts.map(text => backgrounderFold(text))", texts)
    differing = [
        (text, mine, theirs) for text, mine, theirs in _side_by_side(texts, folded) if mine != theirs
    ]
    assert differing == []


def _side_by_side(texts: list[str], folded: list[list[str]]) -> Iterator[tuple[str, list[str], list[str]]]:
    for text, theirs in zip(texts, folded, strict=True):
        yield text[:200], fold_words(text), theirs


@contextmanager
def _engine(folder: Path) -> Iterator[Any]:
    """A page that has loaded the engine."""
    if chromium() is None:
        if os.environ.get("BACKGROUNDER_NO_SKIP") == "1":
            pytest.fail("Chromium is not installed, and no test may be skipped here", pytrace=False)
        pytest.skip("Chromium is not installed")
    script = (ROOT / "scripts/backgrounder/assets/site/search.js").as_uri()
    file = folder / "page.html"
    file.write_text(
        f'<!doctype html><meta charset="utf-8"><script src="{script}"></script>', encoding="utf-8"
    )
    with browser() as running:
        page = running.new_page()
        page.goto(file.as_uri())
        yield page


# The index

WORDS = st.sampled_from(
    ["talks", "troops", "Iraq’s", "al-Kadhimi", "الكاظمي", "2,500", "résumé", "日本", "US", "the", "𐎀"]
)
TEXTS = st.lists(WORDS, max_size=8).map(" ".join)
SECTIONS = st.builds(
    SearchSection, st.sampled_from(["", "a", "b"]), TEXTS, TEXTS, st.sampled_from([0.1, 1.0, 3.0])
)
PAGES = st.builds(
    SearchPage,
    address=st.just("p/"),
    title=TEXTS,
    kind=st.sampled_from(["brief", "stakeholder", "page"]),
    status=st.sampled_from(["", "draft"]),
    topics=st.lists(TEXTS.filter(bool), max_size=2).map(tuple),
    names=st.lists(TEXTS, max_size=2).map(tuple),
    sections=st.lists(SECTIONS, max_size=4).map(tuple),
)


def _shards(pages: list[SearchPage]) -> dict[str, list[Shard]]:
    groups: dict[str, list[tuple[int, str]]] = {}
    for number, page in enumerate(pages):
        for group, terms in page_terms(page).items():
            groups.setdefault(group, []).append((number, terms))
    return {group: shard_files(group, terms) for group, terms in groups.items()}


def _read(shard: Shard) -> dict[str, dict[int, int]]:
    """The words of a file, each with the pages that hold it and its weight there."""
    parts = read_script(shard.text).split(" ")
    return {word: _places(places) for word, places in zip(parts[::2], parts[1::2], strict=True)}


def _places(postings: str) -> dict[int, int]:
    places, page, step, shift = {}, -1, 0, 0
    letters = iter(postings)
    for letter in letters:
        digit = DIGITS.index(letter)
        step += (digit & 31) << shift
        shift += 5
        if digit < 32:
            page += step
            places[page] = int(next(letters))
            step = shift = 0
    return places


@given(st.dictionaries(st.integers(0, 3_000_000), st.integers(1, 9), min_size=1))
def test_places_come_back_as_they_were_written(places: dict[int, int]) -> None:
    (shard,) = shard_files("w", [(number, f"word {weight}") for number, weight in places.items()])
    assert _read(shard) == {"word": places}


@given(st.lists(PAGES, max_size=4))
def test_every_word_of_every_section_finds_its_page(pages: list[SearchPage]) -> None:
    index: dict[str, dict[int, int]] = {}
    for group, shards in _shards(pages).items():
        for shard in shards if group != "names" else []:
            index.update(_read(shard))
    for number, page in enumerate(pages):
        texts = [page.title, *page.names]
        texts += [text for section in page.sections for text in (section.title, section.text)]
        for word in fold_words(" \n ".join(texts)):
            assert 1 <= index[word][number] <= 9
        assert number in index[f"kind:{page.kind}"]
        assert all(number in index[topic_word(topic)] for topic in page.topics)
        assert not page.status or number in index[f"status:{page.status}"]


@given(PAGES)
def test_each_word_of_a_page_stands_once_in_its_group_in_order(page: SearchPage) -> None:
    for group, terms in page_terms(page).items():
        words = terms.split(" ")[::2]
        assert words == sorted(set(words))
        assert group in ("names", "filters") or {group_of(word) for word in words} == {group}


@given(st.lists(PAGES, max_size=4), st.randoms())
def test_the_order_in_which_pages_come_does_not_matter(pages: list[SearchPage], random: Any) -> None:
    terms = [(number, text) for number, page in enumerate(pages) for text in page_terms(page).values()]
    shuffled = random.sample(terms, len(terms))
    assert shard_files("x", terms) == shard_files("x", shuffled)


def test_files_are_cut_small_and_their_words_ascend() -> None:
    pages = [(page, " ".join(f"w{word:05} 1" for word in range(page % 7, 20_000, 7))) for page in range(60)]
    shards = shard_files("w", pages)
    assert len(shards) > 5
    assert max(len(shard.text) for shard in shards) < 25_000
    words = [word for shard in shards for word in _read(shard)]
    assert words == sorted(set(words))
    assert [shard.first for shard in shards] == [next(iter(_read(shard))) for shard in shards]
    assert len({shard.path for shard in shards}) == len(shards)


def test_a_name_outweighs_any_text() -> None:
    person = SearchPage(
        address="p/", title="Mustafa al-Kadhimi", kind="stakeholder", names=("مصطفى الكاظمي",)
    )
    talk = SearchPage(
        address="b/",
        title="Talks",
        kind="brief",
        sections=(SearchSection("x", "al-Kadhimi", "Kadhimi " * 500, 3.0),),
    )
    assert page_terms(person)["k"] == "kadhimi 9"
    assert page_terms(talk)["k"] == "kadhimi 7"
    assert "كاظمي 9" in page_terms(person)["u0643"]
    assert page_terms(person)["names"] == "mustafa-kadhimi 9 مصطفي-كاظمي 9"


def test_the_manifest_names_shards_and_filters() -> None:
    pages = [
        SearchPage(address="", title="Home"),
        SearchPage(address="b/", title="Talks", kind="brief", status="draft", topics=("Oil & gas",)),
    ]
    names = {group: [shard.name for shard in shards] for group, shards in _shards(pages).items()}
    text = manifest_text(
        2, names, ["page", "brief"], ["", "draft"], ["Oil & gas"], "abc", names_text(["Al Gore"])
    )
    value = read_script(text)
    assert value["total"] == 2
    assert value["kinds"] == ["brief", "page"]
    assert value["statuses"] == ["draft"]
    assert value["topics"] == [["Oil & gas", "topic:oil-gas"]]
    assert value["shards"]["h"][0] == "home"


def test_texts_are_kept_as_they_are() -> None:
    page = SearchPage(address="b/", title="</script> 'x'", sections=(SearchSection("a", "T", "<b>\u2028"),))
    assert read_script(page_text(7, page_value(page)).decode()) == {
        "address": "b/",
        "title": "</script> 'x'",
        "kind": "page",
        "sections": [["a", "T", "<b>\u2028"]],
    }


def test_names_are_the_words_long_enough_to_be_told_apart() -> None:
    assert (
        read_script(names_text(["Fuad Hussein", "Mustafa al-Kadhimi", "US"]))
        == "fuad hussein kadhimi mustafa"
    )


def test_what_material_loads_holds_no_document(built_project: Any) -> None:
    folder: Path = built_project.site / "search"
    whole = json.loads((folder / "search_index.json").read_text(encoding="utf-8"))
    assert whole["docs"] == []
    script = (folder / "search_index.js").read_text(encoding="utf-8")
    assert json.loads(script.removeprefix("var __index=")) == whole
