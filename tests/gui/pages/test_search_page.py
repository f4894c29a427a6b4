"""Searching at the window: citations, hits that lead on and hits that do not, and the way back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from evidence_app.gui.pages.search.page import SearchPage
from evidence_app.gui.shell.shell import Shell
from evidence_app.gui.widgets.hit_list import ITEM

PATIENCE_MS = 30_000


@pytest.fixture
def search(unlock: Callable[[], Shell], qtbot) -> Callable[[str], tuple[Shell, SearchPage]]:
    """Open the case and search for words, without Enter."""

    def searched(words: str) -> tuple[Shell, SearchPage]:
        shell = unlock()
        page = shell.pages["search"]
        shell.going.begin_search()
        shell.top.field.setText(words)
        shell.top.field.paused.emit(words)
        qtbot.waitUntil(lambda: page.list.model().rowCount() > 0, timeout=PATIENCE_MS)
        return shell, page

    return searched


@pytest.mark.parametrize("typed", ["E-007", "е-7"])
def test_a_typed_citation_offers_to_go_there_before_enter(search, typed: str, qtbot):
    shell, page = search(typed)
    assert page.list.model().rowCount() == 1
    row = page.list.model().index(0).data(ITEM)
    assert row.citation == "Go to E-007"
    assert row.title
    qtbot.waitUntil(lambda: page.context.inspector.details is not None)
    assert page.context.inspector.details.code == "E-007"
    qtbot.keyClick(shell.top.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shell.page_name == "media")
    qtbot.waitUntil(lambda: shell.page.citation() == "E-007", timeout=PATIENCE_MS)


def test_coming_back_to_the_search_finds_the_same_hit_in_the_same_place(told, search, qtbot):
    shell, page = search("коридор")
    page.list.setCurrentIndex(page.list.model().index(30))
    bar = page.list.verticalScrollBar()
    bar.setValue(bar.value() - 45)
    chosen, scrolled = page.citation(), bar.value()
    assert scrolled > 0
    shell.following.follow("P-001")
    qtbot.waitUntil(lambda: shell.page_name == "people", timeout=PATIENCE_MS)
    with qtbot.waitSignal(page.view_model.answered, timeout=PATIENCE_MS):
        shell.step_back(-1)
    assert shell.page is page
    assert page.citation() == chosen
    assert page.list.currentIndex().row() == 30
    assert page.list.verticalScrollBar().value() == scrolled
    assert page.list.hasFocus()


def test_other_words_begin_at_the_first_hit(told, search, qtbot):
    shell, page = search("коридор")
    page.list.setCurrentIndex(page.list.model().index(30))
    with qtbot.waitSignal(page.view_model.answered, timeout=PATIENCE_MS):
        shell.top.field.paused.emit("Алматы")
    assert page.list.currentIndex().row() == 0


def test_a_place_shows_all_that_is_recorded_and_does_not_pretend_to_lead_on(search, qtbot):
    shell, page = search("Алматы")
    place = next(number for number, hit in enumerate(page._hits) if hit.noun == "place")
    page.list.setCurrentIndex(page.list.model().index(place))
    qtbot.waitUntil(
        lambda: page.context._found is not None and page.context._found.hit.noun == "place", timeout=PATIENCE_MS
    )
    assert page.context.inspector.details.sections[0].rows
    assert not page.context.open.isVisible()
    said = shell.status._selection.text()
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    qtbot.wait(100)
    assert shell.page is page
    assert shell.status._selection.text() == said


def test_the_record_in_which_a_hit_lies_can_be_labelled_and_linked(told, search, qtbot):
    shell, page = search("коридор")
    code, _space, place = page.citation().partition(" ")
    assert place.startswith("¶")
    subject = page.current()
    assert (subject.noun, subject.code) == ("testimony", code)
    assert shell._actions["record.label"].isEnabled()
