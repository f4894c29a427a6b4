"""What a finished dossier says of itself, read by libraries other than the one that wrote it."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pikepdf
import pypdfium2

FOOT_POINTS = 60


def texts(pdf: bytes) -> list[str]:
    """Return the text of every page."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [_text(page) for page in document]
    finally:
        document.close()


def feet(pdf: bytes) -> list[str]:
    """Return the text at the foot of every page."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [_text(page, top=FOOT_POINTS) for page in document]
    finally:
        document.close()


def _text(page: Any, top: float | None = None) -> str:
    """Return the text of a page, or of its foot."""
    reader = page.get_textpage()
    try:
        return str(reader.get_text_bounded(top=top) if top else reader.get_text_bounded())
    finally:
        reader.close()
        page.close()


def opened(pdf: bytes) -> pikepdf.Pdf:
    """Open a dossier to look at its objects."""
    return pikepdf.open(BytesIO(pdf))


def page_numbers(document: pikepdf.Pdf) -> dict[tuple[int, int], int]:
    """Return the number of each page by its object."""
    return {page.obj.objgen: number for number, page in enumerate(document.pages, start=1)}


def links(document: pikepdf.Pdf, page: int) -> list[tuple[list[float], int]]:
    """Return rectangle and target page of each link on a page."""
    numbers = page_numbers(document)
    named = named_destinations(document)
    found = []
    for annotation in document.pages[page - 1].obj.get("/Annots", []):
        target = annotation.Dest
        target = named[str(target)] if isinstance(target, (pikepdf.Name, pikepdf.String)) else target
        found.append(([float(edge) for edge in annotation.Rect], numbers[target[0].objgen]))
    return found


def named_destinations(document: pikepdf.Pdf) -> dict[str, Any]:
    """Return the destinations that have names."""
    return {str(name): target for name, target in document.Root.get("/Dests", {}).items()}


def words_at(pdf: bytes, page: int, left: float, bottom: float, right: float, top: float) -> str:
    """Return the text inside a rectangle of a page."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        reader = document[page - 1].get_textpage()
        text = str(reader.get_text_bounded(left, bottom, right, top))
        reader.close()
        return text
    finally:
        document.close()
