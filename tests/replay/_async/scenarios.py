"""What cassettes hold: calls with what must come back, so that a recording that no longer does so is seen at once.

`scripts/record.py` runs the sync ones to record, the tests run both to replay. The facts hold of the embedded TMDB and
of the live one.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from tmdb_facade import AsyncTMDB, AuthenticationError, BadRequestError, MovieAppend, NotFoundError
from tmdb_facade.models import Movie, Person, TVShow
from tmdb_facade.testing import make_credentials

#: Makes a client, with the options of `AsyncTMDB` and with credentials that are accepted unless others are passed.
Connect = Callable[..., AsyncTMDB]


async def configuration(connect: Connect) -> None:
    """Where images are, and in which sizes."""
    async with connect() as tmdb:
        answer = await tmdb.configuration.details()
    assert answer.images.secure_base_url == "https://image.tmdb.org/t/p/"
    assert "w500" in answer.images.poster_sizes
    assert "softcore" in answer.change_keys


async def movie_details(connect: Connect) -> None:
    """A film by both of its names, in two languages."""
    async with connect() as tmdb:
        film = await tmdb.movies.details(129)
        same = await tmdb.movies.details("tt0245429")
        german = await tmdb.movies.details(129, language="de-DE")
    assert (film.title, film.original_title) == ("Spirited Away", "千と千尋の神隠し")
    assert film.release_date == date(2001, 7, 20)
    assert [genre.id for genre in film.genres] == [genre.id for genre in german.genres]
    assert film.genres != german.genres
    assert (same.id, german.title) == (129, "Chihiros Reise ins Zauberland")
    assert german.overview not in ("", film.overview)


async def movie_details_with_blocks(connect: Connect) -> None:
    """A film with everything that can be appended without a session, in one request."""
    blocks = (
        MovieAppend.ALTERNATIVE_TITLES
        | MovieAppend.CHANGES
        | MovieAppend.CREDITS
        | MovieAppend.EXTERNAL_IDS
        | MovieAppend.IMAGES
        | MovieAppend.KEYWORDS
        | MovieAppend.LISTS
        | MovieAppend.RECOMMENDATIONS
        | MovieAppend.RELEASE_DATES
        | MovieAppend.REVIEWS
        | MovieAppend.SIMILAR
        | MovieAppend.TRANSLATIONS
        | MovieAppend.VIDEOS
        | MovieAppend.WATCH_PROVIDERS
    )
    async with connect() as tmdb:
        film = await tmdb.movies.details(550, append=blocks)
    assert "Brad Pitt" in [role.name for role in film.credits.cast]
    assert ("David Fincher", "Director") in [(member.name, member.job) for member in film.credits.crew]
    assert film.external_ids.imdb_id == film.imdb_id == "tt0137523"
    assert film.images.posters
    assert 825 in [keyword.id for keyword in film.keywords.keywords]
    assert {"en", "de"} <= {translation.iso_639_1 for translation in film.translations.translations}
    assert "US" in [release.iso_3166_1 for release in film.release_dates.results]
    assert film.videos.results[0].site == "YouTube"
    assert film.watch_providers.results["DE"].link
    assert film.recommendations.results
    assert film.similar.page == 1
    assert film.alternative_titles.titles
    assert film.reviews.results
    assert film.lists.results


async def popular_movies(connect: Connect) -> None:
    """A list over the end of its first page, in German."""
    async with connect(language="de-DE") as tmdb:
        films = tmdb.movies.popular()
        titles = [film.title async for film in films.limit(25)]
        second = await films.page(2)
    assert len(titles) == 25
    assert second.page == 2
    assert second.total_pages >= 2
    assert titles[20:] == [film.title for film in second.results[:5]]


async def a_page_past_the_end(connect: Connect) -> None:
    """It is empty, and still says how many there are."""
    async with connect() as tmdb:
        page = await tmdb.search.movies("spirited away chihiro").page(500)
    assert (page.page, page.results) == (500, [])


async def search_movies(connect: Connect) -> None:
    """Films by a German title, by year, and none at all."""
    async with connect() as tmdb:
        found = await tmdb.search.movies("Krieg der Sterne").first()
        dated = [film async for film in tmdb.search.movies("harry potter", primary_release_year=2002)]
        nothing = [film async for film in tmdb.search.movies("no film is called qwxyzzy")]
    assert found is not None
    assert found.id == 11
    assert 672 in [film.id for film in dated]
    assert {film.release_date.year for film in dated if film.release_date} == {2002}
    assert nothing == []


async def search_everything(connect: Connect) -> None:
    """Films, series and people, each of the class of its kind."""
    async with connect() as tmdb:
        stars = (await tmdb.search.multi("star").page(1)).results
        people = (await tmdb.search.multi("brad pitt").page(1)).results
    assert any(isinstance(entry, Movie) for entry in stars)
    assert any(isinstance(entry, TVShow) for entry in stars)
    brad = next(entry for entry in people if isinstance(entry, Person))
    assert brad.id == 287
    assert all(isinstance(title, Movie | TVShow) for title in brad.known_for)


async def not_found(connect: Connect) -> None:
    """Unknown ids and those out of range have different codes."""
    async with connect() as tmdb:
        with pytest.raises(NotFoundError) as unknown:
            await tmdb.movies.details(999_999_999)
        with pytest.raises(NotFoundError) as impossible:
            await tmdb.movies.details(99_999_999_999_999_999_999)
    assert (unknown.value.http_status, unknown.value.code) == (404, 34)
    assert (impossible.value.http_status, impossible.value.code) == (404, 6)


async def unauthorized(connect: Connect) -> None:
    """Credentials of the right form that are not valid."""
    async with connect(access_token=make_credentials("a stranger's").access_token) as tmdb:
        with pytest.raises(AuthenticationError) as refused:
            await tmdb.configuration.details()
    assert (refused.value.http_status, refused.value.code) == (401, 7)


async def invalid_parameters(connect: Connect) -> None:
    """A search for nothing is a complaint without a code."""
    async with connect() as tmdb:
        with pytest.raises(BadRequestError) as refused:
            await tmdb.search.movies("").first()
    assert (refused.value.http_status, refused.value.code) == (422, None)
    assert refused.value.errors


SCENARIOS = {
    scenario.__name__: scenario
    for scenario in (
        configuration,
        movie_details,
        movie_details_with_blocks,
        popular_movies,
        a_page_past_the_end,
        search_movies,
        search_everything,
        not_found,
        unauthorized,
        invalid_parameters,
    )
}
