"""The sealed form is Tink's: what we write Tink reads, what Tink writes we read, what anybody changed neither does."""

from __future__ import annotations

import io
import os
import random
from collections.abc import Callable

import pytest
import tink
from hypothesis import given, settings
from hypothesis import strategies as st
from tink import secret_key_access, streaming_aead
from tink.proto import aes_gcm_hkdf_streaming_pb2, common_pb2, tink_pb2

from evidence_app.vault import streaming
from evidence_app.vault.streaming import HEADER_BYTES, SEGMENT_BYTES, TAG_BYTES, Decrypting, NotAuthenticError

KEY, ASSOCIATED = bytes(range(32)), b"evidence-app/1/vault\x00name"
FIRST = SEGMENT_BYTES - TAG_BYTES - HEADER_BYTES
FULL = SEGMENT_BYTES - TAG_BYTES
SIZES = (0, 1, FIRST - 1, FIRST, FIRST + 1, FIRST + FULL - 1, FIRST + FULL, FIRST + FULL + 1, FIRST + 2 * FULL)

streaming_aead.register()


@pytest.fixture(scope="module")
def by_tink() -> streaming_aead.StreamingAead:
    """Tink's own implementation, holding our key."""
    key = aes_gcm_hkdf_streaming_pb2.AesGcmHkdfStreamingKey(version=0, key_value=KEY)
    key.params.ciphertext_segment_size = SEGMENT_BYTES
    key.params.derived_key_size = 32
    key.params.hkdf_hash_type = common_pb2.SHA256
    keyset = tink_pb2.Keyset(primary_key_id=1)
    entry = keyset.key.add(key_id=1, status=tink_pb2.ENABLED, output_prefix_type=tink_pb2.RAW)
    entry.key_data.type_url = "type.googleapis.com/google.crypto.tink.AesGcmHkdfStreamingKey"
    entry.key_data.value = key.SerializeToString()
    entry.key_data.key_material_type = tink_pb2.KeyData.SYMMETRIC
    handle = tink.proto_keyset_format.parse(keyset.SerializeToString(), secret_key_access.TOKEN)
    return handle.primitive(streaming_aead.StreamingAead)


def plaintext(size: int) -> bytes:
    """Return bytes that do not compress and are the same each time."""
    return random.Random(size).randbytes(size)


def sealed(content: bytes) -> bytes:
    """Return content as we seal it."""
    pieces, start = [], 0
    while not pieces or start < len(content):
        room = streaming.room(len(pieces))
        pieces.append(content[start : start + room])
        start += room
    target = io.BytesIO()
    assert streaming.encrypt(KEY, ASSOCIATED, iter(pieces), target) == len(target.getvalue())
    return target.getvalue()


def opened(raw: bytes, associated: bytes = ASSOCIATED) -> bytes:
    """Return what we read out of a sealed form."""
    with Decrypting(io.BytesIO(raw), KEY, associated) as stream:
        return stream.read()


@pytest.mark.parametrize("size", SIZES)
def test_what_we_seal_tink_opens(by_tink: streaming_aead.StreamingAead, size: int) -> None:
    content = plaintext(size)
    with by_tink.new_decrypting_stream(io.BytesIO(sealed(content)), ASSOCIATED) as stream:
        assert stream.read() == content


@pytest.mark.parametrize("size", SIZES)
def test_what_tink_seals_we_open(by_tink: streaming_aead.StreamingAead, size: int) -> None:
    content = plaintext(size)
    target = io.BytesIO()
    target.close = lambda: None  # type: ignore[method-assign]
    with by_tink.new_encrypting_stream(target, ASSOCIATED) as stream:
        for start in range(0, size, 1 << 16):
            stream.write(content[start : start + (1 << 16)])
    assert opened(target.getvalue()) == content
    assert len(target.getvalue()) == len(sealed(content))


BASE = FIRST + FULL + 500
SECOND, THIRD = SEGMENT_BYTES, 2 * SEGMENT_BYTES
TAMPERING: dict[str, Callable[[bytes], bytes]] = {
    "nothing left": lambda raw: b"",
    "header alone": lambda raw: raw[:HEADER_BYTES],
    "header cut": lambda raw: raw[: HEADER_BYTES - 1],
    "another length of the header": lambda raw: b"\x29" + raw[1:],
    "another salt": lambda raw: raw[:1] + bytes([raw[1] ^ 1]) + raw[2:],
    "another nonce prefix": lambda raw: raw[:39] + bytes([raw[39] ^ 1]) + raw[40:],
    "a bit of the first segment": lambda raw: raw[:41] + bytes([raw[41] ^ 128]) + raw[42:],
    "a bit of the last tag": lambda raw: raw[:-1] + bytes([raw[-1] ^ 1]),
    "the last byte gone": lambda raw: raw[:-1],
    "cut behind the first segment": lambda raw: raw[:SECOND],
    "cut behind the second segment": lambda raw: raw[:THIRD],
    "cut within the tag of the second segment": lambda raw: raw[: SECOND + 5],
    "cut at the tag of the second segment": lambda raw: raw[: SECOND + TAG_BYTES],
    "cut behind the tag of the second segment": lambda raw: raw[: SECOND + TAG_BYTES + 1],
    "a byte appended": lambda raw: raw + b"\x00",
    "a tag's worth appended": lambda raw: raw + bytes(TAG_BYTES),
    "the last segment twice": lambda raw: raw + raw[THIRD:],
    "a segment left out": lambda raw: raw[:SECOND] + raw[THIRD:],
    "a segment twice": lambda raw: raw[:THIRD] + raw[SECOND:],
    "a segment of another stream": lambda raw: raw[:SECOND] + sealed(plaintext(BASE))[SECOND:THIRD] + raw[THIRD:],
    "the head of another stream": lambda raw: sealed(plaintext(BASE))[:HEADER_BYTES] + raw[HEADER_BYTES:],
}


@pytest.mark.parametrize("kind", TAMPERING)
def test_tampering_never_goes_unseen(kind: str) -> None:
    raw = sealed(plaintext(BASE))
    changed = TAMPERING[kind](raw)
    assert changed != raw
    with pytest.raises(NotAuthenticError):
        opened(changed)


def test_two_segments_in_the_other_order_are_refused() -> None:
    raw = sealed(plaintext(FIRST + 2 * FULL + 9))
    with pytest.raises(NotAuthenticError):
        opened(raw[:SECOND] + raw[THIRD : THIRD + SEGMENT_BYTES] + raw[SECOND:THIRD] + raw[THIRD + SEGMENT_BYTES :])


def test_an_object_under_another_name_or_key_is_refused() -> None:
    raw = sealed(b"content")
    with pytest.raises(NotAuthenticError):
        opened(raw, ASSOCIATED + b"2")
    with pytest.raises(NotAuthenticError), Decrypting(io.BytesIO(raw), bytes(32), ASSOCIATED) as stream:
        stream.read()


def test_the_end_of_an_empty_file_is_proved_too() -> None:
    raw = sealed(b"")
    assert opened(raw) == b""
    with pytest.raises(NotAuthenticError):
        opened(raw[:-1] + bytes([raw[-1] ^ 1]))


def test_a_sealed_file_is_never_the_same_twice() -> None:
    assert sealed(b"the same") != sealed(b"the same")


LONG = plaintext(FIRST + FULL + 777)
LONG_SEALED = sealed(LONG)
BORDERS = [0, 1, FIRST - 1, FIRST, FIRST + 1, FIRST + FULL - 1, FIRST + FULL, FIRST + FULL + 776, len(LONG)]
places = st.sampled_from(BORDERS) | st.integers(0, len(LONG))


@settings(max_examples=40)
@given(st.lists(st.tuples(places, st.integers(0, 5000)), min_size=1, max_size=6))
def test_reading_at_any_place_equals_a_slice(reads: list[tuple[int, int]]) -> None:
    with Decrypting(io.BytesIO(LONG_SEALED), KEY, ASSOCIATED) as raw:
        stream = io.BufferedReader(raw, 8192)  # as a player or a decoder reads it
        for start, size in reads:
            assert stream.seek(start) == start
            assert stream.read(size) == LONG[start : start + size]
            assert stream.tell() == min(start + size, len(LONG)) or size == 0


def test_the_end_is_a_place_to_seek_from() -> None:
    with Decrypting(io.BytesIO(LONG_SEALED), KEY, ASSOCIATED) as stream:
        assert stream.size == len(LONG)
        assert stream.seek(-7, os.SEEK_END) == len(LONG) - 7
        assert stream.read() == LONG[-7:]
        assert stream.read(10) == b""
        stream.seek(len(LONG) + 100)
        assert stream.read(10) == b""


def test_only_the_segment_that_is_asked_for_need_be_sound() -> None:
    raw = bytearray(LONG_SEALED)
    raw[SECOND + 100] ^= 1
    with Decrypting(io.BytesIO(bytes(raw)), KEY, ASSOCIATED) as stream:
        assert stream.read(1000) == LONG[:1000]
        stream.seek(FIRST + FULL + 5)
        assert stream.read(5) == LONG[FIRST + FULL + 5 : FIRST + FULL + 10]
        stream.seek(FIRST)
        with pytest.raises(NotAuthenticError):
            stream.read(1)
