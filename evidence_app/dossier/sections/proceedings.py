"""The proceedings: the steps as a tree, what became of each person, and the claims to scale."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from evidence_app.dossier import stylesheet as sheet_of
from evidence_app.dossier import sums
from evidence_app.dossier.figures import ClaimBar
from evidence_app.dossier.headings import Mark, table_heading
from evidence_app.dossier.ledger import Field, Ledger
from evidence_app.dossier.prose import cell, line, link, para, sources
from evidence_app.dossier.section import Section
from evidence_app.dossier.sections import standing
from evidence_app.system.words import N_, _, ngettext_

if TYPE_CHECKING:
    from evidence_app.dossier.manuscript import Claim, Manuscript, Outcome, Proceeding

_DEEPEST = 5


def story(manuscript: Manuscript) -> list[Any]:
    """Return the tree, the outcomes, the claims."""
    blocks: list[Any] = []
    if manuscript.proceedings:
        blocks.append(_tree(manuscript.proceedings))
    if manuscript.outcomes:
        blocks += [table_heading(_("Outcome for each person")), _outcomes(manuscript.outcomes)]
    if manuscript.remedies:
        blocks += [table_heading(_("Exhaustion of domestic remedies")), standing.remedies(manuscript.remedies)]
    if manuscript.claims:
        blocks += [table_heading(_("Civil claims")), _claims(manuscript.claims)]
        blocks += _bars(manuscript.claims)
    return blocks


def _tree(proceedings: tuple[Proceeding, ...]) -> Ledger:
    """Set the steps, each set in under the step it follows from."""
    fields = [
        Field(_("Stage"), 44),
        Field(_("Dates"), 24),
        Field(_("Charges"), 52),
        Field(_("Outcome"), 28),
        Field(_("Sources"), 20),
    ]
    rows = []
    for step in proceedings:
        rows.append(
            [
                [Mark(step.code), *_stage(step)],
                cell(step.dates, sheet_of.CELL),
                cell(step.charges, sheet_of.CELL),
                cell(step.outcome, sheet_of.CELL),
                [line(sources(step.refs), sheet_of.CELL)],
            ]
        )
    return Ledger(fields, rows)


def _stage(step: Proceeding) -> list[Any]:
    """Set stage, body and reference, in by the depth of the step."""
    depth = max(0, min(step.depth, _DEEPEST))
    strong, minor = sheet_of.branch(sheet_of.CELL_STRONG, depth), sheet_of.branch(sheet_of.CELL_MINOR, depth)
    title = f"{step.code} {step.stage}".strip()
    return [
        *cell(title, strong),
        *para(step.body, minor),
        *para(step.reference, minor),
        *(block for note in step.notes for block in para(note, minor)),
    ]


def _outcomes(outcomes: tuple[Outcome, ...]) -> Ledger:
    """Set what each person was charged with, found to have done, and sentenced to."""
    fields = [
        Field(_("Person"), 38),
        Field(_("Charge"), 40),
        Field(_("Finding"), 32),
        Field(_("Sentence"), 36),
        Field(_("Sources"), 22),
    ]
    return Ledger(
        fields,
        [
            [
                [line(link(outcome.person.label, outcome.person.anchor, sheet_of.CELL.fontSize), sheet_of.CELL)],
                cell(outcome.charge, sheet_of.CELL),
                cell(outcome.finding, sheet_of.CELL),
                cell(outcome.sentence, sheet_of.CELL),
                [line(sources(outcome.refs), sheet_of.CELL)],
            ]
            for outcome in outcomes
        ],
    )


def _claims(claims: tuple[Claim, ...]) -> Ledger:
    """Set claimed, awarded and paid for each head of loss, and what part of the claim was awarded."""
    is_paid = any(claim.paid is not None for claim in claims)
    fields = [
        Field(_("Claimant"), 38),
        Field(_("Head of loss"), 34),
        Field(_("Claimed"), 29, is_sum=True),
        Field(_("Awarded"), 29, is_sum=True),
        Field(_("Share"), 14, is_sum=True),
        *([Field(_("Paid"), 29, is_sum=True)] if is_paid else []),
        Field(_("Sources"), 22),
    ]
    return Ledger(fields, [_claim(claim, is_paid=is_paid) for claim in claims])


def _claim(claim: Claim, *, is_paid: bool) -> list[list[Any]]:
    """Set one claim."""
    share = sums.share(claim.awarded, claim.claimed) if claim.claimed and claim.awarded is not None else ""
    return [
        cell(claim.claimant, sheet_of.CELL),
        cell(claim.head, sheet_of.CELL),
        cell(_sum(claim.claimed, claim.currency), sheet_of.CELL_SUM),
        cell(_sum(claim.awarded, claim.currency), sheet_of.CELL_SUM),
        cell(share, sheet_of.CELL_SUM),
        *([cell(_sum(claim.paid, claim.currency), sheet_of.CELL_SUM)] if is_paid else []),
        [line(sources(claim.refs), sheet_of.CELL)],
    ]


def _sum(amount: int | None, currency: str) -> str:
    """Write a sum; nothing where it is not known."""
    return "" if amount is None else sums.money(amount, currency)


def _bars(claims: tuple[Claim, ...]) -> list[Any]:
    """Draw claimed and awarded in total for each currency, of the claims for which both are known, and by how many."""
    blocks: list[Any] = []
    for currency in dict.fromkeys(claim.currency for claim in claims):
        held = [claim for claim in claims if claim.currency == currency]
        known = [claim for claim in held if claim.claimed is not None and claim.awarded is not None]
        if known:
            claimed, awarded = sum(claim.claimed or 0 for claim in known), sum(claim.awarded or 0 for claim in known)
            paid = [claim.paid for claim in known if claim.paid is not None]
            people = len({claim.claimant for claim in known})
            title = _("Claimed and awarded, %(currency)s") % {"currency": currency or _("currency not stated")}
            who = ngettext_("%(n)s claimant", "%(n)s claimants", people) % {"n": people}
            bar = ClaimBar(claimed, awarded, currency, sum(paid) if paid else None)
            blocks += [table_heading(f"{title} · {who}", is_wide=False), bar]
    return blocks


SECTION = Section(
    "proceedings",
    N_("Proceedings and outcomes"),
    story,
    lambda manuscript: bool(manuscript.proceedings or manuscript.outcomes or manuscript.remedies or manuscript.claims),
)
