"""Automatic names, which depend on the method, path and key only."""

from __future__ import annotations

import builtins
import keyword
import re
from collections import Counter
from collections.abc import Collection, Iterable
from itertools import chain, count, takewhile

from openapi_python_client.strings import pascal_case

from scripts.regenerate.document import normalise
from scripts.regenerate.name.python_names import ascii_words, spelled_words

_VERBS = {"GET": "", "POST": "create", "PUT": "update", "PATCH": "update", "DELETE": "delete"}
_BARE = {"GET": "details", "POST": "create", "PUT": "update", "PATCH": "update", "DELETE": "delete"}
# Suffixes for a component name that is in use.
_SPARE_WORDS = ("Entry", "Record", "Info", "Part")
# Names become names of files, which can have 255 bytes.
_LONGEST = 80
#: Names that the generated modules import, so that no component may have them.
HELPERS = frozenset(
    {
        *(
            "Any",
            "ClassVar",
            "Final",
            "Generic",
            "Literal",
            "NoTag",
            "NotRequired",
            "OnlyFalse",
            "OtherTag",
            "Raw",
            "TypeAlias",
            "TypedDict",
        ),
        *(
            "Append",
            "Appendable",
            "AppendedBlock",
            "ContentRatingLookups",
            "Date",
            "Details",
            "JSONValue",
            "Maybe",
            "Model",
        ),
        *("NullableList", "NullableMap", "OpenIntEnum", "OpenStrEnum", "Operation", "ReleaseDateLookups", "Request"),
        *("Timestamp", "Translated", "Unions"),
    }
)
_UNCOUNTABLE = frozenset({"series", "news", "status", "media", "tv_series", "data"})


def operation_key(method: str, path: str) -> str:
    """Return the key of an operation: its method and its path without names of parameters."""
    return f"{method.upper()} {normalise(path)}"


def words(text: str) -> list[str]:
    """Return the lower-case ASCII words of a key, path segment or camelCase name, at least one."""
    return ascii_words(text) or spelled_words(text)


def snake(text: str) -> str:
    """Return an ASCII name for a key or path segment: `watch/providers` becomes `watch_providers`."""
    name = "_".join(words(text))
    if name[0].isdigit():
        name = f"n{name}"
    return f"{name}_" if keyword.iskeyword(name) else name


def pascal(*parts: str) -> str:
    """Return a class name: (`movies`, `watch_providers`) becomes `MoviesWatchProviders`."""
    return "".join(word[:1].upper() + word[1:] for part in parts for word in words(part))


def singular(key: str) -> str:
    """Return the singular of a key: `backdrops` becomes `backdrop`, `countries` becomes `country`."""
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
        parent: The component that contains the object.
        key: The object's key. An item of `results` or `items` is named `Item`.
        taken: Names in use.
        item: Whether the object is an item of a list or a value of a map.
    """
    word = singular(key) if item else key
    return free_name(parent + pascal("item" if word in {"result", "item"} else word), taken)


def free_name(name: str, taken: Collection[str]) -> str:
    """Return an unused class name without a trailing number. Names that differ only in case count as used.

    Names of helpers, keywords and builtins are never free.

    Args:
        name: The preferred name.
        taken: Names in use.
    """
    # A number at the end of a key (`png_2x4`) would look like a counter.
    name = re.sub(r"[0-9]+$", "", _shortened(re.sub(r"[^A-Za-z0-9]", "", name))) or "Item"
    # In the spelling of the generator, which names the modules.
    name = pascal_case(name if name[0].isalpha() else f"N{name}")
    used = {other.lower() for other in (*taken, *HELPERS, *keyword.kwlist, *dir(builtins))}
    if name.lower() not in used:
        return name
    candidates = (name + spare * rounds for rounds in count(1) for spare in _SPARE_WORDS)
    return next(candidate for candidate in candidates if candidate.lower() not in used)


def _shortened(name: str) -> str:
    """Return a class name without its middle words if it is too long, as of an object in fifty others."""
    if len(name) <= _LONGEST:
        return name
    parts = [word[: _LONGEST // 5] for word in re.findall(r"[A-Z][^A-Z]*|^[^A-Z]+", name)]
    return "".join([*parts[:3], *parts[3:][-2:]])


def automatic_operation(
    method: str, path: str, prefixes: Iterable[tuple[str, str]], taken: Collection[str]
) -> tuple[str, str]:
    """Return the tag and name of an unlisted operation.

    Args:
        method: HTTP method.
        path: Path template, such as `/3/movie/{movie_id}/awards`.
        prefixes: (path, tag) of the listed operations. The tag of the longest common prefix is used.
        taken: Operation ids (`<tag>_<name>`) in use.
    """
    segments = _segments(path)
    version = segments.pop(0) if segments and re.fullmatch(r"\d+", segments[0]) else "3"
    tag, used = _tag_of_prefix(path, prefixes)
    if not tag:
        tag = snake(segments[0]) if segments and segments[0] != "{}" else "root"
        tag = (tag if version == "3" else f"v{version}_{tag}")[:_LONGEST]
        used = 1
    short = _verbed(method, "_".join(snake(segment) for segment in segments[used:] if segment != "{}"))
    parameters = [snake(name) for name in re.findall(r"\{([^{}]*)\}", path)]
    long = "_".join([*(snake(segment) for segment in segments if segment != "{}"), "by", *parameters])
    tail = f"by_{parameters[-1]}" if parameters else "all"
    names = [
        name if len(name) <= _LONGEST else name[:_LONGEST].strip("_")
        for name in (short, f"{short}_{tail}", _verbed(method, long), f"{method.lower()}_{long}")
    ]
    spare = (names[-1] + "_other" * rounds for rounds in count(1))
    return tag, next(name for name in chain(names, spare) if f"{tag}_{name}" not in taken)


def _verbed(method: str, words_: str) -> str:
    if not words_:
        return _BARE.get(method.upper(), method.lower())
    verb = _VERBS.get(method.upper(), method.lower())
    return f"{verb}_{words_}" if verb else words_


def _tag_of_prefix(path: str, prefixes: Iterable[tuple[str, str]]) -> tuple[str, int]:
    """Return the tag of the longest common prefix, and its number of segments after the version."""
    lengths: Counter[tuple[int, str]] = Counter()
    for other, tag in prefixes:
        pairs = zip(_segments(path), _segments(other), strict=False)
        lengths[sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs)), tag] += 1
    # At least the version and one word; of equal lengths, the tag of most operations, or else the one that sorts first.
    length, tag = min(lengths, key=lambda one: (-one[0], -lengths[one], one[1]), default=(0, ""))
    return (tag, length - 1) if length >= 2 else ("", 0)


def _segments(path: str) -> list[str]:
    return [segment for segment in normalise(path).split("/") if segment]
