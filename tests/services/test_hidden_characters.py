"""Names hidden behind characters that cannot be seen: taken out of texts, and found again in finished pages."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from evidence_app.domain.errors import ReleaseRefused
from evidence_app.domain.person import Person, PersonName
from evidence_app.services import cases, dossiers, people
from evidence_app.services.release import Gate
from evidence_app.services.workspace import Workspace

ARABIC = "سارسينوفا"
HIDDEN = [
    "Сәрсе\u202eнова",
    "Сәр\u200bсенова",
    "Сә\u00adр\u2060се\ufeffнова",
    "\u202eавонесрәС\u202c",
    ARABIC,
    ARABIC[:4] + "\u200d" + ARABIC[4:],
]
HARMLESS = ["Жолда\u202eсова", "при\u200bшла", "\u202eлад\u202c", "سلام"]


@pytest.fixture
def guarded(case: Workspace) -> Workspace:
    """A case with somebody whom a court knows by code only."""
    person = people.add(case, Person(protection="P2", basis="PUBLIC_RECORD"), PersonName(full="Сәрсенова Айгүл"))
    people.add_name(case, person, PersonName(full=ARABIC, kind="ALIAS"))
    return case


@pytest.mark.parametrize("hidden", [*HIDDEN[:3], *HIDDEN[4:]])
def test_a_name_with_hidden_characters_is_taken_out_of_a_text(guarded: Workspace, hidden: str) -> None:
    assert hidden not in Gate(guarded, "COURT", "ru").text(f"Пришла {hidden} утром.")


@pytest.mark.parametrize("hidden", HIDDEN)
def test_a_name_that_finished_pages_show_with_marks_stops_them(guarded: Workspace, tmp_path: Path, hidden: str) -> None:
    out = tmp_path / "d.pdf"
    prepared = dossiers.prepare(guarded, out, reader="COURT", language="ru")
    let_by = replace(prepared, manuscript=replace(prepared.manuscript, notice=f"Пришла {hidden} утром."))
    with pytest.raises(ReleaseRefused):
        dossiers.finish(guarded, let_by, out, dossiers.print_(let_by))
    assert not out.exists()


def test_marks_in_other_words_stop_nothing(guarded: Workspace, tmp_path: Path) -> None:
    cases.rename(guarded, " ".join(HARMLESS), "ru")
    assert dossiers.build(guarded, tmp_path / "d.pdf").path.exists()
