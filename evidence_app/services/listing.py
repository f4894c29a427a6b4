"""Lists: one frozen row a record, ready for a table; labels come in the language spoken now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from evidence_app.domain import vocabulary
from evidence_app.domain.consent import Consent, reach
from evidence_app.domain.event import Event, Involvement
from evidence_app.domain.filing import Filing
from evidence_app.domain.mark import Mark
from evidence_app.domain.media import Media, StoredFile
from evidence_app.domain.partial_date import PartialDate
from evidence_app.domain.person import Person
from evidence_app.domain.place import Place
from evidence_app.domain.testimony import Segment, Testimony
from evidence_app.services import naming
from evidence_app.services.workspace import Workspace
from evidence_app.system import words
from evidence_app.system.words import _


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person: `role` groups the list (victims, accused, witnesses, others); `also` holds all spellings."""

    id: int
    code: str
    name: str
    also: str
    is_protected: bool
    role: str
    citizenship: str
    statements: int
    media: int
    consent: str
    consent_state: str  # public, court, internal, withdrawn, record (public record), none


@dataclass(frozen=True, slots=True)
class TestimonyRow:
    """A testimony, with how far it is translated."""

    id: int
    code: str
    title: str
    speaker: str
    speaker_code: str
    taken: str
    language: str
    form: str
    paragraphs: int
    translated: int


@dataclass(frozen=True, slots=True)
class MediaRow:
    """A media item; `size_bytes` and `name` are those of its original, where it is held."""

    id: int
    code: str
    title: str
    kind: str
    kind_label: str
    made: str
    duration_ms: int | None
    size_bytes: int
    name: str
    is_graphic: bool
    is_held: bool
    problem: str


@dataclass(frozen=True, slots=True)
class FilingRow:
    """A filing or decision; `sort` orders rows in time, unknown dates last."""

    id: int
    code: str
    title: str
    type_label: str
    body: str
    number: str
    date: str
    sort: str
    outcome: str
    is_held: bool


@dataclass(frozen=True, slots=True)
class EventRow:
    """An event; `sort` orders rows in time, unknown dates last."""

    id: int
    code: str
    title: str
    kind_label: str
    when: str
    sort: str
    place: str
    people: int
    sources: int
    is_key: bool


ROLES = ("victims", "accused", "witnesses", "others")
_VICTIMS = frozenset({"VICTIM", "CIV_CLAIMANT"})
_ACCUSED = frozenset({"PERP", "SUSPECT", "DEFENDANT", "CONVICTED", "ACQUITTED"})
_WITNESSES = frozenset({"WITNESS", "SOURCE", "PROT_WITNESS"})


def people(ws: Workspace) -> list[PersonRow]:
    """Return all persons in the order of their codes."""
    names = naming.names_by_person(ws.records)
    roles: dict[int, set[str]] = {}
    for part in ws.records.find(Involvement):
        roles.setdefault(part.person or 0, set()).add(part.role)
    statements = ws.records.tally(Testimony, "speaker")
    shown = ws.records.tally(Mark, "person")
    consents: dict[int, list[Consent]] = {}
    for consent in ws.records.find(Consent):
        consents.setdefault(consent.person or 0, []).append(consent)
    rows = []
    for person in ws.records.find(Person):
        name = naming.choose(names.get(person.id, ()))
        state = _consent_state(person, consents.get(person.id, []))
        rows.append(
            PersonRow(
                id=person.id,
                code=person.code,
                name=name.full if name else "",
                also="\n".join(spelled.full for spelled in names.get(person.id, ())),
                is_protected=person.protection not in {"P0", "P1"},
                role=_role(person, roles.get(person.id, set())),
                citizenship=", ".join(person.nationalities),
                statements=statements.get(person.id, 0),
                media=shown.get(person.id, 0),
                consent=_consent_label(state),
                consent_state=state,
            )
        )
    return rows


def testimonies(ws: Workspace) -> list[TestimonyRow]:
    """Return all testimonies in the order of their codes."""
    paragraphs = ws.records.tally(Segment, "item")
    translated = ws.records.tally_translated()
    names = naming.names_by_person(ws.records)
    speakers = {person.id: person for person in ws.records.find(Person)}
    rows = []
    for testimony in ws.records.find(Testimony):
        speaker = speakers.get(testimony.speaker or 0)
        name = naming.choose(names.get(testimony.speaker or 0, ()))
        rows.append(
            TestimonyRow(
                id=testimony.id,
                code=testimony.code,
                title=testimony.title.best(),
                speaker=name.full if name else (speaker.code if speaker else ""),
                speaker_code=speaker.code if speaker else "",
                taken=date(testimony.taken),
                language=testimony.language,
                form=vocabulary.label("testimony_kind", testimony.form),
                paragraphs=paragraphs.get(testimony.id, 0),
                translated=translated.get(testimony.id, 0),
            )
        )
    return rows


def media(ws: Workspace) -> list[MediaRow]:
    """Return all media in the order of their codes."""
    sizes = {file.item: file.size_bytes for file in ws.records.some(StoredFile, "item", "size_bytes", role="ORIGINAL")}
    rows = []
    for item in ws.records.find(Media):
        rows.append(
            MediaRow(
                id=item.id,
                code=item.code,
                title=item.title.best(),
                kind=item.kind,
                kind_label=vocabulary.label("item_kind", item.kind),
                made=date(item.made),
                duration_ms=item.duration_ms,
                size_bytes=sizes.get(item.id, 0),
                name=item.original_name or "",
                is_graphic=bool(item.is_graphic),
                is_held=item.id in sizes,
                problem=item.problem or "",
            )
        )
    return rows


def filings(ws: Workspace) -> list[FilingRow]:
    """Return all filings and decisions in the order of their codes."""
    return [
        FilingRow(
            id=filing.id,
            code=filing.code,
            title=filing.title.best(),
            type_label=vocabulary.label("filing_type", filing.filing_type),
            body=filing.body.best(),
            number=filing.reference_number or "",
            date=date(filing.decided or filing.filed),
            sort=_sort(filing.decided or filing.filed),
            outcome=vocabulary.label("outcome", filing.outcome),
            is_held=bool(filing.is_held),
        )
        for filing in ws.records.find(Filing)
    ]


def events(ws: Workspace) -> list[EventRow]:
    """Return all events in the order of time, those without a date last."""
    people_in = ws.records.tally(Involvement, "event")
    sources = ws.records.tally(Mark, "event")
    places = {place.id: place.name.best() for place in ws.records.find(Place)}
    rows = [
        EventRow(
            id=event.id,
            code=event.code,
            title=event.title.best(),
            kind_label=vocabulary.label("event_kind", event.kind),
            when=date(event.happened),
            sort=_sort(event.happened),
            place=places.get(event.place or 0, ""),
            people=people_in.get(event.id, 0),
            sources=sources.get(event.id, 0),
            is_key=bool(event.is_key),
        )
        for event in ws.records.find(Event)
    ]
    return sorted(rows, key=lambda row: (not row.sort, row.sort, row.code))


def today() -> str:
    """Return this computer's date, `YYYY-MM-DD`."""
    return datetime.now(UTC).astimezone().date().isoformat()


def date(value: PartialDate | None) -> str:
    """Return a partial date in words of the language spoken now, or nothing."""
    return value.in_words(words.language()) if value else ""


def _sort(value: PartialDate | None) -> str:
    """Return what a date is ordered by; nothing where it is not known."""
    return (value.earliest or value.latest or "") if value else ""


def _role(person: Person, roles: set[str]) -> str:
    """Return the list that a person belongs to; being a victim weighs most."""
    if roles & _VICTIMS or person.recognised_victim:
        return "victims"
    if roles & _ACCUSED:
        return "accused"
    return "witnesses" if roles & _WITNESSES else "others"


def _consent_state(person: Person, consents: list[Consent]) -> str:
    """Return how far a person's consent reaches now."""
    return reach(consents, today()) if consents or person.basis not in {"PUBLIC_RECORD", "OFFICIAL"} else "record"


def _consent_label(state: str) -> str:
    """Return the words for it."""
    return {
        "public": _("Court and publication"),
        "court": _("Court only"),
        "internal": _("Internal only"),
        "withdrawn": _("Withdrawn"),
        "record": _("Public record"),
        "none": _("Not asked yet"),
    }[state]
