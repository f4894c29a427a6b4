"""Chips in a row that goes on in the next line where it is full."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

GAP = 6


class FlowRow(QWidget):
    """Places its widgets from left to right, line by line."""

    def __init__(self) -> None:
        super().__init__()
        self._widgets: list[QWidget] = []
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, widget: QWidget) -> None:
        """Add a widget at the end."""
        widget.setParent(self)
        self._widgets.append(widget)

    def hasHeightForWidth(self) -> bool:
        """Tell that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines."""
        return self._place(width, move=False)

    def sizeHint(self) -> QSize:
        """Wish for one line."""
        return QSize(160, self._place(max(160, self.width()), move=False))

    def minimumSizeHint(self) -> QSize:
        """Need the widest widget."""
        width = max((widget.sizeHint().width() for widget in self._widgets), default=0)
        return QSize(width, self._place(max(width, self.width()), move=False))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the widgets."""
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Place the widgets anew: what is shown for the first time has only now the size that its style gives it."""
        super().showEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Place the widgets anew where one of them wants another size."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def _fit(self) -> None:
        """Place the widgets, and insist on the height that they need: layouts keep an older answer for a while."""
        self.setFixedHeight(self._place(self.width(), move=True))

    def _place(self, width: int, *, move: bool) -> int:
        """Lay out for a width; return the height."""
        x = y = height = 0
        for widget in self._widgets:
            size = widget.sizeHint()
            if x and x + size.width() > width:
                x, y, height = 0, y + height + GAP, 0
            if move:
                widget.setGeometry(x, y, min(size.width(), width), size.height())
            x += size.width() + GAP
            height = max(height, size.height())
        return y + height
