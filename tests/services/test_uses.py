"""Where a record is used before it is voided, and what voiding leaves alone."""

from __future__ import annotations

from evidence_app.domain.dossier import Dossier
from evidence_app.domain.event import Event, Involvement
from evidence_app.domain.localised import Localised
from evidence_app.domain.media import Media
from evidence_app.domain.person import Person, PersonName
from evidence_app.domain.place import Place
from evidence_app.services import events, marks, naming, people, records, uses
from evidence_app.services.workspace import Workspace


def test_every_use_is_told_and_counted(case: Workspace) -> None:
    person = people.add(case, Person(), PersonName(full="Ермек Асанов"))
    video = records.add(case, Media(title=Localised.of("Видео", "ru")))
    event = records.add(case, Event(title=Localised.of("Задержание", "ru")))
    events.involve(case, event, person, Involvement(role="VICTIM", source=video.id))
    marks.link(case, video, person, locator="00:41", stance="SUPPORTS")
    marks.link(case, video, event, stance="SUPPORTS")
    people.add_name(case, person, PersonName(full="Ермек А.", source=video.id))
    with case.act("dossier.exported") as act:
        act.add(Dossier(title=Localised.of("Дело", "ru")))
        act.export(dossier="D-01", records=[video.uid])
    found = uses.uses(case, video)
    assert uses.in_words(found) == "1 dossier, 2 links, source of 2 entries"
    assert [(use.kind, use.code) for use in found] == [
        ("dossier", "D-01"),
        ("link", "N-001"),
        ("link", "P-001"),
        ("source", "P-001"),
        ("source", "P-001"),
    ]
    assert uses.in_words(uses.uses(case, person)) == "1 link, 1 part taken"


def test_what_belongs_to_a_record_is_no_use_of_it(case: Workspace) -> None:
    person = people.add(case, Person(), PersonName(full="Ермек Асанов"))
    assert uses.uses(case, person) == []
    assert uses.in_words([]) == ""


def test_a_place_names_what_lies_in_it(case: Workspace) -> None:
    village = records.add(case, Place(name=Localised.of("Село", "ru")))
    records.add(case, Place(name=Localised.of("Двор", "ru"), parent=village.id))
    assert [(use.kind, use.title) for use in uses.uses(case, village)] == [("child", "Двор")]


def test_what_is_inside_a_voided_record_stays_as_it_is(case: Workspace) -> None:
    person = people.add(case, Person(), PersonName(full="Ермек Асанов"))
    gone = records.void(case, person, "Entered twice")
    assert case.records.find(PersonName, person=person.id)[0].voided is None
    records.restore(case, gone)
    assert naming.label(case.records, case.records.get(Person, person.id)) == "Ермек Асанов"
