"""Examining files: what sound ones give, and what hostile ones cannot do."""

from __future__ import annotations

import io
import struct
import time
import zlib
from collections import Counter
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import av
import pikepdf
import pytest
from PIL import Image, ImageChops, ImageStat
from reportlab.pdfgen.canvas import Canvas

from evidence_app.media import making
from evidence_app.media.examination import LARGEST_BYTES, Examination, examine
from evidence_app.media.findings import Facts, Findings, Still, from_message, to_message
from evidence_app.media.sniff import Kind
from evidence_app.system import paths
from evidence_app.workers.limits import IMAGE, PDF
from evidence_app.workers.outcome import Reason, WorkerFailed
from evidence_app.workers.schema import BadReply

FONT = paths.resources() / "fonts" / "SourceSans3-Regular.ttf"
LINES = ["Вымышленная съёмка", "Fictional footage"]
MALFORMED = Path(__file__).parents[2] / "../shared/data/malformed"
corpus = pytest.mark.skipif(not MALFORMED.is_dir(), reason="the collection of malformed files is not on this computer")


def picture(data: bytes | None) -> Image.Image:
    assert data is not None
    return Image.open(io.BytesIO(data), formats=["JPEG"])


def jpeg(**saved: object) -> bytes:
    out = io.BytesIO()
    Image.linear_gradient("L").resize((800, 600)).convert("RGB").save(out, "JPEG", **saved)
    return out.getvalue()


def test_a_photograph_gives_its_sides_and_a_thumbnail() -> None:
    found = examine(making.photo(800, 600, LINES, 1, font=FONT), "a.jpg")
    assert (found.kind, found.mime, found.problem) == (Kind.PHOTO, "image/jpeg", None)
    assert (found.facts.width, found.facts.height, found.facts.codec) == (800, 600, "JPEG")
    assert picture(found.thumbnail).size == (512, 384)
    assert found.protected_by.startswith("process")


def test_a_photograph_is_turned_as_the_camera_was_held_and_its_metadata_stay_out_of_the_thumbnail() -> None:
    exif = Image.Exif()
    exif[0x0112], exif[0x010F], exif[0x010E] = 6, "Fictional Camera", "Шахта".encode()
    exif.get_ifd(0x8825)[1] = "N"
    exif.get_ifd(0x8825)[2] = (43.0, 15.0, 30.0)
    found = examine(jpeg(exif=exif, comment=b"written by hand"), "a.jpg")
    told = dict(found.facts.metadata)
    assert (found.facts.width, found.facts.height) == (600, 800)
    assert told["Exif Make"] == "Fictional Camera" and told["Exif ImageDescription"] == "Шахта"
    assert told["Exif GPSLatitude"] == "43.0, 15.0, 30.0" and told["comment"] == "written by hand"
    small = picture(found.thumbnail)
    assert small.size == (384, 512)
    assert small.getpixel((10, 256))[0] > small.getpixel((370, 256))[0] + 100  # the bright foot went to the left
    assert not small.getexif() and "comment" not in small.info
    assert b"Fictional" not in (found.thumbnail or b"") and b"by hand" not in (found.thumbnail or b"")


def test_half_a_photograph_is_shown_and_said_to_be_half() -> None:
    whole = jpeg(quality=95)
    found = examine(whole[: len(whole) // 2], "a.jpg")
    assert (found.facts.width, found.facts.height) == (800, 600)
    assert found.thumbnail is not None
    assert found.problem == "This file is damaged; only a part of it could be shown."


def test_transparent_deep_grey_and_many_paged_pictures_are_drawn() -> None:
    out = {name: io.BytesIO() for name in ("png", "deep", "tiff")}
    Image.new("RGBA", (40, 30), (0, 0, 0, 0)).save(out["png"], "PNG")
    Image.new("I;16", (40, 30), 1000).save(out["deep"], "PNG")
    Image.new("L", (40, 30)).save(out["tiff"], "TIFF", save_all=True, append_images=[Image.new("L", (40, 30))] * 2)
    assert picture(examine(out["png"].getvalue(), "").thumbnail).getpixel((5, 5)) == (255, 255, 255)
    assert examine(out["deep"].getvalue(), "").thumbnail
    assert examine(out["tiff"].getvalue(), "").facts.pages == 3


def test_a_video_gives_stills_with_the_exact_times_of_their_frames() -> None:
    data = making.video(4, LINES, 1, (320, 180), font=FONT)
    found = examine(data, "a.mp4")
    assert (found.kind, found.mime, found.problem) == (Kind.VIDEO, "video/mp4", None)
    assert (found.facts.width, found.facts.height, found.facts.duration_ms) == (320, 180, 4000)
    assert (found.facts.codec, found.facts.container) == ("h264, aac", "mov")  # named by us, not guessed by FFmpeg
    assert len(found.stills) >= 4 and picture(found.thumbnail).size == (320, 180)
    with av.open(io.BytesIO(data)) as container:
        frames = [frame.to_image() for frame in container.decode(video=0)]
    for still in found.stills:
        likeness = [sum(ImageStat.Stat(ImageChops.difference(picture(still.jpeg), frame)).mean) for frame in frames]
        nearest = likeness.index(min(likeness))
        assert still.at_ms == round(1000 * nearest / making.FRAMES_PER_SECOND)


def test_a_video_with_one_key_frame_still_gives_stills_from_all_of_it() -> None:
    out = io.BytesIO()
    with av.open(out, "w", format="mp4") as container:
        stream = container.add_stream("libx264", rate=12, options={"g": "1000"})
        stream.width, stream.height, stream.pix_fmt = 64, 48, "yuv420p"
        for number in range(48):
            frame = av.VideoFrame.from_image(Image.new("RGB", (64, 48), (number * 5, 0, 0))).reformat(format="yuv420p")
            frame.pts, frame.time_base = number, Fraction(1, 12)
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    assert [still.at_ms for still in examine(out.getvalue(), "a.mp4").stills] == [0, 667, 1333, 2000, 2667, 3333]


def test_sound_gives_its_duration_also_in_the_container_of_a_video() -> None:
    found = examine(making.audio(2.5, 1), "a.wav")
    assert (found.kind, found.facts.duration_ms, found.facts.codec) == (Kind.AUDIO, 2500, "pcm_s16le")
    out = io.BytesIO()
    with av.open(out, "w", format="matroska") as container:
        stream = container.add_stream("pcm_s16le", rate=8000, layout="mono")
        frame = av.AudioFrame(format="s16", layout="mono", samples=8000)
        frame.sample_rate, frame.pts = 8000, 0
        frame.planes[0].update(bytes(frame.planes[0].buffer_size))
        container.mux(stream.encode(frame))
    assert examine(out.getvalue(), "a.mkv").kind is Kind.AUDIO


def test_a_pdf_gives_pages_text_and_a_picture_of_its_first_page() -> None:
    out = io.BytesIO()
    canvas = Canvas(out)
    canvas.setTitle("Decision")
    for number in (1, 2):
        canvas.drawString(72, 700, f"Exhibit {number} of the file")
        canvas.showPage()
    canvas.save()
    found = examine(out.getvalue(), "a.pdf")
    assert (found.kind, found.facts.pages, found.problem) == (Kind.PDF, 2, None)
    assert found.text == ("Exhibit 1 of the file", "Exhibit 2 of the file")
    assert dict(found.facts.metadata)["Title"] == "Decision"
    (page,) = found.stills
    assert page.at_ms is None and max(page.width, page.height) == 1600
    assert picture(page.jpeg).size == (page.width, page.height)


def test_a_locked_pdf_says_that_it_is_locked() -> None:
    locked = io.BytesIO()
    with pikepdf.open(io.BytesIO(making.document([LINES], font=FONT))) as pdf:
        pdf.save(locked, encryption=pikepdf.Encryption(owner="o", user="u"))
    assert examine(locked.getvalue(), "a.pdf").problem == "This file is protected by a password."


@pytest.mark.parametrize(
    ("encoding", "read_as", "is_guessed"),
    [
        ("utf-8", "utf-8", False),
        ("utf-16", "utf-16", False),
        ("windows-1251", "windows-1251", True),
        ("koi8-r", "koi8-r", True),
    ],
)
def test_a_text_is_read_and_a_guessed_encoding_is_said_to_be_guessed(
    encoding: str, read_as: str, is_guessed: bool
) -> None:
    text = "Протокол допроса свидетеля от 9 января"
    found = examine(text.encode(encoding), "a.txt")
    assert (found.kind, found.text) == (Kind.TEXT, (text,))
    assert (found.facts.encoding, found.facts.is_encoding_guessed) == (read_as, is_guessed)


def test_a_web_page_gives_its_words_without_scripts() -> None:
    page = b"<!doctype html><title>News</title><script>steal()</script><p>They were <b>taken</b> away &amp; beaten</p>"
    assert examine(page, "a.html").text == ("News\nThey were taken away & beaten",)


def test_text_from_a_file_cannot_turn_other_text_round() -> None:
    assert examine("a\u202egpj.exe\u2066".encode(), "a.txt").text == ("agpj.exe",)


def test_archives_and_unknown_files_meet_no_decoder() -> None:
    for data in (b"PK\x05\x06" + bytes(18), bytes(range(256))):
        assert examine(data, "a.mp4").protected_by == ""


def test_empty_and_too_large_files_say_so() -> None:
    assert examine(b"", "a.jpg").problem == "This file is empty."
    assert examine(bytes(LARGEST_BYTES + 1), "a.mp4").problem == "This file is too large to be previewed here."


def test_cancelling_is_not_a_property_of_the_file() -> None:
    with pytest.raises(WorkerFailed) as caught:
        examine(jpeg(), "a.jpg", cancelled=lambda: True)
    assert caught.value.reason is Reason.CANCELLED


def png(width: int, height: int, *chunks: bytes) -> bytes:
    """Write a PNG that claims these sides."""

    def chunk(content: bytes) -> bytes:
        return struct.pack(">I", len(content) - 4) + content + struct.pack(">I", zlib.crc32(content))

    header = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(map(chunk, (header, *chunks, b"IDAT" + zlib.compress(b"\0"), b"IEND")))


def test_a_picture_of_too_many_pixels_is_refused_by_its_header() -> None:
    for side in (10_001, 13_000, 60_000):
        found = examine(png(side, side), "a.png")
        assert found.problem == "This picture has more pixels than can be shown safely."


def test_a_comment_that_unpacks_to_sixty_megabytes_stops_nothing() -> None:
    bomb = b"zTXtComment\0\0" + zlib.compress(bytes(60 << 20), 9)
    assert examine(png(8, 8, bomb), "a.png").problem


def test_a_playlist_under_a_videos_name_is_read_as_the_text_it_is() -> None:
    found = examine(b"ffconcat version 1.0\nfile ref_ok.mp4\n", "evidence.mp4")
    assert (found.kind, found.stills, found.thumbnail) == (Kind.TEXT, (), None)


def test_a_playlist_behind_a_videos_signature_opens_nothing() -> None:
    hidden = b"\0\0\0\x14ftypisom\0\0\0\0isom" + b"\nffconcat version 1.0\nfile ref_ok.mp4\n"
    found = examine(hidden, "evidence.mp4")
    assert (found.stills, found.problem) == ((), "This file is damaged and could not be shown.")


@corpus
def test_a_page_that_unpacks_to_a_gigabyte_is_stopped_by_the_limits() -> None:
    bomb = (MALFORMED / "generated/bomb_flate2_1GB.pdf").read_bytes()
    started = time.monotonic()
    found = examine(bomb, "a.pdf", limits=replace(PDF, address_space_bytes=1 << 30, cpu_seconds=2, wall_seconds=4))
    assert found.problem in {Reason.KILLED.value, Reason.TIMED_OUT.value}
    assert time.monotonic() - started < 8
    assert examine(jpeg(), "a.jpg").problem is None


@corpus
def test_malformed_files_each_give_an_examination() -> None:
    files = [
        file
        for folder in ("image-malformed", "image-exif", "pdf", "video-audio", "generated")
        for file in sorted((MALFORMED / folder).iterdir())[::3]
        if file.name != "bomb_flate2_1GB.pdf"
    ]
    kinds: Counter[Kind] = Counter()
    for file in files:
        found = examine(file.read_bytes(), file.name)
        assert isinstance(found, Examination)
        assert found.thumbnail or found.problem or found.kind not in {Kind.PHOTO, Kind.VIDEO, Kind.PDF}, file.name
        assert found.problem != Reason.BROKEN.value, file.name  # that would be a mistake of ours
        kinds[found.kind] += 1
    assert len(files) >= 100 and sum(kinds[kind] for kind in (Kind.PHOTO, Kind.VIDEO, Kind.PDF)) >= 60


def test_findings_go_through_their_message_unchanged() -> None:
    findings = Findings(
        facts=Facts(width=1, duration_ms=2, metadata=(("a", "b"),)),
        thumbnail=jpeg(),
        stills=(Still(jpeg(), 800, 600, 40), Still(jpeg(), 800, 600)),
        texts=("а", "б"),
        trouble="cut",
    )
    header, attachments = to_message(findings)
    header = {**header, "metadata": (("a", "b"),), "texts": ("а", "б")}
    assert from_message(header, tuple(attachments)) == findings
    rest = attachments[1:]
    for wrong in (rest, [*attachments, jpeg()], [b"<svg/>", *rest], [b"P" + jpeg()[1:], *rest], [jpeg()[:-1], *rest]):
        with pytest.raises(BadReply):
            from_message(header, tuple(wrong))


def test_limits_given_by_the_caller_are_kept() -> None:
    found = examine(jpeg(), "a.jpg", limits=replace(IMAGE, output_bytes=100))
    assert found.problem == Reason.BROKEN.value
