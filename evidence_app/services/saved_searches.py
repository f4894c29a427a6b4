"""Saved searches: words, or what a list was filtered by, to be asked again; with how much there is now."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from evidence_app.domain.errors import Misuse
from evidence_app.domain.saved_search import SavedSearch
from evidence_app.services import searching
from evidence_app.services.listing import EVENTS, FILINGS, MEDIA, PEOPLE, TESTIMONIES, Ask, NounList
from evidence_app.services.workspace import Workspace
from evidence_app.store.search.query import parse
from evidence_app.system.words import N_

SEARCH = "search"  # the page that answers words; every other page of a saved search is that of a list
_LISTS: dict[str, NounList[Any]] = {
    "people": PEOPLE,
    "testimonies": TESTIMONIES,
    "media": MEDIA,
    "filings": FILINGS,
    "events": EVENTS,
}


class NothingToSave(Misuse):
    """A search without a word that could be found."""

    code = "nothing-to-save"
    says = N_("There is nothing to save.")
    advises = N_("Type what to look for first.")


@dataclass(frozen=True, slots=True)
class Saved:
    """One saved search, and how many hits it has now; `query` holds words, or on the page of a list a `Filtered`."""

    id: int
    title: str
    page: str
    query: str
    count: int


@dataclass(frozen=True, slots=True)
class Filtered:
    """What a list was asked for, with what its values are called: (facet, value), label."""

    ask: Ask
    labels: Mapping[tuple[str, str], str]

    def __str__(self) -> str:
        """Return it as it is kept in a saved search; nothing where no filter is in force."""
        if not self.ask.filters:
            return ""
        kept = [[*pair, self.labels.get(pair, "")] for pair in self.ask.kept]
        held = {"tab": self.ask.tab, "words": self.ask.words.strip(), "kept": kept}
        return json.dumps(held, ensure_ascii=False)

    @classmethod
    def parse(cls, query: str) -> Filtered:
        """Read what a saved search keeps; what cannot be read filters nothing."""
        try:
            held = json.loads(query)
            kept = {(str(facet), str(value)): str(label) for facet, value, label in held["kept"]}
            return cls(Ask(str(held["tab"]), str(held["words"]), tuple(kept)), kept)
        except (ValueError, TypeError, KeyError):
            return cls(Ask(), {})


def add(ws: Workspace, query: str, title: str = "", page: str = SEARCH) -> SavedSearch:
    """Save a search, or a filtered list, under a title, else under its own words; raises NothingToSave."""
    query = query.strip()
    is_empty = parse(query).is_empty if page not in _LISTS else not Filtered.parse(query).ask.filters
    if is_empty:
        raise NothingToSave
    with ws.act("saved_search.added") as act:
        return act.add(SavedSearch(title=title.strip() or query, page=page, query=query))


def of(ws: Workspace) -> tuple[Saved, ...]:
    """Return the saved searches in the order of their titles, each counted."""
    held = ws.records.find(SavedSearch, order="title")
    return tuple(Saved(one.id, one.title, one.page, one.query, _count(ws, one)) for one in held)


def _count(ws: Workspace, saved: SavedSearch) -> int:
    """Return how many hits a search has now, or how many records a list."""
    if saved.page in _LISTS:
        return len(_LISTS[saved.page].ids(ws, Filtered.parse(saved.query).ask))
    return searching.search(ws, saved.query, limit=1).total


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
