"""What was done to bodies and minds, and by whom it was recognised."""

from __future__ import annotations

from evidence_app.domain import vocabulary
from evidence_app.domain.event import Event
from evidence_app.domain.finding import Finding
from evidence_app.domain.identification import Identification
from evidence_app.dossier.harm import Injury, Recognition
from evidence_app.services.manuscripts.desk import Desk, once
from evidence_app.services.manuscripts.persons import reference
from evidence_app.system.words import _


def injuries(desk: Desk) -> tuple[Injury, ...]:
    """Return the findings that may leave, person by person; one whose source is held back stays with it."""
    found = []
    for finding in desk.records.find(Finding, order="person"):
        held = (finding.source, finding.photo)
        event = desk.standing(Event, finding.event)
        if any(item is not None and item not in desk.items for item in held) or not desk.gate.allows(finding, event):
            continue
        who = reference(desk, finding.person)
        if who is None:
            continue
        sources = (desk.ref(finding.source, finding.locator), desk.ref(finding.photo))
        found.append(
            Injury(
                person=who,
                kind=vocabulary.stated("finding_kind", finding.kind),
                site=_site(finding),
                description=_description(desk, finding),
                known_by=_known_by(desk, finding),
                consistency=vocabulary.label("injury_consistency", finding.consistency),
                refs=once(ref for refs in sources for ref in refs),
            )
        )
    return desk.in_order(found, lambda injury: injury.person.label)


def recognitions(desk: Desk) -> tuple[Recognition, ...]:
    """Return who recognised whom, where both may be spoken of and nothing that it rests on is held back."""
    found = []
    for made in desk.records.find(Identification, order="identified"):
        if made.source is not None and made.source not in desk.items:
            continue
        if not desk.gate.allows(made, desk.standing(Event, made.event)):
            continue
        who, by = reference(desk, made.identified), reference(desk, made.by)
        if who is None or by is None:
            continue
        is_coarse = desk.gate.is_coarse(made.by) or desk.gate.is_coarse(made.identified)
        found.append(
            Recognition(
                person=who,
                by=by,
                method=vocabulary.stated("ident_method", made.method),
                certainty=vocabulary.label("certainty", made.certainty),
                when=desk.date(made.made, is_coarse=is_coarse),
                said=desk.gate.text(made.said),
                refs=desk.ref(made.source, made.locator),
            )
        )
    return desk.in_order(found, lambda made: made.person.label)


def _site(finding: Finding) -> str:
    """Return the part of the body, its side and its view."""
    parts = (("body_site", finding.site), ("body_side", finding.side), ("body_view", finding.view))
    return ", ".join(vocabulary.label(name, code) for name, code in parts if code)


def _description(desk: Desk, finding: Finding) -> str:
    """Return what was found, its size and what else may have caused it."""
    other = desk.gate.text(finding.other_causes.best(desk.language))
    said = (
        desk.gate.text(finding.description.best(desk.language)),
        desk.gate.text(finding.size),
        _("Other possible causes: %(causes)s") % {"causes": other} if other else "",
    )
    return "; ".join(part for part in said if part)


def _known_by(desk: Desk, finding: Finding) -> str:
    """Return whether it was claimed, seen or diagnosed, when and by whom."""
    is_coarse = desk.gate.is_coarse(finding.person)
    said = (
        vocabulary.stated("finding_basis", finding.basis),
        desk.date(finding.observed, is_coarse=is_coarse),
        desk.gate.party(finding.examiner) if finding.examiner else "",
    )
    return ", ".join(part for part in said if part)
