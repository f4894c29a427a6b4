"""Testimonies, spoken once and cited by paragraph."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from evidence_app.domain.item import Item
from evidence_app.domain.partial_date import PartialDate
from evidence_app.domain.record import Record, choice, flag, integer, many, plain, reference, when
from evidence_app.system.words import N_

_STATEMENT = N_("Statement")


@dataclass(frozen=True, kw_only=True)
class Testimony(Item):
    """What a person said; its paragraphs are segments (`T-014 ¶4`)."""

    noun: ClassVar[str] = "testimony"
    letter: ClassVar[str] = "T"
    base: ClassVar[type[Record] | None] = Item

    speaker: int | None = reference("person", N_("Speaker"), group=_STATEMENT)
    form: str | None = choice("testimony_kind", N_("Form"), group=_STATEMENT)
    taken: PartialDate | None = when(N_("Taken on"), group=_STATEMENT)
    language: str = plain(N_("Language"), "", required=True, group=_STATEMENT, codes="language")
    interviewer: str | None = plain(N_("Interviewer"), group=_STATEMENT)
    interpreter: str | None = plain(N_("Interpreter"), group=_STATEMENT)
    present: tuple[str, ...] = many(N_("Others present"), group=_STATEMENT)
    oath: bool | None = flag(N_("Under oath"), group=_STATEMENT)
    recorded: bool | None = flag(N_("Recorded"), group=_STATEMENT)
    read_back: bool | None = flag(N_("Read back"), group=_STATEMENT)
    signed: bool | None = flag(N_("Signed"), group=_STATEMENT)


@dataclass(frozen=True, kw_only=True)
class Segment(Record):
    """One paragraph of a testimony or transcript: the unit of citing and of search. Times in milliseconds."""

    noun: ClassVar[str] = "segment"

    item: int | None = reference("item", N_("Item"), required=True)
    number: int = integer(N_("¶"), 0, required=True)
    speaker: str | None = plain(N_("Speaker"))
    start_ms: int | None = integer(N_("From"))
    end_ms: int | None = integer(N_("To"))
    language: str = plain(N_("Language"), "", required=True)
    text: str = plain(N_("Text"), "", required=True, searched=True)
    state: str = choice("segment_state", N_("State"), "DONE")


@dataclass(frozen=True, kw_only=True)
class Translation(Record):
    """A segment in another language."""

    noun: ClassVar[str] = "translation"

    segment: int | None = reference("segment", N_("Paragraph"), required=True)
    language: str = plain(N_("Language"), "", required=True)
    text: str = plain(N_("Text"), "", required=True, searched=True)
    translator: str | None = plain(N_("Translator"))
    certified_by: str | None = plain(N_("Certified by"))
    state: str = choice("segment_state", N_("State"), "DONE")
