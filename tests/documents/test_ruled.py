"""Pictures of pages: made level, their tables found by their rules. Drawn without letters, so no font is needed."""

from __future__ import annotations

import pytest
from PIL import Image, ImageDraw

from knowledge.documents.ruled import ruled_tables
from knowledge.documents.upright import WIDTH, upright
from tests.documents.made_page import Wear, worn

_XS, _YS = (300, 700, 1300, 1800, 2200), (900, 1000, 1100, 1250, 1400)


def _page(*, merged: bool = False, dpi: int = 300) -> Image.Image:
    """A page of lines of type, here dashes, with a table of four by four cells; `merged`: the first row's last two."""
    page = Image.new("L", (2480, 3508), 255)
    draw = ImageDraw.Draw(page)
    for y in (*range(200, 850, 60), *range(1500, 3200, 60)):
        for x in range(300, 2200, 70):
            draw.rectangle((x, y, x + 50, y + 22), fill=0)
    for y in _YS:
        draw.line((_XS[0], y, _XS[-1], y), fill=0, width=3)
    for x in _XS:
        draw.line((x, _YS[1] if merged and x == _XS[3] else _YS[0], x, _YS[-1]), fill=0, width=3)
    for x in _XS[:-1]:
        for y in _YS[:-1]:
            draw.rectangle((x + 40, y + 35, x + 120, y + 65), fill=0)
    return page.resize((2480 * dpi // 300, 3508 * dpi // 300), Image.Resampling.LANCZOS)


@pytest.mark.parametrize(
    ("dpi", "wear"),
    [
        (300, Wear()),
        (150, Wear()),
        (200, Wear(turn=2, paper=220, ink=50, noise=12)),
        (300, Wear(turn=-1.4, paper=190, ink=60, shade=50, jpeg=70)),
        (220, Wear(turn=-1, tilt=0.02, blur=1, shade=70)),
    ],
)
def test_a_table_is_found_however_the_page_lies(dpi: int, wear: Wear) -> None:
    (table,) = ruled_tables(upright(worn(_page(dpi=dpi), wear)))
    assert (table.rows, table.columns, len(table.cells)) == (4, 4, 16)


def test_a_merged_cell_is_one() -> None:
    (table,) = ruled_tables(upright(_page(merged=True)))
    assert (table.rows, table.columns, len(table.cells)) == (4, 4, 15)
    assert [(c.left, c.right) for c in table.cells if c.top == 0] == [(0, 1), (1, 2), (2, 4)]


def test_a_page_on_its_side_is_set_up() -> None:
    page = upright(_page().rotate(90, expand=True))
    assert page.height > page.width
    assert len(ruled_tables(page)) == 1


def test_lines_of_type_and_a_single_box_are_no_table() -> None:
    page = Image.new("L", (2480, 3508), 255)
    draw = ImageDraw.Draw(page)
    draw.rectangle((300, 300, 2000, 900), outline=0, width=4)
    draw.line((300, 1200, 2000, 1200), fill=0, width=3)
    assert ruled_tables(page) == []


def test_small_pictures_are_made_large_enough() -> None:
    assert abs(upright(_page(dpi=100)).width - WIDTH) < 10
