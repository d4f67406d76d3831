"""The site in a browser: search, accessibility, layout, keyboard, and that nothing leaves it and nothing runs in it.

Uses the system's Chromium; nothing is downloaded. Where there is none, the file is skipped with one
line; with BACKGROUNDER_NO_SKIP=1 its tests fail instead.
"""

from __future__ import annotations

import functools
import os
import re
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import msgspec
import pytest
from browsing import ROOT, SMALL_BRIEF, Project, browser, chromium, search, served, small_project
from test_site import INDEX_PAGES, hostile_files

from backgrounder.hosts.mkdocs import read_project
from backgrounder.link import Linked, edition_of, link
from backgrounder.markup import parse_line, parse_prose, plain_text
from backgrounder.model.corpus import walk
from backgrounder.pipeline import check

if chromium() is None and os.environ.get("BACKGROUNDER_NO_SKIP") != "1":
    pytest.skip("Chromium is not installed, so nothing is tried in a browser", allow_module_level=True)

pytestmark = pytest.mark.browser

BRIEF = "briefs/end-of-us-combat-mission/"
SLUG = "end-of-us-combat-mission"
PAGES = {
    "home": "",
    "briefs": "briefs/",
    "brief": BRIEF,
    "questions": "questions/",
    "timeline": "timeline/",
    "stakeholders": "stakeholders/",
    "stakeholder": "stakeholders/fuad-hussein/",
    "topics": "topics/",
    "topic": "topics/security/",
    "sources": "sources/",
    "source": "sources/rudaw-2021-07-23/",
    "glossary": "glossary/",
    "changes": "changes/",
    "hand-written": "about/",
    "figures": "benchmarks/",
    "not found": "404.html",
}
"""One page of each kind."""

DESK = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}
NARROW = {"width": 320, "height": 640}
FOCUS_STOPS = 70

LINKED = link(check(read_project(ROOT)).corpus)


@pytest.fixture(scope="module")
def chrome() -> Iterator[Any]:
    if chromium() is None:
        pytest.fail("Chromium is not installed, and no test may be skipped here", pytrace=False)
    with browser() as running:
        yield running


@pytest.fixture(scope="module")
def address(built_project: Project) -> Iterator[str]:
    with served(built_project.site) as address:
        yield address


@pytest.fixture(scope="module")
def desk(chrome: Any, address: str) -> Iterator[Any]:
    """One wide page that several tests look through; none of them changes what the next one sees."""
    with opened(chrome) as page:
        page.goto(address)
        yield page


@contextmanager
def opened(chrome: Any, viewport: dict[str, int] = DESK, **options: Any) -> Iterator[Any]:
    """A page in a profile of its own."""
    context = chrome.new_context(viewport=viewport, **options)
    context.set_default_timeout(15_000)
    try:
        yield context.new_page()
    finally:
        context.close()


# Search


def _fields(linked: Linked) -> Iterator[tuple[str, str, str]]:
    """A text of each kind of field of one brief, with the kind and the anchor where search should land."""
    brief = next(brief for brief in linked.briefs if brief.slug == SLUG)
    question = brief.questions[0]
    group = brief.background[1]
    yield "title", brief.title, ""
    yield "bottom line", brief.bottom_line, ""
    yield "key point", brief.key_points[1].text, "key-points"
    yield "key point's note", brief.key_points[0].note or "", "key-points"
    yield "heading in the background", group.heading, "background"
    yield "background", group.statements[1].text, "background"
    yield "quotation", group.statements[0].quote.words, "background"
    yield "stakeholder's role", brief.stakeholders[2].role, "stakeholder-us-forces-in-iraq"
    yield "stakeholder's position", brief.stakeholders[1].position or "", "stakeholder-united-states"
    yield "stakeholder's interest", brief.stakeholders[1].interest or "", "stakeholder-united-states"
    yield "event", brief.timeline[1].text, "timeline"
    yield "event's note", brief.timeline[1].note or "", "timeline"
    yield "question", question.ask, f"question-{question.id}"
    yield "question's why", question.why, f"question-{question.id}"
    yield "question's known", question.known[0].text, f"question-{question.id}"
    yield "question's unknown", question.unknown or "", f"question-{question.id}"
    yield "question's resolves_when", question.resolves_when or "", f"question-{question.id}"
    yield "question's watch", question.watch[1], f"question-{question.id}"
    yield "question's position", question.positions[1].text, f"question-{question.id}"
    yield "question's log", question.log[0].text, f"question-{question.id}"
    yield "judgement", brief.judgements[0].text, "judgements"
    yield "judgement's because", brief.judgements[0].because, "judgements"
    yield "sourcing", brief.sourcing or "", "sources"
    yield "change", brief.changes[0].text, "changes"


@functools.cache
def _word_counts() -> Counter[str]:
    """How many of the project's texts hold each word."""
    texts = [plain_text(parse_prose(text)) for brief in LINKED.briefs for text in _texts(brief)]
    return Counter(word for text in texts for word in set(_words(text)))


def _texts(record: Any) -> Iterator[str]:
    for _, part in walk(record):
        yield from (value for value in msgspec.structs.astuple(part) if isinstance(value, str))


def _words(text: str) -> list[str]:
    return [word.lower() for word in re.findall(r"\w{4,}", plain_text(parse_prose(text)))]


def _rarest_words(text: str) -> str:
    """The three words of a text that say most about where it stands."""
    words = list(dict.fromkeys(_words(text)))
    return " ".join(sorted(words, key=lambda word: (_word_counts()[word], words.index(word)))[:3])


@pytest.mark.parametrize(
    ("text", "anchor"), [field[1:] for field in _fields(LINKED)], ids=[field[0] for field in _fields(LINKED)]
)
def test_search_finds_a_brief_by_every_kind_of_field(desk: Any, text: str, anchor: str) -> None:
    assert (f"{BRIEF}#{anchor}" if anchor else BRIEF) in search(desk, _rarest_words(text))


def _spellings(linked: Linked) -> list[tuple[str, str]]:
    return [
        (record_id, spelling)
        for record_id, record in linked.registry.stakeholders.items()
        for spelling in (record.name, *record.aliases, *(name.text for name in record.names))
    ]


@pytest.mark.parametrize(("record_id", "spelling"), _spellings(LINKED))
def test_search_finds_a_stakeholder_by_every_spelling(desk: Any, record_id: str, spelling: str) -> None:
    assert search(desk, spelling)[0].split("#")[0] == f"stakeholders/{record_id}/"


@pytest.mark.parametrize("words", ["2,500", "about 35", "US troops", "19 July", "last year"])
def test_numbers_and_short_words_lead_to_the_content(desk: Any, words: str) -> None:
    """Figures are not cut at their commas, short words are not dropped, and the guides come last."""
    first = search(desk, words)[0]
    assert first.startswith(("briefs/", "stakeholders/", "sources/", "glossary/"))


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("Kadhimi", "stakeholders/mustafa-al-kadhimi/"),
        ("الكاظمي", "stakeholders/mustafa-al-kadhimi/"),
        ("حسێن", "stakeholders/fuad-hussein/"),
        ("Suleimani", "stakeholders/qasem-soleimani/"),
        ("withdrawal timeline", f"{BRIEF}#question-withdrawal-timeline"),
        ("non-binding resolution", "glossary/#term-non-binding-resolution"),
    ],
)
def test_the_first_result_leads_to_the_place(chrome: Any, address: str, words: str, place: str) -> None:
    """A result is a page with the parts of it that match; a click on a part goes to that part."""
    with opened(chrome) as page:
        page.goto(address)
        search(page, words)
        parts = page.locator(".md-search-result__item").first.locator(".md-search-result__link")
        parts.nth(1 if "#" in place else 0).click()
        page.wait_for_url(lambda url: _without_query(url) == f"{address}{place}")
        anchor = urlsplit(place).fragment
        if anchor:
            page.wait_for_function(
                "id => document.getElementById(id).getBoundingClientRect().top < innerHeight", arg=anchor
            )


def test_search_says_that_it_found_nothing(desk: Any) -> None:
    assert search(desk, "xylophone") == []
    assert desk.locator(".md-search-result__meta").inner_text() == "No matching documents"


@pytest.mark.parametrize(
    "words",
    ["al-Kadhimi", "al Kadhimi", "KADHIMI’s", "Kadhimy", "Kadihmi", "كاظمي", "الكاظمی", "الـكاظِمي", "کازمی"],
)
def test_one_person_is_found_by_many_hands(desk: Any, words: str) -> None:
    """With the article or without, in any case, by the letters of any keyboard, and with one slip."""
    assert search(desk, words)[0] == "stakeholders/mustafa-al-kadhimi/"


def test_a_slip_is_forgiven_and_told(desk: Any) -> None:
    search(desk, "Kadhymi")
    assert "Nothing has “kadhymi”, so this is for “kadhimi”" in _meta(desk)


def test_matches_are_marked_in_the_parts_that_hold_them(desk: Any) -> None:
    search(desk, "withdrawal timeline")
    first = desk.locator(".md-search-result__item").first
    marks = [mark.lower() for mark in first.locator("mark").all_inner_texts()]
    assert {"withdrawal", "timeline"} <= set(marks)
    assert first.locator(".md-search-result__more").count() == 1


def test_quotation_marks_keep_words_together_and_a_minus_leaves_out(desk: Any) -> None:
    loose, together = search(desk, "mission combat"), search(desk, '"combat mission"')
    assert together
    assert search(desk, '"mission combat"') == []
    without = search(desk, "combat mission -kadhimi")
    assert without
    assert "stakeholders/mustafa-al-kadhimi/" not in without
    assert {result.split("#")[0] for result in without} < {result.split("#")[0] for result in loose}


def test_filters_are_words_of_the_question(chrome: Any, address: str) -> None:
    with opened(chrome) as page:
        page.goto(address)
        search(page, "Iraq")
        page.get_by_label("Kind", exact=True).select_option(label="Stakeholders")
        page.wait_for_function(
            "[...document.querySelectorAll('.md-search-result__link')].every(link => link.pathname.startsWith('/stakeholders/'))"
        )
        assert page.locator(".md-search__input").input_value() == "Iraq kind:stakeholder "
        assert all(result.startswith("briefs/") for result in search(page, "iraq kind:brief"))
        assert page.get_by_label("Kind", exact=True).input_value() == "kind:brief"
        assert search(page, "iraq topic:security")
        assert search(page, "kind:topic")


def test_more_results_are_told_and_come_by_keyboard(chrome: Any, address: str) -> None:
    """Every page that matches can be reached, from the box on, without a mouse."""
    with opened(chrome) as page:
        page.goto(address)
        assert len(_results(page, "the")) == 10
        total = int(re.search(r"^10 of (\d+) matching pages; add a word or a filter$", _meta(page))[1])
        assert 20 < total < 100
        for _ in range(20):
            if page.evaluate("document.activeElement.matches('.bg-search-more')"):
                break
            page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.wait_for_function("document.querySelectorAll('.md-search-result__item').length === 20")
        assert f"20 of {total} matching pages" in _meta(page)
        assert page.evaluate(
            "document.activeElement.closest('li') === document.querySelectorAll('.md-search-result__item')[10]"
        )
        page.keyboard.press("Enter")
        page.wait_for_url("**/?h=*")


def test_filters_are_set_by_keyboard(chrome: Any, address: str) -> None:
    with opened(chrome) as page:
        page.goto(address)
        page.wait_for_function(
            "document.querySelector('.md-search-result__meta').textContent.includes('start')"
        )
        page.keyboard.press("/")
        page.keyboard.type("iraq", delay=20)
        page.locator(".bg-search-filters select").first.wait_for()
        for _ in range(5):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.name === 'kind'"):
                break
        page.keyboard.press("b")
        page.wait_for_function("document.querySelector('.md-search__input').value.includes('kind:brief')")
        assert page.evaluate("document.activeElement.name === 'kind'")
        page.keyboard.press("Escape")
        page.wait_for_function("!document.getElementById('__search').checked")


def test_a_link_to_a_search_opens_it(chrome: Any, address: str) -> None:
    with opened(chrome) as page:
        page.goto(f"{address}?q=kadhimi+kind:stakeholder")
        link = page.locator(".md-search-result__link").first
        link.wait_for()
        assert "stakeholders/mustafa-al-kadhimi/" in link.get_attribute("href")
        assert page.get_by_label("Kind", exact=True).input_value() == "kind:stakeholder"


def test_search_works_in_a_folder_without_a_server(chrome: Any, built_project: Project) -> None:
    with opened(chrome) as page:
        _, complaints = _watched(page)
        page.goto((built_project.site / "briefs/index.html").as_uri())
        page.locator(".md-search__input").click()
        search(page, "al-Kadhimi troops")
        assert page.locator(".md-search-result__item mark").count() > 2
        search(page, "الكاظمي")
        first = page.locator(".md-search-result__link").first.get_attribute("href")
        assert "/stakeholders/mustafa-al-kadhimi/" in first
        assert page.get_by_label("Kind", exact=True).is_visible()
        assert complaints == []


def test_only_the_last_of_many_questions_is_answered(chrome: Any, address: str) -> None:
    with opened(chrome) as page:
        page.goto(address)
        search(page, "Washington")
        page.locator(".md-search__input").fill("")
        page.locator(".md-search__input").press_sequentially("fuad hussein", delay=15)
        page.wait_for_timeout(800)
        assert "fuad-hussein" in page.locator(".md-search-result__link").first.get_attribute("href")


def _meta(page: Any) -> str:
    return page.locator(".md-search-result__meta").inner_text()


def _results(page: Any, words: str) -> set[str]:
    return {result.split("#")[0] for result in search(page, words)}


# What pages load, keep and report


@pytest.mark.parametrize("kind", PAGES)
def test_a_page_asks_no_other_host_keeps_no_cookie_and_reports_no_error(
    chrome: Any, address: str, kind: str
) -> None:
    with opened(chrome) as page:
        requests, complaints = _watched(page)
        page.goto(f"{address}{PAGES[kind]}")
        search(page, "Iraq")
        assert {urlsplit(url).netloc for url in requests if urlsplit(url).scheme != "data"} == {
            urlsplit(address).netloc
        }
        assert page.context.cookies() == []
        assert page.evaluate("document.cookie") == ""
        assert complaints == []


def _watched(page: Any) -> tuple[list[str], list[str]]:
    """The addresses a page asks for and the errors it reports, from now on."""
    requests: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.on(
        "response", lambda answer: answer.status < 400 or complaints.append(f"{answer.status} {answer.url}")
    )
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda message: message.type != "error" or complaints.append(message.text))
    return requests, complaints


# Paper and page


@pytest.mark.parametrize(
    ("day", "is_code_kept", "state", "words"),
    [
        ("2021-07-23", True, "current", "The copy you hold is current: edition"),
        (
            "2021-07-20",
            True,
            "superseded",
            "It was true up to 20 July 2021; this page is as of 23 July 2021.",
        ),
        (
            "2021-07-23",
            False,
            "superseded",
            "It has the date of this page, 23 July 2021, but the page has been changed",
        ),
        ("2021-08-01", False, "newer", "it is as of 1 August 2021, the page as of 23 July 2021."),
    ],
    ids=["current", "older", "corrected", "newer"],
)
def test_a_page_says_whether_the_sheet_in_hand_is_current(
    chrome: Any, address: str, day: str, is_code_kept: bool, state: str, words: str
) -> None:
    """Opened with the address in the sheet's QR code; who comes without one is told nothing."""
    brief = next(brief for brief in LINKED.briefs if brief.slug == SLUG)
    edition = edition_of(brief, LINKED.registry)
    with opened(chrome, PHONE) as page:
        page.goto(f"{address}briefs/{SLUG}/")
        held = page.locator(".bg-held")
        assert not held.is_visible()
        assert f"Edition {edition.code}" in page.locator(".bg-meta").first.inner_text()
        page.goto(f"{address}briefs/{SLUG}/#{day}-{edition.code if is_code_kept else '0' * 8}")
        held.wait_for()
        assert words in held.inner_text()
        assert held.get_attribute("data-state") == state
        assert held.locator("a").is_visible() == (state == "superseded")
        page.goto(f"{address}briefs/{SLUG}/#2021-13-45-{edition.code}")
        held.wait_for(state="hidden")


# Accessibility


@pytest.fixture(scope="module")
def violations() -> Callable[[Any], list[str]]:
    from axe_playwright_python.sync_playwright import Axe

    axe = Axe()

    def find(page: Any) -> list[str]:
        found = axe.run(page).response["violations"]
        return [f"{item['id']}: {node['html'][:200]}" for item in found for node in item["nodes"]]

    return find


@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(
    chrome: Any, address: str, violations: Callable[[Any], list[str]], scheme: str, viewport: dict[str, int]
) -> None:
    found = {}
    with opened(chrome, viewport, color_scheme=scheme, reduced_motion="reduce") as page:
        for kind, path in PAGES.items():
            page.goto(f"{address}{path}")
            page.wait_for_function("document.fonts.status === 'loaded'")
            found[kind] = violations(page)
    assert {kind: items for kind, items in found.items() if items} == {}


@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_while_search_is_open(
    chrome: Any, address: str, violations: Callable[[Any], list[str]], scheme: str, viewport: dict[str, int]
) -> None:
    with opened(chrome, viewport, color_scheme=scheme, reduced_motion="reduce") as page:
        page.goto(f"{address}{BRIEF}")
        _open_search(page)
        search(page, "Iraq")
        page.wait_for_timeout(500)
        assert violations(page) == []


def _open_search(page: Any) -> None:
    """Opens the search box, behind its button on a narrow screen."""
    page.wait_for_function(
        "document.querySelector('.md-search-result__meta').textContent.includes('start searching')"
    )
    button = page.locator("label.md-header__button[for=__search]")
    if button.is_visible():
        button.click()
    else:
        page.locator(".md-search__input").click()
    page.wait_for_function("document.getElementById('__search').checked")


# Layout and keyboard


def test_no_page_scrolls_sideways(chrome: Any, address: str) -> None:
    wide = []
    with opened(chrome) as page:
        for kind, path in PAGES.items():
            page.goto(f"{address}{path}")
            page.wait_for_function("document.fonts.status === 'loaded'")
            for viewport in (NARROW, PHONE, DESK):
                page.set_viewport_size(viewport)
                width = page.evaluate("document.documentElement.scrollWidth")
                wide += [(kind, viewport["width"], width)] if width > viewport["width"] else []
    assert wide == []


def test_the_skip_link_comes_first_and_shows(chrome: Any, address: str) -> None:
    with opened(chrome) as page:
        page.goto(f"{address}{BRIEF}")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.matches('.md-skip')")
        page.wait_for_function("getComputedStyle(document.activeElement).opacity === '1'")
        page.keyboard.press("Enter")
        page.wait_for_function("!!document.querySelector(':target')?.closest('article')")


@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_focus_is_visible_all_along_the_page(
    chrome: Any, address: str, scheme: str, viewport: dict[str, int]
) -> None:
    """Nothing traps the focus, and whatever has it is in sight and marked by an outline."""
    unmarked: list[str] = []
    visited: list[str] = []
    with opened(chrome, viewport, color_scheme=scheme, reduced_motion="reduce") as page:
        page.goto(f"{address}{BRIEF}")
        for _ in range(FOCUS_STOPS):
            page.keyboard.press("Tab")
            page.wait_for_timeout(10)
            seen = page.evaluate(_FOCUS)
            visited.append(seen["html"])
            if not seen["marked"]:
                unmarked.append(seen["html"])
    assert unmarked == []
    assert len(set(visited)) > FOCUS_STOPS // 2


_FOCUS = """() => {
    const element = document.activeElement
    const shown = element.matches(".md-option") ? element.parentElement.querySelector("label:not([hidden])") : element
    const style = getComputedStyle(shown)
    const box = shown.getBoundingClientRect()
    const inSight = box.width > 0 && box.height > 0 && box.right > 0 && box.left < innerWidth
    const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0
    return {
        html: element.outerHTML.replace(/\\s+/g, " ").slice(0, 160),
        marked: element === document.body || (inSight && (outlined || element.matches("input[type=text]"))),
    }
}"""
"""Describes what has the focus. A text box is marked by its caret, a hidden option by its label; between
the last element and the first the page itself has it."""


@pytest.mark.parametrize("key", ["/", "s", "f"])
def test_search_opens_with_a_key_and_closes_with_escape(chrome: Any, address: str, key: str) -> None:
    with opened(chrome) as page:
        page.goto(f"{address}{BRIEF}")
        page.wait_for_function(
            "document.querySelector('.md-search-result__meta').textContent.includes('start')"
        )
        page.keyboard.press(key)
        page.wait_for_function("document.getElementById('__search').checked")
        assert page.evaluate("document.activeElement.matches('.md-search__input')")
        page.keyboard.press("Escape")
        page.wait_for_function("!document.getElementById('__search').checked")


@pytest.mark.parametrize("by", ["keyboard", "mouse"])
def test_a_term_explains_itself_and_leads_to_the_glossary(chrome: Any, address: str, by: str) -> None:
    with opened(chrome) as page:
        page.goto(f"{address}{BRIEF}")
        page.wait_for_timeout(300)
        term = page.locator("a.bg-term").first
        term.scroll_into_view_if_needed()
        term.focus() if by == "keyboard" else term.hover()
        tooltip = page.locator(".md-tooltip2--active, .md-tooltip--active, [role=tooltip]").first
        tooltip.wait_for(state="visible")
        meaning = LINKED.registry.glossary[
            urlsplit(term.get_attribute("href")).fragment.removeprefix("term-")
        ]
        assert plain_text(parse_line(meaning.definition))[:40] in tooltip.inner_text()
        page.keyboard.press("Enter") if by == "keyboard" else term.click()
        page.wait_for_url(f"{address}glossary/#term-*")
        assert page.locator(f"#{urlsplit(page.url).fragment}").is_visible()


def test_a_citation_leads_to_its_paragraph_and_back(chrome: Any, address: str) -> None:
    with opened(chrome) as page:
        page.goto(f"{address}{BRIEF}")
        page.locator("#key-points + ol .bg-cite").first.click()
        page.wait_for_url(f"{address}sources/*/#p*")
        page.locator(f"#{urlsplit(page.url).fragment} a[href*='{BRIEF}']").first.click()
        page.wait_for_url(f"{address}{BRIEF}#*")


# Evidence


@pytest.mark.parametrize("by", ["keyboard", "mouse"])
def test_a_citation_says_what_it_stands_for(chrome: Any, address: str, by: str) -> None:
    """Source, paragraph and day, on hover and on focus."""
    with opened(chrome) as page:
        page.goto(f"{address}{BRIEF}")
        page.wait_for_timeout(300)
        mark = page.locator("#key-points + ol .bg-cite").first
        mark.scroll_into_view_if_needed()
        mark.focus() if by == "keyboard" else mark.hover()
        tooltip = page.locator(".md-tooltip2--active, .md-tooltip--active, [role=tooltip]").first
        tooltip.wait_for(state="visible")
        told = tooltip.inner_text()
        assert re.match(r"Rudaw, 23 July 2021, paragraph \d: ", told)
        assert "Reliability F" in told


def test_a_quotation_says_that_it_is_verified_and_what_that_means(chrome: Any, address: str) -> None:
    """In words that are always there, with the meaning on focus; the mark leads to the paragraph."""
    with opened(chrome) as page:
        page.goto(f"{address}briefs/us-iraq-strategic-dialogue/")
        page.wait_for_timeout(300)
        marks = page.locator(".bg-quote .bg-verified")
        assert marks.count() == page.locator(".bg-quote").count() >= 3
        mark = marks.first
        assert mark.inner_text() == "verified: words and speaker"
        mark.scroll_into_view_if_needed()
        mark.focus()
        tooltip = page.locator(".md-tooltip2--active, .md-tooltip--active, [role=tooltip]").first
        tooltip.wait_for(state="visible")
        assert "word for word" in tooltip.inner_text()
        page.keyboard.press("Enter")
        page.wait_for_url(f"{address}sources/rudaw-2021-07-23/#p7")


@pytest.mark.parametrize(
    "words",
    [
        "We go, and we come back - well, soon & gladly",
        "This is the start of a long remark that goes on over the whole of the evening, and this is its very end",
        "This is the start … this is its very end",
        "[W]e come back",
    ],
    ids=["marks", "long", "omission", "insertion"],
)
def test_the_passage_is_found_on_the_page_of_the_publisher(words: str, chrome: Any, tmp_path: Path) -> None:
    """The browser itself finds the quoted words and scrolls to them."""
    filler = "<p>Nothing of note was said here, and nobody wrote it down.</p>" * 60
    spoken = (
        "<p>“We go, and we come back - well, soon &amp; gladly,” said X.</p><p>“This is the start of a long remark that "
        "goes on over the whole of the evening, and this is its very end,” X added.</p>"
    )
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "story.html").write_text(
        f"<!doctype html><meta charset=utf-8><title>Story</title>{filler}{spoken}{filler}", encoding="utf-8"
    )
    with served(tmp_path / "elsewhere") as elsewhere:
        source = {"title": "T", "kind": "article", "publisher": "P", "url": f"{elsewhere}story.html"}
        files = {
            "briefs/talks.yaml": {
                **SMALL_BRIEF,
                "key_points": [
                    {"text": "So it goes.", "cite": "wire#p1", "quote": {"words": words, "by": "x"}}
                ],
            },
            "briefs/registry/sources.yaml": {
                "sources": {"wire": source},
                "stakeholders": {"x": {"name": "X", "kind": "person"}},
            },
        }
        project = small_project(tmp_path / "project", files)
        project.build("--no-handouts")
        with served(project.site) as address, opened(chrome) as page:
            page.goto(f"{address}briefs/talks/")
            page.locator(".bg-passage").click()
            page.wait_for_url(f"{elsewhere}story.html*")
            page.wait_for_function("window.scrollY > 500")


# Text that tries to be code


def test_nothing_that_contributors_write_is_run(chrome: Any, tmp_path: Path) -> None:
    project = small_project(tmp_path, hostile_files()[0])
    project.build("--no-handouts")
    pages = [*INDEX_PAGES]
    pages += [
        f"{folder}/hostile-{number}/"
        for folder in ("briefs", "stakeholders", "sources")
        for number in range(16)
    ]
    with served(project.site) as address, opened(chrome) as page:
        requests, complaints = _watched(page)
        for path in pages:
            page.goto(f"{address}{path}")
            assert page.evaluate("typeof window.__fired") == "undefined", path
        page.goto(address)
        assert search(page, "zq0hostile0") != []
        page.wait_for_timeout(300)
        assert page.evaluate("typeof window.__fired") == "undefined"
        assert {urlsplit(url).netloc for url in requests if urlsplit(url).scheme != "data"} == {
            urlsplit(address).netloc
        }
        assert complaints == []


def _without_query(url: str) -> str:
    """The address without the ``?h=…`` by which the theme marks the words searched for."""
    return re.sub(r"\?[^#]*", "", url)
