"""Makes projects of many briefs, for measuring and for laws that show only at scale; run by ``scripts/corpus``.

Each brief is whole and faultless, about nine kilobytes, and differs from the others in its words, dates
and figures. Briefs share people, some with a name in Arabic script, papers, topics and a glossary, and name each other
as related. ``with_mistake`` puts one mistake into a brief; there are as many kinds as an author makes in
a bad week. The same number and seed always give the same brief.
"""

from __future__ import annotations

import argparse
import random
from pathlib import Path

_PLACES = [
    "Arden",
    "Belmar",
    "Corvo",
    "Dalen",
    "Elmira",
    "Fonta",
    "Garve",
    "Halden",
    "Ilmen",
    "Jorvik",
    "Kelso",
    "Larne",
]
_THINGS = [
    "river",
    "canal",
    "harbour",
    "railway",
    "border",
    "market",
    "grid",
    "forest",
    "mine",
    "bridge",
    "school",
    "archive",
]
_DEEDS = (
    "opened talks on",
    "asked for a survey of",
    "set aside funds for",
    "called for limits on",
    "published rules for",
    "put off a vote on",
)

MISTAKES = (
    ("unknown-stakeholder", "  - who: person-", "  - who: persn-"),
    ("unknown-source", "cite: paper-", "cite: papper-"),
    ("unknown-field", "review_by:", "review_on:"),
    ("unknown-choice", "status: published", "status: publishd"),
    ("impossible-date", "as_of: 2021-", "as_of: 2021/"),
    ("duplicate-key", "bottom_line:", "title: Again\nbottom_line:"),
    ("bad-citation", "#p2", " p2"),
    ("relative-date", "In short, ", "In short, last week "),
    ("unknown-paragraph", "#p3", "#p93"),
    ("not-yaml", "title: ", "title: A remark: "),
)
"""The code of each mistake, and what is written in place of what."""


def write_project(folder: Path, briefs: int, mistakes: int = 0, seed: int = 0) -> None:
    """A project of so many briefs, the first of them with a mistake each. The folder must not hold one yet."""
    (folder / "briefs" / "registry").mkdir(parents=True)
    (folder / "docs").mkdir()
    (folder / "mkdocs.yml").write_text(_MKDOCS, encoding="utf-8")
    for name, text in registry(max(12, briefs // 10), briefs).items():
        (folder / "briefs" / "registry" / name).write_text(text, encoding="utf-8")
    for number in range(briefs):
        text = brief(number, max(12, briefs // 10), briefs, seed)
        if number < mistakes:
            text = with_mistake(text, number)
        (folder / f"briefs/subject-{number:05}.yaml").write_text(text, encoding="utf-8")


def with_mistake(text: str, number: int) -> str:
    """The text with the mistake of that number, counted round."""
    code, old, new = MISTAKES[number % len(MISTAKES)]
    assert old in text, code
    return text.replace(old, new, 1)


def brief(number: int, shared: int, briefs: int, seed: int = 0) -> str:
    """The YAML of one brief of so many; ``shared`` is how many people and papers there are to choose from."""
    chance = random.Random(number if seed == 0 else f"{seed} {number}")
    place = _PLACES[number % len(_PLACES)]
    thing = _THINGS[number // len(_PLACES) % len(_THINGS)]
    subject = f"{thing} {number} at {place}"
    people = [(number + step * 3) % shared for step in range(4)]
    paper = number % shared

    def cite() -> str:
        return f"paper-{paper:04}#p{chance.randint(1, 3)}"

    def fact() -> str:
        deed = chance.choice(_DEEDS)
        return (
            f"The council of {place} {deed} the {subject}, and the owners of the {thing} asked for a hearing "
            f"in its {chance.randint(2, 99)}th session before the plans of part {chance.randint(1, 999)} go on."
        )

    def statements(count: int, indent: str) -> str:
        return "".join(
            f"{indent}- text: >-\n{indent}    {fact()}\n{indent}  cite: {cite()}\n" for _ in range(count)
        )

    parts = [
        f"title: The {subject}\nstatus: published\nas_of: 2021-07-20\nreview_by: 2021-08-20\n",
        f"topics: [{thing}]\nterms: [hearing]\n",
        f"bottom_line: >-\n  In short, the council of {place} has put the {subject} on its list. No date for\n",
        "  a decision is reported.\n\nkey_points:\n",
        statements(4, "  "),
        f"  - text: The first hearing on the {subject} was open to all.\n    cite: paper-{paper:04}#p3\n",
        f"  - text: The second hearing on the {subject} was not.\n    cite: paper-{paper:04}#p2\n",
        "\nbackground:\n",
        statements(16, "  "),
        "\nstakeholders:\n",
        *(
            f"  - who: person-{who:04}\n    role: Speaks for group {who} of {place}.\n"
            f"    position: A hearing on the {subject} comes first.\n    interest: The use of the {thing}.\n"
            f"    cite: {cite()}\n"
            for who in people
        ),
        "\ntimeline:\n",
        *(
            f"  - date: 2021-0{month}\n    text: Hearing {month} on the {subject} is held.\n"
            f"    actors: [person-{people[month % 4]:04}]\n    cite: {cite()}\n"
            for month in range(1, 7)
        ),
        "\nquestions:\n",
        *(
            f"  - id: question-{step}\n    ask: What share {step} of the {subject} goes to {place}?\n"
            f"    status: open\n    why: The owners need to know before part {step} begins.\n"
            f"    known:\n{statements(2, '      ')}"
            f"    unknown: Whether either side accepts half.\n"
            f"    resolves_when: The council publishes a share for part {step}.\n    expected: 2021-09/..\n"
            f"    log:\n      - {{date: 2021-07-20, status: open, text: Opened.}}\n"
            for step in range(2)
        ),
        "\njudgements:\n",
        f"  - text: It is unlikely that the {subject} is settled before the survey.\n    likelihood: unlikely\n"
        f"    confidence: low\n    because: One paper, and no word from the owners.\n    cite: {cite()}\n",
        "\nsourcing: One newspaper, which quotes neither side.\n",
        _related(number, briefs),
        "changes:\n  - {date: 2021-07-20, text: First published.}\n",
    ]
    return "".join(parts)


def _related(number: int, briefs: int) -> str:
    """Two other briefs, where there are any."""
    others = dict.fromkeys(f"subject-{(number + step) % briefs:05}" for step in (1, 7) if step % briefs)
    return f"related: [{', '.join(others)}]\n" if others else ""


_MKDOCS = """site_name: A large desk
site_url: https://desk.example/
theme: {name: material}
plugins:
  - search
  - backgrounder: {today: 2021-07-24}
"""


_RECORDS_A_FILE = 500


def registry(shared: int, briefs: int) -> dict[str, str]:
    """What the briefs share: the text of each file, none longer than a desk's would be."""
    topics = "".join(
        f"  {thing}:\n    name: The {thing}\n" for thing in _THINGS[: 1 + (briefs - 1) // len(_PLACES)]
    )
    terms = "glossary:\n  hearing:\n    name: hearing\n    definition: A sitting of the council that all may attend.\n"
    files = {"terms.yaml": f"topics:\n{topics}{terms}"}
    for start in range(0, shared, _RECORDS_A_FILE):
        numbers = range(start, min(shared, start + _RECORDS_A_FILE))
        files[f"people-{start:05}.yaml"] = "stakeholders:\n" + "".join(map(_person, numbers))
        files[f"papers-{start:05}.yaml"] = "sources:\n" + "".join(map(_paper, numbers))
    return files


def _person(number: int) -> str:
    surnames = [
        f"{first}{second}"
        for first in ["Ba", "De", "Fi", "Go", "Hu"]
        for second in ["lmer", "rvak", "ntos", "ddic"]
    ]
    name = f"{_given(number)} {surnames[number % len(surnames)]}"
    return (
        f"  person-{number:04}:\n    name: {name}\n    kind: person\n"
        f"    about: Speaks for group {number}.\n{_native(number)}"
    )


def _paper(number: int) -> str:
    return (
        f"  paper-{number:04}:\n    title: Report {number} on the plans\n    kind: article\n"
        f"    publisher: Paper {number}\n    published: 2021-07-19\n    paragraphs: 9\n"
    )


def _native(number: int) -> str:
    """A name in Arabic script for every third person, unlike the others'."""
    if number % 3:
        return ""
    chance = random.Random(number * 104_729)
    words = ("".join(chance.choice("بتجحدرزسشصطعفقكلمنهو") for _ in range(length)) for length in (6, 8))
    return f"    names:\n      - {{text: {' '.join(words)}, lang: ar}}\n"


def _given(number: int) -> str:
    """A given name of its own for each number, unlike its neighbours'."""
    chance = random.Random(number * 7919)
    letters = ["bdfgklmnprstvz", "aeiou"]
    return "".join(chance.choice(letters[place % 2]) for place in range(8)).capitalize()


# -- Briefs with the texts they rest on --------------------------------------------------------------

_PARAGRAPHS = 9


def write_evidence_project(folder: Path, briefs: int) -> None:
    """A project of so many briefs, each resting on a source of its own, of about 600 words, in the archive.

    Every brief says what its source says: quotations, figures, dates and names agree.
    """
    (folder / "briefs" / "registry").mkdir(parents=True)
    (folder / "briefs" / "archive").mkdir()
    (folder / "docs").mkdir()
    (folder / "mkdocs.yml").write_text(_MKDOCS, encoding="utf-8")
    people: list[str] = []
    papers: list[str] = []
    for number in range(briefs):
        source = _Story(number)
        people.append(f"  speaker-{number:04}:\n    name: {source.speaker}\n    kind: person")
        papers.append(
            f"  story-{number:04}:\n    title: Story {number}\n    kind: article\n    publisher: Paper {number}\n"
            f"    published: 2021-07-23\n    paragraphs: {_PARAGRAPHS}"
        )
        text = "\n\n".join([f"# Story {number}", *source.paragraphs])
        (folder / f"briefs/archive/story-{number:04}.txt").write_text(text + "\n", encoding="utf-8")
        (folder / f"briefs/story-{number:04}.yaml").write_text(source.brief(), encoding="utf-8")
    for start in range(0, briefs, _RECORDS_A_FILE):
        some = slice(start, start + _RECORDS_A_FILE)
        text = "\n".join(["stakeholders:", *people[some], "sources:", *papers[some], ""])
        (folder / f"briefs/registry/records-{start:05}.yaml").write_text(text, encoding="utf-8")


class _Story:
    """A made-up article, and the brief that rests on it."""

    def __init__(self, number: int) -> None:
        chance = random.Random(f"story {number}")
        self.number = number
        self.speaker = f"{_given(number)} {_given(number + 500_000)}"
        self.words = [
            [_given(chance.randrange(10**6)).lower() for _ in range(12)] for _ in range(_PARAGRAPHS)
        ]
        self.figures = [chance.randrange(1_000, 9_999) for _ in range(_PARAGRAPHS)]
        self.days = [chance.randint(1, 20) for _ in range(_PARAGRAPHS)]
        self.paragraphs = [self._paragraph(place) for place in range(_PARAGRAPHS)]

    def _paragraph(self, place: int) -> str:
        one, two, three, four, five, six, *rest = self.words[place]
        surname = self.speaker.split()[-1] if place else self.speaker
        more = ", then ".join(rest)
        return (
            f"The council heard of {one} and {two} on July {self.days[place]}, when some {self.figures[place]:,} owners "
            f"had asked for it. “We have seen {three} before, and we will see {four} again,” {surname} told the paper "
            f"outside the hall. After that the meeting went through {more}, and nobody from the other side rose to "
            f"object to the list. The {five} stays with {six}."
        )

    def _cite(self, place: int) -> str:
        return f"story-{self.number:04}#p{place + 1}"

    def brief(self) -> str:
        statements = "".join(self._statements(place) for place in range(_PARAGRAPHS))
        events = "".join(
            f"  - date: 2021-07-{self.days[place]:02}\n    text: It hears of {self.words[place][0]}.\n"
            f"    cite: {self._cite(place)}\n"
            for place in sorted(range(_PARAGRAPHS), key=lambda place: self.days[place])[:5]
        )
        return (
            f"title: Story {self.number}\nstatus: published\nas_of: 2021-07-23\nreview_by: 2021-08-23\n"
            f"bottom_line: The council has heard its owners. No date for a decision is reported.\n\n"
            f"key_points:\n  - text: It was told of {self.words[0][0]} first.\n    cite: {self._cite(0)}\n\n"
            f"background:\n{statements}\nstakeholders:\n  - who: speaker-{self.number:04}\n"
            f"    role: Speaks outside the hall.\n    position: The {self.words[0][3]} will be seen once more.\n"
            f"    cite: {self._cite(0)}\n\n"
            f"timeline:\n{events}\nsourcing: One story, with one voice.\n"
        )

    def _statements(self, place: int) -> str:
        one, two, three, four, five, six, *_ = self.words[place]
        surname = self.speaker.split()[-1]
        return (
            f"  - text: By the {self.days[place]} July 2021 owners wanted {one}, with {two}; "
            f"{self.figures[place]:,} of them did.\n    cite: {self._cite(place)}\n"
            f"  - text: For {surname}, {three} is nothing new.\n    cite: {self._cite(place)}\n"
            f"    quote:\n      words: we will see {four} again\n      by: speaker-{self.number:04}\n"
            f"  - text: With {six} the council leaves {five}.\n    cite: {self._cite(place)}\n"
        )


def main() -> None:
    """``scripts/corpus N DIR [--seed S]``."""
    parser = argparse.ArgumentParser(description="Write a project of N made-up briefs into DIR.")
    parser.add_argument("briefs", type=int, metavar="N")
    parser.add_argument("folder", type=Path, metavar="DIR")
    parser.add_argument("--seed", type=int, default=0, help="another seed gives other words and figures")
    wanted = parser.parse_args()
    if wanted.briefs < 1:
        parser.error("N must be one or more")
    if (wanted.folder / "briefs").exists():
        parser.error(f"{wanted.folder} holds a project already; name another folder")
    write_project(wanted.folder, wanted.briefs, seed=wanted.seed)
    print(f"{wanted.briefs:,} briefs are in {wanted.folder}/. Build them with:")
    print(f"  backgrounder build --no-handouts -C {wanted.folder}")


if __name__ == "__main__":
    main()
