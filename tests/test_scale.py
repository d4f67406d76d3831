"""What must hold of many briefs at once; how long it takes is measured by ``scripts/bench``."""

from __future__ import annotations

import gc
import weakref
from pathlib import Path

import pytest
from scale import MISTAKES, write_evidence_project, write_project

from backgrounder.archive import read_archive
from backgrounder.evidence import Library, compare_brief, read_lock
from backgrounder.hosts.mkdocs import read_project
from backgrounder.load import load_corpus
from backgrounder.pipeline import check, verify


@pytest.mark.parametrize("briefs", [200])
def test_a_mistake_in_each_brief_is_told_once(briefs: int, tmp_path: Path) -> None:
    """Every mistake of every file, under its code, in the order of files and lines."""
    write_project(tmp_path, briefs, mistakes=briefs)
    found = check(read_project(tmp_path)).diagnostics
    codes = {item.span.file: item.code for item in found}
    assert len(found) == len(codes) == briefs
    assert list(found) == sorted(found)
    for number, file in enumerate(sorted(codes)):
        assert codes[file] == MISTAKES[number % len(MISTAKES)][0], file


def test_the_made_up_briefs_are_faultless(tmp_path: Path) -> None:
    write_project(tmp_path, 144)
    assert check(read_project(tmp_path)).diagnostics == ()


def test_briefs_that_say_what_their_sources_say_give_no_alarm(tmp_path: Path) -> None:
    """Each is compared with the text of its own source; quotations, figures, dates and paragraphs agree."""
    write_evidence_project(tmp_path, 60)
    settings = read_project(tmp_path)
    assert len(verify(settings).compared) == 60 * 9
    checked = check(settings)
    assert checked.diagnostics == ()
    assert len(checked.evidence.versions) == 60


@pytest.mark.parametrize("seed", [0, 7])
@pytest.mark.parametrize("briefs", [1, 2, 13])
def test_a_corpus_of_any_size_is_faultless(briefs: int, seed: int, tmp_path: Path) -> None:
    """Shared people, papers, topics, terms and related briefs are all in use, and no brief stands alone."""
    write_project(tmp_path, briefs, seed=seed)
    checked = check(read_project(tmp_path))
    found = {item.code for item in checked.diagnostics}
    assert found <= {"unused-record"} and len(checked.corpus.briefs) == briefs


def test_a_corpus_is_the_same_for_the_same_seed(tmp_path: Path) -> None:
    for name, seed in (("one", 5), ("again", 5), ("other", 6)):
        write_project(tmp_path / name, 3, seed=seed)
    one, again, other = (
        {file.name: file.read_bytes() for file in (tmp_path / name / "briefs").glob("*.yaml")}
        for name in ("one", "again", "other")
    )
    assert one == again != other
    assert all(7_000 < len(text) < 16_000 for text in one.values())


def test_the_memory_of_a_text_is_free_when_others_have_taken_its_place(tmp_path: Path) -> None:
    """Without a collector of cycles, which stands still while briefs are compared."""
    write_evidence_project(tmp_path, 70)
    loaded = load_corpus(tmp_path, tmp_path / "briefs")
    archive = read_archive(tmp_path, tmp_path / "briefs", loaded.corpus.registry.sources)
    library = Library(archive.texts, loaded.corpus.registry)
    lock = read_lock(tmp_path, tmp_path / "briefs")
    first = min(library.texts)
    text = library.open(first)
    paragraph, count = weakref.ref(text.passages[0]), len(text.passages)
    gc.collect()
    gc.disable()
    try:
        for brief in loaded.corpus.briefs:
            compare_brief(brief, loaded.corpus.brief_files[brief.slug], library, lock)
        for source in library.texts:
            if source != first:
                library.open(source)
        assert paragraph() is None
    finally:
        gc.enable()
    assert len(text.passages) == count  # whoever still has the text can read it
