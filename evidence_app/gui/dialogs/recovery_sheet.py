"""The recovery sheet on the screen: 24 words to be brought to paper, then three of them to be typed back."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from evidence_app.domain.errors import EvidenceError
from evidence_app.gui.widgets.card import Card
from evidence_app.gui.widgets.controls import push_button
from evidence_app.gui.widgets.labels import PlainLabel
from evidence_app.gui.widgets.notice_bar import NoticeBar
from evidence_app.gui.widgets.secret_clipboard import SecretClipboard
from evidence_app.gui.widgets.word_grid import WordGrid
from evidence_app.services import recovery
from evidence_app.services.recovery import Sheet
from evidence_app.system.words import _

WIDTH = 620


class RecoveryCard(Card):
    """Shows a sheet, has it typed back, and offers to put that off; the words live no longer than the card."""

    save_asked = Signal()
    print_asked = Signal()
    confirmed = Signal()  # three words were typed back
    postponed = Signal()

    def __init__(self, sheet: Sheet, *, can_print: bool = True) -> None:
        super().__init__(WIDTH)
        self._sheet, self._places = sheet, recovery.places_to_check()
        self._clipboard = SecretClipboard(self)
        self.notice = NoticeBar(_("Close"))
        self.answer = PlainLabel(tone="danger", wrap=True)
        self.fields = [QLineEdit() for _place in self._places]
        self.save, self.print = push_button(_("Save as PDF…")), push_button(_("Print…"))
        self.copy = push_button(_("Copy the words"), "link")
        self.on = push_button(_("I have it on paper"), "primary")
        self.done = push_button(_("Check the sheet"), "primary")
        self.later = push_button(_("Do it later"), "link")
        self.back = push_button(_("Show the words again"), "link")
        self.print.setVisible(can_print)
        self.column.addWidget(PlainLabel(_("Recovery sheet"), type="h1"))
        self.column.addWidget(self.notice)
        self._pages = self._words_page(), self._check_page()
        for page in self._pages:
            self.column.addWidget(page)
        self._pages[1].hide()
        self._connect()

    def set_busy(self, is_busy: bool) -> None:
        """Take no second answer while the first is written."""
        self.setEnabled(not is_busy)

    def say_error(self, error: EvidenceError) -> None:
        """Say what stood in the way; the sheet is still there."""
        self.set_busy(False)
        self.notice.say(error.sentence(), error.advice(), kind="warn")

    def say_saved(self, name: str) -> None:
        """Say that the sheet lies in a file now, where it must not stay."""
        saved = _("“%(name)s” is saved.") % {"name": name}
        self.notice.say(saved, _("Print it, then delete the file: whoever finds it can open the case."), kind="info")

    def _connect(self) -> None:
        """Join buttons and fields to what they do."""
        self.save.clicked.connect(self.save_asked)
        self.print.clicked.connect(self.print_asked)
        self.copy.clicked.connect(self._on_copy)
        self.on.clicked.connect(lambda: self._turn(1))
        self.back.clicked.connect(lambda: self._turn(0))
        self.later.clicked.connect(self._on_later)
        self.done.clicked.connect(self._on_done)
        for field, following in zip(self.fields, self.fields[1:], strict=False):
            field.returnPressed.connect(following.setFocus)
        self.fields[-1].returnPressed.connect(self.done.click)

    def _words_page(self) -> QWidget:
        """Lay out the words, and the ways to paper."""
        page, column = _page()
        purpose = _(
            "These 24 words open the case when its passphrase is forgotten. They are shown this once and kept "
            "nowhere. Bring them to paper and keep that under lock, away from this computer."
        )
        column.addWidget(PlainLabel(purpose, tone="2", wrap=True))
        column.addWidget(WordGrid(self._sheet.words, self._sheet.numbers))
        facts = _("Case %(mark)s · made on %(date)s") % {"mark": self._sheet.mark, "date": self._sheet.made_on}
        column.addWidget(PlainLabel(facts, type="caption", tone="3", wrap=True))
        ways = QHBoxLayout()
        ways.setSpacing(8)
        ways.addStretch()
        for button in (self.copy, self.save, self.print):
            ways.addWidget(button)
        column.addLayout(ways)
        column.addSpacing(8)
        foot = QHBoxLayout()
        foot.addWidget(self.later)
        foot.addStretch()
        foot.addWidget(self.on)
        column.addLayout(foot)
        return page

    def _check_page(self) -> QWidget:
        """Lay out the three fields."""
        page, column = _page()
        asked = _("Type these three words from the paper, or the four digits beside them. Then the sheet is good.")
        column.addWidget(PlainLabel(asked, tone="2", wrap=True))
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        for number, (place, field) in enumerate(zip(self._places, self.fields, strict=True)):
            title = _("Word %(place)s") % {"place": place}
            label = PlainLabel(title, tone="2")
            label.setBuddy(field)
            field.setAccessibleName(title)
            grid.addWidget(label, 0, number)
            grid.addWidget(field, 1, number)
        column.addLayout(grid)
        column.addWidget(self.answer)
        self.answer.hide()
        column.addStretch()
        foot = QHBoxLayout()
        foot.addWidget(self.back)
        foot.addStretch()
        foot.addWidget(self.done)
        column.addLayout(foot)
        return page

    def _turn(self, number: int) -> None:
        """Show the words, or the fields: never both."""
        self.notice.hide()
        for place, page in enumerate(self._pages):
            page.setVisible(place == number)
        (self.fields[0] if number else self.on).setFocus()

    def _on_copy(self) -> None:
        self._clipboard.copy(" ".join(self._sheet.words))
        copied = _("The words are on the clipboard for half a minute.")
        self.notice.say(copied, _("Put them nowhere but into a password safe."))

    def _on_later(self) -> None:
        """Warn once; the second press means it."""
        warning = _("Without a sheet nobody can open this case once the passphrase is forgotten.")
        advice = _("Nobody can reset it, we neither. The Overview will remind you until a sheet was checked.")
        self.notice.say(warning, advice, kind="warn", action=_("Do it later"), call=self._put_off)

    def _put_off(self) -> None:
        self._forget()
        self.postponed.emit()

    def _on_done(self) -> None:
        """Compare what was typed with the sheet, and name what differs by its place."""
        wrong = [
            (place, field)
            for place, field in zip(self._places, self.fields, strict=True)
            if not recovery.is_word(field.text(), self._sheet.words[place - 1])
        ]
        if wrong:
            place, field = wrong[0]
            self.answer.setText(_("Word %(place)s on the sheet is another one.") % {"place": place})
            self.answer.show()
            field.setFocus()
            field.selectAll()
            return
        self.answer.hide()
        self.confirmed.emit()

    def _forget(self) -> None:
        """Leave no word behind."""
        self._clipboard.clear()
        for field in self.fields:
            field.clear()


def _page() -> tuple[QWidget, QVBoxLayout]:
    """Return an empty page and its column."""
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(10)
    return page, column
