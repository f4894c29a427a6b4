"""Filings: record a document of a proceeding, held or only known of."""

from __future__ import annotations

from evidence_app.domain.filing import Filing
from evidence_app.services.workspace import Workspace


def add(ws: Workspace, filing: Filing) -> Filing:
    """Record a filing or decision; `is_held` is false where the case only knows of the document."""
    with ws.act("filing.added") as act:
        stored = act.add(filing.but(kind=filing.kind if filing.kind != "DATA" else "FILING"))
        if stored.is_held:
            act.custody(stored, "RECEIVE", from_=stored.received_from, to=ws.account.name)
            stored = act.change(stored, holder=ws.account.name)
        return stored
