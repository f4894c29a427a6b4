"""Allotment of codes: given once, never again, never the same by two copies (docs/FORMAT.md §5)."""

from __future__ import annotations

import sqlalchemy as sa

from evidence_app.domain.citation import code
from evidence_app.store.tables import code_counter

BLOCK = 1000


def following(last: int | None, first: int, step: int) -> int:
    """Return the number after `last` in the blocks `first, first + step, …`; None: none was given yet."""
    if last is None:
        return first * BLOCK + 1
    if last % BLOCK != BLOCK - 1:
        return last + 1
    block = last // BLOCK
    rounds = max(0, (block - first) // step + 1)
    return (first + rounds * step) * BLOCK + 1


def allot(connection: sa.Connection, letter: str, first: int, step: int) -> str:
    """Give the next code of a letter, inside the transaction that uses it."""
    counter = code_counter.c
    last = connection.execute(sa.select(counter.last).where(counter.letter == letter)).scalar()
    number = following(last, first, step)
    if last is None:
        connection.execute(code_counter.insert(), {"letter": letter, "last": number})
    else:
        connection.execute(code_counter.update().where(counter.letter == letter).values(last=number))
    return code(letter, number)
