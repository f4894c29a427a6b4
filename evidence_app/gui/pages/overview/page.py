"""The overview page: one column of cards on the ground of the window; it scrolls."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QScrollArea, QWidget

from evidence_app.gui.dialogs import choosing
from evidence_app.gui.jobs.archive_lane import ArchiveLane
from evidence_app.gui.pages.overview import rows
from evidence_app.gui.pages.overview.board import Board
from evidence_app.gui.pages.overview.rows import Line
from evidence_app.gui.pages.overview.view_model import OverviewViewModel
from evidence_app.gui.pages.page import Page
from evidence_app.gui.widgets import privacy
from evidence_app.services.overview import sheet
from evidence_app.services.overview.heading import Heading
from evidence_app.system.words import _, ngettext_


class _NoPane(QWidget):
    """The right pane of a page that has none: it cannot be shown."""

    def setVisible(self, _visible: bool) -> None:
        """Stay hidden."""
        super().setVisible(False)


class OverviewPage(Page):
    """Binds what the view model fetched to the board; links lead out by citations and by names of commands."""

    command_asked = Signal(str)  # name of a command, such as page.proceedings
    start_asked = Signal(str, int)  # kind of evidence to be added, and for whom

    def __init__(self, lane: ArchiveLane) -> None:
        self.view_model, self.board = OverviewViewModel(lane), Board()
        self.area = QScrollArea()
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(self.board)
        super().__init__(self.area, _NoPane())
        self._connect()

    def title(self) -> str:
        """Return the page's name."""
        return _("Overview")

    def offer(self, commands: frozenset[str]) -> None:
        """Take up which commands the window has; a way to any other is not shown."""
        self.board.offer(commands)

    def enter(self) -> None:
        """Fetch everything anew."""
        self.view_model.load()

    def case_changed(self, touched: frozenset[str]) -> None:
        """Fetch what speaks of these nouns."""
        self.view_model.case_changed(touched)

    def clear(self) -> None:
        """Forget everything: the case was locked."""
        self.view_model.forget()
        self.board.forget()

    def focus_list(self) -> None:
        """Put the keyboard into the matrix, or where a case begins."""
        self.board.focus_first()

    def focus_side(self) -> None:
        """Open what the cursor is on: this page has no right pane."""
        if self.citation():
            self.followed.emit(self.citation())

    def lists(self) -> Sequence[QAbstractItemView]:
        """Return nothing: story and matrix have menus of their own."""
        return ()

    def citation(self) -> str:
        """Return the citation of what the cursor is on."""
        if self.board.story.hasFocus():
            return self.board.story.citation()
        return self.board.matrix.citation() if self.board.matrix.table.hasFocus() else ""

    def restyle(self) -> None:
        """Take up the sizes of the look in force."""
        self.board.restyle()

    def _connect(self) -> None:
        """Bind board and view model."""
        self.view_model.arrived.connect(self._show)
        self.view_model.news_arrived.connect(lambda _news: self._show_news())
        self.view_model.saved.connect(self._on_saved)
        self.view_model.failed.connect(self.say_error)
        privacy.screen().changed.connect(self._show_all)
        board = self.board
        board.story.opened.connect(self.followed)
        board.story.told.connect(self.status_changed)
        board.matrix.told.connect(self.status_changed)
        board.matrix.opened.connect(self.followed)
        board.matrix.begun.connect(self.start_asked)
        board.matrix.export_asked.connect(self.ask_table)
        board.line_chosen.connect(self._on_line_chosen)
        board.command_asked.connect(self._on_command)

    def _show(self, part: str, value: Any) -> None:
        """Show one part."""
        match part:
            case "heading":
                self.board.show_heading(_screened(value))
            case "story":
                self.board.show_story(privacy.shown(value))
            case "proof":
                self.board.show_proof(value)
            case "dates":
                self.board.dates.show_lines(rows.due_lines(value))
            case "decisions":
                self.board.decisions.show_lines(rows.decision_lines(value))
            case "work":
                self.board.work.show_lines(rows.work_lines(value))

    def _show_all(self) -> None:
        """Show all anew: names are hidden now, or shown."""
        for part, value in self.view_model.held.items():
            self._show(part, value)
        self._show_news()

    def _show_news(self) -> None:
        news = self.view_model.news
        self.board.show_news(news.when if news else "", rows.since_lines(news) if news else [])

    def _on_line_chosen(self, line: Line) -> None:
        if line.command:
            self._on_command(line.command)
        else:
            self.followed.emit(line.citation)

    def _on_command(self, name: str) -> None:
        if name == "files.import":
            self.import_asked.emit()
        elif name == "news.dismiss":
            self.view_model.dismiss_news()
            self._show_news()
        else:
            self.command_asked.emit(name)

    def ask_table(self) -> None:
        """Ask where the table shall lie; the name offered says nothing of the case."""
        chosen = choosing.new_file(self, _("Save proof by victim"), f"{sheet.NAME}.csv", "CSV (*.csv)")
        if chosen is not None:
            self.view_model.save_table(as_csv(chosen))

    def _on_saved(self, saved: sheet.Saved) -> None:
        """Say what left."""
        said = ngettext_("%(name)s is saved: %(n)s person.", "%(name)s is saved: %(n)s people.", saved.people)
        kept = ngettext_("%(n)s person was withheld.", "%(n)s people were withheld.", saved.withheld)
        advice = [kept % {"n": saved.withheld}] if saved.withheld else []
        advice.append(_("It holds codes, no names. That it left stands in the journal."))
        self.say(said % {"name": saved.path.name, "n": saved.people}, " ".join(advice), kind="ok")


def _screened(heading: Heading) -> Heading:
    """Return the head as it may be shown now: the case by its number, whatever its title says."""
    title = privacy.name(heading.title, heading.code or _("Case"))
    return privacy.shown(dataclasses.replace(heading, title=title))


def as_csv(path: Path) -> Path:
    """Return a path that ends in .csv; a dot in the name is part of the name."""
    return path if path.suffix.casefold() == ".csv" else path.with_name(f"{path.name}.csv")
