"""Tab goes as one reads."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from evidence_app.gui.widgets.reading_order import ReadingOrder


def field(name: str) -> QLineEdit:
    """Return a field that knows its name."""
    made = QLineEdit()
    made.setObjectName(name)
    return made


def tabbed(root: QWidget, qtbot) -> list[str]:
    """Press Tab through a window once, and return what it came to."""
    seen: list[str] = []
    while True:
        focus = root.focusWidget()
        assert focus is not None
        if focus.objectName() in seen:
            return seen
        seen.append(focus.objectName())
        qtbot.keyClick(focus, Qt.Key.Key_Tab)


def shown(root: QWidget, first: QWidget, qtbot) -> None:
    """Show a window with the focus on a field, and let its layouts settle."""
    qtbot.addWidget(root)
    with qtbot.waitExposed(root):
        root.show()
    first.setFocus()


def test_tab_goes_line_by_line_whatever_was_made_first(qtbot):
    root = QWidget()
    made = {name: field(name) for name in "dcba"}
    grid = QGridLayout(root)
    for name in "dbca":
        grid.addWidget(made[name], *divmod("abcd".index(name), 2))
    shown(root, made["a"], qtbot)
    ReadingOrder(root, root).apply()
    assert tabbed(root, qtbot) == ["a", "b", "c", "d"]


def test_a_row_that_comes_later_is_reached_in_its_place(qtbot):
    root = QWidget()
    column = QVBoxLayout(root)
    first, last = field("first"), field("last")
    column.addWidget(first)
    column.addWidget(last)
    shown(root, first, qtbot)
    order = ReadingOrder(root, root)
    order.apply()
    column.insertWidget(1, field("between"))
    qtbot.wait(50)
    assert tabbed(root, qtbot) == ["first", "between", "last"]


def test_fields_of_different_height_in_one_line_are_read_from_the_left(qtbot):
    root = QWidget()
    column = QVBoxLayout(root)
    line = QHBoxLayout()
    low, high, under = field("low"), field("high"), field("under")
    high.setFixedHeight(60)
    line.addWidget(low, 0, Qt.AlignmentFlag.AlignVCenter)  # begins further down than its neighbour
    line.addWidget(high)
    column.addLayout(line)
    column.addWidget(under)
    shown(root, low, qtbot)
    ReadingOrder(root, root).apply()
    assert tabbed(root, qtbot) == ["low", "high", "under"]


def test_what_is_hidden_is_passed_over(qtbot):
    root = QWidget()
    column = QVBoxLayout(root)
    fields = [field(name) for name in ("one", "two", "three")]
    for one in fields:
        column.addWidget(one)
    fields[1].hide()
    shown(root, fields[0], qtbot)
    ReadingOrder(root, root).apply()
    assert tabbed(root, qtbot) == ["one", "three"]
