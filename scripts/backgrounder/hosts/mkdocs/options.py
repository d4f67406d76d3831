"""The plugin's options in mkdocs.yml, and the project's settings made from them."""

from __future__ import annotations

import datetime
from pathlib import Path

from mkdocs.config import config_options as c
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError

from backgrounder.diagnostics import CATALOGUE, OPTIONAL, Severity
from backgrounder.diagnostics.suggest import did_you_mean
from backgrounder.model.choices import Handling
from backgrounder.model.dates import DateError, Day, parse_day
from backgrounder.model.likelihood import LikelihoodTable
from backgrounder.settings import Settings


class Options(Config):
    """``plugins: [backgrounder: {…}]``."""

    briefs_dir = c.Type(str, default="briefs")
    """The folder of the content, relative to mkdocs.yml."""
    today = c.Optional(c.Type((str, datetime.date)))
    """Fixes the day that "due", "overdue" and ``publish_on`` are counted from; without it, the day of the build."""
    handling = c.Choice([label.value for label in Handling], default=Handling.CLEAR.value)
    """The site's ceiling by the Traffic Light Protocol: a published brief above it stops the build."""
    handouts = c.Type(bool, default=True)
    """Whether PDF handouts are made."""
    paper = c.Choice(["a4", "us-letter"], default="a4")
    """The paper that handouts, question sheets and books are set for."""
    book = c.Optional(c.Type(bool))
    """Whether all briefs are offered as one book; without it, where there are fifty or fewer."""
    likelihoods = c.Choice([table.value for table in LikelihoodTable], default=LikelihoodTable.ICD_203.value)
    """What words of likelihood mean: ICD 203, the PHIA yardstick, or the scale of the IPCC."""
    checks = c.Type(dict, default={})
    """The severity of optional checks, by code: ``error``, ``warning``, ``advice`` or ``off``."""


def settings_from(
    config: MkDocsConfig, options: Options, with_drafts: bool = False, makes_folder: bool = False
) -> Settings:
    """The settings of the project that ``config`` describes; ``makes_folder`` makes that of its briefs where it is
    missing. Raises ConfigurationError and OSError.
    """
    if not config.use_directory_urls:
        raise ConfigurationError(
            "backgrounder needs `use_directory_urls: true`, the addresses it promises depend on it"
        )
    project = Path(config.config_file_path).parent.resolve()
    briefs = _inside(project, options.briefs_dir, makes_folder)
    site = Path(config.site_dir).resolve()
    _refuse_overlap(site, project, [briefs, Path(config.docs_dir).resolve(), project / "scripts"])
    today, is_fixed = _today(options)
    return Settings(
        project=project,
        briefs=briefs,
        docs=_unresolved(Path(config.docs_dir)),
        site=site,
        site_name=config.site_name,
        site_description=config.site_description or "",
        site_url=_with_slash(config.site_url or ""),
        today=today,
        today_is_fixed=is_fixed,
        with_drafts=with_drafts,
        handling=Handling(options.handling),
        handouts=options.handouts,
        paper=options.paper,
        book=options.book,
        likelihoods=LikelihoodTable(options.likelihoods),
        severities=_severities(options),
    )


def require_material(config: MkDocsConfig) -> None:
    """Makes sure of what the pages are made for: Material's shell and search, and no font of another host.

    Raises ConfigurationError.
    """
    if config.theme.name != "material":
        raise ConfigurationError("backgrounder needs Material: write `theme: {name: material}` in mkdocs.yml")
    if "material/search" not in config.plugins:
        raise ConfigurationError("the site has no search: add `- search` to the plugins in mkdocs.yml")
    config.theme["font"] = False


def _refuse_overlap(site: Path, project: Path, sources: list[Path]) -> None:
    """The site's folder is replaced whole, so it must not hold or lie in what the site is made from."""
    for folder in sources:
        if site.is_relative_to(folder) or folder.is_relative_to(site) or project.is_relative_to(site):
            raise ConfigurationError(
                f"`site_dir` ({site.name}) must be a folder of its own: a build replaces all of it"
            )


def _unresolved(folder: Path) -> Path:
    """The folder itself, even where it is a link: only what lies above it is resolved."""
    return folder.parent.resolve() / folder.name


def _today(options: Options) -> tuple[Day, bool]:
    if options.today is None:
        return Day(datetime.date.today().isoformat()), False
    try:
        return parse_day(str(options.today)), True
    except DateError as error:
        raise ConfigurationError(f"backgrounder: `today: {options.today}`: {error}; {error.hint}") from error


def _severities(options: Options) -> dict[str, Severity | None]:
    return {code: _severity(code, word) for code, word in options.checks.items()}


def _severity(code: object, word: object) -> Severity | None:
    if code in CATALOGUE and code not in OPTIONAL:
        raise ConfigurationError(f"backgrounder: `checks: {code}` cannot be set: a build needs it to hold")
    if code not in OPTIONAL:
        help_text = did_you_mean(str(code), OPTIONAL) or "copy the code from a message"
        raise ConfigurationError(f"backgrounder: `checks: {code}`: there is no such check; {help_text}")
    if word is False or word == "off":  # `off` without quotation marks is YAML's word for false
        return None
    if word not in list(Severity):
        words = ", ".join([*Severity, "off"])
        raise ConfigurationError(f"backgrounder: `checks: {code}: {word}` must be one of: {words}")
    return Severity(str(word))


def _inside(project: Path, folder: str, makes_folder: bool) -> Path:
    briefs = (project / folder).resolve()
    if not briefs.is_relative_to(project) or briefs == project:
        raise ConfigurationError(f"backgrounder: `briefs_dir: {folder}` is not a folder inside the project")
    if makes_folder:
        briefs.mkdir(parents=True, exist_ok=True)
    if not briefs.is_dir():
        raise ConfigurationError(
            f"backgrounder: there is no folder `{folder}`; `backgrounder new SLUG` makes it, with the start of a brief"
        )
    return briefs


def _with_slash(url: str) -> str:
    return url if not url or url.endswith("/") else f"{url}/"
