"""The history of a record as people read it: what, who, when, why, and each field before and after."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from evidence_app.domain.account import Account
from evidence_app.domain.consent import Consent
from evidence_app.domain.errors import BadDate
from evidence_app.domain.nouns import NOUNS
from evidence_app.domain.parts import PARTS
from evidence_app.domain.record import Field, Kind, Record, fields
from evidence_app.services import accounts, telling
from evidence_app.services.field_rows import in_words
from evidence_app.services.history import Line
from evidence_app.services.local_time import local_time
from evidence_app.services.noun_labels import noun_label
from evidence_app.services.workspace import Workspace
from evidence_app.store.journal import Entry, Part
from evidence_app.store.tables.values import from_journal, journal_value
from evidence_app.system.words import _, language_name

PAGE = 50
MOST_PARTS = 300  # records inside a record whose own history is told with it
VOIDED = "voided"


@dataclass(frozen=True, slots=True)
class Difference:
    """One field before and after, in words; `can_restore` where it may be given back what it held before."""

    noun: str
    uid: str
    field: str
    label: str
    before: str
    after: str
    can_restore: bool


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One act: its sentence, who did it, when by the clock of the case, why; what it changed in this record."""

    log: str
    seq: int
    says: str
    who: str
    when: str
    why: str
    differences: tuple[Difference, ...]
    is_erased: bool


@dataclass(frozen=True, slots=True)
class HistoryPage:
    """Some rows, the newest first, and how many there are in all; `voided` is the reason of a record voided now."""

    noun: str
    uid: str
    rows: tuple[HistoryRow, ...]
    start: int
    total: int
    voided: str


def page(ws: Workspace, noun: str, record_id: int, start: int = 0) -> HistoryPage | None:
    """Return fifty acts on a record and on what is written inside it, from a place on; None where it is gone."""
    record = ws.records.item(record_id) if noun == "item" else ws.records.get(NOUNS[noun], record_id)
    if record is None:
        return None
    acts: dict[tuple[str, int], tuple[Entry, list[Part]]] = {}
    for owned in _inside(ws, record):
        for entry, part in ws.journal.of_record(owned.uid):
            acts.setdefault((entry.log, entry.seq), (entry, []))[1].append(part)
    newest = sorted(acts.values(), key=lambda act: (act[0].ts, act[0].log, act[0].seq), reverse=True)
    rows = tuple(_row(ws, record, entry, parts) for entry, parts in newest[start : start + PAGE])
    return HistoryPage(record.noun, record.uid, rows, start, len(newest), record.voided or "")


def _inside(ws: Workspace, record: Record) -> Iterator[Record]:
    """Yield a record and what is written inside its form, voided or not."""
    yield record
    inside = [(part.noun, part.by) for part in PARTS.get(record.noun, ()) if part.noun != record.noun]
    if record.noun == "person":
        inside.append((Consent.noun, "person"))
    told = 0
    for noun, by in inside:
        for owned in ws.records.find(NOUNS[noun], order="id", voided=True, **{by: record.id}):
            told += 1
            if told > MOST_PARTS:
                return
            yield owned


def _row(ws: Workspace, record: Record, entry: Entry, parts: list[Part]) -> HistoryRow:
    """Return one act in words."""
    said = [json.loads(part.payload) if part.payload else None for part in parts]
    facts: dict[str, Any] = next((json.loads(part.payload) for part in _facts(ws, entry) if part.payload), {})
    line = Line(entry.log, entry.seq, entry.ts, entry.actor, entry.op, entry.obj, (facts, *said))
    changes = [part for part in said if part is not None and part["t"] == "change"]
    told = tuple(difference for change in changes for difference in _differences(ws, record, change))
    account = ws.records.first(Account, key_id=entry.actor)
    return HistoryRow(
        log=entry.log,
        seq=entry.seq,
        says=telling.says(ws, line),
        who=accounts.shown(account.name) if account else entry.actor,
        when=local_time(ws, entry.ts),
        why=str(facts.get("reason") or ""),
        differences=_told_apart(told),
        is_erased=any(part is None for part in said),
    )


def _told_apart(told: tuple[Difference, ...]) -> tuple[Difference, ...]:
    """Put the kind of record before the field, where one act changed records of several kinds."""
    if len({difference.noun for difference in told}) < 2:
        return told
    return tuple(replace(one, label=f"{noun_label(one.noun)}: {one.label}") for one in told)


def _facts(ws: Workspace, entry: Entry) -> Iterator[Part]:
    """Yield the part of an entry that holds its facts."""
    return (part for part in ws.journal.parts(entry.log, entry.seq) if part.part == 0)


def _differences(ws: Workspace, whole: Record, change: dict[str, Any]) -> Iterator[Difference]:
    """Yield the fields that a change touched, in the order of the field table; of a new record, what it began with."""
    before, after = change["before"] or {}, change["after"]
    record = ws.records.by_uid(NOUNS[change["noun"]], change["uid"])
    for field in fields(NOUNS[change["noun"]]):
        if field.name not in before and field.name not in after:
            continue
        was, became = before.get(field.name), after.get(field.name)
        if change["before"] is None and not _is_worth_telling(whole, field, became):
            continue
        can = change["before"] is not None and not field.fixed and _holds_other(ws, record, field, was)
        told = (_told(ws, field, was), _told(ws, field, became))
        yield Difference(change["noun"], change["uid"], field.name, _(field.label), *told, can)
    if VOIDED in after and (after[VOIDED] is not None or before.get(VOIDED) is not None):
        is_gone = record is not None and record.voided is not None and after[VOIDED] is not None
        told = (str(before.get(VOIDED) or ""), str(after[VOIDED] or ""))
        yield Difference(change["noun"], change["uid"], VOIDED, _("Voided"), *told, is_gone)


def _is_worth_telling(whole: Record, field: Field, value: Any) -> bool:
    """Tell whether a value that a record began with says anything; that it belongs to the record shown does not."""
    return value is not None and value is not False and field.name != "code" and value != whole.uid


def _holds_other(ws: Workspace, record: Record | None, field: Field, was: Any) -> bool:
    """Tell whether a field holds something else now than it did before, so that giving it back would change it."""
    if record is None or (field.required and was is None):
        return False
    return bool(journal_value(field, getattr(record, field.name), ws.records.uid_of) != was)


def _told(ws: Workspace, field: Field, value: Any) -> str:
    """Return a journal value in words; a text in several languages language by language, a secret not at all."""
    if value is None:
        return ""
    if field.secret:
        return _("hidden here")
    try:
        held = from_journal(field, value, ws.records.id_of)
    except (KeyError, ValueError, BadDate):
        return str(value)
    if field.kind is Kind.WORDS and len(held.texts) > 1:
        return "\n".join(f"{language_name(tag)}: {text}" for tag, text in held.texts)
    return in_words(ws, field, held)
