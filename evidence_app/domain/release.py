"""The rules of release: what may reach which reader, and under what name (one table, one place)."""

from __future__ import annotations

from enum import Enum

from evidence_app.domain import vocabulary
from evidence_app.system.words import _

READERS = ("TEAM", "COURT", "INTERNATIONAL", "PUBLIC")
VOIDED = "VOIDED"  # a ground: what a record is about was taken out of the case
CEILING = {"TEAM": "C2", "COURT": "C1", "INTERNATIONAL": "C1", "PUBLIC": "C0"}
OFFICIAL_BASES = frozenset({"PUBLIC_RECORD", "OFFICIAL", "COURT_ORDER"})


class Form(Enum):
    """How a person's name is printed."""

    NAME = "name"
    INITIALS = "initials"
    CODE = "code"
    FRESH = "fresh code of this export"
    WITHHELD = "withheld"


def form(protection: str, reader: str, *, is_author: bool = False, is_published: bool = False) -> Form:
    """Return how a name prints for a reader.

    `is_author`: the person is an author of the complaint, which may not be anonymous before an international body.
    `is_published`: the basis is publication or public record.
    """
    if reader == "TEAM":
        return Form.CODE if protection == "P4" else Form.NAME
    if protection == "P4":
        return Form.WITHHELD
    if reader == "COURT":
        return Form.NAME if protection in {"P0", "P1"} else Form.CODE
    if reader == "INTERNATIONAL":
        if protection == "P0" or (protection == "P1" and is_author):
            return Form.NAME
        return Form.INITIALS if protection == "P1" else Form.CODE
    if protection in {"P0", "P1"}:
        named = Form.NAME if protection == "P0" else Form.INITIALS
        return named if is_published else Form.CODE
    return Form.FRESH


def is_coarse(protection: str, reader: str) -> bool:
    """Tell whether dates go to the month and places to the district."""
    return protection in {"P3", "P4"} and reader != "TEAM"


def is_above(confidentiality: str, reader: str) -> bool:
    """Tell whether a record lies above a reader's ceiling."""
    return confidentiality > CEILING[reader]


def has_basis(basis: str | None, reader: str, *, is_covered: bool) -> bool:
    """Tell whether a person may be spoken of to a reader: by consent that covers it, record, office or court order.

    The team needs none: it is where consent is asked and kept.
    """
    return reader == "TEAM" or is_covered or basis in OFFICIAL_BASES


def ground_label(ground: str) -> str:
    """Return in words why something was withheld: a code of the vocabulary `privilege`, CONFIDENTIALITY or VOIDED."""
    if ground == VOIDED:
        return _("Belongs to a voided record")
    if ground == "CONSENT":
        return _("No consent for this reader, and no other basis")
    return _("Above this reader's level") if ground == "CONFIDENTIALITY" else vocabulary.label("privilege", ground)
