"""Filters over a list, and pictures that are asked for only when seen."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap

from evidence_app.gui.widgets.facet_chip import Facet, FacetRow
from evidence_app.gui.widgets.facet_list import FacetList
from evidence_app.gui.widgets.gallery import Tile, TileModel, gallery


@dataclass(frozen=True)
class Row:
    """A row with one property."""

    consent: str


def test_a_chip_keeps_rows_with_its_value_and_says_so(qtbot):
    facets = FacetRow([Facet("Consent", lambda row: (row.consent,))])
    qtbot.addWidget(facets)
    rows = [Row("Court only"), Row("Withdrawn"), Row("Court only")]
    facets.offer(rows)
    chip = facets.chips[0]
    assert chip.text() == "Consent: any"
    chip.choose("Court only")
    assert [facets.passes(row) for row in rows] == [True, False, True]
    assert chip.text() == "Consent: Court only"
    facets.reset()
    assert all(facets.passes(row) for row in rows)


def test_a_chip_with_nothing_to_choose_is_not_shown(qtbot):
    facets = FacetRow([Facet("Consent", lambda row: (row.consent,))])
    qtbot.addWidget(facets)
    facets.offer([Row("")])
    assert facets.chips[0].isHidden()


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


def test_only_pictures_in_view_are_fetched_and_a_graphic_one_never(qtbot):
    asked: list[int] = []
    model = TileModel(asked.append)
    view = gallery(model)
    qtbot.addWidget(view)
    view.resize(520, 330)
    tiles = [Tile(n, f"E-{n:03}", "Photograph", "image", cover="Graphic" if n == 2 else "") for n in range(1, 500)]
    model.set_tiles(tiles)
    view.show()
    qtbot.waitUntil(lambda: 1 in asked)
    qtbot.wait(50)
    assert 2 not in asked
    assert len(asked) < 30
    assert len(asked) == len(set(asked))


def test_a_picture_that_arrives_is_shown_and_forgotten_at_the_lock(qtbot):
    asked: list[int] = []
    model = TileModel(asked.append)
    model.set_tiles([Tile(7, "E-007", "Video", "film")])
    assert model.picture(7) is None
    model.put_picture(7, QPixmap(4, 4))
    assert model.picture(7) is not None
    model.forget()
    assert model.rowCount() == 0
    assert model.picture(7) is None


def test_a_tile_says_its_state_in_words(qtbot):
    model = TileModel(lambda _id: None)
    tile = Tile(1, "E-001", "Photograph, back", "image", mark="shield-check", mark_says="sealed", cover="Graphic")
    model.set_tiles([tile])
    said = model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "E-001, Photograph, back, Graphic, sealed"
