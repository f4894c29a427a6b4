"""The only file that sees every floor: it chooses between window and command line, and joins them."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from evidence_app import cli
from evidence_app.system import hardening


def start(arguments: Sequence[str]) -> int:
    """Run the command line; it calls the window where one is asked for. Returns the exit code."""
    hardening.harden()
    return cli.run(arguments, show_window)


def show_window(case: Path | None, passphrase: str | None = None) -> int | None:
    """Open the window; None where this computer has no display to show one on."""
    if sys.platform.startswith("linux") and not any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    ):
        return None
    # Qt takes 100 ms and more, so the command line never imports it.
    from evidence_app.gui import app

    return app.run(case, passphrase)
