"""Marks: say where in an item something stands, and what it bears on."""

from __future__ import annotations

from evidence_app.domain.citation import Citation
from evidence_app.domain.errors import BadInput, Refused
from evidence_app.domain.item import Item
from evidence_app.domain.mark import Mark
from evidence_app.domain.record import Record
from evidence_app.services.workspace import Workspace
from evidence_app.system.words import _

TARGETS = ("person", "event", "place", "proceeding")


def link(
    ws: Workspace,
    item: Item,
    target: Record,
    *,
    locator: str | None = None,
    stance: str,
    quote: str | None = None,
    note: str | None = None,
) -> Mark:
    """Link a place in an item (`¶4`, `00:41.320`, `p. 2`; None: all of it) to what it bears on; shows at both ends.

    Raises BadInput for a locator that is no place in an item.
    """
    if locator and Citation.parse(f"{item.code} {locator}") is None:
        raise BadInput(where=locator, why=_("write ¶4, 00:41 or p. 2"))
    return keep(ws, item, target, locator=locator, stance=stance, quote=quote, note=note)


def keep(
    ws: Workspace,
    item: Item,
    target: Record,
    *,
    locator: str | None,
    stance: str,
    quote: str | None,
    note: str | None,
) -> Mark:
    """Record a mark whose locator has been looked at. Raises Refused for what an exhibit cannot bear on."""
    if target.noun not in TARGETS and not isinstance(target, Item):
        raise not_linked()
    name = target.noun if target.noun in TARGETS else "target"
    mark = Mark(item=item.id, locator=locator, stance=stance, quote=quote, note=note).but(**{name: target.id})
    with ws.act("mark.added", obj=item.uid) as act:
        return act.add(mark)


def not_linked() -> Refused:
    """Say which records a link can lead to: the number of any other would be read as that of an exhibit."""
    return Refused(why=_("only people, events, places, proceedings and exhibits can be linked"))
