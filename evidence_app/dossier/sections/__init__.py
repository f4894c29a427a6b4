"""The sections of a dossier, one file each, in the order in which they are bound.

Cover and contents stand before them, without a number. A section takes the manuscript and returns blocks; it
knows nothing of the others, and leads to them by anchors only.
"""

from __future__ import annotations

from evidence_app.dossier.sections import (
    chronology,
    custody,
    exhibits,
    how_to_read,
    identifications,
    injuries,
    integrity,
    persons,
    proceedings,
    summary,
    testimonies,
    withheld,
)

SECTIONS = (
    how_to_read.SECTION,
    summary.SECTION,
    persons.SECTION,
    injuries.SECTION,
    identifications.SECTION,
    chronology.SECTION,
    testimonies.SECTION,
    exhibits.SECTION,
    proceedings.SECTION,
    custody.SECTION,
    integrity.SECTION,
    withheld.SECTION,
)
