"""Telegram's HTML (core.telegram.org/bots/api#html-style), read the way Telegram reads it: the tags it knows, properly
nested and closed, with its error messages; ``&lt; &gt; &amp; &quot;`` and numeric references; the rest as it is."""

from __future__ import annotations

import html
import re
from typing import Any

from bot.sandbox.rejection import Rejection, bad_request

TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "tg-emoji": "custom_emoji",
    "a": "text_link",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
}
REFERENCE = re.compile(r"&(#\d{1,8}|#[xX][0-9a-fA-F]{1,8}|lt|gt|amp|quot);?")
NAME = re.compile(r"<([^\s>]*)[\s>]")
END = re.compile(r"</([^\s>]*)\s*>")
ATTRIBUTE = re.compile(r"""\s*([^\s=>/"']+)(?:\s*=\s*("[^"]*"|'[^']*'|[A-Za-z0-9.-]+))?""")

Entity = dict[str, Any]


def parse(source: str) -> tuple[str, list[Entity]]:
    """The text and its entities, offsets and lengths in UTF-16 units. Raises Rejection."""
    out: list[str] = []
    entities: list[Entity] = []
    open_tags: list[tuple[str, Entity]] = []
    at, place = 0, 0
    while at < len(source):
        char = source[at]
        if char == "&" and (reference := REFERENCE.match(source, at)):
            text, at = html.unescape(reference[0].rstrip(";") + ";"), reference.end()
        elif char == "<":
            at = _tag(source, at, place, open_tags, entities)
            continue
        else:
            text, at = char, at + 1
        out.append(text)
        place += _units(text)
    if open_tags:
        raise _cannot(f'Can\'t find end tag corresponding to start tag "{open_tags[-1][0]}"')
    for entity in entities:
        entity["length"] -= entity["offset"]
    return "".join(out), sorted(
        (entity for entity in entities if entity["length"] > 0), key=lambda e: (e["offset"], -e["length"])
    )


def _tag(source: str, at: int, place: int, open_tags: list[tuple[str, Entity]], entities: list[Entity]) -> int:
    """Deal with the tag at `at`; where it ends."""
    where = f"at byte offset {len(source[:at].encode())}"
    if source.startswith("</", at):
        if not open_tags:
            raise _cannot(f"Unexpected end tag {where}")
        found = END.match(source, at)
        if found is None:
            raise _cannot(f"Unclosed end tag {where}")
        name, entity = open_tags.pop()
        if found[1] and found[1].lower() != name:
            raise _cannot(f'Unmatched end tag {where}, expected "</{name}>", found "</{found[1].lower()}>"')
        entity["length"] = place
        entities.append(entity)
        return found.end()
    found = NAME.match(source, at)
    if found is None:
        raise _cannot(f"Unclosed start tag {where}")
    name = found[1].lower()
    if name not in TAGS:
        raise _cannot(f'Unsupported start tag "{name}" {where}')
    end = source.find(">", found.end() - 1)
    if end < 0:
        raise _cannot(f'Unclosed start tag "{name}" {where}')
    inside = source[found.end() - 1 : end]
    attributes = {m[1].lower(): (m[2] or "").strip("\"'") for m in ATTRIBUTE.finditer(inside)}
    entity = {"type": TAGS[name], "offset": place, "length": 0}
    if name == "span" and attributes.get("class") != "tg-spoiler":
        raise _cannot(f'Tag "span" must have class "tg-spoiler" {where}')
    if name == "a":
        entity["url"] = html.unescape(attributes.get("href", ""))
    if name == "blockquote" and "expandable" in attributes:
        entity["type"] = "expandable_blockquote"
    open_tags.append((name, entity))
    return end + 1


def formatted(text: str, parse_mode: str | None, entities: list[Entity] | None, limit: int) -> tuple[str, list[Entity]]:
    """A message's text as it will be shown. Raises Rejection where it is empty, too long or badly marked up."""
    if not text.strip():
        raise bad_request("message text is empty")
    if parse_mode is None or parse_mode == "":
        shown, marks = text, list(entities or [])
    elif parse_mode.lower() == "html":
        shown, marks = parse(text)
    else:
        raise bad_request("unsupported parse_mode")
    if not shown.strip():
        raise bad_request("text must be non-empty")
    if _units(shown) > limit:
        raise bad_request("message is too long" if limit > 1024 else "message caption is too long")
    return shown, marks


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _cannot(what: str) -> Rejection:
    return bad_request(f"can't parse entities: {what}")
