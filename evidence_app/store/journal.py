"""The journal: hash-chained entries, their parts beside them; triggers forbid update and delete (docs/FORMAT.md §4)."""

from __future__ import annotations

import hashlib
import json
import os
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from evidence_app.keys.canonical import canonical
from evidence_app.store.tables import journal, journal_part
from evidence_app.system import clock

MAX_PARTS = 1000


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry as stored: its exact bytes, and its columns as they were filed."""

    log: str
    seq: int
    raw: bytes
    ts: str
    actor: str
    op: str
    obj: str


@dataclass(frozen=True, slots=True)
class Part:
    """One part as stored; salt and payload are None once erased."""

    log: str
    seq: int
    part: int
    kind: str
    uid: str | None
    salt: bytes | None
    payload: bytes | None


@dataclass(frozen=True, slots=True)
class Head:
    """The state of a log: size, hash of its last entry (hex), root of the RFC 6962 tree (hex)."""

    log: str
    size: int
    entry_hash: str
    root: str


def now() -> str:
    """Return the computer's clock as the journal writes it."""
    return clock.instant().strftime("%Y-%m-%dT%H:%M:%S.%f")[:-3] + "Z"


def genesis(case_uid: str, log: str) -> str:
    """Return the `prev` of entry 1: it binds a log to its case."""
    return hashlib.sha256(f"evidence-app/1/log\n{case_uid}\n{log}\n".encode()).hexdigest()


def commitment(salt: bytes, payload: bytes) -> str:
    """Return the hex commitment of a part."""
    return hashlib.sha256(salt + payload).hexdigest()


class Journal:
    """The log of this copy: append to it, read any log."""

    def __init__(self, connection: sa.Connection, case_uid: str, log: str, actor: str) -> None:
        self._connection, self.case_uid, self.log, self.actor = connection, case_uid, log, actor

    def append(self, ts: str, op: str, obj: str, facts: dict[str, Any], payloads: Sequence[dict[str, Any]]) -> int:
        """Write one entry, claimed for `ts`, whose part 0 holds `facts`; returns its sequence number."""
        last = self.last()
        seq, prev = (last.seq + 1, hashlib.sha256(last.raw).hexdigest()) if last else (1, self._genesis())
        act = {"t": "act", **{key: value for key, value in facts.items() if value is not None}}
        if last and ts < last.ts:
            act["clock_back"] = True
        parts = [act, *payloads]
        if len(parts) > MAX_PARTS:
            raise ValueError(f"an act holds at most {MAX_PARTS} parts")
        sealed = [(os.urandom(16), canonical(payload)) for payload in parts]
        raw = canonical(
            {
                "v": 1,
                "log": self.log,
                "seq": seq,
                "prev": prev,
                "ts": ts,
                "mono": time.monotonic_ns() // 1_000_000,
                "actor": self.actor,
                "op": op,
                "obj": obj,
                "commits": [commitment(salt, payload) for salt, payload in sealed],
            }
        )
        columns = {"log": self.log, "seq": seq}
        entry = {**columns, "bytes": raw, "ts": ts, "actor": self.actor, "op": op, "obj": obj}
        self._connection.execute(journal.insert(), entry)
        rows = [
            {
                **columns,
                "part": number,
                "kind": payload["t"],
                "uid": payload.get("uid") or payload.get("item"),
                "salt": salt,
                "payload": body,
            }
            for number, (payload, (salt, body)) in enumerate(zip(parts, sealed, strict=True))
        ]
        self._connection.execute(journal_part.insert(), rows)
        return seq

    def _genesis(self) -> str:
        return genesis(self.case_uid, self.log)

    def last(self) -> Entry | None:
        """Return the newest entry of this copy's log."""
        query = sa.select(journal).where(journal.c.log == self.log).order_by(journal.c.seq.desc()).limit(1)
        row = self._connection.execute(query).first()
        return Entry(*row) if row else None

    def entry(self, seq: int, log: str | None = None) -> Entry | None:
        """Return one entry by its number, None where there is none."""
        query = sa.select(journal).where(journal.c.log == (log or self.log), journal.c.seq == seq)
        row = self._connection.execute(query).first()
        return Entry(*row) if row else None

    def logs(self) -> list[str]:
        """Return the uids of all logs, this copy's first."""
        found = self._connection.execute(sa.select(journal.c.log).distinct()).scalars().all()
        return sorted(found, key=lambda log: (log != self.log, log))

    def actors(self) -> list[tuple[str, str, int]]:
        """Return who acts in which log, and the number of the first entry of each: (key id, log, seq)."""
        first = sa.func.min(journal.c.seq)
        query = sa.select(journal.c.actor, journal.c.log, first).group_by(journal.c.actor, journal.c.log)
        return [(actor, log, seq) for actor, log, seq in self._connection.execute(query.order_by(journal.c.log, first))]

    def entries(self, log: str | None = None) -> Iterator[Entry]:
        """Yield the entries of a log in order."""
        query = sa.select(journal).where(journal.c.log == (log or self.log)).order_by(journal.c.seq)
        for row in self._connection.execute(query):
            yield Entry(*row)

    def parts(self, log: str | None = None, seq: int | None = None) -> Iterator[Part]:
        """Yield the parts of a log, or of one entry, in order."""
        query = sa.select(journal_part).where(journal_part.c.log == (log or self.log))
        if seq is not None:
            query = query.where(journal_part.c.seq == seq)
        for row in self._connection.execute(query.order_by(journal_part.c.seq, journal_part.c.part)):
            yield Part(*row)

    def changes_since(self, seq: int, uid: str = "") -> Iterator[dict[str, Any]]:
        """Yield the changes recorded after an entry of this copy's log, all or those of one record."""
        yield from self._said_since(seq, "change", uid)

    def handled_since(self, seq: int) -> set[str]:
        """Return the uids of what was in custody, or left the case, after an entry of this copy's log."""
        held = {str(said["item"]) for said in self._said_since(seq, "custody")}
        return held.union(*(said.get("records", ()) for said in self._said_since(seq, "export")))

    def _said_since(self, seq: int, kind: str, uid: str = "") -> Iterator[dict[str, Any]]:
        """Yield what parts of one kind say after an entry of this copy's log, those of one record where it is named."""
        held = journal_part.c
        query = sa.select(held.payload).where(held.log == self.log, held.seq > seq, held.kind == kind)
        query = query.where(held.uid == uid) if uid else query
        for payload in self._connection.execute(query.order_by(held.seq, held.part)).scalars():
            if payload is not None:
                yield json.loads(payload)

    def of_record(self, uid: str) -> list[tuple[Entry, Part]]:
        """Return all parts that speak of a record, each with its entry: by number, for a clock can go back."""
        same = (journal.c.log == journal_part.c.log) & (journal.c.seq == journal_part.c.seq)
        query = sa.select(journal, journal_part).join(journal_part, same).where(journal_part.c.uid == uid)
        width = len(journal.c)
        order = (journal.c.log == self.log, journal.c.log, journal.c.seq, journal_part.c.part)
        rows = self._connection.execute(query.order_by(*order))
        return [(Entry(*row[:width]), Part(*row[width:])) for row in rows]

    def head(self) -> Head:
        """Return size, last hash and tree root of this copy's log."""
        tree, last = Tree(), self._genesis()
        for entry in self.entries():
            tree.add(entry.raw)
            last = hashlib.sha256(entry.raw).hexdigest()
        return Head(self.log, tree.size, last, tree.root().hex())


class Tree:
    """The Merkle tree of RFC 6962 §2.1, built leaf by leaf; memory grows with the logarithm of its size."""

    def __init__(self) -> None:
        self.size = 0
        self._peaks: list[tuple[int, bytes]] = []  # (leaves below, hash) of complete subtrees, largest first

    def add(self, leaf: bytes) -> None:
        """Add the data of one leaf."""
        self.size += 1
        peak = (1, hashlib.sha256(b"\x00" + leaf).digest())
        while self._peaks and self._peaks[-1][0] == peak[0]:
            count, left = self._peaks.pop()
            peak = (2 * count, hashlib.sha256(b"\x01" + left + peak[1]).digest())
        self._peaks.append(peak)

    def root(self) -> bytes:
        """Return the root hash; of the empty tree, SHA-256 of nothing."""
        if not self._peaks:
            return hashlib.sha256(b"").digest()
        right = self._peaks[-1][1]
        for _count, left in reversed(self._peaks[:-1]):
            right = hashlib.sha256(b"\x01" + left + right).digest()
        return right
