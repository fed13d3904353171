"""Tables: what each cell is of, by its row, its columns' headers and the caption above."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from knowledge.facts.fact import Fact, FactKind
from knowledge.model import Dimension, Period
from tests.facts.told import YEAR_2031, amount, figure, figures, nearest, page, passages, periods

YEAR_2030 = Period(date(2030, 1, 1), date(2031, 1, 1))
MERGED = """<html><body><p>Biểu 1. Số thu phí (đơn vị: triệu đồng)</p><table>
<tr><th rowspan="2">Cửa khẩu</th><th colspan="2">Năm 2031</th><th colspan="2">Năm 2030</th></tr>
<tr><th>Xuất khẩu</th><th>Nhập khẩu</th><th>Xuất khẩu</th><th>Nhập khẩu</th></tr>
<tr><td>Bờ Y</td><td>1.250</td><td>830</td><td>1.110</td><td>790</td></tr>
<tr><td>Bản Vược</td><td>320</td><td>145</td><td>290</td><td>160</td></tr>
<tr><td>Tổng cộng</td><td>1.570</td><td>975</td><td>1.400</td><td>950</td></tr>
</table></body></html>"""
GOODS = page(
    "Biểu 2. Sản lượng hàng hóa năm 2031",
    "Mặt hàng|Đơn vị tính|Năm 2031|Năm 2030|So sánh (%)",
    "Sầu riêng|Tấn|12.480|10.100|123,6",
    "Gỗ dăm|m3|5.200|6.000|86,7",
    "Tổng cộng||17.680|16.100|109,8",
)
FEES = page(
    "Biểu 3. Số thu phí năm 2031",
    "TT|Cửa khẩu|Số thu (tỷ đồng)|Cùng kỳ năm trước (tỷ đồng)|Ghi chú",
    "1|Bờ Y|9,7|8,1|Giảm xe",
    "2|Bản Vược|3,2|2,9|",
)


@pytest.mark.parametrize(
    ("text", "year", "side", "gate"),
    [
        ("1.250", YEAR_2031, "export", "gate:bo-y"),
        ("830", YEAR_2031, "import", "gate:bo-y"),
        ("1.110", YEAR_2030, "export", "gate:bo-y"),
        ("160", YEAR_2030, "import", "gate:ban-vuoc"),
    ],
)
def test_merged_headers_bear_on_every_column_below_them(text: str, year: Period, side: str, gate: str) -> None:
    cell = figure(MERGED, text)
    assert periods(cell) == {year}
    assert "c:" + side in cell.near
    assert nearest(cell) == {gate}


def test_what_the_caption_says_bears_on_every_cell() -> None:
    assert all("c:fee_revenue" in cell.clause for cell in figures(MERGED))


@pytest.mark.parametrize(
    ("text", "of", "value", "unit"),
    [
        (MERGED, "1.250", "1250000000", "VND"),
        (FEES, "9,7", "9700000000", "VND"),
        (FEES, "8,1", "8100000000", "VND"),
        (GOODS, "12.480", "12480", "tấn"),
        (GOODS, "5.200", "5200", "m3"),
        (GOODS, "123,6", "123.6", "%"),
    ],
    ids=["caption", "header", "header of a comparison", "unit column", "unit column, another row", "percent header"],
)
def test_where_the_unit_is_told(text: str, of: str, value: str, unit: str) -> None:
    cell = figure(text, of)
    assert cell.quantity is not None
    assert (cell.quantity.value, cell.quantity.unit) == (Decimal(value), unit)


def test_the_unit_column_wins_nothing_where_it_is_empty() -> None:
    cell = figure(GOODS, "17.680")
    assert cell.quantity is not None
    assert (cell.quantity.unit, cell.quantity.dimension) == (None, Dimension.NUMBER)


def test_a_totals_row_is_the_total_and_has_no_label() -> None:
    total = figure(MERGED, "1.570")
    assert "c:total" in total.near
    assert total.label == frozenset()
    assert nearest(total) == set()
    assert "c:total" not in figure(MERGED, "1.250").near


def test_other_rows_are_told_of_by_their_label() -> None:
    cell = figure(GOODS, "12.480")
    assert "c:durian" in cell.near
    assert "c:durian" in cell.label
    assert "c:wood" not in cell.near | cell.clause


def test_the_column_of_the_same_period_is_of_the_year_before() -> None:
    assert periods(figure(FEES, "8,1")) == {YEAR_2030}
    assert periods(figure(FEES, "9,7")) == {YEAR_2031}


def test_a_column_of_comparison_holds_changes() -> None:
    assert "change" in figure(GOODS, "123,6").traits
    assert "change" not in figure(GOODS, "12.480").traits


def test_ordinal_numbers_of_rows_and_remarks_are_no_figures() -> None:
    assert [cell.text for cell in figures(FEES)] == ["9,7", "8,1", "3,2", "2,9"]


@pytest.mark.parametrize("blank", ["-", "", "…", "x"])
def test_an_empty_cell_is_no_figure(blank: str) -> None:
    text = page("Biểu 4. Số lượt xe năm 2031", "Cửa khẩu|Xuất cảnh|Nhập cảnh", f"Bờ Y|{blank}|415", "Bản Vược|77|81")
    assert [amount(cell) for cell in figures(text)] == [Decimal(415), Decimal(77), Decimal(81)]


def test_a_row_is_quoted_whole() -> None:
    rows = [passage for passage in passages(GOODS) if passage.kind == "row"]
    assert rows[0].quote == "Sầu riêng\tTấn\t12.480\t10.100\t123,6"
    assert [len(_figures(row.facts)) for row in rows] == [3, 3, 3]


def test_the_header_of_a_cell_is_kept_for_showing() -> None:
    assert figure(MERGED, "1.250").header.endswith("Năm 2031 Xuất khẩu")
    assert figure(GOODS, "6.000").header.endswith("Năm 2030")


def test_a_remark_behind_a_figure_leaves_it_a_figure() -> None:
    text = page("Biểu 5. Số lượt xe năm 2031", "Cửa khẩu|Số lượt xe", "Bờ Y|1.415 (tạm tính)", "Bản Vược|81")
    first, second = figures(text)
    assert (amount(first), amount(second)) == (Decimal(1415), Decimal(81))
    assert nearest(first) == {"gate:bo-y"}


def _figures(facts: tuple[Fact, ...]) -> list[Fact]:
    return [fact for fact in facts if fact.kind is FactKind.QUANTITY]


def test_a_column_that_names_a_side_alone_has_the_unit_of_the_one_before() -> None:
    text = page("Biểu 6. Thu phí năm 2031", "Cửa khẩu|Dự toán (tỷ đồng)|Thực hiện|Số cán bộ", "Bờ Y|9,5|8,1 (ước)|12")
    plan, done, staff = figures(text)
    assert [amount(plan), amount(done)] == [Decimal("9500000000"), Decimal("8100000000")]
    assert staff.quantity is not None
    assert staff.quantity.unit != "VND"


def test_a_line_with_the_unit_follows_the_caption() -> None:
    text = (
        "<html><body><h2>I. Kết quả</h2><p>Năm qua hàng hóa thông suốt.</p><p>Biểu 7. Thu phí năm 2031</p>"
        "<p>(Đơn vị tính: tỷ đồng)</p><table><tr><th>Cửa khẩu</th><th>Thực hiện</th></tr>"
        "<tr><td>Bờ Y</td><td>9,5</td></tr></table></body></html>"
    )
    cell = figure(text, "9,5")
    assert amount(cell) == Decimal("9500000000")
    assert "c:fee_revenue" in cell.clause


def test_a_caption_gives_each_measure_its_unit() -> None:
    text = (
        "<p>Biểu 1: Hàng hóa, hành khách (đơn vị: trị giá - nghìn USD; hành khách - lượt)</p><table>"
        "<tr><th>Cửa khẩu</th><th>Xuất khẩu</th><th>Hành khách</th></tr>"
        "<tr><td>Bờ Y</td><td>61.250</td><td>38.417</td></tr></table>"
    )
    goods, people = figures(text)
    assert [fact.quantity.unit for fact in (goods, people) if fact.quantity] == ["USD", "lượt"]


def test_a_word_in_a_headers_bracket_is_no_unit_where_the_row_has_one() -> None:
    text = (
        "<table><tr><th>Chỉ tiêu</th><th>Kon Tum (cũ)</th><th>Gia Lai (cũ)</th></tr>"
        "<tr><td>Xuất khẩu (triệu USD)</td><td>21</td><td>23</td></tr></table>"
    )
    assert {fact.quantity.unit for fact in figures(text) if fact.quantity} == {"USD"}


def test_a_part_has_the_unit_of_the_row_it_is_part_of() -> None:
    text = (
        "<table><tr><th>Chỉ tiêu</th><th>Năm 2031</th></tr><tr><td>Kim ngạch (triệu USD)</td><td>21</td></tr>"
        "<tr><td>- Bờ Y</td><td>14</td></tr><tr><td>Số chuyến</td><td>7</td></tr></table>"
    )
    assert [fact.quantity.unit for fact in figures(text) if fact.quantity] == ["USD", "USD", None]


def test_a_row_of_totals_names_no_gate() -> None:
    text = (
        "<table><tr><th>Cửa khẩu</th><th>Xuất khẩu (triệu USD)</th></tr>"
        "<tr><td>Bờ Y</td><td>21</td></tr><tr><td>Cộng</td><td>21</td></tr></table>"
    )
    assert not [id_ for id_, _ in figures(text)[1].names if id_.startswith("gate:")]


def test_a_number_column_with_blanks_in_its_header_counts_nothing() -> None:
    text = page("Bảng 1. Một số chỉ tiêu", "T T|Chỉ tiêu|Đơn vị|Năm 2031", "2|Kim ngạch xuất khẩu|triệu USD|6.772")
    assert [fact.text for fact in figures(text)] == ["6.772"]


WAYS = (
    "<p>Bảng 2. Hàng hóa năm 2031, tính bằng nghìn USD</p><table>"
    "<tr><th>Cửa khẩu</th><th>Đi</th><th>Về</th><th>Cộng</th></tr>"
    "<tr><td>Bờ Y</td><td>1.980</td><td>1.210</td><td>3.190</td></tr></table>"
)


@pytest.mark.parametrize(("text", "side"), [("1.980", "c:export"), ("1.210", "c:import"), ("3.190", "c:total")])
def test_columns_headed_with_but_the_way(text: str, side: str) -> None:
    cell = figure(WAYS, text)
    assert side in cell.near
    assert cell.quantity is not None
    assert cell.quantity.unit == "USD"


def test_of_people_the_ways_are_exits_and_entries() -> None:
    text = page("Lượt khách qua cửa khẩu năm 2031", "Cửa khẩu|Đi|Về", "Bờ Y|4.120|3.980")
    assert "c:exit_border" in figure(text, "4.120").near
    assert "c:entry_border" in figure(text, "3.980").near


def test_the_unit_of_sums_is_not_that_of_people() -> None:
    text = page(
        "Biểu 3. Hoạt động các cửa khẩu (giá trị: nghìn USD)", "Cửa khẩu|Xuất khẩu|Lượt người", "Bờ Y|18.420|286.400"
    )
    goods, people = figures(text)
    assert [fact.quantity.unit for fact in (goods, people) if fact.quantity] == ["USD", None]
