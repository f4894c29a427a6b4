"""The testimonies, paragraph by paragraph, each with its translations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from evidence_app.dossier import stylesheet as sheet_of
from evidence_app.dossier import sums
from evidence_app.dossier.figures import Band
from evidence_app.dossier.headings import record_heading
from evidence_app.dossier.manuscript import segment_anchor
from evidence_app.dossier.margin import Beside, running
from evidence_app.dossier.prose import cell, line, para, sources
from evidence_app.dossier.section import Section
from evidence_app.system.words import N_, _

if TYPE_CHECKING:
    from evidence_app.dossier.manuscript import Manuscript, Segment, Testimony


def story(manuscript: Manuscript) -> list[Any]:
    """Return every testimony after another."""
    return [block for testimony in manuscript.testimonies for block in _testimony(testimony)]


def _testimony(testimony: Testimony) -> list[Any]:
    """Set one testimony: heading, band of facts, paragraphs, notes."""
    blocks: list[Any] = [
        record_heading(testimony.code, testimony.speaker, testimony.code, room=170),
        Band(
            [
                (_("Kind"), testimony.kind, 56),
                (_("Taken on"), testimony.taken_on, 36),
                (_("Language"), testimony.language, 36),
                (_("Paragraphs"), sums.grouped(len(testimony.segments)), 24),
            ]
        ),
    ]
    for segment in testimony.segments:
        blocks += _segment(testimony.code, segment)
    blocks += [Beside(para(note, sheet_of.NOTE)) for note in testimony.notes if note.strip()]
    if testimony.refs:
        label = para(_("Rests on"), sheet_of.SIDE_NOTE)
        blocks.append(Beside([line(sources(testimony.refs), sheet_of.SIDE_NOTE)], label))
    return blocks


def _segment(code: str, segment: Segment) -> list[Beside]:
    """Set one paragraph in its own words, then in each translation."""
    blocks = running(
        cell(segment.text, sheet_of.BODY),
        para(segment.starts_at or "", sheet_of.SIDE_NOTE),
        str(segment.number),
        segment_anchor(code, segment.number),
    )
    for translation in segment.translations:
        label = _("Translation: %(language)s") % {"language": translation.language}
        blocks += running(cell(translation.text, sheet_of.BODY), para(label, sheet_of.SIDE_NOTE), indent=sheet_of.GRID)
    return blocks


SECTION = Section("testimonies", N_("Testimonies"), story, lambda manuscript: bool(manuscript.testimonies))
