"""Putting codes in the place of names: what the window shows where others can look over a shoulder."""

from __future__ import annotations

from functools import lru_cache

from evidence_app.domain.person import Person, PersonName
from evidence_app.language.mentions import Name, Watch
from evidence_app.services.ordinary import ordinary_words
from evidence_app.services.workspace import Workspace

_REMEMBERED = 20_000


class Mask:
    """Knows every name of a case at one moment; holds no workspace, so that any thread may ask it."""

    def __init__(self, ws: Workspace) -> None:
        people = {person.id: person for person in ws.records.find(Person, voided=True)}
        self._codes = {person.id: person.code for person in people.values()}
        self._watch = Watch(
            [
                Name(
                    name.person,
                    name.full,
                    name.family,
                    name.given,
                    name.patronymic,
                    never_spared=True,
                    is_group=people[name.person].kind in {"GROUP", "ORGANISATION"},
                )
                for name in ws.records.find(PersonName)
                if name.person in people
            ],
            ordinary=ordinary_words(),
        )
        self.words = lru_cache(_REMEMBERED)(self._words)

    def _words(self, text: str) -> str:
        """Return a text with the code of a person in the place of each of their names, in any spelling and case."""
        for mention in reversed(self._watch.mentions(text)):
            text = text[: mention.start] + self._codes[mention.key] + text[mention.end :]
        return text
