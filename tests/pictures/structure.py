"""What is wrong with how a window is laid out: words that are cut, widgets that lie over or outside one another."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible, QColor, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QScrollBar,
    QSplitterHandle,
    QTabBar,
    QToolButton,
    QWidget,
)

from evidence_app.gui.widgets.labels import ElidedLabel, PlainLabel

CONTRAST = 4.5
MOST_SPARE = 60  # px under the last thing on a ground that scrolls: its margin
OVERLAYS = {"Toast", "QuickLook", "OfferPopup"}  # made to lie over others


def shown(root: QWidget) -> Iterator[QWidget]:
    """Yield the widgets inside one that are shown, also those that are scrolled out of sight."""
    for widget in _inside(root):
        yield widget
        yield from shown(widget)


def _inside(holder: QWidget) -> list[QWidget]:
    """Return what is shown right inside a widget.

    Neither `children()` nor `parentWidget()` is asked: they keep Python's side of Qt's own parts alive after Qt has
    deleted those.
    """
    found = holder.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return [one for one in found if one.isVisible() and not one.isWindow() and one.width() and one.height()]


def name_of(widget: QWidget) -> str:
    """Name a widget as one would look for it."""
    words = widget.text() if isinstance(widget, PlainLabel | QAbstractButton) else widget.accessibleName()
    return f"{type(widget).__name__} {widget.objectName()} “{words[:60]}”"


def cut(root: QWidget) -> list[str]:
    """Return whose words do not fit and give no way to read them whole."""
    return [f"cut: {why} {name_of(widget)}" for widget in shown(root) if (why := _cut(widget))]


def _cut(widget: QWidget) -> str:
    """Say by how much the words of a widget are cut; nothing where they are not."""
    if isinstance(widget, PlainLabel) and not isinstance(widget, ElidedLabel) and widget.text():
        return _short(widget)
    if isinstance(widget, QPushButton | QToolButton | QCheckBox) and widget.text():
        lacking = widget.sizeHint().width() - widget.width()
        return f"{lacking} px" if lacking > 0 and not widget.toolTip() else ""
    if isinstance(widget, QComboBox):
        lacking = widget.fontMetrics().horizontalAdvance(widget.currentText()) + 30 - widget.width()
        return f"{lacking} px of {widget.currentText()}" if lacking > 0 and not widget.toolTip() else ""
    if isinstance(widget, QTabBar):
        return _cut_tabs(widget)
    return ""


def _short(label: PlainLabel) -> str:
    """Say how much room a label lacks."""
    if label.wordWrap():
        narrow = _longest(label) - label.contentsRect().width()
        low = label.heightForWidth(label.width()) - label.height()
        return f"{narrow} px for its longest word" if narrow > 0 else f"{low} px of height" if low > 0 else ""
    lacking = label.sizeHint().width() - label.width()
    return f"{lacking} px" if lacking > 0 else ""


def _longest(label: PlainLabel) -> int:
    """Return how wide the longest part is that no line can be broken in."""
    parts = re.split(r"\s+|(?<=[-–—/])", label.text())
    return max(label.fontMetrics().horizontalAdvance(part) for part in parts)


def _cut_tabs(bar: QTabBar) -> str:
    """Name the tabs that are narrower than their words, or hang over the end of a bar that cannot be scrolled."""
    wrong = []
    for place in range(bar.count()):
        words, box = bar.tabText(place), bar.tabRect(place)
        is_narrow = box.width() < bar.fontMetrics().horizontalAdvance(words)
        is_over = box.right() > bar.width() and not bar.usesScrollButtons()
        if (is_narrow and not bar.tabToolTip(place)) or is_over:
            wrong.append(words)
    return ", ".join(wrong)


def nameless(root: QWidget) -> list[str]:
    """Return what takes the keyboard and has no name for a screen reader."""
    found = []
    for widget in (root, *root.findChildren(QWidget)):
        takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and widget.isEnabled()
        # A bare scroll area only scrolls, and a bar of tabs speaks its tabs.
        if not takes or widget.focusProxy() is not None or type(widget) in (QScrollArea, QAbstractScrollArea, QTabBar):
            continue
        spoken = QAccessible.queryAccessibleInterface(widget)
        is_known = spoken is not None and spoken.role() != QAccessible.Role.NoRole
        if not is_known or not spoken.text(QAccessible.Text.Name).strip():
            found.append(f"{type(widget).__name__} {widget.objectName()} in {type(widget.parentWidget()).__name__}")
    return found


def misplaced(root: QWidget) -> list[str]:
    """Return what lies outside the widget that holds it, or over a neighbour."""
    found = []
    for holder in [root, *shown(root)]:
        # A scroll area, a field and a list of choices place their own parts; what scrolls is larger than its window.
        places_itself = isinstance(holder, QAbstractScrollArea | QLineEdit | QComboBox | QTabBar)
        if places_itself or holder.objectName() == "qt_scrollarea_viewport":
            continue
        inner = [child for child in _inside(holder) if not _is_apart(child)]
        for child in inner:
            if not holder.rect().contains(child.geometry()):
                found.append(f"outside: {name_of(child)}: {_box(child.geometry())} in {_box(holder.rect())}")
        for one, other in combinations(inner, 2):
            shared = one.geometry().intersected(other.geometry())
            if not shared.isEmpty():
                found.append(f"over one another by {_box(shared)}: {name_of(one)} and {name_of(other)}")
    return found


def hollow(root: QWidget) -> list[str]:
    """Return what scrolls on into nothing: far beyond the last thing that can be seen in it."""
    found = []
    for area in (one for one in root.findChildren(QScrollArea) if one.isVisible() and one.widget() is not None):
        ground = area.widget()
        ends = [one.mapTo(ground, one.rect().bottomLeft()).y() for one in shown(ground) if not _inside(one)]
        spare = ground.height() - max([area.viewport().height(), *ends])
        if spare > MOST_SPARE:
            found.append(f"hollow: {spare} px below the end of {name_of(area)} in {name_of(area.parentWidget())}")
    return found


def _is_apart(widget: QWidget) -> bool:
    """Tell whether a widget takes no part in a layout: an overlay, a handle, a scroll bar."""
    return isinstance(widget, QSplitterHandle | QScrollBar) or type(widget).__name__ in OVERLAYS


def _box(box: QRect) -> str:
    return f"{box.x()},{box.y()} {box.width()}x{box.height()}"


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast ratio of WCAG 2."""

    def luminance(colour: QColor) -> float:
        parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.getRgbF()[:3]]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def faint(root: QWidget) -> list[str]:
    """Return the words that do not stand out from the ground that is really painted behind them."""
    picture = root.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    found = []
    for widget in shown(root):
        if not isinstance(widget, PlainLabel | QAbstractButton) or not widget.text() or not widget.isEnabled():
            continue
        seen = widget.visibleRegion().boundingRect()
        if seen.width() < 8 or seen.height() < 8:
            continue
        ground = _ground(picture.copy(QRect(widget.mapTo(root, seen.topLeft()), seen.size())))
        ratio = contrast(widget.palette().color(widget.foregroundRole()), ground)
        if ratio < CONTRAST:
            found.append(f"faint: {ratio:.2f} {name_of(widget)}")
    return found


def _ground(cutting: QImage) -> QColor:
    """Return the colour that most of a picture has."""
    places = ((x, y) for y in range(1, cutting.height(), 3) for x in range(1, cutting.width(), 4))
    return QColor(Counter(cutting.pixel(x, y) for x, y in places).most_common(1)[0][0])
