"""Details: everything about one record, in sections ready to be shown beside a list."""

from __future__ import annotations

from dataclasses import dataclass, field

from evidence_app.domain import vocabulary
from evidence_app.domain.event import Event
from evidence_app.domain.filing import Filing
from evidence_app.domain.item import Item
from evidence_app.domain.mark import Mark
from evidence_app.domain.media import Media, StoredFile
from evidence_app.domain.person import Person, PersonName
from evidence_app.domain.place import Place
from evidence_app.domain.testimony import Segment, Translation
from evidence_app.services import (
    consent_card,
    evidence,
    filing_details,
    ladder,
    linked_rows,
    naming,
    proceeding_details,
)
from evidence_app.services.detail_sections import FACTS, IDENTITY, first, identity, kept
from evidence_app.services.detail_sections import Details as Details
from evidence_app.services.detail_sections import Section as Section
from evidence_app.services.field_rows import DetailRow as DetailRow
from evidence_app.services.field_rows import rows_of, source
from evidence_app.services.part_rows import every_language, label_rows, own_values, parts
from evidence_app.services.workspace import Workspace
from evidence_app.system.words import _


@dataclass(frozen=True, slots=True)
class SegmentRow:
    """A paragraph with its translations by language."""

    number: int
    start_ms: int | None
    language: str
    text: str
    translations: dict[str, str] = field(default_factory=dict)


def person(ws: Workspace, record_id: int) -> Details | None:
    """Return what is known of a person; contacts and documents are not part of it."""
    record = ws.records.get(Person, record_id)
    if record is None:
        return None
    names = ws.records.find(PersonName, person=record.id)
    chosen = naming.choose(names)
    others = [
        DetailRow(vocabulary.stated("name_kind", name.kind), name.full, source(ws, name.source, name.locator))
        for name in names
        if name is not chosen
    ]
    found = evidence.of_person(ws, record)
    whose = {"person": record.id}
    return Details(
        code=record.code,
        title=chosen.full if chosen else record.code,
        subtitle=", ".join(dict.fromkeys(linked_rows.roles(ws, record))),
        badges=(vocabulary.label("protection", record.protection),),
        sections=kept(
            Section(_("Identity"), tuple(rows_of(ws, record, IDENTITY)), "edit"),
            Section(_("Also written"), tuple(others)),
            Section(_("How far the case has come"), tuple(_course(ws, record))),
            Section(_("Took part in"), tuple(linked_rows.involvements(ws, person=record.id))),
            Section(_("Injuries"), tuple(parts(ws, "finding", **whose))),
            Section(_("Safeguards"), tuple(parts(ws, "safeguard", **whose))),
            Section(_("Identified by"), tuple(parts(ws, "identification", identified=record.id))),
            Section(_("Has identified"), tuple(parts(ws, "identification", by=record.id))),
            Section(_("Represented by"), tuple(parts(ws, "mandate", client=record.id))),
            Section(_("Represents"), tuple(parts(ws, "mandate", lawyer=record.id))),
            Section(_("Protection measures"), tuple(parts(ws, "measure", **whose))),
            Section(_("Remedies sought"), tuple(parts(ws, "remedy", **whose))),
            Section(_("Exhaustion of remedies"), tuple(parts(ws, "exhaustion", **whose))),
            Section(_("Deadlines"), tuple(parts(ws, "deadline", **whose))),
            Section(_("Statements"), tuple(linked_rows.statements(ws, record))),
            Section(_("Linked evidence"), first(linked_rows.marks(ws, person=record.id)), "link"),
            Section(_("Consent"), tuple(linked_rows.consents(ws, record))),
            Section(_("What sources say"), tuple(linked_rows.assertions(ws, record))),
            Section(_("Own fields"), tuple(own_values(ws, record))),
            Section(_("Labels"), tuple(label_rows(ws, record))),
        ),
        evidence=evidence.count(found),
        card=consent_card.card(ws, record),
        **identity(ws, record, ("details", "evidence", "timeline", "history")),
    )


def _course(ws: Workspace, record: Person) -> list[DetailRow]:
    """Return the rungs of a person's ladder from the first to the last; nothing for whom none is reached."""
    steps = ladder.ladder(ws, record)
    if not any(step.state in {"yes", "part"} for step in steps):
        return []
    return [DetailRow(step.label, step.standing(), step.refs) for step in steps]


def item(ws: Workspace, record_id: int) -> Details | None:
    """Return what is known of a testimony, a media item or a filing."""
    record = ws.records.item(record_id)
    if not isinstance(record, Item):
        return None
    return Details(
        code=record.code,
        title=record.title.best() or record.code,
        subtitle=vocabulary.label("item_kind", record.kind),
        badges=tuple(_badges(record)),
        sections=kept(
            Section(_("Description"), tuple(rows_of(ws, record, ("description", "problem")))),
            *filing_details.sections(ws, record),
            Section(_("Facts"), tuple(rows_of(ws, record, FACTS)), "edit"),
            Section(_("Bears on"), tuple(linked_rows.bearings(ws, record)), "link"),
            Section(_("Linked to it"), tuple(linked_rows.marks(ws, target=record.id))),
            Section(_("Deadlines"), tuple(parts(ws, "deadline", filing=record.id))),
            Section(_("What sources say"), tuple(linked_rows.assertions(ws, record))),
            Section(_("Own fields"), tuple(own_values(ws, record))),
            Section(_("Labels"), tuple(label_rows(ws, record))),
            Section(_("File"), tuple(linked_rows.files(ws, record))),
            Section(_("Metadata of the file"), tuple(linked_rows.metadata(record))),
            Section(_("Custody"), tuple(linked_rows.custody_acts(ws, record))),
        ),
        evidence=evidence.count(evidence.of_item(ws, record)),
        card=filing_details.card(ws, record),
        **identity(ws, record),
    )


def event(ws: Workspace, record_id: int) -> Details | None:
    """Return what is known of an event."""
    record = ws.records.get(Event, record_id)
    if record is None:
        return None
    facts = rows_of(ws, record, ("happened", "place", "authority", "parent", "acts", "purposes", "people_count"))
    return Details(
        code=record.code,
        title=record.title.best(),
        subtitle=vocabulary.label("event_kind", record.kind),
        badges=(vocabulary.label("event_status", record.status), *_unsourced(ws, record)),
        sections=kept(
            Section(_("Account"), tuple(rows_of(ws, record, ("account",)))),
            Section(_("Facts"), tuple(facts), "edit"),
            Section(_("Who took part"), tuple(linked_rows.involvements(ws, event=record.id))),
            Section(_("Injuries"), tuple(parts(ws, "finding", event=record.id))),
            Section(_("Identifications"), tuple(parts(ws, "identification", event=record.id))),
            Section(_("Sources"), first(linked_rows.marks(ws, event=record.id)), "link"),
            Section(_("What sources say"), tuple(linked_rows.assertions(ws, record))),
            Section(_("Own fields"), tuple(own_values(ws, record))),
            Section(_("Labels"), tuple(label_rows(ws, record))),
        ),
        evidence=evidence.count(evidence.of_happening(ws, event=record.id)),
        **identity(ws, record),
    )


def _unsourced(ws: Workspace, record: Event) -> tuple[str, ...]:
    """Return a warning for an event that nothing in the case bears on."""
    return () if ws.records.count(Mark, event=record.id) else (_("no source yet"),)


def place(ws: Workspace, record_id: int) -> Details | None:
    """Return what is known of a place, its name in every language."""
    record = ws.records.get(Place, record_id)
    if record is None:
        return None
    point = ", ".join(filter(None, (record.latitude, record.longitude)))
    facts = rows_of(ws, record, ("parent", "address", "precision", "confidentiality"))
    held = ws.records.find(Place, parent=record.id)
    inside = [DetailRow(vocabulary.label("place_type", one.kind) or "–", one.name.best()) for one in held]
    return Details(
        code="",
        title=record.name.best(),
        subtitle=vocabulary.label("place_type", record.kind),
        badges=(),
        sections=kept(
            Section(_("Facts"), (*every_language(ws, record, ("name",)), *facts), "edit"),
            Section(_("On the map"), (DetailRow(_("Point"), point),) if point else ()),
            Section(_("Inside"), tuple(inside)),
            Section(_("Happened here"), tuple(linked_rows.happened(ws, record))),
            Section(_("Sources"), first(linked_rows.marks(ws, place=record.id)), "link"),
            Section(_("What sources say"), tuple(linked_rows.assertions(ws, record))),
            Section(_("Own fields"), tuple(own_values(ws, record))),
            Section(_("Labels"), tuple(label_rows(ws, record))),
        ),
        evidence=evidence.count(evidence.of_place(ws, record)),
        **identity(ws, record),
    )


def of(ws: Workspace, noun: str, record_id: int) -> Details | None:
    """Return the details of a record by noun; None for nouns that are shown elsewhere."""
    known = {"person": person, "event": event, "place": place, "proceeding": proceeding_details.overview}
    known |= dict.fromkeys(("testimony", "media", "filing", "item"), item)
    return known[noun](ws, record_id) if noun in known else None


def segments(ws: Workspace, item_id: int) -> list[SegmentRow]:
    """Return the paragraphs of a testimony or transcript, in order."""
    found = ws.records.find(Segment, item=item_id, order="number")
    translations: dict[int, dict[str, str]] = {}
    ids = [segment.id for segment in found]
    for start in range(0, len(ids), 500):
        for text in ws.records.find(Translation, segment=ids[start : start + 500]):
            translations.setdefault(text.segment or 0, {})[text.language] = text.text
    return [
        SegmentRow(segment.number, segment.start_ms, segment.language, segment.text, translations.get(segment.id, {}))
        for segment in found
    ]


def thumbnail(ws: Workspace, item_id: int) -> bytes | None:
    """Return the preview of an item, a JPEG made here; None where there is none."""
    held = ws.records.first(StoredFile, item=item_id, role="THUMBNAIL")
    return ws.vault.read(held.sha256) if held else None


def _badges(record: Item) -> list[str]:
    badges = [vocabulary.label("verification", record.verification)]
    if isinstance(record, Media) and record.is_coerced:
        badges.append(_("Coerced statement"))
    if isinstance(record, Media) and record.is_graphic:
        badges.append(_("Graphic"))
    if isinstance(record, Filing) and record.is_held is False:
        badges.append(_("Document not held"))
    return badges
