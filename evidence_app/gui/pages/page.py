"""What the window asks of every page."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QSplitter, QVBoxLayout, QWidget

from evidence_app.domain.errors import EvidenceError
from evidence_app.gui.theme.look import px
from evidence_app.gui.widgets.inspector import NARROW, WIDE
from evidence_app.gui.widgets.notice_bar import NoticeBar
from evidence_app.system.words import _

ROOMY, MOST = 1160, 0.42  # width from which the right pane is wide, and the share that it takes at most


class Page(QWidget):
    """A notice bar, a body and a right pane; knows no other page, citations lead out of it."""

    followed = Signal(str)  # a citation to go to
    heading_changed = Signal()
    status_changed = Signal(str)  # what is chosen, for the status bar
    import_asked = Signal()

    def __init__(self, body: QWidget, side: QWidget) -> None:
        super().__init__()
        self.body, self.side = body, side
        self.setObjectName("surface")
        self.notice = NoticeBar(_("Close"))
        self._split = QSplitter()
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(1)
        left = QWidget()
        left.setObjectName("surface")
        self._column = QVBoxLayout(left)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        bar = QVBoxLayout()
        bar.setContentsMargins(16, 10, 16, 10)
        bar.addWidget(self.notice)
        self._bar = QWidget()
        self._bar.setLayout(bar)
        self._bar.hide()
        self.notice.closed.connect(self._bar.hide)
        self._column.addWidget(self._bar)
        self._column.addWidget(body, 1)
        self._split.addWidget(left)
        self._split.addWidget(side)
        self._split.setStretchFactor(0, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._split)
        self._dragged = False
        self._split.splitterMoved.connect(self._on_dragged)

    def title(self) -> str:
        """Return the page's name as it stands in the top bar."""
        raise NotImplementedError

    def caption(self) -> str:
        """Return what stands beside the title, such as a count."""
        return ""

    def enter(self) -> None:
        """Fetch what the page shows; called each time it comes to the front."""

    def clear(self) -> None:
        """Forget everything: the case was locked."""
        raise NotImplementedError

    def show_record(self, record_id: int, anchor: str = "") -> None:
        """Choose a record, and a place in it."""

    def step(self, direction: int) -> None:
        """Go to the next (1) or previous (-1) record."""

    def focus_filter(self) -> None:
        """Put the cursor where one narrows what is shown."""

    def show_query(self, words: str) -> None:
        """Search for words, on the page that does."""

    def focus_list(self) -> None:
        """Put the keyboard into what the page lists."""
        raise NotImplementedError

    def focus_side(self) -> None:
        """Go on from the list to what is known of the record."""
        self.side.setFocus(Qt.FocusReason.OtherFocusReason)

    def lists(self) -> Sequence[QAbstractItemView]:
        """Return the views that the page's own menu belongs to."""
        raise NotImplementedError

    def citation(self) -> str:
        """Return the citation of what is chosen; empty for nothing."""
        return ""

    def restyle(self) -> None:
        """Take up the sizes of the look in force."""

    def say(
        self,
        words: str,
        advice: str,
        *,
        kind: str = "info",
        action: str = "",
        call: Callable[[], object] | None = None,
    ) -> None:
        """Say a sentence over the page, with an action where there is one."""
        self._bar.show()
        self.notice.say(words, advice, kind=kind, action=action, call=call)

    def say_error(self, error: EvidenceError) -> None:
        """Say a known error in the page that asked."""
        self.say(error.sentence(), error.advice(), kind="warn")

    def size_panes(self, width: int) -> None:
        """Give the inspector its width, unless somebody has dragged it to another."""
        if not self._dragged and width > 0:
            wanted = min(px(WIDE if width >= ROOMY else NARROW), round(width * MOST))
            self._split.setSizes([width - wanted, wanted])

    def reset_panes(self) -> None:
        """Forget widths that were dragged."""
        self._dragged = False
        self.size_panes(self.width())

    def _on_dragged(self, _place: int, _number: int) -> None:
        self._dragged = True
