"""Web pages: the article, not the site around it."""

from __future__ import annotations

from knowledge.documents import read
from knowledge.model import BlockKind
from tests.documents import told

_LONG = (
    "Trong quý, qua các cửa khẩu của tỉnh có 12.480 lượt xe, tăng 6,3% so với cùng kỳ; số thu phí là 18,75 tỷ đồng. "
    * 2
)
_PAGE = f"""<!doctype html><html><head><title>Quý III: hàng thông | Ban Quản lý</title><script>var x = 5</script>
<style>p {{color: red}}</style></head><body>
<header><ul><li><a href=/>Trang chủ</a></li><li><a href=/tin>Tin tức</a></li></ul></header>
<div class=left><h3>Tin mới</h3><ul><li><a href=#>Họp báo (01/10/2020)</a></li></ul><p>Đang online: 12</p></div>
<div id=content><h1>Quý III: hàng thông</h1><p><i>Thứ Năm, 08/10/2020 07:15</i></p>
<p>{_LONG}</p><h3>Thu phí</h3><p>{_LONG}</p>
<figure><img src=a.jpg><figcaption>Xe chờ ở bãi</figcaption></figure>
<ul><li>Bãi 1: 120 xe;<ul><li>xe lạnh 40;</li></ul></li></ul>
<table><tr><th>Bãi</th><th>Xe</th></tr><tr><td>Số 1</td><td>120</td></tr></table>
<p style="display:none">ẩn</p><p align=right><b>Thu Thủy</b></p></div>
<footer>Bản quyền thuộc Ban Quản lý. Điện thoại: 0255.123</footer></body></html>"""


def test_menus_sidebars_and_footers_are_debris_and_the_article_is_not() -> None:
    document = read("a.html", _PAGE.encode())
    told.sound(document)
    assert told.texts(document, BlockKind.TITLE) == ["Quý III: hàng thông"]
    assert told.texts(document, BlockKind.PARAGRAPH) == [_LONG.strip()] * 2
    assert told.outline(document) == [("Thu phí", 1)]
    assert told.texts(document, BlockKind.CAPTION) == ["Xe chờ ở bãi"]
    assert told.texts(document, BlockKind.LETTERHEAD) == ["Thu Thủy"]
    assert [(b.text, b.level) for b in document.blocks if b.kind is BlockKind.ITEM] == [
        ("Bãi 1: 120 xe;", 1),
        ("xe lạnh 40;", 2),
    ]
    debris = told.texts(document, BlockKind.DEBRIS)
    assert {"Trang chủ", "Họp báo (01/10/2020)", "Đang online: 12", "Thứ Năm, 08/10/2020 07:15"} <= set(debris)
    assert [table.rows for table in told.tables(document)] == [(("Bãi", "Xe"), ("Số 1", "120"))]


def test_scripts_styles_and_hidden_text_are_not_read() -> None:
    text = read("a.html", _PAGE.encode()).text
    assert "var x" not in text
    assert "color" not in text
    assert "ẩn" not in text


def test_tables_that_lay_out_a_page_are_no_tables() -> None:
    cells = f"<td><a href=#>Menu</a></td><td><h1>Tin</h1><p>{_LONG}</p><p>{_LONG}</p></td>"
    page = f"<html><body><table><tr>{cells}</tr></table></body></html>"
    document = read("a.html", page.encode())
    assert told.tables(document) == []
    assert told.texts(document, BlockKind.PARAGRAPH) == [_LONG.strip()] * 2


def test_a_fragment_without_html_around_it_is_read() -> None:
    assert read("a.html", "<p>Thu 5 tỷ đồng.</p>".encode()).text == "Thu 5 tỷ đồng."


def test_a_page_in_an_old_encoding_is_converted() -> None:
    from tests.documents.made import old

    page = f"<html><body><p>{old(_LONG, 'tcvn3')}</p></body></html>".encode("latin-1")
    assert read("a.html", page).text == _LONG.strip()


def test_a_web_archive_is_read() -> None:
    import base64

    coded = base64.encodebytes("<html><body><p>Thu 5 tỷ đồng.</p></body></html>".encode()).decode()
    archive = (
        "From: <Saved by Browser>\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=B\n\n--B\n"
        f"Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: base64\n\n{coded}\n--B--\n"
    )
    assert read("a.mht", archive.encode()).text == "Thu 5 tỷ đồng."
