"""Lucide icons, tinted from the theme at the moment they are painted."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from evidence_app.gui.theme import look
from evidence_app.system import paths

_SMALL = 18  # up to here a stroke is set a little stronger
_clones: list[QIconEngine] = []  # Qt frees a clone that Python does not hold


@cache
def _source(name: str) -> str:
    """Read an icon's drawing; FileNotFoundError for one that is not bundled."""
    return (paths.resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")


@cache
def _renderer(name: str, colour: str, stroke: str) -> QSvgRenderer:
    """Return the drawing in one colour and stroke."""
    drawing = _source(name).replace("currentColor", colour).replace('stroke-width="2"', stroke)
    return QSvgRenderer(QByteArray(drawing.encode()))


def paint(painter: QPainter, box: QRect, name: str, colour: QColor) -> None:
    """Draw an icon into a square."""
    stroke = f'stroke-width="{1.9 if box.width() <= _SMALL else 1.7}"'
    painter.save()
    painter.setOpacity(painter.opacity() * colour.alphaF())
    _renderer(name, colour.name(), stroke).render(painter, QRectF(box))
    painter.restore()


class _TintedEngine(QIconEngine):
    """Draws one icon in the colour that its role has now."""

    def __init__(self, name: str, role: str, checked_role: str) -> None:
        super().__init__()
        self._name, self._role, self._checked_role = name, role, checked_role

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Draw in the role's colour; a disabled icon fades."""
        role = self._checked_role if state == QIcon.State.On else self._role
        colour = QColor(look.colour(role))
        if mode == QIcon.Mode.Disabled:
            colour = QColor(look.colour("text_3"))
            colour.setAlphaF(0.55)
        side = min(rect.width(), rect.height())
        box = QRect(QPoint(0, 0), QSize(side, side))
        if rect.width() == rect.height():
            box.moveCenter(rect.center())
        else:  # a button leaves room between its icon and its words
            box.moveTopLeft(rect.topLeft())
        paint(painter, box, self._name, colour)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Draw on nothing, so that the icon keeps its transparent ground."""
        made = QPixmap(size)
        if size.isEmpty():  # a field that has no room yet asks all the same
            return made
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return made

    def clone(self) -> QIconEngine:
        """Copy for Qt, and keep the copy alive."""
        twin = _TintedEngine(self._name, self._role, self._checked_role)
        _clones.append(twin)
        return twin


@cache
def icon(name: str, role: str = "text_2", checked_role: str = "") -> QIcon:
    """Return an icon whose colour follows the theme; `checked_role` tints it while it is on."""
    _source(name)
    engine = _TintedEngine(name, role, checked_role or role)
    _clones.append(engine)
    return QIcon(engine)
