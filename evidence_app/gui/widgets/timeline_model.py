"""The marks of a timeline as a list: what the keyboard walks along and a screen reader reads."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from evidence_app.domain.partial_date import PartialDate
from evidence_app.gui.widgets import privacy, tip
from evidence_app.gui.widgets.timeline_axis import moment_of
from evidence_app.services.chronology import Bar, Bucket
from evidence_app.system import words
from evidence_app.system.words import _, ngettext_

_ROOT = QModelIndex()


class TimelineModel(QAbstractListModel):
    """Buckets and bars of one look, in the order of time; `bars` and `buckets` are kept apart for the layout."""

    def __init__(self) -> None:
        super().__init__()
        self.entries: list[Bar | Bucket] = []
        self.bars: Sequence[Bar] = ()
        self.buckets: Sequence[Bucket] = ()
        self._places: dict[int, int] = {}
        self._lying: dict[int, int] = {}

    def show(self, bars: Sequence[Bar], buckets: Sequence[Bucket] = ()) -> None:
        """Show other marks."""
        self.beginResetModel()
        self.bars, self.buckets = bars, buckets
        timed: list[tuple[int, Bar | Bucket]] = [(bar.span.first, bar) for bar in bars]
        timed += [(bucket.first, bucket) for bucket in buckets]
        self.entries = [entry for _at, entry in sorted(timed, key=lambda pair: pair[0])]
        self._places = {entry.id: place for place, entry in enumerate(self.entries) if isinstance(entry, Bar)}
        self._lying = {bar.id: place for place, bar in enumerate(bars)}
        self.endResetModel()

    def place_of(self, event: int) -> int:
        """Return where an event stands in the list, -1 where it does not."""
        return self._places.get(event, -1)

    def lies(self, event: int) -> int:
        """Return where an event stands among the bars; KeyError for one that is not shown."""
        return self._lying[event]

    def bar_at(self, place: int) -> Bar | None:
        """Return the event at a place; None for a bucket."""
        entry = self.entries[place]
        return entry if isinstance(entry, Bar) else None

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        """Count the marks."""
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """Return what a mark says, to the eye and to the ear."""
        if not index.isValid():
            return None
        entry = self.entries[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return spoken(entry)
        return tip.plain(spoken(entry, "\n")) if role == Qt.ItemDataRole.ToolTipRole else None


def spoken(entry: Bar | Bucket, between: str = ", ") -> str:
    """Say all that a mark stands for."""
    return said(entry, between) if isinstance(entry, Bar) else said_of(entry)


def said(bar: Bar, between: str = ", ") -> str:
    """Say an event: code and title, date, kind and place, how many people, how many sources."""
    parts = [
        f"{bar.code} {privacy.text(bar.title)}",
        bar.when or _("no date"),
        " · ".join(filter(None, (bar.kind, bar.place))),
        ngettext_("%(n)s person", "%(n)s people", bar.people) % {"n": bar.people} if bar.people else "",
        ngettext_("%(n)s source", "%(n)s sources", bar.sources) % {"n": bar.sources}
        if bar.sources
        else _("no source yet"),
        _("key event") if bar.span.is_key else "",
    ]
    return between.join(part for part in parts if part)


def said_of(bucket: Bucket) -> str:
    """Say how many events a stretch of time holds."""
    first, last = (moment_of(instant).strftime("%Y-%m-%d") for instant in (bucket.first, bucket.last))
    days = PartialDate.parse(first if first == last else f"{first}/{last}").in_words(words.language())
    count = ngettext_("%(n)s event", "%(n)s events", bucket.count) % {"n": bucket.count}
    return f"{days}: {count}"
