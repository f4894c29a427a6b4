"""Citations of many sources at once: one query for all, not one for each."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from evidence_app.domain.item import Item
from evidence_app.services.workspace import Workspace

Cite = Callable[[int | None, str | None], tuple[str, ...]]


def citing(ws: Workspace, items: Iterable[int | None]) -> Cite:
    """Return what writes the citation of any of these items at a place in it; nothing for no item."""
    wanted = {item for item in items if item}
    codes = {item.id: item.code for item in ws.records.by_ids(Item, sorted(wanted)).values()}

    def cite(item: int | None, locator: str | None) -> tuple[str, ...]:
        code = codes.get(item or 0)
        return (f"{code} {locator or ''}".strip(),) if code else ()

    return cite
