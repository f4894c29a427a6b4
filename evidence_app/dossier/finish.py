"""What ReportLab can't write: page labels, the opening view, metadata, print flags. Deterministic."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from evidence_app.system.words import _

if TYPE_CHECKING:
    from evidence_app.dossier.manuscript import Manuscript

_PRINT = 4  # annotation flag, ISO 32000-1, table 165


def finish(raw: bytes, manuscript: Manuscript) -> bytes:
    """Return the finished file; its title names the case by code only."""
    title = _("Dossier %(number)s, case %(code)s") % {
        "number": manuscript.number,
        "code": manuscript.case_code,
    }
    with pikepdf.open(BytesIO(raw)) as pdf:
        _open_as_a_bundle(pdf)
        _describe(pdf, title, manuscript.language)
        for page in pdf.pages:
            for annotation in page.obj.get("/Annots", Array()):
                annotation.F = _PRINT
        finished = BytesIO()
        pdf.save(
            finished,
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            min_version="1.7",
        )
    return finished.getvalue()


def _open_as_a_bundle(pdf: pikepdf.Pdf) -> None:
    """Label pages with their count from the cover on; open at 100 % with bookmarks and title shown."""
    pdf.Root.PageLabels = Dictionary(Nums=Array([0, Dictionary(S=Name.D)]))
    pdf.Root.PageMode = Name.UseOutlines
    pdf.Root.OpenAction = Array([pdf.pages[0].obj, Name.XYZ, None, None, 1])
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)


def _describe(pdf: pikepdf.Pdf, title: str, language: str) -> None:
    """Write title and language, and nothing about who made it or when."""
    pdf.trailer.Info = pdf.make_indirect(Dictionary(Title=String(title)))
    pdf.Root.Lang = String(language)
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        metadata.clear()
        metadata["dc:title"] = title
        metadata["dc:language"] = {language}
