"""Saved searches: what somebody wants to ask again, with how much there is now."""

from __future__ import annotations

from dataclasses import dataclass

from evidence_app.domain.errors import Misuse
from evidence_app.domain.saved_search import SavedSearch
from evidence_app.services import searching
from evidence_app.services.workspace import Workspace
from evidence_app.store.search.query import parse
from evidence_app.system.words import N_


class NothingToSave(Misuse):
    """A search without a word that could be found."""

    code = "nothing-to-save"
    says = N_("There is nothing to save.")
    advises = N_("Type what to look for first.")


@dataclass(frozen=True, slots=True)
class Saved:
    """One saved search, and how many hits it has now."""

    id: int
    title: str
    page: str
    query: str
    count: int


def add(ws: Workspace, query: str, title: str = "", page: str = "search") -> SavedSearch:
    """Save a search under a title, else under its own words; raises NothingToSave."""
    query = query.strip()
    if parse(query).is_empty:
        raise NothingToSave
    with ws.act("saved_search.added") as act:
        return act.add(SavedSearch(title=title.strip() or query, page=page, query=query))


def of(ws: Workspace) -> tuple[Saved, ...]:
    """Return the saved searches in the order of their titles, each counted."""
    held = ws.records.find(SavedSearch, order="title")
    return tuple(
        Saved(one.id, one.title, one.page, one.query, searching.search(ws, one.query, limit=1).total) for one in held
    )


def rename(ws: Workspace, search_id: int, title: str) -> None:
    """Call a saved search by another title; an empty one changes nothing."""
    held = ws.records.get(SavedSearch, search_id)
    if held is not None and title.strip() and title.strip() != held.title:
        with ws.act("saved_search.changed", obj=held.uid) as act:
            act.change(held, title=title.strip())


def remove(ws: Workspace, search_id: int) -> None:
    """Take a saved search off the list; like every record it is voided, not deleted."""
    held = ws.records.get(SavedSearch, search_id)
    if held is not None and held.voided is None:
        with ws.act("saved_search.voided", obj=held.uid) as act:
            act.void(held, "removed from the list")
