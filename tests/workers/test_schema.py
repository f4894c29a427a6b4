"""The shapes an answer may have."""

from __future__ import annotations

from typing import Any

import pytest

from evidence_app.workers.schema import BadReply, Entries, Fields, Flag, Maybe, Rows, Shape, Text, Whole, display_text

GOOD: list[tuple[Shape, Any, Any]] = [
    (Text(3), "абв", "абв"),
    (Whole(10), 10, 10),
    (Flag(), False, False),
    (Maybe(Whole()), None, None),
    (Maybe(Whole()), 0, 0),
    (Rows(Whole(), 2), [1, 2], (1, 2)),
    (Entries(2, Text(5), Text(5)), {"a": "b"}, (("a", "b"),)),
    (Fields({"a": Flag()}), {"a": True}, {"a": True}),
]
BAD: list[tuple[Shape, Any]] = [
    (Text(3), "abcd"),
    (Text(3), 1),
    (Whole(10), 11),
    (Whole(), -1),
    (Whole(), True),
    (Whole(), 1.0),
    (Flag(), 1),
    (Rows(Whole(), 2), [1, 2, 3]),
    (Rows(Whole(), 2), "12"),
    (Entries(1, Text(5), Text(5)), {"a": "b", "c": "d"}),
    (Entries(1, Text(5), Text(5)), {"a": 1}),
    (Fields({"a": Flag()}), {}),
    (Fields({"a": Flag()}), {"a": True, "b": True}),
    (Fields({"a": Flag()}), None),
]


@pytest.mark.parametrize(("shape", "value", "expected"), GOOD)
def test_what_fits_is_returned(shape: Shape, value: Any, expected: Any) -> None:
    assert shape.read(value, "reply") == expected


@pytest.mark.parametrize(("shape", "value"), BAD)
def test_what_does_not_fit_is_refused_without_quoting_it(shape: Shape, value: Any) -> None:
    with pytest.raises(BadReply) as caught:
        shape.read(value, "reply")
    assert "abcd" not in str(caught.value)


def test_text_loses_what_changes_how_other_text_looks() -> None:
    assert display_text("a\u202egnp.exe\u2069\x00\x1b[31m\ud800\r\nб\tв\rг") == "agnp.exe[31m\nб\tв\nг"
    assert display_text("Қазақша, O‘zbekcha, Кыргызча: «сөз» — 1 %") == "Қазақша, O‘zbekcha, Кыргызча: «сөз» — 1 %"
