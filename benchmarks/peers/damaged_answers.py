"""The 200 damaged, null and unknown answers: derived from a movie and a page by a seed, the same in every run."""

from __future__ import annotations

import copy
import gzip
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from operator import delitem, setitem
from random import Random
from typing import Any, Literal, TypeAlias, cast

Kind: TypeAlias = Literal["movie", "page"]
Json: TypeAlias = "dict[str, Any]"

SEED = 9
ANSWERS = 200
#: The share of answers that are valid JSON of a movie or a page with changed fields; the others are damaged as a whole.
CHANGED = 130
#: The id of the movie whose answer is the first of the 200; later ones follow.
FIRST_ID = 9000
OTHER_TYPES: tuple[Any, ...] = ("text", "", 7, -1, 2.5, True, [], {}, ["text"], {"key": 1}, 10**30)
STATUS_BODY = {"success": False, "status_code": 34, "status_message": "The resource could not be found."}
HTML = b"<!DOCTYPE html><html><head><title>502</title></head><body><h1>Bad gateway</h1></body></html>"


@dataclass(frozen=True, slots=True)
class DamagedAnswer:
    """An answer and what a client can read from it.

    Attributes:
        kind: What is requested.
        name: The kind of damage.
        body: The bytes of the body.
        ids: The ids that a result must have; None if the answer is neither a movie nor a page.
        status: The HTTP status.
        headers: Headers beside the length.
    """

    kind: Kind
    name: str
    body: bytes
    ids: tuple[int, ...] | None
    status: int = 200
    headers: tuple[tuple[str, str], ...] = (("content-type", "application/json;charset=utf-8"),)


def damaged_answers(movie: Json, page: Json, *, seed: int = SEED) -> list[DamagedAnswer]:
    """Return the 200 answers.

    The answer with index `i` is requested as movie `FIRST_ID + i` or as page `1 + i`.

    Args:
        movie: An answer to the details of a movie.
        page: A page of movies.
        seed: The seed of the choices.
    """
    random = Random(seed)
    changed = list(islice(_changed(movie, page, random), CHANGED))
    return changed + list(islice(_damaged(movie, page, random), CHANGED, ANSWERS))


def _changed(movie: Json, page: Json, random: Random) -> Iterator[DamagedAnswer]:
    """Yield answers with changed fields: the movie and the page in turn, each kind of change in turn."""
    index = 0
    while True:
        for name, (can_change, change) in CHANGES.items():
            original = _with_id((movie, page)[index % 2], index)
            body = copy.deepcopy(original)
            # A fifth of the answers differs in up to three fields.
            for _ in range(3 if index % 5 == 4 else 1):
                if fields := [field for field in _fields(body) if can_change(*field)]:
                    change(*random.choice(fields), random)
            yield DamagedAnswer(_kind(index), name, _dump(body), _remaining_ids(original, body))
            index += 1


def _is_value(holder: Any, key: Any) -> bool:
    return holder[key] is not None


def _is_field(holder: Any, key: Any) -> bool:
    return isinstance(holder, dict)


def _is_text(holder: Any, key: Any) -> bool:
    return isinstance(holder[key], str) and holder[key] != ""


def _is_number(holder: Any, key: Any) -> bool:
    return isinstance(holder[key], int | float) and not isinstance(holder[key], bool)


#: By name: whether the value at a key of an object or list can be changed, and the change.
CHANGES: dict[str, tuple[Callable[[Any, Any], bool], Callable[[Any, Any, Random], None]]] = {
    "null": (_is_value, lambda holder, key, random: setitem(holder, key, None)),
    "missing field": (_is_field, lambda holder, key, random: delitem(holder, key)),
    "another type": (_is_value, lambda holder, key, random: setitem(holder, key, random.choice(OTHER_TYPES))),
    "number as text": (_is_number, lambda holder, key, random: setitem(holder, key, str(holder[key]))),
    "empty text": (_is_text, lambda holder, key, random: setitem(holder, key, "")),
    "unknown field": (_is_field, lambda holder, key, random: setitem(holder, f"new_{key}", {"of": ["next", 2030]})),
    "unknown value": (_is_text, lambda holder, key, random: setitem(holder, key, "of_next_year")),
}


def _damaged(movie: Json, page: Json, random: Random) -> Iterator[DamagedAnswer]:
    """Yield answers damaged as a whole, from index 0 on, so that each has the id of its index."""
    index = 0
    while True:
        for name, ids_remain, make in WHOLE:
            body = _with_id((movie, page)[index % 2], index)
            content, status, headers = make(body, random)
            ids = _ids(body) if ids_remain else None
            yield DamagedAnswer(_kind(index), name, content, ids, status, headers)
            index += 1


Made: TypeAlias = "tuple[bytes, int, tuple[tuple[str, str], ...]]"


def _made(content: bytes, status: int = 200, content_type: str = "application/json;charset=utf-8", **more: str) -> Made:
    headers = {"content-type": content_type, **{name.replace("_", "-"): value for name, value in more.items()}}
    return content, status, tuple(headers.items())


def _cut(content: bytes, random: Random) -> bytes:
    return content[: random.randrange(1, len(content) - 1)]


#: The name of a damage, whether the ids can still be read, and the function that makes the answer.
WHOLE: list[tuple[str, bool, Callable[[Json, Random], Made]]] = [
    ("HTML", False, lambda body, random: _made(HTML, content_type="text/html")),
    ("HTML named JSON", False, lambda body, random: _made(HTML)),
    ("truncated JSON", False, lambda body, random: _made(_cut(_dump(body), random))),
    ("gzip without header", True, lambda body, random: _made(gzip.compress(_dump(body), mtime=0))),
    ("byte order mark", True, lambda body, random: _made(b"\xef\xbb\xbf" + _dump(body))),
    ("wrong object", False, lambda body, random: _made(_dump(STATUS_BODY))),
    ("empty object", False, lambda body, random: _made(b"{}")),
    ("list", False, lambda body, random: _made(b"[" + _dump(body) + b"]")),
    ("null document", False, lambda body, random: _made(b"null")),
    ("text", False, lambda body, random: _made(b'"Service unavailable"')),
    ("empty body", False, lambda body, random: _made(b"")),
    ("two documents", False, lambda body, random: _made(_dump(body) * 2)),
    ("invalid UTF-8", True, lambda body, random: _made(_dump(body).replace(b'"overview":"', b'"overview":"\xe9'))),
    ("UTF-16", True, lambda body, random: _made(_dump(body).decode().encode("utf-16"))),
    ("gzip twice", True, lambda body, random: _made(_gzip(_gzip(_dump(body))), content_encoding="gzip")),
    ("plain, named gzip", True, lambda body, random: _made(_dump(body), content_encoding="gzip")),
    ("truncated gzip", False, lambda body, random: _made(_cut(_gzip(_dump(body)), random), content_encoding="gzip")),
    ("deep nesting", False, lambda body, random: _made(b"[" * 50_000)),
    ("NaN", True, lambda body, random: _made(_dump(body).replace(b":false", b":NaN"))),
    ("404", False, lambda body, random: _made(_dump(STATUS_BODY), 404)),
    ("404 in HTML", False, lambda body, random: _made(HTML, 404, "text/html")),
    ("401 without reason", False, lambda body, random: _made(b"{}", 401)),
    ("500 in HTML", False, lambda body, random: _made(HTML, 500, "text/html")),
]


def _kind(index: int) -> Kind:
    return "page" if index % 2 else "movie"


def _with_id(body: Json, index: int) -> Json:
    """Return a movie with the requested id, or a page with the requested number."""
    return {**body, **({"page": 1 + index} if "results" in body else {"id": FIRST_ID + index})}


def _ids(body: Json) -> tuple[int, ...]:
    return tuple(row["id"] for row in body["results"]) if "results" in body else (body["id"],)


def _remaining_ids(original: Json, changed: Json) -> tuple[int, ...]:
    """Return the ids of the objects that are as they were."""
    if "results" not in original:
        return (original["id"],) if changed.get("id") == original["id"] else ()
    rows = changed.get("results")
    return tuple(row["id"] for row in original["results"] if isinstance(rows, list) and row in rows)


def _fields(value: Any) -> Iterator[tuple[Any, Any]]:
    """Yield each value of nested objects and lists as its holder and key. A page contributes three rows."""
    entries: Iterable[tuple[Any, Any]] = ()
    if isinstance(value, dict):
        entries = list(cast("dict[str, object]", value).items())
    elif isinstance(value, list):
        entries = list(enumerate(cast("list[object]", value)[:3]))
    for key, entry in entries:
        yield value, key
        yield from _fields(entry)


def _gzip(content: bytes) -> bytes:
    return gzip.compress(content, mtime=0)


def _dump(body: Json) -> bytes:
    return json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()
