"""The records that are written inside the form of another, as rows in words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from evidence_app.domain import vocabulary
from evidence_app.domain.charge import Charge
from evidence_app.domain.consent import Consent
from evidence_app.domain.deadline import Deadline
from evidence_app.domain.event import Involvement
from evidence_app.domain.finding import Finding
from evidence_app.domain.identification import Identification
from evidence_app.domain.localised import Localised
from evidence_app.domain.mandate import Mandate
from evidence_app.domain.mark import Mark
from evidence_app.domain.nouns import NOUNS
from evidence_app.domain.partial_date import PartialDate
from evidence_app.domain.parts import PARTS, Part
from evidence_app.domain.person import Person, PersonName
from evidence_app.domain.place import Place
from evidence_app.domain.proceeding import Proceeding
from evidence_app.domain.record import Record, fields
from evidence_app.domain.redress import Exhaustion, Measure, Remedy
from evidence_app.domain.safeguard import Safeguard
from evidence_app.dossier.sums import money
from evidence_app.services import consent_card
from evidence_app.services.forms.calling import Calling
from evidence_app.services.forms.form import Candidate, PartRow, PartTable, Spot
from evidence_app.services.linked_rows import role_label
from evidence_app.services.workspace import Workspace
from evidence_app.system import words
from evidence_app.system.words import _, language_name

MOST = 12
_TARGETS = {"person": "person", "event": "event", "place": "place", "proceeding": "proceeding", "target": "item"}
# What a person's part says first, what second, and which reference it leads to.
_Said = tuple[str, str, Candidate | None]


def of(ws: Workspace, record: Record, most: int = MOST) -> tuple[PartTable, ...]:
    """Return the parts of a record, each with its first rows."""
    calling = Calling(ws)
    return tuple(_table(ws, part, record, calling, most) for part in PARTS.get(record.noun, ()))


def _table(ws: Workspace, part: Part, record: Record, calling: Calling, most: int) -> PartTable:
    """Return one part."""
    is_ours: dict[str, Any] = {part.by: record.id}
    held = ws.records.find(NOUNS[part.noun], **is_ours)
    rows = tuple(row_of(calling, child, part.by) for child in held[:most])
    card = consent_card.standing(ws, record) if part.noun == "consent" and isinstance(record, Person) else None
    return PartTable(part.noun, part.by, _(part.title), rows, len(held), card)


def row_of(calling: Calling, child: Record, by: str) -> PartRow:
    """Return a record that is written inside another, in words; `by` names the reference to that other."""
    said, more, target = _SAYING[type(child)](calling, child, by)
    source, locator = _source_of(child, by)
    return PartRow(
        child.noun,
        child.id,
        said,
        more,
        target.code if target is not None else "",
        calling.source(source, locator),
        needs_source=_needs_source(child),
        spot=_spot(child),
    )


def _needs_source(child: Record) -> bool:
    """Tell whether a record states a fact, which must rest on something."""
    return any(line.name == "source" for line in fields(type(child)))


def _source_of(child: Record, by: str) -> tuple[int | None, str | None]:
    """Return what a record rests on; of a mark, its item, unless that is the record of the form."""
    if isinstance(child, Mark):
        return (None, None) if by == "item" else (child.item, child.locator)
    if isinstance(child, Mandate):
        return child.power, None
    if isinstance(child, Consent):
        return child.proof, None
    return getattr(child, "source", None), getattr(child, "locator", None)


def _spot(child: Record) -> Spot | None:
    """Return where a finding lies on the outline."""
    if not isinstance(child, Finding) or child.view is None or child.x is None or child.y is None:
        return None
    return Spot(child.view, child.x, child.y, child.basis)


def _named(candidate: Candidate | None) -> str:
    """Return what a record is called, or its code."""
    return (candidate.title or candidate.code) if candidate is not None else ""


def _date(date: PartialDate | None) -> str:
    return date.in_words(words.language()) if date is not None else ""


def _span(begins: PartialDate | None, ends: PartialDate | None) -> str:
    """Say from when to when."""
    return " – ".join(filter(None, (_date(begins), _date(ends))))


def _joined(*said: str | Localised | None) -> str:
    """Join what is there."""
    texts: Iterator[str | None] = (one.best() if isinstance(one, Localised) else one for one in said)
    return " · ".join(filter(None, texts))


def _name(_calling: Calling, child: PersonName, _by: str) -> _Said:
    chosen = _("preferred") if child.preferred else ""
    language = language_name(child.language) if child.language else ""
    return child.full, _joined(vocabulary.label("name_kind", child.kind), language, chosen), None


def _finding(calling: Calling, child: Finding, _by: str) -> _Said:
    where = ", ".join(
        filter(None, (vocabulary.label("body_site", child.site), vocabulary.label("body_side", child.side).lower()))
    )
    said = child.description.best() or vocabulary.stated("finding_kind", child.kind)
    degree = vocabulary.label("injury_consistency", child.consistency)
    return said, _joined(where, vocabulary.stated("finding_basis", child.basis), _date(child.observed), degree), None


def _involvement(calling: Calling, child: Involvement, by: str) -> _Said:
    role = role_label(child)
    happening = calling.of("event", child.event) or calling.of("proceeding", child.proceeding)
    other = happening if by == "person" else calling.of("person", child.person)
    sums = [
        _("claimed %(sum)s") % {"sum": money(child.claimed, child.currency)} if child.claimed is not None else "",
        _("awarded %(sum)s") % {"sum": money(child.awarded, child.currency)} if child.awarded is not None else "",
        _("paid %(sum)s") % {"sum": money(child.paid, child.currency)} if child.paid is not None else "",
    ]
    outcome = vocabulary.label("outcome", child.outcome)
    method = vocabulary.label("ident_method", child.identified)
    return _named(other) or role, _joined(role if other else "", child.rank, method, outcome, *sums), other


def _identification(calling: Calling, child: Identification, by: str) -> _Said:
    by_whom, whom = calling.of("person", child.by), calling.of("person", child.identified)
    how = _joined(
        vocabulary.stated("ident_method", child.method),
        vocabulary.label("certainty", child.certainty),
        _date(child.made),
        child.said,
    )
    if by == "event":
        return f"{_named(by_whom)} → {_named(whom)}", how, by_whom
    other = by_whom if by == "identified" else whom
    return _named(other), how, other


def _consent(_calling: Calling, child: Consent, _by: str) -> _Said:
    status = vocabulary.label("consent_status", child.status)
    withdrawn = _("withdrawn %(date)s") % {"date": _date(child.withdrawn)} if child.withdrawn else ""
    said = _joined(status, _span(child.given, child.until), withdrawn, child.conditions)
    return vocabulary.label("consent_scope", child.scope), said, None


def _safeguard(calling: Calling, child: Safeguard, _by: str) -> _Said:
    state = vocabulary.label("safeguard_state", child.state)
    return vocabulary.label("safeguard", child.kind), _joined(state, child.note), None


def _mandate(calling: Calling, child: Mandate, by: str) -> _Said:
    other = calling.of("person", child.lawyer if by == "client" else child.client)
    return _named(other), _joined(child.scope, _span(child.begins, child.ends), child.note), other


def _measure(calling: Calling, child: Measure, _by: str) -> _Said:
    state = vocabulary.label("measure_state", child.state)
    said = _joined(state, child.body, _span(child.begins, child.ends), child.note)
    return vocabulary.label("protection_measure", child.kind), said, None


def _remedy(calling: Calling, child: Remedy, _by: str) -> _Said:
    outcome = vocabulary.label("outcome", child.outcome)
    said = _joined(child.description, _named(calling.of("proceeding", child.proceeding)), outcome)
    return vocabulary.label("remedy", child.kind), said, None


def _exhaustion(calling: Calling, child: Exhaustion, _by: str) -> _Said:
    state = vocabulary.label("exhaustion_state", child.state)
    return vocabulary.label("avenue", child.avenue), _joined(state, _date(child.ended), child.grounds), None


def _mark(calling: Calling, child: Mark, by: str) -> _Said:
    stance = vocabulary.label("link_stance", child.stance)
    if by != "item":
        item = calling.of("item", child.item, child.locator)
        return _named(item), _joined(stance, child.quote, child.note), item
    found = (calling.of(noun, getattr(child, name)) for name, noun in _TARGETS.items())
    other = next((one for one in found if one is not None), None)
    return _named(other) or stance, _joined(stance, child.locator, child.quote, child.note), other


def _charge(calling: Calling, child: Charge, _by: str) -> _Said:
    law = _joined(_("%(law)s, art. %(article)s") % {"law": child.law.best(), "article": child.article}, child.part)
    edition = _("edition of %(date)s") % {"date": _date(child.edition)} if child.edition else ""
    return law, _joined(child.title, edition, _named(calling.of("person", child.person)), child.note), None


def _deadline(calling: Calling, child: Deadline, _by: str) -> _Said:
    due = _("due %(date)s") % {"date": _date(child.due)} if child.due else ""
    done = _("done %(date)s") % {"date": _date(child.done)} if child.done else ""
    return child.title.best(), _joined(due, done, child.responsible, child.note), None


def _place(_calling: Calling, child: Place, _by: str) -> _Said:
    return child.name.best(), _joined(vocabulary.label("place_type", child.kind), child.address), None


def _proceeding(_calling: Calling, child: Proceeding, _by: str) -> _Said:
    stage = vocabulary.label("stage", child.stage)
    outcome = vocabulary.label("outcome", child.outcome)
    return child.title.best(), _joined(stage, child.body, _date(child.decided), outcome), None


_SAYING: dict[type[Record], Callable[[Calling, Any, str], _Said]] = {
    PersonName: _name,
    Finding: _finding,
    Involvement: _involvement,
    Identification: _identification,
    Consent: _consent,
    Safeguard: _safeguard,
    Mandate: _mandate,
    Measure: _measure,
    Remedy: _remedy,
    Exhaustion: _exhaustion,
    Mark: _mark,
    Charge: _charge,
    Deadline: _deadline,
    Place: _place,
    Proceeding: _proceeding,
}
