"""The list of people."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from evidence_app.services.listing.dates import stored_date
from evidence_app.services.listing.noun_list import NounList, labels_of_the_team, of_vocabulary
from evidence_app.services.workspace import Workspace
from evidence_app.store.queries.shapes.person_list import MISSING, PEOPLE_SHAPE, REACH
from evidence_app.system.words import N_, _, country_name


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person: `role` groups the list (victims, accused, witnesses, others); `missing` names evidence in words."""

    id: int
    uid: str
    code: str
    name: str
    is_protected: bool
    role: str
    citizenship: str
    detained: str
    statements: int
    media: int
    consent: str
    consent_state: str  # public, court, internal, withdrawn, record (public record), none
    missing: tuple[str, ...]


CONSENT = {
    "public": N_("Court and publication"),
    "court": N_("Court only"),
    "internal": N_("Internal only"),
    "withdrawn": N_("Withdrawn"),
    "record": N_("Public record"),
    "none": N_("Not asked yet"),
}
EVIDENCE = {
    "consent": N_("Consent form"),
    "statement": N_("Statement"),
    "medical": N_("Medical"),
    "photo": N_("Photo"),
    "translation": N_("Translation"),
}


def _row(facts: Any) -> PersonRow:
    """Make the row of a person."""
    state = REACH[facts.reach]
    return PersonRow(
        id=facts.id,
        uid=facts.uid,
        code=facts.code,
        name=facts.name or "",
        is_protected=facts.protection not in {"P0", "P1"},
        role=facts.role,
        citizenship=", ".join(json.loads(facts.nationalities)) if facts.nationalities else "",
        detained=stored_date(facts.detained),
        statements=facts.statements,
        media=facts.media,
        consent=_(CONSENT[state]),
        consent_state=state,
        missing=tuple(_(EVIDENCE[name]) for name in _missing(facts)),
    )


def _missing(facts: Any) -> list[str]:
    """Return which evidence there is none of and should be."""
    return [name for name, roles in MISSING.items() if facts.role in roles and getattr(facts, f"lacks_{name}")]


def _countries(_ws: Workspace, codes: Sequence[str]) -> dict[str, str]:
    return {code: country_name(code) for code in codes}


PEOPLE = NounList(
    PEOPLE_SHAPE,
    _row,
    rests_on=frozenset(
        {
            "person",
            "person_name",
            "involvement",
            "event",
            "testimony",
            "mark",
            "item",
            "media",
            "consent",
            "segment",
            "translation",
            "identification",
            "charge",
            "label",
            "labelling",
        }
    ),
    labels={
        "consent": lambda _ws, states: {state: _(CONSENT[state]) for state in states},
        "citizenship": _countries,
        "missing": lambda _ws, names: {name: _(EVIDENCE[name]) for name in names},
        "protection": of_vocabulary("protection"),
        "label": labels_of_the_team,
        "identified": lambda _ws, _values: {"uncharged": _("by two or more, not charged")},
    },
    begun={"victims": {"role": "VICTIM"}, "accused": {"role": "PERP"}, "witnesses": {"role": "WITNESS"}},
)
