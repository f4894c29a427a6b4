"""Latest work: the newest acts in words, with who did them and when."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby, islice

from evidence_app.domain.account import Account
from evidence_app.domain.event import Event
from evidence_app.domain.item import Item
from evidence_app.domain.partial_date import PartialDate
from evidence_app.domain.person import Person
from evidence_app.domain.record import Record
from evidence_app.services import accounts, telling
from evidence_app.services.history import Line
from evidence_app.services.workspace import Workspace
from evidence_app.store.queries.entries import Brief, Entries
from evidence_app.system import clock, words
from evidence_app.system.words import N_, _, ngettext_

MOST = 6
_LOOKED_AT = 100  # entries that are read to find so many acts: an import is one act to a person and many entries
_PLANTED = {"case.sampled": N_("Sample case written"), "case.synthesised": N_("Fictional case written")}
_NOBODYS = frozenset({"deadline_rule.adopted"})  # done by the program when it opened the case: nobody's work
_IN_SLICES = frozenset({"item.received", "batch.received", "item.examined", *_PLANTED})


@dataclass(frozen=True, slots=True)
class Work:
    """One act: what was done, by whom and when; `verb` picks the icon, `citation` opens what it was done to."""

    verb: str
    says: str
    who: str
    when: str
    citation: str = ""


def latest(ws: Workspace, most: int = MOST) -> tuple[Work, ...]:
    """Return the newest acts, the newest first; the same done to many records in a row is one line."""
    names = {account.key_id: accounts.shown(account.name) for account in ws.records.find(Account)}
    today = clock.today()
    return tuple(
        Work(
            line.op, _says(ws, line, others), names.get(line.actor, ""), moment(line.ts, today), _citation(ws, line.obj)
        )
        for line, others in islice(_runs(ws), most)
    )


def _says(ws: Workspace, line: Line, others: int) -> str:
    """Say what was done, and to how many records besides."""
    said = _(_PLANTED[line.op]) if line.op in _PLANTED else telling.says(ws, line)
    if not others or line.op in _IN_SLICES:
        return said
    more = ngettext_("%(act)s, and %(n)s record more", "%(act)s, and %(n)s records more", others)
    return more % {"act": said, "n": others}


def moment(ts: str, today: date) -> str:
    """Say when something was done by the clock of this computer: `today 10:20`, `yesterday 18:02`, else the day."""
    local = datetime.fromisoformat(ts).astimezone()
    time = f"{local:%H:%M}"
    if local.date() == today:
        return _("today %(time)s") % {"time": time}
    if local.date() == today - timedelta(1):
        return _("yesterday %(time)s") % {"time": time}
    return PartialDate.parse(local.date().isoformat()).in_words(words.language())


def _runs(ws: Workspace) -> Iterator[tuple[Line, int]]:
    """Yield the newest entry of each run of like ones, and how many other records the run is about."""
    newest = (entry for entry in Entries(ws.archive.connection).newest(_LOOKED_AT) if entry.op not in _NOBODYS)
    for (_actor, op), run in groupby(newest, key=lambda entry: (entry.actor, entry.op)):
        entries = list(run)
        first = entries[0]
        read = entries if op in _IN_SLICES else entries[:1]
        parts = tuple(part for entry in read for part in _parts(ws, entry))
        yield Line(first.log, first.seq, first.ts, first.actor, op, first.obj, parts), len({e.obj for e in entries}) - 1


def _parts(ws: Workspace, entry: Brief) -> tuple[dict[str, object] | None, ...]:
    """Return what the parts of an entry say."""
    return tuple(json.loads(part.payload) if part.payload else None for part in ws.journal.parts(entry.log, entry.seq))


def _citation(ws: Workspace, uid: str) -> str:
    """Return the code of what an act was done to, where that has a page."""
    nouns: tuple[type[Record], ...] = (Person, Item, Event)
    held = (ws.records.by_uid(noun, uid) for noun in nouns)
    return next((str(getattr(record, "code", "")) for record in held if record is not None), "")
