"""The numbers on the cover are those that the sections hold, whoever reads."""

from __future__ import annotations

from pathlib import Path

import pytest

from evidence_app.domain import vocabulary
from evidence_app.domain.event import Involvement
from evidence_app.domain.filing import Filing
from evidence_app.domain.localised import Localised
from evidence_app.domain.media import Media
from evidence_app.domain.person import Person, PersonName
from evidence_app.domain.proceeding import Proceeding
from evidence_app.domain.release import READERS
from evidence_app.domain.testimony import Testimony
from evidence_app.dossier import press
from evidence_app.services import dossiers, people
from evidence_app.services.workspace import Workspace
from evidence_app.system import words
from tests.dossier import readback

KEPT = ("C0", "C1", "C2", "C3")


@pytest.fixture
def mixed(case: Workspace) -> Workspace:
    """A case with victims, convicted, testimonies, media and filings at every level, some people without a name."""
    with case.act("case.filled") as act:
        step = act.add(Proceeding(title=Localised.of("Дело", "ru"), confidentiality="C0"))
    for number, level in enumerate(KEPT * 3):
        victim = Person(basis="OFFICIAL", recognised_victim=number % 3 != 0, confidentiality=level)
        victim = people.add(case, victim, *([PersonName(full=f"Потерпевший{number}ов Ким")] if number < 6 else []))
        officer = Person(basis="OFFICIAL", confidentiality=level)
        officer = people.add(case, officer, PersonName(full=f"Осуждён{number}ов"))
        with case.act("case.filled") as act:
            act.add(Involvement(person=victim.id, proceeding=step.id, role="VICTIM"))
            for _twice in range(2):
                act.add(Involvement(person=officer.id, proceeding=step.id, role="CONVICTED", outcome="CONVICTED"))
            for item in (Media(kind="PHOTO"), Filing(kind="OFFICIAL"), Testimony(speaker=victim.id, language="ru")):
                act.add(item.but(title=Localised.of("Вещь", "ru"), confidentiality=level))
    return case


@pytest.mark.parametrize("reader", READERS)
def test_each_number_on_the_cover_is_what_its_section_holds(mixed: Workspace, tmp_path: Path, reader: str) -> None:
    manuscript = dossiers.prepare(mixed, tmp_path / "none.pdf", reader=reader, language="en").manuscript
    with words.speaking("en"):
        verdict = vocabulary.label("outcome", "CONVICTED")
        recognised = vocabulary.label("role_proc", "VICTIM")
    victims = [person for group in manuscript.groups for person in group.persons if person.recognised]
    assert all(recognised in person.description[0] for person in victims if person.count == person.recognised)
    held = (
        sum(person.recognised for person in victims),
        len({one.person for one in manuscript.outcomes if one.finding == verdict}),
        len(manuscript.testimonies),
        len(manuscript.exhibits),
    )
    units = ("victim", "convicted", "testimon", "exhibit")
    assert all(unit in figure.caption for unit, figure in zip(units, manuscript.figures, strict=True))
    assert tuple(int(figure.value) for figure in manuscript.figures) == held
    assert all(held)
    pages = readback.texts(press.render(manuscript))
    assert all(str(figure.value) in pages[0] for figure in manuscript.figures)


def test_exhibits_on_the_cover_are_as_many_as_the_list_has_lines(mixed: Workspace, tmp_path: Path) -> None:
    pdf = press.render(dossiers.prepare(mixed, tmp_path / "none.pdf", reader="COURT", language="ru").manuscript)
    cover, contents, *_more = readback.texts(pdf)
    assert "12" in cover.split()
    listed = contents.partition("Перечень приложений")[2]
    assert listed.count("E-0") + listed.count("F-0") == 12


def test_a_role_has_as_many_persons_as_its_heading_says(mixed: Workspace, tmp_path: Path) -> None:
    manuscript = dossiers.prepare(mixed, tmp_path / "none.pdf", reader="TEAM", language="en").manuscript
    body = " ".join(readback.texts(press.render(manuscript)))
    for group in manuscript.groups:
        assert f"{group.role} · {sum(person.count for person in group.persons)}" in body.replace("\u00a0", " ")
