"""The settings of a case: its own record, its keys, and the lists that its team makes for itself."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from evidence_app.domain.errors import ChangedMeanwhile, EvidenceError
from evidence_app.gui.dialogs.settings_keys import PassphraseSheet, RecoverySheet
from evidence_app.gui.dialogs.settings_labels import LabelsSheet
from evidence_app.gui.dialogs.settings_own_fields import OwnFieldsSheet
from evidence_app.gui.dialogs.settings_own_terms import OwnTermsSheet
from evidence_app.gui.dialogs.settings_rules import RulesSheet
from evidence_app.gui.jobs.archive_lane import ArchiveLane
from evidence_app.gui.theme.look import px
from evidence_app.gui.widgets.controls import push_button
from evidence_app.gui.widgets.form.editor import Editor
from evidence_app.gui.widgets.form.making import editor_for
from evidence_app.gui.widgets.labels import PlainLabel
from evidence_app.gui.widgets.notice_bar import NoticeBar
from evidence_app.gui.widgets.scrolled import Scrolled
from evidence_app.gui.widgets.setting_row import SettingRow
from evidence_app.gui.widgets.sheet import Sheet
from evidence_app.services import case_settings
from evidence_app.services.case_settings import CaseSettings
from evidence_app.system.words import N_, _

WIDTH, HEIGHT = 620, 520
# Sections of fields of the case, each with what a person must know of it and cannot guess.
FIELDS: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    (
        N_("The case"),
        (
            ("title", N_("In each language in which a dossier is made.")),
            ("code", ""),
            ("summary", N_("Stands at the beginning of each dossier.")),
            ("court", ""),
            ("confidentiality", ""),
        ),
    ),
    (
        N_("Country, languages, time"),
        (
            ("country", ""),
            ("languages", N_("Offered first wherever a language is asked for.")),
            ("zone", N_("Times of events are read in it, unless they say otherwise.")),
            ("holidays", N_("Deadlines reckon with its days off; without one, with those of the country.")),
            ("own_holidays", N_("2025-01-03 is a day off; -2025-01-05 a working day in its place.")),
        ),
    ),
)


class CaseSettingsSheet(Sheet):
    """What is typed settles field by field; a refusal is said under its field."""

    def __init__(self, lane: ArchiveLane, parent: QWidget | None) -> None:
        super().__init__(_("Settings of the case"), WIDTH, parent)
        self._lane = lane
        self.editors: dict[str, Editor] = {}
        self.notice = NoticeBar(_("Close"))
        self._saved = PlainLabel(type="caption", tone="2")
        scroll = Scrolled(HEIGHT)
        self._rows = scroll.column
        self.column.addWidget(self.notice)
        self.column.addWidget(scroll)
        close = push_button(_("Close"), "primary")
        close.clicked.connect(self.accept)
        self.foot.addWidget(self._saved, 1)
        self.foot.addWidget(close)
        self._lane.submit(case_settings.read, done=self._on_read, failed=self._say)

    def done(self, result: int) -> None:
        """Let what is being typed settle before the sheet goes."""
        for editor in self.editors.values():
            editor.flush()
        super().done(result)

    def _on_read(self, settings: CaseSettings) -> None:
        """Show what the case holds; the first time, make the rows."""
        if self.editors:
            for name, editor in self.editors.items():
                editor.refresh(settings.entries[name])
            return
        for title, lines in FIELDS:
            self._head(_(title))
            for name, sentence in lines:
                self._add(settings, name, _(sentence) if sentence else "")
        self._add_keys(settings)
        self._add_lists(settings)
        self.editors["title"].setFocus()

    def _head(self, title: str) -> None:
        """Begin a section."""
        head = PlainLabel(title, type="h2")
        head.setContentsMargins(0, px(10) if self._rows.count() else 0, 0, 0)
        self._rows.addWidget(head)

    def _add(self, settings: CaseSettings, name: str, sentence: str) -> None:
        """Add a field under its name."""
        entry = settings.entries[name]
        editor = self.editors[name] = editor_for(entry, lambda _noun, _words, _answer: None)
        label = PlainLabel(entry.label, tone="2")
        label.setBuddy(editor)
        self._rows.addWidget(label)
        self._rows.addWidget(editor)
        if sentence:
            self._rows.addWidget(PlainLabel(sentence, type="caption", tone="3", wrap=True))
        editor.settled.connect(partial(self._save, settings.case_id, name))

    def _add_keys(self, settings: CaseSettings) -> None:
        """Add what opens the case."""
        self._head(_("Passphrase and recovery"))
        change, make = push_button(_("Change…")), push_button(_("Make a new sheet…"))
        change.clicked.connect(lambda: PassphraseSheet(self._lane, self).open())
        make.clicked.connect(lambda: RecoverySheet(self._lane, self).start())
        self._rows.addWidget(SettingRow(_("Passphrase"), _("Records and sheet stay as they are."), change))
        said = _("A sheet was made and checked. A new one takes its place once it was checked too.")
        missing = _("There is none yet: once the passphrase is forgotten, nobody can open the case.")
        sentence = said if settings.has_recovery else missing
        self._rows.addWidget(SettingRow(_("Recovery sheet"), sentence, make))

    def _add_lists(self, settings: CaseSettings) -> None:
        """Add the lists that the team makes for itself, and the numbers, which nobody changes."""
        self._head(_("Lists of your own"))
        for title, sentence, asked in (
            (_("Own fields"), _("What you want to know of each person, event or exhibit beyond the form."), self._own),
            (_("Own terms"), _("What the lists of acts, roles, places or filings lack in your case."), self._terms),
            (_("Labels"), _("Short words on any record, found by a search."), self._labels),
            (_("Deadline rules"), _("From which day a term runs, how long, and what it rests on."), self._rules),
        ):
            button = push_button(_("Edit…"))
            button.clicked.connect(asked)
            self._rows.addWidget(SettingRow(title, sentence, button))
        self._head(_("Numbers of records"))
        self._rows.addWidget(PlainLabel(settings.numbers, tone="2", wrap=True))
        self._rows.addStretch()

    def _own(self) -> None:
        OwnFieldsSheet(self._lane, self).open()

    def _terms(self) -> None:
        OwnTermsSheet(self._lane, self).open()

    def _labels(self) -> None:
        LabelsSheet(self._lane, self).open()

    def _rules(self) -> None:
        RulesSheet(self._lane, self).open()

    def _save(self, case_id: int, name: str, value: Any) -> None:
        """Record one field."""
        self._saved.setText(_("Saving…"))
        editor = self.editors[name]
        self._lane.submit(
            case_settings.change,
            case_id,
            name,
            editor.before,
            value,
            done=partial(self._on_saved, name),
            failed=partial(self._on_refused, name),
        )

    def _on_saved(self, name: str, _nothing: None) -> None:
        self.editors[name].landed()
        self._saved.setText(_("All changes saved"))

    def _on_refused(self, name: str, error: EvidenceError) -> None:
        """Say why under the field, and see what the case holds by now."""
        self.editors[name].refuse(error, changed_meanwhile=isinstance(error, ChangedMeanwhile))
        self._saved.setText("")
        self._lane.submit(case_settings.read, done=self._on_read, failed=self._say)

    def _say(self, error: EvidenceError) -> None:
        self.notice.say(error.sentence(), error.advice(), kind="warn")
