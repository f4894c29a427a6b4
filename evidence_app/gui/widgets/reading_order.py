"""Tab goes as one reads: line by line through what is shown, also where rows come and go."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QWidget


class ReadingOrder(QObject):
    """Puts the widgets inside one into the order in which they lie, now and whenever that changes."""

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
    """Yield the widgets that Tab reaches, in the order in which one reads them.

    Layouts are not asked: PySide keeps its wrapper of a layout's item after Qt has deleted the item, and the next
    layout at that address crashes the program when it goes.
    """
    if widget.focusProxy() is None and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget
    for line in _lines(child for child in widget.children() if isinstance(child, QWidget)):
        for child in line:
            yield from _reached(child)


def _lines(widgets: Iterable[QWidget]) -> list[list[QWidget]]:
    """Sort what lies in one widget into lines: two that share half of the lower one's height stand in the same."""
    lines: list[list[QWidget]] = []
    for widget in sorted((one for one in widgets if not one.isHidden() and not one.isWindow()), key=QWidget.y):
        if lines and _is_beside(lines[-1][0], widget):
            lines[-1].append(widget)
        else:
            lines.append([widget])
    return [sorted(line, key=QWidget.x) for line in lines]


def _is_beside(one: QWidget, other: QWidget) -> bool:
    """Tell whether two widgets stand side by side."""
    shared = min(one.y() + one.height(), other.y() + other.height()) - max(one.y(), other.y())
    return 2 * shared >= min(one.height(), other.height())
