"""What is scrolled is as high as its wrapped sentences need at the width they have, and no higher."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from evidence_app.gui.theme.look import px

LEAST = 120


class Scrolled(QScrollArea):
    """A frameless scroll area, so high where there is room; `column` holds its content.

    One of words alone has a `name`: it takes the keyboard, else nothing could scroll it.
    """

    def __init__(self, height: int, name: str = "") -> None:
        super().__init__()
        self._height = height
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setMinimumHeight(px(LEAST))
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if name else Qt.FocusPolicy.NoFocus)
        body = Ground("door")
        self.column = QVBoxLayout(body)
        self.column.setContentsMargins(0, 0, px(14), 0)
        self.column.setSpacing(6)
        self.setWidget(body)

    def sizeHint(self) -> QSize:
        """Ask for the height wanted."""
        return QSize(super().sizeHint().width(), px(self._height))


class Ground(QWidget):
    """What a scroll area scrolls: Qt's own hint takes each sentence for as high as it were in a very narrow column."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    def minimumSizeHint(self) -> QSize:
        """Return the height that the content needs at this width."""
        layout = self.layout()
        if layout is None or not layout.hasHeightForWidth():
            return super().minimumSizeHint()
        least = layout.totalMinimumSize().width()
        return QSize(least, layout.totalHeightForWidth(max(self.width(), least)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for another height with another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()
