"""Places: add, find what is inside."""

from __future__ import annotations

from evidence_app.domain.place import Place
from evidence_app.services.workspace import Workspace


def add(ws: Workspace, place: Place) -> Place:
    """Record a place; `parent` puts it inside another."""
    with ws.act("place.added") as act:
        return act.add(place)


def inside(ws: Workspace, place: Place) -> list[Place]:
    """Return the places directly inside one."""
    return ws.records.find(Place, parent=place.id)
