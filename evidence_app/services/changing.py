"""The one way in which services change what people typed: a record, with all that follows from the change.

Forms, bulk edit, history and what sources say all come through here, so that none of them gets round a rule.
"""

from __future__ import annotations

from functools import partial
from typing import Any, TypeVar

from evidence_app.domain.case_file import CaseFile
from evidence_app.domain.deadline import Deadline, DeadlineRule
from evidence_app.domain.errors import BadInput, NotFound
from evidence_app.domain.filing import Filing
from evidence_app.domain.partial_date import PartialDate
from evidence_app.domain.person import Person, PersonName
from evidence_app.domain.record import Record
from evidence_app.services import deadline_rules, filings, naming
from evidence_app.services.calendars import DaysOff
from evidence_app.services.due_days import Count, counting, settled
from evidence_app.services.noun_labels import noun_label
from evidence_app.services.workspace import Workspace
from evidence_app.store.unit_of_work import Act
from evidence_app.system.words import _

R = TypeVar("R", bound=Record)
_CALENDAR = frozenset({"country", "holidays", "own_holidays"})
_BEARS_ON_PREFERENCE = frozenset({"preferred", "person", "voided", "full"})


def act_of(ws: Workspace, record: Record, values: dict[str, Any]) -> tuple[str, str]:
    """Return the verb under which a change of these fields is logged, and the uid of the record acted on."""
    if isinstance(record, PersonName):
        person = ws.records.get(Person, record.person or 0)
        return "person.renamed", person.uid if person else record.uid
    verb = "person.protected" if isinstance(record, Person) and set(values) == {"protection"} else ""
    return verb or f"{record.noun}.changed", record.uid


class Changing:
    """Changes records in one act; what all of them need is fetched once."""

    def __init__(self, ws: Workspace, act: Act) -> None:
        self._ws, self._act = ws, act
        self._held_count: Count | None = None

    def change(self, record: R, **values: Any) -> R:
        """Change fields of a record and what follows from them; returns it as it stands then.

        A counted day of a deadline follows rule, start and calendar, one set by hand stays; a name's script follows its
        letters, and of a person's names in a script just one is preferred; a document that is said to be held is in our
        custody. Raises BadInput, BadDate, NotFound.
        """
        stored = self._ws.records.get(type(record), record.id)
        if stored is None:
            raise NotFound(what=noun_label(record.noun))
        if isinstance(stored, DeadlineRule):
            return self._change_rule(stored, values)
        if isinstance(stored, CaseFile) and not _CALENDAR.isdisjoint(values):
            return self._change_calendar(stored, values)
        if isinstance(stored, Deadline):
            values["due"] = settled(stored.but(**values), stored, self._count()).due
        if isinstance(stored, PersonName):
            values |= self._of_name(stored, values)
        if isinstance(stored, Filing) and "is_held" in values and not stored.is_held:
            values |= filings.follow(self._ws, self._act, stored.but(**values))
        return self._act.change(record, **values)

    def _count(self) -> Count:
        """Return what counts deadlines as rules and calendar stand now."""
        if self._held_count is None:
            self._held_count = counting(self._ws)
        return self._held_count

    def _of_name(self, name: PersonName, values: dict[str, Any]) -> dict[str, Any]:
        """Return what follows from a change of a name, and let the other names give way to a preferred one."""
        script = {"script": naming.script_of(values["full"])} if "full" in values else {}
        if _BEARS_ON_PREFERENCE.isdisjoint(values):
            return script
        after = name.but(**values)
        others = self._ws.records.find(PersonName, person=after.person, preferred=True)
        others = [other for other in others if other.id != name.id]
        if name.preferred and not values.get("preferred", True) and not others:
            raise BadInput(where=_("Preferred"), why=_("prefer another name instead; one of them is shown"))
        others = naming.in_script(others, after.full)
        if values.get("preferred"):
            for other in others:
                self._act.change(other, preferred=False)
        elif after.preferred and after.voided is None and others:
            return script | {"preferred": False}
        return script

    def _change_rule(self, rule: R, values: dict[str, Any]) -> R:
        """Change a rule of deadlines, and count anew the deadlines that it counts."""
        assert isinstance(rule, DeadlineRule)
        after = rule.but(**values)
        deadline_rules.check(after)
        counts = counting(self._ws, [rule]), counting(self._ws, [after])
        changed = self._act.change(rule, **values)
        self._count_anew(*counts, rule=rule.id)
        return changed

    def _change_calendar(self, case: R, values: dict[str, Any]) -> R:
        """Change by what calendar days are counted, and count all deadlines anew."""
        assert isinstance(case, CaseFile)
        for day in values.get("own_holidays", ()):
            PartialDate.parse(day.removeprefix("-"))
        counted = partial(counting, self._ws)
        counts = counted(calendar=DaysOff.of(case)), counted(calendar=DaysOff.of(case.but(**values)))
        changed = self._act.change(case, **values)
        self._count_anew(*counts)
        return changed

    def _count_anew(self, before: Count, now: Count, **equal: Any) -> None:
        """Give deadlines the day that is counted now, where it was not set by hand."""
        self._held_count = None
        for deadline in self._ws.records.find(Deadline, **equal):
            self._act.change(deadline, due=settled(deadline, deadline, now, before).due)
