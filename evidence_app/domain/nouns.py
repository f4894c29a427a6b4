"""All nouns, each after those that it refers to where that is possible."""

from __future__ import annotations

from evidence_app.domain.account import Account
from evidence_app.domain.assertion import Assertion
from evidence_app.domain.case_file import CaseFile
from evidence_app.domain.charge import Charge
from evidence_app.domain.consent import Consent
from evidence_app.domain.deadline import Deadline, DeadlineRule
from evidence_app.domain.dossier import Dossier
from evidence_app.domain.event import Event, Involvement
from evidence_app.domain.filing import Filing
from evidence_app.domain.finding import Finding
from evidence_app.domain.identification import Identification
from evidence_app.domain.item import Item
from evidence_app.domain.label import Label, Labelling
from evidence_app.domain.mandate import Mandate
from evidence_app.domain.mark import Mark
from evidence_app.domain.media import Batch, Media, StoredFile
from evidence_app.domain.own_field import OwnField, OwnValue
from evidence_app.domain.own_term import OwnTerm
from evidence_app.domain.person import Person, PersonName
from evidence_app.domain.place import Place
from evidence_app.domain.proceeding import Proceeding
from evidence_app.domain.record import Record
from evidence_app.domain.redress import Exhaustion, Measure, Remedy
from evidence_app.domain.safeguard import Safeguard
from evidence_app.domain.saved_search import SavedSearch
from evidence_app.domain.testimony import Segment, Testimony, Translation

NOUNS: dict[str, type[Record]] = {
    noun.noun: noun
    for noun in (
        CaseFile,
        Account,
        Place,
        Person,
        Batch,
        Item,
        Testimony,
        Media,
        Filing,
        PersonName,
        StoredFile,
        Segment,
        Translation,
        Event,
        Proceeding,
        Involvement,
        Mark,
        Consent,
        Assertion,
        Dossier,
        Finding,
        Identification,
        Safeguard,
        Charge,
        Mandate,
        Measure,
        Remedy,
        Exhaustion,
        DeadlineRule,
        Deadline,
        Label,
        Labelling,
        OwnField,
        OwnValue,
        OwnTerm,
        SavedSearch,
    )
}

LETTERS: dict[str, str] = {noun.letter: name for name, noun in NOUNS.items() if noun.letter}
