"""Persons by role, what the courts found of them, and what they claimed."""

from __future__ import annotations

from evidence_app.domain import vocabulary
from evidence_app.domain.event import Involvement
from evidence_app.domain.person import Person, PersonName
from evidence_app.domain.release import Form
from evidence_app.dossier import manuscript
from evidence_app.dossier.manuscript import Claim, Outcome, PersonGroup, Ref
from evidence_app.services import listing
from evidence_app.services.claims import ALL_HEADS, is_claim
from evidence_app.services.linked_rows import role_label
from evidence_app.services.manuscripts import own
from evidence_app.services.manuscripts.desk import Desk, once
from evidence_app.system.words import _, country_name, ngettext_


def groups(desk: Desk) -> tuple[PersonGroup, ...]:
    """Return the persons that may be spoken of, by the role they have in the case."""
    titles = {
        "victims": _("Victims"),
        "accused": _("Accused and convicted"),
        "witnesses": _("Witnesses"),
        "others": _("Counsel and others"),
    }
    rows = {row.id: row.role for row in listing.people(desk.ws)}
    by_role: dict[str, list[manuscript.Person]] = {role: [] for role in titles}
    for person in desk.people.values():
        shown = None if person.id in desk.in_crowd else _person(desk, person)
        if shown is not None:
            by_role[rows.get(person.id, "others")].append(shown)
    for role, people in desk.crowd.items():
        by_role[role].append(_crowd(desk, people))
    ordered = {role: desk.in_order(found, lambda person: person.code) for role, found in by_role.items()}
    return tuple(PersonGroup(titles[role], found) for role, found in ordered.items() if found)


def _person(desk: Desk, person: Person) -> manuscript.Person | None:
    """Return one person as printed, or None."""
    printed = desk.gate.person(person.id)
    if printed is None:
        return None
    parts = desk.involvements_of(person.id)
    is_recognised = _is_recognised(person, parts)
    lines = [_roles(parts, is_recognised=is_recognised)]
    if printed.form is Form.NAME:
        occupation = desk.gate.text(person.rank.best(desk.language) or person.occupation.best(desk.language))
        is_said = occupation.casefold() in lines[0].casefold().split(", ")
        lines.append("" if is_said else occupation)
        lines += [
            ", ".join(country_name(code, desk.language) for code in person.nationalities),
            f"{_('Date of birth')}: {desk.date(person.born, is_coarse=printed.is_coarse)}" if person.born else "",
            *own.lines(desk, person, is_coarse=printed.is_coarse),
        ]
    sentences = [desk.gate.text(part.sentence.best(desk.language)) for part in parts]
    return manuscript.Person(
        code=person.code if printed.form is not Form.FRESH else printed.label,
        name=printed.label if printed.form is not Form.CODE else "",
        other_names=printed.other_names,
        description=tuple(line for line in lines if line),
        outcome="; ".join(dict.fromkeys(sentence for sentence in sentences if sentence)),
        refs=_sources(desk, person, parts),
        recognised=int(is_recognised),
    )


def _crowd(desk: Desk, people: list[Person]) -> manuscript.Person:
    """Return one line for all persons of a role of whom no name is known here."""
    said = ngettext_("%(n)s person, not named", "%(n)s persons, not named", len(people)) % {"n": len(people)}
    parts = [part for person in people for part in desk.involvements_of(person.id)]
    recognised = sum(_is_recognised(person, desk.involvements_of(person.id)) for person in people)
    refs = once(ref for person in people for ref in desk.sources_of(person))
    code = f"{people[0].code} – {people[-1].code}" if desk.gate.reader != "PUBLIC" else "—"
    known = (_roles(parts, is_recognised=recognised == len(people)),)
    return manuscript.Person(code, said, (), known, "", refs, len(people), recognised)


def _is_recognised(person: Person, parts: list[Involvement]) -> bool:
    """Tell whether a person is recognised as a victim: as recorded of them, else by their part in a proceeding."""
    if person.recognised_victim is not None:
        return bool(person.recognised_victim)
    return any(part.proceeding and part.role == "VICTIM" for part in parts)


def _roles(parts: list[Involvement], *, is_recognised: bool) -> str:
    """Return the roles in words, each once; a victim is called one once, and recognised where they are."""
    roles = dict.fromkeys(role_label(part) for part in parts if part.role != "VICTIM")
    if is_recognised:
        return ", ".join((vocabulary.label("role_proc", "VICTIM"), *roles))
    victim = [vocabulary.label("role_event", "VICTIM")] if any(part.role == "VICTIM" for part in parts) else []
    return ", ".join((*victim, *roles))


def _sources(desk: Desk, person: Person, parts: list[Involvement]) -> tuple[Ref, ...]:
    """Return what is known of a person rests on: marks, assertions, the sources of names and involvements."""
    named = [desk.ref(name.source, name.locator) for name in desk.records.find(PersonName, person=person.id)]
    involved = [desk.ref(part.source, part.locator) for part in parts]
    return once((*desk.sources_of(person), *(ref for refs in (*involved, *named) for ref in refs)))


def reference(desk: Desk, person_id: int | None) -> Ref | None:
    """Return a person as a reference to their entry, or None where they are withheld."""
    printed = desk.gate.person(person_id)
    person = desk.people.get(person_id or 0)
    if printed is None or person is None:
        return None
    if person.id in desk.in_crowd:
        return Ref(printed.label)
    return Ref(printed.label, person.code if printed.form is not Form.FRESH else printed.label)


def outcomes(desk: Desk) -> tuple[Outcome, ...]:
    """Return what proceedings found of each person."""
    found = []
    for part in desk.involvements:
        who = reference(desk, part.person)
        if part.proceeding and who and (part.outcome or part.sentence or part.charge):
            found.append(
                Outcome(
                    who,
                    desk.gate.text(part.charge.best(desk.language)),
                    vocabulary.label("outcome", part.outcome) or role_label(part),
                    desk.gate.text(part.sentence.best(desk.language)),
                    desk.ref(part.source, part.locator),
                )
            )
    return desk.in_order(found, lambda outcome: outcome.person.label)


def claims(desk: Desk) -> tuple[Claim, ...]:
    """Return the ledger of claims: one line a claimant and head of loss."""
    found = []
    for part in desk.involvements:
        who = reference(desk, part.person)
        if who and is_claim(part):
            head = vocabulary.label("head_of_loss", part.head_of_loss or ALL_HEADS)
            currency = part.currency or ""
            refs = desk.ref(part.source, part.locator)
            found.append(Claim(who.label, head, currency, part.claimed, part.awarded, refs, part.paid))
    return desk.in_order(found, lambda claim: claim.claimant)
