"""Terms that a case adds to the vocabularies."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from evidence_app.domain.localised import Localised
from evidence_app.domain.record import Record, integer, plain, words
from evidence_app.system.words import N_


@dataclass(frozen=True, kw_only=True)
class OwnTerm(Record):
    """A term of the case's own in the vocabulary `of_list`; records hold its `key`, which never changes."""

    noun: ClassVar[str] = "own_term"

    name: Localised = words(N_("Term"), required=True)
    of_list: str = plain(N_("List"), "", required=True)
    key: str = plain(N_("Key"), "", required=True)
    place: int | None = integer(N_("Order"))
