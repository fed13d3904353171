"""Days: of deadlines, of openings, of places told apart by a number, of a bridge that bears a gate's name."""

from __future__ import annotations

import pytest

from tests.ask.asked import short

DAYS = """Phòng Quản lý đầu tư (đồng chí Tẩn Mí Sao): hoàn thành 03 nhiệm vụ quá hạn trước ngày 20/11/2031; trình kế hoạch vốn năm 2032.

Thu hồi nợ phí hạ tầng của 04 doanh nghiệp xong trước ngày 25/12/2031.

Nhà trạm Bản Vược nghiệm thu ngày 12/8/2031; kho lạnh Kim Thành phải lùi sang năm sau.

Quốc môn Mường Khương khởi công ngày 03/02/2030, cắt băng khánh thành ngày 19/5/2031.

Nhà máy kính Tằng Loỏng vận hành thương mại từ ngày 14/9/2031.

Lối mở Lũng Pô dừng hoạt động từ ngày 20/6/2031.

Cửa khẩu Mường Khương thông quan trở lại ngày 05/9/2031 sau 8 tháng đóng cửa.

KCN Đông Phố Mới II được Thủ tướng Chính phủ chấp thuận ngày 24/7/2031; KCN Đông Phố Mới III còn chờ.

Cầu Kim Thành - Hà Khẩu thông xe kỹ thuật ngày 16/10/2031.

Đoàn tỉnh Luông Nậm Thà sang thăm ngày 26/11/2031.
"""  # noqa: E501


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("phong Quan ly dau tu phai lam xong 3 nhiem vu qua han cham nhat ngay nao nam 2031", "ngày 20/11/2031"),
        ("Hạn thu hồi nợ phí hạ tầng của 4 doanh nghiệp", "ngày 25/12/2031"),
        ("When was the Ban Vuoc station building accepted?", "ngày 12/8/2031"),
        ("opening day of Muong Khuong national gate", "ngày 19/5/2031"),
        ("Quốc môn Mường Khương khởi công ngày nào?", "ngày 03/02/2030"),
        ("When did the Tang Loong glass plant start running commercially?", "ngày 14/9/2031"),
        ("loi mo lung po het cho qua tu hom nao", "ngày 20/6/2031"),
        ("Mường Khương mở cửa lại ngày nào năm 2031?", "ngày 05/9/2031"),
        ("khu cong nghiep dong pho moi 2 duoc thu tuong chap thuan ngay nao", "ngày 24/7/2031"),
        ("khu cong nghiep dong pho moi 3 duoc thu tuong chap thuan ngay nao", None),
        ("KCN Đông Phố Mới 2 được chấp thuận ngày nào?", "ngày 24/7/2031"),
        ("KCN Đông Phố Mới III được chấp thuận ngày nào?", None),
        ("When was the Kim Thanh - Ha Khau bridge technically opened to traffic?", "ngày 16/10/2031"),
        ("doan luong nam tha sang tham ngay nao nam 2031", "ngày 26/11/2031"),
        ("Bản Vược mở cửa lại ngày nào năm 2031?", None),
        ("When was the Kim Thanh cold store accepted?", None),
    ],
)
def test_the_day_of_what_is_asked(question: str, expected: str | None) -> None:
    found = short(DAYS, question)
    assert (found or "").removeprefix("từ ") == (expected or "")


POSTS = """Từ 01/10/2031 đồng chí Lò Văn Phẩm về làm Phó Giám đốc Sở Công Thương; đồng chí Tẩn Thị Xoan thay.

Phó Trưởng ban: ông Cồ Văn Trọng (nguyên Trưởng ban Ban Quản lý các KCN Yên Bái, nhận chức vụ thấp hơn), bà Đinh Thị Ngần.

Công trình chậm nhất: Nhà liên hợp Bản Vược, mới giải ngân 8,5%. Đường Kim Thành giải ngân 64%.
"""  # noqa: E501


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Ông Lò Văn Phẩm chuyển sang làm chức gì từ tháng 10/2031?", "Phó Giám đốc Sở Công Thương"),
        ("What did Co Van Trong do before?", "nguyên Trưởng ban Ban Quản lý các KCN Yên Bái"),
        ("Bà Đinh Thị Ngần chuyển sang làm chức gì năm 2031?", None),
    ],
)
def test_posts_taken_up_and_held_before(question: str, expected: str | None) -> None:
    assert short(POSTS, question) == expected


def test_what_is_slowest() -> None:
    assert "Nhà liên hợp Bản Vược" in (short(POSTS, "Which works had disbursed the least in 2031?") or "")
