"""Sums, shares and sizes in the language spoken now."""

from __future__ import annotations

from evidence_app.system import words
from evidence_app.system.words import N_, _

_NBSP = "\u00a0"
_SIGNS = {"KZT": "₸", "RUB": "₽", "USD": "$", "EUR": "€"}
_MAGNITUDES = ((N_("GB"), 1_000_000_000), (N_("MB"), 1_000_000), (N_("kB"), 1_000))


def grouped(number: int) -> str:
    """Write a whole number in groups of three: `61,000,000` in English, with fixed spaces elsewhere."""
    written = f"{number:,}"
    return written if words.language() == "en" else written.replace(",", _NBSP)


def money(amount: int, currency: str | None) -> str:
    """Write a sum with the sign of its currency, or the ISO code where it has none; one without a currency says so."""
    if not currency:
        return _("%(sum)s (currency not stated)") % {"sum": grouped(amount)}
    return f"{grouped(amount)}{_NBSP}{_SIGNS.get(currency, currency)}"


def share(part: int, whole: int) -> str:
    """Write a part of a whole in per cent with one decimal, rounded half up."""
    written = _one_decimal((2000 * part + whole) // (2 * whole))
    return f"{written}%" if words.language() == "en" else f"{written}{_NBSP}%"


def size(size_bytes: int) -> str:
    """Write a size in the unit of its magnitude, with one decimal from the kilobyte on."""
    for unit, divisor in _MAGNITUDES:
        if size_bytes >= divisor:
            return f"{_one_decimal((20 * size_bytes + divisor) // (2 * divisor))}{_NBSP}{_(unit)}"
    return exact_size(size_bytes)


def exact_size(size_bytes: int) -> str:
    """Write a size to the byte."""
    return grouped(size_bytes) + _NBSP + _("B")


def _one_decimal(tenths: int) -> str:
    """Write a number of tenths with the decimal mark of the language."""
    return f"{tenths // 10}{'.' if words.language() == 'en' else ','}{tenths % 10}"
