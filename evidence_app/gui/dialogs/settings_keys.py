"""What opens a case, changed while it is open: another passphrase, a new recovery sheet."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from evidence_app.domain.errors import EvidenceError, WrongPassphrase
from evidence_app.gui.dialogs.founding import SheetMaking
from evidence_app.gui.dialogs.recovery_sheet import RecoveryCard
from evidence_app.gui.jobs.archive_lane import ArchiveLane
from evidence_app.gui.widgets.controls import push_button
from evidence_app.gui.widgets.labels import PlainLabel
from evidence_app.gui.widgets.new_passphrase import NewPassphrase
from evidence_app.gui.widgets.notice_bar import NoticeBar
from evidence_app.gui.widgets.passphrase_field import PassphraseField
from evidence_app.gui.widgets.sheet import Sheet
from evidence_app.services import cases
from evidence_app.system.words import _

WIDTH = 460


class PassphraseSheet(Sheet):
    """Asks for the passphrase that holds now, and for the next one twice."""

    def __init__(self, lane: ArchiveLane, parent: QWidget | None) -> None:
        super().__init__(_("Change the passphrase"), WIDTH, parent)
        self._lane = lane
        self.notice = NoticeBar()
        self.old, self.secret = PassphraseField(_("Passphrase now")), NewPassphrase(_("New passphrase"))
        self.answer = PlainLabel(type="caption", tone="danger", wrap=True)
        self.answer.hide()
        self._state = PlainLabel(type="caption", tone="2", wrap=True)
        self.column.addWidget(self.notice)
        self.add_field(_("Passphrase now"), self.old)
        self.column.addWidget(self.answer)
        self.column.addWidget(self.secret)
        cancel = push_button(_("Cancel"))
        cancel.clicked.connect(self.reject)
        self.go = push_button(_("Change the passphrase"), "primary")
        self.go.clicked.connect(self._on_go)
        self.foot.addWidget(self._state, 1)
        self.foot.addWidget(cancel)
        self.foot.addWidget(self.go)
        self.old.textChanged.connect(self._check)
        self.secret.changed.connect(self._check)
        self._check()

    def _check(self) -> None:
        """Keep sentence and button in step with the fields."""
        missing = self.secret.missing() if self.old.text() else _("Type the passphrase that holds now.")
        self._state.setText(missing)
        self.go.setEnabled(not missing)

    def _on_go(self) -> None:
        """Change it in the lane; making the keys takes a second or two by design."""
        self.answer.hide()
        self.setEnabled(False)
        self.go.setText(_("Changing…"))
        old, new = self.old.text(), self.secret.text()
        self._lane.submit(cases.change_passphrase, old, new, done=self._on_done, failed=self._on_failed)

    def _on_done(self, _nothing: None) -> None:
        self.accept()

    def _on_failed(self, error: EvidenceError) -> None:
        """Say what stood in the way; the passphrase is the one that it was."""
        self.setEnabled(True)
        self.go.setText(_("Change the passphrase"))
        if isinstance(error, WrongPassphrase):
            self.answer.setText(self.old.complaint(error))
            self.answer.show()
            self.old.setFocus()
            self.old.selectAll()
        else:
            self.notice.say(error.sentence(), error.advice(), kind="warn")


class RecoverySheet(QDialog):
    """The card of a new recovery sheet over an open case."""

    def __init__(self, lane: ArchiveLane, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Recovery sheet"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)
        self._notice = NoticeBar()
        self._column.addWidget(self._notice)
        self.making = SheetMaking(lane, self)
        self.making.shown.connect(self._on_shown)
        self.making.failed.connect(self._on_failed)
        self.making.ended.connect(self.accept)

    def start(self) -> None:
        """Make the sheet, and open with it."""
        self.making.start()

    def _on_shown(self, card: RecoveryCard) -> None:
        card.setProperty("look", "")
        self._column.addWidget(card)
        self.open()
        card.on.setFocus()

    def _on_failed(self, error: EvidenceError) -> None:
        self._notice.say(error.sentence(), error.advice(), kind="warn")
        self.open()
