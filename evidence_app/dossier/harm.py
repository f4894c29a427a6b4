"""Injuries and identifications, as this reader may know them."""

from __future__ import annotations

from dataclasses import dataclass

from evidence_app.dossier.reference import Ref


@dataclass(frozen=True, slots=True)
class Injury:
    """One finding on one person."""

    person: Ref
    kind: str
    site: str = ""
    description: str = ""
    known_by: str = ""
    consistency: str = ""
    refs: tuple[Ref, ...] = ()


@dataclass(frozen=True, slots=True)
class Recognition:
    """One person recognised by another."""

    person: Ref
    by: Ref
    method: str = ""
    certainty: str = ""
    when: str = ""
    said: str = ""
    refs: tuple[Ref, ...] = ()
