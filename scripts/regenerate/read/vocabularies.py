"""Vocabularies: components for the words or codes of answers, which become enums that keep unknown values."""

from __future__ import annotations

import re

from scripts.json_io import DataError, Json, is_list, is_mapping

_NAME = re.compile(r"[A-Z][A-Z0-9_]*")


def complete_vocabulary(schema: Json) -> None:
    """Replace `x-words` of a schema by the extensions that generators of clients know.

    `x-extensible-enum` has the values, `x-enum-varnames` the names of the members, and `x-enum-descriptions` their labels.

    Args:
        schema: A component with `x-words`: a list of words, or the labels by value.
    """
    words: object = schema.pop("x-words")
    labels = {str(word): str(label) for word, label in words.items()} if is_mapping(words) else _own_labels(words)
    schema["x-extensible-enum"] = [_value(word, schema.get("type")) for word in labels]
    schema["x-enum-varnames"] = [re.sub(r"\W+", "_", label).strip("_").upper() for label in labels.values()]
    schema["x-enum-descriptions"] = list(labels.values())


def check_vocabulary(name: str, component: Json) -> None:
    """Check the members of a vocabulary.

    Args:
        name: Name of the component.
        component: The component, completed.

    Raises:
        DataError: A value is not of the component's type, or a label makes no name, or that of another one.
    """
    names: list[str] = component["x-enum-varnames"]
    for position, (value, made) in enumerate(zip(component["x-extensible-enum"], names, strict=True)):
        if isinstance(value, int) != (component.get("type") == "integer"):
            raise DataError(f"components: {name}: x-words: {value} is not of the type {component.get('type')}")
        if not _NAME.fullmatch(made) or made in names[:position]:
            raise DataError(f"components: {name}: x-words: {value} needs a label that makes a unique name")


def _own_labels(words: object) -> dict[str, str]:
    return {str(word): str(word) for word in words} if is_list(words) else {}


def _value(word: str, kind: object) -> int | str:
    return int(word) if kind == "integer" and word.isdecimal() else word
