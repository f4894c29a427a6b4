"""Hits are shown where they stand in the original, and a snippet shows the most of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence_app.language.fold import fold, tokens
from evidence_app.store.search.highlight import Snippet, snippet, spans
from evidence_app.store.search.query import Query, Term, parse

TEXT = st.text(st.sampled_from("абАБ ё'’ “”-.,\n🤣12"), max_size=300)
TYPED = st.text(st.sampled_from("абё' \"*-12"), max_size=20)


def shown(text: str, typed: str) -> list[str]:
    """Return the pieces of text that a query marks."""
    return [text[start:end] for start, end in spans(text, parse(typed))]


def answers(piece: str, term: Term) -> bool:
    """Whether a piece of text says what a term asks for, told without the code under test."""
    folded = fold(piece)
    said = tuple(folded[start:end] for start, end in tokens(folded))
    if term.is_open:
        return said[:-1] == term.words[:-1] and said[-1].startswith(term.words[-1])
    return said == term.words


@pytest.mark.parametrize(
    ("text", "typed", "pieces"),
    [
        ("Ёлка, ЁЛКИ и ёж", "елк", ["Ёлка", "ЁЛКИ"]),
        ("Oʻzbek, o'zbek, O’ZBEK", "o`zbek", ["Oʻzbek", "o'zbek", "O’ZBEK"]),
        ("İstanbul", "istanbul", ["İstanbul"]),
        ("Кoшмамбет (Latin o)", "кошмамбет", ["Кoшмамбет"]),
        ("меня били, меня Били — и снова", '"меня били"', ["меня били", "меня Били"]),
        ("дело № 146—22, ст. 1462", "146-22", ["146—22"]),
        ("ст. 146, 1462", "146", ["146"]),
        ("суд и судья, но не сон", "суд -сон", ["суд", "судья"]),
        ("суд идёт", 'суд "суд идет"', ["суд идёт"]),
        ("‘суд’", "суд", ["суд"]),
        ("суд", "-суд", []),
        ("суд", "", []),
        ("", "суд", []),
    ],
)
def test_hits_are_marked_as_they_stand(text: str, typed: str, pieces: list[str]) -> None:
    assert shown(text, typed) == pieces


@given(TEXT, TYPED)
def test_every_span_answers_a_term_and_spans_stand_in_order(text: str, typed: str) -> None:
    query = parse(typed)
    reached = 0
    for start, end in spans(text, query):
        assert reached <= start < end <= len(text)
        assert any(answers(text[start:end], term) for term in query.required)
        reached = end


@given(TEXT)
def test_each_word_of_a_text_is_marked_when_asked_for(text: str) -> None:
    for start, end in tokens(fold(text)):
        assert (start, end) in spans(text, parse(text[start:end]))


@given(TEXT, TYPED, st.integers(10, 80))
def test_a_snippet_is_a_piece_of_the_text_with_the_same_hits(text: str, typed: str, width: int) -> None:
    query = parse(typed)
    cut = snippet(text, query, width)
    piece = cut.text.removeprefix("…").removesuffix("…")
    assert piece in text.replace("\n", " ")
    assert len(piece) <= width
    marked = [text[start:end].replace("\n", " ") for start, end in spans(text, query)]
    assert all(cut.text[start:end] in marked for start, end in cut.spans)
    if any(len(hit) <= width for hit in marked):
        assert cut.spans


@given(st.lists(st.sampled_from(["абаб", "слово", "не-сон,", "о’ный\n"]), min_size=9), st.integers(10, 40))
def test_a_snippet_breaks_no_word(words: list[str], width: int) -> None:
    text = " ".join(words)
    whole = {fold(text)[start:end] for start, end in tokens(fold(text))}
    folded = fold(snippet(text, parse("абаб"), width).text)
    assert {folded[start:end] for start, end in tokens(folded)} <= whole


def test_a_snippet_lies_where_hits_are_densest() -> None:
    text = "суд " + "слово " * 100 + "суд начался\nв суде, судья вошёл " + "слово " * 100
    cut = snippet(text, parse("суд"), width=60)
    assert [cut.text[start:end] for start, end in cut.spans] == ["суд", "суде", "судья"]
    assert cut.text.startswith("…слово ") and cut.text.endswith(" слово…")
    assert "суд начался в суде, судья вошёл" in cut.text


def test_of_equally_dense_places_the_first_is_shown() -> None:
    assert snippet("суд " + "слово " * 50 + "суд", parse("суд"), width=12) == Snippet("суд слово…", ((0, 3),))


def test_a_short_text_is_shown_whole_and_a_long_one_without_hits_from_its_beginning() -> None:
    assert snippet("суд идёт", parse("суд")) == Snippet("суд идёт", ((0, 3),))
    assert snippet("один два три", Query(), width=10) == Snippet("один два…", ())


def test_a_word_longer_than_the_snippet_is_cut_and_not_marked() -> None:
    assert snippet("а" * 500, parse("ааа"), width=20) == Snippet("а" * 20 + "…", ())
