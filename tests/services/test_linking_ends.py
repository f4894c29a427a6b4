"""Links between any two records: their sentence, their place, both ends, and their removal."""

from __future__ import annotations

import pytest

from evidence_app.domain.deadline import Deadline
from evidence_app.domain.errors import BadInput, Refused
from evidence_app.domain.event import Event
from evidence_app.domain.localised import Localised
from evidence_app.domain.mark import Mark
from evidence_app.domain.media import Media
from evidence_app.domain.person import Person, PersonName
from evidence_app.domain.record import Record
from evidence_app.services import details, evidence, linking, marks, people, records, searching
from evidence_app.services.forms import candidates
from evidence_app.services.linking import End, Link
from evidence_app.services.searching import Target
from evidence_app.services.workspace import Workspace


@pytest.fixture
def held(case: Workspace) -> dict[str, Record]:
    """A person, two exhibits and an event."""
    return {
        "person": people.add(case, Person(), PersonName(full="Ермек Асанов")),
        "video": records.add(case, Media(title=Localised.of("Видео", "ru"))),
        "letter": records.add(case, Media(title=Localised.of("Письмо", "ru"))),
        "event": records.add(case, Event(title=Localised.of("Задержание", "ru"))),
    }


def ends(ws: Workspace, held: dict[str, Record], first: str, second: str) -> tuple[End, End]:
    """Return two records as ends."""
    one, two = held[first], held[second]
    return linking.end(ws, one.noun, one.id), linking.end(ws, two.noun, two.id)


@pytest.mark.parametrize(
    ("first", "second", "relation", "anchor", "said"),
    [
        ("person", "video", "DEPICTS", "00:41-00:47", "P-001 is depicted in E-001 from 00:41 to 00:47."),
        ("video", "person", "DEPICTS", "", "E-001 depicts P-001."),
        ("event", "letter", "SUPPORTS", "стр. 2", "N-001 is supported by E-002 at p. 2."),
        ("letter", "event", "CONTRADICTS", "p. 2 - 4", "E-002 differs from N-001 from p. 2 to 4."),
        ("letter", "video", "ANNEX", "", "E-002 is an annex to E-001."),
    ],
)
def test_the_sentence_says_what_will_be_true_and_both_ends_show_it(
    case: Workspace, held: dict[str, Record], first: str, second: str, relation: str, anchor: str, said: str
) -> None:
    link = Link(*ends(case, held, first, second), relation, anchor)
    assert linking.sentence(link) == said
    mark = linking.make(case, link)
    for name in (first, second):
        shown = details.of(case, held[name].noun, held[name].id)
        assert shown is not None
        assert [row for section in shown.sections for row in section.rows if row.mark == mark.id]
        listed = evidence.of(case, held[name].noun, held[name].id)
        assert [row for section in listed for row in section.rows if row.mark == mark.id]


@pytest.mark.parametrize("anchor", ["somewhere", "00:47–00:41", "p. 2 – 00:41", "00:41–00:42–00:43", "¶0x"])
def test_a_place_that_is_none_is_refused(case: Workspace, held: dict[str, Record], anchor: str) -> None:
    with pytest.raises(BadInput):
        linking.make(case, Link(*ends(case, held, "person", "video"), "DEPICTS", anchor))
    assert case.records.count(Mark) == 0


def test_two_people_are_not_linked_without_evidence(case: Workspace, held: dict[str, Record]) -> None:
    person, event = ends(case, held, "person", "event")
    with pytest.raises(Refused):
        linking.make(case, Link(person, event, "SUPPORTS"))


def test_a_record_is_not_linked_to_itself(case: Workspace, held: dict[str, Record]) -> None:
    with pytest.raises(Refused):
        linking.make(case, Link(*ends(case, held, "video", "video"), "ANNEX"))


def test_a_range_of_time_leads_to_its_start_and_one_of_pages_to_the_exhibit(
    case: Workspace, held: dict[str, Record]
) -> None:
    for anchor in ("0:41–0:47", "p. 2–3"):
        linking.make(case, Link(*ends(case, held, "person", "video"), "DEPICTS", anchor))
    shown = details.person(case, held["person"].id)
    assert shown is not None
    rows = {row.label: row.target for section in shown.sections for row in section.rows if row.mark}
    assert rows == {"E-001 00:41–00:47  Видео": "E-001 00:41–00:47", "E-001 p. 2–3  Видео": "E-001"}
    assert searching.locate(case, "E-001 00:41–00:47") == Target("media", held["video"].id, "00:41")
    assert [one.locator for one in candidates.find(case, "item", "е-1 0:41-0:47")] == ["00:41–00:47"]


def test_a_citation_finds_its_record_and_keeps_its_place(case: Workspace, held: dict[str, Record]) -> None:
    assert linking.end_of(case, "е-1 0:41") == End("media", held["video"].id, "E-001", "Видео", "00:41")
    found = linking.find(case, "E-001 00:41–00:47")
    assert (found[0].code, found[0].anchor) == ("E-001", "00:41–00:47")
    assert linking.end_of(case, "E-999") is None
    assert [end.code for end in linking.find(case, "Ерме")] == ["P-001"]


def test_a_link_removed_leaves_both_ends_and_stays_in_the_history(case: Workspace, held: dict[str, Record]) -> None:
    mark = linking.make(case, Link(*ends(case, held, "person", "video"), "DEPICTS"))
    gone = linking.remove(case, mark, "не он")
    assert gone.voided == "не он"
    for name in ("person", "video"):
        assert evidence.of(case, held[name].noun, held[name].id) == ()


def test_what_is_linked_to_a_voided_exhibit_is_not_shown(case: Workspace, held: dict[str, Record]) -> None:
    linking.make(case, Link(*ends(case, held, "person", "video"), "DEPICTS"))
    records.void(case, held["video"], "Entered twice")
    assert evidence.of(case, "person", held["person"].id) == ()


def test_what_no_exhibit_bears_on_is_refused_and_its_number_never_read_as_that_of_an_exhibit(
    case: Workspace, held: dict[str, Record]
) -> None:
    due = records.add(case, Deadline(title=Localised.of("Жалоба", "ru")))
    with pytest.raises(Refused, match="only people, events, places, proceedings and exhibits"):
        linking.end(case, "deadline", due.id)
    with pytest.raises(Refused):
        marks.link(case, held["video"], due, stance="SUPPORTS")
    assert case.records.count(Mark) == 0
    assert marks.link(case, held["video"], held["letter"], stance="SUPPORTS").target == held["letter"].id
