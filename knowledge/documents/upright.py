"""A picture of a page made even, straight and as large as recognition wants it."""

from __future__ import annotations

from itertools import pairwise

from PIL import Image, ImageChops, ImageFilter, ImageOps

WIDTH = 2480  # dots of a page of A4 at 300 dpi, which suits the program best
_SMALLEST, _LARGEST = 0.85, 1.4  # shares of that width which are left as they are
_MOST = 4  # times a small picture is made larger
_STEEP = 6.0  # degrees a page may be turned on the glass
_PAPER = 16  # dots that share one value of the paper behind the type
_FAINT = 45  # of 255; what is no darker is the grain of the paper
_SMALL = 700  # dots; enough to see how lines run


def upright(picture: Image.Image) -> Image.Image:
    """The page in grey: paper white, type black, lines level, about as large as at 300 dpi.

    Pages that lie on their side are turned, one way or the other: whether they then stand on their head only reading
    can tell.
    """
    picture = _even(_sized(picture.convert("L")))
    small = _small(picture)
    if _stripes(small.transpose(Image.Transpose.ROTATE_90)) > 1.5 * _stripes(small):
        picture = _sized(picture.transpose(Image.Transpose.ROTATE_90))
        small = _small(picture)
    turn = _turn(small)
    if abs(turn) < 0.04:
        return picture
    return picture.rotate(turn, Image.Resampling.BICUBIC, fillcolor=255)


def _sized(picture: Image.Image) -> Image.Image:
    """Of the width of a page at 300 dpi: pages on their side by their height, slips and screens not too much larger."""
    share = min(picture.size) / WIDTH
    if _SMALLEST <= share <= _LARGEST:
        return picture
    scale = min(1 / share, _MOST)
    size = round(picture.width * scale), round(picture.height * scale)
    return picture.resize(size, Image.Resampling.BICUBIC if scale > 1 else Image.Resampling.LANCZOS, reducing_gap=3)


def _even(picture: Image.Image) -> Image.Image:
    """Without the paper's own grey and the shadow on it; type darkened to black."""
    paper = picture.reduce(_PAPER).filter(ImageFilter.MaxFilter(5)).filter(ImageFilter.GaussianBlur(4))
    paper = paper.resize(picture.size, Image.Resampling.BILINEAR)
    ink = ImageChops.subtract(paper, picture)
    ink = ImageOps.autocontrast(ink, cutoff=(0, 0.5))
    return ink.point([255 - max(0, value - _FAINT) * 255 // (255 - _FAINT) for value in range(256)])


def _small(picture: Image.Image) -> Image.Image:
    """The type of the page as a small picture, white on black."""
    factor = max(1, min(picture.size) // _SMALL)
    ink = ImageOps.invert(picture.reduce(factor))
    return ink.point([255 if value > 50 else 0 for value in range(256)])


def _stripes(ink: Image.Image) -> float:
    """How sharply lines of type and the white between them follow each other from top to bottom."""
    rows = ink.resize((1, ink.height), Image.Resampling.BOX).tobytes()
    return sum((a - b) ** 2 for a, b in pairwise(rows)) / max(sum(rows), 1)


def _turn(ink: Image.Image) -> float:
    """The degrees by which turning the page makes its lines level."""
    found, step, reach = 0.0, 1.0, _STEEP
    while step > 0.03:
        steps = round(reach / step)
        turns = [found + step * n for n in range(-steps, steps + 1)]
        found = max(turns, key=lambda turn: (_stripes(ink.rotate(turn, Image.Resampling.BILINEAR)), -abs(turn)))
        reach, step = step, step / 4
    return found
