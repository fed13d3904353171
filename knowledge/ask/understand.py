"""Reads a question into slots: kind of answer, things spoken of, times, names, contrasts, operations."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from knowledge.ask import initials
from knowledge.ask.apart import ends
from knowledge.ask.bases import SAME_PERIOD, compared_with, same_period
from knowledge.ask.extents import of_thing
from knowledge.ask.forms import Asked, Forms, forms_of
from knowledge.ask.names import names
from knowledge.ask.question import Question, Unit, Wanted, When, Who
from knowledge.ask.reworded import meant, reworded
from knowledge.ask.spelling import Speller
from knowledge.ask.things import Things, blanked
from knowledge.ask.wordings import wordings_of
from knowledge.facts.terms import Terms
from knowledge.lexicon.load import Lexicon
from knowledge.model import Base, Mention, MentionKind, Name, Period
from knowledge.recognise.concepts import Concepts
from knowledge.recognise.engine import Recogniser
from knowledge.recognise.resolver import Resolver
from knowledge.text.fold import nfc

CHANGES = frozenset({"increase", "decrease", "growth_rate"})
LASTING = "duration"  # how long a thing takes, all that time
LATE = 21  # the day on which the end of a month begins


class Understanding:
    """Reads questions; built anew when the index's names or vocabulary change."""

    def __init__(
        self,
        lexicon: Lexicon,
        recogniser: Recogniser,
        concepts: Concepts,
        terms: Terms,
        resolver: Resolver,
        speller: Speller,
        provinces: Mapping[str, str] | None = None,
    ) -> None:
        """`provinces`: by their initials."""
        self._recogniser, self._concepts, self._terms = recogniser, concepts, terms
        self._resolver, self._speller = resolver, speller
        self._provinces = dict(provinces or {})
        measures = lexicon["domain/measures"]
        self._taken = frozenset(measures["no_initials"])
        self._stocks = frozenset(measures["stocks"])
        self.forms = {language: forms_of(lexicon, language) for language in ("vi", "en")}
        self._things = Things(lexicon, concepts, terms, self.forms)
        self._wordings = {language: wordings_of(lexicon, language) for language in ("vi", "en")}

    def read(self, text: str, *, asked_on: date, anchor: Period | None = None, language: str | None = None) -> Question:
        """The question `text`, asked on `asked_on`, by itself (without what was asked before); a time without its year
        is of `anchor`'s."""
        plain = nfc(text).strip()
        language = language or self._speller.language(plain)
        if language == "vi":
            plain = initials.expanded(plain, self._provinces, self._taken)
        repaired = self._speller.repair(plain)
        read = self._wordings[language].plain(repaired.text)
        asked = self.forms[language].read(read)
        mentions = self._recogniser.recognise(read, today=asked_on, anchor=anchor)
        mentions = tuple(m for m in mentions if not self.forms[language].no_time(m.text))
        figure = asked.wanted in (None, Wanted.QUANTITY)
        whens = tuple(
            _when(m, m.value, language, figure)
            for m in mentions
            if m.kind in (MentionKind.DATE, MentionKind.PERIOD) and isinstance(m.value, Period)
        )
        whens = _but_today(whens, asked_on)
        bases = compared_with(mentions, whens)
        if "difference" in asked.operations and not bases:
            whens, bases = ends(whens)
        spelled = [m for m in mentions if isinstance(m.value, Name)]
        named = names(read, asked.wanted, self._resolver.resolve(read, spelled))
        forms = self.forms[language]
        if asked.operations and named.spans:  # "Hòn La" is no "hơn"
            asked = replace(asked, operations=forms.operations(blanked(read, list(named.spans))))
        succession = ""
        if asked.wanted is Wanted.PERSON:
            succession = forms.succession(read, named=any(id_.startswith("person:") for id_ in named.said))
        posts = tuple(who for who in named.whos if who.kind == "post")
        if asked.wanted is Wanted.PERSON and (succession or self._replaces(read)):
            left = frozenset(forms.leads(read) if succession else ())
            named = replace(named, whos=tuple(who for who in named.whos if who.kind != "post"), said=named.said | left)
        elif asked.wanted is Wanted.PERSON and (post := forms.leads(read)):
            spans = (*named.spans, forms.leading(read))
            named = replace(named, whos=(*named.whos, Who("post", post, "")), spans=spans)
        if asked.wanted is Wanted.PERSON and (bodies := forms.leaders(read)):
            named = replace(named, whos=(*named.whos, Who("office", bodies, "")))
        if asked.wanted is Wanted.PERSON:
            acts = forms.acts(read)
            done = tuple((at, Unit(act, (("c:" + act, 1.0),))) for act, at, _ in acts)
            named = replace(named, units=(*named.units, *done), spans=(*named.spans, *(span for _, _, span in acts)))
        if asked.extent is not None:
            concept, at = asked.extent
            named = replace(named, units=(*named.units, (at, Unit(concept, (("c:" + concept, 1.0),)))))
        covered = [
            (m.span.start, m.span.end)
            for m in mentions
            if m.kind in (MentionKind.DATE, MentionKind.PERIOD, MentionKind.BASE)
        ]
        covered += [*named.spans, *asked.spans]
        numerals = [(m.span.start, m.span.end) for m in mentions if m.kind is MentionKind.QUANTITY]
        units, own = self._things.units(read, language, asked, covered, numerals, named.units)
        if succession and not units and not named.whos:
            named = replace(named, whos=posts)  # "giám đốc mới là ai": the post is all that is asked of
        said = self._concepts.expand(own | meant(own))
        units = reworded(units, said, asked.wanted, asked.dimension)
        if asked.extent is not None:
            units = of_thing(units, asked.extent[0])
        measured = self._things.measured(asked, units)
        return Question(
            text, read, language, asked.wanted or Wanted.QUANTITY, asked_on, units, whens, bases, named.whos, said,
            asked.operations, asked.unit, asked.dimension, bool(own & CHANGES) or "difference" in asked.operations,
            asked.traits, named.said, None if "difference" in asked.operations else measured, measured,
            changes=repaired.changes,
            stock=bool(said & self._stocks) or asked.dimension == LASTING, against_plan=any(
                isinstance(m.value, Base) and m.value.relation == "plan" for m in mentions
            ), denies=forms.denies(read),
            notes={
                "form": asked.name, "several": forms.several(read), "succession": succession,
                "same_period": SAME_PERIOD if same_period(mentions) or _before(asked, bases, forms, read) else "",
            },
        )  # fmt: skip

    def _replaces(self, read: str) -> bool:
        """Whether the question is who took another's place: the sentence need not name the post again."""
        return any(term.id in ("c:replace",) for term in self._terms.find(read))


def _but_today(whens: tuple[When, ...], today: date) -> tuple[When, ...]:
    """`whens` without the day of asking, where another time is named: "bây giờ" is then what is so in the report of
    that time."""
    others = tuple(when for when in whens if not (when.day and when.period.start == today))
    return others or whens


def _when(mention: Mention, period: Period, language: str, measured: bool) -> When:
    """The time a mention names. Where a figure is asked for, the end of a month is the day on which it is counted; so
    is, in English, any time that it is told by ("by November", which in other questions is a deadline)."""
    day = mention.kind is MentionKind.DATE
    until = mention.rule == "as-of" or (mention.rule == "deadline" and language == "en" and measured)
    if not day and measured and (period.start.day, period.end.day) == (LATE, 1):
        return When(Period(period.start.replace(day=1), period.end), False, mention.text, period, True)
    rule = "as-of" if until else mention.rule
    rough = mention.rule.startswith("early")
    return When(_whole(period, rule), day, mention.text, period, until, rough)


def _whole(period: Period, rule: str) -> Period:
    """The end of a year stands for the year, its middle for the first half: that is when their figures are taken."""
    year = period.start.year
    if rule == "as-of" and period == Period(date(year, 5, 1), date(year, 9, 1)):
        return Period(date(year, 1, 1), date(year, 7, 1))  # "đến giữa năm 2031"
    if rule in ("late-year", "as-of") and period == Period(date(year, 10, 1), date(year + 1, 1, 1)):
        return Period(date(year, 1, 1), period.end)
    if rule == "middle-year":
        return Period(date(year, 1, 1), date(year, 7, 1))
    return period


def _before(asked: Asked, bases: tuple[When, ...], forms: Forms, read: str) -> bool:
    """Whether a difference from the year before is asked for, whatever it is called."""
    return "difference" in asked.operations and not bases and forms.year_before(read)
