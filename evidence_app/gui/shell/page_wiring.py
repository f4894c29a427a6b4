"""What the shell hears from each of its pages."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from evidence_app.gui.actions.catalogue import COMMANDS
from evidence_app.gui.pages.overview.page import OverviewPage
from evidence_app.gui.pages.page import Page
from evidence_app.gui.pages.search.page import SearchPage
from evidence_app.services.overview import proof
from evidence_app.services.overview.cells import Evidence

if TYPE_CHECKING:
    from evidence_app.gui.shell.shell import Shell


def connect(shell: Shell, page: Page) -> None:
    """Bind a page to the bars round it, and to the ways out of it."""
    page.followed.connect(shell.following.follow)
    page.heading_changed.connect(shell.show_heading)
    page.status_changed.connect(partial(shell.show_status, page))
    page.saving_changed.connect(shell.status.show_saving)
    page.import_asked.connect(shell.import_asked)
    page.side_asked.connect(lambda is_shown: shell.panes.choose("inspector", is_shown=is_shown))
    if isinstance(page, SearchPage):
        page.save_asked.connect(shell.saved.save_front)
    if isinstance(page, OverviewPage):
        page.command_asked.connect(shell.command_asked)
        page.start_asked.connect(lambda kind, whom: shell.begin_asked.emit(*proof.begins(Evidence(kind), whom)))
        page.offer(frozenset(command.name for command in COMMANDS))
