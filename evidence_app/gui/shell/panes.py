"""Which panes are shown, in windows large and small."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from evidence_app.gui.actions.registry import Actions
from evidence_app.gui.pages.page import Page
from evidence_app.gui.shell.sidebar import Sidebar
from evidence_app.gui.theme.look import px

ICONS_ONLY, OVERLAID = 1200, 1040  # widths below which a pane gives way, at 100 %
_ROOM = {"sidebar": ICONS_ONLY, "inspector": OVERLAID}


class Panes:
    """Sidebar with words or icons, inspector shown or not: chosen apart for a roomy window and a small one."""

    def __init__(self, sidebar: Sidebar, pages: Iterable[Page], actions: Actions) -> None:
        self._sidebar, self._pages, self._actions = sidebar, tuple(pages), actions
        self._width = 0
        self._chosen: dict[str, dict[str, bool]] = {name: {} for name in _ROOM}

    def fit(self, width: int) -> None:
        """Show what was chosen for a window of this width; at first a small one shows less."""
        self._width = width
        self._sidebar.set_narrow(not self._is_shown("sidebar"))
        is_over, is_shown = width < px(OVERLAID), self._is_shown("inspector")
        for page in self._pages:
            page.overlay_side(is_over)
            page.side.setVisible(is_shown)
        for name in _ROOM:
            self._actions[f"view.{name}"].setChecked(self._is_shown(name))

    def choose(self, name: str, *, is_shown: bool) -> None:
        """Show or hide a pane in windows of the present size."""
        self._chosen[name][self._size(name)] = is_shown
        self.fit(self._width)

    def reset(self) -> None:
        """Forget what was chosen."""
        self._chosen = {name: {} for name in _ROOM}
        self.fit(self._width)

    def state(self) -> dict[str, Any]:
        """Return what was chosen, as JSON values."""
        return {name: dict(chosen) for name, chosen in self._chosen.items()}

    def restore_state(self, state: Any) -> None:
        """Choose what was chosen before; what is odd is passed over."""
        for name in _ROOM:
            held = state.get(name) if isinstance(state, dict) else None
            if isinstance(held, dict):
                self._chosen[name] = {size: bool(held[size]) for size in ("roomy", "small") if size in held}

    def _size(self, name: str) -> str:
        """Return whether the window has room for a pane."""
        return "roomy" if self._width >= px(_ROOM[name]) else "small"

    def _is_shown(self, name: str) -> bool:
        """Tell whether a pane is wanted in windows of the present size."""
        size = self._size(name)
        return self._chosen[name].get(size, size == "roomy")
