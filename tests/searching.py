"""How long search takes in Chromium on a site, and how much it loads; measured for ``scripts/bench``."""

from __future__ import annotations

import statistics
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import figures
from browsing import browser, served

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Request

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


def time_search(
    name: str, site: Path, path: str, questions: tuple[str, ...], limit: int
) -> tuple[figures.Search, str]:
    """What searching a site takes, from its page at ``path``; and the version of the browser.

    Each question is once the first on a page that has just been opened, with nothing kept from the time before.
    """
    sizes, firsts, laters = [], [], []
    with served(site) as address, browser() as running:
        for place in range(len(questions)):
            first, *later, size = _ask(
                running, site, address + path, questions[place:] + questions[:place], limit
            )
            if first is None:
                return figures.Search(name, limit), running.version
            sizes.append(size)
            firsts.append(first)
            laters.extend(time for time in later if time is not None)
        found = figures.Search(
            name,
            limit,
            round(statistics.median(sizes)),
            statistics.median(firsts),
            statistics.median(laters) if laters else None,
        )
        return found, running.version


def _ask(
    running: Browser, site: Path, address: str, questions: tuple[str, ...], limit: int
) -> tuple[float | None, ...]:
    """Milliseconds for each question; last the bytes that were loaded up to the first answer."""
    context = running.new_context(viewport={"width": 1280, "height": 900})
    try:
        page = context.new_page()
        done: list[Request] = []
        page.on("requestfinished", lambda request: done.append(request))
        page.goto(address, wait_until="load")
        first = _answered(page, questions[0], limit)
        if first is None:
            return (None, 0)
        size = _loaded(site, done)
        return (first, *(_answered(page, words, limit) for words in questions[1:]), size)
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


def _answered(page: Page, words: str, limit: int) -> float | None:
    """Milliseconds from setting the query to its first result; none where the limit is reached or the page fails."""
    from playwright.sync_api import Error

    try:
        return page.evaluate(_ASK, [words, limit])
    except Error:
        return None
