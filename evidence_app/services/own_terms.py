"""Terms of the case's own: what its lists offer beyond those that come with the program."""

from __future__ import annotations

import secrets

from evidence_app.domain import vocabulary
from evidence_app.domain.errors import BadInput
from evidence_app.domain.localised import Localised
from evidence_app.domain.own_term import OwnTerm
from evidence_app.services.workspace import Workspace
from evidence_app.system.words import N_, _

# The lists that a case may extend: those from which the program draws no conclusions of its own.
LISTS = {
    "act_type": N_("Acts"),
    "detention_condition": N_("Conditions of detention"),
    "event_kind": N_("Kinds of event"),
    "filing_type": N_("Kinds of filing"),
    "finding_kind": N_("Kinds of injury"),
    "head_of_loss": N_("Heads of loss"),
    "place_type": N_("Kinds of place"),
    "protection_measure": N_("Protection measures"),
    "purpose": N_("Purposes"),
    "remedy": N_("Remedies"),
    "role_event": N_("Roles in events"),
    "role_proc": N_("Roles in proceedings"),
}


def add(ws: Workspace, of_list: str, name: Localised) -> OwnTerm:
    """Add a term after those that a list has. Raises BadInput for a list that stays as it is, or a term it holds."""
    if of_list not in LISTS:
        raise BadInput(where=_("List"), why=_("“%(code)s” is not in the list") % {"code": of_list})
    _refuse_double(of_list, name)
    places = [term.place or 0 for term in of(ws, of_list)]
    key = f"OWN_{secrets.token_hex(5).upper()}"  # of this case alone, also after it was joined with a copy
    with ws.act("own_term.added") as act:
        return act.add(OwnTerm(of_list=of_list, key=key, name=name, place=max(places, default=0) + 1))


def retitle(ws: Workspace, term: OwnTerm, name: Localised) -> OwnTerm:
    """Call a term by another name, in every record that holds it. Raises BadInput for the name of another term."""
    _refuse_double(term.of_list, name, term.key)
    with ws.act("own_term.renamed", obj=term.uid) as act:
        return act.change(term, name=name)


def of(ws: Workspace, of_list: str) -> list[OwnTerm]:
    """Return the own terms of a list, in their order."""
    return ws.records.find(OwnTerm, order="place", of_list=of_list)


def _refuse_double(of_list: str, name: Localised, own_code: str = "") -> None:
    """Raise BadInput where a list offers a term of that name already, in any language."""
    given = {text.strip().casefold() for text in name.as_dict().values()}
    for term in vocabulary.terms(of_list):
        if term.code != own_code and given & {label.casefold() for label in term.labels.values()}:
            raise BadInput(where=_("Term"), why=_("the list has “%(name)s” already") % {"name": term.label()})
