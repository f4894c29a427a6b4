"""Preferences: how this case's window was left; no part of the record, so no act and no entry."""

from __future__ import annotations

from typing import Any

from evidence_app.services.workspace import Workspace
from evidence_app.store.queries.preferences import Preferences


def get(ws: Workspace, key: str, default: Any = None) -> Any:
    """Return a JSON value, `default` where none is kept."""
    return Preferences(ws.archive.connection).get(key, default)


def put(ws: Workspace, key: str, value: Any) -> None:
    """Keep a JSON value under a key, such as `page.people`."""
    if get(ws, key) != value:
        with ws.archive.writing() as connection:
            Preferences(connection).put(key, value)
