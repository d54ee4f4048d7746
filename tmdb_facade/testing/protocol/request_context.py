"""One request as the handlers see it: where it goes, what it asks for, and what there is to answer from."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple, TypeAlias

from tmdb_facade.errors import TMDBCode
from tmdb_facade.testing.catalogue import Catalogue
from tmdb_facade.testing.catalogue.records import Movie, Series
from tmdb_facade.testing.state import Account, State
from tmdb_facade.testing.state.credentials import Credentials

from .language import Locale
from .refusals import Refusal

JSONObject: TypeAlias = dict[str, object]
# A few operations of the configuration answer with a list.
JSONAnswer: TypeAlias = JSONObject | list[JSONObject] | list[str]

# Ids are 32-bit numbers; TMDB has a status code of its own for larger ones.
LARGEST_ID = 2**31 - 1

_DAY = re.compile(r"^([0-9]{4})-([0-9]{2})-([0-9]{2})")


@dataclass(slots=True)
class Reply:
    """What a handler may say beside its answer.

    Attributes:
        status: The HTTP status.
        headers: Headers to add, or to send in the place of the usual ones, by their lower-case name.
    """

    status: int = 200
    headers: dict[str, str] = field(default_factory=dict[str, str])


class RequestContext(NamedTuple):
    """One request.

    Attributes:
        catalogue: What the answer is made from.
        credentials: What this server accepts.
        state: What it remembers; its lock is held.
        path: The values of the path's parameters.
        query: The query's parameters; of a repeated one the last.
        body: The JSON object that was sent; empty when none was.
        user: Who the access token belongs to; None for the application's own.
        origin: Where the server is, as in `http://127.0.0.1:41234`.
        reply: What to say beside the answer.
    """

    catalogue: Catalogue
    credentials: Credentials
    state: State
    path: Mapping[str, str]
    query: Mapping[str, str]
    body: Mapping[str, object]
    user: Account | None
    origin: str
    reply: Reply

    @property
    def locale(self) -> Locale:
        """The language that was asked for; American English when none was."""
        return Locale.parse(self.query.get("language", ""))

    def id(self, name: str) -> int:
        """Read an id of the path.

        Args:
            name: The parameter's name, as in `movie_id`.

        Raises:
            Refusal: It is not a number (404, code 34), or larger than any id (404, code 6).
        """
        text = self.path[name]
        if not (text.isascii() and text.isdigit()):
            raise Refusal.of(TMDBCode.RESOURCE_NOT_FOUND)
        # The length first: converting thousands of digits is refused by Python.
        if len(text) > len(str(LARGEST_ID)) or int(text) > LARGEST_ID:
            raise Refusal.of(TMDBCode.INVALID_ID)
        return int(text)

    def text(self, name: str) -> str:
        """Read a text of the body, or of the query, where TMDB takes the body's values too; empty when it is absent."""
        found = self.body.get(name, self.query.get(name))
        return found if isinstance(found, str) else ""

    def needed(self, name: str) -> str:
        """Read a text as `text` does, which has to be there.

        Raises:
            Refusal: It is absent or empty (400, code 18).
        """
        found = self.text(name)
        if not found:
            raise Refusal.not_valid(f"{name} must be provided")
        return found

    def movie(self) -> Movie:
        """Return the film of the path, which goes by its number or by its IMDb id.

        Raises:
            Refusal: There is no such film.
        """
        text = self.path["movie_id"]
        catalogue = self.catalogue
        movie = catalogue.movies_by_imdb_id.get(text) or catalogue.movies.get(self.id("movie_id"))
        if movie is None:
            raise Refusal.of(TMDBCode.RESOURCE_NOT_FOUND)
        return movie

    def series(self) -> Series:
        """Return the series of the path.

        Raises:
            Refusal: There is no such series.
        """
        series = self.catalogue.series.get(self.id("series_id"))
        if series is None:
            raise Refusal.of(TMDBCode.RESOURCE_NOT_FOUND)
        return series

    def number(self, name: str) -> int | None:
        """Read a whole number of the query; None when it is absent or not one."""
        text = self.query.get(name, "")
        return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None

    def flag(self, name: str) -> bool:
        """Read a yes-or-no parameter of the query; no when it is absent."""
        return self.query.get(name, "").lower() in ("true", "1")

    def day(self, name: str) -> date | None:
        """Read a date of the query, of which a time after it is ignored; None when it is absent.

        Raises:
            Refusal: It is not a date (400, code 23).
        """
        text = self.query.get(name)
        if not text:
            return None
        try:
            # Python would take `20260105` and `2026-W02-1` too.
            year, month, day = _DAY.findall(text)[0]
            return date(int(year), int(month), int(day))
        except (IndexError, ValueError) as error:
            raise Refusal.of(TMDBCode.INVALID_DATE) from error

    def check_timezone(self) -> None:
        """Look at `timezone`, which changes nothing here: every day is the catalogue's.

        Raises:
            Refusal: It is none of those that the configuration lists (400, code 28).
        """
        name, known = self.query.get("timezone"), self.catalogue.timezones
        if name and known and name not in known:
            raise Refusal.of(TMDBCode.INVALID_TIMEZONE)

    def words(self, name: str) -> tuple[str, ...] | None:
        """Read a comma-separated list of the query; None when it is absent."""
        text = self.query.get(name)
        return tuple(text.split(",")) if text else None
