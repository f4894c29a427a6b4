"""Showing what is hidden until asked for: contacts, numbers of documents. Each showing leaves a line in the journal."""

from __future__ import annotations

from typing import Any

from evidence_app.domain.errors import NotFound, Refused
from evidence_app.domain.record import fields
from evidence_app.services.forms.calling import fetch
from evidence_app.services.noun_labels import noun_label
from evidence_app.services.workspace import Workspace
from evidence_app.system.words import _


def reveal(ws: Workspace, noun: str, record_id: int, field: str) -> Any:
    """Return what a secret field holds, once the journal says that this account has seen it.

    The entry names the record and the field, never what it holds. Raises NotFound, and Refused for a field that is not
    hidden.
    """
    record = fetch(ws, noun, record_id)
    if record is None:
        raise NotFound(what=noun_label(noun))
    if not any(line.name == field and line.secret for line in fields(type(record))):
        raise Refused(why=_("this field is not hidden"))
    verb = "person.contact_revealed" if record.noun == "person" else f"{record.noun}.secret_revealed"
    with ws.act(verb, obj=record.uid) as act:
        act.facts["field"] = field
    return getattr(record, field)
