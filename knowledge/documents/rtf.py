"""Rich text (.rtf): groups, control words and letters, read into paragraphs and table rows.

Source: Rich Text Format (RTF) Specification, version 1.9.1. Letters written as bytes are in the code page of their
font; for fonts of the old Vietnamese encodings they are kept as they are and converted with the font's encoding.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from knowledge.documents.legacy import Run, font_encoding, windows
from knowledge.documents.limits import Limits
from knowledge.documents.marked import CellPlace, Marked, pieces
from knowledge.documents.pieces import Piece
from knowledge.errors import UnreadableFile
from knowledge.model import Problem

_TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z'])|([{}])|([^\\{}\r\n]+)|[\r\n]+"
)
# Destinations without text of the document's own.
# fmt: off
_SKIPPED = frozenset((
    "colortbl", "stylesheet", "info", "pict", "object", "header", "headerl", "headerr", "headerf", "footer", "footerl",
    "footerr", "footerf", "listtable", "listoverridetable", "rsidtbl", "generator", "themedata", "datastore",
    "xmlnstbl", "latentstyles", "filetbl", "revtbl", "bkmkstart", "bkmkend", "annotation", "atnid", "atnauthor", "sn",
    "sv", "fldinst", "nonshppict", "pnseclvl", "mmathPr", "defchp", "defpap", "tc", "xe",
))
# fmt: on
_KEPT_STARRED = frozenset(("shpinst", "listtext", "footnote"))  # destinations unknown to old readers that hold text
_SIGNS = {
    "tab": "\t", "line": "\n", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“",
    "rdblquote": "”", "bullet": "•", "emspace": " ", "enspace": " ", "qmspace": " ",
}  # fmt: skip
_SYMBOLS = {"~": "\u00a0", "_": "-", "-": "\u00ad", "\\": "\\", "{": "{", "}": "}", "\n": "\n", "\r": "\n"}
_PAGES = {163: "cp1258", 204: "cp1251", 238: "cp1250", 161: "cp1253", 162: "cp1254", 186: "cp1257"}  # by font charset
_DEEPEST = 256


@dataclass(slots=True)
class _State:
    """What a group inherits from the one around it."""

    skipped: bool = False
    fonts: bool = False  # inside the font table
    font: int = 0
    bold: bool = False
    hidden: bool = False
    fallback: int = 1  # letters that stand in for a Unicode one in old readers


@dataclass(slots=True)
class _Font:
    name: str = ""
    page: str = "cp1252"


@dataclass(slots=True)
class _Row:
    places: list[CellPlace] = field(default_factory=list)
    left: int = 0
    joined_left: bool = False
    joined_up: bool = False


class _Reader:
    def __init__(self) -> None:
        self.found: list[Marked] = []
        self._state = _State()
        self._stack: list[_State] = []
        self._fonts: dict[int, _Font] = {}
        self._font = 0  # being defined
        self._paragraph = Marked()
        self._bold: list[bool] = []
        self._row = _Row()
        self._skip = 0  # letters still to leave out after a Unicode one
        self._starred = False

    def read(self, file: str, data: bytes) -> None:
        at = 0
        while at < len(data):
            match = _TOKEN.match(data, at)
            if match is None:
                at += 1
                continue
            at = match.end()
            word, number, code, symbol, brace, text = match.groups()
            if brace == b"{":
                if len(self._stack) >= _DEEPEST:
                    raise UnreadableFile("damaged", file=file)
                self._stack.append(replace(self._state))
                self._starred = False
            elif brace:
                if self._stack:
                    self._state = self._stack.pop()
            elif word == b"bin":
                at += max(0, int(number or 0))
            elif word:
                self._word(word.decode("ascii"), int(number) if number else None)
            elif code:
                self._bytes(bytes([int(code, 16)]))
            elif symbol:
                self._symbol(symbol.decode("latin-1"))
            elif text:
                self._bytes(text)
        self._end_paragraph()

    def _symbol(self, symbol: str) -> None:
        if symbol == "*":
            self._starred = True
        elif symbol in _SYMBOLS:
            self._add(_SYMBOLS[symbol])

    def _bytes(self, data: bytes) -> None:
        if self._state.fonts:
            self._fonts.setdefault(self._font, _Font()).name += data.decode("latin-1").rstrip(";")
            return
        if self._skip:
            cut = min(self._skip, len(data))
            self._skip -= cut
            data = data[cut:]
        font = self._fonts.get(self._state.font, _Font())
        if font_encoding(font.name) or font.page == "cp1252":
            self._add(windows(data))
        else:
            self._add(data.decode(font.page, "replace"))

    def _add(self, text: str) -> None:
        state = self._state
        if state.skipped or state.hidden or state.fonts or not text:
            return
        name = self._fonts.get(state.font, _Font()).name or None
        runs = self._paragraph.runs
        if runs and runs[-1].font == name:
            runs[-1] = Run(runs[-1].text + text, name)
        else:
            runs.append(Run(text, name))
        if any(c.isalnum() for c in text):
            self._bold.append(state.bold)

    def _word(self, word: str, number: int | None) -> None:
        starred, self._starred = self._starred, False
        state = self._state
        if word == "fonttbl":
            state.fonts = True
        elif word in _SKIPPED or (starred and word not in _KEPT_STARRED):
            state.skipped = True
        elif word == "f" and number is not None:
            if state.fonts:
                self._font = number
            state.font = number
        elif word == "fcharset" and state.fonts:
            self._fonts.setdefault(self._font, _Font()).page = _PAGES.get(number or 0, "cp1252")
        elif state.skipped or state.fonts:
            return
        elif word == "u" and number is not None:
            self._add(chr(number % 65536) if not 0xD800 <= number % 65536 < 0xE000 else "")
            self._skip = state.fallback
        elif word == "uc":
            state.fallback = min(max(number or 0, 0), 8)
        elif word in ("b", "v"):
            setattr(state, "bold" if word == "b" else "hidden", number != 0)
        elif word == "plain":
            state.bold = state.hidden = False
        elif word in _SIGNS:
            self._add(_SIGNS[word])
        else:
            self._layout(word, number)

    def _layout(self, word: str, number: int | None) -> None:
        """Paragraphs, cells and rows."""
        paragraph = self._paragraph
        if word in ("par", "page", "sect", "nestcell", "nestrow"):
            self._end_paragraph(cell=False)
        elif word == "cell":
            paragraph.in_table = True
            self._end_paragraph(cell=True)
        elif word == "row":
            self.found.append(Marked(in_table=True, ends_row=True, cells=tuple(self._row.places)))
            self._paragraph = replace(paragraph, runs=[])
        elif word == "trowd":
            self._row = _Row()
        elif word == "trleft":
            self._row.left = number or 0
        elif word in ("clmrg", "clvmrg"):
            setattr(self._row, "joined_left" if word == "clmrg" else "joined_up", True)
        elif word == "cellx" and number is not None:
            row = self._row
            row.places.append(CellPlace(row.left, number, row.joined_left, row.joined_up))
            row.left, row.joined_left, row.joined_up = number, False, False
        elif word == "pard":
            self._paragraph = Marked(runs=paragraph.runs)
        elif word == "intbl":
            paragraph.in_table = True
        elif word in ("qc", "qr", "ql", "qj"):
            paragraph.centred, paragraph.right = word == "qc", word == "qr"
        elif word == "outlinelevel" and number is not None and number < 9:
            paragraph.level = number + 1
        elif word in ("ls", "ilvl"):
            paragraph.item = max(paragraph.item, 1) if word == "ls" else (number or 0) + 1

    def _end_paragraph(self, *, cell: bool = False) -> None:
        paragraph = self._paragraph
        self.found.append(replace(paragraph, bold=bool(self._bold) and all(self._bold), ends_cell=cell))
        self._paragraph = replace(paragraph, runs=[])
        self._bold = []


def read_rtf(file: str, data: bytes, limits: Limits) -> tuple[list[Piece], tuple[Problem, ...]]:
    """The pieces of a .rtf file. Raises UnreadableFile ``damaged``."""
    reader = _Reader()
    reader.read(file, data)
    return pieces(reader.found), ()
