"""Frames against someone who does not keep to them."""

from __future__ import annotations

import threading
from multiprocessing import Pipe

import pytest

from evidence_app.workers import frames

BAD = [
    b"",
    b"\xff\xfe",
    b"[]",
    b"null",
    b"{}",
    b'{"sizes": null}',
    b'{"sizes": [-1]}',
    b'{"sizes": [true]}',
    b'{"sizes": [1.0]}',
    b'{"sizes": [1001]}',
    b'{"sizes": [600, 600]}',
    b'{"sizes": [], "x": NaN}',
    b'{"sizes": [' + b"0," * 70_000 + b"0]}",
    b"[" * 100_000,
    b'{"sizes": [], "x": ' + b"9" * 5_000 + b"}",
    b"x" * 600_000,
]


@pytest.mark.parametrize("first", BAD, ids=range(len(BAD)))
def test_a_first_frame_that_is_no_message_is_refused(first: bytes) -> None:
    ours, theirs = Pipe(duplex=True)  # a socket buffer is small: send from the side that also closes
    with ours, theirs:

        def send() -> None:
            try:
                theirs.send_bytes(first)
            except OSError:
                return

        sender = threading.Thread(target=send)
        sender.start()
        with pytest.raises(frames.BadFrame):
            frames.read(ours, header_bytes=500_000, attachment_bytes=1000)
        ours.close()
        sender.join()


def test_attachments_shorter_or_longer_than_announced_are_refused() -> None:
    for parts in ([b"abcd"], [b"ab", b""]):
        ours, theirs = Pipe(duplex=False)
        with ours, theirs:
            theirs.send_bytes(b'{"sizes": [3]}')
            for part in parts:
                theirs.send_bytes(part)
            with pytest.raises(frames.BadFrame):
                frames.read(ours, attachment_bytes=1000)


def test_the_end_of_the_pipe_is_told_apart_from_junk() -> None:
    ours, theirs = Pipe(duplex=False)
    theirs.close()
    with ours, pytest.raises(EOFError):
        frames.read(ours, attachment_bytes=1000)


def test_lone_surrogates_do_not_break_a_message() -> None:
    ours, theirs = Pipe(duplex=False)
    with ours, theirs:
        frames.write(theirs, frames.envelope({"name": "a\ud800b"}))
        assert frames.read(ours, attachment_bytes=0) == ({"name": "a?b"}, [])
