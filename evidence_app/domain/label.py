"""Labels: short words of the team's own, on any record."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from evidence_app.domain.record import Record, plain, reference
from evidence_app.system.words import N_


@dataclass(frozen=True, kw_only=True)
class Label(Record):
    """A label that records can carry."""

    noun: ClassVar[str] = "label"

    name: str = plain(N_("Label"), "", required=True, searched=True)


@dataclass(frozen=True, kw_only=True)
class Labelling(Record):
    """One label on one record, which is named by its uid."""

    noun: ClassVar[str] = "labelling"

    label: int | None = reference("label", N_("Label"), required=True)
    subject: str = plain(N_("Record"), "", required=True)
