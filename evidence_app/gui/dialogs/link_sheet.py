"""Linking one record to another: target, relation, place, and the sentence that will be true."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from evidence_app.domain.errors import EvidenceError
from evidence_app.gui.theme.look import px
from evidence_app.gui.widgets import privacy
from evidence_app.gui.widgets.controls import ChoiceBox, push_button
from evidence_app.gui.widgets.labels import PlainLabel
from evidence_app.gui.widgets.notice_bar import NoticeBar
from evidence_app.gui.widgets.sheet import Sheet
from evidence_app.gui.widgets.veil import Veil
from evidence_app.services import linking
from evidence_app.services.linking import End, Link
from evidence_app.services.noun_labels import noun_label
from evidence_app.system.words import N_, _

WIDTH, ROWS, PAUSE_MS = 520, 5, 150
# What the relations are called in the list, in the order of linking.RELATIONS.
CALLED = {
    "DEPICTS": N_("depicts"),
    "MENTIONS": N_("mentions"),
    "SUPPORTS": N_("supports"),
    "CONTRADICTS": N_("differs from"),
    "ANNEX": N_("annex to"),
}
END = int(Qt.ItemDataRole.UserRole)


class LinkSheet(Sheet):
    """Wholly usable from the keyboard: type, arrow down to a target, Tab to the relation, Enter links."""

    asked = Signal(str)  # words or a citation to look for: `offer` answers
    agreed = Signal(object)  # Link

    def __init__(self, subject: End, parent: QWidget | None, target: End | None = None) -> None:
        super().__init__(_("Link %(record)s") % {"record": privacy.text(subject.called)}, WIDTH, parent)
        self._subject, self._target = subject, target
        self.problem = NoticeBar()
        self.field = QLineEdit()
        self.field.setPlaceholderText(_("Name, title, or a citation such as E-012 00:41"))
        self.found = QListWidget()
        self.found.setProperty("look", "picker")
        self.found.setAccessibleName(_("Found records"))
        self.found.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.found.setFixedHeight(px(28) * ROWS + 4)
        self.relation = ChoiceBox([(code, _(CALLED[code])) for code in linking.RELATIONS])
        self.anchor, self.quote, self.note = QLineEdit(), QLineEdit(), QLineEdit()
        self.anchor.setPlaceholderText(_("¶4, p. 2, 00:41 or 00:41–00:47; empty for all of it"))
        self.sentence = PlainLabel(type="h3", wrap=True)
        self.go = push_button(_("Add the link"), "primary", "link")
        self._lay_out()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(lambda: self.asked.emit(self.field.text()))
        self._connect()
        if target is not None:
            self.field.setText(" ".join(filter(None, (target.called, target.anchor))))
            self._pause.stop()
            self._take(target)
        self._say()

    def offer(self, words: str, ends: Sequence[End]) -> None:
        """Show what was found for words; nothing where others have been typed by now."""
        if words != self.field.text():
            return
        self.found.clear()
        for end in ends:
            shown = privacy.shown(end)
            line = "  ".join(filter(None, (shown.code, shown.anchor, shown.title)))
            entry = QListWidgetItem(f"{line} · {noun_label(end.noun)}")
            entry.setData(END, end)
            self.found.addItem(entry)
        if ends:
            self.found.setCurrentRow(0)
        else:
            self._take(None)

    def say_error(self, error: EvidenceError) -> None:
        """Say why the link was not made; the sheet stays."""
        self.go.setEnabled(True)
        self.problem.say(error.sentence(), error.advice(), kind="warn")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow keys choose among what was found while one is typing."""
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
            row = self.found.currentRow() + step
            if step and 0 <= row < self.found.count():
                self.found.setCurrentRow(row)
            return bool(step)
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        """Place the fields in the order in which the sentence is made."""
        self.column.addWidget(self.problem)
        self.add_field(_("What to link to"), self.field)
        self.column.addWidget(self.found)
        self.add_field(_("How they are linked"), self.relation)
        self.add_field(_("Place in the exhibit"), self.anchor)
        self.add_field(_("Quotation"), self.quote)
        self.add_field(_("Note"), self.note)
        self.column.addSpacing(4)
        self.column.addWidget(self.sentence)
        self.end_with(self.go, _("Cancel"))
        for line in (self.field, self.quote, self.note):
            Veil(line)
        self.field.setFocus()

    def _connect(self) -> None:
        """Bind the fields to the sentence."""
        self.field.installEventFilter(self)
        self.field.textEdited.connect(self._on_edited)
        self.found.currentItemChanged.connect(lambda entry, _before: self._take(entry.data(END) if entry else None))
        self.relation.currentIndexChanged.connect(self._say)
        self.anchor.textChanged.connect(self._say)
        self.go.clicked.connect(self._on_go)

    def _on_edited(self, _words: str) -> None:
        """Look for other words; what was chosen for those before no longer holds."""
        self._take(None)
        self._pause.start()

    def _take(self, end: End | None) -> None:
        """Take a target; a place that came with it goes into its field."""
        self._target = end
        for one in (self._subject, end):
            if one is not None and one.anchor and not self.anchor.text():
                self.anchor.setText(one.anchor)
        self._say()

    def _link(self) -> Link | None:
        """Return what is wanted so far; None without a target."""
        if self._target is None:
            return None
        said: dict[str, Any] = {"anchor": self.anchor.text().strip(), "quote": self.quote.text().strip()}
        return Link(self._subject, self._target, self.relation.value(), note=self.note.text().strip(), **said)

    def _say(self) -> None:
        """Say what will be true; or why it cannot be."""
        link = self._link()
        self.go.setEnabled(link is not None)
        self.sentence.setText("")
        self.problem.hide()
        if link is not None:
            try:
                self.sentence.setText(privacy.text(linking.sentence(link)))
                linking.locator(linking.item_end(link)[0], link.anchor)
            except EvidenceError as error:
                self.go.setEnabled(False)
                self.problem.say(error.sentence(), kind="warn")

    def _on_go(self) -> None:
        """Hand over what is wanted; whoever makes it closes the sheet."""
        link = self._link()
        if link is not None:
            self.go.setEnabled(False)
            self.agreed.emit(link)
