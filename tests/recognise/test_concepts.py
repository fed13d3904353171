"""Concepts: the catalogue keeps its rules, texts in both languages say what they should, contrasts hold."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from itertools import combinations, pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.errors import LexiconError
from knowledge.lexicon.load import HERE, Lexicon, load
from knowledge.recognise.concepts import Concept, Concepts
from knowledge.text.english import stem
from knowledge.text.keyboard import folded_key, syllable_key

CONCEPTS = Concepts(load())
CORPUS = tomllib.loads((Path(__file__).parent.parent / "corpora" / "concepts.toml").read_text(encoding="utf-8"))
CONTRASTS = tomllib.loads((HERE / "domain" / "contrasts.toml").read_text(encoding="utf-8"))["contrast"]
WORDINGS = sorted({wording for concept in CONCEPTS.all.values() for wording in (*concept.vi, *concept.en)})


def said(text: str) -> frozenset[str]:
    return CONCEPTS.expand(hit.id for hit in CONCEPTS.find(text))


# --- the catalogue ---------------------------------------------------------------------------------------------------


def test_there_are_concepts_for_the_whole_field() -> None:
    assert len(CONCEPTS.all) >= 700


def test_every_concept_is_worded_in_both_languages() -> None:
    one_sided = [c.id for c in CONCEPTS.all.values() if not ((c.vi or c.vi_accented) and (c.en or c.en_exact))]
    assert one_sided == []


def shared(field: str, key: str) -> list[tuple[str, str, str]]:
    """Wordings that two concepts have of which neither is a kind of the other."""
    makers = {"marks": syllable_key, "folded": folded_key, "stem": stem}
    by_words: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for concept in CONCEPTS.all.values():
        for wording in getattr(concept, field):
            words = wording.lower().replace(",", " , ").replace("-", " ").split()
            by_words[tuple(makers[key](word) for word in words)].add(concept.id)
    return [
        (" ".join(words), one, other)
        for words, ids in by_words.items()
        for one, other in combinations(sorted(ids), 2)
        if one not in CONCEPTS.broader(other) and other not in CONCEPTS.broader(one)
    ]


@pytest.mark.parametrize(
    ("field", "key"), [("vi", "marks"), ("vi", "folded"), ("vi_accented", "marks"), ("en", "stem")]
)
def test_no_wording_says_two_unrelated_concepts(field: str, key: str) -> None:
    assert shared(field, key) == []


@pytest.mark.parametrize("concept", CONCEPTS.all.values(), ids=lambda concept: concept.id)
def test_each_wording_is_found_as_its_concept(concept: Concept) -> None:
    missed = [
        wording
        for wording in (*concept.vi, *concept.vi_accented)
        if not any(hit.id == concept.id for hit in CONCEPTS.find(f"nêu: {wording}"))
    ]
    missed += [
        wording
        for wording in (*concept.en, *concept.en_exact)
        if not any(hit.id == concept.id for hit in CONCEPTS.find(f"what was it: {wording}?"))
    ]
    assert missed == []


# --- texts -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("text", "ids", "absent"), [*CORPUS["vi"], *CORPUS["plain"], *CORPUS["en"]])
def test_texts_say_their_concepts(text: str, ids: list[str], absent: list[str]) -> None:
    found = said(text)
    assert set(ids) <= found
    assert not found & set(absent)


@pytest.mark.parametrize(("text", "absent"), CORPUS["not"])
def test_words_that_only_look_like_concepts(text: str, absent: list[str]) -> None:
    assert not said(text) & set(absent)


def test_an_unaccented_question_and_an_accented_sentence_meet() -> None:
    assert said("nhiem vu qua han") == said("nhiệm vụ quá hạn")


def test_both_tone_placements_and_i_for_y_are_one() -> None:
    assert said("hàng hoá, tỉ lệ") == said("hàng hóa, tỷ lệ")


def test_english_inflection_makes_no_difference() -> None:
    assert said("collecting fees") == said("collected fee") == said("collect fees")


def test_a_phrase_does_not_reach_over_a_stop() -> None:
    assert "fee_revenue" not in said("Đã thu. Phí giảm.")
    assert "import_export" in said("xuất, nhập khẩu")


def test_only_the_longest_when_nested_ones_are_not_wanted() -> None:
    ids = [hit.id for hit in CONCEPTS.find("kim ngạch nhập khẩu", nested=False)]
    assert ids == ["import_turnover"]
    assert {hit.id for hit in CONCEPTS.find("kim ngạch nhập khẩu")} == {"import_turnover", "import", "trade_turnover"}


def test_relations_are_followed_to_the_end() -> None:
    assert CONCEPTS.includes("disbursement_rate") == {"disburse", "ratio"}
    assert CONCEPTS.broader("lychee") == {"fruit", "farm_produce"}
    assert CONCEPTS.includes("fee") == frozenset() == CONCEPTS.broader("no such concept")


# --- contrasts -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("row", CONTRASTS, ids=lambda row: row["name"])
def test_contrasts_part_what_they_should(row: dict[str, list[list[str]]]) -> None:
    members = frozenset(row["concepts"])

    def apart(left: str, right: str) -> bool:
        a, b = ({hit.id for hit in CONCEPTS.find(text)} & members for text in (left, right))
        return bool(a and b and not a & b)

    assert [pair for pair in row["yes"] if not apart(*pair)] == []
    assert [pair for pair in row["no"] if apart(*pair)] == []


def test_what_excludes_each_other() -> None:
    assert CONCEPTS.exclusive({"export", "trade_turnover"}, {"import", "trade_turnover"})
    assert not CONCEPTS.exclusive({"export"}, {"trade_turnover"})
    assert not CONCEPTS.exclusive({"in_time", "in_progress"}, {"in_time"})


# --- properties and broken lexicons ----------------------------------------------------------------------------------


@given(st.lists(st.sampled_from(WORDINGS) | st.text(max_size=12), max_size=8).map(" ".join))
def test_hits_lie_in_the_text_in_order(text: str) -> None:
    hits = CONCEPTS.find(text)
    assert all(0 <= hit.start < hit.end <= len(text) and hit.id in CONCEPTS.all for hit in hits)
    assert list(hits) == sorted(hits, key=lambda hit: (hit.start, -hit.end, hit.id))


@given(st.lists(st.sampled_from(WORDINGS) | st.text(max_size=12), max_size=8).map(" ".join))
def test_the_longest_ones_never_overlap(text: str) -> None:
    spans = sorted({(hit.start, hit.end) for hit in CONCEPTS.find(text, nested=False)})
    assert all(one[1] <= other[0] for one, other in pairwise(spans))


def test_two_words_cross_only_at_a_word() -> None:
    assert {"passenger", "exit_border"} <= said("lượt người xuất cảnh")
    assert "prize_rank" not in said("hoàn thành tích hợp")
    assert "export" not in said("hàng xuất nhập khẩu")


def broken(*rows: dict[str, object], **more: dict[str, object]) -> Lexicon:
    return Lexicon({"domain/concepts/x": {"concept": list(rows)}, **more})


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        ([{"vi": ["a"]}], "without id"),
        ([{"id": "x"}], "no wording"),
        ([{"id": "x", "vi": "phí"}], "list of words"),
        ([{"id": "x", "vi": ["phí"], "fr": ["taxe"]}], "unknown field"),
        ([{"id": "x", "vi": ["phí"]}, {"id": "x", "vi": ["lệ phí"]}], "twice"),
        ([{"id": "x", "vi": ["phí"], "broader": ["y"]}], "no other concept"),
        ([{"id": "x", "vi": ["phí"], "includes": ["x"]}], "no other concept"),
        ([{"id": "x", "vi": ["..."]}], "without a word"),
    ],
)
def test_broken_rows_are_named(rows: list[dict[str, object]], says: str) -> None:
    with pytest.raises(LexiconError, match=says):
        Concepts(broken(*rows))


def test_a_contrast_of_unknown_concepts_is_named() -> None:
    lexicon = Lexicon(
        {
            "domain/concepts/x": {"concept": [{"id": "fee", "vi": ["phí"]}]},
            "domain/contrasts": {"contrast": [{"name": "odd", "concepts": ["fee", "levy"]}]},
        }
    )
    with pytest.raises(LexiconError, match="odd"):
        Concepts(lexicon)


def test_an_office_adds_its_own_concepts() -> None:
    lexicon = broken({"id": "toad", "vi": ["xe cóc"], "en": ["toad truck"]})
    assert [hit.id for hit in Concepts(lexicon).find("thuê xe cóc chở hàng")] == ["toad"]
