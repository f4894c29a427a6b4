"""What must hold of a record before it is kept."""

from __future__ import annotations

import unicodedata
from typing import Any

from evidence_app.domain.errors import BadInput
from evidence_app.domain.event import Involvement
from evidence_app.domain.localised import Localised
from evidence_app.domain.record import Field, Kind, Record, fields
from evidence_app.domain.vocabulary import is_term
from evidence_app.system.words import _


def composed(value: Any) -> Any:
    """Return a field's value with all its text in Unicode NFC, so that places in it stay valid for ever."""
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value)
    if isinstance(value, Localised):
        return Localised(tuple((tag, composed(text)) for tag, text in value.texts if text))
    if isinstance(value, tuple):
        return tuple(composed(part) for part in value)
    return value


def check(record: Record) -> None:
    """Raise BadInput where a required value is missing or a code is not in its vocabulary."""
    for field in fields(type(record)):
        value = getattr(record, field.name)
        if field.required and (value is None or value == "" or (isinstance(value, Localised) and not value)):
            raise BadInput(where=_(field.label), why=_("this must be filled in"))
        for code in _codes(field, value):
            if not is_term(field.vocabulary, code):
                raise BadInput(where=_(field.label), why=_("“%(code)s” is not in the list") % {"code": code})
    if isinstance(record, Involvement):
        _check_role(record)


def _check_role(record: Involvement) -> None:
    """Raise BadInput where a role is in neither list, or in the one that does not fit."""
    lists = ["role_event", "role_proc"]
    if record.proceeding is not None:
        lists.remove("role_event")
    elif record.event is not None:
        lists.remove("role_proc")
    if not any(is_term(name, record.role) for name in lists):
        raise BadInput(where=_("Role"), why=_("“%(code)s” is not in the list") % {"code": record.role})


def _codes(field: Field, value: Any) -> tuple[str, ...]:
    """Return the vocabulary codes that a value holds."""
    if not field.vocabulary or value is None:
        return ()
    return (value,) if field.kind is Kind.CHOICE else tuple(value)
