"""From nothing to an open case: what it needs, then its recovery sheet; and the sheet alone, of a case that is open."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, Signal

from evidence_app.domain.errors import EvidenceError
from evidence_app.gui.dialogs import choosing
from evidence_app.gui.dialogs.new_case import Draft, NewCaseCard
from evidence_app.gui.jobs.archive_lane import ArchiveLane
from evidence_app.system.words import _

if TYPE_CHECKING:
    from evidence_app.gui.dialogs.recovery_sheet import RecoveryCard
    from evidence_app.services.recovery import Sheet
    from evidence_app.services.workspace import Workspace


class SheetMaking(QObject):
    """Makes a sheet of the open case, shows it, and lets it be the only one once it was typed back."""

    shown = Signal(object)  # the RecoveryCard
    failed = Signal(object)  # an EvidenceError, before there is a card to say it on
    ended = Signal(bool)  # whether a sheet was checked

    def __init__(self, lane: ArchiveLane, parent: QObject) -> None:
        super().__init__(parent)
        self._lane, self._case = lane, Path()
        self._card: RecoveryCard | None = None

    def start(self) -> None:
        """Make the sheet of the case that is open in the lane."""
        self._lane.submit(_new_sheet, done=self._on_made, failed=self.failed.emit)

    def _on_made(self, made: tuple[Sheet, Path]) -> None:
        """Show it."""
        from evidence_app.gui.dialogs import printing
        from evidence_app.gui.dialogs.recovery_sheet import RecoveryCard

        sheet, self._case = made
        card = self._card = RecoveryCard(sheet, can_print=printing.has_printer())
        card.save_asked.connect(lambda: self._save(sheet))
        card.print_asked.connect(lambda: self._print(sheet))
        card.confirmed.connect(lambda: self._confirm(sheet))
        card.postponed.connect(lambda: self._end(is_checked=False))
        self.shown.emit(card)

    def _save(self, sheet: Sheet) -> None:
        """Ask where to, and write the file."""
        card = self._live()
        target = choosing.new_file(card, _("Save the sheet"), _("recovery-sheet.pdf"), "PDF (*.pdf)") if card else None
        if target is None:
            return
        target = target if target.suffix.casefold() == ".pdf" else target.with_name(f"{target.name}.pdf")
        self._lane.give(
            lambda _progress: _write(sheet, target, self._case),
            done=lambda _nothing: self._say_saved(target.name),
            failed=self._say_error,
        )

    def _print(self, sheet: Sheet) -> None:
        """Make the page, and send it to a printer."""
        self._lane.give(lambda _progress: _pages(sheet), done=self._on_paper, failed=self._say_error)

    def _confirm(self, sheet: Sheet) -> None:
        """Let the sheet be the only one."""
        if card := self._live():
            card.set_busy(True)
        self._lane.submit(_confirm, sheet, done=self._on_confirmed, failed=self._say_error)

    def _on_paper(self, content: bytes) -> None:
        from evidence_app.gui.dialogs import printing

        if card := self._live():
            printing.print_pdf(card, content)

    def _on_confirmed(self, _nothing: None) -> None:
        self._end(is_checked=True)

    def _live(self) -> RecoveryCard | None:
        """Return the card while it is shown: a lock or a closed sheet takes it away at any time."""
        return self._card if self._card is not None and shiboken6.isValid(self._card) else None

    def _say_saved(self, name: str) -> None:
        if card := self._live():
            card.say_saved(name)

    def _say_error(self, error: EvidenceError) -> None:
        if card := self._live():
            card.say_error(error)

    def _end(self, *, is_checked: bool) -> None:
        """Let go of card and words."""
        self._card = None
        self.ended.emit(is_checked)


class Founding(QObject):
    """Shows one card after the other; what was typed of a case is kept until the case is made."""

    shown = Signal(object)  # a Card for the window
    opened = Signal(object)  # the folder of the case that is open now
    left = Signal()

    def __init__(self, lane: ArchiveLane, parent: QObject) -> None:
        super().__init__(parent)
        self._lane, self._draft, self._folder = lane, Draft(), Path()
        self._card: NewCaseCard | None = None
        self._sheet = SheetMaking(lane, self)
        self._sheet.shown.connect(self._on_sheet_shown)
        self._sheet.failed.connect(self._on_opened)
        self._sheet.ended.connect(self._on_opened)

    def start(self) -> None:
        """Ask for what a case needs."""
        card = self._card = NewCaseCard(self._draft)
        card.made.connect(self._on_asked)
        card.left.connect(self._on_left)
        self.shown.emit(card)
        card.name.setFocus()

    def forget(self) -> None:
        """Forget what was typed."""
        self._card, self._draft = None, Draft()

    def _on_left(self) -> None:
        """Keep what was typed for the next time."""
        if self._card is not None:
            self._draft = self._card.draft()
        self.left.emit()

    def _on_asked(self, folder: str, title: str, passphrase: str, language: str) -> None:
        """Make the case in the lane."""
        self._folder = Path(folder)
        self._lane.open(
            lambda: _make(Path(folder), title, passphrase, language),
            done=self._on_made,
            failed=self._on_refused,
        )

    def _on_made(self, _workspace: object) -> None:
        self.forget()
        self._sheet.start()

    def _on_refused(self, error: EvidenceError) -> None:
        if self._card is not None:
            self._card.say_error(error)

    def _on_sheet_shown(self, card: RecoveryCard) -> None:
        self.shown.emit(card)
        card.on.setFocus()

    def _on_opened(self, _how: object) -> None:
        """Hand the case over; where no sheet was checked, its Overview reminds."""
        self.opened.emit(self._folder)


# What the lane is asked for. The services come with the first job, so that the first card does not wait for them.


def _make(folder: Path, title: str, passphrase: str, language: str) -> Workspace:
    """Make a case."""
    from evidence_app.services import cases

    return cases.create(folder, title, passphrase, language=language)


def _new_sheet(ws: Workspace) -> tuple[Sheet, Path]:
    """Make a sheet of the open case; returns it with the folder of the case."""
    from evidence_app.services import recovery

    return recovery.make_sheet(ws), ws.folder


def _confirm(ws: Workspace, sheet: Sheet) -> None:
    """Let a sheet be the only one."""
    from evidence_app.services import recovery

    recovery.confirm_sheet(ws, sheet)


def _pages(sheet: Sheet) -> bytes:
    """Make a sheet a PDF."""
    from evidence_app.services import recovery

    return recovery.paper(sheet)


def _write(sheet: Sheet, target: Path, case: Path) -> None:
    """Write a sheet into a file."""
    from evidence_app.services import recovery

    recovery.save_paper(sheet, target, case)
