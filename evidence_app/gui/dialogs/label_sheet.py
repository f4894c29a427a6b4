"""Ticking the labels of one or several records, or writing a new one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from evidence_app.gui.theme.look import px
from evidence_app.gui.widgets.controls import push_button
from evidence_app.gui.widgets.sheet import Sheet
from evidence_app.system.words import _

WIDTH, ROWS = 420, 7
_ON, _OFF, _SOME = Qt.CheckState.Checked, Qt.CheckState.Unchecked, Qt.CheckState.PartiallyChecked


@dataclass(frozen=True, slots=True)
class Ticks:
    """The names of labels to put on all the records, and to take off all of them."""

    put_on: tuple[str, ...]
    take_off: tuple[str, ...]


class LabelSheet(Sheet):
    """A list to tick with the space bar; a name that is typed and is new stands in it ticked."""

    agreed = Signal(object)  # Ticks

    def __init__(self, title: str, carried: Mapping[str, bool | None], parent: QWidget | None) -> None:
        """`carried` tells of every label whether all records (True), some (None) or none of them carry it."""
        super().__init__(title, WIDTH, parent)
        self.field = QLineEdit()
        self.field.setPlaceholderText(_("Find a label, or write a new one"))
        self.field.setAccessibleName(_("Find a label, or write a new one"))
        self.list = QListWidget()
        self.list.setProperty("look", "picker")
        self.list.setAccessibleName(_("Labels"))
        self.list.setFixedHeight(px(28) * ROWS)
        self._before: dict[str, Qt.CheckState] = {}
        for name, is_carried in carried.items():
            state = _SOME if is_carried is None else _ON if is_carried else _OFF
            self._before[name] = state
            self._add(name, state)
        self.column.addWidget(self.field)
        self.column.addWidget(self.list)
        self.go = push_button(_("Set the labels"), "primary")
        self.go.clicked.connect(self._on_go)
        self.end_with(self.go, _("Cancel"))
        self.field.textChanged.connect(self._filter)
        self.field.setFocus()

    def ticks(self) -> Ticks:
        """Return what was changed."""
        now = {entry.text(): entry.checkState() for entry in self._entries()}
        changed = {name: state for name, state in now.items() if state != self._before.get(name, _OFF)}
        put_on = tuple(name for name, state in changed.items() if state == _ON)
        return Ticks(put_on, tuple(name for name, state in changed.items() if state == _OFF))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter take up a name that was typed; with nothing typed it agrees."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and self.field.hasFocus() and self.field.text().strip():
            self._take(" ".join(self.field.text().split()))
        else:
            super().keyPressEvent(event)

    def _take(self, name: str) -> None:
        """Tick the label of that name; make it where there is none."""
        for entry in self._entries():
            if entry.text().casefold() == name.casefold():
                entry.setCheckState(_ON)
                break
        else:
            self._add(name, _ON)
        self.field.clear()

    def _add(self, name: str, state: Qt.CheckState) -> None:
        """Add a line."""
        entry = QListWidgetItem(name)
        entry.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
        entry.setCheckState(state)
        entry.setSizeHint(QSize(0, px(28)))
        self.list.addItem(entry)

    def _entries(self) -> list[QListWidgetItem]:
        """Return all lines."""
        return [self.list.item(place) for place in range(self.list.count())]

    def _filter(self, words: str) -> None:
        """Show the labels that hold what is typed."""
        for entry in self._entries():
            entry.setHidden(words.strip().casefold() not in entry.text().casefold())

    def _on_go(self) -> None:
        """Hand over what was ticked; a name still in the field counts."""
        if self.field.text().strip():
            self._take(" ".join(self.field.text().split()))
        self.agreed.emit(self.ticks())
        self.accept()
