"""Summary, key figures, chronology, proceedings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from evidence_app.domain import vocabulary
from evidence_app.domain.assertion import Assertion
from evidence_app.domain.charge import Charge
from evidence_app.domain.event import Event
from evidence_app.domain.person import Person
from evidence_app.domain.proceeding import Proceeding
from evidence_app.dossier import manuscript
from evidence_app.dossier.manuscript import KeyFigure, Ref, Statement
from evidence_app.services.manuscripts import own, persons
from evidence_app.services.manuscripts.desk import Desk, once
from evidence_app.services.proceedings import charge_words
from evidence_app.system.words import _, ngettext_


def introduction(desk: Desk) -> tuple[Statement, ...]:
    """Return the case's summary, then its key events as statements with their sources."""
    case = desk.ws.case
    said = [Statement(desk.gate.text(case.summary.best(desk.language)), is_remark=True)] if case.summary else []
    for event in desk.events:
        if event.is_key:
            text = event.account.best(desk.language) or event.title.best(desk.language)
            topic = vocabulary.label("event_kind", event.kind)
            said.append(Statement(desk.gate.text(text), desk.sources_of(event), topic))
    return tuple(said)


def figures(desk: Desk, parts: Mapping[str, Any]) -> tuple[KeyFigure, ...]:
    """Return the numbers that matter, each naming its unit and counted from the `parts` that print what it counts."""
    found = [_crowd_figure(desk, event) for event in desk.events if event.people_count and event.is_key][:1]
    entries = [person for group in parts["groups"] for person in group.persons if person.recognised]
    if recognised := sum(person.recognised for person in entries):
        refs = _shortened(once(ref for person in entries for ref in person.refs))
        found.append(KeyFigure(str(recognised), ngettext_("recognised victim", "recognised victims", recognised), refs))
    verdict = vocabulary.label("outcome", "CONVICTED")
    ruled = [outcome for outcome in parts["outcomes"] if outcome.finding == verdict]
    if convicted := len({outcome.person for outcome in ruled}):
        refs = _shortened(once(ref for outcome in ruled for ref in outcome.refs))
        found.append(KeyFigure(str(convicted), ngettext_("person convicted", "persons convicted", convicted), refs))
    spoken, shown = len(parts["testimonies"]), len(parts["exhibits"])
    counts = [
        (spoken, ngettext_("testimony in this edition", "testimonies in this edition", spoken)),
        (shown, ngettext_("exhibit in this edition", "exhibits in this edition", shown)),
    ]
    return (*found, *(KeyFigure(str(number), caption, is_counted=True) for number, caption in counts if number))


def _crowd_figure(desk: Desk, event: Event) -> KeyFigure:
    """Return how many people an event counts, with the sources that say this number."""
    said = desk.records.find(Assertion, subject=event.uid, field="people_count", preferred=1)
    refs = once(ref for one in said for ref in desk.ref(one.source, one.locator)) or desk.sources(event=event.id)
    return KeyFigure(str(event.people_count), desk.gate.text(event.title.best(desk.language)), refs)


def chronology(desk: Desk) -> tuple[manuscript.Event, ...]:
    """Return the events in order of time."""
    people = defaultdict(list)
    for part in desk.involvements:
        if part.event:
            people[part.event].append(part.person)
    return tuple(_entry(desk, event, people[event.id]) for event in desk.events)


_MOST_NAMES = 12
_MOST_SOURCES = 15


def _entry(desk: Desk, event: Event, people: list[int | None]) -> manuscript.Event:
    """Return one event; where somebody in it must not be placed, time and place are coarse."""
    is_coarse = event.id in desk.coarse_events
    named = [ref for person in dict.fromkeys(people) if (ref := persons.reference(desk, person))]
    title, account = event.title.best(desk.language), event.account.best(desk.language)
    acts = ", ".join(vocabulary.label("act_type", act) for act in event.acts)
    said = [sentence.rstrip(". ") for sentence in dict.fromkeys((title, account, acts)) if sentence]
    return manuscript.Event(
        code=event.code,
        when=_when(desk, event, is_coarse=is_coarse),
        text=desk.gate.text(". ".join(said) + "."),
        place=desk.place(event.place, is_coarse=is_coarse),
        is_key=bool(event.is_key),
        refs=_shortened(desk.sources_of(event)),
        # A crowd is counted, not listed: 44 names under one date help nobody.
        persons=desk.in_order(named, lambda ref: ref.label) if len(named) <= _MOST_NAMES else (),
        notes=own.lines(desk, event, is_coarse=is_coarse),
    )


def _when(desk: Desk, event: Event, *, is_coarse: bool) -> str:
    """Return when an event was; a time of day by another clock than the dossier's names its zone."""
    said = desk.date(event.happened, is_coarse=is_coarse)
    is_elsewhere = event.zone and event.zone != desk.ws.case.zone
    is_timed = event.happened is not None and "T" in event.happened.text and not is_coarse
    return (f"{said} ({event.zone})" if is_elsewhere and is_timed else said) or _("date not known")


def _shortened(refs: tuple[Ref, ...]) -> tuple[Ref, ...]:
    """Return the first sources of many, and how many more there are."""
    if len(refs) <= _MOST_SOURCES:
        return refs
    more = ngettext_("and %(n)s more", "and %(n)s more", len(refs) - _MOST_SOURCES) % {"n": len(refs) - _MOST_SOURCES}
    return (*refs[:_MOST_SOURCES], Ref(more))


def proceedings(desk: Desk) -> tuple[manuscript.Proceeding, ...]:
    """Return the tree of proceedings, each step under the one above it."""
    children: dict[int, list[Proceeding]] = defaultdict(list)
    for step in desk.steps:
        children[desk.gate.above(step)].append(step)
    found: list[manuscript.Proceeding] = []

    def walk(parent: int, depth: int) -> None:
        for step in children[parent]:
            found.append(_step(desk, step, depth, len(found) + 1))
            walk(step.id, depth + 1)

    walk(0, 0)
    return tuple(found)


def _charges(desk: Desk, step: Proceeding) -> str:
    """Return the provisions charged, each in its edition, then what the record says of others in free words."""
    held = desk.records.find(Charge, proceeding=step.id)
    charged = [one for one in held if desk.gate.allows(one, desk.records.get(Person, one.person or 0))]
    listed = [charge_words(one, desk.language) for one in charged]
    titles = {one.title.best(desk.language) for one in charged}
    free = (part.strip() for part in step.charges.best(desk.language).split(";"))
    return desk.gate.text("; ".join(dict.fromkeys((*listed, *(part for part in free if part and part not in titles)))))


def _step(desk: Desk, step: Proceeding, depth: int, number: int) -> manuscript.Proceeding:
    text = desk.gate.text
    stage = vocabulary.label("stage", step.stage) or vocabulary.stated("proceeding_kind", step.kind)
    title = text(step.title.best(desk.language))
    is_said = stage.casefold() in title.casefold()
    dates = [desk.date(date) for date in (step.opened, step.decided)]
    return manuscript.Proceeding(
        code=f"§{number}",
        depth=depth,
        stage=title if title and (is_said or not stage) else f"{title} ({stage})" if title else stage,
        body=text(step.body.best(desk.language)),
        reference=text(step.reference_number),
        dates=" – ".join(date for date in dates if date),
        charges=_charges(desk, step),
        outcome=vocabulary.label("outcome", step.outcome),
        refs=once((*desk.ref(step.document), *desk.sources_of(step))),
        notes=own.lines(desk, step),
    )
