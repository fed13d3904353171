"""What a thing cost or who owes, in plain words; a place within the name of a body in small letters."""

from __future__ import annotations

import pytest

from tests.ask.asked import value

WORKS = """TT QLCK Mường Khương thuê 02 máy phát 500 kVA, lắp thêm 60 ổ cắm, xong trước 22/8/2031. Kinh phí 740 tr đ.
Đội Bản Vược sửa cổng barie và sơn kẻ vạch bãi. Kinh phí 85 triệu đồng.
Mua 3 máy soi cầm tay cho trạm Bát Xát. Giá trị hợp đồng 410 triệu đồng.
Dự án đường tuần tra còn thiếu 14 tỷ đồng vốn.
04 doanh nghiệp nợ phí bến bãi với tổng số tiền 289 triệu đồng.
"""


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("thuê máy phát và lắp ổ cắm ở Mường Khương hết bao nhiêu tiền", 740_000_000),
        ("tien thue may phat va lap o cam o muong khuong het bao nhieu", 740_000_000),
        ("Bản Vược sơn kẻ vạch bãi hết bao nhiêu tiền", 85_000_000),
        ("mua máy soi cầm tay cho Bát Xát hết bao nhiêu tiền", 410_000_000),
        ("doanh nghiệp còn thiếu bao nhiêu tiền phí bến bãi", 289_000_000),
        ("dn con thieu ban bao nhieu phi ben bai", 289_000_000),
        ("dự án đường tuần tra còn thiếu bao nhiêu vốn", 14_000_000_000),
        # nothing is said of these
        ("xây nhà chờ ở Bản Vược hết bao nhiêu tiền", None),
        ("sửa máy soi Mường Khương hết bao nhiêu tiền", None),
        ("mua máy phát cho Bát Xát hết bao nhiêu tiền", None),
    ],
)
def test_cost(question: str, expected: int | None) -> None:
    assert value(WORKS, question) == expected


def test_place_of_a_body_in_small_letters() -> None:
    report = "Hải quan Kim Thành thu 41 tỷ đồng.\nHải quan Mường Khương thu 12 tỷ đồng."
    assert value(report, "hai quan kim thanh thu duoc bao nhieu ty") == 41_000_000_000
    assert value(report, "hai quan ban vuoc thu duoc bao nhieu ty") is None


MINUTES = """1. Đ/c Vàng A Sùng (TT Mường Khương):
- Ki-ốt: 18 cái, đang cho thuê 11.
- Máy soi hỏng từ 3/5, chờ thay bóng, báo giá 72 triệu.
2. Đ/c Lù Seo Chô (TT Tân Thanh):
- Ki-ốt: 9 cái, đang cho thuê 4.
"""


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("ki ốt mường khương đang cho thuê mấy cái", 11),
        ("ki ốt Tân Thanh cho thuê được mấy cái", 4),
        ("thay bóng máy soi Mường Khương hết bao nhiêu tiền", 72_000_000),
        ("ki ốt Kim Thành cho thuê mấy cái", None),
    ],
)
def test_what_the_head_of_a_gate_office_reports_is_of_the_gate(question: str, expected: int | None) -> None:
    assert value(MINUTES, question) == expected
