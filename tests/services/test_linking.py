"""Who did what to whom, when, where, and how we know: events, places, proceedings, filings and marks together."""

from __future__ import annotations

import pytest

from evidence_app.domain import testimony as spoken
from evidence_app.domain.errors import BadInput
from evidence_app.domain.event import Event, Involvement
from evidence_app.domain.filing import Filing
from evidence_app.domain.localised import Localised
from evidence_app.domain.partial_date import PartialDate
from evidence_app.domain.person import Person, PersonName
from evidence_app.domain.place import Place
from evidence_app.domain.proceeding import Proceeding
from evidence_app.services import (
    details,
    events,
    filings,
    listing,
    marks,
    people,
    places,
    proceedings,
    records,
    searching,
    testimonies,
)
from evidence_app.services.workspace import Workspace


@pytest.fixture
def beating(case: Workspace) -> Event:
    """Return an act in a place, with nobody in it yet."""
    village = places.add(case, Place(name=Localised.of("Құмтөбе", "kk")))
    yard = places.add(case, Place(name=Localised.of("Двор", "ru"), parent=village.id))
    assert places.inside(case, village) == [yard]
    return events.add(
        case,
        Event(
            kind="ACT",
            title=Localised.of("Избиение", "ru"),
            happened=PartialDate.parse("2022-01-07~"),
            place=yard.id,
            acts=("BEAT",),
        ),
    )


def test_an_act_without_a_victim_or_a_source_is_named(case: Workspace, beating: Event) -> None:
    assert events.without_victim(case) == [beating]
    assert events.without_source(case) == [beating]
    victim = people.add(case, Person(), PersonName(full="Ермек Асанов"))
    events.involve(case, beating, victim, Involvement(role="VICTIM"))
    said = testimonies.add(
        case,
        spoken.Testimony(language="ru", speaker=victim.id, title=Localised.of("Показания", "ru")),
        [testimonies.Paragraph("Нас били.")],
    )
    marks.link(case, said, beating, stance="SUPPORTS", locator="¶1", quote="Нас били.")
    assert events.without_victim(case) == []
    assert events.without_source(case) == []


def test_a_mark_shows_at_both_ends(case: Workspace, beating: Event) -> None:
    said = testimonies.add(
        case, spoken.Testimony(language="ru", title=Localised.of("Показания", "ru")), [testimonies.Paragraph("…")]
    )
    marks.link(case, said, beating, stance="SUPPORTS", locator="¶1")
    of_event = details.event(case, beating.id)
    of_item = details.item(case, said.id)
    assert of_event is not None
    assert of_item is not None
    assert any("T-001 ¶1" in row.label for section in of_event.sections for row in section.rows)
    assert any(row.target == beating.code for section in of_item.sections for row in section.rows)


def test_a_locator_that_is_no_place_is_refused(case: Workspace, beating: Event) -> None:
    said = testimonies.add(
        case, spoken.Testimony(language="ru", title=Localised.of("Показания", "ru")), [testimonies.Paragraph("…")]
    )
    with pytest.raises(BadInput):
        marks.link(case, said, beating, stance="SUPPORTS", locator="somewhere near the end")


def test_a_role_must_be_of_the_list_that_fits(case: Workspace, beating: Event) -> None:
    person = people.add(case, Person())
    criminal = proceedings.add(case, Proceeding(title=Localised.of("Дело", "ru")))
    with pytest.raises(BadInput):
        events.involve(case, beating, person, Involvement(role="CONVICTED"))
    with pytest.raises(BadInput):
        proceedings.involve(case, criminal, person, Involvement(role="PERP"))
    proceedings.involve(case, criminal, person, Involvement(role="CONVICTED"))
    assert proceedings.decide(case, criminal, "CONVICTED", PartialDate.parse("2025-01-17")).outcome == "CONVICTED"


def test_what_is_voided_leaves_lists_and_search_and_comes_back_with_its_code(case: Workspace) -> None:
    filing = filings.add(case, Filing(title=Localised.of("Жалоба прокурору", "ru")))
    assert [row.code for row in listing.filings(case)] == ["F-001"]
    gone = records.void(case, filing, "entered twice")
    assert listing.filings(case) == []
    assert searching.search(case, "жалоба").hits == ()
    assert searching.locate(case, "F-001") is None
    records.restore(case, gone)
    assert [hit.citation for hit in searching.search(case, "жалоба").hits] == ["F-001"]
    assert filings.add(case, Filing(title=Localised.of("Вторая", "ru"))).code == "F-002"


def test_a_change_can_be_undone(case: Workspace) -> None:
    filing = filings.add(case, Filing(title=Localised.of("Жалоба", "ru")))
    records.change(case, filing, reference_number="1/22")
    changed = case.journal.last()
    assert changed is not None
    case.undo(changed.seq)
    assert case.records.get(Filing, filing.id).reference_number is None  # type: ignore[union-attr]
