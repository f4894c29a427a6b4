"""Russian and Kazakh need more room than English: no word of the window may be cut."""

from __future__ import annotations

import gettext

import pytest
from PySide6.QtWidgets import QPushButton

from evidence_app.gui.dialogs.dossier_sheet import DossierSheet
from evidence_app.gui.dialogs.import_sheet import ImportSheet
from evidence_app.gui.dialogs.new_case import NewCaseCard
from evidence_app.gui.dialogs.unlock import UnlockCard
from evidence_app.gui.dialogs.welcome import WelcomeCard
from evidence_app.gui.widgets.labels import ElidedLabel, PlainLabel
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
