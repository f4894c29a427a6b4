"""Why an act is not undone; the tree of all errors stands in `errors`."""

from __future__ import annotations

from evidence_app.domain.errors import Misuse
from evidence_app.system.words import N_


class UndoRefused(Misuse):
    """The field has changed since the act that was to be undone; facts: what."""

    code = "undo-refused"
    says = N_("This cannot be undone: %(what)s has changed since.")
    advises = N_("Edit the record instead; the history keeps both values.")


class LoggedSince(UndoRefused):
    """The record whose making would be undone has been in custody, or left the case, since the act; facts: what."""

    code = "logged-since"
    says = N_("This cannot be undone: %(what)s has been handed on, looked at or exported since, and the log says so.")
    advises = N_("Void it with a reason instead; its number and its history stay.")


class UndoStopped(UndoRefused):
    """The act put something into other hands or let it leave the case; facts: what."""

    code = "undo-stopped"
    says = N_("“%(what)s” cannot be undone: it stands in the log of custody and exports.")
    advises = N_("Undo once more to take back what was done before it.")
