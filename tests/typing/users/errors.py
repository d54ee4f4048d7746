"""Errors and their attributes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import assert_type

from tmdb_facade import (
    TMDB,
    DriftError,
    DriftWarning,
    InvalidArgumentError,
    NotFoundError,
    RateLimitError,
    TMDBCode,
    TMDBError,
)
from tmdb_facade.errors import Difference
from tmdb_facade.types import JSONValue


def attributes(error: TMDBError) -> None:
    """Check the attributes of an error."""
    assert_type(error.code, int | None)
    assert_type(error.http_status, int | None)
    assert_type(error.retry_after, float | None)
    assert_type(error.operation, str | None)
    assert_type(error.url, str | None)
    assert_type(error.request_id, str | None)
    assert_type(TMDBCode(34), TMDBCode)
    assert_type(TMDBCode.RATE_LIMITED.http_status, int)


def response(error: NotFoundError) -> None:
    """Check what a response's error has more than others."""
    assert_type(error.http_status, int)
    assert_type(error.headers, Mapping[str, str])
    assert_type(error.body, bytes)
    assert_type(error.json(), JSONValue)


def typed(error: InvalidArgumentError) -> None:
    """Check the attributes of an error about an argument."""
    assert_type(error.parameter, str)
    assert_type(error.problem, str)
    as_value_error: ValueError = error
    del as_value_error


def drift(error: DriftError, warning: DriftWarning) -> None:
    """Check the attributes of drift errors and warnings."""
    assert_type(error.difference, Difference)
    assert_type(warning.difference, Difference)


def catch(tmdb: TMDB) -> None:
    """Catch a single error class."""
    try:
        tmdb.movies.details(550)
    except RateLimitError as error:
        assert_type(error.retry_after, float | None)
