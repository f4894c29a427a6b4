"""Showing what is hidden until asked for: contacts, numbers of documents. Each showing leaves a line in the journal."""

from __future__ import annotations

from typing import Any

from evidence_app.domain.errors import NotFound, Refused, WrongPassphrase
from evidence_app.domain.record import Record, fields
from evidence_app.keys import key_file
from evidence_app.services.forms.calling import fetch
from evidence_app.services.noun_labels import noun_label
from evidence_app.services.workspace import Workspace
from evidence_app.system.words import _


def reveal(ws: Workspace, noun: str, record_id: int, field: str, passphrase: str) -> Any:
    """Return what a secret field holds, once the passphrase is proved and the journal says who has seen it.

    The entry names the record and the field, never what it holds; a wrong passphrase leaves an entry too. Raises
    NotFound, WrongPassphrase, KeysDamaged, and Refused for a field that is not hidden.
    """
    record = fetch(ws, noun, record_id)
    if record is None:
        raise NotFound(what=noun_label(noun))
    if not any(line.name == field and line.secret for line in fields(type(record))):
        raise Refused(why=_("this field is not hidden"))
    try:
        _prove(ws, passphrase)
    except WrongPassphrase:
        _log(ws, f"{record.noun}.reveal_refused", record, field)
        raise
    _log(ws, f"{record.noun}.{'contact' if record.noun == 'person' else 'secret'}_revealed", record, field)
    return getattr(record, field)


def _prove(ws: Workspace, passphrase: str) -> None:
    """Raise WrongPassphrase unless it opens the case for the account that acts; takes a second by design."""
    keyring = key_file.of_keyring(ws.folder, ws.keyring).unlock(passphrase)
    if keyring.account_id != ws.keyring.account_id:
        raise WrongPassphrase


def _log(ws: Workspace, verb: str, record: Record, field: str) -> None:
    """Write who asked for what into the journal."""
    with ws.act(verb, obj=record.uid) as act:
        act.facts["field"] = field
