"""Names in questions: misspelt, shortened, shared; and words that only look like a name."""

from __future__ import annotations

import pytest

from knowledge.lexicon.load import load
from knowledge.model import MentionKind
from knowledge.recognise.resolver import KnownName, Resolution, Resolver
from knowledge.text.fold import fold

GATE, PERSON, PLACE, POST = MentionKind.GATE, MentionKind.PERSON, MentionKind.PLACE, MentionKind.POST


def person(name: str, count: int = 3) -> KnownName:
    return KnownName(PERSON, "person:" + fold(name).replace(" ", "-"), name, count)


KNOWN = [
    *map(
        person, ("Phan Hồng Tiến", "Hoàng Thanh Sơn", "Lương Thanh Sơn", "Nguyễn Văn Hùng", "Rơ Châm Hùng", "Siu Blih")
    ),
    *map(person, ("Vy Thị Bích Hạnh", "Nông Quốc Trung", "Nguyễn Thị Mai Trâm", "Võ Xuân Lĩnh", "Lầu Bá Chù")),
    KnownName(GATE, "gate:tan-thanh", "Tân Thanh", 30),
    KnownName(GATE, "gate:huu-nghi", "Hữu Nghị", 40),
    KnownName(GATE, "gate:giang-thanh", "Giang Thành", 8),
    KnownName(GATE, "gate:na-sai", "Nà Sai", 2),
    KnownName(PLACE, "foreign:ninh-minh", "Ninh Minh", 2),
    KnownName(POST, "post:truong-phong/ke-hoach-tong-hop", "Trưởng phòng Kế hoạch Tổng hợp", 4),
]
RESOLVER = Resolver(KNOWN, load())


def resolve(text: str, kind: MentionKind) -> list[Resolution]:
    return [resolution for resolution in RESOLVER.resolve(text) if resolution.kind is kind]


def best(text: str, kind: MentionKind) -> tuple[str, bool]:
    (resolution,) = resolve(text, kind)
    return resolution.candidates[0][0].id, resolution.certain


@pytest.mark.parametrize(
    ("text", "gate"),
    [
        ("Huu Ngi gate import value 2016", "gate:huu-nghi"),
        ("lưu lượng xe Hữu Ngị 9 thág", "gate:huu-nghi"),
        ("thu phi huunghi 2019", "gate:huu-nghi"),
        ("Tan Than imports", "gate:tan-thanh"),
        ("nhà dịch vụ tan thah", "gate:tan-thanh"),
        ("qua cửa khẩu Tân Than", "gate:tan-thanh"),
        ("qua tan thanhf 2020", "gate:tan-thanh"),
        ("thường fước khai trương", "gate:thuong-phuoc"),
        ("Huoi Puok team", "gate:huoi-puoc"),
        ("huổi púoc thu phí", "gate:huoi-puoc"),
        ("Moc Bay gate", "gate:moc-bai"),
        ("cửa khẩu Chà Lĩnh", "gate:tra-linh"),
        ("cửa khẩu Hoành Mồ", "gate:hoanh-mo"),
        ("Na Sai năm 2020", "gate:na-sai"),
        ("Bắc Fong Sinh", "gate:bac-phong-sinh"),
    ],
)
def test_a_misspelt_gate_is_known(text: str, gate: str) -> None:
    assert best(text, GATE) == (gate, True)


def test_a_slip_in_a_short_name_is_offered_but_not_certain() -> None:
    assert best("nậm cắm t8 kim ngạch", GATE) == ("gate:nam-can", False)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Phan Hong Tiên nghỉ hưu khi nào", "person:phan-hong-tien"),
        ("ông Phan Hồng Tíên", "person:phan-hong-tien"),
        ("phan hong tien giu chuc gi", "person:phan-hong-tien"),
        ("ong Phan Hong Tine", "person:phan-hong-tien"),
        ("đc lương thanh sơn đc khen gì", "person:luong-thanh-son"),
        ("nguyen van hung la ai", "person:nguyen-van-hung"),
        ("nguyen thi mai tram giu chuc gi", "person:nguyen-thi-mai-tram"),
        ("Mr Ro Cham Hung", "person:ro-cham-hung"),
        ("bà Nguyễn Thị Mai Trâm", "person:nguyen-thi-mai-tram"),
        ("Mr Tien", "person:phan-hong-tien"),
        ("chi Hanh chanh van phong", "person:vy-thi-bich-hanh"),
        ("anh tiến phụ trách gì", "person:phan-hong-tien"),
        ("Ông Võ Xuân Lĩn", "person:vo-xuan-linh"),
        ("nông quốc chung là ai", "person:nong-quoc-trung"),
        ("ông Siu Blít", "person:siu-blih"),
    ],
)
def test_a_person_is_known_by_name_slip_or_form_of_address(text: str, who: str) -> None:
    assert best(text, PERSON) == (who, True)


def test_a_shared_given_name_is_asked_back() -> None:
    (resolution,) = resolve("anh Sơn giữ chức gì?", PERSON)
    assert not resolution.certain
    assert {name.id for name, _ in resolution.candidates} == {"person:hoang-thanh-son", "person:luong-thanh-son"}


def test_a_person_the_reports_do_not_name_is_never_certain() -> None:
    (resolution,) = resolve("ông Trần Quang Vinh là ai", PERSON)
    assert not resolution.certain
    assert not resolution.candidates[0][0].known


@pytest.mark.parametrize(
    "text",
    [
        "thu phi o ninh binh",
        "tinh lang son nam 2020",
        "đại biểu tán thành",
        "còn năm 2021 thì sao",
        "con nam 2021",
        "thu nhap tang them binh quan nam 2019",
        "ba dự án nào chưa giải ngân đồng nào",
        "xuất khẩu nhiều hơn thanh long không",
        "hạ tầg năm 2019",
        "how many more than last year",
        "the first half of the year",
        "cửa khẩu thông minh giai đoạn 1",
        "kế hoạch vốn bao nhiêu",
        "thanh toan von dau tu",
        "hoan thanh bao nhieu nhiem vu",
        "có anh em ba tháng chưa về nhà",
        "ba thứ từ bên kia về",
        "so lan hop tam hop ly chua",
    ],
)
def test_everyday_words_are_no_misspelt_gate_or_person(text: str) -> None:
    assert resolve(text, GATE) == []
    assert resolve(text, PERSON) == []


def test_everyday_words_are_no_province() -> None:
    assert resolve("da nang muc thu len may lan", PLACE) == []


def test_a_place_is_not_taken_for_a_like_named_one_abroad() -> None:
    assert best("thu phi o ninh binh", PLACE)[0] == "province:ninh-binh"


def test_a_towns_bare_name_means_the_gate_the_reports_speak_of() -> None:
    assert best("Giang Thành năm 2021 bán được bao nhiêu", GATE) == ("gate:giang-thanh", True)


def test_a_general_post_brings_the_particular_ones_held() -> None:
    (resolution,) = resolve("ai là trưởng phòng", POST)
    assert [name.id for name, _ in resolution.candidates] == [
        "post:truong-phong",
        "post:truong-phong/ke-hoach-tong-hop",
    ]


def test_nothing_in_an_empty_question() -> None:
    assert RESOLVER.resolve("") == ()


def test_scores_and_spans_are_within_bounds() -> None:
    text = "Huu Ngi, tan thah, ong Phan Hong Tine va chi Hanh 2019"
    for resolution in RESOLVER.resolve(text):
        assert 0 <= resolution.span.start < resolution.span.end <= len(text)
        assert all(0 < score <= 100 for _, score in resolution.candidates)
        assert list(resolution.candidates) == sorted(resolution.candidates, key=lambda pair: -pair[1])


OF_DIEN_BIEN = Resolver([*KNOWN, KnownName(PLACE, "province:dien-bien", "Điện Biên", 5)], load())


@pytest.mark.parametrize("text", ["dien bien ca nam 2020 thu phi bao nhieu", "dien bien quy 1 xuat khau bao nhieu"])
def test_a_province_of_the_reports_is_meant_though_its_words_are_everyday_ones(text: str) -> None:
    assert [r.candidates[0][0].id for r in OF_DIEN_BIEN.resolve(text) if r.kind is PLACE] == ["province:dien-bien"]
    assert not [r for r in RESOLVER.resolve(text) if r.kind is PLACE]


@pytest.mark.parametrize("text", ["dien bien dich benh nam 2020", "tinh hinh dien bien phuc tap"])
def test_everyday_words_that_go_with_those_beside_them_are_no_province(text: str) -> None:
    assert not [r for r in OF_DIEN_BIEN.resolve(text) if r.kind is PLACE]
