"""Words of everyday language, so that what is spelt like a name is not taken for one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import pairwise
from typing import Any

from knowledge.lexicon.load import EXAMPLES, Lexicon
from knowledge.recognise.gate_catalogue import gate_rows
from knowledge.recognise.name_words import pieces
from knowledge.recognise.place_catalogue import place_rows

_NAME_FILES = ("gates", "places", "organisations", "posts", "forms_of_address", "family_names")


@lru_cache(maxsize=2)  # the same for every state of the index
def vocabulary(lexicon: Lexicon) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Of everything the lexicon holds beside names: the folded words, the pairs of them that are no names, and the
    words with marks."""
    own = [lexicon[f"domain/{name}"] for name in _NAME_FILES]
    texts: list[str] = list(lexicon["domain/gates"].get("not_names", ()))
    for folder in ("vi", "en", "domain"):
        for table in lexicon.under(folder):
            if not any(table is mine for mine in own):
                texts.extend(_strings(table))
    names = {wording.lower() for rows in (gate_rows(lexicon), place_rows(lexicon)) for wording, _ in rows}
    words: set[str] = set()
    pairs: set[str] = set()
    marked: set[str] = set()
    for text in texts:
        found = list(pieces(text))
        words.update(folded for _, folded, _ in found)
        marked.update(lower for lower, _, plain in found if not plain)
        pairs.update(
            f"{a} {b}"
            for (one, a, _), (other, b, _) in pairwise(found)
            if f"{one} {other}" not in names  # "tỉnh Cao Bằng" makes no everyday words of it
        )
    return frozenset(words), frozenset(pairs), frozenset(marked)


def _strings(value: Any) -> Iterable[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield key
            if key not in EXAMPLES:
                yield from _strings(inner)
    elif isinstance(value, (list, tuple)):
        for inner in value:
            yield from _strings(inner)
