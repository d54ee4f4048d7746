"""Names that the tables do not give: made from method, path and key alone, so that they are the same every time."""

from __future__ import annotations

import keyword
import re
from collections.abc import Collection, Iterable

from scripts.regenerate.document import normalise

# What reads like a version or an HTTP habit, not like a word of the field.
_VERBS = {"GET": "", "POST": "create", "PUT": "update", "PATCH": "update", "DELETE": "delete"}
_BARE = {"GET": "details", "POST": "create", "PUT": "update", "PATCH": "update", "DELETE": "delete"}
# Tried in this order when a component name is taken: a number would say nothing.
_SPARE_WORDS = ("Entry", "Record", "Info", "Part")
_UNCOUNTABLE = frozenset({"series", "news", "status", "media", "tv_series", "data"})


def operation_key(method: str, path: str) -> str:
    """Return the key an operation is known by: method and path, whatever its path parameters are called."""
    return f"{method.upper()} {normalise(path)}"


def words(text: str) -> list[str]:
    """Return the words of a key, path segment or camelCase name, in lower case."""
    spaced = re.sub(r"([a-z0-9])([A-Z])", r"\1 \2", text)
    return [word.lower() for word in re.split(r"[^A-Za-z0-9]+", spaced) if word]


def snake(text: str) -> str:
    """Return a Python name for a key or path segment: `watch/providers` becomes `watch_providers`."""
    name = "_".join(words(text)) or "value"
    if name[0].isdigit():
        name = f"n{name}"
    return f"{name}_" if keyword.iskeyword(name) else name


def pascal(*parts: str) -> str:
    """Return a class name for some words: (`movies`, `watch_providers`) becomes `MoviesWatchProviders`."""
    return "".join(word[:1].upper() + word[1:] for part in parts for word in words(part))


def singular(key: str) -> str:
    """Return what one item of a list is called: `backdrops` becomes `backdrop`, `countries` becomes `country`."""
    if key in _UNCOUNTABLE or key.endswith(("ss", "us", "is")):
        return key
    if key.endswith("ies"):
        return f"{key[:-3]}y"
    if key.endswith(("sses", "ches", "shes", "xes")):
        return key[:-2]
    return key.removesuffix("s")


def component_name(parent: str, key: str, taken: Collection[str], *, item: bool = False) -> str:
    """Return a free name for an inline object.

    Args:
        parent: The component that holds it; `results` and `items` of it say nothing and become `Item`.
        key: The key it stands under.
        taken: Names that are in use.
        item: True for an item of a list or a value of a map.
    """
    word = singular(key) if item else key
    return free_name(parent + pascal("item" if word in {"result", "item"} else word), taken)


def free_name(name: str, taken: Collection[str]) -> str:
    """Return a name that is a class name, ends in no number, and is not in use whatever its capitals.

    Args:
        name: The name that would be best.
        taken: Names that are in use.
    """
    # A number at the end of a key (`png_2x4`) would look like a counter.
    name = re.sub(r"[0-9]+$", "", re.sub(r"[^A-Za-z0-9]", "", name)) or "Item"
    if not name[0].isalpha():
        name = f"N{name}"
    used = {other.lower() for other in taken}
    if name.lower() not in used:
        return name
    for rounds in range(1, len(used) + 2):
        for spare in _SPARE_WORDS:
            candidate = name + spare * rounds
            if candidate.lower() not in used:
                return candidate
    raise AssertionError("there are more candidates than names in use")


def automatic_operation(
    method: str, path: str, prefixes: Iterable[tuple[str, str]], taken: Collection[str]
) -> tuple[str, str]:
    """Return tag and name for an operation that the tables do not list.

    Args:
        method: HTTP method.
        path: Path template, for example `/3/movie/{movie_id}/awards`.
        prefixes: (path, tag) of the listed operations: the one that shares the longest beginning lends its tag.
        taken: Operation ids (`<tag>_<name>`) that are in use.
    """
    segments = [segment for segment in normalise(path).split("/") if segment]
    version = segments.pop(0) if segments and re.fullmatch(r"\d+", segments[0]) else "3"
    tag, used = _lent_tag(path, prefixes)
    if tag is None:
        tag = snake(segments[0]) if segments and segments[0] != "{}" else "root"
        tag = tag if version == "3" else f"v{version}_{tag}"
        used = 1
    rest = [segment for segment in segments[used:] if segment != "{}"]
    short = _verbed(method, "_".join(snake(segment) for segment in rest))
    if f"{tag}_{short}" not in taken:
        return tag, short
    parameters = re.findall(r"\{([^{}]*)\}", path)
    long = "_".join(
        [*(snake(segment) for segment in segments if segment != "{}"), "by", *(snake(name) for name in parameters)]
    )
    for name in (f"{short}_{_tail(parameters)}", _verbed(method, long), f"{method.lower()}_{long}"):
        if f"{tag}_{name}" not in taken:
            return tag, name
    return tag, f"{method.lower()}_{long}_other"


def _tail(parameters: list[str]) -> str:
    return f"by_{snake(parameters[-1])}" if parameters else "all"


def _verbed(method: str, words_: str) -> str:
    if not words_:
        return _BARE.get(method.upper(), method.lower())
    verb = _VERBS.get(method.upper(), method.lower())
    return f"{verb}_{words_}" if verb else words_


def _lent_tag(path: str, prefixes: Iterable[tuple[str, str]]) -> tuple[str | None, int]:
    """Tag of the listed operations with the longest shared beginning, and how many segments after the version it covers."""
    wanted = [segment for segment in normalise(path).split("/") if segment]
    best: tuple[int, str] | None = None
    for other, tag in prefixes:
        given = [segment for segment in normalise(other).split("/") if segment]
        shared = 0
        while shared < min(len(wanted), len(given)) and wanted[shared] == given[shared]:
            shared += 1
        # At least version and one word; at equal length the tag that sorts first, so that the order of the table does not matter.
        if shared >= 2 and (best is None or shared > best[0] or (shared == best[0] and tag < best[1])):
            best = (shared, tag)
    return (best[1], best[0] - 1) if best else (None, 0)
