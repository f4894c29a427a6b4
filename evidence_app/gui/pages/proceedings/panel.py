"""One tab of the screen: a bar with filter, count and verbs over a list, or a sentence where there is none."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from evidence_app.gui.theme.look import px
from evidence_app.gui.widgets import privacy
from evidence_app.gui.widgets.controls import push_button
from evidence_app.gui.widgets.empty_state import EmptyState
from evidence_app.gui.widgets.labels import PlainLabel
from evidence_app.gui.widgets.search_field import WordsField
from evidence_app.gui.widgets.tree_rows import TreeRows
from evidence_app.gui.widgets.tree_rows_model import TreeColumn
from evidence_app.system.words import _, ngettext_

FILTER = (130, 240)


class Panel(QWidget):
    """What all tabs share; `show_data` takes what the view model read for the tab."""

    chosen = Signal(object)  # the row, None for none
    opened = Signal(object)
    new_asked = Signal()

    def __init__(self, view: QAbstractItemView, hint: str, icon: str) -> None:
        super().__init__()
        self.view = view
        self.data: Any = None  # what was read for the tab, as it came
        self.filter = WordsField("list-filter", hint)
        self.filter.setMinimumWidth(px(FILTER[0]))
        self.filter.setMaximumWidth(px(FILTER[1]))
        self.count = PlainLabel(tone="2")
        self._verbs = QHBoxLayout()
        self._verbs.setSpacing(8)
        self._empty, self._stack = EmptyState(icon), QStackedWidget()
        self._empty.asked.connect(self._on_empty_asked)
        self._stack.addWidget(view)
        self._stack.addWidget(self._empty)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._bar())
        self._column.addWidget(self._stack, 1)

    def show_data(self, data: Any) -> None:
        """Show what was read."""
        raise NotImplementedError

    def current(self) -> Any:
        """Return the row chosen; None for none."""
        raise NotImplementedError

    def show_record(self, record_id: int) -> bool:
        """Choose a record."""
        raise NotImplementedError

    def step(self, direction: int) -> None:
        """Go to the next (1) or previous (-1) row."""
        raise NotImplementedError

    def show_again(self) -> None:
        """Show the same as it may be shown now: the privacy screen went up or down."""
        if self.data is not None:
            self.show_data(self.data)

    def forget(self) -> None:
        """Drop what was read."""
        self.data = None
        self.filter.clear()

    def restyle(self) -> None:
        """Take up the sizes of the look in force."""
        self._empty.restyle()

    def add_verb(self, words: str, icon: str, call: Callable[[], object], look_name: str = "outlined") -> QPushButton:
        """Add a button at the right of the bar."""
        made = push_button(words, look_name, icon)
        made.clicked.connect(lambda _checked=False: call())
        self._verbs.addWidget(made)
        return made

    def say_empty(self, title: str, words: str = "", action: str = "") -> None:
        """Show a sentence in the place of the list."""
        self._empty.say(title, words, action)
        self._stack.setCurrentWidget(self._empty)

    def say_full(self) -> None:
        """Show the list."""
        self._stack.setCurrentWidget(self.view)

    def _bar(self) -> QFrame:
        """Return the bar over the list."""
        bar = QFrame()
        bar.setObjectName("filterBar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(20, 7, 20, 7)
        row.setSpacing(12)
        row.addWidget(self.filter, 1)
        row.addStretch(1)
        row.addWidget(self.count, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(self._verbs)
        return bar

    def _on_empty_asked(self) -> None:
        """Clear the filter, or begin a first record."""
        if self.filter.text():
            self.filter.clear()
            self.filter.paused.emit("")
        else:
            self.new_asked.emit()


class RowsPanel(Panel):
    """A tab whose list is made of painted rows."""

    def __init__(
        self, columns: tuple[TreeColumn, ...], name: str, hint: str, icon: str, *, is_tree: bool = False
    ) -> None:
        self.rows = TreeRows(columns, is_tree=is_tree)
        self.rows.setAccessibleName(name)
        super().__init__(self.rows, hint, icon)
        self._nothing = ("", "", "")
        self.rows.current_changed.connect(lambda _id: self.chosen.emit(self.current()))
        self.rows.opened.connect(lambda _id: self.opened.emit(self.current()))
        self.filter.paused.connect(self._apply_filter)

    def current(self) -> Any:
        """Return the row chosen; None for none."""
        return self.rows.rows.row_at(self.rows.currentIndex())

    def show_record(self, record_id: int) -> bool:
        """Choose a record; a filter that hides it is dropped."""
        if not self.rows.show_record(record_id) and self.filter.text():
            self.filter.clear()
            self.rows.rows.keep("")
        return self.rows.show_record(record_id)

    def step(self, direction: int) -> None:
        """Go to the next or previous row."""
        self.rows.step(direction)

    def restyle(self) -> None:
        """Take up the sizes of the look in force."""
        super().restyle()
        self.rows.restyle()

    def put_rows(self, rows: Sequence[Any], counted: str, empty: tuple[str, str, str]) -> None:
        """Show rows; the record chosen stays chosen, else the first one is. `empty` says what belongs here."""
        held = self.rows.current_id()
        self.rows.rows.set_rows(privacy.shown(tuple(rows)))
        self.count.setText(counted)
        self._nothing = empty
        self._choose(held)

    def _apply_filter(self, words: str) -> None:
        held = self.rows.current_id()
        self.rows.rows.keep(words)
        self._choose(held)

    def _choose(self, held: int) -> None:
        """Choose a record again, or the first; say so where nothing shows."""
        model = self.rows.rows
        if not model.shown:
            nothing = ngettext_("Nothing matches this filter", "Nothing matches these %(n)s filters", 1) % {"n": 1}
            said = (nothing, "", _("Clear the filter")) if model.total else self._nothing
            self.say_empty(*said)
            self.chosen.emit(None)
            return
        self.say_full()
        if not (held and self.rows.show_record(held)):
            self.rows.setCurrentIndex(model.index(0, 0))
