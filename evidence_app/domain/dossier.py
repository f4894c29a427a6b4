"""Dossiers: a definition, rebuilt from the data each time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from evidence_app.domain.localised import Localised
from evidence_app.domain.record import Record, choice, many, plain, words
from evidence_app.system.words import N_


@dataclass(frozen=True, kw_only=True)
class Dossier(Record):
    """Who it is for, in which language, with which sections; each build is an `export` part in the journal."""

    noun: ClassVar[str] = "dossier"
    letter: ClassVar[str] = "D"

    code: str = plain(N_("No."), "")
    title: Localised = words(N_("Title"))
    reader: str = choice("reader", N_("Reader"), "COURT")
    language: str = plain(N_("Language"), "ru")
    sections: tuple[str, ...] = many(N_("Sections"))
    recipients: tuple[str, ...] = many(N_("Recipients"))
