"""Settings of the program and of a case: each takes effect at once, and what is refused is said where it was typed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QWidget

from evidence_app.domain import vocabulary
from evidence_app.domain.deadline import Deadline
from evidence_app.domain.localised import Localised
from evidence_app.domain.partial_date import PartialDate
from evidence_app.domain.person import Person
from evidence_app.gui.dialogs.recovery_sheet import RecoveryCard
from evidence_app.gui.dialogs.settings_app import AppSettingsSheet
from evidence_app.gui.dialogs.settings_case import FIELDS, CaseSettingsSheet
from evidence_app.gui.dialogs.settings_keys import PassphraseSheet, RecoverySheet
from evidence_app.gui.dialogs.settings_labels import LabelsSheet
from evidence_app.gui.dialogs.settings_own_fields import OwnFieldsSheet
from evidence_app.gui.dialogs.settings_own_terms import OwnTermsSheet
from evidence_app.gui.dialogs.settings_rules import RulesSheet
from evidence_app.gui.dialogs.settings_table import LOCK_MINUTES, LOCK_ON_SLEEP, PROGRAM, SCHEME
from evidence_app.gui.idle import MINUTE_MS, IdleWatch
from evidence_app.gui.jobs.archive_lane import ArchiveLane
from evidence_app.gui.theme.appearance import SCHEMES, SIZES
from evidence_app.gui.widgets.labels import PlainLabel
from evidence_app.keys.derivation import Profile
from evidence_app.services import cases, deadline_details, deadlines, labels, own_fields, people, records, recovery
from evidence_app.services.forms import candidates, reading
from evidence_app.system import words

PASSPHRASE = "lantern meadow copper river"
SETTLED_MS = 10_000


class Case:
    """A case open in a lane, and a way to ask it."""

    def __init__(self, qtbot, lane: ArchiveLane, folder: Path) -> None:
        self.qtbot, self.lane, self.folder = qtbot, lane, folder
        self.host = QWidget()
        qtbot.addWidget(self.host)

    def ask(self, call: Any, *arguments: Any) -> Any:
        """Ask the case and wait for the answer."""
        heard: list[Any] = []
        self.lane.submit(call, *arguments, done=heard.append)
        self.qtbot.waitUntil(lambda: bool(heard), timeout=SETTLED_MS)
        return heard[0]


@pytest.fixture
def held(relay, qtbot, tmp_path: Path, quick: Profile, monkeypatch) -> Iterator[Case]:
    """The case of this test."""
    monkeypatch.setattr("evidence_app.services.cases.calibrated", lambda: quick)
    with cases.create(tmp_path / "дело", "Проверочное дело", PASSPHRASE, profile=quick) as ws:
        people.add(ws, Person())
    lane = ArchiveLane(relay)
    lane.open(lambda: cases.open_case(tmp_path / "дело", PASSPHRASE))
    yield Case(qtbot, lane, tmp_path / "дело")
    lane.close()
    assert lane.join()


def opened(qtbot, sheet: CaseSettingsSheet) -> CaseSettingsSheet:
    """Show a sheet and wait for its fields."""
    sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    sheet.open()
    qtbot.waitUntil(lambda: bool(sheet.editors), timeout=SETTLED_MS)
    return sheet


# The program


def test_every_setting_is_kept_and_told_at_once(qtbot, settings: QSettings) -> None:
    sheet = AppSettingsSheet(settings, None)
    qtbot.addWidget(sheet)
    heard: list[tuple[str, object]] = []
    sheet.changed.connect(lambda key, value: heard.append((key, value)))
    for setting in PROGRAM[1:]:
        control = sheet.controls[setting.key]
        if setting.choices:
            control.setCurrentIndex(control.count() - 1)
            control.activated.emit(control.count() - 1)
        else:
            control.click()
    assert heard == [("scheme", "contrast"), ("text_size", 150), ("lock_minutes", 30), ("lock_on_sleep", False)]
    again = QSettings(settings.fileName(), QSettings.Format.IniFormat)
    assert [setting.value(again) for setting in PROGRAM[1:]] == ["contrast", 150, 30, False]


def test_what_no_version_knows_is_the_default(settings: QSettings) -> None:
    for setting in PROGRAM:
        settings.setValue(setting.key, "nonsense")
    assert [setting.value(settings) for setting in PROGRAM[1:4]] == ["system", 100, 5]
    settings.clear()
    assert LOCK_ON_SLEEP.value(settings) is True


def test_the_table_offers_what_the_look_knows() -> None:
    assert {value for value, _title in SCHEME.choices} == set(SCHEMES)
    assert {value for value, _title in PROGRAM[2].choices} == set(SIZES)
    assert [value for value, _title in LOCK_MINUTES.choices] == [1, 5, 15, 30]


def test_the_sheet_follows_a_new_language(qtbot, settings: QSettings) -> None:
    sheet = AppSettingsSheet(settings, None)
    qtbot.addWidget(sheet)
    sheet.changed.connect(lambda key, value: words.choose(value) if key == "language" else None)
    control = sheet.controls["language"]
    control.activated.emit(control.findData("ru"))
    assert sheet.close_button.text() == "Закрыть"
    assert sheet.controls["language"].value() == "ru"


def test_the_watch_waits_as_long_as_it_is_told(qapp) -> None:
    watch = IdleWatch(qapp)
    watch.set_minutes(15)
    watch.start()
    assert watch.remaining_ms() > 14 * MINUTE_MS
    watch.set_minutes(1)
    assert watch.remaining_ms() < 2 * MINUTE_MS
    watch.deleteLater()


def test_the_settings_file_holds_no_title_name_or_path(program, case: Path, settings: QSettings) -> None:
    program.window.ask_passphrase(case)
    sheet = AppSettingsSheet(settings, program.window)
    for setting in PROGRAM:
        if setting.choices:
            sheet.controls[setting.key].activated.emit(0)
        else:
            sheet.controls[setting.key].click()
    sheet.close()
    program.window.close()
    settings.sync()
    assert set(settings.allKeys()) == {"geometry", *(setting.key for setting in PROGRAM)}
    raw = Path(settings.fileName()).read_bytes()
    for secret in (case.name, *(part for part in case.parts if len(part) > 3), "Koshmambet", "Кошмамбет"):
        for spelled in (secret.encode(), ascii(secret)[1:-1].encode(), secret.encode("utf-16-be").hex().encode()):
            assert spelled not in raw, secret


# A case


def test_a_field_of_the_case_is_recorded_when_it_settles(qtbot, held: Case) -> None:
    sheet = opened(qtbot, CaseSettingsSheet(held.lane, held.host))
    assert set(sheet.editors) == {name for _title, lines in FIELDS for name, _sentence in lines}
    field = sheet.editors["code"].fields()[0]
    qtbot.keyClicks(field, "K-7/2022")
    sheet.editors["code"].flush()
    sheet.editors["title"].add_language("en")
    qtbot.keyClicks(sheet.editors["title"].fields()[-1], "Case under test")
    sheet.done(0)
    after = held.ask(lambda ws: (ws.case, [entry.op for entry in ws.journal.entries()][-2:]))
    assert after[0].code == "K-7/2022"
    assert after[0].title == Localised((("ru", "Проверочное дело"), ("en", "Case under test")))
    assert after[1] == ["case_file.changed", "case_file.changed"]


def test_what_is_refused_is_said_under_its_field(qtbot, held: Case) -> None:
    sheet = opened(qtbot, CaseSettingsSheet(held.lane, held.host))
    sheet._save(1, "own_holidays", ("tomorrow",))
    editor = sheet.editors["own_holidays"]
    qtbot.waitUntil(lambda: bool(editor.problem.text()), timeout=SETTLED_MS)
    assert "2025-01-03" in editor.problem.text()
    assert held.ask(lambda ws: ws.case.own_holidays) == ()
    sheet.done(0)


def test_two_who_change_one_field_are_told_of_each_other(qtbot, held: Case) -> None:
    sheet = opened(qtbot, CaseSettingsSheet(held.lane, held.host))
    held.ask(lambda ws: cases.rename(ws, "Проверочное дело", "ru", code="theirs"))
    qtbot.keyClicks(sheet.editors["code"].fields()[0], "mine")
    sheet.editors["code"].flush()
    qtbot.waitUntil(lambda: "theirs" in sheet.editors["code"].problem.text(), timeout=SETTLED_MS)
    assert held.ask(lambda ws: ws.code) == "theirs"
    sheet.done(0)


def test_the_passphrase_is_changed_by_whoever_knows_it(qtbot, held: Case) -> None:
    sheet = PassphraseSheet(held.lane, held.host)
    sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    sheet.open()
    for field in (sheet.secret.field, sheet.secret.again):
        field.setText("quite another long passphrase")
    sheet.old.setText("not this one")
    sheet.go.click()
    qtbot.waitUntil(sheet.answer.isVisible, timeout=SETTLED_MS)
    sheet.old.setText(PASSPHRASE)
    sheet.go.click()
    qtbot.waitUntil(lambda: not sheet.isVisible(), timeout=SETTLED_MS)
    held.lane.lock()
    held.lane.open(lambda: cases.open_case(held.folder, "quite another long passphrase"))
    assert held.ask(cases.counts).people == 1


def test_a_new_sheet_is_made_over_an_open_case(qtbot, held: Case) -> None:
    dialog = RecoverySheet(held.lane, held.host)
    dialog.start()
    qtbot.waitUntil(lambda: dialog.isVisible() and dialog.findChild(RecoveryCard) is not None, timeout=SETTLED_MS)
    card = dialog.findChild(RecoveryCard)
    named = {
        label.accessibleName().split()[0]: label.text()
        for label in card.findChildren(PlainLabel)
        if label.accessibleName()
    }
    card.on.click()
    for field in card.fields:
        field.setText(named[field.accessibleName().split()[1]])
    with qtbot.waitSignal(dialog.making.ended, timeout=SETTLED_MS):
        card.done.click()
    assert held.ask(recovery.has_recovery)


def test_labels_are_added_renamed_and_taken_out_of_use(qtbot, held: Case) -> None:
    sheet = LabelsSheet(held.lane, held.host)
    qtbot.addWidget(sheet)
    sheet.show()
    for name in ("срочно", "позже"):
        sheet.field.setText(name)
        sheet.add.click()
    qtbot.waitUntil(lambda: len(sheet.rows.lines) == 2, timeout=SETTLED_MS)
    later, urgent = sheet.rows.lines
    line = sheet.rows.lines[urgent]
    line.edit.click()
    line.field.setText("Позже")
    qtbot.keyClick(line.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "of this name already" in sheet.notice.words, timeout=SETTLED_MS)
    qtbot.waitUntil(lambda: sheet.rows.lines.get(urgent) not in (None, line), timeout=SETTLED_MS)
    sheet.rows.lines[later].take.click()
    qtbot.waitUntil(lambda: list(sheet.rows.lines) == [urgent], timeout=SETTLED_MS)
    assert [used.label.name for used in held.ask(labels.all_of)] == ["срочно"]


def test_own_fields_are_defined_and_put_in_order(qtbot, held: Case) -> None:
    sheet = OwnFieldsSheet(held.lane, held.host)
    qtbot.addWidget(sheet)
    sheet.show()
    for count, (name, kind, listed) in enumerate((("Рост", "NUMBER", ""), ("Язык жестов", "CHOICE", "да\nнет")), 1):
        sheet.kind.choose(kind)
        sheet.kind.activated.emit(0)
        assert sheet.choices.isVisible() is (kind == "CHOICE")
        sheet.field.setText(name)
        sheet.choices.setPlainText(listed)
        sheet.add.click()
        qtbot.waitUntil(lambda count=count: len(sheet.rows.lines) == count, timeout=SETTLED_MS)
    second = list(sheet.rows.lines)[1]
    sheet.rows.lines[second].moves[0].click()
    qtbot.waitUntil(lambda: next(iter(sheet.rows.lines)) == second, timeout=SETTLED_MS)
    assert [field.choices for field in held.ask(own_fields.of, "person")] == [("да", "нет"), ()]
    sheet.of_noun.choose("event")
    sheet.of_noun.activated.emit(0)
    qtbot.waitUntil(lambda: sheet.rows.lines == {}, timeout=SETTLED_MS)


def test_own_terms_are_added_to_a_list_renamed_and_retired(qtbot, held: Case) -> None:
    sheet = OwnTermsSheet(held.lane, held.host)
    qtbot.addWidget(sheet)
    sheet.show()
    sheet.lists.choose("place_type")
    sheet.lists.activated.emit(0)
    qtbot.waitUntil(lambda: "Checkpoint" in sheet.shipped.text(), timeout=SETTLED_MS)
    sheet.field.setText("Disused bus depot")
    sheet.add.click()
    qtbot.waitUntil(lambda: len(sheet.rows.lines) == 1, timeout=SETTLED_MS)
    assert vocabulary.terms("place_type")[-1].label() == "Disused bus depot"
    sheet.field.setText("disused bus depot")
    sheet.add.click()
    qtbot.waitUntil(lambda: "already" in sheet.notice.words, timeout=SETTLED_MS)
    assert sheet.field.text() == "disused bus depot"
    (line,) = sheet.rows.lines.values()
    line.edit.click()
    line.field.setText("Bus depot")
    qtbot.keyClick(line.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: vocabulary.terms("place_type")[-1].label() == "Bus depot", timeout=SETTLED_MS)
    qtbot.waitUntil(lambda: line not in sheet.rows.lines.values(), timeout=SETTLED_MS)
    next(iter(sheet.rows.lines.values())).take.click()
    qtbot.waitUntil(lambda: sheet.rows.lines == {}, timeout=SETTLED_MS)
    assert "Bus depot" not in [term.label() for term in vocabulary.terms("place_type")]


def test_escape_leaves_a_name_as_it_was_and_the_sheet_open(qtbot, held: Case) -> None:
    held.ask(labels.add, "срочно")
    sheet = LabelsSheet(held.lane, held.host)
    qtbot.addWidget(sheet)
    sheet.show()
    qtbot.waitUntil(lambda: len(sheet.rows.lines) == 1, timeout=SETTLED_MS)
    (line,) = sheet.rows.lines.values()
    heard: list[str] = []
    line.renamed.connect(heard.append)
    line.edit.click()
    line.field.setText("иначе")
    qtbot.keyClick(line.field, Qt.Key.Key_Escape)
    assert line.field.isHidden()
    assert sheet.isVisible()
    assert heard == []


def test_a_rule_is_changed_and_the_deadlines_that_it_counts_follow(held: Case, qtbot):
    def counted(ws):
        start = PartialDate.parse("2025-03-03")
        return deadlines.add(ws, Deadline(title=Localised.of("Срок", "ru"), starts=start), rule="kz-appeal")

    before = held.ask(counted)
    sheet = RulesSheet(held.lane, held.host)
    sheet.open()
    qtbot.waitUntil(lambda: "count" in sheet.editors, timeout=SETTLED_MS)
    sheet.rules.choose(str(before.rule))
    qtbot.waitUntil(lambda: sheet.editors["count"].stored == 15, timeout=SETTLED_MS)
    sheet.editors["count"].line.setText("10")
    sheet.editors["count"].mark_edited()
    sheet.accept()
    after = held.ask(lambda ws: ws.records.get(Deadline, before.id))
    assert (before.due.text, after.due.text) == ("2025-03-18", "2025-03-13")


def test_a_rule_is_taken_out_of_use_and_what_it_counts_keeps_its_day(held: Case, qtbot):
    def counted(ws):
        start = PartialDate.parse("2025-03-03")
        return deadlines.add(ws, Deadline(title=Localised.of("Срок", "ru"), starts=start), rule="kz-appeal")

    def moved(ws):
        later = records.change(ws, ws.records.get(Deadline, made.id), starts=PartialDate.parse("2025-03-04"))
        known = deadline_details.overview(ws, made.id)
        return later.due.text, [row.value for section in known.sections for row in section.rows]

    made = held.ask(counted)
    sheet = RulesSheet(held.lane, held.host)
    sheet.open()
    qtbot.waitUntil(lambda: "count" in sheet.editors, timeout=SETTLED_MS)
    known = sheet.rules.count()
    sheet.rules.choose(str(made.rule))
    sheet.take.click()
    qtbot.waitUntil(lambda: sheet.rules.count() == known - 1, timeout=SETTLED_MS)
    assert sheet.rules.findData(str(made.rule)) < 0
    assert made.rule not in [one.record_id for one in held.ask(candidates.find, "deadline_rule", "")]
    day, told = held.ask(moved)
    assert day == "2025-03-19"
    assert any("Taken out of use" in words for words in told)
    assert held.ask(reading.of, "deadline", made.id).entries()
    while sheet.rules.count():
        left = sheet.rules.count()
        sheet.take.click()
        qtbot.waitUntil(lambda left=left: sheet.rules.count() == left - 1, timeout=SETTLED_MS)
    assert not sheet.take.isEnabled() and not sheet.notice.words
    sheet.accept()


def test_a_rule_is_added_to_be_named(held: Case, qtbot):
    sheet = RulesSheet(held.lane, held.host)
    sheet.open()
    qtbot.waitUntil(lambda: "count" in sheet.editors, timeout=SETTLED_MS)
    known = sheet.rules.count()
    sheet.add.click()
    qtbot.waitUntil(lambda: sheet.rules.count() == known + 1, timeout=SETTLED_MS)
    assert sheet.rules.currentText() == "New rule"
    sheet.accept()
