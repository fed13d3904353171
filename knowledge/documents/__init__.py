"""Documents of any format become one text and its blocks.

file ─ sniff (which format, really) ─ a reader (plain, word, webpage, pdf, …)
     ─ pieces: paragraphs and grids in order
     ─ structure (frame, debris, captions, outline, tables) ─ assemble ─ Document
read_isolated: the same in a process apart (isolated ─ worker ─ wire), within Limits
Document ─ heading (title, dated, covered) ─ Heading
"""

from __future__ import annotations

from knowledge.documents.archive import unpack
from knowledge.documents.heading import heading
from knowledge.documents.isolated import close_workers, read_isolated, warm_up
from knowledge.documents.limits import DEFAULT, Limits
from knowledge.documents.reading import read

__all__ = ["DEFAULT", "Limits", "close_workers", "heading", "read", "read_isolated", "unpack", "warm_up"]
