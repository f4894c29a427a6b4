"""What each kind of record is called, and how a record is named in a sentence about it."""

from __future__ import annotations

from evidence_app.domain.nouns import NOUNS
from evidence_app.domain.record import Kind, Record, fields
from evidence_app.services.workspace import Workspace
from evidence_app.system.words import N_, _

NOUN_LABELS: dict[str, str] = {
    "case_file": N_("Case"),
    "account": N_("User account"),
    "place": N_("Place"),
    "person": N_("Person"),
    "batch": N_("Delivery"),
    "item": N_("Item"),
    "testimony": N_("Testimony"),
    "media": N_("Media item"),
    "filing": N_("Filing"),
    "person_name": N_("Name"),
    "file": N_("File"),
    "segment": N_("Paragraph"),
    "translation": N_("Translation"),
    "event": N_("Event"),
    "proceeding": N_("Proceeding"),
    "involvement": N_("Part taken"),
    "mark": N_("Link"),
    "consent": N_("Consent"),
    "assertion": N_("What a source says"),
    "dossier": N_("Dossier"),
    "finding": N_("Injury"),
    "identification": N_("Identification"),
    "safeguard": N_("Safeguard"),
    "charge": N_("Charge"),
    "mandate": N_("Mandate"),
    "measure": N_("Protection measure"),
    "remedy": N_("Remedy sought"),
    "exhaustion": N_("Exhaustion of a remedy"),
    "deadline_rule": N_("Rule of the deadline"),
    "deadline": N_("Deadline"),
    "label": N_("Label"),
    "labelling": N_("Label on a record"),
    "own_field": N_("Own field"),
    "own_value": N_("Own field filled in"),
    "own_term": N_("Own term"),
    "saved_search": N_("Saved search"),
}
CALLED_BY = ("title", "name")  # the fields that hold what a record without a code is called


def noun_label(noun: str) -> str:
    """Return what a kind of record is called, in the language spoken now."""
    return _(NOUN_LABELS[noun])


def called(ws: Workspace, record: Record) -> str:
    """Return a record's code; without one, its kind with its title or the code of the record that it belongs to."""
    code = str(getattr(record, "code", "") or "")
    if code and record.noun != "case_file":
        return code
    beside = _title(record) or _owner_code(ws, record)
    return f"{noun_label(record.noun)} ({beside})" if beside else noun_label(record.noun)


def _title(record: Record) -> str:
    """Return what a record without a code is called; a name of a person is none of it, for it is a name."""
    if record.noun == "person_name":
        return ""
    for name in CALLED_BY:
        held = getattr(record, name, None)
        if held:
            return held if isinstance(held, str) else str(held.best())
    return ""


def _owner_code(ws: Workspace, record: Record) -> str:
    """Return the code of the first record that a record refers to and that has one."""
    for field in fields(type(record)):
        target = getattr(record, field.name) if field.kind is Kind.REFERENCE else None
        if target is not None:
            other = ws.records.item(target) if field.noun == "item" else ws.records.get(NOUNS[field.noun], target)
            code = str(getattr(other, "code", "") or "")
            if code:
                return code
    return ""
