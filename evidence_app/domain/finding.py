"""Findings: what was done to a body or mind, as claimed, seen or diagnosed (Istanbul Protocol 2022, Annex III)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from evidence_app.domain.localised import Localised
from evidence_app.domain.partial_date import PartialDate
from evidence_app.domain.record import Record, choice, integer, plain, reference, when, words
from evidence_app.system.words import N_

_FINDING, _OPINION, _SOURCE = N_("Injury"), N_("Opinion"), N_("Source")


@dataclass(frozen=True, kw_only=True)
class Finding(Record):
    """One finding on one person.

    `x` and `y` place it on the outline of a body, in thousandths of the outline's width and height from its upper left
    corner; `consistency` is the Istanbul Protocol's degree (paragraph 187 of the 2004 text).
    """

    noun: ClassVar[str] = "finding"

    person: int | None = reference("person", N_("Person"), required=True)
    kind: str | None = choice("finding_kind", N_("Type"), group=_FINDING)
    basis: str | None = choice("finding_basis", N_("Known by"), group=_FINDING)
    site: str | None = choice("body_site", N_("Part of the body"), group=_FINDING)
    side: str | None = choice("body_side", N_("Side"), group=_FINDING)
    view: str | None = choice("body_view", N_("View"), group=_FINDING)
    x: int | None = integer(N_("Across, in thousandths"), group=_FINDING, fixed=True)
    y: int | None = integer(N_("Down, in thousandths"), group=_FINDING, fixed=True)
    size: str | None = plain(N_("Size"), group=_FINDING)
    description: Localised = words(N_("Description"), searched=True, group=_FINDING, multiline=True)
    observed: PartialDate | None = when(N_("Observed on"), group=_OPINION)
    examiner: str | None = plain(N_("Examiner"), group=_OPINION)
    consistency: str | None = choice("injury_consistency", N_("Degree of consistency"), group=_OPINION)
    other_causes: Localised = words(N_("Other possible causes"), group=_OPINION)
    event: int | None = reference("event", N_("Alleged event"), group=_OPINION)
    photo: int | None = reference("item", N_("Photograph"), group=_SOURCE)
    source: int | None = reference("item", N_("Source"), group=_SOURCE)
    locator: str | None = plain(N_("Place in the source"), group=_SOURCE)
    confidentiality: str = choice("confidentiality", N_("Confidentiality"), "C1", group=_SOURCE)
