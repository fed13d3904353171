"""People: by form of address, by the post beside them, by family name, in lists, in signatures and bylines.

A full name has the id "person:phan-hong-tien"; a given name alone ("đ/c Sơn", "bác sĩ Hòa") has "person:~son" and the
rule "person-given-name": whom it means depends on who else the report names. :func:`named` tells whether a full
name may be the one meant.
"""

from __future__ import annotations

from typing import Any

from knowledge.lexicon.load import Lexicon
from knowledge.model import MentionKind, Name
from knowledge.recognise.name_runs import Runs
from knowledge.recognise.name_scene import Found, Scene
from knowledge.recognise.name_words import Gap, Phrases, Words, phrases, slug
from knowledge.recognise.organisations import Organisations
from knowledge.recognise.posts import Posts

_ADDRESSED, _BESIDE_POST, _LISTED, _FULL, _SHORT, _LABELLED = 90, 88, 87, 66, 55, 89

_TITLES = 4  # at most, one after the other
_ENDING = (MentionKind.ORGANISATION, MentionKind.PLACE, MentionKind.GATE, MentionKind.POST)


def named(short: str, full: str) -> bool:
    """Whether the person id `full` may be the one that `short` means: "person:~son" is any whose name ends in Sơn."""
    if not short.startswith("person:~"):
        return short == full
    tail = short.removeprefix("person:~")
    return full.removeprefix("person:").removeprefix("~").endswith("-" + tail) or full in (f"person:{tail}", short)


class People:
    """Finds people; built once from a lexicon. Runs last."""

    def __init__(self, lexicon: Lexicon, runs: Runs, organisations: Organisations, posts: Posts) -> None:
        self._runs, self._organisations, self._posts = runs, organisations, posts
        table: Any = lexicon["domain/forms_of_address"]
        address = [(w, True) for w in table.get("before", ())] + [(w, False) for w in table.get("weak", ())]
        self._address: Phrases[bool] = phrases(address)
        self._letters = frozenset(table.get("letters", ()))
        self._sections: Phrases[None] = phrases([(w, None) for w in table.get("sections", ())])
        self._lettered = frozenset(table.get("lettered", ()))
        self._marked = {slug(w) for w in table.get("marked", ())}
        self._labels: Phrases[None] = phrases([(w, None) for w in table.get("labels", ())])
        self._openers: Phrases[None] = phrases([(w, None) for w in table.get("list_openers", ())])
        self._not_people: Phrases[None] = phrases([(w, None) for w in table.get("not_people", ())])

    def find(self, scene: Scene) -> None:
        """Adds the people of the scene's text."""
        words = scene.words
        i = 0
        while i < len(words):
            last = (
                self._addressed(scene, i)
                or self._labelled(scene, i)
                or self._after_post(scene, i)
                or self._bare(scene, i)
            )
            i = max(last, i + 1)

    def _addressed(self, scene: Scene, i: int) -> int:
        words = scene.words
        if self._not_people.longest(words, i) is not None and words.words[i].capital:
            return 0
        match = self._address.longest(words, i)
        if match is None and self._letter(words, i):
            end = self._name_end(scene, i + 1)
            if end > i + 1:
                scene.add(self._person(words, i + 1, end, "person-addressed", _ADDRESSED))
            return 0
        if match is None or match.last >= len(words):
            return 0
        if not match.exact and (words.accented or (not match.value and words.words[i].capital and i > 0)):
            return 0
        if not match.exact and slug(words.slice(i, match.last)) in self._marked:
            return 0
        last = match.last
        for _ in range(_TITLES):  # "đồng chí Thượng tá", "GS. TS"
            more = self._address.longest(words, last)
            if more is None or more.last >= len(words) or words.words[last].gap not in (Gap.SPACE, Gap.DOT, Gap.NONE):
                break
            if not more.value and words.words[last].capital:
                break
            last = more.last
        gap = words.words[last].gap
        if gap not in (Gap.SPACE, Gap.DOT, Gap.COLON, Gap.NONE):
            return 0
        if self._posts.role(words, last) is not None and not self._runs.family(words, last):
            return self._past_post(scene, last)
        end = self._name_end(scene, last)
        if end == last:
            return 0
        if not match.exact and not self._runs.family(words, last) and end - last > 1:
            return 0
        doubtful = not match.value and not match.exact
        scene.add(self._person(words, last, end, "person-addressed", _SHORT if doubtful else _ADDRESSED))
        return self._list(scene, end)

    def _letter(self, words: Words, i: int) -> bool:
        """Whether word i is a form of address cut to its first letter ("B. Hoa làm tổ trưởng"), and neither an initial
        nor the letter that a thing goes by ("khu B. Hoa quả …")."""
        if words.words[i].text not in self._letters or i + 1 >= len(words):
            return False
        after = words.words[i + 1]
        if i == 0 and self._sections.longest(words, i + 1) is not None:
            return False  # "B. Phương hướng"
        before = words.words[i - 1] if i else None
        if before is not None and ((before.capital and i > 1) or before.folded in self._lettered):
            return False
        if i == 1 and self._runs.family(words, 0):
            return False
        return after.gap is Gap.DOT and after.capital and not after.upper and after.text.isalpha()

    def _past_post(self, scene: Scene, i: int) -> int:
        """ "đồng chí Chủ tịch UBND tỉnh Hồ Tiến Thiệu": the name follows the post."""
        post = scene.starting(MentionKind.POST, i)
        return self._after_post(scene, post.last) if post is not None and post.last < len(scene.words) else 0

    def _labelled(self, scene: Scene, i: int) -> int:
        """ "Ảnh: Quang Huy", "Người lập: Phan Bá Đạt"."""
        words = scene.words
        match = self._labels.longest(words, i)
        if match is None or not match.exact or match.last >= len(words):
            return 0
        if words.words[match.last].gap not in (Gap.COLON, Gap.BREAK):
            return 0
        end = self._name_end(scene, match.last)
        if end - match.last < 2 or (
            end < len(words) and words.words[end].gap is Gap.SPACE and words.words[match.last].gap is Gap.BREAK
        ):
            return 0
        named = self._runs.middle(words, match.last) or self._runs.plainest(words, match.last + 1)
        if not named and not self._runs.family(words, match.last):
            return 0
        scene.add(self._person(words, match.last, end, "person-labelled", _LABELLED))
        return self._list(scene, end)

    def _after_post(self, scene: Scene, i: int) -> int:
        """ "Chủ tịch UBND tỉnh Hồ Tiến Thiệu", "Trưởng ban Trần Minh Khoa"."""
        words = scene.words
        post = scene.ending(MentionKind.POST, i)
        if post is None or i >= len(words) or words.words[i].gap not in (Gap.SPACE, Gap.COLON):
            return 0
        end = self._name_end(scene, i)
        if end - i < 2 or not words.words[i].capital or (words.shouted[i] and self._runs.family(words, i) is None):
            return 0
        if self._taken(scene, i, end) and not self._runs.person_like(words, i):
            return 0
        place = self._runs.beside.says(words.words[i - 1], "bodies")  # "Bí thư Huyện ủy Đầm Dơi" names the district
        if not self._runs.family(words, i) and not self._runs.person_like(words, i) and (place or not words.cased):
            return 0
        scene.add(self._person(words, i, end, "person-after-post", _BESIDE_POST))
        return self._list(scene, end)

    def _bare(self, scene: Scene, i: int) -> int:
        """A name by its make: a family name with capitalised syllables after it; or any with a post after it."""
        words = scene.words
        if not words.words[i].capital:
            return self._small(scene, i)
        if self._not_people.longest(words, i) is not None:
            return 0
        family = self._runs.family(words, i)
        end = self._name_end(scene, i)
        size = end - i
        if size < 2:
            return 0
        inside = i > 0 and words.words[i].gap in (Gap.SPACE, Gap.APOSTROPHE) and words.capital(i - 1)
        if inside and not any(scene.ending(kind, i) for kind in _ENDING):  # else the name before has ended
            return 0
        if self._before_post(scene, end) and not self._taken(scene, i, end) and size <= 5:
            scene.add(self._person(words, i, end, "person-before-post", _BESIDE_POST))
            return self._list(scene, end)
        if family is None:
            return 0
        evidence = self._runs.middle(words, i + 1) and size >= 3
        if words.shouted[i] and not family and not self._runs.plainest(words, i + 1):
            return 0
        if size > 4 and not self._runs.plainest(words, i + 1):
            return 0
        if evidence or (family and size >= 3):
            weight = _FULL + (8 if self._runs.plainest(words, i + 1) else 0)
            scene.add(self._person(words, i, end, "person-family-name", weight))
            return self._list(scene, end)
        if family and size == 2 and not self._taken(scene, i, end) and not words.shouted[i]:
            scene.add(self._person(words, i, end, "person-family-name", _SHORT))
            return self._list(scene, end)
        return 0

    def _small(self, scene: Scene, i: int) -> int:
        """ "nguyen van hung": in small letters only with a middle name that hardly occurs elsewhere."""
        words = scene.words
        if (
            words.cased
            or i + 2 >= len(words)
            or not self._runs.plainest(words, i + 1)
            or not self._runs.small(words, i)
        ):
            return 0
        if any(words.words[j].gap is not Gap.SPACE for j in (i + 1, i + 2)):
            return 0
        end = i + 3
        if (
            self._runs.beside.says(words.words[i + 1], "long_middle")
            and end < len(words)
            and words.words[end].gap is Gap.SPACE
            and self._runs.middle(words, i + 2)
            and self._runs.middle(words, end)
        ):
            end += 1
        scene.add(self._person(words, i, end, "person-small", _FULL))
        return end

    def _list(self, scene: Scene, i: int) -> int:
        """ "ông Nguyễn Vĩnh Phú, Hoàng Thanh Sơn và Vũ Quang Khánh": names that go on after one."""
        words = scene.words
        while i < len(words):
            start = i
            gap = words.words[i].gap
            if gap is Gap.SPACE and self._runs.beside.says(words.words[i], "join") and words.words[i].text.islower():
                start = i + 1
            elif gap not in (Gap.COMMA, Gap.SEMICOLON):
                return i
            if start >= len(words) or (
                self._address.longest(words, start) is not None and not self._runs.family(words, start)
            ):
                return start
            end = self._name_end(scene, start)
            if (
                end - start < 2
                or self._runs.family(words, start) is None
                or (self._taken(scene, start, end) and not self._runs.person_like(words, start))
            ):
                return start
            scene.add(self._person(words, start, end, "person-list", _LISTED))
            i = end
        return i

    def _name_end(self, scene: Scene, i: int) -> int:
        """Where the capitalised name that begins at word i ends: before a post, after at most five syllables."""
        words = scene.words
        if i >= len(words) or (self._posts.role(words, i) is not None and not self._runs.family(words, i)):
            return i
        if words.shouted[i]:
            return self._shouted_end(words, i)
        if self._runs.stops(words, i) and not self._runs.family(words, i):
            return i
        last = i
        while last < len(words) and last - i < 6 and words.words[last].text.isalpha():
            if last > i and words.words[last].gap is Gap.DASH and self._runs.joined(words, last):
                last += 1  # "Khăm-phon", "Bun-nhăng"
                continue
            if not words.words[last].capital:
                break
            if words.words[last].upper and len(words.words[last].text) > 1 and not words.shouted[last]:
                break
            if last > i and not self._runs.joined(words, last):
                break
            if last > i and self._ends_name(scene, i, last):
                break
            last += 1
        return last

    def _ends_name(self, scene: Scene, first: int, i: int) -> bool:
        """Whether word i opens something else: "Trưởng" of "Trưởng ban", an organisation, a second name."""
        words = scene.words
        role = self._posts.role(words, i)
        if role is not None and (role.last - i > 1 or role.value.context):
            return True
        if self._opens_label(words, i):
            return True
        organisation = scene.starting(MentionKind.ORGANISATION, i)
        return organisation is not None and i - first >= 2

    def _opens_label(self, words: Words, i: int) -> bool:
        """Whether another signatory is announced from word i on: "Thư ký: Phạm Thị Na Chủ tọa: Lê Văn Bá"."""
        label = self._labels.longest(words, i)
        return label is not None and label.last < len(words) and words.words[label.last].gap is Gap.COLON

    def _shouted_end(self, words: Words, i: int) -> int:
        """In capitals throughout: a family name and two syllables, three after "THỊ" or another middle name."""
        if self._runs.family(words, i) is None or not words.words[i].upper:
            return i
        last = i + 1
        while last < len(words) and last - i < 3 and words.words[last].gap is Gap.SPACE and words.words[last].upper:
            last += 1
        more = last - i == 3 and last < len(words) and words.words[last].gap is Gap.SPACE and words.words[last].upper
        if (
            more
            and self._runs.beside.says(words.words[i + 1], "long_middle")
            and self._runs.middle(words, i + 2)
            and self._posts.role(words, last) is None
        ):
            last += 1
        return last if last - i >= 2 else i

    def _before_post(self, scene: Scene, i: int) -> bool:
        """Whether a post follows word i after a comma, dash, colon or bracket."""
        words = scene.words
        if i >= len(words) or words.words[i].gap not in (Gap.COMMA, Gap.DASH, Gap.OPEN, Gap.COLON):
            return False
        post = scene.starting(MentionKind.POST, i)
        return post is not None and post.name.id.startswith("post:")

    def _taken(self, scene: Scene, first: int, last: int) -> bool:
        """Whether a place, gate or organisation claims these words."""
        kinds = (MentionKind.PLACE, MentionKind.GATE, MentionKind.ORGANISATION)
        return any(f.kind in kinds and f.first < last and first < f.last for f in scene.finds)

    def _person(self, words: Words, first: int, last: int, rule: str, weight: int) -> Found:
        name = (
            " ".join(word.text for word in words.words[first:last])
            if words.shouted[first]
            else words.slice(first, last)
        )
        if words.shouted[first]:
            name = " ".join(part.capitalize() for part in name.split())
        full = last - first >= 3 or (last - first == 2 and self._runs.family(words, first) is not None)
        if full:
            return Found(MentionKind.PERSON, first, last, Name(f"person:{slug(name)}", name), rule, weight)
        return Found(MentionKind.PERSON, first, last, Name(f"person:~{slug(name)}", name), "person-given-name", weight)
