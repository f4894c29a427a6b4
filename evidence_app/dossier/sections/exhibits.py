"""The exhibits: a list with digests and pages, then a slip for each with its stills and facts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from evidence_app.dossier import figures
from evidence_app.dossier import stylesheet as sheet_of
from evidence_app.dossier.flow import Block
from evidence_app.dossier.headings import record_heading, table_heading
from evidence_app.dossier.ledger import Field, Ledger, passport
from evidence_app.dossier.margin import running
from evidence_app.dossier.prose import NOTHING, cell, fixity, line, link, para, sources
from evidence_app.dossier.section import Section
from evidence_app.system.words import N_, _

if TYPE_CHECKING:
    from evidence_app.dossier.manuscript import Exhibit, Manuscript
    from evidence_app.dossier.sheet import Sheet

_BEGINNING = 16


class _PageOf(Block):
    """The page of an anchor, filled in later, in a table's last column."""

    def __init__(self, anchor: str) -> None:
        super().__init__()
        self.anchor = anchor

    def measure(self, width: float) -> float:
        """Need one line."""
        return float(sheet_of.CELL.leading)

    def paint(self, sheet: Sheet) -> None:
        """Print the number at the right edge, on the baseline of the row."""
        baseline = self.height - sheet_of.CELL.fontSize
        sheet.number_later(self.width, baseline, sheet_of.CELL, self.anchor)


def story(manuscript: Manuscript) -> list[Any]:
    """Return the list, then the slips."""
    blocks: list[Any] = [_list(manuscript)]
    for exhibit in manuscript.exhibits:
        blocks += _slip(exhibit)
    return blocks


def _list(manuscript: Manuscript) -> Ledger:
    """Set the list of exhibits."""
    fields = [
        Field(_("No."), 15),
        Field(_("Exhibit"), 59),
        Field(_("Kind"), 27),
        Field(_("Date"), 24),
        Field(_("SHA-256, beginning"), 32),
        Field(_("Page"), 11, is_sum=True),
    ]
    return Ledger(fields, [_entry(exhibit) for exhibit in manuscript.exhibits])


def _entry(exhibit: Exhibit) -> list[list[Any]]:
    """Set one line of the list."""
    digest = line(fixity(exhibit.sha256[:_BEGINNING]), sheet_of.CELL)
    return [
        [line(link(exhibit.code, exhibit.code, sheet_of.CELL.fontSize), sheet_of.CELL)],
        cell(exhibit.title, sheet_of.CELL),
        cell(exhibit.kind, sheet_of.CELL),
        cell(exhibit.date, sheet_of.CELL),
        [digest] if exhibit.sha256 else cell("", sheet_of.CELL),
        [_PageOf(exhibit.code)],
    ]


def _slip(exhibit: Exhibit) -> list[Any]:
    """Set the slip of one exhibit."""
    heading = record_heading(exhibit.code, exhibit.title, exhibit.code, room=210)
    blocks: list[Any] = [heading, passport(_facts(exhibit))]
    if exhibit.stills:
        blocks += figures.stills(exhibit.stills)
    for number, fact in enumerate(exhibit.facts, start=1):
        body = para(fact.text, sheet_of.BODY, NOTHING if fact.is_remark else sources(fact.refs))
        blocks += running(body, para(fact.topic, sheet_of.SIDE_NOTE), str(number))
    if exhibit.excerpt:
        excerpt = cell(exhibit.excerpt, sheet_of.QUOTATION)
        blocks.append(table_heading(_("Excerpt"), is_wide=False))
        blocks += running(excerpt, indent=sheet_of.GRID)
    return blocks


def _facts(exhibit: Exhibit) -> list[tuple[str, list[Any]]]:
    """Return the lines of the slip; what is not known is left out, that a document is not held never is."""
    lines = [
        (_("Kind"), exhibit.kind),
        (_("Date"), exhibit.date),
        (_("Author or source"), exhibit.author),
        (_("Language"), exhibit.language),
        (_("Original name"), exhibit.original_name),
        (_("Size"), exhibit.size),
        (_("Received") if exhibit.is_held else _("Known from"), exhibit.received),
        (_("Confidentiality"), exhibit.confidentiality),
    ]
    set_lines = [(label, cell(value, sheet_of.CELL)) for label, value in lines if value]
    if exhibit.sha256:
        set_lines.append((_("SHA-256"), [line(fixity(exhibit.sha256), sheet_of.CELL)]))
    if exhibit.is_held and not exhibit.is_stored:
        set_lines.append((_("Document"), cell(_("In hand; no file of it is stored"), sheet_of.CELL)))
    if not exhibit.is_held:
        set_lines.append((_("Document"), cell(_("Document not held"), sheet_of.CELL_SIGNAL)))
    return set_lines


SECTION = Section("exhibits", N_("Exhibits"), story, lambda manuscript: bool(manuscript.exhibits))
