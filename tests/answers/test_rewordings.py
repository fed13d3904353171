"""Rewordings are of questions that there are, in the languages that the sets know."""

from __future__ import annotations

import pytest

from tests.answers.rewordings import KINDS, rows, sets

LANGUAGES = frozenset({"vi", "vi-plain", "vi-typo", "en", "en-typo"})


@pytest.mark.parametrize("kind", KINDS)
def test_every_rewording_is_of_a_question(kind: str) -> None:
    told = rows(kind)
    assert {lang for _, lang, _ in told} == LANGUAGES
    assert sum(len(one.questions()) for one in sets(kind)) == len(told)


def test_what_is_held_out_has_not_been_seen() -> None:
    seen, held = ({text for _, _, text in rows(kind)} for kind in KINDS)
    assert not seen & held
