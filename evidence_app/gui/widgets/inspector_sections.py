"""Sections of details as widgets: a heading, and rows of labels and values or of linked records."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from evidence_app.domain.citation import Citation
from evidence_app.gui.theme.look import px
from evidence_app.gui.widgets import drawing, tip
from evidence_app.gui.widgets.controls import rule, tool_button
from evidence_app.gui.widgets.labels import PlainLabel
from evidence_app.gui.widgets.link_label import HashLabel, LinkLabel
from evidence_app.gui.widgets.notice_bar import Pictogram
from evidence_app.system.words import N_, _, ngettext_

if TYPE_CHECKING:
    from evidence_app.services.details import DetailRow, Section

HASH = re.compile(r"[0-9a-f]{40,128}")
ICONS = {"P": "user", "T": "message-square-quote", "E": "film", "F": "scale", "N": "calendar-days"}
STACKED, LABEL, VALUE = 270, 104, 132  # below STACKED, values go under their labels; the most that a value insists on
SHORT, BESIDE = 36, 80  # letters of a value, and width of its words, beside which its sources have room; else below
MOST = 40  # rows that are made at once: the window stands still while widgets are made
VERBS = {"edit": N_("Edit"), "link": N_("Link…")}
_TOP = Qt.AlignmentFlag.AlignTop


@dataclass(frozen=True)
class Ways:
    """Whom the rows tell: of a citation to follow, of a verb (None: none is offered), of a link to take away."""

    follow: Callable[[str], object]
    act: Callable[[str], object] | None = None
    remove: Callable[[int, str], object] | None = None


def body(sections: Iterable[Section], ways: Ways, *, stacked: bool, first_rule: bool = True) -> QWidget:
    """Return sections one under the other, with a hairline between two of them."""
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for place, section in enumerate(section for section in sections if section.rows):
        if place or first_rule:
            column.addSpacing(14)
            column.addWidget(rule())
            column.addSpacing(14)
        column.addLayout(_section(section, ways, stacked=stacked))
    return made


def _section(section: Section, ways: Ways, *, stacked: bool) -> QLayout:
    """Return a heading with its rows: key and value, or linked records with icons."""
    column = QVBoxLayout()
    column.setSpacing(6)
    column.addLayout(_heading(section, ways))
    grid = QGridLayout()
    grid.setHorizontalSpacing(8)
    grid.setVerticalSpacing(5)
    grid.setColumnMinimumWidth(0, 0 if stacked else px(LABEL))
    grid.setColumnStretch(1, 1)
    _fill(grid, [row for row in section.rows if row.value], ways, stacked=stacked)
    column.addLayout(grid)
    return column


def _fill(grid: QGridLayout, rows: Sequence[DetailRow], ways: Ways, *, stacked: bool, before: str = "") -> None:
    """Put rows into a grid, of many the first ones and a way to the others; `before` is the label above them."""
    shown, rest = (rows, ()) if len(rows) <= MOST + 1 else (rows[:MOST], rows[MOST:])
    for row in shown:
        line = grid.rowCount()
        if row.icon or row.label == row.target:
            grid.addLayout(_linked(row, ways), line, 0, 1, 3)
            continue
        if row.label != before:
            name = PlainLabel(row.label, tone="3", wrap=True)
            if not stacked:
                name.setMaximumWidth(px(LABEL + 42))
                name.setMinimumWidth(min(_widest_word(row.label), px(LABEL + 42)))
            grid.addWidget(name, line, 0, 1, 3 if stacked else 1, _TOP)
            line += stacked
            before = row.label
        _put_value(grid, line, row, ways, first=0 if stacked else 1)
    if rest:
        more = LinkLabel(ngettext_("and %(n)s more", "and %(n)s more", len(rest)) % {"n": len(rest)})
        grid.addWidget(more, grid.rowCount(), 0, 1, 3, _TOP)

        def go_on() -> None:
            more.hide()
            more.deleteLater()
            _fill(grid, rest, ways, stacked=stacked, before=before)

        more.clicked.connect(go_on)


def _heading(section: Section, ways: Ways) -> QHBoxLayout:
    """Return the title of a section, with its verb at the right where one is offered."""
    line = QHBoxLayout()
    line.addWidget(PlainLabel(section.title, type="h3", wrap=True), 1)
    if section.verb and ways.act is not None:
        act, verb = ways.act, section.verb
        link = LinkLabel(_(VERBS[verb]))
        link.setWordWrap(False)
        link.setAccessibleName(f"{_(VERBS[verb])} ({section.title})")
        link.clicked.connect(lambda: act(verb))
        line.addWidget(link, 0, _TOP)
    return line


def _put_value(grid: QGridLayout, place: int, row: DetailRow, ways: Ways, *, first: int) -> None:
    """Put value and sources into a line, from a column on; what a source adds in words stands under the value."""
    if HASH.fullmatch(row.value):
        grid.addWidget(HashLabel(row.value), place, first, 1, 3 - first)
        return
    cites = [_cite(ref) for ref in row.refs]
    value: QWidget = PlainLabel(row.value, wrap=True).selectable()
    if row.target:
        value = link_to(row.value, row.target, ways.follow)
    value.setAccessibleName(f"{row.label}: {row.value}")
    widest = _widest_word(row.value)
    value.setMinimumWidth(min(widest, px(VALUE)))  # neither side cuts a word of the other
    column = QVBoxLayout()
    column.setSpacing(0)
    column.addWidget(value)
    for remark in dict.fromkeys(remark for _citation, remark in cites if remark):
        column.addWidget(PlainLabel(remark, type="caption", tone="3", wrap=True))
    beside: list[QWidget] = [link_to(citation, citation, ways.follow, wrap=False) for citation, _remark in cites]
    if row.mark and ways.remove is not None:
        beside.append(_remover(row, ways.remove))
    has_room = bool(beside) and len(row.value) <= SHORT and widest <= px(BESIDE)
    grid.addLayout(column, place, first, 1, (2 if has_room else 3) - first, _TOP)
    sources = QVBoxLayout()
    sources.setSpacing(0)
    for link in beside:
        sources.addWidget(link, 0, Qt.AlignmentFlag.AlignRight if has_room else Qt.AlignmentFlag.AlignLeft)
    if has_room:
        grid.addLayout(sources, place, 2, _TOP)
    else:
        column.addLayout(sources)


def _widest_word(text: str) -> int:
    """Return how much room the longest word of a text needs, with the border of a link."""
    return max(drawing.width_of(word) for word in text.split() or [""]) + 4


def _cite(ref: str) -> tuple[str, str]:
    """Split a source into its citation and what is said beside it."""
    if Citation.parse(ref) is not None:
        return ref, ""
    code, _space, remark = ref.partition(" ")
    return code, remark


def _linked(row: DetailRow, ways: Ways) -> QHBoxLayout:
    """Return a linked record: icon, its code, and under it what it says and how it is linked."""
    line = QHBoxLayout()
    line.setSpacing(9)
    icon = row.icon or ICONS.get(row.label[:1], "link")
    line.addWidget(Pictogram(icon, "text_2"), 0, Qt.AlignmentFlag.AlignVCenter)
    column = QVBoxLayout()
    column.setSpacing(0)
    if row.target:
        column.addWidget(link_to(row.label, row.target, ways.follow))
    else:
        column.addWidget(PlainLabel(row.label, type="name", wrap=True))
    if row.value:
        column.addWidget(PlainLabel(row.value, type="caption", tone="2", wrap=True))
    line.addLayout(column, 1)
    for citation, _remark in map(_cite, row.refs):
        line.addWidget(link_to(citation, citation, ways.follow, wrap=False), 0, _TOP)
    if row.mark and ways.remove is not None:
        line.addWidget(_remover(row, ways.remove), 0, _TOP)
    return line


def link_to(words: str, citation: str, follow: Callable[[str], object], *, wrap: bool = True) -> LinkLabel:
    """Return words that go to a citation."""
    made = LinkLabel(words)
    made.setWordWrap(wrap)
    made.setToolTip(tip.plain(citation))
    made.clicked.connect(lambda: follow(citation))
    return made


def _remover(row: DetailRow, remove: Callable[[int, str], object]) -> QWidget:
    """Return the button that takes a link away."""
    words = " · ".join((row.label, row.value))
    made = tool_button("x", _("Remove this link…"))
    made.setProperty("look", "small")
    made.setAccessibleDescription(words)
    made.clicked.connect(lambda: remove(row.mark, words))
    return made
