"""A person at the window, on the real sample case: unlock, search, open, import, make a dossier, lock."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit

from evidence_app.domain.localised import Localised
from evidence_app.domain.place import Place
from evidence_app.gui.app import Program
from evidence_app.gui.dialogs.dossier_sheet import DossierSheet
from evidence_app.gui.dialogs.import_sheet import ImportSheet, Receipt
from evidence_app.gui.dialogs.recovery_sheet import RecoveryCard
from evidence_app.gui.dialogs.unlock import UnlockCard
from evidence_app.gui.dialogs.welcome import WelcomeCard
from evidence_app.services import cases, dossiers, records, sources
from evidence_app.system import words

PATIENCE_MS = 30_000


def type_letters(field: QLineEdit, words: str) -> None:
    """Type words in any script; Qt's own test helper knows Latin keys only."""
    for letter in words:
        event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter)
        QApplication.sendEvent(field, event)


def test_unlock_search_open_and_make_a_dossier(program: Program, unlock, tmp_path: Path, qtbot):
    shell = unlock()
    people = shell.pages["people"]
    qtbot.waitUntil(lambda: people.view_model.is_loaded)
    program.window.commands["go.search"].trigger()
    search = shell.pages["search"]
    assert shell.top.field.hasFocus()
    assert shell.page is search
    type_letters(shell.top.field, "Кошмамбет")
    qtbot.waitUntil(lambda: search.list.model().rowCount() > 0, timeout=PATIENCE_MS)
    qtbot.keyClick(shell.top.field, Qt.Key.Key_Return)
    codes = [hit.citation for hit in search._hits]
    search.list.setCurrentIndex(search.list.model().index(next(n for n, code in enumerate(codes) if code[:2] == "N-")))
    hit = search.citation()
    qtbot.keyClick(search.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shell.page_name == "events")
    events = shell.pages["events"]
    qtbot.waitUntil(lambda: events.citation() == hit)
    qtbot.waitUntil(lambda: events.inspector.details is not None and events.inspector.details.code == hit)

    out = tmp_path / "dossier.pdf"
    exporting = program.window.flows.exporting
    exporting.start(out, "COURT", "en")
    qtbot.waitUntil(lambda: not exporting.is_running, timeout=120_000)
    assert out.read_bytes()[:5] == b"%PDF-", events.notice.words
    assert "dossier.pdf is made" in events.notice.words


def test_the_sheet_says_whom_each_edition_names_and_whom_it_leaves_out(program: Program, unlock, qtbot):
    shell = unlock()
    program.window.flows.exporting.ask()
    [sheet] = shell.window().findChildren(DossierSheet)
    for reader in ("COURT", "PUBLIC", "TEAM"):
        sheet.reader.choose(reader)
        told = shell.lane.session().ask(lambda ws, reader=reader: dossiers.foresee(ws, reader))
        qtbot.waitUntil(lambda told=told: sheet.who.text() == "\n".join(told), timeout=PATIENCE_MS)
        assert sheet.who.isVisible()
    sheet.close()


def test_a_citation_that_is_pasted_leads_to_its_place(program: Program, unlock, qtbot):
    shell = unlock()
    program.window.commands["go.anywhere"].trigger()
    QApplication.clipboard().setText("E-002")
    shell.top.field.paste()
    media = shell.pages["media"]
    qtbot.waitUntil(lambda: shell.page is media)
    qtbot.waitUntil(lambda: media.citation() == "E-002")
    program.window.commands["go.back"].trigger()
    assert shell.page_name == "people"
    program.window.commands["go.forward"].trigger()
    assert shell.page_name == "media"


def test_a_wrong_passphrase_is_said_and_the_right_one_still_opens(program: Program, case: Path, sample, qtbot):
    window = program.window
    window.ask_passphrase(case)
    card = window.door
    card.field.setText("public facts onlz")
    card.go.click()
    qtbot.waitUntil(card.answer.isVisible, timeout=PATIENCE_MS)
    assert window.shell is None
    card.field.setText(sample[1])
    card.go.click()
    qtbot.waitUntil(lambda: window.shell is not None, timeout=PATIENCE_MS)


def test_files_are_imported_and_what_was_refused_is_said(program: Program, unlock, case: Path, tmp_path, qtbot):
    shell = unlock()
    folder = tmp_path / "delivery"
    folder.mkdir()
    (folder / "заметка.txt").write_text("Кошмамбет, 7 января", encoding="utf-8")
    (folder / "link").symlink_to("/etc/hostname")
    importing = program.window.flows.importing
    importing.ask([folder])
    qtbot.waitUntil(lambda: bool(shell.window().findChildren(ImportSheet)))
    sheet = shell.window().findChildren(ImportSheet)[0]
    assert sheet.heading.text() == "Import 1 file"
    sheet.source.setText("A friend of the family")
    sheet.received.setText("7/1/22")
    sheet.go.click()
    assert not importing.is_running
    sheet.received.setText("2022-01-07")
    with qtbot.waitSignal(importing.received, timeout=PATIENCE_MS):
        sheet.go.click()
    assert shell.page.notice.words == "1 file is in the case."
    examining = program.window.flows.examining
    qtbot.waitUntil(lambda: not examining.is_running, timeout=PATIENCE_MS)
    shell.go("media")
    media = shell.pages["media"]
    qtbot.waitUntil(lambda: any(row.name == "заметка.txt" for row in media.view_model.rows), timeout=PATIENCE_MS)


def test_a_cancelled_import_keeps_what_arrived_and_says_so(program: Program, unlock, tmp_path, qtbot):
    shell = unlock()
    folder = tmp_path / "delivery"
    folder.mkdir()
    for number in range(60):
        (folder / f"{number:03}.bin").write_bytes(bytes([number]) * 400_000)
    importing = program.window.flows.importing
    planned = sources.plan([folder])
    importing.start(planned, Receipt("", None, "", ""))
    qtbot.waitUntil(lambda: shell.status.progress.isVisible(), timeout=PATIENCE_MS)
    shell.status.progress.cancelled.emit()
    qtbot.waitUntil(lambda: not importing.is_running, timeout=PATIENCE_MS)
    assert shell.page.notice.words == "The import was stopped."
    qtbot.waitUntil(lambda: not program.window.flows.examining.is_running, timeout=PATIENCE_MS)


def test_locking_blanks_the_window_at_once_and_the_case_can_be_opened_elsewhere(
    program: Program, unlock, case: Path, sample, qtbot
):
    shell = unlock()
    people = shell.pages["people"]
    qtbot.waitUntil(lambda: people.table.model().rowCount() > 0)
    closed = []
    program.window.commands["case.lock"].trigger()
    program.lane.lock(done=closed.append)
    assert program.window.shell is None
    assert isinstance(program.window.door, UnlockCard)
    assert "Koshmambet" not in program.window.windowTitle()
    assert not program.window.commands["files.import"].isEnabled()
    qtbot.waitUntil(lambda: bool(closed), timeout=PATIENCE_MS)
    cases.open_case(case, sample[1]).close()


def test_a_new_case_is_made_and_opened(program: Program, tmp_path: Path, qtbot):
    window = program.window
    window.commands["case.new"].trigger()
    card = window.door
    card.name.setText("Проба")
    card.folder.setText(str(tmp_path / "new"))
    card.passphrase.setText("lantern meadow copper river")
    card.again.setText("lantern meadow copper river")
    card.make.click()
    qtbot.waitUntil(lambda: isinstance(window.door, RecoveryCard), timeout=PATIENCE_MS)
    assert window.windowTitle() == "Evidence App"
    window.door.postponed.emit()
    qtbot.waitUntil(lambda: window.shell is not None, timeout=PATIENCE_MS)
    assert window.windowTitle().startswith("Проба")
    assert cases.is_case(tmp_path / "new")


def test_a_folder_without_a_case_is_said_on_the_first_card(program: Program, tmp_path: Path, qtbot):
    program.window.ask_passphrase(tmp_path)
    qtbot.waitUntil(lambda: isinstance(program.window.door, WelcomeCard), timeout=PATIENCE_MS)
    card = program.window.door
    assert "There is no case in" in card.notice.words


def test_the_language_changes_while_a_case_stays_open(program: Program, unlock, qtbot):
    shell = unlock()
    shell.go("filings")
    program.window.speak("ru")
    changed = program.window.shell
    assert changed is not None and changed is not shell
    assert changed.page_name == "filings"
    qtbot.waitUntil(lambda: changed.page.table.model().rowCount() > 0)


def test_another_language_finds_the_same_record_open_and_the_same_way_back(program: Program, unlock, qtbot):
    shell = unlock()
    for page in ("events", "people"):
        shell.go(page)
        qtbot.waitUntil(lambda: shell.page.current() is not None)
    qtbot.keyClicks(shell.page.filters()[0], "ruzakhunov")
    qtbot.waitUntil(lambda: 0 < shell.page.pane.table.model().rowCount() < 5)
    qtbot.waitUntil(lambda: shell.page.current() is not None)
    record_id = shell.page.current().record_id
    program.window.editing.open(shell.page, "person", record_id, {})
    qtbot.waitUntil(lambda: shell.page.has_form)
    title = shell.case_words.title
    program.window.speak("ru")
    changed = program.window.shell
    qtbot.waitUntil(lambda: changed.page.has_form and changed.page.current() is not None)
    editor = program.window.editing._editors[changed.page]
    qtbot.waitUntil(lambda: editor.view_model.form is not None)
    assert (editor.view_model.noun, editor.view_model.record_id) == ("person", record_id)
    assert changed.page.current().record_id == record_id
    assert changed.page.filters()[0].text() == "ruzakhunov"
    assert changed.case_words.title != title
    assert program.window.windowTitle().startswith(changed.case_words.title)
    changed.step_back(-1)
    changed.step_back(-1)
    assert changed.page_name == "events"


def test_another_language_waits_for_what_cannot_be_recorded_yet(program: Program, unlock, qtbot):
    shell = unlock()
    shell.go("filings")
    program.window.editing.open(shell.page, "filing", 0, {})
    editor = program.window.editing._editors[shell.page]
    qtbot.waitUntil(lambda: "reference_number" in editor.body.rows)
    qtbot.keyClicks(editor.body.rows["reference_number"].editor.line, "777")
    program.window.commands["language.ru"].trigger()
    assert program.window.shell is shell
    assert words.language() == "en" and program.window.commands["language.en"].isChecked()
    assert "Not recorded yet" in editor.notice.words


def test_locking_in_the_middle_of_an_import_leaves_no_sheet_and_no_bug(
    program: Program, unlock, case: Path, sample, tmp_path, qtbot
):
    unlock()
    window = program.window
    folder = tmp_path / "delivery"
    folder.mkdir()
    for number in range(40):
        (folder / f"{number:03}.bin").write_bytes(bytes([number]) * 200_000)
    window.commands["help.keys"].trigger()
    window.flows.importing.start(sources.plan([folder]), Receipt("", None, "", ""))
    qtbot.waitUntil(window.shell.status.progress.isVisible, timeout=PATIENCE_MS)
    window.commands["case.lock"].trigger()
    assert window.findChildren(QDialog) == [] or not any(sheet.isVisible() for sheet in window.findChildren(QDialog))
    closed = []
    program.files.give(lambda _progress: None, done=closed.append)
    qtbot.waitUntil(lambda: bool(closed), timeout=PATIENCE_MS)
    card = window.door
    card.field.setText(sample[1])
    card.go.click()
    qtbot.waitUntil(lambda: window.shell is not None, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: not window.flows.examining.is_running, timeout=PATIENCE_MS)


def test_what_was_done_before_a_lock_can_be_undone_after_it(program: Program, unlock, qtbot):
    unlock()
    made: list[object] = []
    add = partial(records.add, record=Place(name=Localised.of("Кумтобе", "ru")))
    program.lane.submit(lambda ws: add(ws), done=made.append)
    qtbot.waitUntil(lambda: bool(made), timeout=PATIENCE_MS)
    program.window.commands["case.lock"].trigger()
    assert program.window.shell is None
    unlock()
    program.window.commands["edit.undo"].trigger()
    toast = program.window.recording.toast
    qtbot.waitUntil(lambda: toast.isVisible() and "Undone" in toast.words, timeout=PATIENCE_MS)
