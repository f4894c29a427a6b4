"""The head of the inspector: who or what it is, its marks, what can be done, how far consent goes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QTabBar, QVBoxLayout, QWidget

from evidence_app.gui.theme import look
from evidence_app.gui.theme.look import px
from evidence_app.gui.widgets.controls import push_button, tool_button
from evidence_app.gui.widgets.flow_row import FlowRow
from evidence_app.gui.widgets.initials import Initials
from evidence_app.gui.widgets.inspector_sections import link_to
from evidence_app.gui.widgets.labels import PlainLabel
from evidence_app.gui.widgets.notice_bar import Pictogram
from evidence_app.services.linking import LINKED
from evidence_app.system.words import N_, _

if TYPE_CHECKING:
    from evidence_app.services.consent_card import Card
    from evidence_app.services.details import Details

PICTURE_HEIGHT = 190
TITLES = {"details": N_("Details"), "evidence": N_("Evidence"), "timeline": N_("Timeline"), "history": N_("History")}
OPEN = ("open", N_("Open record"), "maximize-2")
SECOND = {"person": ("add_statement", N_("Add statement"), "plus")}
LINK = ("link", N_("Link…"), "link")
_CARD_ICONS = {"ok": "circle-check", "warn": "triangle-alert", "danger": "circle-alert", "info": "info"}
_TOP = Qt.AlignmentFlag.AlignTop


class Still(QWidget):
    """A picture, fitted into the width of the pane."""

    def __init__(self, picture: QPixmap, height: int = PICTURE_HEIGHT) -> None:
        super().__init__()
        self._picture = picture
        self.setFixedHeight(px(height))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it on the stage."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), look.colour("stage"))
        place = QRect(QPoint(0, 0), self._picture.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio))
        place.moveCenter(self.rect().center())
        painter.drawPixmap(place, self._picture)


def head(details: Details, menu: Sequence[QAction] = ()) -> QHBoxLayout:
    """Return title, subtitle, code and marks; a person's initials before them, a menu of commands after them."""
    column = QVBoxLayout()
    column.setSpacing(3)
    column.addWidget(PlainLabel(details.title, type="h2", wrap=True).selectable())
    if details.subtitle:
        column.addWidget(PlainLabel(details.subtitle, type="caption", tone="2", wrap=True))
    chips = FlowRow()
    if details.code:
        chips.add(PlainLabel(details.code, chip="plain"))
    for place, words in enumerate(words for words in details.badges if words):
        chips.add(PlainLabel(words, chip="warn" if place else "plain"))  # after the first they are warnings
    for words in details.labels:
        chips.add(PlainLabel(words, chip="accent"))
    if details.voided:
        chips.add(PlainLabel(_("Voided"), chip="danger"))
    column.addSpacing(3)
    column.addWidget(chips)
    line = QHBoxLayout()
    line.setSpacing(12)
    if details.code.startswith("P"):
        line.addWidget(Initials(details.title), 0, _TOP)
    line.addLayout(column, 1)
    if menu:
        line.addWidget(_menu_button(menu), 0, _TOP)
    return line


def _menu_button(menu: Sequence[QAction]) -> QWidget:
    """Return the button that opens the commands of the Record menu."""
    made = tool_button("ellipsis", _("More commands"))
    popup = QMenu(made)
    popup.addActions(list(menu))
    made.clicked.connect(lambda: popup.popup(made.mapToGlobal(made.rect().bottomLeft())))
    return made


def verbs(details: Details, act: Callable[[str], object]) -> QWidget:
    """Return the buttons that fit a record; they go on in the next line where the pane is narrow."""
    row = FlowRow()
    offered = (OPEN, *([SECOND.get(details.noun, LINK)] if details.noun in LINKED else ()))
    for name, title, icon in offered:
        button = push_button(_(title), icon=icon)
        button.clicked.connect(lambda _checked=False, verb=name: act(verb))
        row.add(button)
    return row


def tab_bar(details: Details, chosen: str) -> QTabBar:
    """Return the tabs of a record; the one of evidence says how much there is."""
    bar = QTabBar()
    bar.setDrawBase(False)
    bar.setExpanding(False)
    bar.setUsesScrollButtons(True)  # in a narrow pane the words stay whole, and the last ones are scrolled to
    bar.setElideMode(Qt.TextElideMode.ElideNone)
    bar.setAccessibleName(details.title)
    for name in details.tabs:
        words = f"{_(TITLES[name])}  {details.evidence}" if name == "evidence" else _(TITLES[name])
        place = bar.addTab(words)
        bar.setTabData(place, name)
        bar.setTabToolTip(place, words)
    bar.setCurrentIndex(details.tabs.index(chosen))
    return bar


def card(said: Card, follow: Callable[[str], object]) -> QFrame:
    """Return a sentence on a tinted ground: its kind is said by words and icon, not by colour alone."""
    made = QFrame()
    made.setProperty("bar", said.kind)
    row = QHBoxLayout(made)
    row.setContentsMargins(12, 9, 12, 9)
    row.setSpacing(8)
    icon = said.icon or _CARD_ICONS[said.kind]
    row.addWidget(Pictogram(icon, "accent" if said.kind == "info" else said.kind), 0, _TOP)
    column = QVBoxLayout()
    column.setSpacing(1)
    column.addWidget(PlainLabel(said.title, type="h3", wrap=True))
    if said.words:
        column.addWidget(PlainLabel(said.words, type="caption", tone="2", wrap=True))
    row.addLayout(column, 1)
    if said.ref:
        row.addWidget(link_to(said.ref, said.ref, follow, wrap=False), 0, _TOP)
    return made
