"""The request that a handler answers, with its parameters, the catalogue and the state."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple, TypeAlias

from tmdb_facade.errors import TMDBCode
from tmdb_facade.testing.catalogue import Catalogue
from tmdb_facade.testing.catalogue.records import LARGEST_ID, Movie, Series
from tmdb_facade.testing.json_input import decode_json
from tmdb_facade.testing.state.credentials import Credentials
from tmdb_facade.testing.state.records import Account
from tmdb_facade.testing.state.store import State

from .language import Locale
from .parameters import missing_parameter
from .refusals import Refusal

JSONObject: TypeAlias = dict[str, object]
# A few configuration operations answer with a list.
JSONAnswer: TypeAlias = JSONObject | list[JSONObject] | list[str]

# TMDB lists it as a language, but it means "no language".
_NO_LANGUAGE = "xx"

_DAY = re.compile(r"^([0-9]{4})-([0-9]{2})-([0-9]{2})")


@dataclass(slots=True)
class Reply:
    """HTTP status and headers that a handler may set.

    Attributes:
        status: The HTTP status.
        headers: Headers that add to the default ones or replace them, by lower-case name.
    """

    status: int = 200
    headers: dict[str, str] = field(default_factory=dict[str, str])


class RequestContext(NamedTuple):
    """One request.

    Attributes:
        catalogue: The facts to answer from.
        credentials: The credentials that the server accepts.
        state: Users, sessions, ratings and lists. The request holds its lock.
        operation: The path template of the operation, such as `/3/movie/{movie_id}`.
        path: The path parameters.
        query: The query parameters.
        content: The body of the request.
        has_token: Whether it was authenticated by an access token, not by an API key.
        user: The owner of the access token; None for the application's own token.
        website: The origin of the approval pages, such as `http://127.0.0.1:41234`.
        images_url: The base URL of images in the configuration; None for that of the catalogue.
        reply: Status and headers of the answer.
    """

    catalogue: Catalogue
    credentials: Credentials
    state: State
    operation: str
    path: Mapping[str, str]
    query: Mapping[str, str]
    content: bytes
    has_token: bool
    user: Account | None
    website: str
    images_url: str | None
    reply: Reply

    @property
    def locale(self) -> Locale:
        """The requested language; American English by default, and for a language that does not exist."""
        locale = Locale.parse(self.query.get("language", ""))
        known = self.catalogue.languages
        return locale if locale.language in known and locale.language != _NO_LANGUAGE else Locale.parse("")

    @property
    def body(self) -> JSONObject:
        """The JSON object in the body, whatever its content type; empty if there is no body.

        Operations that need no body do not read this, so they ignore what is not a JSON object.

        Raises:
            Refusal: The body is not a JSON object (400, code 47).
        """
        if not self.content:
            return {}
        try:
            return decode_json(self.content, JSONObject)
        except ValueError as error:
            raise Refusal.of(TMDBCode.INPUT_NOT_VALID) from error

    @property
    def parameters(self) -> JSONObject:
        """The parameters of the body and, where it has none of this name, of the query: TMDB accepts both.

        Raises:
            Refusal: The body is not a JSON object (400, code 47).
        """
        return {**self.query, **self.body}

    def id(self, name: str, *, least: int = 1) -> int:
        """Parse an id or a number in the path.

        Args:
            name: The parameter's name, such as `movie_id`.
            least: The smallest valid number.

        Raises:
            Refusal: The value is not a number (404, code 34; in v4, 404, code 6), or out of range (404, code 6).
        """
        text = self.path[name]
        digits = text.removeprefix("-")
        if not (digits.isascii() and digits.isdigit()):
            is_v4 = self.operation.startswith("/4/")
            raise Refusal.of(TMDBCode.INVALID_ID if is_v4 else TMDBCode.RESOURCE_NOT_FOUND)
        # Check the length first: Python does not convert thousands of digits.
        if len(text) > len(str(LARGEST_ID)) or not least <= int(text) <= LARGEST_ID:
            raise Refusal.of(TMDBCode.INVALID_ID)
        return int(text)

    def text(self, name: str) -> str:
        """Return a text from the body or the query, as TMDB accepts both; empty if absent."""
        value = self.body.get(name, self.query.get(name))
        return value if isinstance(value, str) else ""

    def required_text(self, name: str) -> str:
        """Return a required text, as `text` does.

        Raises:
            Refusal: The text is absent or empty; the answer depends on the operation.
        """
        text = self.text(name)
        if not text:
            raise missing_parameter(self.operation, name)
        return text

    def movie(self) -> Movie:
        """Return the movie of the path, identified by its id or its IMDb id.

        Raises:
            Refusal: The movie does not exist (404, code 34).
        """
        text = self.path["movie_id"]
        catalogue = self.catalogue
        # Only these ids need all movies, which are read when they are first used.
        movie = catalogue.movies_by_imdb_id.get(text) if text.startswith("tt") else None
        movie = movie or catalogue.movies.get(self.id("movie_id"))
        if movie is None:
            raise Refusal.of(TMDBCode.RESOURCE_NOT_FOUND)
        return movie

    def series(self) -> Series:
        """Return the series of the path.

        Raises:
            Refusal: The series does not exist (404, code 34).
        """
        series = self.catalogue.series.get(self.id("series_id"))
        if series is None:
            raise Refusal.of(TMDBCode.RESOURCE_NOT_FOUND)
        return series

    def number(self, name: str) -> int | None:
        """Return an integer from the query; None if absent or not an integer."""
        text = self.query.get(name, "")
        return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None

    def flag(self, name: str) -> bool:
        """Return a boolean from the query; False if absent."""
        return self.query.get(name, "").lower() in ("true", "1")

    def day(self, name: str) -> date | None:
        """Return a date from the query, without the time that may follow it; None if absent.

        Raises:
            Refusal: The value is not a date (400, code 23).
        """
        text = self.query.get(name)
        if not text:
            return None
        try:
            # `date.fromisoformat` would accept `20260105` and `2026-W02-1` too.
            year, month, day = _DAY.findall(text)[0]
            return date(int(year), int(month), int(day))
        except (IndexError, ValueError) as error:
            raise Refusal.of(TMDBCode.INVALID_DATE) from error

    def check_timezone(self) -> None:
        """Validate `timezone`, which has no effect: the catalogue has one day for all time zones.

        Raises:
            Refusal: The configuration does not list the time zone (400, code 28).
        """
        name, known = self.query.get("timezone"), self.catalogue.timezones
        if name and known and name not in known:
            raise Refusal.of(TMDBCode.INVALID_TIMEZONE)

    def comma_list(self, name: str) -> tuple[str, ...] | None:
        """Return the items of a comma-separated list in the query; None if absent."""
        text = self.query.get(name)
        return tuple(text.split(",")) if text else None
