"""Putting codes in the place of names: what the window shows where others can look over a shoulder."""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from evidence_app.domain.assertion import Assertion
from evidence_app.domain.person import Person, PersonName
from evidence_app.domain.record import fields
from evidence_app.language.mentions import Mention, Name, Watch, apart
from evidence_app.language.numbers import Numbers
from evidence_app.language.pet_names import familiar
from evidence_app.services.assertions import BETWEEN
from evidence_app.services.ordinary import ordinary_words
from evidence_app.services.workspace import Workspace

_REMEMBERED = 20_000
_MOST_CODES = 3
_SLICE = 100  # so many persons are learned before the reading may be broken off
_OFTEN = 30  # what so many names share takes long to hear the first time
_UNSAID = "…"  # for a contact, and for a name that many bear
_GROUPS = {"GROUP", "ORGANISATION"}
_SECRET = {line.name for line in fields(Person) if line.secret}
_SHORTEST_PHRASE = 6  # below it there are too many others like it


class Mask:
    """Knows all names and contacts of a case at one moment; holds no workspace, so that any thread may ask it."""

    def __init__(self, codes: dict[int, str], watch: Watch, secrets: Sequence[str]) -> None:
        self._codes, self._watch = codes, watch
        self._numbers = Numbers((value, 1) for value in secrets)
        self._phrases = frozenset(phrase for value in secrets if len(phrase := _folded(value)) >= _SHORTEST_PHRASE)
        self.words = lru_cache(_REMEMBERED)(self._words)

    def _words(self, text: str) -> str:
        """Return a text with codes in the place of names, in any spelling and case, and contacts left out."""
        hidden = [Mention(one.start, one.end, 0) for one in (*self._numbers.mentions(text), *self._said(text))]
        for mention in reversed(apart([*hidden, *self._watch.mentions(text)])):
            text = text[: mention.start] + self._instead(mention) + text[mention.end :]
        return text

    def _instead(self, mention: Mention) -> str:
        """Return what stands in the place of a mention."""
        keys = (mention.key, *mention.others)
        return "/".join(self._codes[key] for key in keys) if mention.key and len(keys) <= _MOST_CODES else _UNSAID

    def _said(self, text: str) -> Iterator[Mention]:
        """Yield where a contact stands as it was recorded, as an address in words does."""
        lower = _folded(text)
        for phrase in self._phrases:
            if phrase in lower:
                for found in re.finditer(rf"(?<!\w){re.escape(phrase)}(?!\w)", lower):
                    yield Mention(*found.span(), 0)


class Learning:
    """Makes a mask in slices: called again after it gave way, it goes on where it was."""

    def __init__(self) -> None:
        self._watch, self._secrets = Watch((), ordinary=ordinary_words()), list[str]()
        self._codes: dict[int, str] | None = None
        self._left: deque[tuple[Person, list[PersonName]]] = deque()  # whose names are not learned yet
        self._shared: Counter[str] = Counter()
        self._often: list[str] | None = None

    def __call__(self, ws: Workspace) -> Mask:
        """Return the mask; may be broken off between slices."""
        if self._codes is None:
            self._codes = self._read(ws)
        while self._left:
            for _person in range(min(_SLICE, len(self._left))):
                self._take(*self._left.popleft())
            ws.give_way()
        if self._often is None:
            self._often = [word for word, bearers in self._shared.items() if bearers >= _OFTEN]
        while self._often:
            self._watch.rehearse(self._often.pop())
            ws.give_way()
        return Mask(self._codes, self._watch, self._secrets)

    def _take(self, person: Person, names: list[PersonName]) -> None:
        """Learn all names of one person."""
        self._watch.learn(spelled for name in names for spelled in _names(name, person))
        self._shared.update({word for name in names for word in name.full.split()})

    def _read(self, ws: Workspace) -> dict[int, str]:
        """Read names and secrets; return the codes of all persons."""
        people = {person.id: person for person in ws.records.find(Person, voided=True)}
        named: dict[int, list[PersonName]] = {}
        for name in ws.records.find(PersonName, voided=True):
            if name.person in people:
                named.setdefault(name.person, []).append(name)
        self._secrets = list(_secrets(ws, people.values()))
        self._left.extend((people[person], names) for person, names in named.items())
        return {person.id: person.code for person in people.values()}


def learned(ws: Workspace) -> Mask:
    """Return the mask of a case."""
    return Learning()(ws)


def _folded(text: str) -> str:
    """Return a text without capitals, each letter in its place."""
    return "".join(small if len(small := one.casefold()) == 1 else one for one in text)


def _names(name: PersonName, person: Person) -> Iterator[Name]:
    """Yield a name, and what those who know the person call them."""
    is_group = person.kind in _GROUPS
    parts = (name.full, name.family, name.given, name.patronymic)
    yield Name(person.id, *parts, never_spared=True, is_group=is_group, every_word=True)
    for given in () if is_group else (name.given or name.full).split():
        for short in familiar(given):
            yield Name(person.id, short.title(), never_spared=True, every_word=True)


def _secrets(ws: Workspace, people: Iterable[Person]) -> Iterator[str]:
    """Yield every contact and document number, also those that are only some source's."""
    subjects = set()
    for person in people:
        subjects.add(person.uid)
        yield from (*person.contacts, *person.documents)
    for said in ws.records.find(Assertion, voided=True):
        if said.field in _SECRET and said.subject in subjects:
            yield from (part for _language, value in said.value.texts for part in (value, *value.split(BETWEEN)))
