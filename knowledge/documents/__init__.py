"""Documents of any format become one text and its blocks.

file ─ sniff (which format, really) ─ a reader (plain, word, webpage, pdf, …)
     ─ pieces: paragraphs and grids in order
         ─ structure (frame, debris, captions, outline, tables) ─ assemble ─ Document
Document ─ heading ─ Heading (title, dates, number, issuer, signer, period)
"""

from __future__ import annotations

from knowledge.documents.reading import read

__all__ = ["read"]
