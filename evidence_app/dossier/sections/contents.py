"""The table of contents: sections, testimonies, and apart from them the exhibits; every line is a link."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reportlab.platypus import Spacer

from evidence_app.dossier import stylesheet as sheet_of
from evidence_app.dossier.flow import Column, Columns
from evidence_app.dossier.headings import section_heading, table_heading
from evidence_app.dossier.prose import cell, para
from evidence_app.system.words import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from evidence_app.dossier.manuscript import Manuscript
    from evidence_app.dossier.section import Section
    from evidence_app.dossier.sheet import Sheet

ANCHOR = "section-contents"
_PAGE_WIDTH = 34.0
_GAP = 6.0


class _Line(Columns):
    """A line of the contents: number, title, dots, page; the whole of it leads there."""

    def __init__(self, number: str, title: str, anchor: str, is_major: bool) -> None:
        style = sheet_of.CONTENTS_MAJOR if is_major else sheet_of.CONTENTS_MINOR
        mark = sheet_of.CONTENTS_NUMBER if is_major else sheet_of.CONTENTS_CODE
        code_width = sheet_of.SIDE * 0.9
        super().__init__(
            [
                Column(sheet_of.NUMBER_AT - code_width, code_width, para(number, mark)),
                Column(sheet_of.INDENT, sheet_of.TEXT - _PAGE_WIDTH, cell(title, style)),
            ],
            below=7.1 if is_major else 2.4,
        )
        self.anchor, self.style = anchor, style

    def paint(self, sheet: Sheet) -> None:
        """Draw the title, dots from its last word, and the number of the page."""
        super().paint(sheet)
        last = self.columns[1].stack
        base = self.height - last.height + self.style.leading - self.style.fontSize
        words_end = sheet_of.INDENT + last.blocks[-1].getActualLineWidths0()[-1]
        sheet.setStrokeColor(sheet_of.HAIRLINE)
        sheet.setLineWidth(sheet_of.STEM)
        sheet.setDash(0.6, 3)
        if words_end + _GAP < sheet_of.MEASURE - _PAGE_WIDTH:
            sheet.line(words_end + _GAP, base, sheet_of.MEASURE - _PAGE_WIDTH + _GAP, base)
        sheet.setDash()
        sheet.number_later(sheet_of.MEASURE, base, self.style, self.anchor)
        sheet.saveState()
        sheet.translate(0, self.below)
        sheet.jump(self.anchor, sheet_of.MEASURE, self.height - self.below)
        sheet.restoreState()


def story(manuscript: Manuscript, printed: Sequence[Section]) -> list[Any]:
    """Return the contents of a dossier with these sections."""
    blocks: list[Any] = [section_heading("", _("Contents"), ANCHOR)]
    for number, section in enumerate(printed, start=1):
        blocks.append(_Line(str(number), _(section.title), section.anchor, True))
        if section.name == "testimonies":
            blocks += [_Line(said.code, said.speaker, said.code, False) for said in manuscript.testimonies]
            blocks.append(Spacer(0, sheet_of.GRID / 2))
    if manuscript.exhibits:
        blocks.append(table_heading(_("List of exhibits"), is_wide=False))
        blocks += [_Line(exhibit.code, exhibit.title, exhibit.code, False) for exhibit in manuscript.exhibits]
    return blocks
