"""A filter over one property: a chip that opens the list of values found, with their counts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QToolButton, QWidget

from evidence_app.gui.theme import icons
from evidence_app.gui.widgets import privacy
from evidence_app.gui.widgets.controls import ICON, ICON_GAP
from evidence_app.system.words import _

_GAP = 6


@dataclass(frozen=True, slots=True)
class Facet:
    """A property to filter by: its key in the list, title (a msgid), whether its chip is there from the start.

    A facet with a `tab` is offered under that tab only.
    """

    key: str
    title: str
    usual: bool = True
    tab: str = ""


class FacetValue(Protocol):
    """A value that some records have."""

    @property
    def value(self) -> str:
        """As it is asked for."""

    @property
    def label(self) -> str:
        """In words."""

    @property
    def count(self) -> int:
        """How many records have it."""


class FacetChip(QPushButton):
    """Any value, or one; what values there are is asked for when the chip is pressed."""

    changed = Signal()
    values_asked = Signal(str)

    def __init__(self, facet: Facet) -> None:
        super().__init__()
        self.facet, self.value, self.label, self._is_short = facet, "", "", False
        self.menu_of_values = QMenu(self)
        self.setProperty("look", "filter")
        self.setCheckable(True)
        self.setIconSize(QSize(ICON + ICON_GAP, ICON))
        self.clicked.connect(self._on_clicked)
        self._show()

    def offer(self, values: Sequence[FacetValue]) -> None:
        """Open the list of values."""
        self.menu_of_values.clear()
        self.menu_of_values.addAction(_("any")).triggered.connect(partial(self.choose, "", ""))
        for one in values:
            shown = f"{privacy.text(one.label)}\t{one.count}".replace("&", "&&")
            self.menu_of_values.addAction(shown).triggered.connect(partial(self.choose, one.value, one.label))
        if not values:
            self.menu_of_values.addAction(_("Nothing to choose from")).setEnabled(False)
        self.menu_of_values.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def choose(self, value: str, label: str = "", _checked: bool = False) -> None:
        """Keep only records with this value; nothing means any."""
        self.value, self.label = value, label
        self._show()
        self.changed.emit()

    def set_short(self, is_short: bool) -> None:
        """Leave out that any value will do."""
        if is_short != self._is_short:
            self._is_short = is_short
            self._show()

    def _show(self) -> None:
        """Say the value on the chip."""
        title = _(self.facet.title)
        said = privacy.text(self.label) or self.value or _("any")
        words = title if self._is_short and not self.value else f"{title}: {said}"
        self.setText(words.replace("&", "&&"))
        self.setChecked(bool(self.value))
        self.setIcon(icons.icon("x", "accent_text") if self.value else icons.icon("chevron-down", "text_3"))

    def _on_clicked(self) -> None:
        """Ask for the values, or drop the one chosen."""
        if self.value:
            self.choose("")
        else:
            self.setChecked(False)
            self.values_asked.emit(self.facet.key)


class FacetRow(QWidget):
    """The chips of a page, and a button that adds those which are not there from the start."""

    changed = Signal()
    values_asked = Signal(str)

    def __init__(self, facets: Iterable[Facet]) -> None:
        super().__init__()
        self.chips = {facet.key: FacetChip(facet) for facet in facets}
        self._tab = ""
        self.add = QToolButton()
        self.add.setIcon(icons.icon("plus", "text"))
        self.add.setIconSize(QSize(ICON, ICON))
        self.add.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.add.setAccessibleName(_("Add filter"))
        self.add.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.more = QMenu(self)
        self.more.aboutToShow.connect(self._list_more)
        self.add.clicked.connect(self._on_add)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        for chip in self.chips.values():
            row.addWidget(chip)
            chip.changed.connect(self.changed)
            chip.values_asked.connect(self.values_asked)
        row.addWidget(self.add)
        self.set_short(chips=False, add=False)
        self.set_tab("")

    def kept(self) -> tuple[tuple[str, str], ...]:
        """Return the values chosen: facet and value."""
        return tuple((key, chip.value) for key, chip in self.chips.items() if chip.value)

    def labels(self) -> dict[tuple[str, str], str]:
        """Return what the values chosen are called, by facet and value."""
        return {(key, chip.value): chip.label for key, chip in self.chips.items() if chip.value}

    def choose(self, labels: Mapping[tuple[str, str], str]) -> None:
        """Choose these values and no others, without a word about it."""
        self.blockSignals(True)
        self.reset()
        for (key, value), label in labels.items():
            if key in self.chips:
                self.chips[key].choose(value, label)
        self.set_tab(self._tab)
        self.blockSignals(False)

    def offer(self, key: str, values: Sequence[FacetValue]) -> None:
        """Open the list of values of one chip."""
        if self.chips[key].isVisible():
            self.chips[key].offer(values)

    def set_tab(self, tab: str) -> None:
        """Offer what belongs to a tab; a value chosen that does not is dropped without a word."""
        self._tab = tab
        for chip in self.chips.values():
            if not self._belongs(chip.facet) and chip.value:
                chip.blockSignals(True)
                chip.choose("")
                chip.blockSignals(False)
            is_shown = self._belongs(chip.facet) and (chip.facet.usual or bool(chip.value))
            chip.setVisible(is_shown)
        self.add.setVisible(any(self._belongs(chip.facet) and not chip.facet.usual for chip in self.chips.values()))

    def set_short(self, *, chips: bool, add: bool) -> None:
        """Let every chip, and the button that adds one, say less or all."""
        for chip in self.chips.values():
            chip.set_short(chips)
        self.add.setText("" if add else _("Add filter"))
        words = _("Add filter") if add else ""
        self.add.setToolTip(words)

    def needed(self) -> int:
        """Return the width in which every chip shows whole."""
        shown = [part for part in (*self.chips.values(), self.add) if not part.isHidden()]
        return sum(part.sizeHint().width() + _GAP for part in shown)

    def reset(self) -> None:
        """Drop all values, and the chips that were added."""
        for chip in self.chips.values():
            if chip.value:
                chip.choose("")
        self.set_tab(self._tab)

    def _belongs(self, facet: Facet) -> bool:
        return facet.tab in ("", self._tab)

    def _list_more(self) -> None:
        """List the facets whose chips are not there."""
        self.more.clear()
        for key, chip in self.chips.items():
            if self._belongs(chip.facet) and chip.isHidden():
                self.more.addAction(_(chip.facet.title)).triggered.connect(partial(self._add, key))
        if self.more.isEmpty():
            self.more.addAction(_("Nothing to choose from")).setEnabled(False)

    def _on_add(self) -> None:
        self.more.popup(self.add.mapToGlobal(self.add.rect().bottomLeft()))

    def _add(self, key: str, _checked: bool = False) -> None:
        """Bring in a chip and open its values."""
        self.chips[key].show()
        self.values_asked.emit(key)
