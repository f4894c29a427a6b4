"""Finding a command by a few letters."""

from __future__ import annotations

from evidence_app.gui.actions.matching import best, fit

TITLES = ["New case", "Open a case", "Find on this page", "Next page", "Блокировать", "Открыть дело"]


def found(typed: str) -> list[str]:
    """Return what is found, best first."""
    return list(best(typed, ((title, title) for title in TITLES), 3))


def test_words_that_begin_so_come_before_letters_in_the_middle():
    assert found("pa") == ["Next page", "Find on this page"]
    assert found("case")[0] == "New case"


def test_words_may_come_in_any_order_and_in_any_script():
    assert found("case op") == ["Open a case"]
    assert found("отк") == ["Открыть дело"]


def test_scattered_letters_find_a_title_from_the_beginning_of_a_word_on():
    assert found("nwca") == ["New case"]
    assert found("wcase") == []


def test_what_is_not_there_is_not_found():
    assert fit("quit", "New case") is None
    assert fit("", "New case") is None
