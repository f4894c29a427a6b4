"""Reading testimonies: a citation leads to its paragraph and stays there."""

from __future__ import annotations

from collections.abc import Callable

from evidence_app.gui.app import Program
from evidence_app.gui.shell.shell import Shell
from evidence_app.services import labelling

PATIENCE_MS = 30_000


def test_a_paragraph_stays_chosen_when_the_testimony_is_read_again(told, unlock: Callable[[], Shell], qtbot):
    shell = unlock()
    page = shell.pages["testimonies"]
    shell.following.follow("T-001 ¶3")
    qtbot.waitUntil(lambda: page.citation() == "T-001 ¶3", timeout=PATIENCE_MS)
    shell.go("people")
    with qtbot.waitSignal(page.view_model.passages_changed, timeout=PATIENCE_MS):
        shell.following.follow("T-001 ¶5")
    assert page.citation() == "T-001 ¶5"
    assert page.segments.hasFocus()


def test_a_paragraph_of_another_testimony_waits_for_its_own_text(told, unlock: Callable[[], Shell], qtbot):
    shell = unlock()
    page = shell.pages["testimonies"]
    shell.following.follow("T-001 ¶3")
    qtbot.waitUntil(lambda: page.citation() == "T-001 ¶3", timeout=PATIENCE_MS)
    with qtbot.waitSignal(page.view_model.passages_changed, timeout=PATIENCE_MS):
        shell.following.follow("T-002 ¶2")
    assert page.citation() == "T-002 ¶2"


def test_a_label_narrows_the_rail(told, program: Program, unlock: Callable[[], Shell], qtbot):
    shell = unlock()
    shell.following.follow("T-001")
    qtbot.waitUntil(lambda: shell.page_name == "testimonies" and shell.page.current() is not None, timeout=PATIENCE_MS)
    page = shell.page
    program.lane.submit(labelling.tick, "testimony", [page.current().record_id], ["ask for a translation"], [])
    assert page.rail.model().rowCount() == 2
    chip = page.filters()[1].chips["label"]
    chip.click()
    qtbot.waitUntil(lambda: len(chip.menu_of_values.actions()) == 2, timeout=PATIENCE_MS)
    chip.menu_of_values.actions()[1].trigger()
    chip.menu_of_values.close()
    qtbot.waitUntil(lambda: page.rail.model().rowCount() == 1, timeout=PATIENCE_MS)
    assert page.current().code == "T-001"
