"""Which, what, where, why and who said what: the smallest stretch that says it, or nothing."""

from __future__ import annotations

import pytest

from tests.ask.asked import short, table

REPORT = """Trong năm đã khởi công dự án Kho lạnh Nà Sầm với tổng vốn 120 tỷ đồng; dự án Bãi xe Pác Bó chưa khởi công.

Đề án phát triển du lịch biên giới Y Tý được trình HĐND tỉnh vào tháng 11/2031.

Công ty Hưng Vượng xin dừng dự án xưởng chế biến quế.

Dự án giải ngân thấp nhất: Đường tuần tra Lũng Pù (31,5%).

Đơn vị để 01 nhiệm vụ quá hạn là báo cáo quyết toán dự án Trạm kiểm dịch Mường Khương.

Kim ngạch quý III giảm do mưa lũ làm sạt lở quốc lộ 4D; sang quý IV đã phục hồi.

Phát biểu tại hội nghị, ông Lý Văn Tám yêu cầu các phòng rà soát lại quy trình thu phí trước ngày 15/02/2032.

Ông Vàng Seo Tư dự và tặng hoa chúc mừng hội nghị.

Lễ khai trương lối mở được tổ chức tại bãi kiểm hóa Bản Phiệt.

Văn phòng bố trí trực 24/24; số điện thoại đường dây nóng giữ nguyên.
"""


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Dự án nào đã khởi công năm 2031?", "dự án Kho lạnh Nà Sầm"),
        ("Đề án phát triển du lịch nào được trình HĐND tỉnh?", "Đề án phát triển du lịch biên giới Y Tý"),
        ("Công ty nào xin dừng dự án?", "Công ty Hưng Vượng"),
        ("dự án nào giải ngân thấp nhất", "Đường tuần tra Lũng Pù (31,5%)"),
        ("Nhiệm vụ quá hạn là việc gì?", "báo cáo quyết toán dự án Trạm kiểm dịch Mường Khương"),
        ("Vì sao kim ngạch quý III giảm?", "do mưa lũ làm sạt lở quốc lộ 4D"),
        ("why did trade turnover fall in the third quarter of 2031?", "do mưa lũ làm sạt lở quốc lộ 4D"),
        ("Ông Lý Văn Tám yêu cầu gì tại hội nghị?", "các phòng rà soát lại quy trình thu phí trước ngày 15/02/2032"),
        ("Lễ khai trương lối mở tổ chức ở đâu?", "Bản Phiệt"),
    ],
)
def test_the_words_that_answer(question: str, expected: str) -> None:
    assert short(REPORT, question) == expected


@pytest.mark.parametrize(
    "question",
    [
        "Số điện thoại đường dây nóng là số nào?",
        "Ông Vàng Seo Tư phát biểu gì tại hội nghị?",
        "Vì sao kim ngạch quý II giảm?",
        "Công ty nào được gia hạn tiến độ?",
        "Hội nghị tổng kết tổ chức ở đâu?",
        "Đề án cửa khẩu thông minh nào được phê duyệt?",
    ],
)
def test_nothing_where_the_report_does_not_say(question: str) -> None:
    assert short(REPORT, question) is None


ROWS = table(
    "Bảng 2. Giải ngân các dự án năm 2031",
    ("Dự án", "Kế hoạch (triệu đồng)", "Giải ngân (triệu đồng)", "Tỷ lệ giải ngân (%)"),
    ("Kho lạnh Nà Sầm", "12.000", "11.400", "95,0"),
    ("Đường tuần tra Lũng Pù", "8.000", "2.520", "31,5"),
    ("Bãi xe Pác Bó", "5.000", "5.000", "100"),
    ("Tổng cộng", "25.000", "18.920", "75,7"),
)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Dự án nào có tỷ lệ giải ngân thấp nhất năm 2031?", "Đường tuần tra Lũng Pù"),
        ("du an nao co ty le giai ngan cao nhat nam 2031", "Bãi xe Pác Bó"),
        ("which project had the lowest disbursement rate in 2031?", "Đường tuần tra Lũng Pù"),
    ],
)
def test_the_most_and_the_least_of_a_column(question: str, expected: str) -> None:
    assert short(ROWS, question) == expected
