"""What the window asks of every page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from evidence_app.domain.errors import EvidenceError
from evidence_app.gui.pages.front import Front
from evidence_app.gui.pages.front import Subject as Subject
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
    side_asked = Signal(bool)  # whether the right pane should be shown
    saving_changed = Signal(bool)  # whether something that was typed is still on its way into the case
    editor_asked = Signal(str, int, object)  # noun, id (0: a new record), values to begin with
    new_asked = Signal()  # a record, from an empty list

    def __init__(self, body: QWidget, side: QWidget) -> None:
        super().__init__()
        self.body, self.side, self.front = body, side, Front(self)
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
        self._stage = QStackedWidget()
        self._stage.addWidget(body)
        self._column.addWidget(self._stage, 1)
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

    def query(self) -> str:
        """Return the words searched for, on the page that does; empty elsewhere."""
        return ""

    def kept(self) -> str:
        """Return what is asked for here, as a saved search keeps it; empty for nothing."""
        return self.query().strip()

    def kept_words(self) -> str:
        """Say what is asked for here: the title that a saved search begins with."""
        return self.query().strip()

    def show_kept(self, query: str) -> None:
        """Ask again for what a saved search keeps."""
        self.show_query(query)

    def focus_list(self) -> None:
        """Put the keyboard into what the page lists."""
        raise NotImplementedError

    def focus_side(self) -> None:
        """Go on from the list to what is known of the record; where that is hidden, it is asked for."""
        if not self.side.isVisible():
            self.side_asked.emit(True)
        self.side.setFocus(Qt.FocusReason.OtherFocusReason)

    def lists(self) -> Sequence[QAbstractItemView]:
        """Return the views that the page's own menu belongs to."""
        raise NotImplementedError

    def citation(self) -> str:
        """Return the citation of what is chosen; empty for nothing."""
        return ""

    def current(self) -> Subject | None:
        """Return the record chosen; None for nothing."""
        return None

    def can_void(self, subject: Subject) -> bool:
        """Tell whether a record can be taken out from here."""
        return True

    def selection(self) -> list[int]:
        """Return the ids of all records chosen, where several can be."""
        subject = self.current()
        return [subject.record_id] if subject is not None else []

    def show_new(self, noun: str, record_id: int) -> None:
        """Choose a record that was just made here."""
        self.show_record(record_id)

    def put_form(self, form: QWidget) -> None:
        """Take a form that can stand in the place of the body."""
        self._stage.addWidget(form)

    def show_form(self, *, is_shown: bool) -> None:
        """Show the form in the place of the body, or the body again."""
        self._stage.setCurrentIndex(1 if is_shown else 0)
        if not is_shown:
            self.front.leave_form()

    @property
    def has_form(self) -> bool:
        """Tell whether a form stands in the place of the body."""
        return self._stage.currentIndex() == 1

    def new_words(self) -> str:
        """Return what the button that adds a record says; empty where the page adds none."""
        return ""

    def new_record(self) -> None:
        """Begin a new record."""

    def open_record(self) -> None:
        """Open the record chosen; on a page without a form, go on to what is known of it."""
        self.focus_side()

    def edit_record(self) -> None:
        """Change the record chosen."""

    def quick_look(self) -> None:
        """Look at the record chosen without leaving the list, or end the look."""

    def uncover(self) -> None:
        """Show the graphic picture chosen: this one, this time."""

    def export_calendar(self) -> None:
        """Write open deadlines as a calendar file, on the page that lists them."""

    def choose_columns(self) -> None:
        """Choose which columns the list shows."""

    def set_density(self, name: str) -> None:
        """Set how high the rows of the list are: compact, normal or roomy."""

    def case_changed(self, touched: frozenset[str]) -> None:
        """Fetch anew what shows records of these nouns; they have changed."""

    def flush(self) -> None:
        """Save what is being typed; called before the page, the case or the window is left."""

    def state(self) -> dict[str, Any]:
        """Return how the page was left, as JSON values: widths that were dragged."""
        return {"panes": self._split.sizes()} if self._dragged else {}

    def restore_state(self, state: dict[str, Any]) -> None:
        """Be as the page was left; what is missing or odd is passed over."""
        sizes = state.get("panes")
        if isinstance(sizes, list) and len(sizes) == self._split.count() and all(isinstance(n, int) for n in sizes):
            self._dragged = True
            self._split.setSizes(sizes)

    def can(self, verb: str) -> bool:
        """Tell whether this page carries out one of the verbs above itself."""
        return getattr(type(self), verb) is not getattr(Page, verb)

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

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep a pane that lies over the list at the right edge."""
        super().resizeEvent(event)
        self._place_overlay()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Put a pane that lies over the list away with Escape."""
        if event.key() == Qt.Key.Key_Escape and self.is_overlaid and self.side.isVisible():
            self.side_asked.emit(False)
            self.focus_list()
        else:
            super().keyPressEvent(event)

    def settle(self) -> None:
        """Give every pane its place now, not in the next turn."""
        layout = self.layout()
        if layout is not None:
            layout.activate()

    def size_panes(self, width: int) -> None:
        """Give the inspector its width, unless somebody has dragged it to another."""
        if not self._dragged and width > 0 and not self.is_overlaid:
            wanted = min(px(WIDE if width >= ROOMY else NARROW), round(width * MOST))
            self._split.setSizes([width - wanted, wanted])
        self._place_overlay()

    @property
    def is_overlaid(self) -> bool:
        """Tell whether the right pane lies over the list."""
        return self.side.parent() is self

    def overlay_side(self, is_over: bool) -> None:
        """Let the right pane slide over the list where there is no room beside it, or put it back."""
        if is_over == self.is_overlaid:
            return
        shown = not self.side.isHidden()
        if is_over:
            self.side.setParent(self)
        else:
            self._split.addWidget(self.side)
        self.side.setVisible(shown)
        self._place_overlay()

    def _place_overlay(self) -> None:
        """Put the pane that lies over the list at the right edge."""
        if self.is_overlaid:
            wanted = min(px(NARROW), self.width() - 40)
            self.side.setGeometry(self.width() - wanted, 0, wanted, self.height())
            self.side.raise_()

    def reset_panes(self) -> None:
        """Forget widths that were dragged."""
        self._dragged = False
        self.size_panes(self.width())

    def _on_dragged(self, _place: int, _number: int) -> None:
        self._dragged = True
