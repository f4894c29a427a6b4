"""Canonical JSON beside the published vectors of RFC 8785, and where this format is narrower than the RFC."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence_app.keys.canonical import canonical

VECTORS = Path(__file__).parents[2] / "../shared/data/malformed/crypto-vectors"
PREFIX = "json-canonicalization__*__"


def vector(name: str) -> tuple[list[str], bytes]:
    """Return the spellings of one value that the vectors hold, and its canonical bytes."""
    sources = sorted(VECTORS.glob(f"{PREFIX}{name}.json"))
    if not sources:
        pytest.skip("the RFC 8785 vectors are not on this computer")
    (bytes_in_hex,) = VECTORS.glob(f"{PREFIX}{name}.txt")
    return [source.read_text("utf-8") for source in sources], bytes.fromhex(bytes_in_hex.read_text())


@pytest.mark.parametrize("name", ["arrays", "french", "structures"])
def test_the_vectors_of_the_rfc_come_out_byte_for_byte(name: str) -> None:
    spellings, expected = vector(name)
    for spelling in spellings:
        assert canonical(json.loads(spelling, parse_float=lambda text: int(float(text)))) == expected


def test_text_is_composed_where_the_rfc_leaves_it_as_it_is() -> None:
    spellings, left_alone = vector("unicode")
    for spelling in spellings:
        assert canonical(json.loads(spelling)) == unicodedata.normalize("NFC", left_alone.decode()).encode()
        assert canonical(json.loads(spelling)) != left_alone


def test_keys_are_in_the_order_of_their_utf_16_after_composing() -> None:
    spellings, left_alone = vector("weird")
    composed = {unicodedata.normalize("NFC", key): value for key, value in json.loads(left_alone).items()}
    for spelling in spellings:
        written = json.loads(canonical(json.loads(spelling)))
        assert written == composed
        assert list(written) == sorted(composed, key=lambda key: key.encode("utf-16-be"))
    assert list(composed) != sorted(composed)  # the order of code points is another one


def test_the_fractions_of_the_vectors_are_refused() -> None:
    for spelling in vector("values")[0]:
        with pytest.raises(ValueError, match="fraction"):
            canonical(json.loads(spelling))


@pytest.mark.parametrize(
    "value", [1.0, {"a": [0.5]}, 2**53, -(2**53), float("nan"), "\ud800", {"\udfff": 1}, {1: "key"}, b"bytes", {1, 2}]
)
def test_what_has_no_single_spelling_is_refused(value: object) -> None:
    with pytest.raises(ValueError):
        canonical(value)


def test_the_greatest_whole_numbers_are_taken() -> None:
    assert canonical([2**53 - 1, -(2**53) + 1]) == b"[9007199254740991,-9007199254740991]"


@pytest.mark.parametrize(
    ("decomposed", "composed"),
    [("И\u0306", "Й"), ("е\u0308", "ё"), ("А\u030a", "А\u030a"), ("\u1112\u1161\u11ab", "한"), ("\u212b", "Å")],
)
def test_nfc_and_nfd_are_the_same_value_and_the_same_key(decomposed: str, composed: str) -> None:
    assert canonical(decomposed) == canonical(composed)
    assert canonical({decomposed: 1}) == canonical({composed: 1})


texts = st.text(st.characters(exclude_categories=["Cs"]))
values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | texts,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
)


@given(values)
def test_canonical_bytes_read_back_give_the_same_bytes(value: object) -> None:
    once = canonical(value)
    assert canonical(json.loads(once)) == once


@given(st.dictionaries(texts, st.integers(0, 9), min_size=2, max_size=6))
def test_the_order_in_which_a_value_was_built_does_not_matter(value: dict[str, int]) -> None:
    composed = {unicodedata.normalize("NFC", key) for key in value}
    if len(composed) == len(value):
        assert canonical(dict(reversed(value.items()))) == canonical(value)
