"""The gate: who is printed how, which records may leave, and every text with what must not leave taken out."""

from __future__ import annotations

import secrets
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from evidence_app.domain import release as rules
from evidence_app.domain.account import Account
from evidence_app.domain.item import Item
from evidence_app.domain.partial_date import PartialDate
from evidence_app.domain.person import Person
from evidence_app.domain.proceeding import Proceeding
from evidence_app.domain.record import Kind, Record, fields
from evidence_app.domain.release import Form
from evidence_app.domain.unseen import as_displayed, unmarked
from evidence_app.language.fold import nfc
from evidence_app.services import naming
from evidence_app.services.release.decisions import Decisions
from evidence_app.services.release.tells import Tells
from evidence_app.services.workspace import Workspace
from evidence_app.system.words import _

_DECIDING_NOUNS = frozenset({"person", "person_name", "consent"})
_DECIDING_FIELDS = frozenset(
    {"confidentiality", "privilege", "voided", "speaker", "source_person", "filed_by", "filed_for"}
    | {"parent", "derived_from", "relation"}
)


@dataclass(frozen=True, slots=True)
class Printed:
    """A person as one reader may know them; `label` is what stands for the name."""

    label: str
    form: Form
    is_coarse: bool
    other_names: tuple[str, ...] = ()


class Gate:
    """What one reader may have of a case. Withheld records are counted by ground; texts come out redacted."""

    def __init__(self, ws: Workspace, reader: str, language: str) -> None:
        """`reader` is a code of the vocabulary `reader`."""
        self.reader, self.language = reader, language
        self._decisions = Decisions(ws, reader)
        self._tells = Tells(self._decisions)
        self._fresh: dict[int, str] = {}
        self._withheld: dict[tuple[str, int], str] = {}
        last = ws.journal.last()
        self.seq = last.seq if last else 0  # what is decided here holds for the case as it is now

    @property
    def withheld(self) -> Counter[str]:
        """How many records were withheld, by ground (vocabulary `privilege`, or CONFIDENTIALITY)."""
        return Counter(self._withheld.values())

    @property
    def withheld_persons(self) -> Counter[str]:
        """How many of them are persons."""
        return Counter(ground for (noun, _id), ground in self._withheld.items() if noun == Person.noun)

    def person(self, person_id: int | None) -> Printed | None:
        """Return a person as printed, or None where they are withheld (and counted)."""
        person = self._decisions.people.get(person_id or 0)
        if person is None or person.voided is not None:
            return None
        ground = self._decisions.person_ground(person)
        if ground:
            self._withheld["person", person.id] = ground
            return None
        form = self._decisions.form(person)
        is_coarse = rules.is_coarse(person.protection, self.reader)
        if form is Form.NAME:
            others = tuple(name.full for name in self._decisions.names.get(person.id, ()))
            label = self._shown(person)
            return Printed(label, form, is_coarse, tuple(name for name in dict.fromkeys(others) if name != label))
        return Printed(self._stand_in(person, form), form, is_coarse)

    def allows(self, record: Record, *about: Record | None) -> bool:
        """Tell whether a record may leave, and everything that it is about; one that may not is counted by its ground.

        A record that is voided is no part of the case any more: it goes nowhere, and takes along what is about it.
        """
        if record.voided is not None:
            return False
        ground = self._decisions.ground(record) or next(
            filter(None, map(self._ground_about, filter(None, about))), None
        )
        if ground:
            self._withheld[record.noun, record.id] = ground
        return ground is None

    def _ground_about(self, record: Record) -> str | None:
        """Return why nothing about a record may leave, or None."""
        return self._decisions.ground(record) or (rules.VOIDED if record.voided is not None else None)

    def above(self, step: Proceeding) -> int:
        """Return the nearest proceeding that a step is a part of and that stands; 0 where there is none."""
        return next((one.id for one in self._decisions.above(step) if one.voided is None), 0)

    def shows(self, item: Item) -> bool:
        """Tell whether pictures of an item may be shown: everybody in them must be one who may be named."""
        people = self._decisions.people
        seen = self._decisions.ties.seen_in(item.id)
        return all(self._decisions.may_be_named(people[one]) for one in seen if one in people)

    def places(self, item: Item) -> bool:
        """Tell whether an item would place somebody who may be placed coarsely only: by itself, or by the day of an
        event that it tells of."""
        ties = self._decisions.ties
        if any(map(self.is_coarse, ties.placed_by(item.id))):
            return True
        coarse = [self._decisions.happened.get(event) for event in ties.told_in(item.id) & self.coarse_events]
        return any(_touch(date, other) for date in _dates(item) for other in coarse if other)

    @cached_property
    def coarse_events(self) -> set[int]:
        """The events that would, whether the person is printed or not."""
        present = self._decisions.ties.present
        return {event for event, persons in present.items() if any(map(self.is_coarse, persons))}

    def is_coarse(self, person_id: int | None) -> bool:
        """Tell whether a person may be placed to the month and the district only, whether or not they are printed."""
        person = self._decisions.people.get(person_id or 0)
        return person is not None and rules.is_coarse(person.protection, self.reader)

    def party(self, name: str | None) -> str:
        """Return who gave or took something, in free words: an account, or somebody who may be named; else no name."""
        if not name or self.reader == "TEAM":
            return self.text(name)
        accounts = {account.name for account in self._decisions.ws.records.find(Account)}
        named = {
            spelled.full
            for key, names in self._decisions.names.items()
            if key in self._decisions.people and self._decisions.may_be_named(self._decisions.people[key])
            for spelled in names
        }
        return name if name in accounts | named else _("a person known to the team")

    def text(self, text: str | None) -> str:
        """Return a text with every protected name replaced by what stands for it."""
        if not text:
            return ""
        composed = nfc(text)
        parts: list[str] = []
        position = 0
        for mention in self._tells.mentions(composed):
            parts += (composed[position : mention.start], self._replacement(mention.key))
            position = mention.end
        return "".join(parts) + composed[position:]

    def leaks(self, texts: Iterable[str]) -> list[str]:
        """Return the codes of persons whose names, contacts or document numbers stand in some texts.

        Marks are read as what they stand for, and what is turned round is read as it shows, too.
        """
        plain = (unmarked(text) for text in texts)
        read = (reading for text in plain for reading in dict.fromkeys((text, as_displayed(text))))
        keys = {mention.key for text in read for mention in self._tells.mentions(nfc(text))}
        return sorted(self._decisions.people[key].code for key in keys)

    def is_stale(self, ws: Workspace) -> bool:
        """Tell whether anything has changed since that decides what may leave."""
        return any(
            change["noun"] in _DECIDING_NOUNS
            or (change["before"] is not None and not _DECIDING_FIELDS.isdisjoint(change["after"]))
            for change in ws.journal.changes_since(self.seq)
        )

    def _stand_in(self, person: Person, form: Form) -> str:
        """Return what is printed in the place of a name."""
        if form is Form.INITIALS:
            name = naming.choose(self._decisions.names.get(person.id, ()), self.language)
            return " ".join(f"{word[0]}." for word in name.full.split() if word) if name else person.code
        if form is Form.FRESH:
            if person.id not in self._fresh:
                self._fresh[person.id] = self._unused()
            return self._fresh[person.id]
        return person.code

    def _unused(self) -> str:
        """Draw a code that no person of this export has."""
        while (drawn := f"X-{secrets.randbelow(900_000) + 100_000}") in self._fresh.values():
            pass
        return drawn

    def _replacement(self, person_id: int) -> str:
        person = self._decisions.people[person_id]
        if self._decisions.person_ground(person) is not None or person.voided is not None:
            return "[" + _("withheld") + "]"
        return f"[{self._stand_in(person, self._decisions.form(person))}]"

    def _shown(self, person: Person) -> str:
        name = naming.choose(self._decisions.names.get(person.id, ()), self.language)
        return name.full if name else person.code


def _dates(item: Item) -> list[PartialDate]:
    """Return every date of an item."""
    held = (getattr(item, line.name) for line in fields(type(item)) if line.kind is Kind.WHEN)
    return [date for date in held if date is not None]


def _touch(one: PartialDate, other: PartialDate) -> bool:
    """Tell whether two dates may be one day; an open end reaches any."""
    first, last = max(one.earliest or "", other.earliest or ""), min(one.latest or "9", other.latest or "9")
    return first[:10] <= last[:10]
