"""How a hit looks in the list, and how its words are found again in the text around it."""

from __future__ import annotations

import re

from evidence_app.gui.pages.kinds import OF_NOUN
from evidence_app.gui.pages.search.view_model import Goal
from evidence_app.gui.widgets.hit_list import Found
from evidence_app.gui.widgets.paragraph import Spans
from evidence_app.services.searching import Hit
from evidence_app.system.words import N_, _, language_name

KIND_WORDS = {
    "person": N_("People"),
    "testimony": N_("Testimonies"),
    "media": N_("Media"),
    "filing": N_("Filings"),
    "event": N_("Events"),
    "place": N_("Places"),
    "proceeding": N_("Proceedings"),
}


def found(key: int, hit: Hit | Goal) -> Found:
    """Return the hit as the list shows it."""
    if isinstance(hit, Goal):
        words = _("Go to %(citation)s") % {"citation": hit.citation}
        return Found(key, OF_NOUN.get(hit.noun, "file-text"), words, hit.title, "", "")
    title = "" if hit.title == hit.citation else hit.title
    meta = language_name(hit.language) if hit.language else ""
    icon = OF_NOUN.get(hit.noun, "file-text")
    sentence, marked = hit.snippet.text, hit.snippet.spans
    if sentence == hit.title:
        sentence, marked = "", ()
    return Found(key, icon, hit.citation, title, meta, sentence, marked)


def hit_words(hit: Hit | Goal) -> frozenset[str]:
    """Return the words of a hit as they stand in its snippet; a goal has none."""
    if isinstance(hit, Goal):
        return frozenset()
    return frozenset(hit.snippet.text[start:end].casefold() for start, end in hit.snippet.spans)


def mark(text: str, words: frozenset[str]) -> Spans:
    """Return where the words stand in a longer text."""
    if not words:
        return ()
    pattern = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return tuple(place.span() for place in re.finditer(rf"\b(?:{pattern})\b", text, re.IGNORECASE))
