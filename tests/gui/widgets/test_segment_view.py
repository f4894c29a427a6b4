"""Paragraphs of a testimony: painted rows that hold their whole text."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStyleOptionViewItem

from evidence_app.gui.theme import look
from evidence_app.gui.widgets.paragraph import Paragraph
from evidence_app.gui.widgets.segment_view import Passage, SegmentView

LONG = "Нас посадили в автобус. По моим подсчётам, всего было около ста человек. " * 4
PASSAGES = [Passage(1, "00:00", LONG, "They put us on a bus."), Passage(2, "01:04", "Вода.", "")]


@pytest.fixture
def view(qtbot) -> SegmentView:
    made = SegmentView()
    qtbot.addWidget(made)
    made.passages.set_passages(PASSAGES)
    made.resize(700, 400)
    made.show()
    qtbot.waitExposed(made)
    return made


def height(view: SegmentView, row: int) -> int:
    """Return how high a row is."""
    return view.itemDelegate().sizeHint(QStyleOptionViewItem(), view.passages.index(row)).height()


def test_a_row_grows_as_the_view_gets_narrow(view: SegmentView, qtbot):
    wide = height(view, 0)
    view.resize(500, 400)
    qtbot.waitUntil(lambda: height(view, 0) > wide)


def test_a_small_view_puts_the_translation_under_the_original(view: SegmentView, qtbot):
    view.resize(490, 400)
    qtbot.waitUntil(lambda: view.viewport().width() <= 490)
    side_by_side = height(view, 0)
    view.resize(460, 400)
    qtbot.waitUntil(lambda: view.viewport().width() <= 460)
    assert height(view, 0) < side_by_side


def test_a_screen_reader_hears_number_time_and_both_texts(view: SegmentView):
    said = view.passages.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("¶1 00:00 Нас посадили")
    assert said.endswith("They put us on a bus.")


def test_a_citation_s_paragraph_is_chosen_and_brought_into_view(view: SegmentView):
    view.show_passage(2)
    assert view.current_number() == 2
    view.show_passage(99)
    assert view.current_number() == 2


def test_a_paragraph_stops_after_the_lines_it_may_have(qapp):
    whole, two = Paragraph(LONG, 300), Paragraph(LONG, 300, lines=2)
    assert two.height < whole.height
    assert Paragraph("", 300).height <= two.height


def test_text_size_makes_rows_higher(view: SegmentView):
    before = height(view, 0)
    held = look.now()
    try:
        look.wear(look.Look(held.theme, 1.5))
        assert height(view, 0) > before
    finally:
        look.wear(held)
