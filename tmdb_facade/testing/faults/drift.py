"""Edits of an answer's body at a path: remove, null, change or add a value."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from operator import delitem, setitem
from typing import TypeAlias, cast

#: Edits a body of dicts and lists in place, and returns whether anything changed.
Edit: TypeAlias = Callable[[object], bool]

_STEP = re.compile(r"([^.\[\]]+)|\[(\d*)\]")
# The number of rows of a full page.
_ROWS = 20
_Steps: TypeAlias = "list[str | int | None]"
# An object or a list, and the name or index of one of its values.
_Slot: TypeAlias = "tuple[dict[str | int, object], str | int]"


def missing(path: str) -> Edit:
    """Return an edit that removes the values at a path."""
    return _edit(path, delitem)


def null(path: str) -> Edit:
    """Return an edit that replaces the values at a path by null."""
    return _edit(path, lambda container, key: setitem(container, key, None))


def wrong_type(path: str) -> Edit:
    """Return an edit that replaces the values at a path by one of another type."""
    return _edit(path, lambda container, key: setitem(container, key, _other_type(container[key])))


def new(path: str, value: object) -> Edit:
    """Return an edit that sets the value at a path, which need not exist."""
    return _edit(path, lambda container, key: setitem(container, key, value), may_be_absent=True)


def false_totals(total_pages: int, *, last: int | None = None) -> Edit:
    """Return an edit that changes the totals of a page of a list.

    Args:
        total_pages: The number of pages that the page claims.
        last: The last page with results; pages after it become empty. By default, all keep their results.
    """

    def edit(body: object) -> bool:
        page = cast("dict[str, object]", body) if isinstance(body, dict) else {}
        number = page.get("page")
        if not isinstance(number, int) or "results" not in page:
            return False
        page |= {"total_pages": total_pages, "total_results": total_pages * _ROWS}
        if last is not None and number > last:
            page["results"] = []
        return True

    return edit


def _edit(
    path: str, change: Callable[[dict[str | int, object], str | int], None], *, may_be_absent: bool = False
) -> Edit:
    steps = _steps(path)

    def edit(body: object) -> bool:
        slots = list(_slots(body, steps, may_be_absent))
        # In reverse: removing an item of a list moves the later ones.
        for slot in reversed(slots):
            change(*slot)
        return bool(slots)

    return edit


def _steps(path: str) -> _Steps:
    """Parse a path such as `results[].title` into names, indexes, and None for every item."""
    steps: _Steps = []
    position = 0
    while position < len(path):
        dot = path[position] == "." and bool(steps)
        step = _STEP.match(path, position + dot)
        # A name starts the path or follows a dot; brackets must not follow a dot.
        if step is None or (dot if step[1] is None else steps and not dot):
            break
        steps.append(step[1] if step[1] is not None else int(step[2]) if step[2] else None)
        position = step.end()
    if not steps or position < len(path):
        raise ValueError(f"invalid path {path!r}: write a path such as title, results[].title or cast[0].name")
    return steps


def _slots(body: object, steps: _Steps, may_be_absent: bool) -> Iterator[_Slot]:
    step, *rest = steps
    container = cast("dict[str | int, object]", body)
    for key in _keys(body, step, may_be_absent and not rest):
        if rest:
            yield from _slots(container[key], rest, may_be_absent)
        else:
            yield container, key


def _keys(body: object, step: str | int | None, may_be_absent: bool) -> list[str] | list[int]:
    if isinstance(body, dict) and isinstance(step, str):
        names = list(cast("dict[str, object]", body))
        return names if step == "*" else [step] if step in names or may_be_absent else []
    if isinstance(body, list) and not isinstance(step, str):
        numbers = list(range(len(cast("list[object]", body))))
        return numbers if step is None else numbers[step : step + 1]
    return []


def _other_type(value: object) -> object:
    if isinstance(value, str):
        return 0
    if isinstance(value, dict):
        return []
    if isinstance(value, list):
        return {}
    # Numbers, booleans, and null.
    return "wrong type"
