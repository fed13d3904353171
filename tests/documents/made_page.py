"""Pages as a scanner or a camera gives them: typeset in a real font, then turned, greyed, blurred, speckled.

Needs a font with Vietnamese letters on this machine (Debian: fonts-croscore, fonts-dejavu-core, fonts-freefont-ttf);
without one :data:`FONTS` is empty.
"""

from __future__ import annotations

import io
import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont

from tests.documents.made import Part, Rows, filled, spans

_PLACES = ("/usr/share/fonts", "/usr/local/share/fonts", "/Library/Fonts")
_NAMES = {
    "Tinos": ("Tinos-Regular", "Tinos-Bold"),  # as wide as Times New Roman, in which offices write
    "FreeSerif": ("FreeSerif", "FreeSerifBold"),
    "Arimo": ("Arimo-Regular", "Arimo-Bold"),  # as wide as Arial
    "DejaVu Serif": ("DejaVuSerif", "DejaVuSerif-Bold"),
    "DejaVu Sans": ("DejaVuSans", "DejaVuSans-Bold"),
    "Noto Serif": ("NotoSerif-Regular", "NotoSerif-Bold"),
}


def _fonts() -> dict[str, tuple[Path, Path]]:
    files = {file.stem: file for place in _PLACES if Path(place).is_dir() for file in Path(place).rglob("*.ttf")}
    return {name: (files[r], files[b]) for name, (r, b) in _NAMES.items() if r in files and b in files}


FONTS = _fonts()
_A4 = (8.27, 11.69)  # inches
_LEFT, _RIGHT, _TOP, _BOTTOM = 1.18, 0.79, 0.79, 0.79  # margins as Nghị định 30/2020/NĐ-CP has them, in inches


@dataclass(frozen=True, slots=True)
class Frame:
    """Two columns side by side, as in a letterhead and below a report; its lines are centred in their column."""

    left: tuple[str, ...]
    right: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Wear:
    """What became of a page on its way: `turn` in degrees, `paper` and `ink` in grey values, `noise` as the deviation
    of a dot, `blur` in dots, `shade` how much darker one edge is lit, `tilt` the share of the width by which a camera
    held askew narrows the top, `jpeg` the quality it was saved with."""

    turn: float = 0.0
    paper: int = 255
    ink: int = 0
    noise: float = 0.0
    blur: float = 0.0
    shade: int = 0
    tilt: float = 0.0
    jpeg: int | None = None
    specks: int = 0


class _Sheet:
    def __init__(self, font: str, dpi: int, size: float) -> None:
        self.dpi, self.size = dpi, size
        self._font = font
        self.pages: list[Image.Image] = []
        self._new()

    def _new(self) -> None:
        self.pages.append(Image.new("L", (round(_A4[0] * self.dpi), round(_A4[1] * self.dpi)), 255))
        self.draw = ImageDraw.Draw(self.pages[-1])
        self.y = _TOP * self.dpi
        if len(self.pages) > 1:
            self.draw.text(
                (self.pages[-1].width / 2, 0.45 * self.dpi), str(len(self.pages)), 0, self.font(0.9), anchor="ma"
            )

    def font(self, scale: float = 1.0, *, bold: bool = False) -> ImageFont.FreeTypeFont:
        return ImageFont.truetype(str(FONTS[self._font][bold]), round(self.size * scale * self.dpi / 72))

    def room(self, height: float) -> None:
        if self.y + height > (_A4[1] - _BOTTOM) * self.dpi:
            self._new()

    @property
    def lead(self) -> float:
        return self.size * self.dpi / 72 * 1.3

    def wrapped(self, text: str, font: ImageFont.FreeTypeFont, first: float, width: float) -> list[list[str]]:
        lines: list[list[str]] = [[]]
        for word in text.split():
            room = width - (first if len(lines) == 1 else 0)
            if lines[-1] and font.getlength(" ".join([*lines[-1], word])) > room:
                lines.append([])
            lines[-1].append(word)
        return lines

    def paragraph(self, text: str, *, bold: bool = False, centred: bool = False) -> None:
        left, width = _LEFT * self.dpi, (_A4[0] - _LEFT - _RIGHT) * self.dpi
        first = 0 if centred else 0.4 * self.dpi
        font = self.font(bold=bold)
        lines = self.wrapped(text, font, first, width)
        for i, words in enumerate(lines):
            self.room(self.lead)
            line = " ".join(words)
            if centred:
                self.draw.text((left + width / 2, self.y), line, 0, font, anchor="ma")
            elif i == len(lines) - 1 or len(words) == 1:
                self.draw.text((left + (0 if i else first), self.y), line, 0, font)
            else:  # justified
                start = left + (0 if i else first)
                room = width - (0 if i else first) - sum(font.getlength(word) for word in words)
                for word in words:
                    self.draw.text((start, self.y), word, 0, font)
                    start += font.getlength(word) + room / (len(words) - 1)
            self.y += self.lead
        self.y += 0.35 * self.lead

    def frame(self, frame: Frame) -> None:
        left, width = _LEFT * self.dpi, (_A4[0] - _LEFT - _RIGHT) * self.dpi
        for n in range(max(len(frame.left), len(frame.right))):
            self.room(self.lead)
            for lines, place in ((frame.left, 0.2), (frame.right, 0.72)):
                if n < len(lines):
                    bold = lines[n].isupper() and n > 0
                    font = self.font(0.85, bold=bold)
                    self.draw.text((left + place * width, self.y), lines[n], 0, font, anchor="ma")
            self.y += self.lead
        self.y += 0.8 * self.lead

    def table(self, rows: Rows, scale: float = 0.9) -> None:
        width = (_A4[0] - _LEFT - _RIGHT) * self.dpi
        font, pad = self.font(scale), 0.05 * self.dpi
        whole = filled(rows)
        longest = [max(font.getlength(row[c]) for row in whole) for c in range(len(whole[0]))]
        word = [max(font.getlength(w) for row in whole for w in [*row[c].split(), ""]) for c in range(len(whole[0]))]
        least = [w + 3 * pad for w in word]
        spare = max(width - sum(least), 0)
        want = [max(a + 3 * pad - b, 1) for a, b in zip(longest, least, strict=True)]
        wide = [b + spare * min(1.0, w / sum(want)) for b, w in zip(least, want, strict=True)]
        lead = self.lead * scale * 0.95
        heights = []
        for r, row in enumerate(rows):
            most = 1
            for c, cell in enumerate(row):
                across, down = spans(rows, r, c)
                if isinstance(cell, str) and down == 1:
                    most = max(most, len(self.wrapped(cell, font, 0, sum(wide[c : c + across]) - 3 * pad)))
            heights.append(most * lead + 2 * pad)
        r = 0
        thick = max(1, round(self.dpi / 120))
        while r < len(rows):
            self.room(heights[r] + (heights[r + 1] if r == 0 and len(rows) > 1 else 0))
            left = _LEFT * self.dpi
            for c, cell in enumerate(rows[r]):
                if isinstance(cell, str):
                    across, down = spans(rows, r, c)
                    box = (sum(wide[c : c + across]), sum(heights[r : r + down]))
                    x, y = left + sum(wide[:c]), self.y
                    self.draw.rectangle((x, y, x + box[0], y + box[1]), outline=0, width=thick)
                    lines = self.wrapped(cell, font, 0, box[0] - 3 * pad)
                    top = y + (box[1] - len(lines) * lead) / 2
                    figure = cell[:1].isdigit() or cell == "-"
                    for words in lines:
                        if figure and c:
                            at, anchor = x + box[0] - 1.5 * pad, "ra"
                        elif r == 0:
                            at, anchor = x + box[0] / 2, "ma"
                        else:
                            at, anchor = x + 1.5 * pad, "la"
                        self.draw.text((at, top), " ".join(words), 0, font, anchor=anchor)
                        top += lead
            self.y += heights[r]
            r += 1
        self.y += 0.8 * self.lead


def pages(parts: Sequence[Part | Frame], *, font: str = "", dpi: int = 300, size: float = 13) -> list[Image.Image]:
    """`parts` typeset as an office does: A4, justified, first lines set in, tables ruled, page numbers on top."""
    sheet = _Sheet(font or next(iter(FONTS)), dpi, size)
    for part in parts:
        if isinstance(part, Frame):
            sheet.frame(part)
        elif isinstance(part, str):
            sheet.paragraph(part.lstrip("#* "), bold=part[:1] in "#*", centred=part[:1] == "*")
        else:
            sheet.table(part)
    return sheet.pages


def worn(page: Image.Image, wear: Wear, *, seed: int = 1) -> Image.Image:
    """The page as it comes out of the scanner or the camera."""
    chance = random.Random(seed)
    if wear.specks:
        page = page.copy()
        draw = ImageDraw.Draw(page)
        for _ in range(wear.specks):
            x, y, r = chance.randrange(page.width), chance.randrange(page.height), chance.choice((1, 1, 2))
            draw.ellipse((x, y, x + r, y + r), fill=60)
    if wear.turn:
        page = page.rotate(wear.turn, Image.Resampling.BICUBIC, fillcolor=255)
    if wear.tilt:
        w, h = page.size
        d = wear.tilt * w
        corners = (-d, -d * 0.6, 0, h, w, h + d * 0.4, w + d * 0.7, -d * 0.3)
        page = page.transform(page.size, Image.Transform.QUAD, corners, Image.Resampling.BICUBIC, fillcolor=255)
    if wear.paper != 255 or wear.ink:
        span = wear.paper - wear.ink
        page = page.point([wear.ink + span * v // 255 for v in range(256)])
    if wear.shade:
        light = Image.linear_gradient("L").rotate(chance.choice((0, 90, 180)), expand=True).resize(page.size)
        page = ImageChops.subtract(page, light.point([v * wear.shade // 255 for v in range(256)]))
    if wear.blur:
        page = page.filter(ImageFilter.GaussianBlur(wear.blur))
    if wear.noise:
        reach = 1.73 * wear.noise  # evenly spread as far, which deviates as much; Pillow's own noise cannot be repeated
        grain = Image.frombytes("L", page.size, chance.randbytes(page.width * page.height))
        grain = grain.point([round(128 + reach * (v - 127.5) / 127.5) for v in range(256)])
        page = ImageChops.add(page, grain, offset=-128)
    if wear.jpeg:
        page = Image.open(io.BytesIO(picture(page, "JPEG", quality=wear.jpeg)))
    return page


def picture(page: Image.Image, format: str = "PNG", **options: int) -> bytes:
    buffer = io.BytesIO()
    page.save(buffer, format, **options)
    return buffer.getvalue()


def scanned(found: Sequence[Image.Image], dpi: int = 300) -> bytes:
    """A PDF file of these pictures, without a text layer."""
    buffer = io.BytesIO()
    found[0].save(buffer, "PDF", save_all=True, append_images=list(found[1:]), resolution=dpi, quality=80)
    return buffer.getvalue()
