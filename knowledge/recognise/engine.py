"""The recogniser: one for reports and questions alike.

Dates, periods, bases and what is to be left alone are found by rules (:mod:`periods`, :mod:`dates`, :mod:`bases`,
:mod:`ignored`); the longest stand. Numbers in the places that remain become quantities (:mod:`quantities`). Names come
from :mod:`names`; a figure within one ("quốc lộ 7") is no quantity.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from knowledge.lexicon.load import Lexicon
from knowledge.model import Mention, MentionKind, Period, Span
from knowledge.recognise.bases import Bases, base_rules
from knowledge.recognise.carried import Carried
from knowledge.recognise.dates import date_rules
from knowledge.recognise.finds import Find, Rules, standing
from knowledge.recognise.ignored import ignored_rules
from knowledge.recognise.names import NameRecogniser
from knowledge.recognise.numbers import Numbers
from knowledge.recognise.ordinals import Ordinals
from knowledge.recognise.patterns import Words
from knowledge.recognise.periods import period_rules
from knowledge.recognise.quantities import Draft, Quantities
from knowledge.recognise.ranges import Times
from knowledge.recognise.reading import Reading, read
from knowledge.recognise.units import Units
from knowledge.recognise.zeros import Zeros

_LARGEST = Decimal(10) ** 24


class Recogniser:
    """Finds what a text mentions. Built once from a lexicon; keeps no state between texts."""

    def __init__(self, lexicon: Lexicon) -> None:
        periods, around = Words(lexicon, "periods"), Words(lexicon, "quantities")
        units, numbers = Units(lexicon), Numbers(lexicon)
        self._rules = Rules(
            [
                *date_rules(periods, units),
                *period_rules(periods, units),
                *base_rules(periods),
                *ignored_rules(around, units, numbers.words),
            ]
        )
        self._times = Times(periods)
        self._bases = Bases(periods)
        self._quantities = Quantities(lexicon, units, numbers)
        self._carried = Carried(around)
        self._zeros = Zeros(around, units)
        self._ordinals = Ordinals(around, numbers)
        self.names = NameRecogniser(lexicon)

    def recognise(self, text: str, *, today: date, anchor: Period | None = None) -> tuple[Mention, ...]:
        """The mentions of NFC `text` in order of place: figures and times as :meth:`figures`, and names, which may lie
        within one another (an organisation holds its place)."""
        names = self.names.recognise(text)
        return tuple(sorted([*self._figures(text, today, anchor, names), *names], key=_place))

    def figures(self, text: str, *, today: date, anchor: Period | None = None) -> tuple[Mention, ...]:
        """Quantities, dates, periods and bases alone, in order of place; no two overlap.

        `today` is the day on which a question is asked, for a report its document date; `anchor` the period a report
        covers, whose last year completes dates and periods that do not say theirs.
        """
        return tuple(sorted(self._figures(text, today, anchor, ()), key=_place))

    def _figures(self, text: str, today: date, anchor: Period | None, names: Sequence[Mention]) -> list[Mention]:
        reading = read(text, today, anchor)
        finds = standing(self._rules.finds(reading))
        finds = self._bases.joined(reading, self._times.complete(reading, finds))
        taken = bytearray(len(text))
        for find in finds:
            taken[find.start : find.end] = b"\1" * (find.end - find.start)
        drafts = self._ordinals_first(reading, taken, finds)
        named = bytearray(len(text))
        for name in names:
            named[name.span.start : name.span.end] = b"\1" * (name.span.end - name.span.start)
        drafts += self._zeros.find(reading, taken)
        drafts += self._carried.carried(reading, self._quantities.find(reading, taken, named))
        mentions = [mention for find in finds if (mention := _of_find(text, find)) is not None]
        return mentions + _apart(text, drafts)

    def _ordinals_first(self, reading: Reading, taken: bytearray, finds: list[Find]) -> list[Draft]:
        """Ordinals; they may stand where a figure is otherwise left alone ("khóa XVI")."""
        spoken = [find for find in finds if find.kind is not None]
        kept: list[Draft] = []
        for draft in self._ordinals.find(reading):
            if any(find.start < draft.end and draft.start < find.end for find in spoken):
                continue
            if any(other.start < draft.end and draft.start < other.end for other in kept):
                continue
            taken[draft.start : draft.end] = b"\1" * (draft.end - draft.start)
            kept.append(draft)
        return kept


def _place(mention: Mention) -> tuple[int, int]:
    return mention.span.start, -mention.span.end


def _of_find(text: str, find: Find) -> Mention | None:
    value = find.base if find.base is not None else find.period
    if find.kind is None or value is None:
        return None
    return Mention(find.kind, Span(find.start, find.end), text[find.start : find.end], find.rule, value)


def _apart(text: str, drafts: list[Draft]) -> list[Mention]:
    """Drafts as mentions; of two that overlap the first in `drafts` stays."""
    mentions: list[Mention] = []
    covered = bytearray(len(text))
    for draft in drafts:
        if 1 in covered[draft.start : draft.end]:
            continue
        covered[draft.start : draft.end] = b"\1" * (draft.end - draft.start)
        quantity = draft.quantity
        value = replace(
            quantity,
            value=_neat(quantity.value),
            low=_neat(quantity.low),
            high=_neat(quantity.high),
            total=_neat(quantity.total),
        )
        span = Span(draft.start, draft.end)
        mentions.append(Mention(MentionKind.QUANTITY, span, text[draft.start : draft.end], draft.rule, value))
    return mentions


def _neat(value: Decimal | None) -> Decimal | None:
    """Without trailing noughts: 1.5 million is 1500000, not 1500000.0."""
    if value is None:
        return None
    if value != value.to_integral_value():
        return value.normalize()
    return value.quantize(Decimal(1)) if abs(value) < _LARGEST else value
