"""What a camera writes into a file does not travel into the dossier."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest
from PIL import Image

from evidence_app.dossier import press
from evidence_app.dossier.jpeg import bare, dimensions
from evidence_app.dossier.manuscript import Still
from tests.dossier import readback
from tests.dossier.example import example, jpeg

SECRET = b"43.1667N 76.6N"


def _laden(**options: object) -> bytes:
    """Return a JPEG with EXIF, a comment, a profile, and bytes after its end."""
    picture = Image.open(BytesIO(jpeg(1)))
    exif = Image.Exif()
    exif[0x010E] = SECRET.decode()
    out = BytesIO()
    picture.save(out, "JPEG", exif=exif, comment=SECRET, icc_profile=b"profile" * 9, **options)
    return out.getvalue() + SECRET


@pytest.mark.parametrize("progressive", [False, True])
def test_place_comment_and_tail_go_and_the_pixels_stay(progressive: bool) -> None:
    laden = _laden(progressive=progressive)
    assert laden.count(SECRET) == 3
    stripped = bare(laden)
    assert SECRET not in stripped
    before, after = Image.open(BytesIO(laden)), Image.open(BytesIO(stripped))
    assert after.tobytes() == before.tobytes()
    assert after.info["icc_profile"] == b"profile" * 9


@pytest.mark.parametrize("size", [(640, 360), (17, 33)])
def test_dimensions_are_read_without_a_decoder(size: tuple[int, int]) -> None:
    assert dimensions(jpeg(3, size)) == size


@pytest.mark.parametrize("data", [b"", b"\xff\xd8", b"\xff\xd8\xff\xd9", b"GIF89a", jpeg(1)[:300], b"\xff" * 400])
def test_what_is_no_picture_has_no_dimensions(data: bytes) -> None:
    assert dimensions(data) is None


def test_an_exhibit_with_a_broken_still_is_printed_and_says_so() -> None:
    exhibit = replace(example().exhibits[0], stills=(Still(b"broken", "00:01"), Still(_laden(), "00:02")), facts=())
    emptied = dict.fromkeys(("testimonies", "chronology", "introduction", "conflicts", "figures", "certificates"), ())
    emptied |= dict.fromkeys(("groups", "injuries", "recognitions", "proceedings", "outcomes", "claims"), ())
    pdf = press.render(replace(example(), exhibits=(exhibit,), **emptied))
    assert "This picture can't be drawn." in " ".join(readback.texts(pdf))
    document = readback.opened(pdf)
    streams = [thing for thing in document.objects if isinstance(thing, pikepdf.Stream)]
    pictures = [stream.read_raw_bytes() for stream in streams if stream.get("/Subtype") == "/Image"]
    assert len(pictures) == 1
    assert SECRET not in pictures[0]
