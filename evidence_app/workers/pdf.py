"""PDF files read inside a worker: page count, what the file says of itself, the first page, the text of each page.

PDFium is built here without JavaScript and XFA; forms are drawn so that what was filled in is seen.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from evidence_app.workers.outcome import Refusal

_MOST_SCALE = 4.0


@dataclass(frozen=True)
class FirstPage:
    """Pixels of a page: rows of RGB, `stride` bytes apart."""

    width: int
    height: int
    stride: int
    pixels: bytes


@dataclass(frozen=True)
class Document:
    """What was read of a PDF; `is_cut` where pages or text went beyond the caps."""

    pages: int
    metadata: tuple[tuple[str, str], ...]
    first_page: FirstPage | None
    texts: tuple[str, ...]
    is_cut: bool


def read(data: bytes, *, side: int, most_pages: int, most_text: int, step: Callable[[str, int, int], None]) -> Document:
    """Read a PDF; raises Refusal("password") or Refusal("damaged")."""
    import pypdfium2

    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as problem:
        is_locked = problem.err_code in {pypdfium2.raw.FPDF_ERR_PASSWORD, pypdfium2.raw.FPDF_ERR_SECURITY}
        raise Refusal("password" if is_locked else "damaged") from problem
    count = len(pdf)
    if not count:
        raise Refusal("damaged")
    pdf.init_forms()
    texts: list[str] = []
    left = most_text
    for number in range(min(count, most_pages)):
        texts.append(_text(pdf, number)[:left])
        left -= len(texts[-1])
        if left <= 0:
            break
        if number % 20 == 19:
            step("pages", number + 1, count)
    metadata = tuple((name, value) for name, value in pdf.get_metadata_dict(skip_empty=True).items())
    return Document(count, metadata, _first_page(pdf, side), tuple(texts), left <= 0 or len(texts) < count)


def _text(pdf: object, number: int) -> str:
    """Return the text of a page, empty where the page is damaged or a picture."""
    import pypdfium2

    try:
        return str(pdf[number].get_textpage().get_text_bounded()).replace("\ufffe", "-")  # type: ignore[index]
    except pypdfium2.PdfiumError:
        return ""


def _first_page(pdf: object, side: int) -> FirstPage | None:
    """Render the first page to fit a square of this side; None where it cannot be drawn."""
    import pypdfium2

    try:
        page = pdf[0]  # type: ignore[index]
        scale = min(side / max(*page.get_size(), 1e-6), _MOST_SCALE)
        bitmap = page.render(scale=scale, rev_byteorder=True, maybe_alpha=False)
    except pypdfium2.PdfiumError:
        return None
    return FirstPage(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
