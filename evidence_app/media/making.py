"""Media made by drawing, for sample cases and tests: nobody's face, nobody's house, the same bytes for the same seed.

The same seed gives the same bytes on one machine with one set of libraries; another encoder may write others.
"""

from __future__ import annotations

import hashlib
import io
import math
import sys
import time
from array import array
from collections.abc import Iterator, Sequence
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PIL.Image import Image

FRAMES_PER_SECOND = 12
_RATE = 16_000
_PAGE = (1240, 1754)  # A4 at 150 dots an inch
_DOTS_PER_INCH = 150
_INK, _PAPER = (38, 38, 36), (244, 242, 236)


def photo(width: int, height: int, lines: Sequence[str], seed: int, *, font: Path) -> bytes:
    """Return a JPEG: a quiet grey gradient, a few blocks, and lines of text."""
    out = io.BytesIO()
    _scene(width, height, lines, seed, font).save(out, "JPEG", quality=88)
    return out.getvalue()


def document(pages: Sequence[Sequence[str]], *, font: Path) -> bytes:
    """Return a PDF whose pages are pictures of text, as a scanner makes them: it holds no text to extract."""
    pictures = [_page(lines, font) for lines in pages]
    out = io.BytesIO()
    epoch = time.gmtime(0)
    pictures[0].save(
        out, "PDF", save_all=True, append_images=pictures[1:], resolution=_DOTS_PER_INCH,
        title="", creationDate=epoch, modDate=epoch,
    )  # fmt: skip
    return out.getvalue()


def audio(seconds: float, seed: int) -> bytes:
    """Return a WAV of a slow pattern of low tones, one channel, 16 bits."""
    import wave

    out = io.BytesIO()
    with wave.open(out, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(_RATE)
        sound.writeframes(_little_endian(_tones(seconds, seed)))
    return out.getvalue()


def video(seconds: float, lines: Sequence[str], seed: int, size: tuple[int, int] = (640, 360), *, font: Path) -> bytes:
    """Return an MP4 (H.264, AAC) whose frames carry the lines and their own time; sides must be even."""
    import av

    out = io.BytesIO()
    # Without this flag the file would name the encoder and the hour it was made in.
    with av.open(out, "w", format="mp4", options={"fflags": "+bitexact"}) as container:
        picture_stream = _picture_stream(container, size)
        sound_stream = container.add_stream("aac", rate=_RATE, layout="mono")
        sound_stream.codec_context.flags |= av.codec.context.Flags.bitexact
        scene = _scene(*size, lines, seed, font)
        for number in range(round(seconds * FRAMES_PER_SECOND)):
            moment = av.VideoFrame.from_image(_stamped(scene, number, font)).reformat(format="yuv420p")
            moment.pts, moment.time_base = number, Fraction(1, FRAMES_PER_SECOND)
            container.mux(picture_stream.encode(moment))
        container.mux(picture_stream.encode(None))
        for sound in _sound_frames(_tones(seconds, seed)):
            container.mux(sound_stream.encode(sound))
        container.mux(sound_stream.encode(None))
    return out.getvalue()


def timecode(number: int) -> str:
    """Return what is written on a frame: minutes, seconds and thousandths of its time."""
    thousandths = round(1000 * number / FRAMES_PER_SECOND)
    return f"{thousandths // 60_000:02}:{thousandths // 1000 % 60:02}.{thousandths % 1000:03}"


def _picture_stream(container: Any, size: tuple[int, int]) -> Any:
    """Add an H.264 stream with a key frame each second, encoded in one thread so that it always comes out alike."""
    import av

    options = {"preset": "veryfast", "crf": "26", "g": str(FRAMES_PER_SECOND), "threads": "1"}
    stream = container.add_stream("libx264", rate=FRAMES_PER_SECOND, options=options)
    stream.width, stream.height = size
    stream.pix_fmt = "yuv420p"
    stream.codec_context.flags |= av.codec.context.Flags.bitexact
    return stream


def _shade(seed: int) -> list[int]:
    """Return 32 numbers from 0 to 255 that belong to a seed, the same in every version of Python."""
    return list(hashlib.sha256(str(seed).encode()).digest())


def _scene(width: int, height: int, lines: Sequence[str], seed: int, font: Path) -> Image:
    """Draw a grey gradient with a few blocks, and the lines of text at its foot."""
    from PIL import Image, ImageDraw

    shade = _shade(seed)
    top, foot = ((base + shade[n] // 16, base + shade[n + 1] // 16, base + shade[n + 2] // 16)
                 for n, base in ((0, 96 + shade[6] // 8), (3, 150 + shade[7] // 8)))  # fmt: skip
    gradient = Image.linear_gradient("L").resize((width, height))
    picture = Image.composite(Image.new("RGB", (width, height), foot), Image.new("RGB", (width, height), top), gradient)
    drawing = ImageDraw.Draw(picture)
    for number in range(5):
        offset, rise, broad = (shade[8 + 3 * number + part] / 255 for part in range(3))
        left = width * (number + offset * 0.6) / 5
        right = max(left + 1, width * (number + 0.5 + broad * 0.9) / 5)
        tone = tuple(round(channel * (0.78 + 0.05 * number)) for channel in top)
        drawing.rectangle((left, height * (0.3 + rise * 0.35), right, height * 0.78), fill=tone)
    size = max(12, height // 22)
    _write(drawing, lines, (size, height - size * 1.5 * (len(lines) + 0.5)), size, (250, 250, 248), font)
    return picture


def _page(lines: Sequence[str], font: Path) -> Image:
    """Draw a page of paper with lines of text."""
    from PIL import Image, ImageDraw

    page = Image.new("RGB", _PAGE, _PAPER)
    _write(ImageDraw.Draw(page), lines, (140, 150), 28, _INK, font)
    return page


def _write(
    drawing: Any, lines: Sequence[str], at: tuple[float, float], size: int, ink: tuple[int, int, int], font: Path
) -> None:
    """Write lines below each other in a font file's letters."""
    face = _face(font, size)
    for number, line in enumerate(lines):
        drawing.text((at[0], at[1] + number * size * 1.5), line, fill=ink, font=face)


def _face(font: Path, size: int) -> Any:
    """Load a font with the layout engine that every Pillow has, so that letters stand where they stood."""
    from PIL import ImageFont

    return ImageFont.truetype(font, size, layout_engine=ImageFont.Layout.BASIC)


def _stamped(scene: Image, number: int, font: Path) -> Image:
    """Copy a scene with its time in the upper corner and a bar that moves, so that two frames never look alike."""
    from PIL import ImageDraw

    frame = scene.copy()
    drawing = ImageDraw.Draw(frame)
    size = max(12, frame.height // 16)
    drawing.rectangle((0, 0, size * 6, size * 1.8), fill=(24, 24, 23))
    _write(drawing, [timecode(number)], (size * 0.5, size * 0.3), size, (250, 250, 248), font)
    along = (number * 7) % frame.width
    drawing.rectangle((along, size * 1.8, along + size, size * 2.2), fill=(250, 250, 248))
    return frame


def _tones(seconds: float, seed: int) -> array[int]:
    """Return samples of low tones, two a second, soft at both ends."""
    shade, samples = _shade(seed), array("h")
    half = _RATE // 2
    while len(samples) < seconds * _RATE:
        pitch = 110 * 2 ** (shade[len(samples) // half % len(shade)] % 12 / 12)
        samples.extend(
            round(5000 * math.sin(math.tau * pitch * moment / _RATE) * math.sin(math.pi * moment / half))
            for moment in range(half)
        )
    return samples[: round(seconds * _RATE)]


def _little_endian(samples: array[int]) -> bytes:
    """Return samples in the byte order of WAV."""
    if sys.byteorder == "big":
        samples = samples[:]
        samples.byteswap()
    return samples.tobytes()


def _sound_frames(samples: array[int]) -> Iterator[Any]:
    """Cut samples into the frames that AAC takes."""
    import av

    for start in range(0, len(samples), 1024):
        part = samples[start : start + 1024]
        frame = av.AudioFrame(format="s16", layout="mono", samples=len(part))
        frame.sample_rate, frame.pts, frame.time_base = _RATE, start, Fraction(1, _RATE)
        frame.planes[0].update(part.tobytes().ljust(frame.planes[0].buffer_size, b"\0"))
        yield frame
