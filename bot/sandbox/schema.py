"""Requests checked against ``methods.toml``: field names, types, what is required."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

from bot.sandbox.rejection import Rejection, bad_request

Tables = dict[str, dict[str, str]]
INTEGER = re.compile(r"-?\d{1,19}")
SCALARS = ("Integer", "String", "Boolean", "InputFile")
BOOLEANS = {"true": True, "false": False, "1": True, "0": False}


@cache
def tables() -> tuple[Tables, Tables]:
    """The methods and the object types, each name to its fields."""
    raw = tomllib.loads(resources.files(__package__).joinpath("methods.toml").read_text(encoding="utf-8"))
    return raw["methods"], raw["types"]


def method_named(name: str) -> str:
    """The method's proper name; Telegram takes any case. Raises Rejection."""
    found = next((method for method in tables()[0] if method.lower() == name.lower()), None)
    if found is None:
        raise Rejection(404, "Not Found: method not found")
    return found


def check(method: str, given: Mapping[str, Any]) -> dict[str, Any]:
    """The values of a request's fields in their proper types. Raises Rejection."""
    return _fields(method, tables()[0][method], given)


def _fields(owner: str, fields: Mapping[str, str], given: Mapping[str, Any]) -> dict[str, Any]:
    for name in given:
        if name not in fields:
            raise bad_request(f'{owner} has no field "{name}"')
    values: dict[str, Any] = {}
    for name, kind in fields.items():
        if given.get(name) is None:
            if kind.endswith("!"):
                raise bad_request(_missing(name))
            continue
        values[name] = _value(name, kind.removesuffix("!"), given[name])
    return values


def _missing(name: str) -> str:
    told = {"text": "message text is empty", "chat_id": "chat_id is empty", "file_id": "file_id not specified"}
    return told.get(name, f'field "{name}" is required')


def _value(name: str, kind: str, value: Any) -> Any:
    kinds = kind.split(" or ")
    if kinds[0] in SCALARS:
        return _scalar(name, kinds, value)
    value = _parsed(name, value)
    if kind.startswith("Array of "):
        if not isinstance(value, list):
            raise bad_request(f"can't parse {_words(name)} JSON object: expected an Array")
        return [_value(name, kind.removeprefix("Array of "), entry) for entry in value]
    if not isinstance(value, dict):
        raise bad_request(f"object expected as {_words(name)}")
    fields = tables()[1].get(kinds[0])
    return value if fields is None else _fields(kinds[0], fields, value)


def _scalar(name: str, kinds: list[str], value: Any) -> Any:
    if "InputFile" in kinds and isinstance(value, (tuple, str)):
        return value
    if "Integer" in kinds:
        if isinstance(value, int) and not isinstance(value, bool):
            return value
        if isinstance(value, str) and INTEGER.fullmatch(value):
            return int(value)
    if "String" in kinds and isinstance(value, str):
        return value
    if "Boolean" in kinds:
        if isinstance(value, bool):
            return value
        if isinstance(value, str) and value.lower() in BOOLEANS:
            return BOOLEANS[value.lower()]
    raise bad_request(f'field "{name}" must be of type {" or ".join(kinds)}')


def _parsed(name: str, value: Any) -> Any:
    if not isinstance(value, str):
        return value
    try:
        return json.loads(value)
    except (ValueError, RecursionError):
        raise bad_request(f"can't parse {_words(name)} JSON object") from None


def _words(name: str) -> str:
    return name.replace("_", " ")
