"""Codes in the place of names."""

from __future__ import annotations

import pytest

from evidence_app.domain.person import Person, PersonName
from evidence_app.services.masking import Mask
from evidence_app.services.workspace import Workspace


@pytest.fixture
def mask(case: Workspace) -> Mask:
    """A case with two persons, one of them under two names."""
    with case.act("person.added") as act:
        first, second = act.add(Person()), act.add(Person())
        act.add(PersonName(person=first.id, full="Арсен Болотов", family="Болотов", given="Арсен"))
        act.add(PersonName(person=first.id, full="Тимур"))
        act.add(PersonName(person=second.id, full="Руслан Ахметов", family="Ахметов", given="Руслан"))
    return Mask(case)


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("Арсена Болотова избили", "P-001 избили"),
        ("Statement of Arsen Bolotov", "Statement of P-001"),
        ("«Тимур» и Ахметов", "«P-001» и P-002"),
        ("Задержание у ворот", "Задержание у ворот"),
        ("", ""),
    ],
)
def test_a_name_gives_way_to_its_code_in_any_spelling_and_case(mask: Mask, said: str, shown: str):
    assert mask.words(said) == shown
