"""A small panel in which columns are shown, hidden and put in order."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from evidence_app.gui.theme.look import px
from evidence_app.gui.widgets.controls import push_button, tool_button
from evidence_app.gui.widgets.table_columns import TableColumns
from evidence_app.system.words import _

WIDTH, ROW = 250, 28
_KEY = int(Qt.ItemDataRole.UserRole)
_CHECKED, _UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class ColumnChooser(QFrame):
    """Lists all columns, those shown first; each change shows at once. Escape or a click beside it closes."""

    chosen = Signal(list)  # keys, in order
    reset_asked = Signal()

    def __init__(self, columns: TableColumns, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("columnChooser")
        self.setProperty("look", "card")
        self.setAccessibleName(_("Columns"))
        self._columns = columns
        self.list = QListWidget()
        self.list.setAccessibleName(_("Columns"))
        self.list.itemChanged.connect(self._say)
        self.list.installEventFilter(self)
        self.up, self.down = tool_button("chevron-up", _("Move up")), tool_button("chevron-down", _("Move down"))
        self.reset = push_button(_("Usual columns"), "link")
        self.up.clicked.connect(lambda: self.move_current(-1))
        self.down.clicked.connect(lambda: self.move_current(1))
        self.reset.clicked.connect(self._on_reset)
        row = QHBoxLayout()
        row.addWidget(self.up)
        row.addWidget(self.down)
        row.addStretch()
        row.addWidget(self.reset)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self.list)
        column.addLayout(row)
        self._fill()

    def show_at(self, place: QPoint) -> None:
        """Open with the right upper corner at a place of the screen, as far as the screen allows."""
        self.resize(px(WIDTH), px(ROW) * len(self._columns.all) + px(70))
        left = place.x() - self.width()
        screen = self.screen().availableGeometry()
        top = min(place.y(), screen.bottom() - self.height())
        self.move(max(screen.left(), min(left, screen.right() - self.width())), max(screen.top(), top))
        self.show()
        self.list.setFocus(Qt.FocusReason.PopupFocusReason)

    def move_current(self, step: int) -> None:
        """Move the current column up (-1) or down (1)."""
        place = self.list.currentRow()
        if 0 <= place < self.list.count() and 0 <= place + step < self.list.count():
            self.list.blockSignals(True)
            item = self.list.takeItem(place)
            self.list.insertItem(place + step, item)
            self.list.setCurrentRow(place + step)
            self.list.blockSignals(False)
            self._say()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move the current column with Alt and an arrow, which the list would take for itself."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = _STEPS.get(Qt.Key(event.key()), 0)
            if step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
                self.move_current(step)
                return True
        return super().eventFilter(watched, event)

    def _fill(self) -> None:
        """List the columns."""
        self.list.blockSignals(True)
        self.list.clear()
        for number in self._columns.order():
            column = self._columns.all[number]
            item = QListWidgetItem(_(column.title))
            item.setData(_KEY, column.key)
            item.setSizeHint(QSize(0, px(ROW)))
            item.setCheckState(_CHECKED if column.key in self._columns.chosen else _UNCHECKED)
            if not number:  # a record without its number could not be told from another
                item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsUserCheckable)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.list.blockSignals(False)

    def _say(self, *_changed: object) -> None:
        """Say which columns are wanted."""
        items = [self.list.item(place) for place in range(self.list.count())]
        self.chosen.emit([item.data(_KEY) for item in items if item.checkState() == _CHECKED])

    def _on_reset(self) -> None:
        self.reset_asked.emit()
        self._fill()
