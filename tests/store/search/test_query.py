"""Whatever is typed is a query: SQLite accepts it, and it finds what it says."""

from __future__ import annotations

import csv
import json
import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from evidence_app.language.fold import fold, nfc, searchable, tokens
from evidence_app.store.search.query import MOST_WORDS, Kind, Query, Term, parse

if TYPE_CHECKING:
    from collections.abc import Iterator

SHARED = Path(__file__).parents[3] / "../shared/data"
RECORDS = {
    1: "Задержанных доставили в Кошмамбет 8 января 2022 года",
    2: "Задержанный показал: меня били. Дело № 146-22, ст. 1462",
    3: "O’zbek tilida guvohlik: togʻda ushlashdi",
    4: "He was beaten at the facility near Koshmambet, art. 146",
    5: "Ёлка; суд, судья. Протокол «осмотра места» не составлен 🤣",
}
TYPED = st.text(st.sampled_from("abИёʻ'\"“”«»*-+^():~{}AND NOT OR NEAR/5 суд146\x00\n\\%_;🤣\ud800"))


@pytest.fixture(scope="module")
def database() -> Iterator[sqlite3.Connection]:
    """A real full-text index of a few records."""
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE t USING fts5(x, tokenize='unicode61 remove_diacritics 0')")
    rows = [(number, searchable(text)) for number, text in RECORDS.items()]
    connection.executemany("INSERT INTO t(rowid, x) VALUES (?, ?)", rows)
    yield connection
    connection.close()


def found(database: sqlite3.Connection, query: Query) -> list[int]:
    """Return the records that a query finds."""
    if query.is_empty:
        assert query.match_expression() == ""
        return []
    statement = "SELECT rowid FROM t WHERE t MATCH ? ORDER BY rowid"
    return [number for (number,) in database.execute(statement, (query.match_expression(),))]


@pytest.mark.parametrize(
    ("typed", "records"),
    [
        ("задержанн", [1, 2]),
        ("ЗАДЕРЖАННЫЙ", [2]),
        ("задержанн кошмамбет", [1]),
        ("задержанн -кошмамбет", [2]),
        ('задержанн -"меня били"', [1]),
        ("задержанн -кош* -дело", []),
        ("-задержанн", []),
        ("елка", [5]),
        ("ЁЛКИ", []),
        ("е\u0308лка", [5]),
        ("суд", [5]),
        ("су", []),
        ("су*", [5]),
        ("146", [2, 4]),
        ("146*", [2, 4]),
        ("1462", [2]),
        ("146-22", [2]),
        ('"146 22"', [2]),
        ('"22 146"', []),
        ("«осмотра места»", [5]),
        ("“осмотр места”", []),
        ("осмотра-мест", [5]),
        ('"места осмотра"', []),
        ("o'zbek", [3]),
        ("tog'", [3]),
        ("'guvohlik'", [3]),
        ("Кoшмамбет", [1]),
        ('"доставили в кошмамбет', [1]),
        ("составлен🤣", [5]),
        ("", []),
        ('""', []),
        ("🤣 - * ^", []),
        ("near NOT AND", []),
    ],
)
def test_a_query_finds_what_it_says(database: sqlite3.Connection, typed: str, records: list[int]) -> None:
    assert found(database, parse(typed)) == records


def test_a_query_is_read_into_folded_terms() -> None:
    assert parse('Ёлка -"Он сказал" ст* Абу-Бакр').terms == (
        Term(Kind.WORD, ("елка",)),
        Term(Kind.PHRASE, ("он", "сказал"), is_excluded=True),
        Term(Kind.PREFIX, ("ст",)),
        Term(Kind.WORD, ("абу", "бакр")),
    )


def test_the_expression_quotes_every_word() -> None:
    query = parse('Ёлка ст "NOT a" -суд -146')
    assert query.match_expression() == '("елка" * AND "ст" AND "not" + "a") NOT ("суд" * OR "146")'


def test_what_is_beyond_the_most_words_is_left_and_said() -> None:
    many = " ".join(f"слово{number}" for number in range(MOST_WORDS + 1))
    assert not parse(many.rpartition(" ")[0]).is_cut
    for typed in (many, f'"{many}"', f"a {many}", many.replace(" ", "-")):
        query = parse(typed)
        assert query.is_cut
        assert sum(len(term.words) for term in query.terms) == MOST_WORDS


@given(TYPED)
@example('"')
@example("a" * 40_000)
@example("a " * 1_000)
@example("-" * 1_000)
def test_sqlite_accepts_any_query(database: sqlite3.Connection, typed: str) -> None:
    found(database, parse(typed))


@given(st.text(min_size=1), st.text())
def test_a_record_is_found_by_each_of_its_own_words(before: str, after: str) -> None:
    text = nfc(before + "'Ёлка o’zbek' " + after)
    database = sqlite3.connect(":memory:")
    database.execute("CREATE VIRTUAL TABLE t USING fts5(x, tokenize='unicode61 remove_diacritics 0')")
    database.execute("INSERT INTO t VALUES (?)", (searchable(text),))
    for start, end in tokens(fold(text)):
        for typed in (text[start:end], f'"{text[start:end]}"', f"{text[start:end]}*"):
            assert found(database, parse(typed)) == [1]
    database.close()


def test_naughty_strings_are_queries_like_any_other(database: sqlite3.Connection) -> None:
    folder = SHARED / "malformed/text"
    if not folder.exists():
        pytest.skip("the shared test data is not here")
    strings: list[str] = []
    for path in sorted(folder.iterdir()):
        if path.suffix == ".json":
            strings += json.loads(path.read_text("utf-8"))
        elif path.suffix == ".csv":
            strings += [cell for row in csv.reader(path.read_text("utf-8").splitlines()) for cell in row]
        strings += path.read_text("utf-8").splitlines()
    assert len(strings) > 500
    for typed in strings:
        found(database, parse(typed))
        found(database, parse(f"-{typed} суд"))
        found(database, parse(f'"{typed}'))
