"""The form of one record: head, fields, and the records written inside it; everything is saved as it is typed."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from evidence_app.domain.errors import EvidenceError
from evidence_app.gui.jobs.archive_lane import ArchiveLane
from evidence_app.gui.pages.records.editor_view_model import FormViewModel
from evidence_app.gui.pages.records.form_body import FormBody
from evidence_app.gui.pages.records.form_parts import BESIDE, PartPanel
from evidence_app.gui.theme.look import px
from evidence_app.gui.widgets import privacy
from evidence_app.gui.widgets.controls import tool_button
from evidence_app.gui.widgets.flow_row import FlowRow
from evidence_app.gui.widgets.labels import PlainLabel
from evidence_app.gui.widgets.notice_bar import NoticeBar
from evidence_app.gui.widgets.reading_order import ReadingOrder
from evidence_app.gui.widgets.scrolled import Ground
from evidence_app.services.forms.form import Form, PartTable
from evidence_app.system.words import _

WIDEST, MARGIN, NARROW_MARGIN, NARROW, GAP = 760, 28, 14, 460, 16
FIRST = ("person_name",)  # parts that stand before the fields
SAVING, SAVED = "saving", "saved"


class RecordEditor(QWidget):
    """Reads and changes one record; `changed_state` says whether something is still on its way into the case."""

    closed = Signal()
    followed = Signal(str)
    void_asked = Signal(str, int)
    changed_state = Signal(str)
    shown = Signal(object)  # the Form that is on the screen

    def __init__(self, lane: ArchiveLane) -> None:
        super().__init__()
        self.setObjectName("surface")
        self.view_model = FormViewModel(lane, self)
        self.body = FormBody(self.view_model)
        self.panels: dict[tuple[str, str], PartPanel] = {}
        self._state = SAVED
        self._focus_wanted = self._is_new = False
        self._warned_of = ""  # fields that were said to hold what is not recorded
        self.title = PlainLabel(type="h1", wrap=True)
        self.title.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._back = tool_button("arrow-left", _("Back to the list (Esc)"))
        self._back.clicked.connect(self.close_form)
        self._chips = QHBoxLayout()
        self.notice = NoticeBar(_("Close"))
        self._above, self._below = QVBoxLayout(), QVBoxLayout()
        self._scroll = self._scrolled()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        column.addWidget(self._scroll, 1)
        self._bind()
        self._order = ReadingOrder(self, self._sheet)

    def open(self, noun: str, record_id: int) -> None:
        """Show a record; what was being typed in another one is saved first."""
        self._begin()
        self.view_model.open(noun, record_id)

    def new(self, noun: str, **values: Any) -> None:
        """Begin a record; it is recorded once all that it needs is filled in."""
        self._begin()
        self._focus_wanted = True
        self.view_model.new(noun, **values)

    def flush(self) -> None:
        """Save what is being typed, everywhere in the form."""
        for body in self._bodies():
            body.flush()

    def clear(self) -> None:
        """Show nothing: the case was locked, or another record follows. What was revealed is forgotten."""
        self.view_model.forget()
        for panel in self.panels.values():
            panel.hide()
            panel.deleteLater()
        self.panels = {}
        self._replace_body()
        self.title.setText("")
        self._show_chips(())
        self.notice.hide()

    def case_changed(self, touched: frozenset[str]) -> None:
        """Fetch the record anew where something changed; what is being typed stays."""
        if touched:
            self.view_model.reload()

    def close_form(self) -> None:
        """Save, and go back to the list."""
        if self.may_leave():
            self.closed.emit()

    def may_leave(self) -> bool:
        """Save; what could not be recorded is said once before it is dropped."""
        self.flush()
        fields = ", ".join(label for body in self._bodies() for label in body.unrecorded())
        if not fields or fields == self._warned_of:
            return True
        self._warned_of = fields
        self.notice.say(
            _("Not recorded yet, look at: %(fields)s") % {"fields": fields},
            _("Put it right, or leave once more to drop what was typed."),
            kind="warn",
        )
        return False

    @property
    def is_waiting(self) -> bool:
        """Whether something typed here is not recorded yet."""
        return any(body.is_waiting or body.view_model.under_way for body in self._bodies())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_form()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the reading width, and a smaller margin where there is little room."""
        super().resizeEvent(event)
        self._fit()

    def restyle(self) -> None:
        """Take up new sizes: the rows are made anew."""
        self.flush()
        noun, record_id = self.view_model.noun, self.view_model.record_id
        if record_id:
            self.clear()
            self.view_model.open(noun, record_id)

    def _begin(self) -> None:
        self.flush()
        self.clear()
        self._focus_wanted, self._is_new, self._warned_of = False, False, ""

    def _bodies(self) -> list[FormBody]:
        return [self.body, *(body for panel in self.panels.values() for body in panel.bodies())]

    def _head(self) -> QWidget:
        """Return the bar with the way back, what the record is called, and how it stands."""
        head = QFrame()
        head.setObjectName("recordHead")
        row = QHBoxLayout(head)
        row.setContentsMargins(12, 10, 20, 10)
        row.setSpacing(10)
        row.addWidget(self._back, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(self.title)
        self._chips.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._chips)
        column.addWidget(self.notice)
        row.addLayout(column, 1)
        return head

    def _scrolled(self) -> QScrollArea:
        """Return the ground on which the fields stand, as wide as one reads."""
        self._ground = Ground("surface")
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self._column.addLayout(self._above)
        self._column.addSpacing(px(GAP))
        self._column.addWidget(self.body)
        self._column.addLayout(self._below)
        self._column.addStretch()
        self._sheet = QWidget()
        self._sheet.setLayout(self._column)
        row = QHBoxLayout(self._ground)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._sheet, 1)
        row.addStretch(0)
        scroll = QScrollArea()
        scroll.setObjectName("pageScroll")
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self._ground)
        return scroll

    def _fit(self) -> None:
        """Set margins and the widest the fields may become."""
        margin = NARROW_MARGIN if self.width() < px(NARROW) else MARGIN
        self._column.setContentsMargins(margin, 4, margin, 40)
        self._sheet.setMaximumWidth(px(WIDEST) + 2 * margin)
        for panel in self.panels.values():
            panel.set_narrow(self.width() < px(BESIDE) + 2 * margin)

    def _bind(self) -> None:
        """Listen to the view model."""
        self.view_model.form_changed.connect(self._on_form)
        self.view_model.recorded.connect(self._on_form)
        self.view_model.failed.connect(self._on_failed)
        self.view_model.work_changed.connect(self._tell_state)
        privacy.screen().changed.connect(self._on_screen)
        self._bind_body()

    def _bind_body(self) -> None:
        self.body.followed.connect(self.followed)
        self.body.dirty_changed.connect(self._tell_state)

    def _replace_body(self) -> None:
        """Put an empty body in the place of the one that held another record."""
        for signal in (self.view_model.form_changed, self.view_model.recorded):
            signal.disconnect(self.body.show_form)
        self.view_model.landed.disconnect(self.body._on_landed)
        self.view_model.refused.disconnect(self.body._on_refused)
        old, self.body = self.body, FormBody(self.view_model)
        self._column.replaceWidget(old, self.body)
        old.hide()
        old.deleteLater()
        self._bind_body()

    def _on_form(self, form: Form) -> None:
        """Show head and parts; the fields show themselves."""
        self.title.setText(privacy.text(form.title))
        self._show_chips(tuple(filter(None, (form.code, *form.badges))))
        for part in form.parts:
            self._panel(part, form.record_id).refresh(part)
        if not form.record_id:
            if needed := _needed(form):
                self.notice.say(_("Recorded as soon as this is filled in: %(fields)s") % {"fields": needed})
        elif self._is_new:
            self.notice.hide()
        self._is_new = not form.record_id
        self._fit()
        self.shown.emit(form)
        if self._focus_wanted:
            self._focus_wanted = False
            QTimer.singleShot(0, self.body, self.body.focus_first)

    def _panel(self, part: PartTable, record_id: int) -> PartPanel:
        """Return the panel of a part, made when it is first met."""
        key = (part.noun, part.by)
        if key not in self.panels:
            panel = PartPanel(part, record_id, self._new_view_model)
            panel.followed.connect(self.followed)
            panel.void_asked.connect(self.void_asked)
            panel.changed.connect(self.view_model.reload)
            panel.all_asked.connect(self.view_model.show_all_rows)
            panel.work_changed.connect(self._tell_state)
            panel.unrecorded.connect(self.may_leave)
            self.panels[key] = panel
            # Nothing is put over the fields of a record that is just made: somebody is typing in them.
            (self._above if part.noun in FIRST and not self._is_new else self._below).addWidget(panel)
        return self.panels[key]

    def _new_view_model(self) -> FormViewModel:
        made = FormViewModel(self.view_model.lane)
        made.failed.connect(self._on_failed)
        return made

    def _show_chips(self, words: tuple[str, ...]) -> None:
        """Show code and standing."""
        while self._chips.count():
            item = self._chips.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        row = FlowRow()
        for said in words:
            row.add(PlainLabel(said, chip="plain"))
        self._chips.addWidget(row)  # first: what is shown without a parent becomes a window, and takes the keyboard
        row.setVisible(bool(words))

    def _on_failed(self, error: EvidenceError) -> None:
        self.notice.say(error.sentence(), error.advice(), kind="warn")

    def _on_screen(self) -> None:
        """Hide names, or show them again, at once; what is being typed is saved first."""
        self.flush()
        for body in self._bodies():
            body.show_screened()
        if self.view_model.form is not None:
            self._on_form(self.view_model.form)

    def _tell_state(self) -> None:
        """Say whether everything is saved, when that changes."""
        state = SAVING if self.is_waiting else SAVED
        if state != self._state:
            self._state = state
            self.changed_state.emit(state)


def _needed(form: Form) -> str:
    """Name the fields that a new record still needs."""
    return ", ".join(one.label for one in form.entries() if one.is_required and one.is_empty)
