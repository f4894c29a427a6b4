"""The task that runs in a worker: one file's bytes in, what could be found in them out."""

from __future__ import annotations

from typing import Any

from evidence_app.media import footage, photographs, writing
from evidence_app.media.canvas import PAGE_SIDE, THUMBNAIL_SIDE, redraw
from evidence_app.media.findings import MOST_PAGES, MOST_TEXT, Facts, Findings, Still, capped, to_message
from evidence_app.media.sniff import Kind
from evidence_app.workers import pdf
from evidence_app.workers.child import Step


def examine(header: dict[str, Any], attachments: list[bytes], step: Step) -> tuple[dict[str, Any], list[bytes]]:
    """Examine the attachment as the `kind` and `mime` that its first bytes showed."""
    (data,) = attachments
    match Kind(header["kind"]):
        case Kind.PHOTO:
            findings = photographs.examine(data, header["mime"])
        case Kind.VIDEO | Kind.AUDIO:
            findings = footage.examine(data, header["mime"])
        case Kind.PDF:
            findings = _document(data, step)
        case kind:
            assert kind in {Kind.TEXT, Kind.WEB}
            findings = writing.examine(data, header["mime"])
    return to_message(findings)


def _document(data: bytes, step: Step) -> Findings:
    """Examine a PDF: the page is drawn by PDFium, its picture made here."""
    document = pdf.read(data, side=PAGE_SIDE, most_pages=MOST_PAGES, most_text=MOST_TEXT, step=step)
    thumbnail, stills = _pictures(document.first_page)
    return Findings(
        facts=Facts(pages=document.pages, codec="PDF", metadata=capped(list(document.metadata))),
        thumbnail=thumbnail,
        stills=stills,
        texts=document.texts,
        trouble="cut" if document.is_cut else None if stills else "partly",
    )


def _pictures(page: pdf.FirstPage | None) -> tuple[bytes | None, tuple[Still, ...]]:
    """Return a thumbnail and a readable picture of a first page."""
    from PIL import Image

    if page is None:
        return None, ()
    picture = Image.frombuffer("RGB", (page.width, page.height), page.pixels, "raw", "RGB", page.stride, 1)
    return redraw(picture, THUMBNAIL_SIDE)[0], (Still(*redraw(picture, PAGE_SIDE)),)
