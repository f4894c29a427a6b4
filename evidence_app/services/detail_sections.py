"""What details are made of: headings with rows, and what names the record for what is fetched later."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from evidence_app.domain.record import Record
from evidence_app.services.consent_card import Card
from evidence_app.services.field_rows import DetailRow
from evidence_app.services.part_rows import labels
from evidence_app.services.workspace import Workspace
from evidence_app.system.words import _

TABS = ("details", "evidence", "history")
SHOWN_FIRST = 8  # linked records among the details; all of them stand under their own tab
IDENTITY = (
    "sex",
    "born",
    "died",
    "nationalities",
    "languages",
    "occupation",
    "organisation",
    "rank",
    "basis",
    "recognised_victim",
    "represented",
    "notes",
)
COURSE = (
    "kind",
    "stage",
    "parent",
    "reference_number",
    "opened",
    "decided",
    "due",
    "due_rule",
    "responsible",
    "outcome",
    "document",
    "sources",
    "confidentiality",
)
FACTS = (
    "speaker",
    "form",
    "taken",
    "language",
    "interviewer",
    "interpreter",
    "recorded",
    "read_back",
    "signed",
    "filing_type",
    "body",
    "reference_number",
    "filed",
    "decided",
    "filed_by",
    "filed_for",
    "outcome",
    "outcome_note",
    "made",
    "author",
    "place",
    "duration_ms",
    "pages",
    "width",
    "height",
    "codec",
    "received",
    "received_from",
    "received_how",
    "holder",
    "confidentiality",
    "verification",
    "protected_by",
)


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and its rows; `verb` names what can be done to them: edit, link."""

    title: str
    rows: tuple[DetailRow, ...]
    verb: str = ""


@dataclass(frozen=True, slots=True)
class Details:
    """One record: its code, what it is called, marks of its state, sections.

    `noun`, `record_id` and `uid` name it for what is fetched later: its `tabs` beside these details. `evidence` counts
    what the tab of that name holds, `labels` are words of the team's own, `voided` the reason of a record voided.
    """

    code: str
    title: str
    subtitle: str
    badges: tuple[str, ...]
    sections: tuple[Section, ...]
    noun: str = ""
    record_id: int = 0
    uid: str = ""
    tabs: tuple[str, ...] = ()
    evidence: int = 0
    card: Card | None = None
    labels: tuple[str, ...] = ()
    voided: str = ""


def identity(ws: Workspace, record: Record, tabs: tuple[str, ...] = TABS) -> dict[str, Any]:
    """Return what names a record for what is fetched later, with its labels."""
    return {
        "noun": record.noun,
        "record_id": record.id,
        "uid": record.uid,
        "tabs": tabs,
        "labels": labels(ws, record),
        "voided": record.voided or "",
    }


def first(rows: list[DetailRow]) -> tuple[DetailRow, ...]:
    """Return the first linked records; the others stand under “Evidence”."""
    if len(rows) <= SHOWN_FIRST:
        return tuple(rows)
    more = _("%(n)s more under “Evidence”") % {"n": len(rows) - SHOWN_FIRST + 1}
    return (*rows[: SHOWN_FIRST - 1], DetailRow("…", more))


def kept(*sections: Section) -> tuple[Section, ...]:
    """Return the sections that hold rows."""
    return tuple(section for section in sections if section.rows)
