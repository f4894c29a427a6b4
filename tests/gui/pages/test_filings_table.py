"""The columns of filings: the outcome behind its dot, the next date in the colour of how near it is."""

from __future__ import annotations

import dataclasses
from datetime import date, timedelta

import pytest

from evidence_app.gui.pages.filings.table_model import FilingsTableModel
from evidence_app.gui.widgets.cell import Cell
from evidence_app.services import listing
from evidence_app.services.listing import FilingRow

ROW = FilingRow(1, "u", "F-001", "Title", "", "", "", "", "", "", "", "", True)


def cell(key: str, **facts: str) -> Cell:
    """Return the cell of one column."""
    column = next(one for one in FilingsTableModel.columns if one.key == key)
    return column.cell(dataclasses.replace(ROW, **facts))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("days", "words", "tone"),
    [(31, "in 31 days", "warn"), (1, "in 1 day", "warn"), (0, "today", "warn"), (-2, "2 days overdue", "danger")],
)
def test_the_next_date_says_how_far_off_it_is(days: int, words: str, tone: str) -> None:
    due = (date.fromisoformat(listing.today()) + timedelta(days)).isoformat()
    assert (cell("due", due=due).text, cell("due", due=due).tone) == (words, tone)


def test_a_filing_without_a_deadline_says_nothing() -> None:
    assert cell("due") == Cell()


@pytest.mark.parametrize(("code", "dot"), [("CONVICTED", "ok"), ("UPHELD", "accent"), ("PENDING", "text_3")])
def test_an_outcome_stands_behind_a_dot_of_its_tone(code: str, dot: str) -> None:
    assert cell("outcome", outcome="words", outcome_code=code).dot == dot
    assert cell("outcome", outcome_code="").dot == ""
