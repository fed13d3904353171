"""What was not done, where one sentence tells of a whole and of the part done."""

from __future__ import annotations

import pytest

from tests.ask.asked import value

PLOTS = "Khu tái định cư Pom Hán có 352 nền, đã giao 215 nền."
ROAD = "Đường tránh Kim Thành kiểm đếm 904/904 hộ, đã chi trả cho 640 hộ."
LAND = "Giải phóng mặt bằng: phải thu hồi 61,4 ha, đã bàn giao 50,9 ha."
THREE = "Khu tái định cư Pom Hán có 352 nền, đã giao 215 nền, năm sau giao 40 nền."
PLAIN = "Khu tái định cư Pom Hán có 352 nền, khu Cốc San có 215 nền."


@pytest.mark.parametrize(
    ("report", "question", "expected"),
    [
        (PLOTS, "Khu tái định cư Pom Hán còn bao nhiêu nền chưa giao?", 137),
        (PLOTS, "How many plots at the Pom Han resettlement area had not been handed out?", 137),
        (ROAD, "duong tranh kim thanh con may ho chua duoc chi tra", 264),
        (LAND, "Còn bao nhiêu ha đất chưa bàn giao mặt bằng?", 10.5),
        (THREE, "Khu tái định cư Pom Hán còn bao nhiêu nền chưa giao?", None),
        (PLAIN, "Khu tái định cư Pom Hán còn bao nhiêu nền chưa giao?", None),
        (PLOTS, "Khu tái định cư Pom Hán còn bao nhiêu hộ chưa chuyển đến?", None),
    ],
)
def test_the_whole_less_the_part(report: str, question: str, expected: float | None) -> None:
    found = value(report, question)
    assert found is None if expected is None else found is not None and float(str(found)) == expected
