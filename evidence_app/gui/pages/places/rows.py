"""Places, and who was in one of them, as the rows of a tree."""

from __future__ import annotations

from collections.abc import Sequence

from evidence_app.gui.widgets import privacy
from evidence_app.gui.widgets.cell import Cell
from evidence_app.gui.widgets.tree_model import TreeRow
from evidence_app.services.places import PlaceNode, Presence
from evidence_app.system.words import N_, _, ngettext_

PLACES = (N_("Place"), N_("Events"))
PLACE_WIDTHS = (0, 40)
PRESENCE = (N_("Who, and what happened"), N_("When"), N_("Role"), N_("Source"), N_("Where"))
PRESENCE_WIDTHS = (0, 196, 116, 118, 150)
PRESENCE_LEAVING = (4, 2)  # where there is little room, first the place goes, then the role
SOURCES = 1  # named in a line; more are counted, so that no code is cut


def of_places(nodes: Sequence[PlaceNode], words: str = "") -> list[TreeRow]:
    """Return the places that hold all the words, with those that they lie in."""
    kept: set[int] = set()
    above = {node.id: node.parent for node in nodes}
    for node in nodes:
        if all(word in f"{node.name} {node.kind}".casefold() for word in words.casefold().split()):
            at: int | None = node.id
            while at is not None and at not in kept:
                kept.add(at)
                at = above[at]
    return [
        TreeRow(
            node.id,
            node.parent,
            (
                Cell(privacy.text(node.name), "name", icon_says=node.kind),
                Cell(str(node.events_inside) if node.events_inside else "", "figures", "text_3", right=True),
            ),
        )
        for node in nodes
        if node.id in kept
    ]


def of_presence(found: Sequence[Presence]) -> list[TreeRow]:
    """Return a row for each person, with the events inside; a row's key is its place in `found`, a person's below 0."""
    rows: list[TreeRow] = []
    heads: dict[int, int] = {}
    counts: dict[int, int] = {}
    for one in found:
        counts[one.person_id] = counts.get(one.person_id, 0) + 1
    for place, one in enumerate(found):
        if one.person_id not in heads:
            heads[one.person_id] = -1 - place
            rows.append(TreeRow(-1 - place, None, _person(one, counts[one.person_id])))
        rows.append(TreeRow(place, heads[one.person_id], _event(one)))
    return rows


def _person(one: Presence, count: int) -> tuple[Cell, ...]:
    """Return the one cell of a person; events that name nobody stand under a row that says so."""
    events = ngettext_("%(n)s event", "%(n)s events", count) % {"n": count}
    if not one.person_id:
        nobody = _("Names nobody yet")
        return (Cell(f"{nobody} · {events}", "h3", "warn"),)
    name = privacy.name(one.person, one.person_code)
    called = one.person_code if name in {"", one.person_code} else f"{one.person_code}  {name}"
    return (Cell(f"{called} · {events}", "h3"),)


def _event(one: Presence) -> tuple[Cell, ...]:
    """Return the cells of an event that a person had part in."""
    more = len(one.sources) - SOURCES
    cited = ", ".join(one.sources[:SOURCES]) + (f" +{more}" if more > 0 else "")
    source = Cell(cited, tone="accent_text") if cited else Cell(_("no source yet"), tone="warn", icon="triangle-alert")
    return (
        Cell(f"{one.event_code}  {privacy.text(one.event)}"),
        Cell(one.when or _("no date"), "figures", "text" if one.when else "text_3"),
        Cell(one.role, tone="text_2"),
        source,
        Cell(privacy.text(one.place), tone="text_3"),
    )
