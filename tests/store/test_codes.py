"""Codes are given once: never again after a rollback or a voiding, never the same by two copies of a case."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence_app.domain.errors import BadInput
from evidence_app.domain.localised import Localised
from evidence_app.domain.person import Person
from evidence_app.domain.testimony import Testimony
from evidence_app.services.workspace import Workspace
from evidence_app.store.codes import following, split

TITLE = Localised.of("Показания", "ru")


def add(ws: Workspace, record: Person | Testimony) -> str:
    """Record one record; returns its code."""
    with ws.act("record.added") as act:
        return act.add(record).code


def test_codes_count_up_by_letter(case: Workspace) -> None:
    assert [add(case, Person()) for _ in range(3)] == ["P-001", "P-002", "P-003"]
    assert add(case, Testimony(language="ru", title=TITLE)) == "T-001"
    assert add(case, Person()) == "P-004"


def test_a_voided_code_is_never_given_again(case: Workspace) -> None:
    add(case, Person())
    with case.act("person.voided") as act:
        act.void(case.records.first(Person), "entered twice")
    assert add(case, Person()) == "P-002"
    case.undo(case.journal.last().seq)
    assert add(case, Person()) == "P-003"


def test_a_code_that_was_rolled_back_was_never_given(case: Workspace) -> None:
    with pytest.raises(RuntimeError), case.act("person.added") as act:
        assert act.add(Person()).code == "P-001"
        raise RuntimeError
    with pytest.raises(BadInput):
        add(case, Person(sex="NO SUCH CODE"))
    assert add(case, Person()) == "P-001"
    assert len({person.code for person in case.records.find(Person, voided=True)}) == 1


def test_a_copy_gives_the_numbers_of_its_own_blocks(case: Workspace) -> None:
    add(case, Person())
    with case.act("case.copied") as act:
        act.change(case.case, first_block=2, block_step=2)
    assert add(case, Person()) == "P-002"  # the block it is in is filled up
    assert add(case, Testimony(language="ru", title=TITLE)) == "T-2001"


def test_after_the_last_number_of_a_block_comes_the_next_block_of_the_progression() -> None:
    assert following(None, 0, 1) == 1
    assert following(998, 0, 1) == 999
    assert following(999, 0, 1) == 1001
    assert following(999, 4, 2) == 4001
    assert following(4999, 4, 2) == 6001
    assert following(3999, 4, 2) == 4001
    assert following(None, 5, 8) == 5001


def test_the_first_copy_of_a_case_shares_the_blocks_above_those_in_use() -> None:
    assert split(0, 1, []) == ((0, 2), (1, 2))
    assert split(0, 1, [1]) == ((1, 2), (2, 2))
    assert split(0, 1, [999, 2001]) == ((3, 2), (4, 2))
    assert split(1, 2, [7]) == ((1, 4), (3, 4))
    assert split(1, 2, [1001]) == ((3, 4), (5, 4))


class Copy:
    """One copy of a case, as FORMAT §5 has it: its progression, and the last number it gave of each letter."""

    def __init__(self, first: int, step: int) -> None:
        self.first, self.step = first, step
        self.last: dict[str, int] = {}

    def give(self, letter: str, count: int) -> list[str]:
        """Give some codes; most of a block passes at once, for only its borders matter."""
        given = []
        for _ in range(count):
            self.last[letter] = following(self.last.get(letter), self.first, self.step)
            given.append(f"{letter}-{self.last[letter]}")
        return given

    def copied(self) -> Copy:
        """Make a copy."""
        (self.first, self.step), other = split(self.first, self.step, self.last.values())
        return Copy(*other)


steps = st.lists(
    st.tuples(
        st.integers(0, 40), st.none() | st.tuples(st.sampled_from("PTE"), st.sampled_from([1, 2, 998, 999, 1000]))
    ),
    max_size=30,
)


@given(steps)
def test_copies_and_copies_of_copies_never_give_one_code(history: list[tuple[int, tuple[str, int] | None]]) -> None:
    copies = [Copy(0, 1)]
    given_: set[str] = set()
    for which, deed in history:
        acting = copies[which % len(copies)]
        if deed is None:
            copies.append(acting.copied())
        else:
            new = acting.give(*deed)
            assert not given_ & set(new)
            assert len(set(new)) == len(new)
            given_ |= set(new)
