"""Every text field of every form takes the big list of naughty strings: kept exactly, shown plainly, found, printed."""

from __future__ import annotations

import dataclasses
import json
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt

from evidence_app.domain.errors import BadInput
from evidence_app.domain.localised import Localised
from evidence_app.domain.nouns import NOUNS
from evidence_app.domain.parts import PARTS
from evidence_app.domain.record import Kind, Record, fields
from evidence_app.domain.vocabulary import terms
from evidence_app.dossier import fonts, prose
from evidence_app.dossier.stylesheet import LINK_HEX
from evidence_app.gui.widgets.form.chips_editor import ChipsEditor
from evidence_app.gui.widgets.form.editor import Editor
from evidence_app.gui.widgets.form.making import editor_for
from evidence_app.gui.widgets.form.text_editor import BREAKS, Line, Sheet
from evidence_app.gui.widgets.labels import PlainLabel
from evidence_app.gui.widgets.visible_text import is_seen
from evidence_app.keys.derivation import Profile
from evidence_app.services import cases, searching
from evidence_app.services.forms import candidates, reading
from evidence_app.services.forms.form import Entry
from evidence_app.services.workspace import Workspace
from evidence_app.store.search.query import parse

SHARED = Path(__file__).parents[4] / "../shared/data/malformed/text"
FORMS = sorted({*PARTS, *(part.noun for parts in PARTS.values() for part in parts), "deadline_rule", "consent"})
KINDS = frozenset({Kind.TEXT, Kind.WORDS, Kind.LIST})


@pytest.fixture(scope="module")
def naughty() -> list[str]:
    """The list, each string once, the empty one left out; a paragraph separator is kept as a line break."""
    source = next(SHARED.glob("*blns.json"), None) if SHARED.is_dir() else None
    if source is None:
        pytest.skip("the big list of naughty strings is not beside this repository")
    strings = json.loads(source.read_text("utf-8"))
    return list(dict.fromkeys(text for text in strings if text))


@pytest.fixture
def ws(folder: Path, quick: Profile, passphrase: str) -> Iterator[Workspace]:
    """A new case, open."""
    with cases.create(folder, "Дело", passphrase, profile=quick) as made:
        yield made


def typed_fields(ws: Workspace, noun: str) -> list[Entry]:
    """Return the fields of a form that take free text."""
    form = reading.blank(ws, noun)
    return [
        one
        for one in form.entries()
        if one.kind in KINDS and not one.is_fixed and (one.kind is Kind.WORDS or not one.choices)
    ]


def paste(editor: Editor, text: str) -> None:
    """Put a text into an editor, and say that it was typed."""
    field = editor.fields()[0]
    assert isinstance(field, Line | Sheet)
    field.show_text(text)
    editor.mark_edited()


def said(value: Any) -> str:
    """Return the text of an editor's value."""
    if isinstance(value, Localised):
        return value.texts[0][1]
    return value[-1] if isinstance(value, tuple) else value


def test_every_text_field_keeps_what_is_typed_or_says_why_not(ws, qapp, qtbot, naughty):
    fields_met, refused = 0, 0
    met: set[tuple[Any, ...]] = set()
    for noun in FORMS:
        for entry in typed_fields(ws, noun):
            fields_met += 1
            # Fields of one kind share one editor: each gets the strings that could tell them apart.
            shape = (entry.kind, entry.is_multiline)
            strings = naughty if shape not in met else naughty[::40]
            met.add(shape)
            editor = editor_for(entry, lambda *_asked: None)
            settled: list[Any] = []
            editor.settled.connect(settled.append)
            for text in strings:
                editor.show_value(entry.value)
                editor.stored = entry.value
                paste(editor, text)
                settled.clear()
                editor.flush()
                if not settled:
                    assert BREAKS.search(text) and editor.problem.text(), (noun, entry.name, text)
                    refused += 1
                    editor.revert()
                    continue
                wanted = unicodedata.normalize("NFC", text)
                if entry.is_multiline:
                    wanted = wanted.replace("\u2029", "\n")
                assert said(settled[0]) == wanted, (noun, entry.name)
    assert fields_met > 60 and refused


def test_every_string_is_stored_as_typed_and_found_without_raising(ws, naughty):
    kept: list[tuple[Record, dict[str, str]]] = []
    for noun in FORMS:
        names = [entry.name for entry in typed_fields(ws, noun) if not entry.name.startswith("name.")]
        batches = [naughty[start : start + len(names)] for start in range(0, len(naughty), len(names))]
        _some(ws, noun)
        with ws.act(f"{noun}.imported") as act:
            for strings in batches[:: 1 if noun in {"event", "person_name"} else 4]:
                wanted = dict(zip(names, strings, strict=False))
                kept.append((act.add(_filled(ws, NOUNS[noun], wanted)), wanted))  # what it refers to is there by now
    assert len(kept) > 500
    for record, wanted in kept:
        stored = ws.records.get(type(record), record.id)
        for name, text in wanted.items():
            assert said(getattr(stored, name)) == unicodedata.normalize("NFC", text), (record.noun, name)
    for text in naughty:
        found = searching.search(ws, text, limit=1)
        assert found.hits or parse(text).is_empty or not found.total, text
        candidates.find(ws, "event", text, limit=2)


def _filled(ws: Workspace, kind: type[Record], texts: dict[str, str]) -> Record:
    """Return a record with texts in its fields and what else it needs."""
    values: dict[str, Any] = {}
    for line in fields(kind):
        if line.name in texts:
            text = texts[line.name]
            plain = line.kind is Kind.TEXT
            values[line.name] = text if plain else (text,) if line.kind is Kind.LIST else Localised.of(text, "ru")
        elif line.required and line.kind is Kind.WORDS:
            values[line.name] = Localised.of("x", "ru")
        elif line.required and line.kind is Kind.TEXT:
            values[line.name] = "VICTIM" if line.name == "role" else "x"
        elif line.required and line.kind is Kind.CHOICE:
            values[line.name] = terms(line.vocabulary)[0].code
        elif line.required and line.kind is Kind.REFERENCE:
            values[line.name] = _some(ws, line.noun)
    return kind(**values)


def _some(ws: Workspace, noun: str) -> int:
    """Return any record of a noun, made where there is none."""
    concrete = NOUNS["media"] if noun == "item" else NOUNS[noun]
    held = ws.records.first(concrete)
    if held is None:
        blank = _filled(ws, concrete, {})
        with ws.act(f"{noun}.added") as act:
            held = act.add(blank)
    return held.id


def test_every_string_is_shown_and_printed_as_plain_text(qtbot, naughty):
    label = PlainLabel()
    qtbot.addWidget(label)
    assert label.textFormat() == Qt.TextFormat.PlainText
    for text in naughty:
        label.setText(text)
        assert all(map(is_seen, label.text())), text
        if all(map(is_seen, text)):
            assert label.text() == text
        printed = prose.say(text, fonts.SANS)
        assert "<" not in text or "&lt;" in printed or f'color="{LINK_HEX}"' not in printed


def test_a_line_break_in_one_line_is_refused_with_the_name_of_the_field(ws, qapp):
    editor = editor_for(Entry("title", Kind.TEXT, "Title"), lambda *_asked: None)
    paste(editor, "a\u2029b")
    with pytest.raises(BadInput):
        editor.read()
    chips = editor_for(dataclasses.replace(editor.entry, kind=Kind.LIST, value=()), lambda *_asked: None)
    assert isinstance(chips, ChipsEditor)
    paste(chips, "a\nb")
    chips.flush()
    assert chips.values == [] and chips.line.text() == "a\nb" and "Title" in chips.problem.text()
