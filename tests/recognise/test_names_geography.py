"""Which gate lies where, before and after the provinces were merged."""

from __future__ import annotations

from knowledge.lexicon.load import load
from knowledge.recognise.geography import Geography

GEOGRAPHY = Geography(load())


def test_a_gate_lies_in_its_province_zone_and_country() -> None:
    around = GEOGRAPHY.around("gate:le-thanh")
    assert {"province:gia-lai", "zone:le-thanh", "country:viet-nam"} <= around


def test_a_gate_of_a_merged_province_lies_in_the_new_one_too() -> None:
    assert GEOGRAPHY.contains("province:kon-tum", "gate:bo-y")
    assert GEOGRAPHY.contains("province:quang-ngai", "gate:bo-y")
    assert not GEOGRAPHY.contains("province:gia-lai", "gate:bo-y")


def test_a_district_lies_in_its_province() -> None:
    assert GEOGRAPHY.contains("province:lang-son", "district:van-lang")


def test_a_place_abroad_lies_in_its_country_only() -> None:
    assert GEOGRAPHY.around("foreign:bang-tuong") == {"country:trung-quoc"}


def test_the_gates_of_a_province() -> None:
    assert set(GEOGRAPHY.gates_in("province:bac-giang")) == set()
    assert {"gate:tay-trang", "gate:huoi-puoc", "gate:a-pa-chai"} <= set(GEOGRAPHY.gates_in("province:dien-bien"))


def test_an_unknown_id_lies_nowhere() -> None:
    assert GEOGRAPHY.around("gate:nowhere") == frozenset()
    assert GEOGRAPHY.gate_kind("gate:nowhere") == ""
    assert GEOGRAPHY.contains("gate:nowhere", "gate:nowhere")


def test_a_gate_knows_its_rank_and_who_faces_it() -> None:
    assert GEOGRAPHY.gate_kind("gate:huu-nghi") == "international"
    assert GEOGRAPHY.gate_kind("gate:ga-dong-dang") == "railway"
    assert list(GEOGRAPHY.opposite("gate:tan-thanh")) == ["foreign:po-chai"]
