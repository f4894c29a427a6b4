"""The chain of custody: a certificate for each exhibit, act by act."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from evidence_app.dossier import stylesheet as sheet_of
from evidence_app.dossier.headings import record_heading
from evidence_app.dossier.ledger import Field, Ledger
from evidence_app.dossier.margin import Beside
from evidence_app.dossier.prose import cell, para
from evidence_app.dossier.section import Section
from evidence_app.system.words import N_, _

if TYPE_CHECKING:
    from evidence_app.dossier.manuscript import Certificate, CustodyAct, Manuscript


def story(manuscript: Manuscript) -> list[Any]:
    """Return every certificate."""
    said = _("Times of day are given in %(zone)s.") % {"zone": manuscript.zone}
    note = [Beside(para(said, sheet_of.NOTE))] if manuscript.zone else []
    return [*note, *(block for certificate in manuscript.certificates for block in _certificate(certificate))]


def _certificate(certificate: Certificate) -> list[Any]:
    """Set the acts of custody of one exhibit."""
    fields = [
        Field(_("No."), 9),
        Field(_("When"), 26),
        Field(_("Act"), 30),
        Field(_("By"), 26),
        Field(_("From, to"), 32),
        Field(_("Place, reason"), 36),
        Field(_("Check"), 22),
    ]
    exhibit = certificate.exhibit
    heading = record_heading(exhibit.label, certificate.title, f"custody-{exhibit.label}", leads_to=exhibit.anchor)
    return [heading, Ledger(fields, [_row(act) for act in certificate.acts])]


def _row(act: CustodyAct) -> list[list[Any]]:
    """Set one act."""
    handed = [
        label % {"who": who}
        for label, who in ((_("from %(who)s"), act.given_by), (_("to %(who)s"), act.given_to))
        if who
    ]
    return [
        cell(str(act.number), sheet_of.CELL),
        cell(act.when, sheet_of.CELL),
        cell(act.act, sheet_of.CELL),
        cell(act.by, sheet_of.CELL),
        cell("\n".join(handed), sheet_of.CELL),
        [*cell(act.place, sheet_of.CELL), *para(act.reason, sheet_of.CELL_MINOR)],
        cell(act.check, sheet_of.CELL),
    ]


SECTION = Section("custody", N_("Chain of custody"), story, lambda manuscript: bool(manuscript.certificates))
