"""One file in, one Document out: finds the format, its reader, and the structure of what it read."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from knowledge.documents.assemble import assemble
from knowledge.documents.pieces import Piece
from knowledge.documents.sniff import sniff
from knowledge.documents.structure import structure
from knowledge.errors import UnreadableFile
from knowledge.model import Document, Problem

Reader = Callable[[str, bytes], tuple[list[Piece], tuple[Problem, ...]]]

# Imported when first needed: a reader's library may be slow to load.
_READERS = {
    "txt": ("plain", "read_text"),
    "docx": ("word", "read_docx"),
    "html": ("webpage", "read_html"),
    "pdf": ("pdf", "read_pdf"),
}


def read(file: str, data: bytes) -> Document:
    """The document in `data`; `file` is its name, of which only the extension matters, as a hint.

    Raises UnreadableFile: ``empty``, ``encrypted``, ``wrong_extension``, ``not_text``, ``unsupported``, ``damaged``,
    ``no_text``, ``needs_tool``, ``too_large``, ``too_many_pages``. The call is as slow and hungry as the file makes it:
    for files of strangers use :func:`knowledge.documents.read_isolated`.
    """
    format = sniff(file, data)
    if format not in _READERS:
        raise UnreadableFile("unsupported", file=file, format=format)
    module, name = _READERS[format]
    reader: Reader = getattr(import_module(f"knowledge.documents.{module}"), name)
    pieces, problems = reader(file, data)
    document = assemble(structure(pieces), format, problems=problems)
    if not any(c.isalnum() for c in document.text):
        raise UnreadableFile("no_text", file=file)
    return document
