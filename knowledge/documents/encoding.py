"""Bytes of a text become letters: Unicode as it says or proves itself, else the Vietnamese encodings of before 2000."""

from __future__ import annotations

import codecs
import re

from knowledge.documents.legacy import repair
from knowledge.documents.sniff import is_binary_name
from knowledge.errors import UnreadableFile
from knowledge.model import Problem

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_DECLARED = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]{3,20})", re.IGNORECASE)
_MOST_CONTROLS = 0.02
_PROOF = 3  # letters of several bytes that are right for each that is not: other encodings hardly ever look like it


def _utf16(data: bytes) -> str | None:
    """The byte order of UTF-16 without a mark: every other byte of Vietnamese text is below 0x20."""
    sample = data[:4000]
    if len(sample) < 4 or len(data) % 2:
        return None
    odd, even = sample[1::2], sample[0::2]
    for name, high, low in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        if (
            sum(b < 0x20 for b in high) > 0.95 * len(high)
            and sum(b == 0 for b in high) > 0.3 * len(high)
            and 0 not in low[:50]
        ):
            return name
    return None


def _binary(data: bytes) -> bool:
    sample = data[:65536]
    controls = sum(sample.count(bytes([b])) for b in range(32) if b not in (9, 10, 11, 12, 13))
    return controls > _MOST_CONTROLS * len(sample)


def decode(file: str, data: bytes) -> tuple[str, tuple[Problem, ...]]:
    """The text of `data`, line ends made ``\\n``, and what was doubtful about it.

    Raises UnreadableFile for binary data: ``not_text``, or ``damaged`` where the extension promised nothing else.
    """
    text, problems = _decode(file, data)
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\x0c", "\n").replace("\x0b", "\n"), problems


def _decode(file: str, data: bytes) -> tuple[str, tuple[Problem, ...]]:
    for mark, name in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace"), ()
    wide = _utf16(data)
    if wide:
        return data.decode(wide, "replace"), ()
    if _binary(data):
        raise UnreadableFile("damaged" if is_binary_name(file) else "not_text", file=file)
    try:
        return repair(data.decode("utf-8")), ()
    except UnicodeDecodeError:
        pass
    broken = data.decode("utf-8", "replace")
    wide_letters = sum(ord(c) > 127 and c != "\ufffd" for c in broken)
    if wide_letters > _PROOF * broken.count("\ufffd"):
        return broken, (Problem("damaged_letters"),)
    declared = _DECLARED.search(data[:2048])
    if declared:
        try:
            codec = codecs.lookup(declared[1].decode("ascii"))
            if codec.name in ("cp1258", "utf-16"):
                return data.decode(codec.name, "replace"), ()
        except LookupError:
            pass
    return repair(data.decode("latin-1"), from_bytes=True), ()
