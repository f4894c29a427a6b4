"""Who acts for whom, and how far each victim has used each remedy, as this reader may know it."""

from __future__ import annotations

from dataclasses import dataclass

from evidence_app.dossier.reference import Ref


@dataclass(frozen=True, slots=True)
class Representation:
    """A mandate: who represents whom, in what, from when to when, by which paper."""

    client: Ref
    lawyer: Ref
    scope: str = ""
    period: str = ""
    state: str = ""
    refs: tuple[Ref, ...] = ()


@dataclass(frozen=True, slots=True)
class Remedy:
    """How far one person has used one domestic remedy."""

    person: Ref
    remedy: str
    state: str
    ended: str = ""
    grounds: str = ""
    refs: tuple[Ref, ...] = ()
