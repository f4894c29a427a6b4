"""The lines of the cards: what services say, with the icon for it; names give way to codes while they are hidden."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from evidence_app.gui.widgets import privacy
from evidence_app.services.overview.dates import Due, Sort
from evidence_app.services.overview.decisions import Decision, Matter
from evidence_app.services.overview.since import Since
from evidence_app.services.overview.work import Work
from evidence_app.system.words import _

MOST, MOST_DECISIONS = 4, 8  # there is no other page on which all that waits stands
_DUE_ICONS = {Sort.DEADLINE: "calendar-days", Sort.PROCEEDING: "gavel", Sort.CONSENT: "file-text"}
_MATTER_ICONS = {
    Matter.WITHDRAWN: "shield-alert",
    Matter.RECOVERY: "lock",
    Matter.IMPORT: "upload",
    Matter.CONFLICT: "scale",
    Matter.NO_VICTIM: "users",
    Matter.NO_SOURCE: "link",
    Matter.NO_BASIS: "shield",
}
_COMMANDS = {Matter.RECOVERY: "case.recovery", Matter.IMPORT: "files.import"}
_WORK_ICONS = {
    "segment": "languages",
    "testimony": "message-square-quote",
    "item": "film",
    "media": "film",
    "batch": "upload",
    "filing": "scale",
    "event": "calendar-days",
    "person": "user",
    "consent": "shield-check",
    "mark": "link",
    "place": "map-pin",
    "proceeding": "gavel",
    "deadline": "calendar-days",
    "dossier": "book-open-text",
    "export": "book-open-text",
    "act": "undo-2",
    "labelling": "tag",
}
_VERB_ICONS = {"item.received": "upload", "item.examined": "scan-eye"}


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a card; `citation` or `command` say where it leads, neither that it leads nowhere."""

    icon: str
    title: str
    caption: str = ""
    tail: str = ""
    tone: str = ""
    citation: str = ""
    command: str = ""


def due_lines(found: Sequence[Due]) -> list[Line]:
    """Return the next dates."""
    shown = [privacy.shown(due) for due in found[:MOST]]
    return [
        Line(_DUE_ICONS[due.sort], due.title, due.caption, due.distance, due.tone.value, due.citation) for due in shown
    ]


def decision_lines(found: Sequence[Decision]) -> list[Line]:
    """Return what waits for a decision."""
    shown = [privacy.shown(one) for one in found[:MOST_DECISIONS]]
    return [
        Line(
            _MATTER_ICONS[one.matter],
            one.title,
            one.caption,
            one.tail,
            one.tone.value,
            one.citation,
            _COMMANDS.get(one.matter, ""),
        )
        for one in shown
    ]


def work_lines(found: Sequence[Work]) -> list[Line]:
    """Return the latest work."""
    shown = [privacy.shown(one) for one in found[:MOST]]
    return [
        Line(
            _VERB_ICONS.get(one.verb) or _WORK_ICONS.get(one.verb.partition(".")[0], "pencil"),
            one.says,
            " · ".join(filter(None, (one.who, one.when))),
            citation=one.citation,
        )
        for one in shown
    ]


def since_lines(since: Since) -> list[Line]:
    """Return the news since the case was opened last."""
    return [Line("users" if ":" in words else "upload", privacy.text(words)) for words in since.news]


def first_steps() -> list[Line]:
    """Return what to do in a case that holds nothing yet."""
    return [
        Line(
            "upload",
            _("Import files"),
            _("Statements, video, photographs, court papers: each is sealed and hashed as it arrives."),
            command="files.import",
        ),
        Line(
            "user",
            _("Add a person"),
            _("A victim, a witness or an officer. Each has a code, and a name only where you give one."),
            command="person.new",
        ),
        Line(
            "graduation-cap",
            _("Look at the guide"),
            _("How a case grows from the first statement to a dossier for the court."),
            command="help.guide",
        ),
    ]
