"""Forms of questions: the rows of ``vi/questions.toml`` and ``en/questions.toml``, compiled."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from knowledge.ask.question import Wanted
from knowledge.ask.shifts import Shift, shifts
from knowledge.lexicon.load import Lexicon
from knowledge.text.fold import accented, fold, nfc
from knowledge.text.required import Screened
from knowledge.text.tokens import tokens

TRAITS = (
    "existence",
    "month_or_year",
    "deadline",
    "planned",
    "former",
    "held_before",
    "which_post",
    "moved",
    "paid",
    "falls",
)
_END = re.compile(r"\s*(?:[,.;:?!)]|$|(?:for|during|over|from|up to|as of|by|through|between)\b|\d{4}\b)")
PERCENT = "percent"
SHORT = 3  # letters of words that say nothing by themselves


@dataclass(frozen=True, slots=True)
class Form:
    name: str
    wanted: Wanted
    pattern: Screened
    dimension: str | None
    sums: bool = False  # asks how much something came to, so that what follows is no thing counted


@dataclass(frozen=True, slots=True)
class Asked:
    """What a question's form says: the first form that matches, where, and what is to be done."""

    wanted: Wanted | None
    name: str
    spans: tuple[tuple[int, int], ...]
    operations: frozenset[str]
    dimension: str | None
    unit: str | None
    after: int  # where the thing asked for would follow
    # "counted": things with a classifier are; "existence": is there any; "final": the corrected figure;
    # "month_or_year": no day is wanted; "deadline": the day by which; "paid": a sum of money
    traits: frozenset[str]
    extent: tuple[str, int] | None = None  # how far a thing reaches is asked: the concept that says so, and its place


class Forms:
    """The question forms of one language."""

    def __init__(self, lexicon: Lexicon, language: str) -> None:
        table = lexicon[f"{language}/questions"]
        self._forms = [
            Form(
                name=row["name"],
                wanted=Wanted(row["wanted"]),
                pattern=Screened(row["pattern"]),
                dimension=row.get("dimension"),
                sums=row.get("sums", False),
            )
            for row in table["form"]
        ]
        self._operations = [(row["name"], Screened(row["pattern"])) for row in table["operation"]]
        scale = table.get("magnitudes", {}).get("pattern", "")  # "how many million dollars": so many dollars
        self._units = [
            (re.compile(rf"\s*(?:{scale})?(?:{row['pattern']})"), row.get("unit"), row["dimension"])
            for row in table["unit"]
        ]
        self.noise = frozenset(fold(word) for word in table["noise"]["words"])
        self.left = frozenset(table.get("left", {}).get("words", ()))
        self._no_times = [re.compile(pattern) for pattern in table.get("no_times", {}).get("patterns", ())]
        self._extents = [(Screened(row["pattern"]), str(row["says"]), str(row["dimension"])) for row in table["extent"]]
        self._apart = re.compile(table["apart"]["pattern"])
        self._traits = {trait: [Screened(pattern) for pattern in table[trait]["patterns"]] for trait in TRAITS}
        self._exact: dict[str, set[str]] = {}
        for word in table.get("exact", {}).get("words", ()):
            self._exact.setdefault(fold(word), set()).add(word)
        self._masks = [re.compile(pattern) for pattern in table.get("exact", {}).get("masks", ())]
        self._sources = [re.compile(pattern) for pattern in table["asides"].get("sources", ())]
        self._asides = [Screened(pattern) for pattern in table["asides"]["patterns"]]
        money = table.get("money", {"patterns": (), "alone": ""})
        self._money, self._alone = [Screened(pattern) for pattern in money["patterns"]], re.compile(money["alone"])
        self._leads = [Screened(pattern) for pattern in table["leads"]["patterns"]]
        self._lead_post = tuple(table["leads"]["post"])
        whoever = table.get("whoever", {"pattern": "(?!)", "word": ""})
        self._whoever, self._who = re.compile(whoever["pattern"]), str(whoever["word"])
        self._acts = _compiled(table["acts"])
        self._leaders = _compiled(table["leaders"])
        self._succession = [
            (side, named, [Screened(pattern) for pattern in table["succession"][key]])
            for key, side, named in (
                ("leaver", "leaver", False),
                ("newcomer", "newcomer", False),
                ("before", "leaver", True),
                ("after", "newcomer", True),
            )
        ]
        self._denies = [Screened(pattern) for pattern in table["denies"]["patterns"]]
        seeming = "|".join(map(re.escape, table["denies"].get("seeming", ())))
        self._seeming = re.compile(rf"\b(?:{seeming})\b") if seeming else None
        self._numerals: dict[str, int] = dict(table["numerals"])
        self._several = re.compile(
            rf"\b({'|'.join(self._numerals)}|\d{{1,2}}) (?!thang|ngay|nam\b|quy\b|month|day|year)[a-z]{{2,}}"
        )
        self._levels = [re.compile(pattern) for pattern in table["levels"]["patterns"]]
        self._counted = re.compile(rf"\s*(?:{table['counted']['pattern']})")
        self._final = [Screened(pattern) for pattern in table["final"]["patterns"]]
        self._shifts = [Screened(pattern) for pattern in table["follow_up"]["year_before"]]
        self._same = [Screened(pattern) for pattern in table["follow_up"]["same_months"]]
        self._adds = [Screened(pattern) for pattern in table["follow_up"]["adds"]]
        self._counting = shifts(table)
        self._openers = [Screened(pattern) for pattern in table["follow_up"]["openers"]]
        self._refining = [Screened(pattern) for pattern in table["follow_up"]["refining"]]

    def read(self, text: str) -> Asked:
        """What `text` asks for; all forms found are marked, the first in the table's order decides."""
        folded, masked = self._masked(text)
        chosen: Form | None = None
        after = -1
        spans: list[tuple[int, int]] = []
        dimension = unit = None
        for form in self._forms:
            if chosen is not None and not _goes_with(form, chosen):
                continue
            match = form.pattern.search(folded)
            if match is None:
                continue
            if chosen is None:
                chosen, after, dimension = form, match.end(), form.dimension
                if form.sums:
                    after = len(folded)  # nothing is counted
            spans.append(match.span("how" if "how" in match.re.groupindex else 0))
        spans += masked
        spans += [match.span() for pattern in self._final for match in pattern.finditer(folded)]
        spans += [match.span() for pattern in self._openers if (match := pattern.search(folded))]
        spans += [match.span("how") for pattern in self._adds if (match := pattern.search(folded))]
        spans += [match.span() for pattern in self._asides for match in pattern.finditer(folded)]
        if (counted := self._counting.find(text)) is not None:
            spans.append(counted[1])
        operations = self._operated(folded)
        if (
            chosen is not None and chosen.wanted is Wanted.QUANTITY and dimension != PERCENT
        ):  # "mấy phần trăm khối lượng"
            for pattern, unit_, dimension_ in self._units:
                if match := pattern.match(folded, after):
                    unit, dimension = unit_, dimension_
                    spans.append(match.span())
                    after = match.end()
                    break
        if dimension is None and (chosen is None or chosen.wanted is Wanted.QUANTITY):
            # "how much extra time, in days": the unit may be asked for apart from the figure
            for match in self._apart.finditer(folded):
                for pattern, unit_, dimension_ in self._units:
                    found = pattern.match(folded, match.end())
                    if found and found.end() > match.end() and _END.match(folded, found.end()):  # no "in Ha Tinh"
                        unit, dimension = unit_, dimension_
                        spans.append((match.start(), found.end()))
                        break
        extent = None
        if chosen is None or chosen.wanted is Wanted.QUANTITY:
            for row, concept, dimension_ in self._extents:
                if (match := row.search(folded)) is not None and dimension in (None, dimension_):
                    extent, dimension = (concept, match.start("how")), dimension_
                    spans.append(match.span("how"))
                    break
        if dimension in (None, "money") and (chosen is None or chosen.wanted is Wanted.QUANTITY):
            paid = [match.span() for pattern in self._money if (match := pattern.search(folded))]
            if paid and (chosen is None or (min(paid)[0] < after and self._alone.match(folded, after))):
                dimension = "money"
                spans += paid
        traits = frozenset(name for name, patterns in self._traits.items() if any(p.search(folded) for p in patterns))
        if "moved" in traits and chosen is not None and chosen.wanted is Wanted.DATE:
            spans += [match.span() for pattern in self._traits["moved"] for match in pattern.finditer(folded)]
            traits -= {"planned"}
        if "planned" in traits and chosen is not None and chosen.wanted is Wanted.DATE:
            said = [match.span() for pattern in self._traits["planned"] for match in pattern.finditer(folded)]
            spans += said if self._says_more(folded, [*spans, *said]) else []
        if "former" in traits and (chosen is None or chosen.wanted is Wanted.QUANTITY):
            spans += [match.span() for pattern in self._traits["former"] if (match := pattern.search(folded))]
        if (
            chosen is not None
            and chosen.wanted is Wanted.QUANTITY
            and dimension is None
            and self._counted.match(folded, after)
        ):
            traits |= {"counted"}
        if any(pattern.search(folded) for pattern in self._final):
            traits |= {"final"}
        name = chosen.name if chosen else ""
        wanted = chosen.wanted if chosen else None
        return Asked(wanted, name, tuple(spans), operations, dimension, unit, after, traits, extent)

    def operations(self, text: str) -> frozenset[str]:
        """What is to be done with what `text` asks for ("difference", "sum", …)."""
        return self._operated(self._masked(text)[0])

    def _operated(self, folded: str) -> frozenset[str]:
        return frozenset(name for name, pattern in self._operations if pattern.search(folded))

    def _masked(self, text: str) -> tuple[str, list[tuple[int, int]]]:
        """`text` folded, with words blotted out that only folding makes like another ("tặng" like "tăng"), or that do
        not say what they seem to ("giảm xuống còn" asks for a level); where the latter stand."""
        masked: list[tuple[int, int]] = []
        folded = fold(text)
        if accented(text):
            for token in tokens(text):
                if token.folded in self._exact and token.text.lower() not in self._exact[token.folded]:
                    folded = folded[: token.start] + "x" * (token.end - token.start) + folded[token.end :]
        for pattern in self._levels:
            masked += [match.span() for match in pattern.finditer(folded)]
        for pattern in self._masks:  # a word stays a word: "những nhà xxx nào"
            folded = pattern.sub(lambda match: re.sub(r"\w", "x", match[0]), folded)
        for pattern in self._levels:
            folded = pattern.sub(lambda match: "·" * len(match[0]), folded)
        for pattern in self._sources:  # the question ends before them
            masked += [match.span("how") for match in pattern.finditer(folded)]
            folded = pattern.sub(lambda match: " " * len(match[0]), folded)
        return folded, masked

    def _says_more(self, folded: str, spans: list[tuple[int, int]]) -> bool:
        """Whether anything is said outside `spans`: "what was the original date?" asks of nothing else."""
        for start, end in spans:
            folded = folded[:start] + " " * (end - start) + folded[end:]
        return any(len(word) > SHORT and word not in self.noise for word in re.findall(r"[a-z]+", folded))

    def no_time(self, text: str) -> bool:
        """Whether `text` only looks like a time of the other language ("2 may phát": two machines)."""
        return any(pattern.fullmatch(fold(text)) for pattern in self._no_times)

    def follows(self, text: str) -> bool:
        """Whether `text` is worded as a follow-up ("còn …?", "what about …")."""
        folded = fold(text).strip()
        return self.shift(text) is not None or any(pattern.search(folded) for pattern in self._openers)

    def leading(self, text: str) -> tuple[int, int]:
        """Where the verb of leading stands that :meth:`leads` goes by; (0, 0) where it is no word of its own."""
        found = (pattern.search(fold(text)) for pattern in self._leads)
        return next((m.span("act") for m in found if m and "act" in m.re.groupindex), (0, 0))

    def leads(self, text: str) -> tuple[str, ...]:
        """Ids of the post meant by asking who leads, when that is asked; else empty."""
        folded = fold(text)
        return self._lead_post if any(pattern.search(folded) for pattern in self._leads) else ()

    def acts(self, text: str) -> tuple[tuple[str, int, tuple[int, int]], ...]:
        """What the person asked for did, where only the form of the question tells: a concept, its place, and the words
        that say no more than it does."""
        folded = fold(text)
        found = [(act, m) for act, patterns in self._acts for p in patterns if (m := p.search(folded))]
        return tuple(
            (act, m.start(), m.span("act") if "act" in m.re.groupindex else (m.start(), m.start())) for act, m in found
        )[:1]

    def leaders(self, text: str) -> tuple[str, ...]:
        """The bodies one of whose leaders is asked for ("lãnh đạo tỉnh nào"); empty where none is."""
        folded = fold(text)
        return tuple(body for body, patterns in self._leaders if any(p.search(folded) for p in patterns))

    def succession(self, text: str, *, named: bool) -> str:
        """ "newcomer" or "leaver" when `text` asks who took somebody's place, or who had it before; else empty. `named`
        tells whether it names somebody."""
        folded = self._whoever.sub(self._who, fold(text))
        for side, of_named, patterns in self._succession:
            if (named or not of_named) and any(pattern.search(folded) for pattern in patterns):
                return side
        return ""

    def several(self, text: str) -> str:
        """How many things a list is to have, as digits, when the question says so ("ba dự án nào"); else empty."""
        match = self._several.search(fold(text))
        return "" if match is None else str(self._numerals.get(match[1], match[1]))

    def denies(self, text: str) -> bool:
        """Whether `text` asks for what was not done ("chưa bàn giao"; in "chứa được" nothing is denied)."""
        folded = fold(self._seeming.sub("·", nfc(text).lower()) if self._seeming else text)
        return any(pattern.search(folded) for pattern in self._denies)

    def year_before(self, text: str) -> bool:
        """Whether a follow-up asks for the year before the one asked about ("thế cùng kỳ năm trước?")."""
        folded = fold(text).strip()
        return any(pattern.search(folded) for pattern in self._shifts)

    def same_months(self, text: str) -> bool:
        """Whether a follow-up asks for the same part of another year ("over the same months of 2031")."""
        folded = fold(text)
        return any(pattern.search(folded) for pattern in self._same)

    def shift(self, text: str) -> Shift | None:
        """How far a follow-up's time lies from the one asked about before ("the six days after that")."""
        found = self._counting.find(text)
        return None if found is None else found[0]

    def refines(self, text: str) -> bool:
        """Whether it narrows the question before ("trong đó …", "of which …")."""
        folded = fold(text).strip()
        return any(pattern.search(folded) for pattern in self._refining)

    def adds(self, text: str) -> bool:
        """Whether it asks for what it names together with what was asked before ("cộng thêm Tân Thanh nữa?")."""
        folded = fold(text).strip()
        return any(pattern.search(folded) for pattern in self._adds)


def _goes_with(form: Form, chosen: Form) -> bool:
    """Whether the words of `form` say no more than those of the form `chosen` before it."""
    return (
        form.wanted is chosen.wanted
        or (chosen.wanted is Wanted.LIST and form.name == "how-many")
        or (chosen.wanted is Wanted.BOOL and form.name == "yes-no")
    )


def _compiled(table: Mapping[str, list[str]]) -> list[tuple[str, list[Screened]]]:
    return [(key, [Screened(pattern) for pattern in patterns]) for key, patterns in table.items()]


@lru_cache(maxsize=4)
def forms_of(lexicon: Lexicon, language: str) -> Forms:
    """The :class:`Forms` of one language, compiled once."""
    return Forms(lexicon, language)
