"""Which records are written inside the form of another, and which belong to it: names to their person."""

from __future__ import annotations

from dataclasses import dataclass

from evidence_app.system.words import N_


@dataclass(frozen=True, slots=True)
class Part:
    """Records of `noun` whose reference field `by` names the record of the form; `title` is a msgid."""

    noun: str
    by: str
    title: str


PARTS: dict[str, tuple[Part, ...]] = {
    "person": (
        Part("person_name", "person", N_("Names")),
        Part("consent", "person", N_("Consent")),
        Part("finding", "person", N_("Injuries")),
        Part("involvement", "person", N_("Took part in")),
        Part("identification", "identified", N_("Identified by")),
        Part("identification", "by", N_("Has identified")),
        Part("safeguard", "person", N_("Safeguards")),
        Part("mandate", "client", N_("Represented by")),
        Part("mandate", "lawyer", N_("Represents")),
        Part("measure", "person", N_("Protection measures")),
        Part("remedy", "person", N_("Remedies sought")),
        Part("exhaustion", "person", N_("Exhaustion of remedies")),
    ),
    "event": (
        Part("involvement", "event", N_("Who took part")),
        Part("mark", "event", N_("Sources")),
        Part("identification", "event", N_("Identifications")),
    ),
    "place": (Part("place", "parent", N_("Inside")),),
    "proceeding": (
        Part("charge", "proceeding", N_("Charges")),
        Part("involvement", "proceeding", N_("Parties, charges and claims")),
        Part("deadline", "proceeding", N_("Deadlines")),
        Part("proceeding", "parent", N_("Instances and steps")),
    ),
    "filing": (
        Part("deadline", "filing", N_("Deadlines")),
        Part("mark", "item", N_("Bears on")),
    ),
    "testimony": (Part("mark", "item", N_("Bears on")),),
    "media": (Part("mark", "item", N_("Bears on")),),
}

# What belongs to a record and is hidden with it, by the field that names its owner: no use of it by anything else.
BELONGING = frozenset(
    {
        ("person_name", "person"),
        ("consent", "person"),
        ("finding", "person"),
        ("safeguard", "person"),
        ("measure", "person"),
        ("remedy", "person"),
        ("exhaustion", "person"),
        ("file", "item"),
        ("segment", "item"),
        ("translation", "segment"),
        ("charge", "proceeding"),
        ("labelling", "label"),
        ("own_value", "own_field"),
    }
)
