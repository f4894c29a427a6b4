"""Everything about one deadline, in sections ready to be shown beside the list."""

from __future__ import annotations

from evidence_app.domain.deadline import Deadline, DeadlineRule
from evidence_app.domain.item import Item
from evidence_app.services import deadline_rows
from evidence_app.services.deadline_rows import DeadlineRow
from evidence_app.services.detail_sections import Details, Section, identity, kept
from evidence_app.services.field_rows import DetailRow, rows_of
from evidence_app.services.workspace import Workspace
from evidence_app.system.words import _


def overview(ws: Workspace, record_id: int) -> Details | None:
    """Return what is known of a deadline: the day, how it was counted, by which rule, and what it concerns."""
    held = ws.records.get(Deadline, record_id)
    found = deadline_rows.rows(ws, id=record_id)
    if held is None or not found:
        return None
    row = found[0]
    rule = ws.records.get(DeadlineRule, held.rule) if held.rule else None
    paper = ws.records.item(held.filing) if held.filing else None
    badges = [row.state_words, *([_("check")] if row.is_checked is False else [])]
    return Details(
        code="",
        title=row.title,
        subtitle=row.due,
        badges=tuple(badges),
        sections=kept(
            Section(_("How the day was counted"), tuple(_counted(ws, held, row))),
            Section(_("Rule"), tuple(_rule(ws, rule)) if rule else ()),
            Section(_("Concerns"), tuple(_concerns(row, paper if isinstance(paper, Item) else None))),
            Section(_("Notes"), tuple(rows_of(ws, held, ("responsible", "note", "confidentiality")))),
        ),
        **identity(ws, held, ("details", "history")),
    )


def _counted(ws: Workspace, held: Deadline, row: DeadlineRow) -> list[DetailRow]:
    """Return start, day and the sentence that joins them."""
    rows = rows_of(ws, held, ("starts",))
    rows.append(DetailRow(_("Due"), row.due))
    rows += rows_of(ws, held, ("done",))
    how = row.how or (_("Set by hand; no rule stands behind it.") if row.due else "")
    return [*rows, DetailRow(_("How"), how)] if how else rows


def _rule(ws: Workspace, rule: DeadlineRule) -> list[DetailRow]:
    """Return the rule: its length, what it runs from, its provision, and whether a lawyer has confirmed it."""
    confirmed = _("Confirmed by a lawyer") if rule.is_checked else _("Not confirmed: look the provision up.")
    retired = _("Taken out of use: it counts what holds it, and is offered no more.") if rule.voided is not None else ""
    return [
        DetailRow(_("Title"), rule.name.best()),
        DetailRow(_("Length"), deadline_rows.length(rule)),
        *rows_of(ws, rule, ("runs_from", "rolls", "law")),
        DetailRow(_("State"), f"{confirmed} {retired}".rstrip()),
    ]


def _concerns(row: DeadlineRow, paper: Item | None) -> list[DetailRow]:
    """Return proceeding, paper and person."""
    rows = [DetailRow(_("Proceeding"), row.proceeding_title)] if row.proceeding_title else []
    if paper is not None:
        rows.append(DetailRow(paper.code, paper.title.best(), target=paper.code))
    if row.person.id:
        rows.append(DetailRow(_("For"), row.person.name, target=row.person.code))
    return rows
