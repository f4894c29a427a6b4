"""The field of the top bar: go to a record, do a command, or search the whole case."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAction, QKeyEvent
from PySide6.QtWidgets import QWidget

from evidence_app.domain.citation import Citation
from evidence_app.gui.actions.catalogue import COMMANDS
from evidence_app.gui.actions.matching import best
from evidence_app.gui.actions.registry import Actions, keys_of
from evidence_app.gui.jobs.archive_lane import ArchiveLane
from evidence_app.gui.pages.kinds import OF_NOUN
from evidence_app.gui.widgets import privacy
from evidence_app.gui.widgets.offer_list import Offer
from evidence_app.gui.widgets.offer_popup import OfferPopup
from evidence_app.gui.widgets.search_field import SearchField
from evidence_app.services import going
from evidence_app.services.going import Goal
from evidence_app.system.words import N_, _

MOST_COMMANDS, COMMANDS_ONLY, PEOPLE_ONLY = 5, ">", "@"
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_KIND = {
    "person": N_("person"),
    "testimony": N_("testimony"),
    "media": N_("exhibit"),
    "filing": N_("filing"),
    "event": N_("event"),
    "place": N_("place"),
    "proceeding": N_("proceeding"),
}


@dataclass(frozen=True, slots=True)
class Search:
    """Search the whole case for these words."""

    words: str


class GoOrDo(QObject):
    """Listens to the field: on the page of search it is the query, elsewhere it offers what fits its words."""

    goal_chosen = Signal(object)  # Goal
    cited = Signal(str)  # a citation was pasted, or typed into a search and entered
    searched = Signal(str)
    left = Signal()  # Esc in an empty field: the keyboard goes back to the page

    def __init__(self, field: SearchField, actions: Actions, lane: ArchiveLane, shell: QWidget) -> None:
        super().__init__(shell)
        self._field, self._actions, self._lane = field, actions, lane
        self._is_search, self._on_search_page = False, False
        self._is_asked = False  # whether offers are still wanted for what is typed
        self._goals: Sequence[Goal] = ()
        hints = [("↑↓", _("choose")), (_("Enter"), _("open")), (COMMANDS_ONLY, _("commands only"))]
        self.popup = OfferPopup([*hints, (PEOPLE_ONLY, _("people only"))], shell)
        self.popup.acted.connect(self._act)
        self.popup.list.selectionModel().currentChanged.connect(lambda *_indexes: self._announce())
        field.textEdited.connect(self._on_edited)
        field.paused.connect(self._on_paused)
        field.submitted.connect(self._on_submitted)
        field.installEventFilter(self)

    def begin(self) -> None:
        """Ask where to go or what to do."""
        self._is_search = False
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def begin_search(self) -> None:
        """Ask what to search for, on the page that answers."""
        self.searched.emit(self._field.text() if self._on_search_page else "")
        self._is_search = True
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def show_page(self, *, is_search: bool, query: str) -> None:
        """Hold the query on the page of search, and nothing elsewhere."""
        if is_search and not self._on_search_page:
            self._is_search = True
        self._on_search_page = is_search
        self._close()
        if not is_search:
            self._is_search = False
            self._field.clear()
        elif query and not self._field.hasFocus():
            self._field.setText(query)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that move in the offers; know what the field is for when it is entered."""
        if event.type() == QEvent.Type.FocusIn and not self.popup.isVisible():
            by_key = event.reason() == Qt.FocusReason.ShortcutFocusReason  # type: ignore[attr-defined]
            self._is_search = self._is_search if by_key else self._on_search_page
        if event.type() == QEvent.Type.FocusOut:
            QTimer.singleShot(0, self.popup, self._close_unless_in_field)
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._on_key(event)
        return False

    def _on_key(self, event: QKeyEvent) -> bool:
        """Carry out a key; True where it was one of ours."""
        key, offered = Qt.Key(event.key()), self.popup.isVisible()
        if key in _ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._act(Search(self._words()))
        elif key in _ENTER and offered:
            chosen = self.popup.list.chosen()
            if chosen is not None:
                self._act(chosen.value)
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and offered:
            self.popup.list.step(1 if key == Qt.Key.Key_Down else -1)
        elif key == Qt.Key.Key_Escape and offered:
            self._close()
        elif key == Qt.Key.Key_Escape and not self._field.text():
            self.left.emit()
        else:
            return False
        return True

    def _words(self) -> str:
        """Return what is typed, without the sign that narrows it."""
        return self._field.text().lstrip(COMMANDS_ONLY + PEOPLE_ONLY).strip()

    def _on_edited(self, text: str) -> None:
        """Offer what fits: commands at once, records when the archive lane has answered."""
        if self._is_search and text[:1] not in (COMMANDS_ONLY, PEOPLE_ONLY):
            self._close()
            return
        words, people_only = self._words(), text.startswith(PEOPLE_ONLY)
        if not text.strip():
            self._close()
            return
        self._is_asked = True
        if text.startswith(COMMANDS_ONLY) or not words:
            self._goals = ()
            self._offer()
            return
        ask = partial(going.find, people_only=people_only)
        self._lane.submit(ask, words, topic="going", done=partial(self._on_goals, words))
        if not self.popup.isVisible():
            self._goals = ()
        self._offer()

    def _on_goals(self, words: str, goals: Sequence[Goal]) -> None:
        """Show the records, unless something else is typed by now."""
        if words == self._words() and self._is_asked:
            self._goals = goals
            self._offer()

    def _offer(self) -> None:
        """Show records, commands, and the search for these words."""
        words, text = self._words(), self._field.text()
        offers: list[Offer] = []
        if self._goals:
            offers += [Offer(_("Go to")), *map(_goal, self._goals)]
        commands = [] if text.startswith(PEOPLE_ONLY) else self._commands(words, everything=text == COMMANDS_ONLY)
        rest = [Offer(action.iconText(), action, icon, key=keys_of(action)) for action, icon in commands]
        if words and text[:1] not in (COMMANDS_ONLY, PEOPLE_ONLY):
            said = _("Search for “%(words)s”") % {"words": privacy.text(words)}
            rest.append(Offer(said, Search(words), "search", key=_("Ctrl+Enter")))
        if rest:
            offers += [Offer(_("Do")), *rest]
        if offers:
            self.popup.show_under(self._field, offers)
        else:
            self.popup.hide()

    def _commands(self, words: str, *, everything: bool) -> Sequence[tuple[QAction, str]]:
        """Return the commands that fit and can act now, with their icons."""
        held = [(self._actions[command.name], command.icon or "chevron-right") for command in COMMANDS]
        able = [(action.iconText(), (action, icon)) for action, icon in held if action.isEnabled()]
        return [pair for _title, pair in able] if everything else best(words, able, MOST_COMMANDS)

    def _act(self, value: object) -> None:
        """Go, do or search."""
        self._close()
        if isinstance(value, Goal):
            self._field.clear()
            self.goal_chosen.emit(value)
        elif isinstance(value, QAction):
            self._field.clear()
            self.left.emit()
            value.trigger()
        elif isinstance(value, Search) and value.words:
            self._field.setText(value.words)
            self._is_search = True
            self.searched.emit(value.words)

    def _on_paused(self, words: str) -> None:
        if self._is_search:
            self.searched.emit(words)

    def _on_submitted(self, words: str) -> None:
        """Follow a citation that was pasted, or entered into a search; other words wait for Enter."""
        if Citation.read(words) is not None or self._is_search:
            self._close()
            self.cited.emit(words)

    def _close(self) -> None:
        """Offer nothing more until something else is typed."""
        self._is_asked = False
        self.popup.hide()

    def _close_unless_in_field(self) -> None:
        if not self._field.hasFocus():
            self._close()

    def _announce(self) -> None:
        """Have a screen reader say the row chosen; the keyboard itself stays in the field."""
        chosen = self.popup.list.chosen()
        if chosen is not None and self.popup.isVisible():
            words = ", ".join(part for part in (chosen.words, chosen.quiet) if part)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._field, words))


def _goal(goal: Goal) -> Offer:
    """Return a record as a row; a person by name, others by code and title."""
    code, icon = f"{goal.code} {goal.anchor}".strip(), OF_NOUN.get(goal.noun, "file-text")
    if goal.noun == "person":
        title = privacy.name(goal.title, goal.code)
        return Offer(title, goal, icon, " · ".join((code, _(_KIND["person"]))))
    title = privacy.text(goal.title)
    quiet = goal.date or _(_KIND.get(goal.noun, ""))
    return Offer(f"{code} {title}".strip(), goal, icon, quiet)
