"""The command: reads the corpus, tries the probes, and prints the tables."""

from __future__ import annotations

import argparse
import importlib
import importlib.util
import itertools
import json
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from evaluation import fair, forms, planting, true
from evaluation.checking import Outcome, outcomes
from evaluation.corpus import SPLITS, read_corpus
from evaluation.drafting import DRAFT_HEAD, RIGHT, DraftRow, draft_outcomes, draft_rows, shown_draft
from evaluation.probes import Case, sampled
from evaluation.quotations import Reading, read_quotations
from evaluation.tables import HEAD, Row, codes_table, failed, plain_table, rows_of, shown

_MOST = 600
"""So many probes of one rule are enough."""
_ABOUT = """\
Measure the evidence checks on a folder of the PolNeAR corpus, news with marked attributions. True
quotations must pass; distortions that are planted in them by rule must be told. The figures stand beside
what is asked for; the program ends with 0 whatever they are."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the tables for a folder of the corpus."""
    wanted = _wanted(arguments)
    splits = SPLITS if wanted.split == "both" else (wanted.split,)
    try:
        articles = list(itertools.islice(read_corpus(wanted.folder, splits), wanted.limit or None))
    except (OSError, ValueError) as error:
        sys.exit(f"scripts/evaluate: {error}")
    if wanted.json and not wanted.json.parent.is_dir():
        sys.exit(f"scripts/evaluate: {wanted.json.parent} is no folder; nothing was measured")
    readings = [read_quotations(article) for article in articles]
    tried = list(_tried(sampled(cases_of(readings), wanted.most), wanted.jobs))
    found = [outcome for reading in readings for outcome in draft_outcomes(reading)]
    rows, drafted, facts = rows_of(tried), draft_rows(found), facts_table()
    print(report(f"{', '.join(splits)}: {len(readings):,} articles", rows, drafted, facts))
    if wanted.show:
        lines = (shown(outcome) for outcome in tried if failed(outcome) and _is_wanted(outcome, wanted.show))
        drafts = (shown_draft(item) for item in found if item.verdict != RIGHT and wanted.show in item.row)
        print(*lines, *drafts, sep="\n")
    if wanted.json:
        wanted.json.write_text(as_json(rows, drafted, facts), encoding="utf-8")


def _wanted(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="scripts/evaluate", description=_ABOUT)
    parser.add_argument("folder", type=Path, metavar="DIR", help="the unpacked corpus, with data/dev in it")
    parser.add_argument("--split", choices=(*SPLITS, "both"), default="both")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there as well")
    parser.add_argument("--limit", type=int, default=0, metavar="N", help="read only the first N articles")
    parser.add_argument(
        "--most",
        type=int,
        default=_MOST,
        metavar="N",
        help=f"probes for a row; {_MOST} if left out, 0 for all",
    )
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, metavar="N", help="processes")
    parser.add_argument(
        "--show", metavar="CLASS", help="print what failed in rows whose names have this in them"
    )
    return parser.parse_args(arguments)


def _is_wanted(outcome: Outcome, show: str) -> bool:
    return any(show in name for name in (outcome.probe.row, *outcome.errors, *outcome.warnings))


def cases_of(readings: Iterable[Reading]) -> Iterator[Case]:
    """Yield every document with the probes on it: the articles themselves, then made-up forms of them."""
    for reading in readings:
        probes = itertools.chain(
            true.true_probes(reading),
            true.wrong_probes(reading),
            planting.planted_probes(reading),
            fair.fair_probes(reading),
        )
        yield Case(true.document_of(reading), tuple(dict.fromkeys(probes)))
        yield from forms.form_cases(reading)


def _tried(cases: Sequence[Case], jobs: int) -> Iterator[Outcome]:
    if jobs < 2:
        yield from itertools.chain.from_iterable(map(outcomes, cases))
        return
    with ProcessPoolExecutor(jobs) as pool:
        yield from itertools.chain.from_iterable(pool.map(outcomes, cases, chunksize=16))


def facts_table() -> list[Row]:
    """Return the rows of figures and dates planted in the desk's own words; none where the module is missing.

    The module ``planting_facts`` has a function ``facts_rows`` that returns rows like those of quotations.
    """
    if not importlib.util.find_spec("evaluation.planting_facts"):
        return []
    return list(importlib.import_module("evaluation.planting_facts").facts_rows())


def report(title: str, rows: Sequence[Row], drafted: Sequence[DraftRow], facts: Sequence[Row]) -> str:
    """Return all tables as text."""
    tables = [title, plain_table(HEAD, (row.cells for row in rows)), codes_table(rows)]
    tables.append(plain_table(DRAFT_HEAD, (row.cells for row in drafted)))
    if facts:
        tables.append(plain_table(HEAD, (row.cells for row in facts)))
    return "\n\n".join(tables) + "\n"


def as_json(rows: Sequence[Row], drafted: Sequence[DraftRow], facts: Sequence[Row]) -> str:
    """Return the figures for other programs."""
    counted = [
        {
            "class": row.name,
            "tried": row.tried,
            "errors": row.errors,
            "warned": row.warned,
            "bar": str(row.bar),
            "met": row.is_met,
            "codes": dict(row.codes),
        }
        for row in (*rows, *facts)
    ]
    found = [{**row._asdict(), "met": row.is_met} for row in drafted]
    return json.dumps({"quotations": counted, "draft": found}, indent=2, ensure_ascii=False) + "\n"
