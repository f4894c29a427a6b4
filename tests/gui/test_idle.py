"""The window locks itself when nobody touches it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject

from evidence_app.gui import idle
from evidence_app.gui.idle import IdleWatch


def test_nobody_at_the_keyboard_is_noticed_and_a_touch_counts_from_anew(qtbot):
    parent = QObject()
    watch = IdleWatch(parent)
    watch._timer.setInterval(200)
    heard = []
    watch.idle.connect(lambda: heard.append(True))
    watch.start()
    for _ in range(4):
        qtbot.wait(100)
        assert watch.eventFilter(parent, QEvent(QEvent.Type.MouseMove)) is False
    assert heard == []
    qtbot.waitUntil(lambda: heard == [True], timeout=2000)


def test_the_watch_sleeps_while_no_case_is_open(qtbot):
    parent = QObject()
    watch = IdleWatch(parent)
    watch.eventFilter(parent, QEvent(QEvent.Type.KeyPress))
    assert not watch._timer.isActive()


def test_the_pause_is_five_minutes():
    assert idle.IDLE_MS == 300_000
