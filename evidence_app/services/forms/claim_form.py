"""The form of a civil claim: who asks how much, for what, in which proceeding; the rest of the part taken follows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from evidence_app.domain.event import Involvement
from evidence_app.domain.record import Record
from evidence_app.services.claims import CLAIMANT
from evidence_app.services.forms.form import Entry, FormSection
from evidence_app.system.words import _

_FIRST = ("person", "proceeding", "head_of_loss", "claimed", "currency", "awarded", "paid")
_ASKED = frozenset({"proceeding", "head_of_loss", "claimed"})  # without them a new one would be in no ledger
_BESIDE_THE_POINT = frozenset({"event", "degree", "consequences"})


def is_claim(record: Record, without: str) -> bool:
    """Tell whether a record is a claim with a form of its own, not one that is written inside another form."""
    return isinstance(record, Involvement) and record.role == CLAIMANT and record.event is None and not without


def arranged(record: Record, sections: Iterable[FormSection]) -> tuple[FormSection, ...]:
    """Return the sections of a part taken with those fields first that make it a claim; a new one needs them."""
    held = tuple(sections)
    entries = {entry.name: _asked(record, entry) for section in held for entry in section.entries}
    first = FormSection(_("Claim"), tuple(entries[name] for name in _FIRST if name in entries))
    hidden = {*_FIRST, *(name for name in _BESIDE_THE_POINT if name in entries and entries[name].is_empty)}
    rest = (replace(one, entries=tuple(line for line in one.entries if line.name not in hidden)) for one in held)
    return (first, *(section for section in rest if section.entries))


def _asked(record: Record, entry: Entry) -> Entry:
    """Return an entry, needed where a new claim is nothing without it."""
    return replace(entry, is_required=True) if not record.id and entry.name in _ASKED else entry
