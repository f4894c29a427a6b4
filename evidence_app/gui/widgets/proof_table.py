"""The squares of the proof matrix as a table view: keyboard, pointer and screen readers find a table."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from evidence_app.gui.theme import look
from evidence_app.gui.theme.look import px
from evidence_app.gui.widgets import drawing
from evidence_app.gui.widgets.proof_model import CELL, ProofModel
from evidence_app.gui.widgets.proof_square import square

ROW, NARROWEST, SQUARE = 22, 20, 14
_BARE = "QHeaderView { border: none; } QTableCornerButton::section { background: transparent; border: none; }"
_Index = QModelIndex | QPersistentModelIndex
_MOVES = QAbstractItemView.CursorAction


class ProofTable(QTableView):
    """The squares: arrows, Home, End, Page Up and Down go through them, Enter or a click acts."""

    acted = Signal(QModelIndex)
    told = Signal(str)  # the square that the cursor came to, in words
    menu_asked = Signal(QModelIndex, QPoint)  # a cell, and where on the screen

    def __init__(self, model: ProofModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setItemDelegate(_SquareDelegate(self))
        self.setHorizontalHeader(Numbers(Qt.Orientation.Horizontal, self))
        self.setVerticalHeader(Kinds(Qt.Orientation.Vertical, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setStyleSheet(_BARE)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QTableView.SelectionMode.NoSelection)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setCornerButtonEnabled(False)
        self.clicked.connect(self.acted)

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Tell the square too where no pointer hovers."""
        super().currentChanged(current, previous)
        if current.isValid() and self.hasFocus():
            self.told.emit(current.data(Qt.ItemDataRole.AccessibleTextRole))

    def moveCursor(self, action: _MOVES, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Let Page Up and Down go by what is in view: the table is wide, not high."""
        here = self.currentIndex()
        if action in (_MOVES.MovePageUp, _MOVES.MovePageDown) and here.isValid():
            step = max(1, self.viewport().width() // max(1, self.horizontalHeader().defaultSectionSize()) - 1)
            column = here.column() + (step if action == _MOVES.MovePageDown else -step)
            return here.siblingAtColumn(max(0, min(column, self.model().columnCount() - 1)))
        return super().moveCursor(action, modifiers)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.acted.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the cursor is."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.model().columnCount():
            self.setCurrentIndex(self.model().index(0, 0))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the cell under the pointer, or under the cursor where the key was pressed."""
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            index = self.currentIndex()
            at = self.viewport().mapToGlobal(self.visualRect(index).center())
        else:
            index, at = self.indexAt(event.pos()), event.globalPos()
        self.menu_asked.emit(index, at)


class Numbers(QHeaderView):
    """Counts the columns: 01, 05, 10 …; the code of each is its tip."""

    def __init__(self, orientation: Qt.Orientation, parent: QWidget) -> None:
        super().__init__(orientation, parent)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Write every fifth number, and the first."""
        if section == 0 or section % 5 == 4:
            wide = rect.adjusted(-rect.width(), 0, rect.width(), 0)
            number = f"{section + 1:02}"
            painter.save()
            drawing.text(painter, wide, number, look.colour("text_2"), "caption_figures", Qt.AlignmentFlag.AlignCenter)
            painter.restore()


class Kinds(QHeaderView):
    """Names the rows."""

    def __init__(self, orientation: Qt.Orientation, parent: QWidget) -> None:
        super().__init__(orientation, parent)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Write the name of a kind."""
        title = str(self.model().headerData(section, Qt.Orientation.Vertical))
        painter.save()
        drawing.text(painter, rect.adjusted(0, 0, -px(6), 0), title, look.colour("text"))
        painter.restore()


class _SquareDelegate(QStyledItemDelegate):
    """Draws one square."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the room of a square."""
        return QSize(px(NARROWEST), px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw the square in the middle of its cell."""
        box = QRect(0, 0, px(SQUARE), px(SQUARE))
        box.moveCenter(option.rect.center())
        square(painter, box, index.data(CELL).state, is_hovered=drawing.is_hovered(option))
        drawing.focus(painter, option)
