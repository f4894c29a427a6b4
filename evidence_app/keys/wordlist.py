"""The 2,048 English words of BIP-39: no two begin with the same four letters. Source: THIRD-PARTY.md."""

from __future__ import annotations

import secrets
from functools import cache

from evidence_app.system import paths

TELLING_LETTERS, NUMBER_DIGITS = 4, 4
SUGGESTED_WORDS = 6  # 66 bits; five would be 55
# The letters on the keys of a Russian or Kazakh keyboard, and the Latin ones on the same keys.
_SAME_KEYS = str.maketrans("йцукенгшщзфывапролдячсмить", "qwertyuiopasdfghjklzxcvbnm")


@cache
def words() -> tuple[str, ...]:
    """Return the list in its order."""
    source = paths.resources() / "wordlists" / "bip39-english.txt"
    return tuple(source.read_text(encoding="ascii").split())


@cache
def _places() -> dict[str, int]:
    """Return the place of each word, and of the four letters by which longer ones can be told."""
    places = {word[:TELLING_LETTERS]: place for place, word in enumerate(words())}
    return places | {word: place for place, word in enumerate(words())}


def number(word: str) -> str:
    """Return the number of a word on the list, from 0001 to 2048."""
    return f"{_places()[word] + 1:0{NUMBER_DIGITS}}"


def place(typed: str) -> int | None:
    """Return the place of the word that is meant; None where it is none.

    Capitals do not matter, nor which letters the keyboard was set to; four letters are enough, and so is the number.
    """
    if typed.isdecimal():
        given = int(typed) - 1
        return given if len(typed) == NUMBER_DIGITS and 0 <= given < len(words()) else None
    letters = typed.casefold().translate(_SAME_KEYS)
    found = _places().get(letters[:TELLING_LETTERS])
    return found if found is not None and words()[found].startswith(letters) else None


def suggestion() -> str:
    """Return a passphrase drawn from the list."""
    return " ".join(secrets.choice(words()) for _ in range(SUGGESTED_WORDS))
