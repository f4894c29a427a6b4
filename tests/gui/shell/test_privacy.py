"""The privacy screen: no name is left anywhere in the window, and each one comes back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QTableView

from evidence_app.domain.localised import Localised
from evidence_app.gui.app import Program
from evidence_app.gui.shell.shell import Shell
from evidence_app.gui.widgets import privacy
from evidence_app.gui.widgets.veil import Veil

PATIENCE_MS = 30_000
NAMES = ("Ruzakhunov", "Ruzahunov", "Рузахунов")


def words_of(shell: Shell) -> str:
    """Return all words that the page in front shows."""
    said = [label.text() for label in shell.findChildren(QLabel) if label.isVisible()]
    for view in shell.page.lists():
        model = view.model()
        for row in range(model.rowCount()):
            columns = model.columnCount() if isinstance(view, QTableView) else 1
            said += [str(model.index(row, column).data()) for column in range(columns)]
            said.append(str(model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)))
    return "\n".join([*said, shell.sidebar.case.text(), shell.window().windowTitle()])


def test_no_name_is_shown_while_the_screen_is_on_and_all_come_back(
    program: Program, unlock: Callable[[], Shell], qtbot
):
    shell = unlock()
    qtbot.waitUntil(lambda: "Ruzakhunov" in words_of(shell), timeout=PATIENCE_MS)
    title = program.window.windowTitle()
    program.window.commands["view.privacy"].trigger()
    assert not any(name in words_of(shell) for name in NAMES)
    assert program.window.windowTitle() == "Evidence App"
    assert shell.sidebar.case.text() == "KOSH-2022"
    qtbot.waitUntil(lambda: privacy.screen().mask is not None, timeout=PATIENCE_MS)
    for page in ("media", "filings", "events"):
        shell.go(page)
        qtbot.waitUntil(lambda: "P-001" in words_of(shell), timeout=PATIENCE_MS)
        assert not any(name in words_of(shell) for name in NAMES)
    program.window.commands["view.privacy"].trigger()
    assert program.window.windowTitle() == title
    qtbot.waitUntil(lambda: "Ruzakhunov" in words_of(shell), timeout=PATIENCE_MS)


def test_hits_and_offers_hide_names_too(program: Program, unlock: Callable[[], Shell], qtbot):
    shell = unlock()
    program.window.commands["view.privacy"].trigger()
    qtbot.waitUntil(lambda: privacy.screen().mask is not None, timeout=PATIENCE_MS)
    program.window.commands["go.anywhere"].trigger()
    qtbot.keyClicks(shell.top.field, "vik")
    rows = shell.going.popup.list
    qtbot.waitUntil(lambda: rows.offers.rowCount() > 4, timeout=PATIENCE_MS)
    assert not any(name in offer.words for name in NAMES for offer in rows.offers.offers)
    qtbot.keyClick(shell.top.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: shell.page.list.model().rowCount() > 0, timeout=PATIENCE_MS)
    assert not any(name in words_of(shell) for name in NAMES)


def test_the_screen_stays_up_over_a_lock(program: Program, unlock: Callable[[], Shell], qtbot):
    unlock()
    program.window.commands["view.privacy"].trigger()
    program.window.commands["case.lock"].trigger()
    assert privacy.screen().mask is None
    shell = unlock()
    assert program.window.commands["view.privacy"].isChecked()
    qtbot.waitUntil(lambda: privacy.screen().mask is not None, timeout=PATIENCE_MS)
    assert not any(name in words_of(shell) for name in NAMES)


@dataclass(frozen=True)
class Row:
    """Something that is shown."""

    words: str
    number: int
    tone: str = "text_2"
    parts: tuple[str, ...] = ()


def test_until_the_names_are_known_no_words_are_shown_at_all():
    privacy.put(True)
    assert privacy.text("anything") == privacy.HIDDEN
    assert privacy.name("Somebody", "P-001") == "P-001"
    assert privacy.shown(Row("Anything", 3, parts=("One", "two"))) == Row("…", 3, parts=("…", "…"))
    privacy.put(False)
    assert privacy.name("Somebody", "P-001") == "Somebody"


def test_a_name_is_hidden_in_whatever_it_is_shown_and_however_it_is_written():
    privacy.learn(lambda words: words.replace("dinara", "P-001"))
    privacy.put(True)
    spoken = Localised((("en", "dinara said"), ("ru", "сказала")))
    assert privacy.shown(Row("dinara", 1, "ok", ("dinara",))) == Row("P-001", 1, "ok", ("P-001",))
    assert privacy.shown({"ru": ["dinara"]}) == {"ru": ["P-001"]}
    assert privacy.shown(frozenset({"dinara"})) == {"P-001"}
    assert privacy.shown(spoken) == Localised((("en", "P-001 said"), ("ru", "сказала")))


def test_a_field_that_names_somebody_shows_dots_while_names_are_hidden(qtbot):
    line = QLineEdit("anything")
    qtbot.addWidget(line)
    Veil(line)
    privacy.learn(lambda words: words.replace("dinara", "P-001"))
    privacy.put(True)
    assert line.displayText() == "anything"
    line.setText("about dinara")
    assert "dinara" not in line.displayText() and line.text() == "about dinara"
    privacy.put(False)
    assert line.displayText() == "about dinara"
