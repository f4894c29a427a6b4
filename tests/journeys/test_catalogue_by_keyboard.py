"""A case from its first day, by keyboard alone: everything that is asserted is read, everything done is pressed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QApplication, QWidget

from evidence_app.domain.changes import ChangeSet
from evidence_app.domain.deadline import Deadline
from evidence_app.domain.event import Event, Involvement
from evidence_app.domain.filing import Filing
from evidence_app.domain.person import PersonName
from evidence_app.domain.proceeding import Proceeding
from evidence_app.gui.app import Program
from evidence_app.gui.dialogs.recovery_sheet import RecoveryCard
from evidence_app.gui.dialogs.unlock import UnlockCard
from evidence_app.gui.widgets.labels import PlainLabel
from evidence_app.keys.derivation import Profile
from evidence_app.services import cases, verifying
from tests.journeys.keyboard import CTRL, SHIFT, Keyboard

PASSPHRASE = "lantern meadow copper river"
WORD, ASKED = r"\d+ \S+ \d{4}", r"Word \d+"  # as the recovery sheet shows its words, and asks for three of them
Key = Qt.Key


def shown(root: QWidget, form: str) -> list[PlainLabel]:
    """Return the labels that can be seen and are spoken so."""
    labels = (one for one in root.findChildren(PlainLabel) if one.isVisible())
    return [one for one in labels if re.fullmatch(form, one.accessibleName() or one.text())]


class Catalogue:
    """The journey, chapter by chapter."""

    def __init__(self, program: Program, keys: Keyboard, folder: Path) -> None:
        self.window, self.keys, self.folder = program.window, keys, folder
        self.acts: list[ChangeSet] = []
        program.relay.changed.connect(self.acts.append)

    @property
    def page(self):
        """The page in front."""
        return self.window.shell.page

    def saved(self) -> None:
        """Wait until all that was typed is in the case."""
        editor = self.window.editing._editors[self.page]
        self.keys.press(Key.Key_S, CTRL)
        self.keys.until(lambda: not editor.is_waiting)

    def back_to_list(self) -> None:
        """Leave the form: Escape shuts an open row first, then the form."""
        self.saved()
        for _time in range(2):
            if self.page.has_form:
                self.keys.press(Key.Key_Escape)
        self.keys.until(lambda: not self.page.has_form)

    def begin(self, label: str) -> None:
        """Begin a record of any kind, and wait for its form."""
        self.keys.press(Key.Key_N, CTRL | SHIFT)
        self.keys.choose(label)
        self.keys.until(lambda: self.page.has_form and self.form.form is not None and not self.form.record_id)
        self.keys.until(lambda: bool(self.keys.focus.accessibleName()))

    @property
    def form(self):
        """The state of the form in front."""
        return self.window.editing._editors[self.page].view_model

    def recorded(self) -> None:
        """Wait until the new record is one."""
        self.keys.press(Key.Key_S, CTRL)
        self.keys.until(lambda: bool(self.form.record_id))

    def add(self, name: str) -> None:
        """Begin a record inside the form; its first field takes the keyboard."""
        self.keys.tab_to(name)
        self.keys.press(Key.Key_Space)
        self.keys.until(lambda: self.keys.focus.accessibleName() not in {name, ""})

    def pick(self, field: str, words: str) -> None:
        """Choose a record for a reference: a few letters, down into the list, Enter."""
        self.keys.fill(field, words)
        self.keys.until(lambda: QApplication.activePopupWidget() is not None)
        self.keys.press(Key.Key_Down)
        self.keys.press(Key.Key_Return)
        self.keys.until(lambda: QApplication.activePopupWidget() is None)

    def make_case(self) -> None:
        keys, window = self.keys, self.window
        keys.press(Key.Key_Return)
        keys.fill("Title", "Автобаза")
        keys.tab_to("Folder")
        keys.press(Key.Key_A, CTRL)
        keys.type(str(self.folder))
        keys.fill("Passphrase", PASSPHRASE)
        keys.fill("Passphrase again", PASSPHRASE)
        keys.press(Key.Key_Return)
        keys.until(lambda: isinstance(window.door, RecoveryCard))
        card = window.door
        keys.until(lambda: card.on.hasFocus())
        keys.until(lambda: len(shown(card, WORD)) == 24)
        copied = dict(label.accessibleName().split()[:2] for label in shown(card, WORD))
        keys.press(Key.Key_Return)
        for label in shown(card, ASKED):
            keys.type(copied[label.text().split()[1]])
            keys.press(Key.Key_Return)
        keys.until(lambda: window.shell is not None)

    def add_people(self) -> None:
        keys = self.keys
        keys.press(Key.Key_2, CTRL)
        keys.until(lambda: self.window.shell.page_name == "people")
        keys.press(Key.Key_N, CTRL)
        keys.until(lambda: self.page.has_form and self.form.form is not None)
        keys.fill("Full name", "Азамат Ералиев")
        self.recorded()
        self.add("Add: Names")
        keys.fill("Full name", "Azamat Yeraliyev")
        self.back_to_list()
        for name in ("Бек Омаров", "Сауле Ким"):
            keys.press(Key.Key_N, CTRL)
            keys.until(lambda: self.page.has_form and self.form.form is not None and not self.form.record_id)
            keys.fill("Full name", name)
            self.recorded()
            self.back_to_list()

    def add_event(self) -> None:
        keys = self.keys
        self.begin("New event")
        keys.fill("Title (English)", "Избиение на автобазе")
        keys.fill("When", "7-10 January 2022")
        self.recorded()
        for name in ("Азамат", "Бек", "Сауле"):
            self.add("Add: Who took part")
            self.pick("Person", name)
            keys.tab_to("Role")
            keys.type("Victim")
            keys.press(Key.Key_Return)
            self.saved()
        self.back_to_list()

    def add_case(self) -> None:
        keys = self.keys
        self.begin("New filing")
        keys.fill("Title (English)", "Заявление об избиении")
        self.recorded()
        self.back_to_list()
        self.begin("New proceeding")
        keys.fill("Title (English)", "Уголовное дело")
        self.recorded()
        keys.tab_to("Outcome")
        keys.type("Conviction")
        keys.press(Key.Key_Return)
        self.add("Add: Parties, charges and claims")
        self.pick("Person", "Азамат")
        keys.tab_to("Role")
        keys.type("Civil claimant")
        keys.press(Key.Key_Return)
        keys.fill("Claimed", "61000000")
        keys.fill("Awarded", "5000000")
        self.saved()
        self.add("Add: Deadlines")
        keys.fill("What must be done (English)", "Апелляция")
        self.pick("Rule of the deadline", "Appeal")
        keys.fill("Runs from", "2025-01-17")
        self.back_to_list()

    def undo_and_redo(self, times: int) -> None:
        """Take the last acts back, then do them again."""
        keys = self.keys
        keys.until(lambda: any("overdue" in row for row in self.rows()))  # the list tells of the deadline by now
        before = self.rows()
        for key, modifiers in ((Key.Key_Z, CTRL), (Key.Key_Z, CTRL | SHIFT)):
            for _time in range(times):
                known = len(self.acts)
                keys.press(key, modifiers)
                keys.until(lambda: len(self.acts) > known)  # noqa: B023
                assert {act.verb for act in self.acts[known:]} == {"act.undone"}
                keys.until(lambda: bool(self.window.recording.toast.words))
                assert not self.page.notice.isVisible()
            is_back = modifiers != CTRL
            keys.until(lambda: (self.rows() == before) == is_back)  # noqa: B023

    def rows(self) -> list[str]:
        """Read what the lists of the page in front show: every row with what hangs below it."""

        def below(model, parent=QModelIndex()):  # noqa: B008
            for row in range(model.rowCount(parent)):
                cells = [model.index(row, column, parent) for column in range(model.columnCount(parent))]
                yield " | ".join(str(cell.data() or cell.data(Qt.ItemDataRole.AccessibleTextRole)) for cell in cells)
                yield from below(model, cells[0])

        return [words for view in self.page.lists() if view.isVisible() for words in below(view.model())]

    def lock_and_unlock(self) -> None:
        keys, window = self.keys, self.window
        keys.press(Key.Key_L, CTRL | SHIFT)
        keys.until(lambda: isinstance(window.door, UnlockCard))
        assert window.shell is None
        keys.type(PASSPHRASE)
        keys.press(Key.Key_Return)
        keys.until(lambda: window.shell is not None)


def test_a_case_is_catalogued_without_a_mouse(
    program: Program, tmp_path: Path, quick: Profile, monkeypatch: pytest.MonkeyPatch, qtbot
) -> None:
    monkeypatch.setattr("evidence_app.services.cases.calibrated", lambda: quick)
    monkeypatch.setattr("evidence_app.services.recovery.calibrated", lambda: quick, raising=False)
    program.window.activateWindow()
    story = Catalogue(program, Keyboard(qtbot.waitUntil), tmp_path / "дело")
    story.make_case()
    story.add_people()
    story.add_event()
    story.add_case()
    story.undo_and_redo(5)
    story.lock_and_unlock()
    program.window.close()
    assert program.finish()
    with cases.open_case(story.folder, PASSPHRASE) as ws:
        find = ws.records.find
        assert [name.full for name in find(PersonName)] == [
            "Азамат Ералиев",
            "Azamat Yeraliyev",
            "Бек Омаров",
            "Сауле Ким",
        ]
        [event] = find(Event)
        assert event.happened.text == "2022-01-07/2022-01-10"
        assert [part.role for part in find(Involvement, event=event.id)] == ["VICTIM"] * 3
        assert len(find(Filing)) == 1
        [proceeding] = find(Proceeding)
        assert proceeding.outcome == "CONVICTED"
        [claim] = find(Involvement, proceeding=proceeding.id)
        assert (claim.role, claim.claimed, claim.awarded) == ("CIV_CLAIMANT", 61_000_000, 5_000_000)
        [deadline] = find(Deadline)
        assert deadline.due.text == "2025-02-03"  # fifteen days end on a Saturday
    assert verifying.verify(story.folder, PASSPHRASE).is_intact
