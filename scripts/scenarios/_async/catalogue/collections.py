"""Collections, companies, networks and keywords."""

from __future__ import annotations

from scripts.scenarios._async.source import MISSING_ID, Source, assert_each_raises
from tmdb_facade import CollectionAppend, CompanyAppend, NotFoundError


async def collections(source: Source) -> None:
    """Get a collection, its images and its translations."""
    async with source.connect() as tmdb:
        collection = await tmdb.collections.details(10, append=CollectionAppend.IMAGES)
        images = await tmdb.collections.images(10)
        translations = await tmdb.collections.translations(10)
    assert collection.name == "Star Wars Collection"
    assert {11, 1891} <= {part.id for part in collection.parts}
    assert collection.images.posters
    assert images.id == 10
    assert {"en", "de"} <= {translation.iso_639_1 for translation in translations.translations}


async def companies(source: Source) -> None:
    """Get a company and its alternative names."""
    async with source.connect() as tmdb:
        company = await tmdb.companies.details(3, append=CompanyAppend.ALTERNATIVE_NAMES)
        names = await tmdb.companies.alternative_names(3)
        images = await tmdb.companies.images(3)
    assert (company.name, company.origin_country) == ("Pixar", "US")
    assert company.alternative_names.results == names.results
    assert "Pixar Animation Studios" in [name.name for name in names.results]
    assert images.logos[0].file_type in {".png", ".svg"}


async def networks(source: Source) -> None:
    """Get a network and its alternative names."""
    async with source.connect() as tmdb:
        network = await tmdb.networks.details(49)
        names = await tmdb.networks.alternative_names(49)
        images = await tmdb.networks.images(49)
    assert (network.name, network.origin_country) == ("HBO", "US")
    assert "Home Box Office" in [name.name for name in names.results]
    assert images.logos[0].file_type in {".png", ".svg"}


async def keywords(source: Source) -> None:
    """Get a keyword and its movies."""
    async with source.connect() as tmdb:
        keyword = await tmdb.keywords.details(825)
        movies = await tmdb.keywords.movies(825).page(1)
    assert keyword.name == "support group"
    assert movies.total_results >= 1


async def not_found(source: Source) -> None:
    """Expect `NotFoundError` for an id that does not exist."""
    async with source.connect() as tmdb:
        await assert_each_raises(
            [
                lambda: tmdb.collections.details(MISSING_ID),
                lambda: tmdb.collections.images(MISSING_ID),
                lambda: tmdb.collections.translations(MISSING_ID),
                lambda: tmdb.companies.details(MISSING_ID),
                lambda: tmdb.companies.alternative_names(MISSING_ID),
                lambda: tmdb.companies.images(MISSING_ID),
                lambda: tmdb.networks.details(MISSING_ID),
                lambda: tmdb.networks.alternative_names(MISSING_ID),
                lambda: tmdb.networks.images(MISSING_ID),
                lambda: tmdb.keywords.details(MISSING_ID),
                lambda: tmdb.keywords.movies(MISSING_ID).first(),
            ],
            NotFoundError,
        )
