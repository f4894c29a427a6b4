"""What needs a decision: what somebody must settle before it settles itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from evidence_app.domain.consent import SCOPES, Consent, latest
from evidence_app.domain.event import Event
from evidence_app.domain.item import Item
from evidence_app.domain.mark import Mark
from evidence_app.domain.person import Person
from evidence_app.domain.record import Record
from evidence_app.domain.testimony import Testimony
from evidence_app.services import intake, listing, naming, recovery
from evidence_app.services.overview.dates import Tone
from evidence_app.services.workspace import Workspace
from evidence_app.store.queries import bearing
from evidence_app.store.queries.entries import Entries, Left
from evidence_app.system.words import _, ngettext_

_NAMED = 4
_OF_ALL = frozenset({"RECORD", "STORE", "INTERNAL"})  # whoever takes these back takes back every use


class Matter(Enum):
    """What there is to decide: picks the icon and the page it leads to."""

    WITHDRAWN = "withdrawn"
    RECOVERY = "recovery"
    IMPORT = "import"
    CONFLICT = "conflict"
    NO_VICTIM = "no victim"
    NO_SOURCE = "no source"
    NO_BASIS = "no basis"


@dataclass(frozen=True, slots=True)
class Decision:
    """One matter: `tail` says how much there is of it; `citation` is the first record, where there is one."""

    matter: Matter
    title: str
    caption: str
    tail: str = ""
    tone: Tone = Tone.CALM
    citation: str = ""


def pending(ws: Workspace) -> tuple[Decision, ...]:
    """Return what waits, the gravest first."""
    return (*_withdrawals(ws), *_recovery(ws), *_imports(ws), *_conflicts(ws), *_gaps(ws))


def _withdrawals(ws: Workspace) -> Iterator[Decision]:
    """Yield persons who took consent back after something of theirs had left, and not been replaced since.

    A dossier counts while its newest export, to a reader whom the withdrawal concerns, is older than the withdrawal
    and holds an exhibit that they spoke, gave or are shown in.
    """
    exports = Entries(ws.archive.connection).exports()
    taken_back = _taken_back(ws) if exports else {}
    for person in ws.records.by_ids(Person, sorted(taken_back)).values():
        if person.voided is not None:
            continue
        used = _used(exports, taken_back[person.id], _belongings(ws, person))
        if used:
            yield Decision(
                Matter.WITHDRAWN,
                _("%(person)s withdrew consent") % {"person": naming.label(ws.records, person)},
                _("%(code)s, used in %(dossiers)s: take out or replace")
                % {"code": person.code, "dossiers": ", ".join(used)},
                ngettext_("%(n)s place", "%(n)s places", len(used)) % {"n": len(used)},
                Tone.DANGER,
                person.code,
            )


def _taken_back(ws: Workspace) -> dict[int, dict[str, Consent]]:
    """Return the withdrawals that stand, by person and scope."""
    people = sorted({row.person for row in ws.records.some(Consent, "person", status="WITHDRAWN")})
    decided: defaultdict[int, list[Consent]] = defaultdict(list)
    for consent in ws.records.find(Consent, person=people) if people else []:
        decided[consent.person or 0].append(consent)
    newest = {person: latest(consents) for person, consents in decided.items()}
    found = {
        person: {k: one for k, one in held.items() if one.status == "WITHDRAWN"} for person, held in newest.items()
    }
    return {person: gone for person, gone in found.items() if gone}


def _belongings(ws: Workspace, person: Person) -> frozenset[str]:
    """Return the uids of exhibits that a person spoke, gave or is shown in."""
    marked = {mark.item for mark in ws.records.find(Mark, person=person.id) if mark.item}
    theirs: Iterable[Record] = (
        *ws.records.find(Testimony, speaker=person.id),
        *ws.records.find(Item, source_person=person.id),
        *ws.records.by_ids(Item, sorted(marked)).values(),
    )
    return frozenset(record.uid for record in theirs)


def _used(exports: Sequence[Left], gone: dict[str, Consent], uids: frozenset[str]) -> list[str]:
    """Return the dossiers in which something still is that was taken back after they left."""
    newest = {str(left.facts.get("dossier", "")): left for left in exports}
    return sorted(
        dossier
        for dossier, left in newest.items()
        if dossier
        and not uids.isdisjoint(left.facts.get("records", ()))
        and any(
            left.ts <= one.created_at and (scope in _OF_ALL or scope in SCOPES.get(left.facts.get("reader", ""), ()))
            for scope, one in gone.items()
        )
    )


def _recovery(ws: Workspace) -> Iterator[Decision]:
    """Yield that nobody holds the sheet without which a forgotten passphrase loses the case."""
    if recovery.is_missing(ws):
        words = _("Without it, a forgotten passphrase loses the case.")
        yield Decision(Matter.RECOVERY, _("No recovery sheet is printed"), words, "", Tone.WARN)


def _imports(ws: Workspace) -> Iterator[Decision]:
    """Yield the deliveries that were begun and not finished."""
    for batch in intake.unfinished(ws):
        arrived = ws.records.count(Item, batch=batch.id)
        words = ngettext_("%(n)s file has arrived", "%(n)s files have arrived", arrived) % {"n": arrived}
        about = " · ".join(filter(None, (batch.received_from, listing.date(batch.received), words)))
        yield Decision(Matter.IMPORT, _("An import is not finished"), about)


def _conflicts(ws: Workspace) -> Iterator[Decision]:
    """Yield fields for which sources say different things, none of them preferred."""
    open_ = bearing.unsettled(ws.records)
    if open_:
        codes = _codes_of(ws, {subject for subject, _field in open_})
        title = ngettext_("Sources differ on %(n)s fact", "Sources differ on %(n)s facts", len(open_))
        citation = codes[0] if codes else ""
        yield Decision(Matter.CONFLICT, title % {"n": len(open_)}, _listed(codes), citation=citation)


def _codes_of(ws: Workspace, uids: set[str]) -> list[str]:
    """Return the codes of persons, events and items by their uids."""
    return sorted(row.code for noun in (Person, Event, Item) for row in ws.records.some(noun, "code", uid=sorted(uids)))


def _gaps(ws: Workspace) -> Iterator[Decision]:
    """Yield what must be filled in before it can be argued or released."""
    lone = bearing.lack(ws.records, Event, bearing.events_without_victim(), _NAMED + 1)
    if lone.count:
        title = ngettext_("%(n)s act without a victim", "%(n)s acts without a victim", lone.count)
        yield _gap(Matter.NO_VICTIM, title, lone)
    bare = bearing.lack(ws.records, Event, bearing.events_without_source(), _NAMED + 1)
    if bare.count:
        title = ngettext_("%(n)s event without a source", "%(n)s events without a source", bare.count)
        yield _gap(Matter.NO_SOURCE, title, bare)
    nameless = bearing.lack(ws.records, Person, bearing.people_without_basis(), _NAMED + 1)
    if nameless.count:
        n = nameless.count
        title = ngettext_("%(n)s person without a basis for naming", "%(n)s people without a basis for naming", n)
        yield _gap(Matter.NO_BASIS, title, nameless)


def _gap(matter: Matter, title: str, lack: bearing.Lack) -> Decision:
    """Return a matter that several records share."""
    return Decision(matter, title % {"n": lack.count}, _listed(lack.codes), citation=lack.codes[0])


def _listed(codes: Sequence[str]) -> str:
    """Return the first codes for a caption."""
    return ", ".join(codes[:_NAMED]) + (" …" if len(codes) > _NAMED else "")
