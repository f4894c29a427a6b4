"""Undo, voiding, linking and labelling from the window: a real case, the real lane, real sheets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QApplication, QDialog, QLineEdit, QVBoxLayout, QWidget

from evidence_app.domain.label import Label, Labelling
from evidence_app.domain.localised import Localised
from evidence_app.domain.mark import Mark
from evidence_app.domain.media import Media
from evidence_app.domain.person import Person, PersonName
from evidence_app.gui.dialogs.label_sheet import LabelSheet
from evidence_app.gui.dialogs.link_sheet import LinkSheet
from evidence_app.gui.dialogs.void_sheet import VoidSheet
from evidence_app.gui.jobs.archive_lane import ArchiveLane
from evidence_app.gui.jobs.relay import Relay
from evidence_app.gui.pages.inspecting import Inspecting
from evidence_app.gui.pages.page import Page, Subject
from evidence_app.gui.pages.records.editor import RecordEditor
from evidence_app.gui.shell.recording import Recording
from evidence_app.gui.widgets.history_list import HistoryList
from evidence_app.gui.widgets.inspector import Inspector
from evidence_app.gui.widgets.labels import PlainLabel
from evidence_app.gui.widgets.link_label import LinkLabel
from evidence_app.services import cases, custody, details, people, records
from evidence_app.services.workspace import Workspace


class OnePage(Page):
    """A page with an inspector that shows one person."""

    def __init__(self, lane: ArchiveLane) -> None:
        self.field, self.inspector, self.lane = QLineEdit(), Inspector(), lane
        body = QWidget()
        column = QVBoxLayout(body)
        column.addStretch()
        column.addWidget(self.field)
        super().__init__(body, self.inspector)
        self.inspecting = Inspecting(self.inspector, lane, self.say_error)
        self.chosen: list[int] = []

    def title(self) -> str:
        return "People"

    def clear(self) -> None:
        self.inspector.clear()

    def focus_list(self) -> None:
        self.field.setFocus()

    def lists(self) -> Sequence[QAbstractItemView]:
        return ()

    def show(self, record_id: int = 1) -> None:
        self.chosen = [record_id]
        self.lane.submit(details.person, record_id, done=self.inspector.show_details)
        super().show()

    def current(self) -> Subject | None:
        held = self.inspector.details
        return Subject("person", held.record_id, held.uid, held.code, held.title) if held else None

    def selection(self) -> list[int]:
        return self.chosen


class Room(QWidget):
    """What recording needs of a shell: the lane, the page in front, and a word to whatever is being typed in."""

    saving_asked = Signal()

    def __init__(self, lane: ArchiveLane) -> None:
        super().__init__()
        self.lane, self.page = lane, OnePage(lane)
        self.pages = {"people": self.page}
        QVBoxLayout(self).addWidget(self.page)
        self.resize(1000, 640)


@pytest.fixture
def lane(relay: Relay, qtbot, tmp_path: Path, passphrase: str, quick) -> Iterator[ArchiveLane]:
    """A lane with a case of two people and an exhibit in it."""

    def make() -> Workspace:
        ws = cases.create(tmp_path / "case", "Дело", passphrase, profile=quick)
        for name in ("Ермек Асанов", "Бек Токтогулов"):
            people.add(ws, Person(), PersonName(full=name))
        records.add(ws, Media(title=Localised.of("Видео", "ru"), duration_ms=60_000))
        return ws

    made, opened = ArchiveLane(relay), []
    made.open(make, done=opened.append)
    qtbot.waitUntil(lambda: bool(opened))
    yield made
    made.close()
    assert made.join()


@pytest.fixture
def room(lane: ArchiveLane, qtbot) -> Room:
    """A page that shows P-001."""
    made = Room(lane)
    qtbot.addWidget(made)
    made.show()
    made.page.show(1)
    qtbot.waitUntil(lambda: made.page.inspector.details is not None)
    return made


@pytest.fixture
def recording(room: Room) -> Recording:
    return Recording(room)  # type: ignore[arg-type]


class Asker:
    """Asks the case in its lane, and waits."""

    def __init__(self, lane: ArchiveLane, qtbot) -> None:
        self._lane, self._qtbot = lane, qtbot

    def __call__(self, call, *args: Any) -> Any:
        answers: list[Any] = []
        self._lane.submit(call, *args, done=answers.append)
        self._qtbot.waitUntil(lambda: bool(answers))
        return answers[0]

    def person(self, record_id: int = 1) -> Person:
        return self(lambda ws: ws.records.get(Person, record_id))

    def change(self, **values: Any) -> None:
        self(lambda ws: records.change(ws, ws.records.get(Person, 1), **values))


@pytest.fixture
def ask(lane: ArchiveLane, qtbot) -> Asker:
    return Asker(lane, qtbot)


def sheet(kind: type, qtbot) -> Any:
    """Return the sheet that opens."""
    found: list[QDialog] = []

    def is_open() -> bool:
        found[:] = [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, kind)]
        return bool(found) and found[0].isVisible()

    qtbot.waitUntil(is_open)
    return found[0]


def words(widget: QWidget) -> list[str]:
    """Return what all labels show."""
    return [label.text() for label in widget.findChildren(PlainLabel)]


def test_an_act_is_told_with_the_way_back_and_the_way_back_goes_both_ways(recording, ask, qtbot):
    ask.change(sex="F")
    qtbot.waitUntil(lambda: recording.toast.words == "Sex of P-001 changed")
    recording.toast._action.click()
    qtbot.waitUntil(lambda: recording.toast.words == "Undone: Sex of P-001 changed")
    assert ask.person().sex is None
    recording.toast._action.click()
    qtbot.waitUntil(lambda: recording.toast.words == "Done again: Sex of P-001 changed")
    assert ask.person().sex == "F"


def test_what_is_still_being_typed_into_a_form_is_saved_first_and_then_undone(recording, room, ask, qtbot):
    ask.change(sex="F")
    form = RecordEditor(room.lane)
    qtbot.addWidget(form)
    room.saving_asked.connect(form.flush)
    form.open("person", 1)
    qtbot.waitUntil(lambda: bool(form.body.rows))
    form.body.rows["notes"].editor.fields()[0].setPlainText("ещё не сохранено")
    recording.undo()
    qtbot.waitUntil(lambda: recording.toast.words == "Undone: Notes of P-001 changed")
    person = ask.person()
    assert (person.sex, person.notes) == ("F", None)
    recording.redo()
    qtbot.waitUntil(lambda: recording.toast.words == "Done again: Notes of P-001 changed")
    assert ask.person().notes == "ещё не сохранено"


def test_what_was_handed_over_is_told_without_a_way_back_and_stops_undo(recording, room, ask, qtbot):
    ask(lambda ws: custody.hand_over(ws, ws.records.item(1), "Эксперт"))
    qtbot.waitUntil(lambda: recording.toast.words == "Handed over: E-001")
    assert not recording.toast._action.isVisibleTo(recording.toast)
    recording.undo()
    qtbot.waitUntil(lambda: room.page.notice.words.startswith("“Handed over: E-001” cannot be undone"))


def test_undo_with_nothing_done_says_so(recording, qtbot):
    recording.undo()
    qtbot.waitUntil(lambda: recording.toast.words == "There is nothing to undo.")


def test_an_undo_that_would_overwrite_is_refused_in_the_page(recording, room, ask, qtbot):
    ask.change(sex="F")

    def meddle(ws: Workspace) -> None:
        with ws.act("item.received") as act:
            act.change(ws.records.get(Person, 1), sex="M")

    ask(meddle)
    recording.undo()
    qtbot.waitUntil(lambda: room.page.notice.words == "This cannot be undone: “Sex” (P-001) has changed since.")


def test_voiding_asks_for_a_reason_and_enter_and_esc_both_keep(recording, room, ask, qtbot):
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Escape):
        recording.void(room.page.current())
        shown = sheet(VoidSheet, qtbot)
        assert "Void P-001?" in words(shown)
        assert not shown.go.isEnabled()
        shown.reason.choose("twice")
        assert shown.go.isEnabled()
        shown.words.setFocus()
        qtbot.keyClick(shown.words, key)
        qtbot.waitUntil(lambda: not any(isinstance(w, VoidSheet) for w in QApplication.topLevelWidgets()))
        assert ask.person().voided is None


def test_the_outlined_button_voids_with_the_reason_and_undo_brings_back(recording, room, ask, qtbot):
    recording.void(room.page.current())
    shown = sheet(VoidSheet, qtbot)
    shown.reason.choose("other")
    assert not shown.go.isEnabled()
    shown.reason.choose("twice")
    qtbot.keyClicks(shown.words, "same as P-002")
    shown.go.click()
    qtbot.waitUntil(lambda: recording.toast.words == "P-001 voided")
    assert ask.person().voided == "Entered twice: same as P-002"
    recording.undo()
    qtbot.waitUntil(lambda: recording.toast.words == "Undone: P-001 voided")
    assert ask.person().voided is None


def test_all_that_is_chosen_is_voided_together(recording, room, ask, qtbot):
    room.page.chosen = [1, 2]
    recording.void(room.page.current())
    shown = sheet(VoidSheet, qtbot)
    assert "Void 2 records?" in words(shown)
    shown.reason.choose("test")
    shown.go.click()
    qtbot.waitUntil(lambda: recording.toast.words == "P-001 voided, and 1 record more")
    assert ask(lambda ws: [one.voided for one in ws.records.find(Person, voided=True)]) == ["Test entry"] * 2


def test_a_link_is_made_with_the_keyboard_alone_and_shows_at_once(recording, room, ask, qtbot):
    recording.link(room.page.current())
    shown = sheet(LinkSheet, qtbot)
    assert not shown.go.isEnabled()
    qtbot.keyClicks(shown.field, "E-001 0:41-0:47")
    qtbot.waitUntil(lambda: shown.sentence.text() == "P-001 is depicted in E-001 from 00:41 to 00:47.")
    qtbot.keyClick(shown.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: recording.toast.words == "E-001 linked")
    mark = ask(lambda ws: ws.records.find(Mark))[0]
    assert (mark.person, mark.stance, mark.locator) == (1, "DEPICTS", "00:41–00:47")


def test_a_place_that_is_none_is_said_in_the_sheet_and_keeps_it_open(recording, room, qtbot):
    recording.link(room.page.current(), "E-001")
    shown = sheet(LinkSheet, qtbot)
    qtbot.keyClicks(shown.anchor, "later")
    assert "write ¶4" in shown.problem.words
    assert not shown.go.isEnabled()
    shown.anchor.clear()
    assert shown.go.isEnabled()
    assert shown.problem.words == ""
    shown.reject()


def test_a_citation_pasted_into_the_inspector_opens_the_link_filled_in(recording, room, qtbot):
    QGuiApplication.clipboard().setText("E-001 00:41")
    room.page.inspector.setFocus()
    qtbot.keyClick(room.page.inspector, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    shown = sheet(LinkSheet, qtbot)
    assert shown.sentence.text() == "P-001 is depicted in E-001 at 00:41."
    shown.reject()


def test_other_text_in_the_clipboard_links_nothing(recording, room, qtbot):
    QGuiApplication.clipboard().setText("Ермек Асанов")
    qtbot.keyClick(room.page.inspector, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert not recording.paste()


def test_a_link_is_taken_away_from_the_evidence_tab(recording, room, ask, qtbot):
    recording.link(room.page.current(), "E-001")
    sheet(LinkSheet, qtbot).go.click()
    qtbot.waitUntil(lambda: recording.toast.words == "E-001 linked")
    room.page.inspector.choose_tab("evidence")
    qtbot.waitUntil(lambda: "Linked evidence" in words(room.page.inspector))
    room.page.inspector.removal_asked.emit(1, "E-001")
    shown = sheet(VoidSheet, qtbot)
    assert "Remove this link?" in words(shown)
    shown.reason.choose("wrong")
    shown.go.click()
    qtbot.waitUntil(lambda: recording.toast.words == "Link (E-001) voided")
    assert ask(lambda ws: ws.records.count(Mark)) == 0
    assert ask(lambda ws: ws.records.get(Mark, 1)).voided == "Wrong record"


def test_the_history_tab_gives_a_value_back(recording, room, ask, qtbot):
    ask.change(sex="F")
    ask.change(sex="M")
    inspector = room.page.inspector
    inspector.choose_tab("history")
    qtbot.waitUntil(lambda: "Sex of P-001 changed" in words(inspector))
    back = [link for link in inspector.findChildren(LinkLabel) if link.text() == "Restore this value"]
    assert len(back) == 2
    qtbot.keyClick(back[0], Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: words(inspector.findChildren(HistoryList)[-1]).count("Sex of P-001 changed") == 3)
    assert ask.person().sex == "F"


def test_labels_are_ticked_made_and_taken_off(recording, room, ask, qtbot):
    recording.label(room.page.current())
    shown = sheet(LabelSheet, qtbot)
    shown.field.insert("Срочно")
    qtbot.keyClick(shown.field, Qt.Key.Key_Return)  # takes up the name
    qtbot.keyClick(shown.field, Qt.Key.Key_Return)  # agrees
    qtbot.waitUntil(lambda: not any(isinstance(w, LabelSheet) for w in QApplication.topLevelWidgets()))
    assert [one.name for one in ask(lambda ws: ws.records.find(Label))] == ["Срочно"]
    recording.label(room.page.current())
    shown = sheet(LabelSheet, qtbot)
    assert shown.list.item(0).checkState() == Qt.CheckState.Checked
    shown.list.item(0).setCheckState(Qt.CheckState.Unchecked)
    shown.go.click()
    assert ask(lambda ws: ws.records.count(Labelling)) == 0


def test_the_toast_goes_up_where_it_would_cover_the_field_in_which_somebody_types(recording, room, qtbot):
    room.page.inspector.setFocus()
    recording.toast.say("Something was done")
    low = recording.toast.y()
    room.page.field.setFocus()
    qtbot.waitUntil(lambda: recording.toast.y() < low)
    field = room.page.field
    assert not recording.toast.geometry().intersects(field.rect().translated(field.mapTo(room, field.rect().topLeft())))
