"""Read a finished PDF back: every text in it, wherever it is kept. Runs in a worker, with another library's eyes."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Any

from evidence_app.workers import pdf as pages

if TYPE_CHECKING:
    from evidence_app.workers.child import Step

_MOST_PAGES = 100_000
_MOST_TEXT = 500_000_000


def read_back(_header: dict[str, Any], attachments: list[bytes], step: Step) -> tuple[dict[str, Any], list[bytes]]:
    """Return all texts of a PDF as one attachment, separated by form feeds: page texts as PDFium reads them, then
    every string and every metadata stream of the file, so bookmarks, links, names and titles too.
    """
    document = pages.read(attachments[0], side=16, most_pages=_MOST_PAGES, most_text=_MOST_TEXT, step=step)
    if document.is_cut:
        raise ValueError("the dossier is too long to be read back")
    texts = [*document.texts, *(f"{name} {value}" for name, value in document.metadata), *_strings(attachments[0])]
    return {"pages": document.pages}, ["\f".join(texts).encode("utf-8", "replace")]


def _strings(raw: bytes) -> Iterator[str]:
    """Yield the strings of all objects and the content of all metadata streams."""
    import pikepdf

    with pikepdf.open(BytesIO(raw)) as document:
        for number in range(1, len(document.objects) + 1):
            held = document.get_object(number, 0)
            if isinstance(held, pikepdf.Stream) and held.get("/Type") == pikepdf.Name.Metadata:
                yield held.read_bytes().decode("utf-8", "replace")
            yield from _of(held)


def _of(held: Any) -> Iterator[str]:
    """Yield the strings directly inside an object; references are objects of their own."""
    import pikepdf

    if isinstance(held, pikepdf.String):
        yield str(held)
    elif isinstance(held, pikepdf.Dictionary | pikepdf.Stream):
        for key in held.keys():  # noqa: SIM118  (a pikepdf object is no dict)
            value = held.get(key)
            if value is not None and not getattr(value, "is_indirect", False):
                yield from _of(value)
    elif isinstance(held, pikepdf.Array):
        for value in held:
            if not getattr(value, "is_indirect", False):
                yield from _of(value)
