"""A Document or an UnreadableFile as bytes, between the process that reads files and the one that asked.

JSON, because what comes from a process that parses strangers' files must not be able to do more than describe text.
Blocks and cells are sent as places in the text, which keeps the message small and the places true.
"""

from __future__ import annotations

import json
from typing import Any

from knowledge.errors import UnreadableFile
from knowledge.model import Block, BlockKind, Document, Problem, Span, Table


def encode(result: Document | UnreadableFile) -> bytes:
    """`result` as bytes for :func:`decode`."""
    if isinstance(result, UnreadableFile):
        return json.dumps({"error": result.code, "details": result.details}).encode()
    message = {
        "text": result.text,
        "format": result.format,
        "ocr": result.ocr,
        "problems": [[p.code, dict(p.details)] for p in result.problems],
        "blocks": [[b.kind.value, b.span.start, b.span.end, b.level, b.page, _table(b.table)] for b in result.blocks],
    }
    return json.dumps(message, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")


def _table(table: Table | None) -> list[Any] | None:
    if table is None:
        return None
    return [table.header_rows, [[[s.start, s.end] for s in row] for row in table.spans]]


def decode(message: bytes) -> Document | UnreadableFile:
    """What was encoded; raises ValueError, KeyError or TypeError on anything else."""
    data = json.loads(message)
    if "error" in data:
        return UnreadableFile(str(data["error"]), **{str(k): str(v) for k, v in data["details"].items()})
    text = str(data["text"])
    blocks = tuple(
        Block(BlockKind(kind), text[start:end], Span(start, end), level, page, _untable(table, text))
        for kind, start, end, level, page, table in data["blocks"]
    )
    problems = tuple(Problem(code, details) for code, details in data["problems"])
    return Document(text, blocks, str(data["format"]), problems, bool(data["ocr"]))


def _untable(table: list[Any] | None, text: str) -> Table | None:
    if table is None:
        return None
    headers, places = table
    spans = tuple(tuple(Span(start, end) for start, end in row) for row in places)
    return Table(tuple(tuple(text[s.start : s.end] for s in row) for row in spans), headers, spans)
