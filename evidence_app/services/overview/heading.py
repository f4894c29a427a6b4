"""The head of the overview: the title, and what the case is about in figures, each with its unit."""

from __future__ import annotations

from dataclasses import dataclass

from evidence_app.domain.event import Event, Involvement
from evidence_app.domain.item import Item
from evidence_app.domain.person import Person
from evidence_app.domain.proceeding import Proceeding
from evidence_app.services import listing
from evidence_app.services.workspace import Workspace
from evidence_app.system.words import _, ngettext_

_DEPRIVED = frozenset({"ARREST", "TRANSFER", "DETENTION"})


@dataclass(frozen=True, slots=True)
class Heading:
    """Title and number, figures and the case's own summary; any may be empty. `is_empty`: nothing is recorded yet."""

    title: str = ""
    code: str = ""
    figures: str = ""
    summary: str = ""
    is_empty: bool = False


def heading(ws: Workspace) -> Heading:
    """Return the head; figures stand in it only where the records give them."""
    case = ws.case
    sentences = [said for said in (_victims(ws), _convictions(ws)) if said]
    return Heading(case.title.best(), case.code, " ".join(sentences), case.summary.best(), not _holds_anything(ws))


def _victims(ws: Workspace) -> str:
    """Say how many victims are recognised, of how many people deprived of liberty where one key event counts them."""
    recognised = ws.records.count(Person, kind="INDIVIDUAL", recognised_victim=1)
    events = [event for event in ws.records.find(Event, is_key=1) if event.kind in _DEPRIVED and event.people_count]
    people = events[0].people_count or 0 if len(events) == 1 else 0
    if recognised and people > recognised:
        said = ngettext_(
            "%(n)s recognised victim of %(people)s people detained.",
            "%(n)s recognised victims of %(people)s people detained.",
            recognised,
        )
        return said % {"n": recognised, "people": people}
    if recognised:
        return ngettext_("%(n)s recognised victim.", "%(n)s recognised victims.", recognised) % {"n": recognised}
    return ngettext_("%(n)s person detained.", "%(n)s people detained.", people) % {"n": people} if people else ""


def _convictions(ws: Workspace) -> str:
    """Say how many people were convicted, on which day, and whether that was upheld; days only where there is one."""
    parts = ws.records.some(Involvement, "person", "proceeding", role="CONVICTED")
    convicted = {part.person for part in parts}
    if not convicted:
        return ""
    steps = ws.records.by_ids(Proceeding, sorted({part.proceeding for part in parts if part.proceeding}))
    decided = {step.decided.text: step.decided for step in steps.values() if step.decided is not None}
    facts: dict[str, object] = {"n": len(convicted)}
    if len(decided) != 1:
        return ngettext_("%(n)s person convicted.", "%(n)s people convicted.", len(convicted)) % facts
    facts |= {"date": listing.date(next(iter(decided.values())))}
    said = ngettext_("%(n)s person convicted on %(date)s", "%(n)s people convicted on %(date)s", len(convicted)) % facts
    upheld = _upheld(ws, steps)
    return _("%(convicted)s, upheld on %(date)s.") % {"convicted": said, "date": upheld} if upheld else f"{said}."


def _upheld(ws: Workspace, steps: dict[int, Proceeding]) -> str:
    """Return when an appeal in the same case upheld the judgment; nothing unless exactly one did."""
    cases = {step.parent for step in steps.values() if step.parent is not None}
    upheld = [
        step
        for step in ws.records.find(Proceeding, stage="APPEAL", outcome="UPHELD")
        if step.parent in cases and step.decided is not None
    ]
    return listing.date(upheld[0].decided) if len(upheld) == 1 else ""


def _holds_anything(ws: Workspace) -> bool:
    """Tell whether anything is recorded that the overview could speak of."""
    return any(ws.records.count(noun) for noun in (Person, Event, Item))
