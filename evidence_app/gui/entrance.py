"""The way in: welcome, new case, unlock; one card at a time, while no case is open."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMainWindow

from evidence_app.domain.errors import EvidenceError, NotACase
from evidence_app.gui.dialogs import choosing
from evidence_app.gui.dialogs.unlock import UnlockCard
from evidence_app.gui.dialogs.welcome import WelcomeCard
from evidence_app.gui.jobs.archive_lane import ArchiveLane
from evidence_app.gui.widgets.card import Card, Door
from evidence_app.system.words import _

if TYPE_CHECKING:
    from evidence_app.gui.dialogs.founding import Founding


class Entrance(QObject):
    """Shows the cards in the window and opens cases in the archive lane.

    Services, and the cards that need them, come when they are first wanted, so that the first card does not wait
    for the database.
    """

    entered = Signal()  # a case is open in the lane
    leaving = Signal()  # a card is wanted in the place of the case, if one is open
    keys_asked = Signal()
    language_chosen = Signal(str)

    def __init__(self, lane: ArchiveLane, window: QMainWindow) -> None:
        super().__init__(window)
        self._lane, self._window = lane, window
        self._folder, self._sample = Path(), ("", "")
        self._founding: Founding | None = None

    @property
    def card(self) -> Card | None:
        """Return the card that is shown."""
        central = self._window.centralWidget()
        return central.card if isinstance(central, Door) else None

    @property
    def folder(self) -> Path:
        """Return the folder of the case that is open, or asked for."""
        return self._folder

    @property
    def is_sample(self) -> bool:
        """Tell whether that case is the sample."""
        return str(self._folder) == self._sample[0]

    def show_welcome(self) -> None:
        """Offer the three ways in."""
        card = WelcomeCard()
        card.new_asked.connect(self.show_new_case)
        card.open_asked.connect(self.choose_case)
        card.sample_asked.connect(self.open_sample)
        card.keys_asked.connect(self.keys_asked)
        card.language_chosen.connect(self.language_chosen)
        self._show(card)
        card.new.setFocus()

    def show_new_case(self) -> None:
        """Ask what a new case needs; what was typed before and left is still there."""
        from evidence_app.gui.dialogs.founding import Founding

        self._leave()
        if self._founding is None:
            self._founding = Founding(self._lane, self)
            self._founding.shown.connect(self._show)
            self._founding.left.connect(self.show_welcome)
            self._founding.opened.connect(self._on_founded)
        self._founding.start()

    def choose_case(self) -> None:
        """Ask for the folder of a case."""
        chosen = choosing.folder(self._window, _("Choose the folder of a case"))
        if chosen is not None:
            self.ask_passphrase(chosen)

    def ask_passphrase(self, folder: Path) -> None:
        """Show the lock of a case at once; where there is none in the folder, the welcome card says so."""
        self._leave()
        self._folder = folder
        said = _("Enter the passphrase to open it.")
        if self.is_sample:
            said = _("The sample case. Nothing in it is confidential.")
        card = UnlockCard(folder.name, said, shown_passphrase=self._sample[1] if self.is_sample else "")
        card.left.connect(self.show_welcome)
        card.unlocked.connect(self._on_passphrase)
        card.sheet_asked.connect(self._show_recovery)
        self._show(card)
        card.field.setFocus()
        self._lane.give(lambda _progress: _must_be_case(folder), failed=partial(self._on_no_case, folder))

    def open_sample(self) -> None:
        """Make the sample where it is missing, then show its lock."""
        self._leave()
        if not isinstance(self.card, WelcomeCard):
            self.show_welcome()
        card = self.card
        assert isinstance(card, WelcomeCard)
        card.set_busy(True)
        card.notice.say(_("The sample case is being made…"))
        self._lane.give(lambda _progress: _make_sample(), done=self._on_sample, failed=self._say_at_welcome)

    def open_shown(self, folder: Path, passphrase: str) -> None:
        """Open a case whose passphrase is no secret, as the sample's; it is shown at the lock."""
        self._sample = (str(folder), passphrase)
        self.ask_passphrase(folder)
        if isinstance(self.card, UnlockCard):
            self.card.go.click()

    def _leave(self) -> None:
        """Have the window let go of the case, then close it: also one whose recovery sheet is being shown."""
        self.leaving.emit()
        self._lane.lock()

    def _show(self, card: Card) -> None:
        """Let a card be all that is in the window."""
        self._window.setCentralWidget(Door(card))

    def _show_recovery(self) -> None:
        """Ask for the words of the recovery sheet, and a new passphrase."""
        from evidence_app.gui.dialogs.recover import RecoverCard

        card = RecoverCard(self._folder.name)
        card.left.connect(lambda: self.ask_passphrase(self._folder))
        card.recovered.connect(self._on_recovered)
        self._show(card)
        card.words.setFocus()

    def _on_founded(self, folder: Path) -> None:
        self._folder = folder
        self.entered.emit()

    def _on_recovered(self, words: str, passphrase: str) -> None:
        """Open the case with its sheet, in the lane."""
        folder = self._folder

        def open_() -> Any:
            from evidence_app.services import recovery

            return recovery.open_with_recovery(folder, words, passphrase)

        self._open(open_)

    def _on_passphrase(self, passphrase: str) -> None:
        """Open the case in the lane."""
        folder = self._folder

        def open_() -> Any:
            from evidence_app.services import cases

            return cases.open_case(folder, passphrase)

        self._open(open_)

    def _open(self, opener: Callable[[], Any]) -> None:
        self._lane.open(opener, done=self._on_opened, failed=self._say_at_door)

    def _on_opened(self, _workspace: object) -> None:
        self.entered.emit()

    def _on_sample(self, sample: tuple[Path, str]) -> None:
        self._sample = (str(sample[0]), sample[1])
        self.ask_passphrase(sample[0])

    def _on_no_case(self, folder: Path, error: EvidenceError) -> None:
        """Say that there is no case in the folder, unless another one is asked for by now."""
        if folder == self._folder and isinstance(self.card, UnlockCard):
            self._say_at_welcome(error)

    def _say_at_door(self, error: EvidenceError) -> None:
        """Say an error on the card that asked."""
        say = getattr(self.card, "say_error", None)
        if say is not None:
            say(error)

    def _say_at_welcome(self, error: EvidenceError) -> None:
        """Say an error on the welcome card."""
        self._leave()
        self.show_welcome()
        card = self.card
        assert isinstance(card, WelcomeCard)
        card.notice.say(error.sentence(), error.advice(), kind="warn")


def _must_be_case(folder: Path) -> None:
    """Raise NotACase for a folder without a case; runs in a lane."""
    from evidence_app.services import cases

    if not cases.is_case(folder):
        raise NotACase(folder=folder.name)


def _make_sample() -> tuple[Path, str]:
    """Return the sample, made where it is missing; runs in a lane."""
    from evidence_app.services import cases

    return cases.sample()
