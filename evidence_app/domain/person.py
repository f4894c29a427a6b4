"""Persons: victims, officers, witnesses, counsel and agencies alike; roles live in involvement."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from evidence_app.domain.localised import Localised
from evidence_app.domain.partial_date import PartialDate
from evidence_app.domain.record import Record, choice, flag, many, plain, reference, when, words
from evidence_app.system.words import N_

_IDENTITY, _PROTECTION, _CONTACT = N_("Identity"), N_("Protection"), N_("Contact")
_WORK, _CASE, _NOTES = N_("Work and rank"), N_("In the case"), N_("Notes")


@dataclass(frozen=True, kw_only=True)
class Person(Record):
    """A person, group or organisation; `code` is the stable pseudonym."""

    noun: ClassVar[str] = "person"
    letter: ClassVar[str] = "P"

    code: str = plain(N_("No."), "", fixed=True)
    kind: str = choice("person_kind", N_("Kind"), "INDIVIDUAL", group=_IDENTITY)
    basis: str | None = choice("naming_basis", N_("Basis for naming"), group=_PROTECTION)
    protection: str = choice("protection", N_("Protection"), "P2", group=_PROTECTION)
    confidentiality: str = choice("confidentiality", N_("Confidentiality"), "C1", group=_PROTECTION)
    sex: str | None = choice("sex", N_("Sex"), group=_IDENTITY)
    born: PartialDate | None = when(N_("Date of birth"), group=_IDENTITY)
    died: PartialDate | None = when(N_("Date of death"), group=_IDENTITY)
    nationalities: tuple[str, ...] = many(N_("Citizenship"), group=_IDENTITY, codes="country")
    languages: tuple[str, ...] = many(N_("Languages"), group=_IDENTITY, codes="language")
    documents: tuple[str, ...] = many(N_("Identity documents"), secret=True, group=_CONTACT)
    contacts: tuple[str, ...] = many(N_("Contacts"), secret=True, group=_CONTACT)
    occupation: Localised = words(N_("Occupation"), searched=True, group=_WORK)
    organisation: Localised = words(N_("Organisation"), searched=True, group=_WORK)
    rank: Localised = words(N_("Rank or position"), searched=True, group=_WORK)
    recognised_victim: bool | None = flag(N_("Recognised as a victim by the court"), group=_CASE)
    represented: bool | None = flag(N_("Represented by us"), group=_CASE)
    notes: str | None = plain(N_("Notes"), searched=True, group=_NOTES, multiline=True)
    external_id: str | None = plain(N_("Number in the source"), group=_NOTES, fixed=True)


@dataclass(frozen=True, kw_only=True)
class PersonName(Record):
    """One spelling of one name, with its language, script (ISO 15924) and source; feeds search and redaction."""

    noun: ClassVar[str] = "person_name"

    person: int | None = reference("person", N_("Person"), required=True)
    kind: str | None = choice("name_kind", N_("Kind"))
    language: str | None = plain(N_("Language"), codes="language")
    script: str | None = plain(N_("Script"), fixed=True)
    full: str = plain(N_("Full name"), "", required=True, searched=True)
    family: str | None = plain(N_("Family name"))
    given: str | None = plain(N_("Given name"))
    patronymic: str | None = plain(N_("Patronymic"))
    preferred: bool | None = flag(N_("Preferred"), False)
    source: int | None = reference("item", N_("Source"))
    locator: str | None = plain(N_("Place in the source"))
