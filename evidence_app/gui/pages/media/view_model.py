"""The state of the screen of media."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QPixmap

from evidence_app.gui.jobs.archive_lane import ArchiveLane
from evidence_app.gui.pages.records.view_model import RecordsViewModel
from evidence_app.services import details, listing


class MediaViewModel(RecordsViewModel):
    """The media of the case, and their pictures as they are asked for."""

    picture_arrived = Signal(int, QPixmap)

    def __init__(self, lane: ArchiveLane) -> None:
        super().__init__(lane, listing.MEDIA, details.item)

    def ask_picture(self, record_id: int) -> None:
        """Fetch the thumbnail of one exhibit."""
        self.lane.submit(
            details.thumbnail,
            record_id,
            done=partial(self._on_picture, record_id),
            failed=self.failed.emit,
        )

    def _on_picture(self, record_id: int, jpeg: bytes | None) -> None:
        """Decode our own JPEG; an exhibit without a picture keeps its icon."""
        picture = QPixmap()
        if jpeg and picture.loadFromData(jpeg):
            self.picture_arrived.emit(record_id, picture)
