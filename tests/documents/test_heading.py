"""What stands at the head and foot of a paper: title, kind, dates, number, issuer, place, signer, period."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.documents import heading
from knowledge.documents.covered import from_title
from knowledge.model import Heading
from tests.documents import told

_TODAY = date(2026, 1, 1)


def _of(text: str, file: str = "a.txt", today: date = _TODAY) -> Heading:
    return heading(told.of(text, file), file, today)


_PAPER = """\
UBND TỈNH CAO BẰNG                          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
BAN QUẢN LÝ KHU KINH TẾ                           Độc lập - Tự do - Hạnh phúc
Số:  214 /BC-BQL                               Cao Bằng, ngày 28 tháng 12 năm 2015

                              BÁO CÁO
      Tình hình thực hiện nhiệm vụ năm 2015, phương hướng năm 2016

Kính gửi: Ủy ban nhân dân tỉnh.

Trong năm Ban Quản lý đã làm xong 96 nhiệm vụ, còn 4 nhiệm vụ đang làm trong hạn.

Nơi nhận:                                       KT. TRƯỞNG BAN
- Như trên;                                     PHÓ TRƯỞNG BAN
- Lưu: VT.                                            (đã ký)
                                                 Nông Thị Mẫu
"""


def test_an_official_paper_says_it_all() -> None:
    assert _of(_PAPER) == Heading(
        title="Báo cáo Tình hình thực hiện nhiệm vụ năm 2015, phương hướng năm 2016",
        kind="bao_cao",
        document_date=date(2015, 12, 28),
        number="214/BC-BQL",
        issuer="BAN QUẢN LÝ KHU KINH TẾ",
        place="Cao Bằng",
        signer="Nông Thị Mẫu",
        signer_post="Phó trưởng ban",
        period=from_title("năm 2015", None)[0],
    )


@pytest.mark.parametrize(
    ("lines", "name", "post"),
    [
        ("TL. TRƯỞNG BAN\nCHÁNH VĂN PHÒNG\nHà Văn Mẫu", "Hà Văn Mẫu", "Chánh văn phòng"),
        ("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nLê Thị Mẫu", "Lê Thị Mẫu", "Chủ tịch"),
        ("TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nY Mẫu Niê", "Y Mẫu Niê", "Phó chủ tịch"),
        ("TRƯỞNG BAN\n(Đã ký)\nĐoàn Văn Mẫu", "Đoàn Văn Mẫu", "Trưởng ban"),
        ("QUYỀN TRƯỞNG BAN\n(Ký tên, đóng dấu)\nRơ Châm Mẫu", "Rơ Châm Mẫu", "Quyền trưởng ban"),
    ],
)
def test_who_signs_and_as_what(lines: str, name: str, post: str) -> None:
    result = _of("BÁO CÁO\nCông tác năm 2015\n\nĐã làm xong 5 việc.\n\nNơi nhận:\n- Như trên;\n\n" + lines)
    assert (result.signer, result.signer_post) == (name, post)


def test_of_the_two_who_sign_minutes_the_chair_counts() -> None:
    result = _of(
        "BIÊN BẢN HỌP\nVề bãi xe\n\nHôm nay, hồi 8 giờ ngày 05/3/2019, tại trụ sở, tiến hành họp.\nGiao 2 bãi.\n\n"
        "        CHỦ TỌA                                THƯ KÝ\n     Lò Văn Mẫu                           Vi Thị Mẫu"
    )
    assert (result.kind, result.document_date, result.signer) == ("bien_ban", date(2019, 3, 5), "Lò Văn Mẫu")
    assert result.period is None


def _news(top: str, text: str, bottom: str = "Minh Hà") -> str:
    rest = "Trong kỳ có 1.250 lượt xe qua lại, thu phí được 3,2 tỷ đồng, tăng 4% so với cùng kỳ năm trước."
    return f"{top}\n\n{text} {rest}\n\n{rest}\n\n{bottom}\n"


def test_a_news_item_is_dated_by_its_meeting_its_author_signs() -> None:
    result = _of(
        _news("Tổng kết công tác năm 2018\n07/01/2019 08:00 | Lượt xem: 12", "Ngày 04/01, Ban Quản lý tổng kết.")
    )
    assert (result.title, result.kind, result.signer) == ("Tổng kết công tác năm 2018", "tin", "Minh Hà")
    assert result.document_date == date(2019, 1, 4)
    assert result.period == from_title("năm 2018", None)[0]  # held in 2019, but about 2018
    assert not result.uncertain


def test_without_a_meeting_the_day_of_posting_counts() -> None:
    assert _of(_news("Xe tăng\n(Đăng ngày 08/04/2024)", "Bãi đã đầy.")).document_date == date(2024, 4, 8)


def test_a_file_name_is_a_hint_and_marked_so() -> None:
    result = _of("Ghi nhanh\n\nBãi xe đã đầy từ sáng sớm, phải điều tiết.", "ghi nhanh 14.8.2023.txt")
    assert result.document_date == date(2023, 8, 14)
    assert "document_date" in result.uncertain


def test_a_date_to_come_is_not_believed() -> None:
    assert _of("Ghi nhanh\n\nBãi xe đã đầy.", "ghi 14.8.2023.txt", today=date(2020, 1, 1)).document_date is None


@pytest.mark.parametrize(
    "head",
    [
        "BÁO CÁO\nTình hình cửa khẩu tháng 5\n\nĐiện Biên, ngày 04 tháng 6 năm 2020\n\n",
        "Báo cáo\nTình hình cửa khẩu tháng 5\nĐiện Biên, 04/6/2020\n",
        "Báo cáo Tình hình cửa khẩu tháng 5\n\nĐiện Biên, ngày 4 tháng 6 năm 2020\n",
    ],
)
def test_a_date_line_may_stand_below_the_title(head: str) -> None:
    found = _of(head + "Trong tháng có 312 xe qua cửa khẩu, còn 4 xe chờ.\n\nThu phí 1,2 tỷ đồng.\n")
    assert found.title == "Báo cáo Tình hình cửa khẩu tháng 5"
    assert (found.document_date, found.place) == (date(2020, 6, 4), "Điện Biên")
    assert not found.uncertain & {"title", "document_date"}


def test_a_date_line_without_its_day_is_uncertain() -> None:
    result = _of(_PAPER.replace("ngày 28 tháng 12", "ngày    tháng 12"))
    assert result.document_date == date(2015, 12, 1)
    assert "document_date" in result.uncertain


@pytest.mark.parametrize(
    ("title", "written", "first", "after"),
    [
        ("Kết quả 6 tháng đầu năm, phương hướng 6 tháng cuối năm 2018", date(2018, 6, 22), "2018-01-01", "2018-07-01"),
        ("Phương hướng, nhiệm vụ năm 2019 và kết quả năm 2018", date(2018, 12, 20), "2018-01-01", "2019-01-01"),
        (
            "Giao ban 9 tháng đầu năm, triển khai nhiệm vụ quý IV/2019",
            date(2019, 10, 4),
            "2019-01-01",
            "2019-10-01",
        ),
        ("Tổng kết công tác năm 2020; kế hoạch công tác năm 2021", date(2020, 12, 18), "2020-01-01", "2021-01-01"),
        ("GIAO BAN QUÝ I/2024: KIM NGẠCH TĂNG", date(2024, 4, 5), "2024-01-01", "2024-04-01"),
        ("Sơ kết công tác quý III", date(2021, 10, 5), "2021-07-01", "2021-10-01"),
        ("Tình hình tháng 12", date(2022, 1, 4), "2021-12-01", "2022-01-01"),
        ("Kết quả công tác tháng 5 năm 2019", None, "2019-05-01", "2019-06-01"),
        ("Sơ kết công tác", date(2017, 7, 3), "2017-01-01", "2017-07-01"),
        ("Ba quý đầu năm 2013", None, "2013-01-01", "2013-10-01"),
        ("Kết quả giai đoạn 2016 - 2020", date(2020, 12, 1), "2016-01-01", "2021-01-01"),
    ],
)
def test_the_period_covered(title: str, written: date | None, first: str, after: str) -> None:
    period, _ = from_title(title, written)
    assert period is not None
    assert (period.start.isoformat(), period.end.isoformat()) == (first, after)


@pytest.mark.parametrize(
    "title", ["Khai trương cửa khẩu Nam Giang", "Đại hội lần thứ XVI, nhiệm kỳ 2015 - 2020", "Km 12"]
)
def test_a_title_without_a_period_has_none(title: str) -> None:
    assert from_title(title, date(2020, 1, 1))[0] is None


def test_a_year_left_out_is_inferred_and_uncertain() -> None:
    assert from_title("Sơ kết 6 tháng đầu năm", date(2020, 6, 25))[1]


def test_a_meeting_in_spring_named_for_the_year_reviews_the_year_before() -> None:
    result = _of(
        _news(
            "Hội nghị người lao động năm 2018\n16/03/2018 08:12",
            "Chiều 15/3, Ban tổ chức hội nghị, nghe báo cáo kết quả thực hiện nhiệm vụ năm 2017.",
        )
    )
    assert result.period == from_title("năm 2017", None)[0]
    assert "period" in result.uncertain


def test_a_text_that_says_nothing_has_a_title_all_the_same() -> None:
    result = _of("Xe nhiều quá.", "ghi.txt")
    assert result.title == "Xe nhiều quá."
    assert "title" in result.uncertain
    assert result.document_date is result.number is result.issuer is result.signer is None
