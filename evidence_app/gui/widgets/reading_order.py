"""Tab goes as one reads: line by line through what a layout shows, also where rows come and go."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QGridLayout, QLayout, QScrollArea, QWidget


class ReadingOrder(QObject):
    """Puts the widgets inside one into the order of its layouts, now and whenever those change."""

    def __init__(self, root: QWidget, changing: QWidget) -> None:
        """`changing` is the widget inside `root` whose rows come and go."""
        super().__init__(root)
        self._root = root
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self.apply)
        changing.installEventFilter(self)

    def apply(self) -> None:
        """Set the order."""
        for before, after in pairwise(_reached(self._root)):
            QWidget.setTabOrder(before, after)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Set the order anew once a layout has taken up what is new."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._soon.start()
        return False


def _reached(widget: QWidget) -> Iterator[QWidget]:
    """Yield the widgets that Tab reaches, in the order in which they are laid out."""
    if widget.focusProxy() is None and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget
    layout = widget.layout()
    inner = widget.widget() if isinstance(widget, QScrollArea) else None
    if inner is not None:
        yield from _reached(inner)
    elif layout is not None:
        yield from _laid_out(layout)
    else:
        for child in widget.children():  # what a widget places itself stands in the order in which it was added
            if isinstance(child, QWidget) and not child.isWindow():
                yield from _reached(child)


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    """Yield what a layout holds; of a grid, row by row."""
    places = list(range(layout.count()))
    if isinstance(layout, QGridLayout):
        places.sort(key=lambda place: layout.getItemPosition(place)[:2])  # type: ignore[index]
    for place in places:
        item = layout.itemAt(place)
        inner, held = (item.layout(), item.widget()) if item is not None else (None, None)
        if inner is not None:
            yield from _laid_out(inner)
        elif held is not None:
            yield from _reached(held)
