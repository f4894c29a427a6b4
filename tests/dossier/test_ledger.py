"""Tables over page ends."""

from __future__ import annotations

from evidence_app.dossier import stylesheet
from evidence_app.dossier.ledger import Field, Ledger
from evidence_app.dossier.prose import cell

FIELDS = [Field("Word", 1), Field("Sum", 1, is_sum=True)]
PAGE = 600.0


def ledger(texts: list[str]) -> Ledger:
    """Return a table of these words."""
    rows = [[cell(text, stylesheet.CELL), cell(str(n), stylesheet.CELL_SUM)] for n, text in enumerate(texts)]
    return Ledger(FIELDS, rows)


def pages(table: Ledger) -> list[Ledger]:
    """Cut a table into pages."""
    found: list[Ledger] = []
    rest = table
    while rest.wrap(stylesheet.MEASURE, PAGE)[1] > PAGE:
        first, then = rest.split(stylesheet.MEASURE, PAGE)
        assert isinstance(first, Ledger)
        assert isinstance(then, Ledger)
        found.append(first)
        rest = then
    return [*found, rest]


def words(table: Ledger) -> str:
    """Return the words of the first column."""
    blocks = [block for row in table.rows for block in row.columns[0].stack.blocks]
    return " ".join(word for block in blocks for _space, line in block.blPara.lines for word in line)


def test_rows_stay_whole_and_the_heading_repeats() -> None:
    cut = pages(ledger([f"row{n}" for n in range(200)]))
    assert len(cut) > 4
    assert " ".join(map(words, cut)).split() == [f"row{n}" for n in range(200)]
    assert all(part.head is cut[0].head for part in cut)
    assert all(part.wrap(stylesheet.MEASURE, PAGE)[1] <= PAGE for part in cut)


def test_a_row_longer_than_a_page_is_cut_and_loses_nothing() -> None:
    text = " ".join(f"word{n}" for n in range(4_000))
    cut = pages(ledger(["before", text, "after"]))
    assert len(cut) > 3
    assert " ".join(" ".join(map(words, cut)).split()) == f"before {text} after"


def test_a_short_row_goes_to_the_next_page_whole() -> None:
    table = ledger(["one", "two words " * 12, "three"])
    table.wrap(stylesheet.MEASURE, PAGE)
    assert table.head
    first, then = table.split(stylesheet.MEASURE, table.head.height + table.rows[0].height + 20)
    assert isinstance(first, Ledger)
    assert isinstance(then, Ledger)
    assert (words(first), len(then.rows)) == ("one", 2)


def test_a_heading_never_stands_alone_at_the_foot() -> None:
    table = ledger(["one", "two"])
    assert table.split(stylesheet.MEASURE, 25.0) == []
