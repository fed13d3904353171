"""What a meeting decided: asked by who decided, told under the conclusion; approvals and tests as yes or no."""

from __future__ import annotations

import pytest

from tests.ask.asked import short, value

MINUTES = """1. Ông Giàng A Páo: đề nghị làm trước 350 m đoạn giáp bãi kiểm hóa, gia hạn hợp đồng 07 tháng.

KẾT LUẬN CỦA CHỦ TRÌ

- Cho Mường Khương 85 triệu đồng sửa cổng.
- Thi công trước 520 m đoạn giáp bãi kiểm hóa.
- Gia hạn hợp đồng với nhà thầu 04 tháng.
- Không chấp thuận đề nghị của Đội Kim Thành về việc mua thêm 01 xe ô tô bán tải.
- Đồng ý lắp 12 camera tại Bản Vược.
"""
TESTS = "Xét nghiệm COVID-19 cho lái xe: 640 mẫu, toàn bộ âm tính."


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Trưởng ban duyệt cho Mường Khương bao nhiêu tiền sửa cổng?", 85_000_000),
        ("chu tri yeu cau thi cong truoc bao nhieu met giap bai kiem hoa", 520),
        ("By how many months did the chair agree to extend the contract?", 4),
        ("Did the head approve buying an extra pickup truck for Kim Thanh?", False),
        ("Trưởng ban có chấp thuận mua thêm xe bán tải cho Kim Thành không?", False),
        ("Trưởng ban có đồng ý lắp camera tại Bản Vược không?", True),
    ],
)
def test_what_was_decided(question: str, expected: object) -> None:
    assert value(MINUTES, question) == expected


def test_negative_is_an_answer() -> None:
    assert value(TESTS, "Were any of the 2031 COVID tests positive?") is False


def test_of_another_request_nothing_is_said() -> None:
    assert short(MINUTES, "Trưởng ban có chấp thuận xây thêm kho lạnh ở Bản Vược không?") is None
