"""Next dates: deadlines, terms of proceedings, consents that run out; and how far off a day is, in words."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from evidence_app.domain.consent import Consent, is_in_force, latest
from evidence_app.domain.filing import Filing
from evidence_app.domain.person import Person
from evidence_app.services import deadline_rows, listing, terms
from evidence_app.services.workspace import Workspace
from evidence_app.system.words import _, ngettext_

SOON_DAYS, CONSENT_DAYS, _NAMED = 14, 60, 3


class Tone(Enum):
    """How urgent something is; always beside words that say so too."""

    CALM = ""
    WARN = "warn"
    DANGER = "danger"


class Sort(Enum):
    """What is due: picks the icon."""

    DEADLINE = "deadline"
    PROCEEDING = "proceeding"
    CONSENT = "consent"


@dataclass(frozen=True, slots=True)
class Due:
    """Something with a day: `day` is `YYYY-MM-DD`, `distance` says how far off it is; `citation` may be empty."""

    sort: Sort
    title: str
    caption: str
    day: str
    distance: str
    tone: Tone
    citation: str = ""


def upcoming(ws: Workspace) -> tuple[Due, ...]:
    """Return all that is due and not done, the earliest first."""
    today = listing.today()
    return tuple(sorted((*_deadlines(ws), *_terms(ws, today), *_consents(ws, today)), key=lambda due: due.day))


def distance(days: int) -> str:
    """Say how far off a day is: `in 9 days`, `today`, `3 days ago`."""
    if days == 0:
        return _("today")
    if days > 0:
        return ngettext_("in %(n)s day", "in %(n)s days", days) % {"n": days}
    return ngettext_("%(n)s day ago", "%(n)s days ago", -days) % {"n": -days}


def tone(days: int) -> Tone:
    """Return how urgent a day is: past, within a fortnight, or later."""
    return Tone.DANGER if days < 0 else Tone.WARN if days <= SOON_DAYS else Tone.CALM


def _deadlines(ws: Workspace) -> list[Due]:
    """Return the deadlines that are not done."""
    found = []
    for row in deadline_rows.rows(ws):
        if row.day and row.state != "done":
            about = " · ".join(filter(None, (row.proceeding_title, row.filing, row.responsible)))
            days = row.days or 0
            citation = row.filing or row.person.code
            found.append(Due(Sort.DEADLINE, row.title, about, row.day, distance(days), tone(days), citation))
    return found


def _terms(ws: Workspace, today: str) -> list[Due]:
    """Return the terms of proceedings that nothing has answered; what is a deadline too is said once, by that."""
    papers = {row.id: row.code for row in ws.records.some(Filing, "id", "code")}
    found = []
    for step, day in terms.unanswered(ws):
        code = papers.get(step.document or 0, "")
        about = " · ".join(filter(None, (step.body.best(), code, step.responsible)))
        found.append(_due(Sort.PROCEEDING, step.title.best(), about, day, today, code))
    return found


def _consents(ws: Workspace, today: str) -> list[Due]:
    """Return the days within two months on which consents in force run out, each with the people whose they are."""
    horizon = (date.fromisoformat(today) + timedelta(CONSENT_DAYS)).isoformat()
    codes = {row.id: row.code for row in ws.records.some(Person, "id", "code")}
    ending = {row.person for row in ws.records.some(Consent, "person", "until") if row.until}
    decided: defaultdict[int, list[Consent]] = defaultdict(list)
    for consent in ws.records.find(Consent, person=sorted(ending)) if ending else []:
        decided[consent.person or 0].append(consent)
    people: defaultdict[str, set[str]] = defaultdict(set)
    for person, consents in decided.items():
        for consent in latest(consents).values():
            day = terms.last_day(consent.until)
            if person in codes and day and day <= horizon and is_in_force(consent, today):
                people[day].add(codes[person])
    found = []
    for day, those in people.items():
        named = sorted(those)
        title = ngettext_("Consent review, %(n)s person", "Consent review, %(n)s people", len(named)) % {
            "n": len(named)
        }
        about = ", ".join(named[:_NAMED]) + (" …" if len(named) > _NAMED else "")
        found.append(_due(Sort.CONSENT, title, about, day, today, named[0]))
    return found


def _due(sort: Sort, title: str, caption: str, day: str, today: str, citation: str) -> Due:
    """Return what is due on a day, seen from today."""
    days = (date.fromisoformat(day) - date.fromisoformat(today)).days
    return Due(sort, title, caption, day, distance(days), tone(days), citation)
