"""What holds for any content: places are true, nothing is lost, text is composed."""

from __future__ import annotations

import unicodedata
from contextlib import suppress
from datetime import date
from itertools import pairwise

from hypothesis import assume, given
from hypothesis import strategies as st

from knowledge.documents import heading, read
from knowledge.documents.assemble import assemble
from knowledge.documents.pieces import Grid, Piece, clean
from knowledge.documents.plain import pieces
from knowledge.documents.structure import structure
from knowledge.errors import UnreadableFile
from tests.documents import made, told

# fmt: off
_WORDS = (
    "Hữu Nghị", "cửa khẩu", "BÁO CÁO", "Số: 12/BC-X", "Nơi nhận:", "TRƯỞNG BAN", "Lạng Sơn, ngày 2 tháng 3 năm 2020",
    "119/128", "182.398", "triệu đồng", "Bảng 1.", "a.jpg", "Các tin khác", "I.", "1.", "-", "+", "|", "(1)", "cộng",
    "năm 2018", "Độc lập - Tự do - Hạnh phúc", "đạt", "\t", "      ", "Kính gửi:", "hoà", "e\u0301", "\u00a0",
    "\u200b", ":", ".", ";", "\u00ad", "»",
)
# fmt: on
_line = st.lists(st.sampled_from(_WORDS), max_size=8).map(" ".join)
_text = st.lists(_line, max_size=25).map("\n".join)
_cell = st.text("abcđéạ 019.,%-\n", max_size=8)
_rows = st.integers(1, 5).flatmap(
    lambda width: st.lists(st.lists(_cell, min_size=width, max_size=width), min_size=1, max_size=6)
)


def _repeats(piece: Piece) -> bool:
    """Whether neighbouring cells hold the same, as those do that a merged cell covers."""
    if not isinstance(piece, Grid):
        return False
    beside = [pair for row in piece.rows for pair in pairwise(row)]
    below = [pair for upper, lower in pairwise(piece.rows) for pair in zip(upper, lower, strict=True)]
    return any(a and a == b for a, b in (*beside, *below))


@given(_text)
def test_places_hold_what_they_say_in_any_text(text: str) -> None:
    document = assemble(structure(pieces(text)), "txt")
    told.sound(document)
    assert unicodedata.is_normalized("NFC", document.text)


@given(_text)
def test_no_letter_of_a_text_is_lost_or_made_up(text: str) -> None:
    assume(not any(_repeats(piece) for piece in pieces(text)))  # told once, as merged cells are
    document = assemble(structure(pieces(text)), "txt")

    def letters(text: str) -> list[str]:
        return sorted(c for c in clean(text) if c.isalnum())

    assert letters(document.text) == letters(text)


@given(st.lists(st.one_of(_line.filter(lambda line: bool(clean(line))), _rows), max_size=8))
def test_places_hold_what_they_say_in_any_word_file(parts: list[made.Part]) -> None:
    document = read("a.docx", made.docx([*parts, "Thu phí được 5 tỷ đồng."]))
    told.sound(document)
    result = heading(document, "a.docx", date(2026, 1, 1))
    assert result.title


@given(_rows)
def test_every_cell_of_a_table_comes_out(rows: list[list[str]]) -> None:
    document = read("a.docx", made.docx(["Thu phí được 5 tỷ đồng.", rows]))
    told.sound(document)
    for row in rows:
        for cell in row:
            assert " ".join(clean(cell).split()) in document.text


@given(st.binary(max_size=400))
def test_any_bytes_are_a_document_or_refused(data: bytes) -> None:
    for file in ("a.txt", "a.docx", "a.pdf", "a.rtf", "a.doc", "a.html"):
        with suppress(UnreadableFile):
            told.sound(read(file, data))


@given(st.sampled_from([made.docx(["Thu phí."]), made.rtf(["Thu phí.", [["a", "1"], ["b", "2"]]])]), st.data())
def test_any_flipped_byte_is_survived(whole: bytes, data: st.DataObject) -> None:
    broken = bytearray(whole)
    for _ in range(data.draw(st.integers(1, 6))):
        broken[data.draw(st.integers(0, len(broken) - 1))] = data.draw(st.integers(0, 255))
    with suppress(UnreadableFile):
        told.sound(read("a", bytes(broken)))
