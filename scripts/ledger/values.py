"""Make arguments for a method from the types of its parameters.

Each number, text and date is used once, so a request shows which argument a value came from.
"""

from __future__ import annotations

import inspect
import types
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from enum import EnumType
from itertools import count
from typing import Any, Literal, Union, get_args, get_origin

from scripts.ledger.methods import Method, annotations_of, blocks_of, constants_of
from tmdb_bindings.runtime import Append
from tmdb_facade import AllOf, AnyOf, Between, all_of, any_of, between

#: Values of parameters that need a form that their type does not express.
FORMS: dict[str, list[object]] = {
    "account_object_id": ["4bc8892a017a3c0f92000002"],
    "certification_country": ["US"],
    "country": ["FR"],
    "external_id": ["tt0137523"],
    "image": ["/abc.jpg"],
    "images": [[]],
    "imdb_id": ["tt0137523"],
    "include_image_language": [["it", "es", None]],
    "include_video_language": [["sv", "da", None]],
    "kind": ["poster"],
    "language": ["pt-BR"],
    "languages": [["fr-CA", "en-US"]],
    "origin_country": ["KR", all_of("KR", "JP"), any_of("US", "FR")],
    "minimum": [0.7],
    "original_language": ["ko", any_of("ko", "ja")],
    "path": ["/abc.jpg"],
    "region": ["DE"],
    "redirect_to": ["https://example.org/back"],
    # The only size that every kind of image has.
    "size": ["original"],
    "value": [7.5],
    "watch_region": ["BR"],
    "year": [1987],
}
#: Pairs of parameters that exclude each other.
APART = [
    ("language", "languages"),
    ("sliced", "primary_release_year"),
    ("sliced", "first_air_date_year"),
    ("width", "size"),
]
#: Methods that need at least one optional argument, and that argument.
NEEDED = {
    "guest.rated_movies": "guest_session_id",
    "guest.rated_tv": "guest_session_id",
    "guest.rated_tv_episodes": "guest_session_id",
    "v4.lists.update": "name",
}
#: The first date; each further one is a day later, so that all fit into one window of changes.
FIRST_DAY = date(2024, 3, 1)

Arguments = dict[str, Any]


def argument_sets(method: Method) -> list[Arguments]:
    """Return the argument sets to call a method with.

    The first has the required arguments only; the others have all arguments and together contain each member of a union
    and each choice once.
    """
    parameters = [one for one in inspect.signature(method.function).parameters.values() if one.name != "self"]
    values = Values()
    annotations = annotations_of(method.function)
    made = {one.name: values.of(one.name, annotations[one.name], method.function) for one in parameters}
    required = {
        one.name: made[one.name][0]
        for one in parameters
        if one.default is inspect.Parameter.empty or one.name == NEEDED.get(method.name)
    }
    apart = [pair for pair in APART if pair[0] in made and pair[1] in made]
    sets = [required]
    if made:
        for turn in range(max(map(len, made.values()))):
            filled = {name: some[turn % len(some)] for name, some in made.items()}
            for side in (0, 1) if apart else (0,):
                left_out = {pair[side] for pair in apart}
                sets.append({name: value for name, value in filled.items() if name not in left_out})
    return [one for index, one in enumerate(sets) if one not in sets[:index]]


class Values:
    """A source of values of types, each different from the ones before."""

    def __init__(self) -> None:
        """Start the counter."""
        self._numbers = count(101)

    def of(self, name: str, annotation: Any, function: Callable[..., Any]) -> list[Any]:
        """Return one value for each form that a parameter's type allows, at least one."""
        if name == "append" and (constants := constants_of(function)) is not None:
            blocks = list(blocks_of(constants).values())
            return [Append(*blocks), blocks]
        found = FORMS.get(name) or list(self._make(annotation))
        if not found:
            raise TypeError(f"{function.__qualname__}: cannot make a value for {name}: {annotation}")
        return found

    def _make(self, annotation: Any) -> Iterator[Any]:
        origin, arguments = get_origin(annotation), get_args(annotation)
        if origin in (Union, types.UnionType):
            for member in arguments:
                yield from self._make(member)
        elif origin is Literal:
            yield from arguments
        elif isinstance(annotation, EnumType):
            return  # its values are literals of the same union
        elif origin is Between:
            # Values increase, so the first one is the lower bound.
            low, high = (next(self._make(arguments[0])) for _ in range(2))
            yield from (between(low, high), between(low, None), between(None, high))
        elif origin in (AllOf, AnyOf):
            several = [*self._make(arguments[0]), *self._make(arguments[0])]
            yield (all_of if origin is AllOf else any_of)(*several)
        elif origin is tuple:
            yield tuple(next(self._make(member)) for member in arguments)
        elif origin is Mapping:
            yield {next(self._make(arguments[0])): next(self._make(arguments[1]))}
        elif origin in (list, Iterable, Sequence):
            members = [*self._make(arguments[0]), *self._make(arguments[0])]
            yield [*members, None] if type(None) in get_args(arguments[0]) else members
        else:
            yield from self._plain(annotation)

    def _plain(self, annotation: Any) -> Iterator[Any]:
        if annotation is bool:
            yield from (True, False)
        elif annotation is int:
            yield next(self._numbers)
        elif annotation is float:
            yield next(self._numbers) + 0.5
        elif annotation is str:
            yield f"text{next(self._numbers)}"
        elif annotation is date:
            yield FIRST_DAY + timedelta(days=next(self._numbers) - 101)
