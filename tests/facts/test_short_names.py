"""A park, once called by its full name, goes by its bare one in the rest of the report."""

from __future__ import annotations

import pytest

from tests.facts.told import figure, page, understood

FULL = "KCN Vân Trạch có 21 nhà máy.\n\n"


def zones(text: str, of: str) -> set[str]:
    return {id_ for id_, _ in figure(text, of).names if id_.startswith("zone:")}


@pytest.mark.parametrize(
    "text",
    [
        FULL + "Nước thải Vân Trạch: hai lần vượt chuẩn, bị phạt 340 triệu đồng.",
        FULL + "Riêng Vân Trạch bị phạt 340 triệu đồng.",
        FULL + "Tổng số tiền phạt 900 triệu đồng, trong đó Vân Trạch 340 triệu đồng, Lộc Bình Đông 560 triệu đồng.",
        "VÂN TRẠCH\n\nNước thải Vân Trạch bị phạt 340 triệu đồng.\n\nKhu công nghiệp Vân Trạch rộng 90 ha.",
    ],
)
def test_the_bare_name_is_the_parks(text: str) -> None:
    assert zones(text, "340 triệu đồng") == {"zone:van-trach"}


def test_it_heads_a_column() -> None:
    table = page(FULL, "Nội dung|Vân Trạch|Khu khác", "Tiền phạt (triệu đồng)|340|12")
    assert zones(table, "340") == {"zone:van-trach"}


def test_it_opens_a_paragraph() -> None:
    text = "KCN Vân Trạch (180 ha): có 33 dự án. Lao động 3.410 người, thu nhập 5 triệu đồng. Nộp ngân sách 9 tỷ đồng."
    assert zones(text, "3.410 người") == {"zone:van-trach"}
    assert zones(text, "9 tỷ đồng") == {"zone:van-trach"}
    assert zones(text + " KCN Lộc An thì thu 14 tỷ đồng. Vốn 6 tỷ đồng.", "6 tỷ đồng") == {"zone:loc-an"}
    assert zones(text + " Toàn tỉnh thu 14 tỷ đồng.", "14 tỷ đồng") == set()
    assert zones(text + "\n\nVốn là 6 tỷ đồng.", "6 tỷ đồng") == set()


def test_it_opens_an_item() -> None:
    first = "Tình hình các khu:\n- KCN Vân Trạch (180 ha): có 33 dự án. Lao động 3.410 người.\n- Vốn 9 tỷ đồng."
    assert zones(first, "3.410 người") == {"zone:van-trach"}
    assert zones(first, "9 tỷ đồng") == set()
    later = "Tình hình các khu:\n- Trong năm đã đấu nối nước thải cho 33 dự án ở KCN Vân Trạch. Lao động 3.410 người."
    assert zones(later, "3.410 người") == set()


@pytest.mark.parametrize(
    "text",
    [
        FULL + "Xã Vân Trạch bị phạt 340 triệu đồng.",  # another that bears the name
        FULL + "Nam Vân Trạch Đông bị phạt 340 triệu đồng.",  # a longer name
        FULL + "Xã Vân Trạch có 4 thôn. Vân Trạch bị phạt 340 triệu đồng.",  # which of the two is not told
        "KCN Lao Bảo có 21 nhà máy.\n\nLao Bảo thu 340 triệu đồng.",  # the gate goes by it
        "Vân Trạch bị phạt 340 triệu đồng.",
    ],
)
def test_another_is_not(text: str) -> None:
    assert "zone:van-trach" not in zones(text, "340 triệu đồng")
    assert "zone:lao-bao" not in zones(text, "340 triệu đồng")


def test_what_is_counted_is_no_number_of_the_park() -> None:
    assert zones("KCN Vân Trạch 6 tháng đầu năm thu 340 triệu đồng.", "340 triệu đồng") == {"zone:van-trach"}
    assert zones("KCN Vân Trạch 2 thu 340 triệu đồng.", "340 triệu đồng") == {"zone:van-trach-2"}


def test_the_only_gate_of_a_report() -> None:
    report = (
        "BÁO CÁO\nKết quả công tác năm 2031\n\nTháng này Bờ Y thu 3 tỷ đồng.\n\nBờ Y mở thêm một làn.\n\n"
        "Khách qua Bờ Y đông.\n\nThu phí 9 tỷ đồng."
    )
    assert "gate:bo-y" in understood(report).scope.names
    assert "gate:bo-y" not in understood(report + "\n\nĐắk Kôi và Lao Bảo chưa mở.").scope.names
    assert (
        "gate:bo-y" not in understood("BÁO CÁO\nCông tác năm 2031\n\nThu phí 9 tỷ đồng.\n\nXe sang Bờ Y.").scope.names
    )
