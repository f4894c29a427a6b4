"""What would give somebody away in a text: names in every spelling, numbers, addresses, codes."""

from __future__ import annotations

from functools import cached_property

from evidence_app.domain.person import Person, PersonName
from evidence_app.domain.release import Form
from evidence_app.language.codes import person_codes
from evidence_app.language.mentions import Mention, Name, Watch, apart
from evidence_app.language.numbers import Numbers
from evidence_app.services.ordinary import ordinary_words
from evidence_app.services.release.decisions import Decisions

_PARTS_OF_NAMES = frozenset({"family", "given", "patronymic"})


class Tells:
    """Looks for everybody who must not be recognised by one reader."""

    def __init__(self, decisions: Decisions) -> None:
        self._decisions = decisions

    def mentions(self, text: str) -> list[Mention]:
        """Return where a text gives away a name, a number or a code."""
        codes = person_codes(text, self._secret_codes)
        return apart([*self._watch.mentions(text), *self._secret_numbers.mentions(text), *codes])

    @cached_property
    def _watch(self) -> Watch:
        """The names that must not leave; a word of a name that may be printed does not count by itself."""
        hidden: list[Name] = []
        printed: list[Name] = []
        every = [*self._decisions.every_name, *self._asserted_names]
        for name in every:
            person = self._decisions.people.get(name.person or 0)
            if person is not None:
                is_group, may_be_named = person.kind in {"GROUP", "ORGANISATION"}, self._decisions.may_be_named(person)
                entry = Name(
                    person.id,
                    name.full,
                    name.family,
                    name.given,
                    name.patronymic,
                    never_spared=person.protection in {"P3", "P4"},
                    is_group=is_group,
                    capitals_tell=not may_be_named,  # a given name alone tells too
                )
                (printed if may_be_named else hidden).append(entry)
        return Watch(hidden, unless=printed, ordinary=ordinary_words())

    @cached_property
    def _secret_numbers(self) -> Numbers:
        """Contacts and document numbers of everybody, and what a case's own fields hold of those who may not be named.

        They never leave in any edition but the team's.
        """
        holders = self._decisions.people.values() if self._decisions.reader != "TEAM" else ()
        held = ((value, one.id) for one in holders for value in (*one.contacts, *one.documents))
        return Numbers([*held, *((*self._asserted_numbers, *self._own_numbers) if holders else ())])

    @cached_property
    def _asserted_names(self) -> list[PersonName]:
        """The names that sources give beside those that are recorded, each as a spelling of its own."""
        names = {name.uid: name for name in self._decisions.every_name}
        found = []
        for said in self._decisions.asserted:
            name = names.get(said.subject)
            person = self._decisions.people.get((name.person or 0) if name is not None else 0)
            # Of somebody who may be named it hides nothing, and must not spare others: it may be wrong.
            if name is None or person is None or self._decisions.may_be_named(person):
                continue
            for _tag, text in said.value.texts:
                if said.field == "full":
                    found.append(PersonName(person=name.person, full=text))
                elif said.field in _PARTS_OF_NAMES:
                    found.append(name.but(**{said.field: text}))
        return found

    @cached_property
    def _asserted_numbers(self) -> list[tuple[str, int]]:
        """The contacts and document numbers that sources give of persons."""
        persons = {person.uid: person.id for person in self._decisions.people.values()}
        return [
            (text, persons[said.subject])
            for said in self._decisions.asserted
            if said.subject in persons and said.field in {"contacts", "documents"}
            for _tag, text in said.value.texts
        ]

    @cached_property
    def _own_numbers(self) -> list[tuple[str, int]]:
        """What a case's own fields hold of persons who may not be named."""
        hidden = {one.uid: one.id for one in self._decisions.people.values() if not self._decisions.may_be_named(one)}
        held = self._decisions.own_values
        return [(value.value, hidden[value.subject]) for value in held if value.value and value.subject in hidden]

    @cached_property
    def _secret_codes(self) -> dict[int, int]:
        """Persons whose stable code this reader may not know, by its number: it would join what is kept apart."""
        return {
            int(person.code.removeprefix(f"{Person.letter}-")): person.id
            for person in self._decisions.people.values()
            if self._decisions.form(person) in {Form.FRESH, Form.WITHHELD}
            or self._decisions.person_ground(person) is not None
        }
