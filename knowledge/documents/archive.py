"""Archives (.zip) of documents, taken apart within limits."""

from __future__ import annotations

import io
import zipfile
import zlib
from contextlib import suppress
from pathlib import PurePosixPath

from knowledge.documents.limits import DEFAULT, Limits
from knowledge.documents.sniff import sniff
from knowledge.errors import UnreadableFile

_DEEPEST = 2  # archives within archives
_FURNITURE = ("__MACOSX", "Thumbs.db", ".DS_Store", "desktop.ini")


def unpack(file: str, data: bytes, *, limits: Limits = DEFAULT) -> list[tuple[str, bytes]]:
    """The files in the archive `data`, archives in it taken apart too: each one's name without its folder, and its
    bytes.

    Raises UnreadableFile: ``encrypted``, ``damaged``, ``too_large`` (more files or bytes than `limits` allow, or an
    archive within an archive within an archive), ``empty``.
    """
    found: list[tuple[str, bytes]] = []
    _unpack(file, data, limits, 0, found)
    if not found:
        raise UnreadableFile("empty", file=file)
    return found


def _unpack(file: str, data: bytes, limits: Limits, depth: int, found: list[tuple[str, bytes]]) -> None:
    too_large = UnreadableFile("too_large", file=file, most=f"{limits.unpacked // 2**20} MB")
    if depth > _DEEPEST:
        raise too_large
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise UnreadableFile("damaged", file=file) from error
    room = limits.unpacked - sum(len(content) for _, content in found)
    for entry in archive.infolist():
        name = _name(entry)
        if entry.is_dir() or not name:
            continue
        if entry.flag_bits & 0x1:
            raise UnreadableFile("encrypted", file=file)
        if len(found) >= limits.files or entry.file_size > room:
            raise too_large
        try:
            with archive.open(entry) as part:
                content = part.read(room + 1)
        except (
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            OSError,
            NotImplementedError,
            RuntimeError,
            ValueError,
        ) as error:
            raise UnreadableFile("damaged", file=file) from error
        if len(content) > room:  # an archive may lie about sizes
            raise too_large
        if content.startswith(b"PK\x03\x04") and _is_archive(name, content):
            _unpack(file, content, limits, depth + 1, found)
            room = limits.unpacked - sum(len(kept) for _, kept in found)
        else:
            found.append((name, content))
            room -= len(content)


def _is_archive(name: str, content: bytes) -> bool:
    try:
        return sniff(name, content) == "zip"
    except UnreadableFile:
        return False


def _name(entry: zipfile.ZipInfo) -> str:
    """The name without its folder; names written before zip knew Unicode are mended. Empty for what is no document."""
    name = entry.filename
    if not entry.flag_bits & 0x800:
        with suppress(UnicodeEncodeError, UnicodeDecodeError):
            name = name.encode("cp437").decode("utf-8")
    path = PurePosixPath(name.replace("\\", "/"))
    if any(part in _FURNITURE for part in path.parts) or path.name.startswith((".", "~$")):
        return ""
    return path.name
