"""Own values, mandates and remedies in a dossier: each in its place, and nothing of whoever is held back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from evidence_app.domain.errors import ReleaseRefused
from evidence_app.domain.event import Event, Involvement
from evidence_app.domain.filing import Filing
from evidence_app.domain.localised import Localised
from evidence_app.domain.mandate import Mandate
from evidence_app.domain.media import Media
from evidence_app.domain.partial_date import PartialDate
from evidence_app.domain.person import Person, PersonName
from evidence_app.domain.proceeding import Proceeding
from evidence_app.domain.record import Record
from evidence_app.domain.testimony import Testimony
from evidence_app.dossier import press
from evidence_app.dossier.manuscript import Manuscript
from evidence_app.dossier.message import to_message
from evidence_app.services import dossiers, exhaustion, own_fields, people, records
from evidence_app.services.release import Gate
from evidence_app.services.workspace import Workspace
from tests.dossier import readback

READERS = ("COURT", "INTERNATIONAL", "PUBLIC")
SECRET = "Тайная Айгерим"


def ru(text: str) -> Localised:
    """Return a Russian text."""
    return Localised.of(text, "ru")


def somebody(case: Workspace, full: str, protection: str = "P0", **fields: object) -> Person:
    """Record somebody of whom a court may speak."""
    person = Person(**({"basis": "OFFICIAL", "confidentiality": "C0", "protection": protection} | fields))
    return people.add(case, person, PersonName(full=full))


def hold(case: Workspace, record: Record, value: str, kind: str = "TEXT", name: str = "Примета") -> None:
    """Let an own field of a record hold something."""
    known = next((one for one in own_fields.of(case, record.noun) if one.name.best("ru") == name), None)
    field = known or own_fields.add(case, ru(name), record.noun, kind)
    own_fields.set_value(case, record, field, value)


def compiled(case: Workspace, tmp_path: Path, reader: str = "COURT") -> Manuscript:
    """Return what would be printed for a reader, in Russian."""
    return dossiers.prepare(case, tmp_path / "none.pdf", reader=reader, language="ru").manuscript


def said(case: Workspace, tmp_path: Path, reader: str = "COURT") -> str:
    """Return all of it as one text."""
    return str(to_message(compiled(case, tmp_path, reader))[0])


def test_own_values_stand_with_their_records(case: Workspace, tmp_path: Path) -> None:
    officer = somebody(case, "Ким Сергей")
    with case.act("case.filled") as act:
        event = act.add(Event(title=ru("Обыск"), confidentiality="C0"))
        step = act.add(Proceeding(title=ru("Дело"), confidentiality="C0"))
        spoken = Testimony(speaker=officer.id, language="ru")
        items = [
            act.add(made.but(title=ru("Вещь"), confidentiality="C0"))
            for made in (Media(kind="PHOTO"), Filing(kind="OFFICIAL"), spoken)
        ]
    for number, record in enumerate((officer, event, step, *items)):
        hold(case, record, f"значение №{number}")
    hold(case, items[0], "2022-01-07", "WHEN", "Снято")
    hold(case, items[0], "1.5", "NUMBER", "Вес")
    hold(case, items[0], officer.code, "PERSON", "Снимал")
    for reader in ("TEAM", "COURT", "INTERNATIONAL"):
        found = compiled(case, tmp_path, reader)
        assert "Примета: значение №0" in found.groups[0].persons[0].description
        assert found.chronology[0].notes == ("Примета: значение №1",)
        assert found.proceedings[0].notes == ("Примета: значение №2",)
        assert {"Примета: значение №5"} <= set(found.testimonies[0].notes)
        told = {fact.topic: fact.text for fact in found.exhibits[0].facts}
        assert told == {
            "Примета": "значение №3", "Снято": "7 января 2022 года", "Вес": "1,5", "Снимал": "Ким Сергей"
        }  # fmt: skip
        pages = " ".join("".join(readback.texts(press.render(found))).split())
        assert all(f"значение №{number}" in pages.replace("№ ", "№") for number in range(6)), pages
    assert "значение" not in said(case, tmp_path, "PUBLIC")
    records.void(case, own_fields.of(case, "person")[0], "не нужно")
    assert "значение №0" not in said(case, tmp_path)


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("protection", ["P2", "P3", "P4"])
def test_own_values_tell_nothing_of_somebody_who_is_not_named(
    case: Workspace, tmp_path: Path, reader: str, protection: str
) -> None:
    hidden = somebody(case, SECRET, protection)
    hold(case, hidden, "удостоверение 047 112 559")
    with case.act("case.filled") as act:
        event = act.add(Event(title=ru("Обыск"), account=ru("Номер 047112559 переписали"), confidentiality="C0"))
        act.add(Involvement(person=hidden.id, event=event.id, role="VICTIM"))
        open_item = act.add(Media(kind="PHOTO", title=ru("Снимок"), confidentiality="C0"))
        of_hidden = act.add(Media(kind="PHOTO", title=ru("Снимок"), source_person=hidden.id, confidentiality="C0"))
    hold(case, event, "в доме на Абая")
    hold(case, open_item, f"передала {SECRET}")
    hold(case, open_item, hidden.code, "PERSON", "Автор")
    hold(case, of_hidden, "снято в доме на Абая")
    text = said(case, tmp_path, reader)
    assert "047112559" not in text.replace(" ", "").replace("\u00a0", "")
    assert "Айгерим" not in text
    if protection != "P2":
        assert "Абая" not in text
    assert Gate(case, reader, "ru").leaks(["выдано: 047112559"]) == [hidden.code]
    topics = {fact.topic for exhibit in compiled(case, tmp_path, reader).exhibits for fact in exhibit.facts}
    assert ("Автор" in topics) == (protection != "P4" and reader != "PUBLIC")


def mandated(case: Workspace, client: Person, lawyer: Person, **fields: object) -> Mandate:
    """Record who represents whom."""
    scope = ru(f"защита {SECRET} в суде")
    given = {"scope": scope, "begins": PartialDate.parse("2024-03-05"), "confidentiality": "C0"}
    return records.add(case, Mandate(client=client.id, lawyer=lawyer.id, **(given | fields)))


def test_who_represents_whom_stands_after_the_persons(case: Workspace, tmp_path: Path) -> None:
    client, lawyer = somebody(case, "Ким Сергей"), somebody(case, "Адвокатова Анна")
    power = records.add(case, Filing(kind="OFFICIAL", title=ru("Доверенность"), confidentiality="C0"))
    mandated(case, client, lawyer, power=power.id)
    mandated(case, client, lawyer, ends=PartialDate.parse("2024-12-31"))
    lasting, over = compiled(case, tmp_path).representations
    assert (lasting.client.label, lasting.lawyer.label) == ("Ким Сергей", "Адвокатова Анна")
    assert lasting.period == "5 марта 2024 года – …"
    assert [ref.label for ref in lasting.refs] == [power.code]
    assert (lasting.state, over.state) == ("действует", "прекращено")
    pages = " ".join("".join(readback.texts(press.render(compiled(case, tmp_path)))).split())
    assert "5 марта 2024 года – …" in pages


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(("protection", "shown"), [("P2", 1), ("P3", 1), ("P4", 0)])
def test_a_mandate_names_nobody_who_may_not_be(
    case: Workspace, tmp_path: Path, reader: str, protection: str, shown: int
) -> None:
    hidden, lawyer = somebody(case, SECRET, protection), somebody(case, "Адвокатова Анна")
    mandated(case, hidden, lawyer)
    mandated(case, lawyer, hidden)
    found = compiled(case, tmp_path, reader)
    assert len(found.representations) == 2 * shown
    assert "Айгерим" not in str(found)
    assert not any("5 марта" in one.period for one in found.representations) or protection != "P3"


def test_a_mandate_stays_with_its_proceeding_and_cites_no_paper_held_back(case: Workspace, tmp_path: Path) -> None:
    client, lawyer = somebody(case, "Ким Сергей"), somebody(case, "Адвокатова Анна")
    closed = records.add(case, Proceeding(title=ru("Закрытое"), confidentiality="C4"))
    paper = records.add(case, Filing(kind="OFFICIAL", title=ru("Договор"), privilege="ADVOCATE", confidentiality="C0"))
    for fields in ({"proceeding": closed.id}, {"power": paper.id}, {"confidentiality": "C2"}):
        mandated(case, client, lawyer, **fields)
    [told] = compiled(case, tmp_path).representations
    assert [(ref.label, ref.anchor) for ref in told.refs] == [("не включено", "")]
    assert len(compiled(case, tmp_path, "TEAM").representations) == 2


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(("protection", "shown"), [("P0", 1), ("P2", 1), ("P3", 1), ("P4", 0)])
def test_remedies_stand_with_the_proceedings_person_by_person(
    case: Workspace, tmp_path: Path, reader: str, protection: str, shown: int
) -> None:
    victim = somebody(case, SECRET, protection, recognised_victim=True)
    facts = {"ended": PartialDate.parse("2025-06-10"), "grounds": ru("Айгерим отказали"), "confidentiality": "C0"}
    exhaustion.set_state(case, victim.id, "APPEAL", "EXHAUSTED", **facts)
    exhaustion.set_state(case, victim.id, "CASSATION", "PENDING", confidentiality="C4")
    found = compiled(case, tmp_path, reader)
    assert [one.remedy for one in found.remedies] == ["Апелляция"] * shown
    if protection in {"P2", "P3", "P4"}:
        assert "Айгерим" not in str(found)
    for one in found.remedies:
        assert one.ended == ("июнь 2025 года" if protection == "P3" else "10 июня 2025 года")
        assert one.remedy in "".join(readback.texts(press.render(found)))


def test_a_name_in_an_own_field_a_mandate_or_a_remedy_stops_the_finished_file(case: Workspace, tmp_path: Path) -> None:
    somebody(case, SECRET, "P2")
    client, lawyer = somebody(case, "Ким Сергей"), somebody(case, "Адвокатова Анна")
    mandated(case, client, lawyer)
    exhaustion.set_state(case, client.id, "APPEAL", "EXHAUSTED")
    step = records.add(case, Proceeding(title=ru("Дело"), confidentiality="C0"))
    hold(case, step, "примета")
    out = tmp_path / "d.pdf"
    prepared = dossiers.prepare(case, out, reader="COURT", language="ru")
    made = prepared.manuscript
    for spoiled in (
        replace(made, proceedings=(replace(made.proceedings[0], notes=(f"Примета: {SECRET}",)),)),
        replace(made, representations=(replace(made.representations[0], scope=SECRET),)),
        replace(made, remedies=(replace(made.remedies[0], grounds=SECRET),)),
    ):
        let_by = replace(prepared, manuscript=spoiled)
        with pytest.raises(ReleaseRefused):
            dossiers.finish(case, let_by, out, dossiers.print_(let_by))
        assert not out.exists()
