"""Every face draws every letter of the languages of the cases."""

from __future__ import annotations

import pytest
from reportlab.pdfbase.ttfonts import TTFontFile

from evidence_app.dossier import fonts
from evidence_app.system import paths

RUSSIAN = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
KAZAKH = "әғқңөұүһі"
KYRGYZ = "ңөү"
UZBEK = "ўқғҳ"
LATIN = "abcdefghijklmnopqrstuvwxyz"
SIGNS = "0123456789₸₽№«»„“”‘’ʻʼ–—¶§·…‹›×%\u00a0"
WANTED = {letter for word in (RUSSIAN, KAZAKH, KYRGYZ, UZBEK, LATIN) for letter in word + word.upper()} | set(SIGNS)
FILES = sorted((paths.resources() / "fonts").glob("*.ttf"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_no_letter_is_missing(file: object) -> None:
    known = set(map(chr, TTFontFile(str(file)).charToGlyph))
    assert not WANTED - known


def test_every_face_has_its_licence_beside_it() -> None:
    licences = {file.stem.removeprefix("OFL-") for file in (paths.resources() / "fonts").glob("OFL-*.txt")}
    assert {file.stem.split("-")[0] for file in FILES} == licences


def test_a_character_is_lent_by_a_face_that_has_it() -> None:
    assert "☑" not in fonts.repertoire(fonts.SERIF) or fonts.understudy("☑")
    assert fonts.understudy("田") is None
