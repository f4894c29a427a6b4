"""A recovery secret as words: BIP-39's own vectors, and reading back what a tired person types."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence_app.domain.errors import WordsDisagree, WordsMissing, WrongWord
from evidence_app.keys import recovery, wordlist
from evidence_app.system import paths

# Those of 256 bits of the reference implementation's vectors.json.
VECTORS = {
    "00" * 32: "abandon " * 23 + "art",
    "7f" * 32: "legal winner thank year wave sausage worth useful " * 2
    + "legal winner thank year wave sausage worth title",
    "80" * 32: "letter advice cage absurd amount doctor acoustic avoid " * 2
    + "letter advice cage absurd amount doctor acoustic bless",
    "ff" * 32: "zoo " * 23 + "vote",
    "68a79eaca2324873eacc50cb9c6eca8cc68ea5d936f98787c60c7ebc74e6ce7c": (
        "hamster diagram private dutch cause delay private meat slide toddler razor book "
        "happy fancy gospel tennis maple dilemma loan word shrug inflict delay length"
    ),
    "9f6a2878b2520799a44ef18bc7df394e7061a224d2c33cd015b157d746869863": (
        "panda eyebrow bullet gorilla call smoke muffin taste mesh discover soft ostrich "
        "alcohol speed nation flash devote level hobby quick inner drive ghost inside"
    ),
    "066dca1a2bb7e8a1db2832148ce9933eea0f3ac9548d793112d9a95c9407efad": (
        "all hour make first leader extend hole alien behind guard gospel lava "
        "path output census museum junior mass reopen famous sing advance salt reform"
    ),
    "f585c11aec520db57dd353c69554b21a89b20fb0650966fa0a9d6f74fd989d8f": (
        "void come effort suffer camp survey warrior heavy shoot primary clutch crush "
        "open amazing screen patrol group space point ten exist slush involve unfold"
    ),
}
SECRET, SAID = list(VECTORS.items())[4]
WORDS = SAID.split()


@pytest.mark.parametrize("secret", VECTORS)
def test_the_words_are_those_of_the_standard(secret: str) -> None:
    assert recovery.to_words(bytes.fromhex(secret)) == tuple(VECTORS[secret].split())
    assert recovery.from_words(VECTORS[secret]).hex() == secret


def test_the_list_is_the_one_of_the_standard() -> None:
    raw = (paths.resources() / "wordlists" / "bip39-english.txt").read_bytes()
    assert hashlib.sha256(raw).hexdigest() == "2f5eed53a4727b4bf8880d8f3f199efc90e58503646d9ff8eff3a2ed3b24dbda"
    assert len({word[:4] for word in wordlist.words()}) == len(wordlist.words()) == 2048


@given(st.binary(min_size=32, max_size=32))
def test_what_was_written_is_read(secret: bytes) -> None:
    assert recovery.from_words(" ".join(recovery.to_words(secret))) == secret


WAYS = {
    "capitals": SAID.upper(),
    "blanks and lines": "  \n".join(WORDS) + "\t\n",
    "commas": ", ".join(WORDS),
    "places before the words": "\n".join(f"{place}. {word}" for place, word in enumerate(WORDS, start=1)),
    "four letters": " ".join(word[:4] for word in WORDS),
    "the numbers": " ".join(wordlist.number(word) for word in WORDS),
    "places before the numbers": " ".join(f"{place}) {wordlist.number(word)}" for place, word in enumerate(WORDS, 1)),
    "a keyboard set to Russian": SAID.translate(
        str.maketrans("qwertyuiopasdfghjklzxcvbnm", "йцукенгшщзфывапролдячсмить")
    ),
}


@pytest.mark.parametrize("way", WAYS)
def test_reading_back_forgives_how_the_words_are_typed(way: str) -> None:
    assert recovery.from_words(WAYS[way]).hex() == SECRET


@pytest.mark.parametrize("wrong", ["hampster", "ham", "hamsters", "хомяк", "0000", "2049", "99999"])
def test_a_wrong_word_is_named_with_its_place(wrong: str) -> None:
    for place in (1, 7, 24):
        typed = [*WORDS[: place - 1], wrong, *WORDS[place:]]
        with pytest.raises(WrongWord) as told:
            recovery.from_words(" ".join(typed))
        assert told.value.facts == {"place": place, "word": wrong}
        assert str(place) in told.value.sentence()
        assert wrong in told.value.sentence()


@pytest.mark.parametrize("count", [0, 12, 23, 25, 48])
def test_too_few_and_too_many_words_are_counted(count: int) -> None:
    with pytest.raises(WordsMissing) as told:
        recovery.from_words(" ".join((WORDS * 2)[:count]))
    assert told.value.facts == {"found": count, "wanted": 24}


def test_words_in_another_order_or_with_another_among_them_do_not_pass() -> None:
    for typed in ([WORDS[1], WORDS[0], *WORDS[2:]], [*WORDS[:5], "zebra", *WORDS[6:]], WORDS[1:] + WORDS[:1]):
        with pytest.raises(WordsDisagree):
            recovery.from_words(" ".join(typed))


def test_a_suggested_passphrase_is_never_the_same() -> None:
    drawn = {wordlist.suggestion() for _ in range(50)}
    assert len(drawn) == 50
    assert all(len(passphrase.split()) >= 5 for passphrase in drawn)
