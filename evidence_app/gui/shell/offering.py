"""What can be done now: commands offered by page and selection, menus of lists and of the case."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QWidget

from evidence_app.domain.localised import Localised
from evidence_app.gui.actions.registry import Actions
from evidence_app.gui.pages.page import Page
from evidence_app.gui.shell.history import History
from evidence_app.gui.shell.sidebar import Sidebar
from evidence_app.gui.widgets import privacy
from evidence_app.services import labelling, linking
from evidence_app.system.words import _

if TYPE_CHECKING:
    from evidence_app.gui.shell.shell import Shell

# What a list offers in its own menu, and what the menu of the case offers; an empty name draws a line.
IN_LISTS = (
    *("record.open", "record.edit", "record.quick_look", ""),
    *("record.link", "record.paste", "record.label", "record.citation", "", "record.void"),
)
IN_CASE_MENU = ("case.settings", "", "case.lock", "", "case.open", "case.new")
OF_RECORD = {"record.edit": "edit_record", "record.quick_look": "quick_look", "record.uncover": "uncover"}


@dataclass(frozen=True, slots=True)
class CaseWords:
    """What a case and who works in it are called, in whatever language is spoken when it is asked."""

    name: Localised
    code: str
    account: str
    is_sample: bool = False

    @property
    def title(self) -> str:
        """The name of the case."""
        return self.name.best()

    @property
    def chip(self) -> str:
        """What sort of case it is, where it is a special one."""
        return _("Sample case") if self.is_sample else ""


def offers(page: Page, history: History, pages: Iterable[Page]) -> dict[str, bool]:
    """Return which of the commands that depend on the page in front can act now."""
    subject, citation = page.front.subject, page.front.citation
    is_chosen = bool(citation) or subject is not None
    return {name: is_chosen and page.can(verb) for name, verb in OF_RECORD.items()} | {
        "record.void": subject is not None and page.can_void(subject),
        **dict.fromkeys(("record.link", "record.paste"), subject is not None and subject.noun in linking.LINKED),
        "record.label": subject is not None
        and subject.noun in labelling.CARRIERS
        and not privacy.is_on(),  # a label is a name as it is written
        "record.open": is_chosen,
        "record.citation": bool(citation),
        "record.new": page.can("new_record"),
        "record.new_any": any(other.can("new_record") for other in pages),
        "view.columns": page.can("choose_columns"),
        **{f"view.density.{name}": page.can("set_density") for name in ("compact", "normal", "roomy")},
        "page.find": page.can("focus_filter") or page.can("query"),
        "search.save": bool(page.kept()),
        "go.back": history.can_step(-1),
        "go.forward": history.can_step(1),
    }


def give_menu(page: Page, actions: Actions) -> None:
    """Give every list of a page the commands that it offers in its own menu."""
    for view in page.lists():
        add(view, IN_LISTS, actions)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        paste = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), view)
        paste.setContext(Qt.ShortcutContext.WidgetShortcut)
        paste.activated.connect(actions["record.paste"].trigger)


def case_menu(parent: QWidget, actions: Actions) -> QMenu:
    """Return the menu of the case."""
    menu = QMenu(parent)
    add(menu, IN_CASE_MENU, actions)
    menu.aboutToHide.connect(menu.deleteLater)
    return menu


def ask_new(shell: Shell) -> None:
    """Ask which kind of record to begin, and begin it on its page."""
    menu, button = QMenu(shell), shell.top.new_button
    for name, page in shell.pages.items():
        if page.can("new_record"):
            menu.addAction(page.new_words(), partial(_begin_on, shell, name))
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(button.mapToGlobal(QPoint(0, button.height() + 4)))


def _begin_on(shell: Shell, name: str) -> None:
    shell.go(name)
    shell.page.new_record()


def add(widget: QWidget, names: Iterable[str], actions: Actions) -> None:
    """Add commands by name; an empty name adds a line."""
    for name in names:
        widget.addAction(actions[name] if name else actions.line())


def name_case(sidebar: Sidebar, words: CaseWords) -> None:
    """Name the case in the sidebar; by its number alone while names are hidden."""
    if privacy.is_on():
        sidebar.show_case(words.code or _("Case"), "", words.chip)
    else:
        sidebar.show_case(words.title, words.code, words.chip)


def say_sealed(page: Page) -> None:
    """Say where the case lies and who can read it."""
    words = _("This case is encrypted and stays on this computer.")
    page.say(words, _("The program opens no network connection. Whoever has the passphrase can read the case."))
