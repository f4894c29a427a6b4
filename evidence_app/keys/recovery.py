"""A recovery secret as 24 words, and back: the mnemonic encoding of BIP-39, of which no more is used than that."""

from __future__ import annotations

import hashlib
import os
import re

from evidence_app.domain.errors import WordsDisagree, WordsMissing, WrongWord
from evidence_app.keys import wordlist

SECRET_BYTES, WORDS = 32, 24
_BITS_A_WORD, _SUM_BITS = 11, 8
_PIECES = re.compile(r"[^\W\d_]+|\d+")


def new_secret() -> bytes:
    """Return 32 random bytes."""
    return os.urandom(SECRET_BYTES)


def to_words(secret: bytes) -> tuple[str, ...]:
    """Write 32 bytes as 24 words: 256 bits and the first 8 of their SHA-256, eleven bits a word."""
    if len(secret) != SECRET_BYTES:
        raise ValueError("a recovery secret has 32 bytes")
    bits = int.from_bytes(secret + hashlib.sha256(secret).digest()[:1], "big")
    shifts = range(_BITS_A_WORD * (WORDS - 1), -1, -_BITS_A_WORD)
    return tuple(wordlist.words()[bits >> shift & 2**_BITS_A_WORD - 1] for shift in shifts)


def from_words(typed: str) -> bytes:
    """Read 24 words as a person types them: with or without the numbers that stand before them.

    Raises WrongWord, WordsMissing; WordsDisagree where each is a word of the list and the sum at the end is not theirs.
    """
    bits = 0
    pieces = [piece for piece in _PIECES.findall(typed) if not _is_ordinal(piece)]
    for count, piece in enumerate(pieces, start=1):
        place = wordlist.place(piece)
        if place is None:
            raise WrongWord(place=count, word=piece)
        bits = bits << _BITS_A_WORD | place
    if len(pieces) != WORDS:
        raise WordsMissing(found=len(pieces), wanted=WORDS)
    secret = (bits >> _SUM_BITS).to_bytes(SECRET_BYTES, "big")
    if hashlib.sha256(secret).digest()[0] != bits & 2**_SUM_BITS - 1:
        raise WordsDisagree
    return secret


def _is_ordinal(piece: str) -> bool:
    """Tell whether a piece only counts the words: those of the list have four digits."""
    return piece.isdecimal() and len(piece) < wordlist.NUMBER_DIGITS
