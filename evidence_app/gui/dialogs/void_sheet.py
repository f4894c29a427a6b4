"""Before a record is voided: what stays, where it is used, why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from evidence_app.gui.theme.look import px
from evidence_app.gui.widgets import privacy
from evidence_app.gui.widgets.controls import ChoiceBox, push_button
from evidence_app.gui.widgets.labels import PlainLabel
from evidence_app.gui.widgets.notice_bar import NoticeBar
from evidence_app.gui.widgets.sheet import Sheet
from evidence_app.system.words import N_, _, ngettext_

if TYPE_CHECKING:
    from evidence_app.services.uses import Use

WIDTH, MOST_HEIGHT = 460, 150
REASONS = {
    "": N_("Choose…"),
    "twice": N_("Entered twice"),
    "wrong": N_("Wrong record"),
    "test": N_("Test entry"),
    "asked": N_("Asked for by the person"),
    "other": N_("Other"),
}
NEEDS_WORDS = frozenset({"other"})


@dataclass(frozen=True, slots=True)
class Asked:
    """The question, what stays, and the verb of the button."""

    title: str
    stays: str
    verb: str


def of_record(called: str) -> Asked:
    """Return the question about one record, by its code or what it is called without one."""
    stays = _(
        "%(record)s stays in the custody log and keeps its number. It leaves lists, search and future dossiers, and so "
        "does what is written inside it. You can restore it later."
    )
    record = {"record": called}
    begun = {"record": called[:1].upper() + called[1:]}  # it begins a sentence
    return Asked(_("Void %(record)s?") % record, stays % begun, _("Void %(record)s") % record)


def of_records(n: int) -> Asked:
    """Return the question about several records."""
    title = ngettext_("Void %(n)s record?", "Void %(n)s records?", n) % {"n": n}
    stays = _(
        "They stay in the custody log and keep their numbers. They leave lists, search and future dossiers, and so "
        "does what is written inside them. You can restore each of them later."
    )
    return Asked(title, stays, ngettext_("Void %(n)s record", "Void %(n)s records", n) % {"n": n})


def of_link() -> Asked:
    """Return the question about a link."""
    stays = _("The link leaves both records. It stays in the history, and you can restore it from there.")
    return Asked(_("Remove this link?"), stays, _("Remove the link"))


class VoidSheet(Sheet):
    """Asks for a reason; Esc and Enter keep the record, only the outlined button voids it."""

    agreed = Signal(str)  # the reason

    def __init__(self, asked: Asked, uses: Sequence[Use], told: str, parent: QWidget | None) -> None:
        """Ask what `asked` says; `told` says how often it is used."""
        super().__init__(asked.title, WIDTH, parent)
        self.column.addWidget(PlainLabel(asked.stays, tone="2", wrap=True))
        self._list = _listed(uses)
        if uses:
            self.notice = NoticeBar()
            self.column.addSpacing(4)
            self.column.addWidget(self.notice)
            words = _("Used in %(uses)s") % {"uses": told}
            self.notice.say(words, kind="warn", action=_("Show"), call=self._show_uses)
            self.column.addWidget(self._list)
        self.column.addSpacing(4)
        self.reason = ChoiceBox([(key, _(words)) for key, words in REASONS.items()])
        self.words = QLineEdit()
        self.words.setPlaceholderText(_("Such as: same picture as E-091"))
        self.words.setAccessibleName(_("Reason in words"))
        self.add_field(_("Reason (goes into the log)"), self.reason)
        self.column.addWidget(self.words)
        keep = push_button(_("Keep it"))
        keep.setDefault(True)
        keep.clicked.connect(self.reject)
        self.go = push_button(asked.verb, "danger")
        self.go.setAutoDefault(False)
        self.go.clicked.connect(self._on_go)
        self.foot.addStretch()
        self.foot.addWidget(keep)
        self.foot.addWidget(self.go)
        self.reason.currentIndexChanged.connect(self._check)
        self.words.textChanged.connect(self._check)
        self._check()
        self.reason.setFocus()

    def _show_uses(self) -> None:
        """Show or hide the list of uses."""
        self._list.setVisible(self._list.isHidden())

    def _check(self) -> None:
        """Let the record be voided only with a reason."""
        chosen, words = self.reason.value(), self.words.text().strip()
        self.go.setEnabled(bool(words) if chosen in NEEDS_WORDS else bool(chosen))

    def _on_go(self) -> None:
        """Give the reason: the one chosen, and what was written beside it."""
        chosen = "" if self.reason.value() in NEEDS_WORDS else self.reason.currentText()
        self.agreed.emit(": ".join(filter(None, (chosen, self.words.text().strip()))))
        self.accept()


def _listed(uses: Sequence[Use]) -> QScrollArea:
    """Return the list of uses, hidden at first."""
    body = QWidget()
    body.setObjectName("door")
    column = QVBoxLayout(body)
    column.setContentsMargins(2, 2, 12, 2)
    column.setSpacing(3)
    for use in privacy.shown(tuple(uses)):
        column.addWidget(PlainLabel("  ".join(filter(None, (use.code, use.title))), tone="2", wrap=True))
    column.addStretch()
    made = QScrollArea()
    made.setFrameShape(QFrame.Shape.NoFrame)
    made.setWidgetResizable(True)
    made.setWidget(body)
    made.setFixedHeight(min(px(MOST_HEIGHT), body.sizeHint().height() + 8))
    made.hide()
    return made
