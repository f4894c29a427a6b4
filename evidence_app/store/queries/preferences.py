"""How somebody likes the window: kept inside the archive, so that nothing of it lies in clear, and never journalled."""

from __future__ import annotations

import json
from typing import Any

import sqlalchemy as sa

from evidence_app.store.tables import preference


class Preferences:
    """JSON values by key."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def get(self, key: str, default: Any = None) -> Any:
        """Return what is kept under a key."""
        query = sa.select(preference.c.value).where(preference.c.key == key)
        held = self._connection.execute(query).scalar()
        return default if held is None else json.loads(held)

    def put(self, key: str, value: Any) -> None:
        """Keep a value; inside a transaction."""
        self._connection.execute(preference.delete().where(preference.c.key == key))
        written = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        self._connection.execute(preference.insert(), {"key": key, "value": written})
