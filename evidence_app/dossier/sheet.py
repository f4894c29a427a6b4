"""The canvas of a dossier: knows on which page every anchor lies, and prints page numbers before they exist.

A page number that is not known yet is drawn as an empty form (PDF form XObject) under a name of its own; the
forms are filled in after the last page. So one pass gives a true table of contents and a true "n / N".
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reportlab.pdfgen.canvas import Canvas

from evidence_app.dossier import fonts
from evidence_app.dossier.prose import clean
from evidence_app.system.words import _

if TYPE_CHECKING:
    from reportlab.lib.styles import ParagraphStyle

_WIDEST, _DEEPEST = 60, 24
_TITLE_CHARACTERS = 110


@dataclass(frozen=True, slots=True)
class _Awaited:
    """A number to be filled in: of which anchor ("" for the total), how it reads, and its kind of text."""

    anchor: str
    wording: str
    style: ParagraphStyle


class Sheet(Canvas):
    """A canvas with anchors, bookmarks that end in their page number, and numbers filled in at the end."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.section = ""
        self.last_page = 0
        self._page_of: dict[str, int] = {}
        self._awaited: dict[_Awaited, str] = {}

    def mark(self, anchor: str, height: float) -> None:
        """Make the current place a destination; the view begins `height` points above the origin."""
        if anchor not in self._page_of:
            self._page_of[anchor] = self.getPageNumber()
            self.bookmarkHorizontal(anchor, 0, height)

    def outline(self, title: str, anchor: str, level: int) -> None:
        """Add a bookmark that ends with the number of the page it leads to."""
        name = " ".join(clean(title).split())
        if len(name) > _TITLE_CHARACTERS:
            name = name[: _TITLE_CHARACTERS - 1] + "…"
        text = _("%(title)s · p. %(page)s") % {"title": name, "page": self._page_of[anchor]}
        self.addOutlineEntry(text, anchor, level, closed=level > 0)

    def jump(self, anchor: str, width: float, height: float) -> None:
        """Make a rectangle from the origin a link."""
        self.linkRect("", anchor, (0, 0, width, height), relative=1)

    def number_later(self, x: float, y: float, style: ParagraphStyle, anchor: str = "", wording: str = "%s") -> None:
        """Print, right-aligned at `x`, the page of an anchor, or the count of pages, once it is known."""
        awaited = _Awaited(anchor, wording, style)
        name = self._awaited.setdefault(awaited, f"number{len(self._awaited)}")
        self.saveState()
        self.translate(x, y)
        self.doForm(name)
        self.restoreState()

    def fill_in(self) -> None:
        """Draw the awaited numbers; called once, after the last page."""
        for awaited, name in self._awaited.items():
            page = self._page_of[awaited.anchor] if awaited.anchor else self.last_page
            text = awaited.wording % page
            size = awaited.style.fontSize
            self.beginForm(name, -_WIDEST, -_DEEPEST, 0, _DEEPEST)
            self.setFillColor(awaited.style.textColor)
            self.setFont(awaited.style.fontName, size)
            self.drawString(-fonts.width(text, awaited.style.fontName, size), 0, text)
            self.endForm()
