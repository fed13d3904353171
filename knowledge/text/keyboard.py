"""How Vietnamese is typed: one key for all spellings of a syllable, which syllables exist, what keyboards leave over.

Tone marks stand in one of two places ("hoà" and "hòa", "uỷ" and "ủy": Decision 240/QĐ of 1984 and the older custom) and
final i alternates with y ("tỉ" and "tỷ", Decision 1989/QĐ-BGDĐT of 2018); :func:`syllable_key` makes these one.
Telex and VNI are the two input methods in use; what they leave when the keyboard program was off is a plain transcript
of the keys, which :func:`repair_keys` reads back.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from knowledge.text.fold import fold

_TONES = "\u0300\u0301\u0303\u0309\u0323"  # grave, acute, tilde, hook, dot below

_INITIALS = (
    "ngh", "ng", "nh", "gh", "gi", "kh", "ph", "th", "tr", "ch", "qu",
    "b", "c", "d", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "x", "",
)  # fmt: skip
_RHYMES = frozenset(
    """
    a ac ach ai am an ang anh ao ap at au ay e ec ech em en eng enh eo ep et eu i ia ich iec iem ien ieng iep iet ieu im
    in inh ip it iu o oa oac oach oai oam oan oang oanh oao oap oat oay oc oe oem oen oeo oet oi om on ong oong ooc op
    ot u ua uan uang uat uay uc ue uech uenh ui um un ung uo uoc uoi uom uon uong uop uot uou up ut uu uy uya uych uyen
    uyet uyn uynh uyt uyu y yem yen yeng yet yeu
    """.split()  # noqa: SIM905 - rhymes read best as words
)
_QU_RHYMES = frozenset(
    "a ac ach ai an ang anh ao at au ay e ech en enh eo et eu i it inh ich o oc ot y yen yet yn ynh yt".split()  # noqa: SIM905
)
_GI_RHYMES = frozenset(
    "a ac ai am an ang anh ao ap at au ay e en eo et iec ieng im in o oc oi on ong ot u ua uc uo uoc uong up ut".split()  # noqa: SIM905
)


@lru_cache(maxsize=16384)
def syllable_key(word: str) -> str:
    """Lower case with the tone mark last and final y as i: equal exactly for spellings of the same syllable.

    "Hoà" and "hòa" give "hoà" in pieces ("hoa" + grave); "tỷ" and "tỉ" both "ti" + hook. Unaccented words keep their
    letters ("phi"), so that a key without tone or mark means the writer typed none.
    """
    letters, tone = [], ""
    for c in unicodedata.normalize("NFD", word.lower()):
        if c in _TONES:
            tone = c
        else:
            letters.append(c)
    base = unicodedata.normalize("NFC", "".join(letters))
    return _final_i(base) + tone


def _final_i(base: str) -> str:
    if len(base) > 1 and base[-1] == "y" and (base[-2] not in "aâăeêuư" or base == "quy"):
        return base[:-1] + "i"
    return base


@lru_cache(maxsize=16384)
def folded_key(word: str) -> str:
    """The same without any mark: how unaccented text is compared."""
    return _final_i(fold(word))


@lru_cache(maxsize=16384)
def is_syllable(folded: str) -> bool:
    """Whether the lower-case unaccented word can be one Vietnamese syllable ("nghieng" yes, "gate" no)."""
    for initial in _INITIALS:
        if not folded.startswith(initial):
            continue
        rhyme = folded[len(initial) :]
        if initial == "qu":
            return rhyme in _QU_RHYMES
        if initial == "gi" and rhyme in _GI_RHYMES:
            return True
        if initial in ("ngh", "gh", "k") and rhyme[:1] not in ("i", "e", "y"):
            return initial == "k" and rhyme in ("a", "on", "rong")
        if initial in ("ng", "c") and rhyme[:1] in ("i", "e", "y"):
            return False
        if rhyme in _RHYMES:
            return True
    return folded == "gi"


_PLACE = re.compile(r"^(?P<head>.*?)(?P<vowels>[aăâeêioôơuưy]+)(?P<tail>[^aăâeêioôơuưy]*)$")


@lru_cache(maxsize=16384)
def _place_tone(base: str, tone: str) -> str:
    """`base` (lower case, no tone) with the tone in its older, commoner place: "hòa", "ủy", "khỏe", "quý", "toàn"."""
    head, rest = "", base
    if rest.startswith("qu") and len(rest) > 2:
        head, rest = "qu", rest[2:]
    elif rest.startswith("gi") and len(rest) > 2 and rest[2] in "aăâeêioôơuưy":
        head, rest = "gi", rest[2:]
    m = _PLACE.match(rest)
    if m is None:
        return unicodedata.normalize("NFC", base + tone)
    vowels = m["vowels"]
    at = next((i for i in range(len(vowels) - 1, -1, -1) if vowels[i] in "ăâêôơư"), -1)
    if at < 0:
        if len(vowels) == 1:
            at = 0
        elif m["tail"] or len(vowels) > 2:
            at = 1
        else:
            at = 0
    placed = vowels[: at + 1] + tone + vowels[at + 1 :]
    return unicodedata.normalize("NFC", head + m["head"] + placed + m["tail"])
