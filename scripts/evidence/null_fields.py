"""Count how often the optional fields of models are None and have a value in answers."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import TypeAlias

import attrs

from scripts.evidence.recordings import find_operation
from scripts.json_io import is_list, is_mapping
from tmdb_bindings.runtime import Details, Drift, Model, decode
from tmdb_bindings.runtime.details import read_blocks

#: The method, path and body of a success.
Answer: TypeAlias = tuple[str, str, bytes]
#: The name of a model, and the name of one of its fields whose type allows None.
OptionalField: TypeAlias = tuple[str, str]


@dataclass(slots=True)
class Seen:
    """How many objects have None in a field, and how many have a value."""

    nones: int = 0
    values: int = 0


def count_optional_fields(answers: Iterable[Answer]) -> dict[OptionalField, Seen]:
    """Return how often each optional field of the models in answers is None and has a value.

    Args:
        answers: Successes; those of unknown operations are ignored. Appended blocks are counted too.
    """
    counts: dict[OptionalField, Seen] = {}
    optional: dict[type[Model], list[str]] = {}
    for method, path, body in answers:
        operation = find_operation(method, path)
        if operation is None:
            continue
        answer_type: type[object] = import_module(f"tmdb_bindings.api.{operation.tag}.{operation.name}").response()
        raw: object = json.loads(body)
        append = list(raw) if is_mapping(raw) else []
        answer: object = decode(body, answer_type, operation=operation.id, drift=Drift("ignore"), append=append)
        for model in models_in(answer):
            kind = type(model)
            if kind not in optional:
                optional[kind] = list(optional_fields(kind))
            for name in optional[kind]:
                seen = counts.setdefault((kind.__name__, name), Seen())
                if getattr(model, name) is None:
                    seen.nones += 1
                else:
                    seen.values += 1
    return counts


def optional_fields(model: type[Model]) -> Iterator[str]:
    """Yield the names of the fields of a model whose type allows None."""
    return (one.name for one in attrs.fields(model) if one.init and "| None" in str(one.type))


def models_in(value: object) -> Iterator[Model]:
    """Yield a decoded answer's models at any depth, with those of appended blocks."""
    if is_list(value):
        for one in value:
            yield from models_in(one)
    elif is_mapping(value):
        for one in value.values():
            yield from models_in(one)
    elif isinstance(value, Model):
        yield value
        for one in attrs.fields(type(value)):
            yield from models_in(getattr(value, one.name, None))
        if isinstance(value, Details):
            for block in read_blocks(value).values():
                yield from models_in(block)
