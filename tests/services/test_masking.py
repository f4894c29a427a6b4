"""Codes in the place of names."""

from __future__ import annotations

import random

import pytest

from evidence_app.domain.assertion import Assertion
from evidence_app.domain.localised import Localised
from evidence_app.domain.person import Person, PersonName
from evidence_app.services import people
from evidence_app.services.masking import Learning, Mask, learned
from evidence_app.services.progress import GaveWay
from evidence_app.services.workspace import Workspace


@pytest.fixture
def mask(case: Workspace) -> Mask:
    """A case with two persons, one of them under two names."""
    with case.act("person.added") as act:
        first, second = act.add(Person()), act.add(Person())
        act.add(PersonName(person=first.id, full="Арсен Болотов", family="Болотов", given="Арсен"))
        act.add(PersonName(person=first.id, full="Тимур"))
        act.add(PersonName(person=second.id, full="Руслан Ахметов", family="Ахметов", given="Руслан"))
    return learned(case)


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


def _mask(case: Workspace, *named: tuple[Person, PersonName]) -> Mask:
    """Return the mask of a case with these persons."""
    for person, name in named:
        people.add(case, person, name)
    return learned(case)


AIGUL = PersonName(full="Сәрсенова Айгүл Маратқызы", family="Сәрсенова", given="Айгүл", patronymic="Маратқызы")


@pytest.mark.parametrize(
    "said",
    [
        *("Айгүл", "айгүл", "Айгуль", "Aigul", "АЙГҮЛ", "Айгүлге", "Маратқызы"),  # a lone given name, a patronymic
        *("Айгүлжан", "Гуля", "Гулю", "Айгулька"),  # what she is called
        *("Сәрсенова А.", "А. М. Сәрсенова", "A. Sarsenova", "Ä. Särsenova", "Ž. Sarsenova"),
    ],
)
def test_one_word_of_a_name_is_enough(case: Workspace, said: str):
    assert _mask(case, (Person(), AIGUL)).words(f"{said}: да") == "P-001: да"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (PersonName(full="Ли Вера", family="Ли", given="Вера"), "Ли"),
        (PersonName(full="Ли Вера", family="Ли", given="Вера"), "В. Ли"),
        (PersonName(full="Ким Дмитрий"), "Диму"),
        (PersonName(full="Oʻrinov Gʻayrat", family="Oʻrinov", given="Gʻayrat"), "Gʻ. Oʻrinov"),
        (PersonName(full="სააკაშვილი გიორგი", family="სააკაშვილი", given="გიორგი"), "გ. სააკაშვილი"),
        (PersonName(full="ساتىبالدى ەرجان", family="ساتىبالدى", given="ەرجان"), "ەرجان"),
    ],
)
def test_short_names_diminutives_and_initials_of_any_script_are_known(case: Workspace, name: PersonName, said: str):
    assert _mask(case, (Person(), name)).words(said) == "P-001"


def test_words_that_describe_somebody_unnamed_stay(case: Workspace):
    mask = _mask(
        case, (Person(), PersonName(full="человек в чёрном")), (Person(), PersonName(full="Сотрудник полиции"))
    )
    for said in ("человек пришёл в чёрном костюме", "Чёрном", "сотрудник полиции"):
        assert mask.words(said) == said


def test_a_name_that_several_bear_is_given_to_none_of_them(case: Workspace):
    bearers = [(Person(), PersonName(full=f"{family} Айгүл", given="Айгүл")) for family in ("Ахметова", "Болатова")]
    mask = _mask(case, *bearers)
    assert mask.words("Айгүл пришла") == "P-001/P-002 пришла"
    assert mask.words("Айгүл Болатова пришла") == "P-002 пришла"


def test_contacts_and_document_numbers_are_left_out_however_they_are_set(case: Workspace):
    person = Person(contacts=("+7 701 555 12 34", "ул. Абая 15, кв. 3", "@aigul_s"), documents=("N 01234567",))
    held = people.add(case, person, AIGUL)
    with case.act("fact.asserted") as act:  # as older versions recorded what a source says of a contact
        act.add(Assertion(subject=held.uid, field="contacts", value=Localised.of("+7 705 999 88 77", "zxx")))
    mask = learned(case)
    for said in (
        "87015551234",
        "Ул. Абая 15, кв. 3",
        "İ. Ул. Абая 15, кв. 3; ул. Абая 15, кв. 3",
        "@Aigul_S",
        "N 0123-4567",
        "8 705 999-88-77",
    ):
        assert mask.words(f"так: {said}!").startswith("так: "), said
        assert not any(part in mask.words(f"так: {said}!") for part in ("555", "Абая", "Aigul", "4567", "999")), said


_FAMILIES = ("Сәрсенова", "Болотов", "Ахметов", "Ёлкина", "Қасымов", "Иманбек уулу")
_GIVEN = ("Айгүл", "Арсен", "Руслан", "Елена", "Марат", "Ильяс", "Гульмира")


def test_a_mask_that_was_made_in_slices_hides_what_one_made_at_once_hides(case: Workspace) -> None:
    chance, written = random.Random(7), []
    with case.act("case.synthesised") as act:
        for number in range(240):
            person = act.add(Person(kind="GROUP" if number % 50 == 0 else "INDIVIDUAL")).id
            family, given = chance.choice(_FAMILIES), f"{chance.choice(_GIVEN)}{chance.choice(('', 'жан', 'бек'))}"
            parts = {"family": family, "given": given} if number % 2 else {}
            act.add(PersonName(person=person, full=f"{family} {given}", **parts))
            written += [
                f"{family} {given}",
                f"{given[0]}. {family}",
                given.lower(),
                family.upper(),
                f"@{given}_{family}",
            ]
    at_once, in_slices = learned(case), Learning()
    turns = iter([False, True] * 500)
    found: Mask | None = None
    while found is None:
        try:
            with case.giving_way(lambda: next(turns, False)):
                found = in_slices(case)
        except GaveWay:
            continue
    texts = [*written, *(f"{one} и {chance.choice(written)}, {chance.choice(written)} у ворот" for one in written)]
    assert [found.words(text) for text in texts] == [at_once.words(text) for text in texts]
    assert sum("P-" in at_once.words(text) or "…" in at_once.words(text) for text in texts) > len(texts) // 2
