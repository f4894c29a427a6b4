"""Reading testimonies: a citation leads to its paragraph and stays there."""

from __future__ import annotations

from collections.abc import Callable

from evidence_app.gui.shell.shell import Shell

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
