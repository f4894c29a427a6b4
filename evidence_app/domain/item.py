"""Items: what every exhibit has, whatever it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from evidence_app.domain.localised import Localised
from evidence_app.domain.partial_date import PartialDate
from evidence_app.domain.record import Record, choice, many, plain, reference, when, words
from evidence_app.system.words import N_

_EXHIBIT, _ORIGIN, _RECEIPT, _STANDING = N_("Exhibit"), N_("Origin"), N_("Receipt"), N_("Standing")


@dataclass(frozen=True, kw_only=True)
class Item(Record):
    """An exhibit: testimony, media or filing. Reliability and credibility after the admiralty grades A-F, 1-6."""

    noun: ClassVar[str] = "item"

    code: str = plain(N_("No."), "", fixed=True)
    kind: str | None = choice("item_kind", N_("Kind"), group=_EXHIBIT)
    title: Localised = words(N_("Title"), required=True, searched=True, group=_EXHIBIT)
    description: Localised = words(N_("Description"), searched=True, group=_EXHIBIT, multiline=True)
    languages: tuple[str, ...] = many(N_("Languages"), group=_EXHIBIT, codes="language")
    author: str | None = plain(N_("Author"), searched=True, group=_ORIGIN)
    source_person: int | None = reference("person", N_("Source"), group=_ORIGIN)
    made: PartialDate | None = when(N_("Made on"), group=_ORIGIN)
    zone: str | None = plain(N_("Time zone"), group=_ORIGIN)
    place: int | None = reference("place", N_("Place"), group=_ORIGIN)
    received: PartialDate | None = when(N_("Received on"), group=_RECEIPT)
    received_from: str | None = plain(N_("Received from"), secret=True, group=_RECEIPT)
    received_how: str | None = plain(N_("Received how"), group=_RECEIPT)
    received_by: str | None = plain(N_("Received by"), group=_RECEIPT)
    derived_from: int | None = reference("item", N_("Derived from"), group=_ORIGIN)
    relation: str | None = choice("item_relation", N_("Relation"), group=_ORIGIN)
    confidentiality: str = choice("confidentiality", N_("Confidentiality"), "C1", group=_STANDING)
    privilege: str = choice("privilege", N_("Privilege"), "NONE", group=_STANDING)
    reliability: str | None = choice("source_reliability", N_("Source reliability"), group=_STANDING)
    credibility: str | None = choice("info_credibility", N_("Credibility"), group=_STANDING)
    verification: str = choice("verification", N_("Verification"), "UNREVIEWED", group=_STANDING)
    holder: str | None = plain(N_("Present holder"), group=_RECEIPT, fixed=True)
    storage: str | None = plain(N_("Kept at"), group=_RECEIPT)
    seal: str | None = plain(N_("Seal"), group=_RECEIPT)
    batch: int | None = reference("batch", N_("Intake batch"), fixed=True)
    external_id: str | None = plain(N_("Number in the source"), fixed=True)
    link: str | None = plain(N_("Address on the web"), group=_ORIGIN)
