"""What readers and the desk are told of what was compared: no mark, line or list claims more than its proofs."""

from __future__ import annotations

import json
import subprocess
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import msgspec
import pytest
from test_handout import SETTINGS

from backgrounder import pipeline
from backgrounder.evidence.languages import language_of
from backgrounder.evidence.languages.english import ENGLISH
from backgrounder.evidence.quotations import Verified
from backgrounder.link import (
    Comparison,
    Linked,
    compared_told,
    explanation_of,
    facts_told,
    link,
    mark_of,
    proofs_told,
    quotations_told,
    quoting_nobody,
    sourcing,
)
from backgrounder.model.brief import Brief, Involvement, MarkedTerm, Position, Question, Quotation, Statement
from backgrounder.model.choices import BriefStatus, QuestionStatus, SourceKind, StakeholderKind
from backgrounder.model.citation import Citation
from backgrounder.model.corpus import Corpus
from backgrounder.model.dates import parse_day
from backgrounder.model.languages import english_name, is_compared_whole
from backgrounder.model.proof import Proof, SpeakerGrade
from backgrounder.model.registry import Registry, Source, Stakeholder, Term, Topic
from backgrounder.render.paper import render_book, render_handouts
from backgrounder.render.site import plan_site
from backgrounder.typeset import typeset

NAMED, LABELLED, INFERRED, DESK, OPEN, NO_RULES, NONE = SpeakerGrade
ATTRIBUTED = "The paragraph says “the chairman”, and he is the only one."
CONTEXT = "The sentence begins “If the arrears are paid”."
NICKNAME = MarkedTerm(words="the dam builder", reason="A nickname.")
GATE_WAR = MarkedTerm(words="gate war", reason="what papers call the dispute")

REGISTRY = Registry(
    stakeholders={
        "reed": Stakeholder(name="Ada Reed", kind=StakeholderKind.PERSON, about="She.", marked=(NICKNAME,))
    },
    sources={
        "daily": Source(title="Talks", kind=SourceKind.ARTICLE, publisher="The Daily", marked=(NICKNAME,)),
        "sabah": Source(title="ماء", kind=SourceKind.ARTICLE, publisher="Sabah", language="ar"),
    },
    topics={"water": Topic(name="Water", about="It.", marked=(NICKNAME,))},
    glossary={"gate": Term(name="gate", definition="It opens.", marked=(NICKNAME,))},
)
MARKS = {
    NAMED: "verified: words and speaker",
    LABELLED: "verified: words and speaker",
    INFERRED: "words verified; speaker inferred from the text",
    DESK: "speaker attributed by the desk; words verified",
    OPEN: "speaker not established; words verified",
    NO_RULES: "speaker not compared (no rules for Arabic); words verified",
    NONE: "words verified",
}
EVERY = pytest.mark.parametrize("grade", SpeakerGrade)
SPOKEN = pytest.mark.parametrize("grade", [grade for grade in SpeakerGrade if grade is not NONE])
"""Grades of quotations; the other is that of words quoted in running text."""


def _cite(source: str = "daily", paragraph: int = 2) -> tuple[Citation, ...]:
    return (Citation(source, paragraph),)


def _said(grade: SpeakerGrade, **more: Any) -> Statement:
    """A statement with a quotation; where there are no rules for the language, the source is Arabic."""
    quote = Quotation(words=f"We open the {grade.value} gate", by="reed", **more)
    return Statement(text="She spoke.", cite=_cite("sabah" if grade is NO_RULES else "daily"), quote=quote)


def _brief(*statements: Statement, **more: Any) -> Brief:
    fields = {"title": "Water", "bottom_line": "It is late.", **more}
    return Brief(
        slug="water",
        status=BriefStatus.PUBLISHED,
        as_of=parse_day("2021-07-23"),
        key_points=statements,
        **fields,
    )


def _linked(brief: Brief, *grades: SpeakerGrade) -> Linked:
    """The brief with proofs of these grades for its key points."""
    proofs = [
        ("f", ("key_points", number), Proof(brief.key_points[number].cite[0], grade))
        for number, grade in enumerate(grades)
    ]
    corpus = Corpus(briefs=(brief,), registry=REGISTRY, brief_files={"water": "f"}, registry_files={})
    return link(corpus, proofs=proofs, versions={"daily": "0" * 16, "sabah": "1" * 16})


class _Visible(HTMLParser):
    """What a reader sees without pointing at anything, and what pointing tells."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.seen, self.titles = "", ""
        self.feed(html)
        self.seen = " ".join(self.seen.split())

    def handle_data(self, data: str) -> None:
        self.seen += data

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen += " " if tag == "br" else ""
        self.titles += f" {dict(attrs).get('title') or ''}"


def _page(linked: Linked, address: str) -> _Visible:
    (page,) = [page for page in plan_site(linked, SETTINGS).pages if page.address == address]
    return _Visible(page.html)


def _sheet(linked: Linked) -> dict[str, Any]:
    (job,) = render_handouts(linked, SETTINGS)
    return json.loads(job.data)


# One quotation


@EVERY
def test_the_mark_says_what_was_compared(grade: SpeakerGrade) -> None:
    assert mark_of(grade, "ar") == MARKS[grade]


@EVERY
def test_verified_without_words_alone_is_said_only_where_the_source_gives_the_speaker(
    grade: SpeakerGrade,
) -> None:
    is_whole = Proof(Citation("daily", 1), grade).is_whole
    assert is_whole == (grade in (NAMED, LABELLED))
    assert mark_of(grade, "ar").startswith("verified") == is_whole


@EVERY
def test_each_mark_is_explained_in_a_sentence_of_its_own(grade: SpeakerGrade) -> None:
    assert explanation_of(grade, "ar").endswith(".")
    assert len({explanation_of(one, "ar") for one in SpeakerGrade}) == len(SpeakerGrade)


@SPOKEN
def test_pages_show_the_mark_and_tell_more_on_demand(grade: SpeakerGrade) -> None:
    linked = _linked(_brief(_said(grade)), grade)
    for address in ("briefs/water/", "stakeholders/reed/"):
        page = _page(linked, address)
        assert MARKS[grade] in page.seen
        assert explanation_of(grade, "ar") in page.titles
        assert "compared, word for word, with the text of the source" in page.titles


@SPOKEN
def test_paper_shows_the_mark(grade: SpeakerGrade) -> None:
    """``verified`` alone is words and speaker, as the line at the sources says."""
    linked = _linked(_brief(_said(grade)), grade)
    wanted = "verified" if grade in (NAMED, LABELLED) else MARKS[grade]
    assert _sheet(linked)["key_points"][0]["quote"]["proof"] == wanted
    book = json.loads(render_book(linked.briefs, linked, SETTINGS).data)
    assert book["chapters"][0]["key_points"][0]["quote"]["proof"] == wanted


def test_what_was_not_compared_says_so() -> None:
    linked = _linked(_brief(_said(NAMED)))
    page = _page(linked, "briefs/water/")
    assert "not yet compared with the source" in page.seen
    assert "1 quotation, not yet compared" in page.seen
    assert _sheet(linked)["key_points"][0]["quote"]["proof"] == "not yet compared"


def test_the_reason_of_the_desk_is_seen_without_pointing() -> None:
    linked = _linked(_brief(_said(DESK, attributed=ATTRIBUTED)), DESK)
    assert f"The desk’s reason: {ATTRIBUTED}" in _page(linked, "briefs/water/").seen
    assert _sheet(linked)["key_points"][0]["quote"]["reason"][0]["text"] == ATTRIBUTED


@pytest.mark.parametrize("grade", [NAMED, LABELLED, INFERRED, None])
def test_a_reason_is_not_seen_where_the_speaker_does_not_rest_on_it(grade: SpeakerGrade | None) -> None:
    """Else “inferred from the text” and “attributed by the desk” would stand side by side."""
    linked = _linked(_brief(_said(NAMED, attributed=ATTRIBUTED)), *([grade] if grade else []))
    seen = _page(linked, "briefs/water/").seen
    assert ATTRIBUTED not in seen
    assert "attributed by the desk" not in seen
    assert _sheet(linked)["key_points"][0]["quote"]["reason"] == []


@EVERY
def test_what_was_cut_off_is_seen_beside_the_quotation(grade: SpeakerGrade) -> None:
    linked = _linked(_brief(_said(grade, context=CONTEXT)), grade)
    assert f"gate” In context: {CONTEXT} Ada Reed" in _page(linked, "briefs/water/").seen
    assert _sheet(linked)["key_points"][0]["quote"]["context"][0]["text"] == CONTEXT


@pytest.mark.parametrize(
    ("grade", "more", "is_printed"),
    [
        (NAMED, {}, False),
        (OPEN, {}, True),
        (NAMED, {"context": CONTEXT}, True),
        (NAMED, {"attributed": ATTRIBUTED}, False),
        (DESK, {"attributed": ATTRIBUTED}, True),
    ],
)
def test_paper_leaves_out_a_quotation_told_in_the_text_only_where_nothing_is_lost(
    grade: SpeakerGrade, more: dict[str, str], is_printed: bool
) -> None:
    said = _said(grade, **more)
    twice = msgspec.structs.replace(said, text=f"She said: “{said.quote.words}”." if said.quote else "")
    linked = _linked(_brief(twice), grade)
    assert (_sheet(linked)["key_points"][0]["quote"] is not None) == is_printed


def test_everywhere_that_a_quotation_may_stand_has_the_mark() -> None:
    quote = Quotation(words="We open the gate", by="reed", context=CONTEXT)
    said = Statement(text="t", cite=_cite(), quote=quote)
    question = Question(
        id="q",
        ask="When?",
        status=QuestionStatus.OPEN,
        why="w",
        known=(said,),
        positions=(Position(who="reed", text="t", cite=_cite(), quote=quote),),
        answer=said,
    )
    brief = _brief(
        stakeholders=(Involvement(who="reed", role="r", cite=_cite(), quote=quote),),
        questions=(question,),
        background=(said,),
    )
    paths: list[tuple[str | int, ...]] = [
        ("stakeholders", 0),
        ("background", 0),
        ("questions", 0, "known", 0),
        ("questions", 0, "positions", 0),
        ("questions", 0, "answer"),
    ]
    corpus = Corpus(briefs=(brief,), registry=REGISTRY, brief_files={"water": "f"}, registry_files={})
    linked = link(corpus, proofs=[("f", path, Proof(_cite()[0], OPEN)) for path in paths])
    seen = _page(linked, "briefs/water/").seen
    assert seen.count(MARKS[OPEN]) == seen.count(CONTEXT) == len(paths)
    sheet = json.dumps(_sheet(linked), ensure_ascii=False)
    assert sheet.count(MARKS[OPEN]) == len(paths)


# All quotations of a brief


@pytest.mark.parametrize(
    ("quotations", "grades", "told"),
    [
        (0, {}, "0 quotations"),
        (1, {}, "1 quotation, not yet compared"),
        (2, {}, "2 quotations, not yet compared"),
        (1, {NAMED: 1}, "1 quotation, verified: words and speaker"),
        (3, {NAMED: 2, LABELLED: 1}, "3 quotations, all verified: words and speaker"),
        (1, {INFERRED: 1}, "1 quotation: words verified; speaker inferred"),
        (1, {DESK: 1}, "1 quotation: words verified; speaker attributed by the desk"),
        (1, {OPEN: 1}, "1 quotation: words verified; speaker not established"),
        (1, {NO_RULES: 1}, "1 quotation: words verified; speaker not compared (no rules for Arabic and French)"),
        (2, {OPEN: 2}, "2 quotations: words verified in all; speaker not established"),
        (3, {NAMED: 2, INFERRED: 1}, "3 quotations: words verified in all; speaker verified in 2, inferred in 1"),
        (
            12,
            {LABELLED: 1, NAMED: 8, DESK: 2, OPEN: 1},
            "12 quotations: words verified in all; speaker verified in 9, attributed by the desk in 2, not established in 1",
        ),
        (
            3,
            {NAMED: 2},
            "3 quotations: words verified in 2, not yet compared in 1; speaker verified in 2",
        ),
    ],
)  # fmt: skip
def test_quotations_are_counted_by_what_was_compared(
    quotations: int, grades: dict[SpeakerGrade, int], told: str
) -> None:
    found = Comparison(quotations=quotations, grades=grades, unruled=("Arabic", "French"))
    assert f"{quotations} {quotations_told(found)}" == told


def test_all_verified_is_said_only_where_all_of_it_was() -> None:
    for grade in set(SpeakerGrade) - {NONE}:
        brief = _brief(_said(NAMED), _said(grade))
        seen = _page(_linked(brief, NAMED, grade), "briefs/water/").seen
        assert ("all verified" in seen) == (grade in (NAMED, LABELLED))


def test_page_paper_and_source_say_the_same_of_the_quotations() -> None:
    linked = _linked(_brief(_said(NAMED), _said(INFERRED), _said(NO_RULES)), NAMED, INFERRED, NO_RULES)
    told = "3 quotations: words verified in all; speaker verified in 1, inferred in 1, not compared in 1 (no rules for Arabic)"
    assert told in _page(linked, "briefs/water/").seen
    assert told in _sheet(linked)["sourcing_counts"]
    daily, sabah = (_page(linked, f"sources/{name}/").seen for name in ("daily", "sabah"))
    assert "2 quotations: words verified in all; speaker verified in 1, inferred in 1 with version" in daily
    assert "1 quotation: words verified; speaker not compared (no rules for Arabic) with version" in sabah


def test_verify_tells_quotations_and_words_in_running_text_apart() -> None:
    proofs = [Proof(_cite()[0], grade) for grade in (NAMED, OPEN, NONE)]
    assert proofs_told(proofs, REGISTRY.sources) == (
        "2 quotations: words verified in all; speaker verified in 1, not established in 1; "
        "1 passage quoted in running text: words verified, speaker not compared"
    )
    assert proofs_told(proofs[2:] * 2, REGISTRY.sources) == (
        "2 passages quoted in running text: words verified, speakers not compared"
    )
    assert proofs_told([], REGISTRY.sources) == ""


PASSAGES = "3 passages quoted in running text: words verified, speakers not compared"


def _quoting_in_text(*grades: SpeakerGrade) -> Linked:
    """A brief with quotations of these grades, and three passages in running text: two of them in one text."""
    in_text = Statement(text="They were “tired” and “wet”, and “late”.", cite=_cite())
    brief = _brief(*[_said(grade) for grade in grades], in_text)
    at = len(grades)
    proofs = [
        *[("f", ("key_points", number), Proof(_cite()[0], grade)) for number, grade in enumerate(grades)],
        *[("f", ("key_points", at, "text"), Proof(_cite()[0], NONE))] * 2,
        ("f", ("bottom_line",), Proof(_cite()[0], NONE)),
    ]
    corpus = Corpus(briefs=(brief,), registry=REGISTRY, brief_files={"water": "f"}, registry_files={})
    return link(corpus, proofs=proofs, versions={"daily": "0" * 16})


def test_passages_in_running_text_are_counted_apart_from_the_quotations() -> None:
    told = f"1 quotation, verified: words and speaker; {PASSAGES}"
    linked = _quoting_in_text(NAMED)
    assert told in _page(linked, "briefs/water/").seen
    assert f"{told}." in _sheet(linked)["sourcing_counts"]
    assert f"{told} with version" in _page(linked, "sources/daily/").seen


def test_passages_are_told_of_where_nobody_is_quoted() -> None:
    linked = _quoting_in_text()
    assert f"0 quotations; {PASSAGES}" in _page(linked, "briefs/water/").seen
    assert f" {PASSAGES}." in _sheet(linked)["sourcing_counts"]
    assert "passage" not in _page(_linked(_brief(_said(NAMED)), NAMED), "briefs/water/").seen


def test_the_desk_is_told_of_passages() -> None:
    found = Comparison(quotations=2, grades={NAMED: 2}, passages=3)
    assert compared_told(found, (), ()) == (
        f"2 quotations, all verified: words and speaker; {PASSAGES}; no source is cited"
    )


# Marks of different strength


def _icon(grade: SpeakerGrade) -> str:
    """The sign before the mark on a page."""
    linked = _linked(_brief(_said(grade)), grade)
    (page,) = [page for page in plan_site(linked, SETTINGS).pages if page.address == "briefs/water/"]
    mark = page.html[page.html.index('<a class="bg-verified') :]
    return mark[mark.index("<svg") : mark.index("</svg>")]


def test_marks_of_different_strength_look_different() -> None:
    whole, inferred = {_icon(NAMED), _icon(LABELLED)}, {_icon(INFERRED)}
    weak = {_icon(grade) for grade in (DESK, OPEN, NO_RULES)}
    assert len(whole) == len(inferred) == len(weak) == 1
    assert len(whole | inferred | weak) == 3


@SPOKEN
def test_a_mark_leads_with_what_the_program_has_not_established(grade: SpeakerGrade) -> None:
    assert mark_of(grade, "ar").startswith("speaker") == (grade in (DESK, OPEN, NO_RULES))


@pytest.mark.parametrize(
    ("grades", "explained"),
    [
        ((), ()),
        ((LABELLED,), (NAMED,)),
        ((NAMED, LABELLED, OPEN), (NAMED, OPEN)),
        ((INFERRED, NO_RULES, DESK), (INFERRED, DESK, NO_RULES)),
    ],
)
def test_the_page_explains_the_marks_that_stand_on_it_and_no_others(
    grades: tuple[SpeakerGrade, ...], explained: tuple[SpeakerGrade, ...]
) -> None:
    texts = {
        NAMED: "words and speaker: the source itself says who speaks.",
        INFERRED: "speaker inferred from the text: the source points at the speaker without the name.",
        DESK: "speaker attributed by the desk: the desk says who speaks, and how it knows.",
        OPEN: "speaker not established: the program could not tell",
        NO_RULES: "speaker not compared: the program has no rules for the language",
    }
    seen = _page(_linked(_brief(*map(_said, grades)), *grades), "briefs/water/").seen
    assert {grade for grade, text in texts.items() if text in seen} == set(explained)
    assert ("No mark says that the words are true." in seen) == bool(grades)


def test_paper_says_what_verified_means_where_it_says_it() -> None:
    legend = "Verified: a program compared words and speaker with the source. It does not say that the words are true."
    assert _sheet(_linked(_brief(_said(NAMED)), NAMED))["legend"] == legend
    assert _sheet(_linked(_brief(Statement(text="t", cite=_cite()))))["legend"] == ""


def test_following_a_mark_answers_which_words() -> None:
    """Beside the paragraph where they stand, and not beside another that is cited for the same statement."""
    said = _said(OPEN)
    linked = _linked(_brief(msgspec.structs.replace(said, cite=(*_cite(), *_cite(paragraph=5)))), OPEN)
    seen = _page(linked, "sources/daily/").seen
    second, fifth = seen[seen.index("Paragraph 2") :].split("Paragraph 5")
    assert f"She spoke. key point“We open the open gate” {MARKS[OPEN]}" in " ".join(second.split())
    assert "She spoke." in fifth
    assert "gate" not in fifth


def test_the_words_are_found_where_their_mark_leads_though_the_source_is_cited_as_a_whole() -> None:
    brief = _brief(msgspec.structs.replace(_said(NAMED), cite=(Citation("daily", 0),)))
    corpus = Corpus(briefs=(brief,), registry=REGISTRY, brief_files={"water": "f"}, registry_files={})
    linked = link(corpus, proofs=[("f", ("key_points", 0), Proof(Citation("daily", 7), NAMED))])
    seen = _page(linked, "sources/daily/").seen
    assert "We open the named gate" in seen[seen.index("Paragraph 7") : seen.index("The source as a whole")]


# What else was not compared


@pytest.mark.parametrize(
    ("tag", "name"),
    [("ar", "Arabic"), ("ckb", "Central Kurdish"), ("en-GB", "English"), ("fr-CA", "French"), ("qqq", "qqq")],
)
def test_a_language_has_its_english_name(tag: str, name: str) -> None:
    assert english_name(tag) == name


@pytest.mark.parametrize("tag", ["en", "en-GB", "EN", "ar", "fr", "eng"])
def test_readers_are_told_of_the_languages_that_the_comparisons_know(tag: str) -> None:
    """What pages say of a language is what ``evidence`` does with it."""
    assert is_compared_whole(tag) == (language_of(tag) is ENGLISH)


def _facts(*sources: str, language: str = "en", uncompared: frozenset[str] | None = None) -> str:
    brief = _brief(*(Statement(text="t", cite=_cite(source)) for source in sources), language=language)
    found = sourcing(brief, REGISTRY, uncompared=uncompared)
    return facts_told(found.compared, found.numbers)


def test_what_a_language_leaves_without_comparison_is_told() -> None:
    assert _facts("daily") == ""
    assert _facts("sabah") == (
        "Dates, names and small figures were not compared with the source, which is in Arabic."
    )
    assert _facts("daily", "sabah") == (
        "Dates, names and small figures were not compared with source 2, which is in Arabic."
    )
    assert _facts("sabah", uncompared=frozenset(("names", "exchanged figures", "speakers"))) == (
        "Names and exchanged figures were not compared with the source, which is in Arabic."
    )
    assert _facts("sabah", uncompared=frozenset()) == ""
    assert _facts("daily", language="ckb") == (
        "Dates, names and small figures were not compared: this brief is in Central Kurdish."
    )


def test_page_and_paper_tell_it() -> None:
    told = "Dates, names and small figures were not compared with source 2, which is in Arabic."
    linked = _linked(_brief(_said(NAMED), _said(NO_RULES)), NAMED, NO_RULES)
    assert told in _page(linked, "briefs/water/").seen
    assert told in _sheet(linked)["sourcing_counts"]


def test_pages_know_what_the_comparisons_themselves_say() -> None:
    brief = _brief(Statement(text="t", cite=_cite("sabah")))
    corpus = Corpus(briefs=(brief,), registry=REGISTRY, brief_files={"water": "f"}, registry_files={})
    linked = link(corpus, uncompared={"water": frozenset(("names",))})
    told = "Names were not compared with the source, which is in Arabic."
    assert told in _page(linked, "briefs/water/").seen
    assert told in _sheet(linked)["sourcing_counts"]


def test_the_desk_is_told_what_ran() -> None:
    brief = _brief(_said(NAMED), _said(NO_RULES))
    proofs = {
        ("key_points", 0): Proof(_cite()[0], NAMED),
        ("key_points", 1): Proof(_cite("sabah")[0], NO_RULES),
    }
    found = sourcing(brief, REGISTRY, proofs)
    quoted = (
        "2 quotations: words verified in all; speaker verified in 1, not compared in 1 (no rules for Arabic)"
    )
    assert compared_told(found.compared, found.numbers, {"daily", "sabah"}) == (
        f"{quoted}; figures, dates, names and paragraphs compared with all sources; "
        "but dates, names and small figures were not compared with source `sabah`, which is in Arabic"
    )
    assert compared_told(found.compared, found.numbers, {"daily"}) == (
        f"{quoted}; not compared with `sabah`: figures, dates, names and paragraphs (its text is not here, and the "
        "lock vouches for quotations alone); figures, dates, names and paragraphs compared with the other sources"
    )
    assert compared_told(found.compared, found.numbers, ()) == (
        f"{quoted}; not compared with `daily` and `sabah`: figures, dates, names and paragraphs (their texts are not "
        "here, and the lock vouches for quotations alone)"
    )
    none = sourcing(_brief(), REGISTRY)
    assert compared_told(none.compared, none.numbers, ()) == "0 quotations; no source is cited"


# Words in quotation marks that quote nobody


def test_words_that_quote_nobody_are_told_once_at_the_sources() -> None:
    marked = Statement(text="The “gate war” of July.", cite=_cite(), marked=(GATE_WAR,))
    brief = _brief(marked, marked, marked=(NICKNAME,))
    assert quoting_nobody(brief) == (GATE_WAR, NICKNAME)
    linked = _linked(brief)
    told = (
        "In quotation marks without quoting anybody: “gate war” (what papers call the dispute), "
        "“the dam builder” (A nickname)."
    )
    assert _page(linked, "briefs/water/").seen.count(told) == 1
    assert [term["reason"][0]["text"] for term in _sheet(linked)["marked"]] == [
        "what papers call the dispute",
        "A nickname",
    ]
    assert "without quoting" not in _page(_linked(_brief()), "briefs/water/").seen


@pytest.mark.parametrize("address", ["stakeholders/reed/", "sources/daily/", "topics/water/", "glossary/"])
def test_shared_records_tell_theirs_on_their_own_pages(address: str) -> None:
    brief = _brief(_said(NAMED), topics=("water",), terms=("gate",))
    seen = _page(_linked(brief), address).seen
    assert "In quotation marks without quoting anybody: “the dam builder” (A nickname)." in seen


# Paper


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_pdf_has_every_mark_whole(language: str, tmp_path: Path) -> None:
    """The letters of each mark, reason and context stand in the PDF, whatever the direction of the page."""
    grades = [grade for grade in SpeakerGrade if grade is not NONE]
    brief = _brief(
        *(_said(grade, context="It rained.", attributed="He chairs." if grade is DESK else None) for grade in grades),
        language=language,
        marked=(GATE_WAR,),
    )  # fmt: skip
    jobs = render_handouts(_linked(brief, *grades), SETTINGS)
    done = typeset(list(jobs), tmp_path)
    assert not done.failures
    (file,) = done.files.values()
    text = subprocess.run(["pdftotext", "-raw", file, "-"], capture_output=True, text=True, check=True).stdout
    words = "".join(letter for letter in text if letter.isalnum())
    for wanted in [*map(MARKS.get, grades[2:]), "In context: It rained.", "He chairs.", "gate war"]:
        assert "".join(letter for letter in wanted or "" if letter.isalnum()) in words
    assert words.count("Incontext") == len(grades)


# What a mark is made from


def _keys(checked: pipeline.Checked, settings: Any) -> dict[str, bytes]:
    return {one.address: one.key for one in pipeline.plan(checked, settings).site.outlines}


def test_a_page_is_made_anew_where_a_grade_has_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The brief, its speaker and its source; nothing that does not show the quotation. So is what is printed."""
    from desk import settings_of, small_desk

    settings = settings_of(small_desk(tmp_path / "desk"), handouts=True)
    checked = pipeline.check(settings)
    before = _keys(checked, settings)
    printed = pipeline.plan(checked, settings).keys
    proof_before = Verified.proof

    def weaker(self: Any) -> Proof:
        found = proof_before.__get__(self)
        return msgspec.structs.replace(found, grade=OPEN) if found.grade is NAMED else found

    monkeypatch.setattr(Verified, "proof", property(weaker))
    after = _keys(checked, settings)
    changed = {address for address, key in before.items() if key != after[address]}
    assert {"briefs/minister-travels/", "stakeholders/ada-reed/", "sources/wire/"} <= changed
    assert not {"briefs/wells-for-basra/", "stakeholders/karim-nasser/", "timeline/", "glossary/"} & changed
    keys = pipeline.plan(checked, settings).keys
    assert printed and keys
    assert printed.briefs["minister-travels"] != keys.briefs["minister-travels"]
    assert printed.briefs["wells-for-basra"] == keys.briefs["wells-for-basra"]
