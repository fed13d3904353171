"""Which format a file really is: told from its bytes, the name only a hint."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import PurePath

from knowledge.documents.compound import Compound
from knowledge.errors import UnreadableFile

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_IMAGES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*", b"GIF8", b"BM")
_WEBP = re.compile(rb"RIFF.{4}WEBP", re.DOTALL)
_PARTS = {
    "word/document.xml": "docx",
    "xl/workbook.xml": "xlsx",
    "xl/workbook.bin": "xlsx",
    "ppt/presentation.xml": "pptx",
}
_OPEN_DOCUMENT = {
    b"application/vnd.oasis.opendocument.text": "odt",
    b"application/vnd.oasis.opendocument.spreadsheet": "ods",
    b"application/vnd.oasis.opendocument.presentation": "odp",
}
_STREAMS = {"WordDocument": "doc", "Workbook": "xls", "Book": "xls", "PowerPoint Document": "ppt"}
_FOREIGN = {
    b"MZ": "exe",
    b"\x7fELF": "elf",
    b"Rar!": "rar",
    b"7z\xbc\xaf": "7z",
    b"\x1f\x8b": "gz",
    b"ID3": "mp3",
    b"OggS": "ogg",
    b"RIFF": "avi",
    b"SQLite format 3": "sqlite",
}
_HTML = re.compile(rb"<\s*(!doctype\s+html|html|head|body|meta|table|div|p|h[1-6]|article|title)\b", re.IGNORECASE)
_MIME = re.compile(rb"^(mime-version|from|content-type|subject|date):.{0,300}\n", re.IGNORECASE)
_TEXT_NAMES = ("txt", "text", "md", "log", "")
_PACKAGES = ("docx", "xlsx", "pptx", "odt", "ods", "odp")
_BINARY_NAMES = (*_PACKAGES, "doc", "xls", "ppt", "pdf", "zip", "jpg", "png", "tif", "gif", "bmp", "webp")
_SAME = {
    "htm": "html",
    "xhtml": "html",
    "mht": "html",
    "mhtml": "html",
    "docm": "docx",
    "dotx": "docx",
    "dot": "doc",
    "xlsm": "xlsx",
    "xlsb": "xlsx",
    "ppsx": "pptx",
    "pps": "ppt",
    "jpeg": "jpg",
    "tiff": "tif",
    "tsv": "csv",
}


def extension(file: str) -> str:
    """The extension of a file name, lower case, without the dot, synonyms made one."""
    suffix = PurePath(file.replace("\\", "/")).suffix.lower().lstrip(".")
    return _SAME.get(suffix, suffix)


def sniff(file: str, data: bytes) -> str:
    """The format of `data`: "txt", "csv", "html", "docx", "doc", "rtf", "pdf", "xlsx", "xls", "pptx", "ppt", "odt",
    "ods", "odp", "image", "zip". A wrong extension does no harm where the content can be read.

    Raises UnreadableFile: ``empty``, ``damaged``, ``encrypted``, ``unsupported``, ``wrong_extension``.
    """
    if not data.strip(b"\x00\t\r\n \xef\xbb\xbf"):
        raise UnreadableFile("empty", file=file)
    named = extension(file)
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(b"PK\x03\x04"):
        return _zipped(file, data, named)
    if data.startswith(b"PK\x05\x06"):  # the mark of an archive without files
        raise UnreadableFile("empty", file=file)
    if data.startswith(_OLE):
        return _compound(file, data, named)
    head = data[:1024].lstrip(b"\xef\xbb\xbf\t\r\n ")
    if head.startswith(b"{\\rtf"):
        return "rtf"
    if (data.startswith(_IMAGES) and (data[:2] != b"BM" or b"\x00" in data[:32])) or _WEBP.match(data):
        return "image"
    for magic, found in _FOREIGN.items():
        if data.startswith(magic) and (b"\x00" in data[:4096] or named == found):
            raise _misnamed(file, named, found)
    return _text(named, data, head)


def _text(named: str, data: bytes, head: bytes) -> str:
    if named == "html" or _HTML.match(head) or (head.startswith(b"<?xml") and _HTML.search(data[:4096])):
        return "html"
    if named not in _TEXT_NAMES and (_HTML.search(data[:4096]) or _MIME.match(head)):
        return "html"
    return "csv" if named == "csv" else "txt"


def _misnamed(file: str, named: str, found: str) -> UnreadableFile:
    """The error for content we do not read: the name says something else, or it says as much."""
    if named in _BINARY_NAMES or named in ("rtf", "html", *_TEXT_NAMES[:-1]):
        return UnreadableFile("wrong_extension", file=file, expected=named, found=found)
    return UnreadableFile("unsupported", file=file, format=found)


def is_binary_name(file: str) -> bool:
    """Whether the extension promises a format that is no text."""
    return extension(file) in _BINARY_NAMES


def _zipped(file: str, data: bytes, named: str) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
            kind = archive.read("mimetype")[:80] if names[:1] == ["mimetype"] else b""
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError, RuntimeError) as error:
        raise UnreadableFile("damaged", file=file) from error
    for name in names:
        if name in _PARTS:
            return _PARTS[name]
    if kind.strip() in _OPEN_DOCUMENT:
        return _OPEN_DOCUMENT[kind.strip()]
    if named in _PACKAGES:
        raise UnreadableFile("wrong_extension", file=file, expected=named, found="zip")
    return "zip"


def _compound(file: str, data: bytes, named: str) -> str:
    with Compound(file, data) as compound:
        if compound.has("EncryptedPackage"):
            raise UnreadableFile("encrypted", file=file)
        for name, format in _STREAMS.items():
            if compound.has(name):
                return format
    raise _misnamed(file, named, "ole")
