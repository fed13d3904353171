"""Every row of the question words holds what its examples say."""

from __future__ import annotations

import re

import pytest

from knowledge.lexicon.load import load
from knowledge.text.fold import fold

ROWS = [
    (language, row)
    for language in ("vi", "en")
    for kind in ("form", "operation")
    for row in load()[f"{language}/questions"][kind]
]
EXAMPLES = [
    pytest.param(row["pattern"], text, said == "yes", id=f"{language}-{row['name']}-{said}-{text}")
    for language, row in ROWS
    for said in ("yes", "no")
    for text in row[said]
]


@pytest.mark.parametrize(("pattern", "text", "meant"), EXAMPLES)
def test_a_form_means_its_examples_and_no_others(pattern: str, text: str, meant: bool) -> None:
    assert (re.search(pattern, fold(text)) is not None) == meant


def test_every_row_has_examples_of_both() -> None:
    assert [(language, row["name"]) for language, row in ROWS if not (row["yes"] and row["no"])] == []
