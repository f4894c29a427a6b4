"""The list of events, in the order of time."""

from __future__ import annotations

import sqlalchemy as sa

from evidence_app.domain.event import Event
from evidence_app.store.queries.listed import ByCondition, ByList, ByValue, Condition, Shape
from evidence_app.store.queries.shapes.labels import by_label
from evidence_app.store.queries.spelling import (
    alphabetical,
    any_language,
    best,
    code_pattern,
    glob,
    label_of,
    pattern,
)
from evidence_app.store.tables import TABLES

_EVENT, _PLACE = TABLES["event"], TABLES["place"]
_BEGINS = sa.func.coalesce(_EVENT.c.happened_min, _EVENT.c.happened_max)
_CODE = (sa.func.length(_EVENT.c.code), _EVENT.c.code)


def _people() -> sa.ColumnElement[int]:
    """Count who took part in an event."""
    part = TABLES["involvement"].c
    query = sa.select(sa.func.count()).where(part.event == _EVENT.c.id, part.voided.is_(None))
    return query.correlate(_EVENT).scalar_subquery()


def _sources() -> sa.ColumnElement[int]:
    """Count the places in items that bear on an event, where the item is there still."""
    mark, item = TABLES["mark"].c, TABLES["item"].c
    query = sa.select(sa.func.count()).join_from(TABLES["mark"], TABLES["item"], item.id == mark.item)
    query = query.where(mark.event == _EVENT.c.id, mark.voided.is_(None), item.voided.is_(None))
    return query.correlate(_EVENT).scalar_subquery()


def _searched(word: str) -> Condition:
    """Look through code, titles and the names of the place."""
    places = sa.select(_PLACE.c.id).where(any_language(_PLACE.c.name, pattern(word)))
    return sa.or_(
        glob(_EVENT.c.code, code_pattern(word)),
        any_language(_EVENT.c.title, pattern(word)),
        _EVENT.c.place.in_(places),
    )


_PLACE_NAME = sa.select(_PLACE.c.name).where(_PLACE.c.id == _EVENT.c.place).correlate(_EVENT).scalar_subquery()
_PEOPLE, _SOURCES = _people(), _sources()
EVENTS_SHAPE = Shape(
    noun=Event,
    facts={
        "uid": _EVENT.c.uid,
        "code": _EVENT.c.code,
        "title": _EVENT.c.title,
        "kind": _EVENT.c.kind,
        "happened": _EVENT.c.happened,
        "begins": _BEGINS,
        "place": _PLACE_NAME,
        "people": _PEOPLE,
        "sources": _SOURCES,
        "is_key": _EVENT.c.is_key,
    },
    searched=_searched,
    begins=lambda letters: sa.or_(
        glob(_EVENT.c.code, code_pattern(letters, anywhere=False)),
        glob(best(_EVENT.c.title), pattern(letters, anywhere=False)),
    ),
    facets={
        "kind": ByValue(_EVENT.c.kind),
        "place": ByValue(_EVENT.c.place),
        "status": ByValue(_EVENT.c.status),
        "act": ByList(_EVENT.c.acts),
        "source": ByCondition({"none": _SOURCES == 0, "some": _SOURCES > 0}),
        "key": ByCondition({"key": _EVENT.c.is_key == 1}),
        "label": by_label(Event),
    },
    sorts={
        "code": _CODE,
        "when": (_BEGINS,),
        "title": (alphabetical(best(_EVENT.c.title)),),
        "kind": (label_of("event_kind", _EVENT.c.kind),),
        "place": (alphabetical(best(_PLACE_NAME)),),
        "people": (_PEOPLE,),
        "sources": (_SOURCES,),
    },
    order=(_BEGINS.nulls_last(), *_CODE),
)
