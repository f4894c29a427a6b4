"""The ledger of claims: sums to scale, then each claimant's."""

from __future__ import annotations

from evidence_app.gui.pages.proceedings.cases_panel import OUTCOME_DOTS
from evidence_app.gui.pages.proceedings.panel import RowsPanel
from evidence_app.gui.widgets.cell import Cell
from evidence_app.gui.widgets.ledger_bars import Block, LedgerBars, Line
from evidence_app.gui.widgets.tree_rows import BarCell
from evidence_app.gui.widgets.tree_rows_model import TreeColumn
from evidence_app.services import claims
from evidence_app.services.claims import ClaimRow, Ledger, Total
from evidence_app.system.words import N_, _, ngettext_


def _sum(amount: int | None, currency: str) -> Cell:
    known = amount is not None
    words = claims.money(amount, currency) if known else _("not known")
    return Cell(words, "figures" if known else "body", "text" if known else "text_3", right=True)


def _share(row: ClaimRow) -> Cell:
    words = claims.share(row.awarded, row.claimed)
    return BarCell(words, "figures", whole=row.claimed, parts=(row.awarded, row.paid))


def _outcome(row: ClaimRow) -> Cell:
    return Cell(row.outcome_label, dot=OUTCOME_DOTS.get(row.outcome, "text_3") if row.outcome else "")


COLUMNS = (
    TreeColumn(N_("No."), 74, lambda row: Cell(row.claimant.code, "figures", "text_2"), 2),
    TreeColumn(N_("Claimant"), 150, lambda row: Cell(row.claimant.name, "name"), 0, stretch=True),
    TreeColumn(N_("Head of loss"), 116, lambda row: Cell(row.head_label, tone="text_2"), 3),
    TreeColumn(N_("Claimed"), 116, lambda row: _sum(row.claimed, row.currency), 0, right=True),
    TreeColumn(N_("Awarded"), 116, lambda row: _sum(row.awarded, row.currency), 0, right=True),
    TreeColumn(N_("Paid"), 110, lambda row: _sum(row.paid, row.currency), 1, right=True),
    TreeColumn(N_("Share awarded"), 128, _share, 1),
    TreeColumn(N_("Outcome"), 150, _outcome, 2),
)


class ClaimsPanel(RowsPanel):
    """Totals by currency and head over the claims; a sum says how many people it counts."""

    def __init__(self) -> None:
        super().__init__(COLUMNS, _("Claims"), _("Filter claims"), "scale")
        self.bars = LedgerBars()
        self._column.insertWidget(0, self.bars)

    def show_data(self, data: Ledger) -> None:
        """Show totals and claims."""
        self.data = data
        self.bars.show_blocks([_block(total) for total in data.totals])
        counted = ngettext_("%(n)s claim", "%(n)s claims", len(data.rows)) % {"n": len(data.rows)}
        words = _(
            "Sums claimed, awarded and paid belong here; they are recorded with a claimant's part in a proceeding."
        )
        self.put_rows(data.rows, counted, (_("No claims yet"), words, _("New claim")))

    def restyle(self) -> None:
        """Take up the sizes of the look in force."""
        super().restyle()
        self.bars.updateGeometry()


def _block(total: Total) -> Block:
    """Return the bars of one total; what is known of some claims only is said."""
    title = " · ".join(filter(None, (total.currency or _("currency not stated"), total.head_label)))
    who = claims.counted(total)
    if total.decided < total.claims:
        who += " · " + _("%(n)s of %(total)s claims decided") % {"n": total.decided, "total": total.claims}
    share = claims.share(total.of_awarded, total.of_claimed)
    paid = total.paid if total.is_paid_known else None
    awarded = total.awarded if total.decided else None
    rows = ((_("Claimed"), total.claimed), (_("Awarded"), awarded), (_("Paid"), paid))
    return Block(
        title=title,
        counted=who,
        share=_("%(share)s awarded") % {"share": share} if share else "",
        lines=tuple(Line(label, sum_, _words(sum_, total.currency)) for label, sum_ in rows),
        spoken=f"{title}: {claims.spoken(total)}",
    )


def _words(amount: int | None, currency: str) -> str:
    return _("not known") if amount is None else claims.money(amount, currency)
