"""Back and forward."""

from __future__ import annotations

from evidence_app.gui.shell.history import History, Place


def test_one_goes_back_and_forward_along_the_places_visited():
    history = History()
    for page in ("people", "media", "events"):
        history.visit(Place(page))
    assert history.step(-1) == Place("media")
    assert history.step(-1) == Place("people")
    assert history.step(-1) is None
    assert history.step(1) == Place("media")


def test_a_new_place_forgets_what_lay_ahead():
    history = History()
    history.visit(Place("people"))
    history.visit(Place("media"))
    history.step(-1)
    history.visit(Place("events", 3))
    assert not history.can_step(1)
    assert history.step(-1) == Place("people")


def test_the_same_place_twice_is_one_place():
    history = History()
    history.visit(Place("people"))
    history.visit(Place("people"))
    assert not history.can_step(-1)
