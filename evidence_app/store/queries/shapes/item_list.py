"""The lists of items: testimonies, media, filings."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from evidence_app.domain.filing import Filing
from evidence_app.domain.media import Media
from evidence_app.domain.testimony import Testimony
from evidence_app.store.queries.listed import ByCondition, ByRows, ByValue, Condition, Shape
from evidence_app.store.queries.shapes.labels import by_label
from evidence_app.store.queries.shapes.names import holds_name, name_of
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

_ITEM, _TESTIMONY, _MEDIA, _FILING = (TABLES[noun] for noun in ("item", "testimony", "media", "filing"))
_FILE, _SEGMENT, _TRANSLATION = (TABLES[noun] for noun in ("file", "segment", "translation"))
_TITLE, _CODE = _ITEM.c.title, (sa.func.length(_ITEM.c.code), _ITEM.c.code)


def _titled(word: str) -> Condition:
    """Look through code and titles."""
    return sa.or_(glob(_ITEM.c.code, code_pattern(word)), any_language(_TITLE, pattern(word)))


def _begins(letters: str) -> Condition:
    """Compare the beginnings of code and title."""
    wanted = pattern(letters, anywhere=False)
    return sa.or_(glob(_ITEM.c.code, code_pattern(letters, anywhere=False)), glob(best(_TITLE), wanted))


_SPEAKER = name_of(_TESTIMONY.c.speaker, _TESTIMONY)
_SPEAKER_CODE = (
    sa.select(TABLES["person"].c.code)
    .where(TABLES["person"].c.id == _TESTIMONY.c.speaker)
    .correlate(_TESTIMONY)
    .scalar_subquery()
)
_PARAGRAPHS = sa.select(sa.func.count()).where(_SEGMENT.c.item == _ITEM.c.id, _SEGMENT.c.voided.is_(None))
_TRANSLATED = _PARAGRAPHS.where(
    sa.exists().where(_TRANSLATION.c.segment == _SEGMENT.c.id, _TRANSLATION.c.voided.is_(None)).correlate(_SEGMENT)
)
TESTIMONIES_SHAPE = Shape(
    noun=Testimony,
    facts={
        "uid": _ITEM.c.uid,
        "code": _ITEM.c.code,
        "title": _TITLE,
        "speaker": _SPEAKER,
        "speaker_code": _SPEAKER_CODE,
        "taken": _TESTIMONY.c.taken,
        "language": _TESTIMONY.c.language,
        "form": _TESTIMONY.c.form,
        "paragraphs": _PARAGRAPHS.correlate(_ITEM).scalar_subquery(),
        "translated": _TRANSLATED.correlate(_ITEM).scalar_subquery(),
    },
    searched=lambda word: sa.or_(_titled(word), holds_name(_TESTIMONY.c.speaker, _TESTIMONY, pattern(word))),
    begins=lambda letters: sa.or_(_begins(letters), glob(_SPEAKER, pattern(letters, anywhere=False))),
    facets={
        "form": ByValue(_TESTIMONY.c.form),
        "language": ByValue(_TESTIMONY.c.language),
        "label": by_label(Testimony),
    },
    sorts={"code": _CODE, "title": (alphabetical(best(_TITLE)),), "speaker": (alphabetical(_SPEAKER),)},
)


def _original(wanted: str) -> sa.ColumnElement[Any]:
    """Return a column of the file that an item is kept in."""
    query = sa.select(_FILE.c[wanted]).where(_FILE.c.item == _ITEM.c.id, _FILE.c.role == "ORIGINAL")
    return query.where(_FILE.c.voided.is_(None)).order_by(_FILE.c.id.desc()).limit(1).correlate(_ITEM).scalar_subquery()


MEDIA_SHAPE = Shape(
    noun=Media,
    facts={
        "uid": _ITEM.c.uid,
        "code": _ITEM.c.code,
        "title": _TITLE,
        "kind": _ITEM.c.kind,
        "made": _ITEM.c.made,
        "duration_ms": _MEDIA.c.duration_ms,
        "size_bytes": _original("size_bytes"),
        "name": _MEDIA.c.original_name,
        "is_graphic": _MEDIA.c.is_graphic,
        "problem": _MEDIA.c.problem,
    },
    searched=lambda word: sa.or_(_titled(word), glob(_MEDIA.c.original_name, pattern(word))),
    begins=_begins,
    facets={
        "kind": ByValue(_ITEM.c.kind),
        "graphic": ByCondition({"graphic": _MEDIA.c.is_graphic == 1}),
        "verification": ByValue(_ITEM.c.verification),
        "label": by_label(Media),
    },
    sorts={
        "code": _CODE,
        "title": (alphabetical(best(_TITLE)),),
        "kind": (label_of("item_kind", _ITEM.c.kind),),
        "made": (sa.func.coalesce(_ITEM.c.made_min, _ITEM.c.made_max),),
        "size": (_original("size_bytes"),),
    },
)

_BODY, _HELD = best(_FILING.c.body), _FILING.c.is_held
_DATE = sa.func.coalesce(_FILING.c.decided_min, _FILING.c.decided_max, _FILING.c.filed_min, _FILING.c.filed_max)
_MARK, _DEADLINE = TABLES["mark"], TABLES["deadline"]
_DUE_FROM = sa.func.coalesce(_DEADLINE.c.due_min, _DEADLINE.c.due_max)


def _next_due(wanted: sa.ColumnElement[Any]) -> sa.ColumnElement[Any]:
    """Return a column of the deadline of a filing that is open and comes first."""
    query = sa.select(wanted).where(_DEADLINE.c.filing == _ITEM.c.id, _DEADLINE.c.voided.is_(None))
    is_open = query.where(_DEADLINE.c.done.is_(None), _DUE_FROM.is_not(None))
    return is_open.order_by(_DUE_FROM, _DEADLINE.c.id).limit(1).correlate(_ITEM).scalar_subquery()


FILINGS_SHAPE = Shape(
    noun=Filing,
    facts={
        "uid": _ITEM.c.uid,
        "code": _ITEM.c.code,
        "title": _TITLE,
        "filing_type": _FILING.c.filing_type,
        "body": _FILING.c.body,
        "number": _FILING.c.reference_number,
        "date": sa.func.coalesce(_FILING.c.decided, _FILING.c.filed),
        "begins": _DATE,
        "outcome": _FILING.c.outcome,
        "due": _next_due(_DEADLINE.c.due),
        "is_held": _HELD,
    },
    searched=lambda word: sa.or_(
        _titled(word),
        any_language(_FILING.c.body, pattern(word)),
        glob(_FILING.c.reference_number, pattern(word)),
    ),
    begins=_begins,
    facets={
        "body": ByValue(_BODY),
        "outcome": ByValue(_FILING.c.outcome),
        "person": ByRows.of(
            _ITEM.c.id,
            sa.select(_FILING.c.id.label("record"), _FILING.c.filed_for.label("value")),
            sa.select(_FILING.c.id, _FILING.c.filed_by),
            sa.select(_MARK.c.item, _MARK.c.person).where(_MARK.c.voided.is_(None), _MARK.c.person.is_not(None)),
        ),
        "type": ByValue(_FILING.c.filing_type),
        "held": ByCondition({"held": _HELD == 1, "wanted": _HELD == 0, "unsaid": _HELD.is_(None)}),
        "label": by_label(Filing),
    },
    sorts={
        "code": _CODE,
        "title": (alphabetical(best(_TITLE)),),
        "type": (label_of("filing_type", _FILING.c.filing_type),),
        "body": (alphabetical(_BODY),),
        "date": (_DATE,),
        "outcome": (label_of("outcome", _FILING.c.outcome),),
        "due": (_next_due(_DUE_FROM),),
    },
)
