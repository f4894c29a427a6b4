"""A case extends the vocabularies: its own terms are offered, kept, said and retired like those of the program."""

from __future__ import annotations

from pathlib import Path

import pytest

from evidence_app.domain import vocabulary
from evidence_app.domain.errors import BadInput
from evidence_app.domain.event import Event
from evidence_app.domain.localised import Localised
from evidence_app.domain.own_term import OwnTerm
from evidence_app.domain.record import fields
from evidence_app.keys.derivation import Profile
from evidence_app.services import cases, events, own_terms, records, verifying
from evidence_app.services.forms import choices
from evidence_app.services.undoing import Undoing
from evidence_app.services.workspace import Workspace

COLD = Localised(tuple({"ru": "Содержание на холоде", "en": "Kept in the cold"}.items()))


@pytest.fixture
def cold(case: Workspace) -> OwnTerm:
    """An act that the program does not know."""
    return own_terms.add(case, "act_type", COLD)


def offered(of_list: str) -> list[str]:
    """Return the codes that a list offers."""
    return [term.code for term in vocabulary.terms(of_list)]


def test_an_own_term_is_offered_last_and_said_in_the_language_spoken(case: Workspace, cold: OwnTerm):
    field = next(field for field in fields(Event) if field.name == "acts")
    last = choices.of(field, Event(title=Localised.of("x", "en")))[-1]
    assert (last.code, last.label) == (cold.key, "Kept in the cold")
    assert vocabulary.label("act_type", cold.key, "ru") == "Содержание на холоде"
    assert vocabulary.label("act_type", cold.key, "kk") == "Kept in the cold"  # no Kazakh yet: English before a code


def test_a_record_holds_an_own_term_and_no_code_that_is_none(case: Workspace, cold: OwnTerm):
    made = events.add(case, Event(title=Localised.of("Ночь", "ru"), acts=("BEAT", cold.key)))
    assert case.records.get(Event, made.id).acts == ("BEAT", cold.key)
    with pytest.raises(BadInput, match="OWN_0000000000"):
        events.add(case, Event(title=Localised.of("x", "en"), acts=("OWN_0000000000",)))


def test_a_retired_term_is_offered_no_more_and_still_said(case: Workspace, cold: OwnTerm):
    event = events.add(case, Event(title=Localised.of("Ночь", "ru"), acts=(cold.key,)))
    records.void(case, cold, "не нужен")
    assert cold.key not in offered("act_type")
    assert vocabulary.label("act_type", cold.key) == "Kept in the cold"
    field = next(field for field in fields(Event) if field.name == "acts")
    held = case.records.get(Event, event.id)
    assert cold.key in [choice.code for choice in choices.of(field, held)]  # else its form could not show it
    assert cold.key not in [choice.code for choice in choices.of(field, Event(title=held.title))]
    with case.act("event.changed") as act:  # a record that holds it can still be changed
        act.change(case.records.get(Event, event.id), acts=(cold.key, "BEAT"))


def test_undo_takes_an_own_term_back(case: Workspace, cold: OwnTerm):
    undoing = Undoing()
    undoing.watch(case)
    later = own_terms.add(case, "act_type", Localised.of("Стояние у стены", "ru"))
    assert undoing.undo(case) is not None
    assert (cold.key in offered("act_type"), later.key in offered("act_type")) == (True, False)


def test_own_terms_are_known_while_their_case_is_open(folder: Path, passphrase: str, quick: Profile):
    with cases.create(folder, "Дело", passphrase, profile=quick) as ws:
        term = own_terms.add(ws, "role_event", Localised.of("Переводчик у входа", "ru"))
    assert term.key not in offered("role_event")
    for read_only in (False, True):
        with cases.open_case(folder, passphrase, read_only=read_only) as ws:
            assert term.key in offered("role_event")
            assert verifying.check(ws).is_intact
    assert term.key not in offered("role_event")


@pytest.mark.parametrize("name", ["beating, KICKING, punching", "Избиение (руками, ногами)", "kept in the COLD"])
def test_a_list_holds_each_term_once(case: Workspace, cold: OwnTerm, name: str):
    with pytest.raises(BadInput, match="already"):
        own_terms.add(case, "act_type", Localised.of(name, "en"))


def test_a_list_that_the_program_reckons_with_stays_as_it_is(case: Workspace):
    with pytest.raises(BadInput):
        own_terms.add(case, "protection", Localised.of("P9", "en"))


def test_an_own_term_is_renamed_wherever_it_is_said(case: Workspace, cold: OwnTerm):
    own_terms.retitle(case, cold, Localised.of("Cold cell", "en"))
    assert vocabulary.label("act_type", cold.key) == "Cold cell"


@pytest.mark.parametrize("of_list", own_terms.LISTS)
def test_every_list_that_may_be_extended_is_a_list(of_list: str):
    assert vocabulary.terms(of_list)
