"""Opening the sheets of settings, and putting in force what is chosen there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evidence_app.gui.dialogs.settings_app import AppSettingsSheet
from evidence_app.gui.dialogs.settings_table import LOCK_MINUTES, LOCK_ON_SLEEP

if TYPE_CHECKING:
    from evidence_app.gui.main_window import MainWindow


def ask_program(window: MainWindow) -> None:
    """Ask how the program should be."""
    sheet = AppSettingsSheet(window.settings, window)
    sheet.changed.connect(lambda key, value: _take_up(window, key, value))
    sheet.open()


def ask_case(window: MainWindow) -> None:
    """Ask how the case should be."""
    from evidence_app.gui.dialogs.settings_case import CaseSettingsSheet  # brings services, which are loaded late

    CaseSettingsSheet(window.lane, window).open()


def take_up_all(window: MainWindow) -> None:
    """Put in force what was chosen in an earlier run."""
    for setting in (LOCK_MINUTES, LOCK_ON_SLEEP):
        _take_up(window, setting.key, setting.value(window.settings))


def _take_up(window: MainWindow, key: str, value: object) -> None:
    """Put one choice in force."""
    match key, value:
        case "language", str(language):
            window.speak(language)
        case "scheme", str(scheme):
            window.appearance.choose_scheme(scheme)
        case "text_size", int(percent):
            window.appearance.choose_size(percent)
        case "lock_minutes", int(minutes):
            window.idle.set_minutes(minutes)
        case "lock_on_sleep", bool(is_on):
            window.sleep.is_on = is_on
