"""The change notice: from an act in the archive lane to the pages, gathered on the way."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from evidence_app.domain.changes import Change, ChangeSet
from evidence_app.domain.localised import Localised
from evidence_app.domain.person import Person
from evidence_app.domain.place import Place
from evidence_app.gui.jobs.archive_lane import ArchiveLane
from evidence_app.gui.jobs.changes import MOST_MS, Changes
from evidence_app.gui.jobs.relay import Relay
from evidence_app.services import cases, records


@pytest.fixture
def lane(relay: Relay, qtbot, folder: Path, passphrase: str, quick):
    """A lane with a new case open in it."""
    made, opened = ArchiveLane(relay), []
    made.open(lambda: cases.create(folder, "Дело", passphrase, profile=quick), done=opened.append)
    qtbot.waitUntil(lambda: bool(opened))
    yield made
    made.close()
    assert made.join()


def heard(relay: Relay) -> list[frozenset[str]]:
    """Return what the notice will say, as it comes."""
    said: list[frozenset[str]] = []
    notice = Changes(relay, relay)
    notice.settled.connect(said.append)
    return said


def test_an_act_in_the_lane_is_told_with_its_nouns(lane: ArchiveLane, relay: Relay, qtbot):
    said = heard(relay)
    lane.submit(records.add, Person())
    qtbot.waitUntil(lambda: said == [frozenset({"person"})])


def test_acts_that_follow_at_once_are_told_together(lane: ArchiveLane, relay: Relay, qtbot):
    said = heard(relay)
    lane.submit(records.add, Person())
    lane.submit(records.add, Place(name=Localised.of("Село", "ru")))
    qtbot.waitUntil(lambda: bool(said))
    qtbot.wait(300)
    assert said == [frozenset({"person", "place"})]


def test_what_comes_to_nothing_is_not_told(lane: ArchiveLane, relay: Relay, qtbot):
    said, done = heard(relay), []
    lane.submit(lambda ws: records.change(ws, records.add(ws, Person(sex="F"))), done=done.append)
    qtbot.waitUntil(lambda: bool(said))
    lane.submit(lambda ws: records.change(ws, done[0], sex="F"), done=done.append)
    qtbot.waitUntil(lambda: len(done) == 2)
    qtbot.wait(300)
    assert len(said) == 1


def test_a_stream_of_acts_is_told_once_a_second_and_not_only_at_its_end(relay: Relay, qtbot):
    said = heard(relay)
    started = time.monotonic()
    while not said and time.monotonic() - started < 3:
        relay.tell_change(ChangeSet("item.received", 1, (Change("media", "u", 1, 1, None, {}),)))
        qtbot.wait(50)  # never quiet for long enough
    assert said == [frozenset({"media", "item"})]
    assert time.monotonic() - started < (MOST_MS + 500) / 1000


def test_a_workspace_that_was_locked_is_told_of_no_more(lane: ArchiveLane, relay: Relay, qtbot):
    said, locked = heard(relay), []
    lane.lock(done=locked.append)
    lane.submit(records.add, Person())
    qtbot.waitUntil(lambda: bool(locked))
    qtbot.wait(300)
    assert said == []
