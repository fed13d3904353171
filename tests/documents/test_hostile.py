"""Files that are broken or mean harm: each ends in one code, quickly, and the next file is read as ever."""

from __future__ import annotations

import io
import struct
import time
import zipfile
from collections.abc import Callable
from dataclasses import replace

import pytest

from knowledge.documents import DEFAULT, Limits, read_isolated, tesseract
from knowledge.errors import UnreadableFile
from tests.documents import made, made_ole, made_pdf
from tests.documents.made import docx_of, word_paragraph, xlsx_of

_WORD = made.docx(["Thu phí được 5 tỷ đồng."])
_ENTITIES = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 12))
_BOMB = f'<!DOCTYPE d [<!ENTITY l0 "ha">{_ENTITIES}]>'
_OUTSIDE = '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>'


def _word_with(prologue: str, text: str) -> bytes:
    plain = docx_of(word_paragraph("TEXT"))
    with zipfile.ZipFile(io.BytesIO(plain)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["word/document.xml"] = prologue.encode() + parts["word/document.xml"].replace(b"TEXT", text.encode())
    return made.package(dict(parts))


def _code(file: str, data: bytes) -> str:
    """The code of the refusal, empty where the file is read."""
    try:
        read_isolated(file, data)
    except UnreadableFile as refused:
        return refused.code
    return ""


def _row(cells: str) -> str:
    return f"<w:tr>{cells}</w:tr>"


def _long_table() -> bytes:
    cell = "<w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc>"
    return docx_of("<w:tbl>" + _row(cell * 3) * 100_000 + "</w:tbl>")


def _nested(depth: int) -> bytes:
    opened = "<w:tbl><w:tr><w:tc>" * depth
    return docx_of(opened + word_paragraph("x") + "</w:tc></w:tr></w:tbl>" * depth)


def _locked_zip(data: bytes) -> bytes:
    """The archive with every entry marked as encrypted."""
    found = bytearray(data)
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = found.find(mark)
        while at >= 0:
            found[at + offset] |= 1
            at = found.find(mark, at + 4)
    return bytes(found)


_FAR_APART = (
    '<sheetData><row r="1"><c r="A1"><v>1</v></c></row>'
    '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
)
_HUGE_PICTURE = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + struct.pack(">II", 40_000, 40_000) + b"\x08" + b"\x00" * 13
_FILES: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "nothing": ("a.docx", lambda: b"", "empty"),
    "blanks": ("a.txt", lambda: b" \r\n\t\n \x00\x00", "empty"),
    "program": ("a.docx", lambda: b"MZ\x90\x00" + b"\x00\x01\x02" * 900, "wrong_extension"),
    "program, named so": ("a.exe", lambda: b"MZ\x90\x00" + b"\x00\x01\x02" * 900, "unsupported"),
    "bytes without sense": ("a.txt", lambda: bytes(range(256)) * 40, "not_text"),
    "bytes that call themselves a PDF": ("a.pdf", lambda: bytes(range(256)) * 40, "damaged"),
    "archive that calls itself a paper": ("a.docx", lambda: made.package({"a.txt": "a"}), "wrong_extension"),
    "paper cut off": ("a.docx", lambda: _WORD[: len(_WORD) // 2], "damaged"),
    "PDF cut off": ("a.pdf", lambda: made_pdf.pdf(["Thu 5 tỷ đồng."])[:200], "damaged"),
    "old paper cut off": ("a.doc", lambda: made_ole.doc(["Thu 5 tỷ đồng."])[:600], "damaged"),
    "rich text too deep": ("a.rtf", lambda: b"{\\rtf1" + b"{" * 100_000, "damaged"),
    "paper with a password": ("a.docx", lambda: made_ole.compound({"EncryptedPackage": b"x" * 5000}), "encrypted"),
    "old paper with a password": ("a.doc", lambda: made_ole.doc(["x"], flags=0x0100), "encrypted"),
    "package with a password": ("a.docx", lambda: _locked_zip(_WORD), "encrypted"),
    "PDF with a password": ("a.pdf", made_pdf.encrypted, "encrypted"),
    "entities that multiply": ("a.docx", lambda: _word_with(_BOMB, "&l11;"), "damaged"),
    "entity from outside": ("a.docx", lambda: _word_with(_OUTSIDE, "&x;"), "damaged"),
    "part that unpacks to a gigabyte": (
        "a.docx",
        lambda: made.package({"word/document.xml": b"<a>" + b" " * (1 << 28)}),
        "too_large",
    ),
    "sheet that spans all rows and columns": (
        "a.xlsx",
        lambda: xlsx_of(_FAR_APART),
        "too_large",
    ),
    "table of 100,000 rows": ("a.docx", _long_table, "too_large"),
    "sheet of 100,000 rows": ("a.xlsx", lambda: made.xlsx([["a", 1.0, 2.0]] * 100_000), "too_large"),
    "PDF of 10,000 pages": ("a.pdf", lambda: made_pdf.many_pages(10_000), "too_many_pages"),
    "picture of a thousand million dots": (
        "a.png",
        lambda: _HUGE_PICTURE,
        "damaged" if tesseract.installed() else "needs_tool",
    ),
}


@pytest.mark.parametrize("name", _FILES)
def test_it_is_refused_with_its_reason(name: str) -> None:
    file, made_up, code = _FILES[name]
    data = made_up()
    started = time.monotonic()
    with pytest.raises(UnreadableFile) as refused:
        read_isolated(file, data)
    assert refused.value.code == code
    assert refused.value.details["file"] == file
    assert time.monotonic() - started < 20
    assert read_isolated("b.docx", _WORD).text == "Thu phí được 5 tỷ đồng."


def test_a_sheet_may_claim_what_it_likes() -> None:
    data = made.xlsx([["Bãi", "Xe"], ["Số 1", 120]], dimension="A1:XFD1048576")
    assert read_isolated("a.xlsx", data).text == "Bãi\tXe\nSố 1\t120"


def test_tables_within_tables_without_end_are_cut_off_not_followed() -> None:
    with pytest.raises(UnreadableFile) as refused:
        read_isolated("a.docx", _nested(2_000))
    assert refused.value.code == "damaged"
    assert read_isolated("a.docx", _nested(5)).text == "x"


def test_nul_bytes_and_broken_letters_in_a_text_do_no_harm() -> None:
    document = read_isolated(
        "a.txt", "Thu phí được 5 tỷ đồng.\x00 Xong việc trong tháng này, ".encode() + b"\xff c\xe1\xbb"
    )
    assert document.text.startswith("Thu phí được 5 tỷ đồng. Xong việc")
    assert "\x00" not in document.text
    assert [problem.code for problem in document.problems] == ["damaged_letters"]


def test_a_page_of_ten_thousand_open_tags_ends_within_its_limits() -> None:
    page = b"<html><body>" + b"<div><span>" * 10_000 + "Thu 5 tỷ đồng.".encode()
    assert _code("a.html", page) in ("", "no_text", "damaged")


@pytest.mark.parametrize(
    ("limits", "file", "data", "code"),
    [
        (replace(DEFAULT, size=1000), "a.txt", b"a" * 2000, "too_large"),
        (replace(DEFAULT, text=1000), "a.txt", b"abc " * 2000, "too_large"),
        (replace(DEFAULT, wall=1), "a.pdf", made_pdf.pdf(["Thu phí. " * 9000]), "too_slow"),
        (replace(DEFAULT, cpu=1), "a.pdf", made_pdf.pdf(["Thu phí. " * 9000]), "too_slow"),
        (replace(DEFAULT, memory=1 << 20), "a.docx", docx_of(word_paragraph("Thu phí. " * 400_000)), "too_large"),
    ],
)
def test_each_limit_holds(limits: Limits, file: str, data: bytes, code: str) -> None:
    with pytest.raises(UnreadableFile) as refused:
        read_isolated(file, data, limits=limits)
    assert refused.value.code == code
