"""What one reader may have: the rules of release, applied to the persons and records of a case."""

from __future__ import annotations

from functools import cached_property

from evidence_app.domain import release as rules
from evidence_app.domain.assertion import Assertion
from evidence_app.domain.consent import Consent, covers, names_in_public
from evidence_app.domain.consent import is_limited as is_limited_by_consent
from evidence_app.domain.event import Event, Involvement
from evidence_app.domain.filing import Filing
from evidence_app.domain.item import Item
from evidence_app.domain.own_field import OwnValue
from evidence_app.domain.partial_date import PartialDate
from evidence_app.domain.person import Person, PersonName
from evidence_app.domain.proceeding import Proceeding
from evidence_app.domain.record import Record
from evidence_app.domain.release import Form
from evidence_app.domain.testimony import Testimony
from evidence_app.services import listing, naming
from evidence_app.services.release.ties import Ties
from evidence_app.services.workspace import Workspace


class Decisions:
    """Decisions for one reader, on the case as it is when they are made."""

    def __init__(self, ws: Workspace, reader: str) -> None:
        """`reader` is a code of the vocabulary `reader`."""
        if reader not in rules.READERS:
            raise ValueError(reader)
        self.ws, self.reader = ws, reader
        self._today = listing.today()
        self.people = {person.id: person for person in ws.records.find(Person, voided=True)}
        self.names = naming.names_by_person(ws.records)
        self.every_name = ws.records.find(PersonName, voided=True)
        self.asserted = ws.records.find(Assertion, voided=True)
        self.own_values = ws.records.find(OwnValue, voided=True)

    def ground(self, record: Record) -> str | None:
        """Return why a record may not leave, or None: for its own sake, or that of what it is a part of."""
        if isinstance(record, Person):
            return self.person_ground(record)
        level = getattr(record, "confidentiality", "C0")
        if rules.is_above(level, self.reader):
            return "CONFIDENTIALITY"
        if isinstance(record, Proceeding):
            levels = (step.confidentiality for step in self.above(record))
            return "CONFIDENTIALITY" if any(rules.is_above(one, self.reader) for one in levels) else None
        if isinstance(record, Item):
            if record.privilege != "NONE" and self.reader != "TEAM":
                return record.privilege
            return self._source_ground(record) or self._origin_ground(record)
        return None

    def above(self, step: Proceeding) -> list[Proceeding]:
        """Return what a step of a proceeding is a part of, nearest first, voided or not."""
        found: list[Proceeding] = []
        above = self._steps.get(step.parent or 0)
        while above is not None and above not in found:
            found.append(above)
            above = self._steps.get(above.parent or 0)
        return found

    def _origin_ground(self, item: Item) -> str | None:
        """Return why an item may not leave for the sake of whose it was before it was copied or transcribed."""
        origins = (self.ws.records.item(origin) for origin in self.ties.origins_of(item.id))
        grounds = (self._source_ground(origin) for origin in origins if isinstance(origin, Item))
        return next(filter(None, grounds), None)

    def _source_ground(self, item: Item) -> str | None:
        """Return why an item may not leave for the sake of whose it is, or None."""
        if isinstance(item, Testimony) and item.speaker in self.people:
            return self.person_ground(self.people[item.speaker])
        owners = [item.source_person, *([item.filed_by, item.filed_for] if isinstance(item, Filing) else [])]
        hidden = (key in self.people and self.form(self.people[key]) is Form.WITHHELD for key in owners if key)
        return "SAFETY" if any(hidden) else None

    def person_ground(self, person: Person) -> str | None:
        """Return why nothing of a person may leave, or None."""
        if rules.is_above(person.confidentiality, self.reader):
            return "CONFIDENTIALITY"
        if self.form(person) is Form.WITHHELD:
            return "SAFETY"
        is_covered = covers(self._consents.get(person.id, []), self.reader, self._today)
        return None if rules.has_basis(person.basis, self.reader, is_covered=is_covered) else "CONSENT"

    def form(self, person: Person) -> Form:
        """Return how a person's name is printed."""
        return Form.CODE if self.is_limited(person) else self._form_of_table(person)

    def is_limited(self, person: Person) -> bool:
        """Tell whether a name that could be printed is not, for the conditions of consent.

        What a condition says nobody here can read for sure: with one, a person is spoken of, not named.
        """
        if self.reader == "TEAM" or person.basis in rules.OFFICIAL_BASES:
            return False
        is_limited = is_limited_by_consent(self._consents.get(person.id, []), self.reader, self._today)
        return is_limited and self._form_of_table(person) in {Form.NAME, Form.INITIALS}

    def _form_of_table(self, person: Person) -> Form:
        """Return what the table of names says."""
        is_published = person.basis == "PUBLIC_RECORD" or names_in_public(
            self._consents.get(person.id, []), self._today
        )
        is_author = person.id in self._authors
        return rules.form(person.protection, self.reader, is_author=is_author, is_published=is_published)

    def may_be_named(self, person: Person) -> bool:
        """Tell whether a person is printed by name."""
        return self.form(person) is Form.NAME and self.person_ground(person) is None and person.voided is None

    @cached_property
    def ties(self) -> Ties:
        """Who is tied to items and events."""
        return Ties.of(self.ws.records)

    @cached_property
    def happened(self) -> dict[int, PartialDate | None]:
        """When each event was."""
        return {event.id: event.happened for event in self.ws.records.find(Event)}

    @cached_property
    def _steps(self) -> dict[int, Proceeding]:
        return {step.id: step for step in self.ws.records.find(Proceeding, voided=True)}

    @cached_property
    def _consents(self) -> dict[int, list[Consent]]:
        found: dict[int, list[Consent]] = {}
        for consent in self.ws.records.find(Consent):
            found.setdefault(consent.person or 0, []).append(consent)
        return found

    @cached_property
    def _authors(self) -> set[int]:
        """Persons who complain to an international body; a claim at home makes nobody one."""
        abroad = [one.id for one in self.ws.records.find(Proceeding, kind="INTERNATIONAL")]
        parts = self.ws.records.find(Involvement, proceeding=abroad, role=["CIV_CLAIMANT", "VICTIM"]) if abroad else []
        return {part.person for part in parts if part.person}
