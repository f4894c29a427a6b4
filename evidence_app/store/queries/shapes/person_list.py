"""The list of people: role, name, detention, statements, media, consent, and what evidence is missing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from evidence_app.domain.consent import IN_FORCE, SCOPES, Consent, latest
from evidence_app.domain.person import Person
from evidence_app.store.queries.listed import ByCondition, ByList, ByValue, Condition, Shape
from evidence_app.store.queries.records import Records
from evidence_app.store.queries.shapes.labels import by_label
from evidence_app.store.queries.shapes.names import holds_name, name_of
from evidence_app.store.queries.spelling import alphabetical, code_pattern, glob, pattern
from evidence_app.store.tables import TABLES

ROLES = {
    "victims": frozenset({"VICTIM", "CIV_CLAIMANT"}),
    "accused": frozenset({"PERP", "SUSPECT", "DEFENDANT", "CONVICTED", "ACQUITTED"}),
    "witnesses": frozenset({"WITNESS", "SOURCE", "PROT_WITNESS"}),
}
DETAINED = ("ARREST", "DETENTION", "EPISODE")
REACH = ("record", "none", "withdrawn", "internal", "court", "public")  # how far consent reaches, by rank
ON_RECORD = ("PUBLIC_RECORD", "OFFICIAL")  # bases on which a person is named without being asked
# Whose evidence of a kind is missing where there is none: all of it victims', of witnesses what goes with a statement.
MISSING = {
    "consent": ("victims", "witnesses"),
    "statement": ("victims", "witnesses"),
    "medical": ("victims",),
    "photo": ("victims",),
    "translation": ("victims", "witnesses"),
}
CERTAIN = ("SURE", "PROBABLE")
BEFORE_COURT = ("SUSPECT", "DEFENDANT", "CONVICTED", "ACQUITTED")
_TODAY, _SUPERSEDED = (sa.bindparam(name, type_=sa.Text) for name in ("today", "superseded"))
_PERSON = TABLES["person"]
_ON_RECORD = sa.func.coalesce(_PERSON.c.basis, "").in_(ON_RECORD)


def superseded(records: Records, among: Sequence[int] | None = None) -> list[int]:
    """Return the ids of consents, of some people or of all, that a newer decision on the same scope has replaced."""
    consent = TABLES["consent"].c
    twice = sa.select(consent.person).where(consent.voided.is_(None)).group_by(consent.person, consent.scope)
    twice = twice if among is None else twice.where(consent.person.in_(list(among)))
    people = set(records.connection.execute(twice.having(sa.func.count() > 1)).scalars())
    decided: dict[int, list[Consent]] = defaultdict(list)
    for decision in records.find(Consent, person=sorted(people)) if people else ():
        decided[decision.person or 0].append(decision)
    kept = {newest.id for decisions in decided.values() for newest in latest(decisions).values()}
    return [one.id for decisions in decided.values() for one in decisions if one.id not in kept]


def _role() -> sa.ColumnElement[Any]:
    """Return the list that a person belongs to; being a victim weighs most."""
    part = TABLES["involvement"].c
    ranks = [(part.role.in_(sorted(codes)), len(ROLES) - place) for place, codes in enumerate(ROLES.values())]
    highest = sa.select(sa.func.max(sa.case(*ranks, else_=0))).where(part.person == _PERSON.c.id, _held(part))
    named = {len(ROLES) - place: name for place, name in enumerate(ROLES)}
    involved = sa.case(named, value=highest.correlate(_PERSON).scalar_subquery(), else_="others")
    return sa.case((_PERSON.c.recognised_victim == 1, "victims"), else_=involved)


def _reach() -> sa.ColumnElement[Any]:
    """Return the rank in REACH of how far a person's consent reaches today, after `domain.consent.reach`."""
    consent = TABLES["consent"].c
    holds = sa.and_(
        consent.status.in_(sorted(IN_FORCE)),
        consent.withdrawn.is_(None),
        sa.or_(consent.given_min.is_(None), consent.given_min <= _TODAY + "T23:59:59"),
        sa.or_(consent.until_max.is_(None), consent.until_max >= _TODAY + "T00:00:00"),
    )
    readers = (("PUBLIC", "public"), ("COURT", "court"), ("TEAM", "internal"))
    ranks = [(sa.and_(consent.scope.in_(sorted(SCOPES[reader])), holds), REACH.index(name)) for reader, name in readers]
    gone = sa.or_(consent.status == "WITHDRAWN", consent.withdrawn.is_not(None))
    rank = sa.case(*ranks, (gone, REACH.index("withdrawn")), else_=REACH.index("none"))
    old = sa.func.json_each(_SUPERSEDED).table_valued("value")
    newest = sa.select(sa.func.max(rank)).where(
        consent.person == _PERSON.c.id, _held(consent), consent.id.not_in(sa.select(old.c.value))
    )
    unasked = sa.case((_ON_RECORD, REACH.index("record")), else_=REACH.index("none"))
    return sa.func.coalesce(newest.correlate(_PERSON).scalar_subquery(), unasked)


def _detained(wanted: str) -> sa.ColumnElement[Any]:
    """Return a column of the earliest event in which a person was the victim of being held."""
    part, event = TABLES["involvement"].c, TABLES["event"].c
    begins = sa.func.coalesce(event.happened_min, event.happened_max)
    query = (
        sa.select(begins if wanted == "begins" else event[wanted])
        .join_from(TABLES["involvement"], TABLES["event"], event.id == part.event)
        .where(part.person == _PERSON.c.id, part.role == "VICTIM", event.kind.in_(DETAINED))
        .where(event.happened.is_not(None), _held(part), _held(event))
        .order_by(begins, event.id)
    )
    return query.limit(1).correlate(_PERSON).scalar_subquery()


def _statements() -> sa.ColumnElement[Any]:
    """Count the testimonies of a person."""
    testimony, item = TABLES["testimony"].c, TABLES["item"].c
    query = sa.select(sa.func.count()).join_from(TABLES["testimony"], TABLES["item"], item.id == testimony.id)
    return query.where(testimony.speaker == _PERSON.c.id, _held(item)).correlate(_PERSON).scalar_subquery()


def _marked() -> sa.Select[Any]:
    """Return the query for the items that are marked on a person."""
    mark, item = TABLES["mark"].c, TABLES["item"].c
    query = sa.select(item.id).join_from(TABLES["mark"], TABLES["item"], item.id == mark.item)
    return query.where(mark.person == _PERSON.c.id, _held(mark), _held(item)).correlate(_PERSON)


def _media() -> sa.ColumnElement[Any]:
    """Count the media that are marked on a person, each once."""
    item = TABLES["item"].c
    query = _marked().with_only_columns(sa.func.count(item.id.distinct())).where(item.noun == "media")
    return query.scalar_subquery()


def _untranslated() -> Condition:
    """Return the condition that some paragraph of a testimony of the person is in one language only."""
    testimony, item, segment, other = (TABLES[n].c for n in ("testimony", "item", "segment", "translation"))
    said = (
        sa.select(segment.id)
        .join_from(TABLES["testimony"], TABLES["item"], item.id == testimony.id)
        .join(TABLES["segment"], segment.item == testimony.id)
        .where(testimony.speaker == _PERSON.c.id, _held(item), _held(segment))
        .where(~sa.exists().where(other.segment == segment.id, _held(other)).correlate(TABLES["segment"]))
    )
    return said.correlate(_PERSON).exists()


def _lacking() -> dict[str, Condition]:
    """Return which evidence there is none of; whether it is missing, the person's role decides."""
    consent, item = TABLES["consent"].c, TABLES["item"].c
    asked = sa.exists().where(consent.person == _PERSON.c.id, _held(consent)).correlate(_PERSON)
    form = sa.exists().where(consent.person == _PERSON.c.id, consent.proof.is_not(None), _held(consent))
    return {
        "consent": sa.and_(~form.correlate(_PERSON), sa.or_(asked, ~_ON_RECORD)),
        "statement": _STATEMENTS == 0,
        "medical": ~_marked().where(item.kind == "MEDICAL").exists(),
        "photo": ~_marked().where(item.kind == "PHOTO").exists(),
        "translation": _untranslated(),
    }


def _identified() -> Condition:
    """Return the condition that two people or more are sure of a person who stands before no court yet."""
    one, part, charge = (TABLES[noun].c for noun in ("identification", "involvement", "charge"))
    by = sa.select(sa.func.count(one.by.distinct())).where(one.identified == _PERSON.c.id, one.certainty.in_(CERTAIN))
    tried = sa.exists().where(part.person == _PERSON.c.id, part.role.in_(BEFORE_COURT), _held(part))
    charged = sa.exists().where(charge.person == _PERSON.c.id, _held(charge))
    enough = by.where(_held(one)).correlate(_PERSON).scalar_subquery() >= 2
    return sa.and_(enough, ~tried.correlate(_PERSON), ~charged.correlate(_PERSON))


def _held(columns: Any) -> Condition:
    """Return the condition that a record is not voided."""
    return columns.voided.is_(None)  # type: ignore[no-any-return]


_STATEMENTS, _MEDIA, _ROLE, _REACH = _statements(), _media(), _role(), _reach()
_LACKING = _lacking()
_CODE = _PERSON.c.code
PEOPLE_SHAPE = Shape(
    noun=Person,
    facts={
        "uid": _PERSON.c.uid,
        "code": _CODE,
        "name": name_of(_PERSON.c.id, _PERSON),
        "protection": _PERSON.c.protection,
        "role": _ROLE,
        "nationalities": _PERSON.c.nationalities,
        "detained": _detained("happened"),
        "statements": _STATEMENTS,
        "media": _MEDIA,
        "reach": _REACH,
    }
    | {f"lacks_{name}": condition for name, condition in _LACKING.items()},
    searched=lambda word: sa.or_(
        glob(_CODE, code_pattern(word)), holds_name(_PERSON.c.id, _PERSON, pattern(word, anywhere=True))
    ),
    begins=lambda letters: sa.or_(
        glob(_CODE, code_pattern(letters, anywhere=False)),
        glob(name_of(_PERSON.c.id, _PERSON), pattern(letters, anywhere=False)),
    ),
    tab=_ROLE,
    facets={
        "consent": ByValue(sa.case(dict(enumerate(REACH)), value=_REACH)),
        "citizenship": ByList(_PERSON.c.nationalities),
        "missing": ByCondition({name: sa.and_(_ROLE.in_(who), _LACKING[name]) for name, who in MISSING.items()}),
        "protection": ByValue(_PERSON.c.protection),
        "label": by_label(Person),
        "identified": ByCondition({"uncharged": _identified()}),
    },
    sorts={
        "code": (sa.func.length(_CODE), _CODE),
        "name": (alphabetical(name_of(_PERSON.c.id, _PERSON)),),
        "citizenship": (_PERSON.c.nationalities,),
        "detained": (_detained("begins"),),
        "statements": (_STATEMENTS,),
        "media": (_MEDIA,),
        "consent": (_REACH,),
    },
)
