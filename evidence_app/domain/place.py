"""Places: a tree of region, village, facility, floor, room."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from evidence_app.domain.localised import Localised
from evidence_app.domain.record import Record, choice, plain, reference, words
from evidence_app.system.words import N_

_PLACE, _MAP = N_("Place"), N_("On the map")


@dataclass(frozen=True, kw_only=True)
class Place(Record):
    """A place; latitude and longitude are decimal degrees (WGS 84) as text, so that no digit is invented."""

    noun: ClassVar[str] = "place"

    parent: int | None = reference("place", N_("Part of"), group=_PLACE)
    name: Localised = words(N_("Place name"), required=True, searched=True, group=_PLACE)
    kind: str | None = choice("place_type", N_("Kind"), group=_PLACE)
    address: str | None = plain(N_("Address"), searched=True, group=_PLACE)
    latitude: str | None = plain(N_("Latitude"), group=_MAP)
    longitude: str | None = plain(N_("Longitude"), group=_MAP)
    precision: str | None = plain(N_("Precision"), group=_MAP)
    confidentiality: str = choice("confidentiality", N_("Confidentiality"), "C1", group=_PLACE)
