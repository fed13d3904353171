"""Keyboards: which syllables exist, spellings that are one, and what Telex and VNI leave over."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.text.fold import fold
from knowledge.text.keyboard import folded_key, is_syllable, one_spelling, repair_keys, split_tone, syllable_key
from knowledge.text.slips import respellings

SYLLABLES = """
    hoàn thành nhiệm vụ được giao đồng chí trưởng phòng quản lý xuất nhập khẩu giải ngân kế hoạch vốn đường quốc lộ
    người dịch bệnh thuế phí hộ nghèo kiểm tra chứng nhận quyết định nguyễn khuya thuở nghiêng quý gìn giữ uống yêu ước
    ủy khỏe
    """.split()  # noqa: SIM905
TELEX = {
    "ă": "aw", "â": "aa", "ê": "ee", "ô": "oo", "ơ": "ow", "ư": "uw", "đ": "dd",
    "\u0301": "s", "\u0300": "f", "\u0309": "r", "\u0303": "x", "\u0323": "j",
}  # fmt: skip
VNI = {
    "ă": "a8", "â": "a6", "ê": "e6", "ô": "o6", "ơ": "o7", "ư": "u7", "đ": "d9",
    "\u0301": "1", "\u0300": "2", "\u0309": "3", "\u0303": "4", "\u0323": "5",
}  # fmt: skip


def typed(syllable: str, keys: dict[str, str]) -> str:
    base, tone = split_tone(syllable)
    return "".join(keys.get(c, c) for c in base) + keys.get(tone, "")


@pytest.mark.parametrize("word", SYLLABLES)
def test_real_syllables_are(word: str) -> None:
    assert is_syllable(fold(word))


@pytest.mark.parametrize(
    "word", ["gate", "export", "thag", "ngi", "ghan", "kan", "ceo", "hoanf", "nhieemj", "tr", "qo", "x"]
)
def test_what_is_no_syllable(word: str) -> None:
    assert not is_syllable(word)


@pytest.mark.parametrize("syllable", [word for word in SYLLABLES if typed(word, TELEX) != word])
@pytest.mark.parametrize("keys", [TELEX, VNI], ids=["telex", "vni"])
def test_what_a_keyboard_leaves_is_read_back(syllable: str, keys: dict[str, str]) -> None:
    left = typed(syllable, keys)
    back = repair_keys(left)
    assert back is not None
    assert syllable_key(back) == syllable_key(syllable)


@pytest.mark.parametrize(
    ("left", "meant"),
    [
        ("hoanf", "hoàn"),
        ("nhieemj", "nhiệm"),
        ("nhiemej", "nhiệm"),
        ("vuj", "vụ"),
        ("ddoongf", "đồng"),
        ("duowcjd", "được"),
        ("nawm", "năm"),
        ("cuar", "của"),
        ("Vieetj", "Việt"),
        ("tha2nh", "thành"),
        ("nhie6m5", "nhiệm"),
        ("d9uo7ng2", "đường"),
    ],
)
def test_leftovers(left: str, meant: str) -> None:
    assert repair_keys(left) == meant


@pytest.mark.parametrize(
    "word", ["gate", "q1", "t8", "6t", "km3", "2020", "hoan", "thanh", "xnk", "f0", "", "đang", "a1b2c3d4e5f6"]
)
def test_words_that_are_left_alone(word: str) -> None:
    assert repair_keys(word) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hoà", "hòa"),
        ("uỷ", "ủy"),
        ("thuý", "thúy"),
        ("khoẻ", "khỏe"),
        ("tỉ", "tỷ"),
        ("kĩ", "kỹ"),
        ("đuợc", "được"),
        ("QUÝ", "quý"),
    ],
)
def test_spellings_that_are_one(one: str, other: str) -> None:
    assert syllable_key(one) == syllable_key(other)
    assert one_spelling(one).lower() == one_spelling(other).lower() or one[-1] in "ỉĩ"


def test_different_words_stay_different() -> None:
    keys = {
        syllable_key(word)
        for word in ("ma", "má", "mà", "mả", "mã", "mạ", "mơ", "mớ", "tay", "tai", "thúy", "thúi", "đa", "da")
    }
    assert len(keys) == 14
    assert folded_key("tỷ") == folded_key("tỉ") != folded_key("tay")


def test_the_older_place_of_the_tone_is_shown() -> None:
    assert [one_spelling(word) for word in ("hoà", "Uỷ", "HOÁ", "toàn", "quỳ", "gate")] == [
        "hòa",
        "Ủy",
        "HÓA",
        "toàn",
        "quỳ",
        "gate",
    ]


@given(st.text(max_size=14))
def test_keys_and_spellings_are_stable(word: str) -> None:
    once = one_spelling(word)
    assert one_spelling(once) == once
    assert syllable_key(once) == syllable_key(word) or not word.isalpha()
    repaired = repair_keys(word)
    assert repaired is None or is_syllable(fold(repaired).lower())


@pytest.mark.parametrize(
    ("typed_as", "meant"),
    [
        ("thág", "tháng"), ("ngị", "nghị"), ("fước", "phước"), ("trưởg", "trưởng"), ("tầg", "tầng"),
        ("nghạch", "ngạch"),
        ("qết", "quết"), ("wá", "quá"), ("ghần", "gần"), ("cế", "kế"), ("khôg", "không"), ("thàh", "thành"),
        ("hpí", "phí"),
    ],
)  # fmt: skip
def test_slips_of_spelling(typed_as: str, meant: str) -> None:
    assert respellings(typed_as)[0] == meant


def test_real_syllables_are_not_respelt() -> None:
    assert respellings("tháng") == respellings("phí") == ()
