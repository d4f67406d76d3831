"""The page of the documentation that shows what ``scripts/bench --page`` has measured."""

from __future__ import annotations

from collections.abc import Iterator

import figures
from chart import Line, chart

_HEAD = """---
search:
  boost: 0.1
---

# How fast it is

"""
_BUILDERS = (figures.BUILD, figures.MKDOCS, figures.HUGO)
_NAMES = {figures.BUILD: "Backgrounder"}
"""What a generator is called where only clean builds are told."""
_GROWING = (figures.BUILD, figures.EDITED, figures.CHECK, figures.MKDOCS, figures.HUGO, figures.READ)

_MEASURED = f"""## What is measured

Every generator is given the same made-up briefs, of eight or nine kilobytes each. One step follows the other, each in
a process of its own. Builds of up to a thousand briefs are done three times, each generator in its turn, and the middle
time is told. MB is the most memory that its largest process held.

- *{figures.READ}*: its C parser goes through all YAML files of the corpus, and nothing else is done.
- *{figures.CHECK}*: `backgrounder check`, with nothing kept from an earlier one. *A mistake in each*: each brief has a
  fault to be told. *Against as many sources*: each brief quotes a source of its own, which is compared.
- *{figures.BUILD}*: `backgrounder build --no-handouts`, checks included, with nothing kept. Then the same
  with nothing changed, and with a sentence of one brief changed.
- *{figures.MKDOCS}*: `mkdocs build` of the text of the same briefs as Markdown. Its navigation names one page only. It
  makes the pages of briefs alone; Backgrounder also makes those of stakeholders, sources, topics and questions.
- *{figures.HUGO}*: the same Markdown in the same page shell, whole and unchanging. It checks nothing and makes no index
  for search.
- *{figures.HANDOUTS}*: PDFs of at most two pages, on a corpus of no more than 200 briefs, with nothing kept.
- *search*: Chromium opens the page of a brief from a server on the same machine, which does not compress, and is asked
  three questions: a common word, two words and a name. *KB loaded* is all that belongs to search, scripts included, from
  opening the page up to the first answer. *First question* is the time from setting it, as soon as the page is
  open, to the first result, each of the three in a browser that has kept nothing; *further question* is the same for the others
  on that page. The figures are medians. Material loads its whole index when a page is opened, so who reads for a while before
  searching waits as for a further question.
"""


def page(report: figures.Report) -> str:
    """The whole page as Markdown."""
    parts = [_HEAD + _opening(report), _figure(report.runs)]
    parts += [_tables(run) for run in report.runs]
    if len(report.runs) > 1:
        parts.append(_growth(report.runs))
    return "\n\n".join([*parts, _MEASURED.strip(), _machine(report)]) + "\n"


def _opening(report: figures.Report) -> str:
    return (
        f"Measured on {report.date} by `{report.command}`. The ratios are the result, not the seconds: these depend "
        f"on the machine and on what else it does.{_compared(report.runs[-1])}"
    )


def _compared(run: figures.Run) -> str:
    """What the largest corpus shows, for better or worse."""
    found = [
        f"{figures.shown(times)} times as long as {name}, so {'Backgrounder' if times < 1 else name} is the faster"
        for name in (figures.MKDOCS, figures.HUGO)
        if (times := figures.ratio(run, figures.BUILD, name)) is not None
    ]
    if not found:
        return ""
    return f"\n\nA clean build of {run.briefs:,} briefs takes Backgrounder {'; and '.join(found)}."


def _figure(runs: tuple[figures.Run, ...]) -> str:
    """The drawing, kept out of the site's search."""
    found = (
        Line(
            _NAMES.get(name, name),
            tuple((run.briefs, step.seconds) for run in runs if (step := run.step(name))),
        )
        for name in _BUILDERS
    )
    lines = tuple(line for line in found if line.points)
    drawing = chart("Seconds for a clean build, by number of briefs", lines)
    caption = "Seconds for a clean build; each line of the grid stands for ten times the one below it."
    return f"<figure data-search-exclude>\n{drawing}\n<figcaption>{caption}</figcaption>\n</figure>"


def _tables(run: figures.Run) -> str:
    parts = [
        f"## {run.briefs:,} {'brief' if run.briefs == 1 else 'briefs'}",
        figures.markdown_table(figures.STEP_HEAD, figures.step_rows(run)),
    ]
    if run.searches:
        parts.append(figures.markdown_table(figures.SEARCH_HEAD, figures.search_rows(run)))
    return "\n\n".join(parts)


def _growth(runs: tuple[figures.Run, ...]) -> str:
    first, last = runs[0].briefs, runs[-1].briefs
    head = ("step", f"ms a brief, of {first:,}", f"ms a brief, of {last:,}", "the second over the first")
    return (
        "## How the time grows\n\n"
        "One means that twice as many briefs take twice as long; less, that what is done once weighs on small corpora.\n\n"
        + figures.markdown_table(head, _growth_rows(runs))
    )


def _growth_rows(runs: tuple[figures.Run, ...]) -> Iterator[tuple[str, ...]]:
    for name in _GROWING:
        small, large, times = runs[0].step(name), runs[-1].step(name), figures.growth(runs, name)
        if small and large and times is not None:
            ends = (f"{figures.per_brief(step):,.2f}" for step in (small, large))
            yield (name, *ends, figures.shown(times))


def _machine(report: figures.Report) -> str:
    machine = report.machine
    rows = [
        ("cores", f"{machine.cores}"),
        ("memory", f"{machine.gigabytes:g} GiB"),
        ("load in the minute before", f"{machine.load:.2f}"),
        *machine.versions.items(),
    ]
    return "## The machine\n\n" + figures.markdown_table(("what", "which"), iter(rows))
