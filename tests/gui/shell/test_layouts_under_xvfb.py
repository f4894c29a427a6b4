"""Shortcuts on keyboards that have no Latin letters, pressed on a real X server: `ru` alone, `kz` alone."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

TOOLS = ("Xvfb", "setxkbmap", "xdotool")
MISSING = [tool for tool in TOOLS if shutil.which(tool) is None]
pytestmark = [
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="X11 is there under Linux only"),
    pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}"),
]
PATIENCE_S = 20.0
# Keys by the number that X11 gives to their place: under these layouts no key carries a Latin letter.
KEY = {"A": 38, "B": 56, "C": 54, "I": 31, "K": 45, "V": 55, "Z": 52, "1": 10, "4": 13}


class Screen:
    """An X server of its own with the program on it."""

    def __init__(self, display: str, seen: Path, environment: dict[str, str]) -> None:
        self.display, self._seen, self._environment = display, seen, environment

    def run(self, *command: str) -> None:
        """Run a tool on this display."""
        subprocess.run(command, env=self._environment, check=True, timeout=10, capture_output=True)

    def press(self, *keys: str, ctrl: bool = False) -> None:
        """Press keys one after the other: letters and digits by their place, others by name."""
        chords = (f"{'ctrl+' * ctrl}{KEY.get(key, key)}" for key in keys)
        self.run("xdotool", "key", "--delay", "30", *chords)

    def until(self, holds: Callable[[dict[str, Any]], object]) -> dict[str, Any]:
        """Wait until what the program writes of itself fits, and return it."""
        ends_at = time.monotonic() + PATIENCE_S
        seen: dict[str, Any] = {}
        while time.monotonic() < ends_at:
            if self._seen.exists():
                seen = json.loads(self._seen.read_text("utf-8"))
                if holds(seen):
                    return seen
            time.sleep(0.05)
        raise AssertionError(f"it did not come to pass: {seen}")


@pytest.fixture(scope="module")
def screen(sample: tuple[Path, str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Screen]:
    """Start a server on a free display, and the program on it, with the sample open."""
    folder = tmp_path_factory.mktemp("layouts")
    shutil.copytree(sample[0], folder / "case")
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1400x900x24", "-nolisten", "tcp"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as told:
        display = f":{told.readline().strip()}"
    environment = os.environ | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "HOME": str(folder)}
    probe = Path(__file__).with_name("layout_probe.py")
    command = [sys.executable, str(probe), str(folder / "case"), sample[1], str(folder / "seen.json")]
    program = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)
    made = Screen(display, folder / "seen.json", environment)
    try:
        if program.poll() is None:
            window = made.until(lambda seen: seen["is_open"])["window"]
            made.run("xdotool", "windowfocus", "--sync", str(window))
        yield made
    finally:
        for process in (program, server):
            process.terminate()
            process.wait(timeout=10)


@pytest.mark.parametrize("layout", ["ru", "kz"])
def test_every_chord_means_what_its_key_says(screen: Screen, layout: str):
    screen.run("setxkbmap", layout)
    screen.press("1", ctrl=True)
    before = screen.until(lambda seen: seen["page"] == "overview")
    screen.press("4", ctrl=True)
    screen.until(lambda seen: seen["page"] == "media")
    screen.press("B", ctrl=True)
    screen.until(lambda seen: seen["is_sidebar_wide"] != before["is_sidebar_wide"])
    screen.press("I", ctrl=True)
    screen.until(lambda seen: seen["imports"] == before["imports"] + 1)
    screen.press("K", ctrl=True)
    screen.until(lambda seen: seen["is_in_field"])


@pytest.mark.parametrize("layout", ["ru", "kz"])
def test_a_field_is_copied_pasted_and_undone(screen: Screen, layout: str):
    screen.run("setxkbmap", layout)
    screen.press("K", ctrl=True)
    screen.until(lambda seen: seen["is_in_field"])
    screen.press("A", "C", "V")
    typed = screen.until(lambda seen: len(seen["text"]) == 3)["text"]
    assert not typed.isascii()
    screen.press("A", "C", ctrl=True)
    screen.press("End")
    screen.press("V", ctrl=True)
    screen.until(lambda seen: seen["text"] == typed * 2)
    screen.press("Z", ctrl=True)
    screen.until(lambda seen: seen["text"] == typed)
    screen.press("Escape", "Escape")
    screen.until(lambda seen: not seen["text"])
