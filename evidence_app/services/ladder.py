"""How far each person's case has come: detained, complained, recognised, represented, verdict, claim, award, paid."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from evidence_app.domain.event import Event, Involvement
from evidence_app.domain.filing import Filing
from evidence_app.domain.mandate import Mandate, is_in_force
from evidence_app.domain.mark import Mark
from evidence_app.domain.partial_date import PartialDate
from evidence_app.domain.person import Person
from evidence_app.domain.proceeding import Proceeding
from evidence_app.services import claims, listing
from evidence_app.services.citing import citing
from evidence_app.services.workspace import Workspace
from evidence_app.system.words import N_, _

STEPS: dict[str, str] = {
    "detained": N_("Detained"),
    "complained": N_("Complained"),
    "recognised": N_("Recognised as a victim"),
    "represented": N_("Represented"),
    "verdict": N_("Judgment given"),
    "claim": N_("Claim made"),
    "award": N_("Sum awarded"),
    "paid": N_("Sum paid"),
}
_HELD = ["DETENTION", "ARREST", "TRANSFER"]
_KINDS = frozenset({*_HELD, "COMPLAINT"})
_COMPLAINTS = ["CRIME_REPORT", "COMPL_PROS", "COMPL_INVJ"]
_JUDGED = ("CONVICTED", "ACQUITTED")
_PARTIES = ("VICTIM", "CIV_CLAIMANT")
_A_QUERY = 500  # more people than this are asked for all at once


@dataclass(frozen=True, slots=True)
class Step:
    """A rung: `state` is yes, part (reached in part), no (not yet) or unknown; date, citations and a note in words."""

    key: str
    state: str
    when: str = ""
    note: str = ""
    refs: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """The rung's name."""
        return _(STEPS[self.key])

    def standing(self) -> str:
        """Say how the rung stands, and since when."""
        stands = {"yes": _("reached"), "part": _("reached in part"), "no": _("not yet"), "unknown": _("not known")}
        return ", ".join(part for part in (stands[self.state], self.when, self.note) if part)

    def spoken(self) -> str:
        """Say the rung: its name, how it stands, when and by which source."""
        said = (self.standing(), ", ".join(self.refs))
        return f"{self.label}: {', '.join(part for part in said if part)}"


Ladder = tuple[Step, ...]


def ladder(ws: Workspace, person: Person, today: str = "") -> Ladder:
    """Return the ladder of one person, in eight steps."""
    return ladders(ws, [person], today)[person.id]


def ladders(ws: Workspace, people: Iterable[Person], today: str = "") -> dict[int, Ladder]:
    """Return the ladders of several persons by id; the queries are as many as for one."""
    chosen = list(people)
    known = _Known(ws, [person.id for person in chosen], today or listing.today())
    return {person.id: known.ladder(person) for person in chosen}


class _Known:
    """What a case knows of some persons, fetched at once."""

    def __init__(self, ws: Workspace, ids: list[int], today: str) -> None:
        records = ws.records
        self._today = today
        self._steps = {step.id: step for step in records.find(Proceeding)}
        few: Any = ids if len(ids) <= _A_QUERY else None
        self._parts = _by(records.find(Involvement, **({"person": few} if few else {})), "person")
        self._mandates = _by(records.find(Mandate, **({"client": few} if few else {})), "client")
        types = [*_COMPLAINTS, "RECOGNITION"]
        self._papers, self._filed = (
            _by(records.find(Filing, filing_type=types, **({name: few} if few else {})), name)
            for name in ("filed_for", "filed_by")
        )
        involved = sorted({part.event for parts in self._parts.values() for part in parts if part.event})
        happened = records.by_ids(Event, involved).values()
        self._events = {event.id: event for event in happened if event.kind in _KINDS and event.voided is None}
        self._marks = _by(_marks(ws, list(self._events)), "event")
        self._ref = citing(ws, self._sources())
        self._judgments = self._judgments_by_root()

    def ladder(self, person: Person) -> Ladder:
        """Return the ladder of one person."""
        parts = self._parts.get(person.id, [])
        sums = [part for part in parts if claims.is_claim(part)]
        return (
            self._happened("detained", parts, _HELD),
            self._complained(person, parts),
            self._recognised(person, parts),
            self._represented(person),
            self._verdict(parts),
            self._claim(parts, sums),
            self._award(parts, sums),
            self._paid(parts, sums),
        )

    def _happened(self, key: str, parts: list[Involvement], kinds: list[str]) -> Step:
        """Return a rung reached by the earliest event of some kinds."""
        found = [(self._events[part.event], part) for part in parts if part.event in self._events]
        found = [(event, part) for event, part in found if event.kind in kinds and part.role == "VICTIM"]
        if not found:
            return Step(key, "unknown")
        event, part = min(found, key=lambda one: _start(one[0].happened))
        marked = self._marks.get(event.id, [])
        refs = self._ref(part.source, part.locator) or tuple(
            ref for mark in marked[:1] for ref in self._ref(mark.item, mark.locator)
        )
        return Step(key, "yes", listing.date(event.happened), "", (*refs, *([] if refs else [event.code])))

    def _complained(self, person: Person, parts: list[Involvement]) -> Step:
        """Return the rung of the first complaint: a paper filed by or for the person, or an event."""
        held = (*self._papers.get(person.id, []), *self._filed.get(person.id, []))
        papers = [paper for paper in held if paper.filing_type in _COMPLAINTS]
        if not papers:
            return self._happened("complained", parts, ["COMPLAINT"])
        first = min(papers, key=lambda paper: _start(paper.filed))
        return Step("complained", "yes", listing.date(first.filed), first.title.best(), (first.code,))

    def _recognised(self, person: Person, parts: list[Involvement]) -> Step:
        """Return the rung of recognition by a court or investigator."""
        orders = [paper for paper in self._papers.get(person.id, []) if paper.filing_type == "RECOGNITION"]
        if orders:
            return Step("recognised", "yes", listing.date(orders[0].decided), "", (orders[0].code,))
        stood = [part for part in parts if part.proceeding and part.role == "VICTIM"]
        if person.recognised_victim or stood:
            refs = self._ref(stood[0].source, stood[0].locator) if stood else ()
            return Step("recognised", "yes", refs=refs)
        return Step("recognised", "unknown" if person.recognised_victim is None else "no")

    def _represented(self, person: Person) -> Step:
        """Return the rung of representation: by a mandate in force today, else by what the person's record says."""
        held = self._mandates.get(person.id, [])
        now = [one for one in held if is_in_force(one, self._today)]
        if now:
            paper = now[-1].power
            note = "" if paper else _("no power of attorney recorded")
            return Step("represented", "yes", listing.date(now[-1].begins), note, self._ref(paper, None))
        if held:
            return Step("represented", "no", listing.date(held[-1].ends), _("no mandate in force"))
        if person.represented:
            return Step("represented", "part", note=_("no mandate recorded"))
        return Step("represented", "unknown" if person.represented is None else "no")

    def _verdict(self, parts: list[Involvement]) -> Step:
        """Return the rung of a judgment in the case in which the person is a party."""
        stood = [part for part in parts if part.proceeding in self._steps and part.role in _PARTIES]
        if not stood:
            return Step("verdict", "unknown")
        found = [step for part in stood for step in self._judgments.get(self._root(part.proceeding or 0), ())]
        if not found:
            return Step("verdict", "no")
        first = min(found, key=lambda step: _start(step.decided))
        return Step("verdict", "yes", listing.date(first.decided), first.body.best(), self._ref(first.document, None))

    def _claim(self, parts: list[Involvement], sums: list[Involvement]) -> Step:
        """Return the rung of a civil claim."""
        asked = [part for part in sums if part.claimed is not None]
        if asked:
            refs = tuple(dict.fromkeys(ref for part in asked for ref in self._ref(part.source, part.locator)))
            return Step("claim", "yes", note=_added(asked, "claimed"), refs=refs)
        if any(part.role == claims.CLAIMANT for part in parts):
            return Step("claim", "yes", note=_("sum not known"))
        return Step("claim", _none(parts))

    def _award(self, parts: list[Involvement], sums: list[Involvement]) -> Step:
        """Return the rung of an award."""
        given = [part for part in sums if part.awarded is not None]
        if not given:
            return Step("award", _none(parts))
        refs = tuple(dict.fromkeys(ref for part in given for ref in self._ref(part.source, part.locator)))
        if not any(part.awarded for part in given):
            return Step("award", "no", note=_("refused"), refs=refs)
        is_whole = all((part.awarded or 0) >= (part.claimed or 0) for part in given) and len(given) == len(sums)
        dates = [self._steps[part.proceeding].decided for part in given if part.proceeding in self._steps]
        when = next((listing.date(day) for day in dates if day), "")
        return Step("award", "yes" if is_whole else "part", when, _added(given, "awarded"), refs)

    def _paid(self, parts: list[Involvement], sums: list[Involvement]) -> Step:
        """Return the rung of payment."""
        awarded = [part for part in sums if part.awarded]
        told = [part for part in awarded if part.paid is not None]
        if not awarded:
            return Step("paid", _none(parts))
        if not told:
            return Step("paid", "unknown")
        if not any(part.paid for part in told):
            return Step("paid", "no")
        is_whole = all((part.paid or 0) >= (part.awarded or 0) for part in awarded)
        return Step("paid", "yes" if is_whole else "part", note=_added(told, "paid"))

    def _judgments_by_root(self) -> dict[int, list[Proceeding]]:
        """Return the steps in which somebody was convicted or acquitted, by the case that they belong to."""
        found: dict[int, list[Proceeding]] = defaultdict(list)
        for step in self._steps.values():
            if step.outcome in _JUDGED:
                found[self._root(step.id)].append(step)
        return found

    def _root(self, step_id: int) -> int:
        """Return the case that a step belongs to."""
        seen: set[int] = set()
        while step_id not in seen and (held := self._steps.get(step_id)) and held.parent in self._steps:
            seen.add(step_id)
            step_id = held.parent or 0
        return step_id

    def _sources(self) -> Iterator[int | None]:
        """Yield every item that a rung may cite."""
        for parts in self._parts.values():
            yield from (part.source for part in parts)
        for marks in self._marks.values():
            yield from (mark.item for mark in marks)
        for mandates in self._mandates.values():
            yield from (mandate.power for mandate in mandates)
        yield from (step.document for step in self._steps.values())


def _none(parts: list[Involvement]) -> str:
    """Return how a rung stands that nothing speaks of: not yet for a party of a case, else not known."""
    return "no" if any(part.proceeding for part in parts) else "unknown"


def _marks(ws: Workspace, events: list[int]) -> Iterator[Mark]:
    """Yield what bears on some events, asked for by the hundred."""
    for start in range(0, len(events), _A_QUERY):
        yield from ws.records.find(Mark, event=events[start : start + _A_QUERY])


def _by(records: Iterable[Any], name: str) -> dict[int, list[Any]]:
    """Return records by what one of their references names."""
    found: dict[int, list[Any]] = defaultdict(list)
    for record in records:
        found[getattr(record, name) or 0].append(record)
    return found


def _start(when: PartialDate | None) -> str:
    """Return what a date is ordered by; unknown ones come last."""
    return (when.earliest or when.latest or "9") if when else "9"


def _added(parts: list[Involvement], name: str) -> str:
    """Add up sums, each currency by itself, and write them."""
    by_currency: dict[str, int] = defaultdict(int)
    for part in parts:
        by_currency[part.currency or ""] += getattr(part, name) or 0
    return "; ".join(claims.money(amount, currency) for currency, amount in by_currency.items())
