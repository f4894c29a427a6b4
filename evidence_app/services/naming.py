"""How people are called: in the window by the name that is preferred, in a dossier in the letters of its language.

Each script may have a preferred name. Only among these does the language of the window choose, so that a spelling that
is added beside them renames nobody."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from evidence_app.domain.person import Person, PersonName
from evidence_app.store.queries.records import Records
from evidence_app.system import words

A_QUERY = 500  # of more persons, all names are read at once
_SCRIPTS = {"en": "Latn", "ru": "Cyrl", "kk": "Cyrl"}


def script_for(language: str) -> str:
    """Return the script (ISO 15924) in which names are preferred in a language."""
    return _SCRIPTS.get(language, "Latn")


def choose(names: Iterable[PersonName], language: str | None = None) -> PersonName | None:
    """Return the name to show in the window, or to print in a document of some language."""
    script = script_for(language or words.language())
    rank = _printed_rank if language else _shown_rank
    return min(names, key=lambda name: rank(name, script), default=None)


def _printed_rank(name: Any, script: str) -> tuple[bool, bool, bool, int]:
    """Return what a document chooses names, or rows of them, by: a legal one in its own letters."""
    return name.kind not in {None, "LEGAL", "TRANSLIT"}, script_of(name.full) != script, not name.preferred, name.id


def _shown_rank(name: Any, script: str) -> tuple[bool, bool, bool, int]:
    """Return what the window chooses names, or rows of them, by: only among those preferred, its letters decide."""
    is_other, in_letters = name.kind not in {None, "LEGAL", "TRANSLIT"}, script_of(name.full) == script
    return not name.preferred, is_other, not (name.preferred and in_letters), name.id


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


def in_script(names: Iterable[PersonName], text: str) -> list[PersonName]:
    """Return the names that are written in the script of a text."""
    return [name for name in names if script_of(name.full) == script_of(text)]


def names_by_person(records: Records) -> dict[int, list[PersonName]]:
    """Return all names of all persons."""
    found: dict[int, list[PersonName]] = {}
    for name in records.find(PersonName):
        found.setdefault(name.person or 0, []).append(name)
    return found


def called(records: Records, people: Sequence[int] | None = None) -> dict[int, str]:
    """Return what `choose` calls some persons, or all: of many, whole records would take longest to make."""
    few: dict[str, Any] = {"person": list(people)} if people is not None and len(people) <= A_QUERY else {}
    script = script_for(words.language())
    chosen: dict[int, tuple[tuple[bool, bool, bool, int], str]] = {}
    for row in records.some(PersonName, "id", "person", "kind", "full", "preferred", **few):
        rank = _shown_rank(row, script)
        if row.person not in chosen or rank < chosen[row.person][0]:
            chosen[row.person] = (rank, row.full)
    return {person: full for person, (_rank_of, full) in chosen.items()}


def label(records: Records, person: Person | None, language: str | None = None) -> str:
    """Return what a person is called, or the code; for use inside the team."""
    if person is None:
        return ""
    name = choose(records.find(PersonName, person=person.id), language)
    return name.full if name else person.code
