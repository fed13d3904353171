"""Regular English inflection: one stem for the forms of a word. No dictionary; meant for comparing, not for showing."""

from __future__ import annotations

from functools import lru_cache

_VOWELS = "aeiouy"
_KEPT = frozenset(
    """
    during nothing something anything everything evening morning string spring king ring bring thing need seed speed
    feed indeed exceed proceed succeed bed red shed hundred inbred status series species news bus gas less access
    process business this its was has is us plus focus virus campus bonus analysis basis crisis
    earnings proceedings
    """.split()  # noqa: SIM905 - a list of words reads best as words
)


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """The stem of a lower-case word: "fees" → "fee", "collected", "collecting" → "collect", "planned" → "plan",
    "companies" → "company"; American spellings give the stem of the British ones."""
    if word in ("customs", "customses"):
        return "customs"
    if len(word) <= 3 or word in _KEPT or not word.isascii():
        return word
    if word.endswith("'s"):
        word = word[:-2]
    root = _bare(word)
    root = root.removesuffix("e") if len(root) > 3 else root
    root = root.replace("ization", "isation").replace("yz", "ys")
    if len(root) > 4 and root.endswith("iz"):
        root = root[:-1] + "s"
    if len(root) > 5 and root.endswith("our"):
        root = root[:-2] + "r"
    return root


def _bare(word: str) -> str:
    if word.endswith("ings") and len(word) > 6:  # "crossings", "savings"
        word = word[:-1]
        if word in _KEPT:
            return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("ied") and len(word) > 4:
        return word[:-3] + "y"
    for ending in ("ing", "ed"):
        root = word.removesuffix(ending)
        if root != word and len(root) >= 3 and any(c in _VOWELS for c in root):
            if root[-1] == root[-2] and root[-1] not in "lsz":
                return root[:-1]
            if root.endswith("ll") and len(root) > 5:  # travelled, but filled
                return root[:-1]
            return root
    if word.endswith(("sses", "xes", "ches", "shes", "zes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word
