"""What the tests of builds, previews and pages share: projects to work on, a server, and the browser.

Projects are copies in temporary folders; nothing here writes into the checkout. Every wait has an end.
"""

from __future__ import annotations

import base64
import contextlib
import functools
import http.server
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import unquote, urljoin, urlsplit

import html5lib
from vouching import vouch

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ROOT = Path(__file__).resolve().parents[1]
PATIENCE = 120
"""Seconds after which a command that hangs is ended."""

_CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome")
_CHROMIUM_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

_MARK_OLD_RESULTS = """() => {
    const items = [...document.querySelectorAll(".md-search-result__item")]
    items.forEach(item => item.classList.add("old"))
    return items.length
}"""
_SAYS = """words => document.querySelector(".md-search-result__meta").textContent.includes(words)
    && !document.querySelector(".md-search-result__item.old")"""
"""The line above the results holds these words, and no result is left from an earlier search."""

SMALL_CONFIG = {
    "site_name": "Small Desk",
    "site_url": "https://desk.example/",
    "theme": {"name": "material", "font": False},
    "extra": {"generator": False},
    "plugins": ["search", {"backgrounder": {"today": "2021-07-24"}}],
}
SMALL_BRIEF = {
    "title": "Talks in Washington",
    "status": "published",
    "as_of": "2021-07-23",
    "bottom_line": "Talks are to be held.",
    "key_points": [{"text": "The talks begin on Monday.", "cite": "wire#p1"}],
    "sourcing": "One wire, and nothing in it has been corroborated.",
}
SMALL_REGISTRY = {
    "sources": {"wire": {"title": "Talks to begin", "kind": "article", "publisher": "Wire", "paragraphs": 2}},
}


class Project(NamedTuple):
    """A project in a folder of its own."""

    folder: Path

    @property
    def site(self) -> Path:
        return self.folder / "site"

    def run(self, *arguments: str, **options: Any) -> subprocess.CompletedProcess[str]:
        """``backgrounder`` with ``arguments``, from within the folder."""
        return run_python("-m", "backgrounder", *arguments, **{"cwd": self.folder, **options})

    def build(self, *arguments: str, **options: Any) -> None:
        """A build that is expected to work."""
        done = self.run("build", *arguments, **options)
        assert done.returncode == 0, done.stdout + done.stderr

    def write(self, name: str, content: str | dict[str, Any]) -> Path:
        """Writes a file; a mapping is written as the JSON that YAML takes for its own."""
        file = self.folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        text = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False, indent=1)
        file.write_text(text, encoding="utf-8")
        return file

    def replace(self, name: str, old: str, new: str) -> None:
        """Puts ``new`` in the place of the one ``old`` in a file."""
        file = self.folder / name
        text = file.read_text(encoding="utf-8")
        assert text.count(old) == 1
        file.write_text(text.replace(old, new), encoding="utf-8")

    def published(self) -> dict[str, bytes]:
        """Every file of the site with its bytes."""
        return files_in(self.site)


def copied_project(folder: Path) -> Project:
    """A copy of this repository's own project, not built yet."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    for name in ("docs", "briefs"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("archive"))
    return Project(folder)


def small_project(folder: Path, files: dict[str, str | dict[str, Any]] | None = None) -> Project:
    """A project of one brief and one source; ``files`` are added or take their place. A lock vouches for its
    quotations."""
    project = Project(folder)
    usual = {
        "mkdocs.yml": SMALL_CONFIG,
        "docs/about.md": "# About\n",
        "briefs/talks.yaml": SMALL_BRIEF,
        "briefs/registry/sources.yaml": SMALL_REGISTRY,
    }
    for name, content in {**usual, **(files or {})}.items():
        project.write(name, content)
    vouch(folder)
    return project


def run_python(*arguments: str, **options: Any) -> subprocess.CompletedProcess[str]:
    """This Python with ``arguments``, its output as text; ``env`` is added to the environment."""
    environment = {**os.environ, "PYTHONUTF8": "1", **options.pop("env", {})}
    return subprocess.run(
        [sys.executable, *arguments],
        **{"capture_output": True, "encoding": "utf-8", "timeout": PATIENCE, "env": environment, **options},
    )


def files_in(folder: Path) -> dict[str, bytes]:
    """Every file below a folder with its bytes, by its path from there."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def wait_until(condition: Callable[[], Any], seconds: float = 30, step: float = 0.05) -> Any:
    """What ``condition`` gives as soon as that is true; fails after so many seconds."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        found = condition()
        if found:
            return found
        time.sleep(step)
    raise AssertionError(f"waited {seconds} seconds in vain")


class Document:
    """A page of a site as a browser would see it."""

    def __init__(self, site: Path, file: Path) -> None:
        self.address = address_of(file.relative_to(site).as_posix())
        self.source = file.read_text(encoding="utf-8")
        self.root = html5lib.parse(self.source, namespaceHTMLElements=False)
        self.parents = {child: parent for parent in self.root.iter() for child in parent}

    def ids(self) -> list[str]:
        return [element.get("id") for element in self.root.iter() if element.get("id")]

    def by_id(self, identifier: str) -> Any:
        """The element of that id. Raises StopIteration where there is none."""
        return next(element for element in self.root.iter() if element.get("id") == identifier)

    def elements(self) -> Iterator[Any]:
        """All elements, comments left out."""
        return (element for element in self.root.iter() if isinstance(element.tag, str))

    def article(self) -> str:
        """The HTML of the page's own content, without the shell around it."""
        return self.source.split("<article", 1)[1].split(">", 1)[1].rsplit("</article>", 1)[0]

    def text(self) -> str:
        """The words of the page's own content, each run of white space as one space."""
        return " ".join("".join(self.root.find(".//article").itertext()).split())

    def resolve(self, link: str) -> tuple[str, str]:
        """Where a link of this page leads on the site: the address and the fragment."""
        return resolve(self.address, link)


def address_of(path: str) -> str:
    """The address of a file: ``briefs/`` for ``briefs/index.html``."""
    return path.removesuffix("index.html") if path == "index.html" or path.endswith("/index.html") else path


def resolve(address: str, link: str) -> tuple[str, str]:
    """Where a link found at ``address`` leads on the site; one that climbs out of it leads to ``..``."""
    base = "http://site/" if link.startswith("/") else "http://site/top/"
    parts = urlsplit(urljoin(f"{base}{address}", link))
    top = urlsplit(base).path
    path = unquote(parts.path)
    return path.removeprefix(top) if path.startswith(top) else "..", unquote(parts.fragment)


def read_script(text: str) -> Any:
    """What a file of the search index hands over: the JSON between its first comma and its last parenthesis."""
    return json.loads(text[text.index(",") + 1 : text.rindex(")")])


def documents(site: Path) -> dict[str, Document]:
    """All pages of a site by address."""
    found = (Document(site, file) for file in sorted(site.rglob("*.html")))
    return {document.address: document for document in found}


@contextlib.contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serves a folder on this machine alone, as a plain web server would; gives its address."""
    handler = functools.partial(_QuietHandler, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join(5)


class _QuietHandler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: Any) -> None:
        pass


def chromium() -> str | None:
    """The path of the system's Chromium."""
    return next(filter(None, map(shutil.which, _CHROMIUM_NAMES)), None)


@contextlib.contextmanager
def browser() -> Iterator[Browser]:
    """The system's Chromium; expects that there is one."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium(), args=_CHROMIUM_ARGUMENTS)
        try:
            yield running
        finally:
            running.close()


def search(page: Page, words: str) -> list[str]:
    """Addresses that the search box offers for ``words``, best first, relative to the site.

    The box takes note of its text when a key goes up; filling it alone sets no key in motion.
    """
    box = page.locator(".md-search__input")
    box.focus()
    if not page.evaluate(_MARK_OLD_RESULTS):
        box.fill("")
        box.press("End")
        page.wait_for_function(_SAYS, arg="start searching")
    box.fill(words)
    box.press("End")
    page.wait_for_function(_SAYS, arg="matching")
    return page.eval_on_selector_all(
        ".md-search-result__item a.md-search-result__link",
        "links => links.map(link => link.pathname.slice(1) + link.hash)",
    )


def take_pictures(folder: Path) -> None:
    """Builds the project and takes the pictures that the documentation shows."""
    slug = "end-of-us-combat-mission"
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        project = copied_project(Path(place))
        project.build()
        with served(project.site) as address, browser() as running:
            for name, width, height in (("brief-page", 1280, 900), ("brief-phone", 390, 844)):
                context = running.new_context(
                    viewport={"width": width, "height": height}, color_scheme="light"
                )
                page = context.new_page()
                page.goto(f"{address}briefs/{slug}/")
                page.wait_for_function("document.fonts.status === 'loaded'")
                _shrunk(page, folder / f"{name}.png", min(width, 1000))
                context.close()
        handout = project.site / "briefs" / slug / f"{slug}.pdf"
        size = ["-png", "-singlefile", "-scale-to-x", "800", "-scale-to-y", "-1"]
        subprocess.run(["pdftoppm", *size, str(handout), str(folder / "handout")], check=True, timeout=60)


def _shrunk(page: Page, file: Path, width: int) -> None:
    """Saves what the page shows, so wide; the browser itself scales it."""
    picture = base64.b64encode(page.screenshot()).decode()
    shown = page.viewport_size
    height = round(shown["height"] * width / shown["width"])
    page.set_viewport_size({"width": width, "height": height})
    page.set_content(f'<body style="margin:0"><img width="{width}" src="data:image/png;base64,{picture}">')
    page.wait_for_function("document.images[0].complete")
    page.screenshot(path=file)


if __name__ == "__main__":
    take_pictures(ROOT / "docs/assets/pictures")
