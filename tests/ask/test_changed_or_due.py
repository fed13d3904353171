"""Whether something changed, came about when it was to, is to be done within a time, or befell nobody."""

from __future__ import annotations

import pytest

from knowledge.ask import schedule
from tests.ask.asked import table, value

LEVELS = """Giữ nguyên mức phí bốc xếp năm 2031 như năm 2030.

Ý kiến ông Tráng: chưa nên tăng giá thuê kho vì doanh nghiệp khó khăn.

Biên chế ổn định ở mức 84 người.

Giá nước sạch điều chỉnh tăng từ tháng 7/2031.

Lệ phí cấp phép hạ từ 500.000 đồng xuống 300.000 đồng.

Mức phí đỗ xe không tăng.

Đề nghị UBND tỉnh tăng mức hỗ trợ trực Tết.
"""


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("phi boc xep nam 2031 co tang khong", False),
        ("phí bốc xếp năm 2031 có giữ nguyên không?", True),
        ("giá thuê kho có tăng trong năm 2031 không?", False),
        ("Biên chế năm 2031 có giảm không?", False),
        ("Giá nước sạch có tăng trong năm 2031 không?", True),
        ("Lệ phí cấp phép có giảm không?", True),
        ("lệ phí cấp phép có tăng không?", False),
        ("Was the parking fee raised?", False),
        ("Mức hỗ trợ trực Tết có được tăng không?", None),
        ("Kim ngạch nhập khẩu nông sản có tăng không?", None),
        ("Giá điện có tăng không?", None),
    ],
)
def test_whether_it_changed(question: str, expected: bool | None) -> None:
    assert value(LEVELS, question) is expected


EVENTS = """Chợ biên giới Bản Phiệt chưa khai trương được như dự kiến ngày 20/11/2031, phải lùi sang quý I/2032.

Cầu phao Kim Thành thông xe ngày 15/5/2031, đúng kế hoạch.

Phần mềm xếp lượt chạy chính thức từ 01/8/2031, chậm 2 tháng so với dự kiến (01/6/2031).

Phiên chợ vùng biên: họp đúng ngày 18/8/2031 như đã định.

Kho ngoại quan khởi công ngày 12/7/2031, sớm hơn kế hoạch 10 ngày.

Cổng thông tin mới vận hành ngày 01/4/2031.
"""


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("cho bien gioi ban phiet co khai truong dung ke hoach khong", False),
        ("Cầu phao Kim Thành có thông xe đúng kế hoạch không?", True),
        ("Phần mềm xếp lượt có chạy từ 01/6/2031 như dự kiến không?", False),
        ("Phiên chợ vùng biên có họp đúng ngày 18/8/2031 không?", True),
        ("Kho ngoại quan có khởi công đúng kế hoạch không?", None),
        ("Cổng thông tin mới có vận hành ngày 01/4/2031 không?", True),
        ("Cổng thông tin mới có vận hành ngày 01/5/2031 không?", False),
        ("Chợ Mường Hum có khai trương đúng kế hoạch không?", None),
    ],
)
def test_whether_it_came_about_when_it_was_to(question: str, expected: bool | None) -> None:
    assert value(EVENTS, question) is expected


WORKS = table(
    "Danh mục công trình",
    ("TT", "Công trình", "Tổng mức (triệu đồng)", "Thời gian hoàn thành", "Chủ đầu tư"),
    ("1", "Nâng cấp đường vào Kim Thành", "52.000", "Quý II/2033", "Ban QLDA"),
    ("2", "Sửa chữa nhà liên ngành", "7.400", "Tháng 9/2032", "Ban QLDA"),
    ("3", "Hệ thống thoát nước Bản Vược", "18.600", "31/12/2032", "Ban QLDA"),
    ("4", "Xây kho lạnh Mường Khương", "31.000", "2034", "Cty Tây Bắc"),
)
TASKS = """Dự án cải tạo bãi kiểm hóa hoàn thành trước ngày 30/6/2033.

Đề án thu phí tự động: trình UBND tỉnh trong tháng 3/2032.

Nhà công vụ Si Ma Cai dự kiến đưa vào sử dụng quý I/2034.
"""


@pytest.mark.parametrize(
    ("report", "question", "expected"),
    [
        (WORKS, "Nâng cấp đường vào Kim Thành có hoàn thành trong năm 2032 không?", False),
        (WORKS, "Is the upgrade of the Kim Thanh access road due to finish within 2032?", False),
        (WORKS, "thoat nuoc ban vuoc co xong trong nam 2032 khong", True),
        (WORKS, "Kho lạnh Mường Khương có xong trước năm 2033 không?", False),
        (WORKS, "Is the Ban Vuoc drainage system due for completion in 2032?", True),
        (WORKS, "Chợ Bản Phiệt có hoàn thành trong năm 2032 không?", None),
        (TASKS, "Dự án cải tạo bãi kiểm hóa có hoàn thành trong năm 2032 không?", False),
        (TASKS, "đề án thu phí tự động có trình trong tháng 3/2032 không?", True),
        (TASKS, "Nhà công vụ Si Ma Cai có đưa vào sử dụng trong năm 2033 không?", False),
        (TASKS, "Dự án cải tạo bãi kiểm hóa đã hoàn thành chưa?", None),
    ],
)
def test_whether_it_is_to_be_done_within_a_time(report: str, question: str, expected: bool | None) -> None:
    assert value(report, question) is expected


PEOPLE = """Không có công chức nào của Ban bị kỷ luật.

Kiểm tra đột xuất 14 lượt, không ai vi phạm giờ giấc.

Có một cán bộ của Ban bị tai nạn giao thông.

Không có viên chức nào của Trung tâm nhiễm bệnh.

Không có hộ nào phải di dời do sạt lở.
"""


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("năm 2031 có công chức nào của ban bị kỷ luật không?", False),
        ("nam 2031 co cb nao cua ban bi ky luat ko", False),
        ("năm 2031 có cán bộ nào dính covid không", False),
        ("có cán bộ nào của Ban bị tai nạn giao thông không?", True),
        ("có hộ nào phải di dời vì sạt lở không?", False),
        ("Có cán bộ nào được đi học nước ngoài không?", None),
    ],
)
def test_whether_it_befell_anybody(question: str, expected: bool | None) -> None:
    assert value(PEOPLE, question) is expected


@pytest.mark.parametrize(
    ("report", "question", "expected"),
    [
        ("Giá cước vận tải tăng khá, thị trường ổn định.", "Giá cước vận tải có tăng không?", True),
        ("Giá cước vận tải tăng khá và thị trường ổn định.", "Giá cước vận tải có tăng không?", True),
        ("Giá gạo lên mức 21 nghìn đồng.", "gia gao co len khong", True),
        ("Giá thuê kho tương đương năm trước.", "Giá thuê kho có tăng không?", None),
        ("Giữ vững mức phí bến bãi, không tăng.", "Phí bến bãi có tăng không?", False),
        ("Khu tái định cư Na Mo có hạ tầng ổn định.", "Khu tái định cư Na Mo đã có hạ tầng chưa?", True),
        ("Hội nghị về thu ngân sách đánh giá số thu tăng khá.", "Was a conference on budget revenue held?", True),
    ],
)
def test_a_change_is_of_what_is_asked(report: str, question: str, expected: bool | None) -> None:
    assert value(report, question) is expected


NA_MO = "Theo kế hoạch, cầu Na Mo sẽ hoàn thành trong quý IV/2032."
OPENED = "Lễ khai trương diễn ra đúng kế hoạch, không có sự cố được ghi nhận."


@pytest.mark.parametrize(
    ("report", "question", "expected"),
    [
        (NA_MO, "Cầu Na Mo có hoàn thành đúng kế hoạch không?", None),
        ("Phấn đấu hoàn thành cầu Na Mo đúng tiến độ.", "Cầu Na Mo có hoàn thành đúng tiến độ không?", None),
        (OPENED, "Lễ khai trương có diễn ra đúng kế hoạch không?", True),
        ("Chưa ai mở cửa cổng Na Mo ngày 01/4/2031.", "Cổng Na Mo có mở cửa ngày 01/4/2031 không?", False),
        ("Kho Na Mo chưa thể hoàn thành đúng tiến độ.", "Kho Na Mo có hoàn thành đúng tiến độ không?", False),
    ],
)
def test_a_plan_is_met_by_what_came_about(report: str, question: str, expected: bool | None) -> None:
    assert value(report, question) is expected


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("lễ khai trương diễn ra đúng kế hoạch và hội chợ bị hoãn", None),
        ("theo kế hoạch mở cửa ngày 20/11 nhưng phải lùi sang quý i", False),
        ("kho chưa khai trương được như dự kiến", False),
        ("kho chưa chính thức vận hành như dự kiến", False),
        ("chưa nhà thầu nào thi công xong đúng tiến độ", None),
        ("không khí lễ khai trương sôi nổi, diễn ra đúng kế hoạch", True),
        ("mặt bằng đã bàn giao đúng kế hoạch được giao", True),
    ],
)
def test_what_a_clause_tells_of_its_plan(clause: str, expected: bool | None) -> None:
    assert schedule.told(clause) is expected


YARD = "Bãi xe Bản Phiệt phải hoàn thành trước ngày 30/8/2032."
ROAD = "Tuyến đường Kim Thành sẽ đưa vào sử dụng ngày 30/9/2032."
BEGUN = table(
    "Danh mục công trình",
    ("TT", "Công trình", "Năm khởi công", "Thời gian hoàn thành"),
    ("1", "Kè suối Na Mo", "2031", "Quý II/2033"),
    ("2", "Kho lạnh Na Mo", "2031", "2034"),
    ("3", "Trạm cân Pha Long", "2031", "chưa rõ"),
)
OWNED = table(
    "Danh mục công trình",
    ("TT", "Công trình", "Hoàn thành", "Đơn vị"),
    ("1", "Kè suối Na Mo", "Quý II/2033", "Ban QLDA khu kinh tế"),
    ("2", "Kho lạnh Na Mo", "2034", "Ban QLDA"),
)


@pytest.mark.parametrize(
    ("report", "question", "expected"),
    [
        (YARD, "Bãi xe Bản Phiệt có phải hoàn thành trước ngày 30/8/2032 không?", True),
        (BEGUN, "Kho lạnh Na Mo có hoàn thành trong năm 2032 không?", False),
        (BEGUN, "Trạm cân Pha Long có hoàn thành trong năm 2031 không?", None),
        (OWNED, "Kè suối Na Mo có hoàn thành trong năm 2032 không?", False),
        (OWNED, "Ban QLDA khu kinh tế có hoàn thành trong năm 2032 không?", None),
        (ROAD, "Tuyến đường Kim Thành đã đưa vào sử dụng chưa?", None),
        (ROAD, "Has the Kim Thanh road been put into use?", None),
        ("Lát đá sân kho hoàn thành trong tháng 9/2032.", "Lát đá sân kho có xong trong năm 2032 không?", True),
    ],
)
def test_a_deadline_is_of_what_is_asked(report: str, question: str, expected: bool | None) -> None:
    assert value(report, question) is expected


STAYED = "Không có công chức nào nghỉ việc do sắp xếp bộ máy."


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Có công chức nào bị kỷ luật khi sắp xếp bộ máy không?", None),
        ("Có công chức nào nghỉ việc khi sắp xếp bộ máy không?", False),
    ],
)
def test_what_befell_nobody_is_what_is_asked(question: str, expected: bool | None) -> None:
    assert value(STAYED, question) is expected
