"""Answers that are not as they were promised: what is at a path of a body is taken away, nulled, changed or added."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple, TypeAlias, cast

#: Changes a body of dicts and lists where it stands, and tells whether anything changed.
Edit: TypeAlias = Callable[[object], bool]

_STEP = re.compile(r"([^.\[\]]+)|\[(\d*)\]")
_Steps: TypeAlias = "list[str | int | None]"


class _Slot(NamedTuple):
    """A field of an object, or an item of a list, which are read, written and deleted alike."""

    holder: dict[str | int, object]
    key: str | int


def missing(path: str) -> Edit:
    """Take away what is at a path."""

    def change(place: _Slot) -> None:
        del place.holder[place.key]

    return _edit(path, change)


def null(path: str) -> Edit:
    """Put null in the place of what is at a path."""
    return _edit(path, lambda place: place.holder.__setitem__(place.key, None))


def wrong_type(path: str) -> Edit:
    """Put a value of another type in the place of what is at a path, such as a text for a number."""
    return _edit(path, lambda place: place.holder.__setitem__(place.key, _another(place.holder[place.key])))


def new(path: str, value: object) -> Edit:
    """Put a value at a path, where there may be nothing yet."""
    return _edit(path, lambda place: place.holder.__setitem__(place.key, value), may_be_absent=True)


def _edit(path: str, change: Callable[[_Slot], None], *, may_be_absent: bool = False) -> Edit:
    steps = _steps(path)

    def edit(body: object) -> bool:
        places = list(_places(body, steps, may_be_absent))
        # From the end: taking an item out of a list moves those behind it.
        for place in reversed(places):
            change(place)
        return bool(places)

    return edit


def _steps(path: str) -> _Steps:
    """Read `results[].title`: names, numbers, and None for every item."""
    steps: _Steps = []
    position = 0
    while position < len(path):
        dot = path[position] == "." and bool(steps)
        step = _STEP.match(path, position + dot)
        # A name begins the path or follows a dot; brackets do not follow one.
        if step is None or (dot if step[1] is None else steps and not dot):
            break
        steps.append(step[1] if step[1] is not None else int(step[2]) if step[2] else None)
        position = step.end()
    if not steps or position < len(path):
        raise ValueError(f"{path!r} is no path of a body: write it as in title, results[].title or cast[0].name")
    return steps


def _places(body: object, steps: _Steps, may_be_absent: bool) -> Iterator[_Slot]:
    step, *rest = steps
    holder = cast("dict[str | int, object]", body)
    for key in _keys(body, step, may_be_absent and not rest):
        if rest:
            yield from _places(holder[key], rest, may_be_absent)
        else:
            yield _Slot(holder, key)


def _keys(body: object, step: str | int | None, may_be_absent: bool) -> list[str] | list[int]:
    if isinstance(body, dict) and isinstance(step, str):
        names = list(cast("dict[str, object]", body))
        return names if step == "*" else [step] if step in names or may_be_absent else []
    if isinstance(body, list) and not isinstance(step, str):
        numbers = list(range(len(cast("list[object]", body))))
        return numbers if step is None else numbers[step : step + 1]
    return []


def _another(value: object) -> object:
    if isinstance(value, str):
        return 0
    if isinstance(value, dict):
        return []
    if isinstance(value, list):
        return {}
    # Numbers, yes and no, and null, which some fields may be.
    return "not what was promised"
