"""Titles written as a numbered sentence, and sentences that open with the time to come: what follows is planned."""

from __future__ import annotations

import pytest

from tests.facts.told import amount, figure, figures

HEAD = "BAN QUẢN LÝ KHU KINH TẾ\nLào Cai, ngày {day}\n\nBÁO CÁO\n{title}\n\n"
YEAR = HEAD.format(day="05 tháng 01 năm 2032", title="Kết quả công tác năm 2031")
HALF = HEAD.format(day="25 tháng 6 năm 2031", title="BÁO CÁO NỬA NĂM 2031")


@pytest.mark.parametrize(
    ("text", "of", "ahead"),
    [
        (
            YEAR + "3. Thu phí.\n\nThu phí đạt 96 tỷ đồng.\n\n11. Nhiệm vụ năm 2032.\n\nThu phí 125 tỷ đồng.",
            "96 tỷ đồng",
            False,
        ),
        (
            YEAR + "3. Thu phí.\n\nThu phí đạt 96 tỷ đồng.\n\n11. Nhiệm vụ năm 2032.\n\nThu phí 125 tỷ đồng.",
            "125 tỷ đồng",
            True,
        ),
        (YEAR + "Phần hai: Năm 2032\n\nThu phí 125 tỷ đồng.", "125 tỷ đồng", True),
        (YEAR + "4. Nhiệm vụ năm 2031.\n\nThu phí 96 tỷ đồng.", "96 tỷ đồng", False),
        (
            YEAR + "9. Nhiệm vụ năm 2032.\n\nThu phí 125 tỷ đồng.\n\n10. Thu phí quý IV.\n\nĐạt 31 tỷ đồng.",
            "31 tỷ đồng",
            False,
        ),
        (HALF + "Nửa năm còn lại: thu phí từ 52 tỷ đồng; mở phiên chợ.", "52 tỷ đồng", True),
        (HALF + "Thời gian tới, phấn đấu thu phí 52 tỷ đồng.", "52 tỷ đồng", True),
        (YEAR + "Sáu tháng cuối năm: thu phí 52 tỷ đồng.", "52 tỷ đồng", False),
    ],
)
def test_what_is_to_come(text: str, of: str, ahead: bool) -> None:
    assert ("ahead" in figure(text, of).traits) is ahead


def test_goods_of_unknown_origin_are_not_denied() -> None:
    assert "denied" not in figure(YEAR + "Tiêu hủy 1.870 kg thịt lợn không rõ nguồn gốc.", "1.870 kg").traits
    assert "denied" in figure(YEAR + "Còn 17 hộ chưa nhận tiền.", "17 hộ").traits


def test_a_part_and_its_whole_each_with_its_unit() -> None:
    told = figures(YEAR + "Thu hồi được 6,3 tỷ đồng/8,4 tỷ đồng nợ tiền thuê đất.")
    assert [amount(fact) for fact in told] == [6_300_000_000, 8_400_000_000]
    assert ["part" in fact.traits for fact in told] == [True, False]
