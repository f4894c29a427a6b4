"""How one person's case stands: ladder, domestic remedies, mandates, claims, what is sought, what protects them."""

from __future__ import annotations

from dataclasses import dataclass

from evidence_app.domain import vocabulary
from evidence_app.domain.event import Involvement
from evidence_app.domain.item import Item
from evidence_app.domain.person import Person
from evidence_app.services import claims, exhaustion, listing, mandates, naming, redress
from evidence_app.services.detail_sections import Details, Section, identity, kept
from evidence_app.services.field_rows import DetailRow, source
from evidence_app.services.ladder import Ladder, ladder
from evidence_app.services.workspace import Workspace
from evidence_app.system.words import _


@dataclass(frozen=True, slots=True)
class Standing:
    """A person's ladder, and the rest in sections."""

    details: Details
    ladder: Ladder


def of_person(ws: Workspace, person_id: int) -> Standing | None:
    """Return how a person's case stands; None for nobody."""
    person = ws.records.get(Person, person_id)
    if person is None:
        return None
    cells = exhaustion.of_person(ws, person)
    sections = kept(
        Section(_("Domestic remedies"), tuple(_remedies(cells))),
        Section(_("Claims"), tuple(_claims(ws, person))),
        Section(_("Represented by"), tuple(_mandates(ws, person))),
        Section(_("Remedies sought"), tuple(redress.remedies(ws, person))),
        Section(_("Protection measures"), tuple(redress.measures(ws, person))),
    )
    return Standing(
        Details(
            code=person.code,
            title=naming.label(ws.records, person),
            subtitle="",
            badges=(vocabulary.label("protection", person.protection),),
            sections=sections,
            **identity(ws, person),
        ),
        ladder(ws, person),
    )


def _remedies(cells: tuple[exhaustion.Cell, ...]) -> list[DetailRow]:
    """Return how far domestic remedies were used, and what that allows to say to a committee."""
    if not any(cell.state for cell in cells):
        return [DetailRow(_("For a UN complaint"), exhaustion.conclusion(cells))]
    rows = [DetailRow(state, names) for state, names in exhaustion.by_state(cells)]
    return [*rows, DetailRow(_("For a UN complaint"), exhaustion.conclusion(cells))]


def _claims(ws: Workspace, person: Person) -> list[DetailRow]:
    """Return each claim with what was awarded and paid of it."""
    rows = []
    for row in claims.claims_of(ws, ws.records.find(Involvement, person=person.id)):
        for label, amount in ((_("Claimed"), row.claimed), (_("Awarded"), row.awarded), (_("Paid"), row.paid)):
            if amount is not None:
                share = claims.share(amount, row.claimed) if amount is not row.claimed else ""
                said = " · ".join(filter(None, (claims.money(amount, row.currency), share)))
                rows.append(DetailRow(label, said, row.refs))
    return rows


def _mandates(ws: Workspace, person: Person) -> list[DetailRow]:
    """Return the mandates of a person with their days and papers."""
    rows = []
    for held in mandates.of_client(ws, person):
        lawyer = ws.records.get(Person, held.lawyer or 0)
        paper = ws.records.get(Item, held.power) if held.power else None
        span = " – ".join(filter(None, (listing.date(held.begins), listing.date(held.ends))))
        said = " · ".join(filter(None, (held.scope.best(), span)))
        target = lawyer.code if lawyer else None
        refs = source(ws, paper.id, None) if paper else ()
        rows.append(DetailRow(naming.label(ws.records, lawyer), said, refs, icon="user", target=target))
    return rows
