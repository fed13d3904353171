"""Slips of recognition that are mended because nothing else can have been meant.

Blanks that were lost: "hạtầng", "ChaLo". Letters within a figure: "2O21", "1l5". Numbers of headings: "IH." Points
and commas stay as read: which of them it was cannot be known.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from knowledge.lexicon.load import load
from knowledge.text.fold import fold

_ONSET = r"(?:ngh(?=[ieê])|gh(?=[ieê])|ng|nh|ch|tr|th|ph|kh|qu|gi(?=[aăâeêoôơuư])|[bcdđghklmnprstvx])"
_NUCLEUS = (
    "(?:uyê|uya|uyu|iêu|yêu|oai|oay|oeo|uây|uôi|ươi|ươu|uao|ai|ao|au|ay|âu|ây|eo|êu|ia|iê|iu|oa|oă|oe|oi|ôi|ơi|oo|ua|uâ"
    "|uê|ui|uô|uơ|uy|ưa|ưi|ươ|ưu|yê|[aăâeêioôơuưy])"
)
_CODA = "(?:ng|nh|ch|[cmnpt])"
_SYLLABLE = re.compile(f"{_ONSET}?{_NUCLEUS}{_CODA}?")
_JOINT = re.compile(f"(?<=.)(?={_ONSET}{_NUCLEUS})")
_TONES = str.maketrans("", "", "\u0300\u0301\u0303\u0309\u0323")
_ZERO = re.compile(r"(?<=\d)[Oo](?=\d|[.,]\d)|(?<=[\d.,])[Oo](?=\d)")
_ONE = re.compile(r"(?<=\d)[lI|](?=\d)|(?<=\d[.,])[lI|](?=\d)")
_ROMAN = re.compile(r"^(IH|HI|IlI|lII|IIl|III|Il|lI)(?=\. )")
_ROMANS = {2: "II", 3: "III"}
_DOLLARS = re.compile(r"\bUS[ĐÐ]\b")
_SIX = re.compile(r"\b[ốỗồ]T\b")  # "6T", six months
_WORD = re.compile(r"[^\W\d_]+")
_LONGEST = 3  # syllables that are taken apart


def mended(text: str) -> str:
    """`text` without the slips that are certain."""
    text = _ROMAN.sub(lambda match: _ROMANS[len(match[1].replace("H", "II"))], text)
    text = _SIX.sub("6T", _DOLLARS.sub("USD", _ONE.sub("1", _ZERO.sub("0", text))))
    text = _WORD.sub(lambda match: _parted(match.group()), text)
    return _remarked(text)


def _parted(word: str) -> str:
    """A word with the blanks that were lost in it."""
    capital = next((i for i in range(2, len(word) - 1) if word[i].isupper()), 0)
    if capital and word[1:capital].islower() and word[capital + 1 :].islower():
        return f"{_parted(word[:capital])} {_parted(word[capital:])}"
    if len(word) < 5 or word.isascii() or not word[1:].islower():
        return word
    plain = _toneless(word.lower())
    if len(plain) != len(word) or _SYLLABLE.fullmatch(plain):
        return word
    ways = list(_ways(plain, word.lower(), 0, 1))
    if len(ways) != 1:
        return word
    (cuts,) = ways
    return " ".join(word[a:b] for a, b in zip([0, *cuts], [*cuts, len(word)], strict=True))


def _ways(plain: str, word: str, at: int, depth: int) -> Iterator[list[int]]:
    """All ways to take the word apart from `at` on into syllables with at most one tone each, all but the first with a
    consonant in front: where each but the first starts."""
    if _SYLLABLE.fullmatch(plain, at) and _tones(word[at:]) <= 1:
        yield []
    if depth == _LONGEST:
        return
    for match in _JOINT.finditer(plain, at + 1):
        cut = match.start()
        if _SYLLABLE.fullmatch(plain, at, cut) and _tones(word[at:cut]) <= 1:
            for rest in _ways(plain, word, cut, depth + 1):
                yield [cut, *rest]


def _toneless(text: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", text).translate(_TONES))


def _tones(text: str) -> int:
    return len(unicodedata.normalize("NFD", text)) - len(unicodedata.normalize("NFD", _toneless(text)))


@cache
def _pairs() -> dict[str, str]:
    """The lexicon's pairs of words that leave no doubt, by their letters."""
    return {fold(pair): pair for pair in load()["vi/scans"].get("pairs", ())}


def _remarked(text: str) -> str:
    for one, two in pairwise(_WORD.finditer(text)):  # letters are replaced one by one, so that places stay true
        if text[one.end() : two.start()] == " ":
            text = text[: one.start()] + _marked(text[one.start() : two.end()]) + text[two.end() :]
    return text


def _marked(read: str) -> str:
    """A pair of words, one mark put right that was read wrong; a pair without marks is left, it may be written so."""
    meant = _pairs().get(fold(read))
    if meant is None or not read[1:].islower() or len(meant) != len(read):
        return read
    wrong = [i for i, (a, b) in enumerate(zip(read.lower(), meant, strict=True)) if a != b]
    if len(wrong) != 1 or len(unicodedata.normalize("NFD", read[wrong[0]])) == 1:
        return read
    at = wrong[0]
    return read[:at] + (meant[at].upper() if read[at].isupper() else meant[at]) + read[at + 1 :]
