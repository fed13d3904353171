"""Follow-ups: what a question takes over from the one before, and when it takes over nothing."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.ask import follow_up
from knowledge.ask.question import Question, Wanted
from knowledge.ask.understand import Understanding
from knowledge.library.workshop import workshop
