"""Slips of recognition: what is mended, and what is left as it was read."""

from __future__ import annotations

import pytest

from knowledge.documents.figures import checked, chosen
from knowledge.documents.slips import mended
from knowledge.documents.tesseract import Word


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("Thu phí hạtầng", "Thu phí hạ tầng"),
        ("Chỉtiêu", "Chỉ tiêu"),
        ("vốnđầutư công", "vốn đầu tư công"),
        ("cửa khẩu ChaLo, HữuNghị", "cửa khẩu Cha Lo, Hữu Nghị"),
        ("năm 2O21", "năm 2021"),
        ("1l5 xe", "115 xe"),
        ("10.O00 lượt", "10.000 lượt"),
        ("Kim ngạch (triệu USĐ)", "Kim ngạch (triệu USD)"),
        ("Thực hiện ốT", "Thực hiện 6T"),
        ("qua cửa khấu Móng Cái; Cửa khấu", "qua cửa khẩu Móng Cái; Cửa khẩu"),
        ("giải ngần vốn đầu tư", "giải ngân vốn đầu tư"),
        ("IH. Phương hướng", "III. Phương hướng"),
        ("Il. Kết quả", "II. Kết quả"),
    ],
)
def test_mended(read: str, meant: str) -> None:
    assert mended(read) == meant


@pytest.mark.parametrize(
    "text",
    [
        "Nghiệp vụ quản lý của Nguyễn Huyền, quyết giải thuộc nghìn khuỷu",
        "thựchiện",  # thực hiện, or thự chiện
        "Sêrêpốk, Đắk Rue, VNeID, QĐ-UBND, GPMB, kWh, Container, logistics",
        "20o, 10 l, 5l dầu, 1.234,5 và 1,234.5",
        "HI, tôi, 5 tỷ VNĐ",
        "Bà Giải Ngần, cua khau, xuất khẩu cùng kỳ",
    ],
)
def test_left_alone(text: str) -> None:
    assert mended(text) == text


@pytest.mark.parametrize(
    ("vietnamese", "english", "cell"),
    [
        ("90,10", "50,10", "50,10"),
        ("13.374,9", "13.3749", "13.374,9"),
        ("", "5", "5"),
        ("8.846", "° 8.846", "8.846"),
        ("S07", "507", "507"),
        ("Lượt", "Luot", "Lượt"),
        ("Kim ngạch\nXNK", "Kim ngach\nXNK", "Kim ngạch\nXNK"),
        ("6 tháng", "6 thang", "6 tháng"),
        ("-", "-", "-"),
        ("1.204,6", "1.204,6", "1.204,6"),
    ],
)
def test_a_cell_is_read_by_both_models(vietnamese: str, english: str, cell: str) -> None:
    assert chosen(vietnamese, english) == cell


def _word(text: str, left: int, sure: float) -> Word:
    return Word(text, (1, 1, 1), left, 100, left + 20 * len(text), 140, sure)


def test_a_figure_in_running_text_is_that_of_the_model_that_is_surer() -> None:
    vietnamese = [_word("đạt", 100, 95), _word("1353", 200, 70), _word("(9,5%).", 400, 96)]
    english = [_word("dat", 100, 80), _word("133", 205, 92), _word("(3,5%).", 400, 60)]
    assert [word.text for word in checked(vietnamese, english)] == ["đạt", "133", "(9,5%)."]
