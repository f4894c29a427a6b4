"""What each tab's row stands for: the record that commands act on, what is known of it, and what a new one holds."""

from __future__ import annotations

from typing import Any

from evidence_app.gui.pages.page import Subject
from evidence_app.gui.pages.proceedings.view_model import CASES, CLAIMS, DEADLINES, EXHAUSTION, MANDATES
from evidence_app.services import claims
from evidence_app.services.parties import Party
from evidence_app.system.words import _

NOUNS = frozenset(
    {"proceeding", "charge", "involvement", "deadline", "deadline_rule", "mandate", "exhaustion", "remedy", "measure"}
    | {"person", "person_name", "consent", "filing", "item", "event", "mark", "case_file", "assertion"}
)
Asked = tuple[str, int, dict[str, Any]]


def subject(tab: str, row: Any) -> Subject | None:
    """Return the record that a command would act on; a person only where the row is one, or a missing mandate.

    Mandates and claims carry no code: they are called after the people whom they join, and never stand for them.
    """
    if row is None:
        return None
    if tab in {CASES, DEADLINES}:
        code = row.filing if tab == DEADLINES else ""
        return Subject("proceeding" if tab == CASES else "deadline", row.id, row.uid, code, row.title)
    if tab == MANDATES and row.id > 0:
        ends = {"lawyer": _called(row.lawyer), "client": _called(row.client)}
        return Subject("mandate", row.id, row.uid, "", _("mandate of %(lawyer)s for %(client)s") % ends)
    if tab == CLAIMS:
        title = _("claim of %(claimant)s") % {"claimant": _called(row.claimant)}
        return Subject("involvement", row.id, row.uid, "", title)
    party = row.person if tab == EXHAUSTION else row.client
    return Subject("person", party.id, "", party.code, party.name)


def _called(party: Party) -> str:
    """Return the name of somebody, or the code of who has none."""
    return party.name or party.code


def known(tab: str, row: Any) -> tuple[str, int]:
    """Return of what the right pane tells: noun and id."""
    if row is None:
        return "person", 0
    if tab in {CASES, DEADLINES}:
        return ("proceeding" if tab == CASES else "deadline"), row.id
    party = {CLAIMS: "claimant", EXHAUSTION: "person", MANDATES: "client"}[tab]
    return "person", getattr(row, party).id


def tab_of(noun: str) -> str:
    """Return the tab that lists records of a noun; empty for none."""
    return {"proceeding": CASES, "deadline": DEADLINES, "mandate": MANDATES, "involvement": CLAIMS}.get(noun, "")


def new_words(tab: str) -> str:
    """Return what the button that begins a record says; empty where a tab begins none."""
    words = {
        CASES: _("New proceeding"),
        CLAIMS: _("New claim"),
        DEADLINES: _("New deadline"),
        MANDATES: _("New mandate"),
    }
    return words.get(tab, "")


def new(tab: str, row: Any) -> Asked:
    """Return the form to open for a new record, with what it holds already.

    A proceeding becomes a step of the one chosen, a deadline one of it, a mandate one of the client chosen; a claim is
    begun in the proceeding of the one chosen, or in the proceeding chosen.
    """
    if tab == CLAIMS:
        return "involvement", 0, claims.begins(getattr(row, "proceeding", 0) or getattr(row, "id", 0))
    if tab == CASES:
        return "proceeding", 0, {"parent": row.id} if row is not None else {}
    if tab == DEADLINES:
        return "deadline", 0, {"proceeding": row.id} if row is not None else {}
    return "mandate", 0, {"client": row.client.id} if row is not None else {}


def edited(tab: str, row: Any, cell: Any) -> Asked | None:
    """Return the form to open for what is chosen; `cell` is the square under the cursor of the matrix."""
    if tab == EXHAUSTION and cell is not None:
        person, square = cell
        return "exhaustion", square.id, {} if square.id else {"person": person.person.id, "avenue": square.avenue}
    if row is None or tab == EXHAUSTION:
        return None
    if tab == MANDATES:
        return "mandate", max(row.id, 0), {} if row.id > 0 else {"client": row.client.id}
    return {CASES: "proceeding", DEADLINES: "deadline", CLAIMS: "involvement"}[tab], row.id, {}


def nothing_words(tab: str) -> str:
    """Return what the right pane says while nothing is chosen."""
    return {
        CASES: _("Choose a proceeding to see charges, parties and outcome."),
        DEADLINES: _("Choose a deadline to see how its day was counted."),
    }.get(tab, _("Choose a person to see how far the case has come."))
