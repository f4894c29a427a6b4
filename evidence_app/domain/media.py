"""Media and the files they are kept in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from evidence_app.domain.item import Item
from evidence_app.domain.partial_date import PartialDate
from evidence_app.domain.record import Record, choice, data, flag, integer, plain, reference, when
from evidence_app.system.words import N_

_FILE = N_("File")


@dataclass(frozen=True, kw_only=True)
class Media(Item):
    """Video, audio, photograph, scan, document or web capture. Sizes in pixels, duration in milliseconds."""

    noun: ClassVar[str] = "media"
    letter: ClassVar[str] = "E"
    base: ClassVar[type[Record] | None] = Item

    duration_ms: int | None = integer(N_("Duration"), group=_FILE, fixed=True)
    pages: int | None = integer(N_("Pages"), group=_FILE, fixed=True)
    width: int | None = integer(N_("Width"), group=_FILE, fixed=True)
    height: int | None = integer(N_("Height"), group=_FILE, fixed=True)
    codec: str | None = plain(N_("Codec"), group=_FILE, fixed=True)
    metadata: tuple[tuple[str, str], ...] = data(N_("Metadata of the file"), group=_FILE, fixed=True)
    is_graphic: bool | None = flag(N_("Graphic content"), group=_FILE)
    is_coerced: bool | None = flag(N_("Coerced statement (Convention against Torture, art. 15)"), group=_FILE)
    original_name: str | None = plain(N_("Original file name"), searched=True, group=_FILE, fixed=True)
    rights: str | None = plain(N_("Rights"), group=_FILE)
    problem: str | None = plain(N_("Could not be shown"), group=_FILE, fixed=True)
    protected_by: str | None = plain(N_("Decoded under"), group=_FILE, fixed=True)


@dataclass(frozen=True, kw_only=True)
class StoredFile(Record):
    """A sealed file of an item; `sha256` (hex, of the plaintext) names its vault object. `at_ms`: time of a still."""

    noun: ClassVar[str] = "file"

    item: int | None = reference("item", N_("Item"), required=True)
    role: str = choice("file_role", N_("Role"), "ORIGINAL")
    name: str | None = plain(N_("Original file name"))
    sha256: str = plain(N_("SHA-256"), "", required=True)
    size_bytes: int = integer(N_("Size"), 0)
    mime: str = plain(N_("Type"), "application/octet-stream")
    modified: str | None = plain(N_("Changed last, as the source said"))
    at_ms: int | None = integer(N_("Time"))
    extracted: str | None = plain(N_("Text"), searched=True)


@dataclass(frozen=True, kw_only=True)
class Batch(Record):
    """Files that arrived together: the facts kept for all of them."""

    noun: ClassVar[str] = "batch"

    received_from: str | None = plain(N_("Received from"), secret=True)
    received: PartialDate | None = when(N_("Received on"))
    received_how: str | None = plain(N_("Received how"))
    received_by: str | None = plain(N_("Received by"))
    source: str | None = plain(N_("Source folder"), secret=True)
    finished: bool | None = flag(N_("Finished"), False)
