"""What must hold of a record before it is kept."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from typing import Any

from evidence_app.domain.account import Account
from evidence_app.domain.case_file import CaseFile
from evidence_app.domain.errors import BadInput, Refused
from evidence_app.domain.event import Involvement
from evidence_app.domain.localised import Localised
from evidence_app.domain.record import Field, Kind, Record, fields
from evidence_app.domain.vocabulary import is_term
from evidence_app.system.words import _

_TOO_LARGE = 1 << 53  # of whole numbers, canonical JSON knows those below exactly


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
    """Raise BadInput for a value that is missing, cannot be kept or is in no list; Refused where a record must stay."""
    if record.voided is not None:
        check_value(record.voided, _("Reason"))
        if isinstance(record, CaseFile | Account):
            raise Refused(why=_("the case itself and its accounts stay"))
    for field in fields(type(record)):
        value = getattr(record, field.name)
        check_value(value, _(field.label))
        if field.kind is Kind.INTEGER and not (value is None or type(value) is int):
            raise BadInput(where=_(field.label), why=_("this must be a whole number"))
        if field.required and (value is None or value == "" or (isinstance(value, Localised) and not value)):
            raise BadInput(where=_(field.label), why=_("this must be filled in"))
        for code in _codes(field, value):
            if not is_term(field.vocabulary, code):
                raise BadInput(where=_(field.label), why=_("“%(code)s” is not in the list") % {"code": code})
    if isinstance(record, Involvement):
        _check_role(record)


def check_value(value: Any, where: str) -> None:
    """Raise BadInput where a text holds half a character, or a number more than the journal's bytes can say."""
    if isinstance(value, str):
        try:
            value.encode()
        except UnicodeEncodeError as problem:
            raise BadInput(where=where, why=_("this holds half a character")) from problem
    elif isinstance(value, int) and abs(value) >= _TOO_LARGE:
        raise BadInput(where=where, why=_("this number is too large"))
    elif isinstance(value, Localised):
        check_value(value.texts, where)
    elif isinstance(value, Mapping):
        check_value((*value.keys(), *value.values()), where)
    elif isinstance(value, list | tuple):
        for part in value:
            check_value(part, where)


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
