"""Qt's own dialogs speak the language of the window, also where Qt itself has no words for it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QPushButton, QToolButton, QWidget

from evidence_app.gui.app import Program


def said(dialog: QFileDialog) -> set[str]:
    """Return the words of a file dialog: labels, buttons, tips and heads of columns."""
    shown: list[QWidget] = [part for kind in (QLabel, QPushButton, QToolButton) for part in dialog.findChildren(kind)]
    words = {part.text() for part in shown} | {part.toolTip() for part in shown}  # type: ignore[attr-defined]
    model = dialog.findChild(QWidget, "treeView").model()
    return (
        words | {str(model.headerData(column, Qt.Orientation.Horizontal)) for column in range(model.columnCount())}
    ) - {""}


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_the_file_dialog_and_the_menu_of_a_field_hold_no_english(program: Program, language: str, qtbot, tmp_path):
    program.window.speak(language)
    for mode in (QFileDialog.FileMode.ExistingFiles, QFileDialog.FileMode.Directory):
        dialog = QFileDialog(program.window, "", str(tmp_path))
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.setFileMode(mode)
        dialog.show()
        qtbot.addWidget(dialog)
        assert {word for word in said(dialog) if word.isascii() and any(sign.isalpha() for sign in word)} == set()
    field = QLineEdit("words", program.window)
    menu = field.createStandardContextMenu()
    heads = [action.text().split("\t")[0] for action in menu.actions() if action.text()]
    assert heads and not [head for head in heads if head.isascii()]
    menu.deleteLater()


def test_english_is_left_to_qt(program: Program):
    menu = QLineEdit("words", program.window).createStandardContextMenu()
    assert "Select All" in {action.text().split("\t")[0] for action in menu.actions()}
    menu.deleteLater()
