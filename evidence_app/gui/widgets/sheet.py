"""The frame of every sheet over the window: title, content, a row of verbs."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from evidence_app.gui.theme.look import px
from evidence_app.gui.widgets.controls import push_button
from evidence_app.gui.widgets.labels import PlainLabel


class Sheet(QDialog):
    """A window-modal sheet, as high as its sentences need; `column` holds its content, `foot` its buttons."""

    def __init__(self, title: str, width: int, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFixedWidth(px(width))
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(24, 22, 24, 20)
        self._outer.setSpacing(12)
        self._outer.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        self.heading = PlainLabel(title, type="h1", wrap=True)
        self._outer.addWidget(self.heading)
        self.column = QVBoxLayout()
        self.column.setSpacing(8)
        self._outer.addLayout(self.column, 1)
        self._outer.addSpacing(4)
        self.foot = QHBoxLayout()
        self.foot.setSpacing(8)
        self._outer.addLayout(self.foot)

    def add_field(self, title: str, field: QWidget) -> None:
        """Add a field under its name."""
        label = PlainLabel(title, tone="2")
        label.setBuddy(field)
        field.setAccessibleName(title)
        self.column.addWidget(label)
        self.column.addWidget(field)

    def end_with(self, verb: QPushButton, way_out: str = "") -> None:
        """End with a verb, which Enter carries out; before it, where it has words, the button that changes nothing."""
        self.foot.addStretch()
        if way_out:
            out = push_button(way_out)
            out.clicked.connect(self.reject)
            self.foot.addWidget(out)
        self.foot.addWidget(verb)
        verb.setDefault(True)

    def sizeHint(self) -> QSize:
        """Return the height that the content needs at the sheet's width; what scrolls gives way in a low window."""
        width, outer, over = self.maximumWidth(), self._outer, self.parentWidget()
        is_wrapped = outer.hasHeightForWidth()
        height = outer.totalHeightForWidth(width) if is_wrapped else outer.totalSizeHint().height()
        if over is None or not over.isVisible():
            return QSize(width, height)
        least = outer.totalMinimumHeightForWidth(width) if is_wrapped else outer.totalMinimumSize().height()
        return QSize(width, max(least, min(height, over.window().height())))

    def event(self, event: QEvent) -> bool:
        """Grow and shrink with the content."""
        handled = super().event(event)
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Show):
            self.resize(self.sizeHint())
        return handled
