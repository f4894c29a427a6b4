"""One act = one transaction = one journal entry."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

from evidence_app.domain.changes import ChangeSet
from evidence_app.domain.errors import Refused
from evidence_app.domain.nouns import NOUNS
from evidence_app.domain.record import Record, fields
from evidence_app.domain.rules import check_value
from evidence_app.domain.undo_errors import LoggedSince, UndoRefused
from evidence_app.domain.vocabulary import is_term
from evidence_app.store import belonging
from evidence_app.store.archive import Archive
from evidence_app.store.journal import Journal, now
from evidence_app.store.queries.records import Records
from evidence_app.store.recorder import Recorder, journalled
from evidence_app.store.search.index import Index
from evidence_app.store.tables.values import from_journal
from evidence_app.system.words import _

R = TypeVar("R", bound=Record)
_MOST_UIDS = 200_000
_UNMADE = {"voided": "undone"}  # what a record becomes whose making is undone
_HANDLED = frozenset({"custody", "export"})  # what happened outside the records, and is not taken back in them


class Act:
    """What happens inside `with unit_of_work.act(...)`; after it, `change_set` holds the outcome."""

    def __init__(self, verb: str, recorder: Recorder, records: Records) -> None:
        self.verb = verb
        self.change_set = ChangeSet(verb)
        self.facts: dict[str, Any] = {}
        self.obj: str | None = None  # uid acted on, where it is known only in the act
        self._recorder, self._records = recorder, records
        self._others: list[dict[str, Any]] = []

    def add(self, record: R) -> R:
        """Keep a new record; returns it with its id, uid and code."""
        return self._recorder.add(record)

    def change(self, record: R, **values: Any) -> R:
        """Change fields of a record; returns it as it stands now."""
        return self._recorder.change(record, **values)

    def void(self, record: R, reason: str) -> R:
        """Take a record out of lists, search and dossiers; it stays in the archive with its code and history."""
        return self._recorder.change(record, voided=reason)

    def custody(self, item: Record, action: str, **facts: Any) -> None:
        """Log an act of custody (vocabulary `custody_action`); facts as in docs/FORMAT.md §4.2, None left out."""
        if not is_term("custody_action", action):
            raise ValueError(action)
        known = {key.rstrip("_"): value for key, value in facts.items() if value is not None}
        check_value(known, _("Custody"))
        self._others.append({"t": "custody", "item": item.uid, "action": action, **known})

    def export(self, **facts: Any) -> None:
        """Log that something left the case."""
        self._others.append({"t": "export", **facts})

    def expect(self, noun: str, uid: str, expected: dict[str, Any]) -> Record:
        """Return a record whose fields hold these journal values; raises UndoRefused where one does not.

        Besides `what`, the error's facts hold `noun`, `uid` and `field`, for whoever has better words for them.
        """
        kind = NOUNS[noun]
        record = self._records.by_uid(kind, uid)
        if record is None:
            raise KeyError((noun, uid))
        held = journalled(record, self._recorder.uid_of)
        changed = next((name for name, value in expected.items() if held.get(name) != value), None)
        if changed is not None:
            label = next((_(field.label) for field in fields(kind) if field.name == changed), _("Reason"))
            what = f"{getattr(record, 'code', '') or noun} · {label}"
            raise UndoRefused(what=what, noun=noun, uid=uid, field=changed)
        return record

    def restore(self, noun: str, uid: str, expected: dict[str, Any], values: dict[str, Any]) -> None:
        """Set fields back to journal values; raises UndoRefused where one no longer holds what is expected."""
        record = self.expect(noun, uid, expected)
        table = {field.name: field for field in fields(NOUNS[noun])}
        self._recorder.change(
            record,
            **{
                name: value if name == "voided" else from_journal(table[name], value, self._records.id_of)
                for name, value in values.items()
            },
        )

    def payloads(self) -> list[dict[str, Any]]:
        """Return the parts of the entry, after part 0."""
        changes = [
            {
                "t": "change",
                "noun": change.noun,
                "uid": change.uid,
                "rev": change.revision,
                "before": change.before,
                "after": change.after,
            }
            for change in self._recorder.changes
        ]
        return [*changes, *self._others]

    def finish(self, seq: int) -> None:
        """Fix the outcome."""
        logged = frozenset(str(part["t"]) for part in self._others)
        self.change_set = ChangeSet(self.verb, seq, tuple(self._recorder.changes), logged)


class UnitOfWork:
    """The write side of an archive for one acting account."""

    def __init__(self, archive: Archive, journal: Journal, index: Index) -> None:
        self._archive, self._journal, self._index = archive, journal, index
        self._uids: dict[tuple[str, int], str] = {}

    @contextmanager
    def act(self, verb: str, obj: str | None = None, reason: str | None = None) -> Iterator[Act]:
        """Open an act; records, journal entry and search index are committed together or not at all.

        `obj` is the uid acted on (by default that of the first record changed, else the case). An act that
        changes nothing and logs nothing leaves no entry.
        """
        check_value(reason, _("Reason"))
        with self._archive.writing() as connection:
            if len(self._uids) > _MOST_UIDS:
                self._uids.clear()
            moment = now()
            recorder = Recorder(connection, self._journal.actor, moment, self._uids)
            act = Act(verb, recorder, Records(connection))
            try:
                yield act
                belonging.check(Records(connection), recorder.changes)
                payloads = act.payloads()
                if payloads or act.facts:
                    changed = recorder.changes[0].uid if recorder.changes else self._journal.case_uid
                    facts = act.facts | {"reason": reason}
                    act.finish(self._journal.append(moment, verb, obj or act.obj or changed, facts, payloads))
                    self._index.update((change.noun, change.record_id) for change in recorder.changes)
            except BaseException:
                self._uids.clear()  # ids of rows that are now rolled back
                raise

    def undo(self, seq: int) -> ChangeSet:
        """Apply the inverse of an earlier act as a new act.

        Raises UndoRefused where a field has changed since, or a record that the act made has changed at all or was
        in custody or left the case (LoggedSince); Refused for an act of custody or export, one that changed no record
        and the one that made the case; KeyError for no such act.
        """
        parts = list(self._journal.parts(seq=seq))
        payloads = [json.loads(part.payload) for part in parts if part.kind == "change" and part.payload]
        if not parts:
            raise KeyError(seq)
        if not payloads:
            raise Refused(why=_("this entry of the journal changed no record"))
        if any(part.kind in _HANDLED for part in parts):
            raise Refused(why=_("what went into other hands comes back by being handed over again"))
        with self.act("act.undone") as act:
            act.facts["undoes"] = [self._journal.log, seq]
            made = [
                payload for payload in payloads if (payload["before"] or _UNMADE).get("voided") == _UNMADE["voided"]
            ]
            self._check_untouched(act, made, seq)
            for payload in reversed(payloads):
                new = payload["before"] is None
                expected = {"voided": None} if new else payload["after"]
                values = _UNMADE if new else payload["before"]
                act.restore(payload["noun"], payload["uid"], expected, values)
        return act.change_set

    def _check_untouched(self, act: Act, made: list[dict[str, Any]], seq: int) -> None:
        """Raise LoggedSince or UndoRefused where a record that an act made was touched since: undo would void it."""
        handled = self._journal.handled_since(seq) if made else set()
        for noun, uid in ((payload["noun"], payload["uid"]) for payload in made):
            if uid in handled:
                raise LoggedSince(what=noun, noun=noun, uid=uid, field="voided")
            left: dict[str, Any] = {}
            for change in self._journal.changes_since(seq, uid):
                for name, value in (change["before"] or {}).items():
                    left.setdefault(name, value)
            act.expect(noun, uid, left)


def _has_made(payload: dict[str, Any]) -> bool:
    """Tell whether a change made a record, or made it again after that was undone."""
    before = payload["before"]
    return before is None or before.get("voided") == _UNMADE["voided"]
