"""The table of terms: what the program brings, and what a case puts in its place or adds.

What the program brings is given to a case when it is founded, and what a newer program brings besides when it is next
opened: a form only reads. A rule that the case has changed or voided stays so: what somebody threw out does not come
back.
"""

from __future__ import annotations

import tomllib
from functools import cache

from evidence_app.domain.deadline import DeadlineRule
from evidence_app.domain.errors import BadInput, NotFound
from evidence_app.domain.localised import Localised
from evidence_app.services.workspace import Workspace
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
    """Return the rules in force in a case: those that the program has brought, then those it added."""
    places = {rule.key: place for place, rule in enumerate(brought())}
    return sorted(ws.records.find(DeadlineRule), key=lambda rule: places.get(rule.key, len(places)))


def adopt(ws: Workspace) -> None:
    """Give a case what the program brings and the case has never had."""
    held = {rule.key for rule in ws.records.find(DeadlineRule, voided=True)}
    if new := [rule for rule in brought() if rule.key not in held]:
        with ws.act("deadline_rule.adopted") as act:
            for rule in new:
                act.add(rule)


def by_key(ws: Workspace, key: str) -> DeadlineRule:
    """Return a rule in force. Raises NotFound."""
    rule = next((rule for rule in rules(ws) if rule.key == key), None)
    if rule is None:
        raise NotFound(what=_("rule of this name"))
    return rule


def add(ws: Workspace, rule: DeadlineRule) -> DeadlineRule:
    """Record a rule of the case; one of a key that is there takes that one's place. Raises BadInput."""
    check(rule)
    held = next((one for one in rules(ws) if rule.key and one.key == rule.key), None)
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
