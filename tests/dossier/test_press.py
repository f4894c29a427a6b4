"""The whole dossier, printed once and read back."""

from __future__ import annotations

import re
import shutil
import subprocess
import time
from dataclasses import fields, replace
from pathlib import Path

import pikepdf
import pytest

from evidence_app.dossier import press
from evidence_app.dossier.anchors import referenced
from evidence_app.dossier.manuscript import Claim, Manuscript, Ref, Statement
from evidence_app.dossier.message import to_message
from tests.dossier import readback
from tests.dossier.example import example

ACTIVE = ("/JavaScript", "/JS", "/URI", "/Launch", "/EmbeddedFiles", "/AA", "/AcroForm")
SIDE_POINTS = 105


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return press.render(example())


@pytest.fixture(scope="module")
def document(pdf: bytes) -> pikepdf.Pdf:
    return readback.opened(pdf)


def small(language: str = "en") -> Manuscript:
    """Return a case of a few pages, without records."""
    emptied = {field.name: () for field in fields(Manuscript) if isinstance(getattr(example(), field.name), tuple)}
    return replace(example(language), **emptied)


def test_the_case_fills_more_than_sixty_pages(document: pikepdf.Pdf) -> None:
    assert len(document.pages) > 60


def test_every_line_of_the_contents_leads_to_the_page_it_names(pdf: bytes, document: pikepdf.Pdf) -> None:
    manuscript = example()
    lines = 0
    for page in (2, 3):
        for (_left, bottom, right, top), target in readback.links(document, page):
            assert readback.words_at(pdf, page, right - 30, bottom, right, top).strip() == str(target)
            lines += 1
    assert lines == len(press.SECTIONS) + len(manuscript.testimonies) + len(manuscript.exhibits)


def test_every_record_stands_on_the_page_that_the_contents_name(pdf: bytes, document: pikepdf.Pdf) -> None:
    pages = readback.texts(pdf)
    codes = []
    for page in (2, 3):
        for (left, bottom, _right, top), target in readback.links(document, page):
            code = readback.words_at(pdf, page, left, bottom, left + SIDE_POINTS, top).strip()
            assert code in pages[target - 1]
            codes.append(code)
    assert codes[-1] == "E-026"


def test_the_number_at_the_foot_is_the_number_of_the_page_and_its_label(pdf: bytes, document: pikepdf.Pdf) -> None:
    labels = document.Root.PageLabels.Nums
    assert [labels[0], labels[1].S, len(labels)] == [0, "/D", 2]
    for number, foot in enumerate(readback.feet(pdf), start=1):
        assert re.search(rf"\b{number}\s*/ {len(document.pages)}\b", foot), foot


def test_every_bookmark_ends_with_the_page_it_leads_to(document: pikepdf.Pdf) -> None:
    numbers = readback.page_numbers(document)
    named = readback.named_destinations(document)
    found = []
    with document.open_outline() as outline:
        waiting = list(outline.root)
        while waiting:
            entry = waiting.pop()
            waiting += entry.children
            target = (
                entry.destination if isinstance(entry.destination, pikepdf.Array) else named[str(entry.destination)]
            )
            assert entry.title.endswith(f"· p. {numbers[target[0].objgen]}")
            found.append(entry.title.split(" ")[0])
    manuscript = example()
    records = [
        *manuscript.testimonies,
        *manuscript.exhibits,
        *(p for group in manuscript.groups for p in group.persons),
    ]
    assert set(found) >= {record.code for record in records}


def test_every_reference_is_a_link(document: pikepdf.Pdf) -> None:
    manuscript = example()
    linked = sum(len(readback.links(document, page)) for page in range(4, len(document.pages) + 1))
    listed = len(manuscript.exhibits)
    assert linked == len(list(referenced(manuscript))) + listed


def test_it_opens_at_full_size_with_bookmarks_and_title_shown(document: pikepdf.Pdf) -> None:
    first, fit, _left, _top, zoom = document.Root.OpenAction
    assert (first.objgen, fit, zoom) == (document.pages[0].obj.objgen, "/XYZ", 1)
    assert document.Root.PageMode == "/UseOutlines"
    assert document.Root.ViewerPreferences.DisplayDocTitle is True


def test_language_and_title_stand_in_the_file_and_nothing_else_does(document: pikepdf.Pdf) -> None:
    assert document.Root.Lang == "en"
    assert dict(document.docinfo) == {"/Title": "Dossier D-03, case AKS-2018/007"}
    with document.open_metadata() as metadata:
        assert metadata["dc:title"] == "Dossier D-03, case AKS-2018/007"
        assert not {"xmp:CreatorTool", "dc:creator", "pdf:Producer"} & set(metadata)


def test_every_font_is_embedded(document: pikepdf.Pdf) -> None:
    fonts = [
        thing for thing in document.objects if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/Font"
    ]
    assert len(fonts) >= 8
    for font in fonts:
        assert "/FontFile2" in font.FontDescriptor, font.BaseFont
        assert "Source" in str(font.BaseFont)


def test_nothing_in_it_acts_or_leads_outside(document: pikepdf.Pdf) -> None:
    for thing in document.objects:
        if isinstance(thing, pikepdf.Dictionary):
            assert not [key for key in ACTIVE if key in thing]
            assert thing.get("/S") not in ACTIVE


@pytest.mark.skipif(not shutil.which("qpdf"), reason="qpdf is not installed")
def test_qpdf_finds_no_fault(pdf: bytes, tmp_path: Path) -> None:
    file = tmp_path / "dossier.pdf"
    file.write_bytes(pdf)
    subprocess.run(["qpdf", "--check", file], check=True, capture_output=True)


def test_the_same_manuscript_gives_the_same_bytes_at_another_time(pdf: bytes) -> None:
    time.sleep(1.0)  # file identifiers made from the clock change every second
    steps: list[tuple[str, int, int]] = []
    header, attachments = to_message(example())
    answer, printed = press.lay_out(header, attachments, lambda *step: steps.append(step))
    assert printed == [pdf]
    assert answer == {"pages": len(readback.opened(pdf).pages)}
    assert steps
    assert all(what == "layout" and 0 < done <= total for what, done, total in steps)


@pytest.mark.parametrize(("language", "written"), [("en", "61,000,000 ₸"), ("ru", "61\u00a0000\u00a0000\u00a0₸")])
def test_sums_are_found_as_that_language_writes_them(language: str, written: str) -> None:
    claim = Claim("V-01", "damage", "KZT", 61_000_000, 5_000_000)
    text = " ".join(readback.texts(press.render(replace(small(language), claims=(claim,)))))
    assert written.replace("\u00a0", " ") in text.replace("\u00a0", " ")


def test_letters_of_every_language_of_the_cases_come_back(pdf: bytes) -> None:
    text = " ".join(" ".join(readback.texts(pdf)).split())
    for words in ("қабырғалары дымқыл", "үй-бүлөм кайда", "gʻoyat", "ҳеч ким", "нежилое здание", "Әсел Қойшыбай"):
        assert words in text


def test_what_is_missing_is_said(pdf: bytes) -> None:
    text = " ".join(readback.texts(pdf))
    assert "no source yet" in text
    assert "Document not held" in text
    assert "preferred in this dossier" in text


def test_a_reference_that_leads_nowhere_stops_the_press() -> None:
    manuscript = replace(small(), introduction=(Statement("Said.", (Ref("T-999", "T-999"),)),))
    with pytest.raises(ValueError, match="T-999"):
        press.render(manuscript)


def test_a_reference_without_an_anchor_is_printed_all_the_same() -> None:
    pdf = press.render(replace(small(), introduction=(Statement("Said.", (Ref("archive 7"),)),)))
    assert "archive 7" in " ".join(readback.texts(pdf)).replace("\u00a0", " ")


def test_sections_without_content_are_left_out() -> None:
    contents = readback.texts(press.render(small()))[1]
    assert "Integrity" in contents
    assert "Withheld" in contents
    assert "Testimonies" not in contents
