"""Check the journal by itself, then replay it and hold the outcome beside the tables."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from evidence_app.domain.errors import BadDate
from evidence_app.domain.nouns import NOUNS
from evidence_app.domain.record import Record, fields
from evidence_app.keys.canonical import canonical
from evidence_app.store.journal import Entry, Journal, Part, commitment, genesis
from evidence_app.store.queries.records import Records
from evidence_app.store.recorder import journalled
from evidence_app.store.tables.values import columns, from_row


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that is not as it was written: its kind (a stable code), and where."""

    kind: str
    where: str


@dataclass
class State:
    """All records as the journal has them: uid → noun, revision and values."""

    records: dict[str, dict[str, Any]] = field(default_factory=dict)
    holders: dict[str, str] = field(default_factory=dict)

    def take(self, entry: Entry, payload: dict[str, Any] | None) -> None:
        """Apply one part of an entry; what is no part that bears on a record, or was tampered with, is passed over."""
        match payload:
            case {"t": "change", "noun": str(noun), "uid": str(uid), "rev": rev, "after": dict(after)}:
                new = {"noun": noun, "values": {}, "created": (entry.ts, entry.actor)}
                held = self.records.setdefault(uid, new)
                held["rev"], held["updated"] = rev, (entry.ts, entry.actor)
                held["values"].update(after)
            case {"t": "custody", "action": "RECEIVE" | "TRANSFER" | "RETURN", "item": str(item), "to": str(holder)}:
                self.holders[item] = holder


def chain_faults(journal: Journal, log: str) -> Iterator[Fault]:
    """Yield every break in one log: links, numbering, columns beside the bytes, commitments of parts."""
    expected_seq, prev = 1, genesis(journal.case_uid, log)
    parts = _by_entry(journal.parts(log))
    for entry in journal.entries(log):
        where = f"{log[:8]} #{entry.seq}"
        said = _parsed(entry.raw)
        if said is None or (said.get("v"), said.get("seq"), said.get("prev")) != (1, expected_seq, prev):
            yield Fault("journal-chain", where)
        if said is not None:
            columns = {"log": entry.log, "ts": entry.ts, "actor": entry.actor, "op": entry.op, "obj": entry.obj}
            if any(said.get(name) != value for name, value in columns.items()):
                yield Fault("journal-columns", where)
            yield from _part_faults(said.get("commits", []), parts.pop(entry.seq, []), where)
        expected_seq, prev = entry.seq + 1, hashlib.sha256(entry.raw).hexdigest()
    for seq in parts:
        yield Fault("journal-part", f"{log[:8]} #{seq}")


def _part_faults(commits: Any, parts: list[Part], where: str) -> Iterator[Fault]:
    """Yield the parts of an entry that are not what it committed to."""
    if not isinstance(commits, list) or [part.part for part in parts] != list(range(len(commits))):
        yield Fault("journal-part", where)
        return
    for commit, part in zip(commits, parts, strict=True):
        # SQLite keeps text in a column of bytes if somebody puts it there.
        is_whole = isinstance(part.salt, bytes) and isinstance(part.payload, bytes)
        if not is_whole or commitment(part.salt, part.payload) != commit:  # type: ignore[arg-type]
            yield Fault("journal-part", f"{where}.{part.part}")
            continue
        said = _parsed(part.payload) or {}
        if said.get("t") != part.kind or (said.get("uid") or said.get("item")) != part.uid:
            yield Fault("journal-columns", f"{where}.{part.part}")


def replay(journal: Journal) -> State:
    """Return all records as the journal has them."""
    state = State()
    for log in journal.logs():
        parts = _by_entry(journal.parts(log))
        for entry in journal.entries(log):
            for part in parts.get(entry.seq, ()):
                state.take(entry, _parsed(part.payload))
    return state


def actor_faults(journal: Journal, state: State) -> Iterator[Fault]:
    """Yield the first entry of everybody who acts and is no account of the case."""
    known = {held["values"].get("key_id") for held in state.records.values() if held["noun"] == "account"}
    for actor, log, seq in journal.actors():
        if actor not in known:
            yield Fault("journal-actor", f"{log[:8]} #{seq}")


def record_faults(records: Records, state: State) -> Iterator[Fault]:
    """Yield every record that differs from the journal, is missing from it, or is missing from the tables."""
    uids: dict[tuple[str, int], str] = {}

    def uid_of(noun: str, record_id: int) -> str:
        if (noun, record_id) not in uids:
            uids[noun, record_id] = records.uid_of(noun, record_id)
        return uids[noun, record_id]

    seen: set[str] = set()
    for noun in NOUNS.values():
        for row in records.rows(noun):
            seen.add(row["uid"])
            if not _agrees(noun, row, state.records.get(row["uid"]), uid_of):
                yield Fault("record-altered", f"{noun.noun} {row.get('code') or row['uid']}")
    for uid, held in state.records.items():
        if uid not in seen:
            yield Fault("record-missing", f"{held['noun']} {held['values'].get('code') or uid}")
    for uid, holder in state.holders.items():
        item = state.records.get(uid)
        if item is not None and item["values"].get("holder") not in {holder, None}:
            yield Fault("holder-differs", f"{item['noun']} {item['values'].get('code') or uid}")


def _agrees(noun: type[Record], row: Mapping[str, Any], held: dict[str, Any] | None, uid_of: Any) -> bool:
    """Tell whether a row says what the journal says of its record, and nothing else beside it."""
    if held is None or not held["noun"] == noun.noun == row.get("noun", noun.noun) or held["rev"] != row["revision"]:
        return False
    stamps = (row["created_at"], row["created_by"]), (row["updated_at"], row["updated_by"])
    if stamps != (held["created"], held["updated"]):
        return False
    told = {name: value for name, value in held["values"].items() if value is not None}
    try:
        record = from_row(noun, row)
        # Derived columns too: bounds of dates decide the order of a chronology.
        written = {
            key: value for field in fields(noun) for key, value in columns(field, getattr(record, field.name)).items()
        }
        # Through the same bytes as the journal's own, so that nothing looks equal that was written differently.
        return canonical(journalled(record, uid_of)) == canonical(told) and written.items() <= row.items()
    except (ValueError, TypeError, AttributeError, KeyError, BadDate):
        return False  # a value that the field cannot hold


def _by_entry(parts: Iterator[Part]) -> dict[int, list[Part]]:
    """Gather parts by the number of their entry."""
    found: dict[int, list[Part]] = {}
    for part in parts:
        found.setdefault(part.seq, []).append(part)
    return found


def _parsed(raw: bytes | None) -> dict[str, Any] | None:
    """Return the object that bytes hold, or None."""
    try:
        value = json.loads(raw or b"")
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None
