"""Items: what every exhibit has, whatever it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from evidence_app.domain.localised import Localised
from evidence_app.domain.partial_date import PartialDate
from evidence_app.domain.record import Record, choice, many, plain, reference, when, words
from evidence_app.system.words import N_


@dataclass(frozen=True, kw_only=True)
class Item(Record):
    """An exhibit: testimony, media or filing. Reliability and credibility after the admiralty grades A-F, 1-6."""

    noun: ClassVar[str] = "item"

    code: str = plain(N_("No."), "")
    kind: str = choice("item_kind", N_("Kind"), "DATA")
    title: Localised = words(N_("Title"), required=True, searched=True)
    description: Localised = words(N_("Description"), searched=True)
    languages: tuple[str, ...] = many(N_("Languages"))
    author: str | None = plain(N_("Author"), searched=True)
    source_person: int | None = reference("person", N_("Source"))
    made: PartialDate | None = when(N_("Made on"))
    zone: str | None = plain(N_("Time zone"))
    place: int | None = reference("place", N_("Place"))
    received: PartialDate | None = when(N_("Received on"))
    received_from: str | None = plain(N_("Received from"), secret=True)
    received_how: str | None = plain(N_("Received how"))
    received_by: str | None = plain(N_("Received by"))
    derived_from: int | None = reference("item", N_("Derived from"))
    relation: str = choice("item_relation", N_("Relation"), "ORIGINAL")
    confidentiality: str = choice("confidentiality", N_("Confidentiality"), "C1")
    privilege: str = choice("privilege", N_("Privilege"), "NONE")
    reliability: str | None = choice("source_reliability", N_("Source reliability"))
    credibility: str | None = choice("info_credibility", N_("Credibility"))
    verification: str = choice("verification", N_("Verification"), "UNREVIEWED")
    holder: str | None = plain(N_("Present holder"))
    storage: str | None = plain(N_("Kept at"))
    seal: str | None = plain(N_("Seal"))
    batch: int | None = reference("batch", N_("Intake batch"))
    external_id: str | None = plain(N_("Number in the source"))
    link: str | None = plain(N_("Address on the web"))
