"""What all tests share: the ``--update`` option, Hypothesis profiles, and how a missing program is met."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable

import pytest
from browsing import Project, copied_project
from hypothesis import HealthCheck, settings

_SLOW_IS_FINE = [HealthCheck.too_slow, HealthCheck.function_scoped_fixture]

settings.register_profile(
    "default", max_examples=150, deadline=None, derandomize=True, suppress_health_check=_SLOW_IS_FINE
)
settings.register_profile("long", max_examples=20_000, deadline=None, suppress_health_check=_SLOW_IS_FINE)
settings.load_profile("long" if os.environ.get("BACKGROUNDER_FUZZ") == "long" else "default")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="rewrite the expected files of the cases")


@pytest.fixture
def update(request: pytest.FixtureRequest) -> bool:
    """Whether expectations are rewritten rather than compared."""
    return request.config.getoption("--update")


@pytest.fixture
def needs() -> Callable[[str], str]:
    """``needs("pdftotext")`` gives the path of a program and skips the test where there is none.

    With BACKGROUNDER_NO_SKIP=1, as in CI, a missing program fails the test instead.
    """

    def find(tool: str) -> str:
        path = shutil.which(tool)
        if path:
            return path
        if os.environ.get("BACKGROUNDER_NO_SKIP") == "1":
            pytest.fail(f"`{tool}` is not installed, and no test may be skipped here", pytrace=False)
        pytest.skip(f"`{tool}` is not installed")

    return find


@pytest.fixture(scope="session")
def built_project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A copy of this repository's project with its site, built once. Tests leave it as it is."""
    project = copied_project(tmp_path_factory.mktemp("built"))
    project.build()
    return project
