"""One field of a form: its label, its editor, and where its value comes from."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QToolButton, QVBoxLayout, QWidget

from evidence_app.domain.record import Kind
from evidence_app.gui.theme import icons
from evidence_app.gui.theme.look import px
from evidence_app.gui.widgets import tip
from evidence_app.gui.widgets.form.editor import Ask, Editor
from evidence_app.gui.widgets.form.making import editor_for
from evidence_app.gui.widgets.form.reference_editor import ReferenceEditor
from evidence_app.gui.widgets.form.shown import DataView, FixedView, SecretView
from evidence_app.gui.widgets.labels import PlainLabel
from evidence_app.services.forms.form import Entry
from evidence_app.system.words import _, ngettext_

LABEL, SOURCE, ICON, SMALLEST = 168, 84, 14, 26
LONGEST = 12  # letters of a citation that fit beside a field; of a longer one the code is shown


class FieldRow(QWidget):
    """Label at the left, or above where there is little room; at the right what sources say of the field."""

    sources_asked = Signal()
    reveal_asked = Signal()
    followed = Signal(str)
    editor_opened = Signal(object)

    def __init__(self, entry: Entry, ask: Ask) -> None:
        super().__init__()
        self.entry = entry
        self.body = self._made(entry, ask)
        self.label = PlainLabel(tone="3", wrap=True)
        self.label.setBuddy(self.body)
        self.sources = QToolButton()
        self.sources.setProperty("look", "source")
        self.sources.setIconSize(QSize(ICON, ICON))
        self.sources.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.sources.clicked.connect(self.sources_asked)
        keep = self.sources.sizePolicy()
        keep.setRetainSizeWhenHidden(True)
        self.sources.setSizePolicy(keep)
        self.sources.hide()
        self.under = QVBoxLayout()
        self.under.setContentsMargins(0, 0, 0, 0)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(2)
        self._is_stacked: bool | None = None
        self.set_stacked(False)
        self.refresh(entry)

    @property
    def editor(self) -> Editor | None:
        """The editor, where the field is typed and not covered."""
        if isinstance(self.body, SecretView):
            return self.body.editor
        return self.body if isinstance(self.body, Editor) else None

    def set_stacked(self, is_stacked: bool) -> None:
        """Put the label above the editor, or beside it."""
        if is_stacked == self._is_stacked:
            return
        self._is_stacked = is_stacked
        for widget in (self.label, self.body, self.sources):
            self._grid.removeWidget(widget)
        self._grid.removeItem(self.under)
        top = Qt.AlignmentFlag.AlignTop
        right = top | Qt.AlignmentFlag.AlignRight
        self.label.setFixedWidth(px(LABEL)) if not is_stacked else self.label.setMaximumWidth(16_777_215)
        self.label.setMinimumWidth(px(LABEL) if not is_stacked else 1)
        self.label.setContentsMargins(0, 0 if is_stacked else px(7), 0, 0)
        if is_stacked:
            self._grid.setColumnMinimumWidth(2, 0)
            self._grid.addWidget(self.label, 0, 0, Qt.AlignmentFlag.AlignBottom)
            self._grid.addWidget(self.sources, 0, 1, right)
            self._grid.addWidget(self.body, 1, 0, 1, 2)
            self._grid.addLayout(self.under, 2, 0, 1, 2)
        else:
            self._grid.addWidget(self.label, 0, 0, top)
            self._grid.addWidget(self.body, 0, 1, top)
            self._grid.addWidget(self.sources, 0, 2, right)
            self._grid.setColumnMinimumWidth(2, px(SOURCE))
            self._grid.addLayout(self.under, 1, 1, 1, 2)
        self.sources.setMinimumSize(px(SMALLEST), px(SMALLEST))
        self.sources.setMaximumWidth(px(SOURCE))
        self._grid.setColumnStretch(0, 1 if is_stacked else 0)
        self._grid.setColumnStretch(1, 0 if is_stacked else 1)

    def refresh(self, entry: Entry) -> None:
        """Show what the record holds now."""
        self.entry = entry
        needed = entry.is_required and entry.is_empty
        self.label.setText(_("%(field)s (needed)") % {"field": entry.label} if needed else entry.label)
        self.body.refresh(entry)
        self._show_sources(entry)

    def _made(self, entry: Entry, ask: Ask) -> Editor | FixedView | DataView | SecretView:
        """Return what shows the field."""
        if entry.kind is Kind.DATA:
            return DataView(entry)
        if entry.is_fixed:
            return FixedView(entry)
        if entry.is_hidden:
            cover = SecretView(entry, lambda shown: editor_for(shown, ask))
            cover.asked.connect(self.reveal_asked)
            cover.opened.connect(self.editor_opened)
            return cover
        editor = editor_for(entry, ask)
        if isinstance(editor, ReferenceEditor):
            editor.followed.connect(self.followed)
        return editor

    def _show_sources(self, entry: Entry) -> None:
        """Show the source of the value, how many values there are, or just the way to them."""
        cited = entry.source if len(entry.source) <= LONGEST else entry.source.partition(" ")[0]
        self.sources.setText(cited or (str(entry.assertions) if entry.assertions else ""))
        is_cited = bool(entry.source)
        self.sources.setProperty("cited", is_cited)
        self.sources.setToolButtonStyle(
            Qt.ToolButtonStyle.ToolButtonTextOnly
            if is_cited
            else Qt.ToolButtonStyle.ToolButtonTextBesideIcon
            if entry.assertions
            else Qt.ToolButtonStyle.ToolButtonIconOnly
        )
        self.sources.setIcon(icons.icon("quote", "text_3"))
        values = ngettext_("%(n)s value with its source", "%(n)s values with their sources", entry.assertions)
        words = values % {"n": entry.assertions} if entry.assertions else _("Where does this come from?")
        words = f"{entry.source} · {words}" if is_cited else words
        self.sources.setToolTip(tip.plain(words))
        self.sources.setAccessibleName(f"{entry.label}: {words}")
