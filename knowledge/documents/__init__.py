"""Documents of any format become one text and its blocks.

    file ─ sniff: which format, really
         ─ a reader: plain (encoding, drawn) · word (package) · word97 (compound) · rtf · webpage · pdf · spreadsheet
           · slides · scan (upright, ruled ─ celled, tesseract, figures, slips); letters of old encodings by legacy,
           lines with places by flow (aligned)
         ─ pieces: paragraphs and grids in order
         ─ structure: frame, debris, captions, outline, tables, told by the wording of lines
         ─ assemble ─ Document
    Document ─ heading (dated, covered) ─ Heading

read_isolated does the same in a process apart and within Limits (isolated ─ worker ─ wire); archive takes a .zip apart;
doctor tells which tools from outside are there.
"""

from __future__ import annotations

from knowledge.documents.archive import is_archive, unpack
from knowledge.documents.heading import heading
from knowledge.documents.isolated import close_workers, read_isolated, warm_up
from knowledge.documents.limits import DEFAULT, Limits
from knowledge.documents.reading import read

__all__ = ["DEFAULT", "Limits", "close_workers", "heading", "is_archive", "read", "read_isolated", "unpack", "warm_up"]
