"""A question in its chat: read, joined to the questions before it, looked up and answered."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, replace
from datetime import date

from knowledge.ask import follow_up, missing, undated
from knowledge.ask.lookup import Desk
from knowledge.ask.periods import named
from knowledge.ask.question import Question
from knowledge.ask.timing import Timings
from knowledge.ask.understand import Understanding
from knowledge.ask.weights import Rules, Weights
from knowledge.library.reasons import marked
from knowledge.library.shelves import Shelves
from knowledge.library.workshop import Workshop
from knowledge.model import Answer, Found, Problem, Unknown
from knowledge.text.fold import accented

SHORT = 4  # words
LONGEST_QUESTION = 600
KEPT = 512  # questions whose reading is remembered: every follow-up needs those before it


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as it was read in its chat, what it was looked up in (None when there was nothing to look up), and the
    answer."""

    read: Question
    desk: Desk | None
    answer: Answer


class Conversation:
    """Answers questions, each after those before it in its chat."""

    def __init__(self, stages: Workshop, shelves: Shelves) -> None:
        self._stages, self._shelves = stages, shelves
        self._states = tuple(contrast for contrast, things in stages.restricting.items() if things)
        self._frames: OrderedDict[tuple[date, tuple[str, ...]], Question] = OrderedDict()
        self._timings = Timings()
        self._known: tuple[object, object] = (None, None)

    async def asked(self, texts: tuple[str, ...], asked_on: date, weights: Weights) -> Asked:
        """The last of `texts`, asked after the others."""
        understanding = await self._shelves.refresh()
        if self._known != (understanding, weights):
            self._known = (understanding, weights)
            self._frames.clear()
            self._timings = Timings()
        talk = self._stages.small_talk
        texts = tuple(talk.question(text[:LONGEST_QUESTION]) for text in texts)
        earlier = tuple(text for text in texts[:-1] if talk.said(text) is None)
        before: Question | None = None
        for end in range(1, len(earlier) + 1):
            key = (asked_on, earlier[:end])
            frame = self._frames.get(key)
            if frame is None:
                frame = (await self._step(understanding, before, earlier[end - 1], asked_on, weights)).read
                self._frames[key] = frame
                while len(self._frames) > KEPT:
                    self._frames.popitem(last=False)
            before = frame
        asked = await self._step(understanding, before, texts[-1], asked_on, weights)
        self._frames[(asked_on, (*earlier, texts[-1]))] = asked.read
        return asked

    async def _step(
        self, understanding: Understanding, before: Question | None, text: str, asked_on: date, weights: Weights
    ) -> Asked:
        """`text` asked after `before`: what it leaves unsaid is taken from there, unless that leads nowhere and it can
        do without."""
        # A few words after a question are in its language ("the huu nghi?" is no English), unless their marks tell.
        short = len(text.split()) <= SHORT and not accented(text)
        language = before.language if before is not None and short else None
        new = understanding.read(text, asked_on=asked_on, language=language)
        forms = understanding.forms[new.language]
        if before is not None and before.whens and new.whens and follow_up.leans(new, forms):
            new = understanding.read(text, asked_on=asked_on, anchor=before.whens[0].period, language=language)
        contrasts, slots = self._stages.concepts.contrasts, tuple(self._stages.restricting)
        read = follow_up.merge(before, new, forms, contrasts, slots, self._states)
        if before is None or read is new:
            asked = await self._answered(new, weights)
            return await self._of_years(understanding, text, asked, weights)
        if follow_up.says_nothing_new(before, read):
            asked = Asked(read, None, missing.not_a_question(read))
        else:
            asked = await self._answered(read, weights)
        if not isinstance(asked.answer, Unknown) or not follow_up.stands_alone(new, forms):
            return asked
        if before.whens and not new.whens:
            then = await self._answered(replace(new, whens=before.whens), weights)
            if not isinstance(then.answer, Unknown):
                return then
        alone = await self._answered(new, weights)
        if isinstance(alone.answer, Unknown):
            return asked
        return replace(alone, answer=_of_any_time(alone.answer, before, new))

    async def _of_years(self, understanding: Understanding, text: str, asked: Asked, weights: Weights) -> Asked:
        """`asked`, or what to choose from, where its time is named without a year and several years tell of it."""
        read = asked.read
        if not isinstance(asked.answer, Unknown) or asked.answer.code != "no_period" or asked.desk is None:
            return asked
        told = []
        for year in undated.years(read, asked.desk.shelf):
            new = understanding.read(text, asked_on=read.asked_on, anchor=year, language=read.language)
            if [when.period for when in new.whens] == [when.period for when in read.whens]:
                if year.start.year == read.asked_on.year:
                    continue  # it means this one
                return asked  # it names its year
            then = await self._answered(new, weights)
            if isinstance(then.answer, Found):
                told.append((new, then.answer))
        found = undated.choice(told)
        return asked if found is None else replace(asked, answer=found)

    async def _answered(self, read: Question, weights: Weights) -> Asked:
        if missing.bare(read):
            return Asked(read, None, missing.bare_name(read))
        if not read.units and not read.inherited and not read.whos:
            return Asked(read, None, missing.not_a_question(read))
        desk = await self._desk(read, weights)
        if not desk.shelf.reports:
            return Asked(read, desk, missing.empty(read))
        answer = marked(self._stages.answerer.answer(read, desk), desk)
        if isinstance(answer, Unknown) and read.whens:
            wide = await self._desk(replace(read, whens=()), weights)
            answer = missing.explain(read, wide) if answer.code in ("nothing", "no_period") else answer
        return Asked(read, desk, answer)

    async def _desk(self, read: Question, weights: Weights) -> Desk:
        stages = self._stages
        rules = Rules(
            weights,
            stages.concepts.contrasts,
            stages.members,
            stages.sides,
            stages.restricting,
            stages.implied,
            stages.rivals,
            stages.answerer.terms,
        )
        return Desk(await self._shelves.shelf(read), rules, self._timings)


def _of_any_time(answer: Answer, before: Question, new: Question) -> Answer:
    """`answer` with a remark that it is not of the time the chat had been about."""
    if not isinstance(answer, Found) or not before.whens or new.whens:
        return answer
    return replace(
        answer, notes=(*answer.notes, Problem("any_time", {"asked": named(before.whens[0].period, new.language)}))
    )
