"""``scripts/evaluate`` on a made-up corpus: what it reads, what it plants, and the columns it prints."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from evaluation import fair, forms, plant_inside, planting, true
from evaluation.cast import cast_of, gender_of, name_in
from evaluation.checking import Outcome, outcomes
from evaluation.corpus import Article, Extent, paragraphs_of, read_corpus, read_relations
from evaluation.probes import Case, Probe, sampled
from evaluation.quotations import paired, read_quotations
from evaluation.run import main
from evaluation.tables import HEAD, Bar, Row, bar_of, failed, rows_of

HARBOUR = """\
Harbour club sells its boats.

Mayor Ada Reed said on Monday that the club was in debt. “We will not sell 2,500 tickets if the rain stays. The
 club needs a roof,” said Mr. Otto Lind, the chairman.

“The boats are old,” Reed said. “They have to go.”

“I was told of it in May,” she added.

Lind, who joined in 1990, shook his head. “Nobody asked the members,
"""
"""Lines that begin with a space go on in the same paragraph."""
BRIDGE = """\
Bridge closes.

“The bridge is closed,” Rhea Sol said.

“It will open in June.”
"""
MARKS = {
    "daily_2021-05-03_harbour": (
        HARBOUR,
        (
            (
                "Mr. Otto Lind, the chairman",
                "“We will not sell 2,500 tickets if the rain stays. The club needs a roof,”",
            ),
            ("Reed", "“The boats are old,”|“They have to go.”"),
            ("she", "“I was told of it in May,”"),
        ),
    ),
    "daily_2021-06-01_bridge": (BRIDGE, (("Rhea Sol", "“The bridge is closed,”"),)),
}


def _marked(text: str, pairs: tuple[tuple[str, str], ...]) -> str:
    """Annotations in brat's format: for each source and content of the text an event."""
    lines: list[str] = []
    for number, (source, content) in enumerate(pairs, 1):
        parts = [(text.index(part), text.index(part) + len(part)) for part in content.split("|")]
        start = text.index(source, max(0, parts[0][0] - 30 if source != "Reed" else parts[0][0]))
        extents = ";".join(f"{begin} {end}" for begin, end in parts)
        lines += [
            f"T{number}1\tSource {start} {start + len(source)}\t{source}",
            f"T{number}2\tContent {extents}\t{content}",
            f"T{number}3\tCue 0 1\tH",
            f"E{number}\tAttribution:T{number}3 Content:T{number}2 Cue:T{number}3 Source:T{number}1",
        ]
    return "\n".join(lines) + "\n"


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A folder with two articles, one in each split."""
    table = ["compartment\tfilename\tpublisher\tpublication_date\ttitle"]
    for split, (name, (text, pairs)) in zip(("dev", "train"), MARKS.items(), strict=True):
        text = text.replace("\n ", " ")
        for folder, file, content in (
            ("text", f"{name}.txt", text),
            ("attributions", f"{name}_ab12.ann", _marked(text, pairs)),
        ):
            (tmp_path / "data" / split / folder).mkdir(parents=True, exist_ok=True)
            (tmp_path / "data" / split / folder / file).write_text(content, encoding="utf-8")
        table.append(f"{split}\t{name}\tdaily\t{name[6:16]}\tTitle of {name}")
    (tmp_path / "data" / "metadata.tsv").write_text("\n".join(table) + "\n", encoding="utf-8")
    return tmp_path


@pytest.fixture
def harbour(corpus: Path) -> Article:
    """The first article."""
    return next(read_corpus(corpus, ("dev",)))


# -- Reading -----------------------------------------------------------------------------------------


def test_an_article_is_read_with_its_paragraphs_and_its_table(harbour: Article) -> None:
    assert (harbour.published, harbour.publisher) == ("2021-05-03", "daily")
    assert harbour.title == "Title of daily_2021-05-03_harbour"
    assert [paragraph.text.split()[0] for paragraph in harbour.paragraphs] == [
        "Harbour",
        "Mayor",
        "“The",
        "“I",
        "Lind,",
    ]
    assert all(harbour.text[item.start : item.end] == item.text for item in harbour.paragraphs)


def test_a_wrong_folder_is_said_in_one_line(tmp_path: Path, corpus: Path) -> None:
    with pytest.raises(SystemExit, match=r"^scripts/evaluate: .*/dev/text is no folder: DIR is"):
        main([str(tmp_path / "elsewhere"), "--split", "dev"])
    with pytest.raises(SystemExit, match=r"nowhere is no folder; nothing was measured$"):
        main([str(corpus), "--split", "dev", "--json", str(tmp_path / "nowhere/figures.json")])


def test_the_split_that_is_kept_back_is_never_read(corpus: Path) -> None:
    with pytest.raises(ValueError, match="kept back"):
        next(read_corpus(corpus, ("test",)))
    with pytest.raises(FileNotFoundError, match="folder of the corpus"):
        next(read_corpus(corpus / "data" / "dev", ("dev",)))


def test_annotations_with_several_stretches_and_odd_lines() -> None:
    lines = "T1\tSource 0 3\tAda\nT2\tContent 9 12;20 25\tone\x85two\nstray\nE1\tAttribution:T9 Content:T2 Source:T1\n"
    (relation,) = read_relations(lines)
    assert relation.sources == (Extent(0, 3),)
    assert relation.contents == (Extent(9, 12), Extent(20, 25))


def test_blank_lines_are_no_paragraphs() -> None:
    assert [(item.number, item.start, item.text) for item in paragraphs_of("One\n\n  \n  Two  \n")] == [
        (1, 0, "One"),
        (2, 10, "Two"),
    ]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("Mr. Otto Lind, the chairman", ("person", "Otto Lind")),
        ("Rep. Ada Reed (R-Ky.)", ("person", "Ada Reed")),
        ("former harbour master Ada Reed", ("person", "Ada Reed")),
        ("Florida Gov. Ada Reed", ("person", "Ada Reed")),
        ("the Harbour Council", ("organisation", "Harbour Council")),
        ("a spokesman for Ada Reed", ("", "")),
        ("Reed’s lawyer", ("", "")),
        ("Ada Reed and Otto Lind", ("", "")),
        ("officials", ("", "")),
        ("he", ("", "")),
    ],
)
def test_who_is_named(source: str, expected: tuple[str, str]) -> None:
    assert name_in(source) == expected


def test_a_gender_comes_from_the_title_or_the_given_name() -> None:
    assert gender_of("Robin Vane", "Ms. Vane left.") == "she"
    assert gender_of("Otto Lind", "") == "he"
    assert gender_of("Robin Vane", "Vane left.") == ""


def test_the_cast_has_full_names(harbour: Article) -> None:
    assert sorted(cast_of(harbour).members) == ["ada-reed", "otto-lind"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“One,” he said. “Two.”", [(1, 5, True), (17, 21, True)]),
        ('"One," he said.', [(1, 5, True)]),
        ("''One,'' he said.", [(2, 6, True)]),
        ("“One", [(1, 4, False)]),
        ("One” two", None),
        ('“One," two', None),
    ],
)
def test_quotation_marks_pair_or_are_left_alone(
    text: str, expected: list[tuple[int, int, bool]] | None
) -> None:
    assert paired(text) == expected


def test_quotations_have_their_speakers(harbour: Article) -> None:
    found = [(item.words, item.by, item.how, item.cites) for item in read_quotations(harbour).quotations]
    assert found == [
        (
            "We will not sell 2,500 tickets if the rain stays. The club needs a roof",
            "otto-lind",
            "named",
            (2,),
        ),
        ("The boats are old", "ada-reed", "named", (3,)),
        ("They have to go.", "ada-reed", "named", (3,)),
        ("I was told of it in May", "ada-reed", "pronoun", (4,)),
    ]


# -- Planting ----------------------------------------------------------------------------------------

PLANTED = [
    (plant_inside.word_boundary, "We have 2,500 men", "word boundary: thousands, end", "We have 2"),
    (
        plant_inside.word_boundary,
        "We take 0.5 percent of it",
        "word boundary: decimals, start",
        "5 percent of it",
    ),
    (
        plant_inside.word_boundary,
        "All non-combat staff stay",
        "word boundary: hyphens, start",
        "combat staff stay",
    ),
    (plant_inside.word_boundary, "And so we can’t pay", "word boundary: contractions, end", "And so we can"),
    (plant_inside.word_boundary, "The U.S. army left", "word boundary: initials, start", "S. army left"),
    (plant_inside.word_boundary, "They take 5% of all", "word boundary: percent signs, end", "They take 5"),
    (
        plant_inside.behind_ellipsis,
        "We have no plans to sell",
        "negation behind …: the word",
        "We have … plans to sell",
    ),
    (
        plant_inside.behind_ellipsis,
        "We know they will leave",
        "left out: modal behind …",
        None,
    ),
    (
        plant_inside.behind_ellipsis,
        "They say the club will pay us",
        "left out: subject behind …",
        "They say … will pay us",
    ),
    (plant_inside.put_in, "We will leave in August", "put in: not", "We will [not] leave in August"),
    (plant_inside.put_in, "We will leave in August", "put in: month", "We will leave in [January]"),
    (plant_inside.put_in, "We lost three old boats", "put in: number", "We lost [six] old boats"),
    (plant_inside.put_in, "They took our old boats", "put in: their for our", "They took [their] old boats"),
    (plant_inside.put_in, "We sold the boats, you see", "put in: noun", "We sold the [oil], you see"),
    (plant_inside.altered, "We will mend boats here", "altered: shall for will", "We shall mend boats here"),
    (plant_inside.altered, "We mend boats here", "altered: dropped", "We mend here"),
    (plant_inside.altered, "We mend wooden boats here", "altered: exchanged", "We wooden mend boats here"),
    (
        plant_inside.cut_off,
        "If they pay, we will leave now",
        "condition cut off: before",
        "we will leave now",
    ),
    (
        plant_inside.cut_off,
        "We will leave now if they pay",
        "condition cut off: if behind",
        "We will leave now",
    ),
    (
        plant_inside.cut_off,
        "I do not believe that the talks have failed",
        "denial cut off: the clause alone",
        "the talks have failed",
    ),
    (
        plant_inside.cut_off,
        "I have no doubt that the talks have failed",
        "denial cut off: the clause alone",
        None,
    ),
    (plant_inside.cut_off, "I wonder if they will leave us", "condition cut off: if behind", None),
    (
        plant_inside.joined,
        "We sold the old boats. They leaked from the start.",
        "left out: sentences joined",
        "We sold … from the start.",
    ),
]


@pytest.mark.parametrize(("rule", "words", "row", "expected"), PLANTED)
def test_what_is_planted(rule: plant_inside.Rule, words: str, row: str, expected: str | None) -> None:
    assert dict(rule(words, ["oil"])).get(row) == expected


def _planted(article: Article, row: str) -> list[Probe]:
    return [probe for probe in planting.planted_probes(read_quotations(article)) if probe.row == row]


def test_a_quotation_runs_on_into_the_reporters_words(harbour: Article) -> None:
    (first, second) = _planted(harbour, "reporter's words: runs on")[:2]
    assert first.words.endswith("The club needs a roof, said Mr")
    assert second.words == "The boats are old, Reed said"


def test_a_quotation_runs_over_the_reporting_clause(harbour: Article) -> None:
    (probe,) = _planted(harbour, "reporter's words: over the clause")
    assert probe.words == "The boats are old, Reed said. They have to go."


def test_two_speakers_are_joined(harbour: Article) -> None:
    probes = _planted(harbour, "two speakers: by the second")
    assert [(probe.words, probe.by, probe.cites) for probe in probes] == [
        ("We will not sell 2,500 tickets if … boats are old", "ada-reed", (2, 3)),
        ("We will not sell 2,500 tickets if … have to go.", "ada-reed", (2, 3)),
    ]


def test_words_within_a_quotation_are_given_to_the_outer_speaker(harbour: Article) -> None:
    item = (
        read_quotations(harbour).quotations[0]._replace(words="And then he said, ‘Go home at once,’ and left")
    )
    assert [probe.words for probe in planting.nested(item)] == ["Go home at once"]
    own = item._replace(words="And then I said, ‘Go home at once,’ and left")
    assert not list(planting.nested(own))


# -- What must pass ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "row", "expected"),
    [
        ("It was old. It leaked. We sold it.", "sentences left out", "It was old. … We sold it."),
        ("We mend old boats", "sic", "We mend [sic] old boats"),
        ("Then we left the harbour", "small letter in brackets", "[t]hen we left the harbour"),
        ("He said she was here in time", "name for a pronoun", "He said [Ada Reed] was here in time"),
        (
            "We know the harbour is deep",
            "explained in brackets",
            "We know the harbour [of the council] is deep",
        ),
        ("We left, of course, by boat", "aside left out", "We left … by boat"),
        ("We sold the boats, and the rest went later", "last clause left out", "We sold the boats"),
        ("We sold the boats, and nobody asked us why", "last clause left out", None),
    ],
)
def test_what_is_fair(words: str, row: str, expected: str | None) -> None:
    assert dict(fair.fair(words, ["Ada Reed"])).get(row) == expected


def test_true_quotations_and_others_who_did_not_say_them(harbour: Article) -> None:
    reading = read_quotations(harbour)
    rows = [
        (probe.row, probe.by) for probe in true.true_probes(reading) if probe.words == "The boats are old"
    ]
    assert rows == [("true, named: whole", "ada-reed")]
    wrong = [probe.by for probe in true.wrong_probes(reading) if probe.words == "The boats are old"]
    assert wrong == ["otto-lind"]


def test_sentences_do_not_end_behind_a_title() -> None:
    assert true.sentences("I met Mr. Lind there. He left.") == ["I met Mr. Lind there.", "He left."]


def test_made_up_transcripts_and_releases(harbour: Article) -> None:
    cases = {
        case.document.id.partition("-transcript")[0]: case
        for case in forms.form_cases(read_quotations(harbour))
    }
    labelled = cases["title-and-surname"].document
    assert labelled.kind == "transcript"
    assert labelled.paragraphs[1] == "MS. REED: The boats are old"
    wrong = [probe for probe in cases["title-and-surname"].probes if "wrong" in probe.row]
    assert [probe.by for probe in wrong] == ["ada-reed", "otto-lind", "otto-lind"]


# -- Counting ----------------------------------------------------------------------------------------


def test_the_program_is_asked(harbour: Article) -> None:
    reading = read_quotations(harbour)
    probes = (
        Probe("true, named: whole", "The boats are old", "ada-reed", (3,)),
        Probe("altered: replaced", "The boats are cold", "ada-reed", (3,)),
    )
    first, second = outcomes(Case(true.document_of(reading), probes))
    assert (first.errors, first.warnings) == ((), ())
    assert second.errors == ("altered-quotation",)


def test_a_row_counts_and_knows_its_bar(harbour: Article) -> None:
    document = true.document_of(read_quotations(harbour))
    told = Outcome(Probe("put in: not", "a", "b", (1,)), document, ("altered-quotation",), ())
    missed = Outcome(Probe("put in: month", "a", "b", (1,)), document, (), ("unnamed-speaker",))
    rows = {row.name: row for row in rows_of([told, missed])}
    assert rows["put in"].cells == ("put in", "2", "1", "1", "0", "50.0", "100.0", "error ≥ 100", "no")
    assert rows["put in: not"].cells[-1] == "yes"
    assert not failed(told)
    assert failed(missed)


@pytest.mark.parametrize(
    ("row", "bar"),
    [
        ("true, pronoun: whole", "error ≤ 0.3, warned ≤ 4"),
        ("wrong speaker, named: whole", "told ≥ 95"),
        ("form, wrong speaker: report", "told ≥ 95"),
        ("form, true: report", "error ≤ 0.3, warned ≤ 4"),
        ("altered: dropped", "error ≥ 99.5"),
        ("condition cut off: before", "told ≥ 95"),
    ],
)
def test_the_bars_are_those_of_the_issue(row: str, bar: str) -> None:
    assert str(bar_of(row)) == bar


def test_a_bar_has_two_sides() -> None:
    bar = Bar(error_at_most=0.3, warned_at_most=4)
    assert Row("true", 1_000, 3, 40, bar).is_met
    assert not Row("true", 1_000, 4, 0, bar).is_met
    assert not Row("true", 1_000, 0, 41, bar).is_met


def test_samples_are_always_the_same(harbour: Article) -> None:
    document = true.document_of(read_quotations(harbour))
    probes = tuple(Probe("altered: dropped", f"word {number}", "b", (1,)) for number in range(9))
    kept = Probe("true, named: whole", "words", "b", (1,))
    (one,) = sampled([Case(document, (*probes, kept))], 2)
    (two,) = sampled([Case(document, (*reversed(probes), kept))], 2)
    assert len(one.probes) == 3
    assert set(one.probes) == set(two.probes)
    assert kept in one.probes


def test_the_tables(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    figures = corpus / "figures.json"
    main([str(corpus), "--jobs", "1", "--json", str(figures), "--show", "negation"])
    printed = capsys.readouterr().out
    title, _, head = printed.splitlines()[:3]
    assert title == "dev, train: 2 articles"
    assert head.split("  ")[0] == "class"
    assert [name for name in HEAD if name not in head] == []
    assert "wrong speaker, named" in printed
    assert "draft, found" in printed
    rows = {row["class"]: row for row in json.loads(figures.read_text(encoding="utf-8"))["quotations"]}
    assert rows["true, named: whole"]["tried"] == 4
    assert rows["true, pronoun: whole"]["tried"] == 1
    assert rows["negation behind …"]["tried"] == 2
