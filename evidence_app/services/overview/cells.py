"""When a kind of evidence is complete, partial, missing or withdrawn for one person: one rule for each kind."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum

from evidence_app.domain import vocabulary
from evidence_app.domain.consent import is_in_force, latest
from evidence_app.services.overview.holdings import Holding
from evidence_app.system.words import _, ngettext_

_NAMED = 3  # so many codes stand in a sentence


class State(Enum):
    """How far there is proof."""

    COMPLETE = "complete"
    PARTIAL = "partial"
    MISSING = "missing"
    WITHDRAWN = "withdrawn"


class Evidence(Enum):
    """Kinds of evidence, in the order of the rows; the values name what somebody would begin to add."""

    STATEMENT = "statement"
    TRANSLATION = "translation"
    MEDICAL = "medical"
    PHOTOS = "photos"
    DETENTION = "detention"
    STATUS = "status"
    CONSENT = "consent"
    CLAIM = "claim"


@dataclass(frozen=True, slots=True)
class Cell:
    """A state with its reason, and the citations of the records behind it: the one to open comes first."""

    state: State
    reason: str
    citations: tuple[str, ...] = ()


def statement(held: Holding) -> Cell:
    """Complete: a testimony of theirs has paragraphs, and each of them is done.

    Partial: testimonies, none of them complete; or the scan of a statement, not written out. Missing: neither.
    """
    codes = tuple(told.code for told in held.statements)
    whole = [told for told in held.statements if told.paragraphs and told.done == told.paragraphs]
    if whole:
        first = (whole[0].code, *(code for code in codes if code != whole[0].code))
        said = ngettext_("%(n)s statement", "%(n)s statements", len(codes)) % {"n": len(codes)}
        return Cell(State.COMPLETE, said, first)
    if not held.statements:
        if held.scans:
            return Cell(State.PARTIAL, _("a file only, not written out: %(codes)s") % _codes(held.scans), held.scans)
        return Cell(State.MISSING, _("no statement taken"))
    to_do = sum(told.paragraphs - told.done for told in held.statements)
    if to_do:
        said = ngettext_("%(n)s paragraph not done", "%(n)s paragraphs not done", to_do) % {"n": to_do}
        return Cell(State.PARTIAL, said, codes)
    return Cell(State.PARTIAL, _("no paragraph written down in %(codes)s") % _codes(codes), codes)


def translation(held: Holding) -> Cell:
    """Complete: each paragraph of each testimony of theirs has a translation. Partial: some have. Missing: none has."""
    paragraphs = sum(told.paragraphs for told in held.statements)
    translated = sum(told.translated for told in held.statements)
    if not paragraphs:
        return Cell(State.MISSING, _("nothing written down to translate"))
    left = tuple(told.code for told in held.statements if told.translated < told.paragraphs)
    numbers = {"n": translated, "total": paragraphs}
    if left:
        state = State.PARTIAL if translated else State.MISSING
        return Cell(state, _("%(n)s of %(total)s paragraphs translated") % numbers, left)
    said = ngettext_("%(n)s paragraph translated", "%(n)s paragraphs translated", paragraphs) % {"n": paragraphs}
    return Cell(State.COMPLETE, said, tuple(told.code for told in held.statements))


def medical(held: Holding) -> Cell:
    """Complete: a medical report of theirs, and every injury recorded has one for its source.

    Partial: a report, but injuries without one; or no report, but injuries or a medical contact that tell of one to
    be had. Missing: none of these.
    """
    open_ = held.findings - held.reported
    if held.reports and not open_:
        said = ngettext_("%(n)s medical report", "%(n)s medical reports", len(held.reports)) % {"n": len(held.reports)}
        return Cell(State.COMPLETE, said, held.reports)
    if open_:
        said = ngettext_("%(n)s finding without a report", "%(n)s findings without a report", open_) % {"n": open_}
        return Cell(State.PARTIAL, said, (*held.reports, held.code))
    if held.contacts:
        said = _("medical contact without a report: %(codes)s") % _codes(held.contacts)
        return Cell(State.PARTIAL, said, held.contacts)
    return Cell(State.MISSING, _("no medical report"))


def photos(held: Holding) -> Cell:
    """Complete: a photograph is marked as showing them, or is the picture of an injury of theirs.

    Partial: only a video shows them, or a photograph came from them and nobody has said yet whom it shows.
    """
    if held.photos:
        said = ngettext_("%(n)s photograph", "%(n)s photographs", len(held.photos)) % {"n": len(held.photos)}
        return Cell(State.COMPLETE, said, held.photos)
    if held.videos:
        return Cell(State.PARTIAL, _("shown on video only: %(codes)s") % _codes(held.videos), held.videos)
    if held.unmarked:
        said = _("not said yet whom it shows: %(codes)s") % _codes(held.unmarked)
        return Cell(State.PARTIAL, said, held.unmarked)
    return Cell(State.MISSING, _("no photograph"))


def detention(held: Holding) -> Cell:
    """Complete: arrests or detentions of theirs are recorded, and each has a source. Partial: some or all have none."""
    if not held.detentions:
        return Cell(State.MISSING, _("no arrest or detention recorded"))
    bare = tuple(event for event, has_source in held.detentions if not has_source)
    if bare:
        return Cell(State.PARTIAL, _("no source yet for %(codes)s") % _codes(bare), bare)
    codes = tuple(event for event, _has_source in held.detentions)
    return Cell(State.COMPLETE, _("with sources: %(codes)s") % _codes(codes), codes)


def status(held: Holding) -> Cell:
    """Complete: recognised by the court, and a recognition is filed for them or they stand as victim in a proceeding.

    Partial: only one of the two.
    """
    papers = held.recognitions
    opens = papers or (held.code,)
    if held.is_recognised and papers:
        return Cell(State.COMPLETE, _("recognised: %(codes)s") % _codes(papers), opens)
    if held.is_recognised and held.is_party:
        return Cell(State.COMPLETE, _("recognised, victim in a proceeding"), opens)
    if held.is_recognised:
        return Cell(State.PARTIAL, _("recognised, the order is not in the case"), opens)
    if papers or held.is_party:
        return Cell(State.PARTIAL, _("not marked as recognised"), opens)
    return Cell(State.MISSING, _("not recognised"))


def consent(held: Holding) -> Cell:
    """Withdrawn: their newest decision on some scope takes consent back.

    Otherwise complete: consent is in force today, and each such decision names its proof, or a consent form of theirs
    is in the case. Partial: in force, without proof. Missing: nothing is in force.
    """
    decided = latest(held.consents)
    gone = [one for one in decided.values() if one.status == "WITHDRAWN" or one.withdrawn is not None]
    if gone:
        scopes = "; ".join(vocabulary.label("consent_scope", one.scope) for one in gone)
        return Cell(State.WITHDRAWN, _("consent taken back: %(scopes)s") % {"scopes": scopes}, (held.code,))
    in_force = [one for one in decided.values() if is_in_force(one, held.today)]
    if not in_force:
        is_official = held.basis in {"PUBLIC_RECORD", "OFFICIAL", "COURT_ORDER"}
        said = vocabulary.label("naming_basis", held.basis) if is_official else ""
        reason = _("none asked, spoken of by: %(basis)s") % {"basis": said} if said else _("no consent in force")
        return Cell(State.MISSING, reason, ())
    unproved = [one for one in in_force if one.proof is None]
    if unproved and not held.forms:
        n = len(unproved)
        said = ngettext_("%(n)s consent without its form", "%(n)s consents without their form", n) % {"n": n}
        return Cell(State.PARTIAL, said, (held.code,))
    said = ngettext_("%(n)s consent", "%(n)s consents", len(in_force)) % {"n": len(in_force)}
    return Cell(State.COMPLETE, said, (*held.forms, held.code))


def claim(held: Holding) -> Cell:
    """Complete: a sum is claimed, and a paper claims it. Missing: they claim nothing as far as the case knows.

    Partial: a sum without a paper, or a paper or the role of a claimant without a sum.
    """
    papers = held.claims
    opens = papers or (held.code,)
    if held.has_sum and papers:
        return Cell(State.COMPLETE, _("claimed in %(codes)s") % _codes(papers), opens)
    if held.has_sum:
        return Cell(State.PARTIAL, _("a sum, but no paper that claims it"), opens)
    if papers or held.is_claimant:
        return Cell(State.PARTIAL, _("no sum recorded"), opens)
    return Cell(State.MISSING, _("no claim"))


RULES: dict[Evidence, Callable[[Holding], Cell]] = {
    Evidence.STATEMENT: statement,
    Evidence.TRANSLATION: translation,
    Evidence.MEDICAL: medical,
    Evidence.PHOTOS: photos,
    Evidence.DETENTION: detention,
    Evidence.STATUS: status,
    Evidence.CONSENT: consent,
    Evidence.CLAIM: claim,
}


def _codes(codes: Sequence[str]) -> dict[str, str]:
    """Return the first codes for a sentence."""
    return {"codes": ", ".join(codes[:_NAMED]) + (" …" if len(codes) > _NAMED else "")}
