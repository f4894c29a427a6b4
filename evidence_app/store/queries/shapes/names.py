"""What people are called, in SQL: the rule of `services.naming.choose`, and a search through all spellings."""

from __future__ import annotations

import string
from typing import Any

import sqlalchemy as sa

from evidence_app.store.queries.listed import Condition
from evidence_app.store.queries.spelling import glob
from evidence_app.store.tables import TABLES

SCRIPT = sa.bindparam("script", type_=sa.Text)  # ISO 15924, of the language that lists are shown in
_LETTERS = {"Latn": "[A-Za-z]*", "Cyrl": "[\u0400-\u052f]*", "Arab": "[\u0600-\u06ff]*"}
# What may stand before the letter that tells the script: figures, punctuation, Latin letters with accents.
_SIGNS = [chr(code) for first, last in ((0x20, 0x400), (0x2010, 0x205F)) for code in range(first, last)]
_BEFORE = "".join(sign for sign in _SIGNS if sign not in string.ascii_letters)


def _script(name: sa.ColumnElement[Any]) -> sa.ColumnElement[Any]:
    """Return the script of a name's first letter; the signs before it are taken away only where there are some."""
    bare = sa.func.ltrim(name, _BEFORE)
    at_once = [(glob(name, letters), script) for script, letters in _LETTERS.items()]
    later = [(glob(bare, letters), script) for script, letters in _LETTERS.items()]
    return sa.case(*at_once, *later, else_="Zyyy")


def name_of(person: sa.ColumnElement[Any], of: sa.FromClause) -> sa.ColumnElement[Any]:
    """Return the name that is shown for a person whom a column of a table names; NULL for none."""
    spelled = TABLES["person_name"].alias()
    name = spelled.c
    query = sa.select(name.full).where(name.person == person, name.voided.is_(None))
    ranks = (
        sa.func.coalesce(name.preferred, 0) == 0,
        sa.func.coalesce(name.kind, "LEGAL").not_in(("LEGAL", "TRANSLIT")),
        sa.and_(sa.func.coalesce(name.preferred, 0) == 1, _script(name.full) != SCRIPT),
        name.id,
    )
    return query.order_by(*ranks).limit(1).correlate(of).scalar_subquery()


def holds_name(person: sa.ColumnElement[Any], of: sa.FromClause, wanted: str) -> Condition:
    """Return the condition that some spelling of a person's name is like a pattern."""
    spelled = TABLES["person_name"].alias()
    found = sa.exists().where(spelled.c.person == person, spelled.c.voided.is_(None), glob(spelled.c.full, wanted))
    return found.correlate(of)
