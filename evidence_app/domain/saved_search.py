"""Saved searches."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from evidence_app.domain.record import Record, plain
from evidence_app.system.words import N_


@dataclass(frozen=True, kw_only=True)
class SavedSearch(Record):
    """A search that somebody wants again; `page` names the screen that answers it."""

    noun: ClassVar[str] = "saved_search"

    title: str = plain(N_("Title"), "", required=True)
    page: str = plain(N_("Page"), "search")
    query: str = plain(N_("Search"), "", required=True)
