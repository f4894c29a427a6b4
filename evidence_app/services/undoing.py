"""Undo and redo: what this account did since the case was opened, taken back by new acts, the newest first."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Any

from evidence_app.domain.changes import Change, ChangeSet
from evidence_app.domain.undo_errors import UndoRefused, UndoStopped
from evidence_app.services import telling
from evidence_app.services.workspace import Workspace

# What the program did by itself, what came from outside, keys: Ctrl+Z must not reach these.
_NEVER = frozenset(
    {
        "item.received",
        "item.examined",
        "batch.finished",
        "case.created",
        "dossier.defined",
        "deadline_rule.adopted",
        "act.undone",
    }
)
_NEVER_TOUCHED = frozenset({"account", "batch", "file"})
TYPED_ON_S = 10  # what was typed into a new record is recorded at a pause; typing on within this time is one with it


@dataclass(frozen=True, slots=True)
class Undone:
    """What was undone or done again, in words, and what that changed."""

    words: str
    change_set: ChangeSet


def is_undoable(change_set: ChangeSet) -> bool:
    """Tell whether an act is one of those that undo may take back."""
    return bool(change_set.changes) and not change_set.logged and _is_ours(change_set)


def is_final(change_set: ChangeSet) -> bool:
    """Tell whether an act put something into other hands, or let it leave the case: undo stops at it."""
    return _is_ours(change_set) and ("export" in change_set.logged or bool(change_set.logged and change_set.changes))


def _is_ours(change_set: ChangeSet) -> bool:
    """Tell whether an act is one of a person, and none of what undo must not reach."""
    return change_set.verb not in _NEVER and not any(change_set.touches(noun) for noun in _NEVER_TOUCHED)


class Undoing:
    """What an account did to a case since it was first opened: numbers of journal entries, no word of what they say.

    They outlive a lock: whatever opens the same journal again goes on from there. All of it belongs to the thread that
    holds the workspace.
    """

    def __init__(self) -> None:
        self._journal: tuple[str, ...] = ()
        self._newest: tuple[int, str] = (0, "")  # number and verb
        self._forget()

    def watch(self, ws: Workspace) -> None:
        """Remember the acts of a workspace from now on, and those before where it is the same journal as then."""
        journal = (ws.journal.case_uid, ws.journal.log, ws.journal.actor)
        seq, verb = self._newest
        entry = ws.journal.entry(seq) if journal == self._journal and seq else None
        if entry is None or entry.op != verb:  # another case or account, or an older copy in its place
            self._forget()
        self._journal = journal
        ws.listeners.append(self._on_act)

    def undo(self, ws: Workspace) -> Undone | None:
        """Take back the last act; None where there is none left.

        Raises UndoRefused where something has changed since, naming record and field; LoggedSince where a record that
        would be voided was in custody or left the case since; UndoStopped at an act that did so itself; OwnerVoided and
        Refused where the records would not hold together. That act is then passed over by the next undo.
        """
        return self._move(ws, self._done, self._undone, tell=-1)

    def redo(self, ws: Workspace) -> Undone | None:
        """Do again what was undone last; None where there is nothing. Raises UndoRefused."""
        return self._move(ws, self._undone, self._done, tell=0)

    def _forget(self) -> None:
        """Begin anew."""
        self._done: list[tuple[int, ...]] = []
        self._undone: list[tuple[int, ...]] = []
        self._made: frozenset[str] = frozenset()  # uids of the records that the last act made
        self._made_at = 0.0
        self._final: set[int] = set()
        self._is_moving = False

    def _move(
        self, ws: Workspace, source: list[tuple[int, ...]], target: list[tuple[int, ...]], *, tell: int
    ) -> Undone | None:
        """Undo the newest acts of one stack, and put those that did so on the other; one of them says what was done."""
        self._made = frozenset()
        if not source:
            return None
        acts, moved = source.pop(), list[ChangeSet]()
        if acts[0] in self._final:
            raise UndoStopped(what=telling.says_seq(ws, acts[0]))
        self._is_moving = True
        try:
            for seq in reversed(acts):
                moved.append(ws.undo(seq))
        except UndoRefused as problem:
            raise _in_words(ws, problem) from problem
        finally:
            self._is_moving = False
            if moved:
                target.append(tuple(change_set.seq for change_set in moved))
        return Undone(telling.says_seq(ws, moved[tell].seq), moved[tell])

    def _on_act(self, change_set: ChangeSet) -> None:
        """Remember an act; after a new one nothing is left to be done again."""
        self._newest = change_set.seq, change_set.verb
        if self._is_moving or not (is_undoable(change_set) or is_final(change_set)):
            return
        if self._types_on(change_set):
            self._done[-1] += (change_set.seq,)
        else:
            self._done.append((change_set.seq,))
            self._made = frozenset(change.uid for change in change_set.changes if change.before is None)
        self._made_at = time.monotonic()
        if is_final(change_set):
            self._final.add(change_set.seq)
        if change_set.changes:
            self._undone.clear()

    def _types_on(self, change_set: ChangeSet) -> bool:
        """Tell whether an act only goes on with words that the one before began new records with."""
        is_soon = time.monotonic() - self._made_at < TYPED_ON_S
        goes_on = (change.uid in self._made and _goes_on(change) for change in change_set.changes)
        return is_soon and is_undoable(change_set) and all(goes_on)


def _goes_on(change: Change) -> bool:
    """Tell whether all that a change touched begins as it was: nothing of it is gone."""
    return change.before is not None and all(
        _is_longer(change.before.get(name), said) for name, said in change.after.items()
    )


def _is_longer(before: Any, after: Any) -> bool:
    """Tell whether a journal value goes on from another one: text, or pairs of language and text."""
    if isinstance(before, list) and isinstance(after, list):
        return len(before) <= len(after) and all(map(_is_longer, before, after))
    return bool(before) and isinstance(before, str) and isinstance(after, str) and after.startswith(before)


def _in_words(ws: Workspace, problem: UndoRefused) -> UndoRefused:
    """Return a refusal that names the record and the field as people know them."""
    noun, uid, field = (str(problem.facts[name]) for name in ("noun", "uid", "field"))
    record = telling.named(ws, noun, uid)
    what = record if field == "voided" else f"“{telling.field_label(noun, field)}” ({record})"
    return type(problem)(**problem.facts | {"what": what})
