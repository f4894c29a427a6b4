"""A manuscript as a message: a JSON object and a list of attachments, so that a worker can lay it out.

Keys are field names, tuples are lists, bytes are `{"attachment": n}`. Reading is strict: a missing or unknown
key, a value of another type, or an attachment that is not there raises ValueError.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from functools import cache
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

from evidence_app.dossier.manuscript import Manuscript

type_hints = cache(get_type_hints)


def to_message(manuscript: Manuscript) -> tuple[dict[str, Any], list[bytes]]:
    """Write a manuscript as a JSON object and its attachments."""
    attachments: list[bytes] = []
    return _write(manuscript, attachments), attachments


def from_message(header: dict[str, Any], attachments: list[bytes]) -> Manuscript:
    """Read a manuscript back."""
    manuscript = _read(header, Manuscript, attachments, "manuscript")
    assert isinstance(manuscript, Manuscript)
    return manuscript


def _write(value: Any, attachments: list[bytes]) -> Any:
    """Write one value, moving bytes to the attachments."""
    if is_dataclass(value):
        return {field.name: _write(getattr(value, field.name), attachments) for field in fields(value)}
    if isinstance(value, tuple):
        return [_write(part, attachments) for part in value]
    if isinstance(value, bytes):
        attachments.append(value)
        return {"attachment": len(attachments) - 1}
    return value


def _read(value: Any, kind: Any, attachments: list[bytes], where: str) -> Any:
    """Read one value of a declared type; `where` names it in errors."""
    if is_dataclass(kind):
        return _read_record(value, kind, attachments, where)
    if get_origin(kind) is tuple:
        if not isinstance(value, list):
            raise ValueError(f"{where}: a list was expected")
        part = get_args(kind)[0]
        return tuple(_read(entry, part, attachments, f"{where}[{n}]") for n, entry in enumerate(value))
    if kind is bytes:
        return _read_attachment(value, attachments, where)
    if isinstance(kind, UnionType):
        if value is None:
            return None
        kind = next(option for option in get_args(kind) if option is not type(None))
    if type(value) is not kind:
        raise ValueError(f"{where}: {kind.__name__} was expected")
    return value


def _read_record(value: Any, kind: Any, attachments: list[bytes], where: str) -> Any:
    """Read an object whose keys are exactly the fields of a dataclass."""
    hints = type_hints(kind)
    if not isinstance(value, dict) or value.keys() != hints.keys():
        raise ValueError(f"{where}: an object with the keys of {kind.__name__} was expected")
    return kind(**{name: _read(value[name], hints[name], attachments, f"{where}.{name}") for name in hints})


def _read_attachment(value: Any, attachments: list[bytes], where: str) -> bytes:
    """Fetch the attachment that a value points to."""
    number = value.get("attachment") if isinstance(value, dict) and len(value) == 1 else None
    if type(number) is not int or not 0 <= number < len(attachments):
        raise ValueError(f"{where}: an attachment was expected")
    return attachments[number]
