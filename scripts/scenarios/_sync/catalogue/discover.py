# Made from scripts/scenarios/_async/catalogue/discover.py by `make sync`: edit that file, never this one.
"""Discover, trending and changes."""

from __future__ import annotations

from datetime import date

from scripts.scenarios._sync.source import Source, assert_each_raises
from tmdb_bindings import api
from tmdb_facade import BadRequestError, TMDBCode, all_of, any_of, between
from tmdb_facade.models import Movie, Person, TVShow

START, END = date(2026, 1, 5), date(2026, 1, 15)


def movies(source: Source) -> None:
    """Discover movies of one year with two genres, sorted by votes."""
    with source.connect() as tmdb:
        found = tmdb.discover.movies(
            genres=all_of(28, 878),
            primary_released=between(date(1999, 1, 1), date(1999, 12, 31)),
            vote_count=between(1000, None),
            sort_by="vote_average.desc",
        ).page(1)
    assert 603 in [movie.id for movie in found.results]
    assert all({28, 878} <= {*movie.genre_ids} for movie in found.results)
    assert {movie.release_date.year for movie in found.results if movie.release_date} == {1999}


def series(source: Source) -> None:
    """Discover TV series of either of two networks."""
    with source.connect() as tmdb:
        found = tmdb.discover.tv(networks=any_of(49, 174), first_air_date_year=2011, sort_by="vote_count.desc").page(1)
    assert 1399 in [show.id for show in found.results]


def trending(source: Source) -> None:
    """Get trending entries of all kinds and of each kind."""
    with source.connect() as tmdb:
        mixed = tmdb.trending.all().page(1)
        movie = tmdb.trending.movies("week").first()
        show = tmdb.trending.tv("week").first()
        person = tmdb.trending.people("day").first()
    assert all(isinstance(entry, Movie | TVShow | Person) for entry in mixed.results)
    assert isinstance(movie, Movie)
    assert isinstance(show, TVShow)
    assert isinstance(person, Person)


def changes(source: Source) -> None:
    """Get the movies, TV series and people changed within a range of dates, and on the last day."""
    with source.connect() as tmdb:
        movies = tmdb.changes.movies(start_date=START, end_date=END).page(1)
        shows = tmdb.changes.tv(start_date=START, end_date=END).page(1)
        people = tmdb.changes.people(start_date=START, end_date=END).page(1)
        recent = [
            tmdb.changes.movies().page(1),
            tmdb.changes.tv().page(1),
            tmdb.changes.people().page(1),
        ]
    assert [page.page for page in recent] == [1, 1, 1]
    assert movies.results[0].id > 0
    assert shows.results[0].id > 0
    assert people.results[0].id > 0
    assert len(people.results) <= 100


def pages_out_of_range(source: Source) -> None:
    """Expect `BadRequestError` for page 501 of a list."""
    with source.connect() as tmdb:
        assert_each_raises([lambda: tmdb.call(api.discover.movies, page=501)], BadRequestError, TMDBCode.INVALID_PAGE)
