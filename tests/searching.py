"""How long search takes in Chromium on a site, and how much it loads; measured for ``scripts/bench``."""

from __future__ import annotations

import statistics
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

import figures
from browsing import browser, served

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Request

_ASK = """([words, seconds]) => new Promise(resolve => {
    const items = ".md-search-result__item"
    document.querySelectorAll(items).forEach(item => item.classList.add("old"))
    const list = document.querySelector(".md-search-result__list")
    const box = document.querySelector(".md-search__input")
    const watch = new MutationObserver(() => {
        if (!list.querySelector(items) || list.querySelector(`${items}.old`)) return
        watch.disconnect()
        resolve(performance.now() - start)
    })
    watch.observe(list, { childList: true })
    setTimeout(() => resolve(null), seconds * 1000)
    box.focus()
    const start = performance.now()
    box.value = words
    box.dispatchEvent(new KeyboardEvent("keyup"))
})"""
"""Sets the query, as typing its last letter does, and waits for the first result that no earlier search has left."""


class Asked(NamedTuple):
    """What the questions on one page took."""

    size: int
    """Bytes of search that were loaded up to the first answer."""
    first: float
    """Milliseconds to the first result of the first question."""
    laters: tuple[float, ...]
    """The same for each of the others that was answered."""


def time_search(
    name: str, site: Path, path: str, questions: tuple[str, ...], limit: int
) -> tuple[figures.Search, str]:
    """What searching a site takes, from its page at ``path``; and the version of the browser."""
    from playwright.sync_api import Error

    with browser() as running:
        version = running.version
        try:
            with served(site) as address:
                asked = _ask_all(running, site, address + path, questions, limit)
        except Error:
            return figures.Search(name, limit, failed=True), version
    if not all(asked):
        return figures.Search(name, limit), version
    laters = [time for one in asked if one for time in one.laters]
    return figures.Search(
        name,
        limit,
        round(statistics.median(one.size for one in asked if one)),
        statistics.median(one.first for one in asked if one),
        statistics.median(laters) if laters else None,
    ), version


def _ask_all(
    running: Browser, site: Path, address: str, questions: tuple[str, ...], limit: int
) -> list[Asked | None]:
    """Asks each question once as the first on a page; goes no further where there is no answer to the first."""
    asked: list[Asked | None] = []
    for place in range(len(questions)):
        asked.append(_ask(running, site, address, questions[place:] + questions[:place], limit))
        if asked[-1] is None:
            break
    return asked


def _ask(running: Browser, site: Path, address: str, questions: tuple[str, ...], limit: int) -> Asked | None:
    """Asks on a page that has just been opened, with nothing kept from the time before."""
    context = running.new_context(viewport={"width": 1280, "height": 900})
    try:
        page = context.new_page()
        requests: list[Request] = []
        page.on("requestfinished", lambda request: requests.append(request))
        page.goto(address, wait_until="load")
        first = page.evaluate(_ASK, [questions[0], limit])
        if first is None:
            return None
        size = _loaded(site, requests)
        laters = [page.evaluate(_ASK, [words, limit]) for words in questions[1:]]
        return Asked(size, first, tuple(time for time in laters if time is not None))
    finally:
        context.close()


def _loaded(site: Path, requests: list[Request]) -> int:
    """Bytes of the files of search among what was asked for; the server sends them as they are."""
    files = (site / urlsplit(request.url).path[1:] for request in list(requests))
    return sum(
        file.stat().st_size
        for file in files
        if "search" in file.relative_to(site).as_posix() and file.is_file()
    )
