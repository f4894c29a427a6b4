"""Details: everything about one record, in sections ready to be shown beside a list."""

from __future__ import annotations

from dataclasses import dataclass, field

from evidence_app.domain import vocabulary
from evidence_app.domain.event import Event
from evidence_app.domain.filing import Filing
from evidence_app.domain.item import Item
from evidence_app.domain.media import Media, StoredFile
from evidence_app.domain.person import Person, PersonName
from evidence_app.domain.testimony import Segment, Translation
from evidence_app.services import linked_rows, naming
from evidence_app.services.field_rows import DetailRow as DetailRow
from evidence_app.services.field_rows import rows_of, source
from evidence_app.services.workspace import Workspace
from evidence_app.system.words import _


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and its rows."""

    title: str
    rows: tuple[DetailRow, ...]


@dataclass(frozen=True, slots=True)
class Details:
    """One record: its code, what it is called, marks of its state, sections."""

    code: str
    title: str
    subtitle: str
    badges: tuple[str, ...]
    sections: tuple[Section, ...]


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
        DetailRow(vocabulary.label("name_kind", name.kind), name.full, source(ws, name.source, name.locator))
        for name in names
        if name is not chosen
    ]
    return Details(
        code=record.code,
        title=chosen.full if chosen else record.code,
        subtitle=", ".join(dict.fromkeys(linked_rows.roles(ws, record))),
        badges=(vocabulary.label("protection", record.protection),),
        sections=_kept(
            Section(_("Consent"), tuple(linked_rows.consents(ws, record))),
            Section(_("Also written"), tuple(others)),
            Section(_("Identity"), tuple(rows_of(ws, record, _IDENTITY))),
            Section(_("Took part in"), tuple(linked_rows.involvements(ws, person=record.id))),
            Section(_("Statements"), tuple(linked_rows.statements(ws, record))),
            Section(_("Linked evidence"), tuple(linked_rows.marks(ws, person=record.id))),
            Section(_("What sources say"), tuple(linked_rows.assertions(ws, record))),
        ),
    )


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
        sections=_kept(
            Section(_("Description"), tuple(rows_of(ws, record, ("description", "problem")))),
            Section(_("Facts"), tuple(rows_of(ws, record, _FACTS))),
            Section(_("Bears on"), tuple(linked_rows.bearings(ws, record))),
            Section(_("What sources say"), tuple(linked_rows.assertions(ws, record))),
            Section(_("File"), tuple(linked_rows.files(ws, record))),
            Section(_("Metadata of the file"), tuple(linked_rows.metadata(record))),
            Section(_("Custody"), tuple(linked_rows.custody_acts(ws, record))),
        ),
    )


def event(ws: Workspace, record_id: int) -> Details | None:
    """Return what is known of an event."""
    record = ws.records.get(Event, record_id)
    if record is None:
        return None
    acts = [DetailRow(_("Acts"), vocabulary.label("act_type", act)) for act in record.acts]
    return Details(
        code=record.code,
        title=record.title.best(),
        subtitle=vocabulary.label("event_kind", record.kind),
        badges=(vocabulary.label("event_status", record.status),),
        sections=_kept(
            Section(_("Account"), tuple(rows_of(ws, record, ("account",)))),
            Section(_("Facts"), (*rows_of(ws, record, ("happened", "place", "parent")), *acts)),
            Section(_("Who took part"), tuple(linked_rows.involvements(ws, event=record.id))),
            Section(_("Sources"), tuple(linked_rows.marks(ws, event=record.id))),
            Section(_("What sources say"), tuple(linked_rows.assertions(ws, record))),
        ),
    )


def of(ws: Workspace, noun: str, record_id: int) -> Details | None:
    """Return the details of a record by noun; None for nouns that are shown elsewhere."""
    if noun == "person":
        return person(ws, record_id)
    if noun == "event":
        return event(ws, record_id)
    return item(ws, record_id) if noun in {"testimony", "media", "filing"} else None


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
    if isinstance(record, Filing) and not record.is_held:
        badges.append(_("Document not held"))
    return badges


_IDENTITY = (
    "sex",
    "born",
    "died",
    "nationalities",
    "languages",
    "occupation",
    "organisation",
    "rank",
    "basis",
    "recognised_victim",
    "represented",
    "notes",
)
_FACTS = (
    "speaker",
    "form",
    "taken",
    "language",
    "interviewer",
    "interpreter",
    "recorded",
    "read_back",
    "signed",
    "filing_type",
    "body",
    "reference_number",
    "filed",
    "decided",
    "filed_by",
    "filed_for",
    "outcome",
    "outcome_note",
    "made",
    "author",
    "place",
    "duration_ms",
    "pages",
    "width",
    "height",
    "codec",
    "received",
    "received_from",
    "received_how",
    "holder",
    "confidentiality",
    "verification",
    "protected_by",
)


def _kept(*sections: Section) -> tuple[Section, ...]:
    """Return the sections that hold rows."""
    return tuple(section for section in sections if section.rows)
