"""Where the article lies that the project's own briefs rest on.

It is nobody's to publish with this repository. It is looked for at ``BACKGROUNDER_ARTICLE``, then in the
folder ``shared`` beside the checkout; without it the tests that need it are skipped, or fail where
``BACKGROUNDER_NO_SKIP`` is 1.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

_PROJECT = Path(__file__).resolve().parents[1]


def article_file() -> Path:
    """The article; ends the test where it is not here."""
    named = os.environ.get("BACKGROUNDER_ARTICLE")
    path = Path(named) if named else _PROJECT.parent / "shared" / "seed" / "article.txt"
    if path.is_file():
        return path
    missing = "the article is not here: name its file in BACKGROUNDER_ARTICLE"
    if os.environ.get("BACKGROUNDER_NO_SKIP") == "1":
        pytest.fail(missing)
    pytest.skip(missing)
