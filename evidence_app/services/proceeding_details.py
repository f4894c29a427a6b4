"""Everything about one proceeding, in sections ready to be shown beside the tree."""

from __future__ import annotations

from evidence_app.domain import vocabulary
from evidence_app.domain.charge import Charge
from evidence_app.domain.event import Involvement
from evidence_app.domain.item import Item
from evidence_app.domain.mark import Mark
from evidence_app.domain.proceeding import Proceeding
from evidence_app.services import claims, deadline_rows, evidence, linked_rows, listing
from evidence_app.services.detail_sections import Details, Section, first, identity, kept
from evidence_app.services.field_rows import DetailRow, rows_of, source
from evidence_app.services.part_rows import every_language, label_rows, own_values
from evidence_app.services.parties import NOBODY, Party, parties
from evidence_app.services.proceedings import charge_words
from evidence_app.services.workspace import Workspace
from evidence_app.system.words import _, ngettext_

_MOST_NAMED = 12  # of one role; a crowd is counted, not listed
_JUDGED = ("CONVICTED", "ACQUITTED")


def overview(ws: Workspace, record_id: int) -> Details | None:
    """Return what is known of a proceeding and of all steps within it."""
    step = ws.records.get(Proceeding, record_id)
    if step is None:
        return None
    parts = ws.records.find(Involvement, proceeding=step.id)
    charges = ws.records.find(Charge, proceeding=step.id)
    named = parties(ws, (*(part.person for part in parts), *(charge.person for charge in charges)))
    stage = vocabulary.label("stage", step.stage) or vocabulary.stated("proceeding_kind", step.kind)
    told = every_language(ws, step, ("title", "body", "effectiveness", "notes"))
    sections = kept(
        Section(_("Decision"), tuple(_decision(ws, step))),
        Section(_("Charges"), tuple(_charges(ws, step, charges, named))),
        Section(_("Outcome for each person"), tuple(_outcomes(ws, parts, named))),
        Section(_("Claims"), tuple(_claims(ws, parts))),
        Section(_("Parties"), tuple(_roles(ws, parts, named))),
        Section(_("Deadlines"), tuple(_deadlines(ws, step))),
        Section(_("Documents"), tuple(_documents(ws, step))),
        Section(_("Instances and steps"), tuple(_steps(ws, step))),
        Section(_("Facts"), (*told, *rows_of(ws, step, ("opened", "responsible", "sources"))), "edit"),
        Section(_("Sources"), first(linked_rows.marks(ws, proceeding=step.id)), "link"),
        Section(_("What sources say"), tuple(linked_rows.assertions(ws, step))),
        Section(_("Own fields"), tuple(own_values(ws, step))),
        Section(_("Labels"), tuple(label_rows(ws, step))),
    )
    return Details(
        code="",
        title=step.title.best(),
        subtitle=" · ".join(filter(None, (step.body.best(), step.reference_number))),
        badges=(stage,),
        sections=sections,
        evidence=evidence.count(evidence.of_happening(ws, proceeding=step.id)),
        **identity(ws, step),
    )


def _decision(ws: Workspace, step: Proceeding) -> list[DetailRow]:
    """Return what was decided, when, and the paper that says so."""
    said = vocabulary.label("outcome", step.outcome)
    rows = [DetailRow(_("Outcome"), said, source(ws, step.document, None))] if said else []
    return rows + ([DetailRow(_("Decided on"), listing.date(step.decided))] if step.decided else [])


def _charges(ws: Workspace, step: Proceeding, charges: list[Charge], named: dict[int, Party]) -> list[DetailRow]:
    """Return the provisions charged; the free words of the record where none is recorded one by one."""
    rows = []
    for held in charges:
        against = named.get(held.person or 0, NOBODY)
        said = (charge_words(held), against.name, held.note.best())
        rows.append(DetailRow(_("art. %(number)s") % {"number": held.article}, "\n".join(filter(None, said))))
    return rows or rows_of(ws, step, ("charges",))


def _outcomes(ws: Workspace, parts: list[Involvement], named: dict[int, Party]) -> list[DetailRow]:
    """Return what became of each person who was judged."""
    rows = []
    for part in parts:
        if part.role in _JUDGED or (part.outcome and part.claimed is None) or part.sentence:
            who = named.get(part.person or 0, NOBODY)
            outcome = vocabulary.label("outcome", part.outcome) or linked_rows.role_label(part)
            said = " · ".join(filter(None, (outcome, part.sentence.best())))
            refs = source(ws, part.source, part.locator)
            rows.append(DetailRow(who.name, said, refs, icon="user", target=who.code or None))
    return rows


def _claims(ws: Workspace, parts: list[Involvement]) -> list[DetailRow]:
    """Return the claims, each with what was awarded and paid of it."""
    rows = []
    for row in claims.claims_of(ws, parts):
        sums = {name: claims.money(getattr(row, name), row.currency) for name in ("claimed", "awarded", "paid")}
        said = [
            _("claimed %(sum)s") % {"sum": sums["claimed"]} if sums["claimed"] else "",
            _("awarded %(sum)s") % {"sum": sums["awarded"]} if sums["awarded"] else "",
            claims.share(row.awarded, row.claimed),
            _("paid %(sum)s") % {"sum": sums["paid"]} if sums["paid"] else "",
        ]
        target = row.claimant.code or None
        rows.append(DetailRow(row.claimant.name, " · ".join(filter(None, said)), row.refs, icon="user", target=target))
    return rows


def _roles(ws: Workspace, parts: list[Involvement], named: dict[int, Party]) -> list[DetailRow]:
    """Return who takes part, role by role; a crowd as a number."""
    by_role: dict[str, list[Involvement]] = {}
    for part in parts:
        by_role.setdefault(linked_rows.role_label(part), []).append(part)
    rows = []
    for role, held in by_role.items():
        people = dict.fromkeys(part.person for part in held if part.person)
        if len(people) > _MOST_NAMED:
            said = ngettext_("%(n)s person", "%(n)s people", len(people)) % {"n": len(people)}
            rows.append(DetailRow(role, said))
            continue
        for person_id in people:
            who = named.get(person_id, NOBODY)
            rows.append(DetailRow(role, who.name, target=who.code or None))
    return rows


def _deadlines(ws: Workspace, step: Proceeding) -> list[DetailRow]:
    """Return the deadlines: what is to be done, by when, and how that day was counted."""
    rows = []
    for row in deadline_rows.of_proceeding(ws, step.id):
        said = " · ".join(filter(None, (row.due, row.state_words)))
        refs = (row.filing,) if row.filing else ()
        rows.append(DetailRow(row.title, "\n".join(filter(None, (said, row.how))), refs))
    return rows


def _documents(ws: Workspace, step: Proceeding) -> list[DetailRow]:
    """Return the paper of the proceeding, those of its steps, and what else bears on it."""
    ids = [step.document, *(inner.document for inner in _within(ws, step))]
    ids += [mark.item for mark in ws.records.find(Mark, proceeding=step.id)]
    found = ws.records.by_ids(Item, [item for item in dict.fromkeys(ids) if item])
    ordered = [found[item] for item in dict.fromkeys(ids) if item in found]
    return [DetailRow(item.code, item.title.best(), target=item.code) for item in ordered if item.voided is None]


def _steps(ws: Workspace, step: Proceeding) -> list[DetailRow]:
    """Return what the proceeding consists of."""
    rows = []
    for inner in ws.records.find(Proceeding, parent=step.id):
        label = vocabulary.label("stage", inner.stage) or vocabulary.stated("proceeding_kind", inner.kind)
        said = (inner.body.best() or inner.title.best(), listing.date(inner.decided or inner.opened))
        outcome = vocabulary.label("outcome", inner.outcome)
        rows.append(DetailRow(label, " · ".join(filter(None, (*said, outcome)))))
    return rows


def _within(ws: Workspace, step: Proceeding) -> list[Proceeding]:
    """Return all steps within a proceeding, however deep, each once."""
    found: dict[int, Proceeding] = {}
    open_ids = [step.id]
    while open_ids:
        inner = [one for one in ws.records.find(Proceeding, parent=open_ids) if one.id not in found]
        found |= {one.id: one for one in inner if one.id != step.id}
        open_ids = [one.id for one in inner if one.id != step.id]
    return list(found.values())
