"""Pictures in rows: thumbnail, code, title; a graphic one stays under a cover."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyledItemDelegate, QStyleOptionViewItem

from evidence_app.gui.theme import icons, look
from evidence_app.gui.theme.look import px
from evidence_app.gui.widgets import drawing, tip

ITEM = int(Qt.ItemDataRole.UserRole) + 1
WIDTH, HEIGHT, PICTURE, PAD, GAP = 158, 148, 92, 6, 6
_ROOT = QModelIndex()


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


class TileModel(QAbstractListModel):
    """The exhibits; a picture is asked for when its tile is first painted."""

    def __init__(self, ask: Callable[[int], object]) -> None:
        super().__init__()
        self._ask = ask
        self._tiles: Sequence[Tile] = ()
        self._pictures: dict[int, QPixmap | None] = {}

    def set_tiles(self, tiles: Sequence[Tile]) -> None:
        """Show other exhibits; pictures that were fetched stay, others are asked for again."""
        self.beginResetModel()
        self._pictures = {record: picture for record, picture in self._pictures.items() if picture is not None}
        self._tiles = tiles
        self.endResetModel()

    def forget(self) -> None:
        """Drop every exhibit and picture."""
        self._pictures.clear()
        self.set_tiles(())

    def picture(self, record_id: int) -> QPixmap | None:
        """Return a picture that is here, else ask for it once."""
        if record_id not in self._pictures:
            self._pictures[record_id] = None
            self._ask(record_id)
        return self._pictures[record_id]

    def put_picture(self, record_id: int, picture: QPixmap) -> None:
        """Show a picture that has arrived."""
        self._pictures[record_id] = picture
        place = self.place_of(record_id)
        if place >= 0:
            index = self.index(place)
            self.dataChanged.emit(index, index, [Qt.ItemDataRole.DecorationRole])

    def place_of(self, record_id: int) -> int:
        """Return where an exhibit is shown, -1 where it is not."""
        return next((place for place, tile in enumerate(self._tiles) if tile.id == record_id), -1)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        """Count the exhibits."""
        return 0 if parent.isValid() else len(self._tiles)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """Return the tile, or what is read aloud."""
        if not index.isValid():
            return None
        tile = self._tiles[index.row()]
        if role == ITEM:
            return tile
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return ", ".join(part for part in (tile.code, tile.title, tile.length, tile.cover, tile.mark_says) if part)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip.plain(f"{tile.code}  {tile.title}")
        return None


class TileDelegate(QStyledItemDelegate):
    """Paints a tile."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw picture, code and title; a frame round the chosen one."""
        tile: Tile = index.data(ITEM)
        box: QRect = option.rect.adjusted(GAP // 2, GAP // 2, -GAP // 2, -GAP // 2)
        if drawing.is_selected(option):
            drawing.rounded(painter, box, 6, look.colour("tint"))
            painter.setPen(QPen(look.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 6, 6)
        elif drawing.is_hovered(option):
            drawing.rounded(painter, box, 6, look.colour("hover"))
        inner = box.adjusted(PAD, PAD, -PAD, -PAD)
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


def gallery(model: TileModel) -> QListView:
    """Return a view of tiles in rows."""
    made = QListView()
    made.setModel(model)
    made.setItemDelegate(TileDelegate(made))
    made.setViewMode(QListView.ViewMode.IconMode)
    made.setMovement(QListView.Movement.Static)
    made.setResizeMode(QListView.ResizeMode.Adjust)
    made.setLayoutMode(QListView.LayoutMode.Batched)
    made.setUniformItemSizes(True)
    made.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    made.setMouseTracking(True)
    made.setViewportMargins(14, 10, 8, 8)
    return made
