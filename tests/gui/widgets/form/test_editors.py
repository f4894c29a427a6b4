"""Editors: when a value settles, what is kept of what was typed, what is understood."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QFocusEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from evidence_app.domain.errors import BadInput, ChangedMeanwhile
from evidence_app.domain.localised import Localised
from evidence_app.domain.partial_date import PartialDate
from evidence_app.domain.record import Kind
from evidence_app.gui.widgets.form.chips_editor import ChipsEditor
from evidence_app.gui.widgets.form.choice_editor import ChoiceEditor, FlagEditor, PickEditor
from evidence_app.gui.widgets.form.editor import Editor
from evidence_app.gui.widgets.form.making import editor_for
from evidence_app.gui.widgets.form.reference_editor import ReferenceEditor
from evidence_app.gui.widgets.form.text_editor import LongTextEditor, NumberEditor, TextEditor
from evidence_app.gui.widgets.form.when_editor import WhenEditor
from evidence_app.gui.widgets.form.words_editor import WordsEditor
from evidence_app.services.forms.form import Candidate, Choice, Entry
from evidence_app.system import words as spoken

LANGUAGES = (Choice("ru", "Russian"), Choice("kk", "Kazakh"), Choice("en", "English"))
ASKAR = Candidate("person", 7, "P-007", "Аскар Ахметов")


def nobody(_noun: str, _words: str, _done: Callable[[Sequence[Candidate]], object]) -> None:
    """Never answer."""


@pytest.fixture
def shown(qtbot):
    """Make an editor of an entry, shown in a window, with what settles in it."""
    held: list[Editor] = []

    def make(kind: Kind, value: Any = None, ask: Any = nobody, **facts: Any) -> tuple[Any, list[Any]]:
        editor = editor_for(Entry("field", kind, "Field", value, **facts), ask)
        qtbot.addWidget(editor)
        held.append(editor)
        editor.show()
        settled: list[Any] = []
        editor.settled.connect(settled.append)
        return editor, settled

    return make


def type_in(line: QLineEdit, words: str) -> None:
    """Type words of any alphabet; the keys of Qt's own test library know Latin letters only."""
    line.insert(words)
    line.textEdited.emit(line.text())


def leave(editor: Editor) -> None:
    """Move the focus out of an editor."""
    QApplication.sendEvent(editor.fields()[0], QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.TabFocusReason))


def test_each_kind_of_field_has_its_editor(shown):
    assert isinstance(shown(Kind.TEXT)[0], TextEditor)
    assert isinstance(shown(Kind.TEXT, is_multiline=True)[0], LongTextEditor)
    assert isinstance(shown(Kind.TEXT, choices=tuple(Choice(str(n), str(n)) for n in range(60)))[0], PickEditor)
    assert isinstance(shown(Kind.CHOICE, choices=LANGUAGES)[0], ChoiceEditor)
    assert isinstance(shown(Kind.FLAG)[0], FlagEditor)
    assert isinstance(shown(Kind.INTEGER)[0], NumberEditor)
    assert isinstance(shown(Kind.WHEN)[0], WhenEditor)
    assert isinstance(shown(Kind.WORDS, Localised(), choices=LANGUAGES)[0], WordsEditor)
    assert isinstance(shown(Kind.LIST, ())[0], ChipsEditor)
    assert isinstance(shown(Kind.REFERENCE)[0], ReferenceEditor)


def test_a_field_is_named_for_screen_readers(shown):
    for kind, value in ((Kind.TEXT, None), (Kind.WHEN, None), (Kind.FLAG, None), (Kind.LIST, ())):
        assert shown(kind, value)[0].fields()[0].accessibleName() == "Field"


def test_what_is_typed_settles_after_a_pause_and_only_once(shown, qtbot):
    editor, settled = shown(Kind.TEXT, "old")
    editor._idle.setInterval(30)
    editor.line.selectAll()
    qtbot.keyClicks(editor.line, "new")
    assert settled == [] and editor.is_dirty
    qtbot.waitUntil(lambda: settled == ["new"])
    leave(editor)
    assert settled == ["new"] and editor.before == "old"


def test_what_is_typed_settles_when_the_focus_leaves(shown, qtbot):
    editor, settled = shown(Kind.TEXT)
    qtbot.keyClicks(editor.line, "word")
    leave(editor)
    assert settled == ["word"]


def test_escape_keeps_what_was_typed(shown, qtbot):
    editor, settled = shown(Kind.TEXT)
    qtbot.keyClicks(editor.line, "x")
    qtbot.keyClick(editor.line, Qt.Key.Key_Escape)
    assert settled == ["x"] and editor.line.text() == "x"


def test_escape_gives_up_words_that_cannot_be_taken_only_when_it_is_pressed_again(shown, qtbot):
    editor, settled = shown(Kind.INTEGER, 7)
    qtbot.keyClicks(editor.line, "seven")
    qtbot.keyClick(editor.line, Qt.Key.Key_Escape)
    assert "seven" in editor.line.text() and "number" in editor.problem.text()
    qtbot.keyClick(editor.line, Qt.Key.Key_Escape)
    assert editor.line.text() == "7" and not editor.is_dirty
    leave(editor)
    assert settled == []


def test_nothing_from_outside_overwrites_what_is_being_typed(shown, qtbot):
    editor, _settled = shown(Kind.TEXT, "stored")
    qtbot.keyClicks(editor.line, "x")
    editor.refresh(Entry("field", Kind.TEXT, "Field", "from elsewhere"))
    assert "x" in editor.line.text()
    editor.flush()
    editor.refresh(Entry("field", Kind.TEXT, "Field", "from elsewhere"))
    assert "x" in editor.line.text(), "a value is still on its way"
    editor.landed()
    editor.refresh(Entry("field", Kind.TEXT, "Field", "from elsewhere"))
    assert editor.line.text() == "from elsewhere"


def test_what_was_refused_stays_and_is_not_tried_again_by_the_clock(shown, qtbot):
    editor, settled = shown(Kind.TEXT, "stored")
    editor.line.setText("")
    qtbot.keyClicks(editor.line, "bad")
    editor.flush()
    editor.refuse(BadInput(where="Field", why="no"))
    assert editor.line.text() == "bad" and editor.problem.text() == "Field: no."
    leave(editor)
    assert settled == ["bad"]
    qtbot.keyClicks(editor.line, "!")
    leave(editor)
    assert settled == ["bad", "bad!"] and editor.before == "stored"


def test_after_a_change_elsewhere_the_new_value_is_shown_and_the_typed_one_kept(shown, qtbot):
    editor, settled = shown(Kind.TEXT, "stored")
    editor.line.setText("")
    qtbot.keyClicks(editor.line, "mine")
    editor.flush()
    editor.refuse(ChangedMeanwhile(field="Field"), changed_meanwhile=True)
    editor.refresh(Entry("field", Kind.TEXT, "Field", "theirs"))
    assert editor.line.text() == "mine" and "theirs" in editor.problem.text()
    qtbot.keyClicks(editor.line, "!")
    editor.flush()
    assert (editor.before, settled[-1]) == ("theirs", "mine!")


@pytest.mark.parametrize(
    ("typed", "edtf", "words"),
    [
        ("about 7 January 2022", "2022-01-07~", ""),
        ("approximately 2022", "2022~", "about 2022"),
        ("07.01.2022", "2022-01-07", "7 January 2022"),
        ("2022-01/2022-03", "2022-01/2022-03", "January–March 2022"),
    ],
)
def test_a_date_is_understood_while_it_is_typed(shown, qtbot, typed: str, edtf: str, words: str):
    editor, settled = shown(Kind.WHEN)
    qtbot.keyClicks(editor.line, typed)
    assert editor.hint.text() == words
    editor.flush()
    assert settled == [PartialDate.parse(edtf)]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "about 12 January 2022"),
        ("ru", "около 12 января 2022 года"),
        ("kk", "2022 жылғы 12 қаңтар шамасында"),
    ],
)
def test_a_date_is_said_in_words_once_it_is_left_and_can_be_typed_again(shown, qtbot, language: str, said: str):
    spoken.choose(language)
    editor, settled = shown(Kind.WHEN)
    qtbot.keyClicks(editor.line, "2022-01-12~")
    leave(editor)
    assert editor.line.text() == said and editor.hint.isHidden()
    editor.mark_edited()
    leave(editor)
    assert settled == [PartialDate.parse("2022-01-12~")] and editor.line.text() == said


def test_a_date_that_is_still_typed_is_not_written_over(shown, qtbot):
    editor, settled = shown(Kind.WHEN)
    qtbot.keyClicks(editor.line, "2022-01")
    editor.pause()
    assert settled and editor.line.text() == "2022-01"


def test_a_wrong_date_stays_and_a_sentence_says_what_is_wrong(shown, qtbot):
    editor, settled = shown(Kind.WHEN)
    qtbot.keyClicks(editor.line, "the other day")
    leave(editor)
    assert settled == [] and editor.line.text() == "the other day"
    assert "the other day" in editor.problem.text()
    assert editor.line.accessibleDescription() == editor.problem.text()


def test_thousands_are_set_apart_and_read_back(shown, qtbot):
    editor, settled = shown(Kind.INTEGER, 61_000_000)
    assert editor.line.text().split() == ["61", "000", "000"]
    editor.line.clear()
    qtbot.keyClicks(editor.line, "5 000 000")
    editor.flush()
    qtbot.keyClicks(editor.line, ",5")
    editor.flush()
    assert settled == [5_000_000] and editor.problem.text()


def test_a_choice_that_must_be_made_cannot_be_taken_away(shown):
    free, settled = shown(Kind.CHOICE, "ru", choices=LANGUAGES)
    bound, _ = shown(Kind.CHOICE, "ru", choices=LANGUAGES, may_be_empty=False)
    assert (free.box.count(), bound.box.count()) == (4, 3)
    free.box.setCurrentIndex(0)
    free.box.activated.emit(0)
    assert settled == [None]


def test_a_code_that_no_list_holds_is_shown_as_itself(shown):
    editor, _ = shown(Kind.CHOICE, "OLD", choices=LANGUAGES)
    assert editor.box.currentText() == "OLD" and editor.read() == "OLD"


def test_the_wheel_goes_over_a_choice_without_changing_it(shown, qtbot):
    editor, settled = shown(Kind.CHOICE, "ru", choices=LANGUAGES)
    none = Qt.KeyboardModifier.NoModifier
    down = QPoint(0, -120)
    event = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), down, down, Qt.MouseButton.NoButton, none, Qt.ScrollPhase.NoScrollPhase, False
    )
    QApplication.sendEvent(editor.box, event)
    assert editor.box.value() == "ru" and settled == []


def test_chips_are_added_with_enter_and_taken_off_with_their_button(shown, qtbot):
    editor, settled = shown(Kind.LIST, ("ru",), choices=LANGUAGES)
    qtbot.keyClicks(editor.line, "kazakh")
    qtbot.keyClick(editor.line, Qt.Key.Key_Return)
    assert settled == [("ru", "kk")] and editor.line.text() == ""
    qtbot.keyClick(editor.line, Qt.Key.Key_Backspace)
    assert settled[-1] == ("ru",)
    qtbot.keyClicks(editor.line, "Klingon")
    leave(editor)
    assert settled[-1] == ("ru",) and editor.line.text() == "Klingon" and editor.problem.text()


def test_half_a_number_is_no_value(shown, qtbot):
    editor, settled = shown(Kind.LIST, ())
    qtbot.keyClicks(editor.line, "+7 701")
    editor.pause()
    assert settled == []
    leave(editor)
    assert settled == [("+7 701",)]


def test_text_is_kept_by_language_and_an_empty_line_is_no_text(shown, qtbot):
    editor, settled = shown(Kind.WORDS, Localised.of({"ru": "Суд", "en": "Court"}), choices=LANGUAGES)
    editor.add_language("kk")
    type_in(editor.fields()[2], "Сот")
    editor.flush()
    editor.fields()[0].clear()
    editor.mark_edited()
    editor.flush()
    assert [one.as_dict() for one in settled] == [
        {"ru": "Суд", "en": "Court", "kk": "Сот"},
        {"en": "Court", "kk": "Сот"},
    ]


def test_a_record_is_picked_from_the_candidates_with_enter(shown, qtbot):
    asked: list[str] = []

    def ask(_noun: str, words: str, done: Any) -> None:
        asked.append(words)
        done((ASKAR, Candidate("person", 8, "P-008", "Аскар Второй")))

    editor, settled = shown(Kind.REFERENCE, None, ask, noun="person")
    type_in(editor.line, "аск")
    qtbot.waitUntil(lambda: asked == ["аск"])
    qtbot.keyClick(editor.line, Qt.Key.Key_Return)
    assert settled == [ASKAR] and editor.line.text() == "P-007 · Аскар Ахметов"
    followed: list[str] = []
    editor.followed.connect(followed.append)
    editor._go.trigger()
    editor._clear.trigger()
    assert followed == ["P-007"] and settled[-1] is None


def test_a_citation_fills_the_place_beside_it(shown, qtbot):
    cited = Candidate("testimony", 3, "T-014", "Рассказ", "¶4")
    editor, settled = shown(
        Kind.REFERENCE, None, lambda _noun, _words, done: done((cited,)), noun="item", place="locator"
    )
    type_in(editor.line, "т14 4")
    leave(editor)
    assert settled == [cited]
    assert (editor.line.text(), editor.place.text()) == ("T-014 · Рассказ", "¶4")


def test_words_that_mean_no_record_stay_with_a_sentence(shown, qtbot):
    editor, settled = shown(Kind.REFERENCE, ASKAR, lambda _noun, _words, done: done(()), noun="person")
    editor.line.selectAll()
    qtbot.keyClicks(editor.line, "nobody")
    leave(editor)
    assert settled == [] and editor.line.text() == "nobody" and editor.problem.text()


def test_no_break_spaces_and_line_breaks_stay_in_long_text(shown):
    typed = "a\u00a0b\tc\nd\u2028e"
    editor, settled = shown(Kind.TEXT, is_multiline=True)
    paste = QMimeData()
    paste.setText(typed)
    editor.sheet.insertFromMimeData(paste)
    editor.flush()
    assert settled == [typed]


def test_a_line_break_in_a_field_of_one_line_is_refused_not_dropped(shown):
    editor, settled = shown(Kind.TEXT)
    editor.line.insert("a\nb")
    editor.mark_edited()
    editor.flush()
    assert settled == [] and editor.line.text() == "a\nb" and editor.problem.text()


def test_characters_that_cannot_be_seen_are_named_under_the_field(shown, qtbot):
    editor, settled = shown(Kind.TEXT)
    editor.line.insert("photo\u202egpj.exe")
    editor.mark_edited()
    assert "U+202E" in editor.hint.text()
    editor.flush()
    assert settled == ["photo\u202egpj.exe"]
