"""How a media row looks as a tile."""

from __future__ import annotations

from evidence_app.domain.citation import clock
from evidence_app.gui.widgets.gallery import Tile
from evidence_app.services.listing import MediaRow
from evidence_app.system.words import _

ICONS = {"VIDEO": "film", "PHOTO": "image", "AUDIO": "mic", "WEB": "globe", "OBJECT": "package"}


def tile(row: MediaRow) -> Tile:
    """Return the tile: a graphic exhibit is covered, a missing or unreadable file is said."""
    mark, role, says = "shield-check", "ok", _("sealed")
    if row.problem:
        mark, role, says = "shield-alert", "warn", _("could not be shown")
    elif not row.is_held:
        mark, role, says = "file-question-mark", "warn", _("file not held")
    return Tile(
        id=row.id,
        code=row.code,
        title=row.title,
        icon=ICONS.get(row.kind or "", "file-text"),
        length=clock(row.duration_ms, exact=False) if row.duration_ms else "",
        mark=mark,
        mark_role=role,
        mark_says=says,
        cover=_("Graphic") if row.is_graphic else "",
    )
