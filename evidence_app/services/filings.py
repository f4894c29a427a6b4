"""Filings: record a document of a proceeding, held or only known of."""

from __future__ import annotations

from typing import Any

from evidence_app.domain.filing import Filing
from evidence_app.services.workspace import Workspace
from evidence_app.store.unit_of_work import Act


def add(ws: Workspace, filing: Filing) -> Filing:
    """Record a filing or decision; `is_held` is false where the case only knows of the document, None: nobody said."""
    with ws.act("filing.added") as act:
        stored = act.add(filing.but(kind=filing.kind or "FILING"))
        return act.change(stored, **follow(ws, act, stored))


def follow(ws: Workspace, act: Act, filing: Filing) -> dict[str, Any]:
    """Log that a document is in our hands once somebody says that it is; returns what follows for the filing."""
    if not filing.is_held or filing.holder:
        return {}
    act.custody(filing, "RECEIVE", from_=filing.received_from, to=ws.account.name)
    return {"holder": ws.account.name}
