"""What an entry of the journal comes to in one sentence: “Name of P-003 changed”."""

from __future__ import annotations

import json
from typing import Any

from evidence_app.domain import vocabulary
from evidence_app.domain.nouns import NOUNS
from evidence_app.domain.record import Record, fields
from evidence_app.services.history import Line
from evidence_app.services.noun_labels import called, noun_label
from evidence_app.services.workspace import Workspace
from evidence_app.system.words import N_, _, ngettext_

ITEMS = frozenset({"media", "filing", "testimony"})
_SHOWN = N_("What is hidden of %(record)s was shown")
_NOT_SHOWN = N_("What is hidden of %(record)s was not shown: wrong passphrase")
# Acts whose sentence does not follow from what they changed; %(record)s is the code of the record acted on.
ACTS: dict[str, str] = {
    "account.passphrase_changed": N_("Passphrase changed"),
    "batch.finished": N_("Import finished"),
    "case.created": N_("Case created"),
    "case.renamed": N_("Case renamed"),
    "consent.decided": N_("Consent of %(record)s recorded"),
    "consent.withdrawn": N_("Consent of %(record)s withdrawn"),
    "deadline_rule.adopted": N_("Rules of deadlines taken from the program"),
    "dossier.defined": N_("Dossier %(record)s begun"),
    "dossier.exported": N_("Dossier exported"),
    "calendar.exported": N_("Deadlines exported as a calendar"),
    "table.exported": N_("Table exported"),
    "export.begun": N_("Export begun"),
    "export.failed": N_("Export failed: no file was made"),
    "export.refused": N_("Export refused: protected names were found in it"),
    "item.examined": N_("Files examined"),
    "labelling.ticked": N_("Labels changed"),
    "mark.added": N_("%(record)s linked"),
    "person.contact_revealed": _SHOWN,
    "person.imported": N_("%(record)s taken from a list"),
    "person.involved": N_("Part taken by %(record)s added"),
    "person.named": N_("Name of %(record)s added"),
    "person.protected": N_("Protection of %(record)s changed"),
    "person.reveal_refused": _NOT_SHOWN,
    "proceeding.decided": N_("Decision recorded: %(record)s"),
    "saved_search.added": N_("Search saved"),
    "saved_search.changed": N_("Saved search renamed"),
    "saved_search.voided": N_("Saved search taken off the list"),
    "segment.translated": N_("Translation of a paragraph recorded"),
    "testimony.continued": N_("Paragraphs of %(record)s added"),
    "testimony.imported": N_("%(record)s taken from a file"),
    "vault.brought_home": N_("Stored files moved to where they belong"),
    "vault.strays_set_aside": N_("Files that belong to no record set aside"),
    **{f"{noun}.secret_revealed": _SHOWN for noun in sorted(ITEMS)},
    **{f"{noun}.reveal_refused": _NOT_SHOWN for noun in sorted(ITEMS)},
}
_MOST_FIELDS = 3


def says(ws: Workspace, line: Line) -> str:
    """Return the sentence of an entry in the language spoken now."""
    if line.op == "act.undone":
        return _says_undone(ws, line)
    changes = [part for part in line.parts if part is not None and part["t"] == "change"]
    if line.op == "item.received":
        count = sum(1 for part in changes if part["before"] is None and part["noun"] in ITEMS)
        return ngettext_("%(n)s file received", "%(n)s files received", count) % {"n": count}
    if line.op in ACTS:
        return _(ACTS[line.op]) % {"record": _acted_on(ws, line, changes)}
    custody = [part for part in line.parts if part is not None and part["t"] == "custody"]
    if custody:
        facts = {"action": vocabulary.label("custody_action", custody[0]["action"])}
        return _("%(action)s: %(record)s") % (facts | {"record": _acted_on(ws, line, changes)})
    if changes:
        return _says_changes(ws, changes)
    return noun_label(line.op.split(".")[0]) if line.op.split(".")[0] in NOUNS else _("Other entry")


def says_seq(ws: Workspace, seq: int) -> str:
    """Return the sentence of an entry of this copy's log; nothing where there is none."""
    entry = ws.journal.entry(seq)
    if entry is None:
        return ""
    return says(ws, Line(entry.log, seq, entry.ts, entry.actor, entry.op, entry.obj, _parts(ws, entry.log, seq)))


def named(ws: Workspace, noun: str, uid: str) -> str:
    """Return how a record is named in a sentence, by its uid."""
    record = _record(ws, noun, uid)
    return called(ws, record) if record is not None else noun_label(noun)


def field_label(noun: str, name: str) -> str:
    """Return what a field is called."""
    return next((_(line.label) for line in fields(NOUNS[noun]) if line.name == name), name)


def _record(ws: Workspace, noun: str, uid: str) -> Record | None:
    """Return a record by its uid; an item as what it is."""
    found: Record | None = ws.records.by_uid(NOUNS[noun], uid) if noun in NOUNS else None
    return ws.records.item(found.id) if found is not None and noun == "item" else found


def _acted_on(ws: Workspace, line: Line, changes: list[dict[str, Any]]) -> str:
    """Return the name of the record that an act was about: that of `obj`, which is often the first one changed."""
    nouns = [part["noun"] for part in changes if part["uid"] == line.obj]
    for noun in (*nouns, "person", "item", "proceeding", "event", "dossier"):
        record = _record(ws, noun, line.obj)
        if record is not None:
            return called(ws, record)
    return named(ws, changes[0]["noun"], changes[0]["uid"]) if changes else ""


def _says_changes(ws: Workspace, changes: list[dict[str, Any]]) -> str:
    """Return what the first change did, and to how many records besides where none of them is new."""
    said = _says_change(ws, changes[0])
    others = 0 if any(part["before"] is None for part in changes) else len({part["uid"] for part in changes}) - 1
    if not others:
        return said
    more = ngettext_("%(act)s, and %(n)s record more", "%(act)s, and %(n)s records more", others)
    return more % {"act": said, "n": others}


def _says_change(ws: Workspace, part: dict[str, Any]) -> str:
    """Return what one change did: added, voided, restored, or which fields it changed."""
    record, before = named(ws, part["noun"], part["uid"]), part["before"]
    if before is None:
        return _("%(record)s added") % {"record": record}
    if part["after"].get("voided") is not None:
        return _("%(record)s voided") % {"record": record}
    if before.get("voided") is not None:
        return _("%(record)s restored") % {"record": record}
    labels = [_(line.label) for line in fields(NOUNS[part["noun"]]) if line.name in part["after"]]
    if len(labels) > _MOST_FIELDS or not NOUNS[part["noun"]].letter:
        return _("%(record)s changed") % {"record": record}
    return _("%(field)s of %(record)s changed") % {"field": ", ".join(labels), "record": record}


def _says_undone(ws: Workspace, line: Line) -> str:
    """Return what was undone, through any chain of undoing: what is undone twice is done again."""
    again, entry, parts = True, None, line.parts
    while entry is None or entry.op == "act.undone":
        facts = next((part for part in parts if part is not None and part["t"] == "act"), {})
        log, seq = facts.get("undoes", ("", 0))
        entry = ws.journal.entry(seq, log) if log else None
        if entry is None:
            return _("An act undone")
        parts = _parts(ws, log, seq)
        again = not again
    what = says(ws, Line(entry.log, seq, entry.ts, entry.actor, entry.op, entry.obj, parts))
    return (_("Done again: %(act)s") if again else _("Undone: %(act)s")) % {"act": what}


def _parts(ws: Workspace, log: str, seq: int) -> tuple[dict[str, Any] | None, ...]:
    """Return what the parts of an entry say."""
    return tuple(json.loads(part.payload) if part.payload else None for part in ws.journal.parts(log, seq))
