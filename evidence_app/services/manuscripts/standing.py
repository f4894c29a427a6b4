"""Who represents whom, and how far each victim has used the remedies at home."""

from __future__ import annotations

from evidence_app.domain import vocabulary
from evidence_app.domain.mandate import Mandate
from evidence_app.domain.proceeding import Proceeding
from evidence_app.domain.redress import Exhaustion
from evidence_app.dossier.manuscript import Ref
from evidence_app.dossier.standing import Remedy, Representation
from evidence_app.services import mandates
from evidence_app.services.manuscripts.desk import Desk
from evidence_app.services.manuscripts.persons import reference
from evidence_app.system.words import _


def representations(desk: Desk) -> tuple[Representation, ...]:
    """Return the mandates whose client, representative and proceeding may leave; a paper held back is said to be."""
    found = []
    for mandate in desk.records.find(Mandate, order="client"):
        step = desk.standing(Proceeding, mandate.proceeding)
        if not desk.gate.allows(mandate, step):
            continue
        client, lawyer = reference(desk, mandate.client), reference(desk, mandate.lawyer)
        if client is None or lawyer is None:
            continue
        is_coarse = desk.gate.is_coarse(mandate.client) or desk.gate.is_coarse(mandate.lawyer)
        dates = [desk.date(date, is_coarse=is_coarse) for date in (mandate.begins, mandate.ends)]
        said = (mandate.scope.best(desk.language), step.title.best(desk.language) if step else "")
        found.append(
            Representation(
                client=client,
                lawyer=lawyer,
                scope="; ".join(filter(None, map(desk.gate.text, said))),
                period=" – ".join(date or "…" for date in dates) if any(dates) else "",
                state=mandates.standing(mandate),
                refs=(Ref(_("withheld")),) if desk.is_held_back(mandate.power) else desk.ref(mandate.power),
            )
        )
    return desk.in_order(found, lambda one: one.client.label)


def remedies(desk: Desk) -> tuple[Remedy, ...]:
    """Return how far each person has used each remedy, in the order of the vocabulary."""
    found = []
    order = {term.code: place for place, term in enumerate(vocabulary.terms("avenue"))}
    held = desk.records.find(Exhaustion, order="person")
    for one in sorted(held, key=lambda one: (one.person or 0, order.get(one.avenue, len(order)))):
        if desk.is_held_back(one.source) or not desk.gate.allows(one, desk.standing(Proceeding, one.proceeding)):
            continue
        who = reference(desk, one.person)
        if who is None:
            continue
        found.append(
            Remedy(
                person=who,
                remedy=vocabulary.label("avenue", one.avenue),
                state=vocabulary.label("exhaustion_state", one.state),
                ended=desk.date(one.ended, is_coarse=desk.gate.is_coarse(one.person)),
                grounds=desk.gate.text(one.grounds.best(desk.language)),
                refs=desk.ref(one.source, one.locator),
            )
        )
    return desk.in_order(found, lambda one: one.person.label)
