"""What can be done to any record: change, void, restore."""

from __future__ import annotations

from typing import Any, TypeVar

from evidence_app.domain.record import Record
from evidence_app.services.workspace import Workspace

R = TypeVar("R", bound=Record)


def change(ws: Workspace, record: R, reason: str | None = None, **values: Any) -> R:
    """Change fields of a record; returns it as it stands now. Raises BadInput."""
    with ws.act(f"{record.noun}.changed", obj=record.uid, reason=reason) as act:
        return act.change(record, **values)


def void(ws: Workspace, record: R, reason: str) -> R:
    """Take a record out of lists, search and dossiers; code and history stay, and it can be restored."""
    with ws.act(f"{record.noun}.voided", obj=record.uid, reason=reason) as act:
        return act.void(record, reason)


def restore(ws: Workspace, record: R, reason: str | None = None) -> R:
    """Bring a voided record back."""
    with ws.act(f"{record.noun}.restored", obj=record.uid, reason=reason) as act:
        return act.change(record, voided=None)
