"""The list of events."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from evidence_app.domain import vocabulary
from evidence_app.domain.place import Place
from evidence_app.services.listing.dates import stored_date
from evidence_app.services.listing.noun_list import NounList, best, labels_of_the_team, of_vocabulary
from evidence_app.services.workspace import Workspace
from evidence_app.store.queries.shapes.event_list import EVENTS_SHAPE
from evidence_app.system.words import _


@dataclass(frozen=True, slots=True)
class EventRow:
    """An event; `sort` is the moment by which it stands in time, empty where none is known."""

    id: int
    uid: str
    code: str
    title: str
    kind_label: str
    when: str
    sort: str
    place: str
    people: int
    sources: int
    is_key: bool


def _row(facts: Any) -> EventRow:
    """Make the row of an event."""
    return EventRow(
        id=facts.id,
        uid=facts.uid,
        code=facts.code,
        title=best(facts.title),
        kind_label=vocabulary.stated("event_kind", facts.kind),
        when=stored_date(facts.happened),
        sort=facts.begins or "",
        place=best(facts.place),
        people=facts.people,
        sources=facts.sources,
        is_key=bool(facts.is_key),
    )


def _places(ws: Workspace, ids: Sequence[str]) -> dict[str, str]:
    return {str(place.id): place.name.best() for place in ws.records.by_ids(Place, [int(one) for one in ids]).values()}


EVENTS = NounList(
    EVENTS_SHAPE,
    _row,
    rests_on=frozenset({"event", "place", "involvement", "mark", "item", "label", "labelling"}),
    labels={
        "kind": of_vocabulary("event_kind"),
        "place": _places,
        "status": of_vocabulary("event_status"),
        "act": of_vocabulary("act_type"),
        "source": lambda _ws, _values: {"none": _("no source yet"), "some": _("with a source")},
        "key": lambda _ws, _values: {"key": _("key event")},
        "label": labels_of_the_team,
    },
)
