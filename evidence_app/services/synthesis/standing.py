"""How the fictional case stands: charges, mandates, deadlines, remedies used and sought, measures of protection."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from typing import Any

from evidence_app.domain.charge import Charge
from evidence_app.domain.deadline import Deadline
from evidence_app.domain.filing import Filing
from evidence_app.domain.mandate import Mandate
from evidence_app.domain.partial_date import PartialDate
from evidence_app.domain.proceeding import Proceeding
from evidence_app.domain.redress import Exhaustion, Measure, Remedy
from evidence_app.domain.term import compute
from evidence_app.services import deadline_rules
from evidence_app.services.calendars import DEFAULT_COUNTRY, DaysOff
from evidence_app.services.planting import FileSpec
from evidence_app.services.synthesis import prose
from evidence_app.services.synthesis.cast import Cast, Victim
from evidence_app.services.synthesis.scene import ZONE, Scene, on, texts, worded

_SIGNED, _JUDGED = date(2024, 1, 22), date(2025, 3, 14)
_MANDATED, _MOST_MANDATES, _MANDATE_DAYS = 0.9, 2, 730  # a few victims are called represented and have no mandate
_MOST_PAPERS, _WITH_PAPER = 20, 0.8
_STATES = {
    "PROSECUTOR": ("EXHAUSTED", "INEFFECTIVE"),
    "INVESTIGATION": ("EXHAUSTED", "DELAYED"),
    "FIRST": ("EXHAUSTED",),
    "APPEAL": ("PENDING", "PENDING", "NOT_TRIED"),
    "CASSATION": ("NOT_TRIED",),
    "SUPREME": ("UNAVAILABLE",),
}


@cache
def _bank() -> dict[str, Any]:
    """Read the texts once."""
    return prose.read("standing")


def settle(scene: Scene, cast: Cast) -> None:
    """Add all of it to the case."""
    steps = {step.stage or step.kind or "": step for step in scene.draft.records if isinstance(step, Proceeding)}
    judgment = next(
        paper for paper in scene.draft.records if isinstance(paper, Filing) and paper.filing_type == "JUDGMENT"
    )
    _charges(scene, steps)
    _deadlines(scene, steps)
    for number, victim in enumerate(cast.victims):
        if victim.person.represented and scene.rng.random() < _MANDATED:
            _mandates(scene, cast, victim, number)
        if victim.person.represented:
            _exhaustion(scene, steps, victim, judgment)
            _remedies(scene, victim)
        if victim.person.protection in {"P3", "P4"}:
            _measure(scene, victim)


def _charges(scene: Scene, steps: dict[str, Proceeding]) -> None:
    """Add the provisions, in the edition of the law in which they were applied."""
    bank = _bank()
    for step in (steps["CRIMINAL"], steps["FIRST"]):
        for row in bank["charge"]:
            edition = PartialDate.parse(row["edition"]) if "edition" in row else None
            scene.add(
                Charge(
                    proceeding=step.id,
                    law=worded(bank["law"]),
                    article=row["article"],
                    part=row["part"],
                    edition=edition,
                    title=worded(row["title"]),
                )
            )


def _deadlines(scene: Scene, steps: dict[str, Proceeding]) -> None:
    """Add the rules that the program brings, and deadlines that use them or are set by hand."""
    rules = {rule.key: scene.add(rule) for rule in deadline_rules.brought()}
    calendar = DaysOff(DEFAULT_COUNTRY)
    for row in _bank()["deadline"]:
        rule = rules.get(row.get("rule", ""))
        starts, due = _when(row, "starts"), _when(row, "due")
        counted = compute(rule, starts, calendar) if rule and starts else None
        step = steps.get(row.get("proceeding", ""))
        scene.add(
            Deadline(
                title=worded(row["title"]),
                proceeding=step.id if step else None,
                rule=rule.id if rule else None,
                starts=starts,
                due=PartialDate.parse(counted.day.isoformat()) if counted else due,
                done=_when(row, "done"),
            )
        )


def _mandates(scene: Scene, cast: Cast, victim: Victim, number: int) -> None:
    """Add one mandate or two, one after the other: some have run out, and of some the paper is missing."""
    begins, count = _SIGNED + timedelta(number % 30), scene.rng.randint(1, _MOST_MANDATES)
    for turn in range(count):
        starts = begins + timedelta(_MANDATE_DAYS * turn)
        is_last = turn == count - 1
        has_paper = number < _MOST_PAPERS and scene.rng.random() < _WITH_PAPER
        scene.add(
            Mandate(
                client=victim.person.id,
                lawyer=cast.court["VICT_LAWYER"].id,
                scope=worded(_bank()["scope"]),
                power=_power(scene, starts).id if has_paper else None,
                begins=on(starts),
                ends=None if is_last and scene.rng.random() < 0.7 else on(starts + timedelta(_MANDATE_DAYS - 1)),
                confidentiality=victim.person.confidentiality,
            )
        )


def _power(scene: Scene, signed: date) -> Filing:
    """Add a power of attorney, with the paper that is drawn for it."""
    title, held = worded(_bank()["power"]), on(signed)
    paper = scene.add(
        Filing(
            kind="OFFICIAL",
            title=title,
            filed=held,
            made=held,
            received=held,
            zone=ZONE,
            relation="ORIGINAL",
            is_held=True,
            confidentiality="C2",
        )
    )
    lines = (texts()["notice"]["ru"], texts()["notice"]["kk"], title.best("ru"), held.text)
    scene.draft.files.append(FileSpec(paper.id, f"filing-{paper.id:05}.pdf", "document", lines))
    return paper


def _exhaustion(scene: Scene, steps: dict[str, Proceeding], victim: Victim, judgment: Filing) -> None:
    """Add how far a person has used each remedy, with the grounds where one did not help."""
    grounds = {row["state"]: row for row in _bank()["grounds"]}
    for avenue, states in _STATES.items():
        state = scene.rng.choice(states)
        step = steps.get(avenue)
        is_judged = avenue == "FIRST"
        scene.add(
            Exhaustion(
                person=victim.person.id,
                avenue=avenue,
                state=state,
                ended=on(_JUDGED) if is_judged else None,
                grounds=worded(_words(grounds.get(state, {}))),
                proceeding=step.id if step else None,
                source=judgment.id if is_judged else None,
                confidentiality=victim.person.confidentiality,
            )
        )


def _remedies(scene: Scene, victim: Victim) -> None:
    """Add what a person seeks."""
    for row in scene.rng.sample(_bank()["remedy"], scene.rng.randint(1, 2)):
        description, level = worded(_words(row)), victim.person.confidentiality
        scene.add(Remedy(person=victim.person.id, kind=row["kind"], description=description, confidentiality=level))


def _measure(scene: Scene, victim: Victim) -> None:
    """Add a measure of protection for a person at risk."""
    state = scene.rng.choice(("NEEDED", "ASKED", "GRANTED", "REFUSED"))
    scene.add(
        Measure(
            person=victim.person.id,
            kind=scene.rng.choice(("PERSONAL", "PSEUDONYM", "CLOSED", "ACCESS_LIMIT")),
            state=state,
            body=worded(_bank()["body"]),
            asked=None if state == "NEEDED" else on(_SIGNED + timedelta(scene.rng.randint(10, 90))),
            begins=on(_SIGNED + timedelta(120)) if state == "GRANTED" else None,
        )
    )


def _when(row: dict[str, Any], name: str) -> PartialDate | None:
    """Return a date that a row may lack."""
    return PartialDate.parse(row[name]) if name in row else None


def _words(row: dict[str, Any]) -> dict[str, str]:
    """Return the languages of a row without its code."""
    return {name: text for name, text in row.items() if name not in {"state", "kind"}}
