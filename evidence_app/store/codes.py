"""Allotment of codes: given once, never again, never the same by two copies (docs/FORMAT.md §5)."""

from __future__ import annotations

from collections.abc import Iterable

import sqlalchemy as sa

from evidence_app.domain.citation import code
from evidence_app.domain.nouns import LETTERS, NOUNS
from evidence_app.store.queries.records import column
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


def split(first: int, step: int, last: Iterable[int]) -> tuple[tuple[int, int], tuple[int, int]]:
    """Return (first, step) of this copy and of a new copy made of it; `last` are the last numbers it gave.

    This copy fills up the blocks it is in; of all blocks above, the two take turns.
    """
    above = max((number // BLOCK + 1 for number in last), default=0)
    lowest = first + max(0, -(-(above - first) // step)) * step
    return (lowest, 2 * step), (lowest + step, 2 * step)


def allot(connection: sa.Connection, letter: str, first: int, step: int) -> str:
    """Give the next code of a letter, inside the transaction that uses it; one that is there is passed over."""
    counter = code_counter.c
    last = connection.execute(sa.select(counter.last).where(counter.letter == letter)).scalar()
    number = following(last, first, step)
    held = column(NOUNS[LETTERS[letter]], "code")
    while connection.execute(sa.select(held).where(held == code(letter, number))).first():
        number = following(number, first, step)  # the counter was set back
    if last is None:
        connection.execute(code_counter.insert(), {"letter": letter, "last": number})
    else:
        connection.execute(code_counter.update().where(counter.letter == letter).values(last=number))
    return code(letter, number)


def behind(connection: sa.Connection, first: int, step: int) -> list[str]:
    """Return the letters whose counter stands below a number that this copy gave."""
    last = {letter: int(number) for letter, number in connection.execute(sa.select(code_counter))}
    found = []
    for letter, noun in LETTERS.items():
        held = column(NOUNS[noun], "code")
        codes = connection.execute(sa.select(held).where(held.like(f"{letter}-%"))).scalars()
        numbers = (
            int(number) for _letter, _dash, number in (text.partition("-") for text in codes) if number.isdecimal()
        )
        reached = last.get(letter, 0)
        if any(number > reached for number in numbers if _is_own(number // BLOCK, reached, first, step)):
            found.append(letter)
    return found


def _is_own(block: int, reached: int, first: int, step: int) -> bool:
    """Tell whether this copy gives the numbers of a block: of its progression, or the one it is filling up."""
    return block == reached // BLOCK or (block >= first and (block - first) % step == 0)
