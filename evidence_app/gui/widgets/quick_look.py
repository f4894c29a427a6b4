"""A quick look: one record on a calm card over the page, without leaving the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from evidence_app.gui.theme import look
from evidence_app.gui.theme.look import px
from evidence_app.gui.widgets import inspector_head, inspector_sections, privacy
from evidence_app.gui.widgets.inspector_sections import Ways
from evidence_app.gui.widgets.scrolled import Ground

if TYPE_CHECKING:
    from evidence_app.services.details import Details

WIDTH, MARGIN, EDGE, PICTURE, VEIL = 720, 28, 32, 360, 0.45
STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1}
CLOSERS = frozenset({Qt.Key.Key_Space, Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter})


class QuickLook(QWidget):
    """Lies over a widget; arrows go on to the next record, Space or Esc closes, the focus goes back where it was."""

    stepped = Signal(int)  # 1 for the next record, -1 for the one before: `show_details` follows
    followed = Signal(str)

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over, self._before = over, None  # type: tuple[QWidget, QWidget | None]
        self._details: Details | None = None
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._card = QFrame(self)
        self._card.setObjectName("look")
        column = QVBoxLayout(self._card)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(self._scroll)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        over.installEventFilter(self)
        privacy.screen().changed.connect(self._on_screen_changed)
        self.hide()

    @property
    def is_open(self) -> bool:
        """Tell whether the card is shown."""
        return not self.isHidden()

    def open(self, details: Details, *, picture: QPixmap | None = None, above: QWidget | None = None) -> None:
        """Show a record on the card, and take the keyboard."""
        if not self.is_open:
            self._before = QApplication.focusWidget()
        self.show_details(details, picture=picture, above=above)
        self.show()
        self.raise_()
        self._place()
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def show_details(self, details: Details, *, picture: QPixmap | None = None, above: QWidget | None = None) -> None:
        """Show another record on the card; a graphic picture is left out by whoever knows, with a cover `above`."""
        self._details, self._picture, self._above = details, picture, above
        shown = privacy.shown(details)
        body = Ground("lookBody")
        column = QVBoxLayout(body)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(12)
        if picture is not None:
            column.addWidget(inspector_head.Still(picture, PICTURE))
        column.addLayout(inspector_head.head(shown))
        if shown.card is not None:
            column.addWidget(inspector_head.card(shown.card, self._on_followed))
        if above is not None:
            column.addWidget(above)
        column.addWidget(inspector_sections.body(shown.sections, Ways(self._on_followed), stacked=False))
        column.addStretch()
        self._scroll.setWidget(body)
        self.setAccessibleName(" ".join((shown.code, shown.title)))
        self._place()

    def close_look(self) -> None:
        """Take the card away, and give the keyboard back."""
        self.hide()
        before, self._before = self._before, None
        if before is not None and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on, scroll, or close; no other key reaches the page below."""
        key = Qt.Key(event.key())
        if key in STEPS:
            self.stepped.emit(STEPS[key])
        elif key in CLOSERS:
            self.close_look()
        elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            bar = self._scroll.verticalScrollBar()
            bar.setValue(bar.value() + (bar.pageStep() if key == Qt.Key.Key_PageDown else -bar.pageStep()))
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Close at a click beside the card."""
        if not self._card.geometry().contains(event.position().toPoint()):
            self.close_look()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a veil over the page."""
        veil = QColor(look.colour("app"))
        veil.setAlphaF(VEIL)
        QPainter(self).fillRect(self.rect(), veil)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Cover the page, whatever size it has."""
        if event.type() == QEvent.Type.Resize and self.is_open:
            self._place()
        return False

    def _place(self) -> None:
        """Put the card in the middle, as high as what it shows, but never past the page."""
        self.setGeometry(self._over.rect())
        width = min(px(WIDTH), self.width() - 2 * EDGE)
        body = self._scroll.widget()
        wanted = 0
        if body is not None:
            inside = width - 2
            layout = body.layout()
            has_height = layout is not None and layout.hasHeightForWidth()
            wanted = layout.totalHeightForWidth(inside) if layout and has_height else body.sizeHint().height()
        height = min(wanted + 4, self.height() - 2 * EDGE)
        middle = QPoint((self.width() - width) // 2, max(EDGE, (self.height() - height) // 2))
        self._card.setGeometry(middle.x(), middle.y(), width, height)

    def _on_followed(self, citation: str) -> None:
        """Go where a link leads; the card has done its work."""
        self.close_look()
        self.followed.emit(citation)

    def _on_screen_changed(self) -> None:
        """Show the same record as it may be shown now."""
        if self._details is not None and self.is_open:
            if self._above is not None:
                self._above.setParent(None)
            self.show_details(self._details, picture=self._picture, above=self._above)
