"""Codes of persons, as people type them."""

from __future__ import annotations

import pytest

from evidence_app.language.codes import person_codes

LOOKS = "P-002|Р-002|P–002|P - 002|P002|р\u2011002|P\u00ad-002|P-0002|P-02"


@pytest.mark.parametrize("said", LOOKS.split("|"))
def test_a_hidden_code_is_found_in_every_look(said: str) -> None:
    text = f"затем {said}, и"
    assert [text[one.start : one.end] for one in person_codes(text, {2: 5})] == [said]
    assert [one.key for one in person_codes(text, {2: 5})] == [5]


@pytest.mark.parametrize("text", ["P-003", "E-002", "P-0021", "XP-002", "P-002a", "P 2", "стр-002", "p. 002", "п-002"])
def test_other_codes_stay(text: str) -> None:
    assert list(person_codes(text, {2: 5})) == []
