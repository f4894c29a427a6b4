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


def test_from_form_to_form_one_stays_in_front_of_the_same_list():
    history = History()
    for place in (Place("people"), Place("people", 1, noun="person"), Place("people", 2, noun="person")):
        history.visit(place)
    assert history.step(-1) == Place("people")
    assert history.step(1) == Place("people", 2, noun="person")


def test_a_form_that_is_closed_leaves_one_before_its_list():
    history = History()
    history.visit(Place("overview"))
    history.visit(Place("people"))
    history.visit(Place("people", 1, noun="person"))
    history.leave_form()
    assert history.step(-1) == Place("overview")


def test_the_same_place_twice_is_one_place():
    history = History()
    history.visit(Place("people"))
    history.visit(Place("people"))
    assert not history.can_step(-1)
