"""Changing many records at once: mixed values are said, only what was touched is written."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import Qt

from evidence_app.domain.person import Person, PersonName
from evidence_app.gui.dialogs.bulk_sheet import BulkSheet
from evidence_app.gui.dialogs.lowering_sheet import LoweringSheet
from evidence_app.gui.jobs.archive_lane import ArchiveLane
from evidence_app.gui.jobs.relay import Relay
from evidence_app.gui.widgets.labels import PlainLabel
from evidence_app.keys.derivation import Profile
from evidence_app.services import cases, people
from evidence_app.services.forms import bulk

PATIENCE_MS = 10_000


@pytest.fixture
def lane(folder: Path, quick: Profile, passphrase: str, relay: Relay) -> Iterator[ArchiveLane]:
    """A case of three men and a woman, all from Kyrgyzstan."""
    with cases.create(folder, "Дело", passphrase, profile=quick) as ws:
        for sex in ("M", "M", "M", "F"):
            people.add(ws, Person(sex=sex, nationalities=("KG",)), PersonName(full="А"))
    made = ArchiveLane(relay)
    made.open(lambda: cases.open_case(folder, passphrase))
    yield made
    made.close()
    assert made.join()


@pytest.fixture
def sheet(lane: ArchiveLane, qtbot) -> Iterator[BulkSheet]:
    """The sheet over all four; it deletes itself when it is closed."""
    made = BulkSheet(lane, "person", (1, 2, 3, 4), None)
    made.show()
    qtbot.waitUntil(lambda: bool(made.editors), timeout=PATIENCE_MS)
    yield made
    if shiboken6.isValid(made):
        made.close()


def test_mixed_values_are_said_with_how_many_hold_each(sheet: BulkSheet):
    said = [label.text() for label in sheet.findChildren(PlainLabel) if "Mixed" in label.text()]
    assert said == ["Mixed values: Male (3), Female (1)"]
    assert sheet.editors["nationalities"].values == ["KG"]  # type: ignore[attr-defined]
    assert sheet.editors["sex"].box.currentIndex() == -1  # type: ignore[attr-defined]


def test_only_what_was_touched_is_written_in_one_act(sheet: BulkSheet, lane: ArchiveLane, qtbot):
    assert not sheet.go.isEnabled()
    editor = sheet.editors["nationalities"]
    editor.line.setText("Uzbekistan")  # type: ignore[attr-defined]
    editor.mark_and_settle()
    with qtbot.waitSignal(sheet.changed, timeout=PATIENCE_MS) as heard:
        sheet.go.click()
    assert heard.args == [4, 1]
    held: list[list[Person]] = []
    lane.submit(lambda ws: ws.records.find(Person), done=held.append)
    qtbot.waitUntil(lambda: bool(held), timeout=PATIENCE_MS)
    assert {(person.sex, person.nationalities) for person in held[0]} == {("M", ("KG", "UZ")), ("F", ("KG", "UZ"))}


def test_what_is_not_understood_is_said_and_nothing_is_written(sheet: BulkSheet, qtbot):
    editor = sheet.editors["born"]
    editor.line.setText("long ago")  # type: ignore[attr-defined]
    editor.mark_edited()
    sheet.go.click()
    assert "long ago" in sheet.notice.words and sheet.isVisible()


def asked(sheet: BulkSheet, qtbot) -> LoweringSheet:
    """Lower the protection of all to P0 and return the question that follows."""
    box = sheet.editors["protection"].box  # type: ignore[attr-defined]
    box.setCurrentIndex(box.findData("P0"))
    sheet.editors["protection"].mark_and_settle()
    sheet.go.click()
    qtbot.waitUntil(lambda: bool(sheet.findChildren(LoweringSheet)), timeout=PATIENCE_MS)
    return sheet.findChildren(LoweringSheet)[0]


def protection(lane: ArchiveLane, qtbot) -> list[str]:
    """Return how the persons are protected."""
    held: list[list[str]] = []
    lane.submit(lambda ws: [person.protection for person in ws.records.find(Person)], done=held.append)
    qtbot.waitUntil(lambda: bool(held), timeout=PATIENCE_MS)
    return held[0]


def test_lowering_protection_asks_with_the_number_of_persons_and_enter_keeps_it(
    sheet: BulkSheet, lane: ArchiveLane, qtbot
):
    question = asked(sheet, qtbot)
    assert question.heading.text() == "Lower the protection of 4 persons?"
    qtbot.keyClick(question, Qt.Key.Key_Return)
    qtbot.waitUntil(sheet.go.isEnabled, timeout=PATIENCE_MS)
    assert protection(lane, qtbot) == ["P2"] * 4 and sheet.isVisible()


def test_lowering_protection_is_done_once_it_is_agreed_to(sheet: BulkSheet, lane: ArchiveLane, qtbot):
    question = asked(sheet, qtbot)
    with qtbot.waitSignal(sheet.changed, timeout=PATIENCE_MS):
        question.go.click()
    assert protection(lane, qtbot) == ["P0"] * 4


def test_raising_protection_asks_nothing(lane: ArchiveLane, qtbot):
    counted: list[int] = []
    for level in ("P2", "P4", "P1"):
        lane.submit(bulk.lowered, "person", (1, 2, 3, 4), {"protection": level}, done=counted.append)
    qtbot.waitUntil(lambda: counted == [0, 0, 4], timeout=PATIENCE_MS)
