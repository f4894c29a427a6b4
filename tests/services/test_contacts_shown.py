"""What is hidden until asked for leaves a line in the journal, without what it holds."""

from __future__ import annotations

import pytest

from evidence_app.domain.errors import Refused, WrongPassphrase
from evidence_app.domain.person import Person, PersonName
from evidence_app.services import contacts_shown, history, people, telling
from evidence_app.services.workspace import Workspace

NUMBER = "+7 701 111 22 33"


def test_each_reveal_is_logged_with_account_person_and_field(case: Workspace, passphrase: str) -> None:
    person = people.add(case, Person(contacts=(NUMBER,)), PersonName(full="Аскар"))
    for _round in range(2):
        assert contacts_shown.reveal(case, "person", person.id, "contacts", passphrase) == (NUMBER,)
    shown = [line for line in history.lines(case) if line.op == "person.contact_revealed"]
    assert [(line.obj, line.actor) for line in shown] == [(person.uid, case.keyring.key_id)] * 2
    assert all(line.parts[0] is not None and "contacts" in str(line.parts[0]) for line in shown)
    assert NUMBER not in str(shown)


def test_a_wrong_passphrase_shows_nothing_and_is_logged(case: Workspace) -> None:
    person = people.add(case, Person(contacts=(NUMBER,)), PersonName(full="Аскар"))
    with pytest.raises(WrongPassphrase):
        contacts_shown.reveal(case, "person", person.id, "contacts", "not this one")
    line = list(history.lines(case))[-1]
    assert (line.op, line.obj) == ("person.reveal_refused", person.uid)
    assert telling.says(case, line) == f"What is hidden of {person.code} was not shown: wrong passphrase"
    assert "not this one" not in str(line)


def test_a_field_that_is_not_hidden_is_not_revealed(case: Workspace, passphrase: str) -> None:
    person = people.add(case, Person(), PersonName(full="Аскар"))
    with pytest.raises(Refused):
        contacts_shown.reveal(case, "person", person.id, "notes", passphrase)
    assert "person.contact_revealed" not in [line.op for line in history.lines(case)]
