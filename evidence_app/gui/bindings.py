"""Who carries out which command."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from evidence_app.gui.actions.catalogue import COMMANDS, MENUS
from evidence_app.gui.actions.registry import Actions, keys_of
from evidence_app.gui.dialogs.about_sheet import AboutSheet
from evidence_app.gui.dialogs.keys_sheet import KeysSheet
from evidence_app.gui.theme.appearance import SCHEMES
from evidence_app.system import words
from evidence_app.system.words import _

if TYPE_CHECKING:
    from evidence_app.gui.main_window import MainWindow
    from evidence_app.gui.shell.shell import Shell

_TAB, _BY_TAB = Qt.FocusReason.TabFocusReason, Qt.FocusPolicy.TabFocus


def bind(window: MainWindow, actions: Actions) -> None:
    """Bind every command of the catalogue."""
    _bind_case(window, actions)
    _bind_view(window, actions)
    _bind_places(window, actions)
    actions.bind("help.keys", lambda: _show_keys(window, actions))
    actions.bind("help.about", lambda: AboutSheet(window).open())


def _bind_case(window: MainWindow, actions: Actions) -> None:
    """Bind what opens, fills and closes cases."""
    actions.bind("case.new", window.show_new_case)
    actions.bind("case.open", window.choose_case)
    actions.bind("case.sample", window.open_sample)
    actions.bind("case.lock", window.lock)
    actions.bind("app.quit", window.close)
    actions.bind("files.import", window.import_files)
    actions.bind("folder.import", window.import_folder)
    actions.bind("dossier.make", window.make_dossier)


def _bind_view(window: MainWindow, actions: Actions) -> None:
    """Bind how the window looks, and show what is chosen."""
    look = window.appearance
    sidebar, side, full = (actions[f"view.{name}"] for name in ("sidebar", "inspector", "full_screen"))
    for action in (sidebar, side):
        action.setChecked(True)
    full.setChecked(window.isFullScreen())
    actions.bind("view.sidebar", _with(window, lambda shell: shell.sidebar.setVisible(sidebar.isChecked())))
    actions.bind("view.inspector", _with(window, lambda shell: shell.show_inspector(side.isChecked())))
    actions.bind("view.reset", _with(window, lambda shell: shell.reset_layout()))
    actions.bind("view.full_screen", lambda: window.showFullScreen() if full.isChecked() else window.showNormal())
    for scheme in SCHEMES:
        actions[f"scheme.{scheme}"].setChecked(look.scheme == scheme)
        actions.bind(f"scheme.{scheme}", partial(look.choose_scheme, scheme))
    actions.bind("text.larger", partial(look.step_size, 1))
    actions.bind("text.smaller", partial(look.step_size, -1))
    actions.bind("text.normal", partial(look.choose_size, 100))
    for code in words.LANGUAGES:
        actions[f"language.{code}"].setChecked(words.language() == code)
        actions.bind(f"language.{code}", partial(window.speak, code))


def _bind_places(window: MainWindow, actions: Actions) -> None:
    """Bind the ways from place to place."""
    actions.bind("go.search", _with(window, lambda shell: shell.top.focus_field()))
    actions.bind("go.back", _with(window, lambda shell: shell.step_back(-1)))
    actions.bind("go.forward", _with(window, lambda shell: shell.step_back(1)))
    actions.bind("go.next_pane", _with(window, _next_pane))
    actions.bind("record.next", _with(window, lambda shell: shell.page.step(1)))
    actions.bind("record.previous", _with(window, lambda shell: shell.page.step(-1)))
    actions.bind("page.next", _with(window, lambda shell: shell.step_page(1)))
    actions.bind("page.previous", _with(window, lambda shell: shell.step_page(-1)))
    for command in COMMANDS:
        page = command.name.removeprefix("page.")
        if command.name.startswith("page.") and page not in ("find", "next", "previous"):
            actions.bind(command.name, _with(window, partial(_go, page)))
    actions.bind("page.find", _with(window, lambda shell: shell.page.focus_filter()))
    actions.bind("citation.copy", _with(window, _copy_citation))


def _with(window: MainWindow, call: Callable[[Shell], object]) -> Callable[[], None]:
    """Carry out a command on the shell, where there is one."""

    def carry_out() -> None:
        if window.shell is not None:
            call(window.shell)

    return carry_out


def _go(page: str, shell: Shell) -> None:
    """Bring a page to the front, and the keyboard into what it lists."""
    shell.go(page)
    shell.page.focus_list()


def _copy_citation(shell: Shell) -> None:
    """Copy the citation of what is chosen: a code, never a name."""
    citation = shell.page.citation()
    if citation:
        QGuiApplication.clipboard().setText(citation)
        shell.status.show_selection(_("Copied: %(citation)s") % {"citation": citation})


def _next_pane(shell: Shell) -> None:
    """Move the focus to the next pane: page (its list first), inspector, sidebar, search."""
    panes: list[QWidget] = [shell.page.body, shell.page.side, shell.sidebar, shell.top]
    panes = [pane for pane in panes if pane.isVisible()]
    focus = QApplication.focusWidget()
    holds = [focus is not None and (pane is focus or pane.isAncestorOf(focus)) for pane in panes]
    here = holds.index(True) if True in holds else -1
    for step in range(1, len(panes) + 1):
        pane = panes[(here + step) % len(panes)]
        if pane is shell.page.body and any(view.isVisible() for view in shell.page.lists()):
            shell.page.focus_list()
            return
        target = next((child for child in pane.findChildren(QWidget) if _takes_focus(child)), None)
        if target is not None:
            target.setFocus(_TAB)
            return


def _takes_focus(widget: QWidget) -> bool:
    """Tell whether a widget can be reached with the keyboard."""
    return bool(widget.focusPolicy() & _BY_TAB) and widget.isVisible() and widget.isEnabled()


def _show_keys(window: MainWindow, actions: Actions) -> None:
    """List the keys of all commands that have one."""
    groups = []
    for key, title in MENUS.items():
        lines = [(_(c.title).rstrip("…"), keys_of(actions[c.name])) for c in COMMANDS if c.menu == key and c.keys]
        if lines:
            groups.append((_(title).replace("&", ""), lines))
    KeysSheet(groups, window).open()
