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

_EMPTY = b"PK\x05\x06"  # how an archive of nothing begins
_DEEPEST = 2  # archives within archives
_FURNITURE = ("__MACOSX", "Thumbs.db", ".DS_Store", "desktop.ini")


Unpacked = tuple[str, "bytes | UnreadableFile"]


def is_archive(file: str, data: bytes) -> bool:
    """Whether `data` is to be taken apart: a .zip that is no document itself."""
    return data.startswith(_EMPTY) or (data.startswith(b"PK\x03\x04") and _is_archive(file, data))


def unpack(file: str, data: bytes, *, limits: Limits = DEFAULT) -> list[Unpacked]:
    """The files in the archive `data`, archives in it taken apart too: each one's name without its folder, and its
    bytes; for a file that is encrypted or damaged in place of the bytes the UnreadableFile that says so.

    Raises UnreadableFile: ``encrypted`` (all of it), ``damaged``, ``too_large`` (more files or bytes than `limits`
    allow, or an archive within an archive within an archive), ``empty``.
    """
    found: list[Unpacked] = []
    _unpack(file, data, limits, 0, found)
    if not found:
        raise UnreadableFile("empty", file=file)
    if all(isinstance(content, UnreadableFile) and content.code == "encrypted" for _, content in found):
        raise UnreadableFile("encrypted", file=file)
    return found


def _unpack(file: str, data: bytes, limits: Limits, depth: int, found: list[Unpacked]) -> None:
    too_large = UnreadableFile("too_large", file=file, most=f"{limits.unpacked // 2**20} MB")
    if depth > _DEEPEST:
        raise too_large
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise UnreadableFile("damaged", file=file) from error
    for entry in archive.infolist():
        name = _name(entry)
        if entry.is_dir() or not name:
            continue
        room = limits.unpacked - sum(len(content) for _, content in found if isinstance(content, bytes))
        if len(found) >= limits.files or entry.file_size > room:
            raise too_large
        try:
            content = _content(archive, entry, name, room)
        except UnreadableFile as error:
            found.append((name, error))
            continue
        if len(content) > room:  # an archive may lie about sizes
            raise too_large
        if is_archive(name, content):
            try:
                _unpack(name, content, limits, depth + 1, found)
            except UnreadableFile as error:
                if error.code == "too_large":
                    raise
                found.append((name, error))
        else:
            found.append((name, content))


def _content(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str, room: int) -> bytes:
    """The bytes of one file, at most one more than there is room for. Raises UnreadableFile."""
    if entry.flag_bits & 0x1:
        raise UnreadableFile("encrypted", file=name)
    try:
        with archive.open(entry) as part:
            return part.read(room + 1)
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        OSError,
        NotImplementedError,
        RuntimeError,
        ValueError,
    ) as error:
        raise UnreadableFile("damaged", file=name) from error


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
