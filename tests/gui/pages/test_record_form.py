"""The form of a record over a real case: typed, saved, refused, hidden, voided, left."""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit

from evidence_app.domain.consent import Consent
from evidence_app.domain.event import Event
from evidence_app.domain.finding import Finding
from evidence_app.domain.localised import Localised
from evidence_app.domain.media import Media
from evidence_app.domain.person import Person, PersonName
from evidence_app.gui.dialogs.reveal_sheet import RevealSheet
from evidence_app.gui.jobs.archive_lane import ArchiveLane
from evidence_app.gui.jobs.relay import Relay
from evidence_app.gui.pages.records.editor import RecordEditor
from evidence_app.gui.widgets import privacy
from evidence_app.gui.widgets.form.shown import SecretView
from evidence_app.gui.widgets.notice_bar import NoticeBar
from evidence_app.keys.derivation import Profile
from evidence_app.services import cases, events, history, own_fields, people, records
from evidence_app.services.undoing import Undoing
from evidence_app.services.workspace import Workspace

T = TypeVar("T")
PATIENCE_MS = 10_000
NUMBER = "+996 555 123 456"


class Bench:
    """A form over an open case, and a way to ask the case."""

    def __init__(self, lane: ArchiveLane, form: RecordEditor, qtbot: Any) -> None:
        self.lane, self.form, self._qtbot = lane, form, qtbot

    def ask(self, call: Callable[[Workspace], T]) -> T:
        """Ask the case, after all that was asked before."""
        answers: list[T] = []
        self.lane.submit(call, done=answers.append)
        self._qtbot.waitUntil(lambda: bool(answers), timeout=PATIENCE_MS)
        return answers[0]

    def settle(self) -> None:
        """Save what is typed, and wait until nothing is on its way."""
        self.form.flush()
        self.ask(lambda _ws: None)
        self.ask(lambda _ws: None)

    def show(self, noun: str, record_id: int) -> None:
        """Open a record."""
        self.form.open(noun, record_id)
        self._qtbot.waitUntil(lambda: bool(self.form.body.rows), timeout=PATIENCE_MS)

    def editor(self, name: str) -> Any:
        """Return the editor of a field."""
        return self.form.body.rows[name].editor

    def type_in(self, name: str, words: str) -> None:
        """Type words into a field, in the place of what is there."""
        line = self.editor(name).fields()[0]
        if isinstance(line, QLineEdit):
            line.clear()
            line.insert(words)
            line.textEdited.emit(line.text())
        else:
            line.setPlainText(words)

    def verbs(self) -> list[str]:
        """Return what the journal says was done."""
        return self.ask(lambda ws: [line.op for line in history.lines(ws)])


@pytest.fixture
def small(folder: Path, quick: Profile, passphrase: str) -> Path:
    """A case of two people, the first with three names, two events and one exhibit."""
    with cases.create(folder, "Дело", passphrase, profile=quick) as ws:
        item = records.add(ws, Media(title=Localised.of("Report", "en"), kind="DATA"))
        spelled = [
            PersonName(full=full, source=item.id) for full in ("Vikram Ruzakhunov", "Викрам", "Vikram Ruzahunov")
        ]
        people.add(ws, Person(), *spelled)
        people.add(ws, Person(), PersonName(full="Аскар"))
        for title in ("Arrest", "Release"):
            events.add(ws, Event(title=Localised.of(title, "en")))
    return folder


@pytest.fixture
def bench(small: Path, passphrase: str, relay: Relay, qtbot) -> Iterator[Bench]:
    """A form over the small case."""
    lane = ArchiveLane(relay)
    lane.open(lambda: cases.open_case(small, passphrase))
    form = RecordEditor(lane)
    qtbot.addWidget(form)
    form.resize(900, 700)
    form.show()
    made = Bench(lane, form, qtbot)
    yield made
    privacy.put(False)
    lane.close()
    assert lane.join()


def person(ws: Workspace, record_id: int = 1) -> Person:
    found = ws.records.get(Person, record_id)
    assert found is not None
    return found


def test_what_is_typed_is_saved_and_the_state_says_so(bench: Bench, qtbot):
    bench.show("person", 1)
    states: list[str] = []
    bench.form.changed_state.connect(states.append)
    bench.type_in("notes", "Две строки\nи табуляция\t.")
    assert states == ["saving"]
    bench.settle()
    assert bench.ask(lambda ws: person(ws).notes) == "Две строки\nи табуляция\t."
    assert states == ["saving", "saved"] and not bench.form.is_waiting


def test_opening_another_record_saves_the_one_before(bench: Bench):
    bench.show("person", 1)
    bench.type_in("notes", "kept")
    bench.form.open("person", 2)
    assert bench.ask(lambda ws: person(ws).notes) == "kept"


def test_a_value_that_cannot_be_kept_stays_with_its_sentence(bench: Bench):
    bench.show("event", 1)
    bench.type_in("title", "")
    editor = bench.editor("title")
    for field in editor.fields():
        field.clear()
    editor.mark_edited()
    bench.settle()
    assert "Title" in editor.problem.text() and bench.form.is_waiting
    assert bench.ask(lambda ws: ws.records.get(Event, 1)).title  # type: ignore[union-attr]


def test_a_field_changed_elsewhere_is_not_overwritten_and_the_words_typed_are_kept(bench: Bench):
    bench.show("person", 1)
    bench.ask(lambda ws: records.change(ws, person(ws), notes="theirs"))
    bench.type_in("notes", "mine")
    bench.settle()
    editor = bench.editor("notes")
    assert bench.ask(lambda ws: person(ws).notes) == "theirs"
    assert editor.sheet.text() == "mine" and "theirs" in editor.problem.text()
    bench.type_in("notes", "mine all the same")
    bench.settle()
    assert bench.ask(lambda ws: person(ws).notes) == "mine all the same"


def test_a_change_elsewhere_shows_but_never_over_what_is_being_typed(bench: Bench):
    bench.show("person", 1)
    bench.type_in("notes", "half a sen")
    bench.ask(lambda ws: records.change(ws, person(ws), sex="M"))
    bench.form.case_changed(frozenset({"person"}))
    bench.ask(lambda _ws: None)
    assert bench.editor("sex").box.value() == "M"
    assert bench.editor("notes").sheet.text() == "half a sen"


def test_a_new_person_is_recorded_once_there_is_a_name_and_typing_goes_on(bench: Bench, qtbot):
    before = bench.ask(lambda ws: ws.records.count(Person))
    bench.form.new("person")
    qtbot.waitUntil(lambda: "name.full" in bench.form.body.rows, timeout=PATIENCE_MS)
    bench.type_in("notes", "first")
    bench.settle()
    assert bench.ask(lambda ws: ws.records.count(Person)) == before
    bench.type_in("name.full", "Болат Сериков")
    bench.form.flush()
    bench.type_in("name.family", "Сериков")
    bench.settle()
    held = bench.ask(lambda ws: person(ws, bench.form.view_model.record_id))
    (name,) = bench.ask(lambda ws: ws.records.find(PersonName, person=held.id))
    assert (held.notes, name.full, name.family, name.script) == ("first", "Болат Сериков", "Сериков", "Cyrl")
    assert bench.editor("name.family").line.text() == "Сериков"
    assert bench.form.title.text() == "Болат Сериков"


def test_a_record_that_lacks_something_is_not_left_without_a_word(bench: Bench, qtbot):
    closed: list[bool] = []
    bench.form.closed.connect(lambda: closed.append(True))
    bench.form.new("event")
    qtbot.waitUntil(lambda: "title" in bench.form.body.rows, timeout=PATIENCE_MS)
    bench.editor("people_count").line.setText("4")
    bench.editor("people_count").mark_edited()
    qtbot.keyClick(bench.form, Qt.Key.Key_Escape)
    assert closed == [] and "Title" in bench.form.notice.words
    qtbot.keyClick(bench.form, Qt.Key.Key_Escape)
    assert closed == [True]


def test_escape_goes_back_to_the_list(bench: Bench, qtbot):
    bench.show("person", 1)
    with qtbot.waitSignal(bench.form.closed):
        qtbot.keyClick(bench.editor("born").line, Qt.Key.Key_Escape)


def test_contacts_are_covered_until_the_passphrase_is_given_and_covered_again_afterwards(
    bench: Bench, passphrase: str, qtbot
):
    bench.ask(lambda ws: records.change(ws, person(ws), contacts=(NUMBER,)))
    bench.show("person", 1)
    cover = bench.form.body.rows["contacts"].body
    assert isinstance(cover, SecretView) and "person.contact_revealed" not in bench.verbs()
    cover.show_button.click()
    (sheet,) = bench.form.findChildren(RevealSheet)
    sheet.field.setText("not this one")
    qtbot.keyClick(sheet.field, Qt.Key.Key_Return)
    assert not sheet.isEnabled()
    qtbot.waitUntil(sheet.answer.isVisible, timeout=PATIENCE_MS)
    assert bench.editor("contacts") is None and bench.verbs()[-1] == "person.reveal_refused"
    sheet.field.setText(passphrase)
    sheet.go.click()
    qtbot.waitUntil(lambda: bench.editor("contacts") is not None, timeout=PATIENCE_MS)
    assert bench.editor("contacts").values == [NUMBER]
    assert bench.verbs().count("person.contact_revealed") == 1
    bench.form.clear()
    bench.show("person", 1)
    assert bench.editor("contacts") is None


def test_a_place_on_the_body_becomes_a_finding(bench: Bench, qtbot):
    bench.show("person", 2)
    panel = bench.form.panels["finding", "person"]
    assert panel.map is not None
    panel._show_map.click()
    panel.map.cursor_x, panel.map.cursor_y = 560, 250
    qtbot.keyClick(panel.map, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(panel.map.dots) == 1 if panel.map else False, timeout=PATIENCE_MS)
    (finding,) = bench.ask(lambda ws: ws.records.find(Finding, person=2))
    assert (finding.view, finding.x, finding.y, finding.site, finding.side) == ("FRONT", 560, 250, "CHEST", "LEFT")
    (body,) = panel.bodies()
    qtbot.waitUntil(lambda: "basis" in body.rows, timeout=PATIENCE_MS)
    box = body.rows["basis"].editor
    assert box is not None
    box.show_value("DIAGNOSED")
    box.mark_and_settle()
    qtbot.waitUntil(lambda: panel.map is not None and panel.map.dots[0].basis == "DIAGNOSED", timeout=PATIENCE_MS)


def test_a_row_of_a_part_opens_changes_and_asks_to_be_voided(bench: Bench, qtbot):
    bench.show("person", 1)
    panel = bench.form.panels["person_name", "person"]
    asked: list[tuple[str, int]] = []
    bench.form.void_asked.connect(lambda noun, record_id: asked.append((noun, record_id)))
    view = panel.rows[2]
    assert view.row is not None
    view.toggle()
    (body,) = panel.bodies()
    qtbot.waitUntil(lambda: "full" in body.rows, timeout=PATIENCE_MS)
    line = body.rows["full"].editor
    assert line is not None
    line.line.setText("Vikram R.")
    line.mark_edited()
    line.flush()
    qtbot.waitUntil(lambda: view.row is not None and view.row.words == "Vikram R.", timeout=PATIENCE_MS)
    assert panel.bodies() == [body], "what is open stays open"
    view.void_asked.emit()
    assert asked == [("person_name", view.row.record_id)]
    view.toggle()
    assert panel.bodies() == []


def test_consent_is_said_in_the_form_and_recorded_there(bench: Bench, qtbot):
    bench.show("person", 1)
    panel = bench.form.panels["consent", "person"]
    said = panel.findChild(NoticeBar)
    assert said.words == "Consent: not asked yet"
    panel.add()
    qtbot.waitUntil(lambda: bool(panel.bodies() and panel.bodies()[0].rows), timeout=PATIENCE_MS)
    body = panel.bodies()[0]
    body.rows["scope"].editor.box.choose("COURT_NAT")
    body.rows["scope"].editor.mark_edited()
    body.flush()
    bench.settle()
    assert bench.ask(lambda ws: ws.records.find(Consent, person=1)) == []
    body.rows["status"].editor.box.choose("GIVEN")
    body.rows["status"].editor.mark_edited()
    bench.settle()
    qtbot.waitUntil(lambda: said.words == "Consent: court only", timeout=PATIENCE_MS)
    (held,) = bench.ask(lambda ws: ws.records.find(Consent, person=1))
    assert (held.scope, held.status) == ("COURT_NAT", "GIVEN")


def test_a_name_is_added_inside_the_form(bench: Bench, qtbot):
    bench.show("person", 1)
    panel = bench.form.panels["person_name", "person"]
    panel.add()
    (body,) = panel.bodies()
    qtbot.waitUntil(lambda: "full" in body.rows, timeout=PATIENCE_MS)
    assert "person" not in body.rows
    line = body.rows["full"].editor
    assert line is not None
    line.line.setText("Викрам")
    line.mark_edited()
    line.flush()
    qtbot.waitUntil(lambda: panel.table.total == 4, timeout=PATIENCE_MS)
    assert len(panel.rows) == 4 and "person.named" in bench.verbs()


def test_a_value_is_added_with_its_source_and_preferred(bench: Bench, qtbot):
    bench.show("event", 2)
    row = bench.form.body.rows["people_count"]
    row.sources.click()
    panel = bench.form.body._panels["people_count"]
    panel.value.show_value(44)
    panel.source.line.setText("e-1")
    panel.prefer.setChecked(True)
    panel._on_add()
    qtbot.waitUntil(lambda: bench.editor("people_count").line.text() == "44", timeout=PATIENCE_MS)
    assert row.entry.source == "E-001"
    panel.source.line.setText("E-999")
    panel.value.show_value(45)
    panel._on_add()
    qtbot.waitUntil(lambda: bool(panel.problem.text()), timeout=PATIENCE_MS)
    assert panel.value.read() == 45
    row.sources.click()
    assert "people_count" not in bench.form.body._panels


def test_the_privacy_screen_hides_names_and_keeps_them_from_being_changed(bench: Bench, qtbot):
    bench.show("person", 1)
    privacy.learn(lambda words: words.replace("Vikram Ruzakhunov", "P-001"))
    privacy.put(True)
    qtbot.waitUntil(lambda: bench.form.title.text() == "P-001", timeout=PATIENCE_MS)
    assert "Vikram Ruzakhunov" not in [
        view.row.words for view in bench.form.panels["person_name", "person"].rows if view.row
    ]
    assert not bench.form.body.rows["notes"].body.isEnabled()
    privacy.put(False)
    qtbot.waitUntil(lambda: bench.form.title.text() == "Vikram Ruzakhunov", timeout=PATIENCE_MS)
    assert bench.form.body.rows["notes"].body.isEnabled()


def test_where_there_is_little_room_labels_stand_above_their_fields(bench: Bench, qtbot):
    bench.show("person", 1)
    row = bench.form.body.rows["sex"]
    qtbot.waitUntil(lambda: row.body.x() > row.label.x())
    bench.form.resize(360, 700)
    qtbot.waitUntil(lambda: row.body.y() > row.label.y())


def test_a_source_that_is_clicked_leads_there(bench: Bench, qtbot):
    bench.show("person", 1)
    with qtbot.waitSignal(bench.form.followed) as heard:
        bench.form.panels["person_name", "person"].rows[0].followed.emit("E-001")
    assert heard.args == ["E-001"]


def test_a_form_that_is_cleared_while_it_saves_has_saved(bench: Bench):
    bench.show("person", 1)
    bench.lane.give(lambda _progress: time.sleep(0.1))  # what is typed lands only after the form is gone
    bench.type_in("notes", "kept")
    bench.form.flush()
    bench.form.clear()
    assert bench.ask(lambda ws: person(ws).notes) == "kept"


def test_what_a_new_form_shows_by_itself_is_recorded_with_it(bench: Bench, qtbot):
    bench.form.new("event")
    qtbot.waitUntil(lambda: "title" in bench.form.body.rows, timeout=PATIENCE_MS)
    shown = bench.editor("zone").stored
    assert shown
    sheet = bench.editor("title").fields()[0]
    bench.type_in("title", "Detention")
    assert sheet is bench.editor("title").fields()[0]
    bench.settle()
    assert [event.zone for event in bench.ask(lambda ws: ws.records.find(Event)) if event.zone] == [shown]


def test_a_field_of_the_cases_own_is_filled_in_like_any_other(bench: Bench):
    own = bench.ask(lambda ws: own_fields.add(ws, Localised.of("Shoe size", "en"), "person", "NUMBER"))
    name = f"own.{own.id}"
    bench.show("person", 1)
    bench.type_in(name, "42,5")
    bench.settle()
    assert bench.ask(lambda ws: own_fields.values(ws, person(ws))[0].text) == "42.5"
    assert bench.editor(name).line.text() == "42.5" and not bench.form.is_waiting
    bench.type_in(name, "forty")
    bench.settle()
    assert "forty" in bench.editor(name).problem.text() and bench.form.is_waiting


def left_by_a_kill(folder: Path, passphrase: str, call: Callable[[Workspace], T]) -> T:
    """Ask the files of a case as they lie on the disk now, past the window that has it open."""
    with tempfile.TemporaryDirectory() as place:
        copy = Path(shutil.copytree(folder, Path(place) / "copy"))
        with cases.open_case(copy, passphrase) as ws:
            return call(ws)


def test_a_name_typed_into_a_new_form_is_recorded_at_a_pause_and_typing_goes_on(
    bench: Bench, small: Path, passphrase: str, qtbot
):
    undoing, before = Undoing(), len(bench.verbs())
    bench.ask(undoing.watch)
    bench.form.new("person")
    qtbot.waitUntil(lambda: "name.full" in bench.form.body.rows, timeout=PATIENCE_MS)
    line = bench.editor("name.full").line
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_B)
    bench.editor("name.full").pause()
    bench.ask(lambda _ws: None)
    assert bench.form.view_model.record_id == 0  # a single letter makes no record
    qtbot.keyClicks(line, "olat")
    line.setCursorPosition(3)
    height = line.mapTo(bench.form, QPoint()).y()
    qtbot.waitUntil(lambda: bench.form.view_model.record_id != 0, timeout=PATIENCE_MS)
    found = left_by_a_kill(small, passphrase, lambda ws: ws.records.first(PersonName, full="bolat"))
    assert found is not None
    qtbot.waitUntil(lambda: len(bench.form.panels) > 1, timeout=PATIENCE_MS)
    qtbot.wait(50)
    assert bench.editor("name.full").line is line and line.hasFocus() and line.cursorPosition() == 3
    moved = abs(line.mapTo(bench.form, QPoint()).y() - height)
    assert moved < 48  # the notice over the form is gone, and no part has come between
    line.setSelection(1, 2)
    bench.ask(lambda _ws: None)
    assert line.selectedText() == "ol"
    line.setCursorPosition(5)
    qtbot.keyClicks(line, "bek")
    bench.settle()
    person_id = bench.form.view_model.record_id
    (name,) = bench.ask(lambda ws: ws.records.find(PersonName, person=person_id))
    assert name.full == "bolatbek" and bench.verbs()[before:] == ["person.added", "person.renamed"]
    bench.ask(undoing.undo)
    assert bench.ask(lambda ws: person(ws, person_id).voided) is not None
    bench.ask(undoing.redo)
    (name,) = bench.ask(lambda ws: ws.records.find(PersonName, person=person_id))
    assert name.full == "bolatbek" and bench.ask(lambda ws: person(ws, person_id).voided) is None
