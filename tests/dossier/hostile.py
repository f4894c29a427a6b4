"""A case made of strings that break programs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

from evidence_app.dossier.harm import Injury, Recognition
from evidence_app.dossier.manuscript import (
    Event,
    Exhibit,
    Manuscript,
    Person,
    PersonGroup,
    Ref,
    Segment,
    Testimony,
)
from evidence_app.dossier.standing import Remedy, Representation
from tests.dossier.example import example

NAUGHTY = Path(__file__).parents[2] / "../shared/data/malformed/text"


def naughty_names() -> tuple[str, ...]:
    """Return the hostile strings of the shared corpus; a few of our own where it is absent."""
    source = next(NAUGHTY.glob("*blns.json"), None) if NAUGHTY.is_dir() else None
    strings = json.loads(source.read_text(encoding="utf-8")) if source else []
    own = ["<b>Bold</b> & <a href='http://x'>y</a>", "</para><para>", "&lt;script&gt;", "</font>", "]]>"]
    return tuple(string for string in [*own, *strings] if isinstance(string, str))


def hostile() -> Manuscript:
    """Return a case in which every name, title and text is a hostile string."""
    bad = naughty_names()
    persons = tuple(Person(f"P-{n:03d}", text, (text,), (text,), text) for n, text in enumerate(bad, start=1))
    return replace(
        example(),
        title=" ".join(bad[:8]),
        confidentiality=bad[0],
        groups=(PersonGroup(bad[1], persons),),
        injuries=tuple(Injury(Ref(text), text, text, text, text, text) for text in bad[:60]),
        recognitions=tuple(Recognition(Ref(text), Ref(text), text, text, text, text) for text in bad[:60]),
        chronology=tuple(Event("", text, text, text) for text in bad[:60]),
        testimonies=(
            Testimony(
                "T-001", bad[0], bad[1], bad[2], bad[3], tuple(Segment(n, text) for n, text in enumerate(bad, start=1))
            ),
        ),
        exhibits=tuple(
            Exhibit(f"E-{n:03d}", text, text, sha256=text, original_name=text, excerpt=text)
            for n, text in enumerate(bad[:40], start=1)
        ),
        introduction=(),
        conflicts=(),
        figures=(),
        proceedings=(),
        outcomes=(),
        claims=(),
        certificates=(),
    )


def whole() -> Manuscript:
    """Return the example with something in what it leaves empty, and without the title that pages shorten."""
    bare = example()
    client, lawyer = (
        Ref(person.label, person.anchor) for person in (bare.recognitions[0].person, bare.recognitions[0].by)
    )
    return replace(
        bare,
        short_title="",
        chronology=tuple(replace(event, notes=("note",)) for event in bare.chronology),
        proceedings=tuple(replace(step, notes=("note",)) for step in bare.proceedings),
        representations=(Representation(client, lawyer, "scope", "period", "state"),),
        remedies=(Remedy(client, "remedy", "state", "ended", "grounds"),),
    )


# What leads somewhere, or is a code of ISO, is no text of a person's.
_NO_TEXT = {"anchor", "code", "language", "preferred", "currency", "number"}


def everywhere(value: Any, strings: Iterator[str], placed: list[str], name: str = "") -> Any:
    """Return a manuscript with the next of some strings in each text field that holds something; notes them all."""
    if is_dataclass(value) and not isinstance(value, type):
        return replace(
            value,
            **{one.name: everywhere(getattr(value, one.name), strings, placed, one.name) for one in fields(value)},
        )
    if isinstance(value, tuple):
        return tuple(everywhere(part, strings, placed, name) for part in value)
    if not isinstance(value, str) or not value or name in _NO_TEXT:
        return value
    placed.append(next(strings))
    return placed[-1]
