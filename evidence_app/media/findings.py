"""What a worker found in a file, and the message in which it says so; both ends of the pipe use this module."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any

from evidence_app.workers.schema import BadReply, Entries, Fields, Flag, Maybe, Rows, Text, Whole

MOST_PAGES = 2000
MOST_TEXT = 5_000_000
MOST_ENTRIES = 1000
MOST_NAME = 200
MOST_VALUE = 4000
MOST_STILLS = 6
_MOST_PICTURE_BYTES = 4 << 20

_SIDE = Whole(1_000_000)
_ANSWER = Fields(
    {
        "width": Maybe(_SIDE),
        "height": Maybe(_SIDE),
        "duration_ms": Maybe(Whole()),
        "pages": Maybe(Whole(10_000_000)),
        "codec": Maybe(Text(MOST_NAME)),
        "container": Maybe(Text(MOST_NAME)),
        "encoding": Maybe(Text(MOST_NAME)),
        "is_encoding_guessed": Flag(),
        "metadata": Entries(MOST_ENTRIES, Text(MOST_NAME), Text(MOST_VALUE)),
        "is_sound_only": Flag(),
        "trouble": Maybe(Text(MOST_NAME)),
        "has_thumbnail": Flag(),
        "stills": Rows(Fields({"at_ms": Maybe(Whole()), "width": _SIDE, "height": _SIDE}), MOST_STILLS),
        "texts": Rows(Text(MOST_TEXT), MOST_PAGES),
    }
)


@dataclass(frozen=True, kw_only=True)
class Facts:
    """What a file says of itself: sides in pixels as shown, duration in milliseconds, metadata verbatim."""

    width: int | None = None
    height: int | None = None
    duration_ms: int | None = None
    pages: int | None = None
    codec: str | None = None
    container: str | None = None
    encoding: str | None = None
    is_encoding_guessed: bool = False
    metadata: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Still:
    """A JPEG picture: a frame with its exact presentation time, or a page, which has none."""

    jpeg: bytes
    width: int
    height: int
    at_ms: int | None = None


@dataclass(frozen=True, kw_only=True)
class Findings:
    """All that a worker found; `trouble` is the code of what kept it from finding more."""

    facts: Facts = Facts()
    thumbnail: bytes | None = None
    stills: tuple[Still, ...] = ()
    texts: tuple[str, ...] = ()
    is_sound_only: bool = False
    trouble: str | None = None


class Answer:
    """The shape of a worker's answer, as the pool checks it."""

    def read(self, value: Any, where: str) -> dict[str, Any]:
        """Return the checked header."""
        return _ANSWER.read(value, where)


def to_message(findings: Findings) -> tuple[dict[str, Any], list[bytes]]:
    """Write findings as a header and attachments: the thumbnail if there is one, then the stills."""
    facts = {field.name: getattr(findings.facts, field.name) for field in fields(Facts)}
    header = facts | {
        "metadata": dict(findings.facts.metadata),
        "is_sound_only": findings.is_sound_only,
        "trouble": findings.trouble,
        "has_thumbnail": findings.thumbnail is not None,
        "stills": [{"at_ms": still.at_ms, "width": still.width, "height": still.height} for still in findings.stills],
        "texts": list(findings.texts),
    }
    pictures = [] if findings.thumbnail is None else [findings.thumbnail]
    return header, pictures + [still.jpeg for still in findings.stills]


def from_message(header: dict[str, Any], attachments: tuple[bytes, ...]) -> Findings:
    """Read a header that fits the shape, with its attachments; raises BadReply."""
    pictures = [_jpeg(attachment) for attachment in attachments]
    if len(pictures) != header["has_thumbnail"] + len(header["stills"]):
        raise BadReply("pictures: not as many as announced")
    if sum(map(len, header["texts"])) > MOST_TEXT:
        raise BadReply("texts: longer than allowed")
    thumbnail = pictures.pop(0) if header["has_thumbnail"] else None
    return Findings(
        facts=Facts(**{field.name: header[field.name] for field in fields(Facts)}),
        thumbnail=thumbnail,
        stills=tuple(Still(picture, **still) for picture, still in zip(pictures, header["stills"], strict=True)),
        texts=header["texts"],
        is_sound_only=header["is_sound_only"],
        trouble=header["trouble"],
    )


def _jpeg(attachment: bytes) -> bytes:
    """Return a picture that is a JPEG from start to end and of a likely size."""
    if len(attachment) > _MOST_PICTURE_BYTES or attachment[:3] != b"\xff\xd8\xff" or attachment[-2:] != b"\xff\xd9":
        raise BadReply("picture: no JPEG")
    return attachment


def capped(pairs: list[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Return names and values within the caps; a name that comes again gets a number."""
    kept: dict[str, str] = {}
    for name, value in pairs[:MOST_ENTRIES]:
        short, number = name[: MOST_NAME - 8], 1
        while (unique := short if number == 1 else f"{short} ({number})") in kept:
            number += 1
        kept[unique] = value[:MOST_VALUE]
    return tuple(kept.items())
