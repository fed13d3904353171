"""How Vietnamese is typed: one key for all spellings of a syllable, which syllables exist, what keyboards leave over.

Tone marks stand in one of two places ("hoà" and "hòa", "uỷ" and "ủy": Decision 240/QĐ of 1984 and the older custom) and
final i alternates with y ("tỉ" and "tỷ", Decision 1989/QĐ-BGDĐT of 2018); :func:`syllable_key` makes these one.
Telex and VNI are the two input methods in use; what they leave when the keyboard program was off is a plain transcript
of the keys, which :func:`repair_keys` reads back.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
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
    base, tone = split_tone(word.lower())
    return _final_i(_both_horns(base)) + tone


def _both_horns(base: str) -> str:
    """ "đuợc", "trưòng": the horn was typed on one vowel only."""
    for slip in ("uơ", "ưo"):
        if slip in base and not base.endswith(slip):
            base = base.replace(slip, "ươ")
    return base


def split_tone(word: str) -> tuple[str, str]:
    """Letters of a lower-case word without the tone, and the tone as a combining mark ("" for none)."""
    letters, tone = [], ""
    for c in unicodedata.normalize("NFD", word):
        if c in _TONES:
            tone = c
        else:
            letters.append(c)
    return unicodedata.normalize("NFC", "".join(letters)), tone


def one_spelling(word: str) -> str:
    """The word with its tone mark in the older, commoner place ("hoà" → "hòa", "uỷ" → "ủy"), letter case kept.

    What is not one Vietnamese syllable, or carries no tone, stays as it is (in NFC).
    """
    lower = unicodedata.normalize("NFC", word.lower())
    base, tone = split_tone(lower)
    if not tone or not is_syllable(fold(base)):
        return unicodedata.normalize("NFC", word)
    return _cased(with_tone(_both_horns(base), tone), word)


def _cased(lower: str, like: str) -> str:
    if len(like) > 1 and like.isupper():
        return lower.upper()
    return lower[:1].upper() + lower[1:] if like[:1].isupper() else lower


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
def with_tone(base: str, tone: str) -> str:
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


_TELEX_TONES = dict(zip("sfrxj", "\u0301\u0300\u0309\u0303\u0323", strict=True))
_VNI_TONES = dict(zip("12345", "\u0301\u0300\u0309\u0303\u0323", strict=True))
_HORNED = {"a": "ă", "o": "ơ", "u": "ư", "ă": "ă", "ơ": "ơ", "ư": "ư"}
_ROOFED = {"a": "â", "e": "ê", "o": "ô"}
_VOWELS = frozenset("aăâeêioôơuưy")


@lru_cache(maxsize=16384)
def repair_keys(word: str) -> str | None:
    """What the keys of Telex ("nhieemj") or VNI ("nhie6m5") were to give ("nhiệm"), letter case kept.

    None when the word is not what one of these keyboards leaves, or would give no Vietnamese syllable.
    """
    lower = word.lower()
    if not 2 <= len(lower) <= 10 or not lower.isascii() or is_syllable(lower):
        return None
    if lower.isalpha():
        typed = _typed(lower, _telex_key)
    elif lower[0].isalpha() and lower.isalnum():
        typed = _typed(lower, _vni_key)
    else:
        return None
    if typed is None:
        return None
    base, tone = typed
    if base.endswith("ươ"):  # no open syllable ends so: "thuở", "quở"
        base = base[:-2] + "uơ"
    if not is_syllable(fold(base)) or (not tone and base == lower):
        return None
    return _cased(with_tone(base, tone), word)


def _typed(keys: str, press: Callable[[str, list[str]], str | None]) -> tuple[str, str] | None:
    """Letters and tone that the keys give; None when a key does nothing it could be for."""
    letters: list[str] = []
    tone = ""
    for key in keys:
        pressed = press(key, letters)
        if pressed is None:
            return None
        if pressed in _TONES and pressed:
            if tone:
                return None
            tone = pressed
    return "".join(letters), tone


def _telex_key(key: str, letters: list[str]) -> str | None:
    vowels = [i for i, c in enumerate(letters) if c in _VOWELS]
    if key in _TELEX_TONES and vowels:
        return _TELEX_TONES[key]
    if key == "w":
        return _horn(letters, vowels)
    if key in _ROOFED and key in letters:
        letters[letters.index(key)] = _ROOFED[key]
        return ""
    if key == "d" and letters[:1] == ["d"]:
        letters[0] = "đ"
        return ""
    letters.append(key)
    return ""


def _vni_key(key: str, letters: list[str]) -> str | None:
    vowels = [i for i, c in enumerate(letters) if c in _VOWELS]
    if key.isalpha():
        letters.append(key)
        return ""
    if key in _VNI_TONES and vowels:
        return _VNI_TONES[key]
    if key == "6":
        at = next((i for i in reversed(vowels) if letters[i] in _ROOFED), None)
        if at is None:
            return None
        letters[at] = _ROOFED[letters[at]]
        return ""
    if key in "78" and vowels:
        return _horn(letters, [i for i in vowels if (letters[i] == "a") == (key == "8")])
    if key == "9" and letters[0] == "d":
        letters[0] = "đ"
        return ""
    return None


def _horn(letters: list[str], vowels: list[int]) -> str | None:
    if not vowels:
        letters.append("ư")
        return ""
    at = vowels[-1]
    if letters[at] in "aou" and len(vowels) > 1 and letters[vowels[-2]] == "u" and letters[at] == "o":
        letters[vowels[-2]] = "ư"
    elif letters[at] not in _HORNED:
        at = next((i for i in reversed(vowels) if letters[i] in _HORNED), -1)
    if at < 0:
        return None
    letters[at] = _HORNED[letters[at]]
    return ""
