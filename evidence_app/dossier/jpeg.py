"""JPEG bytes for the page: without what a camera wrote into them, the pixels untouched.

ReportLab embeds JPEG files as they are, so place, device and comment would travel inside the PDF. Segments are
those of ITU-T T.81, Annex B.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_START, _END, _SCAN, _COMMENT = 0xD8, 0xD9, 0xDA, 0xFE
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_APPLICATION = range(0xE0, 0xF0)
# Needed to draw: JFIF without a thumbnail, the colour profile, Adobe's colour transform.
_JFIF, _PROFILE, _ADOBE = b"\xff\xe0\x00\x10JFIF\0", b"ICC_PROFILE\0", b"Adobe"


def _segments(data: bytes) -> Iterator[tuple[int, int, int]]:
    """Return marker, start and end of each segment up to and including the first scan's header."""
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker == 0xFF:  # a fill byte
            at += 1
            continue
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        yield marker, at, end
        if marker == _SCAN:
            return
        at = end


def dimensions(data: bytes) -> tuple[int, int] | None:
    """Return width and height in pixels; None where the bytes are no JPEG that can be drawn."""
    if data[:2] != bytes((0xFF, _START)):
        return None
    size, has_scan = None, False
    for marker, start, end in _segments(data):
        if marker in _FRAMES and end - start >= 10 and end <= len(data):
            height, width = (int.from_bytes(data[start + n : start + n + 2], "big") for n in (5, 7))
            size = (width, height) if width and height and data[start + 9] in (1, 3, 4) else None
        has_scan = has_scan or (marker == _SCAN and end < len(data))
    return size if has_scan else None


def bare(data: bytes) -> bytes:
    """Return the picture alone: the segments needed, then the scans up to the end of the image."""
    kept, used = [data[:2]], 2
    for marker, start, end in _segments(data):
        used = end
        if marker not in (*_APPLICATION, _COMMENT) or _is_needed(marker, data[start:end]):
            kept.append(data[start:end])
    return b"".join(kept) + data[used : _end_of_image(data, used)]


def _is_needed(marker: int, segment: bytes) -> bool:
    """Tell whether an application segment changes how the picture looks."""
    if marker == 0xE2:
        return segment.startswith(_PROFILE, 4)
    if marker == 0xEE:
        return segment.startswith(_ADOBE, 4)
    return segment.startswith(_JFIF)


def _end_of_image(data: bytes, at: int) -> int:
    """Return where the image ends; a progressive picture has further segments between its scans."""
    while (at := data.find(b"\xff", at)) != -1 and at + 1 < len(data):
        marker = data[at + 1]
        if marker == _END:
            return at + 2
        if marker == 0xFF:
            at += 1
        elif marker == 0x00 or 0xD0 <= marker <= 0xD7:
            at += 2
        else:
            at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    return len(data)
