"""Terms of texts that are asked for again and again: the same, and only so many kept."""

from __future__ import annotations

import pytest

from knowledge.facts import terms as module
from knowledge.facts.terms import Terms
from knowledge.lexicon.load import load
from knowledge.recognise.concepts import Concepts


@pytest.fixture(scope="module")
def terms() -> Terms:
    return Terms(load(), Concepts(load()))


def test_what_is_kept_is_what_would_be_found_anew(terms: Terms) -> None:
    heading = "II. THU PHÍ TẠI CỬA KHẨU"
    first = terms.widened(heading)
    assert terms.widened(heading) is first
    assert first == terms._widened(heading)
    assert set(first) >= set(terms.find(heading))


def test_only_so_many_texts_are_kept(terms: Terms) -> None:
    for number in range(module.REMEMBERED + 50):
        terms.widened(f"mục {number} thu phí")
    assert terms.widened.cache_info().currsize == module.REMEMBERED
