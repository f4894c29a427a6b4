"""Pictures drawn anew: pixels on a fresh canvas, so that nothing else of the file comes along (runs in a worker)."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_PIXELS = 100_000_000
THUMBNAIL_SIDE = 512
STILL_SIDE = 960
PAGE_SIDE = 1600
_QUALITY = 84


def fit(width: int, height: int, side: int) -> tuple[int, int]:
    """Return the size that fits a square of this side, never enlarged, at least one pixel each way."""
    scale = min(1.0, side / max(width, height))
    return max(1, round(width * scale)), max(1, round(height * scale))


def redraw(picture: Image, side: int) -> tuple[bytes, int, int]:
    """Return a JPEG of at most this side, with its width and height; what is transparent becomes white."""
    from PIL import Image

    width, height = fit(picture.width, picture.height, side)
    if picture.mode.startswith("I;16") or picture.mode in {"I", "F"}:
        picture = _eight_bits(picture)
    if "A" in picture.getbands() or "transparency" in picture.info:
        picture = picture.convert("RGBA")
    else:
        picture = picture.convert("RGB")
    picture = picture.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=3.0)
    canvas = Image.new("RGB", (width, height), "white")
    canvas.paste(picture, mask=picture.getchannel("A") if picture.mode == "RGBA" else None)
    out = io.BytesIO()
    canvas.save(out, "JPEG", quality=_QUALITY, optimize=True)
    return out.getvalue(), width, height


def _eight_bits(picture: Image) -> Image:
    """Stretch a picture with deep grey values over the range from black to white."""
    grey = picture.convert("F")
    low, high = grey.getextrema()
    span = max(float(high) - float(low), 1e-9)  # type: ignore[arg-type]  # one band: a pair of numbers
    return grey.point(lambda value: value * (255 / span) - float(low) * (255 / span)).convert("L")  # type: ignore[arg-type]
