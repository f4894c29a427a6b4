"""The ledger of claims: what each claimant asked for, was awarded and was paid.

One line is one claimant, one head of loss, one currency. Totals never mix currencies, and name the people they count:
sixty-one million claimed may be one man's suit.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from evidence_app.domain import vocabulary
from evidence_app.domain.event import Involvement
from evidence_app.domain.proceeding import Proceeding
from evidence_app.dossier import sums
from evidence_app.services.citing import Cite, citing
from evidence_app.services.parties import NOBODY, Party, parties
from evidence_app.services.workspace import Workspace
from evidence_app.store.queries import bearing
from evidence_app.system.words import _, ngettext_

ALL_HEADS, CLAIMANT = "ALL", "CIV_CLAIMANT"


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """One claim; sums in whole units of the currency, None where they are not known."""

    id: int
    uid: str
    claimant: Party
    head: str
    head_label: str
    currency: str
    claimed: int | None
    awarded: int | None
    paid: int | None
    outcome: str
    outcome_label: str
    proceeding: int
    proceeding_title: str
    refs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Total:
    """Sums of one currency, of one head or of all (`head` empty).

    `claimed`, `awarded` and `paid` add up what is known; the pair `of_claimed` and `of_awarded` only claims of which
    both are known, so that a share may be taken of them. `is_paid_known` tells whether any payment is recorded.
    """

    currency: str
    head: str
    head_label: str
    claimants: int
    claims: int
    decided: int
    claimed: int
    awarded: int
    paid: int
    is_paid_known: bool
    of_claimed: int
    of_awarded: int


@dataclass(frozen=True, slots=True)
class Ledger:
    """All claims in the order of claimants, and their totals: each currency as a whole, then by head."""

    rows: tuple[ClaimRow, ...]
    totals: tuple[Total, ...]


def is_claim(part: Involvement) -> bool:
    """Tell whether an involvement holds a sum."""
    return part.claimed is not None or part.awarded is not None or part.paid is not None


def begins(proceeding: int) -> dict[str, object]:
    """Return the first values of a new claim, in a proceeding where one is known (0: in none yet)."""
    return {"role": CLAIMANT} | ({"proceeding": proceeding} if proceeding else {})


def ledger(ws: Workspace) -> Ledger:
    """Return the claims of the whole case: those whose claimant, proceeding and event stand."""
    rows = claims_of(ws, bearing.claims(ws.records))
    rows.sort(key=lambda row: (row.claimant.code, row.currency, row.head, row.id))
    return Ledger(tuple(rows), tuple(totals(rows)))


def claims_of(ws: Workspace, parts: Iterable[Involvement]) -> list[ClaimRow]:
    """Return the claims that some involvements hold."""
    held = [part for part in parts if is_claim(part)]
    steps = ws.records.by_ids(Proceeding, [part.proceeding for part in held if part.proceeding])
    named = parties(ws, (part.person for part in held))
    cite = citing(ws, (part.source for part in held))
    return [_row(part, named.get(part.person or 0, NOBODY), steps.get(part.proceeding or 0), cite) for part in held]


def _row(part: Involvement, claimant: Party, step: Proceeding | None, cite: Cite) -> ClaimRow:
    head = part.head_of_loss or ALL_HEADS
    return ClaimRow(
        id=part.id,
        uid=part.uid,
        claimant=claimant,
        head=head,
        head_label=vocabulary.label("head_of_loss", head),
        currency=part.currency or "",
        claimed=part.claimed,
        awarded=part.awarded,
        paid=part.paid,
        outcome=part.outcome or "",
        outcome_label=vocabulary.label("outcome", part.outcome),
        proceeding=part.proceeding or 0,
        proceeding_title=step.title.best() if step else "",
        refs=cite(part.source, part.locator),
    )


def totals(rows: Iterable[ClaimRow]) -> list[Total]:
    """Add up claims: each currency as a whole, and by head where it has several."""
    by_currency: dict[str, list[ClaimRow]] = {}
    for row in rows:
        by_currency.setdefault(row.currency, []).append(row)
    found = []
    for currency, held in by_currency.items():
        found.append(_total(currency, "", held))
        heads = dict.fromkeys(row.head for row in held)
        if len(heads) > 1:
            found += [_total(currency, head, [row for row in held if row.head == head]) for head in heads]
    return found


def _total(currency: str, head: str, rows: list[ClaimRow]) -> Total:
    both = [(row.claimed, row.awarded) for row in rows if row.claimed is not None and row.awarded is not None]
    return Total(
        currency=currency,
        head=head,
        head_label=vocabulary.label("head_of_loss", head),
        claimants=len({row.claimant.id for row in rows}),
        claims=len(rows),
        decided=len([row for row in rows if row.awarded is not None]),
        claimed=sum(row.claimed or 0 for row in rows),
        awarded=sum(row.awarded or 0 for row in rows),
        paid=sum(row.paid or 0 for row in rows),
        is_paid_known=any(row.paid is not None for row in rows),
        of_claimed=sum(claimed for claimed, _awarded in both),
        of_awarded=sum(awarded for _claimed, awarded in both),
    )


def money(amount: int | None, currency: str) -> str:
    """Write a sum with its currency; nothing where it is not known."""
    return "" if amount is None else sums.money(amount, currency)


def share(part: int | None, whole: int | None) -> str:
    """Write what part of a whole was given, in per cent; nothing where either is not known or nothing was asked."""
    return sums.share(part, whole) if part is not None and whole else ""


def counted(total: Total) -> str:
    """Say whose claims a total adds up: a sum of one claimant must not be read as one of all victims."""
    return ngettext_("%(n)s claimant", "%(n)s claimants", total.claimants) % {"n": total.claimants}


def spoken(total: Total) -> str:
    """Say a total in one sentence."""
    facts = {
        "who": counted(total),
        "claimed": money(total.claimed, total.currency),
        "awarded": money(total.awarded, total.currency),
        "paid": money(total.paid, total.currency) if total.is_paid_known else _("not known"),
    }
    return _("%(who)s: claimed %(claimed)s, awarded %(awarded)s, paid %(paid)s") % facts
