"""A manuscript crosses to a worker and back unchanged, or not at all."""

from __future__ import annotations

import json
from typing import Any

import pytest

from evidence_app.dossier.message import from_message, to_message
from tests.dossier.example import example, jpeg


@pytest.fixture
def message() -> tuple[dict[str, Any], list[bytes]]:
    return to_message(example())


def test_a_manuscript_comes_back_equal_after_json(message: tuple[dict[str, Any], list[bytes]]) -> None:
    header, attachments = message
    assert from_message(json.loads(json.dumps(header)), attachments) == example()


def test_pictures_travel_as_attachments(message: tuple[dict[str, Any], list[bytes]]) -> None:
    header, attachments = message
    assert header["exhibits"][0]["stills"][0]["jpeg"] == {"attachment": 0}
    assert attachments[0] == jpeg(0)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("title",), 7),
        (("title",), None),
        (("figures",), {}),
        (("integrity", "journal_size"), "18"),
        (("integrity", "journal_size"), True),
        (("integrity",), []),
        (("exhibits", 0, "is_held"), 1),
        (("exhibits", 0, "stills", 0, "jpeg"), {"attachment": 99}),
        (("exhibits", 0, "stills", 0, "jpeg"), {"attachment": -1}),
        (("exhibits", 0, "stills", 0, "jpeg"), "bytes"),
        (("claims", 0, "claimed"), 1.5),
        (("conflicts", 0, "preferred"), "c"),
    ],
)
def test_a_value_of_another_kind_is_refused(
    message: tuple[dict[str, Any], list[bytes]], path: tuple[Any, ...], value: Any
) -> None:
    header, attachments = message
    place: Any = header
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = value
    with pytest.raises(ValueError, match=r"expected|prefers"):
        from_message(header, attachments)


def test_an_unknown_or_missing_key_is_refused(message: tuple[dict[str, Any], list[bytes]]) -> None:
    header, attachments = message
    with pytest.raises(ValueError, match="keys of Manuscript"):
        from_message({**header, "secret": "x"}, attachments)
    del header["notice"]
    with pytest.raises(ValueError, match="keys of Manuscript"):
        from_message(header, attachments)
