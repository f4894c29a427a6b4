"""Labels: text from outside is never markup."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument

from evidence_app.gui.widgets.labels import ElidedLabel, PlainLabel

GUI = Path(__file__).parents[3] / "evidence_app/gui"
MARKUP = "<b>Аскар</b> &amp; <img src=x>"


def test_no_label_of_the_window_reads_markup():
    for path in GUI.rglob("*.py"):
        if path.name == "labels.py":
            continue
        text = path.read_text()
        assert not re.search(r"\bQLabel\b|\bQMessageBox\b|\bQTextBrowser\b|setHtml|RichText", text), path.name


def test_markup_is_shown_as_it_was_typed(qtbot):
    label = PlainLabel(MARKUP)
    qtbot.addWidget(label)
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.text() == MARKUP


def test_a_line_that_is_cut_offers_itself_whole(qtbot):
    label = ElidedLabel("Карасайский районный суд Алматинской области")
    qtbot.addWidget(label)
    label.resize(80, 20)
    label.show()
    qtbot.waitExposed(label)
    assert label.toolTip() == label.text()
    label.resize(900, 20)
    assert label.toolTip() == ""


def test_a_tooltip_shows_markup_as_it_was_typed(qtbot):
    label = ElidedLabel(MARKUP * 3)
    qtbot.addWidget(label)
    label.resize(80, 20)
    label.show()
    qtbot.waitExposed(label)
    shown = QTextDocument()
    shown.setHtml(label.toolTip())
    assert shown.toPlainText() == MARKUP * 3


def test_every_tip_with_text_from_outside_is_guarded():
    ours = {"tip", "words", "action.toolTip()", "actions[name].toolTip()", "with_keys(_(command.title), action)"}
    for path in GUI.rglob("*.py"):
        for shown in re.findall(r"setToolTip\((.*)\)$", path.read_text(), re.MULTILINE):
            assert shown in ours or shown.startswith("tip.plain("), f"{path.name}: {shown}"
