"""Where a record is used: what would still name it after it is voided."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from evidence_app.domain.dossier import Dossier
from evidence_app.domain.nouns import NOUNS
from evidence_app.domain.parts import BELONGING
from evidence_app.domain.record import Kind, Record, fields
from evidence_app.services import searching
from evidence_app.services.noun_labels import noun_label
from evidence_app.services.workspace import Workspace
from evidence_app.store.queries.entries import Entries
from evidence_app.system.words import ngettext_

KINDS = ("dossier", "link", "part", "source", "child", "other")  # in the order in which they are told


@dataclass(frozen=True, slots=True)
class Use:
    """One use: what kind, the record that names this one, its code or kind, its title, a citation that leads there."""

    kind: str
    noun: str
    record_id: int
    code: str
    title: str
    target: str = ""


def uses(ws: Workspace, record: Record) -> list[Use]:
    """Return every use of a record by others, dossiers first; voided ones and what belongs to it are left out."""
    found = _dossiers(ws, record)
    names = {record.noun, record.base.noun} if record.base else {record.noun}
    for noun in NOUNS.values():
        for field in fields(noun):
            if field.kind is not Kind.REFERENCE or field.noun not in names or (noun.noun, field.name) in BELONGING:
                continue
            if noun.noun == "item":  # its testimonies, media and filings are asked one by one
                continue
            equal: dict[str, Any] = {field.name: record.id}
            held = ws.records.find(noun, **equal)
            found += [_use(ws, record, other, _kind(noun.noun, field.name)) for other in held]
    return sorted(dict.fromkeys(found), key=lambda use: (KINDS.index(use.kind), use.code))


def in_words(found: list[Use]) -> str:
    """Return how much there is of each kind: “1 dossier, 2 links”; nothing where there is none."""
    counts = Counter(use.kind for use in found)
    return ", ".join(_counted(kind, counts[kind]) for kind in KINDS if counts[kind])


def _kind(noun: str, field: str) -> str:
    """Return what kind of use a reference is."""
    if noun in {"mark", "identification"}:
        return "link"
    if noun == "involvement" and field != "source":
        return "part"
    if field in {"parent", "derived_from"}:
        return "child"
    return "source" if field in {"source", "proof", "document", "photo", "power"} else "other"


def _use(ws: Workspace, record: Record, other: Record, kind: str) -> Use:
    """Describe the record that uses another: a link or part by what stands at its other end."""
    end = _other_end(ws, record, other) or other
    code = str(getattr(end, "code", "") or "")
    title = searching.title_of(ws, end)
    return Use(kind, other.noun, other.id, code or noun_label(end.noun), title, code)


def _other_end(ws: Workspace, record: Record, other: Record) -> Record | None:
    """Return the first record beside the one asked about that a link, part or source leads to."""
    if getattr(other, "code", ""):
        return None
    for field in fields(type(other)):
        target = getattr(other, field.name) if field.kind is Kind.REFERENCE else None
        if target is None:
            continue
        end = ws.records.item(target) if field.noun == "item" else ws.records.get(NOUNS[field.noun], target)
        if end is not None and end.uid != record.uid:
            return end
    return None


def _dossiers(ws: Workspace, record: Record) -> list[Use]:
    """Return the dossiers that left the case with the record in them, each once, as the journal knows them."""
    codes: dict[str, None] = {}
    for left in Entries(ws.archive.connection).exports():
        if record.uid in left.facts.get("records", ()):
            codes.setdefault(str(left.facts.get("dossier", "")))
    made = []
    for code in codes:
        dossier = ws.records.first(Dossier, code=code)
        title = dossier.title.best() if dossier else ""
        made.append(Use("dossier", "dossier", dossier.id if dossier else 0, code, title, code))
    return made


def _counted(kind: str, n: int) -> str:
    """Return how many uses there are of a kind."""
    return {
        "dossier": ngettext_("%(n)s dossier", "%(n)s dossiers", n),
        "link": ngettext_("%(n)s link", "%(n)s links", n),
        "part": ngettext_("%(n)s part taken", "%(n)s parts taken", n),
        "source": ngettext_("source of %(n)s entry", "source of %(n)s entries", n),
        "child": ngettext_("%(n)s record below it", "%(n)s records below it", n),
        "other": ngettext_("%(n)s other record", "%(n)s other records", n),
    }[kind] % {"n": n}
