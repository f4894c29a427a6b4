"""New passphrases, and the field they are typed into."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from evidence_app.domain.errors import WrongPassphrase
from evidence_app.gui.dialogs.new_case import NewCaseCard
from evidence_app.gui.dialogs.unlock import PATIENCE, UnlockCard
from evidence_app.gui.widgets.keyboard_hint import KeyboardHint
from evidence_app.gui.widgets.passphrase_field import PassphraseField
from evidence_app.gui.widgets.strength import Strength, strength


@pytest.mark.parametrize(
    ("passphrase", "judged"),
    [
        ("", Strength.SHORT),
        ("Almaty22", Strength.SHORT),
        ("aaaaaaaaaaaaaaaaaaaa", Strength.SHORT),
        ("lantern meadow copper", Strength.WEAK),
        ("lantern meadow copper river", Strength.FAIR),
        ("арбуз вокзал синица потолок метель", Strength.GOOD),
    ],
)
def test_a_passphrase_is_judged_by_what_it_would_cost_to_guess(passphrase: str, judged: Strength):
    assert strength(passphrase) is judged


def test_a_new_case_waits_until_nothing_is_missing(qtbot, tmp_path):
    card = NewCaseCard()
    qtbot.addWidget(card)
    heard = []
    card.made.connect(lambda *facts: heard.append(facts))
    card.name.setText("Дело")
    card.folder.setText(str(tmp_path / "case"))
    card.passphrase.setText("lantern meadow copper river")
    card.again.setText("lantern meadow copper rive")
    assert not card.make.isEnabled()
    card.again.setText("lantern meadow copper river")
    card.make.click()
    assert heard == [(str(tmp_path / "case"), "Дело", "lantern meadow copper river", "en")]


def test_the_field_tells_caps_lock_and_script_from_the_letters_typed(qtbot):
    field = PassphraseField("Passphrase")
    qtbot.addWidget(field)
    heard = []
    field.keyboard_changed.connect(lambda letters, caps: heard.append((letters, caps)))
    for letter, key in (("a", Qt.Key.Key_A), ("Я", Qt.Key.Key_unknown)):
        field.keyPressEvent(QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, letter))
    assert heard == [("Latin letters", False), ("Cyrillic letters", True)]


def test_a_passphrase_is_hidden_until_it_is_asked_for(qtbot):
    field = PassphraseField("Passphrase")
    qtbot.addWidget(field)
    assert field.echoMode() == QLineEdit.EchoMode.Password
    field.actions()[0].trigger()
    assert field.echoMode() == QLineEdit.EchoMode.Normal


def test_a_wrong_passphrase_is_said_in_place_and_can_be_corrected(qtbot):
    card = UnlockCard("Case", "Enter the passphrase to open it.")
    qtbot.addWidget(card)
    card.show()
    heard = []
    card.unlocked.connect(heard.append)
    card.field.setText("wrong")
    qtbot.keyClick(card.field, Qt.Key.Key_Return)
    assert heard == ["wrong"]
    assert not card.go.isEnabled()
    card.say_error(WrongPassphrase())
    assert card.answer.isVisible()
    assert card.go.isEnabled()


def test_after_five_wrong_ones_the_wait_is_counted_down_and_grows(qtbot):
    card = UnlockCard("Case", "Enter the passphrase to open it.")
    qtbot.addWidget(card)
    card.show()
    waits = []
    for _try in range(PATIENCE + 5):
        assert card.go.isEnabled()
        card.say_error(WrongPassphrase())
        waits.append(0)
        while not card.go.isEnabled():
            left = int(card.answer.text().split("Wait ")[1].split(" ")[0])
            waits[-1] = waits[-1] or left
            card.tick()
            assert f"Wait {left - 1} second" in card.answer.text() or left == 1
    assert waits == [0, 0, 0, 0, 5, 10, 20, 40, 60, 60]
    assert "Wait" not in card.answer.text()
    assert UnlockCard("Case", "").go.isEnabled()


def test_what_the_keyboard_is_set_to_is_said_with_a_wrong_passphrase(qtbot):
    card = UnlockCard("Case", "Enter the passphrase to open it.")
    qtbot.addWidget(card)
    card.show()
    for letter, said in (("ф", "Cyrillic letters"), ("F", "Caps Lock is on")):
        card.field.keyPressEvent(
            QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter)
        )
        card.say_error(WrongPassphrase())
        assert said in card.answer.text()


def test_a_new_passphrase_is_typed_with_the_same_hints_as_at_the_lock(qtbot):
    card = NewCaseCard()
    qtbot.addWidget(card)
    card.show()
    hint = card.findChild(KeyboardHint)
    for field in (card.passphrase, card.again):
        field.keyPressEvent(QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "A"))
        assert hint.caps.isVisible()
        assert hint.letters.text() == "Latin letters"
        field.keyPressEvent(QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "a"))
        assert not hint.caps.isVisible()


@pytest.mark.parametrize("folder", ["case", "./case", "~nobody-of-this-name/case"])
def test_a_folder_has_to_be_given_in_full(folder: str, qtbot):
    card = NewCaseCard()
    qtbot.addWidget(card)
    card.name.setText("Дело")
    for field in (card.passphrase, card.again):
        field.setText("lantern meadow copper river")
    card.folder.setText(folder)
    assert not card.make.isEnabled()
    card.folder.setText("~/case")
    assert card.make.isEnabled()


def test_a_suggested_passphrase_is_shown_and_typed_by_hand(qtbot):
    card = NewCaseCard()
    qtbot.addWidget(card)
    card.show()
    card.secret.suggest.click()
    assert card.passphrase.echoMode() == QLineEdit.EchoMode.Normal
    assert len(card.passphrase.text().split()) >= 5
    assert strength(card.passphrase.text()) is Strength.GOOD
    assert card.again.text() == ""
