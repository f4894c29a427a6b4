"""Searching: from typed text to hits with citation and snippet; from a citation to its place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from evidence_app.domain.citation import Citation
from evidence_app.domain.errors import Misuse
from evidence_app.domain.item import Item
from evidence_app.domain.localised import Localised
from evidence_app.domain.mark import Mark
from evidence_app.domain.media import StoredFile
from evidence_app.domain.nouns import LETTERS, NOUNS
from evidence_app.domain.person import Person
from evidence_app.domain.record import Record
from evidence_app.domain.testimony import Segment, Testimony, Translation
from evidence_app.services import naming
from evidence_app.services.workspace import Workspace
from evidence_app.store.search.highlight import Snippet, snippet
from evidence_app.store.search.index import Found
from evidence_app.store.search.query import Query, parse
from evidence_app.store.search.units import unit_of
from evidence_app.system.words import N_

# What a person calls a kind of hit, and the nouns whose text belongs to it.
KINDS: dict[str, tuple[str, ...]] = {
    "person": ("person",),
    "testimony": ("testimony", "segment", "translation"),
    "media": ("media", "file", "mark"),
    "filing": ("filing",),
    "event": ("event",),
    "place": ("place",),
    "proceeding": ("proceeding",),
}


class UnknownKind(Misuse):
    """A kind of hit that does not exist; facts: kind, known."""

    code = "unknown-kind"
    says = N_("There is no kind “%(kind)s”.")
    advises = N_("Use one of: %(known)s.")


@dataclass(frozen=True, slots=True)
class Hit:
    """One found place: how to cite it, what it says, where it lies.

    `noun` and `record_id` name the record to open (for a paragraph: its testimony), `anchor` the place in it.
    """

    citation: str
    kind: str
    title: str
    language: str | None
    snippet: Snippet
    noun: str
    record_id: int
    anchor: str | None
    external_id: str | None
    score: float


@dataclass(frozen=True, slots=True)
class Results:
    """The best hits, best first, and how many there are in all."""

    text: str
    hits: tuple[Hit, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Target:
    """Where a citation leads."""

    noun: str
    record_id: int
    anchor: str | None = None
    is_voided: bool = False


def search(ws: Workspace, text: str, *, kinds: Sequence[str] = (), limit: int = 50) -> Results:
    """Find records and paragraphs; any text is a valid query. Raises UnknownKind."""
    for kind in kinds:
        if kind not in KINDS:
            raise UnknownKind(kind=kind, known=", ".join(KINDS))
    query = parse(text)
    nouns = [noun for kind in kinds for noun in KINDS[kind]]
    hits = [_hit(ws, query, found) for found in ws.index.search(query, nouns, limit)]
    return Results(text, tuple(hit for hit in hits if hit), ws.index.count(query, nouns))


def rebuild(ws: Workspace) -> None:
    """Make the search index anew out of the records: the mend for an index that `verify` calls stale."""
    ws.rebuild_index()


def locate(ws: Workspace, text: str, *, voided: bool = False) -> Target | None:
    """Return where a citation such as `T-014 ¶4` leads (a range, to its start); None where it leads nowhere.

    With `voided` also to a record that is voided: it keeps its number, which is the way back to it.
    """
    citation = Citation.read(text)
    noun = NOUNS.get(LETTERS.get(citation.code[0], "")) if citation else None
    if citation is None or noun is None:
        return None
    record = next(iter(ws.records.find(noun, voided=voided, code=citation.code)), None)
    if record is None:
        return None
    return Target(record.noun, record.id, citation.start or None, is_voided=record.voided is not None)


def _hit(ws: Workspace, query: Query, found: Found) -> Hit | None:
    """Turn what the index found into a hit."""
    record = ws.records.get(NOUNS[found.noun], found.record)
    unit = unit_of(ws.records, record) if record else None
    if record is None or unit is None:
        return None
    owner, anchor = _owner(ws, record)
    if owner is None or owner.voided is not None:
        return None
    code = str(getattr(owner, "code", "")) or title_of(ws, owner)
    return Hit(
        citation=f"{code} {anchor}" if anchor else code,
        kind=next(kind for kind, nouns in KINDS.items() if found.noun in nouns),
        title=title_of(ws, owner),
        language=found.language,
        snippet=_best(query, (unit.body, unit.names, unit.title)),
        noun=owner.noun,
        record_id=owner.id,
        anchor=anchor,
        external_id=getattr(owner, "external_id", None),
        score=round(found.score, 6),
    )


def _best(query: Query, texts: tuple[str, ...]) -> Snippet:
    """Return the snippet of the first text that shows a hit."""
    snippets = [snippet(text, query) for text in texts if text]
    return next((shown for shown in snippets if shown.spans), snippets[0])


def _owner(ws: Workspace, record: Record) -> tuple[Record | None, str | None]:
    """Return the record that a found one belongs to, and the place in it."""
    if isinstance(record, Translation):
        segment = ws.records.get(Segment, record.segment or 0)
        return _owner(ws, segment) if segment else (None, None)
    if isinstance(record, Segment):
        return ws.records.item(record.item or 0), f"¶{record.number}"
    if isinstance(record, StoredFile):
        return ws.records.item(record.item or 0), None
    if isinstance(record, Mark):
        return ws.records.item(record.item or 0), record.locator
    return record, None


def title_of(ws: Workspace, record: Record) -> str:
    """Return what a record is called."""
    if isinstance(record, Person):
        return naming.label(ws.records, record)
    if isinstance(record, Testimony) and not record.title:
        return naming.label(ws.records, ws.records.get(Person, record.speaker or 0))
    if isinstance(record, Item):
        return record.title.best()
    title = getattr(record, "title", None) or getattr(record, "name", None)
    return title.best() if isinstance(title, Localised) else ""
