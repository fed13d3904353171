"""JSON lines: one object a line from standard input, one a line out, each at once."""

from __future__ import annotations

import json
import sys
from collections.abc import Awaitable, Callable, Iterator, Mapping
from datetime import date
from typing import Any

from knowledge.cli.frame import complain, described
from knowledge.errors import StoreError

Json = dict[str, Any]


async def over(work: Callable[[Json], Awaitable[Json]]) -> int:
    """Answer every line in order, each at once; exit code 0.

    A line that fails gets {"id", "error"} and a sentence on standard error, and does not end the others: the reader at
    the other end counts on one line out for each line in.
    """
    for line, wrong in read():
        try:
            if wrong:
                raise ValueError(wrong)
            result = await work(line)
        except StoreError:
            raise
        except Exception as error:
            told = str(error) if isinstance(error, ValueError) else described(error)
            complain(f"{line.get('id', '?')}: {told}")
            result = {"error": told}
        write({"id": line.get("id")} | result)
    return 0


def read() -> Iterator[tuple[Json, str | None]]:
    """The objects on standard input as they arrive, each with what is wrong with its line (None when nothing is)."""
    for number, raw in enumerate(iter(sys.stdin.buffer.readline, b""), 1):
        if not raw.strip():
            continue
        try:
            line = json.loads(raw.decode("utf-8-sig"))
        except (ValueError, RecursionError) as error:
            yield {}, f"Line {number} is not JSON: {error}."
            continue
        if isinstance(line, dict):
            yield line, None
        else:
            yield {}, f"Line {number} is not a JSON object."


def write(line: Mapping[str, Any]) -> None:
    """One object, at once: the reader may wait for it before sending the next."""
    sys.stdout.write(json.dumps(line, ensure_ascii=False) + "\n")
    sys.stdout.flush()


def day(line: Mapping[str, Any], key: str, default: date) -> date:
    """An ISO date of a line; raises ValueError with a sentence."""
    value = line.get(key)
    if value is None:
        return default
    try:
        return date.fromisoformat(str(value)[:10])
    except ValueError as error:
        raise ValueError(f"{key} must be a date such as 2024-12-31, not {str(value)[:40]!r}") from error


def text(line: Mapping[str, Any], key: str) -> str:
    """A text of a line; raises ValueError with a sentence."""
    value = line.get(key)
    if not isinstance(value, str):
        raise ValueError(f'"{key}" with a text is missing')
    return value
