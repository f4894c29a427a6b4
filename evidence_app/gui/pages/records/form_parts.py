"""The records written inside a form: a table for each part, whose rows open into fields of their own."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from evidence_app.gui.pages.records.editor_view_model import FormViewModel
from evidence_app.gui.pages.records.form_body import FormBody
from evidence_app.gui.theme.look import px
from evidence_app.gui.widgets import privacy
from evidence_app.gui.widgets.body_map import BodyMap, Dot
from evidence_app.gui.widgets.controls import push_button
from evidence_app.gui.widgets.form.part_row import PartRowView
from evidence_app.gui.widgets.labels import PlainLabel
from evidence_app.gui.widgets.notice_bar import NoticeBar
from evidence_app.services.forms.form import PartRow, PartTable
from evidence_app.system.words import _

BESIDE = 620  # from this width on, the outline of a body stands beside the table


class PartPanel(QWidget):
    """One part: heading, rows, a way to add; findings also on the outline of a body."""

    followed = Signal(str)
    void_asked = Signal(str, int)
    changed = Signal()  # a record of the part has been added or changed
    all_asked = Signal()
    work_changed = Signal()
    unrecorded = Signal()  # a row would be shut that cannot be recorded as it is

    def __init__(self, table: PartTable, owner_id: int, make: Callable[[], FormViewModel]) -> None:
        super().__init__()
        self.table, self._owner_id, self._make = table, owner_id, make
        self.rows: list[PartRowView] = []
        self._bodies: dict[PartRowView, FormBody] = {}
        self._warned: set[PartRowView] = set()  # rows said to hold what is not recorded
        self.map = BodyMap() if table.noun == "finding" else None
        self._show_map = push_button(_("Body map"), "link", "user")
        if self.map is None:
            self._show_map.hide()
        self._show_map.clicked.connect(self._on_show_map)
        self._title = PlainLabel(type="overline", tone="3")
        self.add_button = push_button(_("Add"), "link", "plus")
        self.add_button.setAccessibleName(_("Add: %(part)s") % {"part": table.title})
        self.add_button.clicked.connect(self.add)
        self._more = push_button("", "link")
        self._more.clicked.connect(self.all_asked)
        head = QHBoxLayout()
        head.setContentsMargins(0, px(14), 0, px(2))
        head.addWidget(self._title)
        head.addStretch()
        head.addWidget(self._show_map)
        head.addWidget(self.add_button)
        self._said = NoticeBar()
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self._list.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._beside = QHBoxLayout()
        self._beside.setSpacing(16)
        self._beside.addLayout(self._list, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._said)
        column.addLayout(self._beside)
        column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        if self.map is not None:
            self._beside.addWidget(self.map, 0, Qt.AlignmentFlag.AlignTop)
            self.map.hide()
            self.map.placed.connect(self._on_placed)
            self.map.chosen.connect(self._on_chosen)
        self.refresh(table)

    def refresh(self, table: PartTable) -> None:
        """Show the rows that there are now; those that are open stay open."""
        self.table = table
        rows = privacy.shown(table.rows)
        held = {view.row.record_id: view for view in self.rows if view.row is not None}
        open_new = [(view, body.view_model.record_id) for view, body in self._bodies.items() if view.row is None]
        begun = {record_id: view for view, record_id in open_new if record_id}  # the others are not recorded yet
        self.rows = [view for view in self.rows if view.row is None and not self._bodies[view].view_model.record_id]
        shown = []
        for number, row in enumerate(rows, 1):
            view = held.pop(row.record_id, None) or begun.pop(row.record_id, None) or self._view(row)
            if view.row != row or self.map is not None:
                view.show_row(row, number if self.map is not None else 0)
            shown.append(view)
        for gone in (*held.values(), *begun.values()):
            self._drop(gone)
        self.rows = [*shown, *self.rows]
        for place, view in enumerate(self.rows):
            self._list.insertWidget(place, view)
        self._show_head(rows)

    def add(self, *_checked: object, at_once: bool = False, **given: Any) -> None:
        """Begin a record of this part, open, with the keyboard in its first field."""
        view = self._view(None)
        self.rows.append(view)
        self._list.addWidget(view)
        body = self._open(view)
        given[self.table.by] = self._owner_id
        begun = Qt.ConnectionType.SingleShotConnection
        body.view_model.form_changed.connect(lambda _form: QTimer.singleShot(0, body, body.focus_first), begun)
        body.view_model.new(self.table.noun, self.table.by, at_once=at_once, **given)

    def bodies(self) -> list[FormBody]:
        """Return the fields that are open."""
        return list(self._bodies.values())

    def _view(self, row: PartRow | None) -> PartRowView:
        """Return a row."""
        view = PartRowView(row)
        view.followed.connect(self.followed)
        view.opened.connect(partial(self._on_opened, view))
        view.shut.connect(partial(self._on_shut, view))
        view.void_asked.connect(partial(self._on_void, view))
        return view

    def _open(self, view: PartRowView) -> FormBody:
        """Open a row."""
        view_model = self._make()
        body = FormBody(view_model, has_sources=False)
        view_model.setParent(body)
        body.followed.connect(self.followed)
        body.dirty_changed.connect(self.work_changed)
        body.dirty_changed.connect(lambda: self._warned.discard(view))
        view_model.work_changed.connect(self.work_changed)
        view_model.landed.connect(partial(self._on_landed, view_model))
        view_model.recorded.connect(self._on_recorded)
        self._bodies[view] = body
        view.open(body)
        return body

    def _on_opened(self, view: PartRowView) -> None:
        if view.row is not None and not privacy.is_on():
            body = self._open(view)
            body.view_model.open(view.row.noun, view.row.record_id, self.table.by)

    def _on_shut(self, view: PartRowView) -> None:
        """Let everything settle, then put the fields away; a record that was only begun goes with them."""
        body = self._bodies.get(view)
        if body is None:
            return
        body.flush()
        if body.is_waiting and body.view_model.record_id:
            return  # what cannot be recorded stays in sight
        if body.unrecorded() and view not in self._warned:
            self._warned.add(view)
            self.unrecorded.emit()
            return
        if view.row is None:
            self._drop(view)
        else:
            del self._bodies[view]
            view.close_body()

    def _on_void(self, view: PartRowView) -> None:
        if view.row is not None:
            self.void_asked.emit(view.row.noun, view.row.record_id)

    def _on_landed(self, view_model: FormViewModel, _name: str) -> None:
        if view_model.record_id:
            self.changed.emit()

    def _on_recorded(self, _form: object) -> None:
        self.changed.emit()

    def _on_placed(self, view: str, x: int, y: int, site: str, side: str) -> None:
        """Record a finding where it was placed; what it is can be said at once."""
        self.add(at_once=True, view=view, x=x, y=y, site=site, side=side)

    def _on_show_map(self) -> None:
        """Show the outline of a body; once it is there it stays."""
        self._show_map.hide()
        if self.map is not None:
            self.map.show()

    def _on_chosen(self, record_id: int) -> None:
        view = next((view for view in self.rows if view.row is not None and view.row.record_id == record_id), None)
        if view is not None and view.body is None:
            self._on_opened(view)

    def _drop(self, view: PartRowView) -> None:
        """Take a row away."""
        self._bodies.pop(view, None)
        self._warned.discard(view)
        if view in self.rows:
            self.rows.remove(view)
        view.hide()
        view.deleteLater()

    def _show_head(self, rows: tuple[PartRow, ...]) -> None:
        """Say how many there are, what they come to, and whether more can be shown; put the dots on the outline."""
        self._show_card()
        count = self.table.total
        self._title.setText(f"{self.table.title}  {count}" if count else self.table.title)
        hidden = count - len(self.table.rows)
        self._more.setText(_("Show all %(n)s") % {"n": count})
        self._more.setVisible(hidden > 0)
        self.add_button.setEnabled(not privacy.is_on())
        if self.map is not None:
            spots = [(number, row) for number, row in enumerate(rows, 1) if row.spot is not None]
            if spots and not self._show_map.isHidden():
                self._on_show_map()
            self.map.show_dots(
                [
                    Dot(row.record_id, number, row.spot.view, row.spot.x, row.spot.y, row.spot.basis, row.words)
                    for number, row in spots
                    if row.spot is not None
                ]
            )

    def _show_card(self) -> None:
        """Say what the rows come to, with a way to the paper."""
        said = self.table.card
        self._said.setVisible(said is not None)
        if said is not None:
            follow = partial(self.followed.emit, said.ref)
            self._said.say(said.title, said.words, kind=said.kind, action=said.ref, call=follow)

    def set_narrow(self, is_narrow: bool) -> None:
        """Put the outline of a body under its table, or beside it."""
        self._beside.setStretch(0, 0 if is_narrow else 1)
        self._beside.setDirection(QHBoxLayout.Direction.TopToBottom if is_narrow else QHBoxLayout.Direction.LeftToRight)
