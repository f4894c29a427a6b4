"""Details: everything about one record, in sections ready to be shown beside a list."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from evidence_app.domain import vocabulary
from evidence_app.domain.assertion import Assertion
from evidence_app.domain.citation import clock
from evidence_app.domain.consent import Consent, latest
from evidence_app.domain.event import Event, Involvement
from evidence_app.domain.filing import Filing
from evidence_app.domain.item import Item
from evidence_app.domain.mark import Mark
from evidence_app.domain.media import Media, StoredFile
from evidence_app.domain.person import Person, PersonName
from evidence_app.domain.place import Place
from evidence_app.domain.proceeding import Proceeding
from evidence_app.domain.record import Kind, Record, fields
from evidence_app.domain.testimony import Segment, Testimony, Translation
from evidence_app.services import custody, naming
from evidence_app.services.listing import date
from evidence_app.services.workspace import Workspace
from evidence_app.system.words import _


@dataclass(frozen=True, slots=True)
class DetailRow:
    """A label and its value; `refs` are citations it rests on, `target` a citation that it opens."""

    label: str
    value: str
    refs: tuple[str, ...] = ()
    icon: str | None = None
    target: str | None = None


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
        DetailRow(vocabulary.label("name_kind", name.kind), name.full, _source(ws, name.source, name.locator))
        for name in names
        if name is not chosen
    ]
    return Details(
        code=record.code,
        title=chosen.full if chosen else record.code,
        subtitle=", ".join(dict.fromkeys(_roles(ws, record))),
        badges=(vocabulary.label("protection", record.protection),),
        sections=_kept(
            Section(_("Consent"), tuple(_consents(ws, record))),
            Section(_("Also written"), tuple(others)),
            Section(_("Identity"), tuple(_fields(ws, record, _IDENTITY))),
            Section(_("Took part in"), tuple(_involvements(ws, person=record.id))),
            Section(_("Statements"), tuple(_statements(ws, record))),
            Section(_("Linked evidence"), tuple(_marks(ws, person=record.id))),
            Section(_("What sources say"), tuple(_assertions(ws, record))),
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
            Section(_("Description"), tuple(_fields(ws, record, ("description", "problem")))),
            Section(_("Facts"), tuple(_fields(ws, record, _FACTS))),
            Section(_("Bears on"), tuple(_bearings(ws, record))),
            Section(_("What sources say"), tuple(_assertions(ws, record))),
            Section(_("File"), tuple(_files(ws, record))),
            Section(_("Metadata of the file"), tuple(_metadata(record))),
            Section(_("Custody"), tuple(_custody(ws, record))),
        ),
    )


def event(ws: Workspace, record_id: int) -> Details | None:
    """Return what is known of an event."""
    record = ws.records.get(Event, record_id)
    if record is None:
        return None
    acts = [DetailRow(_("Act"), vocabulary.label("act_type", act)) for act in record.acts]
    return Details(
        code=record.code,
        title=record.title.best(),
        subtitle=vocabulary.label("event_kind", record.kind),
        badges=(vocabulary.label("event_status", record.status),),
        sections=_kept(
            Section(_("Account"), tuple(_fields(ws, record, ("account",)))),
            Section(_("Facts"), (*_fields(ws, record, ("happened", "place", "parent")), *acts)),
            Section(_("Who took part"), tuple(_involvements(ws, event=record.id))),
            Section(_("Sources"), tuple(_marks(ws, event=record.id))),
            Section(_("What sources say"), tuple(_assertions(ws, record))),
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


def _fields(ws: Workspace, record: Record, names: Iterable[str]) -> list[DetailRow]:
    """Return the named fields of a record that hold something."""
    table = {line.name: line for line in fields(type(record))}
    rows = []
    for name in names:
        if name in table:
            shown = _shown(ws, record, name)
            if shown:
                rows.append(DetailRow(_(table[name].label), shown, target=_target(ws, record, name)))
    return rows


def _shown(ws: Workspace, record: Record, name: str) -> str:
    """Return a field's value in words."""
    line = next(line for line in fields(type(record)) if line.name == name)
    value = getattr(record, name)
    if value is None or value == "":
        return ""
    if name.endswith("_ms"):
        return clock(value, exact=False)
    if line.kind is Kind.REFERENCE:
        return _called(ws, line.noun, value)
    if line.kind is Kind.CHOICE:
        return vocabulary.label(line.vocabulary, value)
    if line.kind is Kind.WHEN:
        return date(value)
    if line.kind is Kind.WORDS:
        return str(value.best())
    if line.kind is Kind.LIST:
        return ", ".join(value)
    if line.kind is Kind.FLAG:
        return _("yes") if value else _("no")
    return str(value)


def _called(ws: Workspace, noun: str, record_id: int) -> str:
    """Return what a referred record is called."""
    if noun == "person":
        return naming.label(ws.records, ws.records.get(Person, record_id))
    if noun == "place":
        place = ws.records.get(Place, record_id)
        return place.name.best() if place else ""
    if noun == "event":
        parent = ws.records.get(Event, record_id)
        return parent.title.best() if parent else ""
    other = ws.records.item(record_id)
    return str(getattr(other, "code", ""))


def _target(ws: Workspace, record: Record, name: str) -> str | None:
    """Return the code that a reference opens."""
    line = next(line for line in fields(type(record)) if line.name == name)
    value = getattr(record, name)
    if line.kind is not Kind.REFERENCE or line.noun not in {"person", "event"} or value is None:
        return None
    other = ws.records.get(Person if line.noun == "person" else Event, value)
    return str(getattr(other, "code", "")) or None


def _source(ws: Workspace, item_id: int | None, locator: str | None) -> tuple[str, ...]:
    """Return the citation of a source, or nothing."""
    found = ws.records.item(item_id) if item_id else None
    return (f"{getattr(found, 'code', '')} {locator or ''}".strip(),) if found else ()


def _roles(ws: Workspace, record: Person) -> list[str]:
    """Return the roles of a person in words."""
    return [role_label(part) for part in ws.records.find(Involvement, person=record.id)]


def role_label(part: Involvement) -> str:
    """Return the role of an involvement in words, out of the list that fits."""
    first, second = ("role_proc", "role_event") if part.proceeding else ("role_event", "role_proc")
    return vocabulary.label(first if vocabulary.is_term(first, part.role) else second, part.role)


def _consents(ws: Workspace, record: Person) -> list[DetailRow]:
    decided = latest(ws.records.find(Consent, person=record.id))
    return [
        DetailRow(
            vocabulary.label("consent_scope", consent.scope),
            " · ".join(filter(None, (vocabulary.label("consent_status", consent.status), date(consent.given)))),
            _source(ws, consent.proof, None),
        )
        for consent in decided.values()
    ]


def _involvements(ws: Workspace, **subject: Any) -> list[DetailRow]:
    """Return the involvements of a person, or those in an event."""
    rows = []
    for part in ws.records.find(Involvement, **subject):
        if "person" in subject:
            happening = ws.records.get(Event, part.event or 0) or ws.records.get(Proceeding, part.proceeding or 0)
            title = happening.title.best() if happening else ""
            target = str(getattr(happening, "code", "")) or None
        else:
            who = ws.records.get(Person, part.person or 0)
            title, target = naming.label(ws.records, who), who.code if who else None
        more = filter(None, (title, _sums(part), vocabulary.label("outcome", part.outcome), part.sentence.best()))
        rows.append(
            DetailRow(role_label(part), " · ".join(more), _source(ws, part.source, part.locator), target=target)
        )
    return rows


def _sums(part: Involvement) -> str:
    """Return claimed and awarded sums in words."""
    said = []
    if part.claimed is not None:
        said.append(_("claimed %(sum)s") % {"sum": f"{part.claimed:,} {part.currency}"})
    if part.awarded is not None:
        said.append(_("awarded %(sum)s") % {"sum": f"{part.awarded:,} {part.currency}"})
    return ", ".join(said)


def _statements(ws: Workspace, record: Person) -> list[DetailRow]:
    return [
        DetailRow(
            testimony.code, f"{testimony.title.best()} · {date(testimony.taken)}".strip(" ·"), target=testimony.code
        )
        for testimony in ws.records.find(Testimony, speaker=record.id)
    ]


def _marks(ws: Workspace, **subject: Any) -> list[DetailRow]:
    """Return the places in items that bear on a record."""
    rows = []
    for mark in ws.records.find(Mark, **subject):
        source = ws.records.item(mark.item or 0)
        if isinstance(source, Item):
            citation = f"{source.code} {mark.locator or ''}".strip()
            said = " · ".join(filter(None, (source.title.best(), vocabulary.label("link_stance", mark.stance))))
            rows.append(DetailRow(citation, said, target=citation))
    return rows


def _bearings(ws: Workspace, record: Item) -> list[DetailRow]:
    """Return what an item's marks bear on."""
    rows = []
    for mark in ws.records.find(Mark, item=record.id):
        target = (
            ws.records.get(Person, mark.person or 0)
            or ws.records.get(Event, mark.event or 0)
            or ws.records.get(Proceeding, mark.proceeding or 0)
            or ws.records.item(mark.target or 0)
        )
        called = naming.label(ws.records, target) if isinstance(target, Person) else ""
        called = called or (target.title.best() if isinstance(target, Event | Proceeding | Item) else "")
        stance = vocabulary.label("link_stance", mark.stance)
        said = " · ".join(filter(None, (called, mark.quote)))
        refs = (f"{record.code} {mark.locator}",) if mark.locator else ()
        rows.append(DetailRow(stance, said, refs, target=str(getattr(target, "code", "")) or None))
    return rows


def _assertions(ws: Workspace, record: Record) -> list[DetailRow]:
    """Return what sources say of a record, the preferred value first."""
    labels = {line.name: line.label for line in fields(type(record))}
    found = sorted(ws.records.find(Assertion, subject=record.uid), key=lambda said: (said.field, not said.preferred))
    return [
        DetailRow(
            _(labels[said.field]) if said.field in labels else said.field,
            said.value.best(),
            _source(ws, said.source, said.locator),
        )
        for said in found
    ]


def _badges(record: Item) -> list[str]:
    badges = [vocabulary.label("verification", record.verification)]
    if isinstance(record, Media) and record.is_coerced:
        badges.append(_("Coerced statement"))
    if isinstance(record, Media) and record.is_graphic:
        badges.append(_("Graphic"))
    if isinstance(record, Filing) and not record.is_held:
        badges.append(_("Document not held"))
    return badges


def _files(ws: Workspace, record: Item) -> list[DetailRow]:
    rows = []
    for held in ws.records.find(StoredFile, item=record.id, role="ORIGINAL"):
        rows.append(DetailRow(_("Original file name"), held.name or ""))
        rows.append(DetailRow(_("Size"), f"{held.size_bytes:,} B".replace(",", " ")))
        rows.append(DetailRow("SHA-256", held.sha256))
    return rows


def _metadata(record: Item) -> list[DetailRow]:
    return [DetailRow(name, text) for name, text in record.metadata] if isinstance(record, Media) else []


def _custody(ws: Workspace, record: Item) -> list[DetailRow]:
    rows = []
    for act in custody.of(ws, record):
        parties = " → ".join(filter(None, (act.facts.get("from"), act.facts.get("to"))))
        said = " · ".join(filter(None, (act.ts[:16].replace("T", " "), parties)))
        rows.append(DetailRow(vocabulary.label("custody_action", act.action), said))
    return rows


def _kept(*sections: Section) -> tuple[Section, ...]:
    """Return the sections that hold rows."""
    return tuple(section for section in sections if section.rows)
