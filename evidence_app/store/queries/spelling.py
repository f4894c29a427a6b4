"""How stored text is searched and ordered in SQL: SQLite itself folds the case of ASCII letters only."""

from __future__ import annotations

from functools import reduce
from typing import Any

import sqlalchemy as sa

from evidence_app.language.fold import alike, fold, nfc

Text = sa.ColumnElement[Any]
LANGUAGE = sa.bindparam("language", type_=sa.Text)  # the one that lists are shown in

_CAPITALS = "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯӘҒҚҢӨҰҮҺІ"
_DOTTED = "i\u0307"  # what lower-case makes of İ, and no composed letter
_CODE_TWINS = str.maketrans("АВЕКМНОРСТХавекмнорстх", "ABEKMHOPCTXabekmhopctx")


def pattern(word: str, *, anywhere: bool = True) -> str:
    """Return the GLOB pattern of text that holds a word, or begins with it: in either case, alphabets mixed or not."""
    written = nfc(word).replace(_DOTTED, "i")
    found = "".join(map(_sign, written, fold(written)))
    return f"*{found}*" if anywhere else f"{found}*"


def code_pattern(word: str, *, anywhere: bool = True) -> str:
    """Return the same for a code, whose letters are Latin even where they were typed on a Cyrillic keyboard."""
    return pattern(word.translate(_CODE_TWINS), anywhere=anywhere)


def _sign(written: str, folded: str) -> str:
    """Return what stands for one sign in a pattern: what it was written as, or meant beside its neighbours."""
    ways = dict.fromkeys(alike(written) + alike(folded))
    return f"[{''.join(ways)}]" if len(ways) > 1 or written in "*?[" else written


def glob(text: Text, wanted: str) -> sa.ColumnElement[bool]:
    """Return the condition that a text is like a pattern."""
    return text.op("GLOB", is_comparison=True)(wanted)


def any_language(words: Text, wanted: str) -> sa.ColumnElement[bool]:
    """Return the condition that text in some language is like a pattern; the column holds JSON by language."""
    held = sa.func.json_each(words).table_valued("value")
    return sa.exists().select_from(held).where(glob(held.c.value, wanted))


def best(words: Text) -> Text:
    """Return the text that `Localised.best` chooses; NULL for none."""
    first = sa.func.json_each(words).table_valued("value", "id")
    written = sa.select(first.c.value).order_by(first.c.id).limit(1).scalar_subquery()
    return sa.func.coalesce(words.op("->>")(LANGUAGE), words.op("->>")("en"), written)


def alphabetical(text: Text) -> Text:
    """Return what a text is put in order by: small letters, ё as е, nothing for an empty one."""
    small = reduce(lambda so_far, sign: sa.func.replace(so_far, sign, sign.lower()), _CAPITALS, sa.func.lower(text))
    return sa.func.nullif(sa.func.replace(sa.func.replace(small, "Ё", "е"), "ё", "е"), "")


def label_of(vocabulary: str, code: Text) -> Text:
    """Return the label of a code, out of JSON that is given as `labels <vocabulary>`; an unknown code as it is."""
    return sa.func.coalesce(sa.bindparam(f"labels_{vocabulary}", type_=sa.Text).op("->>")(code), code)
