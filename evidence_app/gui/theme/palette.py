"""The theme as Qt wants it: a QPalette for Fusion, and one style sheet made from the template."""

from __future__ import annotations

import re

from PySide6.QtGui import QColor, QPalette

from evidence_app.gui.theme.look import Look
from evidence_app.gui.theme.tokens import Theme
from evidence_app.system import paths

_ROLES = {
    QPalette.ColorRole.Window: "app",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "subtle",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "on_accent",
    QPalette.ColorRole.Highlight: "accent_fill",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.Link: "accent_text",
    QPalette.ColorRole.LinkVisited: "accent_text",
    QPalette.ColorRole.ToolTipBase: "text",
    QPalette.ColorRole.ToolTipText: "surface",
    QPalette.ColorRole.PlaceholderText: "text_3",
    QPalette.ColorRole.Light: "surface",
    QPalette.ColorRole.Midlight: "hover",
    QPalette.ColorRole.Mid: "border",
    QPalette.ColorRole.Dark: "border_strong",
    QPalette.ColorRole.Shadow: "border_strong",
    QPalette.ColorRole.Accent: "accent",
}


def palette(theme: Theme) -> QPalette:
    """Return the palette of a theme; what is disabled is set in the third text colour."""
    made = QPalette()
    for role, name in _ROLES.items():
        made.setColor(role, theme.colour(name))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, theme.text_3)
    return made


def style_sheet(look: Look) -> str:
    """Fill the template: `@role` becomes a colour, `12sp` a length scaled with the text."""
    template = (paths.resources() / "themes" / "window.qss").read_text(encoding="utf-8")
    template = re.sub(r"/\*.*?\*/", "", template, flags=re.DOTALL)
    icons = (paths.resources() / "themes").as_posix()

    def colour(found: re.Match[str]) -> str:
        value: QColor = look.theme.colour(found[1])
        return value.name()

    filled = re.sub(r"@(\w+)", colour, template).replace("{themes}", icons)
    return re.sub(r"(\d+)sp\b", lambda found: f"{round(int(found[1]) * look.scale)}px", filled)
