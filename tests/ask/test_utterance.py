"""What somebody said, asked for or was given to do is told by the line that tells it of them, and of nobody else."""

from __future__ import annotations

import re

import pytest

from knowledge.lexicon.load import load
from knowledge.model import Unknown
from knowledge.text.fold import fold
from tests.ask.asked import answer, short

MINUTES = """
I. THÀNH PHẦN
1. Chủ trì: đ/c Lý Văn Tơ – Trưởng ban.
2. Thư ký: đ/c Hoàng Thị Nga – chuyên viên Văn phòng.
3. Khách mời:
- Ông Vàng A Dế – Phó Chủ tịch UBND huyện Mường Khương.
- Bà Sùng Thị Mỷ – Trưởng phòng Quản lý đầu tư.

II. Ý KIẾN CÁC ĐẠI BIỂU
- Ông Vàng A Dế: huyện đã dọn được hai bãi tạm; đề nghị tỉnh hỗ trợ tiền san gạt.
- Bà Sùng Thị Mỷ: lưu ý bảo đảm vệ sinh quanh bãi xe.
- Đ/c Bùi Văn Tám (phòng Quản lý đầu tư): bãi cũ chứa được ba trăm xe.

III. KẾT LUẬN
1. Giao phòng Quản lý đầu tư lập phương án mở rộng bãi xe trước ngày 15/9/2031.
2. Văn phòng: bố trí người trực cả ngày nghỉ lễ.
"""
NEWS = (
    "Đến dự có ông Đào Văn Sáng, Phó Chủ tịch UBND tỉnh. Phát biểu tại hội nghị, ông Đào Văn Sáng biểu dương Ban. "
    "Ông yêu cầu đến cuối năm giải ngân ít nhất 95% kế hoạch. Ông Lý Văn Tơ cho biết Ban sẽ mở thêm làn xe ở Bản Vược."
)


@pytest.mark.parametrize(
    ("report", "question", "expected"),
    [
        (MINUTES, "Ông Vàng A Dế đề nghị gì?", "đề nghị tỉnh hỗ trợ tiền san gạt"),
        (MINUTES, "ong Vang A De kien nghi gi", "đề nghị tỉnh hỗ trợ tiền san gạt"),
        (MINUTES, "What did Vang A De propose?", "đề nghị tỉnh hỗ trợ tiền san gạt"),
        (MINUTES, "Bà Sùng Thị Mỷ nói gì?", "lưu ý bảo đảm vệ sinh quanh bãi xe"),
        (MINUTES, "ý kiến của bà Sùng Thị Mỷ thế nào", "lưu ý bảo đảm vệ sinh quanh bãi xe"),
        (MINUTES, "Giao phòng Quản lý đầu tư làm gì?", "lập phương án mở rộng bãi xe trước ngày 15/9/2031"),
        (MINUTES, "Văn phòng được giao việc gì?", "bố trí người trực cả ngày nghỉ lễ"),
        (MINUTES, "what was the investment division told to do", "lập phương án mở rộng bãi xe trước ngày 15/9/2031"),
        (MINUTES, "Ai là thư ký cuộc họp?", "Hoàng Thị Nga"),
        (NEWS, "Ông Đào Văn Sáng yêu cầu gì?", "yêu cầu đến cuối năm giải ngân ít nhất 95% kế hoạch"),
        (NEWS, "ông Lý Văn Tơ cho biết điều gì", "cho biết Ban sẽ mở thêm làn xe ở Bản Vược"),
    ],
)
def test_is_told_in_its_own_words(report: str, question: str, expected: str) -> None:
    assert short(report, question) == expected


@pytest.mark.parametrize(
    ("report", "question"),
    [
        (MINUTES, "Bà Sùng Thị Mỷ đề nghị gì?"),  # she only gave a warning
        (MINUTES, "Ông Lý Văn Tơ phát biểu gì?"),  # he was in the chair
        (MINUTES, "Đại diện Hải quan nói gì?"),
        (MINUTES, "Trung tâm Quản lý cửa khẩu được giao việc gì?"),
        (NEWS, "Ông Đào Văn Sáng đề nghị gì?"),
        (NEWS, "Ông Lý Văn Tơ yêu cầu gì?"),
    ],
)
def test_is_not_taken_from_another_line(report: str, question: str) -> None:
    assert isinstance(answer(report, question), Unknown)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_patterns_keep_to_their_examples(language: str) -> None:
    for row in load()[f"{language}/utterances"]["asked"]:
        patterns = [re.compile(pattern) for pattern in row["patterns"]]
        for question in row["yes"]:
            assert any(pattern.search(fold(question)) for pattern in patterns), question
        for question in row["no"]:
            assert not any(pattern.search(fold(question)) for pattern in patterns), question
