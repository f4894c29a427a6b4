"""The list of keys: all of every command out of the catalogue, and those that set the squares of the matrices."""

from __future__ import annotations

from evidence_app.domain import vocabulary
from evidence_app.gui.actions.catalogue import COMMANDS, MENUS
from evidence_app.gui.actions.registry import Actions, all_keys_of, local_key, native
from evidence_app.system.words import _

Group = tuple[str, list[tuple[str, str]]]


def groups(actions: Actions) -> list[Group]:
    """Return titles, and under each what is done and by which keys, in the order of the menus."""
    found: list[Group] = []
    for key, title in MENUS.items():
        lines = [
            (_(command.title).rstrip("…"), all_keys_of(actions[command.name]) or local_key(command))
            for command in COMMANDS
            if command.menu == key and (command.keys or command.local)
        ]
        if lines:
            found.append((_(title).replace("&", ""), lines))
    return [*found, *_of_matrices()]


def _of_matrices() -> list[Group]:
    """Return the keys of the matrices, as these themselves listen to them."""
    from evidence_app.gui.pages.events import safeguards_cells  # with all of an open case; the start does not wait
    from evidence_app.gui.pages.proceedings import exhaustion_panel

    return [
        (_("Safeguards"), _squares("safeguard_state", safeguards_cells.KEYS)),
        (_("Exhaustion of remedies"), _squares("exhaustion_state", exhaustion_panel.KEYS)),
    ]


def _squares(terms: str, keys: dict[str, str]) -> list[tuple[str, str]]:
    """Return what each key makes of the square under the cursor; Delete empties it."""
    lines = [(vocabulary.label(terms, state), native(key)) for key, state in keys.items() if state]
    return [*lines, (_("Clear"), native("Del"))]
