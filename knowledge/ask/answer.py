"""The asking flow on one page: a question, read, to an answer, judged."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from knowledge.ask import (
    alike,
    answers,
    balance,
    builders,
    charge,
    compute,
    derive,
    enumerated,
    halves,
    holders,
    incumbents,
    inferred,
    listing,
    lone,
    missing,
    moved,
    namesakes,
    prose,
    rest,
    selected,
    strangers,
    succession,
    summed,
    titles,
    told_of,
    truth,
    unsaid,
    utterance,
    weekdays,
)
from knowledge.ask.judge import Verdict, judge
from knowledge.ask.lookup import Desk
from knowledge.ask.question import Question, Wanted
from knowledge.ask.readings import words_around
from knowledge.ask.score import Candidate
from knowledge.ask.show import citation, distinct, shortened
from knowledge.ask.sought import sought
from knowledge.facts.fact import FactKind
from knowledge.facts.terms import Terms
from knowledge.lexicon.load import Lexicon
from knowledge.model import Answer, Found

FIGURES = frozenset({FactKind.QUANTITY})
SHARE = "c:share_of"
PRESENT = frozenset({"chair", "attend", "absent"})
GATES = frozenset({"gate"})
NAMED = {
    "gate": frozenset({FactKind.GATE}),
    "person": frozenset({FactKind.PERSON}),
    "organisation": frozenset({FactKind.ORGANISATION}),
    "place": frozenset({FactKind.PLACE}),
}


@dataclass(frozen=True, slots=True)
class Answerer:
    """Answers questions that have been read, from a desk with passages on it."""

    terms: Terms
    truths: truth.Words
    successions: succession.Words
    reasons: re.Pattern[str]
    yes: dict[str, str]
    no: dict[str, str]

    def answer(self, question: Question, desk: Desk) -> Answer:
        """The answer to `question`; Unknown says what is missing."""
        if not question.units and not question.inherited and not question.whos:
            return missing.not_a_question(question)
        if strangers.unknown(question, desk):
            return missing.explain(question, desk)
        if balance.asks(question):
            apart = balance.balance(question, desk)
            return missing.explain(question, desk) if apart is None else answers.computed(question, apart)
        if (plain := self._plainly(question, desk)) is not None:
            return plain
        told = utterance.asked(question)
        if told is not None:
            return self._uttered(question, told, desk) or missing.explain(question, desk)
        question = moved.levelled(question)
        stages = {
            Wanted.QUANTITY: (
                self._summed,
                self._asked,
                self._unsaid,
                self._figure,
                self._inferred,
                self._derived,
                self._lone,
            ),
            Wanted.DATE: (self._name,),
            Wanted.PERSON: (self._succession, self._name, self._charged, self._builder),
            Wanted.POST: (self._name,),
            Wanted.PLACE: (self._name, self._text),
            Wanted.LIST: (self._list,),
            Wanted.BOOL: (self._truth,),
            Wanted.WHICH: (
                self._holders,
                self._several,
                self._first,
                self._selected,
                self._charged,
                self._which,
                self._text,
            ),
            Wanted.REASON: (self._reason,),
            Wanted.TEXT: (self._holders, self._text),
        }[question.wanted]
        for stage in stages:
            found = stage(question, desk)
            if found is not None:
                return found
        return missing.explain(question, desk)

    def _plainly(self, question: Question, desk: Desk) -> Answer | None:
        """What is told in so many words, of whatever kind it is."""
        days = weekdays.find(question, desk) if weekdays.asks(question) else None
        if days is not None:
            return Found(question.language, days.text, (citation(days.held, days.span),), items=days.items)
        line = told_of.find(question, desk)
        return None if line is None else Found(question.language, line.text, (citation(line.held, line.span),))

    # --- figures ---------------------------------------------------------------------------------------------------

    def _summed(self, question: Question, desk: Desk) -> Answer | None:
        computed = summed.counted(question, desk)
        return None if computed is None else answers.computed(question, computed)

    def _asked(self, question: Question, desk: Desk) -> Answer | None:
        """A computation asked for; a figure that already stands in a report comes first."""
        beside = rest.beside_plan(question)
        asks = question.operations or question.change or question.denies or beside
        if not asks and "percent" not in (question.dimension, question.expected):
            return None
        direct = desk.verdict(replace(question, change=True) if beside else question, FIGURES)
        if direct.winner is not None and rest.of_done(question, direct.winner.fact):
            direct = Verdict()  # what was done is not what is left
        if moved.asks(question) and moved.level(direct.winner):
            direct = Verdict()  # where something went does not tell how far
        short = beside or rest.is_short(question)
        if direct.winner is not None and short and not rest.tells_beside(question, direct.winner.fact):
            direct = Verdict()  # nor is it, or the plan, how far they are apart
        if direct.winner is not None and question.notes.get("same_period") and not _apart(question, direct.winner):
            direct = Verdict()  # a level does not tell how far it is from another
        if "share" in question.operations and direct.winner is not None and not _says_share(direct.winner):
            direct = Verdict()  # "93,0%" of the estimate is no share of the whole
        if (
            direct.winner is not None
            and "sum" not in question.operations
            and len(question.whens) + len(question.bases) < 2
        ):
            return answers.found(question, direct)
        for rule in compute.ASKED:
            computed = rule(question, desk)
            if computed is not None:
                return answers.computed(question, computed)
        return None

    def _unsaid(self, question: Question, desk: Desk) -> Answer | None:
        """What to choose from, where a deed is asked about without the thing it was done to."""
        found = unsaid.readings(question, desk)
        return answers.chosen(question, desk, Verdict(rivals=found)) if found else None

    def _figure(self, question: Question, desk: Desk) -> Answer | None:
        verdict = desk.verdict(question, FIGURES)
        if verdict.winner is not None and question.denies and rest.of_done(question, verdict.winner.fact):
            return None  # what was done is not what is left
        if moved.asks(question) and moved.level(verdict.winner):
            return None
        if (
            verdict.winner is not None
            and rest.is_short(question)
            and not rest.tells_beside(question, verdict.winner.fact)
        ):
            return None
        told = (*((verdict.winner,) if verdict.winner else ()), *verdict.rivals)
        if rest.beside_plan(question) and not all(rest.tells_beside(question, candidate.fact) for candidate in told):
            return None
        if summed.one_only(question, told) or (
            "sum" in question.operations and any(halves.one_way(question, candidate) for candidate in told)
        ):
            return None  # of two asked for together it tells but one
        compares = "difference" in question.operations and (
            len(question.whens) + len(question.bases) > 1 or bool(question.notes.get("same_period"))
        )
        if compares and any("change" not in candidate.fact.traits for candidate in told):
            return None  # one of the two is not how far they are apart
        written = verdict.rivals or ((verdict.winner,) if verdict.winner is not None else ())
        implied = inferred.find(question, desk, self.terms) if written else None
        if implied is not None and inferred.clearer(implied, written):
            return answers.computed(question, implied.computed)
        together = halves.both(question, verdict)
        return answers.chosen(question, desk, verdict) if together is None else answers.computed(question, together)

    def _inferred(self, question: Question, desk: Desk) -> Answer | None:
        found = inferred.find(question, desk, self.terms)
        return None if found is None else answers.computed(question, found.computed)

    def _derived(self, question: Question, desk: Desk) -> Answer | None:
        for rule in derive.DERIVED:
            computed = rule(question, desk)
            if computed is not None:
                return answers.computed(question, computed)
        return None

    def _lone(self, question: Question, desk: Desk) -> Answer | None:
        return answers.found(question, Verdict(lone.figure(question, desk)))

    # --- names and days ----------------------------------------------------------------------------------------------

    def _name(self, question: Question, desk: Desk) -> Answer | None:
        verdict = desk.verdict(question)
        if succession.asks(question) == "newcomer":
            verdict = judge(question, succession.staying(question, desk, self.successions), desk.rules.weights)
        if self._unspoken(question, desk, verdict):
            return None
        together = alike.together(question, desk, verdict)
        return answers.listed(question, together) if together is not None else answers.chosen(question, desk, verdict)

    def _unspoken(self, question: Question, desk: Desk, verdict: Verdict) -> bool:
        """Whether who did something would be told by a sentence that hardly speaks of it."""
        if question.wanted is not Wanted.PERSON or verdict.winner is None or question.inherited:
            return False
        if question.concepts & PRESENT:
            return False  # of what meeting, minutes say in their title
        if any(who.kind in ("post", "office") for who in question.whos):
            return False  # the post itself is most of what is asked
        if prose.charged(question, verdict.winner):
            return False
        return prose.spoken(succession.but_leaver(question), verdict.winner, desk) < prose.SPOKEN

    def _succession(self, question: Question, desk: Desk) -> Answer | None:
        if not succession.asks(question):
            return None
        found = succession.find(question, desk, self.successions)
        return None if found is None else answers.found(question, Verdict(found))

    def _first(self, question: Question, desk: Desk) -> Answer | None:
        text = self._superlative(question, desk)
        first = listing.first(question, desk)
        if first is None or (text is not None and not any("cell" in f.traits for f in text.held.passage.facts)):
            return None
        candidate, label = first
        return Found(question.language, label, (citation(candidate.held, candidate.fact.span),))

    def _superlative(self, question: Question, desk: Desk) -> Candidate | None:
        """A passage that itself says which is the most or the least."""
        if not question.operations & {"most", "least"}:
            return None
        ranked = prose.passages(question, desk)
        return ranked[0] if ranked and ranked[0].score >= desk.line else None

    def _which(self, question: Question, desk: Desk) -> Answer | None:
        asked = sought(question)
        kinds = asked.kinds
        if not kinds:
            return None
        ranked = prose.passages(question, desk)
        if kinds == GATES and (not ranked or ranked[0].score < desk.line):
            ranked = prose.naming(asked.question, desk, "gate:")
        if not ranked or ranked[0].score < desk.line:
            return None
        if two := namesakes.apart(question, ranked, desk.line):
            return answers.chosen(question, desk, Verdict(rivals=two))
        firms = builders.firms(asked.question.units)
        ranked, within = (builders.best(ranked), builders.FIRM) if firms else (ranked, "")
        name = prose.named(question, ranked, frozenset().union(*(NAMED[kind] for kind in kinds)), within)
        if name is None or name.fact.name is None:
            return None
        if not question.operations and (several := alike.beside(name)) is not None:
            return answers.listed(question, several)
        named = titles.written(name) if titles.goes_on(name) else name.fact.name.name
        return Found(question.language, named, (citation(name.held, name.fact.span),))

    def _builder(self, question: Question, desk: Desk) -> Answer | None:
        """The company that builds, where it is asked who does."""
        asked = builders.asked(question)
        if asked is None or (name := builders.found(asked, desk)) is None:
            return None
        return Found(question.language, titles.written(name), (citation(name.held, name.fact.span),))

    # --- text, lists, truth ------------------------------------------------------------------------------------------

    def _holders(self, question: Question, desk: Desk) -> Answer | None:
        """Which of several holders of a post is meant ("Phó Trưởng ban được giao việc gì")."""
        found = holders.several(question, desk)
        return answers.chosen(question, desk, Verdict(found[0], rivals=found)) if found else None

    def _text(self, question: Question, desk: Desk) -> Answer | None:
        stretch = prose.text(question, desk, self.terms)
        if stretch is None:
            return None
        rows = enumerated.rows(question, stretch.candidate)
        if rows:
            return answers.listed_if(question, enumerated.fitting(question, stretch.candidate, rows))
        return Found(question.language, stretch.text, (citation(stretch.candidate.held, stretch.span),))

    def _uttered(self, question: Question, wanted: utterance.Asked, desk: Desk) -> Answer | None:
        """What somebody said or was given to do, in their line's own words."""
        found = utterance.find(question, wanted, desk, self.terms)
        if not found:
            return None
        short = shortened("; ".join(told.text for told in found))
        return Found(question.language, short, tuple(citation(told.held, told.span) for told in found))

    def _reason(self, question: Question, desk: Desk) -> Answer | None:
        stretch = prose.reason(question, desk, self.reasons)
        if stretch is None:
            return None
        return Found(question.language, stretch.text, (citation(stretch.candidate.held, stretch.span),))

    def _list(self, question: Question, desk: Desk) -> Answer | None:
        found = listing.listed(question, desk)
        chosen = selected.selected(question, desk, self.terms)
        if chosen is not None and (found is None or selected.better(chosen, found)):
            found = chosen
        if found is None and (held := incumbents.held(question, desk)):
            names = tuple(one.fact.name.name for one in held if one.fact.name is not None)
            found = listing.Listed(names, held)
        if found is None and "absent" in question.concepts:
            return self._name(replace(question, wanted=Wanted.PERSON), desk)  # one alone was absent
        return answers.listed_if(question, found)

    def _selected(self, question: Question, desk: Desk) -> Answer | None:
        """The rows of a table that fit."""
        return answers.listed_if(question, selected.selected(question, desk, self.terms))

    def _charged(self, question: Question, desk: Desk) -> Answer | None:
        return answers.chosen(question, desk, charge.verdict(question, desk))

    def _several(self, question: Question, desk: Desk) -> Answer | None:
        """As many things as a "which" question says there are ("ba dự án nào"), or all ("những công trình gì")."""
        asked = sought(question).count
        if not asked and listing.plural(question):
            return self._list(question, desk)
        found = self._list(question, desk) if asked > 1 else None
        return found if isinstance(found, Found) and len(found.items) == asked else None

    def _truth(self, question: Question, desk: Desk) -> Answer | None:
        found = truth.judge(question, desk, self.terms, self.truths)
        if found is None:
            return None
        word = (self.yes if found.value else self.no)[question.language]
        cited = distinct(tuple(citation(c.held, c.fact.span) for c in found.operands))
        said = found.said
        if found.operands and "zero" in found.operands[0].fact.traits:
            said = words_around(found.operands[0])  # "không có nhiệm vụ quá hạn" rather than "0"
        return Found(question.language, f"{word} ({shortened(said.rstrip(' .;'), 120)})", cited, value=found.value)


def _apart(question: Question, candidate: Candidate) -> bool:
    """Whether the figure is a change, where a difference is asked for."""
    return "difference" not in question.operations or "change" in candidate.fact.traits


def _says_share(candidate: Candidate) -> bool:
    """Whether a figure is told as a share of a whole ("chiếm 65,6%")."""
    return SHARE in candidate.fact.near | candidate.fact.clause


def answerer(terms: Terms, lexicon: Lexicon) -> Answerer:
    """An :class:`Answerer` with the words of `lexicon`."""
    reasons = "|".join(sorted(map(re.escape, lexicon["vi/truth"]["reasons"]), key=len, reverse=True))
    tables = {language: lexicon[f"{language}/truth"] for language in ("vi", "en")}
    return Answerer(
        terms,
        truth.words(lexicon),
        succession.words(lexicon),
        re.compile(rf"\b(?:{reasons})\b", re.IGNORECASE),
        {language: table["yes"] for language, table in tables.items()},
        {language: table["no"] for language, table in tables.items()},
    )
