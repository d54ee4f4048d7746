"""Rules for arguments: every value is validated here before a request is sent.

Each `check_*` function takes the parameter's name and the value, returns the value in the form that is sent, and raises
`InvalidArgumentError`. `tmdb_bindings.runtime.parameters` writes the values into a path, a query or a body.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from datetime import date
from math import isfinite
from typing import TYPE_CHECKING, Any, Literal, TypeVar, cast, get_args, get_origin

from tmdb_bindings.runtime import ParameterError, as_integer, country_code, path_segment, query_text
from tmdb_facade._core.redaction import redact
from tmdb_facade.errors import InvalidArgumentError

if TYPE_CHECKING:
    from tmdb_bindings.models import MediaKindLike, TimeWindow
    from tmdb_facade._core.endpoint import Request

C = TypeVar("C")

#: TMDB serves no page beyond this one, however long a list is.
PAGE_LIMIT = 500

_LONGEST_SHOWN = 100
# A value from a file ends in a newline, and some readers of `.env` files keep its quotes.
_SESSION = re.compile(r"""\s*(["']?)([^\s"'\x00-\x1f\x7f-\x9f]+)\1\s*""")
_LANGUAGE = re.compile(r"[A-Za-z]{2}(?:-[A-Za-z]{2})?")
# What people write for images without text, for which TMDB's own codes differ between parameters and answers.
_NO_LANGUAGE_CODES = frozenset({"", "xx", "null"})


def invalid(name: str, expected: str, value: object, hint: str | None = None) -> InvalidArgumentError:
    """Return the error for a value that may be shown.

    Args:
        name: The parameter's name.
        expected: What the value must be.
        value: The value.
        hint: What to write instead, if that is known.
    """
    written = "" if hint is None else f"; write {hint}"
    return InvalidArgumentError(name, f"must be {expected}, got {shown(value)}{written}")


def shown(value: object, *, longest: int = _LONGEST_SHOWN) -> str:
    """Return a value as an error's message shows it, without the password of a URL in the wrong place.

    Args:
        value: The value.
        longest: The number of characters after which it is cut.
    """
    try:
        text = redact(repr(value))
    except Exception:  # noqa: BLE001  (repr is the caller's code; the error is about their value, not about its repr)
        return type(value).__name__
    return text if len(text) <= longest else f"{text[:longest]}..."


def check_text(name: str, value: object) -> str:
    """Validate a text. Errors do not contain it, as it may be a secret."""
    return _converted(query_text, name, value)


def check_filled(name: str, value: object) -> str:
    """Validate a text that is not blank. Errors do not contain it, as it may be a secret."""
    text = check_text(name, value)
    if not text.strip():
        raise InvalidArgumentError(name, "must not be empty")
    return text


def check_flag(name: str, value: object) -> bool:
    """Validate a boolean. A text such as "no" is rejected."""
    if not isinstance(value, bool):
        raise invalid(name, "True or False", value)
    return value


def check_segment(name: str, value: str | int) -> str:
    """Quote a path parameter, and reject a value that would change the path. Errors do not contain it."""
    return _converted(path_segment, name, value)


def _converted(convert: Callable[[Any, str], str], name: str, value: object) -> str:
    try:
        return convert(value, name)
    except ParameterError as error:
        raise InvalidArgumentError(error.parameter, error.problem) from None


def check_instance(name: str, value: object, type_: type) -> None:
    """Validate an object of the HTTP library: a sync client does not accept an async transport, for example."""
    if not isinstance(value, type_):
        raise InvalidArgumentError(name, f"must be an httpx.{type_.__name__}, got {type(value).__name__}")


def check_language(name: str, value: object) -> str:
    """Validate a language: TMDB responds in English to an unknown one."""
    expected = "an ISO 639-1 code such as 'pt' or 'pt-BR'"
    if not isinstance(value, str):
        raise invalid(name, expected, value)
    if _LANGUAGE.fullmatch(value):
        return value
    mended = value.replace("_", "-")
    raise invalid(name, expected, value, repr(mended) if _LANGUAGE.fullmatch(mended) else None)


def check_languages(name: str, value: object) -> list[str | None]:
    """Validate a list of languages; `None` in it stands for images without text."""
    if isinstance(value, Set):
        raise InvalidArgumentError(name, "must be a list, as a set has no order")
    languages = check_list(name, value)
    for language in languages:
        if isinstance(language, str) and language.lower() in _NO_LANGUAGE_CODES:
            raise InvalidArgumentError(name, f"must contain None, not {language!r}, for images without text")
        if language is not None:
            check_language(name, language)
    return cast("list[str | None]", languages)


def check_region(name: str, value: object) -> str:
    """Validate a region: TMDB ignores an unknown one."""
    return _converted(country_code, name, value)


def check_list(name: str, value: object) -> list[object]:
    """Validate a list. A single text is rejected, although a string is a sequence too."""
    if isinstance(value, str):
        raise invalid(name, "a list", value, repr(value.replace(" ", "").split(",")))
    passed = value  # of a known type also where checkers have narrowed `value`
    if not isinstance(value, Iterable) or isinstance(value, bytes | Mapping):
        raise invalid(name, "a list", passed, None if as_integer(passed) is None else f"[{passed}]")
    return list(cast("Iterable[object]", value))


def check_integer(name: str, value: object, minimum: int = 0, maximum: int | None = None) -> int:
    """Validate an integer, which may come from a library such as numpy. Booleans are rejected."""
    number = as_integer(value)
    if number is None:
        raise invalid(name, "an integer", value)
    if number < minimum or (maximum is not None and number > maximum):
        raise invalid(name, f"at least {minimum}" if maximum is None else f"from {minimum} to {maximum}", number)
    return number


def finite_number(value: object) -> float | None:
    """Return an integer (of any library) or a finite float; `None` for other values, including booleans."""
    number = as_integer(value)
    if number is None and isinstance(value, float) and isfinite(value):
        return value
    return number


def check_page(name: str, value: object) -> int:
    """Validate a page number: TMDB rejects others, or returns another page."""
    return check_integer(name, value, 1, PAGE_LIMIT)


def check_date(name: str, value: date | None) -> date | None:
    """Validate a date or `None`."""
    if value is not None and not isinstance(value, date):  # pyright: ignore[reportUnnecessaryIsInstance]  (callers without a type checker)
        raise invalid(name, "a date such as date(2026, 1, 31)", value)
    return value


def check_choice(name: str, value: C, choices: Sequence[object]) -> C:
    """Validate a value of a closed set: TMDB ignores others."""
    plain = value if isinstance(value, str) else as_integer(value)
    for choice in choices:
        if choice == plain:
            return cast("C", choice)
    *first, last = map(repr, choices)
    raise invalid(name, f"{', '.join(first)} or {last}", value)


def literals(type_: object) -> tuple[object, ...]:
    """Return the values of a literal type, or of the literals in a union with an enum."""
    arguments = get_args(type_)
    return arguments if get_origin(type_) is Literal else tuple(value for one in arguments for value in get_args(one))


def check_time_window(time_window: TimeWindow) -> TimeWindow:
    """Validate the time window of trends."""
    return check_listed("time_window", time_window, "TimeWindow")


def check_rating(value: float) -> float:
    """Validate a rating, from 0.5 to 10 in steps of 0.5: TMDB rejects others, or rounds them."""
    number = finite_number(value)
    if number is None or not 0.5 <= number <= 10 or number * 2 % 1:
        raise invalid("value", "a rating from 0.5 to 10 in steps of 0.5", value)
    return number


def check_any_passed(values: Mapping[str, object], first: str, *others: str) -> None:
    """Check that at least one value to change is passed."""
    if not values:
        alternatives = f"{', '.join(others[:-1])} or {others[-1]}"
        raise InvalidArgumentError(first, f"or {alternatives} must be passed: there is nothing to change")


def check_session(name: str, value: object) -> str:
    """Validate a session id, and return it without surrounding whitespace and quotes. Errors do not contain it."""
    text = check_text(name, value)
    match = _SESSION.fullmatch(text)
    if match is None:
        problem = "must not contain spaces, quotes or control characters" if text.strip() else "must not be empty"
        raise InvalidArgumentError(name, f"{problem}; omit it to use the client's session")
    return match[2]


def check_seasons(seasons: object) -> list[int]:
    """Validate season numbers: TMDB omits unknown seasons."""
    return [check_integer("seasons", number) for number in check_list("seasons", seasons)]


def check_media_type(media_type: MediaKindLike) -> MediaKindLike:
    """Validate a media type: TMDB has lists of movies and TV series only."""
    return check_choice("media_type", media_type, ("movie", "tv"))


def check_list_item(name: str, item: object) -> tuple[MediaKindLike, int]:
    """Validate an item of a list: a media type and an id."""
    pair = cast("Sequence[object]", item)
    if not isinstance(item, tuple | list) or len(pair) != 2 or pair[0] not in ("movie", "tv"):
        raise invalid(name, "pairs of 'movie' or 'tv' and an id, such as ('movie', 550)", pair)
    return pair[0], check_integer(name, pair[1])


def check_request(request: Request) -> None:
    """Validate the query of a request.

    Args:
        request: The request, with the caller's arguments; whitespace around its session is removed.

    Raises:
        InvalidArgumentError: TMDB would reject or ignore a value.
    """
    query = request.query
    if not query:
        return
    for name in query.keys() & _QUERY_CHECKS.keys():
        _QUERY_CHECKS[name](name, query[name])
    for name in query.keys() & {"session_id", "guest_session_id"}:
        query[name] = check_session(name, query[name])
    sort_type = _SORT_TYPES.get(request.operation.tag)
    if sort_type is not None and "sort_by" in query:
        check_listed("sort_by", query["sort_by"], sort_type)


def check_listed(name: str, value: C, type_: str) -> C:
    """Validate a value, such as a sort order, against the type of the bindings that lists all: TMDB ignores others."""
    from tmdb_bindings import models  # imported here: importing a client imports no models

    return check_choice(name, value, literals(getattr(models, type_)))


def _check_query(name: str, value: str) -> None:
    if not value.strip():
        raise InvalidArgumentError(name, "must not be empty: TMDB returns no results for it")


def _check_page_text(name: str, value: str) -> None:
    check_page(name, int(value) if value.isdecimal() and len(value) < 10 else value)


# The types of sort orders by namespace; those of discover are validated with its filters.
_SORT_TYPES = {
    "account": "AccountSortBy",
    "guest": "AccountSortBy",
    "v4_account": "AccountSortBy",
    "v4_lists": "V4ListSortByLike",
}
_QUERY_CHECKS: dict[str, Callable[[str, str], object]] = {
    "language": check_language,
    "region": check_region,
    "watch_region": check_region,
    "certification_country": check_region,
    "country": check_region,
    "external_source": lambda name, value: check_listed(name, value, "ExternalSource"),
    "media_type": lambda _, value: check_media_type(cast("MediaKindLike", value)),
    "page": _check_page_text,
    "query": _check_query,
}


def local_path(name: str, text: str) -> str:
    """Return the absolute path of a file that a client keeps; `~` is the user's home.

    Raises:
        InvalidArgumentError: It is not a path.
    """
    if "\0" in text:
        raise invalid(name, "a path of a file", text)
    return os.path.abspath(os.path.expanduser(text))
