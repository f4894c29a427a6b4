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
    scope: str = choice("consent_scope", N_("Scope"), "INTERNAL", required=True)
    status: str = choice("consent_status", N_("Status"), "NOT_ASKED", required=True)
    given: PartialDate | None = when(N_("Given on"))
    until: PartialDate | None = when(N_("Until"))
    conditions: str | None = plain(N_("Conditions"))
    form: str | None = choice("consent_form", N_("Form"))
    language: str | None = plain(N_("Language"))
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
    """Tell whether a consent holds on a day (`YYYY-MM-DD`, local): given, not withdrawn, not run out."""
    if consent.status not in IN_FORCE or consent.withdrawn is not None or consent.voided is not None:
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
    """Return the newest decision for each scope."""
    return {consent.scope: consent for consent in sorted(consents, key=lambda consent: consent.id)}


def covers(consents: list[Consent], reader: str, today: str) -> bool:
    """Tell whether a consent in force on a day covers a reader (vocabulary `reader`)."""
    return _holds(consents, SCOPES[reader], today)


def names_in_public(consents: list[Consent], today: str) -> bool:
    """Tell whether a consent in force lets the public have the name, not the words alone."""
    return _holds(consents, NAMED, today)


def _holds(consents: list[Consent], scopes: frozenset[str], today: str) -> bool:
    """Tell whether the newest decision on any of some scopes is in force on a day."""
    decided = latest(consents)
    return any(scope in decided and is_in_force(decided[scope], today) for scope in scopes)


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
