"""Video and sound: duration, codecs, what the container says, and stills with exact times (runs in a worker)."""

from __future__ import annotations

import io
from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from evidence_app.media.canvas import MOST_PIXELS, STILL_SIDE, THUMBNAIL_SIDE, fit, redraw
from evidence_app.media.findings import MOST_STILLS, Facts, Findings, Still, capped
from evidence_app.workers.outcome import Refusal

if TYPE_CHECKING:
    from PIL.Image import Image

# One demuxer per type, named and not guessed: a demuxer that opens other files or the network cannot be reached.
DEMUXERS = {
    "video/mp4": "mov",
    "video/quicktime": "mov",
    "video/3gpp": "mov",
    "audio/mp4": "mov",
    "video/x-matroska": "matroska",
    "video/webm": "matroska",
    "video/x-msvideo": "avi",
    "video/mp2t": "mpegts",
    "video/mpeg": "mpeg",
    "video/x-flv": "flv",
    "video/x-ms-asf": "asf",
    "video/ogg": "ogg",
    "audio/ogg": "ogg",
    "audio/wav": "wav",
    "audio/flac": "flac",
    "audio/aiff": "aiff",
    "audio/x-caf": "caf",
    "audio/amr": "amr",
    "audio/aac": "aac",
    "audio/mpeg": "mp3",
}
_FRAMES_PER_STILL = 100


def examine(data: bytes, mime: str) -> Findings:
    """Return what a recording is and shows; raises Refusal where it cannot be opened."""
    import av

    if mime not in DEMUXERS:
        raise Refusal("unsupported")
    try:
        container = av.open(
            io.BytesIO(data), "r", format=DEMUXERS[mime], **_tolerance(av.__version__),
            options={"protocol_whitelist": "", "max_streams": "64", "max_pixels": str(MOST_PIXELS)},
        )  # fmt: skip
    except (av.error.FFmpegError, EOFError) as problem:
        raise Refusal("damaged") from problem
    with container:
        return _findings(container)


def _tolerance(version: str) -> dict[str, Any]:
    """Return how PyAV is told to read metadata that is no UTF-8: from 19 on it does so unasked."""
    return {"metadata_errors": "replace"} if int(version.split(".")[0]) < 19 else {}


def _findings(container: Any) -> Findings:
    """Describe an opened container and take its stills."""
    stream = next((stream for stream in container.streams.video if not _is_cover(stream)), None)
    if stream is None and not container.streams.audio:
        raise Refusal("damaged")
    duration_ms = _duration_ms(container)
    stills = tuple(_stills(container, stream, duration_ms)) if stream is not None else ()
    width, height = _shown_size(stream, stills)
    facts = Facts(
        width=width,
        height=height,
        duration_ms=duration_ms,
        codec=", ".join(_codecs(container)) or None,
        container=container.format.name,
        metadata=capped(list(_metadata(container))),
    )
    return Findings(
        facts=facts,
        thumbnail=_small(stills[0]) if stills else None,
        stills=stills,
        is_sound_only=stream is None,
        trouble="no-frames" if stream is not None and not stills else None,
    )


def _is_cover(stream: Any) -> bool:
    """Tell whether a picture stream is the cover of a recording of sound."""
    from av.stream import Disposition

    return bool(stream.disposition & Disposition.attached_pic)


def _duration_ms(container: Any) -> int | None:
    """Return the duration in milliseconds, of the container or of its longest stream; None where unknown."""
    if container.duration:
        return max(0, round(int(container.duration) / 1000))
    lengths: list[Fraction] = [stream.duration * stream.time_base for stream in container.streams if stream.duration]
    return max(0, int(1000 * max(lengths))) if lengths else None


def _codecs(container: Any) -> Iterator[str]:
    """Return the name of each picture and sound codec, once."""
    streams = [*container.streams.video, *container.streams.audio]
    yield from dict.fromkeys(stream.codec_context.codec.canonical_name for stream in streams if stream.codec_context)


def _metadata(container: Any) -> Iterator[tuple[str, str]]:
    """Return what the container and its streams say of themselves."""
    yield from container.metadata.items()
    for stream in container.streams:
        for name, value in stream.metadata.items():
            yield f"{stream.type} {name}", value


def _stills(container: Any, stream: Any, duration_ms: int | None) -> Iterator[Still]:
    """Return a frame from each sixth of a recording: its key frame nearest the middle, if that sixth holds one."""
    if stream.codec_context.width * stream.codec_context.height > MOST_PIXELS:
        raise Refusal("too-large-picture")
    stream.codec_context.thread_count = 1
    start = Fraction(container.start_time or 0, 1_000_000)
    seen: set[int] = set()
    for number in range(MOST_STILLS if duration_ms else 1):
        slot = Fraction(duration_ms or 0, 1000 * MOST_STILLS)
        frame = _frame(container, stream, start + slot * number, start + slot * (number + Fraction(1, 2)))
        if frame is not None:
            at_ms = max(0, round(1000 * (_time(frame, start) - start)))
            if at_ms not in seen:
                seen.add(at_ms)
                yield Still(*redraw(_upright(frame, stream), STILL_SIDE), at_ms)


def _frame(container: Any, stream: Any, earliest: Fraction, wanted: Fraction) -> Any:
    """Return the key frame at or before `wanted`, or, if that is too early, the first frame from `earliest` on.

    None where nothing can be decoded; the number of frames decoded on the way is capped.
    """
    import av

    last = None
    try:
        if wanted > earliest:
            container.seek(int(wanted * 1_000_000), backward=True)
        for number, frame in enumerate(container.decode(stream)):
            last = frame
            if _time(frame, earliest) >= earliest or number >= _FRAMES_PER_STILL:
                break
    except (av.error.FFmpegError, EOFError):
        pass  # a damaged stretch: what was decoded before it is still a frame
    return last


def _time(frame: Any, unknown: Fraction) -> Fraction:
    """Return a frame's presentation time in seconds, exactly, or `unknown` where it carries none."""
    return unknown if frame.pts is None or frame.time_base is None else Fraction(frame.pts) * frame.time_base


def _upright(frame: Any, stream: Any) -> Image:
    """Return a frame as it is shown: pixels made square, turned as the camera was held."""
    ratio = stream.sample_aspect_ratio or Fraction(1)
    width, height = fit(round(frame.width * ratio), frame.height, STILL_SIDE)
    picture: Image = frame.to_image(width=width, height=height)
    return picture.rotate(frame.rotation, expand=True) if frame.rotation else picture


def _shown_size(stream: Any, stills: tuple[Still, ...]) -> tuple[int | None, int | None]:
    """Return the sides of a video as shown, in its own pixels."""
    if stream is None or not stream.codec_context.width:
        return None, None
    ratio = stream.sample_aspect_ratio or Fraction(1)
    width, height = round(stream.codec_context.width * ratio), stream.codec_context.height
    is_turned = bool(stills) and (stills[0].width > stills[0].height) != (width > height) and width != height
    return (height, width) if is_turned else (width, height)


def _small(still: Still) -> bytes:
    """Return a thumbnail of a still."""
    from PIL import Image

    with Image.open(io.BytesIO(still.jpeg), formats=["JPEG"]) as picture:
        return redraw(picture, THUMBNAIL_SIDE)[0]
