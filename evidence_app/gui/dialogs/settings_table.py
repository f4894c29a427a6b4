"""The settings of the program as data: they are kept in clear, so none may name a case, a person or a folder."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSettings

from evidence_app.system import words
from evidence_app.system.words import N_, _, ngettext_


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting: its key, what holds until somebody chooses, its title and a sentence about it (msgids).

    `choices` are values with their msgids; a setting without any is on or off.
    """

    key: str
    default: str | int | bool
    title: str
    sentence: str
    choices: tuple[tuple[str | int, str], ...] = ()

    def value(self, settings: QSettings) -> str | int | bool:
        """Return what was chosen; the default where nothing was, or what no version knows."""
        held = settings.value(self.key)
        if isinstance(self.default, bool):
            return self.default if held is None else str(held).casefold() in {"true", "1"}
        known = {str(value): value for value, _title in self.choices}
        return known.get(str(held), self.default)


LANGUAGE = Setting(
    "language",
    "en",
    N_("Language"),
    N_("Of the window. Each case has languages of its own."),
    tuple(words.LANGUAGES.items()),
)
SCHEME = Setting(
    "scheme",
    "system",
    N_("Look"),
    N_("Pictures and pages of a dossier keep their own colours."),
    (
        ("system", N_("As the system")),
        ("light", N_("Light")),
        ("dark", N_("Dark")),
        ("contrast", N_("High contrast")),
    ),
)
TEXT_SIZE = Setting(
    "text_size",
    100,
    N_("Text size"),
    N_("On top of the size that the system asks for."),
    tuple((size, f"{size} %") for size in (90, 100, 110, 125, 150)),
)
LOCK_MINUTES = Setting(
    "lock_minutes",
    5,
    N_("Lock when nobody is there"),
    N_("After so long without a key or a move of the pointer. What you were writing is saved first."),
    ((1, ""), (5, ""), (15, ""), (30, "")),
)
LOCK_ON_SLEEP = Setting(
    "lock_on_sleep",
    True,
    N_("Lock when the computer sleeps"),
    N_("A closed lid must not leave the case open."),
)
PROGRAM = (LANGUAGE, SCHEME, TEXT_SIZE, LOCK_MINUTES, LOCK_ON_SLEEP)


def choice_words(setting: Setting, value: str | int, title: str) -> str:
    """Return what a choice is called, in the language spoken now."""
    if setting is LOCK_MINUTES:
        return ngettext_("%(n)s minute", "%(n)s minutes", int(value)) % {"n": value}
    return _(title) if setting is SCHEME else title
