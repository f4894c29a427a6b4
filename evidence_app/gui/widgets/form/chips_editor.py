"""An editor of several values: chips that can be taken off, and a line that adds one."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from evidence_app.domain.errors import EvidenceError
from evidence_app.gui.theme import icons
from evidence_app.gui.theme.look import px
from evidence_app.gui.widgets import tip
from evidence_app.gui.widgets.flow_row import FlowRow
from evidence_app.gui.widgets.form.choice_editor import code_of, completer, label_of
from evidence_app.gui.widgets.form.editor import Editor
from evidence_app.gui.widgets.form.text_editor import Line, one_line
from evidence_app.gui.widgets.labels import ElidedLabel
from evidence_app.services.forms.form import Entry
from evidence_app.system.words import _

ADD_WIDTH, LONGEST, HEIGHT, ICON = 150, 280, 32, 12


class Chip(QWidget):
    """One value, with a button that takes it off."""

    def __init__(self, words: str, gone: Any) -> None:
        super().__init__()
        self.setObjectName("formChip")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(px(HEIGHT))
        self.label = ElidedLabel(words)
        self.label.setMaximumWidth(px(LONGEST))
        self.label.setFixedWidth(min(px(LONGEST), self.label.fontMetrics().horizontalAdvance(self.label.text()) + 2))
        off = QToolButton()
        off.setIcon(icons.icon("x", "text_3"))
        off.setIconSize(QSize(ICON, ICON))
        off.setProperty("look", "small")
        off.setFixedSize(px(24), px(24))
        words = _("Take off: %(value)s") % {"value": words}
        off.setToolTip(tip.plain(words))
        off.setAccessibleName(words)
        off.clicked.connect(gone)
        self.off = off
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 1, 0)
        row.setSpacing(1)
        row.addWidget(self.label)
        row.addWidget(off)

    def sizeHint(self) -> QSize:
        """Be as high as the line beside it."""
        return QSize(super().sizeHint().width(), px(HEIGHT))


class ChipFlow(FlowRow):
    """Chips that can change; the line that adds one stays last."""

    def __init__(self, last: QWidget) -> None:
        super().__init__()
        self._last = last
        self.add(last)

    def put(self, chips: list[QWidget]) -> None:
        """Show other chips before the line."""
        for old in self._widgets[:-1]:
            old.setParent(None)
            old.deleteLater()
        self._widgets = []
        for chip in (*chips, self._last):
            self.add(chip)
            chip.show()
        self._place(self.width(), move=True)
        self.updateGeometry()


class AddLine(Line):
    """The line at the end of the chips, of a width that leaves room for them."""

    def sizeHint(self) -> QSize:
        """Be short."""
        return QSize(px(ADD_WIDTH), super().sizeHint().height())


class ChipsEditor(Editor):
    """A list of codes or of free texts, in the order in which they were given."""

    def __init__(self, entry: Entry) -> None:
        super().__init__(entry)
        self.values: list[str] = []
        self.line = AddLine()
        self.line.setPlaceholderText(_("Add…"))
        if entry.choices:
            self.line.setCompleter(completer(entry.choices, self))
            self.line.completer().activated.connect(self._on_activated)
        self.line.textEdited.connect(self.mark_edited)
        self.flow = ChipFlow(self.line)
        self.build(self.flow)

    def read(self) -> tuple[str, ...]:
        """Return the values, with what is typed in the line; raises BadInput for what is in no list."""
        typed = self._typed()
        added = [typed] if typed and typed not in self.values else []
        return (*self.values, *added)

    def show_value(self, value: Any) -> None:
        """Show the values as chips, and an empty line."""
        self.values = list(value or ())
        self.line.clear()
        self._show_chips()

    def fields(self) -> tuple[QWidget, ...]:
        """Return the line."""
        return (self.line,)

    def pause(self) -> None:
        """Wait on while something stands in the line: a number half typed is no value."""
        if not self.line.text():
            super().pause()

    def flush(self) -> None:
        """Make a chip of what is typed, then settle."""
        if self.is_dirty and not self._is_held and self.line.text():
            try:
                self._take(self._typed())
            except EvidenceError as error:
                self.complain(error.sentence())
                return
        super().flush()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Add with Enter; take the last chip off with Backspace in an empty line."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and watched is self.line:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.line.text():
                self.mark_and_settle()
                return True
            if event.key() == Qt.Key.Key_Backspace and not self.line.text() and self.values:
                self._take_off(len(self.values) - 1)
                return True
        return super().eventFilter(watched, event)

    def _typed(self) -> str:
        """Return what stands in the line as it would be kept."""
        if self.entry.choices:
            return code_of(self.entry, self.line.text()) or ""
        return one_line(self.entry, self.line.text())

    def _take(self, value: str) -> None:
        """Make a chip of a value."""
        if value and value not in self.values:
            self.values.append(value)
        self.line.clear()
        self._show_chips()

    def _take_off(self, place: int, _checked: bool = False) -> None:
        """Take a chip off."""
        del self.values[place]
        self._show_chips()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.mark_and_settle()

    def _show_chips(self) -> None:
        """Show the values by their labels."""
        self.flow.put(
            [
                Chip(label_of(self.entry.choices, value), partial(self._take_off, place))
                for place, value in enumerate(self.values)
            ]
        )

    def _on_activated(self, label: str) -> None:
        """Take what was picked; the completer writes its words into the line only after this."""
        self.line.setText(label)
        self.mark_and_settle()
        self._idle.singleShot(0, self._clear_line)

    def _clear_line(self) -> None:
        """Empty the line, unless something else is being typed in it."""
        if not self.is_dirty:
            self.line.clear()
