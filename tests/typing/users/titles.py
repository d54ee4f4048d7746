"""The protocol of movies and TV series."""

from __future__ import annotations

from datetime import date
from typing import Literal, assert_type

from tmdb_facade import TMDB, AsyncTMDB
from tmdb_facade.models import MovieDetails, MultiSearchResult, TVDetails
from tmdb_facade.types import MovieHasCredits, Title, TVHasCredits


def line(title: Title) -> str:
    """Use every attribute whose name differs in models of movies and TV series."""
    assert_type(title.title, str)
    assert_type(title.original_title, str)
    assert_type(title.released, date | None)
    assert_type(title.media_type, Literal["movie", "tv"])
    assert_type(title.id, int)
    assert_type(title.poster_path, str | None)
    assert_type(title.overview, str | None)
    return f"{title.title} ({title.released.year if title.released else '?'})"


def details(movie: MovieDetails[MovieHasCredits], series: TVDetails[TVHasCredits]) -> None:
    """Details are titles, whatever their blocks."""
    line(movie)
    line(series)
    assert_type(series.title, str)
    assert_type(series.original_title, str)
    assert_type(series.released, date | None)
    assert_type(series.media_type, Literal["tv"])
    assert_type(movie.released, date | None)
    assert_type(movie.media_type, Literal["movie"])


def sync_client(tmdb: TMDB) -> list[str]:
    """Pass rows, credits and details of both kinds."""
    titles: list[Title] = [tmdb.movies.details(550), tmdb.tv.details(1399), *tmdb.movies.popular(), *tmdb.tv.popular()]
    credits = tmdb.people.combined_credits(287)
    lines = [line(entry) for entry in [*credits.cast, *credits.crew] if entry.media_type is not None]
    lines += [line(entry) for entry in tmdb.lists.items(1) if entry.media_type is not None]
    lines += [line(movie) for movie in tmdb.account.rated_movies(1)] + [line(show) for show in tmdb.account.rated_tv(1)]
    lines += [line(row) for row in tmdb.v4.account.rated_movies()] + [line(row) for row in tmdb.v4.account.rated_tv()]
    media = tmdb.credits.details("52542282760ee313280017f9").media
    if media.media_type is not None:
        lines.append(line(media))
    for title in titles:
        tmdb.account.set_favorite(1, media_type=title.media_type, media_id=title.id, favorite=True)
    return lines + [line(title) for title in titles]


def selected(results: list[MultiSearchResult]) -> list[Title]:
    """Select the titles among other results."""
    return [entry for entry in results if isinstance(entry, Title)]


async def async_client(tmdb: AsyncTMDB) -> list[str]:
    """Pass rows of the async client."""
    return [line(entry) async for entry in tmdb.trending.all() if isinstance(entry, Title)]
