"""Reference data: configuration, genres, certifications, watch providers; single credits and reviews."""

from __future__ import annotations

from scripts.scenarios._async.source import MISSING_HEX_ID, Source, assert_each_raises
from tmdb_facade import NotFoundError


async def configuration(source: Source) -> None:
    """Get the base URL and the sizes of images."""
    async with source.connect() as tmdb:
        answer = await tmdb.configuration.details()
    assert answer.images.secure_base_url.endswith("/t/p/")
    assert "w500" in answer.images.poster_sizes
    assert "softcore" in answer.change_keys


async def countries_and_languages(source: Source) -> None:
    """Get the countries, time zones, languages and primary translations."""
    async with source.connect() as tmdb:
        countries = await tmdb.configuration.countries()
        zones = await tmdb.configuration.timezones()
        languages = await tmdb.configuration.languages()
        translations = await tmdb.configuration.primary_translations()
    assert ("DE", "Germany") in [(country.iso_3166_1, country.english_name) for country in countries]
    assert "Europe/Berlin" in next(country.zones for country in zones if country.iso_3166_1 == "DE")
    assert ("de", "Deutsch") in [(language.iso_639_1, language.name) for language in languages]
    assert {"de-DE", "en-US"} <= {*translations}


async def jobs(source: Source) -> None:
    """Get the jobs of each department."""
    async with source.connect() as tmdb:
        departments = await tmdb.configuration.jobs()
    assert "Director" in next(department.jobs for department in departments if department.department == "Directing")


async def genres_and_certifications(source: Source) -> None:
    """Get the genres in two languages and the certifications."""
    async with source.connect() as tmdb:
        of_movies = await tmdb.genres.movies()
        of_shows = await tmdb.genres.tv(language="de-DE")
        for_movies = await tmdb.certifications.movies()
        for_shows = await tmdb.certifications.tv()
    assert (28, "Action") in [(genre.id, genre.name) for genre in of_movies.genres]
    assert 18 in [genre.id for genre in of_shows.genres]
    assert "PG-13" in [one.certification for one in for_movies.certifications["US"]]
    assert "TV-MA" in [one.certification for one in for_shows.certifications["US"]]


async def watch_providers(source: Source) -> None:
    """Get the watch providers of a country and the countries that have some."""
    async with source.connect() as tmdb:
        of_movies = await tmdb.watch_providers.movies(watch_region="DE")
        of_shows = await tmdb.watch_providers.tv(watch_region="DE")
        regions = await tmdb.watch_providers.regions()
    assert (8, "Netflix") in [(one.provider_id, one.provider_name) for one in of_movies.results]
    assert 8 in [one.provider_id for one in of_shows.results]
    assert "DE" in [country.iso_3166_1 for country in regions.results]


async def credits_and_reviews(source: Source) -> None:
    """Get one credit and one review."""
    async with source.connect() as tmdb:
        role = await tmdb.credits.details("52fe4250c3a36847f80149f3")
        newest = await tmdb.movies.reviews(550).first()
        assert newest is not None
        review = await tmdb.reviews.details(newest.id)
    assert (role.credit_type, role.job, role.person.name) == ("cast", "Actor", "Edward Norton")
    assert role.media.id == 550
    assert (review.author, review.media_id, review.media_type) == (newest.author, 550, "movie")


async def not_found(source: Source) -> None:
    """Expect `NotFoundError` for an id that does not exist."""
    async with source.connect() as tmdb:
        await assert_each_raises(
            [lambda: tmdb.credits.details(MISSING_HEX_ID), lambda: tmdb.reviews.details(MISSING_HEX_ID)], NotFoundError
        )
