"""The things that a question speaks of: its concepts and words, and which of them is counted or looked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from knowledge.ask import dictionary, heads
from knowledge.ask.counted import CLASSIFIERS
from knowledge.ask.forms import Asked, Forms
from knowledge.ask.question import Unit, Wanted
from knowledge.facts.terms import Term, Terms
from knowledge.lexicon.load import Lexicon, load
from knowledge.model import Dimension, Span
from knowledge.recognise.concepts import Concepts
from knowledge.text.fold import accented, fold
from knowledge.text.keyboard import one_spelling
from knowledge.text.tokens import Token, tokens

ALIKE = 0.8  # how well a measure told for another says it
PEOPLE = frozenset({"passenger", "people_count", "entry_exit", "tourist"})
VALUE = "c:value"
REMAINING = "c:remaining"
PLANNED = "planned or done"
MUCH = ("much", "long", "far")  # what is asked for so is not counted
RATED = "rate"  # form of a question of a share, which counts nothing
PAID = "paid"  # trait of a question whose verb, or whose noun, says that money is asked for
PER = frozenset({"c:per_day", "c:per_month", "c:per_year", "c:per_trip"})
SPANS = frozenset({"length", "duration", "area"})
POSTS = frozenset(load()["domain/kinds"]["posts"]["concepts"])


class Things:
    """Finds them by the words of ``domain/measures.toml``."""

    def __init__(self, lexicon: Lexicon, concepts: Concepts, terms: Terms, forms: Mapping[str, Forms]) -> None:
        self._turns = frozenset(lexicon["domain/measures"]["turning"])
        self._turned = frozenset(map(fold, self._turns))
        self._concepts, self._terms, self._forms = concepts, terms, forms
        measures = lexicon["domain/measures"]
        self._measures: dict[str, str] = dict(measures["dimension"])
        self._alike: dict[str, list[str]] = dict(measures["alike"])
        self._countable = frozenset(measures["countable"])
        self._words: dict[str, list[str]] = dict(measures["words"])
        self._leaving, self._moneyed = frozenset(measures["leaving"]), frozenset(measures["moneyed"])
        self._standing = frozenset(measures["standing"]) - {REMAINING[2:]}
        self._light = frozenset(measures["light"])
        vietnamese, english = (frozenset(measures["light_words"][language]) for language in ("vi", "en"))
        self._light_words = {"marked": vietnamese, "plain": vietnamese | set(map(fold, vietnamese)), "en": english}
        self._plans = frozenset(
            c for row in lexicon["domain/contrasts"]["contrast"] if row["name"] == PLANNED for c in row["concepts"]
        )
        self._counters = frozenset(measures["counters"])
        self._composed: dict[str, list[str]] = dict(measures["composed"])
        self._counts = {word: frozenset(things) for word, things in measures["counts"].items()}
        self._generic = frozenset(measures["generic"])

    def units(
        self,
        read: str,
        language: str,
        asked: Asked,
        covered: list[tuple[int, int]],
        numerals: list[tuple[int, int]],
        named: tuple[tuple[int, Unit], ...],
    ) -> tuple[tuple[Unit, ...], frozenset[str]]:
        """The things that a question speaks of in order of place, the one counted or looked for marked, and the ids of
        all concepts said. `covered` is what times, names and asking words take up."""
        much = fold(read[: asked.after]).endswith(MUCH)
        whole = self._terms.find(read)
        read = blanked(read, covered)
        before = [] if asked.wanted is Wanted.PERSON else _before_names(whole, covered, read)
        terms = (*self._terms.find(read), *before)
        concepts = [term for term in terms if term.id.startswith("c:")]
        noise = self._forms[language].noise
        outer = _outermost(self._uncrossed(concepts))
        placed: dict[tuple[int, int], list[Term]] = {}
        for term in outer:
            placed.setdefault((term.span.start, term.span.end), []).append(term)
        units: list[tuple[int, Unit]] = list(named)
        for (start, end), group in placed.items():
            group = self._narrowest(group)
            quiet = fold(read[start:end]) in noise or self._terms.says_nothing(read[start:end])
            if quiet or all(term.id[2:] in self._generic for term in group):
                continue
            inside = [
                c
                for c in concepts
                if (start, end) != (c.span.start, c.span.end) and start <= c.span.start and c.span.end <= end
            ]
            nested = tuple(c.id for c in inside)
            turned = self._turning(inside, start, end, read) if language == "vi" and len(nested) == 1 else ()
            units.append((start, self._concept_unit(read[start:end], language, [t.id for t in group], nested, turned)))
        marked = accented(read)
        cased = any(c.islower() for c in read)
        for token in tokens(read):
            if (
                token.text[0].isdigit()
                or (language == "en" and len(token.text) == 1)
                or self._terms.stopped(token)
                or token.folded in noise
            ):
                continue
            if any(start <= token.start and token.end <= end for start, end in [*placed, *numerals]):
                continue
            unit = self._word_unit(token, marked, {term.id[2:] for term in concepts})
            if not marked and "remainder" in asked.operations and token.folded in self._forms[language].left:
                unit = Unit(token.text, ((REMAINING, 1.0), *unit.options))  # "con may ho": "còn" without its marks
            proper = cased and token.start > 0 and token.text[0].isupper()
            light = self._says_little(token, marked, language) and not proper
            if language == "en" and not proper:
                unit = dictionary.translated(unit)
            units.append((token.start, replace(unit, word="name" if proper else language, light=light)))
        units = [
            (at, unit)
            for at, unit in units
            if (REMAINING, 1.0) not in unit.options or not self._follows_from(at, concepts)
        ]
        units.sort(key=lambda pair: pair[0])
        places = [(start, start + len(unit.text)) for start, unit in units]
        head = self._head(read, language, asked, units, places, much=much)
        said = frozenset(term.id[2:] for term in concepts)
        if head is not None and language == "vi":
            units[head] = (units[head][0], self._with_things(head, units, places))
        if asked.wanted in (None, Wanted.QUANTITY):
            units = _narrowed(units, places, head, language)
        return tuple(self._headed(unit) if index == head else unit for index, (_, unit) in enumerate(units)), said

    def _head(
        self,
        read: str,
        language: str,
        asked: Asked,
        units: list[tuple[int, Unit]],
        places: list[tuple[int, int]],
        *,
        much: bool,
    ) -> int | None:
        """Which of `units` is what is counted or looked for, if any."""
        uncounted = much or PAID in asked.traits or asked.name == RATED
        head = None if uncounted else heads.asked_for(read, asked, places)
        if head is not None and asked.wanted in (None, Wanted.QUANTITY) and self._side(units[head][1]):
            head = None  # "bao nhiêu theo kế hoạch" counts no plans
        if head is None and asked.name == "list-members":
            head = heads.posts_held([unit for _, unit in units], POSTS)
        if head is not None and language == "vi" and asked.wanted is Wanted.QUANTITY:
            head = heads.named_count(head, [unit for _, unit in units], [self._counting(unit) for _, unit in units])
        spanned = head is not None and asked.dimension in SPANS
        if head is not None and spanned and (units[head][1].word is not None or heads.doing(units[head][1], language)):
            head = None  # "bao nhiêu mét giáp bãi" counts nothing
        if language == "en" and head is not None:
            head = heads.noun(head, [unit for _, unit in units], places, self._countable)
        while (
            language == "en"
            and head is not None
            and head + 1 < len(units)
            and places[head + 1][0] - places[head][1] <= 1
            and heads.counts(units[head + 1][1], self._countable)
        ):
            head += 1  # "smuggling cases" are cases
        if head is not None and any(term in PER for term, _ in units[head][1].options):
            head = None
        if head is not None and any(
            term[2:] in self._measures for term, factor in units[head][1].options if factor == 1.0
        ):
            head = None  # "how much fee debt" measures, it does not count
        if head is None and language == "vi" and asked.wanted in (None, Wanted.QUANTITY):
            # "Số xe tồn …" counts cars
            head = next((i for i, (_, unit) in enumerate(units) if self._counting(unit)), None)
        if head is None and not uncounted and asked.wanted in (None, Wanted.QUANTITY):
            head = self._countable_unit(units)
            if head is None and language == "en" and units and heads.counts(units[0][1], self._countable):
                head = heads.befallen(read, units[0][1], places[0])
        return head

    def _follows_from(self, at: int, concepts: list[Term]) -> bool:
        """Whether "còn" at that place says nothing more: what is owed, or not done, is what is left ("còn mấy hộ nợ
        phí"), and so is what a change leaves ("sau điều chỉnh còn")."""
        return any(t.id[2:] in self._leaving or (t.id[2:] in self._standing and t.span.start > at) for t in concepts)

    def _with_things(self, head: int, units: list[tuple[int, Unit]], places: list[tuple[int, int]]) -> Unit:
        """The head with what follows it, where it is a word that counts things of many kinds ("mấy vụ đình công")."""
        unit = units[head][1]
        if fold(unit.text) not in CLASSIFIERS or head + 1 == len(units):
            return unit
        following = units[head + 1][1]
        if places[head + 1][0] - places[head][1] > 1 or following.light or following.word is not None:
            return unit
        things = tuple(term for term, factor in following.options if factor == 1.0)
        options = (*unit.options, *((term, ALIKE) for term in things))
        return replace(unit, options=options, things=frozenset(things))

    def _uncrossed(self, concepts: list[Term]) -> list[Term]:
        """`concepts` without those that say little and cross one that says more: "chuẩn *bị* phạt" is fined."""
        heavy = [t.span for t in concepts if t.id[2:] not in self._light]
        return [
            t
            for t in concepts
            if t.id[2:] not in self._light
            or not any(t.span.overlaps(s) and not t.span.holds(s) and not s.holds(t.span) for s in heavy)
        ]

    def _headed(self, unit: Unit) -> Unit:
        """`unit` as the thing counted, with the words that count things of other kinds."""
        said = {term[2:] for term, factor in unit.options if factor >= ALIKE}
        counters = frozenset(word for word, things in self._counts.items() if said & things)
        others = frozenset(self._counts) - counters if counters or unit.things else counters
        if unit.things:
            others = frozenset(word for word in others if fold(word) not in CLASSIFIERS)
        return replace(unit, head=True, counters=counters, others=others)

    def _says_little(self, token: Token, marked: bool, language: str) -> bool:
        """Whether it is a word of everyday speech, that no report need repeat."""
        kind = "en" if language == "en" else "marked" if marked else "plain"
        return token.text.lower() in self._light_words[kind]

    def _side(self, unit: Unit) -> bool:
        """Whether it only says that something is planned or done ("theo kế hoạch")."""
        said = [term[2:] for term, factor in unit.options if factor == 1.0]
        return bool(said) and all(id_ in self._plans for id_ in said)

    def _countable_unit(self, units: list[tuple[int, Unit]]) -> int | None:
        """The first thing that is counted, where nothing is measured ("tasks completed on time in H1")."""
        said = [[term[2:] for term, factor in unit.options if factor == 1.0] for _, unit in units]
        if any(id_ in self._measures or id_ in self._moneyed for ids in said for id_ in ids):
            return None
        return 0 if said and any(id_ in self._countable for id_ in said[0]) else None

    def _turning(self, inside: list[Term], start: int, end: int, read: str) -> tuple[str, ...]:
        """The terms of the words from `start` to `end` that turn the concepts `inside` there into their contrary:
        "ngừng hoạt động" is not said by "hoạt động" alone."""
        text = read[start:end]
        return tuple(
            _spelt(token, text)
            for token in tokens(text)
            if (
                token.text.lower() in self._turns
                or (token.text.lower() == token.folded and token.folded in self._turned)
            )
            and not any(c.span.start <= start + token.start < c.span.end for c in inside)
        )

    def _word_unit(self, token: Token, marked: bool, said: set[str]) -> Unit:
        """A word that is no concept; "xuất" and "nhập" alone mean goods, or people where the question is of them."""
        unit = _word_unit(token, marked)
        both = self._words.get(token.text.lower() if marked else token.folded)
        if both is None:
            return unit
        first, other = (both[-1], both[0]) if said & PEOPLE else (both[0], both[-1])
        return replace(unit, options=(("c:" + first, 1.0), ("c:" + other, ALIKE), *unit.options))

    def _counting(self, unit: Unit) -> bool:
        words = tokens(unit.text)
        if len(words) < 2 or words[0].folded not in self._counters:
            return False
        return not any(term[2:] in self._measures for term, factor in unit.options if factor == 1.0)

    def _narrowest(self, group: list[Term]) -> list[Term]:
        """Of concepts in one place those that no other one includes or is a kind of."""
        wider = {other for t in group for other in self._concepts.expand((t.id[2:],)) if other != t.id[2:]}
        return [t for t in group if t.id[2:] not in wider] or group

    def _concept_unit(
        self, text: str, language: str, ids: list[str], nested: tuple[str, ...], turned: tuple[str, ...] = ()
    ) -> Unit:
        """The thing that concepts `ids` are, with concepts `nested` in it, of which one alone may be `turned` by words
        into its contrary: then these are what must be said."""
        options = [(id_, 1.0) for id_ in ids]
        for id_ in ids:
            options += [("c:" + alike, ALIKE) for alike in self._alike.get(id_[2:], ())]
            options += [("c:" + broader, 0.5) for broader in sorted(self._concepts.broader(id_[2:]))]
        if language == "en":
            options += [said for id_ in ids for said in dictionary.written(id_[2:])]
        wider = {"c:" + broader for id_ in ids for broader in self._concepts.broader(id_[2:])}
        nested = tuple(id_ for id_ in nested if id_ not in wider)
        together = tuple("c:" + other for id_ in ids for other in self._composed.get(id_[2:], ()))
        parts = (
            (nested if VALUE in nested else together)
            or tuple("c:" + other for id_ in ids for other in sorted(self._concepts.includes(id_[2:])))
            or turned
            or nested
        )
        if not parts and language == "vi":
            parts = tuple(_spelt(token, text) for token in tokens(text))
        return Unit(text, tuple(options), parts=parts, light=all(id_[2:] in self._light for id_ in ids))

    def measured(self, asked: Asked, units: tuple[Unit, ...]) -> str | None:
        """The dimension of what is measured, where the question counts nothing ("thu phí bao nhiêu" is money)."""
        if asked.wanted not in (None, Wanted.QUANTITY) or any(unit.head for unit in units):
            return None
        if PAID in asked.traits:
            return str(Dimension.MONEY)
        for unit in units:
            for term, factor in unit.options:
                if factor == 1.0 and (dimension := self._measures.get(term.removeprefix("c:"))):
                    return dimension
        return None


def _spelt(token: Token, text: str) -> str:
    """The term of a word of `text`."""
    return ("w:" if accented(text) else "f:") + one_spelling(token.text.lower())


def _before_names(terms: Sequence[Term], covered: Sequence[tuple[int, int]], read: str) -> list[Term]:
    """Of things that go on into what is `covered`, what stands before: "chợ" of "chợ cửa khẩu Tân Thanh", whose name
    takes up "cửa khẩu". Of `read` all that is covered is blanked."""
    return [
        Term(term.id, Span(term.span.start, len(read[:start].rstrip(BLANKED))))
        for term in terms
        if term.id.startswith("c:")
        for start, end in covered
        if term.span.start < start < term.span.end < end and read[term.span.start : start].strip(BLANKED)
    ]


def _narrowed(
    units: list[tuple[int, Unit]], places: list[tuple[int, int]], head: int | None, language: str
) -> list[tuple[int, Unit]]:
    """`units` with those marked that name a kind of a thing in a word that is no concept: before it in English, behind
    what is counted in Vietnamese."""
    marked = []
    for index, (at, unit) in enumerate(units):
        beside = index + 1 if language == "en" else index - 1
        narrows = (
            unit.word == language
            and not unit.light
            and 0 <= beside < len(units)
            and units[beside][1].word is None
            and not units[beside][1].light
            and (beside == head or (language == "en" and head is None))
            and places[max(index, beside)][0] - places[min(index, beside)][1] <= 1
            and not unit.text.endswith("ly")
        )
        marked.append((at, replace(unit, narrows=narrows) if narrows else unit))
    return marked


def _outermost(concepts: list[Term]) -> list[Term]:
    """Concepts that no longer one holds or crosses; of those that cross the longer, then the earlier."""
    chosen: list[Term] = []
    for term in sorted(concepts, key=lambda t: (t.span.start - t.span.end, t.span.start)):
        if all(term.span == other.span or not term.span.overlaps(other.span) for other in chosen):
            chosen.append(term)
    return chosen


def _word_unit(token: Token, marked: bool) -> Unit:
    if marked:
        return Unit(token.text, (("w:" + one_spelling(token.text.lower()), 1.0), ("f:" + token.folded, 0.6)))
    return Unit(token.text, (("f:" + token.folded, 0.9),))


BLANKED = " ·"


def blanked(text: str, spans: list[tuple[int, int]]) -> str:
    """`text` with the stretches taken up by times, names and asking words blotted out; of the same length."""
    for start, end in spans:
        text = text[:start] + "·" * (end - start) + text[end:]
    return text
