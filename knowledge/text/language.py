"""Vietnamese or English: decided by small words and by whether words can be Vietnamese syllables."""

from __future__ import annotations

import re
from functools import lru_cache

from knowledge.text.fold import accented, fold
from knowledge.text.keyboard import is_syllable

ENGLISH = frozenset(
    """
    a about after all also am among an and any are as at be because been before being between both but by can could did
    do does during each either every for from full get got had has have he her him his how i if in into is it its last
    less list many me more most much my name no not now of off on one only or other our out over per since so some such
    than that the their them then there these they this those through to under until up us was we were what when where
    which while who whom whose why will with within would year years month months quarter half first second third day
    days date number total show tell give find average share rate value percent percentage compare compared versus
    january february march april may june july august september october november december gate gates report reports
    border
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
_BOTH = frozenset({"a", "am", "an", "can", "do", "me", "in", "on", "so", "to", "he", "i", "no", "may", "ban", "than"})
VIETNAMESE = frozenset(
    """
    ai anh bao nhieu bang boi cac cai cho chua con cua cung cuoi dang dau den di duoc gi giu hay het hoi hom khi khong
    la lam len luc moi mot muc nam nao nay ngay ngoai nguoi nhu nhung ong phai qua quy ra roi sang sao sau tai thang
    theo thi thu tong trong truoc tu va ve vi viec voi vua
    """.split()  # noqa: SIM905
)
_WORD = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=16384)
def weights(word: str) -> tuple[float, float]:
    """What one word (NFC) says for Vietnamese and for English, each from 0 to 1."""
    lower = word.lower()
    if accented(lower):
        return (0.5 if word[0].isupper() else 1.0), 0.0
    if lower in _BOTH:
        return 0.0, 0.25
    if lower in ENGLISH:
        return 0.0, 1.0
    folded = fold(lower)
    if folded in VIETNAMESE:
        return 1.0, 0.0
    if is_syllable(folded):
        return 0.25, 0.0
    if len(word) > 3 and not word.isupper():
        return 0.0, 0.5
    return 0.0, 0.0


@lru_cache(maxsize=1024)
def language(text: str) -> str:
    """ "vi" or "en" for NFC `text`; Vietnamese when it could be either. Names with marks make no English Vietnamese."""
    vietnamese = english = 0.0
    for word in _WORD.findall(text):
        vi, en = weights(word)
        vietnamese += vi
        english += en
    return "en" if english > vietnamese else "vi"
