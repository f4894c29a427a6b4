"""How far a person's consent goes, as one card: what it covers, since when, until when, and the paper."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as day
from datetime import timedelta

from evidence_app.domain import vocabulary
from evidence_app.domain.consent import SCOPES, Consent, is_in_force, latest, reach
from evidence_app.domain.person import Person
from evidence_app.services.field_rows import source
from evidence_app.services.listing import PEOPLE, date, today
from evidence_app.services.workspace import Workspace
from evidence_app.store.queries.shapes.person_list import ON_RECORD
from evidence_app.system.words import N_, _

SOON = timedelta(days=60)
_SAID = {
    "public": ("ok", N_("Consent: court and publication")),
    "court": ("ok", N_("Consent: court only")),
    "internal": ("warn", N_("Consent: internal only")),
    "withdrawn": ("danger", N_("Consent withdrawn")),
    "none": ("warn", N_("Consent: not asked yet")),
}
_READERS = {"public": "PUBLIC", "court": "COURT", "internal": "TEAM"}


@dataclass(frozen=True, slots=True)
class Card:
    """A sentence that stands above everything else: kind (ok, warn, danger, info), title, a line, a citation.

    Without an `icon` it carries that of its kind.
    """

    kind: str
    title: str
    words: str = ""
    ref: str = ""
    icon: str = ""


def card(ws: Workspace, person: Person) -> Card | None:
    """Return the card of a person; None for one whom nobody asks and who has decided nothing."""
    held = ws.records.find(Consent, person=person.id)
    return None if not held and _why_unasked(ws, person) else _card(ws, held)


def standing(ws: Workspace, person: Person) -> Card:
    """Return the card of a person, also of one whom nobody asks: it then says why."""
    return card(ws, person) or Card("info", _("No consent is recorded"), _why_unasked(ws, person))


def _why_unasked(ws: Workspace, person: Person) -> str:
    """Say why nobody asks a person for consent; empty where it is to be asked."""
    if person.basis in ON_RECORD:
        return f"{_('Basis for naming')}: {vocabulary.label('naming_basis', person.basis)}"
    is_accused = PEOPLE.tab_of(ws, person.id) == "accused"
    return _("It is not asked of those who are accused.") if is_accused else ""


def _card(ws: Workspace, held: list[Consent]) -> Card:
    """Return the card of what somebody decided."""
    now = today()
    state = reach(held, now)
    kind, title = _SAID[state]
    told = _telling(held, state, now)
    if told is None:
        return Card(kind, _(title))
    said = []
    if told.withdrawn:
        said.append(_("withdrawn %(date)s") % {"date": date(told.withdrawn)})
    elif told.given:
        said.append(_("given %(date)s") % {"date": date(told.given)})
    if told.until and not told.withdrawn:
        said.append(_("until %(date)s") % {"date": date(told.until)})
        kind = "warn" if kind == "ok" and _is_soon(told) else kind
    if told.conditions:
        said.append(told.conditions)
    words = " · ".join(said)
    return Card(kind, _(title), words[:1].upper() + words[1:], next(iter(source(ws, told.proof, None)), ""))


def _telling(held: list[Consent], state: str, now: str) -> Consent | None:
    """Return the decision that the state rests on: the one in force, or the one withdrawn."""
    decided = latest(held)
    if state == "withdrawn":
        return next((one for one in decided.values() if one.status == "WITHDRAWN" or one.withdrawn), None)
    scopes = SCOPES.get(_READERS.get(state, ""), frozenset())
    return next((one for scope, one in decided.items() if scope in scopes and is_in_force(one, now)), None)


def _is_soon(consent: Consent) -> bool:
    """Tell whether a consent runs out within the next weeks."""
    end = consent.until.latest if consent.until else None
    return end is not None and end[:10] <= (day.fromisoformat(today()) + SOON).isoformat()
