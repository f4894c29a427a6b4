"""Dossiers: compile what one reader may have, lay it out, read it back, let it go, log it."""

from __future__ import annotations

import base64
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from evidence_app.domain import vocabulary
from evidence_app.domain.dossier import Dossier
from evidence_app.domain.errors import AlreadyExists, LayoutFailed
from evidence_app.domain.partial_date import PartialDate
from evidence_app.domain.release import CEILING
from evidence_app.dossier.manuscript import Grade, Integrity, Manuscript, Withheld
from evidence_app.dossier.message import to_message
from evidence_app.services import listing, release
from evidence_app.services.manuscripts import exhibits, persons, story
from evidence_app.services.manuscripts.desk import Desk
from evidence_app.services.progress import Cancelled, Progress, nothing
from evidence_app.services.release import Gate
from evidence_app.services.workspace import Workspace
from evidence_app.system import words
from evidence_app.system.words import _
from evidence_app.workers import pool
from evidence_app.workers.limits import LAYOUT
from evidence_app.workers.outcome import Reason, Reply, WorkerFailed


@dataclass(frozen=True, slots=True)
class Prepared:
    """Everything that layout needs and nothing that needs the archive; `gate` goes on to the read-back."""

    dossier: Dossier
    gate: Gate
    manuscript: Manuscript
    records: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Built:
    """A dossier that left: its code, file, pages, SHA-256, and what was withheld by ground."""

    code: str
    path: Path
    pages: int
    sha256: str
    withheld: dict[str, int]


def build(
    ws: Workspace, out: Path, *, reader: str = "COURT", language: str = "ru", progress: Progress = nothing
) -> Built:
    """Make a dossier, here and now. Raises AlreadyExists, ReleaseRefused, CannotWrite, LayoutFailed, Cancelled."""
    prepared = prepare(ws, out, reader=reader, language=language, progress=progress)
    pdf, pages, texts = print_(prepared, progress)
    return finish(ws, prepared, out, pdf, pages, texts)


def prepare(ws: Workspace, out: Path, *, reader: str, language: str, progress: Progress = nothing) -> Prepared:
    """Compile the manuscript for a reader; needs the archive. Nothing is written but the dossier's own record."""
    if out.exists():
        raise AlreadyExists(path=out.name)
    progress.step(_("Gathering what this reader may have"), 0, 4)
    with words.speaking(language):
        gate = Gate(ws, reader, language)
        desk = Desk(ws, gate)
        dossier = _definition(ws, reader, language)
        manuscript = _compile(desk, dossier)
    uids = tuple(record.uid for record in (*desk.items.values(), *desk.events))
    return Prepared(dossier, gate, manuscript, uids)


def print_(prepared: Prepared, progress: Progress = nothing) -> tuple[bytes, int, list[str]]:
    """Lay out the pages and read them back, each in a worker; needs no archive. Returns PDF, pages, texts."""
    header, attachments = to_message(prepared.manuscript)
    progress.step(_("Laying out pages"), 1, 4)
    laid_out = _work("evidence_app.dossier.press:lay_out", header, attachments, progress)
    pdf = bytes(laid_out.attachments[0])
    progress.step(_("Reading the file back, looking for protected names"), 2, 4)
    read = _work("evidence_app.dossier.proof:read_back", {}, [pdf], progress)
    return pdf, int(laid_out.header["pages"]), bytes(read.attachments[0]).decode().split("\f")


def finish(ws: Workspace, prepared: Prepared, out: Path, pdf: bytes, pages: int, texts: list[str]) -> Built:
    """Let the finished file go, if nothing protected is in it, and log it; needs the archive."""
    read_back: Callable[[bytes], list[str]] = lambda _pdf: texts  # noqa: E731
    code = prepared.dossier.code
    digest = release.deliver(ws, prepared.gate, out, pdf, read_back, dossier=code, records=prepared.records)
    return Built(code, out, pages, digest, dict(prepared.gate.withheld))


def _work(task: str, header: dict[str, object], attachments: list[bytes], progress: Progress) -> Reply:
    """Run one task in a worker, watching for somebody who wants to stop."""
    stopped: list[Cancelled] = []

    def is_cancelled() -> bool:
        try:
            progress.step("", 0, 0)
        except Cancelled as asked:
            stopped.append(asked)
        return bool(stopped)

    try:
        return pool.run(task, header, attachments, limits=LAYOUT, cancelled=is_cancelled)
    except WorkerFailed as failure:
        if failure.reason is Reason.CANCELLED and stopped:
            raise stopped[0] from failure
        raise LayoutFailed(why=failure.sentence()) from failure


def _definition(ws: Workspace, reader: str, language: str) -> Dossier:
    """Return the case's dossier for this reader and language, made if it is the first."""
    known = ws.records.first(Dossier, reader=reader, language=language)
    if known is not None:
        return known
    with ws.act("dossier.defined") as act:
        return act.add(Dossier(title=ws.case.title, reader=reader, language=language))


def _compile(desk: Desk, dossier: Dossier) -> Manuscript:
    """Put all parts together; what is withheld is counted last, when everything has passed the gate."""
    case, gate, language = desk.ws.case, desk.gate, desk.language
    parts = {
        "figures": story.figures(desk),
        "introduction": story.introduction(desk),
        "conflicts": story.conflicts(desk),
        "groups": persons.groups(desk),
        "chronology": story.chronology(desk),
        "testimonies": exhibits.testimonies(desk),
        "exhibits": exhibits.exhibits(desk),
        "proceedings": story.proceedings(desk),
        "outcomes": persons.outcomes(desk),
        "claims": persons.claims(desk),
        "certificates": exhibits.certificates(desk),
    }
    title = gate.text(case.title.best(language))
    court = gate.text(case.court.best(language))
    return Manuscript(
        language=language,
        title=title,
        case_code=case.code,
        number=dossier.code,
        edition=_today(language),
        reader=vocabulary.label("reader", gate.reader),
        confidentiality=vocabulary.label("confidentiality", CEILING[gate.reader]),
        zone=case.zone,
        integrity=_integrity(desk.ws, language),
        court_lines=(court,) if court else (),
        compiled_by=gate.text(desk.ws.account.name),
        withheld=tuple(Withheld(_ground(ground), count) for ground, count in sorted(gate.withheld.items())),
        grades=_grades(),
        **parts,  # type: ignore[arg-type]
    )


def _today(language: str) -> str:
    return PartialDate.parse(listing.today()).in_words(language)


def _ground(ground: str) -> str:
    return _("Above this reader's level") if ground == "CONFIDENTIALITY" else vocabulary.label("privilege", ground)


def _grades() -> tuple[Grade, ...]:
    """Return the marks used in the dossier and their meaning."""
    lists = ("source_reliability", "info_credibility", "event_status")
    terms = [term for name in lists for term in vocabulary.terms(name)]
    return tuple(Grade(term.code if len(term.code) == 1 else "·", term.label()) for term in terms)


def _integrity(ws: Workspace, language: str) -> Integrity:
    """Return the journal's head as it stands, and how a stranger checks this edition against it."""
    head = ws.journal.head()
    root = base64.b64encode(bytes.fromhex(head.root)).decode()
    return Integrity(
        case_id=ws.keyring.case_uid,
        journal_size=head.size,
        head=head.entry_hash,
        merkle_root=head.root,
        checkpoint=f"evidence-app/{ws.keyring.case_uid}/{head.log}\n{head.size}\n{root}\n",
        dated=_today(language),
        steps=(
            _("Hash an exhibit’s file with “sha256sum FILE”; compare it with what is printed beside it."),
            _("Size and root above fix every journal entry made before this edition (RFC 6962, leaf by leaf)."),
            _("Proved: bytes unchanged since the entry named. Times are this computer’s clock: a claim."),
        ),
    )
