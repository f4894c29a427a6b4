"""Russian and Kazakh need more room than English: no word of the window may be cut."""

from __future__ import annotations

import gettext

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QPushButton

from evidence_app.gui.app import Program
from evidence_app.gui.dialogs.dossier_sheet import DossierSheet
from evidence_app.gui.dialogs.import_sheet import ImportSheet
from evidence_app.gui.dialogs.new_case import NewCaseCard
from evidence_app.gui.dialogs.unlock import UnlockCard
from evidence_app.gui.dialogs.welcome import WelcomeCard
from evidence_app.gui.pages.proceedings.mandates_panel import MandatesPanel
from evidence_app.gui.widgets import drawing
from evidence_app.gui.widgets.labels import ElidedLabel, PlainLabel
from evidence_app.services.mandates import Board, MandateRow
from evidence_app.services.parties import Party
from evidence_app.system import words


class Longer(gettext.NullTranslations):
    """Every sentence, a third longer."""

    def gettext(self, message: str) -> str:
        return message + " щ" * (len(message) // 6)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)


@pytest.fixture
def longer(monkeypatch):
    """Speak a language of long sentences."""
    monkeypatch.setattr(words, "_catalogue", lambda _code: Longer())


@pytest.mark.parametrize(
    "make",
    [
        WelcomeCard,
        NewCaseCard,
        lambda: UnlockCard("case", words._("Enter the passphrase to open it."), shown_passphrase="public facts only"),
        lambda: ImportSheet(14, "38.2 MB", None),
        lambda: DossierSheet(None),
    ],
    ids=["welcome", "new case", "unlock", "import", "dossier"],
)
def test_no_sentence_and_no_verb_is_cut(make, longer, qtbot):
    card = make()
    qtbot.addWidget(card)
    card.show()
    qtbot.waitExposed(card)
    card.resize(card.sizeHint())
    for label in card.findChildren(PlainLabel):
        if label.isVisible() and not isinstance(label, ElidedLabel):
            needed = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
            assert label.height() >= needed, label.text()
            assert label.wordWrap() or label.width() >= label.sizeHint().width(), label.text()
    for button in card.findChildren(QPushButton):
        if button.isVisible():
            assert button.width() >= button.sizeHint().width(), button.text()


NAME, INSTANT = "Мойынталова Меруерт Ерланқызы", "14 ноября 2023 года, 16:45"
MARGINS, SHIELD = 16, 24


def room(view: QAbstractItemView, title: str) -> int:
    """Return how much room a column has for words, 0 where it does not show."""
    model = view.model()
    head = Qt.Orientation.Horizontal
    (number,) = (place for place in range(model.columnCount()) if model.headerData(place, head) == title)
    return 0 if view.isColumnHidden(number) else view.columnWidth(number) - MARGINS


def test_names_and_dates_are_whole_in_russian_in_the_smallest_usual_window(settings, qapp, case, sample, qtbot):
    settings.setValue("language", "ru")
    program = Program(qapp, settings)
    qtbot.addWidget(program.window)
    program.show(None)
    program.window.resize(1280, 720)
    program.window.ask_passphrase(case)
    program.window.door.field.setText(sample[1])
    program.window.door.go.click()
    qtbot.waitUntil(lambda: program.window.shell is not None, timeout=30_000)
    shell = program.window.shell
    try:
        shell.go("people")
        qtbot.wait(300)
        assert room(shell.page.lists()[0], "Имя или псевдоним") >= drawing.width_of(NAME, "name") + SHIELD
        shell.go("events")
        qtbot.wait(300)
        assert room(shell.page.lists()[0], "Когда") >= drawing.width_of("14 ноября – 4 декабря 2023 года", "figures")
        shell.go("places")
        qtbot.wait(300)
        dates = shell.page.presence.table
        assert room(dates, "Когда") >= drawing.width_of(INSTANT, "figures")
        head = next(row for row in dates.tree.rows if row.parent is None)
        index = dates.tree.index_of(head.key)
        assert dates.isFirstColumnSpanned(index.row(), index.parent())
    finally:
        program.window.close()
        assert program.finish()


@pytest.mark.parametrize(("width", "has_paper"), [(739, False), (820, True)], ids=["1280", "1440"])
def test_client_and_counsel_are_whole_and_the_paper_shows_where_there_is_room(width: int, has_paper: bool, qtbot):
    words.choose("ru")
    client, counsel = Party(1, "P-001", "Берестянов Антон Степанович"), Party(2, "P-051", "Кедрачева Марина Павловна")
    panel = MandatesPanel()
    qtbot.addWidget(panel)
    state, until = "нет действующего полномочия", "14 ноября 2024 года"
    panel.show_data(Board((), (MandateRow(1, "u", client, counsel, "", "", "", until, until, "ok", state, ""),)))
    panel.resize(width, 400)
    panel.show()
    panel.rows.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    qtbot.waitExposed(panel)
    assert room(panel.rows, "Доверитель") >= drawing.width_of(client.name, "name")
    assert room(panel.rows, "Представитель") >= drawing.width_of(counsel.name, "body")
    assert bool(room(panel.rows, "Документ")) is has_paper
