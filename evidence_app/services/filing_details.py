"""What a decision came to and how it stands among the other papers: its card, who was judged, its chain."""

from __future__ import annotations

from evidence_app.domain import vocabulary
from evidence_app.domain.event import Involvement
from evidence_app.domain.filing import Filing
from evidence_app.domain.item import Item
from evidence_app.domain.mark import Mark
from evidence_app.domain.proceeding import Proceeding
from evidence_app.services.consent_card import Card
from evidence_app.services.detail_sections import Section
from evidence_app.services.field_rows import DetailRow
from evidence_app.services.linked_rows import role_label
from evidence_app.services.listing import date
from evidence_app.services.parties import NOBODY, parties
from evidence_app.services.workspace import Workspace
from evidence_app.system.words import _

# How an outcome is tinted, seen from the side of the victims; what is not here is not decided yet.
TONES = {
    "GRANTED": "ok",
    "CONVICTED": "ok",
    "UPHELD": "info",
    "PARTIAL": "warn",
    "VARIED": "warn",
    "REMITTED": "warn",
    "REFUSED": "danger",
    "RETURNED": "danger",
    "QUASHED": "info",
    "ACQUITTED": "info",
}
_APPEALS = frozenset({"APPEAL", "PRIVATE_APPEAL", "PROS_APPEAL", "CASSATION"})


def card(ws: Workspace, record: Item) -> Card | None:
    """Return what was decided, on a tint of its own; None for a paper that decides nothing, or nothing yet."""
    if not isinstance(record, Filing) or record.outcome not in TONES:
        return None
    sentences = list(dict.fromkeys(part.sentence.best() for part in _parts(ws, record) if part.sentence))
    said = (record.outcome_note.best(), sentences[0] if len(sentences) == 1 else "")
    title = vocabulary.label("outcome", record.outcome)
    return Card(TONES[record.outcome], title, "\n".join(filter(None, said)), icon="gavel")


def sections(ws: Workspace, record: Item) -> tuple[Section, ...]:
    """Return who was convicted and acquitted by a decision, and the papers before and after it."""
    if not isinstance(record, Filing):
        return ()
    parts = _parts(ws, record)
    return (
        Section(_("Convicted"), tuple(_judged(ws, parts, "CONVICTED"))),
        Section(_("Acquitted"), tuple(_judged(ws, parts, "ACQUITTED"))),
        Section(_("Chain"), tuple(_chain(ws, record))),
    )


def _parts(ws: Workspace, record: Filing) -> list[Involvement]:
    """Return who took part in the proceedings whose document this is."""
    steps = [step.id for step in ws.records.find(Proceeding, document=record.id)]
    return ws.records.find(Involvement, proceeding=steps) if steps else []


def _judged(ws: Workspace, parts: list[Involvement], outcome: str) -> list[DetailRow]:
    """Return the persons for whom it came out so, with rank and sentence."""
    held = [part for part in parts if part.role == outcome or (part.outcome == outcome and part.claimed is None)]
    named, rows = parties(ws, (part.person for part in held)), []
    for part in held:
        who = named.get(part.person or 0, NOBODY)
        said = " · ".join(filter(None, (part.rank.best(), part.sentence.best()))) or role_label(part)
        rows.append(DetailRow(who.name, said, icon="user", target=who.code or None))
    return rows


def _chain(ws: Workspace, record: Filing) -> list[DetailRow]:
    """Return what the paper answers, what was filed or decided on it, what cites it, and its proceedings."""
    before = ws.records.item(record.answers or 0)
    rows = [_link(_("Answers"), before)] if isinstance(before, Item) and before.voided is None else []
    for label, reply in sorted(_replies(ws, record), key=lambda pair: pair[0]):
        rows.append(_link(label, reply))
    for mark in ws.records.find(Mark, target=record.id, stance="MENTIONS"):
        item = ws.records.item(mark.item or 0)
        if isinstance(item, Item) and item.voided is None:
            rows.append(_link(_("Cited in"), item))
    steps = ws.records.find(Proceeding, document=record.id)
    return [*rows, *(DetailRow(_("Proceeding"), step.title.best()) for step in steps)]


def _replies(ws: Workspace, record: Filing) -> list[tuple[str, Filing]]:
    """Return what answers the paper, and what was decided on each appeal against it."""
    found = []
    for reply in ws.records.find(Filing, answers=record.id):
        is_appeal = reply.filing_type in _APPEALS
        found.append((_("Appealed in") if is_appeal else _("Answered in"), reply))
        decided = ws.records.find(Filing, answers=reply.id) if is_appeal else []
        found += [(_("Appealed in"), one) for one in decided if one.id != record.id]
    return found


def _link(label: str, item: Item) -> DetailRow:
    """Return a paper by code and title, with what was decided in it and when."""
    said = [f"{item.code} {item.title.best()}".strip()]
    if isinstance(item, Filing):
        said += [vocabulary.label("outcome", item.outcome), date(item.decided)]
    return DetailRow(label, " · ".join(filter(None, said)), target=item.code)
