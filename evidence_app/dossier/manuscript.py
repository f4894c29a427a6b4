"""A dossier before it is laid out: everything that will be printed, and nothing else.

All values are released already, dates and labels come as words of the dossier's own language. Only sums stay
numbers, so that they can be drawn to scale. Anchors name a place in the dossier: a record's own code
(`P-001`, `E-012`), or `segment_anchor` for a paragraph of a testimony.
"""

from __future__ import annotations

from dataclasses import dataclass

from evidence_app.dossier.harm import Injury, Recognition
from evidence_app.dossier.reference import Ref as Ref
from evidence_app.dossier.reference import segment_anchor as segment_anchor
from evidence_app.dossier.standing import Remedy, Representation


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence and what it rests on; the topic stands in the side column.

    `is_remark` marks words of this dossier about itself, which rest on nothing and need no source.
    """

    text: str
    refs: tuple[Ref, ...] = ()
    topic: str = ""
    is_remark: bool = False


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """A number that matters, with its caption; `is_counted` where this dossier's own records are counted."""

    value: str
    caption: str
    refs: tuple[Ref, ...] = ()
    is_counted: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """One of two values that sources give for the same thing."""

    value: str
    refs: tuple[Ref, ...] = ()


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two sources that differ; `preferred` is "a", "b" or empty."""

    subject: str
    a: Reading
    b: Reading
    preferred: str = ""

    def __post_init__(self) -> None:
        if self.preferred not in ("", "a", "b"):
            raise ValueError(f"a conflict prefers a, b or neither, not {self.preferred!r}")


@dataclass(frozen=True, slots=True)
class Person:
    """A person as this reader may know them, or several of whom no name is known; how many, how many recognised."""

    code: str
    name: str
    other_names: tuple[str, ...] = ()
    description: tuple[str, ...] = ()
    outcome: str = ""
    refs: tuple[Ref, ...] = ()
    count: int = 1
    recognised: int = 0


@dataclass(frozen=True, slots=True)
class PersonGroup:
    """The persons who have one role in the case."""

    role: str
    persons: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """An entry of the chronology."""

    code: str
    when: str
    text: str
    place: str = ""
    is_key: bool = False
    refs: tuple[Ref, ...] = ()
    persons: tuple[Ref, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Translation:
    """A text in another language, with the name of that language."""

    language: str
    text: str


@dataclass(frozen=True, slots=True)
class Segment:
    """A numbered paragraph of a testimony; the number is its address for ever."""

    number: int
    text: str
    starts_at: str | None = None
    translations: tuple[Translation, ...] = ()


@dataclass(frozen=True, slots=True)
class Testimony:
    """What somebody said, in their own words."""

    code: str
    speaker: str
    kind: str
    taken_on: str
    language: str
    segments: tuple[Segment, ...]
    notes: tuple[str, ...] = ()
    refs: tuple[Ref, ...] = ()


@dataclass(frozen=True, slots=True)
class Still:
    """A frame or picture: JPEG bytes, upright, with its time code and caption."""

    jpeg: bytes
    timecode: str
    caption: str = ""
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class Exhibit:
    """An exhibit's slip. `is_held` is false where the case knows of a document but does not hold it.

    `is_stored` is false where no file of it is stored, though the thing itself may be in hand.
    """

    code: str
    title: str
    kind: str
    date: str = ""
    author: str = ""
    language: str = ""
    size: str = ""
    sha256: str = ""
    original_name: str = ""
    received: str = ""
    confidentiality: str = ""
    is_held: bool = True
    is_stored: bool = True
    stills: tuple[Still, ...] = ()
    facts: tuple[Statement, ...] = ()
    excerpt: str = ""


@dataclass(frozen=True, slots=True)
class Proceeding:
    """A step before a body; `depth` places it under the step above it."""

    code: str
    depth: int
    stage: str
    body: str = ""
    reference: str = ""
    dates: str = ""
    charges: str = ""
    outcome: str = ""
    refs: tuple[Ref, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one person was found to have done, and the sentence."""

    person: Ref
    charge: str = ""
    finding: str = ""
    sentence: str = ""
    refs: tuple[Ref, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """A head of loss; sums in whole units of the currency (ISO 4217), None where unknown."""

    claimant: str
    head: str
    currency: str
    claimed: int | None = None
    awarded: int | None = None
    refs: tuple[Ref, ...] = ()
    paid: int | None = None


@dataclass(frozen=True, slots=True)
class CustodyAct:
    """One act of custody, as the journal has it."""

    number: int
    when: str
    act: str
    by: str = ""
    given_by: str = ""
    given_to: str = ""
    place: str = ""
    reason: str = ""
    check: str = ""


@dataclass(frozen=True, slots=True)
class Certificate:
    """The chain of custody of one exhibit."""

    exhibit: Ref
    title: str
    acts: tuple[CustodyAct, ...]


@dataclass(frozen=True, slots=True)
class Withheld:
    """How many records were left out of this edition, and on what ground; how many of them are persons."""

    ground: str
    count: int
    persons: int = 0


@dataclass(frozen=True, slots=True)
class Integrity:
    """The state of the journal when this edition was made, and how to check it."""

    case_id: str
    journal_size: int
    head: str
    merkle_root: str
    checkpoint: str
    dated: str
    steps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Grade:
    """A mark used in the dossier and what it means."""

    mark: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Manuscript:
    """One edition of one dossier for one reader. `language` is en, ru or kk."""

    language: str
    title: str
    case_code: str
    number: str
    edition: str
    reader: str
    confidentiality: str
    zone: str
    integrity: Integrity
    short_title: str = ""
    subtitle: str = ""
    compiled_by: str = ""
    court_lines: tuple[str, ...] = ()
    party_lines: tuple[str, ...] = ()
    notice: str = ""
    figures: tuple[KeyFigure, ...] = ()
    introduction: tuple[Statement, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    groups: tuple[PersonGroup, ...] = ()
    representations: tuple[Representation, ...] = ()
    injuries: tuple[Injury, ...] = ()
    recognitions: tuple[Recognition, ...] = ()
    chronology: tuple[Event, ...] = ()
    testimonies: tuple[Testimony, ...] = ()
    exhibits: tuple[Exhibit, ...] = ()
    proceedings: tuple[Proceeding, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    remedies: tuple[Remedy, ...] = ()
    claims: tuple[Claim, ...] = ()
    certificates: tuple[Certificate, ...] = ()
    withheld: tuple[Withheld, ...] = ()
    grades: tuple[Grade, ...] = ()
