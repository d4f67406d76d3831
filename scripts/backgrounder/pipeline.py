"""Calls the stages in their order. Nothing here prints or exits; ``cli`` and the hosts do."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

import msgspec

from backgrounder import addresses
from backgrounder.addresses import ASSETS
from backgrounder.archive import Archive, read_archive
from backgrounder.assemble import Frame, Parcel, Tree, assemble, is_as_wanted, keep_same, pages_of
from backgrounder.check import check_across, check_content
from backgrounder.diagnostics.diagnostic import Diagnostic, Finding, weighed
from backgrounder.diagnostics.rule import Severity
from backgrounder.diagnostics.rules import evidence as evidence_rules
from backgrounder.diagnostics.rules import quotations as quotation_rules
from backgrounder.diagnostics.suggest import did_you_mean
from backgrounder.evidence import (
    Evidence,
    Lock,
    changed_since,
    compare,
    read_lock,
    renewed_lock,
    wanted_entries,
)
from backgrounder.evidence.library import Library
from backgrounder.ledger import (
    Kept,
    Ledger,
    Reading,
    Writing,
    digest,
    read_ledger,
    version,
    write_changes,
    write_ledger,
)
from backgrounder.link import (
    Edition,
    Linked,
    Naming,
    by_file,
    check_references,
    compared_told,
    link,
    newest_first,
    proofs_told,
    reached,
    sourcing,
)
from backgrounder.load import ContentFile, Shelves, load_corpus, locate, odd_files
from backgrounder.model.archived import ArchivedText
from backgrounder.model.brief import Brief
from backgrounder.model.choices import BriefStatus, Standing
from backgrounder.model.clock import standing
from backgrounder.model.corpus import Corpus
from backgrounder.model.dates import Day
from backgrounder.model.loaded import Loaded
from backgrounder.model.proof import Proof
from backgrounder.model.registry import Registry
from backgrounder.model.uses import Uses
from backgrounder.parallel import Aside
from backgrounder.publish import FOLDER, Workshop, ignore_what_is_made, is_in_git, publish, recover
from backgrounder.render.site import Keys, Listed, Outline, Site, foreseen_outlines, listed, plan_site
from backgrounder.settings import Settings
from backgrounder.survey import Surveyed, survey_all

if TYPE_CHECKING:
    from backgrounder.draft import Drafted
    from backgrounder.intake import Added, Given
    from backgrounder.mend import Mended
    from backgrounder.typeset import Failure


class Host(Protocol):
    """What puts a theme around the pages."""

    def make_frame(
        self, settings: Settings, outlines: Sequence[Outline], finished: Sequence[str], folder: Path
    ) -> Framed:
        """Makes all but the pages in a folder, or takes what is there where that is the same; ``finished`` are
        files that others put on the site."""

    def write_site(self, settings: Settings, rendered: Rendered, folder: Path) -> list[str]:
        """Writes the complete site into an empty folder, and returns what it warns of."""


class Framed(Protocol):
    """What comes of making a frame."""

    frame: Frame | None
    """None where the host has to write the complete site."""
    warnings: tuple[str, ...]
    """What the host warned of; a site with any is not published."""


Progress = Callable[[str, int, int], None]
"""Told the step at work, how much of it is done, and how much there is; 0 of 0 where that is not known."""

_ASSETS = Path(__file__).parent / "assets"


_CONFIG = "mkdocs.yml"
"""The file that is named where no brief is to blame."""

EVIDENCE_CODES = frozenset(rule.code for rule in (*evidence_rules.RULES, *quotation_rules.RULES))


class Checked(msgspec.Struct, frozen=True):
    """A corpus and everything that is wrong with it."""

    corpus: Corpus
    diagnostics: tuple[Diagnostic, ...]
    texts: dict[str, str]
    """The text of each content file, for messages that show a line; and of archived texts they point into."""
    evidence: Evidence = Evidence()
    lock: Lock = Lock()
    naming: dict[str, Naming] = {}
    """What briefs name, by slug, where that is known already."""
    editions: dict[str, Edition] = {}
    """The editions of briefs, by slug, where they are known already."""
    uses: dict[str, Uses] = {}
    """The references of briefs, by slug, where they are known already."""
    surveyed: Surveyed = Surveyed()
    """What is known of single briefs."""
    odd: tuple[Diagnostic, ...] = ()
    """What is wrong with the folder of hand-written pages."""

    def with_more(self, problems: Iterable[Diagnostic]) -> Checked:
        """The same with problems that were found later."""
        return msgspec.structs.replace(self, diagnostics=tuple(sorted([*self.diagnostics, *problems])))

    @property
    def has_errors(self) -> bool:
        """Whether anything is wrong that keeps the corpus from being published."""
        return any(diagnostic.severity is Severity.ERROR for diagnostic in self.diagnostics)

    @property
    def has_warnings(self) -> bool:
        """Whether anything is wrong that a strict build does not publish either."""
        return any(diagnostic.severity is Severity.WARNING for diagnostic in self.diagnostics)


class Rendered(msgspec.Struct, frozen=True):
    """Everything that the corpus gives rise to, ready for a host."""

    site: Site
    handouts: tuple[tuple[str, Path], ...]
    """Each handout's path on the site, and the file that holds it."""
    briefs: int
    """How many briefs are shown."""
    problems: tuple[Diagnostic, ...] = ()
    """Handouts that cannot be set; a site with any is not published."""
    notes: dict[bytes, bytes] = {}
    """What a later build can use again of the handouts."""


class Built(msgspec.Struct, frozen=True, kw_only=True):
    """What a build came to."""

    checked: Checked
    is_published: bool
    warnings: tuple[str, ...] = ()
    """What the host warned of; a site with any is not published."""
    briefs: int = 0
    pages: int = 0
    handouts: int = 0
    """Of briefs."""
    others: int = 0
    """What else is printed: question sheets and the book."""
    scheduled: tuple[Brief, ...] = ()
    """The briefs that wait for their day, the next one first."""
    ignoring: Path | None = None
    """The file that was written so that git ignores what is made."""


def check(
    settings: Settings,
    instead: dict[str, str] | None = None,
    before: Surveyed | None = None,
    keeps: bool = False,
    on_registry: Callable[[Sequence[ContentFile], Registry], None] = lambda *_: None,
    accepted: AbstractSet[str] = frozenset(),
) -> Checked:
    """Loads, checks and links the corpus. Raises OSError where the folder of briefs cannot be listed.

    ``instead`` has texts, by file, that are read in place of what the files hold; ``before`` is what this
    process has found out of briefs last, and ``keeps`` has it find out more of the kind. ``on_registry`` is
    told all files as soon as the registry is read, if there is no fault in it. ``accepted`` are the sources of
    which a text is taken that the lock does not know.
    """
    lock = read_lock(settings.project, settings.briefs)
    notebook = Workshop(settings.project).surveys
    reading = None if before or instead or keeps else Reading(notebook)
    known: Mapping[bytes, bytes] = before.notes if before else {}
    kept = Kept()
    registry_key = b""
    surveyed = Surveyed()

    def read_ahead(files: Sequence[ContentFile], shelves: Shelves) -> dict[str, Brief]:
        nonlocal surveyed
        on_registry(files, shelves.registry)
        archive = read_archive(settings.project, settings.briefs, shelves.registry.sources, lock.versions)
        surveyed = survey_all(files, shelves, archive, lock, settings, known, before)
        return {name: one.brief for name, one in surveyed.surveys.items()}

    def read_registry(files: Sequence[ContentFile]) -> Shelves | None:
        nonlocal known, kept, registry_key
        if reading:
            ledger, kept = reading.end()
            known = ledger.notes
        registry_key = digest("registry", *(part for file in files for part in (file.name, file.text)))
        note = known.get(registry_key)
        return msgspec.msgpack.decode(note, type=Shelves) if note else None

    loaded = load_corpus(settings.project, settings.briefs, instead, read_ahead, read_registry)
    surveys = surveyed.surveys
    across = _across(loaded, surveyed, known)
    if surveys and not loaded.diagnostics and not loaded.untidy:
        shelves = Shelves(loaded.corpus.registry, loaded.corpus.registry_files)
        surveyed.notes[registry_key] = known.get(registry_key) or msgspec.msgpack.encode(shelves)
    writing = None
    if not instead and not keeps:
        has_news = surveyed.notes.keys() != known.keys()
        if has_news and notebook.parent.is_dir():  # a build has made a place for it
            writing = Writing(Ledger(notes=surveyed.notes), notebook, kept)
        known, kept = {}, Kept()
        surveyed = msgspec.structs.replace(surveyed, notes={})  # it is as large as all the briefs
    findings = list(check_references(loaded, {name: one.uses for name, one in surveys.items()}))
    archive = read_archive(settings.project, settings.briefs, loaded.corpus.registry.sources, lock.versions)
    compared = {name: one.compared for name, one in surveys.items()}
    evidence = compare(loaded, archive, lock, _lock_file(settings), compared, accepted)
    uses = {one.brief.slug: one.uses for one in surveys.values()}
    findings += check_content(
        loaded,
        settings,
        evidence.findings,
        has_dead_references=bool(findings),
        ahead={name: one.alone for name, one in surveys.items()},
        uses={name: one.uses for name, one in surveys.items()},
        across=across,
        meant=_meant(loaded.corpus, uses),
    )
    located = locate(findings, loaded.texts, loaded.dropped)
    odd = odd_files(settings.project, settings.docs) if settings.docs else []
    diagnostics = weighed(
        sorted([*loaded.diagnostics, *loaded.untidy, *evidence.diagnostics, *located, *odd]),
        settings.severities,
    )
    naming = {one.brief.slug: one.naming for one in surveys.values()}
    if writing:
        writing.end()
    return Checked(
        loaded.corpus,
        diagnostics,
        _texts(loaded.texts, archive, diagnostics),
        evidence,
        lock,
        naming,
        {one.brief.slug: one.edition for one in surveys.values() if one.edition},
        uses,
        surveyed,
        tuple(odd),
    )


def comparisons(checked: Checked) -> Iterator[tuple[str, str]]:
    """Yield for each file a line for the desk: what was compared and what was not."""
    corpus, evidence = checked.corpus, checked.evidence
    proofs, passages = by_file((item.file, item.path, item.proof) for item in evidence.verified)
    for brief in corpus.briefs:
        file = corpus.brief_files[brief.slug]
        uncompared = evidence.uncompared.get(file)
        found = sourcing(brief, corpus.registry, proofs[file], uncompared, len(passages[file]))
        yield file, compared_told(found.compared, found.numbers, evidence.versions)


def _meant(corpus: Corpus, uses: Mapping[str, Uses]) -> Registry:
    """The records that readers will see once every day of publication has come."""
    briefs = [brief for brief in corpus.briefs if brief.status is not BriefStatus.DRAFT]
    return reached(briefs, corpus.registry, uses)


def _across(loaded: Loaded, surveyed: Surveyed, known: Mapping[bytes, bytes]) -> tuple[Finding, ...] | None:
    """What is found by comparing briefs, from a note or for one; None where not every brief has been surveyed."""
    surveys = surveyed.surveys
    if loaded.diagnostics or len(surveys) < len(loaded.corpus.briefs):
        return None
    key = digest("across", surveyed.shared, *(one.alone.compared for one in surveys.values()))
    note = known.get(key)
    if note is None:
        ahead = {name: one.alone for name, one in surveys.items()}
        note = msgspec.msgpack.encode(tuple(check_across(loaded, ahead)))
    surveyed.notes[key] = note
    found: tuple[Finding, ...] = msgspec.msgpack.decode(note, type=tuple[Finding, ...])
    return found


def _lock_file(settings: Settings) -> str:
    return (settings.briefs / "evidence.lock").relative_to(settings.project).as_posix()


def _texts(texts: dict[str, str], archive: Archive, diagnostics: Iterable[Diagnostic]) -> dict[str, str]:
    """The texts that messages show lines of."""
    pointed = {note.span.file for item in diagnostics for note in item.notes}
    archived = {text.file: _with_its_lines(text) for text in archive.texts.values() if text.file in pointed}
    return {**texts, **archived}


def _with_its_lines(text: ArchivedText) -> str:
    """A text of the archive with each paragraph on the line on which its file has it."""
    lines = [""] * max(text.lines, default=0)
    for number, paragraph in zip(text.lines, text.paragraphs, strict=True):
        lines[number - 1] = paragraph
    return "\n".join(lines)


class Imported(msgspec.Struct, frozen=True):
    """What came of importing a source."""

    added: Added
    changed: tuple[Diagnostic, ...] = ()
    """Statements that rested on a paragraph of the older text that has changed."""


def add_source(settings: Settings, data: bytes, name: str, given: Given) -> Imported:
    """Imports a document into the archive and the registry.

    Raises IntakeError, ArchiveError and OSError.
    """
    from backgrounder import intake

    document = intake.read_document(data, name)
    loaded = load_corpus(settings.project, settings.briefs)
    files = {
        source: file for (kind, source), file in loaded.corpus.registry_files.items() if kind == "sources"
    }
    added = intake.add_source(
        settings.project, settings.briefs, document, given, loaded.corpus.registry.sources, files
    )
    if not added.older:
        return Imported(added)
    older = Archive({added.source: added.text}, {added.source: added.older})
    found = locate(changed_since(loaded.corpus, older), loaded.texts, loaded.dropped)
    return Imported(added, tuple(sorted(found)))


def draft(settings: Settings, source: str, slug: str = "", title: str = "") -> Drafted:
    """Writes the start of a brief from an imported source. Raises DraftError and OSError."""
    from backgrounder.draft import DraftError, draft_brief, find

    loaded = load_corpus(settings.project, settings.briefs)
    known = loaded.corpus.registry.sources
    archive = read_archive(settings.project, settings.briefs, known)
    if source not in known:
        help_text = did_you_mean(source, known) or "`backgrounder source add` imports one"
        raise DraftError(f"there is no source `{source}`; {help_text}")
    if source not in archive.texts:
        raise DraftError(
            f"the text of `{source}` is not here; import it with `backgrounder source add FILE --id {source}`"
        )
    library = Library(archive.texts, loaded.corpus.registry)
    text = library.open(source)
    return draft_brief(settings, text, find(text, library), slug, title)


class Proved(msgspec.Struct, frozen=True, kw_only=True):
    """What ``verify`` came to."""

    checked: Checked
    problems: tuple[Diagnostic, ...]
    """What keeps quotations from being verified."""
    file: str
    """The lock file, as messages call it."""
    compared: tuple[Proof, ...]
    """The comparisons with texts that are here: quotations, and passages in running text."""
    vouched: tuple[Proof, ...]
    """The quotations that only the lock vouches for."""
    told: str = ""
    """The grades of all of them, in words; empty where there are none."""
    added: int = 0
    removed: int = 0
    is_changed: bool = False


class AcceptError(Exception):
    """A text cannot be accepted; the message says why and what to do."""


def verify(settings: Settings, accepted: Sequence[str] = ()) -> Proved:
    """Compares every quotation with its source and renews the lock, where nothing is wrong with them.

    ``accepted`` are the sources of which the desk takes a text that the lock does not know. Raises AcceptError
    where there is no such source or text, and OSError.
    """
    checked = check(settings, accepted=frozenset(accepted))
    for source in accepted:
        if source not in checked.evidence.versions:
            known = checked.evidence.versions
            raise AcceptError(
                f"there is no text of `{source}` to accept; {did_you_mean(source, known) or 'import it first'}"
            )
    evidence, lock = checked.evidence, checked.lock
    problems = tuple(item for item in checked.diagnostics if _concerns_evidence(item))
    proved = Proved(
        checked=checked,
        problems=problems,
        file=_lock_file(settings),
        compared=tuple(item.proof for item in evidence.verified if item.is_compared),
        vouched=tuple(item.proof for item in evidence.verified if not item.is_compared),
        told=proofs_told([item.proof for item in evidence.verified], checked.corpus.registry.sources),
    )
    if any(item.severity is Severity.ERROR for item in problems):
        return proved
    wanted = wanted_entries(evidence)
    text = renewed_lock(evidence, lock)
    path = settings.project / proved.file
    is_changed = bool(wanted or path.exists()) and (
        not path.is_file() or path.read_text(encoding="utf-8", errors="replace") != text
    )
    if is_changed:
        aside = path.with_name(f".{path.name}.new")
        aside.write_text(text, encoding="utf-8")
        aside.replace(path)
    return msgspec.structs.replace(
        proved,
        added=len(wanted - lock.entries),
        removed=len(lock.entries - wanted),
        is_changed=is_changed,
    )


def _concerns_evidence(diagnostic: Diagnostic) -> bool:
    """Whether a problem keeps quotations from being verified: one of evidence, or any error, because a file
    with an error is not compared. What ``verify`` itself puts right is left out."""
    if diagnostic.code in ("stale-lock", "bad-lock", "old-lock"):
        return False
    return diagnostic.severity is Severity.ERROR or diagnostic.code in EVIDENCE_CODES


def mend(settings: Settings, is_wanted: Callable[[str], bool], write: bool) -> Mended:
    """Mends what has one right answer in the files that are wanted. Raises OSError."""
    from backgrounder.mend import mend_project

    return mend_project(settings.project, lambda texts: check(settings, dict(texts)), is_wanted, write)


class Planned(msgspec.Struct, frozen=True):
    """What the corpus gives rise to; nothing is rendered or set yet."""

    checked: Checked
    site: Site
    linked: Linked
    keys: Keys | None

    @property
    def briefs(self) -> int:
        """How many briefs are shown."""
        return len(self.linked.briefs)


def plan(checked: Checked, settings: Settings, notes: Mapping[bytes, bytes] | None = None) -> Planned:
    """Links a corpus without errors and plans its pages; ``notes`` are what an earlier build has made of them."""
    linked = _link(checked, settings)
    keys = _keys(checked, settings)
    return Planned(checked, plan_site(linked, settings, keys, notes), linked, keys)


class PrintedAll(msgspec.Struct, frozen=True):
    """What came of printing."""

    files: tuple[tuple[str, Path], ...] = ()
    """The path of each PDF on the site, and the file that holds it."""
    problems: tuple[Diagnostic, ...] = ()
    notes: dict[bytes, bytes] = {}
    """What a later build can use again."""


def print_planned(
    planned: Planned,
    settings: Settings,
    notes: Mapping[bytes, bytes],
    progress: Callable[[int, int], None] | None = None,
) -> PrintedAll:
    """Sets handouts, question sheets and the book, where they are wanted. Raises OSError."""
    if not settings.handouts:
        return PrintedAll()
    from backgrounder.printing import print_all

    cache = Workshop(settings.project).handouts
    done = print_all(planned.linked, settings, planned.keys, notes, cache, progress)
    return PrintedAll(done.files, _told(done.failures, planned.checked), done.notes)


def printed_paths(planned: Planned, settings: Settings) -> list[str]:
    """Where on the site everything that is printed will be."""
    if not settings.handouts:
        return []
    from backgrounder.printing import paths

    return paths(planned.linked, settings)


def render(
    checked: Checked,
    settings: Settings,
    progress: Progress = lambda *_: None,
    notes: Mapping[bytes, bytes] | None = None,
) -> Rendered:
    """Links a corpus without errors, plans its pages, and sets its handouts. Raises OSError.

    ``notes`` are what an earlier build has made of pages and handouts.
    """
    progress("pages", 0, 0)
    planned = plan(checked, settings, notes)
    done = print_planned(
        planned, settings, notes or {}, lambda number, total: progress("handouts", number, total)
    )
    return Rendered(planned.site, done.files, planned.briefs, done.problems, done.notes)


def _keys(checked: Checked, settings: Settings) -> Keys | None:
    """From what pages are made; None where not all of it has a digest."""
    if not checked.surveyed.shared:
        return None
    proofs: dict[str, list[str]] = defaultdict(list)
    of_events: dict[str, list[str]] = defaultdict(list)
    for item in checked.evidence.verified:
        shown = repr((item.path, item.proof))
        proofs[item.file].append(shown)
        if item.path[0] == "timeline":
            of_events[item.file].append(shown)
    told = msgspec.structs.replace(settings, project=Path(), briefs=Path(), docs=None, site=Path())
    shared = digest(version(), checked.surveyed.shared, repr(told))
    digests, surveys = checked.surveyed.digests, checked.surveyed.surveys
    briefs: dict[str, bytes] = {}
    lists: dict[str, Listed] = {}
    for brief in checked.corpus.briefs:
        file = checked.corpus.brief_files[brief.slug]
        briefs[brief.slug] = digest(digests[file], *proofs[file])
        shown = surveys[file].listed if file in surveys else listed(brief)
        lists[brief.slug] = _with_proof(shown, of_events[file])
    return Keys(shared, briefs, lists)


def _with_proof(shown: Listed, quoted: Sequence[str]) -> Listed:
    """What lists show of a brief, with what is known of the quotations in its events: no other list has any."""
    return msgspec.structs.replace(shown, event=digest(shown.event, *quoted)) if quoted else shown


def _link(checked: Checked, settings: Settings) -> Linked:
    evidence = checked.evidence
    files = checked.corpus.brief_files
    return link(
        checked.corpus,
        settings.with_drafts,
        [(item.file, item.path, item.proof) for item in evidence.verified],
        {**checked.lock.versions, **evidence.versions},
        checked.naming,
        checked.editions,
        {slug: evidence.uncompared[file] for slug, file in files.items() if file in evidence.uncompared},
        settings.today,
        checked.uses,
    )


def _told(failures: Iterable[Failure], checked: Checked) -> tuple[Diagnostic, ...]:
    """What an author is told of the handouts that cannot be set."""
    from backgrounder.render.paper import not_set, too_long

    briefs = {brief.slug: brief for brief in checked.corpus.briefs}
    files = checked.corpus.brief_files
    findings = []
    for failure in failures:
        if failure.name not in briefs:
            findings.append(not_set(_CONFIG, failure.name, failure.reason))
        elif failure.pages:
            findings.append(too_long(briefs[failure.name], files[failure.name], failure.pages))
        else:
            findings.append(not_set(files[failure.name], "the handout of this brief", failure.reason))
    return tuple(sorted(locate(findings, {_CONFIG: "", **checked.texts})))


def build(settings: Settings, host: Host, progress: Progress = lambda *_: None) -> Built:
    """Checks, renders, and publishes the site if all of it could be made; else the old site stays.

    Raises BusyError, OccupiedError, what the host raises, and OSError.
    """
    with Workshop(settings.project) as workshop, Aside() as aside, Aside() as clearing:
        recover(workshop.site, settings.site)
        progress("content", 0, 0)
        clearing.start(lambda: _prepare_spare(workshop, settings.site))
        reading = Reading(workshop.ledger)

        def foresee(files: Sequence[ContentFile], registry: Registry) -> None:
            """Has the host make meanwhile the frame that will most likely be asked for, where there is none."""
            reading.wait()  # no process is forked from one with other threads
            if not workshop.frame.exists() and not settings.handouts:
                slugs = sorted(file.slug for file in files if not file.in_registry)
                outlines = foreseen_outlines(slugs, registry)
                aside.start(lambda: bool(host.make_frame(settings, outlines, [], workshop.frame)).to_bytes())

        checked = check(settings, on_registry=foresee)
        if checked.has_errors or (settings.strict and checked.has_warnings):
            return Built(checked=checked, is_published=False)
        known, kept = reading.end()
        rendered = render(checked, settings, progress, known.notes)
        if rendered.problems:
            return Built(checked=checked.with_more(rendered.problems), is_published=False)
        progress("site", 0, 0)
        aside.wait()
        cleared = clearing.wait()
        lost = msgspec.msgpack.decode(cleared, type=list[str]) if cleared else None
        made = _make_site(settings, rendered, host, workshop, known, lost)
        if not made.warnings and not made.is_there:
            publish(workshop.site, settings.site, ASSETS, workshop.spare)
            write_ledger(made.known, workshop.spare_ledger)
            made.ledger.notes.update(rendered.notes)
            write_changes(made.ledger, workshop.ledger, kept)
            workshop.forget_handouts(file for _, file in rendered.handouts)
        own = {addresses.handout_address(brief.slug) for brief in checked.corpus.briefs}
        return Built(
            checked=checked,
            is_published=not made.warnings,
            warnings=made.warnings,
            briefs=rendered.briefs,
            pages=made.pages,
            handouts=sum(1 for path, _ in rendered.handouts if path in own),
            others=sum(1 for path, _ in rendered.handouts if path not in own),
            ignoring=keep_out_of_git(settings) if is_in_git(settings.project) else None,
            scheduled=_scheduled(checked.corpus, settings.today),
        )


def _scheduled(corpus: Corpus, today: Day) -> tuple[Brief, ...]:
    waiting = [brief for brief in corpus.briefs if standing(brief, today) is Standing.SCHEDULED]
    return tuple(sorted(waiting, key=lambda brief: (brief.publish_on, brief.slug)))


def _prepare_spare(workshop: Workshop, site: Path) -> bytes:
    """Sees that there is a folder in which most of the next site is there already, and gives the list of those files
    that are not."""
    if workshop.has_spare:
        return msgspec.msgpack.encode(Tree(workshop.spare, read_ledger(workshop.spare_ledger)).clear())
    files = read_ledger(workshop.ledger).files
    if not files or workshop.spare.is_symlink():
        return b""
    lost = Tree(site, Ledger(files=files)).link_into(workshop.spare)
    write_ledger(Ledger(files=files), workshop.spare_ledger)
    return msgspec.msgpack.encode(lost)


class _Made(NamedTuple):
    """A site in the workshop."""

    pages: int = 0
    warnings: tuple[str, ...] = ()
    ledger: Ledger = Ledger()
    """What is known of it."""
    known: Ledger = Ledger()
    """What was known of the one before it."""
    is_there: bool = False
    """It is the one that is published."""


def _make_site(
    settings: Settings,
    rendered: Rendered,
    host: Host,
    workshop: Workshop,
    known: Ledger,
    lost: list[str] | None,
) -> _Made:
    """Puts the site together in the workshop; ``lost`` are files of the spare site that are not there, if it has been
    cleared already."""
    parcels = [Parcel(path, file, digest(file.name)) for path, file in rendered.handouts]
    framed = host.make_frame(
        settings, rendered.site.outlines, [parcel.path for parcel in parcels], workshop.frame
    )
    if framed.warnings:
        return _Made(warnings=tuple(framed.warnings))
    if framed.frame is None:
        staging = workshop.empty(workshop.site)
        warnings = host.write_site(settings, rendered, staging)
        keep_same(staging, settings.site)
        return _Made(sum(1 for _ in staging.rglob("*.html")), tuple(warnings))
    published = Tree(settings.site, known)
    if is_as_wanted(rendered.site, framed.frame, parcels, published):
        return _Made(pages_of(known), ledger=known, is_there=True)
    place = Tree(workshop.take_spare(), read_ledger(workshop.spare_ledger), lost)
    done = assemble(rendered.site, framed.frame, parcels, place, published)
    return _Made(done.pages, (), done.ledger, Ledger(files=known.files))


class Booked(msgspec.Struct, frozen=True, kw_only=True):
    """What binding a book came to."""

    checked: Checked
    pdf: bytes = b""
    """The book; empty where the briefs have errors or it cannot be set."""
    problems: tuple[Diagnostic, ...] = ()
    briefs: int = 0
    pages: int = 0


class BookError(Exception):
    """There is nothing to bind as asked; the message says why and what to do."""


def book(
    settings: Settings,
    slugs: Sequence[str] = (),
    topic: str = "",
    title: str = "",
    progress: Progress = lambda *_: None,
) -> Booked:
    """Binds the briefs named, in that order; else those of a topic, or all, newest first.

    Raises BookError where a brief or topic is not there, and OSError.
    """
    from backgrounder.render.paper import render_book
    from backgrounder.typeset import page_count, typeset

    progress("content", 0, 0)
    checked = check(settings)
    if checked.has_errors:
        return Booked(checked=checked, problems=checked.diagnostics)
    linked = _link(checked, settings)
    briefs = _chosen(linked, checked.corpus, slugs, topic, settings.today)
    name = checked.corpus.registry.topics[topic].name if topic else ""
    address = addresses.topic_address(topic) if topic else addresses.BRIEFS
    job = render_book(briefs, linked, settings, title, name, address, is_of_page=not slugs)
    progress("book", 0, 0)
    done = typeset([job], Workshop(settings.project).handouts)
    if done.failures:
        return Booked(checked=checked, problems=_told(done.failures, checked))
    pdf = done.files[job.path].read_bytes()
    return Booked(checked=checked, pdf=pdf, briefs=len(briefs), pages=page_count(pdf))


def _chosen(linked: Linked, corpus: Corpus, slugs: Sequence[str], topic: str, today: Day) -> list[Brief]:
    shown = {brief.slug: brief for brief in linked.briefs}
    hidden = {brief.slug: _why_hidden(brief, today) for brief in corpus.briefs if brief.slug not in shown}
    for slug in slugs:
        if slug in hidden:
            raise BookError(f"`{slug}` is {hidden[slug]}; a book binds what is published")
        if slug not in shown:
            raise BookError(
                f"there is no brief `{slug}`; {did_you_mean(slug, shown) or 'a slug is the name of its file'}"
            )
    if topic and topic not in corpus.registry.topics:
        known = corpus.registry.topics
        raise BookError(
            f"there is no topic `{topic}`; {did_you_mean(topic, known) or 'see the registry for their ids'}"
        )
    if slugs:
        return [shown[slug] for slug in dict.fromkeys(slugs)]
    briefs = newest_first(linked.by_topic.get(topic, ()) if topic else linked.briefs)
    if not briefs:
        raise BookError("no published brief has this topic" if topic else "no brief is published yet")
    return briefs


def _why_hidden(brief: Brief, today: Day) -> str:
    """Return what keeps a brief from readers, as a message says it."""
    is_scheduled = standing(brief, today) is Standing.SCHEDULED and brief.publish_on
    return f"held back until {brief.publish_on.text}" if is_scheduled else "a draft"


def keep_out_of_git(settings: Settings) -> Path | None:
    """Has git ignore what is made of a project that does not say what to ignore; returns the file written, if any."""
    return ignore_what_is_made(settings.project, settings.site, FOLDER)


def asset_files() -> Iterator[tuple[str, Path]]:
    """The stylesheet and fonts of the site with their paths on it, and the licences of the fonts."""
    for file in sorted((_ASSETS / "site").rglob("*")):
        if file.is_file():
            yield f"{ASSETS}/{file.relative_to(_ASSETS / 'site').as_posix()}", file
    for file in sorted((_ASSETS / "licences").glob("*.txt")):
        yield f"{ASSETS}/fonts/{file.name}", file
