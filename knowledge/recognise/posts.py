"""Posts: a role ("Phó Trưởng phòng", "deputy head"), the words that shade it, and the unit it belongs to.

The id is "post:" + role + shades + unit: "post:truong-ban" (head of the management board),
"post:pho-truong-ban+thuong-truc", "post:truong-phong/ke-hoach-tong-hop", "post:chu-tich/ubnd-huyen/van-lang",
"post:truong-ban+nguyen" (former). So a general post is covered by its particular ones; :func:`covers` decides that.
Heads of other boards have roles of their own. `within` is the id of the organisation when that is said.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from knowledge.lexicon.load import Lexicon
from knowledge.model import MentionKind, Name
from knowledge.recognise.name_scene import Found, Scene
from knowledge.recognise.name_words import Gap, Match, Phrases, Words, phrases, slug
from knowledge.recognise.organisations import Organisations

_POST = 86
_APART = frozenset({"nguyen"})  # shades that make it another post: a former head is not the head


_CENTRE, _GATES = "trung-tam", "quan-ly-cua-khau"


@dataclass(frozen=True, slots=True)
class Role:
    id: str
    unit: str
    context: bool = False
    strict: bool = False
    needs: bool = False
    folded_needs: bool = False
    fixed: tuple[str, ...] = ()
    not_before: frozenset[str] = frozenset()  # folded words after it that make it something else ("Trưởng ban hành")
    drop: str = ""  # head of the organisation that the role says already


def covers(general: str, particular: str) -> bool:
    """Whether the post or organisation id `particular` is one of what `general` means: the same role, at least the same
    shades (and not a former holder unless that is asked), the same unit or a part of it said more exactly."""
    asked_role, *asked_unit = general.split("/")
    said_role, *said_unit = particular.split("/")
    asked_base, *asked_shades = asked_role.split("+")
    said_base, *said_shades = said_role.split("+")
    if asked_base != said_base or not _within(asked_unit, said_unit):
        return False
    return set(asked_shades) <= set(said_shades) and (set(asked_shades) ^ set(said_shades)).isdisjoint(_APART)


def _within(asked: list[str], said: list[str]) -> bool:
    """Whether the unit `said` is the one `asked`, or a part of it; gate centres go by their gate alone, too."""
    if said[: len(asked)] == asked:
        return True
    return asked[:1] == [_CENTRE] and said[:2] == [_CENTRE, _GATES] and said[2:][: len(asked) - 1] == asked[1:]


class Posts:
    """Finds posts; built once from a lexicon. Runs after the organisations."""

    def __init__(self, lexicon: Lexicon, organisations: Organisations) -> None:
        self._organisations = organisations
        table: Any = lexicon["domain/posts"]
        roles: list[tuple[str, Role]] = []
        for row in table.get("role", ()):
            role = Role(
                row.get("same", row["id"]), row.get("unit", "none"),
                row.get("context", False), row.get("strict", False),
                row.get("needs", False), row.get("folded_needs", False), tuple(row.get("fixed", ())),
                frozenset(row.get("not_before", ())), row.get("drop", ""),
            )  # fmt: skip
            roles.extend((w, role) for w in row["words"])
        self._roles: Phrases[Role] = phrases(roles)
        self._shades: Phrases[str] = phrases([(w, s) for s, ws in table.get("modifiers", {}).items() for w in ws])
        self._prefixes: Phrases[str] = phrases([(w, s) for s, ws in table.get("prefixes", {}).items() for w in ws])
        self._alone = {slug(w) for w in table.get("alone", {}).get("words", ())}
        self._trailing = frozenset(table.get("links", {}).get("trailing", ()))
        self._links: Phrases[None] = phrases([(w, None) for w in table.get("links", {}).get("words", ())])
        self._english: dict[str, dict[str, str]] = table.get("english_heads", {})

    def role(self, words: Words, i: int) -> Match[Role] | None:
        """The role that begins at word i."""
        match = self._roles.longest(words, i)
        if match is None or match.last >= len(words) or words.words[match.last].gap is not Gap.SPACE:
            return match
        return None if words.words[match.last].folded in match.value.not_before else match

    def find(self, scene: Scene) -> None:
        """Adds the posts of the scene's text."""
        words = scene.words
        i = 0
        while i < len(words):
            match = self.role(words, i)
            if match is None or (words.accented and not match.exact and words.words[i].text.islower()):
                i += 1
                continue
            found = self._grown(scene, match)
            if found is None:
                i += 1
                continue
            scene.add(found)
            i = max(found.last if found.name.within is None else match.last, i + 1)

    def _grown(self, scene: Scene, match: Match[Role]) -> Found | None:
        words = scene.words
        role = match.value
        first, last = match.first, match.last
        shades: list[str] = []
        before = self._prefixes.longest(words, first - 1) if first else None
        if (
            before is not None
            and before.last == first
            and words.words[first].gap in (Gap.SPACE, Gap.DOT)
            and (before.exact or not words.accented)
        ):
            shades.append(before.value)
            first = before.first
        while last < len(words) and words.words[last].gap is Gap.SPACE:
            shade = self._shades.longest(words, last)
            if shade is None or not (shade.exact or not words.accented) or self._portfolio(scene, shade):
                break
            if scene.starting(MentionKind.ORGANISATION, last) is not None and words.words[last].upper:
                break  # "GĐ TT QLCK Ka Long": a centre's director, and no standing one
            if shade.value not in shades:
                shades.append(shade.value)
            last = shade.last
        unit, within, end = self._unit(scene, role, match, last)
        while end == last and not unit and last - first > 1 and words.words[last - 1].folded in self._trailing:
            last = end = last - 1
        if not unit and end == last and (role.needs or (role.folded_needs and not match.exact)):
            return None
        if role.context and not unit and not self._beside_name(words, first, last, role.strict):
            return None
        identity = role.id
        if unit and identity in self._english and unit[0] in self._english[identity]:
            identity = self._english[identity][unit[0]]
            unit = () if unit[0] == "bql" else unit[1:]  # as of "Trưởng ban": the organisation says which board
        elif identity in self._english:
            return None
        identity, *extra = identity.split("/")
        base, *own = identity.split("+")
        shade_text = "".join(f"+{shade}" for shade in sorted({*own, *shades}))
        segments = (base + shade_text, *role.fixed, *extra, *unit)
        name = Name("post:" + "/".join(segments), words.slice(first, end), False, within)
        return Found(MentionKind.POST, first, end, name, "post", _POST, segments)

    def _portfolio(self, scene: Scene, shade: Match[str]) -> bool:
        """Whether "phụ trách" opens what someone is in charge of rather than says that he heads the whole."""
        words = scene.words
        if slug(words.slice(shade.first, shade.last)) not in self._alone or shade.last >= len(words):
            return False
        following = words.words[shade.last]
        if following.gap is not Gap.SPACE or scene.starting(MentionKind.ORGANISATION, shade.last) is not None:
            return False
        return not following.capital

    def _unit(self, scene: Scene, role: Role, match: Match[Role], last: int) -> tuple[tuple[str, ...], str | None, int]:
        """The unit's id segments, the organisation's id, and where the post ends."""
        words = scene.words
        if role.unit == "none":
            return (), None, last
        start = last
        if last < len(words) and words.words[last].gap is Gap.SPACE:
            link = self._links.longest(words, last)
            if link is not None:
                start = link.last
        organisation = None
        for i in (*range(match.first + 1, last + 1), start):
            found = scene.starting(MentionKind.ORGANISATION, i)
            if (
                found is None
                or found.last < last
                or (i >= last and i < len(words) and words.words[i].gap not in (Gap.SPACE, Gap.DASH))
            ):
                continue
            if i >= last and words.words[i].gap is Gap.DASH:
                continue
            organisation = found
            break
        if role.unit == "field":
            field = (
                self._organisations.field(words, start)
                if start < len(words) and words.words[start].gap is Gap.SPACE
                else None
            )
            if (
                organisation is None
                and field is not None
                and (field.exact or not words.accented or words.words[start].capital)
            ):
                return (field.value,), f"org:phong/{field.value}", field.last
        if organisation is not None:
            parts = organisation.parts
            if role.unit == "board":
                rest: tuple[str, ...] = ()
                if parts[0] != "bql":
                    return (), None, last
            else:
                rest = parts[1:] if parts[0] == role.drop or parts[:1] == role.fixed else parts
            if role.drop and rest[:1] == ("bql",):
                rest = ()
            return rest, organisation.name.id, max(organisation.last, last)
        if role.unit in ("place", "org") and start < len(words) and words.words[start].gap is Gap.SPACE:
            place = scene.starting(MentionKind.PLACE, start) or scene.starting(MentionKind.GATE, start)
            if place is not None and (role.unit == "place" or role.drop):
                return (place.name.id.partition(":")[2],), None, place.last
            if role.drop:
                end, parts = self._organisations.pieces(scene, "sgp", start)
                return parts, None, end if parts else last
        return (), None, last

    @staticmethod
    def _beside_name(words: Words, first: int, last: int, strict: bool) -> bool:
        """An abbreviation counts beside a capitalised name: "Phan Văn A - PTB", "PTB Nguyễn Văn B"."""
        upper = words.words[first].upper and not words.shouted[first]
        if not upper:
            return False
        before = (
            first > 1
            and words.words[first].gap in (Gap.DASH, Gap.COMMA, Gap.OPEN)
            and words.capital(first - 1)
            and not words.words[first - 1].upper
        )
        after = (
            last < len(words)
            and words.words[last].gap is Gap.SPACE
            and words.capital(last)
            and not words.words[last].upper
        )
        return before or (after and not strict)
