"""A voided record keeps its number: who types it comes to its form, and can bring it back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton

from evidence_app.domain.person import Person
from evidence_app.gui.app import Program
from evidence_app.gui.shell.shell import Shell
from evidence_app.services import records


def test_a_voided_person_is_reached_by_its_code_and_restored(program: Program, unlock: Callable[[], Shell], qtbot):
    shell = unlock()
    heard: list[Person] = []

    def void(ws) -> Person:
        person = ws.records.find(Person)[2]
        records.void(ws, person, "дубль")
        return person

    shell.lane.submit(void, done=heard.append)
    qtbot.waitUntil(lambda: bool(heard))
    [voided] = heard
    shell.following.follow(voided.code)
    qtbot.waitUntil(lambda: shell.page.has_form, timeout=10_000)
    notice = program.window.editing._editors[shell.page].notice
    qtbot.waitUntil(lambda: "дубль" in notice.words, timeout=10_000)
    [back] = [one for one in notice.findChildren(QPushButton) if one.text() == "Restore"]
    back.click()
    qtbot.waitUntil(lambda: not notice.words, timeout=10_000)
    shell.lane.submit(lambda ws: ws.records.get(Person, voided.id), done=heard.append)
    qtbot.waitUntil(lambda: len(heard) == 2)
    assert heard[1].voided is None
