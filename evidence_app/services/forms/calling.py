"""What the records are called that a form refers to; each is asked for once."""

from __future__ import annotations

from evidence_app.domain.item import Item
from evidence_app.domain.nouns import LETTERS, NOUNS
from evidence_app.domain.person import Person
from evidence_app.domain.record import Record
from evidence_app.services import searching
from evidence_app.services.forms.form import Candidate
from evidence_app.services.workspace import Workspace


class Calling:
    """Fetches records by noun and id, and remembers what they are called."""

    def __init__(self, ws: Workspace) -> None:
        self._ws = ws
        self.languages = ws.case.languages
        self._known: dict[tuple[str, int], Candidate | None] = {}

    def of(self, noun: str, record_id: int | None, locator: str | None = None) -> Candidate | None:
        """Return the record as a reference shows it; None for no reference."""
        if not record_id:
            return None
        key = (noun, record_id)
        if key not in self._known:
            record = fetch(self._ws, noun, record_id)
            self._known[key] = candidate(self._ws, record) if record is not None else None
        known = self._known[key]
        if known is None or not locator:
            return known
        return Candidate(known.noun, known.record_id, known.code, known.title, locator)

    def source(self, item_id: int | None, locator: str | None) -> tuple[str, ...]:
        """Return the citation of a source, or nothing."""
        found = self.of("item", item_id, locator)
        return (found.citation,) if found is not None else ()


def fetch(ws: Workspace, noun: str, record_id: int) -> Record | None:
    """Return a record; an item as what it is."""
    return ws.records.item(record_id) if noun == "item" else ws.records.get(NOUNS[noun], record_id)


def candidate(ws: Workspace, record: Record) -> Candidate:
    """Return a record as a reference shows it."""
    code = str(getattr(record, "code", "") or "") if record.noun in LETTERS.values() else ""
    title = searching.title_of(ws, record) or str(getattr(record, "name", "") or "")
    if isinstance(record, Person | Item) and title == code:
        title = ""
    return Candidate(record.noun, record.id, code, title)
