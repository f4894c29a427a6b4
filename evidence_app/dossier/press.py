"""The press: a manuscript becomes pages in one pass."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

from reportlab import rl_config
from reportlab.platypus import BaseDocTemplate, NextPageTemplate, PageBreak

from evidence_app.dossier import fonts, furniture
from evidence_app.dossier.anchors import check
from evidence_app.dossier.finish import finish
from evidence_app.dossier.headings import section_heading
from evidence_app.dossier.message import from_message
from evidence_app.dossier.sections import SECTIONS, contents, cover
from evidence_app.dossier.sheet import Sheet
from evidence_app.system import words
from evidence_app.system.words import _

if TYPE_CHECKING:
    from evidence_app.dossier.manuscript import Manuscript
    from evidence_app.dossier.section import Section
    from evidence_app.workers.child import Step

# Pictures as they are instead of ASCII, ten times faster; and the same bytes for the same manuscript.
rl_config.useA85 = 0
rl_config.invariant = 1

_REPORTED = 50


def lay_out(header: dict[str, Any], attachments: list[bytes], step: Step) -> tuple[dict[str, Any], list[bytes]]:
    """Lay out the manuscript of a message; runs in a worker and reports blocks set."""
    pdf, pages = _pressed(from_message(header, attachments), step)
    return {"pages": pages}, [pdf]


def render(manuscript: Manuscript) -> bytes:
    """Return the dossier as a PDF."""
    return _pressed(manuscript, lambda _what, _done, _total: None)[0]


def _pressed(manuscript: Manuscript, step: Step) -> tuple[bytes, int]:
    """Return the finished file and its count of pages."""
    check(manuscript)
    with words.speaking(manuscript.language):
        raw = BytesIO()
        press = _Press(raw, manuscript, step)
        pages = press.run(_story(manuscript))
        return finish(raw.getvalue(), manuscript), pages


class _Press(BaseDocTemplate):
    """ReportLab's document, which fills in page numbers after the last page and before saving."""

    canv: Sheet
    _doSave = 0  # noqa: N815  ReportLab's switch: `build` leaves the canvas unsaved

    def __init__(self, raw: BytesIO, manuscript: Manuscript, step: Step) -> None:
        super().__init__(
            raw,
            pageTemplates=furniture.templates(manuscript),
            pageCompression=1,
            invariant=1,
            initialFontName=fonts.SANS,
            lang=manuscript.language,
        )
        self._total = 0
        self._step = step
        self.setProgressCallBack(self._on_progress)

    def _on_progress(self, event: str, number: int) -> None:
        """Pass the count of blocks on, now and then."""
        if event == "SIZE_EST":
            self._total = number
        elif event == "PROGRESS" and number % _REPORTED == 0:
            self._step("layout", number, self._total)

    def run(self, story: list[Any]) -> int:
        """Set all blocks, fill in the numbers, save; return the count of pages."""
        self.build(story, canvasmaker=Sheet)
        self.canv.fill_in()
        self.canv.save()
        return self.canv.last_page


def _story(manuscript: Manuscript) -> list[Any]:
    """Return all blocks of the dossier in order."""
    printed = [section for section in SECTIONS if section.is_printed(manuscript)]
    blocks = [*cover.story(manuscript), NextPageTemplate(furniture.INNER), PageBreak()]
    blocks += contents.story(manuscript, printed)
    for number, section in enumerate(printed, start=1):
        blocks += [PageBreak(), *_opened(section, number), *section.story(manuscript)]
    return blocks


def _opened(section: Section, number: int) -> list[Any]:
    """Return the heading of a numbered section."""
    return [section_heading(str(number), _(section.title), section.anchor)]
