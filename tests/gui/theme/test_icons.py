"""Icons: tinted from the theme, alive after Qt has copied them."""

from __future__ import annotations

import gc
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon

from evidence_app.gui.theme import icons, look, tokens
from evidence_app.system import paths


def strongest(icon: QIcon) -> QColor:
    """Return the colour of the most opaque point of an icon."""
    image = icon.pixmap(QSize(64, 64)).toImage()
    points = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return max(points, key=QColor.alpha)


def test_an_icon_takes_the_colour_of_its_role_in_the_theme_in_force(qapp):
    try:
        for name in ("light", "dark"):
            look.wear(look.Look(tokens.load(name)))
            seen, wanted = strongest(icons.icon("users", "accent")), look.colour("accent")
            assert abs(seen.red() - wanted.red()) + abs(seen.blue() - wanted.blue()) < 12
    finally:
        look.wear(look.Look(tokens.load("light")))


def test_copies_that_qt_makes_stay_alive(qapp):
    held = []
    for _ in range(300):
        copy = QIcon(icons.icon("lock"))
        copy.addPixmap(icons.icon("check").pixmap(16, 16))
        held.append(copy)
        gc.collect() if _ % 100 == 0 else None
    assert not held[0].pixmap(16, 16).isNull()


def test_every_icon_that_the_code_names_is_bundled_and_none_lies_idle():
    source = "\n".join(path.read_text() for path in (Path(__file__).parents[3] / "evidence_app/gui").rglob("*.py"))
    bundled = {path.stem for path in (paths.resources() / "icons").glob("*.svg")}
    idle = {name for name in bundled if f'"{name}"' not in source}
    assert idle == set()
