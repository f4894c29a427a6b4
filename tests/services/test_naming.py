"""What a person is called: by the preferred name, which no other spelling changes by being added."""

from __future__ import annotations

import pytest

from evidence_app.domain.person import Person, PersonName
from evidence_app.services import details, listing, naming, people
from evidence_app.services.forms import writing
from evidence_app.services.workspace import Workspace
from evidence_app.system import words


def called(case: Workspace, person: Person, language: str) -> set[str]:
    """Return what lists, details and labels call a person in a window of a language."""
    with words.speaking(language):
        (row,) = listing.people(case)
        known = details.person(case, person.id)
        assert known is not None
        return {row.name, known.title, naming.label(case.records, person)}


@pytest.mark.parametrize("kind", ["LEGAL", "TRANSLIT", "ALIAS", "DOCUMENT"])
def test_a_spelling_in_another_script_renames_nobody(case: Workspace, kind: str) -> None:
    person = people.add(case, Person(), PersonName(full="Азамат Ералиев"))
    writing.add(case, "person_name", person=person.id, full="Azamat Yeraliyev", kind=kind)
    assert [called(case, person, language) for language in words.LANGUAGES] == [{"Азамат Ералиев"}] * 3


def test_who_prefers_a_name_in_each_script_has_each_language_show_its_own(case: Workspace) -> None:
    person = people.add(case, Person(), PersonName(full="Азамат Ералиев"))
    writing.add(case, "person_name", person=person.id, full="Azamat Yeraliyev", kind="TRANSLIT", preferred=True)
    assert called(case, person, "en") == {"Azamat Yeraliyev"}
    assert called(case, person, "ru") == called(case, person, "kk") == {"Азамат Ералиев"}


def test_a_document_is_written_in_the_letters_of_its_language(case: Workspace) -> None:
    person = people.add(case, Person(), PersonName(full="Азамат Ералиев"))
    writing.add(case, "person_name", person=person.id, full="Azamat Yeraliyev", kind="TRANSLIT")
    assert naming.label(case.records, person, "en") == "Azamat Yeraliyev"
    assert naming.label(case.records, person, "ru") == "Азамат Ералиев"
