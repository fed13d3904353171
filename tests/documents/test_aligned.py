"""Tables without rules: what stands in columns is a table, text in two columns is none."""

from __future__ import annotations

from knowledge.documents.aligned import with_tables
from knowledge.documents.pieces import Grid
from knowledge.documents.placed import Line


def _line(text: str, x: float, y: float) -> Line:
    return Line(text, x, x + 5 * len(text), y - 10, y, 10)


def _rows(*rows: tuple[float, dict[float, str]]) -> list[Line]:
    """Lines by their height: for each its place from the left and its text."""
    return [_line(text, x, y) for y, row in rows for x, text in row.items()]


def test_figures_in_columns_are_a_table_and_the_text_around_is_not() -> None:
    before, after = _line("Lượng xe từng bãi như sau:", 70, 80), _line("Số liệu do các bãi cung cấp.", 70, 190)
    table = _rows(
        (100, {75: "Bãi", 250: "Xuất", 320: "Nhập"}),
        (120, {75: "Bãi số 1", 250: "1.204", 320: "977"}),
        (140, {75: "Bãi số 2", 250: "88", 320: "-"}),
        (160, {75: "Cộng", 250: "1.292", 320: "977"}),
    )
    first, grid, last = with_tables([before, *table, after], 3)
    assert (first, last) == (before, after)
    assert isinstance(grid, Grid)
    assert grid.page == 3
    assert grid.rows == (
        ("Bãi", "Xuất", "Nhập"),
        ("Bãi số 1", "1.204", "977"),
        ("Bãi số 2", "88", "-"),
        ("Cộng", "1.292", "977"),
    )


def test_cells_of_several_lines_are_put_together() -> None:
    table = _rows(
        (100, {250: "Tổng mức", 320: "Kế hoạch"}),
        (106, {100: "Dự án", 400: "Tỷ lệ"}),
        (112, {250: "đầu tư", 320: "vốn 2022"}),
        (130, {75: "Mở rộng đường"}),
        (136, {250: "74.600", 320: "30.500", 400: "100%"}),
        (142, {75: "vào bãi"}),
        (160, {75: "Trạm kiểm soát", 250: "58.200", 320: "21.400", 400: "80%"}),
        (184, {75: "Nhà làm việc", 250: "9.100", 320: "4.000", 400: "40%"}),
    )
    (grid,) = with_tables(table, 1)
    assert isinstance(grid, Grid)
    assert grid.rows == (
        ("Dự án", "Tổng mức đầu tư", "Kế hoạch vốn 2022", "Tỷ lệ"),
        ("Mở rộng đường vào bãi", "74.600", "30.500", "100%"),
        ("Trạm kiểm soát", "58.200", "21.400", "80%"),
        ("Nhà làm việc", "9.100", "4.000", "40%"),
    )


def test_text_in_two_columns_is_no_table() -> None:
    lines = _rows(
        *((100 + 15 * i, {70: "Trong năm Ban Quản lý đã làm", 320: "nhiều việc, trong đó có việc"}) for i in range(6))
    )
    assert with_tables(lines, 1) == lines


def test_two_rows_are_too_few() -> None:
    lines = _rows((100, {75: "Xuất", 250: "1.204"}), (120, {75: "Nhập", 250: "977"}))
    assert with_tables(lines, 1) == lines
