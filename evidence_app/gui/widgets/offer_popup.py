"""The panel under the go-or-do field: rows, and a foot that says which keys do what."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from evidence_app.gui.theme import look
from evidence_app.gui.theme.look import px
from evidence_app.gui.widgets import drawing
from evidence_app.gui.widgets.labels import PlainLabel
from evidence_app.gui.widgets.offer_list import OFFER, Offer, OfferList

WIDTH, SHADOW, FOOT = 552, 14, 32


class OfferPopup(QWidget):
    """Lies over the window and lets the keyboard stay in the field; `acted` names the value that was clicked."""

    acted = Signal(object)

    def __init__(self, hints: Sequence[tuple[str, str]], window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.list = OfferList()
        self.list.clicked.connect(lambda index: self._on_clicked(index.data(OFFER)))
        foot = QFrame()
        foot.setObjectName("popupFoot")
        row = QHBoxLayout(foot)
        row.setContentsMargins(14, 0, 14, 0)
        row.setSpacing(6)
        for key, words in hints:
            row.addWidget(PlainLabel(key, chip="key"))
            row.addWidget(PlainLabel(words, type="caption", tone="2"))
            row.addSpacing(8)
        row.addStretch()
        foot.setFixedHeight(px(FOOT))
        column = QVBoxLayout(self)
        column.setContentsMargins(SHADOW + 1, 8, SHADOW + 1, SHADOW + 1)
        column.setSpacing(4)
        column.addWidget(self.list, 1)
        column.addWidget(foot)
        self._foot = foot
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def show_under(self, field: QLineEdit, offers: Sequence[Offer]) -> None:
        """Show rows under a field, within the window."""
        window = self._window
        self.list.show_offers(offers)
        width = min(px(WIDTH), window.width() - 16) + 2 * SHADOW
        top = field.mapTo(window, QPoint(0, field.height())).y() + 2
        wanted = self.list.height_of_all() + px(FOOT) + 8 + 8 + SHADOW
        height = min(wanted, window.height() - top - 4)
        left = field.mapTo(window, QPoint(field.width() // 2, 0)).x() - width // 2
        left = max(8 - SHADOW, min(left, window.width() - width - 8 + SHADOW))
        self._foot.setFixedHeight(px(FOOT))
        self.setGeometry(left, top, width, height)
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw panel and shadow."""
        painter = QPainter(self)
        box = self.rect().adjusted(SHADOW, 2, -SHADOW, -SHADOW)
        for step in range(SHADOW, 0, -2):
            drawing.rounded(painter, box.adjusted(-step, 0, step, step), 8 + step, QColor(0, 0, 0, 7))
        drawing.rounded(painter, box, 8, look.colour("surface"), look.colour("border_strong"))

    def _on_clicked(self, offer: Offer) -> None:
        if not offer.is_heading:
            self.acted.emit(offer.value)
