"""What an earlier time's figure was, from a later one and the change told against that time."""

from __future__ import annotations

import pytest

from tests.ask.asked import value

SMUGGLING = "Trong năm các lực lượng bắt giữ 63 vụ buôn lậu qua cửa khẩu Kim Thành, nhiều hơn năm 2030 tới 21 vụ."
FEES = "Thu phí hạ tầng cửa khẩu đạt 46 tỷ đồng, tăng 15% so với năm 2030."
DROP = "Tiếp nhận 180 hồ sơ thủ tục hành chính, giảm 20 hồ sơ so với cùng kỳ năm trước."
QUEUE = "Đến 7 giờ sáng ngày 21/12/2031, tại bãi Kim Thành còn 450 xe chờ xuất khẩu, tăng 25 xe so với ngày hôm trước."
WOOD = "Gỗ chiếm phần lớn hàng nhập: 71.300 m3, kém năm trước 9.200 m3 vì phía bạn hạn chế."
PLAN = "Kim ngạch xuất khẩu đạt 240 triệu USD, vượt 20% kế hoạch năm."


@pytest.mark.parametrize(
    ("report", "question", "expected"),
    [
        (SMUGGLING, "Năm 2030 bắt giữ bao nhiêu vụ buôn lậu qua Kim Thành?", 42),
        (SMUGGLING, "nam 2030 bat bao nhieu vu buon lau o kim thanh", 42),
        (SMUGGLING, "How many smuggling cases were there at Kim Thanh in 2030?", 42),
        (SMUGGLING, "Năm 2031 bắt giữ bao nhiêu vụ buôn lậu qua Kim Thành?", 63),
        (SMUGGLING, "Năm 2029 bắt giữ bao nhiêu vụ buôn lậu qua Kim Thành?", None),
        (FEES, "Thu phí hạ tầng năm 2030 được bao nhiêu?", 40_000_000_000),
        (FEES, "fee revenue in 2030?", 40_000_000_000),
        (FEES, "Thu phí hạ tầng năm 2028 được bao nhiêu?", None),
        (DROP, "Năm 2030 tiếp nhận bao nhiêu hồ sơ thủ tục hành chính?", 200),
        (QUEUE, "Ngày 20/12/2031 còn bao nhiêu xe chờ xuất khẩu ở Kim Thành?", 425),
        (QUEUE, "Ngày 19/12/2031 còn bao nhiêu xe chờ xuất khẩu ở Kim Thành?", None),
        (WOOD, "Năm 2030 có bao nhiêu mét khối gỗ nhập về?", 80_500),
        (PLAN, "Kim ngạch xuất khẩu năm 2030 là bao nhiêu?", None),
    ],
)
def test_from_the_change(report: str, question: str, expected: int | None) -> None:
    assert value(report, question) == expected
