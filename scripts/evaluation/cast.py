"""Makes a registry of those who speak in an article, from the sources that its annotators marked.

A person goes by the longest full name in the article and is known again by surname. Whoever cannot be told
for certain (a surname that two share, "an aide to X", "X's lawyer", "officials") is left out.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

from evaluation.corpus import Article, Extent, Relation

PERSON, BODY = "person", "organisation"

_TITLES = frozenset(
    (
        "mr mrs ms miss dr sen sens senator rep reps representative gov governor gen general lt col colonel maj major"
        " capt captain sgt president vice former judge justice chairman chairwoman chair speaker secretary mayor"
        " ambassador rev reverend sheriff attorney congressman congresswoman prof professor prime minister sir king queen"
        " prince princess pope cardinal bishop democrat democratic republican independent libertarian manager strategist"
        " director spokesman spokeswoman leader candidate nominee adviser advisor chief detective officer sister father"
        " pastor host author actor singer pollster delegate treasurer commissioner councilman councilwoman lawyer"
        " superintendent majority minority whip coach analyst activist businessman billionaire frontrunner"
    ).split()
)
_BODIES = frozenset(
    (
        "department committee commission council campaign party house news times post journal press network university"
        " institute court agency association union group center centre foundation company bank corporation corp inc"
        " bureau office ministry parliament senate congress pac league coalition administration board service police"
        " government army force church college team club fund society alliance academy guard republicans democrats"
        " gop magazine tribune herald politico breitbart reuters cnn msnbc fox nbc abc cbs twitter facebook tweets"
        " poll survey report action america american americans voters officials supporters states state united"
        " international national federal white research organization group partners project watch street"
    ).split()
)
_MANY = frozenset(
    "a an one some several many other another two three four five both most few all any no each every".split()
)
_SHE = frozenset(
    (
        "hillary mary sarah susan linda elizabeth jennifer carly megyn kellyanne michelle melania ivanka debbie nancy donna"
        " karen lisa anna anne ann katrina elise maria katie jill jen amy kate laura barbara patricia jessica kathleen"
        " christina kelly rachel emily rebecca amanda stephanie julie chelsea cheryl heidi sandra diane dianne janet"
        " carol alicia hope kayleigh lauren loretta claire tammy samantha alison allison angela andrea marsha monica"
        " nikki condoleezza madeleine margaret martha melissa nicole olivia pamela ruth sally sharon sonia teresa"
        " theresa victoria virginia wendy helen ellen eva joan joni judy june katy kim kirsten lindsay lynn marie paula"
        " rosa shannon tina tracy valerie gloria elena deborah cindy brenda betsy beth annie alexandra adrienne abby"
        " jane jean jeanne joyce dana dorothy ada rhea nora ines mona"
    ).split()
)
_HE = frozenset(
    (
        "donald bill bernie ted john jeb marco ben paul mike michael david robert bob james jim tim timothy barack joe"
        " joseph george william chris christopher mitt rand scott rick mark steve steven stephen thomas tom tony anthony"
        " kevin brian jeff jeffrey eric gary greg harry henry jack jason jerry jeremy josh joshua justin keith ken kenneth"
        " larry lindsey martin matt matthew mitch newt nick peter phil philip ralph randy ray richard roger ron ronald"
        " rudy rudolph russ ryan sam samuel sean sheldon stuart terry todd vladimir walter wayne corey paul charles"
        " charlie dan daniel dave dennis don doug douglas edward frank fred glenn howard hugh ian jay jonathan jordan"
        " karl lawrence louis luke neil patrick reince robby rob roy sidney simon stan trey tucker victor vincent warren"
        " wolf xavier al alan albert alex alexander allen andrew andy arthur barry billy bobby brad bradley brent bruce"
        " carl carlos chuck clay craig curt dean derek dick drew dylan earl ed evan gene gerald gordon grant hank herman"
        " jake jesse jimmy joel johnny jon jose juan julian lee leon lou marc mel miles nate nathan noah norman oliver"
        " omar oscar otto pat pete preston ron ross sol stephen vernon will zach abe adam ari bashar"
    ).split()
)
GIVEN = _SHE | _HE
_NAME = re.compile(r"(?:(?:de|van|von|bin|al|la|del|der|di|le)\s+)*[A-Z][\w.'’-]*")
_CUT = re.compile(r",|\(|\s(?:of|who|from|at|for|in|with|on|during|via|to|as)\s|\s[-–—]+\s")
_SUFFIX = re.compile(r",?\s+(?:Jr|Sr|II|III|IV)\.?$")


class Member(NamedTuple):
    """A person or a body that speaks in the article."""

    id: str
    name: str
    kind: str
    gender: str
    """``he``, ``she``, or empty where it is not known."""

    @property
    def surname(self) -> str:
        return surname_of(self.name)


class Cast(NamedTuple):
    """Those who speak in an article."""

    members: dict[str, Member]
    text: str
    shared: frozenset[str]
    """Surnames that several people of the article bear."""

    @property
    def persons(self) -> list[Member]:
        """The persons, by their ids."""
        return sorted(member for member in self.members.values() if member.kind == PERSON)

    def named_by(self, source: str) -> str:
        """Return the id of the one whom a source names; empty where it names nobody for certain."""
        kind, name = name_in(source)
        if kind == BODY:
            return slug(name) if slug(name) in self.members else ""
        given, *more = name.split() or [""]
        if more:
            return next((item.id for item in self.persons if _are_one(item.name, name)), "")
        return self._by_surname(given, source) or self._by_given(given)

    def _by_surname(self, surname: str, source: str) -> str:
        bearers = [item for item in self.persons if item.surname == surname]
        if surname in self.shared:
            wanted = _gender_of_title(source)
            bearers = [item for item in bearers if wanted and item.gender == wanted]
        return bearers[0].id if len(bearers) == 1 else ""

    def _by_given(self, given: str) -> str:
        bearers = [item for item in self.persons if item.name.split()[0] == given]
        return bearers[0].id if len(bearers) == 1 and given.lower() in GIVEN else ""


def cast_of(article: Article) -> Cast:
    """Return those who speak in an article and can be told by name."""
    named = [name_in(source_text(article, relation)) for relation in article.relations]
    bodies = {slug(name): Member(slug(name), name, BODY, "") for kind, name in named if kind == BODY}
    names = {name for kind, name in named if kind == PERSON}
    full = _full_names(names, article.text)
    persons = {slug(name): Member(slug(name), name, PERSON, gender_of(name, article.text)) for name in full}
    surnames = {member.surname for member in persons.values()}
    shared = frozenset(name for name in surnames if _bearers(name, article.text, full) > 1)
    return Cast({**bodies, **persons}, article.text, shared)


def source_text(article: Article, relation: Relation) -> str:
    """Return the words that say who speaks."""
    return " ".join(article.text[extent.start : extent.end] for extent in relation.sources)


def source_extent(relation: Relation) -> Extent | None:
    """Return where the words that say who speaks stand."""
    return relation.sources[0] if relation.sources else None


def name_in(source: str) -> tuple[str, str]:
    """Return the kind and the name of the one whom a source names, as ``("person", "Ada Reed")``; two empty
    texts where it names none, or several."""
    text = " ".join(source.split()).strip(" ,.;:“”\"'")
    words = text.split()
    if not words or words[0].lower() in _MANY:
        return "", ""
    head = _CUT.split(text)[0].strip()
    if re.search(r"\b(?:and|or)\b", head):
        return "", ""
    run, before = _last_run(head)
    if not run:
        return "", ""
    if _is_body(run):
        return (BODY, " ".join(run)) if not _is_owned(before) and len(run) > 1 else ("", "")
    return _person(run, before)


def _person(run: list[str], before: str) -> tuple[str, str]:
    """Return the name of a person from the capitalised words and what stands before them."""
    titles = [number for number, word in enumerate(run) if word.strip(".").lower() in _TITLES]
    run = run[titles[-1] + 1 :] if titles else run
    run = _from_given(run)
    if any(word.endswith(("’s", "'s", "s’")) for word in run) or not 0 < len(run) <= 4:
        return "", ""
    if before.endswith("the") or (_is_owned(before) and len(run) < 2):
        return "", ""
    return PERSON, " ".join(run)


def _from_given(run: list[str]) -> list[str]:
    """Return the words from the given name on: "Ada Reed" of "Rival Ada Reed"."""
    given = next((number for number, word in enumerate(run[:-1]) if word.lower() in GIVEN), 0)
    return run[given:]


def _last_run(head: str) -> tuple[list[str], str]:
    """Return the capitalised words at the end, and the rest before them."""
    head = _SUFFIX.sub("", head)
    words = head.split()
    start = len(words)
    while start and _NAME.fullmatch(words[start - 1]):
        start -= 1
    run = words[start:]
    if run and run[0] == "The":
        return run[1:], "the"
    return run, " ".join(words[:start]).lower()


def _is_body(run: list[str]) -> bool:
    last = run[-1].strip(".").lower()
    return last in _BODIES or any(len(word) > 2 and word.isupper() and "." not in word for word in run)


def _is_owned(before: str) -> bool:
    return bool(re.search(r"[’']s?(?:\s|$)", before))


def _full_names(names: Iterable[str], text: str) -> list[str]:
    """Return one name for each person: the longest of those that are alike."""
    wanted = set(names)
    for surname in [name for name in names if " " not in name]:
        wanted.discard(surname)
        if not any(surname_of(name) == surname for name in wanted):
            wanted.update(_with_given(surname, text))
    kept: list[str] = []
    for name in sorted(wanted, key=lambda item: (-len(item), item)):
        if " " in name and not any(_are_one(name, other) for other in kept):
            kept.append(name)
    return sorted(kept)


def _with_given(surname: str, text: str) -> list[str]:
    """Return the one full name that the text has for a surname, in a list; an empty list where it has none or two."""
    found = {
        f"{match[1]} {surname}"
        for match in re.finditer(rf"\b([A-Z][a-z]+)(?: [A-Z]\.)? {re.escape(surname)}\b", text)
        if match[1].lower() in GIVEN
    }
    return list(found) if len(found) == 1 else []


def _bearers(surname: str, text: str, full: Iterable[str]) -> int:
    """Return how many people of the text bear a surname."""
    givens = {name.split()[0] for name in full if surname_of(name) == surname}
    pattern = rf"\b([A-Z][a-z]+)(?: [A-Z]\.)? {re.escape(surname)}\b"
    return len(givens | {given for given in re.findall(pattern, text) if given.lower() in GIVEN})


def _are_one(name: str, other: str) -> bool:
    """Whether two full names are one person's: they differ by a middle name at most."""
    one, two = name.split(), other.split()
    return one[0] == two[0] and one[-1] == two[-1]


def surname_of(name: str) -> str:
    """Return the last word of a name."""
    return name.split()[-1]


def gender_of(name: str, text: str) -> str:
    """Return ``he`` or ``she`` by the title in the text or the given name; empty where neither says."""
    surname = re.escape(surname_of(name))
    by_title = {_gender_of_title(match) for match in re.findall(rf"\b(?:Mr|Mrs|Ms|Miss)\.? {surname}", text)}
    if len(by_title) == 1:
        return by_title.pop()
    given = name.split()[0].lower()
    return "she" if given in _SHE else "he" if given in _HE else ""


def _gender_of_title(source: str) -> str:
    if re.search(r"\b(?:Mrs|Ms|Miss)\b", source):
        return "she"
    return "he" if re.search(r"\bMr\b", source) else ""


def slug(name: str) -> str:
    """Return an id for a name."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower().replace("'", "")).strip("-") or "nobody"
