"""What a passphrase costs to guess, and what is taken for one."""

from __future__ import annotations

import unicodedata

import pytest

from evidence_app.keys.derivation import FLOOR, Profile, calibrated, expand, new_kdf, stretch


def test_nothing_cheaper_than_the_floor_is_ever_calibrated() -> None:
    profile = calibrated()
    assert profile.memory_kib >= FLOOR.memory_kib == 256 * 1024
    assert profile.iterations >= FLOOR.iterations == 3


def test_a_passphrase_is_the_same_composed_and_decomposed(quick: Profile) -> None:
    kdf = new_kdf(quick)
    passphrase = "ёлка й Ұлы ң"
    decomposed = unicodedata.normalize("NFD", passphrase)
    assert decomposed != passphrase
    assert stretch(decomposed, kdf) == stretch(passphrase, kdf)
    assert stretch(passphrase + " ", kdf) != stretch(passphrase, kdf)


def test_two_salts_give_two_keys(quick: Profile) -> None:
    first, second = new_kdf(quick), new_kdf(quick)
    assert first["salt"] != second["salt"]
    assert stretch("одна и та же", first) != stretch("одна и та же", second)


@pytest.mark.parametrize(
    "greedy",
    [{"memory_kib": 1 << 40}, {"iterations": 10**9}, {"lanes": 10**6}, {"lanes": 0}, {"memory_kib": 1}],
)
def test_costs_that_would_stop_the_computer_are_refused(quick: Profile, greedy: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="out of bounds"):
        stretch("passphrase", new_kdf(quick) | greedy)


def test_half_a_character_in_a_passphrase_is_a_passphrase_like_another(quick: Profile) -> None:
    kdf = new_kdf(quick)
    assert stretch("caf\udce9", kdf) != stretch("caf\u00e9", kdf)


def test_each_use_has_a_key_of_its_own() -> None:
    labels = ("database", "vault-name", "vault-object", "keys-file")
    assert len({expand(b"m" * 32, b"s" * 16, f"evidence-app/1/{label}") for label in labels}) == 4
