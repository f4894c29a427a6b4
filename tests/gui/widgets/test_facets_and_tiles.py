"""Filters over a list, and pictures that are asked for only when seen."""

from __future__ import annotations

from array import array
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap

from evidence_app.gui.widgets.facet_chip import Facet, FacetRow
from evidence_app.gui.widgets.facet_list import FacetList
from evidence_app.gui.widgets.gallery import MOST_PICTURES, Tile, TileModel, gallery


@dataclass(frozen=True)
class Value:
    """A value that some records have."""

    value: str
    label: str
    count: int


CONSENT = (Value("court", "Court only", 2), Value("withdrawn", "Withdrawn & gone", 1))


@pytest.fixture
def row(qtbot) -> FacetRow:
    """Three facets: one from the start, one to be added, one of a tab alone."""
    made = FacetRow(
        [Facet("consent", "Consent"), Facet("label", "Label", usual=False), Facet("seen", "Seen", tab="accused")]
    )
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_chip_asks_for_its_values_and_keeps_one(row: FacetRow):
    asked, changed = [], []
    row.values_asked.connect(asked.append)
    row.changed.connect(lambda: changed.append(row.kept()))
    chip = row.chips["consent"]
    assert chip.text() == "Consent: any"
    chip.click()
    assert asked == ["consent"]
    row.offer("consent", CONSENT)
    entries = chip.menu_of_values.actions()
    assert [entry.text() for entry in entries] == ["any", "Court only\t2", "Withdrawn && gone\t1"]
    entries[2].trigger()
    assert chip.text() == "Consent: Withdrawn && gone"
    chip.menu_of_values.close()
    chip.click()
    assert changed == [(("consent", "withdrawn"),), ()]


def test_a_chip_with_nothing_to_choose_says_so(row: FacetRow):
    row.offer("consent", ())
    last = row.chips["consent"].menu_of_values.actions()[-1]
    assert (last.text(), last.isEnabled()) == ("Nothing to choose from", False)
    row.chips["consent"].menu_of_values.close()


def test_further_filters_are_added_and_go_again_when_all_are_dropped(row: FacetRow):
    asked = []
    row.values_asked.connect(asked.append)
    assert [key for key, chip in row.chips.items() if not chip.isHidden()] == ["consent"]
    row.more.aboutToShow.emit()
    assert [entry.text() for entry in row.more.actions()] == ["Label"]
    row.more.actions()[0].trigger()
    assert asked == ["label"]
    row.chips["label"].choose("7", "Urgent")
    assert row.kept() == (("label", "7"),)
    row.reset()
    assert row.kept() == ()
    assert row.chips["label"].isHidden()


def test_a_filter_of_one_tab_goes_with_it(row: FacetRow):
    row.set_tab("accused")
    assert not row.chips["seen"].isHidden()
    row.chips["seen"].choose("yes")
    row.set_tab("victims")
    assert row.chips["seen"].isHidden()
    assert row.kept() == ()


def test_a_checked_value_stays_while_its_count_falls_to_nothing(qtbot):
    facets = FacetList("Kind")
    qtbot.addWidget(facets)
    facets.offer([("event", "Events", 3), ("person", "People", 1)])
    facets._boxes["event"][0].setChecked(True)
    facets.offer([("person", "People", 2)])
    assert facets.checked() == ("event",)
    facets.reset()
    facets.offer([("person", "People", 2)])
    assert facets.checked() == ()
    assert set(facets._boxes) == {"person"}


@dataclass(frozen=True)
class Exhibit:
    """A row of the list of media, as far as tiles here need it."""

    id: int
    code: str


def tile(row: Exhibit) -> Tile:
    """Show an exhibit; the second one is graphic."""
    return Tile(row.id, row.code, "Photograph, back", "image", "", "shield-check", "ok", "sealed", _cover(row))


def _cover(row: Exhibit) -> str:
    return "Graphic" if row.id == 2 else ""


def filled(asked: list[int], many: int) -> TileModel:
    """Return a model with so many exhibits, whose rows come as they are asked for."""
    model = TileModel(asked.append, tile)
    model.wanted.connect(lambda ids: model.answer(ids, {one: Exhibit(one, f"E-{one:03}") for one in ids}))
    model.set_ids(array("q", range(1, many + 1)))
    return model


def test_only_pictures_in_view_are_fetched_and_a_graphic_one_never(qtbot):
    asked: list[int] = []
    model = filled(asked, 100_000)
    view = gallery(model)
    qtbot.addWidget(view)
    view.resize(520, 330)
    view.show()
    qtbot.waitUntil(lambda: 1 in asked)
    qtbot.wait(50)
    assert 2 not in asked
    assert len(asked) < 30
    assert len(asked) == len(set(asked))
    asked.clear()
    view.chooser.show_record(100_000)  # before it has its place
    qtbot.waitUntil(lambda: 100_000 in asked)
    assert len(asked) < 30


def test_a_picture_that_arrives_is_shown_and_forgotten_at_the_lock(qtbot):
    model = filled([], 7)
    assert model.picture(7) is None
    model.put_picture(7, QPixmap(4, 4))
    assert model.picture(7) is not None
    model.forget()
    assert model.rowCount() == 0
    assert model.picture(7) is None


def test_pictures_stay_within_bounds(qtbot):
    model = filled([], 1_000)
    for one in range(1, 1_000):
        model.put_picture(one, QPixmap(1, 1))
    assert len(model._pictures) <= MOST_PICTURES


def test_a_tile_says_its_state_in_words(qtbot):
    model = filled([], 2)
    assert model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole) == ""
    qtbot.waitUntil(lambda: model.row_of(2) is not None)
    said = model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "E-002, Photograph, back, Graphic, sealed"
