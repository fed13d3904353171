"""One file in, one Document out: finds the format, its reader, and the structure of what it read."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from knowledge.documents.assemble import assemble
from knowledge.documents.limits import DEFAULT, Limits
from knowledge.documents.pieces import Grid, Piece
from knowledge.documents.sniff import sniff
from knowledge.documents.structure import structure
from knowledge.documents.tool import convert
from knowledge.documents.wording import preload as preload_wording
from knowledge.errors import UnreadableFile
from knowledge.model import Document, Problem

Reader = Callable[[str, bytes, Limits], tuple[list[Piece], tuple[Problem, ...]]]

# Imported when first needed: a reader's library may be slow to load.
_READERS = {
    "txt": ("plain", "read_text"),
    "csv": ("plain", "read_csv"),
    "docx": ("word", "read_docx"),
    "doc": ("word97", "read_doc"),
    "rtf": ("rtf", "read_rtf"),
    "html": ("webpage", "read_html"),
    "pdf": ("pdf", "read_pdf"),
    "xls": ("spreadsheet", "read_sheets"),
    "xlsx": ("spreadsheet", "read_sheets"),
    "ods": ("spreadsheet", "read_sheets"),
    "pptx": ("slides", "read_pptx"),
    "image": ("scan", "read_image"),
    "scan": ("scan", "read_scanned_pdf"),
}
# What LibreOffice has to turn into something we read.
_CONVERTED = {"ppt": "pptx", "odt": "docx", "odp": "pptx"}
_CONVERSION = 50.0  # seconds


def _reader(format: str) -> Reader:
    module, name = _READERS[format]
    reader: Reader = getattr(import_module(f"knowledge.documents.{module}"), name)
    return reader


def preload() -> None:
    """Loads every reader and the lexicon, so that no file has to wait for them."""
    preload_wording()
    for format in _READERS:
        _reader(format)


def read(file: str, data: bytes, *, limits: Limits = DEFAULT) -> Document:
    """The document in `data`; `file` is its name, of which only the extension matters, as a hint.

    Raises UnreadableFile: ``empty``, ``encrypted``, ``wrong_extension``, ``not_text``, ``unsupported``, ``damaged``,
    ``no_text``, ``needs_tool``, ``too_large``, ``too_many_pages``. An archive is ``unsupported``: see
    :func:`knowledge.documents.unpack`. `limits` bounds the size of what comes out; time and memory are bounded by
    :func:`knowledge.documents.read_isolated` alone: use that for files of strangers.
    """
    format = sniff(file, data)
    pieces, problems = _read(file, data, format, limits)
    _check_size(file, pieces, limits)
    ocr = any(problem.code == "ocr" for problem in problems)
    document = assemble(structure(pieces), format, problems=problems, ocr=ocr)
    if not any(c.isalnum() for c in document.text):
        raise UnreadableFile("no_text", file=file)
    return document


def _read(file: str, data: bytes, format: str, limits: Limits) -> tuple[list[Piece], tuple[Problem, ...]]:
    if format in _CONVERTED:
        data = convert(file, data, format, _CONVERTED[format], seconds=_CONVERSION)
        return _read(file, data, _CONVERTED[format], limits)
    if format not in _READERS:
        raise UnreadableFile("unsupported", file=file, format=format)
    try:
        return _reader(format)(file, data, limits)
    except UnreadableFile as error:
        if format == "pdf" and error.code == "no_text":
            return _reader("scan")(file, data, limits)
        raise


def _check_size(file: str, pieces: list[Piece], limits: Limits) -> None:
    cells = sum(len(p.rows) * len(p.rows[0]) for p in pieces if isinstance(p, Grid) and p.rows)
    letters = sum(
        sum(len(cell) for row in p.rows for cell in row) if isinstance(p, Grid) else len(p.text) + 1 for p in pieces
    )
    if cells > limits.cells or letters > limits.text:
        raise UnreadableFile("too_large", file=file)
