"""The inspector: values with their sources, links that lead on, text that stays text."""

from __future__ import annotations

import dataclasses

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from evidence_app.gui.widgets.inspector import Inspector
from evidence_app.gui.widgets.inspector_sections import MOST
from evidence_app.gui.widgets.labels import PlainLabel
from evidence_app.gui.widgets.link_label import HashLabel, LinkLabel
from evidence_app.services.details import DetailRow, Details, Section

DETAILS = Details(
    code="P-001",
    title="Викрам <b>Рузахунов</b>",
    subtitle="Victim",
    badges=("Name may be used",),
    sections=(
        Section(
            "Took part in",
            (
                DetailRow("Victim", "The video is shown", ("E-001 citing Orda.kz",), target="N-005"),
                DetailRow("Victim", "Release", ("T-014 ¶4",)),
            ),
        ),
        Section("Linked evidence", (DetailRow("E-007 00:41", "Depicts", target="E-007 00:41"),)),
        Section("File", (DetailRow("SHA-256", "ab" * 32),)),
    ),
)


@pytest.fixture
def inspector(qtbot) -> Inspector:
    made = Inspector()
    qtbot.addWidget(made)
    made.resize(340, 700)
    made.show_details(DETAILS)
    made.show()
    qtbot.waitExposed(made)
    return made


def words(inspector: Inspector) -> list[str]:
    """Return what all labels show; the one that covers a record says nothing until it does."""
    return [label.text() for label in inspector.findChildren(PlainLabel) if label.text()]


def test_a_source_is_a_link_and_what_it_adds_in_words_stands_under_the_value(inspector: Inspector, qtbot):
    heard: list[str] = []
    inspector.followed.connect(heard.append)
    links = {link.text(): link for link in inspector.findChildren(LinkLabel)}
    assert {"E-001", "T-014 ¶4", "The video is shown", "E-007 00:41"} <= set(links)
    assert "citing Orda.kz" in words(inspector)
    qtbot.mouseClick(links["E-001"], Qt.MouseButton.LeftButton)
    qtbot.keyClick(links["The video is shown"], Qt.Key.Key_Return)
    qtbot.mouseClick(links["E-007 00:41"], Qt.MouseButton.LeftButton)
    assert heard == ["E-001", "N-005", "E-007 00:41"]


def test_a_label_that_repeats_is_shown_once(inspector: Inspector):
    assert words(inspector).count("Victim") == 2  # the subtitle, and one label for two rows


def test_markup_in_a_name_stays_text(inspector: Inspector):
    assert "Викрам <b>Рузахунов</b>" in words(inspector)


def test_a_hash_shows_both_ends_and_is_copied_whole(inspector: Inspector, qapp):
    held = inspector.findChildren(HashLabel)[0]
    held.findChildren(QToolButton)[0].click()
    assert qapp.clipboard().text() == "ab" * 32


def test_nothing_is_cut_off_at_the_right(inspector: Inspector):
    body = inspector._scroll.widget()
    assert body.width() <= inspector._scroll.viewport().width()
    assert body.minimumSizeHint().width() <= 340


def test_clearing_leaves_nothing_to_read(inspector: Inspector, qtbot):
    inspector.clear()
    assert inspector.details is None
    qtbot.waitUntil(lambda: words(inspector) == [])


def test_of_many_rows_the_first_are_made_and_the_others_when_they_are_asked_for(inspector: Inspector, qtbot):
    rows = tuple(DetailRow("Event", f"event {number}", target=f"N-{number:03}") for number in range(100))
    inspector.show_details(dataclasses.replace(DETAILS, sections=(Section("Events here", rows),)))

    def shown() -> list[str]:
        return [words for link in inspector.findChildren(LinkLabel) if (words := link.text()).startswith("event ")]

    assert len(shown()) == MOST
    for left in (60, 20):
        more = next(link for link in inspector.findChildren(LinkLabel) if link.text() == f"and {left} more")
        more.clicked.emit()
        qtbot.waitUntil(lambda: len(shown()) == 100 - max(0, left - MOST))  # noqa: B023 - waited for at once
    assert shown() == [row.value for row in rows]
