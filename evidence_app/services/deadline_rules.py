"""The table of terms: what the program brings, and what a case puts in its place or adds.

A rule of the case takes the place of the one of the same key that the program brings, and so does one that the case
has voided: a term that somebody threw out does not come back.
"""

from __future__ import annotations

import tomllib
from functools import cache

from evidence_app.domain.deadline import DeadlineRule
from evidence_app.domain.errors import BadInput, NotFound
from evidence_app.domain.localised import Localised
from evidence_app.services.workspace import Workspace
from evidence_app.store.unit_of_work import Act
from evidence_app.system import paths
from evidence_app.system.words import _

_LONGEST = {"DAY": 36_600, "WORKDAY": 36_600, "MONTH": 1_200, "YEAR": 100}


@cache
def brought() -> tuple[DeadlineRule, ...]:
    """Read the rules that the program brings; none of them is confirmed."""
    with (paths.resources() / "rules" / "deadlines.toml").open("rb") as stream:
        rows = tomllib.load(stream)["rule"]
    return tuple(
        DeadlineRule(
            key=row["key"],
            name=_words(row["name"]),
            count=row["count"],
            unit=row["unit"],
            runs_from=_words(row["runs_from"]),
            rolls=row["rolls"],
            law=row["law"],
            is_checked=False,
        )
        for row in rows
    )


def rules(ws: Workspace) -> list[DeadlineRule]:
    """Return the rules in force in a case: brought ones (id 0 until the case has its own), then those it added."""
    own = ws.records.find(DeadlineRule, voided=True)
    by_key = {rule.key: rule for rule in own if rule.key}
    found = [by_key.get(rule.key, rule) for rule in brought()]
    known = {rule.key for rule in found}
    found += [rule for rule in own if not rule.key or rule.key not in known]
    return [rule for rule in found if rule.voided is None]


def adopt(ws: Workspace) -> list[DeadlineRule]:
    """Make the rules that the program brings the case's own, so that deadlines can refer to them; returns all."""
    new = [rule for rule in rules(ws) if not rule.id]
    if new:
        with ws.act("deadline_rule.adopted") as act:
            for rule in new:
                act.add(rule)
    return rules(ws)


def by_key(ws: Workspace, key: str, act: Act | None = None) -> DeadlineRule:
    """Return a rule as a record of the case, made from the brought one where it is the first use. Raises NotFound."""
    rule = next((rule for rule in rules(ws) if rule.key == key), None)
    if rule is None:
        raise NotFound(what=_("rule of this name"))
    if rule.id:
        return rule
    if act is not None:
        return act.add(rule)
    with ws.act("deadline_rule.adopted") as own_act:
        return own_act.add(rule)


def add(ws: Workspace, rule: DeadlineRule) -> DeadlineRule:
    """Record a rule of the case; one of a key that is there takes that one's place. Raises BadInput."""
    check(rule)
    held = next((one for one in rules(ws) if rule.key and one.key == rule.key and one.id), None)
    with ws.act("deadline_rule.added") as act:
        if held is not None:
            act.void(held, _("replaced"))
        return act.add(rule)


def check(rule: DeadlineRule) -> None:
    """Raise BadInput for a term that cannot run."""
    if not 1 <= rule.count <= _LONGEST.get(rule.unit, 1):
        raise BadInput(where=_("Length"), why=_("a term runs for one unit at least, and for a hundred years at most"))


def _words(row: dict[str, str]) -> Localised:
    """Return a text without the marks of what must still be confirmed."""
    return Localised.of({language: text.lstrip("~") for language, text in row.items()})
