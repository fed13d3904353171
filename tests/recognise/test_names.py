"""Names in texts: what is found whole, what stands inside what, and what a name's id says."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.lexicon.load import load
from knowledge.model import Mention, MentionKind, Name
from knowledge.recognise.names import NameRecogniser
from knowledge.recognise.people import named
from knowledge.recognise.posts import covers
from knowledge.text.fold import fold, nfc

RECOGNISER = NameRecogniser(load())


def recognise(text: str) -> list[tuple[str, str, str]]:
    return [(m.kind.value, m.text, name(m).id) for m in RECOGNISER.recognise(text)]


def name(mention: Mention) -> Name:
    assert isinstance(mention.value, Name)
    return mention.value


def test_a_person_and_the_post_beside_it_are_two_mentions() -> None:
    assert recognise("đồng chí Nguyễn Công Trưởng, Trưởng ban") == [
        ("person", "Nguyễn Công Trưởng", "person:nguyen-cong-truong"),
        ("post", "Trưởng ban", "post:truong-ban"),
    ]


def test_an_organisation_holds_the_gate_that_narrows_it() -> None:
    assert recognise("Trung tâm QLCK Tân Thanh") == [
        ("organisation", "Trung tâm QLCK Tân Thanh", "org:trung-tam/quan-ly-cua-khau/tan-thanh"),
        ("gate", "Tân Thanh", "gate:tan-thanh"),
    ]


def test_a_post_holds_its_organisation_and_says_its_id() -> None:
    text = "Phó Chủ tịch UBND huyện Văn Lãng"
    post, organisation, place = RECOGNISER.recognise(text)
    assert post.text == text
    assert name(post).within == name(organisation).id == "org:ubnd-huyen/van-lang"
    assert name(place).id == "district:van-lang"


def test_the_gate_word_belongs_to_a_single_gate_and_not_to_a_list() -> None:
    assert [text for _, text, _ in recognise("cửa khẩu quốc tế Hữu Nghị")] == ["cửa khẩu quốc tế Hữu Nghị"]
    assert [text for _, text, _ in recognise("các cửa khẩu Hữu Nghị, Chi Ma")] == ["Hữu Nghị", "Chi Ma"]


def test_a_gate_knows_its_province_unless_two_share_its_name() -> None:
    (le_thanh,) = RECOGNISER.recognise("cửa khẩu Lệ Thanh")
    (thanh_thuy,) = RECOGNISER.recognise("cửa khẩu Thanh Thủy")
    assert name(le_thanh).within == "province:gia-lai"
    assert name(thanh_thuy).within is None


def test_the_other_sides_gate_is_a_place_abroad() -> None:
    kinds = {text: kind for kind, text, _ in recognise("Tân Thanh - Pò Chài, Hữu Nghị - Hữu Nghị Quan")}
    assert kinds == {"Tân Thanh": "gate", "Pò Chài": "place", "Hữu Nghị": "gate", "Hữu Nghị Quan": "place"}


def test_a_given_name_alone_says_so() -> None:
    (mention,) = RECOGNISER.recognise("đ/c Sơn báo cáo")
    assert (mention.rule, name(mention).id, name(mention).known) == ("person-given-name", "person:~son", False)


@pytest.mark.parametrize(
    "text",
    ["UBND tỉnh Lạng Sơn", "Ủy ban nhân dân tỉnh Lạng Sơn", "Uỷ ban nhân dân tỉnh Lạng Sơn", "UBND TỈNH LẠNG SƠN"],
)
def test_abbreviations_and_tone_placement_fold_to_one_id(text: str) -> None:
    assert recognise(text)[0][2] == "org:ubnd-tinh/lang-son"


@pytest.mark.parametrize(
    ("asked", "said", "is_covered"),
    [
        ("post:truong-phong", "post:truong-phong/ke-hoach-tong-hop", True),
        ("post:chu-tich/ubnd-tinh", "post:chu-tich/ubnd-tinh/lang-son", True),
        ("post:pho-truong-ban", "post:pho-truong-ban+thuong-truc", True),
        ("post:pho-truong-ban+thuong-truc", "post:pho-truong-ban", False),
        ("post:truong-ban", "post:truong-ban+nguyen", False),
        ("post:truong-ban+nguyen", "post:truong-ban+nguyen", True),
        ("post:truong-ban", "post:truong-ban-thanh-tra-nhan-dan", False),
        ("post:truong-phong/ke-hoach-tong-hop", "post:truong-phong", False),
        ("org:ubnd-tinh", "org:ubnd-tinh/lang-son", True),
        ("org:bql", "org:bql-nuoc-ngoai/ai-diem", False),
    ],
)
def test_a_general_id_covers_its_particular_ones(asked: str, said: str, is_covered: bool) -> None:
    assert covers(asked, said) is is_covered


@pytest.mark.parametrize(
    ("short", "full", "may_be"),
    [
        ("person:~son", "person:hoang-thanh-son", True),
        ("person:~thanh-son", "person:hoang-thanh-son", True),
        ("person:~son", "person:le-van-sang", False),
        ("person:~on", "person:hoang-thanh-son", False),
        ("person:hoang-thanh-son", "person:luong-thanh-son", False),
    ],
)
def test_a_given_name_may_mean_whoever_bears_it(short: str, full: str, may_be: bool) -> None:
    assert named(short, full) is may_be


SENTENCES = [
    "Ngày 05/4/2024, ông Hoàng Khánh Duy, Phó Trưởng Ban phụ trách Ban Quản lý Khu KTCK Đồng Đăng - Lạng Sơn chủ trì.",
    "Dự họp có Trung tá Lê Văn Hợp – Phó Đồn trưởng Đồn Biên phòng CKQT Bờ Y; bà Y Thị Mai, Chủ tịch UBND xã Đăk Xú.",
    "Tại các cửa khẩu Mộc Bài, Xa Mát, Kà Tum và lối mở Tân Phú, Cục Hải quan tỉnh Tây Ninh bố trí 24 cán bộ.",
    "Sau hội đàm với thị Bằng Tường, huyện Ninh Minh, Khu KTCK Ái Điểm, hàng qua cửa khẩu Chi Ma tăng 12%.",
    "Giám đốc Sở Công Thương Nguyễn Đình Đại và Công ty TNHH MTV Thương mại Xuân Cương ký biên bản.",
]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_spans_are_those_of_the_text_and_never_overlap_in_part(sentence: str) -> None:
    check(sentence)


@given(st.lists(st.sampled_from([w for s in SENTENCES for w in s.split()]), max_size=25).map(" ".join))
@settings(max_examples=150, deadline=None)
def test_shuffled_words_keep_the_rules_of_overlap(text: str) -> None:
    check(text)


@given(st.text(max_size=80))
@settings(max_examples=150, deadline=None)
def test_any_text_is_taken(text: str) -> None:
    check(nfc(text))


def check(text: str) -> None:
    mentions = RECOGNISER.recognise(text)
    places = [(m.span.start, -m.span.end) for m in mentions]
    assert places == sorted(places)
    for i, mention in enumerate(mentions):
        assert mention.text == text[mention.span.start : mention.span.end]
        assert mention.text.strip() == mention.text != ""
        for other in mentions[i + 1 :]:
            if mention.span.overlaps(other.span):
                assert mention.span.holds(other.span)
                assert mention.span != other.span
                assert mention.kind in (MentionKind.ORGANISATION, MentionKind.POST)


@pytest.mark.parametrize(
    "word", ["ông ", "cửa khẩu ", "Văn phòng ", "Đồng Đăng: ", "đảng ủy ", "Nguyễn ", "Công ty TNHH "]
)
def test_senseless_repetition_takes_no_longer_than_its_length(word: str) -> None:
    """No pattern backtracks beyond reason: where one does, minutes pass."""
    begun = process_time()
    RECOGNISER.recognise(word * 2000)
    assert process_time() - begun < 20


def test_places_are_those_of_the_whole_text_however_long() -> None:
    sentence = "Hữu Nghị: 6 xe, do ông Trần Văn Bảy báo cáo. "
    text = "Mở đầu\n" + sentence * 100
    mentions = RECOGNISER.recognise(text)
    assert [m.text for m in mentions] == ["Hữu Nghị", "Trần Văn Bảy"] * 100
    assert all(m.text == text[m.span.start : m.span.end] for m in mentions)


def test_folded_text_gives_the_same_gates() -> None:
    text = "kim ngach qua cac cua khau Huu Nghi, Tan Thanh, Coc Nam, Chi Ma"
    assert fold(text) != text
    assert [identity for _, _, identity in recognise(fold(text))] == [
        "gate:huu-nghi", "gate:tan-thanh", "gate:coc-nam", "gate:chi-ma",
    ]  # fmt: skip
