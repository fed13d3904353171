"""What a text must hold for a pattern to be found in it."""

from __future__ import annotations

import re

import pytest

from knowledge.lexicon.load import load
from knowledge.text.fold import fold
from knowledge.text.required import Screened, required

REQUIRED = [
    (r"\babc?\b", {"ab"}),
    (r"a\(bc\)", {"a(bc)"}),
    (r"[abc]d[^]x]efg", {"efg"}),
    (r"x{0,3}yyy", {"yyy"}),
    (r"uom{2}z", {"uom"}),
    (r"(?P<x>trong)? (?:ab|abc+)d", {"ab", "abc"}),
    (r"(?<!ab)cde(?! fghij)", {"cde"}),
    (r"(?=.*\bduong)b", {"duong"}),
    (r"(?-i:[A-Z]\w+) Road", {" road"}),
    (r"\(\? ?(?:khong|chua)", {"khong", "chua"}),
]
NOTHING = [
    r"(?:aa|)b",
    r"a|bcd",
    r"[a-z]+",
    r"(?:abc)?",
    r"(?:abc)*?d",
    r"(?!abc)",
    r"(a)?(?(1)bcd|efg)",
    r"(?#abc)d",
    "",
]


@pytest.mark.parametrize(("pattern", "words"), REQUIRED)
def test_required(pattern: str, words: set[str]) -> None:
    assert required(pattern) == words


@pytest.mark.parametrize("pattern", NOTHING)
def test_of_these_nothing_is_known(pattern: str) -> None:
    assert required(pattern) == frozenset()


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_example_of_a_rewording_holds_what_its_pattern_requires(language: str) -> None:
    rows = load()[f"{language}/wordings"]["wording"]
    texts = [fold(text) for row in rows for text in (*row.get("yes", ()), *(one for one, _ in row.get("examples", ())))]
    assert texts
    for row in rows:
        pattern, words = re.compile(row["from"], re.IGNORECASE), required(row["from"])
        for text in texts:
            if pattern.search(text):
                assert not words or any(word in text for word in words), (row["from"], text)


def test_a_screened_pattern_finds_what_the_pattern_finds() -> None:
    screened = Screened(r"\b(?:trong|ngoai) do\b")
    assert screened.search("trong do co ba") is not None
    assert [match[0] for match in screened.finditer("trong do, ngoai do")] == ["trong do", "ngoai do"]
    assert screened.search("trong dong") is None  # it holds the word, but not as the pattern has it
    assert screened.search("ba") is None
    assert list(screened.finditer("ba")) == []
    assert not screened.may_match("ba")
