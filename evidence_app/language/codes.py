"""Find the codes of persons in a text, as people type them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from evidence_app.language.mentions import Mention
from evidence_app.language.seen import see

_DASH = "[\\-\u2010-\u2015\u2212]"
_CODE = re.compile(rf"(?<!\w)(?:[PpРр]\s?{_DASH}\s?(?=\d\d)|[PР]\s?(?=\d{{3}}))(\d+)(?!\w)")


def person_codes(text: str, hidden: Mapping[int, int]) -> Iterator[Mention]:
    """Yield the codes of persons (P-002, also in Cyrillic, with any dash or none); `hidden`: keys by number."""
    seen = see(text)
    for found in _CODE.finditer(seen.text):
        key = hidden.get(int(found[1]))
        if key is not None:
            yield Mention(*seen.original(*found.span()), key)
