"""Where there is nothing to show, the sentence that says so is whole."""

from __future__ import annotations

import pytest

from evidence_app.gui.widgets.empty_state import EmptyState
from evidence_app.gui.widgets.labels import PlainLabel
from evidence_app.system import words
from evidence_app.system.words import _

ADVICE = "Try fewer words, or a shorter form. Word endings and other scripts are found as well."


@pytest.mark.parametrize("width", [230, 400, 900])
@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_every_line_shows_at_any_width(language: str, width: int, qtbot):
    words.choose(language)
    state = EmptyState("search")
    qtbot.addWidget(state)
    state.resize(width, 500)
    state.show()
    state.say(_("Nothing found"), _(ADVICE))
    qtbot.waitExposed(state)
    qtbot.wait(10)
    for label in state.findChildren(PlainLabel):
        assert label.height() >= label.heightForWidth(label.width()), label.text()
        assert state.rect().contains(label.geometry()), label.text()
