"""The front door: everything the bot and the command line may do with the reports.

The two flows, and where each step lives:

    report    1 intake     file → text and blocks, in a process apart; many files at once: bulk
              2 documents  heading: title, dates, period, issuer
              3 facts      blocks → passages → mentions → facts       (recognise, concepts)
              4 intake     one transaction: file, text, passages, terms; versions: is it one of a report that is there?
    question  1 ask        spelling, then understand: the same recognise
              2 conversation: what is left unsaid comes from the questions before (ask: follow_up)
              3 shelves    passages that may answer, by their rarest terms
              4 ask        look up | compute | list | truth | prose → judge
              5 ask        phrase: the Answer as text
"""

from __future__ import annotations

from knowledge.library.bulk import Member, Taken
from knowledge.library.front import Library
from knowledge.library.rows import Explanation, FactRow

__all__ = ["Explanation", "FactRow", "Library", "Member", "Taken"]
