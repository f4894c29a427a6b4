"""What lies on the overview: heading, news, story, matrix, and three cards side by side where there is room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from evidence_app.gui.pages.overview.headline import Headline, calm, card_of
from evidence_app.gui.pages.overview.rows import Line, first_steps
from evidence_app.gui.pages.overview.section_card import SectionCard
from evidence_app.gui.theme.look import px
from evidence_app.gui.widgets.controls import push_button, tool_button
from evidence_app.gui.widgets.labels import PlainLabel
from evidence_app.gui.widgets.proof_matrix import ProofMatrix
from evidence_app.gui.widgets.proof_square import Legend
from evidence_app.gui.widgets.story_strip import INSET, StoryLegend, StoryStrip
from evidence_app.services.overview.heading import Heading
from evidence_app.services.overview.proof import Matrix
from evidence_app.services.overview.story import Point
from evidence_app.system.words import _

MARGIN, SPACE, THREE_ABREAST = 24, 16, 880


class Board(QWidget):
    """The column of cards; it knows no case, it shows what it is given."""

    line_chosen = Signal(object)  # a Line
    command_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._is_awaited, self._focus_then = False, QApplication.focusWidget()
        self.setAutoFillBackground(True)  # in the colour of the window's ground
        self.story, self.matrix = StoryStrip(), ProofMatrix()
        self.news = SectionCard("", more=_("Close"), command="news.dismiss")
        self.first = SectionCard(_("What to do first"))
        self.dates = SectionCard(
            _("Next dates"), _("Nothing is due. Deadlines and consents that run out stand here."),
            _("All dates"), "page.proceedings",
        )  # fmt: skip
        self.decisions = SectionCard(_("Needs a decision"), _("Nothing waits for you."))
        self.work = SectionCard(_("Latest work"), _("Nothing was done yet."), _("Custody log"), "page.custody")
        self._title, self._figures = PlainLabel(type="display", wrap=True), PlainLabel(tone="2", wrap=True)
        self._summary = PlainLabel(type="caption", tone="3", wrap=True)
        self.settings = push_button(_("Case settings"), icon="settings")
        self._no_story = calm(_("No key events yet. Mark an event as a key event, and it stands here in its time."))
        self._decided = StoryLegend()
        self._story_card = card_of(self.story, self._decided, self._no_story, inset=INSET)
        self._proof_card = self._make_proof_card()
        self._abreast = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()
        self._connect()
        self.offer(frozenset())
        self._show_cards(is_empty=None)

    def show_heading(self, heading: Heading) -> None:
        """Show title and figures; a case that holds nothing shows what to do first in the place of all cards."""
        self._title.setText(heading.title)
        self._figures.setText(heading.figures)
        self._figures.setVisible(bool(heading.figures))
        self._summary.setText(heading.summary)
        self._summary.setVisible(bool(heading.summary))
        self._show_cards(is_empty=heading.is_empty)
        if heading.is_empty:
            self._settle_focus()

    def show_story(self, points: Sequence[Point]) -> None:
        """Show the story; without key events the card says how one gets there."""
        self.story.show_points(points)
        self.story.setVisible(bool(points))
        self._decided.setVisible(any(point.is_decided for point in points))
        self._no_story.setVisible(not points)

    def show_proof(self, matrix: Matrix) -> None:
        """Show the matrix; without victims the card says who belongs there."""
        self.matrix.show_matrix(matrix)
        for widget in (self.matrix, self._legend, self._hint, self._more):
            widget.setVisible(bool(matrix.victims))
        self._no_proof.setVisible(not matrix.victims)
        self._settle_focus()

    def show_news(self, title: str, lines: Sequence[Line]) -> None:
        """Show what happened since the case was opened last, or put it away."""
        self.news.set_title(title)
        self.news.show_lines(lines)
        self.news.setVisible(bool(lines))

    def offer(self, commands: frozenset[str]) -> None:
        """Take up which commands there are."""
        known = commands | {"files.import", "news.dismiss"}
        self.settings.setVisible("case.settings" in commands)
        for card in self._cards():
            card.offer(known)
        self.first.show_lines([line for line in first_steps() if line.command in known])

    def forget(self) -> None:
        """Show nothing any more."""
        for label in (self._title, self._figures, self._summary):
            label.clear()
        for card in (self.news, self.dates, self.decisions, self.work):
            card.forget()
        self.show_news("", ())
        self.show_story(())
        self.show_proof(Matrix())
        self._is_awaited = False
        self._show_cards(is_empty=None)

    def focus_first(self) -> None:
        """Put the keyboard into the matrix, else the story, else the first line: as soon as there is one."""
        lines = [line for card in self._cards() if card.isVisibleTo(self) for line in card.lines()]
        views = [view for view in (self.matrix.table, self.story) if view.isVisibleTo(self)]
        target: QWidget | None = next(iter((*views, *lines)), None)
        self._is_awaited, self._focus_then = target is None, QApplication.focusWidget()
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _settle_focus(self) -> None:
        """Put the keyboard where it was wanted before anything was there."""
        if self._is_awaited and self._focus_then in (None, QApplication.focusWidget()):
            self.focus_first()

    def restyle(self) -> None:
        """Take up the sizes of the look in force."""
        self.story.restyle()
        self._decided.make_room()
        self.matrix.restyle()
        self._place_cards()

    def minimumSizeHint(self) -> QSize:
        """Need nothing by itself: the height follows from the width, and the rest scrolls."""
        return QSize(0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the three cards side by side where there is room for them."""
        super().resizeEvent(event)
        self._place_cards()

    def _cards(self) -> tuple[SectionCard, ...]:
        return (self.news, self.first, self.dates, self.decisions, self.work)

    def _place_cards(self) -> None:
        is_wide = self.width() >= px(THREE_ABREAST)
        direction = QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        if self._abreast.direction() != direction:
            self._abreast.setDirection(direction)

    def _show_cards(self, *, is_empty: bool | None) -> None:
        """Show the cards of a case, or of one that holds nothing yet; none while that is not known."""
        self.first.setVisible(is_empty is True)
        cards: tuple[QWidget, ...] = (self._story_card, self._proof_card, self.dates, self.decisions, self.work)
        for card in cards:
            card.setVisible(is_empty is False)
        if is_empty is None:
            self.news.hide()

    def _lay_out(self) -> None:
        """Place all parts."""
        words = QVBoxLayout()
        words.setSpacing(3)
        for label in (self._title, self._figures, self._summary):
            words.addWidget(label)
        head = QHBoxLayout()
        head.setSpacing(SPACE)
        head.addLayout(words, 1)
        head.addWidget(self.settings, 0, Qt.AlignmentFlag.AlignTop)
        self._abreast.setSpacing(SPACE)
        for card in (self.dates, self.decisions, self.work):
            self._abreast.addWidget(card, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 20, MARGIN, MARGIN)
        column.setSpacing(SPACE)
        column.addLayout(head)
        for part in (self.news, self.first, self._story_card, self._proof_card):
            column.addWidget(part)
        column.addLayout(self._abreast)
        column.addStretch(1)

    def _make_proof_card(self) -> QFrame:
        """Return the card of the matrix: title, hint, legend, and the menu of what else can be done."""
        self._legend = Legend()
        self._hint = PlainLabel(_("Open what is there, or add what is missing"), type="caption", tone="2", wrap=True)
        self._more = tool_button("ellipsis", _("More"))
        self._more.clicked.connect(self._on_more)
        head = Headline(PlainLabel(_("Proof by victim"), type="h2"), self._hint, self._legend, self._more)
        self._no_proof = calm(
            _("No victims yet. Whoever is marked as recognised, or takes part in an event as a victim, stands here.")
        )
        return card_of(head, self.matrix, self._no_proof)

    def _connect(self) -> None:
        """Hear the parts."""
        self.settings.clicked.connect(lambda: self.command_asked.emit("case.settings"))
        for card in self._cards():
            card.chosen.connect(self.line_chosen)
            card.more_asked.connect(self.command_asked)

    def _on_more(self) -> None:
        menu: QMenu = self.matrix.menu(self.matrix.table.rootIndex())
        menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))
