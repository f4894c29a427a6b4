"""Turns the catalogue into QActions, and those into the menu bar."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from evidence_app.gui.actions.catalogue import COMMANDS, MENUS, Command
from evidence_app.gui.theme import icons
from evidence_app.system.words import _


class Actions(QObject):
    """One QAction per command; whoever carries a command out binds it by its name."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._actions: dict[str, QAction] = {}
        self._bound: set[str] = set()
        groups: dict[str, QActionGroup] = {}
        for command in COMMANDS:
            action = self._make(command)
            if command.choice:
                group = groups.setdefault(command.choice, QActionGroup(self))
                group.addAction(action)
            window.addAction(action)
            self._actions[command.name] = action

    def __getitem__(self, name: str) -> QAction:
        """Return the action of a command."""
        return self._actions[name]

    def line(self) -> QAction:
        """Return a line between entries of a menu."""
        made = QAction(self)
        made.setSeparator(True)
        return made

    def bind(self, name: str, call: Callable[[], object]) -> None:
        """Have a command carried out by `call`."""
        self._actions[name].triggered.connect(lambda _checked=False: call())
        self._bound.add(name)

    def unbound(self) -> set[str]:
        """Return the commands that nobody carries out; a finished window has none."""
        return set(self._actions) - self._bound

    def enable_case(self, is_open: bool) -> None:
        """Offer what needs an open case, or do not."""
        for command in COMMANDS:
            if command.needs_case:
                self._actions[command.name].setEnabled(is_open)

    def offer(self, can: Mapping[str, bool]) -> None:
        """Offer those commands that can act now, by name; the others stay as they are."""
        for name, is_offered in can.items():
            self._actions[name].setEnabled(is_offered)

    def find(self, keys: QKeySequence) -> QAction | None:
        """Return the enabled action of a shortcut."""
        for action in self._actions.values():
            if action.isEnabled() and keys in action.shortcuts():
                return action
        return None

    def fill(self, bar: QMenuBar) -> None:
        """Build the menus."""
        bar.clear()
        for key, title in MENUS.items():
            menu = QMenu(_(title), bar)
            group = 0
            for command in COMMANDS:
                if command.menu != key:
                    continue
                if command.group != group:
                    menu.addSeparator()
                    group = command.group
                menu.addAction(self._actions[command.name])
            if menu.actions():
                bar.addMenu(menu)

    def _make(self, command: Command) -> QAction:
        """Build one action; its tooltip names its key."""
        spoken = f"\t{local_key(command)}" if command.local else ""
        action = QAction(_(command.title) + spoken, self)
        action.setObjectName(command.name)
        action.setShortcuts([QKeySequence(keys) for keys in command.keys])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.setCheckable(command.checkable or bool(command.choice))
        action.setToolTip(with_keys(_(command.title), action))
        action.setIconText(_(command.title).rstrip("…"))
        if command.icon and not action.isCheckable():
            action.setIcon(icons.icon(command.icon, "text_2"))
        return action


def keys_of(action: QAction) -> str:
    """Return a shortcut as this computer writes it."""
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)


def all_keys_of(action: QAction) -> str:
    """Return every shortcut of an action as this computer writes it, the first one first."""
    return "  ".join(keys.toString(QKeySequence.SequenceFormat.NativeText) for keys in action.shortcuts())


def local_key(command: Command) -> str:
    """Return the key that a command has inside a list, as this computer writes it."""
    return native(command.local) if command.local else ""


def native(keys: str) -> str:
    """Return a key as this computer writes it."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


def with_keys(words: str, action: QAction) -> str:
    """Return words followed by the key in brackets."""
    keys = keys_of(action)
    return f"{words.rstrip('…')} ({keys})" if keys else words.rstrip("…")
