"""Lists: which records a list holds and in what order, and the rows of those in view, ready to be painted.

What lives here: one list a noun, each with a frozen row; labels come in the language spoken now. What may not: SQL,
and work on all records in Python: a list of a hundred thousand is asked of the archive, a window of it at a time.
"""

from evidence_app.services.listing.dates import date, today
from evidence_app.services.listing.event_rows import EVENTS, EventRow
from evidence_app.services.listing.item_rows import FILINGS, MEDIA, TESTIMONIES, FilingRow, MediaRow, TestimonyRow
from evidence_app.services.listing.noun_list import Ask, First, NounList, Value
from evidence_app.services.listing.person_rows import PEOPLE, PersonRow

people, events = PEOPLE.all, EVENTS.all
testimonies, media, filings = TESTIMONIES.all, MEDIA.all, FILINGS.all

__all__ = [
    "EVENTS",
    "FILINGS",
    "MEDIA",
    "PEOPLE",
    "TESTIMONIES",
    "Ask",
    "EventRow",
    "FilingRow",
    "First",
    "MediaRow",
    "NounList",
    "PersonRow",
    "TestimonyRow",
    "Value",
    "date",
    "events",
    "filings",
    "media",
    "people",
    "testimonies",
    "today",
]
