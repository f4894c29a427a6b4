"""Linking two records: which way round, by what relation, from where to where, and the sentence that is then true."""

from __future__ import annotations

import re
from dataclasses import dataclass

from evidence_app.domain.citation import Citation
from evidence_app.domain.errors import BadInput, NotFound, Refused
from evidence_app.domain.item import Item
from evidence_app.domain.mark import Mark
from evidence_app.domain.nouns import NOUNS
from evidence_app.domain.record import Record
from evidence_app.services import going, marks, records, searching
from evidence_app.services.noun_labels import noun_label
from evidence_app.services.workspace import Workspace
from evidence_app.system.words import N_, _

ITEMS = frozenset({"testimony", "media", "filing"})
LINKED = (*marks.TARGETS, *sorted(ITEMS))
RANGE = "–"  # between the two ends of an anchor: 00:41–00:47
_DASH = re.compile(r"\s*(?:[-–—]|\.\.)\s*")  # what people type for it

# The five relations that are offered, as codes of `link_stance`, and what each says: of an item that bears on
# something, and of something in an item.
RELATIONS: dict[str, tuple[str, str]] = {
    "DEPICTS": (N_("%(item)s depicts %(other)s"), N_("%(other)s is depicted in %(item)s")),
    "MENTIONS": (N_("%(item)s mentions %(other)s"), N_("%(other)s is mentioned in %(item)s")),
    "SUPPORTS": (N_("%(item)s supports %(other)s"), N_("%(other)s is supported by %(item)s")),
    "CONTRADICTS": (N_("%(item)s differs from %(other)s"), N_("%(other)s differs from %(item)s")),
    "ANNEX": (N_("%(item)s is an annex to %(other)s"), N_("%(other)s has as an annex %(item)s")),
}


@dataclass(frozen=True, slots=True)
class End:
    """One end of a link: the record, its code (empty where its kind has none), its title, a place in it."""

    noun: str
    record_id: int
    code: str
    title: str
    anchor: str = ""

    @property
    def is_item(self) -> bool:
        """Tell whether this end is an exhibit, in which a place can be given."""
        return self.noun in ITEMS

    @property
    def called(self) -> str:
        """Return the code, or the title of what has none."""
        return self.code or self.title


@dataclass(frozen=True, slots=True)
class Link:
    """What is wanted: two ends, a relation (`RELATIONS`), a place in the item, and what may be said of it."""

    subject: End
    target: End
    relation: str
    anchor: str = ""
    quote: str = ""
    note: str = ""


def end(ws: Workspace, noun: str, record_id: int, anchor: str = "") -> End:
    """Return a record as an end of a link; raises NotFound, and Refused for a kind that is never linked."""
    if noun not in {"item", *LINKED}:
        raise marks.not_linked()
    record = ws.records.item(record_id) if noun == "item" else ws.records.get(NOUNS[noun], record_id)
    if record is None:
        raise NotFound(what=noun_label(noun))
    return End(record.noun, record.id, str(getattr(record, "code", "") or ""), searching.title_of(ws, record), anchor)


def end_of(ws: Workspace, citation: str) -> End | None:
    """Return what a citation such as `E-012 00:41` names; None where it is none, or names nothing that is linked."""
    code, anchor = split(citation)
    found = searching.locate(ws, code)
    if found is None or found.noun not in LINKED:
        return None
    return end(ws, found.noun, found.record_id, anchor or found.anchor or "")


def find(ws: Workspace, words: str) -> tuple[End, ...]:
    """Return what could be linked to, for what is typed: where a citation leads, then codes, names and titles."""
    cited = end_of(ws, words)
    goals = [goal for goal in going.find(ws, words) if goal.noun in LINKED]
    found = [End(goal.noun, goal.record_id, goal.code, goal.title, goal.anchor) for goal in goals]
    if cited is None:
        return tuple(found)
    return (cited, *(one for one in found if (one.noun, one.record_id) != (cited.noun, cited.record_id)))


def split(citation: str) -> tuple[str, str]:
    """Split a citation into its code and its place, a range kept whole: `E-012 00:41-00:47`."""
    code, _space, anchor = citation.strip().partition(" ")
    read = Citation.read(citation.strip())
    if read is not None:
        return read.code, read.place
    return code, anchor.strip()


def item_end(link: Link) -> tuple[End, End]:
    """Return which end is the item that bears on the other one; of two items, the first named bears on the second.

    Raises Refused where neither is one.
    """
    if link.subject.is_item:
        return link.subject, link.target
    if link.target.is_item:
        return link.target, link.subject
    raise Refused(why=_("one end of a link must be a testimony, an exhibit or a filing"))


def locator(item: End, anchor: str) -> str | None:
    """Return a place in an item as citations write it (`¶4`, `p. 2`, `00:41`, `00:41–00:47`); None for all of it.

    Raises BadInput for what is no place, for a range whose ends are of two kinds, and for one that runs backwards.
    """
    if not anchor.strip():
        return None
    first, *rest = _DASH.split(anchor.strip())
    begins = Citation.read(f"{item.code} {first}")
    is_page = begins is not None and begins.page is not None  # then a bare number after the dash is a page too
    last = [f"p. {part}" if is_page and part.isdecimal() else part for part in rest]
    ends = [begins, *(Citation.read(f"{item.code} {part}") for part in last)]
    known = [one for one in ends if one is not None and str(one) != one.code]
    kinds = {tuple(getattr(one, name) is not None for name in ("segment", "page", "at_ms")) for one in known}
    places = [one.segment or one.page or one.at_ms or 0 for one in known]
    if len(known) != len(ends) or len(ends) > 2 or len(kinds) > 1 or places != sorted(places):
        raise BadInput(where=anchor, why=_("write ¶4, p. 2, 00:41 or 00:41–00:47"))
    said = [str(one).removeprefix(one.code).strip() for one in known]
    return said[0] if len(set(said)) == 1 else RANGE.join([said[0], said[1].lstrip("¶p. ")])


def sentence(link: Link) -> str:
    """Return what will be true, as it is read aloud; an anchor that is no place yet is left out."""
    item, other = item_end(link)
    template = RELATIONS[link.relation][0 if item is link.subject else 1]
    said = _(template) % {"item": item.called, "other": other.called}
    try:
        place = locator(item, link.anchor)
    except BadInput:
        place = None
    if place is None:
        return f"{said}."
    first, _dash, last = place.partition(RANGE)
    if last:
        return _("%(link)s from %(first)s to %(last)s.") % {"link": said, "first": first, "last": last}
    return _("%(link)s at %(place)s.") % {"link": said, "place": first}


def make(ws: Workspace, link: Link) -> Mark:
    """Record a link; it shows at both ends at once. Raises BadInput, Refused, NotFound."""
    item, other = item_end(link)
    place = locator(item, link.anchor)
    if (item.noun, item.record_id) == (other.noun, other.record_id):
        raise Refused(why=_("a record is not linked to itself"))
    held, target = ws.records.item(item.record_id), _record(ws, other)
    if not isinstance(held, Item) or target is None:
        raise NotFound(what=other.called)
    return marks.keep(
        ws, held, target, locator=place, stance=link.relation, quote=link.quote or None, note=link.note or None
    )


def remove(ws: Workspace, mark: Mark, reason: str) -> Mark:
    """Take a link away at both ends; it stays in the history, with the reason."""
    return records.void(ws, mark, reason)


def _record(ws: Workspace, one: End) -> Record | None:
    """Return the record at an end."""
    return ws.records.item(one.record_id) if one.is_item else ws.records.get(NOUNS[one.noun], one.record_id)
