"""Office files are zip packages of XML parts: opened with an eye on bombs, parsed without entities or network."""

from __future__ import annotations

import io
import zipfile
import zlib

from lxml import etree

from knowledge.errors import UnreadableFile

LARGEST_PART = 64 * 2**20
LARGEST_RATIO = 400  # text compresses 10 to 30 times; repeated table mark-up up to some 200
_RATIO_FROM = 2 * 2**20  # smaller parts do no harm whatever their ratio
MOST_PARTS = 10_000


def xml(file: str, data: bytes) -> etree._Element:
    """`data` parsed with entities left alone, no DTD and no network; raises UnreadableFile ``damaged``."""
    parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False, recover=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise UnreadableFile("damaged", file=file) from error
    if root.getroottree().docinfo.internalDTD is not None:  # no office program writes one; bombs need one
        raise UnreadableFile("damaged", file=file)
    return root


class Package:
    """The parts of a zip file, each read when asked for and only up to a limit."""

    def __init__(self, file: str, data: bytes) -> None:
        self._file = file
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise UnreadableFile("damaged", file=file) from error
        if len(self._archive.infolist()) > MOST_PARTS:
            raise UnreadableFile("too_large", file=file)

    def names(self) -> list[str]:
        return self._archive.namelist()

    def read(self, name: str, limit: int = LARGEST_PART) -> bytes | None:
        """The bytes of a part, None when there is none of that name; the sizes a bomb declares are not believed."""
        try:
            info = self._archive.getinfo(name)
        except KeyError:
            return None
        if info.flag_bits & 0x1:
            raise UnreadableFile("encrypted", file=self._file)
        if info.file_size > limit:
            raise UnreadableFile("too_large", file=self._file)
        if info.file_size > _RATIO_FROM and info.file_size > LARGEST_RATIO * max(info.compress_size, 1):
            raise UnreadableFile("too_large", file=self._file)
        try:
            with self._archive.open(info) as part:
                data = part.read(limit + 1)
        except (
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            OSError,
            NotImplementedError,
            RuntimeError,
            ValueError,
        ) as error:
            raise UnreadableFile("damaged", file=self._file) from error
        if len(data) > limit:
            raise UnreadableFile("too_large", file=self._file)
        return data

    def xml(self, name: str) -> etree._Element | None:
        """The root of an XML part, None when there is none of that name."""
        data = self.read(name)
        return None if data is None else xml(self._file, data)
