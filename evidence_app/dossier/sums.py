"""Sums and shares in the language spoken now."""

from __future__ import annotations

from evidence_app.system import words

_NBSP = "\u00a0"
_SIGNS = {"KZT": "₸", "RUB": "₽", "USD": "$", "EUR": "€"}


def grouped(number: int) -> str:
    """Write a whole number in groups of three: `61,000,000` in English, with fixed spaces elsewhere."""
    written = f"{number:,}"
    return written if words.language() == "en" else written.replace(",", _NBSP)


def money(amount: int, currency: str) -> str:
    """Write a sum with the sign of its currency, or the ISO code where it has no sign of its own."""
    return f"{grouped(amount)}{_NBSP}{_SIGNS.get(currency, currency)}"


def share(part: int, whole: int) -> str:
    """Write a part of a whole in per cent with one decimal, rounded half up."""
    tenths = (2000 * part + whole) // (2 * whole)
    written = f"{tenths // 10}.{tenths % 10}"
    return f"{written}%" if words.language() == "en" else f"{written.replace('.', ',')}{_NBSP}%"
