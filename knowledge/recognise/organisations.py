"""Organisations: a head ("Chi cục", "UBND") and the pieces that narrow it (a field of work, a level, a place, a gate).

Ids run from general to particular, one piece a segment, abbreviations folded: "org:ubnd-tinh/lang-son",
"org:chi-cuc/hai-quan/tan-thanh", "org:phong/ke-hoach-tong-hop", "org:bql/dong-dang-lang-son" (the zone's kind is left
out, for it is written in many ways), "org:bql" where only "Ban Quản lý" is said.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from knowledge.lexicon.load import Lexicon
from knowledge.model import MentionKind, Name
from knowledge.recognise.companies import Companies
from knowledge.recognise.gates import Gates
from knowledge.recognise.name_runs import Runs
from knowledge.recognise.name_scene import Found, Scene
from knowledge.recognise.name_words import Gap, Match, Phrases, Words, phrases, slug, tight
from knowledge.recognise.places import Places

_FULL, _HEAD = 82, 74
_DEEPEST = 3  # organisations within one another


@dataclass(frozen=True, slots=True)
class Head:
    id: str
    takes: str
    bare: bool = False
    level: bool = False
    needs: bool = False
    after: bool = False
    board: bool = False
    before: frozenset[str] = frozenset()  # English words for its level before it
    not_after: frozenset[str] = frozenset()  # folded words before "the board" that make it something else
    capital: bool = False  # an everyday word in small letters


class Organisations:
    """Finds organisations; built once from a lexicon. Runs after places and gates."""

    def __init__(self, lexicon: Lexicon, runs: Runs, places: Places, gates: Gates) -> None:
        self._runs, self._places, self._gates = runs, places, gates
        table: Any = lexicon["domain/organisations"]
        heads: list[tuple[str, Head]] = []
        before: list[tuple[str, Head]] = []
        for row in table.get("head", ()):
            head = Head(
                row["id"], row.get("takes", ""), row.get("bare", False), row.get("level", False),
                row.get("needs", False), row.get("after", False), row.get("board", False),
                frozenset(row.get("before", ())), frozenset(row.get("not_after", ())), row.get("capital", False),
            )  # fmt: skip
            (before if head.after else heads).extend((w, head) for w in row["words"])
        self._heads: Phrases[Head] = phrases(heads)
        self._after: Phrases[Head] = phrases(before)
        self._fields: Phrases[str] = phrases(
            [(w, slug(w) if row.get("each") else row["id"]) for row in table.get("field", ()) for w in row["words"]]
        )
        self._sectors: Phrases[str] = phrases(
            [(w, row["id"]) for row in table.get("field", ()) if row.get("sector") for w in row["words"]]
        )
        self._levels: Phrases[str] = phrases([(w, level) for level, ws in table.get("levels", {}).items() for w in ws])
        self._level_of: dict[str, str] = table.get("level_of", {})
        self._companies = Companies(lexicon, runs)

    def field(self, words: Words, i: int) -> Match[str] | None:
        """The field of work that begins at word i."""
        return self._fields.longest(words, i)

    def find(self, scene: Scene) -> None:
        """Adds the organisations of the scene's text."""
        words = scene.words
        i = 0
        while i < len(words):
            found = self._english(scene, i) or self._at(scene, i)
            if found is None:
                i += 1
            else:
                scene.add(found)
                i = found.last

    def pieces(self, scene: Scene, takes: str, i: int) -> tuple[int, tuple[str, ...]]:
        """What would narrow an organisation from word i on, its head being understood: its end and id segments."""
        parts: list[str] = []
        last = i
        while last < len(scene.words) and len(parts) < 4:
            piece = self._piece(scene, Head("", takes), last, len(parts), _DEEPEST)
            if piece is None or not piece[1]:
                break
            last = piece[0]
            parts.extend(piece[1])
        return last, tuple(parts)

    def _at(self, scene: Scene, i: int, depth: int = 0) -> Found | None:
        words = scene.words
        for match in self._heads.at(words, i):
            if words.accented and not match.exact and not words.words[i].capital:
                continue
            if (i and words.words[i].gap in (Gap.NONE, Gap.SLASH)) or (i and tight(words, i)):
                continue  # of a document's number: "35/NQ-HĐND"
            if match.value.capital and words.words[i].capital and _inside_name(words, i):
                continue
            if match.value.capital and not words.words[i].capital and not self._busy(scene, match):
                continue
            found = (
                self._companies.at(words, match.first, match.last)
                if match.value.takes == "k"
                else self._grown(scene, match, depth)
            )
            if found is not None:
                return found
        return None

    def _busy(self, scene: Scene, head: Match[Head]) -> bool:
        """In small letters an everyday word is a head only before a gate, or without marks a long field of work."""
        words = scene.words
        if scene.starting(MentionKind.GATE, head.last) is not None:
            return True
        field = self._fields.longest(words, head.last) if not words.accented else None
        return field is not None and field.last - field.first > 2

    def _grown(self, scene: Scene, head: Match[Head], depth: int) -> Found | None:
        words = scene.words
        parts = [head.value.id]
        last = head.last
        pieces = 0
        proper = False
        previous_level = self._provincial(words, head)
        if previous_level:
            parts[0] = f"{head.value.id}-{previous_level}"
        while last < len(words) and pieces < 4:
            piece = self._piece(scene, head.value, last, pieces, depth)
            if piece is None:
                break
            last, said, level = piece
            if level and len(parts) == 1 and head.value.level:
                parts[0] = f"{head.value.id}-{level}"
            if said:
                if said[0] == "nuoc-ngoai":  # the other side's board is never "the board"
                    parts[0] += "-nuoc-ngoai"
                    said = said[1:]
                parts.extend(said)
                proper = True
            pieces += 1
        if pieces == 0 and (not head.value.bare or head.value.needs) and not previous_level:
            return None
        if pieces == 0 and head.value.bare and not self._name_like(words, head):
            return None
        first = head.first - 1 if previous_level else head.first
        text = words.slice(first, last)
        name = Name("org:" + "/".join(parts), text, False)
        weight = _FULL if pieces or previous_level else _HEAD
        return Found(
            MentionKind.ORGANISATION,
            first,
            last,
            name,
            "organisation" if proper else "organisation-general",
            weight,
            tuple(parts),
        )

    def _provincial(self, words: Words, head: Match[Head]) -> str | None:
        """English: "provincial People's Committee"."""
        if not head.value.level or head.first == 0 or words.words[head.first].gap is not Gap.SPACE:
            return None
        if words.words[head.first - 1].folded not in head.value.before:
            return None
        match = self._levels.longest(words, head.first - 1)
        return match.value if match is not None and match.last == head.first else None

    def _name_like(self, words: Words, head: Match[Head]) -> bool:
        """A bare head is a name when capitalised, or where the writer uses no capitals at all."""
        word = words.words[head.first]
        return (
            word.capital or not words.cased or (len(head.value.id) > 4 and head.exact and head.last - head.first >= 2)
        )

    def _piece(
        self, scene: Scene, head: Head, i: int, pieces: int, depth: int
    ) -> tuple[int, tuple[str, ...], str | None] | None:
        """What narrows the head at word i: its end, its id segments, its level of government."""
        words = scene.words
        gap = words.words[i].gap
        takes = head.takes
        if gap not in (Gap.SPACE, Gap.DASH, Gap.NONE, Gap.COMMA, Gap.AND):
            return None
        if "d" in takes and pieces == 0 and gap is Gap.SPACE:
            sector = self._sectors.longest(words, i)
            if sector is not None and (sector.exact or not words.accented or words.words[i].capital):
                return sector.last, (sector.value,), None
        if "s" in takes and gap is not Gap.COMMA:
            field = self._fields.longest(words, i)
            small = pieces and words.words[i].text.islower() and words.words[i - 1].capital
            if field is not None and not small and (field.exact or not words.accented or words.words[i].capital):
                return field.last, (field.value,), None
        if gap is Gap.COMMA:
            return None
        start = i
        if (
            self._runs.beside.says(words.words[i], "link")
            and words.words[i].text.islower()
            and i + 1 < len(words)
            and gap is Gap.SPACE
        ):
            start = i + 1 if self._runs.beside.says(words.words[i], "link_skipped") else i
        if (
            words.words[start].text.isdigit()
            and pieces
            and words.words[start].gap is Gap.SPACE
            and self._runs.beside.says(words.words[start - 1], "number_link")
        ):
            return start + 1, (words.words[start].text,), None
        if "z" in takes:
            if self._runs.beside.says(words.words[start], "each") and start + 1 < len(words):
                start += 1
            zone = scene.starting(MentionKind.PLACE, start)
            if zone is not None and zone.name.id.startswith(("zone:", "province:", "foreign:")):
                if head.board and "foreign:" in f"{zone.name.id} {zone.name.within}":
                    return zone.last, ("nuoc-ngoai", slug(zone.name.name)), None
                return zone.last, (slug(zone.name.name),), None
            general = self._general_zone(words, start)
            if general:
                return general, (), None
        if "g" in takes:
            name = self._gates.after_head(words, start)
            gate = scene.starting(MentionKind.GATE, start) or scene.starting(MentionKind.GATE, name)
            if gate is not None and (start == i or gate.weight):
                return gate.last, (gate.name.id.removeprefix("gate:"),), None
            known = self._gates.known(words, name)
            if known is not None and _legible(words, known) and not self._runs.person_like(words, name):
                return known.last, (known.value.name.id.removeprefix("gate:"),), None
        if "o" in takes and depth < _DEEPEST and (pieces == 0 or start > i):
            inner = self._at(scene, start, depth + 1)
            if inner is not None and inner.first == start:
                scene.add(inner)
                return inner.last, inner.parts, None
        if "p" in takes:
            piece = self._place_piece(scene, start)
            if piece is not None:
                return piece
        if "n" in takes and words.words[i].text.isdigit():
            return i + 1, (words.words[i].text,), None
        if "c" in takes and pieces < 2:
            begin = self._gates.after_head(words, start) if "g" in takes else start
            last = self._runs.run(words, begin, 3, abbreviations=True)
            if last > begin and not self._runs.person_like(words, begin):
                return last, (slug(words.slice(begin, last)),), None
        return None

    def _place_piece(self, scene: Scene, start: int) -> tuple[int, tuple[str, ...], str | None] | None:
        words = scene.words
        level = self._levels.longest(words, start)
        place = scene.starting(MentionKind.PLACE, start)
        if place is not None and not place.name.id.startswith(("zone:", "road:", "street:")):
            return (
                place.last,
                (slug(place.name.name if place.name.known else _bare_name(words, place, level)),),
                level.value if level else None,
            )
        if level is not None and (level.exact or not words.accented):
            return level.last, (), level.value
        return None

    def _general_zone(self, words: Words, i: int) -> int:
        """ "Khu kinh tế tỉnh", "các khu công nghiệp": a zone without its name; where it ends, or 0."""
        head = self._places.head(words, i)
        if head is None or head.value != "zone":
            return 0
        level = self._levels.longest(words, head.last)
        return level.last if level is not None else head.last

    def _english(self, scene: Scene, i: int) -> Found | None:
        """ "Lang Son Customs", "Gia Lai board", "Investment Management Division": the head stands last."""
        words = scene.words
        match = self._after.longest(words, i)
        if match is None or i == 0 or words.words[i].gap is not Gap.SPACE:
            return None
        head = match.value
        before = scene.ending(MentionKind.PLACE, i) or scene.ending(MentionKind.GATE, i)
        if before is not None:
            level = self._level_of.get(before.name.id.partition(":")[0]) if head.level else None
            if head.level and level is None:
                return None
            parts: tuple[str, ...] = (f"{head.id}-{level}" if level else head.id, slug(before.name.name))
            first = before.first
        elif head.board and self._runs.beside.says(words.words[i - 1], "our"):
            if i > 1 and words.words[i - 2].folded in head.not_after:
                return None
            parts, first = (head.id,), i
        else:
            field = None if head.level else self._field_before(words, i)
            if field is None:
                return None
            parts, first = (head.id, field.value), field.first
        name = Name("org:" + "/".join(parts), words.slice(first, match.last))
        return Found(MentionKind.ORGANISATION, first, match.last, name, "organisation-english", _FULL, parts)

    def _field_before(self, words: Words, i: int) -> Match[str] | None:
        for start in range(max(0, i - 6), i):
            for match in self._fields.at(words, start):
                if match.last == i:
                    return match
        return None


def _inside_name(words: Words, i: int) -> bool:
    """Whether word i goes on a capitalised name ("Hội" of "Vĩnh Hội Đông")."""
    return i > 0 and words.words[i].gap is Gap.SPACE and words.capital(i - 1)


def _legible(words: Words, gate: Match[Any]) -> bool:
    """Whether a gate's name is written so that it can be read; one of a single syllable only with marks and capital."""
    if gate.last - gate.first == 1:
        return gate.exact and words.capital(gate.first)
    return gate.exact or words.capital(gate.first) or not words.accented


def _bare_name(words: Words, place: Found, level: Match[str] | None) -> str:
    return words.slice(level.last, place.last) if level is not None and level.last < place.last else place.name.name
