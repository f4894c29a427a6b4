"""The window for journeys: the real program, as the tests of the window have it."""

from __future__ import annotations

from tests.gui.conftest import english, no_thread_left_behind, program, settings  # noqa: F401
