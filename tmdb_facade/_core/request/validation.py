"""Values that TMDB would refuse or, worse, ignore: refused before anything is sent, with a word on what to do."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, get_args

if TYPE_CHECKING:
    from tmdb_bindings.models import TimeWindow
    from tmdb_facade._core.endpoint import Request


from collections.abc import Sequence
from datetime import date

#: TMDB answers no page beyond this one, however many there are.
PAGE_LIMIT = 500

_LANGUAGE = re.compile(r"[A-Za-z]{2}(?:-[A-Za-z]{2})?")
_REGION = re.compile(r"[A-Z]{2}")


def check_language(name: str, value: object) -> None:
    """Refuse what is no language: TMDB would answer in English without a word.

    Args:
        name: What the user passed it as.
        value: What was passed.

    Raises:
        ValueError: It is not of TMDB's form.
    """
    if not isinstance(value, str) or not _LANGUAGE.fullmatch(value):
        meant = value.replace("_", "-") if isinstance(value, str) else ""
        hint = f": write {meant!r}" if meant != value and _LANGUAGE.fullmatch(meant) else ""
        raise ValueError(f"{name} is ISO 639-1, perhaps with ISO 3166-1, as in 'pt' or 'pt-BR', not {value!r}{hint}")


def check_region(name: str, value: object) -> None:
    """Refuse what is no country: TMDB would take it for none.

    Args:
        name: What the user passed it as.
        value: What was passed.

    Raises:
        ValueError: It is not of TMDB's form.
    """
    if not isinstance(value, str) or not _REGION.fullmatch(value):
        meant = value.upper() if isinstance(value, str) else ""
        hint = f": write {meant!r}" if meant != value and _REGION.fullmatch(meant) else ""
        raise ValueError(f"{name} is ISO 3166-1 in capitals, as in 'BR', not {value!r}{hint}")


def check_number(name: str, value: object) -> None:
    """Refuse what is no whole number; a truth value passes for one in Python.

    Args:
        name: What the user passed it as.
        value: What was passed.

    Raises:
        TypeError: It is none.
    """
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError(f"{name} is a whole number, not {value!r}")


def is_number(value: object) -> bool:
    """Tell whether a value is a number; a truth value passes for one in Python."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def check_date(name: str, value: object) -> None:
    """Refuse what is no day.

    Args:
        name: What the user passed it as.
        value: What was passed; `None` for no day.

    Raises:
        TypeError: It is neither a date nor a moment.
    """
    if value is not None and not isinstance(value, date):
        raise TypeError(f"{name} is a date, as in date(2026, 1, 31), not {value!r}")


def check_choice(name: str, value: object, choices: Sequence[object]) -> None:
    """Refuse a word that TMDB does not know.

    Args:
        name: What the user passed it as.
        value: What was passed.
        choices: What TMDB knows.

    Raises:
        ValueError: It is none of them.
    """
    if value not in choices:
        words = [str(choice) for choice in choices]
        raise ValueError(f"{name} is {', '.join(words[:-1])} or {words[-1]}, not {value!r}")


_NEGATIVE = re.compile(r"/(-\d+)(?=/|$)")


def check_request(request: Request) -> None:
    """Refuse a request by the values in its path and query.

    Args:
        request: The request, with what the user passed.

    Raises:
        ValueError: A value is not of TMDB's form.
    """
    operation = request.operation.id
    if "/-" in request.path and (found := _NEGATIVE.search(request.path)):
        raise ValueError(f"{operation}: ids and numbers are not negative, as {found[1]} is")
    query = request.query
    for name in query.keys() & _CHECKS.keys():
        _CHECKS[name](f"{operation}: {name}", query[name])


def _check_query(name: str, value: str) -> None:
    if not value.strip():
        raise ValueError(f"{name} is blank: TMDB finds nothing by that")


def _check_page(name: str, value: str) -> None:
    if not value.isdecimal() or not 1 <= int(value) <= PAGE_LIMIT:
        raise ValueError(f"{name}: TMDB has pages 1 to {PAGE_LIMIT}, not {value}")


def _check_source(name: str, value: str) -> None:
    # Imported here: the models are not needed for much else before something is sent.
    from tmdb_bindings import models

    check_choice(name, value, get_args(models.ExternalSource))


def _check_session(name: str, value: str) -> None:
    # Never with the value: a session is a secret.
    if not value.strip():
        raise ValueError(f"{name} is blank: pass a session's id, or leave it out for the client's")


_CHECKS: dict[str, Callable[[str, str], None]] = {
    "language": check_language,
    "region": check_region,
    "watch_region": check_region,
    "certification_country": check_region,
    "country": check_region,
    "external_source": _check_source,
    "page": _check_page,
    "query": _check_query,
    "session_id": _check_session,
    "guest_session_id": _check_session,
}


def external_text(external_id: str | int) -> str:
    """Write an id as its site does.

    Args:
        external_id: As a user has it, perhaps copied with blanks around it, perhaps a number.

    Returns:
        The text.

    Raises:
        TypeError: It is neither text nor a whole number: a record without an id would look for `None`.
        ValueError: It is negative.
    """
    if isinstance(external_id, bool) or not isinstance(external_id, int | str):  # pyright: ignore[reportUnnecessaryIsInstance]  (callers without a type checker)
        raise TypeError(f"an external id is text or a whole number, not {external_id!r}")
    if isinstance(external_id, int) and external_id < 0:
        raise ValueError(f"an external id is not negative, as {external_id} is")
    return str(external_id).strip()


LOWEST = 0.5
HIGHEST = 10.0


def check_rating(value: float) -> float:
    """Refuse a rating that TMDB would refuse, or would store as another one.

    Args:
        value: From 0.5 to 10 in steps of 0.5.

    Returns:
        The same value.

    Raises:
        ValueError: The value is none of those.
    """
    # A bool passes for a number: `rate(550, True)` would be a rating of 1. NaN and infinity fail the comparisons.
    if not is_number(value) or not LOWEST <= value <= HIGHEST or value * 2 % 1:
        raise ValueError(f"a rating is from 0.5 to 10 in steps of 0.5, not {value!r}")
    return value


def check_window(time_window: TimeWindow) -> TimeWindow:
    """Refuse a time that TMDB counts no trends over.

    Args:
        time_window: What was passed.

    Returns:
        The same.

    Raises:
        ValueError: It is none that TMDB knows.
    """
    from tmdb_bindings import models  # imported here: importing a client imports no models

    check_choice("time_window", time_window, get_args(models.TimeWindow))
    return time_window
