"""The status bar: its parts are buttons, and say less before they are cut."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt

from evidence_app.gui.app import Program
from evidence_app.gui.shell.shell import Shell
from evidence_app.gui.widgets.status_part import StatusPart

PATIENCE_MS = 30_000


def parts(shell: Shell) -> dict[str, StatusPart]:
    """Return the parts that are shown, by their words."""
    return {part.accessibleName(): part for part in shell.status.findChildren(StatusPart) if part.isVisible()}


def test_the_sealed_files_lead_to_the_media_and_the_lock_says_what_it_means(unlock: Callable[[], Shell], qtbot):
    shell = unlock()
    qtbot.waitUntil(lambda: "1 file sealed" in parts(shell), timeout=PATIENCE_MS)
    qtbot.keyClick(parts(shell)["1 file sealed"], Qt.Key.Key_Return)
    assert shell.page_name == "media"
    qtbot.mouseClick(parts(shell)["Encrypted · offline"], Qt.MouseButton.LeftButton)
    assert shell.page.notice.words == "This case is encrypted and stays on this computer."


def test_a_page_that_is_saving_is_said_until_it_has_saved(unlock: Callable[[], Shell]):
    shell = unlock()
    shell.page.saving_changed.emit(True)
    assert "Saving…" in parts(shell)
    shell.page.saving_changed.emit(False)
    assert "All changes saved" in parts(shell)


def test_no_word_is_cut_at_the_right_where_icons_would_do(program: Program, unlock: Callable[[], Shell], qtbot):
    shell = unlock()
    qtbot.waitUntil(lambda: "1 file sealed" in parts(shell), timeout=PATIENCE_MS)
    for size in (100, 150):
        program.window.appearance.choose_size(size)
        program.window.resize(1024, 640)
        for part in parts(shell).values():
            assert part.width() >= part.sizeHint().width()
