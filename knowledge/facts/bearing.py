"""What bears on a mention within its sentence: times and names, each by how near it stands; the post beside a
person."""

from __future__ import annotations

import re
from dataclasses import replace

from knowledge.facts.around import role
from knowledge.facts.clauses import Clauses, holding
from knowledge.facts.covers import stands_for
from knowledge.facts.earlier import TIMES, compared
from knowledge.facts.fact import Layer, Time
from knowledge.facts.parsed import Sentence
from knowledge.lexicon.load import load
from knowledge.model import Mention, MentionKind, Name, Period

_LABEL = re.compile(r"(?: ?\([^()]{1,20}\))?\s*:\s*")  # from a time to its figure
_YEARS = frozenset({"last-year", "year-before-last", "next-year"})
LONGEST_GAP = 14
Edges = tuple[int, int]
SPOTS = frozenset({MentionKind.GATE, MentionKind.PLACE})
_CLOSED = re.compile(r"\([^()]*\)")
LONGEST_NAME = 4  # syllables
_LEVEL = re.compile(r"\s*:?\s*(?:(?<=\s)(?:là|có|đạt|được|còn|gần|trên|khoảng)\s+)*$")


def _layer(sentence: Sentence, mention: Mention, other: Mention, edges: Edges) -> int:
    """How near `other` stands to `mention`: in its clause, in an earlier one, or elsewhere in the sentence. What stands
    behind a figure's own stretch (`edges`) is the next figure's."""
    clauses = sentence.clauses
    here, there = holding(clauses, mention.span.start), holding(clauses, other.span.start)
    if here == there:
        behind = mention.kind is MentionKind.QUANTITY and other.span.start >= edges[1]
        return Layer.SENTENCE if behind else Layer.NEAR
    return Layer.CLAUSE if there < here else Layer.SENTENCE


def times(
    sentence: Sentence, mention: Mention, splitter: Clauses, period: Period | None, edges: Edges
) -> tuple[Time, ...]:
    """The times that bear on `mention`, nearest first; not those it is only compared with."""
    found = [
        Time(_full(sentence, other), _told(sentence, mention, other, splitter, edges), _role(sentence, other, splitter))
        for other in sentence.mentions
        if other.kind in TIMES
        and isinstance(other.value, Period)
        and other is not mention
        and not splitter.compares(sentence.text, other.span.start)
        and not _of_another(sentence, mention, other)
        and not _spent(sentence, mention, other)
    ]
    if mention.kind is MentionKind.QUANTITY:
        found += [replace(time, period=period) for time in found if period is not None and stands_for(time, period)]
    return compared(sentence, mention, splitter, period) + tuple(sorted(found, key=lambda time: time.layer))


def _told(sentence: Sentence, mention: Mention, other: Mention, splitter: Clauses, edges: Edges) -> int:
    """How near a time stands to `mention`. One of an earlier clause bears on a figure no more than one elsewhere in the
    sentence when it says when something came about ("thành lập năm 2008, rộng 21 ha"), or when it is told in passing,
    behind a figure, and a semicolon ends what it is of ("lương 6,2 triệu, năm 2030 là 5,7; nợ lương 12 người")."""
    layer = _layer(sentence, mention, other, edges)
    if layer != Layer.CLAUSE or mention.kind is not MentionKind.QUANTITY:
        return layer
    if splitter.comes_about(sentence.text, other.span.start):
        return Layer.SENTENCE
    passing = any(m.kind is MentionKind.QUANTITY and m.span.end <= other.span.start for m in sentence.mentions)
    ended = ";" in sentence.text[other.span.end : mention.span.start]
    return Layer.SENTENCE if passing and ended else layer


def _role(sentence: Sentence, time: Mention, splitter: Clauses) -> str:
    """How a time bears; "plan" for "dự toán năm", which says nothing of what was done."""
    return "plan" if splitter.plans(sentence.text, time.span.start) else role(time)


def _of_another(sentence: Sentence, mention: Mention, other: Mention) -> bool:
    """Whether a time in a later clause is that of the figure there."""
    if mention.kind is not MentionKind.QUANTITY:
        return False
    here, there = holding(sentence.clauses, mention.span.start), holding(sentence.clauses, other.span.start)
    if there <= here:
        return False
    span = sentence.clauses[there].span
    return any(m.kind is MentionKind.QUANTITY and span.holds(m.span) for m in sentence.mentions)


def _spent(sentence: Sentence, mention: Mention, other: Mention) -> bool:
    """Whether a time before the figure is that of an earlier figure, and another one stands nearer: of "T7 18,4 / T8
    11,2", or "tháng 7: 18,4; tháng 8 (ước): 11,2", the second is of August alone."""
    if mention.kind is not MentionKind.QUANTITY or other.span.end > mention.span.start:
        return False
    figures = [
        m.span
        for m in sentence.mentions
        if m.kind is MentionKind.QUANTITY and other.span.end <= m.span.start and m.span.end <= mention.span.start
    ]
    closed = sentence.text.find(")", other.span.end, mention.span.start)
    if figures and figures[0].end <= closed and sentence.text[: other.span.start].rstrip().endswith("("):
        return True  # "43 vụ (2030: 39 vụ), trị giá 2,1 tỷ": of what stands in the bracket
    return bool(figures) and any(
        m.kind in TIMES and isinstance(m.value, Period) and role(m) == role(other)
        and figures[0].end <= m.span.start and m.span.end <= mention.span.start
        and (
            holding(sentence.clauses, m.span.start) == holding(sentence.clauses, mention.span.start)
            or _LABEL.fullmatch(sentence.text, m.span.end, mention.span.start) is not None
        )
        for m in sentence.mentions
    )  # fmt: skip


def _full(sentence: Sentence, mention: Mention) -> Period:
    """The period of `mention`; "cả năm" after "năm 2023" or "năm ngoái" in the same sentence is that year."""
    period = mention.value
    assert isinstance(period, Period)
    if mention.rule != "year" or any(c.isdigit() for c in mention.text):
        return period
    earlier = [
        m.value for m in sentence.mentions
        if m.kind is MentionKind.PERIOD and isinstance(m.value, Period)
        and m.span.end <= mention.span.start and (any(c.isdigit() for c in m.text) or m.rule in _YEARS)
        and m.value.end - m.value.start == period.end - period.start
    ]  # fmt: skip
    return earlier[-1] if earlier else period


def partner(sentence: Sentence, mention: Mention) -> Mention | None:
    """The post beside a person, or the person of a post; of several posts of a person the one that stands nearest. None
    for other mentions."""
    found = partners(sentence, mention)
    return found[0] if found else None


def partners(sentence: Sentence, mention: Mention) -> tuple[Mention, ...]:
    """The posts of a person: the one beside ("Ông A, Trưởng ban"; "Ông A (Trưởng ban)"; "Trưởng ban, đồng chí A") and
    those said to be taken up or left ("… được bổ nhiệm giữ chức Giám đốc"). Or the person of a post."""
    if mention.kind is MentionKind.POST:
        owner = _owner(sentence, mention)
        return (owner,) if owner is not None else ()
    if mention.kind is not MentionKind.PERSON:
        return ()
    posts = [m for m in sentence.mentions if m.kind is MentionKind.POST]
    free = [m for m in posts if _subject(sentence, m) is None]
    after = [m for m in free if _beside(sentence.text[mention.span.end : m.span.start], m, mention)]
    before = [m for m in free if _beside(sentence.text[m.span.end : mention.span.start], mention, m)]
    if before and _titled(sentence, mention) is not None:
        after = [m for m in after if _bearer(sentence, m) is None]  # that one is the next person's
    taken = [m for m in posts if _subject(sentence, m) is mention]
    beside = (after or before)[:1]
    joined = [m for m in free if beside and _joined(sentence, m) is beside[0] and _owner(sentence, m) is mention]
    return (*beside, *joined, *taken)


def _joined(sentence: Sentence, post: Mention) -> Mention | None:
    """The first of several posts of one person ("Ông A - chuyên viên, thư ký") that lead to `post` with nothing between
    them but a mark or "kiêm"; None where none does."""
    first: Mention | None = None
    for other in reversed([m for m in sentence.mentions if m.kind is MentionKind.POST]):
        if other.span.end > post.span.start:
            continue
        if _JOINS.fullmatch(sentence.text[other.span.end : (first or post).span.start].lower()) is None:
            break
        first = other
    return first


def _titled(sentence: Sentence, person: Mention) -> Mention | None:
    """The post that stands right before a person as a title ("Phó Trưởng ban Lê Văn Bá"), with no mark between."""
    return next(
        (
            m
            for m in sentence.mentions
            if m.kind is MentionKind.POST
            and m.span.end < person.span.start
            and not sentence.text[m.span.end : person.span.start].strip()
        ),
        None,
    )


def _bearer(sentence: Sentence, post: Mention) -> Mention | None:
    """Whose title a post is."""
    people = [m for m in sentence.mentions if m.kind is MentionKind.PERSON]
    return next((person for person in people if _titled(sentence, person) is post), None)


def _owner(sentence: Sentence, post: Mention) -> Mention | None:
    """The person a post is of: who takes it up or leaves it, else who stands beside it; a person is followed by the
    post, so a post looks back first, but not at one who bears a title already where the post is a title itself."""
    if (subject := _subject(sentence, post)) is not None:
        return subject
    people = [m for m in sentence.mentions if m.kind is MentionKind.PERSON]
    before = [m for m in people if _beside(sentence.text[m.span.end : post.span.start], post, m)]
    after = [m for m in people if _beside(sentence.text[post.span.end : m.span.start], m, post)]
    if (bearer := _bearer(sentence, post)) is not None:
        before = [m for m in before if _titled(sentence, m) is None]
        after = [bearer]
    if not before and not after and (first := _joined(sentence, post)) is not None:
        return _owner(sentence, first)
    return next(iter(before or after), None)


def _subject(sentence: Sentence, post: Mention) -> Mention | None:
    """Who is said to take up or leave `post`: the last person before the verb, but no one that is only replaced there
    and none beyond a semicolon. None where no such verb leads to the post."""
    lead = sentence.text[: post.span.start].rstrip(" :").lower()
    if not _MOVES.search(lead) and not in_charge(post):
        return None
    for other in reversed(sentence.mentions):
        if other.kind is not MentionKind.PERSON or other.span.end > post.span.start:
            continue
        if ";" in sentence.text[other.span.end : post.span.start]:
            return None
        if not _OBJECT.search(sentence.text[: other.span.start].lower()):
            return other
    return None


def in_charge(post: Mention) -> bool:
    """Whether a post is told by its verb ("phụ trách Ban Quản lý")."""
    return _CHARGE.match(post.text.lower()) is not None


def replaced(sentence: Sentence, person: Mention) -> bool:
    """Whether `person` is only named as whose place another takes ("thay đồng chí B")."""
    title = _titled(sentence, person)  # "thay Trưởng ban Lê Văn Bá"
    return _REPLACED.search(sentence.text[: (title or person).span.start].lower()) is not None


def _beside(gap: str, right: Mention, left: Mention) -> bool:
    """Whether nothing stands between a person and a post but a comma, a colon, a bracket or a form of address."""
    if right.span.start < left.span.end or len(gap) > LONGEST_GAP:
        return False
    words = [word for word in re.split(r"[\s,–\-(:.]+", gap.lower()) if word]
    return all(word in _ADDRESS for word in words)


def _words(*keys: str) -> str:
    table = load()["vi/clauses"]
    return "|".join(sorted((re.escape(word) for key in keys for word in table[key]), key=len, reverse=True))


_ADDRESS = frozenset(load()["vi/clauses"]["between"])
_MOVES = re.compile(rf"\b(?:{_words('former', 'new')})$")
_CHARGE = re.compile(rf"(?:{_words('charge')})\b")
_JOINS = re.compile(rf"[\s,;–\-/(]*(?:(?:{_words('posts_joined')})\s+)?")
_FORM = rf"\s+(?:(?:{_words('between')})[\s/.]*)*$"
_REPLACED = re.compile(rf"\b(?:{_words('replaced')}){_FORM}")
_OBJECT = re.compile(rf"\b(?:{_words('replaced', 'beside')}){_FORM}")


def names(sentence: Sentence, mention: Mention, edges: Edges) -> tuple[tuple[str, int], ...]:
    """Ids of the names that bear on `mention`, nearest first, each with its layer."""
    paired = partners(sentence, mention)
    found: list[tuple[str, int]] = []
    nearest: dict[MentionKind, int] = {}  # of the earlier clauses only the last that names one of a kind leans on it
    for other in reversed(sentence.mentions):
        if not isinstance(other.value, Name) or other is mention:
            continue
        layer = Layer.NEAR if any(other is one for one in paired) else _layer(sentence, mention, other, edges)
        if (
            layer == Layer.NEAR
            and not any(other is one for one in paired)
            and other.kind in (MentionKind.POST, MentionKind.PERSON)
            and paired
        ):
            layer = Layer.CLAUSE  # somebody else's
        elif layer == Layer.CLAUSE:
            place = holding(sentence.clauses, other.span.start)
            if nearest.setdefault(other.kind, place) != place or _cut_off(sentence, place, mention):
                layer = Layer.SENTENCE
            elif other.kind in SPOTS and _stranger(sentence, mention) > other.span.end:
                layer = Layer.SENTENCE  # "Thái Thụy 318 hộ, ở Tiền Hải 146 hộ": of a place no list knows
        found.append((other.value.id, layer))
    return tuple(sorted(found, key=lambda name: name[1]))


def _cut_off(sentence: Sentence, place: int, mention: Mention) -> bool:
    """Whether a semicolon parts clause `place` from the mention's, unless what follows the clause is its list."""
    clauses = sentence.clauses
    between = clauses[place + 1 : holding(clauses, mention.span.start) + 1]
    if not between or between[0].mark == ":" or all(clause.mark != ";" for clause in between):
        return False
    # "Mộc Bài 1.016 triệu USD (xuất 589; nhập 427)": a bracket's own semicolon parts nothing from what it explains.
    stretch = sentence.text[clauses[place].span.end : mention.span.start]
    while (closed := _CLOSED.sub("", stretch)) != stretch:
        stretch = closed
    return ";" in stretch.partition("(")[0]


def _stranger(sentence: Sentence, mention: Mention) -> int:
    """Where a proper name that is none of the mentions stands right before a figure; -1 without one."""
    if mention.kind is not MentionKind.QUANTITY:
        return -1
    lead = _LEVEL.sub("", sentence.text[: mention.span.start])
    words = list(re.finditer(r"\S+", lead))[-LONGEST_NAME:]
    while words and not all(_capital(word[0]) for word in words):
        del words[0]
    if len(words) < 2 or any(
        m.span.start < words[-1].end() and words[0].start() < m.span.end for m in sentence.mentions
    ):
        return -1
    return words[0].start()


def _capital(word: str) -> bool:
    return word.isalpha() and word[0].isupper() and word[1:].islower()
