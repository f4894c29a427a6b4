"""Before an edition is made: who will stand in it by name, who as a code, who is left out, and why."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import groupby

from evidence_app.domain.person import Person
from evidence_app.domain.release import Form
from evidence_app.services.release.decisions import Decisions
from evidence_app.services.workspace import Workspace
from evidence_app.system.words import ngettext_

# Said in this order. What is left out comes first: it is what may surprise.
_SENTENCES: dict[str, Callable[[int], str]] = {
    "CONSENT": lambda n: ngettext_(
        "%(n)s person is left out with all they said: no consent covers this reader, no other basis is recorded.",
        "%(n)s persons are left out with all they said: no consent covers this reader, no other basis is recorded.",
        n,
    ),
    "CONFIDENTIALITY": lambda n: ngettext_(
        "%(n)s person is left out with all they said: their level is above this reader’s.",
        "%(n)s persons are left out with all they said: their level is above this reader’s.",
        n,
    ),
    "SAFETY": lambda n: ngettext_(
        "%(n)s person is left out with all they said, for their safety.",
        "%(n)s persons are left out with all they said, for their safety.",
        n,
    ),
    "FRESH": lambda n: ngettext_(
        "%(n)s person appears under a code of this edition alone, for their protection.",
        "%(n)s persons appear under a code of this edition alone, for their protection.",
        n,
    ),
    "PROTECTED": lambda n: ngettext_(
        "%(n)s person appears as a code, for their protection.",
        "%(n)s persons appear as codes, for their protection.",
        n,
    ),
    "LIMITED": lambda n: ngettext_(
        "%(n)s person appears as a code: consent was given with conditions.",
        "%(n)s persons appear as codes: consent was given with conditions.",
        n,
    ),
    "UNPUBLISHED": lambda n: ngettext_(
        "%(n)s person appears as a code: nothing allows publishing the name.",
        "%(n)s persons appear as codes: nothing allows publishing the name.",
        n,
    ),
    "UNNAMED": lambda n: ngettext_(
        "%(n)s person appears without a name: none is recorded.",
        "%(n)s persons appear without a name: none is recorded.",
        n,
    ),
    "INITIALS": lambda n: ngettext_(
        "%(n)s person appears by initials.",
        "%(n)s persons appear by initials.",
        n,
    ),
    "NAMED": lambda n: ngettext_(
        "%(n)s person appears by name.",
        "%(n)s persons appear by name.",
        n,
    ),
}
_LEFT_OUT = frozenset({"CONSENT", "CONFIDENTIALITY", "SAFETY"})
_SHORTEST_RUN = 3
_MOST_RUNS = 20


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What becomes of some persons in an edition: a key of the sentences here, and their codes in order."""

    fate: str
    codes: tuple[str, ...]

    @property
    def is_left_out(self) -> bool:
        """Tell whether they are not in the edition at all."""
        return self.fate in _LEFT_OUT

    @property
    def sentence(self) -> str:
        """Say how many, why, and who."""
        said = _SENTENCES[self.fate](len(self.codes)) % {"n": len(self.codes)}
        runs = _runs(self.codes)
        # Who is left out is told to the last; of who appears, a long list would hide that.
        most = len(runs) if self.is_left_out else _MOST_RUNS
        return f"{said} ({', '.join(runs[:most])}{', …' if len(runs) > most else ''})"


def outlook(ws: Workspace, reader: str) -> tuple[Foreseen, ...]:
    """Return what an edition for a reader (a code of the vocabulary) would do with each person of the case."""
    decisions = Decisions(ws, reader)
    by_fate: dict[str, list[str]] = {fate: [] for fate in _SENTENCES}
    for person in decisions.people.values():
        if person.voided is None:
            by_fate[_fate(decisions, person)].append(person.code)
    return tuple(Foreseen(fate, tuple(sorted(codes))) for fate, codes in by_fate.items() if codes)


def _fate(decisions: Decisions, person: Person) -> str:
    """Return what becomes of one person."""
    ground = decisions.person_ground(person)
    if ground is not None:
        return ground
    if person.id not in decisions.names:
        return "UNNAMED"
    form = decisions.form(person)
    if form is Form.CODE and decisions.is_limited(person):
        return "LIMITED"
    if form is Form.CODE and decisions.reader == "PUBLIC":
        return "UNPUBLISHED"
    return {Form.NAME: "NAMED", Form.INITIALS: "INITIALS", Form.FRESH: "FRESH"}.get(form, "PROTECTED")


def _runs(codes: Iterable[str]) -> list[str]:
    """Return codes one after another, a run of neighbours by its ends."""
    said: list[str] = []
    for _apart, run in groupby(enumerate(codes), lambda one: int(one[1].rpartition("-")[2]) - one[0]):
        held = [code for _place, code in run]
        said += [f"{held[0]} – {held[-1]}"] if len(held) >= _SHORTEST_RUN else held
    return said
