"""Consent: given, refused, withdrawn; each decision is a row of its own."""

from __future__ import annotations

from typing import Any

from evidence_app.domain.consent import IN_FORCE, Consent, latest
from evidence_app.domain.errors import NotFound
from evidence_app.domain.partial_date import PartialDate
from evidence_app.domain.person import Person
from evidence_app.services.noun_labels import noun_label
from evidence_app.services.workspace import Workspace
from evidence_app.system.words import _


def decide(ws: Workspace, person: Person, scope: str, status: str, **details: Any) -> Consent:
    """Record what a person decided on one scope (vocabularies `consent_scope`, `consent_status`)."""
    return add(ws, Consent(person=person.id, scope=scope, status=status, **details))


def add(ws: Workspace, decision: Consent) -> Consent:
    """Record a decision of the person whom it names. Raises NotFound."""
    person = ws.records.get(Person, decision.person or 0)
    if person is None:
        raise NotFound(what=noun_label("person"))
    with ws.act("consent.decided", obj=person.uid) as act:
        return act.add(decision)


def withdraw(ws: Workspace, person: Person, scope: str, on: PartialDate, effect: str | None = None) -> Consent:
    """Record that a person took consent back. Raises NotFound where none was given."""
    given = latest(of(ws, person)).get(scope)
    if given is None or given.status not in IN_FORCE:
        raise NotFound(what=_("consent of this kind"))
    with ws.act("consent.withdrawn", obj=person.uid, reason=effect) as act:
        return act.add(Consent(person=person.id, scope=scope, status="WITHDRAWN", withdrawn=on, effect=effect))


def of(ws: Workspace, person: Person) -> list[Consent]:
    """Return all decisions of a person, in order."""
    return ws.records.find(Consent, person=person.id)
