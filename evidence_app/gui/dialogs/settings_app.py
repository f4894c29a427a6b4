"""The settings of the program: each takes effect when it is chosen."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSettings, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from evidence_app.gui.dialogs.settings_table import PROGRAM, Setting, choice_words
from evidence_app.gui.theme.look import px
from evidence_app.gui.widgets.controls import ChoiceBox, push_button
from evidence_app.gui.widgets.setting_row import SettingRow
from evidence_app.gui.widgets.sheet import Sheet
from evidence_app.system import words
from evidence_app.system.words import _

WIDTH, CONTROL_WIDTH = 560, 170


class AppSettingsSheet(Sheet):
    """A row a setting; whoever opened the sheet hears of each choice and carries it out."""

    changed = Signal(str, object)  # key, value

    def __init__(self, settings: QSettings, parent: QWidget | None) -> None:
        super().__init__(_("Settings"), WIDTH, parent)
        self._settings = settings
        self.controls: dict[str, QWidget] = {}
        self.close_button = push_button("", "primary")
        self.close_button.clicked.connect(self.accept)
        self.foot.addStretch()
        self.foot.addWidget(self.close_button)
        self._fill()

    def _fill(self) -> None:
        """Make the rows, in the language spoken now."""
        while (item := self.column.takeAt(0)) is not None:
            row = item.widget()
            assert row is not None
            row.deleteLater()
        self.setWindowTitle(_("Settings"))
        self.heading.setText(_("Settings"))
        self.close_button.setText(_("Close"))
        for setting in PROGRAM:
            control = self._control(setting)
            self.controls[setting.key] = control
            self.column.addWidget(SettingRow(_(setting.title), _(setting.sentence), control))

    def _control(self, setting: Setting) -> QWidget:
        """Return what a setting is chosen with."""
        held = words.language() if setting.key == "language" else setting.value(self._settings)
        if not setting.choices:
            box = QCheckBox()
            box.setChecked(bool(held))
            box.toggled.connect(partial(self._choose, setting))
            return box
        entries = [(str(value), choice_words(setting, value, title)) for value, title in setting.choices]
        control = ChoiceBox(entries)
        control.setFixedWidth(px(CONTROL_WIDTH))
        control.choose(str(held))
        values = [value for value, _title in setting.choices]
        control.activated.connect(lambda place: self._choose(setting, values[place]))
        return control

    def _choose(self, setting: Setting, value: str | int | bool) -> None:
        """Keep a choice and tell of it; the rows follow a new language."""
        self._settings.setValue(setting.key, value)
        self.changed.emit(setting.key, value)
        if setting.key == "language":
            self._fill()
            self.controls["language"].setFocus()
