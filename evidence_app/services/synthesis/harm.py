"""What was found on the people of the fictional case, which safeguards were kept, and whom they recognised."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from typing import Any

from evidence_app.domain import vocabulary
from evidence_app.domain.finding import Finding
from evidence_app.domain.identification import Identification
from evidence_app.domain.safeguard import Safeguard
from evidence_app.services.synthesis import prose
from evidence_app.services.synthesis.cast import Cast, Victim
from evidence_app.services.synthesis.course import Wave
from evidence_app.services.synthesis.scene import Scene, on, worded

_KNOWN_BY = {"CLAIMED": "NOT_ASSESSED", "OBSERVED": "CONSISTENT", "DIAGNOSED": "HIGHLY"}
_ASKED_SAFEGUARDS = 6
_METHODS = ("LINEUP", "PHOTO_ID", "NAMED", "KNOWN")


@cache
def _bank() -> dict[str, Any]:
    """Read the texts once."""
    return prose.read("harm")


def suffer(scene: Scene, cast: Cast, waves: tuple[Wave, ...]) -> None:
    """Add findings, safeguards and identifications for every victim."""
    for wave in waves:
        for victim in wave.victims:
            for row in scene.rng.sample(_bank()["finding"], scene.rng.randint(0, 3)):
                _finding(scene, wave, victim, row)
            _safeguards(scene, wave, victim)
            if scene.rng.random() < 0.4:
                _recognise(scene, cast, wave, victim)


def _finding(scene: Scene, wave: Wave, victim: Victim, row: dict[str, object]) -> None:
    """Add one finding; what was diagnosed names the expert, what is claimed has no opinion yet."""
    basis = scene.rng.choice(list(_KNOWN_BY))
    freed = wave.slots["freed"]
    assert isinstance(freed, date)
    at = row.get("at") or (None, None)
    assert isinstance(at, list | tuple)
    scene.add(
        Finding(
            person=victim.person.id,
            kind=str(row["kind"]),
            basis=basis,
            site=str(row["site"]),
            side=_code(row, "side"),
            view=_code(row, "view"),
            x=at[0],
            y=at[1],
            size=_code(row, "size"),
            description=worded(row),
            observed=on(freed + timedelta(1)) if basis != "CLAIMED" else None,
            examiner=vocabulary.label("role_proc", "EXPERT", "ru") if basis == "DIAGNOSED" else None,
            consistency=_KNOWN_BY[basis],
            other_causes=worded(_bank()["causes"] if basis == "OBSERVED" else {}),
            event=scene.rng.choice(list(wave.acts.values())).id,
            confidentiality=victim.person.confidentiality,
        )
    )


def _safeguards(scene: Scene, wave: Wave, victim: Victim) -> None:
    """Add what a person says of some safeguards; most were breached."""
    kinds = [term.code for term in vocabulary.terms("safeguard")]
    for kind in scene.rng.sample(kinds, _ASKED_SAFEGUARDS):
        state = scene.rng.choices(("BREACHED", "RESPECTED", "NOT_ASKED", "NOT_APPLICABLE"), (70, 12, 12, 6))[0]
        scene.add(
            Safeguard(
                person=victim.person.id,
                kind=kind,
                state=state,
                event=wave.events["DETENTION"].id,
                confidentiality=victim.person.confidentiality,
            )
        )


def _recognise(scene: Scene, cast: Cast, wave: Wave, victim: Victim) -> None:
    """Add that a person recognised one of the officers."""
    officer = scene.rng.choice(list(cast.officers.values()))
    complained = wave.slots["complained"]
    assert isinstance(complained, date)
    scene.add(
        Identification(
            identified=officer.id,
            by=victim.person.id,
            method=scene.rng.choice(_METHODS),
            certainty=scene.rng.choices(("SURE", "PROBABLE", "UNSURE"), (60, 30, 10))[0],
            made=on(complained + timedelta(scene.rng.randint(150, 240))),
            event=scene.rng.choice(list(wave.acts.values())).id,
            said=worded(_bank()["said"]).best("ru"),
            confidentiality=victim.person.confidentiality,
        )
    )


def _code(row: dict[str, object], name: str) -> str | None:
    """Return a value that a row may lack."""
    return str(row[name]) if row.get(name) else None
