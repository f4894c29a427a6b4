"""Who carries out which command."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from evidence_app.gui import key_list, settings
from evidence_app.gui.actions.catalogue import COMMANDS
from evidence_app.gui.actions.registry import Actions
from evidence_app.gui.dialogs.about_sheet import AboutSheet
from evidence_app.gui.dialogs.keys_sheet import KeysSheet
from evidence_app.gui.theme.appearance import SCHEMES
from evidence_app.system import words
from evidence_app.system.words import _

if TYPE_CHECKING:
    from evidence_app.gui.main_window import MainWindow
    from evidence_app.gui.shell.shell import Shell

DENSITIES = ("compact", "normal", "roomy")
_TAB, _BY_TAB = Qt.FocusReason.TabFocusReason, Qt.FocusPolicy.TabFocus


def bind(window: MainWindow, actions: Actions) -> None:
    """Bind every command of the catalogue."""
    _bind_case(window, actions)
    _bind_look(window, actions)
    _bind_panes(window, actions)
    _bind_places(window, actions)
    _bind_record(window, actions)
    actions.bind("help.keys", lambda: _show_keys(window, actions))
    actions.bind("help.about", lambda: AboutSheet(window).open())


def _bind_case(window: MainWindow, actions: Actions) -> None:
    """Bind what opens, fills and closes cases."""
    actions.bind("case.new", window.entrance.show_new_case)
    actions.bind("case.open", window.entrance.choose_case)
    actions.bind("case.sample", window.entrance.open_sample)
    actions.bind("case.lock", window.lock)
    actions.bind("app.quit", window.close)
    actions.bind("files.import", window.import_files)
    actions.bind("folder.import", window.import_folder)
    actions.bind("dossier.make", window.make_dossier)
    actions.bind("case.settings", _with(window, lambda _shell: settings.ask_case(window)))
    actions.bind("app.settings", lambda: settings.ask_program(window))
    actions.bind("tools.calendar", _with(window, _export_calendar))
    actions.bind("tools.check", partial(_check_case, window))


def _bind_look(window: MainWindow, actions: Actions) -> None:
    """Bind how the window looks, and show what is chosen."""
    look, full = window.appearance, actions["view.full_screen"]
    full.setChecked(window.isFullScreen())
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


def _bind_panes(window: MainWindow, actions: Actions) -> None:
    """Bind what of an open case is shown, and how."""
    for name in ("sidebar", "inspector"):
        action = actions[f"view.{name}"]
        action.setChecked(True)
        actions.bind(f"view.{name}", _with(window, partial(_choose_pane, name, action.isChecked)))
    privacy = actions["view.privacy"]
    actions.bind("view.privacy", _with(window, lambda shell: shell.screening.put(privacy.isChecked())))
    actions.bind("view.reset", _with(window, lambda shell: shell.reset_layout()))
    actions.bind("view.columns", _with(window, lambda shell: shell.page.choose_columns()))
    for density in DENSITIES:
        actions.bind(f"view.density.{density}", _with(window, partial(_choose_density, density)))


def _bind_places(window: MainWindow, actions: Actions) -> None:
    """Bind the ways from place to place."""
    actions.bind("go.anywhere", _with(window, lambda shell: shell.going.begin()))
    actions.bind("go.search", _with(window, lambda shell: shell.going.begin_search()))
    actions.bind("go.back", _with(window, lambda shell: shell.step_back(-1)))
    actions.bind("go.forward", _with(window, lambda shell: shell.step_back(1)))
    actions.bind("go.next_pane", _with(window, _next_pane))
    actions.bind("record.next", partial(_step, window, 1))
    actions.bind("record.previous", partial(_step, window, -1))
    actions.bind("page.next", _with(window, lambda shell: shell.step_page(1)))
    actions.bind("page.previous", _with(window, lambda shell: shell.step_page(-1)))
    for command in COMMANDS:
        page = command.name.removeprefix("page.")
        if command.name.startswith("page.") and page not in ("find", "next", "previous"):
            actions.bind(command.name, _with(window, partial(_go, page)))
    actions.bind("page.find", _with(window, _find))
    actions.bind("search.save", _with(window, lambda shell: shell.saved.save_front()))


def _bind_record(window: MainWindow, actions: Actions) -> None:
    """Bind what is done to the record chosen."""
    actions.bind("record.new", _with(window, lambda shell: shell.page.new_record()))
    actions.bind("record.new_any", _with(window, lambda shell: shell.ask_new()))
    actions.bind("record.open", _with(window, lambda shell: shell.page.open_record()))
    actions.bind("record.edit", _with(window, lambda shell: shell.page.edit_record()))
    actions.bind("record.quick_look", _with(window, lambda shell: shell.page.quick_look()))
    actions.bind("record.uncover", _with(window, lambda shell: shell.page.uncover()))
    actions.bind("record.citation", _with(window, _copy_citation))
    for verb in ("void", "link", "label"):
        actions.bind(f"record.{verb}", _with(window, partial(_record, window, verb)))
    actions.bind("record.paste", partial(_move, window, "paste"))
    for verb in ("undo", "redo"):
        actions.bind(f"edit.{verb}", partial(_move, window, verb))
    actions.bind("edit.save", _with(window, lambda shell: shell.save()))


def _with(window: MainWindow, call: Callable[[Shell], object]) -> Callable[[], None]:
    """Carry out a command on the shell, where there is one."""

    def carry_out() -> None:
        if window.shell is not None:
            call(window.shell)

    return carry_out


def _choose_pane(name: str, is_shown: Callable[[], bool], shell: Shell) -> None:
    """Show or hide a pane."""
    shell.panes.choose(name, is_shown=is_shown())


def _choose_density(density: str, shell: Shell) -> None:
    """Set the height of rows in every list."""
    shell.set_density(density)


def _record(window: MainWindow, verb: str, shell: Shell) -> None:
    """Void, link or label the record chosen."""
    if window.recording is not None:
        getattr(window.recording, verb)(shell.page.front.subject)


def _step(window: MainWindow, direction: int) -> None:
    """Go to the next or previous record; an open form goes along."""
    if window.editing is not None:
        window.editing.step(direction)


def _move(window: MainWindow, verb: str) -> None:
    """Undo, or do again."""
    if window.recording is not None:
        getattr(window.recording, verb)()


def _check_case(window: MainWindow) -> None:
    """Check the open case."""
    if window.flows is not None:
        window.flows.checking.start()


def _export_calendar(shell: Shell) -> None:
    """Export the deadlines, from the page that lists them."""
    shell.go("proceedings")
    shell.page.export_calendar()


def _go(page: str, shell: Shell) -> None:
    """Bring a page to the front, and the keyboard into what it lists."""
    shell.go(page)
    shell.page.focus_list()


def _find(shell: Shell) -> None:
    """Put the cursor where one narrows what is shown; on the page of search that is the field of the top bar."""
    if shell.page_name == "search":
        shell.going.begin_search()
    else:
        shell.page.focus_filter()


def _copy_citation(shell: Shell) -> None:
    """Copy the citation of what is chosen: a code, never a name."""
    citation = shell.page.front.citation
    if citation:
        QGuiApplication.clipboard().setText(citation)
        shell.status.show_selection(_("Copied: %(citation)s") % {"citation": citation})


def _next_pane(shell: Shell) -> None:
    """Move the focus to the next pane: page (its list first), inspector, sidebar, top bar, status bar."""
    panes: list[QWidget] = [shell.page.body, shell.page.side, shell.sidebar, shell.top, shell.status]
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
    """List all keys."""
    KeysSheet(key_list.groups(actions), window).open()
