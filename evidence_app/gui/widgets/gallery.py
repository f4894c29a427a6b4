"""Pictures in rows: thumbnail, code, title; a graphic one stays under a cover."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ClassVar

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from evidence_app.gui.theme import icons, look
from evidence_app.gui.theme.look import px
from evidence_app.gui.widgets import drawing, privacy, tip
from evidence_app.gui.widgets.cell import Cell, Column, Columns
from evidence_app.gui.widgets.record_list import RecordList
from evidence_app.gui.widgets.record_model import RecordTableModel

ITEM = int(Qt.ItemDataRole.UserRole) + 3
MOST_PICTURES = 400
WIDTH, HEIGHT, PICTURE, PAD, GAP = 158, 148, 92, 6, 6


@dataclass(frozen=True, slots=True)
class Tile:
    """One exhibit as it is shown; `cover` stands in place of a graphic picture."""

    id: int
    code: str
    title: str
    icon: str
    length: str = ""
    mark: str = ""  # icon at the right of the code
    mark_role: str = "ok"
    mark_says: str = ""
    cover: str = ""


class TileModel(RecordTableModel):
    """The exhibits as tiles; a picture is asked for when its tile is first painted."""

    columns: ClassVar[Columns] = (Column("tile", "", 0, lambda row: Cell(row.code)),)

    def __init__(self, ask: Callable[[int], object], tile_of: Callable[[Any], Tile]) -> None:
        super().__init__()
        self._ask_picture, self._tile_of = ask, tile_of
        self._pictures: OrderedDict[int, QPixmap | None] = OrderedDict()

    def forget(self) -> None:
        """Drop every exhibit and picture."""
        self._pictures.clear()
        super().forget()

    def refresh(self) -> None:
        """Have rows fetched anew, and pictures that were not there."""
        for record_id in [record for record, picture in self._pictures.items() if picture is None]:
            del self._pictures[record_id]
        super().refresh()

    def picture(self, record_id: int) -> QPixmap | None:
        """Return a picture that is here, else ask for it once."""
        if record_id not in self._pictures:
            self._pictures[record_id] = None
            self._ask_picture(record_id)
        self._pictures.move_to_end(record_id)
        return self._pictures[record_id]

    def put_picture(self, record_id: int, picture: QPixmap) -> None:
        """Show a picture that has arrived; those looked at longest ago go where there are too many."""
        self._pictures[record_id] = picture
        while len(self._pictures) > MOST_PICTURES:
            self._pictures.popitem(last=False)
        place = self.place_of(record_id)
        if place >= 0:
            index = self.index(place, 0)
            self.dataChanged.emit(index, index, [Qt.ItemDataRole.DecorationRole])

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """Return the tile, None while it is on its way; or what is read aloud."""
        if not index.isValid() or role not in _ROLES:
            return None
        row = self.row_at(index.row())
        tile = None if row is None else privacy.shown(self._tile_of(row))
        if role == ITEM:
            return tile
        if tile is None:
            return ""
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip.plain(f"{tile.code}  {tile.title}")
        return ", ".join(part for part in (tile.code, tile.title, tile.length, tile.cover, tile.mark_says) if part)


_ROLES = {
    ITEM,
    *map(int, (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)),
}


class TileDelegate(QStyledItemDelegate):
    """Paints a tile."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw picture, code and title; a frame round the chosen one."""
        tile: Tile | None = index.data(ITEM)
        box: QRect = option.rect.adjusted(GAP // 2, GAP // 2, -GAP // 2, -GAP // 2)
        if drawing.is_selected(option):
            drawing.rounded(painter, box, 6, look.colour("tint"))
            painter.setPen(QPen(look.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 6, 6)
        elif drawing.is_hovered(option):
            drawing.rounded(painter, box, 6, look.colour("hover"))
        inner = box.adjusted(PAD, PAD, -PAD, -PAD)
        if tile is None:
            painter.fillRect(QRect(inner.topLeft(), QSize(inner.width(), px(PICTURE))), look.colour("sunken"))
            return
        self._stage(painter, QRect(inner.left(), inner.top(), inner.width(), px(PICTURE)), tile, index)
        line = QRect(inner.left() + 2, inner.top() + px(PICTURE) + 4, inner.width() - 4, px(18))
        icons.paint(painter, QRect(line.left(), line.center().y() - 7, 15, 15), tile.icon, look.colour("text_2"))
        drawing.text(painter, line.adjusted(22, 0, -20, 0), tile.code, look.colour("text"), "h3")
        if tile.mark:
            place = QRect(line.right() - 15, line.center().y() - 7, 15, 15)
            icons.paint(painter, place, tile.mark, look.colour(tile.mark_role))
        drawing.text(painter, line.translated(0, px(18)), tile.title, look.colour("text_2"), "caption")

    def _stage(self, painter: QPainter, box: QRect, tile: Tile, index: QModelIndex | QPersistentModelIndex) -> None:
        """Draw the picture, its cover or its kind, and how long it plays."""
        painter.fillRect(box, look.colour("stage"))
        model = index.model()
        assert isinstance(model, TileModel)
        picture = None if tile.cover else model.picture(tile.id)
        if picture is not None:
            size = picture.size().scaled(box.size(), Qt.AspectRatioMode.KeepAspectRatio)
            place = QRect(box.topLeft(), size)
            place.moveCenter(box.center())
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(place, picture)
        else:
            side = px(24)
            place = QRect(0, 0, side, side)
            place.moveCenter(box.center())
            icons.paint(painter, place, "eye-off" if tile.cover else tile.icon, look.colour("text_3"))
        for words, corner in ((tile.cover, box.bottomLeft()), (tile.length, box.bottomRight())):
            if words:
                width, height = drawing.width_of(words, "caption") + 12, px(18)
                x = corner.x() + 5 if words == tile.cover else corner.x() - width - 4
                label = QRect(x, corner.y() - height - 4, width, height)
                drawing.rounded(painter, label, 4, QColor(20, 20, 19, 200))
                drawing.text(painter, label.adjusted(6, 0, 0, 0), words, QColor("#FFFFFF"), "caption")

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Give every tile the same size."""
        return QSize(px(WIDTH), px(HEIGHT))


def gallery(model: TileModel) -> RecordList:
    """Return a view of tiles in rows."""
    made = RecordList(model)
    made.setItemDelegate(TileDelegate(made))
    made.setFlow(QListView.Flow.LeftToRight)
    made.setWrapping(True)
    made.setResizeMode(QListView.ResizeMode.Adjust)
    made.setViewportMargins(14, 10, 8, 8)
    return made
