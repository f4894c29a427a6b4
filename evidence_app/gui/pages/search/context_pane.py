"""The right pane of search: the hit among its neighbours."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout

from evidence_app.gui.pages.search.found import hit_words, mark
from evidence_app.gui.pages.search.view_model import Neighbourhood, leads_on
from evidence_app.gui.pages.testimonies.view_model import passages
from evidence_app.gui.widgets.controls import push_button
from evidence_app.gui.widgets.inspector import Inspector
from evidence_app.gui.widgets.labels import PlainLabel
from evidence_app.gui.widgets.segment_view import Passage, SegmentView
from evidence_app.system.words import _


class ContextPane(QFrame):
    """Paragraphs round a hit, or the details of a record; and the way to it."""

    followed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("inspector")
        self.setMinimumWidth(280)
        self.setMaximumWidth(620)
        self._title, self._caption = PlainLabel(type="h2", wrap=True), PlainLabel(type="caption", tone="2")
        self.segments, self.inspector = SegmentView(compact=True), Inspector()
        self.inspector.setMaximumWidth(16_777_215)
        self.inspector.setStyleSheet("#inspector { border: none; }")
        self.inspector.followed.connect(self.followed)
        self._head = QFrame()
        self._head.setObjectName("columnHead")
        head = QVBoxLayout(self._head)
        head.setContentsMargins(20, 14, 20, 10)
        head.setSpacing(3)
        head.addWidget(self._title)
        head.addWidget(self._caption)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.inspector)
        self._stack.addWidget(self.segments)
        self._foot = QFrame()
        self._foot.setObjectName("sidebarFoot")
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(16, 9, 16, 9)
        self.open = push_button(_("Open"), "primary", "arrow-right")
        self.open.setDefault(False)
        self.open.clicked.connect(self._on_open)
        foot.addWidget(self.open)
        foot.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self._stack, 1)
        column.addWidget(self._foot)
        self.show_neighbourhood(None)

    def show_neighbourhood(self, found: Neighbourhood | None) -> None:
        """Show a hit, or nothing."""
        self._found = found
        self._head.setVisible(found is not None and bool(found.segments))
        self._foot.setVisible(found is not None and leads_on(found.hit))
        if found is None:
            self.segments.passages.set_passages(())
            self.inspector.clear()
            self._stack.setCurrentIndex(0)
            return
        if found.segments:
            self._show_segments(found)
        elif found.details is not None:
            self.inspector.show_details(found.details)
            self._stack.setCurrentIndex(0)
        else:
            self.inspector.say("", found.hit.title)
            self._stack.setCurrentIndex(0)

    def _show_segments(self, found: Neighbourhood) -> None:
        """Show the paragraphs, with the words of the hit marked in all of them."""
        words = hit_words(found.hit)
        marked = [
            Passage(
                held.number,
                held.time,
                held.original,
                held.translation,
                mark(held.original, words),
                mark(held.translation, words),
            )
            for held in passages(found.segments)
        ]
        self._title.setText(found.hit.title)
        self._caption.setText(found.hit.citation)
        self.segments.passages.set_passages(marked)
        self._stack.setCurrentIndex(1)
        number = (found.hit.anchor or "").lstrip("¶")
        if number.isdecimal():
            self.segments.show_passage(int(number))

    def _on_open(self) -> None:
        if self._found is not None:
            self.followed.emit(self._found.hit.citation)
