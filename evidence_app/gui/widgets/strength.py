"""How hard a passphrase is to guess, in words a person can act on."""

from __future__ import annotations

import math
from enum import Enum

from evidence_app.system.words import N_

_FEW_BITS, _FAIR_BITS, _MANY_BITS = 40, 60, 80
_WORD_BITS = 11.0  # a common word out of some two thousand


class Strength(Enum):
    """Four steps; the value is (sentence, tone of the style sheet, whether a case may be made with it)."""

    SHORT = (N_("Too short: take four or five words that do not belong together."), "danger", False)
    WEAK = (N_("Weak: add a word or two."), "warn", False)
    FAIR = (N_("Fair: one more word makes it good."), "2", True)
    GOOD = (N_("Good. Write it down and keep the paper apart from this computer."), "ok", True)


def strength(passphrase: str) -> Strength:
    """Judge a passphrase by the cheaper of two guesses: letter by letter, or word by word."""
    distinct = len(set(passphrase.casefold()))
    letters = len(passphrase) * math.log2(max(2, distinct))
    pieces = [piece for piece in passphrase.split() if len(piece) > 2]
    guess = min(letters, max(len(set(pieces)) * _WORD_BITS * 1.5, _FEW_BITS)) if len(pieces) > 1 else letters * 0.8
    if len(passphrase) < 10 or guess < _FEW_BITS:
        return Strength.SHORT
    if guess < _FAIR_BITS:
        return Strength.WEAK
    return Strength.FAIR if guess < _MANY_BITS else Strength.GOOD
