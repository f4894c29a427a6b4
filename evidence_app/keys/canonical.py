"""Canonical JSON (RFC 8785) over NFC text: the bytes that are hashed, wrapped and signed."""

from __future__ import annotations

import unicodedata
from typing import Any

import rfc8785


def canonical(value: Any) -> bytes:
    """Return the one byte string of a JSON value.

    Strings and keys are brought to NFC first. Raises ValueError for fractions, integers beyond 2^53, lone
    surrogates and anything else that JSON does not hold.
    """
    try:
        return rfc8785.dumps(_composed(value))
    except (rfc8785.CanonicalizationError, UnicodeEncodeError) as problem:
        raise ValueError(str(problem)) from problem


def _composed(value: Any) -> Any:
    """Return the value with every string in NFC; refuse fractions, which have no single spelling."""
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value)
    if isinstance(value, float):
        raise ValueError("a fraction has no place in canonical JSON")
    if isinstance(value, dict):
        return {_composed(key): _composed(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_composed(item) for item in value]
    return value
