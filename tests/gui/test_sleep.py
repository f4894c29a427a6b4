"""The computer falls asleep: the window must not stay open."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable

import pytest

from evidence_app.gui import sleep
from evidence_app.gui.app import Program
from evidence_app.gui.dialogs.unlock import UnlockCard
from evidence_app.gui.shell.shell import Shell
from evidence_app.gui.sleep import SleepWatch

PROBE = """
import sys
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtDBus import QDBusConnection, QDBusMessage
from evidence_app.gui.sleep import INTERFACE, PATH, SERVICE, SleepWatch
application = QCoreApplication(["probe"])
logind = QDBusConnection.connectToBus(QDBusConnection.BusType.SystemBus, "logind")
assert logind.registerService(SERVICE)
watch = SleepWatch(application)
heard = []
watch.falling_asleep.connect(lambda: heard.append(True))
for is_beginning in (False, True):
    signal = QDBusMessage.createSignal(PATH, INTERFACE, "PrepareForSleep")
    signal.setArguments([is_beginning])
    assert logind.send(signal)
QTimer.singleShot(400, application.quit)
application.exec()
print(heard)
"""
CONFIGURATION = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><listen>unix:dir={folder}</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*"/><allow eavesdrop="true"/><allow own="*"/></policy></busconfig>"""


def test_a_window_is_locked_before_the_computer_sleeps(program: Program, unlock: Callable[[], Shell]):
    unlock()
    program.window.sleep._on_prepare(False)
    assert program.window.shell is not None
    program.window.sleep._on_prepare(True)
    assert isinstance(program.window.door, UnlockCard)
    assert program.window.windowTitle() == "Evidence App"


def test_a_hole_in_the_time_is_taken_for_sleep(qapp, monkeypatch: pytest.MonkeyPatch):
    now = [1000.0]
    monkeypatch.setattr(sleep.time, "time", lambda: now[0])
    watch, heard = SleepWatch(qapp), []
    watch.falling_asleep.connect(lambda: heard.append(True))
    now[0] += 21
    watch._on_beat()
    assert heard == []
    now[0] += 600
    watch._on_beat()
    assert heard == [True]
    watch.deleteLater()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="logind is there under Linux only")
@pytest.mark.skipif(shutil.which("dbus-daemon") is None, reason="not installed: dbus-daemon")
def test_the_word_of_logind_is_heard(tmp_path):
    configuration = tmp_path / "bus.conf"
    configuration.write_text(CONFIGURATION.format(folder=tmp_path), "utf-8")
    command = ["dbus-daemon", f"--config-file={configuration}", "--nofork", "--print-address"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as bus:
        assert bus.stdout is not None
        environment = os.environ | {"DBUS_SYSTEM_BUS_ADDRESS": bus.stdout.readline().strip()}
        said = subprocess.run(
            [sys.executable, "-c", PROBE], env=environment, capture_output=True, text=True, timeout=30
        )
        bus.terminate()
    assert said.stdout.strip() == "[True]", said.stderr
