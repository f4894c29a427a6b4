"""From a record to its form."""

from __future__ import annotations

import dataclasses
from collections import Counter
from typing import Any

from evidence_app.domain import vocabulary
from evidence_app.domain.assertion import Assertion, may_differ
from evidence_app.domain.errors import NotFound
from evidence_app.domain.event import Involvement
from evidence_app.domain.item import Item
from evidence_app.domain.mark import Mark
from evidence_app.domain.nouns import NOUNS
from evidence_app.domain.person import Person, PersonName
from evidence_app.domain.record import Field, Kind, Record, fields, own_fields
from evidence_app.services import searching
from evidence_app.services.forms import choices, claim_form, own, parts
from evidence_app.services.forms.calling import Calling, fetch
from evidence_app.services.forms.form import Entry, Form, FormSection
from evidence_app.services.noun_labels import noun_label
from evidence_app.services.workspace import Workspace
from evidence_app.system.words import N_, _

NAME_PREFIX = "name."  # of the fields of a person's first name, in the form of a new person
ROLE = "role"  # what a new person is in the case, without any event or proceeding: a part taken of its own
_FIRST_NAME = ("full", "family", "given", "patronymic", "language", "kind")
_PLACES = {"source": "locator", "item": "locator"}  # a reference, and the field with the place in it
_ELSEWHERE = ("code", "x", "y")  # stand over the form, or on the outline of a body
_BADGES = ("kind", "filing_type", "form", "status", "protection")
_CALLED_BY = frozenset({"title", "name", "full"})
_CHOSEN = frozenset({Kind.CHOICE, Kind.FLAG, Kind.INTEGER})
# What the team decides or notes; no source states it.
_OURS = (
    *(
        "title",
        "kind",
        "basis",
        "protection",
        "confidentiality",
        "represented",
        "notes",
        "external_id",
        "zone",
        "is_key",
    ),
    *("relation", "privilege", "reliability", "credibility", "verification", "holder", "storage", "seal", "batch"),
    *("is_graphic", "is_coerced", "is_held", "due_rule", "responsible", "effectiveness", "precision", "parent"),
)
_REST = N_("More")
_TARGETS = ("person", "event", "place", "proceeding", "target")
_OF_COURT = (N_("Charge and outcome"), N_("Claim"))


def of(
    ws: Workspace,
    noun: str,
    record_id: int,
    *,
    without: str = "",
    most_rows: int = parts.MOST,
    with_name: bool = False,
) -> Form:
    """Return the form of a record; `without` leaves out the reference to the record whose part it is.

    `most_rows` is how many rows a part shows at once; `with_name` keeps the fields of the name on top, as in the form
    of a new person. Raises NotFound.
    """
    record = fetch(ws, noun, record_id)
    if record is None:
        raise NotFound(what=noun_label(noun))
    said = ws.records.find(Assertion, subject=record.uid)
    sections = _arranged(ws, record, said, without)
    if with_name and isinstance(record, Person):
        sections = (*_of_new_person(ws, first_name(ws, record.id), standing(ws, record.id)), *sections)
    return Form(
        noun=record.noun,
        record_id=record.id,
        uid=record.uid,
        code=str(getattr(record, "code", "") or ""),
        title=searching.title_of(ws, record) or str(getattr(record, "full", "") or "") or noun_label(record.noun),
        badges=_badges(record),
        sections=(*sections, *own.sections(ws, record, Calling(ws))),
        parts=parts.of(ws, record, most_rows),
        voided=record.voided,
    )


def blank(ws: Workspace, noun: str, *, without: str = "", **given: Any) -> Form:
    """Return the form of a record that is yet to be; `given` fills fields. A new person's begins with name and role."""
    role = given.pop(ROLE, "") if noun == "person" else ""
    record = NOUNS[noun](**defaults(ws, noun) | given)
    sections = _arranged(ws, record, [], without)
    if isinstance(record, Person):
        sections = (*_of_new_person(ws, None, Involvement(role=role)), *sections)
    called = _("Claim") if claim_form.is_claim(record, without) else noun_label(noun)
    return Form(noun, 0, "", "", _("New: %(noun)s") % {"noun": called}, (), sections)


def defaults(ws: Workspace, noun: str) -> dict[str, Any]:
    """Return what a new record of this case starts with."""
    held: dict[str, dict[str, Any]] = {
        "event": {"zone": ws.case.zone},
        "filing": {"kind": "FILING"},
        "consent": {"scope": "", "status": ""},  # both are said before it counts: the newest decision is in force
    }
    return held.get(noun, {})


def first_name(ws: Workspace, person_id: int) -> PersonName | None:
    """Return the name that a person was recorded with."""
    return next(iter(ws.records.find(PersonName, person=person_id)), None)


def standing(ws: Workspace, person_id: int) -> Involvement | None:
    """Return what a person was said to be in the case as such, in no event and no proceeding."""
    parts_taken = ws.records.find(Involvement, person=person_id, event=None, proceeding=None)
    return next(iter(parts_taken), None)


def _of_new_person(ws: Workspace, name: PersonName | None, part: Involvement | None) -> tuple[FormSection, ...]:
    """Return the fields of a person's first name, and of the role that decides in which list the person stands."""
    calling = Calling(ws)
    named = (_other(ws, calling, name or PersonName(), field) for field in _FIRST_NAME)
    role = dataclasses.replace(_other(ws, calling, part or Involvement(), ROLE), is_required=False, may_be_empty=True)
    return (
        FormSection(_("Name"), tuple(_renamed(entry) for entry in named)),
        FormSection(_("Part taken"), (dataclasses.replace(role, is_stated=False),)),
    )


def _other(ws: Workspace, calling: Calling, record: Record, field: str) -> Entry:
    """Return a field of another record than that of the form."""
    line = next(line for line in fields(type(record)) if line.name == field)
    return _entry(ws, record, line, calling, Counter(), {})


def _renamed(entry: Entry) -> Entry:
    """Return an entry under the prefix that tells it from the person's own fields."""
    return dataclasses.replace(entry, name=NAME_PREFIX + entry.name)


def _badges(record: Record) -> tuple[str, ...]:
    """Return what kind of record it is and how it stands, in words."""
    table = {line.name: line for line in fields(type(record)) if line.kind is Kind.CHOICE}
    names = [name for name in _BADGES if name in table and getattr(record, name)]
    said = (vocabulary.label(table[name].vocabulary, getattr(record, name)) for name in names)
    return tuple(dict.fromkeys(said))


def _arranged(ws: Workspace, record: Record, said: list[Assertion], without: str) -> tuple[FormSection, ...]:
    """Return the fields of a record by group; of a claim, those first that make it one."""
    sections = _sections(ws, record, said, without)
    return claim_form.arranged(record, sections) if claim_form.is_claim(record, without) else sections


def _sections(ws: Workspace, record: Record, said: list[Assertion], without: str) -> tuple[FormSection, ...]:
    """Return the fields of a record by group: what it is called first, then what is its noun's own, then the rest."""
    calling, counts = Calling(ws), Counter(one.field for one in said)
    preferred = {one.field: one for one in said if one.preferred}
    groups: dict[str, list[Entry]] = {}
    table = fields(type(record))
    places = {_PLACES[line.name] for line in table if line.name in _PLACES and line.name != without}
    for line in table:
        if line.name in (*_ELSEWHERE, without, *places) or _is_beside_the_point(record, line):
            continue
        entry = _entry(ws, record, line, calling, counts, preferred)
        if not (line.fixed and entry.is_empty):
            groups.setdefault(line.group, []).append(entry)
    lonely = groups.pop("", []) if len(groups) > 1 else []
    own = {line.name for line in own_fields(type(record))}

    def rank(group: str) -> tuple[bool, bool]:
        names = {entry.name for entry in groups[group]}
        return not names & _CALLED_BY, not names & own

    made = [FormSection(_(group) if group else "", _titled(groups[group])) for group in sorted(groups, key=rank)]
    if lonely:
        made.append(FormSection(_(_REST), tuple(lonely)))
    return tuple(made)


def _titled(entries: list[Entry]) -> tuple[Entry, ...]:
    """Put what a record is called before the other entries."""
    return tuple(sorted(entries, key=lambda entry: entry.name not in _CALLED_BY))


def _default(record: Record, line: Field) -> Any:
    """Return what a field holds where nobody has said anything."""
    return type(record).__dataclass_fields__[line.name].default


def _is_beside_the_point(record: Record, line: Field) -> bool:
    """Tell whether a field is empty and means nothing here: a charge in an event, a second target of a link."""
    held = getattr(record, line.name)
    if held not in (None, "") and held:
        return False
    if isinstance(record, Involvement):
        if record.event is not None:
            return line.group in _OF_COURT or line.name == "proceeding"
        return record.proceeding is not None and line.name in {"event", "consequences", "degree"}
    if isinstance(record, Mark):
        return line.name in _TARGETS and any(getattr(record, name) is not None for name in _TARGETS)
    return False


def _entry(
    ws: Workspace,
    record: Record,
    line: Field,
    calling: Calling,
    counts: Counter[str],
    preferred: dict[str, Assertion],
) -> Entry:
    """Return one field of a record."""
    held = getattr(record, line.name)
    place = _PLACES.get(line.name, "")
    if line.kind is Kind.REFERENCE:
        value: Any = calling.of(line.noun, held, getattr(record, place) if place else None)
    else:
        value = None if line.secret and held else held
    source = preferred.get(line.name)
    cited = calling.source(source.source, source.locator) if source is not None else ()
    return Entry(
        name=line.name,
        kind=line.kind,
        label=_(line.label),
        value=value,
        choices=() if line.fixed else choices.of(line, record, calling.languages),
        noun=line.noun,
        place=place,
        is_secret=line.secret,
        is_hidden=line.secret and bool(held),
        is_fixed=line.fixed or (isinstance(record, Item) and line.name == "kind" and record.noun == "testimony"),
        is_multiline=line.multiline,
        is_required=line.required,
        may_be_empty=(not line.required and line.kind not in _CHOSEN) or _default(record, line) is None,
        is_stated=_is_stated(record, line),
        assertions=counts[line.name],
        source=cited[0] if cited else "",
    )


def _is_stated(record: Record, line: Field) -> bool:
    """Tell whether sources state a field."""
    is_ours = line.name in (*_OURS, *_PLACES) or line.kind is Kind.DATA
    return may_differ(type(record), line) and not is_ours
