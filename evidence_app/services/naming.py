"""How people are called in lists and details: the preferred name, else any, else the code."""

from __future__ import annotations

from collections.abc import Iterable

from evidence_app.domain.person import Person, PersonName
from evidence_app.store.queries.records import Records
from evidence_app.system import words

_SCRIPTS = {"en": "Latn", "ru": "Cyrl", "kk": "Cyrl"}


def script_for(language: str) -> str:
    """Return the script (ISO 15924) in which names are preferred in a language."""
    return _SCRIPTS.get(language, "Latn")


def choose(names: Iterable[PersonName], language: str | None = None) -> PersonName | None:
    """Return the name to show: preferred and in the script of the language where there is one."""
    language = language or words.language()

    def rank(name: PersonName) -> tuple[bool, bool, bool, int]:
        in_script = script_of(name.full) == script_for(language)
        return (name.kind not in {"LEGAL", "TRANSLIT"}, not in_script, not name.preferred, name.id)

    return min(names, key=rank, default=None)


def script_of(text: str) -> str:
    """Return the ISO 15924 code of the script of a name's first letter."""
    for sign in text:
        if "a" <= sign.lower() <= "z":
            return "Latn"
        if "\u0400" <= sign <= "\u052f":
            return "Cyrl"
        if "\u0600" <= sign <= "\u06ff":
            return "Arab"
    return "Zyyy"


def names_by_person(records: Records) -> dict[int, list[PersonName]]:
    """Return all names of all persons."""
    found: dict[int, list[PersonName]] = {}
    for name in records.find(PersonName):
        found.setdefault(name.person or 0, []).append(name)
    return found


def label(records: Records, person: Person | None, language: str | None = None) -> str:
    """Return what a person is called, or the code; for use inside the team."""
    if person is None:
        return ""
    name = choose(records.find(PersonName, person=person.id), language)
    return name.full if name else person.code
