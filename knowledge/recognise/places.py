"""Places: provinces, districts, communes, villages, zones and parks, roads, and the neighbours across the border.

Ids: "province:lang-son", "district:van-lang", "commune:xuat-le", "village:dong-yen", "zone:vung-ang", "road:ql-1a",
"street:ly-thai-to", "country:lao", "foreign:bang-tuong".
"""

from __future__ import annotations

import re
from typing import Any

from knowledge.lexicon.load import Lexicon
from knowledge.model import MentionKind, Name
from knowledge.recognise.name_runs import Runs
from knowledge.recognise.name_scene import Found, Scene
from knowledge.recognise.name_words import Gap, Match, Phrases, Words, phrases, slug
from knowledge.recognise.place_catalogue import Place, opposite_rows, place_rows

_ROMAN = re.compile(r"(?:II|III|IV|V|VI|VII|VIII|IX)")
_LEVELS = ("province", "district", "city", "commune", "village", "zone", "road", "street", "feature")
_HEADED, _ZONE, _BARE, _DISTRICT, _STREET = 72, 76, 50, 40, 92
_NUMBERED = frozenset({"commune", "village", "district"})


class Places:
    """Finds places; built once from a lexicon."""

    def __init__(self, lexicon: Lexicon, runs: Runs) -> None:
        self._runs = runs
        known = dict[str, bool]()
        self._catalogue: Phrases[Place] = Phrases()
        for wording, place in place_rows(lexicon):
            known[slug(wording)] = True
            self._catalogue.add(wording, place)
        for wording, place in opposite_rows(lexicon):
            if slug(wording) not in known and not wording.isalpha():
                self._catalogue.add(wording, place)
        table: Any = lexicon["domain/places"]
        heads = table.get("heads", {})
        self._heads: Phrases[str] = phrases([(w, level) for level in _LEVELS for w in heads.get(level, ())])
        self._after: Phrases[str] = phrases([(w, level) for level in _LEVELS for w in heads.get(f"{level}_after", ())])
        self._marked = {slug(w) for w in heads.get("marked", ())}
        self._not_after = {slug(head): {slug(w) for w in ws} for head, ws in table.get("not_after", {}).items()}
        self._counted: Phrases[None] = phrases([(w, None) for w in table.get("numbered", {}).get("not_before", ())])
        self._unnumbered = {slug(w) for w in heads.get("unnumbered", ())}
        self._gates: Phrases[None] = phrases(
            [
                (w, None)
                for row in lexicon["domain/gates"].get("gate", ())
                for w in (row["name"], *row.get("aliases", ()))
            ]
        )
        self._skip: Phrases[None] = phrases([(w, None) for w in table.get("skip", {}).get("words", ())])

    def find(self, scene: Scene) -> None:
        """Adds the places of the scene's text."""
        words = scene.words
        i = 0
        while i < len(words):
            whole = self._whole(words, i)
            if whole is not None:
                scene.add(whole)
                i = whole.last
                continue
            headed = self._headed(scene, i)
            if headed:
                for found in headed:
                    scene.add(found)
                i = max(headed[-1].last, i + 1)
                continue
            bare = self.bare(words, i)
            if bare is not None:
                scene.add(self._extended(words, bare))
                i = bare.last
                continue
            self._english(scene, i)
            i += 1

    def known(self, words: Words, i: int, *levels: str) -> Match[Place] | None:
        """The longest catalogued place of one of `levels` (any, when none is given) at word i, whatever its letters."""
        for match in self._catalogue.at(words, i):
            if not levels or match.value.level in levels:
                return match
        return None

    def head(self, words: Words, i: int) -> Match[str] | None:
        """The word for a kind of place that begins at word i."""
        return self._heads.longest(words, i)

    def bare(self, words: Words, i: int) -> Found | None:
        """The place that the catalogue knows by name alone, where the letters leave no doubt."""
        best: Match[Place] | None = None
        for match in self._catalogue.at(words, i):
            if best is not None and match.last < best.last:
                break
            if match.value.bare and _plausible(words, match) and (best is None or _rank(match) < _rank(best)):
                best = match
        if best is None:
            return None
        weight = _DISTRICT if best.value.level == "district" else _BARE
        return Found(MentionKind.PLACE, best.first, best.last, best.value.name, f"place-{best.value.level}", weight)

    def _whole(self, words: Words, i: int) -> Found | None:
        """A catalogued name that holds its own head: "TP. Hồ Chí Minh", "thị Bằng Tường"."""
        head = self._heads.longest(words, i)
        bare = self.bare(words, i) if head is not None else None
        if head is None or bare is None or bare.last <= head.last:
            return None
        return Found(bare.kind, bare.first, bare.last, bare.name, bare.rule, _HEADED)

    def _headed(self, scene: Scene, i: int) -> list[Found]:
        words = scene.words
        head = self._heads.longest(words, i)
        if head is None or head.last >= len(words):
            return []
        if not head.exact and (words.accented or slug(words.slice(i, head.last)) in self._marked):
            return []
        spaced = i > 0 and words.words[i].gap is Gap.SPACE
        if spaced and words.words[i - 1].folded in self._not_after.get(words.words[i].folded, ()):
            return []  # "điểm cầu", "đường sông"
        gate = self._gates.longest(words, i)  # "Cầu Treo", "Bản Vược": the head belongs to the name
        if gate is not None and gate.last > head.last and (gate.exact or not words.accented):
            return []
        if head.value == "road":
            return self._road(words, head)
        start = head.last
        if _abbreviation(words, start):
            start += 1  # "Khu kinh tế cửa khẩu (KTCK) Đồng Đăng"
        skipped = self._skip.longest(words, start)
        if skipped is not None and skipped.last < len(words):
            start = skipped.last
        first = self._named(words, head, start)
        if first is None:
            return []
        found = [first]
        while head.value in ("district", "commune", "village", "zone") and found[-1].last < len(words):
            following = self._next_in_list(words, head, found[-1].last)
            if following is None:
                break
            found.append(following)
        return found

    def _named(self, words: Words, head: Match[str], start: int) -> Found | None:
        """The place of the head's kind whose name begins at word `start`."""
        level = head.value
        if words.words[start].gap not in (Gap.SPACE, Gap.DOT, Gap.DASH, Gap.NONE, Gap.CLOSE):
            return None
        if level == "zone":
            return self._zone(words, head.first, start)
        wanted = {"city": ("district", "province", "foreign"), "street": (), "feature": ()}.get(
            level, (level, "foreign")
        )
        match = self.known(words, start, *wanted) if wanted else None
        if match is not None and (match.exact or not words.accented or words.capital(start)):
            return Found(MentionKind.PLACE, head.first, match.last, match.value.name, f"place-{level}", _HEADED)
        if words.words[start].text.isdigit():
            if words.words[head.first].folded in self._unnumbered:
                return None
            if level in _NUMBERED and words.words[start].gap is Gap.SPACE and len(words.words[start].text) <= 2:
                return self._unknown(words, head, start, start + 1)
            return None
        if level == "province":
            last = self._runs.run(words, start, 3)
            if last - start < 2 or self._runs.family(words, start) is not None:
                return None
            return self._unknown(words, head, start, last)
        last = self._runs.run(words, start, 4 if level == "street" else 3)
        if level == "street" and last - start < 2:
            return None
        if last == start or (level not in ("street", "feature") and self._person(words, start, last)):
            return None
        if level in ("street", "feature") and self.known(words, start, "province", "country", "foreign") is not None:
            return None
        if level == "commune" and self._numbers(words, last):
            last += 1
        return self._unknown(words, head, start, last)

    def _numbers(self, words: Words, i: int) -> bool:
        """Whether word i is a numeral that numbers the place before it ("KCN Vân Trạch 2", "II"), and counts nothing
        behind it ("KCN Vân Trạch 6 tháng đầu năm")."""
        if i >= len(words):
            return False
        word = words.words[i]
        digit = word.text.isdigit() and len(word.text) == 1
        if not digit and not _ROMAN.fullmatch(word.text):
            return False
        return word.gap is Gap.SPACE and self._counted.longest(words, i + 1) is None

    def _person(self, words: Words, first: int, last: int) -> bool:
        return bool(self._runs.family(words, first)) and self._runs.middle(words, first + 1) and last - first >= 3

    def _unknown(self, words: Words, head: Match[str], start: int, last: int) -> Found:
        level = {"city": "district"}.get(head.value, head.value)
        name = words.slice(start, last)
        weight = _STREET if level in ("street", "feature") else _HEADED - 4
        return Found(
            MentionKind.PLACE, head.first, last, Name(f"{level}:{slug(name)}", name), f"place-{level}-pattern", weight
        )

    def _zone(self, words: Words, first: int, start: int) -> Found | None:
        match = self.known(words, start, "zone")
        if match is not None and (match.exact or not words.accented or words.capital(start)):
            return Found(MentionKind.PLACE, first, match.last, match.value.name, "place-zone", _ZONE)
        head = self._heads.longest(words, start)
        if head is not None and head.value in ("province", "district") and head.last < len(words):
            inner = self._named(words, head, head.last)
            if inner is not None:
                name = Name(f"zone:{slug(inner.name.name)}", inner.name.name, True, inner.name.id)
                return Found(MentionKind.PLACE, first, inner.last, name, "place-zone", _ZONE)
            return None
        match = self.known(words, start)
        if match is not None and (match.exact or not words.accented or words.capital(start)):
            known = match.value.name
            name = Name(f"zone:{slug(known.name)}", known.name, False, known.id)
            return Found(MentionKind.PLACE, first, match.last, name, "place-zone", _ZONE)
        last = self._runs.run(words, start, 4)
        if last == start or (self._runs.family(words, start) is not None and self._runs.plainest(words, start + 1)):
            return None
        if self._numbers(words, last):
            last += 1
        text = words.slice(start, last)
        return Found(MentionKind.PLACE, first, last, Name(f"zone:{slug(text)}", text), "place-zone-pattern", _ZONE)

    def _road(self, words: Words, head: Match[str]) -> list[Found]:
        """ "quốc lộ 1A", "QL.279", "đường tỉnh 229": number and letter."""
        number = words.words[head.last]
        if not number.text.isdigit() or number.gap not in (Gap.SPACE, Gap.NONE, Gap.DOT, Gap.DASH):
            return []
        last = head.last + 1
        if last < len(words) and words.words[last].gap is Gap.NONE and len(words.words[last].text) == 1:
            last += 1
        kind = {"quoc": "ql", "national": "ql", "ql": "ql", "highway": "ql"}.get(words.words[head.first].folded, "dt")
        number_text = words.slice(head.last, last)
        name = Name(f"road:{kind}-{number_text.lower()}", words.slice(head.first, last))
        return [Found(MentionKind.PLACE, head.first, last, name, "place-road", _HEADED)]

    def _next_in_list(self, words: Words, head: Match[str], i: int) -> Found | None:
        """ "các xã Ia Nan, Ia Dom và Ia Pnôn": the next name of a list that a plural opened."""
        if not self._plural(words, head.first):
            return None
        if words.words[i].gap is Gap.SPACE and self._runs.beside.says(words.words[i], "join") and i + 1 < len(words):
            i += 1
        elif words.words[i].gap not in (Gap.COMMA, Gap.SEMICOLON):
            return None
        if self._heads.longest(words, i) is not None and not words.capital(i):
            return None
        known = self.known(words, i)
        if known is not None and known.value.level in ("province", "country"):
            return None
        last = known.last if known is not None and words.capital(i) else self._runs.run(words, i, 3)
        if last == i or (last - i >= 3 and self._runs.person_like(words, i)):
            return None
        name = words.slice(i, last)
        level = head.value
        prefix = "district" if level == "city" else level
        value = (
            known.value.name
            if known is not None and known.value.level == level
            else Name(f"{prefix}:{slug(name)}", name)
        )
        return Found(MentionKind.PLACE, i, last, value, f"place-{level}-list", _HEADED - 4)

    def _plural(self, words: Words, i: int) -> bool:
        return (
            i > 0
            and words.words[i].gap is Gap.SPACE
            and (self._runs.beside.says(words.words[i - 1], "plural") or words.words[i - 1].text.isdigit())
        )

    def _extended(self, words: Words, found: Found) -> Found:
        """ "Lang Son province": the English word for its kind after a catalogued place."""
        after = self._after.longest(words, found.last)
        if after is None or words.words[found.last].gap is not Gap.SPACE:
            return found
        name = found.name
        if after.value == "zone" and not name.id.startswith("zone:"):
            name = Name(f"zone:{slug(name.name)}", name.name, name.known, name.id)
        return Found(found.kind, found.first, after.last, name, found.rule, _ZONE if after.value == "zone" else _HEADED)

    def _english(self, scene: Scene, i: int) -> None:
        """ "Xuat Le commune", "Van Lang district": capitalised words before an English word for a kind of place."""
        words = scene.words
        after = self._after.longest(words, i)
        if after is None or words.words[i].gap is not Gap.SPACE or words.words[i].capital:
            return
        first = i
        while (
            first > 0 and i - first < 3 and words.capital(first - 1) and (first == i or self._runs.joined(words, first))
        ):
            first -= 1
        if first == 0 and i - first > 1:
            pass
        if i - first < 2 or scene.ending(MentionKind.PLACE, i) is not None:
            return
        zone = self.known(words, first, "zone", "district", "province")
        name = words.slice(first, i)
        level = {"city": "district"}.get(after.value, after.value)
        value = (
            zone.value.name if zone is not None and zone.value.level == level else Name(f"{level}:{slug(name)}", name)
        )
        scene.add(Found(MentionKind.PLACE, first, after.last, value, f"place-{level}-english", _HEADED - 2))


def _abbreviation(words: Words, i: int) -> bool:
    return (
        i + 1 < len(words)
        and words.words[i].gap is Gap.OPEN
        and words.words[i].upper
        and words.words[i + 1].gap is Gap.CLOSE
    )


_ORDER = {"province": 0, "country": 1, "foreign": 2, "zone": 3, "district": 4}


def _rank(match: Match[Place]) -> tuple[bool, int]:
    return (not match.exact, _ORDER.get(match.value.level, 9))


def _plausible(words: Words, match: Match[Place]) -> bool:
    """Whether the letters of a bare name leave no doubt that the place is meant."""
    part = words.words[match.first : match.last]
    place = match.value
    capital = all(word.capital for word in part if word.text.isalpha())
    if match.exact and words.accented and len(part) > 2:
        capital = part[0].capital and part[-1].capital  # "Khu tự trị dân tộc Choang Quảng Tây"
    loud = any(words.shouted[match.first : match.last])
    if len(part) == 1:
        before = match.first > 0 and part[0].gap is Gap.SPACE and words.capital(match.first - 1)
        after = match.last < len(words) and words.words[match.last].gap is Gap.SPACE and words.capital(match.last)
        if len(part[0].text) > 4:
            return capital or not place.common
        return match.exact and capital and not loud and not before and not after
    if capital:
        return match.exact or not (loud and place.common)
    if words.cased and match.exact and words.accented:
        return False if place.common or place.level == "district" else not part[0].capital
    return not place.common and place.level not in ("district",)
