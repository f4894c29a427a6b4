"""Names found in running text, whatever their case and alphabet, and nobody else."""

from __future__ import annotations

import pytest

from evidence_app.language.mentions import Name, Watch

HIDDEN = [
    Name(1, "Рузахунов Викрам"),
    Name(1, "Vikram Ruzakhunov", "en"),
    Name(2, "Азамат Сериков"),
    Name(3, "Павел Павлович Бозтаев"),
    Name(4, "Тимур"),
]
NAMED = [Name(9, "Павел Павлович Иванов"), Name(8, "Айна Бозтаева")]


def found(text: str) -> list[tuple[str, int]]:
    """Return what is found in a text, and of whom."""
    return [(text[mention.start : mention.end], mention.key) for mention in Watch(HIDDEN, NAMED).mentions(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Викрама Рузахунова избили.", [("Викрама Рузахунова", 1)]),
        ("Рузахуновым занялись; Ruzakhunov said", [("Рузахуновым", 1), ("Ruzakhunov", 1)]),
        ("Азамат плакал, азаматтық талап", []),
        ("Азамата Серикова увезли", [("Азамата Серикова", 2)]),
        ("с Тимуром", [("Тимуром", 4)]),
        ("Павел Павлович Иванов вошёл", []),
        ("Павла Павловича Бозтаева", [("Павла Павловича Бозтаева", 3)]),
        ("Айна Бозтаева; Бозтаева", []),
        ("Азамат. Сериков", [("Сериков", 2)]),
        ("Рузахунов\nВикрам", [("Рузахунов", 1)]),
        ("", []),
    ],
)
def test_a_person_is_found_in_every_form_and_nobody_else(text: str, expected: list[tuple[str, int]]) -> None:
    assert found(text) == expected
