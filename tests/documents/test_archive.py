"""Archives: every document in them, nothing else, and no bombs."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge.documents import DEFAULT, read, unpack
from knowledge.errors import UnreadableFile
from tests.documents import made


def _zip(files: dict[str, bytes]) -> bytes:
    return made.package(dict(files))


def test_the_files_of_an_archive_and_of_archives_in_it_come_out_without_their_folders() -> None:
    word = made.docx(["Thu 5 tỷ đồng."])
    inner = _zip({"b.txt": b"b"})
    archive = _zip({"2019/a.txt": b"a", "2019/in.zip": inner, "c.docx": word, "__MACOSX/._a.txt": b"", "x/": b""})
    assert unpack("a.zip", archive) == [("a.txt", b"a"), ("b.txt", b"b"), ("c.docx", word)]


def test_a_name_cannot_point_out_of_its_folder() -> None:
    assert [name for name, _ in unpack("a.zip", _zip({"../../etc/a.txt": b"a", "..\\b.txt": b"b"}))] == [
        "a.txt",
        "b.txt",
    ]


def test_names_from_before_unicode_are_mended() -> None:
    name = "báo cáo.txt".encode()
    data = _zip({"x" * len(name): b"a"}).replace(b"x" * len(name), name)  # without the mark that says Unicode
    assert unpack("a.zip", data) == [("báo cáo.txt", b"a")]


@pytest.mark.parametrize(
    ("archive", "code"),
    [
        (_zip({}), "empty"),
        (_zip({"big.txt": b"\0" * 5_000_000}), "too_large"),
        (_zip({f"{i}.txt": b"a" for i in range(30)}), "too_large"),
        (_zip({"a.zip": _zip({"b.zip": _zip({"c.zip": _zip({"d.txt": b"d"})})})}), "too_large"),
        (b"PK\x03\x04 and then nothing", "damaged"),
        (_zip({"a.txt": b"a" * 1000})[:60], "damaged"),
    ],
    ids=["no files", "a large one", "many", "nested", "no zip", "cut off"],
)
def test_what_is_no_proper_archive_is_refused(archive: bytes, code: str) -> None:
    limits = replace(DEFAULT, unpacked=1_000_000, files=20)
    with pytest.raises(UnreadableFile) as refused:
        unpack("a.zip", archive, limits=limits)
    assert refused.value.code == code


def test_an_archive_is_not_read_as_a_document() -> None:
    with pytest.raises(UnreadableFile) as refused:
        read("a.zip", _zip({"a.txt": b"a"}))
    assert refused.value.code == "unsupported"
