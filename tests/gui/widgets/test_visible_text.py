"""What cannot be seen in a text is shown."""

from __future__ import annotations

import time

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from evidence_app.gui.widgets import drawing, visible_text
from evidence_app.gui.widgets.labels import ElidedLabel, PlainLabel
from evidence_app.gui.widgets.visible_text import unseen, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Аскар Ахметов, «Ұлт», ₸ 5 000 — №7…", None),
        ("photo\u202egpj.exe", "photo⟨U+202E⟩gpj.exe"),
        ("Ас\u200bкар", "Ас⟨U+200B⟩кар"),
        ("a\x00\x07b", "a⟨U+0000 U+0007⟩b"),
        ("soft\u00adhyphen", "soft⟨U+00AD⟩hyphen"),
        ("\ufeffbom", "⟨U+FEFF⟩bom"),
        ("line\nbreak\ttab", None),
        ("end\u2029", "end⟨U+2029⟩"),
        ("\u3164", "⟨U+3164⟩"),
        ("\U000e0041", "⟨U+E0041⟩"),
        ("<b>&amp;", None),
        ("", None),
    ],
)
def test_what_has_no_ink_is_shown_as_its_code_point(qapp, text: str, shown: str | None):
    assert visible(text) == (text if shown is None else shown)


def test_a_sign_that_no_font_draws_is_shown_as_its_code_point(qapp, monkeypatch):
    monkeypatch.setattr(visible_text.QFontMetrics, "inFontUcs4", lambda _metrics, code: code != 0x4E2D)
    visible_text.is_seen.cache_clear()
    assert visible("国中!") == "国⟨U+4E2D⟩!"
    monkeypatch.undo()
    visible_text.is_seen.cache_clear()


def test_labels_and_painted_words_show_it(qtbot):
    for label in (PlainLabel("x\u202ey"), ElidedLabel("x\u202ey")):
        qtbot.addWidget(label)
        assert label.text() == "x⟨U+202E⟩y"
    picture = QImage(300, 40, QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    painted = drawing.text(painter, picture.rect(), "x\u202ey", QColor("black"))
    painter.end()
    assert painted == drawing.width_of("x⟨U+202E⟩y") == drawing.width_of("x\u202ey")


def test_the_code_points_are_named_once_each(qapp):
    assert unseen("a\u202eb\u200b\u202e") == ("U+202E", "U+200B")
    assert unseen("plain") == ()


def test_ordinary_text_costs_next_to_nothing(qapp):
    text = "Карасайский районный суд Алматинской области, 17 января 2025 года. " * 4
    started = time.perf_counter()
    for _round in range(10_000):
        visible(text)
    assert time.perf_counter() - started < 0.5
