"""English questions asked in other words: who by "whoever", why by what explains, which by a sentence and what is asked
behind it."""

from __future__ import annotations

import pytest

from knowledge.ask.behind import Behind
from knowledge.ask.wordings import Wordings
from knowledge.lexicon.load import load
from tests.ask.asked import items, short

PEOPLE = """Hội nghị tổng kết ngày 12/12/2031 do đồng chí Trần Văn Lợi chủ trì; đồng chí Phạm Thị Hòa trình bày báo cáo.
Đồng chí Lê Quang Minh giữ chức Trưởng ban từ ngày 01/3/2031.
Các Phó Trưởng ban: ông Trần Văn Lợi, bà Ngô Thị Sen, ông Đỗ Mạnh Tiến.
Ông Vũ Đức Thịnh làm Trưởng Văn phòng đại diện tại Kim Thành từ 01/6/2031.
Các đơn vị vắng mặt tại hội nghị tổng kết: Sở Công Thương; Chi cục Hải quan cửa khẩu.
"""
WORKS = """Khởi công ngày 15/8/2031 dự án Đường N5. Dự án Đường N5 chậm tiến độ do vướng giải phóng mặt bằng 12 hộ.
Kim ngạch qua cửa khẩu Kim Thành giảm do phía bạn tạm dừng nhập khẩu sắn.
Thu hồi giấy chứng nhận đầu tư 02 dự án: Nhà máy bao bì Bát Xát và Kho lạnh Kim Thành.
Ba đơn vị còn nợ tiền thuê đất: Công ty Tân Phú, Công ty Hải Vân, HTX Đại Thành.
Hai nhiệm vụ quá hạn là quyết toán bãi xe Bản Vược và lập quy hoạch phân khu Kim Thành.
Cửa khẩu Bản Vược dừng hoạt động từ ngày 05/7/2031. Lối mở Na Lốc mở lại từ ngày 10/9/2031.
Kênh Suối Lũng khởi công ngày 02/10/2031.
"""
DEPUTIES = ("Trần Văn Lợi", "Ngô Thị Sen", "Đỗ Mạnh Tiến")
REVOKED = ("Nhà máy bao bì Bát Xát", "Kho lạnh Kim Thành")
DEBTORS = ("Công ty Tân Phú", "Công ty Hải Vân", "HTX Đại Thành")
OVERDUE = ("quyết toán bãi xe Bản Vược", "lập quy hoạch phân khu Kim Thành")


plain = Wordings(load(), "en").plain


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("Two firms were fined in 2031. Can you name them?", "which Two firms were fined in 2031?"),
        ("In 2031 three works were late. What were they called?", "In 2031 which three works were late?"),
        ("Some gates were shut in May 2031 - which ones?", "which gates were shut in May 2031?"),
        ("One company gave up in 2031. Which one was it?", "which company gave up in 2031?"),
        ("The market is behind schedule. Why?", "Why The market is behind schedule?"),
        ("The gate was shut in 2031. On what date was that?", "On what date The gate was shut in 2031?"),
    ],
)
def test_a_sentence_and_what_is_asked_behind_it(asked: str, meant: str) -> None:
    assert Behind(load()).joined(asked) == meant


@pytest.mark.parametrize(
    "asked",
    [
        "How many tasks were late in the first two months of 2031?",
        "Which gate had the most vehicles in 2031?",
        "Trade was 12 million dollars in 2030. How much was it in 2031?",
        "Who chaired the meeting of 12/12/2031?",
        "In the first nine months of 2031 fees rose. By how much?",
    ],
)
def test_what_is_plain_stays(asked: str) -> None:
    assert plain(asked) == asked


@pytest.mark.parametrize(
    ("report", "question", "expected"),
    [
        (PEOPLE, "Name the person who chaired the 2031 year-end conference.", "Trần Văn Lợi"),
        (PEOPLE, "May I have the name of whoever presided over the 2031 year-end conference?", "Trần Văn Lợi"),
        (PEOPLE, "Which person read out the report at the 2031 year-end conference?", "Phạm Thị Hòa"),
        (PEOPLE, "Who currently leads the board of the Lao Cai economic zone?", "Lê Quang Minh"),
        (PEOPLE, "Who is at the helm of the Lao Cai economic zone authority?", "Lê Quang Minh"),
        (PEOPLE, "Who headed the Kim Thanh representative office in late 2031?", "Vũ Đức Thịnh"),
        (PEOPLE, "Since what date has Mr Le Quang Minh held the post of head of the board?", "ngày 01/3/2031"),
        (WORKS, "On what date did work break ground on the N5 road?", "Ngày 15/8/2031"),
        (WORKS, "When was the first sod turned on the N5 road?", "Ngày 15/8/2031"),
        (WORKS, "When was ground broken for the Suoi Lung canal?", "ngày 02/10/2031"),
        (WORKS, "Since when has the Ban Vuoc gate been out of operation?", "ngày 05/7/2031"),
        (WORKS, "What day did the Na Loc opening start working again?", "ngày 10/9/2031"),
        (WORKS, "What was behind the drop in turnover at Kim Thanh in 2031?", "do phía bạn tạm dừng nhập khẩu sắn"),
        (WORKS, "What explains the fall in trade at Kim Thanh in 2031?", "do phía bạn tạm dừng nhập khẩu sắn"),
        (WORKS, "What has been holding up the N5 road?", "do vướng giải phóng mặt bằng 12 hộ"),
        (WORKS, "The N5 road is behind schedule. Why is that?", "do vướng giải phóng mặt bằng 12 hộ"),
    ],
)
def test_who_when_and_why(report: str, question: str, expected: str) -> None:
    found = short(report, question)
    assert found is not None
    assert found.lower() == expected.lower()


@pytest.mark.parametrize(
    ("report", "question", "expected"),
    [
        (PEOPLE, "Who were the board's deputy heads in 2031?", DEPUTIES),
        (PEOPLE, "Who were serving as deputy heads of the board in 2031?", DEPUTIES),
        (PEOPLE, "What were the names of the vice heads of the board in 2031?", DEPUTIES),
        (
            PEOPLE,
            "I need the list of units that failed to show up at the 2031 year-end conference.",
            ("Sở Công Thương", "Chi cục Hải quan cửa khẩu"),
        ),
        (WORKS, "Two projects lost their investment certificates in 2031. What were they called?", REVOKED),
        (WORKS, "Which projects had their licences withdrawn in 2031?", REVOKED),
        (WORKS, "Which entities still had land rent outstanding in 2031?", DEBTORS),
        (WORKS, "Three units were behind on land rent in 2031. Name them.", DEBTORS),
        (WORKS, "The board had two tasks past their deadline in 2031. What were they?", OVERDUE),
        (WORKS, "Which two tasks missed their deadline in 2031?", OVERDUE),
    ],
)
def test_which_ones(report: str, question: str, expected: tuple[str, ...]) -> None:
    assert items(report, question) == expected


@pytest.mark.parametrize(
    ("report", "question"),
    [
        (WORKS, "What explains the rise in fees at Ban Vuoc in 2031?"),
        (WORKS, "When was ground broken for the Na Loc bridge?"),
        (PEOPLE, "Who headed the Ban Vuoc representative office in 2031?"),
        (WORKS, "Two projects were handed over in 2031. Can you name them?"),
    ],
)
def test_what_is_told_of_others(report: str, question: str) -> None:
    assert short(report, question) is None
