"""Whether what somebody asks for was granted, by a ruling right behind the request or in the conclusions."""

from __future__ import annotations

import pytest

from tests.ask.asked import value

POINTS = """1. Nhà thầu (Cty CP XD Sông Chảy) đề nghị lùi tiến độ đến 30/11/2031.
Chủ trì kết luận: không chấp thuận lùi đến 30/11; phải xong trước 15/10/2031.
2. HTX vận tải Bát Xát xin thêm 2 điểm đỗ ở bãi Kim Thành. Kết luận: thống nhất bổ sung 2 điểm đỗ, thí điểm 3 tháng.
3. Công ty Hoàng Liên xin miễn phí bốc xếp cho lô hàng bị hỏng. Kết luận: Không miễn toàn bộ, chỉ giảm 30% phí bốc xếp.
4. Hải quan đề nghị kéo dài giờ thông quan đến 22h. Kết luận: giữ nguyên giờ thông quan như hiện nay.
5. Biên phòng xin cấp thêm 01 xuồng tuần tra. Kết luận: giao VP báo cáo UBND tỉnh xem xét, chưa có chủ trương.
6. Kiểm dịch thực vật xin mượn phòng họp tầng 2. Kết luận: nhất trí cho mượn đến hết năm.
7. Cty TNHH Minh Long kiến nghị hoãn nộp tiền thuê đất quý III. Ban bác kiến nghị này.
8. Công ty Vạn Phúc đề nghị chuyển mục đích 2 ha đất kho; cuộc họp không thống nhất, giữ quy hoạch cũ.
"""


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("nhà thầu Sông Chảy đề nghị lùi tiến độ đến cuối tháng 11/2031 có được chấp thuận không?", False),
        ("HTX vận tải Bát Xát xin thêm điểm đỗ ở bãi Kim Thành có được đồng ý không?", True),
        ("cty hoang lien xin mien phi boc xep co duoc mien het khong", False),
        ("Hải quan đề nghị kéo dài giờ thông quan có được chấp thuận không?", False),
        ("Was customs' request to extend clearance hours approved?", False),
        ("Biên phòng xin cấp thêm xuồng tuần tra có được duyệt chưa?", False),
        ("Kiểm dịch thực vật xin mượn phòng họp tầng 2 có được đồng ý không?", True),
        ("Minh Long kiến nghị hoãn nộp tiền thuê đất có được chấp nhận không?", False),
        ("Công ty Vạn Phúc đề nghị chuyển mục đích sử dụng đất kho có được chấp thuận không?", False),
        ("Công ty Vạn Phúc xin giảm tiền thuê đất có được đồng ý không?", None),
        ("Hải quan xin gia hạn hợp đồng có được duyệt không?", None),
    ],
)
def test_right_behind_the_request(question: str, expected: bool | None) -> None:
    assert value(POINTS, question) is expected


MINUTES = """I. Ý kiến các đơn vị
- Đại diện Cty Thanh Bình: xin gia hạn hợp đồng thuê kho đến tháng 6/2032.
- Đồn Biên phòng Bản Vược: đề nghị lắp thêm 4 camera tại lối mở.
- Hiệp hội vận tải: đề nghị giảm phí hạ tầng 20%.
- Trạm Kiểm dịch động vật: xin xây nhà tiêu hủy 50 m2.
II. Kết luận
1. Không gia hạn hợp đồng thuê kho cho Cty Thanh Bình, trả mặt bằng trước 31/12/2031.
2. Lắp 4 camera tại lối mở Bản Vược trong tháng 12.
3. Chưa giảm phí hạ tầng như Hiệp hội đề nghị, chờ HĐND tỉnh.
4. Thống nhất chủ trương xây nhà tiêu hủy 50 m2, vốn sự nghiệp 2032.
"""


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Cty Thanh Bình xin gia hạn thuê kho có được duyệt không?", False),
        ("Đồn Biên phòng Bản Vược đề nghị lắp thêm camera có được chấp thuận không?", True),
        ("hiep hoi van tai xin giam 20% phi ha tang co duoc khong", False),
        ("Was the transport association's request for a 20% cut in the infrastructure fee accepted?", False),
        ("Trạm Kiểm dịch động vật xin xây nhà tiêu hủy có được chấp thuận không?", True),
        ("Trạm Kiểm dịch động vật xin cấp xe có được chấp thuận không?", None),
    ],
)
def test_in_the_conclusions(question: str, expected: bool | None) -> None:
    assert value(MINUTES, question) is expected


APART = """Công ty Hoàng Liên xin miễn phí bốc xếp.

Thời tiết mưa.

Ban đồng ý phương án trực Tết.
"""
NEXT = "Công ty Hoàng Liên xin mượn bãi xe Na Mo. Ban đồng ý phương án trực Tết của Hải quan."
OTHERS = "Công ty Hoàng Liên xin mượn bãi xe Na Mo. Ban chấp thuận đề nghị của Hải quan về ca trực."
GRANTED = "Công ty Hoàng Liên xin mượn bãi xe Na Mo. Lãnh đạo Ban chấp thuận đề nghị này."
REFUSED = "Công ty Hoàng Liên xin miễn phí bốc xếp. Kết luận: không đồng ý miễn phí bốc xếp."
YARD = "Ban không đồng ý mở rộng bãi xe Na Mo."


@pytest.mark.parametrize(
    ("report", "question", "expected"),
    [
        (APART, "Hoàng Liên xin miễn phí bốc xếp có được đồng ý không?", None),
        (NEXT, "Hoàng Liên xin mượn bãi xe Na Mo có được đồng ý không?", None),
        (OTHERS, "Hoàng Liên xin mượn bãi xe Na Mo có được đồng ý không?", None),
        (GRANTED, "Hoàng Liên xin mượn bãi xe Na Mo có được đồng ý không?", True),
        (GRANTED, "Hoàng Liên xin mượn bãi xe Na Mo có bị từ chối không?", False),
        (REFUSED, "Hoàng Liên xin miễn phí bốc xếp có bị từ chối không?", True),
        (REFUSED, "Was Hoang Lien's request to waive the handling fee rejected?", True),
        (REFUSED, "Was Hoang Lien's request to waive the handling fee approved?", False),
        (YARD, "bai xe Na Mo co cho trong khong", None),
    ],
)
def test_only_by_a_ruling_on_it(report: str, question: str, expected: bool | None) -> None:
    assert value(report, question) is expected
