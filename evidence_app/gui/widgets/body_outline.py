"""The outline of a body, front and back, and which part of it lies where; in thousandths of its box."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath

# Half an outline, from the crown down the side, around arm and leg, to the groin: x from the middle, y from the top.
_HALF = (
    (0, 2),
    (38, 8),
    (64, 34),
    (68, 62),
    (60, 92),
    (42, 120),
    (40, 138),
    (62, 158),
    (130, 174),
    (184, 188),
    (214, 222),
    (232, 290),
    (256, 350),
    (286, 412),
    (318, 466),
    (340, 492),
    (352, 528),
    (336, 548),
    (310, 532),
    (288, 494),
    (246, 432),
    (212, 374),
    (180, 308),
    (158, 252),
    (152, 300),
    (140, 356),
    (138, 404),
    (156, 456),
    (174, 520),
    (170, 596),
    (152, 668),
    (146, 712),
    (154, 770),
    (144, 836),
    (116, 916),
    (112, 944),
    (142, 976),
    (136, 992),
    (86, 994),
    (62, 980),
    (62, 940),
    (56, 860),
    (52, 784),
    (58, 712),
    (46, 640),
    (26, 556),
    (8, 508),
    (0, 504),
)
_TENSION = 1 / 6  # of a Catmull-Rom curve as Bézier pieces
MIDDLE = 500

# Part of the body by band: least and most distance from the middle, top and bottom; the first that holds a point.
_Band = tuple[int, int, int, int, str]
_ARMS: tuple[_Band, ...] = (
    (150, 999, 160, 250, "SHOULDER"),
    (158, 999, 250, 350, "UPPER_ARM"),
    (180, 999, 350, 470, "FOREARM"),
    (260, 999, 470, 580, "HAND"),
)
_LEGS: tuple[_Band, ...] = (
    (0, 400, 560, 680, "THIGH"),
    (0, 400, 680, 740, "KNEE"),
    (0, 400, 740, 910, "LOWER_LEG"),
    (0, 400, 910, 1000, "FOOT"),
)
_FRONT: tuple[_Band, ...] = (
    (14, 40, 44, 62, "EYE"),
    (58, 90, 46, 84, "EAR"),
    (0, 30, 86, 104, "MOUTH"),
    (0, 80, 0, 34, "HEAD"),
    (0, 80, 34, 118, "FACE"),
    (0, 70, 118, 160, "NECK"),
    *_ARMS,
    (0, 190, 150, 310, "CHEST"),
    (0, 180, 310, 440, "ABDOMEN"),
    (0, 70, 440, 540, "GENITAL"),
    (0, 240, 440, 680, "THIGH"),
    *_LEGS,
)
_REAR: tuple[_Band, ...] = (
    (58, 90, 46, 84, "EAR"),
    (0, 80, 0, 112, "HEAD"),
    (0, 70, 112, 160, "NECK"),
    *_ARMS,
    (0, 190, 150, 320, "BACK"),
    (0, 180, 320, 420, "LOWER_BACK"),
    (0, 190, 420, 560, "BUTTOCK"),
    *_LEGS,
)
_MIDLINE = 14  # thousandths to each side of the middle
_ONE_SIDED = frozenset({"EYE", "EAR", "SHOULDER", "UPPER_ARM", "FOREARM", "HAND", "THIGH", "KNEE", "LOWER_LEG", "FOOT"})


@cache
def outline() -> QPainterPath:
    """Return the outline, closed, in a box of 1000 by 1000; it is narrow, so the box is drawn narrower than high."""
    left = [(-x, y) for x, y in reversed(_HALF[1:-1])]
    points = [QPointF(MIDDLE + x, y) for x, y in (*_HALF, *left)]
    path = QPainterPath(points[0])
    count = len(points)
    for number in range(count):
        before, here, there, after = (points[(number + step) % count] for step in (-1, 0, 1, 2))
        path.cubicTo(here + (there - before) * _TENSION, there - (after - here) * _TENSION, there)
    path.closeSubpath()
    return path


@cache
def details(view: str) -> QPainterPath:
    """Return the few lines inside the outline by which front and back are told apart."""
    path = QPainterPath()
    for side in (-1, 1):
        if view == "FRONT":
            path.moveTo(MIDDLE + side * 16, 176)  # collarbone
            path.quadTo(MIDDLE + side * 70, 172, MIDDLE + side * 124, 190)
            path.moveTo(MIDDLE + side * 34, 272)  # lower edge of the chest
            path.quadTo(MIDDLE + side * 84, 286, MIDDLE + side * 124, 258)
        else:
            path.moveTo(MIDDLE + side * 60, 214)  # shoulder blade
            path.quadTo(MIDDLE + side * 50, 252, MIDDLE + side * 92, 276)
            path.moveTo(MIDDLE + side * 14, 512)  # lower edge of the buttock
            path.quadTo(MIDDLE + side * 74, 540, MIDDLE + side * 130, 506)
    if view == "FRONT":
        path.addEllipse(QPointF(MIDDLE, 392), 5, 3)  # navel
    else:
        path.moveTo(MIDDLE, 172)  # spine
        path.lineTo(MIDDLE, 500)
    return path


def site_at(view: str, x: int, y: int) -> str:
    """Return the part of the body (vocabulary `body_site`) at a place of the front or the back."""
    away = abs(x - MIDDLE)
    for least, most, top, bottom, site in _FRONT if view == "FRONT" else _REAR:
        if least <= away <= most and top <= y <= bottom:
            return site
    return "WHOLE"


def side_at(view: str, x: int, site: str) -> str:
    """Return the side (vocabulary `body_side`) as the person has it: the front's left is the person's right."""
    if abs(x - MIDDLE) <= _MIDLINE and site not in _ONE_SIDED:
        return "MIDLINE"
    return "RIGHT" if (x < MIDDLE) == (view == "FRONT") else "LEFT"
