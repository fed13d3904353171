"""What the caption of a table says of all its figures."""

from __future__ import annotations

from tests.ask.asked import short

CARS = """<html><body><p>Biểu 1. Lượt phương tiện xuất nhập cảnh theo cửa khẩu năm 2031</p><table>
<tr><th>Cửa khẩu</th><th>Năm 2030</th><th>Năm 2031</th></tr>
<tr><td>Bản Vược</td><td>7.015</td><td>8.244</td></tr>
<tr><td>Lùng Pô</td><td>3.120</td><td>3.402</td></tr>
</table></body></html>"""


def test_a_table_of_vehicles_counts_no_passengers() -> None:
    assert short(CARS, "how many passengers went through Ban Vuoc in 2031") is None
    assert short(CARS, "năm 2031 có bao nhiêu hành khách qua Bản Vược") is None


def test_a_table_of_vehicles_counts_vehicles() -> None:
    assert short(CARS, "how many vehicles went through Ban Vuoc in 2031") == "8.244"
    assert short(CARS, "năm 2031 có bao nhiêu phương tiện qua Bản Vược") == "8.244"
