"""Tell what a file is by its first bytes. Its name is a hint among kinds that look alike, never a proof.

Text is decided before anything else: a playlist (ffconcat, m3u8, sdp, mpd) under a video's name would make a
decoder open other files, so what reads as text is text. Signatures are those of the formats' own standards and of
the freedesktop.org shared MIME database.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePath

HEAD_BYTES = 4096


class Kind(StrEnum):
    """What can be done with a file: which decoder, if any, may see it."""

    PHOTO = "photo"
    VIDEO = "video"
    AUDIO = "audio"
    PDF = "pdf"
    TEXT = "text"
    ARCHIVE = "archive"
    OFFICE = "office"
    WEB = "web"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Sniff:
    """MIME type and kind, as the bytes have it."""

    mime: str
    kind: Kind


UNKNOWN = Sniff("application/octet-stream", Kind.UNKNOWN)

_TEXTS: tuple[tuple[str, str, Kind], ...] = (
    (r"%PDF-", "application/pdf", Kind.PDF),
    (r"\{\\rtf", "application/rtf", Kind.OFFICE),
    (r"WARC/\d", "application/warc", Kind.WEB),
    (r"(?is)(<!--.*?-->\s*)*(<!doctype html|<html|<head|<body)", "text/html", Kind.WEB),
    (r"(?is)<\?xml[^>]*\?>\s*(<!--.*?-->\s*)*(<!doctype html|<html)", "application/xhtml+xml", Kind.WEB),
    (r"(?is)(<\?xml[^>]*\?>\s*)?(<!--.*?-->\s*)*(<!doctype svg[^>]*>\s*)?<svg", "image/svg+xml", Kind.TEXT),
    (r"(?i)(from|to|subject|received|return-path|date|message-id|mime-version|delivered-to|x-[a-z-]+): ",
     "message/rfc822", Kind.TEXT),
    (r"[\[{]\s*[\"\[{\]}]", "application/json", Kind.TEXT),
    (r"<\?xml", "application/xml", Kind.TEXT),
)  # fmt: skip

# Each row: a pattern over the first bytes. The order matters only where one pattern is looser than another.
_BINARIES: tuple[tuple[bytes, str, Kind], ...] = (
    (rb"\xff\xd8\xff", "image/jpeg", Kind.PHOTO),
    (rb"\x89PNG\r\n\x1a\n", "image/png", Kind.PHOTO),
    (rb"GIF8[79]a", "image/gif", Kind.PHOTO),
    (rb"(II\x2a\0|MM\0\x2a|II\x2b\0|MM\0\x2b)", "image/tiff", Kind.PHOTO),
    (rb"RIFF....WEBP", "image/webp", Kind.PHOTO),
    (rb"BM.{12}[\x0c\x28\x34\x38\x40\x6c\x7c]\0\0\0", "image/bmp", Kind.PHOTO),
    (rb"(\0\0\0\x0cjP  \r\n\x87\n|\xff\x4f\xff\x51)", "image/jp2", Kind.PHOTO),
    (rb"(\0\0\0\x0cJXL \r\n\x87\n|\xff\x0a)", "image/jxl", Kind.PHOTO),
    (rb"8BPS", "image/vnd.adobe.photoshop", Kind.PHOTO),
    (rb".{4}ftyp(avif|avis|mif1.{4}(.{4}){0,8}avif)", "image/avif", Kind.PHOTO),
    (rb".{4}ftyp(heic|heix|heim|heis|hevc|hevx|mif1|msf1)", "image/heic", Kind.PHOTO),
    (rb".{4}ftyp(M4A |M4B |F4A )", "audio/mp4", Kind.AUDIO),
    (rb".{4}ftypqt  ", "video/quicktime", Kind.VIDEO),
    (rb".{4}ftyp3g", "video/3gpp", Kind.VIDEO),
    (rb".{4}(ftyp|moov|moof|styp|mdat|wide|pnot)", "video/mp4", Kind.VIDEO),
    (rb"\x1a\x45\xdf\xa3.{0,60}webm", "video/webm", Kind.VIDEO),
    (rb"\x1a\x45\xdf\xa3", "video/x-matroska", Kind.VIDEO),
    (rb"RIFF....AVI ", "video/x-msvideo", Kind.VIDEO),
    (rb"(\x47.{187}\x47.{187}\x47|.{4}\x47.{191}\x47.{191}\x47)", "video/mp2t", Kind.VIDEO),
    (rb"\0\0\x01\xba", "video/mpeg", Kind.VIDEO),
    (rb"FLV\x01", "video/x-flv", Kind.VIDEO),
    (rb"\x30\x26\xb2\x75\x8e\x66\xcf\x11", "video/x-ms-asf", Kind.VIDEO),
    (rb"OggS.{24,400}\x80theora", "video/ogg", Kind.VIDEO),
    (rb"OggS", "audio/ogg", Kind.AUDIO),
    (rb"(RIFF|RF64)....WAVE", "audio/wav", Kind.AUDIO),
    (rb"fLaC", "audio/flac", Kind.AUDIO),
    (rb"FORM....AIF[FC]", "audio/aiff", Kind.AUDIO),
    (rb"caff\0\x01", "audio/x-caf", Kind.AUDIO),
    (rb"#!AMR", "audio/amr", Kind.AUDIO),
    (rb"ID3[\x02-\x04]", "audio/mpeg", Kind.AUDIO),
    (rb"\xff[\xf0\xf1\xf8\xf9][\x40-\xbf]", "audio/aac", Kind.AUDIO),
    (rb"\xff[\xe2-\xe7\xf2-\xf7\xfa-\xff][\x10-\xeb]", "audio/mpeg", Kind.AUDIO),
    (rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole-storage", Kind.OFFICE),
    (rb"PK\x03\x04.{26}mimetypeapplication/vnd\.oasis\.opendocument\.", "application/vnd.oasis.opendocument",
     Kind.OFFICE),
    (rb"PK\x03\x04.{26}.{0,3000}(word|xl|ppt)/", "application/vnd.openxmlformats-officedocument", Kind.OFFICE),
    (rb"PK\x03\x04.{26}\[Content_Types\]\.xml", "application/vnd.openxmlformats-officedocument", Kind.OFFICE),
    (rb"PK(\x03\x04|\x05\x06|\x07\x08)", "application/zip", Kind.ARCHIVE),
    (rb"Rar!\x1a\x07", "application/vnd.rar", Kind.ARCHIVE),
    (rb"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed", Kind.ARCHIVE),
    (rb"\x1f\x8b\x08", "application/gzip", Kind.ARCHIVE),
    (rb"BZh[1-9]\x31\x41\x59\x26\x53\x59", "application/x-bzip2", Kind.ARCHIVE),
    (rb"\xfd7zXZ\0", "application/x-xz", Kind.ARCHIVE),
    (rb".{257}ustar", "application/x-tar", Kind.ARCHIVE),
)  # fmt: skip
_SIGNATURES = tuple((re.compile(pattern, re.DOTALL), Sniff(mime, kind)) for pattern, mime, kind in _BINARIES)
_OPENINGS = tuple((re.compile(pattern), Sniff(mime, kind)) for pattern, mime, kind in _TEXTS)

_NAMED_TEXTS = {".csv": "text/csv", ".md": "text/markdown", ".srt": "application/x-subrip", ".vtt": "text/vtt"}
_NAMED_MIMES = {
    ("application/x-ole-storage", ".doc"): "application/msword",
    ("application/x-ole-storage", ".xls"): "application/vnd.ms-excel",
    ("application/x-ole-storage", ".ppt"): "application/vnd.ms-powerpoint",
    ("application/x-ole-storage", ".msg"): "application/vnd.ms-outlook",
    ("application/vnd.openxmlformats-officedocument", ".docx"):
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ("application/vnd.openxmlformats-officedocument", ".xlsx"):
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ("application/vnd.openxmlformats-officedocument", ".pptx"):
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ("application/vnd.oasis.opendocument", ".odt"): "application/vnd.oasis.opendocument.text",
    ("application/vnd.oasis.opendocument", ".ods"): "application/vnd.oasis.opendocument.spreadsheet",
}  # fmt: skip

# Tab, line feed, form feed, carriage return, the DOS end mark and escape occur in text; no other control does.
_NOT_TEXT = re.compile(rb"[\x00-\x08\x0b\x0e-\x19\x1c-\x1f\x7f]")
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")


def sniff(head: bytes, name: str = "") -> Sniff:
    """Return what a file is from its first 4 KiB; its name decides only between kinds that look alike."""
    head = head[:HEAD_BYTES]
    suffix = PurePath(name).suffix.lower()
    text = _as_text(head)
    if text is not None:
        return _sniff_text(text, suffix)
    for signature, found in _SIGNATURES:
        if signature.match(head):
            return Sniff(_NAMED_MIMES.get((found.mime, suffix), found.mime), found.kind)
    # Scanners and mail gateways put junk before a PDF; readers look for it in the first KiB.
    if 0 <= head.find(b"%PDF-") < 1024:
        return Sniff("application/pdf", Kind.PDF)
    return UNKNOWN


def _as_text(head: bytes) -> str | None:
    """Return the head as text if it reads as text in any encoding, else None."""
    if not head:
        return None
    if head.startswith(_UTF16_MARKS):
        text = head[: len(head) // 2 * 2].decode("utf-16", "replace")
        return None if "\0" in text or text.count("\ufffd") > 1 else text
    if _NOT_TEXT.search(head) or head.startswith(b"\xff\xd8\xff"):
        return None
    # A character cut off by the end of the head is no fault; other faults make it a single-byte encoding,
    # where letters are the rule and symbols the exception.
    return head.decode("utf-8-sig", "ignore") if _is_utf8(head) else _single_byte(head)


def _is_utf8(head: bytes) -> bool:
    """Tell whether the head is UTF-8 but for a character cut off at its end."""
    try:
        head.decode("utf-8")
    except UnicodeDecodeError as problem:
        return len(head) == HEAD_BYTES and problem.start > HEAD_BYTES - 4
    return True


def _single_byte(head: bytes) -> str | None:
    """Return the head as Windows-1251 if nearly all of it is letters, spaces and plain signs."""
    text = head.decode("windows-1251", "replace")
    plain = sum(character.isalnum() or character.isspace() or character.isascii() for character in text)
    return text if plain / len(text) > 0.95 else None


def _sniff_text(text: str, suffix: str) -> Sniff:
    """Tell kinds of text apart by how they open."""
    opening = text.lstrip("\ufeff \t\r\n")
    for pattern, found in _OPENINGS:
        if pattern.match(opening):
            return found
    # Old PDFs are text all through, and may stand behind a line or two of junk.
    if "\n%PDF-" in text[:1024]:
        return Sniff("application/pdf", Kind.PDF)
    return Sniff(_NAMED_TEXTS.get(suffix, "text/plain"), Kind.TEXT)
