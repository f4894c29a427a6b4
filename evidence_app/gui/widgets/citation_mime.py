"""A citation on its way by drag and drop or by the clipboard: a code, never a name."""

from __future__ import annotations

import re

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from evidence_app.domain.citation import Citation

MIME = "application/x-evidence-citation"
_DASH = re.compile(r"\s*[-–—]\s*(?=\S+$)")


def mime_of(citation: str) -> QMimeData:
    """Return a citation as it is dragged: for this program, and as plain text for others."""
    made = QMimeData()
    made.setData(MIME, citation.encode())
    made.setText(citation)
    return made


def citation_in(mime: QMimeData) -> str:
    """Return the citation that was dropped or pasted; empty for anything else."""
    if mime.hasFormat(MIME):
        return bytes(mime.data(MIME).data()).decode()
    return as_citation(mime.text()) if mime.hasText() else ""


def as_citation(text: str) -> str:
    """Return a text where it is a citation, with a range of places kept (`E-012 00:41–00:47`); else nothing."""
    text = text.strip()
    if Citation.read(text) is not None:
        return text
    return text if Citation.read(_DASH.split(text)[0]) is not None and " " in text else ""


def pasted() -> str:
    """Return the citation that lies in the clipboard; empty for none."""
    return citation_in(QGuiApplication.clipboard().mimeData())
