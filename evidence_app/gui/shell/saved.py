"""Saved searches in the sidebar: kept, counted, chosen, renamed, taken off."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu

from evidence_app.gui.dialogs.title_sheet import TitleSheet
from evidence_app.gui.jobs.archive_lane import ArchiveLane
from evidence_app.gui.shell.sidebar import Sidebar
from evidence_app.gui.widgets import privacy
from evidence_app.services import saved_searches
from evidence_app.services.saved_searches import Saved
from evidence_app.system.words import _

if TYPE_CHECKING:
    from evidence_app.gui.shell.shell import Shell


class SavedSearches(QObject):
    """Keeps the sidebar's list of them, and says which one is wanted."""

    chosen = Signal(str)  # the words of one that searches the whole case
    failed = Signal(object)

    def __init__(self, lane: ArchiveLane, sidebar: Sidebar, shell: Shell) -> None:
        super().__init__(shell)
        self._lane, self._sidebar, self._shell = lane, sidebar, shell
        self._held: dict[int, Saved] = {}
        sidebar.saved_chosen.connect(self._on_chosen)
        sidebar.saved_menu_asked.connect(self._show_menu)

    def refresh(self) -> None:
        """Fetch and count them anew."""
        self._lane.submit(saved_searches.of, topic="saved searches", done=self._on_fetched, failed=self.failed.emit)

    def show(self) -> None:
        """List them; by their numbers alone while names are hidden, for a title may be somebody's name."""
        titles = [privacy.name(one.title, _("Search %(n)s") % {"n": n}) for n, one in enumerate(self._held.values(), 1)]
        self._sidebar.show_saved(
            [(one.id, title, one.count) for one, title in zip(self._held.values(), titles, strict=True)]
        )
        if self._shell.page_name:
            self.mark(self._shell.page.kept())

    def mark(self, query: str) -> None:
        """Mark the one whose words are searched for now, if any."""
        here = next((str(one.id) for one in self._held.values() if one.query == query), "")
        self._sidebar.saved.choose(here)

    def save_front(self) -> None:
        """Ask for a title, and save under it what the page in front is asked for."""
        page, query = self._shell.page_name, self._shell.page.kept()
        if query:
            agreed = partial(self._act, saved_searches.add, query, page=page)
            self._ask(_("Save this search"), self._shell.page.kept_words(), agreed)

    def _on_chosen(self, search_id: int) -> None:
        """Search again, or filter the list again."""
        one = self._held[search_id]
        if one.page == saved_searches.SEARCH or one.page not in self._shell.pages:
            self.chosen.emit(one.query)
            return
        self._shell.arrive(one.page, 0)
        self._shell.page.show_kept(one.query)
        self._shell.offer()

    def _show_menu(self, search_id: int, at: QPoint) -> None:
        """Offer what can be done with one of them."""
        menu = QMenu(self._shell)
        title = self._held[search_id].title
        rename = partial(self._act, saved_searches.rename, search_id)
        menu.addAction(_("Rename…"), lambda: self._ask(_("Rename the search"), title, rename))
        menu.addAction(_("Remove from the list"), lambda: self._act(saved_searches.remove, search_id))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def _ask(self, heading: str, title: str, agreed: Callable[[str], object]) -> None:
        sheet = TitleSheet(heading, title, self._shell.window())
        sheet.agreed.connect(agreed)
        sheet.open()

    def _act(self, call: Callable[..., object], *values: Any, **named: Any) -> None:
        """Change the list in the archive lane, then fetch it anew."""
        self._lane.submit(partial(call, **named), *values, done=lambda _made: self.refresh(), failed=self.failed.emit)

    def _on_fetched(self, held: Sequence[Saved]) -> None:
        self._held = {one.id: one for one in held}
        self.show()
