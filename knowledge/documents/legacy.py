"""Vietnamese from before Unicode: TCVN3 (ABC, .VnTime), VNI, VISCII, told by the font or by the letters, and converted.

The tables are viparse's. Text in these encodings comes out of files as Latin-1 letters and signs ("Céng hßa x· héi"),
so it must be converted before anything strips signs: TCVN3 writes ư as a soft hyphen, VISCII puts capitals among the
controls.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from viparse.normalize.detector import detect_encoding_by_content  # type: ignore[import-untyped]
from viparse.normalize.encodings import AUTO_DETECT_CHARMAPS, get_charmap  # type: ignore[import-untyped]
from viparse.normalize.frequency import vietnamese_score  # type: ignore[import-untyped]
from viparse.normalize.tables import convert as _convert  # type: ignore[import-untyped]

# Letters only Unicode has; a text with them is not in an old encoding, whatever its font is called.
_UNICODE = re.compile("[\u0102\u0103\u0110\u0111\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9\u0300\u0301\u0303\u0309\u0323]")
_HIGH = re.compile("[\u0080-\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u2122]")
_WORD = re.compile(r"(?<!\S)[^\s\d]+(?!\S)")
_LETTER = r"[^\s\u0102\u0103\u0110\u0111\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]{0,24}"
_FOREIGN_WORD = re.compile(
    _LETTER + r"[\u00a1-\u00bf\u00c4-\u00c7\u00cb\u00ce-\u00d1\u00d6-\u00d8\u00db\u00dc\u00de\u00df\u00e4-\u00e7"
    r"\u00eb\u00ee-\u00f1\u00f6-\u00f8\u00fb\u00fc\u00fe\u00ff]" + _LETTER
)
_SAMPLE = 20_000
_LEAST_HIGH = 0.02  # share of signs above ASCII below which no Vietnamese text lies
_FEW = 0.1  # share of Unicode letters, pasted in later, that a text in an old encoding may have
_MARGIN = 0.05  # by how much a reading must look more Vietnamese than another
_TCVN3_FONT = re.compile(r"\.vn|vn[A-Z][a-z]|vn ?time|ABC[A-Z ]", re.IGNORECASE)
_CAPITALS_FONT = re.compile(r"\.?[Vv]n\w*?H(?:$|[, -]|Bold|Italic)")
# PDF names the slot of ư a minus; next to the signs of other TCVN3 letters it is none (viparse looks at A to Z alone).
_MINUS_FOR_LETTER = re.compile("\u2212(?=[\u00a8-\u00ae\u00b5-\u00fe])")
_SUBSET = re.compile(r"^[A-Z]{6}\+")
_WINDOWS = {chr(b): bytes([b]).decode("cp1252", "ignore") or chr(b) for b in range(0x80, 0xA0)}
_TO_WINDOWS = str.maketrans(_WINDOWS)


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one font, as it stands in the file."""

    text: str
    font: str | None = None


def font_encoding(font: str | None) -> str | None:
    """The old encoding a font is made for: "tcvn3" for .VnTime, "vni" for VNI-Times, None for all others."""
    name = _SUBSET.sub("", font or "")
    if name.lower().startswith("vni"):
        return "vni"
    return "tcvn3" if _TCVN3_FONT.match(name) else None


def _capitals(font: str | None) -> bool:
    """Whether the font draws small letters as capitals, as .VnTimeH and its like do."""
    return _CAPITALS_FONT.match(_SUBSET.sub("", font or "")) is not None


def is_unicode(text: str) -> bool:
    """Whether `text` holds Vietnamese letters that only Unicode has."""
    return _UNICODE.search(text) is not None


def detect(text: str, *, from_bytes: bool = False) -> str | None:
    """The old encoding `text` is in, judged by its letters: "tcvn3", "vni", "viscii", and for text that was bytes
    "cp1258"; None where it is Unicode, another language, or too little to tell."""
    sample = " ".join(_WORD.findall(text[: 2 * _SAMPLE]))[:_SAMPLE]  # figures say nothing and would hide the letters
    high = len(_HIGH.findall(sample))
    if high < 8 or high < _LEAST_HIGH * len(sample) or len(_UNICODE.findall(sample)) > _FEW * high:
        return None
    verdict: str | None = detect_encoding_by_content(sample, AUTO_DETECT_CHARMAPS).encoding
    if from_bytes:
        windows = convert(sample, "cp1258")
        best = vietnamese_score(convert(sample, verdict)) if verdict else vietnamese_score(sample)
        if is_unicode(windows) and vietnamese_score(windows) > best + (_MARGIN if verdict is None else 0):
            return "cp1258"
    return verdict


def windows(data: bytes) -> str:
    """The letters of bytes in Windows' western code page; bytes it does not use are kept as they are."""
    return data.decode("latin-1").translate(_TO_WINDOWS)


def convert(text: str, encoding: str) -> str:
    """`text` in Unicode, NFC; signs that the encoding leaves alone are read as Windows punctuation. Of a text with
    Unicode letters in it only the words are converted that hold signs Vietnamese does not use."""
    if encoding != "cp1258" and is_unicode(text):
        return _FOREIGN_WORD.sub(lambda word: convert(word[0], encoding), text)
    if encoding == "cp1258":
        codes = text.encode("latin-1", "replace").decode("cp1258", "replace")
        return unicodedata.normalize("NFC", codes)
    if encoding == "tcvn3":
        text = _MINUS_FOR_LETTER.sub("\u00ad", text)
    table = get_charmap(encoding)
    return _convert(text, table).translate(_TO_WINDOWS) if table else text


def repair(text: str, *, from_bytes: bool = False) -> str:
    """`text` converted when its letters show that it is in an old encoding, else as it is."""
    encoding = detect(text, from_bytes=from_bytes)
    if encoding:
        return convert(text, encoding)
    return text.translate(_TO_WINDOWS) if from_bytes else text


def default_encoding(runs: Iterable[Run]) -> str | None:
    """What the runs whose font says nothing are in, judged together: an old encoding or None."""
    parts: list[str] = []
    length = 0
    for run in runs:
        if font_encoding(run.font) is None:
            parts.append(run.text)
            length += len(run.text)
            if length > _SAMPLE:
                break
    return detect(" ".join(parts))


def unify(runs: Iterable[Run], default: str | None) -> str:
    """The text of `runs` in Unicode: each by its font, those whose font says nothing by `default`.

    Neighbours in the same encoding are converted together, since VNI writes a letter and its mark as two signs that a
    change of format may part.
    """
    pieces: list[tuple[str | None, bool, str]] = []
    for run in runs:
        named = font_encoding(run.font)
        encoding = named or default
        capitals = encoding == "tcvn3" and _capitals(run.font)
        if pieces and named is None and pieces[-1][0] == encoding:
            capitals = pieces[-1][1]  # a sign borrowed from another font belongs to the word around it
        if pieces and pieces[-1][:2] == (encoding, capitals):
            pieces[-1] = (encoding, capitals, pieces[-1][2] + run.text)
        else:
            pieces.append((encoding, capitals, run.text))
    parts = []
    for encoding, capitals, text in pieces:
        text = convert(text, encoding) if encoding else text
        parts.append(text.upper() if capitals else text)
    return "".join(parts)
