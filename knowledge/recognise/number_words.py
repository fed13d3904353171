"""Numbers in words: "một trăm linh năm", "ba tỷ rưỡi", "twenty-three", "half a million"."""

from __future__ import annotations

from decimal import Decimal

from knowledge.lexicon.load import Table
from knowledge.recognise.patterns import forms_of
from knowledge.text.fold import fold

_HUNDRED = 100
_FINE = Decimal("0.0001")  # of a fraction in words


class Vietnamese:
    """ "một trăm linh năm", "hai mươi ba", "ba tỷ rưỡi"."""

    def __init__(self, rows: Table, marked: bool) -> None:

        self._marked = marked

        def form(word: str) -> str:
            return word if marked else fold(word)

        self._digits = {form(word): int(value) for word, value in rows.get("digits", {}).items()}
        self._scales = {form(word): int(value) for word, value in rows.get("scales", {}).items()}
        parts = rows.get("parts", {})
        self._parts = {name: {f for word in words for f in forms_of(word, marked)[:1]} for name, words in parts.items()}
        beginnings = {form(word) for word in rows.get("digits", {}) if word not in parts["not_first"]}
        self._parts["not_first"] -= beginnings  # without marks "mốt" is "một"

    def read(self, words: list[str]) -> tuple[Decimal | None, int]:
        """The value of the longest number that `words` begin with and how many words it takes; None and 0 for none."""
        if words[0] in self._parts["half"]:
            if len(words) > 1 and words[1] in self._scales:
                return Decimal(self._scales[words[1]]) / 2, 2
            return Decimal("0.5"), 1
        if len(words) > 1 and words[0] in self._digits and words[1] in self._parts["half"]:
            return Decimal("0.5"), 2
        if len(words) > 2 and words[1] in self._parts["fraction"] and words[0] in self._digits:
            whole = 10 if words[2] in self._parts["ten"] else self._digits.get(words[2], 0)
            if whole > self._digits[words[0]]:
                return (Decimal(self._digits[words[0]]) / whole).quantize(_FINE), 3
        total, at, ceiling = Decimal(0), 0, Decimal(10) ** 18
        while at < len(words):
            section, used = self._section(words[at:], first=at == 0)
            if not used:
                break
            after = at + used
            scale = 1
            while after < len(words) and words[after] in self._scales and scale * self._scales[words[after]] < 10**15:
                scale *= self._scales[words[after]]
                after += 1
            if scale >= ceiling:
                break
            total, at, ceiling = total + section * scale, after, Decimal(scale)
            if at < len(words) and words[at] in self._parts["half_more"] and scale > 1:
                return total + Decimal(scale) / 2, at + 1
            if scale == 1:
                break
        return (total, at) if at else (None, 0)

    def _section(self, words: list[str], first: bool) -> tuple[int, int]:
        """A number below a thousand."""
        parts, digits = self._parts, self._digits
        one = digits.get(words[0])
        if one is None and not first and words[0] in parts["none"] and words[1:2] and words[1] in parts["hundred"]:
            one = 0  # "một triệu không trăm hai mươi nghìn"
        if one is not None and words[0] in parts["not_first"] and first:
            return 0, 0
        if one is not None and len(words) > 1 and words[1] in parts["hundred"]:
            rest = words[2:]
            if len(rest) > 1 and rest[0] in parts["link"] and rest[1] in digits:
                return one * 100 + digits[rest[1]], 4
            if rest and rest[0] in parts["half_more"]:
                return one * 100 + 50, 3
            tens, used = self._tens(rest) if rest else (0, 0)
            return (one * 100 + tens, 2 + used) if tens >= 10 else (one * 100, 2)
        return self._tens(words)

    def _tens(self, words: list[str]) -> tuple[int, int]:
        parts, digits = self._parts, self._digits
        if words[0] in parts["ten"]:
            unit = self._unit(words[1:2])
            return (10 + unit, 2) if unit else (10, 1)
        one = digits.get(words[0])
        if one is None:
            return 0, 0
        following = words[1] if len(words) > 1 else ""
        if following in parts["tens"] or following in parts["ten_of"]:
            unit = self._unit(words[2:3]) if following in parts["tens"] else 0
            return (one * 10 + unit, 3) if unit else (one * 10, 2)
        if (
            self._marked and following in parts["after_ten"] and one > 1
        ):  # "hai lăm"; without marks "nam lam" is no number
            return one * 10 + digits[following], 2
        return one, 1

    def _unit(self, words: list[str]) -> int:
        """The digit behind "mười" and "mươi": five is "lăm" there, "năm" is years."""
        if not words or (words[0] in self._five):
            return 0
        return self._digits.get(words[0], 0)

    @property
    def _five(self) -> set[str]:
        return {word for word, value in self._digits.items() if value == 5} - self._parts["after_ten"]


class English:
    """ "twenty-three", "a hundred and five", "half a million", "two dozen"."""

    def __init__(self, rows: Table) -> None:
        self._digits: dict[str, int] = dict(rows.get("digits", {}))
        self._tens: dict[str, int] = dict(rows.get("tens", {}))
        self._scales: dict[str, int] = dict(rows.get("scales", {}))
        self._parts: dict[str, list[str]] = dict(rows.get("parts", {}))

    def read(self, words: list[str]) -> tuple[Decimal | None, int]:
        """As :meth:`Vietnamese.read`."""
        if words[0] in self._parts["half"]:
            at = 2 if words[1:2] and words[1] in self._parts["article"] else 1
            if words[at : at + 1] and words[at] in self._scales:
                return Decimal(self._scales[words[at]]) / 2, at + 1
            if words[at : at + 1] and words[at] in self._parts["dozen"]:
                return Decimal(6), at + 1
            return None, 0
        total, group, used = Decimal(0), Decimal(0), 0
        at = 1 if words[0] in self._parts["article"] else 0
        if at and words[1:2] and words[1] not in self._scales and words[1] not in self._parts["dozen"]:
            return None, 0  # "a five-year plan"
        while at < len(words):
            word = words[at]
            fresh = at == 0 or words[at - 1] in self._scales or words[at - 1] in self._parts["link"]
            if word in self._digits and (fresh or words[at - 1] in self._tens):
                group += self._digits[word]
            elif word in self._tens and fresh:
                group += self._tens[word]
            elif word in self._scales and at:
                scale = self._scales[word]
                if scale == _HUNDRED:
                    group = (group or Decimal(1)) * scale
                else:
                    total, group = total + (group or Decimal(1)) * scale, Decimal(0)
            elif word in self._parts["dozen"] and at:
                return total + (group or Decimal(1)) * 12, at + 1
            elif word in self._parts["link"] and used and words[at - 1] in self._scales:
                at += 1
                continue
            else:
                break
            at += 1
            used = at
        return (total + group, used) if used else (None, 0)
