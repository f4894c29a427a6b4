"""Persons: victims, officers, witnesses, counsel and agencies alike; roles live in involvement."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from evidence_app.domain.localised import Localised
from evidence_app.domain.partial_date import PartialDate
from evidence_app.domain.record import Record, choice, flag, many, plain, reference, when, words
from evidence_app.system.words import N_


@dataclass(frozen=True, kw_only=True)
class Person(Record):
    """A person, group or organisation; `code` is the stable pseudonym."""

    noun: ClassVar[str] = "person"
    letter: ClassVar[str] = "P"

    code: str = plain(N_("No."), "")
    kind: str = choice("person_kind", N_("Kind"), "INDIVIDUAL")
    basis: str | None = choice("naming_basis", N_("Basis for naming"))
    protection: str = choice("protection", N_("Protection"), "P2")
    confidentiality: str = choice("confidentiality", N_("Confidentiality"), "C1")
    sex: str | None = choice("sex", N_("Sex"))
    born: PartialDate | None = when(N_("Date of birth"))
    died: PartialDate | None = when(N_("Date of death"))
    nationalities: tuple[str, ...] = many(N_("Citizenship"))
    languages: tuple[str, ...] = many(N_("Languages"))
    documents: tuple[str, ...] = many(N_("Identity documents"), secret=True)
    contacts: tuple[str, ...] = many(N_("Contacts"), secret=True)
    occupation: Localised = words(N_("Occupation"), searched=True)
    organisation: Localised = words(N_("Organisation"), searched=True)
    rank: Localised = words(N_("Rank or position"), searched=True)
    recognised_victim: bool | None = flag(N_("Recognised as a victim by the court"))
    represented: bool | None = flag(N_("Represented by us"))
    notes: str | None = plain(N_("Notes"), searched=True)
    external_id: str | None = plain(N_("Number in the source"))


@dataclass(frozen=True, kw_only=True)
class PersonName(Record):
    """One spelling of one name, with its language, script (ISO 15924) and source; feeds search and redaction."""

    noun: ClassVar[str] = "person_name"

    person: int | None = reference("person", N_("Person"), required=True)
    kind: str = choice("name_kind", N_("Kind"), "LEGAL")
    language: str | None = plain(N_("Language"))
    script: str | None = plain(N_("Script"))
    full: str = plain(N_("Name"), "", required=True, searched=True)
    family: str | None = plain(N_("Family name"))
    given: str | None = plain(N_("Given name"))
    patronymic: str | None = plain(N_("Patronymic"))
    preferred: bool | None = flag(N_("Preferred"), False)
    source: int | None = reference("item", N_("Source"))
    locator: str | None = plain(N_("Place in the source"))
