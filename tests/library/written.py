"""Two reports of border-gate boards, made up, in every format an office keeps its reports in."""

from __future__ import annotations

from tests.documents import made, made_ole, made_pdf

YEAR: list[made.Part] = [
    "* Báo cáo kết quả công tác năm 2022 của Ban Quản lý các cửa khẩu",
    "# I. Kết quả thực hiện nhiệm vụ",
    "Trong năm 2022, Ban Quản lý được giao 164 nhiệm vụ; đã hoàn thành 151/164 nhiệm vụ, còn 13 nhiệm vụ đang thực "
    "hiện trong thời hạn.",
    "Thu phí hạ tầng cửa khẩu đạt 87,6 tỷ đồng, bằng 104,3% kế hoạch, tăng 12,8% so với năm 2021.",
    "Tại cửa khẩu Lệ Thanh đã làm thủ tục cho 245.118 lượt người xuất nhập cảnh.",
    "# II. Hoạt động xuất nhập khẩu",
    "Bảng 1. Kim ngạch và phương tiện qua các cửa khẩu năm 2022",
    [
        ["Cửa khẩu", "Kim ngạch (triệu USD)", None, "Phương tiện (lượt xe)"],
        [..., "Xuất khẩu", "Nhập khẩu", ...],
        ["Lệ Thanh", "118,4", "96,25", "21.306"],
        ["Nam Giang", "40,7", "388,9", "9.874"],
        ["Cha Lo", "72,5", "1.204,6", "60.118"],
        ["Tổng cộng", "231,6", "1.689,75", "91.298"],
    ],
    "# III. Phương hướng năm 2023",
    "Năm 2023 phấn đấu thu phí 95 tỷ đồng; khởi công 02 bến bãi với tổng vốn 36.500 triệu đồng trên diện tích 4,75 ha.",
]
HALF: list[made.Part] = [
    "UBND TỈNH HÀ GIANG",
    "BAN QUẢN LÝ KHU KINH TẾ",
    "Số: 214/BC-BQLKKT",
    "Hà Giang, ngày 05 tháng 7 năm 2021",
    "* BÁO CÁO",
    "* Kết quả công tác 6 tháng đầu năm, nhiệm vụ trọng tâm 6 tháng cuối năm 2021",
    "# I. KẾT QUẢ CÔNG TÁC 6 THÁNG ĐẦU NĂM 2021",
    "1. Hoạt động xuất nhập khẩu: tổng kim ngạch qua cửa khẩu Thanh Thủy đạt 152,37 triệu USD, giảm 8,4% so với cùng "
    "kỳ năm 2020, bằng 41% kế hoạch năm.",
    "2. Thu ngân sách nhà nước 61.240 triệu đồng, trong đó thuế xuất nhập khẩu 48.115 triệu đồng, phí, lệ phí 13.125 "
    "triệu đồng.",
    "3. Xây dựng cơ bản:",
    "- Giải ngân vốn đầu tư công 38,2/96 tỷ đồng, đạt 39,8% kế hoạch.",
    "- Giải phóng mặt bằng 3,6 ha của 27 hộ dân.",
    "Biểu số 02. Kết quả thực hiện một số chỉ tiêu (tính đến 25/6/2021)",
    [
        ["TT", "Chỉ tiêu", "Đơn vị tính", "Kế hoạch 2021", "Thực hiện 6T"],
        ["1", "Kim ngạch XNK", "Triệu USD", "372", "152,37"],
        ["2", "Xe xuất nhập cảnh", "Lượt", "14.000", "5.312"],
        ["3", "Thu phí hạ tầng", "Triệu đồng", "30.000", "11.906"],
        ["4", "Biên chế được giao", "Người", "45", "43"],
    ],
    "# II. NHIỆM VỤ TRỌNG TÂM 6 THÁNG CUỐI NĂM 2021",
    "Hoàn thành 100% kế hoạch giải ngân; tuyển dụng 02 viên chức; tổ chức 03 hội nghị xúc tiến đầu tư.",
    "Nơi nhận:",
    "- UBND tỉnh (b/c);",
    "- Lưu: VT.",
    "TRƯỞNG BAN",
    "Hoàng Gia Long",
]


def _cased(text: str) -> str:
    """`text` as the old fonts can hold it: they have accented capitals only in fonts of capitals."""
    return " ".join(word.lower() if word.isupper() and not word.isascii() else word for word in text.split(" "))


def _old(parts: list[made.Part]) -> list[made.Part]:
    return [
        _cased(part)
        if isinstance(part, str)
        else [[_cased(c) if isinstance(c, str) else c for c in row] for row in part]
        for part in parts
    ]


def sheet(parts: list[made.Part]) -> bytes:
    """The report as a spreadsheet: text in the first column, the table beneath its caption, cells merged."""
    rows: list[list[str | float | None]] = []
    merges: list[str] = []
    for part in parts:
        if isinstance(part, str):
            rows.append([part.lstrip("#* ")])
            continue
        first = len(rows) + 1
        for r, row in enumerate(part):
            for c, cell in enumerate(row):
                if isinstance(cell, str):
                    width, height = made.spans(part, r, c)
                    if width * height > 1:
                        at = f"{chr(65 + c)}{first + r}:{chr(64 + c + width)}{first + r + height - 1}"
                        merges.append(at)
            rows.append([_number(cell) if isinstance(cell, str) else None for cell in row])
    return made.xlsx(rows, merges=merges)


def _number(cell: str) -> str | float:
    try:
        return float(cell.replace(".", "").replace(",", "."))
    except ValueError:
        return cell


def files(parts: list[made.Part]) -> dict[str, bytes]:
    """The report in every format, by file name."""
    old = _old(parts)
    return {
        "bao-cao.txt": made.txt(parts),
        "bao-cao.html": made.html(parts),
        "bao-cao.docx": made.docx(parts),
        "bao-cao.rtf": made.rtf(parts),
        "bao-cao.pdf": made_pdf.pdf(parts),
        "bao-cao.xlsx": sheet(parts),
        "bao-cao.doc": made_ole.doc(parts),
        "tcvn3.rtf": made.rtf(old, "tcvn3"),
        "tcvn3.doc": made_ole.doc(old, "tcvn3"),
        "vni.rtf": made.rtf(old, "vni"),
        "vni.doc": made_ole.doc(old, "vni"),
    }


FILES = {"year": files(YEAR), "half": files(HALF)}
