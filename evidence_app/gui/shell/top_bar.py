"""Top: where one is, the go-or-do field, import and the verb of the page, what is shown."""

from __future__ import annotations

from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton

from evidence_app.gui.actions.registry import Actions, keys_of, with_keys
from evidence_app.gui.theme.look import px
from evidence_app.gui.widgets import tip
from evidence_app.gui.widgets.controls import ICON_GAP, icon_size, push_button, tool_button
from evidence_app.gui.widgets.labels import PlainLabel
from evidence_app.gui.widgets.search_field import SearchField
from evidence_app.system.words import _

HEIGHT, FIELD, ROOMY, CAPTIONED = 52, 330, 1000, 860


class TopBar(QFrame):
    """Its buttons are the commands' own; `field` is the go-or-do field."""

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self.setObjectName("topBar")
        self._actions = actions
        self._title, self._caption = PlainLabel(type="h1"), PlainLabel(tone="2")
        self._chip = PlainLabel(_("Names hidden"), chip="warn")
        self._chip.hide()
        self.field = SearchField(_("Search or run a command…"), keys_of(actions["go.anywhere"]))
        self.field.setMinimumWidth(120)
        self._import = _verb(actions["files.import"], "outlined", "upload")
        self._new = _verb(actions["record.new"], "primary", "plus")
        self._words = {self._import: _("Import"), self._new: ""}
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(8)
        row.addWidget(_of_action(actions["go.back"], "arrow-left"))
        row.addWidget(_of_action(actions["go.forward"], "arrow-right"))
        row.addSpacing(4)
        row.addWidget(self._title)
        row.addWidget(self._caption)
        row.addWidget(self._chip)
        row.addStretch(1)
        row.addWidget(self.field, 4)
        row.addStretch(1)
        row.addWidget(self._import)
        row.addWidget(self._new)
        row.addSpacing(2)
        row.addWidget(_of_action(actions["view.privacy"], "eye-off"))
        row.addWidget(_of_action(actions["view.inspector"], "panel-right"))
        self._new.clicked.connect(self._on_new)
        self.restyle()

    @property
    def new_button(self) -> QPushButton:
        """Return the button that adds a record."""
        return self._new

    def restyle(self) -> None:
        """Take up the sizes of the look in force."""
        self.setFixedHeight(px(HEIGHT))
        self.field.setMaximumWidth(px(FIELD))
        self._fit()

    def show_heading(self, title: str, caption: str, *, has_query: bool) -> None:
        """Name the page, and say what its field asks for."""
        self._title.setText(title)
        self._caption.setText(caption)
        self._caption.setVisible(bool(caption) and self.width() >= px(CAPTIONED))
        self.field.setPlaceholderText(_("Search the whole case") if has_query else _("Search or run a command…"))

    def show_new(self, words: str, *, has_form: bool) -> None:
        """Let the button add what the page adds; any record on a page without a form; nothing where none can."""
        self._words[self._new] = words
        action = self._actions["record.new" if has_form else "record.new_any"]
        self._new.setToolTip(tip.plain(with_keys(words, action)))
        self._new.setVisible(bool(words))
        self._fit()

    def show_privacy(self, is_on: bool) -> None:
        """Say by a chip that names are hidden."""
        self._chip.setVisible(is_on)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the verbs' words while there is room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        roomy = self.width() >= px(ROOMY)
        for button, words in self._words.items():
            button.setText(words if roomy else "")
            button.setAccessibleName(words)
            button.setIconSize(icon_size(ICON_GAP if roomy else 0))

    def _on_new(self) -> None:
        """Begin a record of the page, or ask of which kind."""
        own = self._actions["record.new"]
        (own if own.isEnabled() else self._actions["record.new_any"]).trigger()


def _verb(action: QAction, look: str, icon: str) -> QPushButton:
    """Return a button for a great verb; the import carries its command out by itself."""
    button = push_button("", look, icon)
    button.setDefault(False)
    button.setAutoDefault(False)
    button.setToolTip(action.toolTip())
    if look == "outlined":
        button.clicked.connect(action.trigger)
        button.setEnabled(action.isEnabled())
        action.enabledChanged.connect(button.setEnabled)
    return button


def _of_action(action: QAction, icon: str) -> QToolButton:
    """Return an icon button that is a command."""
    button = tool_button(icon, action.toolTip(), checkable=action.isCheckable())
    button.setChecked(action.isChecked())
    button.setEnabled(action.isEnabled())
    button.clicked.connect(action.trigger)
    action.toggled.connect(button.setChecked)
    action.enabledChanged.connect(button.setEnabled)
    return button
