"""The sidebar's rows: icon, words, count; and rows of one's own below them."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QVBoxLayout, QWidget

from evidence_app.gui.theme import icons, look
from evidence_app.gui.theme.look import px
from evidence_app.gui.widgets import drawing, tip
from evidence_app.gui.widgets.labels import PlainLabel

HEIGHT, ICON = 30, 16


class NavRow(QAbstractButton):
    """One page of the window; its count stands at the right. Without an icon it is one of a person's own."""

    def __init__(self, key: str, icon: str, words: str) -> None:
        super().__init__()
        self.key, self._icon, self._count = key, icon, ""
        self.is_narrow = False
        self.setText(words)
        self.setToolTip(tip.plain(words))
        self.setAccessibleName(words)
        self.setCheckable(True)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def set_count(self, count: int | None) -> None:
        """Show a number, or none."""
        self._count = "" if count is None else str(count)
        self.setAccessibleName(f"{self.text()} {self._count}".strip())
        self.update()

    def sizeHint(self) -> QSize:
        """Be a row."""
        return QSize(px(HEIGHT if self.is_narrow else 200), px(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the row."""
        painter = QPainter(self)
        box = self.rect().adjusted(8, 1, -8, -1)
        chosen = self.isChecked()
        if chosen:
            drawing.rounded(painter, box, 6, look.colour("tint_strong"))
        elif self.underMouse():
            drawing.rounded(painter, box, 6, look.colour("press"))
        if self.hasFocus():
            drawing.rounded(painter, box, 6, Qt.GlobalColor.transparent, look.colour("accent"))  # type: ignore[arg-type]
        colour = look.colour("accent_text" if chosen else "text" if self._icon else "text_2")
        left = box.center().x() - px(ICON) // 2 + 1 if self.is_narrow else box.left() + 8
        place = QRect(left, box.center().y() - px(ICON) // 2 + 1, px(ICON), px(ICON))
        if self._icon:
            icons.paint(painter, place, self._icon, look.colour("accent_text" if chosen else "text_2"))
        if self.is_narrow:
            return
        room = box.adjusted(8 + px(ICON) + 10, 0, -8, 0)
        count_colour = look.colour("accent_text" if chosen else "text_3")
        used = drawing.text(painter, room, self._count, count_colour, "caption_figures", drawing.RIGHT)
        style = "h3" if chosen else "name" if self._icon else "body"
        drawing.text(painter, room.adjusted(0, 0, -used - 6, 0), self.text(), colour, style)


class NavList(QWidget):
    """Rows under headings; one is chosen; arrow keys move."""

    chosen = Signal(str)
    menu_asked = Signal(str, QPoint)  # a row, and where on the screen

    def __init__(self) -> None:
        super().__init__()
        self._rows: dict[str, NavRow] = {}
        self._headings: list[PlainLabel] = []
        self._group = QButtonGroup(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def add_heading(self, words: str) -> None:
        """Add a heading over the rows that follow."""
        heading = PlainLabel(words, type="overline", tone="3")
        heading.setContentsMargins(16, 14, 8, 5)
        self._headings.append(heading)
        self._column.addWidget(heading)

    def add_row(self, key: str, icon: str, words: str) -> None:
        """Add a page."""
        row = NavRow(key, icon, words)
        self._rows[key] = row
        self._group.addButton(row)
        self._column.addWidget(row)
        row.clicked.connect(lambda: self.chosen.emit(key))
        row.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        row.customContextMenuRequested.connect(lambda at: self.menu_asked.emit(key, row.mapToGlobal(at)))

    def clear(self) -> None:
        """Take every row and heading away."""
        for widget in (*self._rows.values(), *self._headings):
            self._column.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._rows, self._headings = {}, []

    def set_narrow(self, is_narrow: bool) -> None:
        """Show icons only, or words too."""
        for row in self._rows.values():
            row.is_narrow = is_narrow
            row.updateGeometry()
        for heading in self._headings:
            heading.setVisible(not is_narrow)

    def set_count(self, key: str, count: int | None) -> None:
        """Show a count beside a page."""
        self._rows[key].set_count(count)

    def choose(self, key: str) -> None:
        """Mark a row as the one shown; none of them for a key that is not here."""
        self._group.setExclusive(key in self._rows)
        for name, row in self._rows.items():
            row.setChecked(name == key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with the arrows."""
        keys = list(self._rows)
        here = next((place for place, key in enumerate(keys) if self._rows[key].hasFocus()), -1)
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        if here < 0 or not step or not 0 <= here + step < len(keys):
            super().keyPressEvent(event)
            return
        row = self._rows[keys[here + step]]
        row.setFocus()
        row.click()
