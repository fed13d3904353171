"""Which format a file really is: told from its bytes, the name only a hint."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import PurePath

from knowledge.errors import UnreadableFile

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_IMAGES = {
    b"\x89PNG\r\n\x1a\n": "png",
    b"\xff\xd8\xff": "jpg",
    b"II*\x00": "tif",
    b"MM\x00*": "tif",
    b"BM": "bmp",
    b"GIF8": "gif",
}
_PARTS = {
    "word/document.xml": "docx",
    "xl/workbook.xml": "xlsx",
    "xl/workbook.bin": "xlsx",
    "ppt/presentation.xml": "pptx",
}
_STREAMS = {
    "WordDocument": "doc",
    "Workbook": "xls",
    "Book": "xls",
    "PowerPoint Document": "ppt",
    "EncryptedPackage": "encrypted",
}
_HTML = re.compile(rb"<\s*(!doctype\s+html|html|head|body|meta|table|div|p|h[1-6]|article|title)\b", re.IGNORECASE)
_FOREIGN = tuple(b"MZ \x7fELF Rar! 7z\xbc\xaf \x1f\x8b ID3 OggS fLaC RIFF SQLite".split())  # programs, archives, sound
TEXT_NAMES = {"txt", "text", "md", "csv", "log", ""}
_SAME = {
    "htm": "html",
    "xhtml": "html",
    "mht": "html",
    "docm": "docx",
    "dotx": "docx",
    "xlsm": "xlsx",
    "jpeg": "jpg",
    "tiff": "tif",
}


def extension(file: str) -> str:
    """The extension of a file name, lower case, without the dot, synonyms made one."""
    suffix = PurePath(file.replace("\\", "/")).suffix.lower().lstrip(".")
    return _SAME.get(suffix, suffix)


def _zipped(file: str, data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError) as error:
        raise UnreadableFile("damaged", file=file) from error
    for name in names:
        if name in _PARTS:
            return _PARTS[name]
    if "mimetype" in names and "content.xml" in names:
        raise UnreadableFile("unsupported", file=file, format="odf")
    return "zip"


def _compound(data: bytes) -> str:
    # Directory entries hold their names in UTF-16; which streams there are tells the program that wrote the file.
    for name, format in _STREAMS.items():
        if (name + "\0").encode("utf-16-le") in data:
            return format
    return "ole"


def sniff(file: str, data: bytes) -> str:
    """The format of `data`: "txt", "html", "docx", "pdf", "doc", "xls", "xlsx", "ppt", "pptx", "rtf", "zip", "png" …

    Raises UnreadableFile: ``empty``, ``damaged``, ``encrypted``, ``unsupported``, ``not_text``.
    """
    if not data.strip(b"\x00\t\r\n \xef\xbb\xbf"):
        raise UnreadableFile("empty", file=file)
    head = data[:1024].lstrip(b"\xef\xbb\xbf\t\r\n ")
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(b"PK\x03\x04"):
        return _zipped(file, data)
    if data.startswith(b"PK\x05\x06"):
        raise UnreadableFile("empty", file=file)
    if data.startswith(_OLE):
        format = _compound(data)
        if format == "encrypted":
            raise UnreadableFile("encrypted", file=file)
        if format == "ole":
            raise UnreadableFile("unsupported", file=file, format="ole")
        return format
    if head.startswith(b"{\\rtf"):
        return "rtf"
    for magic, format in _IMAGES.items():
        if data.startswith(magic) and (len(magic) > 2 or b"\x00" in data[:32]):
            return format
    if data.startswith(_FOREIGN) and b"\x00" in data[:4096]:
        raise UnreadableFile("unsupported", file=file, format=extension(file))
    if extension(file) == "html" or _HTML.match(head) or (head.startswith(b"<?xml") and _HTML.search(data[:4096])):
        return "html"
    if _HTML.search(data[:4096]) and extension(file) not in TEXT_NAMES:
        return "html"
    return "txt"
