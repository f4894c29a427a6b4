"""Labels: short words of the team's own, put on any record; a search for one finds what carries it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from evidence_app.domain.errors import BadInput
from evidence_app.domain.label import Label, Labelling
from evidence_app.domain.record import Record
from evidence_app.services.workspace import Workspace
from evidence_app.store.unit_of_work import Act
from evidence_app.system.words import _

TAKEN_OFF = "taken off"


@dataclass(frozen=True, slots=True)
class Used:
    """A label, and how many records carry it."""

    label: Label
    count: int


def add(ws: Workspace, name: str) -> Label:
    """Return the label of that name, made or brought back where there is none; capitals do not tell labels apart."""
    name = _tidy(name)
    known = _named(ws, name)
    with ws.act("label.added" if known is None else "label.restored") as act:
        return _added(act, name, known)


def retitle(ws: Workspace, label: Label, name: str) -> Label:
    """Call a label by another name, on all records that carry it. Raises BadInput for the name of another label."""
    name = _tidy(name)
    known = _named(ws, name)
    if known is not None and known.id != label.id:
        raise BadInput(where=_("Label"), why=_("there is a label of this name already"))
    with ws.act("label.renamed", obj=label.uid) as act:
        return act.change(label, name=name)


def put_on(ws: Workspace, record: Record, label: Label) -> Labelling:
    """Put a label on a record; one that is there stays."""
    held = _on(ws, label, [record]).get(record.uid)
    with ws.act("labelling.added" if held is None else "labelling.restored", obj=record.uid) as act:
        return _put(act, record, label, held)


def take_off(ws: Workspace, record: Record, label: Label) -> None:
    """Take a label off a record; nothing happens where it is not on it."""
    held = _on(ws, label, [record]).get(record.uid)
    if held is not None and held.voided is None:
        with ws.act("labelling.voided", obj=record.uid) as act:
            act.void(held, TAKEN_OFF)


def tick(ws: Workspace, held: Sequence[Record], put: Iterable[str], off: Iterable[str]) -> None:
    """Put labels on records, made where they are new, and take others off, all in one act."""
    names: dict[str, str] = {}
    for name in map(_tidy, put):
        names.setdefault(name.casefold(), name)
    gone = [label for name in off if (label := _named(ws, _tidy(name))) is not None]
    with ws.act("labelling.ticked", obj=held[0].uid if held else None) as act:
        for label in [_added(act, name, _named(ws, name)) for name in names.values()]:
            there = _on(ws, label, held)
            for record in held:
                _put(act, record, label, there.get(record.uid))
        for label in gone:
            there = _on(ws, label, held)
            for record in held:
                if record.uid in there and there[record.uid].voided is None:
                    act.void(there[record.uid], TAKEN_OFF)


def of(ws: Workspace, record: Record) -> list[Label]:
    """Return the labels on a record, by name."""
    ids = [held.label or 0 for held in ws.records.find(Labelling, subject=record.uid)]
    found = ws.records.by_ids(Label, ids).values()
    return sorted((label for label in found if label.voided is None), key=_order)


def all_of(ws: Workspace) -> list[Used]:
    """Return every label in use, by name, each with how many records carry it."""
    counts = ws.records.tally(Labelling, "label")
    return [Used(label, counts.get(label.id, 0)) for label in sorted(ws.records.find(Label), key=_order)]


def _added(act: Act, name: str, known: Label | None) -> Label:
    """Return the label of a name, made or brought back in an act where it is not in use."""
    return act.add(Label(name=name)) if known is None else act.change(known, voided=None)


def _put(act: Act, record: Record, label: Label, held: Labelling | None) -> Labelling:
    """Put a label on a record in an act; `held` is how it was on it before."""
    if held is None:
        return act.add(Labelling(label=label.id, subject=record.uid))
    return act.change(held, voided=None)


def _on(ws: Workspace, label: Label, records: Sequence[Record]) -> dict[str, Labelling]:
    """Return on which of some records a label is or was, by the uid of the record."""
    found = ws.records.find(Labelling, voided=True, label=label.id, subject=[record.uid for record in records])
    return {held.subject: held for held in reversed(found)}


def _named(ws: Workspace, name: str) -> Label | None:
    """Return the label of a name, in use or not; the one in use where there are several."""
    alike = [label for label in ws.records.find(Label, voided=True) if label.name.casefold() == name.casefold()]
    return min(alike, key=lambda label: label.voided is not None, default=None)


def _tidy(name: str) -> str:
    """Return a name with single blanks between its words."""
    return " ".join(name.split())


def _order(label: Label) -> str:
    return label.name.casefold()
