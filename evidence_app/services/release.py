"""The one gate through which everything leaves the case: decide, print, read back, write, log.

Whatever is written outside a case folder passes `inspect` and is written by `deliver` here; a test holds all other
modules to that.
"""

from __future__ import annotations

import errno
import hashlib
import secrets
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from evidence_app.domain import release as rules
from evidence_app.domain.account import Account
from evidence_app.domain.consent import Consent, covers, is_limited, names_in_public
from evidence_app.domain.errors import AlreadyExists, CannotWrite, CaseChanged, NoSpace, ReleaseRefused
from evidence_app.domain.event import Involvement
from evidence_app.domain.filing import Filing
from evidence_app.domain.item import Item
from evidence_app.domain.mark import Mark
from evidence_app.domain.person import Person, PersonName
from evidence_app.domain.proceeding import Proceeding
from evidence_app.domain.record import Record
from evidence_app.domain.release import Form
from evidence_app.domain.testimony import Testimony
from evidence_app.language.codes import person_codes
from evidence_app.language.fold import nfc
from evidence_app.language.mentions import Mention, Name, Watch, apart
from evidence_app.language.numbers import Numbers
from evidence_app.services import listing, naming
from evidence_app.services.ordinary import ordinary_words
from evidence_app.services.workspace import Workspace
from evidence_app.system import files
from evidence_app.system.words import _

_DECIDING_NOUNS = frozenset({"person", "person_name", "consent"})
_DECIDING_FIELDS = frozenset({"confidentiality", "privilege", "voided", "speaker", "source_person"})


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
        if reader not in rules.READERS:
            raise ValueError(reader)
        self._ws, self.reader, self.language = ws, reader, language
        self._today = listing.today()
        self._fresh: dict[int, str] = {}
        self._withheld: dict[tuple[str, int], str] = {}
        self._people = {person.id: person for person in ws.records.find(Person, voided=True)}
        self._names = naming.names_by_person(ws.records)
        last = ws.journal.last()
        self.seq = last.seq if last else 0  # what is decided here holds for the case as it is now

    @property
    def withheld(self) -> Counter[str]:
        """How many records were withheld, by ground (vocabulary `privilege`, or CONFIDENTIALITY)."""
        return Counter(self._withheld.values())

    def person(self, person_id: int | None) -> Printed | None:
        """Return a person as printed, or None where they are withheld (and counted)."""
        person = self._people.get(person_id or 0)
        if person is None or person.voided is not None:
            return None
        ground = self._person_ground(person)
        if ground:
            self._withheld["person", person.id] = ground
            return None
        form = self._form(person)
        is_coarse = rules.is_coarse(person.protection, self.reader)
        if form is Form.NAME:
            others = tuple(name.full for name in self._names.get(person.id, ()))
            label = self._shown(person)
            return Printed(label, form, is_coarse, tuple(name for name in dict.fromkeys(others) if name != label))
        return Printed(self._stand_in(person, form), form, is_coarse)

    def allows(self, record: Record) -> bool:
        """Tell whether a record may leave; one that may not is counted by its ground."""
        if record.voided is not None:
            return False
        ground = self._ground(record)
        if ground:
            self._withheld[record.noun, record.id] = ground
        return ground is None

    def shows(self, item: Item) -> bool:
        """Tell whether pictures of an item may be shown: everybody in them must be one who may be named."""
        marks = self._ws.records.find(Mark, item=item.id, stance=["DEPICTS", "IDENTIFIES"])
        return all(self._may_be_named(self._people[mark.person]) for mark in marks if mark.person in self._people)

    def is_coarse(self, person_id: int | None) -> bool:
        """Tell whether a person may be placed to the month and the district only, whether or not they are printed."""
        person = self._people.get(person_id or 0)
        return person is not None and rules.is_coarse(person.protection, self.reader)

    def party(self, name: str | None) -> str:
        """Return who gave or took something, in free words: an account, or somebody who may be named; else no name."""
        if not name or self.reader == "TEAM":
            return self.text(name)
        accounts = {account.name for account in self._ws.records.find(Account)}
        named = {
            spelled.full
            for key, names in self._names.items()
            if key in self._people and self._may_be_named(self._people[key])
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
        for mention in self._given_away(composed):
            parts += (composed[position : mention.start], self._replacement(mention.key))
            position = mention.end
        return "".join(parts) + composed[position:]

    def leaks(self, texts: Iterable[str]) -> list[str]:
        """Return the codes of persons whose names, contacts or document numbers stand in some texts."""
        keys = {mention.key for text in texts for mention in self._given_away(nfc(text))}
        return sorted(self._people[key].code for key in keys)

    def is_stale(self, ws: Workspace) -> bool:
        """Tell whether anything has changed since that decides what may leave."""
        return any(
            change["noun"] in _DECIDING_NOUNS
            or (change["before"] is not None and not _DECIDING_FIELDS.isdisjoint(change["after"]))
            for change in ws.journal.changes_since(self.seq)
        )

    def _ground(self, record: Record) -> str | None:
        """Return why a record may not leave, or None."""
        level = getattr(record, "confidentiality", "C0")
        if rules.is_above(level, self.reader):
            return "CONFIDENTIALITY"
        if isinstance(record, Item):
            if record.privilege != "NONE" and self.reader != "TEAM":
                return record.privilege
            return self._source_ground(record)
        return None

    def _source_ground(self, item: Item) -> str | None:
        """Return why an item may not leave for the sake of whose it is, or None."""
        if isinstance(item, Testimony) and item.speaker in self._people:
            return self._person_ground(self._people[item.speaker])
        owners = [item.source_person, *([item.filed_by, item.filed_for] if isinstance(item, Filing) else [])]
        hidden = (key in self._people and self._form(self._people[key]) is Form.WITHHELD for key in owners if key)
        return "SAFETY" if any(hidden) else None

    def _person_ground(self, person: Person) -> str | None:
        """Return why nothing of a person may leave, or None."""
        if rules.is_above(person.confidentiality, self.reader):
            return "CONFIDENTIALITY"
        if self._form(person) is Form.WITHHELD:
            return "SAFETY"
        is_covered = covers(self._consents.get(person.id, []), self.reader, self._today)
        return None if rules.has_basis(person.basis, self.reader, is_covered=is_covered) else "CONSENT"

    def _form(self, person: Person) -> Form:
        is_published = person.basis == "PUBLIC_RECORD" or names_in_public(
            self._consents.get(person.id, []), self._today
        )
        is_author = person.id in self._authors
        form = rules.form(person.protection, self.reader, is_author=is_author, is_published=is_published)
        # What a condition says nobody here can read for sure: with one, a person is spoken of, not named.
        limited = person.basis not in rules.OFFICIAL_BASES and is_limited(
            self._consents.get(person.id, []), self.reader, self._today
        )
        return Form.CODE if limited and form in {Form.NAME, Form.INITIALS} and self.reader != "TEAM" else form

    def _may_be_named(self, person: Person) -> bool:
        return self._form(person) is Form.NAME and self._person_ground(person) is None and person.voided is None

    def _stand_in(self, person: Person, form: Form) -> str:
        """Return what is printed in the place of a name."""
        if form is Form.INITIALS:
            name = naming.choose(self._names.get(person.id, ()), self.language)
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
        person = self._people[person_id]
        if self._person_ground(person) is not None or person.voided is not None:
            return "[" + _("withheld") + "]"
        return f"[{self._stand_in(person, self._form(person))}]"

    def _shown(self, person: Person) -> str:
        name = naming.choose(self._names.get(person.id, ()), self.language)
        return name.full if name else person.code

    @cached_property
    def _consents(self) -> dict[int, list[Consent]]:
        found: dict[int, list[Consent]] = {}
        for consent in self._ws.records.find(Consent):
            found.setdefault(consent.person or 0, []).append(consent)
        return found

    @cached_property
    def _authors(self) -> set[int]:
        """Persons who complain to an international body; a claim at home makes nobody one."""
        abroad = [one.id for one in self._ws.records.find(Proceeding, kind="INTERNATIONAL")]
        parts = self._ws.records.find(Involvement, proceeding=abroad, role=["CIV_CLAIMANT", "VICTIM"]) if abroad else []
        return {part.person for part in parts if part.person}

    def _given_away(self, text: str) -> list[Mention]:
        """Return where a text gives away a name, a number or a code."""
        codes = person_codes(text, self._secret_codes)
        return apart([*self._watch.mentions(text), *self._secret_numbers.mentions(text), *codes])

    @cached_property
    def _watch(self) -> Watch:
        """The names that must not leave; a word of a name that may be printed does not count by itself."""
        hidden: list[Name] = []
        printed: list[Name] = []
        every = self._ws.records.find(PersonName, voided=True)
        for name in every:
            person = self._people.get(name.person or 0)
            if person is not None:
                entry = Name(
                    person.id,
                    name.full,
                    name.family,
                    name.given,
                    name.patronymic,
                    never_spared=person.protection in {"P3", "P4"},
                    is_group=person.kind in {"GROUP", "ORGANISATION"},
                )
                (printed if self._may_be_named(person) else hidden).append(entry)
        return Watch(hidden, unless=printed, ordinary=ordinary_words())

    @cached_property
    def _secret_numbers(self) -> Numbers:
        """Contacts and document numbers of everybody; they never leave in any edition but the team's."""
        holders = self._people.values() if self.reader != "TEAM" else ()
        return Numbers((value, one.id) for one in holders for value in (*one.contacts, *one.documents))

    @cached_property
    def _secret_codes(self) -> dict[int, int]:
        """Persons whose stable code this reader may not know, by its number: it would join what is kept apart."""
        return {
            int(person.code.removeprefix(f"{Person.letter}-")): person.id
            for person in self._people.values()
            if self._form(person) in {Form.FRESH, Form.WITHHELD} or self._person_ground(person) is not None
        }


@dataclass(frozen=True, slots=True)
class Inspected:
    """Finished output that was read back: its hex SHA-256, and the codes of persons that it gives away."""

    sha256: str
    leaked: tuple[str, ...]


def inspect(gate: Gate, content: bytes, read_back: Callable[[bytes], list[str]]) -> Inspected:
    """Read finished output back and look for what must not leave; needs no archive once the gate has printed names.

    `read_back` returns every text in the output, whatever it is hidden in.
    """
    return Inspected(hashlib.sha256(content).hexdigest(), tuple(gate.leaks(read_back(content))))


def deliver(
    ws: Workspace,
    gate: Gate,
    target: Path,
    content: bytes,
    inspected: Inspected,
    *,
    dossier: str,
    records: Iterable[str] = (),
) -> str:
    """Write output that was inspected, and log that it left; returns its hex SHA-256.

    Raises ReleaseRefused with nothing written where the inspection found something, AlreadyExists, CannotWrite,
    NoSpace; ValueError where something else was inspected.
    """
    digest = hashlib.sha256(content).hexdigest()
    if digest != inspected.sha256:
        raise ValueError("this is not what was inspected")
    if inspected.leaked:
        with ws.act("export.refused") as act:
            act.facts |= {"reader": gate.reader, "dossier": dossier, "codes": list(inspected.leaked)}
        raise ReleaseRefused(count=len(inspected.leaked), codes=", ".join(inspected.leaked))
    if gate.is_stale(ws):
        raise CaseChanged
    if target.resolve().is_relative_to(ws.folder.resolve()):
        raise CannotWrite(path=target.name, why=_("it lies inside the case, where nothing may lie in clear"))
    if target.exists():
        raise AlreadyExists(path=target.name)
    # Nothing has its name before the journal says that it left: what cannot be logged does not leave.
    with _written(target, content), ws.act("dossier.exported") as act:
        exported = sorted(set(records))
        act.export(
            dossier=dossier,
            reader=gate.reader,
            language=gate.language,
            sha256=digest,
            size=len(content),
            manifest=hashlib.sha256("\n".join(exported).encode()).hexdigest(),
            records=exported,
            withheld=dict(gate.withheld),
        )
    return digest


@contextmanager
def _written(target: Path, content: bytes) -> Iterator[None]:
    """Write a file outside the case; it gets its name when the block has ended well."""
    try:
        with files.prepared(target, content, replacing=False):
            yield
    except FileExistsError as problem:
        raise AlreadyExists(path=target.name) from problem
    except OSError as problem:
        if problem.errno == errno.ENOSPC:
            raise NoSpace from problem
        raise CannotWrite(path=target.name, why=problem.strerror or str(problem)) from problem
