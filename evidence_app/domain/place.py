"""Places: a tree of region, village, facility, floor, room."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from evidence_app.domain.localised import Localised
from evidence_app.domain.record import Record, choice, plain, reference, words
from evidence_app.system.words import N_


@dataclass(frozen=True, kw_only=True)
class Place(Record):
    """A place; latitude and longitude are decimal degrees (WGS 84) as text, so that no digit is invented."""

    noun: ClassVar[str] = "place"

    parent: int | None = reference("place", N_("Part of"))
    name: Localised = words(N_("Name"), required=True, searched=True)
    kind: str | None = choice("place_type", N_("Kind"))
    address: str | None = plain(N_("Address"), searched=True)
    latitude: str | None = plain(N_("Latitude"))
    longitude: str | None = plain(N_("Longitude"))
    precision: str | None = plain(N_("Precision"))
    confidentiality: str = choice("confidentiality", N_("Confidentiality"), "C1")
