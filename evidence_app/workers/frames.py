"""Messages between a worker and the program: length-prefixed frames over a pipe.

A message is one frame of JSON (strict UTF-8) whose `sizes` lists the attachments, then the attachments, each in
frames of at most 1 MiB. The pipe's own prefix gives the length of a frame and is checked before reading it.
"""

from __future__ import annotations

import io
import json
from collections.abc import Mapping, Sequence
from multiprocessing.connection import Connection
from typing import Any, NoReturn

HEADER_BYTES = 64 << 20
_SLICE_BYTES = 1 << 20
_ATTACHMENTS = 65_536


class BadFrame(Exception):
    """The other side sent something that is no message, or more than it may."""


def envelope(header: Mapping[str, Any], attachments: Sequence[bytes | memoryview] = ()) -> bytes:
    """Write the first frame of a message; raises TypeError or ValueError where the header is no JSON."""
    sizes = [memoryview(attachment).nbytes for attachment in attachments]
    text = json.dumps({**header, "sizes": sizes}, ensure_ascii=False, allow_nan=False)
    # Text taken from a file may hold lone surrogates, which UTF-8 cannot carry: they become question marks.
    return text.encode("utf-8", "replace")


def write(connection: Connection[Any, Any], first: bytes, attachments: Sequence[bytes | memoryview] = ()) -> None:
    """Send one message: its first frame, then its attachments."""
    connection.send_bytes(first)
    for attachment in attachments:
        view = memoryview(attachment).cast("B")
        for start in range(0, len(view), _SLICE_BYTES):
            connection.send_bytes(view[start : start + _SLICE_BYTES])


def read(
    connection: Connection[Any, Any], *, header_bytes: int = HEADER_BYTES, attachment_bytes: int
) -> tuple[dict[str, Any], list[bytes]]:
    """Receive one message of at most these sizes; raises EOFError at the end of the pipe, else BadFrame."""
    header = _opened(_frame(connection, header_bytes))
    sizes = header.pop("sizes", None)
    if not isinstance(sizes, list) or len(sizes) > _ATTACHMENTS:
        raise BadFrame("no list of sizes")
    if not all(type(size) is int and size >= 0 for size in sizes) or sum(sizes) > attachment_bytes:
        raise BadFrame("attachments larger than allowed")
    return header, [_attachment(connection, size) for size in sizes]


def _frame(connection: Connection[Any, Any], most: int) -> bytes:
    """Receive one frame of at most this many bytes."""
    try:
        return connection.recv_bytes(most)
    except EOFError:
        raise
    except OSError as problem:
        raise BadFrame("frame longer than allowed, or cut off") from problem


def _opened(frame: bytes) -> dict[str, Any]:
    """Read a frame as a JSON object."""
    try:
        header = json.loads(frame.decode("utf-8"), parse_constant=_no_number)
    except (ValueError, RecursionError) as problem:
        raise BadFrame("not JSON") from problem
    if not isinstance(header, dict):
        raise BadFrame("not an object")
    return header


def _no_number(constant: str) -> NoReturn:
    """Refuse NaN and the infinities, which JSON does not have."""
    raise ValueError(constant)


def _attachment(connection: Connection[Any, Any], size: int) -> bytes:
    """Put an attachment together from its frames."""
    buffer = io.BytesIO()
    while (left := size - buffer.tell()) > 0:
        part = _frame(connection, min(left, _SLICE_BYTES))
        if not part:
            raise BadFrame("empty frame")
        buffer.write(part)
    return buffer.getvalue()
