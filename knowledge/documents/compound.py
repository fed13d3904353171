"""The streams of an OLE2 compound file, in which Office kept documents before 2007."""

from __future__ import annotations

import io
from types import TracebackType

import olefile  # type: ignore[import-untyped]

from knowledge.errors import UnreadableFile


class Compound:
    """An open compound file; use as a context manager. Raises UnreadableFile ``damaged`` where it is none."""

    def __init__(self, file: str, data: bytes) -> None:
        self._file = file
        try:
            self._ole = olefile.OleFileIO(io.BytesIO(data))
        except Exception as error:  # olefile raises whatever a broken file makes it stumble on
            raise UnreadableFile("damaged", file=file) from error

    def __enter__(self) -> Compound:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._ole.close()

    def has(self, name: str) -> bool:
        """Whether there is a stream of that name in the root storage."""
        try:
            return bool(self._ole.exists(name))
        except Exception:  # the directory is broken
            return False

    def stream(self, name: str) -> bytes | None:
        """The bytes of a stream of the root storage, None when there is none of that name."""
        try:
            if not self.has(name):
                return None
            return bytes(self._ole.openstream(name).read())
        except Exception as error:
            raise UnreadableFile("damaged", file=self._file) from error
