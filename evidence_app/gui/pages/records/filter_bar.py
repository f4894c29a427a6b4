"""The bar over a list: words to filter by, chips, the count, and how the list is shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QPoint, QSize, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QToolButton

from evidence_app.gui.theme.look import px
from evidence_app.gui.widgets.cell import Columns
from evidence_app.gui.widgets.controls import tool_button
from evidence_app.gui.widgets.facet_chip import Facet, FacetRow
from evidence_app.gui.widgets.labels import PlainLabel
from evidence_app.gui.widgets.search_field import WordsField
from evidence_app.system.words import N_, _

_FIELD, _LEAST = (130, 220), 420
DENSITY_WORDS = {"compact": N_("Compact rows"), "normal": N_("Normal rows"), "roomy": N_("Roomy rows")}


class FilterBar(QFrame):
    """Says when the filter changed and what is asked of the list's looks."""

    changed = Signal()
    values_asked = Signal(str)  # of a facet
    sort_asked = Signal(str, bool)  # name of a sort, descending
    density_asked = Signal(str)
    columns_asked = Signal(QPoint)

    def __init__(self, hint: str, facets: Iterable[Facet]) -> None:
        super().__init__()
        self.setObjectName("filterBar")
        self.field, self.facets = WordsField("list-filter", hint), FacetRow(facets)
        self.count = PlainLabel(tone="2")
        self.sort = tool_button("arrow-up-down", _("Order"))
        self.density = tool_button("rows-3", _("Height of rows"))
        self.columns = tool_button("columns-3", _("Columns"))
        self.menu = QMenu(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 7, 16, 7)
        row.setSpacing(8)
        self.field.setMinimumWidth(px(_FIELD[0]))
        self.field.setMaximumWidth(px(_FIELD[1]))
        row.addWidget(self.field, 1)
        row.addWidget(self.facets)
        row.addStretch(1)
        row.addWidget(self.count)
        for button in (self.sort, self.density, self.columns):
            row.addWidget(button)
        self.field.paused.connect(self.changed)
        self.facets.changed.connect(self.changed)
        self.facets.changed.connect(self.fit)
        self.facets.values_asked.connect(self.values_asked)
        self.facets.values_asked.connect(lambda _key: self.fit())  # a chip may have been added
        self.columns.clicked.connect(lambda: self.columns_asked.emit(self.columns_corner()))

    def words(self) -> str:
        """Return the words to filter by."""
        return self.field.text().strip()

    def clear(self) -> None:
        """Drop words and values without a word about it."""
        self.blockSignals(True)
        self.field.clear()
        self.facets.reset()
        self.blockSignals(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say as much as fits."""
        super().resizeEvent(event)
        self.fit()

    def minimumSizeHint(self) -> QSize:
        """Give way to the pane beside the list: what does not fit is said more shortly."""
        return QSize(px(_LEAST), super().minimumSizeHint().height())

    def fit(self) -> None:
        """Let the button that adds filters say less, then the chips, then the count nothing, until all fits."""
        self.count.show()
        for chips, add in ((False, False), (False, True), (True, True)):
            self.facets.set_short(chips=chips, add=add)
            if self._needed() <= self.width():
                return
        self.count.hide()

    def _needed(self) -> int:
        """Return the width in which everything shows whole."""
        layout = self.layout()
        assert layout is not None
        margins, parts = layout.contentsMargins(), [self.count, self.sort, self.density, self.columns]
        gap = layout.spacing()
        shown = sum(part.sizeHint().width() + gap for part in parts)
        return margins.left() + self.field.minimumWidth() + gap + self.facets.needed() + gap + shown + margins.right()

    def columns_corner(self) -> QPoint:
        """Return where on the screen the panel of columns belongs."""
        return self.columns.mapToGlobal(self.columns.rect().bottomRight())

    def offer_sorts(self, columns: Columns, sort: str, descending: bool) -> None:
        """Open the list of what rows can be ordered by."""
        self.menu.clear()
        self._entry(_("As recorded"), not sort, lambda: self.sort_asked.emit("", False))
        for column in columns:
            if column.sort:
                chosen = partial(self.sort_asked.emit, column.sort, descending and sort == column.sort)
                self._entry(_(column.title), column.sort == sort, chosen)
        self.menu.addSeparator()
        for words, is_down in ((_("Ascending"), False), (_("Descending"), True)):
            entry = self._entry(
                words, bool(sort) and descending == is_down, partial(self.sort_asked.emit, sort, is_down)
            )
            entry.setEnabled(bool(sort))
        self._open(self.sort)

    def offer_densities(self, present: str) -> None:
        """Open the list of heights."""
        self.menu.clear()
        for name, words in DENSITY_WORDS.items():
            self._entry(_(words), name == present, partial(self.density_asked.emit, name))
        self._open(self.density)

    def _entry(self, words: str, is_chosen: bool, call: Callable[[], None]) -> QAction:
        """Add an entry with a tick before the one in force."""
        action = self.menu.addAction(words.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(is_chosen)
        action.triggered.connect(lambda _checked: call())
        return action

    def _open(self, button: QToolButton) -> None:
        self.menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
