"""Words typed into a form, and the form left at once: whichever way is taken, nothing that was typed is lost."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from evidence_app.domain.event import Event, Involvement
from evidence_app.domain.localised import Localised
from evidence_app.domain.person import Person, PersonName
from evidence_app.gui.app import Program
from evidence_app.keys.derivation import Profile
from evidence_app.services import cases, events, people, records
from evidence_app.services.workspace import Workspace
from tests.journeys.keyboard import CTRL, SHIFT, Keyboard

ALT = Qt.KeyboardModifier.AltModifier
Key = Qt.Key
PATIENCE_S = 5
TYPED, THEIRS = "со слов брата, не проверено", "written elsewhere"

INSIDE: dict[str, tuple[Key, Qt.KeyboardModifier]] = {
    "another page": (Key.Key_3, CTRL),
    "the next page": (Key.Key_PageDown, CTRL),
    "another record": (Key.Key_Down, ALT),
    "a new record": (Key.Key_N, CTRL),
    "the list": (Key.Key_Escape, Qt.KeyboardModifier.NoModifier),
}
OUT: dict[str, tuple[Key, Qt.KeyboardModifier]] = {
    "the lock": (Key.Key_L, CTRL | SHIFT),
    "the end": (Key.Key_Q, CTRL),
}


class Desk:
    """The window over a case of two people, and hands on its keyboard."""

    def __init__(self, program: Program, folder: Path, passphrase: str, keys: Keyboard) -> None:
        self.program, self.window, self.keys = program, program.window, keys
        self._folder, self._passphrase = folder, passphrase
        self._gate = threading.Event()

    @property
    def editor(self):
        """The form in front."""
        return self.window.editing._editors[self.window.shell.page]

    def sit_down(self) -> None:
        """Unlock the case, and go to the list of people."""
        self.window.ask_passphrase(self._folder)
        self.keys.until(lambda: self.window.door.field.hasFocus())
        self.keys.type(self._passphrase)
        self.keys.press(Key.Key_Return)
        self.keys.until(lambda: self.window.shell is not None)
        self.keys.press(Key.Key_2, CTRL)
        self.keys.until(lambda: self.window.shell.page.current() is not None)

    def open_first(self) -> None:
        """Open the form of the first person."""

        def is_first() -> bool:
            self.keys.press(Key.Key_Home)  # again where the list has read its rows anew in between
            subject = self.window.shell.page.current()
            return subject is not None and subject.record_id == 1

        self.keys.until(is_first)
        self.keys.press(Key.Key_Return)
        self.keys.until(lambda: self.editor.view_model.form is not None)

    def begin(self) -> None:
        """Begin a person."""
        self.keys.press(Key.Key_N, CTRL)
        self.keys.until(lambda: self.editor.view_model.form is not None)
        self.keys.until(lambda: self.keys.focus.accessibleName() == "Full name")

    def hold_up(self) -> None:
        """Keep the archive from answering until the form has been left."""
        self._gate = gate = threading.Event()
        self.program.lane.give(lambda _progress: gate.wait(PATIENCE_S))

    def leave(self, way: str) -> None:
        """Press the keys of one way out."""
        self.keys.press(*(INSIDE | OUT)[way])
        self._gate.set()

    def come_back(self) -> None:
        """Go to the list of people, from wherever the last way has led."""
        self.keys.press(Key.Key_2, CTRL)

        def is_back() -> bool:
            page = self.window.shell.page
            if page.has_form and self.editor.view_model.form is not None and not self.editor.is_waiting:
                self.keys.press(Key.Key_Escape)  # again where a form that was asked for has come in between
            return page.lists()[0].hasFocus()

        self.keys.until(is_back)

    def held(self, read: Callable[[Workspace], object]) -> object:
        """Close the window, and read from the case once nothing holds it any more."""
        self.window.close()
        assert self.program.finish()
        with cases.open_case(self._folder, self._passphrase) as ws:
            return read(ws)


@pytest.fixture
def desk(program: Program, folder: Path, passphrase: str, quick: Profile, qtbot) -> Desk:
    """The window, unlocked, with the keyboard in the list of people."""
    with cases.create(folder, "Дело", passphrase, profile=quick) as ws:
        event = events.add(ws, Event(title=Localised.of("Избиение", "ru")))
        for name in ("Азамат Ералиев", "Бек Омаров"):
            person = people.add(ws, Person(), PersonName(full=name))
            events.involve(ws, event, person, Involvement(role="VICTIM"))
    program.window.activateWindow()
    made = Desk(program, folder, passphrase, Keyboard(qtbot.waitUntil))
    made.sit_down()
    return made


def notes(ws: Workspace) -> list[str | None]:
    return [person.notes for person in ws.records.find(Person)]


def add_notes(desk: Desk, words: str) -> None:
    """Write into the first person's form, while the archive is busy."""
    desk.open_first()
    desk.hold_up()
    desk.keys.fill("Notes", words)


def begin_with_notes(desk: Desk, words: str) -> None:
    """Begin a person, and write on while it is being recorded."""
    desk.begin()
    desk.hold_up()
    desk.keys.type("Сауле Ким")
    desk.keys.fill("Notes", words)


def begin_name(desk: Desk, words: str) -> None:
    """Begin another name inside the first person's form."""
    desk.open_first()
    desk.keys.tab_to("Add: Names")
    desk.keys.press(Key.Key_Space)
    desk.keys.until(lambda: desk.keys.focus.accessibleName() not in {"Add: Names", ""})
    desk.hold_up()
    desk.keys.fill("Full name", words)


def written(ws: Workspace) -> str:
    """Return all that the tests above may have written."""
    return " ".join(filter(None, (*notes(ws), *(name.full for name in ws.records.find(PersonName)))))


@pytest.mark.parametrize("write", [add_notes, begin_with_notes, begin_name])
def test_what_was_typed_is_recorded_whichever_way_the_form_is_left(desk: Desk, write: Callable[[Desk, str], None]):
    for way in INSIDE:
        write(desk, f"{TYPED}: {way};")
        desk.leave(way)
        desk.come_back()
    held = str(desk.held(written))
    assert [way for way in INSIDE if f"{TYPED}: {way};" not in held] == []


@pytest.mark.parametrize("way", OUT)
@pytest.mark.parametrize("write", [add_notes, begin_with_notes, begin_name])
def test_what_was_typed_is_recorded_when_the_case_is_left(desk: Desk, write: Callable[[Desk, str], None], way: str):
    write(desk, TYPED)
    desk.leave(way)
    assert TYPED in str(desk.held(written))


@pytest.mark.parametrize("way", ["another record", "the list", "the end"])
def test_words_that_cannot_be_recorded_are_dropped_only_when_the_form_is_left_a_second_time(desk: Desk, way: str):
    desk.open_first()
    desk.keys.fill("Date of birth", "nobody knows")
    field, editor = desk.keys.focus, desk.editor
    desk.leave(way)
    QApplication.processEvents()
    assert desk.window.isVisible() and desk.window.shell.page.has_form
    assert field.text() == "nobody knows" and field.accessibleDescription()
    if way == "the list":
        desk.leave(way)  # Escape gives the words up before it leaves
        assert field.text() == ""
    else:
        assert "Date of birth" in editor.notice.words
    desk.leave(way)
    desk.keys.until(lambda: not desk.window.isVisible() or editor.view_model.record_id != 1 or not editor.isVisible())


def test_a_row_that_lacks_something_is_dropped_only_when_it_is_shut_a_second_time(desk: Desk):
    desk.open_first()
    desk.keys.tab_to("Add: Names")
    desk.keys.press(Key.Key_Space)
    desk.keys.until(lambda: desk.keys.focus.accessibleName() not in {"Add: Names", ""})
    desk.keys.fill("Family name", "Ералиев")
    [panel] = [panel for panel in desk.editor.panels.values() if panel.bodies()]
    desk.leave("the list")
    assert len(panel.bodies()) == 1 and "Full name" in desk.editor.notice.words
    desk.leave("the list")
    assert panel.bodies() == []
    desk.leave("the list")
    desk.keys.until(lambda: not desk.window.shell.page.has_form)


def test_a_field_that_another_act_changed_keeps_what_was_typed_and_says_so(desk: Desk):
    desk.open_first()
    desk.keys.fill("Notes", TYPED)
    desk.program.lane.submit(lambda ws: records.change(ws, ws.records.get(Person, 1), notes=THEIRS))
    desk.keys.press(Key.Key_S, CTRL)
    field = desk.editor.body.rows["notes"].editor
    desk.keys.until(lambda: THEIRS in field.problem.text())
    assert field.sheet.text() == TYPED
    assert field.problem.isVisible()
    assert desk.held(notes) == [THEIRS, None]
