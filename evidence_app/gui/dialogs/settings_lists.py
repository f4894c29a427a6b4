"""What the sheets of a case's own lists share: lines that are renamed and taken out of use where they stand."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, ClassVar

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from evidence_app.domain.errors import EvidenceError
from evidence_app.domain.localised import Localised
from evidence_app.domain.record import Record
from evidence_app.gui.jobs.archive_lane import ArchiveLane
from evidence_app.gui.widgets.controls import push_button
from evidence_app.gui.widgets.editable_rows import EditableRows, Row
from evidence_app.gui.widgets.labels import PlainLabel
from evidence_app.gui.widgets.notice_bar import NoticeBar
from evidence_app.gui.widgets.sheet import Sheet
from evidence_app.services import records
from evidence_app.system import words
from evidence_app.system.words import _

WIDTH = 560
Call = tuple[Callable[..., Any], tuple[Any, ...]]  # what the lane is asked, and with which arguments


class OwnListSheet(Sheet):
    """Each change is recorded at once and can be undone like any other; then the list is read anew.

    A subclass says of which `noun` the lines are, how one is called otherwise, what is read and what is added. A name
    in several languages is changed in the one spoken now.
    """

    noun: ClassVar[type[Record]]
    retitle: ClassVar[Callable[..., Any]]

    def __init__(
        self, title: str, lane: ArchiveLane, parent: QWidget | None, *, empty: str, new: str, can_move: bool = False
    ) -> None:
        super().__init__(title, WIDTH, parent)
        self._lane = lane
        self.notice, self.rows = NoticeBar(_("Close")), EditableRows(empty, can_move=can_move)
        self.field, self.add = QLineEdit(), push_button(_("Add"))
        self.field.setPlaceholderText(new)
        self.new_line = QHBoxLayout()
        self.new_line.addWidget(self.field, 1)
        self.new_line.addWidget(self.add)
        self.column.addWidget(self.notice)
        self.add.clicked.connect(self._on_add)
        self.rows.renamed.connect(self._on_renamed)
        self.rows.voided.connect(lambda record_id: self.change(retire, record_id))

    def begin(self) -> None:
        """End the sheet below what a subclass has placed, and read the list."""
        close = push_button(_("Close"))
        close.setAutoDefault(False)
        close.clicked.connect(self.accept)
        self.foot.addStretch()
        self.foot.addWidget(close)
        self.read()

    def reading(self) -> Call:
        """Return what reads the list."""
        raise NotImplementedError

    def lines(self, held: Any) -> list[Row]:
        """Return the lines of what was read."""
        raise NotImplementedError

    def adding(self, name: str) -> Call:
        """Return what adds that of which the name is typed."""
        raise NotImplementedError

    def clear_new(self) -> None:
        """Empty what was typed for a new line."""
        self.field.clear()

    def read(self, chosen: int = 0) -> None:
        """Fetch the list anew."""
        call, given = self.reading()
        self._lane.submit(call, *given, done=partial(self._show, chosen), failed=self._say)

    def change(self, call: Callable[..., Any], record_id: int, *given: Any, chosen: int = 0) -> None:
        """Change the record of a line in the lane; the keyboard goes to the line chosen."""
        done = partial(self._again, chosen)
        self._lane.submit(call, self.noun, record_id, *given, done=done, failed=self._refuse)

    def explain(self, said: str) -> None:
        """Say under the list what taking out of use means."""
        self.column.addWidget(PlainLabel(said, type="caption", tone="2", wrap=True))

    def _show(self, chosen: int, held: Any) -> None:
        self.rows.show_rows(self.lines(held), chosen)

    def _on_add(self) -> None:
        """Add what is typed; it stays where it is refused."""
        if name := self.field.text().strip():
            call, given = self.adding(name)
            self._lane.submit(call, *given, done=self._on_added, failed=self._say)

    def _on_added(self, _made: object) -> None:
        self.clear_new()
        self._again(0, None)
        self.field.setFocus()

    def _on_renamed(self, record_id: int, name: str) -> None:
        self.change(partial(_rename, type(self).retitle, words.language()), record_id, name, chosen=record_id)

    def _again(self, chosen: int, _result: object) -> None:
        """Show what stands after a change."""
        self.notice.hide()
        self.read(chosen)

    def _refuse(self, error: EvidenceError) -> None:
        """Say why, and show what stands."""
        self._say(error)
        self.read()

    def _say(self, error: EvidenceError) -> None:
        self.notice.say(error.sentence(), error.advice(), kind="warn")


def retire(ws: Any, noun: type[Record], record_id: int) -> None:
    """Take a record out of use; what holds it keeps it. Runs in the lane."""
    records.void(ws, ws.records.get(noun, record_id), _("taken out of use in the settings"))


def _rename(retitle: Callable[..., Any], language: str, ws: Any, noun: type[Record], record_id: int, name: str) -> None:
    """Call a record otherwise, in one language where it has several; runs in the lane."""
    held = ws.records.get(noun, record_id)
    is_plain = isinstance(held.name, str)
    retitle(ws, held, name if is_plain else Localised.of(held.name.as_dict() | {language: name}))
