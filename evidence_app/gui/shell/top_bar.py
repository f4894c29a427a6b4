"""Top: where one is, the search field, the two great verbs."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton

from evidence_app.gui.actions.registry import Actions, keys_of
from evidence_app.gui.theme.look import px
from evidence_app.gui.widgets.controls import ICON, ICON_GAP, push_button, tool_button
from evidence_app.gui.widgets.labels import PlainLabel
from evidence_app.gui.widgets.search_field import SearchField
from evidence_app.system.words import _

HEIGHT, FIELD, ROOMY = 52, 330, 980


class TopBar(QFrame):
    """Says what was typed; its buttons are the commands' own."""

    searched = Signal(str)  # the words, once typing pauses
    submitted = Signal(str)  # Enter, or a pasted text

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self.setObjectName("topBar")
        self._title, self._caption = PlainLabel(type="h1"), PlainLabel(tone="2")
        self.field = SearchField(_("Search or go to…"), keys_of(actions["go.search"]))
        self.field.setMinimumWidth(120)
        self._import = push_button(_("Import"), "outlined", "upload")
        self._dossier = push_button(_("Make a dossier"), "primary", "book-open-text")
        self._dossier.setDefault(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(8)
        for name in ("go.back", "go.forward"):
            row.addWidget(_of_action(actions, name))
        row.addSpacing(4)
        row.addWidget(self._title)
        row.addWidget(self._caption)
        row.addStretch(1)
        row.addWidget(self.field, 4)
        row.addStretch(1)
        for button, name in ((self._import, "files.import"), (self._dossier, "dossier.make")):
            button.setToolTip(actions[name].toolTip())
            button.clicked.connect(actions[name].trigger)
            row.addWidget(button)
        row.addWidget(_of_action(actions, "view.inspector", "panel-right"))
        self.field.paused.connect(self.searched)
        self.field.submitted.connect(self.submitted)
        self.restyle()

    def restyle(self) -> None:
        """Take up the sizes of the look in force."""
        self.setFixedHeight(px(HEIGHT))
        self.field.setMaximumWidth(px(FIELD))

    def focus_field(self) -> None:
        """Put the cursor into the search field."""
        self.field.setFocus()
        self.field.selectAll()

    def show_heading(self, title: str, caption: str) -> None:
        """Name the page."""
        self._title.setText(title)
        self._caption.setText(caption)
        self._caption.setVisible(bool(caption))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the verbs' words while there is room."""
        super().resizeEvent(event)
        roomy = self.width() >= px(ROOMY)
        for button, words in ((self._import, _("Import")), (self._dossier, _("Make a dossier"))):
            button.setText(words if roomy else "")
            button.setAccessibleName(words)
            button.setIconSize(QSize(ICON + ICON_GAP * roomy, ICON))


def _of_action(actions: Actions, name: str, icon: str = "") -> QToolButton:
    """Return an icon button that is a command."""
    action = actions[name]
    drawing = icon or {"go.back": "arrow-left", "go.forward": "arrow-right"}[name]
    button = tool_button(drawing, action.toolTip(), checkable=action.isCheckable())
    button.setChecked(action.isChecked())
    button.setEnabled(action.isEnabled())
    button.clicked.connect(action.trigger)
    action.toggled.connect(button.setChecked)
    action.enabledChanged.connect(button.setEnabled)
    return button
