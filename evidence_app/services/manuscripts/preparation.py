"""One manuscript, made in slices: each is short, so that a search may go between two of them."""

from __future__ import annotations

import base64
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from evidence_app.domain import vocabulary
from evidence_app.domain.dossier import Dossier
from evidence_app.domain.errors import AlreadyExists
from evidence_app.domain.item import Item
from evidence_app.domain.partial_date import PartialDate
from evidence_app.domain.release import CEILING, ground_label
from evidence_app.domain.testimony import Testimony
from evidence_app.dossier.manuscript import Grade, Integrity, Manuscript, Withheld
from evidence_app.services import accounts, listing
from evidence_app.services.manuscripts import conflicts, exhibits, harm, persons, standing, story
from evidence_app.services.manuscripts.desk import Desk
from evidence_app.services.release import Gate
from evidence_app.services.workspace import Workspace
from evidence_app.system import words
from evidence_app.system.words import _

_ITEMS_A_SLICE = 20
_PARTS: dict[str, Callable[[Desk], Any]] = {
    "introduction": story.introduction,
    "conflicts": conflicts.conflicts,
    "groups": persons.groups,
    "representations": standing.representations,
    "injuries": harm.injuries,
    "recognitions": harm.recognitions,
    "chronology": story.chronology,
    "proceedings": story.proceedings,
    "outcomes": persons.outcomes,
    "remedies": standing.remedies,
    "claims": persons.claims,
}


@dataclass(frozen=True, slots=True)
class Prepared:
    """Everything that layout needs and nothing that needs the archive; `gate` goes on to the read-back."""

    dossier: Dossier
    gate: Gate
    manuscript: Manuscript
    records: tuple[str, ...]


class Preparation:
    """Call each of `slices()` where the archive lives, in order, then take `prepared()`."""

    def __init__(self, ws: Workspace, out: Path, *, reader: str, language: str) -> None:
        """`reader` is a code of the vocabulary; raises AlreadyExists where the file to be made is there."""
        if os.path.exists(out):  # noqa: PTH110  never raises
            raise AlreadyExists(path=out.name)
        self._ws, self._reader, self._language = ws, reader, language
        self._parts: dict[str, Any] = {}
        self._lists: dict[str, list[Any]] = {"testimonies": [], "exhibits": [], "certificates": []}

    def slices(self) -> Iterator[Callable[[], None]]:
        """Yield the slices; each may be called only after the one before."""
        yield self._spoken(self._begin)
        yield self._spoken(self._learn_names)
        for name in _PARTS:
            yield self._spoken(partial(self._compile, name))
        items = list(self._desk.items.values())
        for start in range(0, len(items), _ITEMS_A_SLICE):
            yield self._spoken(partial(self._take, items[start : start + _ITEMS_A_SLICE]))
        yield self._spoken(self._end)

    def prepared(self) -> Prepared:
        """Return the outcome once all slices have been called."""
        uids = tuple(record.uid for record in (*self._desk.items.values(), *self._desk.events))
        return Prepared(self._dossier, self._desk.gate, self._manuscript, uids)

    def _spoken(self, work: Callable[[], None]) -> Callable[[], None]:
        """Return the work done in the dossier's own language."""

        def speak() -> None:
            with words.speaking(self._language):
                work()

        return speak

    def _begin(self) -> None:
        self._dossier = _definition(self._ws, self._reader, self._language)
        self._desk = Desk(self._ws, Gate(self._ws, self._reader, self._language))

    def _learn_names(self) -> None:
        """Ask for what is costly at first use, so that a slice of its own carries it."""
        self._desk.gate.text("?")
        self._desk.items  # noqa: B018

    def _compile(self, name: str) -> None:
        """Compile one part."""
        self._parts[name] = _PARTS[name](self._desk)

    def _take(self, items: list[Item]) -> None:
        """Compile some exhibits with their custody."""
        for item in items:
            if isinstance(item, Testimony):
                self._lists["testimonies"].append(exhibits.testimony(self._desk, item))
            else:
                self._lists["exhibits"].append(exhibits.exhibit(self._desk, item))
            certificate = exhibits.certificate(self._desk, item)
            if certificate is not None:
                self._lists["certificates"].append(certificate)

    def _end(self) -> None:
        """Put all parts together; what is withheld is counted last, when everything has passed the gate."""
        case, gate, language = self._ws.case, self._desk.gate, self._language
        court = gate.text(case.court.best(language))
        parts = self._parts | {name: tuple(found) for name, found in self._lists.items()}
        self._manuscript = Manuscript(
            language=language,
            title=gate.text(case.title.best(language)),
            case_code=gate.text(case.code),
            number=self._dossier.code,
            edition=_today(language),
            reader=vocabulary.label("reader", gate.reader),
            confidentiality=vocabulary.label("confidentiality", CEILING[gate.reader]),
            zone=case.zone,
            integrity=_integrity(self._ws, language),
            court_lines=(court,) if court else (),
            compiled_by=gate.text(accounts.shown(self._ws.account.name)) if self._reader != "PUBLIC" else "",
            withheld=_withheld(gate),
            grades=_grades(),
            figures=story.figures(self._desk, parts),
            **parts,
        )


def _definition(ws: Workspace, reader: str, language: str) -> Dossier:
    """Return the case's dossier for this reader and language, made if it is the first."""
    known = ws.records.first(Dossier, reader=reader, language=language)
    if known is not None:
        return known
    with ws.act("dossier.defined") as act:
        return act.add(Dossier(title=ws.case.title, reader=reader, language=language))


def _today(language: str) -> str:
    return PartialDate.parse(listing.today()).in_words(language)


def _withheld(gate: Gate) -> tuple[Withheld, ...]:
    """Return the count of what was left out, by ground."""
    persons = gate.withheld_persons
    return tuple(
        Withheld(ground_label(ground), count, persons[ground]) for ground, count in sorted(gate.withheld.items())
    )


def _grades() -> tuple[Grade, ...]:
    """Return the marks used in the dossier and their meaning: the admiralty grades."""
    terms = [*vocabulary.terms("source_reliability"), *vocabulary.terms("info_credibility")]
    return tuple(Grade(term.code, term.label()) for term in terms)


def _integrity(ws: Workspace, language: str) -> Integrity:
    """Return the journal's head as it stands, and how a stranger checks this edition against it."""
    head = ws.journal.head()
    root = base64.b64encode(bytes.fromhex(head.root)).decode()
    return Integrity(
        case_id=ws.keyring.case_uid,
        journal_size=head.size,
        head=head.entry_hash,
        merkle_root=head.root,
        checkpoint=f"evidence-app/{ws.keyring.case_uid}/{head.log}\n{head.size}\n{root}\n",
        dated=_today(language),
        steps=(
            _("Hash an exhibit’s file with “sha256sum FILE”; compare it with what is printed beside it."),
            _("Size and root above fix every journal entry made before this edition (RFC 6962, leaf by leaf)."),
            _("Proved: bytes unchanged since the entry named. Times are this computer’s clock: a claim."),
        ),
    )
