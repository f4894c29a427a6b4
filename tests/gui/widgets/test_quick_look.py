"""The quick look: one card over the page, its keys, and the focus that comes back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from evidence_app.gui.widgets.inspector_head import Still
from evidence_app.gui.widgets.labels import PlainLabel
from evidence_app.gui.widgets.link_label import LinkLabel
from evidence_app.gui.widgets.quick_look import QuickLook
from evidence_app.services.details import DetailRow, Details, Section


def person(number: int) -> Details:
    """Return the details of a person."""
    rows = (DetailRow("Occupation", "Musician", ("E-001",)),)
    return Details(f"P-00{number}", f"Name {number}", "Victim", (), (Section("Identity", rows),))


@pytest.fixture
def page(qtbot) -> QWidget:
    """A page with a list that has the focus."""
    made = QWidget()
    made.list = QLineEdit()
    QVBoxLayout(made).addWidget(made.list)
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    made.activateWindow()
    made.list.setFocus()
    qtbot.waitUntil(made.list.hasFocus)
    return made


def words(look: QuickLook) -> list[str]:
    """Return what the card says."""
    return [label.text() for label in look.findChildren(PlainLabel)]


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Escape])
def test_the_same_key_or_esc_closes_it_and_the_focus_returns(page, qtbot, key):
    look = QuickLook(page)
    look.open(person(1))
    assert look.is_open
    assert look.hasFocus()
    assert "Name 1" in words(look)
    qtbot.keyClick(look, key)
    assert not look.is_open
    assert page.list.hasFocus()


def test_arrows_ask_for_the_next_record_and_the_card_stays(page, qtbot):
    look, steps = QuickLook(page), []
    look.stepped.connect(steps.append)
    look.open(person(1))
    qtbot.keyClick(look, Qt.Key.Key_Down)
    look.show_details(person(2))
    qtbot.keyClick(look, Qt.Key.Key_Up)
    assert steps == [1, -1]
    assert look.is_open
    assert "Name 2" in words(look)
    assert look.accessibleName() == "P-002 Name 2"


def test_a_picture_stands_on_the_card_and_a_cover_instead_of_a_graphic_one(page, qtbot):
    look = QuickLook(page)
    picture = QPixmap(20, 20)
    picture.fill(Qt.GlobalColor.gray)
    look.open(person(1), picture=picture)
    assert look.findChildren(Still)
    cover = PlainLabel("covered")
    look.show_details(person(1), above=cover)
    qtbot.waitUntil(lambda: not look.findChildren(Still))
    assert "covered" in words(look)


def test_a_link_on_the_card_leads_on_and_closes_it(page, qtbot):
    look, followed = QuickLook(page), []
    look.followed.connect(followed.append)
    look.open(person(1))
    link = next(link for link in look.findChildren(LinkLabel) if link.text() == "E-001")
    qtbot.keyClick(link, Qt.Key.Key_Return)
    assert followed == ["E-001"]
    assert not look.is_open


def test_the_card_stays_inside_a_small_page(page, qtbot):
    page.resize(500, 320)
    look = QuickLook(page)
    look.open(person(1))
    assert page.rect().contains(look._card.geometry())
