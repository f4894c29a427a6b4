"""Photographs and scans: sides, EXIF and comments verbatim, a small picture (runs in a worker)."""

from __future__ import annotations

import io
import struct
import warnings
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from evidence_app.media.canvas import MOST_PIXELS, THUMBNAIL_SIDE, redraw
from evidence_app.media.findings import Facts, Findings, capped
from evidence_app.workers.outcome import Refusal

if TYPE_CHECKING:
    from PIL.Image import Image

FORMATS = {
    "image/jpeg": "JPEG",
    "image/png": "PNG",
    "image/gif": "GIF",
    "image/tiff": "TIFF",
    "image/webp": "WEBP",
    "image/bmp": "BMP",
    "image/jp2": "JPEG2000",
    "image/avif": "AVIF",
}
_MOST_FRAMES = 200
_ORIENTATION = 0x0112
_MOST_HEX_BYTES = 1000
_COMMENTS = ("comment", "Comment", "Description", "Title", "Author", "Software", "xmp")
# What Pillow's decoders raise on damaged files; anything else is a mistake of ours and is told as one.
_DAMAGE = (
    OSError, EOFError, SyntaxError, ValueError, ArithmeticError, LookupError, TypeError, AttributeError, RuntimeError,
    struct.error,
)  # fmt: skip


def examine(data: bytes, mime: str) -> Findings:
    """Return what a picture shows and says; raises Refusal where nothing of it can be read."""
    if mime not in FORMATS:
        raise Refusal("unsupported")
    try:
        with _opened(data, mime) as picture:
            facts = _facts(picture)
    except _DAMAGE as problem:
        raise Refusal("damaged") from problem
    findings = Findings(facts=facts)
    for is_tolerant in (False, True):
        try:
            thumbnail = _thumbnail(data, mime, is_tolerant)
        except _DAMAGE:
            continue
        return replace(findings, thumbnail=thumbnail, trouble="partly" if is_tolerant else None)
    return replace(findings, trouble="damaged")


def _opened(data: bytes, mime: str) -> Image:
    """Open a picture with the one decoder that its type allows."""
    from PIL import Image

    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        try:
            return Image.open(io.BytesIO(data), formats=[FORMATS[mime]])
        except (Image.DecompressionBombWarning, Image.DecompressionBombError) as problem:
            raise Refusal("too-large-picture") from problem


def _facts(picture: Image) -> Facts:
    """Return the sides as shown, pages of a multi-page scan, and what the file says of itself."""
    told: list[tuple[str, str]] = []
    is_turned = False
    try:
        told.extend(_comments(picture))
        exif = picture.getexif()
        is_turned = exif.get(_ORIENTATION) in {5, 6, 7, 8}
        told.extend(_exif(exif))
    except _DAMAGE:
        pass  # damaged metadata is no reason not to show the picture; what was read before it is kept
    width, height = reversed(picture.size) if is_turned else picture.size
    return Facts(
        width=width,
        height=height,
        pages=_pages(picture) if picture.format == "TIFF" else None,
        codec=picture.format,
        metadata=capped(told),
    )


def _pages(picture: Image) -> int:
    """Count pages up to a cap, by walking instead of trusting a count in the file."""
    page = 0
    try:
        while page < _MOST_FRAMES:
            picture.seek(page)
            page += 1
    except EOFError:
        pass
    picture.seek(0)
    return page


def _exif(exif: Any) -> Iterator[tuple[str, str]]:
    """Return name and value of every EXIF entry of the main directory, the camera's and the place's."""
    from PIL import ExifTags

    pointers = {ExifTags.IFD.Exif.value, ExifTags.IFD.GPSInfo.value}
    camera, place = (exif.get_ifd(pointer) for pointer in (ExifTags.IFD.Exif, ExifTags.IFD.GPSInfo))
    for directory, names in ((exif, ExifTags.TAGS), (camera, ExifTags.TAGS), (place, ExifTags.GPSTAGS)):
        for tag, value in directory.items():
            if tag not in pointers:
                yield f"Exif {names.get(tag, hex(tag))}", _verbatim(value)


def _comments(picture: Image) -> Iterator[tuple[str, str]]:
    """Return the comments that a file holds outside EXIF."""
    for name in _COMMENTS:
        if picture.info.get(name):
            yield name, _verbatim(picture.info[name])


def _verbatim(value: object) -> str:
    """Return a value as text; bytes as UTF-8 where they are that, otherwise as hexadecimal digits."""
    if isinstance(value, tuple):
        return ", ".join(_verbatim(part) for part in value)
    if isinstance(value, str):
        # EXIF knows only ASCII, so Pillow reads Latin-1; phones write UTF-8.
        try:
            return value.rstrip("\0").encode("latin-1").decode("utf-8")
        except UnicodeError:
            return value.rstrip("\0")
    if isinstance(value, bytes):
        plain = value.removeprefix(b"ASCII\0\0\0").rstrip(b"\0")
        try:
            text = plain.decode("utf-8")
        except UnicodeDecodeError:
            return value[:_MOST_HEX_BYTES].hex(" ")
        return text if "\0" not in text else value[:_MOST_HEX_BYTES].hex(" ")
    return str(value)


def _thumbnail(data: bytes, mime: str, is_tolerant: bool) -> bytes:
    """Return a small JPEG, turned as the camera was held; tolerant means: what a damaged file still gives."""
    from PIL import ImageFile, ImageOps

    ImageFile.LOAD_TRUNCATED_IMAGES = is_tolerant
    with _opened(data, mime) as picture:
        picture.draft("RGB", (2 * THUMBNAIL_SIDE, 2 * THUMBNAIL_SIDE))
        return redraw(ImageOps.exif_transpose(picture), THUMBNAIL_SIDE)[0]
