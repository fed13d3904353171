"""The one place with SQL: reports, passages and the index over them, in one SQLite file.

In the order of the flow:

- :mod:`~knowledge.store.schema`: numbered migrations bring any older file up to date;
- :mod:`~knowledge.store.database`: opening, one writer, transactions, a reader beside it;
- :mod:`~knowledge.store.reports`: what is known of a report, its text, its file, values kept beside them;
- :mod:`~knowledge.store.passages`: sentences and rows with their payload, and finding them by terms (FTS4, BM25).
"""

from knowledge.store.database import Database
from knowledge.store.passages import PassageRow, Passages
from knowledge.store.reports import Reports

__all__ = ["Database", "PassageRow", "Passages", "Reports"]
