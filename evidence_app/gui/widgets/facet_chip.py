"""A filter over one property: a chip that opens the list of values found, with their counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from evidence_app.gui.theme import icons
from evidence_app.gui.widgets.controls import ICON, ICON_GAP
from evidence_app.system.words import _


@dataclass(frozen=True, slots=True)
class Facet:
    """A property to filter by: its title (a msgid) and the values a row has, as they are shown."""

    title: str
    values: Callable[[Any], Iterable[str]]


class FacetChip(QPushButton):
    """Any value, or one."""

    changed = Signal()

    def __init__(self, facet: Facet) -> None:
        super().__init__()
        self.facet, self.value, self._is_short = facet, "", False
        self.setProperty("look", "filter")
        self.setCheckable(True)
        self.setIconSize(QSize(ICON + ICON_GAP, ICON))
        self._menu = QMenu(self)
        self.clicked.connect(self._on_clicked)
        self._show()
        self.hide()  # until it has something to offer

    def offer(self, rows: Sequence[Any]) -> None:
        """List the values that these rows have."""
        counts = Counter(value for row in rows for value in set(self.facet.values(row)) if value)
        self._menu.clear()
        self._menu.addAction(_("any")).triggered.connect(partial(self.choose, ""))
        for value, count in sorted(counts.items()):
            shown = f"{value}\t{count}".replace("&", "&&")
            self._menu.addAction(shown).triggered.connect(partial(self.choose, value))
        self.setVisible(bool(counts))

    def choose(self, value: str, _checked: bool = False) -> None:
        """Keep only rows with this value; nothing means any."""
        self.value = value
        self._show()
        self.changed.emit()

    def set_short(self, is_short: bool) -> None:
        """Leave out that any value will do."""
        if is_short != self._is_short:
            self._is_short = is_short
            self._show()

    def passes(self, row: Any) -> bool:
        """Tell whether a row has the value."""
        return not self.value or self.value in self.facet.values(row)

    def _show(self) -> None:
        """Say the value on the chip."""
        title = _(self.facet.title)
        words = title if self._is_short and not self.value else f"{title}: {self.value or _('any')}"
        self.setText(words.replace("&", "&&"))
        self.setChecked(bool(self.value))
        self.setIcon(icons.icon("x", "accent_text") if self.value else icons.icon("chevron-down", "text_3"))

    def _on_clicked(self) -> None:
        """Open the list, or drop the value."""
        if self.value:
            self.choose("")
        else:
            self.setChecked(False)
            self._menu.exec(self.mapToGlobal(self.rect().bottomLeft()))


class FacetRow(QWidget):
    """The chips of a page."""

    changed = Signal()

    def __init__(self, facets: Sequence[Facet]) -> None:
        super().__init__()
        self.chips = [FacetChip(facet) for facet in facets]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for chip in self.chips:
            row.addWidget(chip)
            chip.changed.connect(self.changed)

    def offer(self, rows: Sequence[Any]) -> None:
        """Fill every chip from the rows."""
        for chip in self.chips:
            chip.offer(rows)

    def passes(self, row: Any) -> bool:
        """Tell whether a row passes all chips."""
        return all(chip.passes(row) for chip in self.chips)

    def set_short(self, is_short: bool) -> None:
        """Let every chip say less, or all."""
        for chip in self.chips:
            chip.set_short(is_short)

    def reset(self) -> None:
        """Drop all values."""
        for chip in self.chips:
            if chip.value:
                chip.choose("")
