"""Consent: what a person allowed, to whom, until when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from evidence_app.domain.partial_date import PartialDate
from evidence_app.domain.record import Record, choice, flag, many, plain, reference, when
from evidence_app.system.words import N_


@dataclass(frozen=True, kw_only=True)
class Consent(Record):
    """One decision of one person on one scope; a change is a new row, the latest in force counts."""

    noun: ClassVar[str] = "consent"

    person: int | None = reference("person", N_("Person"), required=True)
    scope: str = choice("consent_scope", N_("Scope"), "", required=True)
    status: str = choice("consent_status", N_("Status"), "NOT_ASKED", required=True)
    given: PartialDate | None = when(N_("Given on"))
    until: PartialDate | None = when(N_("Until"))
    conditions: str | None = plain(N_("Conditions"), multiline=True)
    form: str | None = choice("consent_form", N_("Form"))
    language: str | None = plain(N_("Language"), codes="language")
    explained_by: str | None = plain(N_("Explained by"))
    interpreter: str | None = plain(N_("Interpreter"))
    data_listed: tuple[str, ...] = many(N_("Data it covers"))
    recipients: tuple[str, ...] = many(N_("Recipients"))
    cross_border: bool | None = flag(N_("Transfer abroad"))
    proof: int | None = reference("item", N_("Proof"))
    withdrawn: PartialDate | None = when(N_("Withdrawn on"))
    effect: str | None = plain(N_("Effect of the withdrawal"))


IN_FORCE = frozenset({"GIVEN", "LIMITED", "GUARDIAN"})


def is_in_force(consent: Consent, today: str) -> bool:
    """Tell whether a consent holds on a day (`YYYY-MM-DD`, local): given by then, not withdrawn, not run out."""
    if consent.status not in IN_FORCE or consent.withdrawn is not None or consent.voided is not None:
        return False
    begins = consent.given.earliest if consent.given else None
    if begins is not None and begins > f"{today}T23:59:59":
        return False
    end = consent.until.latest if consent.until else None
    return end is None or end >= f"{today}T00:00:00"


# Scopes that let a person's words and name go to a reader (vocabulary `reader`).
SCOPES = {
    "TEAM": frozenset({"INTERNAL", "STORE"}),
    "COURT": frozenset({"COURT_NAT"}),
    "INTERNATIONAL": frozenset({"COURT_INT"}),
    "PUBLIC": frozenset({"PUBLIC_NAMED", "MEDIA_NAMED", "MEDIA_ANON"}),
}


NAMED = frozenset({"PUBLIC_NAMED", "MEDIA_NAMED"})


def latest(consents: list[Consent]) -> dict[str, Consent]:
    """Return the newest decision for each scope, in the order of recording; an older paper typed in later stays old."""
    newest: dict[str, Consent] = {}
    for consent in sorted(consents, key=lambda one: one.id):
        held = newest.get(consent.scope)
        if held is None or not _is_older(consent, held):
            newest[consent.scope] = consent
    return newest


def _is_older(consent: Consent, held: Consent) -> bool:
    """Tell whether a decision was made before another, as far as both are dated."""
    made, other = (one.withdrawn or one.given for one in (consent, held))
    return bool(made and other and made.latest and other.earliest and made.latest < other.earliest)


def covers(consents: list[Consent], reader: str, today: str) -> bool:
    """Tell whether a consent in force on a day covers a reader (vocabulary `reader`)."""
    return bool(_covering(consents, reader, today))


def is_limited(consents: list[Consent], reader: str, today: str) -> bool:
    """Tell whether what covers a reader was given with conditions alone."""
    covering = _covering(consents, reader, today)
    return bool(covering) and all(consent.status == "LIMITED" for consent in covering)


def _covering(consents: list[Consent], reader: str, today: str) -> list[Consent]:
    """Return the decisions in force that cover a reader; one abroad only where nothing forbids going abroad."""
    decided = latest(consents)
    found = [decided[scope] for scope in SCOPES[reader] if scope in decided and is_in_force(decided[scope], today)]
    if reader != "INTERNATIONAL":
        return found
    abroad = decided.get("CROSS_BORDER")
    if abroad is not None and not is_in_force(abroad, today):
        return []
    return [consent for consent in found if consent.cross_border is not False]


def names_in_public(consents: list[Consent], today: str) -> bool:
    """Tell whether a consent in force lets the public have the name, not the words alone."""
    decided = latest(consents)
    return any(scope in decided and is_in_force(decided[scope], today) for scope in NAMED)


def reach(consents: list[Consent], today: str) -> str:
    """Return how far consent goes: public, court, internal, withdrawn or none."""
    if covers(consents, "PUBLIC", today):
        return "public"
    if covers(consents, "COURT", today):
        return "court"
    if covers(consents, "TEAM", today):
        return "internal"
    gone = any(consent.status == "WITHDRAWN" or consent.withdrawn for consent in latest(consents).values())
    return "withdrawn" if gone else "none"
