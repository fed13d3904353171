"""Clauses: where a sentence falls apart, so that each figure finds the words that are its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from knowledge.facts.compared import compared_period
from knowledge.lexicon.load import Lexicon
from knowledge.model import Base, Mention, MentionKind, Period, Span
from knowledge.text.fold import fold

GOODS = 90  # characters before a sum in which "hàng hóa" says that it is their value
FIGURES = frozenset({MentionKind.QUANTITY})
_PERCENT = re.compile(r"[\d.,]+\s*%")
_EQUALS = re.compile(r"\s[=+]\s")
# A change told in full: "tăng 12,7%; Xa Mát 684,5 triệu USD" says of the millions no change.
_SPENT = re.compile(r"(?<=%)[^,;\d]{0,30}[,;]|(?<!:)(?<=\d)[^:;\d]{0,20};")


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of a sentence; `mark` is what stands just before it (",", ";", ":", "(" or a word, "" for the
    first)."""

    span: Span
    mark: str


class Clauses:
    """Splits sentences into clauses and tells changes from levels, by the words of ``vi/clauses.toml``."""

    def __init__(self, lexicon: Lexicon) -> None:
        table = lexicon["vi/clauses"]
        words = "|".join(re.escape(fold(word)) for word in sorted(table["breaks"], key=len, reverse=True))
        kept = "|".join(re.escape(fold(phrase)) for phrase in table["unbroken"])
        self._break = re.compile(rf"[,;:()\[\]\n\t|]|\s[-–—+]\s|\b(?!(?:{kept})\b)(?:{words})\b(?=\s)")
        after = "|".join(re.escape(fold(word)) for word in table["breaks_not_after_figures"])
        self._unbroken = re.compile(rf"(?:{after})\b(?!\s*(?:la|:)?\s*\d)")
        self._carried = re.compile("|".join(re.escape(fold(phrase)) + r"\b" for phrase in table["carried"]))
        self._accented_breaks = frozenset(table["breaks"])
        self._change = tuple(tuple(word.split()) for word in table["change"])
        self._level = frozenset(table["level"])
        self._takes = frozenset((word,) for word in table["takes"])
        self._compares = re.compile(r"\b(?:" + "|".join(map(re.escape, table["compares"])) + r")\s+$", re.IGNORECASE)
        denial, kinds = ("|".join(map(re.escape, table[key])) for key in ("denies", "denies_not_before"))
        self._denies = re.compile(rf"\b(?:{denial})\b(?! (?:{kinds})\b)", re.IGNORECASE)
        wishes, lacks = ("|".join(map(re.escape, table[key])) for key in ("wishes", "lacks"))
        apart = "".join(rf"(?<!\b{re.escape(word)} )" for word in table["wishes_not_after"])
        self._wished = re.compile(rf"{apart}\b(?:{wishes})\b", re.IGNORECASE)
        grants = "|".join(map(re.escape, table["grants"]))
        turns, done = ("|".join(map(re.escape, table[key])) for key in ("turns", "done"))
        own = rf"[:;]\s*|(?:[,:;]|\b(?:{turns})\b)(?!\s*(?:{grants})\b)[^,:;]{{1,40}}?"
        self._grants = re.compile(rf"(?:{own})\b(?:{grants})\b", re.IGNORECASE)
        self._granted = re.compile(
            rf"\b(?:{done})\s+(?:{grants})\b|\b(?:{grants})\s+(?:\w+\s+){{0,2}}(?:{wishes})\b", re.IGNORECASE
        )
        self._short_of = re.compile(rf"\b(?:{lacks})(?:\s+(?:khoảng|gần|hơn|trên|tới))?\s+$", re.IGNORECASE)
        self._former, self._new = (
            re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, table[key]), key=len, reverse=True))})$")
            for key in ("former", "new")
        )
        self._planned = re.compile(r"\b(?:" + "|".join(map(re.escape, table["planned"])) + r")\b", re.IGNORECASE)
        self._in_turn = re.compile("|".join(map(re.escape, table["in_turn"])), re.IGNORECASE)
        self._short: dict[str, list[str]] = dict(table["short"])
        self._plans = re.compile(r"\b(?:" + "|".join(map(re.escape, table["plans"])) + r")\s+(?:cả\s+)?$")
        self._previous = re.compile(
            r"\b(?:" + "|".join(map(re.escape, table["previous"])) + r")(?:\s+(?:là|đạt|được|chỉ))?\s+$", re.IGNORECASE
        )
        events, when = ("|".join(map(re.escape, table[key])) for key in ("events", "when"))
        self._comes_about = re.compile(rf"\b(?:{events})(?:\s+(?:{when}))*\s+$", re.IGNORECASE)
        than, by = ("|".join(map(re.escape, table[key])) for key in ("than", "by"))
        self._more_by = re.compile(rf"\b(?:{than})\b[^,;:]*\d[^,;:]*\b(?:{by})\s+$", re.IGNORECASE)
        self._day_before, self._year_before = (
            re.compile(rf"(?:{'|'.join(map(re.escape, table[key]))})$", re.IGNORECASE)
            for key in ("day_before", "year_before")
        )
        rests = "|".join(map(re.escape, table["left"]))
        self._left = re.compile(rf"(?:^|[,;:(]\s*)(?:{rests})\s+$", re.IGNORECASE)
        dwindled = "|".join(map(re.escape, table["dwindled"]))
        self._dwindled = re.compile(rf"\b(?:{dwindled})(?:\s+(?:khoảng|gần|hơn|chừng))?\s+$", re.IGNORECASE)
        filled = "|".join(map(re.escape, table["filled"]))
        self._filled = re.compile(rf"\b(?:{filled})\s+$", re.IGNORECASE)
        source, target = ("|".join(map(re.escape, table[key])) for key in ("from", "to"))
        self._from = re.compile(rf"\b(?:{source})\s+$", re.IGNORECASE)
        self._to = re.compile(rf"(?:\s+[^\W\d_]+){{0,2}}?\s*,?\s+(?:(?:{target})\s+)+", re.IGNORECASE)
        flows = "|".join(map(re.escape, sorted(table["flows"], key=len, reverse=True)))
        self._goods = re.compile(
            rf"(?<!\w)(?<!mặt )(?<!ngân )(?<!cửa )(?<!khách )(?<!nhà )(?<!bán )(?<!xe )(?<!đơn )(?<!lô )(?<!chở )"
            rf"hàng(?: ho[áa]| hóa| hoá)?(?:[\s:,/]+|\b(?:{flows})\b)*$",
            re.IGNORECASE,
        )
        self._joins = re.compile(r"/|\b(?:" + "|".join(map(re.escape, table["joins"])) + r")\b", re.IGNORECASE)

    def split(self, text: str, mentions: Iterable[Mention]) -> tuple[Clause, ...]:
        """The clauses of `text` in order; no break falls within a mention."""
        closed = [mention.span for mention in mentions]
        ends = [span.end for span in closed]
        folded = fold(text)
        clauses: list[Clause] = []
        start, mark = 0, ""
        for match in self._break.finditer(folded):
            if any(span.start < match.end() and match.start() < span.end for span in closed):
                continue
            sign = text[match.start() : match.end()].strip().lower()
            if sign[:1].isalpha() and sign not in self._accented_breaks:
                continue
            if self._unbroken.match(folded, match.start()) and any(end <= match.start() <= end + 1 for end in ends):
                continue  # "tám việc còn lại": those left, and no new clause
            if text[start : match.start()].strip():
                clauses.append(Clause(Span(start, match.start()), mark))
                mark = sign
            else:
                mark = mark if mark in "(:" and mark else sign
            start = match.start() if self._carried.match(folded, match.start()) else match.end()
        if text[start:].strip() or not clauses:
            clauses.append(Clause(Span(start, len(text)), mark))
        return tuple(clauses)

    def worth(self, text: str, start: int, names: Iterable[Span]) -> bool:
        """Whether the figure at `start` is what goods come to: nothing between but `names`, flows and words of level
        ("hàng hóa qua Lao Bảo đạt")."""
        begin = max(0, start - GOODS)
        lead = list(text[begin:start])
        for span in names:
            if begin <= span.start and span.end <= start:
                lead[span.start - begin : span.end - begin] = " " * (span.end - span.start)
        return self._goods.search("".join(lead)) is not None

    def compares(self, text: str, start: int) -> bool:
        """Whether what stands at `start` is only what something is compared with ("gấp đôi năm 2022")."""
        return self._compares.search(text[max(0, start - 30) : start]) is not None

    def denies(self, text: str, edges: tuple[int, int], figure: Span) -> bool:
        """Whether the words around a figure deny ("13 hộ chưa nhận tiền"), not those of the figure ("không trăm")."""
        around = ((edges[0], figure.start), (figure.end, edges[1]))
        return any(self._denies.search(text, start, end) is not None for start, end in around)

    def wished(self, text: str, start: int, end: int) -> bool:
        """Whether the words from `start` to a figure at `end` only ask for it ("đề nghị lắp 20 trụ đèn")."""
        return self._wished.search(text, start, end) is not None

    def granted(self, text: str, end: int) -> bool:
        """Whether what is asked for earlier in a sentence is granted before the figure at `end`: it is said that it was
        ("đã được chấp thuận"), or a clause with a subject of its own grants and asks for nothing ("đề nghị hỗ trợ 4 tỷ:
        Ban ủng hộ 2 tỷ")."""
        if self._granted.search(text, 0, end):
            return True
        grants = list(self._grants.finditer(text, 0, end))
        if not grants or not self._wished.search(text, 0, grants[-1].start()):
            return False
        return self._wished.search(text, grants[-1].start(), end) is None

    def short(self, text: str, start: int) -> bool:
        """Whether the figure at `start` is what is missing ("còn thiếu 6.800 lao động")."""
        return self._short_of.search(text[max(0, start - 30) : start]) is not None

    def planned(self, text: str, start: int, end: int) -> bool:
        """Whether the words between `start` and `end`, before a date, say that it was only planned."""
        return self._planned.search(text, start, end) is not None

    def tenure(self, text: str, start: int) -> str | None:
        """ "former" or "new" for a post at `start` that is said to be left or taken up; else None."""
        lead = text[max(0, start - 40) : start].rstrip(" :").lower()
        if self._former.search(lead):
            return "former"
        return "new" if self._new.search(lead) else None

    def in_turn(self, text: str) -> bool:
        """Whether names and figures with `text` between them go in turn ("lần lượt là")."""
        return self._in_turn.search(text) is not None

    def side(self, text: str, people: bool) -> str | None:
        """The side that a clause's last words say in short ("xuất 52,5", "chiều nhập 110,7"), for goods or for
        people."""
        words = re.findall(r"[^\W\d_]+", text.lower())
        while words and words[-1] in self._level:
            words.pop()
        for size in (2, 1):
            both = self._short.get(" ".join(words[-size:])) if len(words) >= size else None
            if both is not None and (size == 2 or len(words) <= 2):
                return both[people]
        return None

    def plans(self, text: str, start: int) -> bool:
        """Whether the time at `start` is a plan's ("dự toán năm")."""
        return self._plans.search(text[max(0, start - 20) : start]) is not None

    def previous(self, text: str, start: int) -> bool:
        """Whether the figure at `start` is said to be the year before's ("năm trước đó 198,3", "so với 23,0 triệu")."""
        return self._previous.search(text[max(0, start - 30) : start]) is not None

    def comes_about(self, text: str, start: int) -> bool:
        """Whether the time at `start` says when something came about ("thành lập năm 2008")."""
        return self._comes_about.search(text[max(0, start - 40) : start]) is not None

    def since(self, text: str, base: Base, period: Period | None) -> str | None:
        """The time that `base` (written `text`), beside a change told of `period`, names: "day" for the day before, the
        first day and the day after the last of any other, None where it cannot be told."""
        if base.relation == "plan":
            return None
        if base.period is None and base.relation == "previous_period":
            if self._day_before.search(text):
                return "day"
            if not self._year_before.search(text):
                return None
        when = compared_period(base, period)
        return None if when is None else f"{when.start}/{when.end}"

    def rises(self, text: str, first: Span, second: Span) -> bool:
        """Whether two figures are where something came from and where it went ("từ 22 triệu lên 31 triệu đồng")."""
        return (
            self._from.search(text, max(0, first.start - 25), first.start) is not None
            and self._to.fullmatch(text, first.end, second.start) is not None
        )

    def left(self, text: str, start: int) -> bool:
        """Whether the figure at `start` is said to be what is left (", còn 36")."""
        return self._left.search(text[max(0, start - 30) : start]) is not None

    def dwindled(self, text: str, start: int) -> bool:
        """Whether the figure at `start` is what is left of more that there was ("tụt còn 6.100 người")."""
        return self._dwindled.search(text[max(0, start - 30) : start]) is not None

    def filled(self, text: str, start: int) -> bool:
        """Whether the figure at `start` is how many of the posts told of before are filled ("giao 34, hiện có 31")."""
        return self._filled.search(text[max(0, start - 30) : start]) is not None

    def handover(self, text: str, start: int, end: int) -> int:
        """Where, between a figure ending at `start` and the next one at `end`, the words begin to belong to the
        next."""
        match = self._joins.search(text, start, end)
        sign = _EQUALS.search(text, start, end)  # "47,85 triệu USD = XK 29,14 + NK 18,71"
        return min([end, *(found.start() for found in (match, sign) if found)])

    def changes(self, text: str, start: int, *, lasting: bool = False) -> bool:
        """Whether the figure at `start` is said to be a change: a word of change before it, no word of level between.
        A `lasting` one is a length of time, which is taken ("mất 6 ngày") rather than lost."""
        lead = text[max(0, start - 40) : start].rpartition("(")[2]
        if self._more_by.search(lead):
            return True
        if not _PERCENT.match(text, start):
            lead = _SPENT.split(lead)[-1]
        words = re.findall(r"[^\W\d_]+", lead.lower())[-4:]
        for position in range(len(words) - 1, -1, -1):
            if words[position] in self._level and position < len(words):
                return False
            for change in self._change:
                if tuple(words[position : position + len(change)]) == change:
                    return not (lasting and change in self._takes)
        return False


def holding(clauses: Sequence[Clause], place: int) -> int:
    """Index of the clause that holds character `place`; the nearest one before it when it falls in a break."""
    best = 0
    for index, clause in enumerate(clauses):
        if clause.span.start <= place:
            best = index
    return best
