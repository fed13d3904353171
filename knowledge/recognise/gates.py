"""Border gates: catalogued ones, and unknown ones by the words around them.

The span of a gate holds the gate word when that stands directly before one name ("cửa khẩu quốc tế Hữu Nghị"); in a
list ("các cửa khẩu Hữu Nghị, Tân Thanh, Chi Ma") each gate is its own name. Ids: "gate:huu-nghi"; two gates of one
name in different provinces share an id, and `within` tells the province only when the name has one.
"""

from __future__ import annotations

from typing import Any

from knowledge.lexicon.load import Lexicon
from knowledge.model import MentionKind, Name
from knowledge.recognise.gate_catalogue import Gate, gate_rows
from knowledge.recognise.gate_reading import clear, readable
from knowledge.recognise.name_runs import Runs
from knowledge.recognise.name_scene import Found, Scene
from knowledge.recognise.name_words import Gap, Match, Phrases, Words, phrases, slug
from knowledge.recognise.places import Places

_HEADED, _LISTED, _BARE, _PATTERN = 78, 77, 60, 70
_TOWNS = frozenset({"district", "city", "commune"})
_HEAD_WORDS = 14  # that a gate word and its modifiers may be


class Gates:
    """Finds gates; built once from a lexicon. Runs after the places."""

    def __init__(self, lexicon: Lexicon, runs: Runs, places: Places) -> None:
        self._runs = runs
        self._places = places
        self._beside = runs.beside
        self._catalogue: Phrases[Gate] = phrases(list(gate_rows(lexicon)))
        table: Any = lexicon["domain/gates"]
        heads = [(w, "gate") for w in table.get("heads", ())]
        heads += [(w, "station") for w in table.get("stations", ())] + [(w, "port") for w in table.get("ports", ())]
        self._heads: Phrases[str] = phrases(heads)
        self._modifiers: Phrases[None] = phrases([(w, None) for w in table.get("modifiers", ())])
        self._ranks: Phrases[None] = phrases([(w, None) for w in table.get("ranks", ())])
        self._after: Phrases[None] = phrases([(w, None) for w in table.get("english_after", ())])
        self._before: Phrases[None] = phrases([(w, None) for w in table.get("english_before", ())])
        self._lanes: Phrases[None] = phrases([(w, None) for w in table.get("lanes", ())])
        self._lane_words: Phrases[None] = phrases([(w, None) for w in table.get("lane_words", ())])
        self._compounds: dict[str, str] = table.get("compounds", {})
        self._plural = set(table.get("plural_before", ()))

    def known(self, words: Words, i: int) -> Match[Gate] | None:
        """The longest catalogued gate at word i, whatever its letters."""
        return self._catalogue.longest(words, i)

    def after_head(self, words: Words, i: int) -> int:
        """Where the name begins when a gate word and its modifiers stand at word i; i itself when none does."""
        head = self._head(words, i)
        return head[1] if head is not None else i

    def find(self, scene: Scene) -> None:
        """Adds the gates of the scene's text."""
        words = scene.words
        claimed = {
            i
            for found in scene.of(MentionKind.PLACE)
            if found.name.id.startswith(("zone:", "street:"))
            for i in range(found.first, found.last)
        }
        i = 0
        while i < len(words):
            if i in claimed:
                i += 1
                continue
            last = self._lane(scene, i) or self._headed(scene, i) or self._bare(scene, i) or self._english(scene, i)
            i = max(last, i + 1)

    def _head(self, words: Words, i: int) -> tuple[str, int] | None:
        """Kind of the gate word at i and the word after it and its modifiers."""
        match = self._heads.longest(words, i) or self._before.longest(words, i)
        if match is None or (words.accented and not match.exact):
            rank = self._ranks.longest(words, i) if words.words[i].capital else None  # a table's "Quốc tế Hà Tiên"
            known = self.known(words, rank.last) if rank is not None else None
            return ("gate", rank.last) if rank is not None and known is not None and known.exact else None
        last = match.last
        while last < min(len(words), i + _HEAD_WORDS) and words.words[last].gap in (Gap.SPACE, Gap.COMMA, Gap.DASH):
            modifier = self._modifiers.longest(words, last)
            if modifier is None or (
                words.words[last].gap is not Gap.SPACE and not self._more_modifiers(words, modifier.last)
            ):
                break
            last = modifier.last
        return match.value or "gate", last

    def _more_modifiers(self, words: Words, i: int) -> bool:
        return i < len(words) and words.words[i].gap is Gap.SPACE

    def _headed(self, scene: Scene, i: int) -> int:
        words = scene.words
        head = self._head(words, i)
        if head is None or head[1] >= len(words):
            return 0
        kind, start = head
        if words.words[start].gap not in (Gap.SPACE, Gap.COLON, Gap.OPEN, Gap.DASH, Gap.NONE):
            return 0
        plural = self._is_plural(words, i) or words.words[start].gap in (Gap.COLON, Gap.OPEN)
        known = self.known(words, start)
        if known is not None and not clear(words, known, self._places, headed=True):
            known = None
        if kind in ("station", "port"):
            return self._compound(scene, i, start, kind, plural)
        if known is not None:
            listed = plural or self._listed(words, known.last)
            first = start if listed and plural else i
            scene.add(_found(known, first, _HEADED, "gate-headed"))
            return self._list(scene, known.last, plural, self._pair(words, i))
        if words.words[start].gap in (Gap.COLON, Gap.OPEN):
            return 0
        place = self._places.known(words, start)
        if place is not None and place.value.level in ("province", "country", "foreign", "zone"):
            return 0
        last = self._runs.run(words, start, 4)
        if last == start or (self._runs.person_like(words, start) and last - start > 2):
            return 0
        if self._places.head(words, start) is not None and words.words[start].text.islower():
            return 0
        if (
            last < len(words)
            and words.words[last].text.isdigit()
            and words.words[last].gap is Gap.SPACE
            and len(words.words[last].text) <= 2
        ):
            last += 1
        name = words.slice(start, last)
        first = start if plural else i
        scene.add(Found(MentionKind.GATE, first, last, Name(f"gate:{slug(name)}", name), "gate-pattern", _PATTERN + 6))
        return self._list(scene, last, plural, self._pair(words, i))

    def _compound(self, scene: Scene, i: int, start: int, kind: str, plural: bool) -> int:
        """A railway station or port: the word is part of the name ("Ga Đồng Đăng", "cảng Vũng Áng")."""
        words = scene.words
        word = self._compounds[kind]
        known = self.known(words, start)
        place = self._places.known(words, start)
        if known is not None and (known.exact or not words.accented or words.capital(start)):
            last, text = known.last, known.value.name.name
        elif place is not None and (place.exact or not words.accented or words.capital(start)):
            last, text = place.last, place.value.name.name
        else:
            last = self._runs.run(words, start, 3)
            text = words.slice(start, last) if last > start else ""
        if not text:
            return 0
        if text.startswith(word + " "):
            text = text[len(word) + 1 :]
        if place is not None and place.value.level in ("foreign", "country") and known is None:
            return 0
        full = f"{word} {text}"
        row = self._catalogue.longest(Words(full), 0)
        if row is not None and row.value.name.name == full:
            name = row.value.name
        else:
            name = Name(f"gate:{slug(full)}", full)
            if (
                kind == "station"
                and words.words[i].text.islower()
                and not any(self._beside.says(word, "gate") for word in words.words[i:start])
            ):
                return 0
        scene.add(Found(MentionKind.GATE, i, last, name, f"gate-{kind}", _HEADED))
        return self._list(scene, last, plural, False)

    def _list(self, scene: Scene, i: int, plural: bool, pair: bool) -> int:
        """Further gates of a list after one that ends before word i. Unknown names count only after a plural."""
        words = scene.words
        while i < len(words):
            start = i
            gap = words.words[i].gap
            if gap is Gap.SPACE and self._beside.says(words.words[i], "join_gates") and i + 1 < len(words):
                start = i + 1
            elif gap is Gap.DASH and pair:
                return self._other_side(scene, i)
            elif gap not in (Gap.COMMA, Gap.SEMICOLON, Gap.AND, Gap.SLASH, Gap.DASH):
                return i
            known = self.known(words, start)
            if known is not None and clear(words, known, self._places, headed=True):
                scene.add(_found(known, start, _LISTED, "gate-list"))
                i = known.last
                continue
            station = self._head(words, start)
            if station is not None and station[0] in ("station", "port") and station[1] < len(words):
                last = self._compound(scene, start, station[1], station[0], plural)
                if last:
                    return last
                return i
            if not plural or gap is Gap.DASH or gap is Gap.SLASH:
                return i
            last = self._unknown(scene, start)
            if last == start:
                return i
            i = last
        return i

    def _unknown(self, scene: Scene, start: int) -> int:
        words = scene.words
        place = self._places.known(words, start)
        if place is not None and words.capital(start):
            return start
        if self._places.head(words, start) is not None and words.words[start].text.islower():
            return start
        last = self._runs.run(words, start, 3)
        if last == start or self._runs.person_like(words, start):
            return start
        if self._head(words, start) is not None:
            return start
        name = words.slice(start, last)
        scene.add(Found(MentionKind.GATE, start, last, Name(f"gate:{slug(name)}", name), "gate-list-pattern", _PATTERN))
        return last

    def _other_side(self, scene: Scene, i: int) -> int:
        """The second of "cặp cửa khẩu A - B": a place abroad."""
        words = scene.words
        known = self._places.known(words, i)
        if known is not None:
            return known.last
        last = self._runs.run(words, i, 3)
        if last > i:
            name = words.slice(i, last)
            scene.add(
                Found(MentionKind.PLACE, i, last, Name(f"foreign:{slug(name)}", name), "place-other-side", _HEADED)
            )
        return max(last, i)

    def _bare(self, scene: Scene, i: int) -> int:
        words = scene.words
        known = self.known(words, i)
        if known is None or not clear(words, known, self._places, headed=False):
            return 0
        after = self._after.longest(words, known.last)
        english = after is not None and words.words[known.last].gap in (Gap.SPACE, Gap.DASH)
        ranked = known.last < len(words) and words.words[known.last].gap is Gap.OPEN
        if ranked and self._ranks.longest(words, known.last) is not None:  # a table's "Bình Phú (phụ)"
            scene.add(_found(known, i, _HEADED, "gate-ranked"))
            return self._list(scene, known.last, False, False)
        if known.value.place and not english and not self._between_gates(scene, known):
            return 0
        if not english and not readable(words, known, self._beside):
            return 0
        if self._claimed(scene, known):
            return 0
        if english and after is not None and self._lower_english(words, after):
            scene.add(Found(MentionKind.GATE, i, after.last, known.value.name, "gate-english", _HEADED))
            return self._list(scene, after.last, False, False)
        scene.add(_found(known, i, _BARE, "gate"))
        return self._list(scene, known.last, False, False)

    def _english(self, scene: Scene, i: int) -> int:
        """ "Na Sai border gate": capitalised words of no catalogue before the English word."""
        words = scene.words
        after = self._after.longest(words, i)
        if after is None or words.words[i].gap is not Gap.SPACE or not self._lower_english(words, after):
            return 0
        first = i
        while (
            first
            and i - first < 3
            and words.capital(first - 1)
            and not self._beside.says(words.words[first - 1], "not_gate_names")
        ):
            first -= 1
            if words.words[first].gap is not Gap.SPACE:
                break
        if i - first < 2 or any(f.last > first and f.first < i for f in scene.finds):
            return 0
        name = words.slice(first, i)
        scene.add(
            Found(
                MentionKind.GATE, first, after.last, Name(f"gate:{slug(name)}", name), "gate-english-pattern", _HEADED
            )
        )
        return after.last

    @staticmethod
    def _lower_english(words: Words, after: Match[None]) -> bool:
        return all(word.text.isascii() and word.text.islower() for word in words.words[after.first : after.last])

    def _between_gates(self, scene: Scene, known: Match[Gate]) -> bool:
        """A town's name in a list of gates is the gate."""
        words = scene.words
        before = scene.ending(MentionKind.GATE, known.first)
        if before is not None and words.words[known.first].gap in (Gap.COMMA, Gap.SEMICOLON):
            return True
        j = known.last
        if j >= len(words):
            return False
        if words.words[j].gap in (Gap.COMMA, Gap.SEMICOLON):
            return self._plainly(words, j)
        opens = known.first == 0 or words.words[known.first].gap in (Gap.SEMICOLON, Gap.BREAK, Gap.COMMA)
        if opens and words.words[j].gap is Gap.COLON:  # "Đồng Đăng: 22 toa; Hữu Nghị: 500 xe"
            return any(self._plainly(words, k) for k in range(len(words)) if k != known.first)
        return False

    def _plainly(self, words: Words, i: int) -> bool:
        """Whether a gate that is nothing else stands at word i."""
        known = self.known(words, i)
        if known is None or known.value.place:
            return False
        return readable(words, known, self._beside) and clear(words, known, self._places, headed=False)

    def _claimed(self, scene: Scene, known: Match[Gate]) -> bool:
        """Whether a place ("xã Tân Thanh", "Khu KTCK Cầu Treo") or a family name before it claims the word."""
        words = scene.words
        for found in scene.of(MentionKind.PLACE):
            if found.first < known.first < found.last and known.last <= found.last:
                return True
            if found.first == known.first and found.last > known.last:
                return True
        for first in range(max(0, known.first - 2), known.first):  # "xa thuong phuoc", in small letters
            head = self._places.head(words, first)
            if head is not None and head.last == known.first and head.value in _TOWNS and head.exact is words.accented:
                return True
        before = known.first - 1
        return (
            before >= 0
            and words.words[known.first].gap is Gap.SPACE
            and words.capital(before)
            and bool(self._runs.family(words, before))
        )

    def _listed(self, words: Words, i: int) -> bool:
        return i < len(words) and words.words[i].gap is Gap.COMMA and self.known(words, i) is not None

    def _is_plural(self, words: Words, i: int) -> bool:
        if i == 0 or words.words[i].gap is not Gap.SPACE:
            return False
        before = words.words[i - 1]
        return before.text.isdigit() or before.text.lower() in self._plural or words.words[i].folded.endswith("gates")

    def _pair(self, words: Words, i: int) -> bool:
        """Whether the gate word at i speaks of a pair, ours and the other side's."""
        return any(self._beside.says(word, "pair") for word in words.words[max(0, i - 1) : i + 1])

    def _lane(self, scene: Scene, i: int) -> int:
        """ "đường chuyên dụng vận chuyển hàng hóa mốc 1119-1120": a lane named by its boundary stones."""
        words = scene.words
        mark = self._lanes.longest(words, i)
        if mark is None or mark.last >= len(words) or not words.words[mark.last].text.isdigit():
            return 0
        if len(words.words[mark.last].text) < 3 or words.words[mark.last].gap is not Gap.SPACE:
            return 0
        last = mark.last + 1
        while last < len(words) and words.words[last].text.isdigit() and words.words[last].gap in (Gap.DASH, Gap.SLASH):
            last += 1
        first = i
        for j in range(i - 1, max(-1, i - 9), -1):
            if words.words[j + 1].gap is not Gap.SPACE:
                break
            lane = self._lane_words.longest(words, j)
            if lane is not None and (lane.exact or not words.accented):
                first = j
        text = words.slice(mark.last, last)
        if first == i and last == mark.last + 1:  # a single stone is but a place
            name = Name(f"marker:{slug(text)}", f"{self._compounds['lane']} {text}")
            scene.add(Found(MentionKind.PLACE, i, last, name, "place-marker", _HEADED))
            return last
        name = Name(f"gate:moc-{slug(text)}", f"{self._compounds['lane']} {text}")  # the stones are its name
        scene.add(Found(MentionKind.GATE, first, last, name, "gate-lane", _HEADED))
        return last


def _found(match: Match[Gate], first: int, weight: int, rule: str) -> Found:
    return Found(MentionKind.GATE, first, match.last, match.value.name, rule, weight)
