"""A group of check boxes with counts beside a list of results."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QSizePolicy, QStyle, QStyleOptionButton, QWidget

from evidence_app.gui.widgets import tip
from evidence_app.gui.widgets.labels import PlainLabel


class ElidedBox(QCheckBox):
    """A check box whose words end in … where they do not fit; whole in the tooltip and for screen readers."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self._words = words
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._cut()

    def sizeHint(self) -> QSize:
        """Want room for all the words."""
        measures, shown = self.fontMetrics(), super().sizeHint()
        more = measures.horizontalAdvance(self._words) - measures.horizontalAdvance(self.text().replace("&&", "&"))
        return QSize(shown.width() + more, shown.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much as fits now."""
        super().resizeEvent(event)
        self._cut()

    def changeEvent(self, event: QEvent) -> None:
        """Show as much as fits in the look in force."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._cut()

    def _cut(self) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        room = self.style().subElementRect(QStyle.SubElement.SE_CheckBoxContents, option, self).width()
        shown = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        self.setText(shown.replace("&", "&&"))
        self.setToolTip(tip.plain(self._words) if shown != self._words else "")


class FacetList(QWidget):
    """Values of one property; what is checked stays so while the counts change."""

    changed = Signal()

    def __init__(self, title: str) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(3)
        self._grid.setColumnStretch(0, 1)
        self._grid.addWidget(PlainLabel(title, type="h3"), 0, 0, 1, 2)
        self._boxes: dict[str, tuple[QCheckBox, PlainLabel]] = {}
        self.hide()

    def offer(self, values: Sequence[tuple[str, str, int]]) -> None:
        """Show (value, words, count); values that are gone and not checked go."""
        counts = {value: count for value, _words, count in values}
        for value in [held for held in self._boxes if held not in counts and not self._boxes[held][0].isChecked()]:
            for widget in self._boxes.pop(value):
                self._grid.removeWidget(widget)
                widget.deleteLater()
        for value, words, _count in values:
            if value not in self._boxes:
                self._add(value, words)
        for value, (_box, label) in self._boxes.items():
            label.setText(str(counts.get(value, 0)))
        self.setVisible(bool(self._boxes))

    def checked(self) -> tuple[str, ...]:
        """Return the values that are checked."""
        return tuple(value for value, (box, _label) in self._boxes.items() if box.isChecked())

    def reset(self) -> None:
        """Uncheck all, without saying so."""
        for box, _label in self._boxes.values():
            box.blockSignals(True)
            box.setChecked(False)
            box.blockSignals(False)

    def _add(self, value: str, words: str) -> None:
        """Add one box."""
        box, label = ElidedBox(words), PlainLabel(tone="2")
        box.toggled.connect(lambda _checked: self.changed.emit())
        line = self._grid.rowCount()
        self._grid.addWidget(box, line, 0)
        self._grid.addWidget(label, line, 1)
        self._boxes[value] = (box, label)
