"""The chronology: dates and sources in the side column, a square for each event on one line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from evidence_app.dossier import stylesheet as sheet_of
from evidence_app.dossier.margin import Milestone
from evidence_app.dossier.prose import NBSP, cell, join, line, link, para, say, sources
from evidence_app.dossier.section import Section
from evidence_app.system.words import N_

if TYPE_CHECKING:
    from evidence_app.dossier.manuscript import Event, Manuscript


def story(manuscript: Manuscript) -> list[Any]:
    """Return one milestone for each event."""
    milestones = [_milestone(event) for event in manuscript.chronology]
    milestones[0].is_first = milestones[-1].is_last = True
    return list(milestones)


def _milestone(event: Event) -> Milestone:
    """Set one event; a key event has its square in the signal colour."""
    side = [
        *cell(event.when, sheet_of.SIDE_DATE),
        line(sources(event.refs, sheet_of.SIDE_NOTE.fontSize), sheet_of.SIDE_NOTE),
    ]
    where = [say(event.place, sheet_of.SIDE_NOTE.fontName)] if event.place else []
    who = [link(person.label, person.anchor, sheet_of.SIDE_NOTE.fontSize) for person in event.persons]
    below = [line(join(f"{NBSP}· ", where + who), sheet_of.SIDE_NOTE)] if where or who else []
    body = cell(event.text, sheet_of.EVENT)
    colour = sheet_of.SIGNAL if event.is_key else sheet_of.LINK
    notes = [block for note in event.notes for block in para(note, sheet_of.SIDE_NOTE)]
    return Milestone([*body, *below, *notes], side, colour, event.code)


SECTION = Section("chronology", N_("Chronology"), story, lambda manuscript: bool(manuscript.chronology))
