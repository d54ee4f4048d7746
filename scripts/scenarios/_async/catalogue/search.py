"""Search, and find by an external id."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from scripts.scenarios._async.source import Source
from tmdb_bindings import api
from tmdb_facade import BadRequestError
from tmdb_facade.models import Movie, Person, TVShow


async def movies(source: Source) -> None:
    """Search movies by a German title, by year, and without a result."""
    async with source.connect() as tmdb:
        found = await tmdb.search.movies("Krieg der Sterne").first()
        dated = [movie async for movie in tmdb.search.movies("harry potter", primary_release_year=2002)]
        nothing = [movie async for movie in tmdb.search.movies("no film is called qwxyzzy")]
    assert found is not None
    assert found.id == 11
    assert 672 in [movie.id for movie in dated]
    assert {movie.release_date.year for movie in dated if movie.release_date} == {2002}
    assert nothing == []


async def multi(source: Source) -> None:
    """Search for movies, TV series and people, each with its class."""
    async with source.connect() as tmdb:
        stars = (await tmdb.search.multi("star").page(1)).results
        people = (await tmdb.search.multi("brad pitt").page(1)).results
    assert any(isinstance(entry, Movie) for entry in stars)
    assert any(isinstance(entry, TVShow) for entry in stars)
    brad = next(entry for entry in people if isinstance(entry, Person))
    assert brad.id == 287
    assert all(isinstance(title, Movie | TVShow) for title in brad.known_for)


async def each_kind(source: Source) -> None:
    """Search for TV series, people, collections, companies and keywords."""
    async with source.connect() as tmdb:
        show = await tmdb.search.tv("breaking bad", first_air_date_year=2008).first()
        person = await tmdb.search.people("bryan cranston").first()
        collection = await tmdb.search.collections("star wars collection").first()
        companies = [company async for company in tmdb.search.companies("lucasfilm").limit(20)]
        keywords = [keyword async for keyword in tmdb.search.keywords("support group").limit(20)]
    assert show is not None
    assert show.id == 1396
    assert person is not None
    assert person.id == 17419
    assert collection is not None
    assert collection.id == 10
    assert 1 in [company.id for company in companies]
    assert 825 in [keyword.id for keyword in keywords]


async def page_past_the_end(source: Source) -> None:
    """Get an empty page after the last one."""
    async with source.connect() as tmdb:
        page = await tmdb.search.movies("spirited away chihiro").page(500)
    assert (page.page, page.results) == (500, [])


async def empty_query(source: Source) -> None:
    """Expect an error without a code for an empty query, which the methods themselves reject. Keywords have none."""
    search = api.search
    async with source.connect() as tmdb:
        calls: list[Callable[[], Any]] = [
            lambda: tmdb.call(search.collections, query="", page=1),
            lambda: tmdb.call(search.companies, query="", page=1),
            lambda: tmdb.call(search.movies, query="", page=1),
            lambda: tmdb.call(search.multi, query="", page=1),
            lambda: tmdb.call(search.people, query="", page=1),
            lambda: tmdb.call(search.tv, query="", page=1),
        ]
        for call in calls:
            with pytest.raises(BadRequestError) as refused:
                await call()
            assert (refused.value.http_status, refused.value.code) == (422, None)
            assert refused.value.errors
        nothing = await tmdb.call(search.keywords, query="", page=1)
    assert (nothing.results, nothing.total_pages, nothing.total_results) == ([], 1, 0)


async def find(source: Source) -> None:
    """Find a movie, a TV series and a person by external ids, and nothing by an unused id."""
    async with source.connect() as tmdb:
        by_imdb = await tmdb.find.imdb("tt0137523")
        show = await tmdb.find.tvdb(81189)
        person = await tmdb.find.by_id("Q2263", external_source="wikidata_id")
        nothing = await tmdb.find.imdb("tt99999999")
    assert [movie.id for movie in by_imdb.movie_results] == [550]
    assert 1396 in [found.id for found in show.tv_results]
    assert [found.id for found in person.person_results] == [31]
    assert (nothing.movie_results, nothing.tv_results, nothing.person_results) == ([], [], [])
